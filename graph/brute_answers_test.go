package graph

import (
	"context"
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"github.com/cayleygraph/quad"
	"github.com/cayleygraph/quad/nquads"
	"github.com/entente-kg/entente/schema"
	"pgregory.net/rapid"
)

// rows makes rows of what pairs lists, knowing only the exported quads.
func (b *brute) rows(who []string, f Filter, met bool) (rows []Row) {
	articles := map[string]string{}
	for _, q := range b.quads {
		if short(q.Predicate) == "status" {
			articles[short(q.Subject)] = short(q.Label)
		}
	}
	name := func(id string) Who {
		if id == "" {
			return Who{}
		}
		return Who{id, b.one(id, "name")}
	}
	for _, line := range b.pairs(who, f, met) {
		p := strings.Split(line, " ")
		ev, article := p[0], articles[p[0]]
		rows = append(rows, Row{
			EventID: strings.TrimPrefix(ev, "event:"), From: b.one(ev, "from"), To: b.one(ev, "to"), Reported: b.one(article, "published"),
			Relation: b.one(ev, "relation"), Root: strings.TrimPrefix(b.one(ev, "rdf:type"), "plover:"),
			Status: schema.Status(b.one(ev, "status")), Source: name(p[1]), Target: name(p[2]), Place: name(b.one(ev, "place")),
			Quote:   b.one(b.one(ev, "evidence"), "text"),
			Article: schema.ArticleRef{ID: strings.TrimPrefix(article, "article:"), Publisher: b.one(article, "publisher"), Published: b.one(article, "published")},
		})
	}
	return rows
}

// happenings groups rows with nothing but comparisons of each with each.
func (b *brute) happenings(who []string, f Filter, met bool) (out []Row) {
	for _, h := range plainly(b.rows(who, f, met)) {
		row := *h.reports[0]
		row.Reports = nil
		dated := false
		for _, r := range h.reports {
			dated = dated || r.From != ""
			row.Reports = append(row.Reports, Report{EventID: r.EventID, Article: r.Article, Quote: r.Quote})
		}
		row.From, row.To, row.Place = "", "", h.place
		if dated {
			row.From, row.To = h.span.first, h.span.last
		}
		if row.Sources = countSources(row.Reports); row.Sources >= f.MinSources {
			out = append(out, row)
		}
	}
	return out
}

func countSources(reports []Report) int {
	u := newUnion(len(reports))
	for i, a := range reports {
		for j, b := range reports[:i] {
			words := func(s string) []string { return strings.Split(schema.Slug(s), "-") }
			both, all := 0, words(a.Quote)
			for _, w := range words(b.Quote) {
				if slices.Contains(all, w) {
					both++
				} else {
					all = append(all, w)
				}
			}
			if a.Article.Publisher == b.Article.Publisher || float64(both) >= 0.8*float64(len(all)) {
				u.join(i, j)
			}
		}
	}
	return u.sets
}

// inWords writes rows so that they can be compared: who stands first in a
// symmetric relation does not matter, nor which report a row shows.
func inWords(rows []Row) (lines []string) {
	for _, r := range rows {
		var ids []string
		for _, report := range r.Reports {
			ids = append(ids, report.EventID)
		}
		slices.Sort(ids)
		status := r.groupKey().status
		lines = append(lines, fmt.Sprint(r.groupKey(), " ", status, " ", r.From, "/", r.To, " @", r.Place.ID, " ", r.Sources, " ", ids))
	}
	slices.Sort(lines)
	return lines
}

func equal[T any](rt *rapid.T, what string, got, want T, err error) {
	if g, w := fmt.Sprintf("%+v", got), fmt.Sprintf("%+v", want); err != nil || g != w {
		rt.Fatalf("%s: %v\n got %s\nwant %s", what, err, g, w)
	}
}

