package graph

import (
	"context"
	"errors"
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"github.com/entente-kg/entente/schema"
	"github.com/entente-kg/entente/schema/sketch"
)

func lines(rows []Row) (out []string) {
	for _, r := range rows {
		out = append(out, fmt.Sprintf("%s (%d/%d)", rowLine(r), len(r.Reports), r.Sources))
	}
	return out
}

// wire is the same call in four papers: two print an agency's sentence, one
// its own, one the next week without a date; and another call a month on.
func wire() (xs []schema.Extraction) {
	for _, s := range []struct {
		story
		publisher string
	}{
		{story{"w1", "2022-01-18", "actor:hanna-lind", "spoke-with", "actor:radu-vasile", "", "2022-01-18", schema.Occurred, "Lind spoke with Vasile on Tuesday about fish."}, "Gazette"},
		{story{"w2", "2022-01-19", "actor:radu-vasile", "spoke-with", "actor:hanna-lind", "", "2022-01-18", schema.Occurred, "Lind spoke with Vasile Tuesday about fish."}, "Courier"},
		{story{"w3", "2022-01-19", "actor:radu-vasile", "spoke-with", "actor:hanna-lind", "", "2022-01-18", schema.Occurred, "Vasile and the minister talked by telephone the day before."}, "Herald"},
		{story{"w4", "2022-01-22", "actor:hanna-lind", "spoke-with", "actor:radu-vasile", "", "", schema.Occurred, "Lind has spoken with the Chilean."}, "Weekly"},
		{story{"w5", "2022-02-20", "actor:hanna-lind", "spoke-with", "actor:radu-vasile", "", "2022-02-19", schema.Occurred, "Lind called Vasile again on Saturday."}, "Weekly"},
	} {
		x := s.extraction()
		x.Article.Publisher = s.publisher
		x.Events[0].Article = x.Article
		xs = append(xs, x)
	}
	return xs
}

func TestReportsOfOneHappening(t *testing.T) {
	s := openStore(t, "memory:")
	add(t, s, wire()...)
	rows, err := s.Events(context.Background(), []string{"Hanna Lind"}, Filter{})
	want := []string{
		"2022-01-18 Hanna Lind spoke-with Radu Vasile occurred @ w1 (4/3)",
		"2022-02-19 Hanna Lind spoke-with Radu Vasile occurred @ w5 (1/1)",
	}
	if got := lines(rows); err != nil || !slices.Equal(got, want) {
		t.Errorf("%q, %v\nwant %q", got, err, want)
	}
	rows, err = s.Events(context.Background(), []string{"Hanna Lind"}, Filter{Reports: true})
	if err != nil || len(rows) != 5 {
		t.Errorf("%d reports, %v, want 5", len(rows), err)
	}
}

// An article and its copies are one source, however each of them puts the sentence.
func TestCopiedArticlesAreOneSource(t *testing.T) {
	wire := "Lind spoke with Vasile about fish on Tuesday. Both sides called the talks useful and agreed to go on in spring in Lima."
	own := "A long report of its own, from another desk, with other words in every sentence and nothing taken from a wire at all."
	xs := wire3(wire, wire+" Our reporter adds a word.", own)
	s := openStore(t, "memory:")
	add(t, s, xs...)
	rows, err := s.Events(context.Background(), []string{"Hanna Lind"}, Filter{})
	if err != nil || len(rows) != 1 || len(rows[0].Reports) != 3 || rows[0].Sources != 2 {
		t.Errorf("%q, %v, want 3 reports of 2 sources", lines(rows), err)
	}
	for n, want := range map[int]int{2: 1, 3: 0} {
		if rows, err := s.Events(context.Background(), []string{"Hanna Lind"}, Filter{MinSources: n}); err != nil || len(rows) != want {
			t.Errorf("from %d sources: %q, %v, want %d", n, lines(rows), err, want)
		}
	}
}

// wire3 is one call in three articles of different papers and these texts.
func wire3(texts ...string) (xs []schema.Extraction) {
	for i, s := range wire()[:3] {
		s.Article.Publisher = fmt.Sprint("Paper ", i)
		s.Article.Sketch = sketch.Of(texts[i]).String()
		s.Events[0].Article = s.Article
		s.Events[0].Evidence.Text = []string{"Lind rang.", "Vasile and Lind talked by telephone.", "A call about fish was held."}[i]
		xs = append(xs, s)
	}
	return xs
}

func TestEventsOfTwo(t *testing.T) {
	s := loaded(t)
	for _, c := range []struct {
		who    []string
		filter Filter
		want   []string
	}{
		{[]string{"Hanna Lind", "Vasile"}, Filter{}, []string{"2022-01-18 Hanna Lind spoke-with Radu Vasile occurred @ a1 (1/1)"}},
		{[]string{"Vasile", "Peru"}, Filter{}, []string{" Radu Vasile criticized Peru occurred @ a3 (1/1)"}},
		{[]string{"Adam Lind", "Peru"}, Filter{}, nil},
		{[]string{"Vasile"}, Filter{Since: "2022-03"}, []string{" Radu Vasile criticized Peru occurred @ a3 (1/1)"}},
		{[]string{"Vasile"}, Filter{Until: "2022-01"}, []string{"2022-01-18 Radu Vasile spoke-with Hanna Lind occurred @ a1 (1/1)"}},
		{nil, Filter{Since: "2022-03", Until: "2022"}, []string{" Radu Vasile criticized Peru occurred @ a3 (1/1)"}},
		{nil, Filter{Relation: []string{"accuse"}}, []string{" Radu Vasile criticized Peru occurred @ a3 (1/1)"}},
		{nil, Filter{Place: "Lima", Status: schema.Statuses[:]}, []string{"2022-02-01 Hanna Lind met-with Radu Vasile planned @Lima a2 (1/1)"}},
	} {
		rows, err := s.Events(context.Background(), c.who, c.filter)
		if got := lines(rows); err != nil || !slices.Equal(got, c.want) {
			t.Errorf("%q %+v:\n got %q, %v\nwant %q", c.who, c.filter, got, err, c.want)
		}
	}
}

