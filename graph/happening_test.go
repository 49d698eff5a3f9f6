package graph

import (
	"cmp"
	"fmt"
	"slices"
	"testing"
	"time"

	"github.com/entente-kg/entente/schema"
	"pgregory.net/rapid"
)

func grouped(rows []Row) []Row {
	out, err := happenings(rows, nil)
	if err != nil {
		panic(err) // only reading sketches can fail
	}
	return out
}

func independentOf(reports []Report) int {
	n, err := independent(reports, nil)
	if err != nil {
		panic(err)
	}
	return n
}

// plainly groups by the rule in happening.go as it is written: every row is
// compared with every happening before it.
func plainly(rows []Row) (all []*happening) {
	rows = slices.Clone(rows)
	slices.SortFunc(rows, func(a, b Row) int { return compareRows(&a, &b) })
	for i := range rows {
		r := &rows[i]
		var home *happening
		for _, g := range slices.Backward(all) {
			if g.reports[0].groupKey() == r.groupKey() && g.takes(r, r.span()) {
				home = g
				break
			}
		}
		if home == nil {
			home = &happening{span: r.span()}
			all = append(all, home)
		}
		home.span = home.span.narrowed(r.span())
		if home.place.ID == "" {
			home.place = r.Place
		}
		home.reports = append(home.reports, r)
	}
	return all
}

// reportIDs lists the events of each happening.
func reportIDs(all []*happening) [][]string {
	return eventIDs(all, func(h *happening) []*Row { return h.reports }, func(r *Row) string { return r.EventID })
}

func eventIDs[Group, Member any](all []Group, members func(Group) []Member, id func(Member) string) (groups [][]string) {
	for _, g := range all {
		var ids []string
		for _, r := range members(g) {
			ids = append(ids, id(r))
		}
		slices.Sort(ids)
		groups = append(groups, ids)
	}
	slices.SortFunc(groups, slices.Compare)
	return groups
}

func TestGroupingFollowsItsRule(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		day := func(label string) string { return fmt.Sprintf("2022-01-%02d", rapid.IntRange(1, 24).Draw(rt, label)) }
		var rows []Row
		for i := range rapid.IntRange(0, 40).Draw(rt, "rows") {
			r := Row{
				EventID: fmt.Sprint("e", i), Relation: "met-with", Status: schema.Occurred,
				Source: Who{ID: "a"}, Target: Who{ID: rapid.SampledFrom([]string{"b", "b", "c"}).Draw(rt, "target")},
				Place:    Who{ID: rapid.SampledFrom([]string{"", "", "lima", "quito", "bonn"}).Draw(rt, "place")},
				Reported: rapid.SampledFrom([]string{"", day("reported"), day("reported"), "soon"}).Draw(rt, "reported"),
			}
			switch rapid.IntRange(0, 3).Draw(rt, "dated") {
			case 0:
				r.From = day("from")
				r.To = r.From
			case 1:
				r.From = day("from")
				r.To = max(r.From, day("to"))
			}
			rows = append(rows, r)
		}
		got := eventIDs(grouped(slices.Clone(rows)), func(r Row) []Report { return r.Reports }, func(r Report) string { return r.EventID })
		if want := reportIDs(plainly(rows)); !slices.EqualFunc(got, want, slices.Equal) {
			rt.Fatalf("%v\n got %v\nwant %v", rows, got, want)
		}
	})
}

func TestIndependentSources(t *testing.T) {
	report := func(article, publisher, quote string) Report {
		return Report{Article: schema.ArticleRef{ID: article, Publisher: publisher}, Quote: quote}
	}
	for _, c := range []struct {
		what    string
		reports []Report
		want    int
	}{
		{"none", nil, 0},
		{"one article twice", []Report{report("a", "", "They met."), report("a", "", "He saw her in Bonn on Monday.")}, 1},
		{"one publisher twice", []Report{report("a", "Gazette", "They met."), report("b", "the gazette", "He saw her in Bonn on Monday.")}, 1},
		{"two of no publisher", []Report{report("a", "", "They met."), report("b", "", "He saw her in Bonn on Monday.")}, 2},
		{"a wire and its copy", []Report{
			report("a", "Gazette", "Lind spoke with Vasile about fish on Tuesday."), report("b", "Courier", "Lind spoke with Vasile Tuesday about fish."),
		}, 1},
		{"copies of copies", []Report{
			report("a", "A", "one two three four five six seven eight nine ten"),
			report("b", "B", "one two three four five six seven eight nine eleven"),
			report("c", "C", "one two three four five six seven eight twelve eleven"),
		}, 1},
		{"half in common", []Report{
			report("a", "A", "one two three four five six seven eight"), report("b", "B", "one two three four nine ten eleven twelve"),
		}, 2},
		{"no sentence at all", []Report{report("a", "A", ""), report("b", "B", "")}, 1},
	} {
		if got := independentOf(c.reports); got != c.want {
			t.Errorf("%s: %d, want %d", c.what, got, c.want)
		}
	}
}