// orDefault gives a filter the statuses and relations that a question asks for by itself.
func orDefault(f Filter, relations ...string) Filter {
	if f.Status == nil {
		f.Status = []schema.Status{schema.Occurred, schema.Ongoing, schema.Planned}
	}
	if f.Relation == nil {
		f.Relation = relations
	}
	return f
}

// tally counts, from rows, who else is in those of an actor.
func tally(rows []Row, other func(Row) string) map[string]int {
	counts := map[string]int{}
	for _, r := range rows {
		if id := other(r); id != "" {
			counts[id]++
		}
	}
	return counts
}

func without(id string) func(Row) string {
	return func(r Row) string {
		if r.Source.ID == id {
			return r.Target.ID
		}
		return r.Source.ID
	}
}

func counts(list []Counted) map[string]int {
	m := map[string]int{}
	for _, c := range list {
		m[c.ID] = c.Count
	}
	return m
}

func TestEveryAnswerEqualsBruteForce(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		s := openStore(t, "memory:")
		defer s.Close()
		for i := range rapid.IntRange(1, 6).Draw(rt, "articles") {
			add(t, s, smallArticle(rt, i))
		}
		quads, err := quad.ReadAll(nquads.NewReader(strings.NewReader(exported(t, s)), false))
		if err != nil {
			rt.Fatal(err)
		}
		c := &checker{rt, context.Background(), s, &brute{quads: quads}, someFilter(rt)}
		c.dyads()
		c.top()
		a, b := "actor:a0", "actor:a1"
		if c.b.one(a, "name") == "" || c.b.one(b, "name") == "" {
			return
		}
		c.rows(a, b)
		c.show(a)
		c.compare(a, b)
		c.path(a, b)
	})
}

// checker asks one store every question with one filter.
type checker struct {
	*rapid.T
	ctx context.Context
	s   *Store
	b   *brute
	f   Filter
}

func (c *checker) rows(a, b string) {
	for _, q := range []struct {
		what string
		ask  func(Filter) ([]Row, error)
		want []Row
	}{
		{"events", func(f Filter) ([]Row, error) { return c.s.Events(c.ctx, nil, f) }, c.b.happenings(nil, c.f, false)},
		{"events of one", func(f Filter) ([]Row, error) { return c.s.Events(c.ctx, []string{a}, f) }, c.b.happenings([]string{a}, c.f, false)},
		{"events of two", func(f Filter) ([]Row, error) { return c.s.Events(c.ctx, []string{a, b}, f) }, c.b.happenings([]string{a, b}, c.f, false)},
		{"met", func(f Filter) ([]Row, error) { return c.s.Met(c.ctx, a, f) }, c.b.happenings([]string{a}, orDefault(c.f, "CONSULT"), true)},
		{"met with", func(f Filter) ([]Row, error) { f.With = b; return c.s.Met(c.ctx, a, f) }, c.b.happenings([]string{a, b}, orDefault(c.f, "CONSULT"), true)},
		{"travel", func(f Filter) ([]Row, error) { return c.s.Travel(c.ctx, a, f) }, slices.DeleteFunc(
			c.b.happenings([]string{a}, orDefault(c.f, "travels-to"), false), func(r Row) bool { return r.Source.ID != a && !(symmetric(r.Relation) && r.Target.ID == a) })},
		{"timeline", func(f Filter) ([]Row, error) { return c.s.Timeline(c.ctx, []string{a, b}, f) }, c.ofAny(a, b)},
	} {
		got, err := q.ask(c.f)
		equal(c.T, q.what, inWords(got), inWords(q.want), err)
		limited := c.f
		limited.Limit = 2
		first, err := q.ask(limited)
		equal(c.T, q.what+" with a limit", first, cut(got, 2), err)
		each := c.f
		each.Reports = true
		reports, err := q.ask(each)
		var ids, want []string
		for _, r := range reports {
			ids = append(ids, fmt.Sprint(r.groupKey(), r.EventID))
		}
		for _, r := range q.want {
			for _, report := range r.Reports {
				want = append(want, fmt.Sprint(r.groupKey(), report.EventID))
			}
		}
		slices.Sort(ids)
		slices.Sort(want)
		equal(c.T, q.what+" by report", ids, want, err)
	}
}