func TestFilterRefusesNonsense(t *testing.T) {
	for _, f := range []Filter{
		{Since: "yesterday"}, {Until: "2022-13"}, {Since: "2023", Until: "2022"}, {Status: []schema.Status{"maybe"}},
		{Relation: []string{"kissed"}}, {Relation: []string{"title"}},
	} {
		if _, err := loaded(t).Events(context.Background(), nil, f); err == nil {
			t.Errorf("%+v: no error", f)
		}
	}
}

func TestWhyNothing(t *testing.T) {
	s := loaded(t)
	for _, c := range []struct {
		who    string
		filter Filter
		want   string
	}{
		{"Adam Lind", Filter{}, "only 1 denied"},
		{"Peru", Filter{Until: "2021"}, "nothing in that time; 1 event"},
		{"Peru", Filter{Relation: []string{"met-with"}}, "of other kinds"},
		{"Peru", Filter{Source: "Times"}, "nothing from Times"},
		{"Lima", Filter{}, "Lima is a place"},
	} {
		ask := func(f Filter) ([]Row, error) { return s.Events(context.Background(), []string{c.who}, f) }
		got, err := s.Why(context.Background(), c.filter, []string{c.who}, ask)
		if err != nil || !strings.Contains(got.Why, c.want) {
			t.Errorf("%s %+v: %q, %v, want %q", c.who, c.filter, got, err, c.want)
		}
	}
}

func TestPath(t *testing.T) {
	s := loaded(t)
	rows, err := s.Path(context.Background(), "Hanna Lind", "Peru", Filter{})
	want := []string{
		"2022-01-18 Hanna Lind spoke-with Radu Vasile occurred @ a1 (1/1)",
		" Radu Vasile criticized Peru occurred @ a3 (1/1)",
	}
	if got := lines(rows); err != nil || !slices.Equal(got, want) {
		t.Errorf("%q, %v\nwant %q", got, err, want)
	}
	var none *NoPathError
	if _, err := s.Path(context.Background(), "Adam Lind", "Peru", Filter{}); !errors.As(err, &none) {
		t.Errorf("%v, want a NoPathError", err)
	}
}

func TestShowCompareDyads(t *testing.T) {
	s, ctx := loaded(t), context.Background()
	p, err := s.Show(ctx, "Vasile", Filter{})
	if err != nil || p.Name != "Radu Vasile" || len(p.Counterparts) != 2 || p.Articles != 4 {
		t.Errorf("%+v, %v", p, err)
	}
	shared, err := s.Compare(ctx, "Hanna Lind", "Peru", Filter{})
	if err != nil || len(shared) != 1 || shared[0].Name != "Radu Vasile" {
		t.Errorf("%+v, %v", shared, err)
	}
	dyads, err := s.Dyads(ctx, Filter{})
	want := []DyadCount{
		{"2022-01", "CHL", "PER", "CONSULT", 1}, {"2022-01", "PER", "CHL", "CONSULT", 1}, {"2022-03", "CHL", "PER", "ACCUSE", 1},
	}
	if err != nil || !slices.Equal(dyads, want) {
		t.Errorf("%v, %v, want %v", dyads, err, want)
	}
}

// star is a network in which everybody is joined to the first only, and weakly.
func star(leaves int) *actorNetwork {
	var rows []Row
	for i := range leaves {
		rows = append(rows, Row{Relation: "met-with", Source: Who{"a", "A"}, Target: Who{fmt.Sprint("b", i), "B"}})
	}
	return networkOf(rows)
}

func TestCentrality(t *testing.T) {
	n := star(4)
	near := func(a, b float64) bool { return math.Abs(a-b) < 1e-6 }
	if b := n.betweenness(); !near(b[0], 6) || !near(b[1], 0) {
		t.Errorf("betweenness of a star of four: %v, want 6 and 0", b)
	}
	// r(hub) = 0.15/5 + 0.85·(1 − r(hub)), each leaf passing all on.
	if r := n.pageRank(0.85, 1e-12); !near(r[0], (0.03+0.85)/1.85) {
		t.Errorf("pagerank of the hub: %v, want %v", r[0], (0.03+0.85)/1.85)
	}
	if d := n.degree(); d[0] != 4 || d[1] != 1 {
		t.Errorf("degrees %v", d)
	}
}

func TestCommunitiesAreStable(t *testing.T) {
	var rows []Row
	for i := range 60 {
		for j := range 60 {
			if i != j && (i%3 == j%3 && (i+j)%4 == 0 || (i*j)%59 == 1) {
				rows = append(rows, Row{Relation: "met-with", Source: Who{ID: fmt.Sprint(i)}, Target: Who{ID: fmt.Sprint(j)}})
			}
		}
	}
	want := networkOf(rows).communities()
	for range 10 {
		if got := networkOf(rows).communities(); !slices.Equal(got, want) {
			t.Fatalf("communities changed:\n%v\n%v", got, want)
		}
	}
}

func TestTop(t *testing.T) {
	for _, m := range Measures() {
		ranked, err := loaded(t).Top(context.Background(), m, Filter{Limit: 1})
		if err != nil || len(ranked) != 1 || m != Community && ranked[0].Name != "Radu Vasile" {
			t.Errorf("%s: %+v, %v, want Radu Vasile", m, ranked, err)
		}
	}
}