// Finding copies by their rare words misses none.
func TestCopiesAreFound(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		var reports []Report
		for i := range rapid.IntRange(0, 20).Draw(rt, "reports") {
			quote := ""
			for range rapid.IntRange(4, 12).Draw(rt, "words") {
				quote += rapid.SampledFrom([]string{"he ", "met ", "her ", "in ", "bonn ", "on ", "a ", "monday ", "evening ", "for ", "talks ", "again "}).Draw(rt, "word")
			}
			reports = append(reports, Report{Article: schema.ArticleRef{ID: fmt.Sprint(i)}, Quote: quote})
		}
		want := newUnion(len(reports))
		by := func(a, b string) int { return cmp.Compare(a, b) }
		for i := range reports {
			for j := range i {
				a, b := wordsOf(reports[i].Quote), wordsOf(reports[j].Quote)
				slices.SortFunc(a, by)
				slices.SortFunc(b, by)
				if overlap(a, b, nil) >= nearIdentical {
					want.join(i, j)
				}
			}
		}
		if got := independentOf(reports); got != want.sets {
			rt.Fatalf("%d sources, want %d: %v", got, want.sets, reports)
		}
	})
}

// crowd is n reports that wear a grouping out: all of one pair, or of one
// actor with as many; of one article, or each of its own.
func crowd(n int, pairs, articles int) []Row {
	rows := make([]Row, n)
	for i := range rows {
		r := &rows[i]
		*r = Row{
			EventID: fmt.Sprintf("%016x", uint64(i)*0x9e3779b97f4a7c15), Relation: "met-with", Status: schema.Occurred,
			Source: Who{ID: "actor:a"}, Target: Who{ID: fmt.Sprint("actor:b", i%pairs)}, Reported: "2022-01-18",
			Article: schema.ArticleRef{ID: fmt.Sprint(i % articles), Published: "2022-01-18"},
			Quote:   fmt.Sprintf("They met for the %dth time in the hall of the old town for talks about fish.", i),
		}
		switch i % 4 {
		case 0:
			r.From, r.To = "2022-01-17", "2022-01-17"
		case 1:
			r.From, r.To = "2022-01-10", fmt.Sprintf("2022-%02d-20", 1+i%12)
		}
		if i%3 == 0 {
			r.Place = Who{ID: fmt.Sprint("place:", i%10_000)}
		}
	}
	return rows
}

// BenchmarkHappenings groups 50,000 reports that are hard to group.
func BenchmarkHappenings(b *testing.B) {
	const n = 50_000
	for _, c := range []struct {
		name            string
		pairs, articles int
	}{{"one-pair-one-article", 1, 1}, {"one-pair", 1, n}, {"one-actor", n, n}, {"one-actor-one-article", n, 1}} {
		b.Run(c.name, func(b *testing.B) {
			for b.Loop() {
				b.StopTimer()
				rows := crowd(n, c.pairs, c.articles)
				b.StartTimer()
				grouped(rows)
			}
		})
	}
}

// A file of one line, two megabytes of one sentence, must not hang the answer.
func TestGroupingManyReportsEnds(t *testing.T) {
	const n, limit = 50_000, 3 * time.Minute // a second, were it not for busy machines
	for _, articles := range []int{1, n} {
		began := time.Now()
		got := grouped(crowd(n, 1, articles))
		if took := time.Since(began); took > limit || len(got) == 0 {
			t.Errorf("%d reports of %d articles: %d happenings in %s", n, articles, len(got), took)
		}
	}
}