// ofAny joins the happenings of two actors; those of both count once.
func (c *checker) ofAny(a, b string) []Row {
	all := c.b.happenings([]string{a}, c.f, false)
	seen := inWords(all)
	for _, r := range c.b.happenings([]string{b}, c.f, false) {
		if !slices.Contains(seen, inWords([]Row{r})[0]) {
			all = append(all, r)
		}
	}
	return all
}

func (c *checker) show(a string) {
	p, err := c.s.Show(c.ctx, a, c.f)
	rows := c.b.happenings([]string{a}, c.f, false)
	equal(c.T, "counterparts", counts(p.Counterparts), tally(staying(rows, a), without(a)), err)
	equal(c.T, "relations", p.Relations, tally(rows, func(r Row) string { return r.Relation }), err)
	equal(c.T, "places", counts(p.Places), tally(rows, func(r Row) string {
		if r.Relation == "travels-to" && r.Place.ID == "" {
			return r.Target.ID
		}
		return r.Place.ID
	}), err)
	first, last := "", ""
	articles := map[string]bool{}
	for i, r := range rows {
		if w := r.When(); i == 0 || w < first {
			first = w
		}
		last = max(last, r.When())
	}
	for _, q := range c.b.quads {
		if short(q.Predicate) == "mentions" && short(q.Object) == a {
			articles[short(q.Subject)] = true
		}
	}
	equal(c.T, "first, last, articles", []any{p.First, p.Last, p.Articles}, []any{first, last, len(articles)}, err)
}

// staying leaves out where the actor went.
func staying(rows []Row, who string) (out []Row) {
	for _, r := range rows {
		if r.Relation != "travels-to" || r.Source.ID != who {
			out = append(out, r)
		}
	}
	return out
}

func (c *checker) compare(a, b string) {
	shared, err := c.s.Compare(c.ctx, a, b, c.f)
	with := [2]map[string]int{tally(staying(c.b.happenings([]string{a}, c.f, false), a), without(a)), tally(staying(c.b.happenings([]string{b}, c.f, false), b), without(b))}
	got, want := map[string][2]int{}, map[string][2]int{}
	for _, s := range shared {
		got[s.ID] = [2]int{s.A.Count, s.B.Count}
	}
	for id, n := range with[0] {
		if m := with[1][id]; m > 0 && id != a && id != b {
			want[id] = [2]int{n, m}
		}
	}
	equal(c.T, "compare", got, want, err)
}

func (c *checker) dyads() {
	table, err := c.s.Dyads(c.ctx, c.f)
	got, want := map[string]int{}, map[string]int{}
	for _, d := range table {
		got[fmt.Sprint(d.Month, d.Source, d.Target, d.Root)] = d.Count
	}
	for _, r := range c.b.happenings(nil, c.f, false) {
		x, y := c.b.one(r.Source.ID, "country"), c.b.one(r.Target.ID, "country")
		if x == "" || y == "" || x == y {
			continue
		}
		want[fmt.Sprint(r.When()[:7], x, y, r.Root)]++
		if symmetric(r.Relation) {
			want[fmt.Sprint(r.When()[:7], y, x, r.Root)]++
		}
	}
	equal(c.T, "dyads", got, want, err)
}

func (c *checker) path(a, b string) {
	hops, err := c.s.Path(c.ctx, a, b, c.f)
	f := c.f
	want := c.b.distance(a, b, f)
	if err == nil && len(hops) != want || err != nil && want >= 0 {
		c.Fatalf("path of %d hops, %v, want %d", len(hops), err, want)
	}
	at := a
	for _, h := range hops {
		between := c.b.happenings([]string{h.Source.ID, h.Target.ID}, c.f, false)
		most := 0
		for _, r := range between {
			most = max(most, r.Sources)
		}
		if !slices.Contains(inWords(between), inWords([]Row{h})[0]) || h.Sources != most {
			c.Fatalf("hop %q is none of the best of %q", inWords([]Row{h}), inWords(between))
		}
		at = without(at)(h)
	}
	if err == nil && at != b {
		c.Fatalf("the path ends at %s", at)
	}
}

