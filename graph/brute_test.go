package graph

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/cayleygraph/quad"
	"github.com/cayleygraph/quad/nquads"
	"github.com/entente-kg/entente/schema"
	"pgregory.net/rapid"
)

// The answers are checked against an evaluation that knows nothing of indexes:
// it reads the exported N-Quads into a list and walks it for every event.

func smallArticle(rt *rapid.T, n int) schema.Extraction {
	actor := func() schema.Participant {
		i := rapid.IntRange(0, 5).Draw(rt, "actor")
		kind := []schema.Kind{schema.Person, schema.Person, schema.Person, schema.State, schema.Organisation, schema.Place}[i]
		return schema.Participant{Actor: schema.Actor{ID: fmt.Sprint("actor:a", i), Name: fmt.Sprint("Actor ", i), Kind: kind, Country: []string{"PER", "CHL", ""}[i%3]}}
	}
	day := func(label string) string {
		return fmt.Sprintf("2022-%02d-%02d", rapid.IntRange(1, 3).Draw(rt, label), rapid.IntRange(1, 28).Draw(rt, label))
	}
	x := schema.Extraction{Article: schema.ArticleRef{ID: fmt.Sprint("b", n), Published: day("published"), Publisher: fmt.Sprint("Paper ", n%3)}}
	for i := range rapid.IntRange(0, 3).Draw(rt, "events") {
		rel := rapid.SampledFrom([]string{"met-with", "spoke-with", "hosted", "accused", "travels-to"}).Draw(rt, "relation")
		ev := schema.Event{
			ID: fmt.Sprintf("b%d-%d", n, i), Relation: rel, Root: schema.RelationNamed(rel).Root, Article: x.Article,
			Status:   rapid.SampledFrom(schema.Statuses[:]).Draw(rt, "status"),
			Evidence: schema.Evidence{Sentence: i, Text: rapid.SampledFrom([]string{"They met at noon in the hall.", "Talks were held.", "A said B did."}).Draw(rt, "text")},
		}
		for range rapid.IntRange(1, 3).Draw(rt, "actors") {
			ev.Actors = append(ev.Actors, actor())
		}
		for range rapid.IntRange(0, 2).Draw(rt, "recipients") {
			ev.Recipients = append(ev.Recipients, actor())
		}
		if rapid.Bool().Draw(rt, "dated") {
			ev.From = day("from")
			ev.To = max(ev.From, day("to"))
		}
		if rapid.IntRange(0, 2).Draw(rt, "placed") == 0 {
			p := schema.Participant{Actor: schema.Actor{ID: "place:lima", Name: "Lima", Kind: schema.Place}}
			ev.Place = &p
		}
		x.Events = append(x.Events, ev)
	}
	return x
}

func someFilter(rt *rapid.T) Filter {
	var f Filter
	pick := func(label string) bool { return rapid.IntRange(0, 3).Draw(rt, label) == 0 }
	if pick("since") {
		f.Since = rapid.SampledFrom([]string{"2022-01-15", "2022-02", "2022"}).Draw(rt, "since")
	}
	if pick("until") {
		f.Until = rapid.SampledFrom([]string{"2022-02-15", "2022-02", "2022"}).Draw(rt, "until")
	}
	if pick("status") {
		f.Status = []schema.Status{rapid.SampledFrom(schema.Statuses[:]).Draw(rt, "status")}
	}
	if pick("relation") {
		f.Relation = []string{rapid.SampledFrom([]string{"met-with", "CONSULT", "accused"}).Draw(rt, "relation")}
	}
	if pick("place") {
		f.Place = rapid.SampledFrom([]string{"Lima", "place:lima", "Quito"}).Draw(rt, "place")
	}
	if pick("min sources") {
		f.MinSources = rapid.IntRange(1, 3).Draw(rt, "min sources")
	}
	if pick("source") {
		f.Source = rapid.SampledFrom([]string{"paper 1", "b0"}).Draw(rt, "source")
	}
	return f
}

// brute is the exported graph as a list.
type brute struct {
	quads []quad.Quad
	words [][3]string // the same as text: subject, predicate, object
}

