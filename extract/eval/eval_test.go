package main

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/entente-kg/entente/extract"
	"github.com/entente-kg/entente/schema"
)

func goldArticles(t *testing.T) []Gold {
	t.Helper()
	golds, err := readGold(os.DirFS("testdata"), "gold")
	if err != nil {
		t.Fatal(err)
	}
	return golds
}

// The annotation itself is linted: enough articles, spans on their sentences,
// dates in order.
func TestGoldIsSound(t *testing.T) {
	golds := goldArticles(t)
	if len(golds) < 30 {
		t.Errorf("%d gold articles, want at least 30", len(golds))
	}
	for _, g := range golds {
		if n := len(g.Sentences); n < 5 || n > 10 {
			t.Errorf("%s: %d sentences, want 5 to 10", g.Article.ID, n)
		}
		for _, s := range g.Sentences {
			if got := g.Article.Text[s.Start:s.End]; strings.TrimSpace(got) != got || got == "" {
				t.Errorf("%s: sentence %q", g.Article.ID, got)
			}
			for _, e := range s.Edges {
				lintEdge(t, g.Article.ID, e)
			}
		}
	}
}

func lintEdge(t *testing.T, id string, e Edge) {
	t.Helper()
	for _, st := range e.Readings {
		if st.From > st.To || st.From != "" && len(st.From) != len("2022-01-18") {
			t.Errorf("%s: %s..%s is no stretch of days", id, st.From, st.To)
		}
		if st.Recipient == "" {
			t.Errorf("%s: %s %v has no recipient", id, st.Actor, st.Relations)
		}
	}
}

func TestParseEdge(t *testing.T) {
	e, err := parseEdge("?Hanna Lind met-with|spoke-with Ion Vasile [planned] @ Lima on 2022-01-18..2022-01-19 says Ana Ruiz|Peru met-with Chile")
	if err != nil {
		t.Fatal(err)
	}
	first := e.Readings[0]
	if !e.Optional || len(e.Readings) != 2 || first.Actor != "Hanna Lind" || !slices.Equal(first.Relations, []string{"met-with", "spoke-with"}) ||
		first.Recipient != "Ion Vasile" || first.Status != schema.Planned || first.Place != "Lima" || first.From != "2022-01-18" || first.To != "2022-01-19" || first.Speaker != "Ana Ruiz" {
		t.Errorf("got %+v", e)
	}
	for _, bad := range []string{"Lind hugged Vasile", "Lind met-with Vasile [maybe]", "met-with Vasile"} {
		if _, err := parseEdge(bad); err == nil {
			t.Errorf("%q was read", bad)
		}
	}
}

// A perfect extractor gets a perfect board, one that says nothing none.
func TestScore(t *testing.T) {
	g, err := parseGold("x.txt", "title: T\npublished: 2022-01-18\n\nLind met Vasile. ### Hanna Lind met-with Ion Vasile\nIt rained. ### nothing\n")
	if err != nil {
		t.Fatal(err)
	}
	person := func(name string) schema.Participant {
		return schema.Participant{Actor: schema.Actor{ID: "actor:" + schema.Slug(name), Name: name, Kind: schema.Person}}
	}
	met := schema.Event{Relation: "met-with", Root: "CONSULT", Status: schema.Occurred, Actors: []schema.Participant{person("Ion Vasile"), person("Hanna Lind")}}
	met.Evidence.Trigger.Start = 5
	denied := met
	denied.Status = schema.Denied
	extra := met
	extra.Evidence.Trigger.Start = 20
	for _, c := range []struct {
		name   string
		events []schema.Event
		want   count
	}{
		{"right", []schema.Event{met}, count{1, 1, 1}},
		{"said twice", []schema.Event{met, met}, count{1, 1, 1}},
		{"wrong status", []schema.Event{denied}, count{1, 1, 0}},
		{"nothing", nil, count{1, 0, 0}},
		{"too much", []schema.Event{met, extra}, count{1, 2, 1}},
	} {
		b := newBoard()
		for _, s := range g.Sentences {
			b.sentence(&g, s, edgesIn(c.events, s.Span))
		}
		if b.total != c.want {
			t.Errorf("%s: %+v, want %+v", c.name, b.total, c.want)
		}
	}
}

// A draw gives the edges of the files asked for, the same for the same seed.
func TestDraw(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, "a.txt")
	if err := os.WriteFile(file, []byte("Antony Blinken met Sergey Lavrov in Geneva. France did not attack Mali. Chile helped Peru."), 0o644); err != nil {
		t.Fatal(err)
	}
	x, err := extract.New(extract.Options{})
	if err != nil {
		t.Fatal(err)
	}
	var first, second strings.Builder
	for _, w := range []*strings.Builder{&first, &second} {
		if err := draw(w, x.Extract, 5, 7, []string{file}); err != nil {
			t.Fatal(err)
		}
	}
	got := first.String()
	if got != second.String() || !strings.Contains(got, "2 of 2 edges, seed 7") || !strings.Contains(got, "Antony Blinken met-with Sergey Lavrov [occurred] @ Geneva") {
		t.Errorf("got\n%s\nand\n%s", got, second.String())
	}
	if err := draw(&first, x.Extract, 5, 7, nil); err == nil {
		t.Error("no error without files")
	}
}