// top checks every measure against a dense matrix of who is joined to whom.
func (c *checker) top() {
	var ids []string
	joined := map[[2]string]float64{} // both ways
	points := map[[2]string]float64{} // as the relation does
	for _, r := range c.b.happenings(nil, c.f, false) {
		x, y := r.Source.ID, r.Target.ID
		if y == "" {
			continue
		}
		ids = append(ids, x, y)
		points[[2]string{x, y}]++
		if symmetric(r.Relation) {
			points[[2]string{y, x}]++
		}
		if x != y {
			joined[[2]string{x, y}]++
			joined[[2]string{y, x}]++
		}
	}
	slices.Sort(ids)
	ids = slices.Compact(ids)
	for _, m := range Measures() {
		ranked, err := c.s.Top(c.ctx, m, c.f)
		if err != nil || len(ranked) != len(ids) {
			c.Fatalf("%s: %d actors, %v, want %q", m, len(ranked), err, ids)
		}
		for i, r := range ranked {
			want := score(m, r.ID, ids, joined, points)
			if math.Abs(r.Score-want) > 1e-6 {
				c.Fatalf("%s of %s: %g, want %g (%v)", m, r.ID, r.Score, want, joined)
			}
			if m != Community && i > 0 && r.Score > ranked[i-1].Score {
				c.Fatalf("%s is not ranked: %+v", m, ranked)
			}
		}
	}
}

func score(m Measure, id string, ids []string, joined, points map[[2]string]float64) (s float64) {
	switch m {
	case PageRank:
		return walk(ids, points)[id]
	case Betweenness:
		return between(id, ids, joined)
	}
	for _, other := range ids {
		if w := joined[[2]string{id, other}]; m == Degree && w > 0 {
			s++
		} else if m != Degree {
			s += w
		}
	}
	return s
}

// walk is PageRank by five hundred steps over every pair.
func walk(ids []string, points map[[2]string]float64) map[string]float64 {
	rank := map[string]float64{}
	for _, id := range ids {
		rank[id] = 1 / float64(len(ids))
	}
	for range 500 {
		next := map[string]float64{}
		for _, from := range ids {
			total := 0.0
			for _, to := range ids {
				if to != from {
					total += points[[2]string{from, to}]
				}
			}
			for _, to := range ids {
				share := 1 / float64(len(ids))
				if total > 0 {
					share = points[[2]string{from, to}] / total
				}
				if total == 0 || from != to {
					next[to] += 0.85 * rank[from] * share
				}
			}
		}
		for _, id := range ids {
			next[id] += 0.15 / float64(len(ids))
		}
		rank = next
	}
	return rank
}

// between counts the shortest paths over an actor by trying every path.
func between(over string, ids []string, joined map[[2]string]float64) (sum float64) {
	for i, a := range ids {
		for _, b := range ids[i+1:] {
			if a == over || b == over {
				continue
			}
			best, all, through := math.MaxInt, 0.0, 0.0
			var try func(chain []string)
			try = func(chain []string) {
				here := chain[len(chain)-1]
				if len(chain) > best {
					return
				}
				if here == b && len(chain) < best {
					best, all, through = len(chain), 0, 0
				}
				if here == b {
					all++
					if slices.Contains(chain, over) {
						through++
					}
					return
				}
				for _, next := range ids {
					if joined[[2]string{here, next}] > 0 && !slices.Contains(chain, next) {
						try(append(slices.Clone(chain), next))
					}
				}
			}
			try([]string{a})
			if all > 0 {
				sum += through / all
			}
		}
	}
	return sum
}