func (b *brute) all(s, p string) (out []string) {
	if b.words == nil {
		for _, q := range b.quads {
			b.words = append(b.words, [3]string{short(q.Subject), short(q.Predicate), plain(q.Object)})
		}
	}
	for _, w := range b.words {
		if w[0] == s && w[1] == p {
			out = append(out, w[2])
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

func (b *brute) one(s, p string) string {
	if all := b.all(s, p); len(all) > 0 {
		return all[0]
	}
	return ""
}

// pairs evaluates a filter for every event and lists "event source target".
func (b *brute) pairs(who []string, f Filter, met bool) (out []string) {
	for _, q := range b.quads {
		if short(q.Predicate) != "status" {
			continue
		}
		ev := short(q.Subject)
		if !b.admits(ev, short(q.Label), f) {
			continue
		}
		for _, p := range b.dyads(ev) {
			if b.wanted(ev, p, who, met) {
				out = append(out, strings.Join([]string{ev, p[0], p[1]}, " "))
			}
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

func (b *brute) dyads(ev string) (out [][2]string) {
	actors, recipients := b.all(ev, "actor"), b.all(ev, "recipient")
	mutual := symmetric(b.one(ev, "relation")) && len(recipients) == 0 && len(actors) > 1
	for i, x := range actors {
		switch {
		case len(recipients) > 0:
			for _, y := range recipients {
				p := [2]string{x, y}
				if symmetric(b.one(ev, "relation")) {
					slices.Sort(p[:])
				}
				if x != y && !slices.Contains(out, p) {
					out = append(out, p)
				}
			}
		case mutual:
			for _, y := range actors[i+1:] {
				out = append(out, [2]string{x, y})
			}
		default:
			out = append(out, [2]string{x, ""})
		}
	}
	return out
}

func (b *brute) wanted(ev string, p [2]string, who []string, met bool) bool {
	for _, w := range who {
		if !slices.Contains(b.all(ev, "actor"), w) && !slices.Contains(b.all(ev, "recipient"), w) {
			return false
		}
	}
	has := 0
	for _, w := range who {
		if w == p[0] || w == p[1] {
			has++
		}
	}
	if has < min(len(who), 2) {
		return false
	}
	if !met {
		return true
	}
	other := p[0]
	if other == who[0] {
		other = p[1]
	}
	kind := b.one(other, "type")
	return other != "" && kind != "place" && !(kind == "state" && b.one(ev, "relation") == "travels-to")
}

func (b *brute) admits(ev, article string, f Filter) bool {
	from, to := b.one(ev, "from"), b.one(ev, "to")
	if from == "" {
		from = b.one(article, "published")
		to = from
	}
	statuses := f.Status
	if len(statuses) == 0 {
		statuses = []schema.Status{"occurred", "ongoing"}
	}
	place := b.one(ev, "place")
	root := strings.TrimPrefix(b.one(ev, "rdf:type"), "plover:")
	return slices.Contains(statuses, schema.Status(b.one(ev, "status"))) &&
		(len(f.Relation) == 0 || slices.Contains(f.Relation, b.one(ev, "relation")) || slices.Contains(f.Relation, root)) &&
		(f.Since == "" || to >= f.Since) &&
		(f.Until == "" || from[:min(len(from), len(f.Until))] <= f.Until) &&
		(f.Place == "" || f.Place == place || place != "" && f.Place == b.one(place, "name")) &&
		(f.Source == "" || "article:"+f.Source == article || strings.EqualFold(f.Source, b.one(article, "publisher")))
}

func TestAnswersEqualBruteForce(t *testing.T) {
	ctx := context.Background()
	rapid.Check(t, func(rt *rapid.T) {
		s := openStore(t, "memory:")
		defer s.Close()
		for i := range rapid.IntRange(1, 5).Draw(rt, "articles") {
			add(t, s, smallArticle(rt, i))
		}
		quads, err := quad.ReadAll(nquads.NewReader(strings.NewReader(exported(t, s)), false))
		if err != nil {
			rt.Fatal(err)
		}
		b := &brute{quads: quads}
		who := rapid.SliceOfNDistinct(rapid.SampledFrom([]string{"actor:a0", "actor:a1", "actor:a2"}), 0, 2, rapid.ID).Draw(rt, "who")
		for _, w := range who {
			if b.one(w, "name") == "" {
				return // not in the store: an error, tested elsewhere
			}
		}
		f := someFilter(rt)
		sources := f.MinSources
		f.Reports, f.MinSources = true, 0
		rows, err := s.Events(ctx, who, f)
		compare(rt, "events", rows, err, b.pairs(who, f, false))
		if len(who) == 1 {
			m := f
			if m.Status == nil {
				m.Status = []schema.Status{schema.Occurred, schema.Ongoing, schema.Planned}
			}
			if m.Relation == nil {
				m.Relation = []string{"CONSULT"}
			}
			rows, err = s.Met(ctx, who[0], f)
			compare(rt, "met", rows, err, b.pairs(who, m, true))
		}
		if len(who) == 2 {
			f.Reports, f.MinSources = false, sources
			hops, err := s.Path(ctx, who[0], who[1], f)
			if want := b.distance(who[0], who[1], f); err == nil && len(hops) != want || err != nil && want >= 0 {
				rt.Fatalf("path of %d hops, %v, want %d", len(hops), err, want)
			}
		}
	})
}

func compare(rt *rapid.T, what string, rows []Row, err error, want []string) {
	if err != nil {
		rt.Fatal(err)
	}
	var got []string
	for _, r := range rows {
		x, y := r.Source.ID, r.Target.ID
		if symmetric(r.Relation) && y != "" && y < x {
			x, y = y, x
		}
		got = append(got, strings.Join([]string{"event:" + r.EventID, x, y}, " "))
	}
	slices.Sort(got)
	if !slices.Equal(got, want) {
		rt.Fatalf("%s\n got %q\nwant %q", what, got, want)
	}
}

// distance is the number of hops between two actors by the pairs a filter
// admits, -1 when there is no path. Places connect nobody.
func (b *brute) distance(from, to string, f Filter) int {
	near := map[string][]string{}
	for _, r := range b.happenings(nil, f, false) {
		if r.Target.ID != "" {
			near[r.Source.ID] = append(near[r.Source.ID], r.Target.ID)
			near[r.Target.ID] = append(near[r.Target.ID], r.Source.ID)
		}
	}
	dist := map[string]int{from: 0}
	for queue := []string{from}; len(queue) > 0; queue = queue[1:] {
		for _, n := range near[queue[0]] {
			if _, seen := dist[n]; !seen && b.one(n, "type") != "place" {
				dist[n] = dist[queue[0]] + 1
				queue = append(queue, n)
			}
		}
	}
	if d, ok := dist[to]; ok {
		return d
	}
	return -1
}

// Every answer is the same bytes whatever the order of loading and the store.
func TestAnswersDoNotDependOnOrder(t *testing.T) {
	ctx := context.Background()
	answers := func(s *Store) string {
		var all []any
		keep := func(v any, err error) {
			if err != nil {
				all = append(all, err.Error())
			}
			all = append(all, v)
		}
		rows, err := s.Events(ctx, nil, Filter{})
		keep(rows, err)
		rows, err = s.Met(ctx, "actor:a0", Filter{})
		keep(rows, err)
		rows, err = s.Path(ctx, "actor:a0", "actor:a1", Filter{})
		keep(rows, err)
		p, err := s.Show(ctx, "actor:a0", Filter{})
		keep(p, err)
		c, err := s.Compare(ctx, "actor:a0", "actor:a1", Filter{})
		keep(c, err)
		d, err := s.Dyads(ctx, Filter{})
		keep(d, err)
		for _, m := range Measures() {
			ranked, err := s.Top(ctx, m, Filter{})
			keep(ranked, err)
		}
		out, err := json.Marshal(all)
		if err != nil {
			t.Fatal(err)
		}
		return string(out)
	}
	rapid.Check(t, func(rt *rapid.T) {
		var xs []schema.Extraction
		for i := range rapid.IntRange(1, 6).Draw(rt, "articles") {
			xs = append(xs, smallArticle(rt, i))
		}
		one, two := openStore(t, "memory:"), openStore(t, "memory:")
		defer one.Close()
		defer two.Close()
		add(t, one, xs...)
		for _, i := range rapid.Permutation(slices.Collect(seq(len(xs)))).Draw(rt, "order") {
			add(t, two, xs[i])
		}
		if a, b := answers(one), answers(two); a != b {
			rt.Fatalf("in order\n%s\nshuffled\n%s", a, b)
		}
	})
}

func seq(n int) func(func(int) bool) {
	return func(yield func(int) bool) {
		for i := range n {
			if !yield(i) {
				return
			}
		}
	}
}
