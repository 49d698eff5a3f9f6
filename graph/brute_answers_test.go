package graph

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/cayleygraph/quad"
	"github.com/cayleygraph/quad/nquads"
	"github.com/entente-kg/entente/schema"
	"pgregory.net/rapid"
)

// TestAnswersEqualBruteForce asks stores of a few articles every question, with
// a filter and two actors of its own each time.
func TestAnswersEqualBruteForce(t *testing.T) {
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
		c.pairs()
		who := rapid.SliceOfNDistinct(rapid.SampledFrom([]string{"actor:a0", "actor:a1", "actor:a2"}), 2, 2, rapid.ID).Draw(rt, "who")
		for i, w := range who {
			if c.b.one(w, "name") == "" {
				return // not in the store: an error, tested elsewhere
			}
			c.pairs(who[:i+1]...)
		}
		c.rows(who[0], who[1])
		c.show(who[0])
		c.compare(who[0], who[1])
		c.path(who[0], who[1])
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

// pairs asks for every report by itself, ungrouped.
func (c *checker) pairs(who ...string) {
	f := c.f
	f.Reports, f.MinSources = true, 0
	rows, err := c.s.Events(c.ctx, who, f)
	equal(c.T, "reports", inPairs(rows), c.b.pairs(who, f, false), err)
	if len(who) == 1 {
		rows, err = c.s.Met(c.ctx, who[0], f)
		equal(c.T, "reports of meetings", inPairs(rows), c.b.pairs(who, orDefault(f, "CONSULT"), true), err)
	}
}

// inPairs writes rows as brute.pairs does.
func inPairs(rows []Row) (lines []string) {
	for _, r := range rows {
		x, y := r.Source.ID, r.Target.ID
		if symmetric(r.Relation) && y != "" && y < x {
			x, y = y, x
		}
		lines = append(lines, strings.Join([]string{"event:" + r.EventID, x, y}, " "))
	}
	slices.Sort(lines)
	return lines
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
