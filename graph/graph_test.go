package graph

import (
	"bytes"
	"context"
	"fmt"
	"path/filepath"
	"testing"

	"github.com/entente-kg/entente/graph/quadstore/pgtest"
	"github.com/entente-kg/entente/schema"
)

// people of the test graph. Lind and Vasile hold office in Peru and Chile;
// Adam Lind shares a last name.
func people() map[string]schema.Actor {
	list := []schema.Actor{
		{ID: "actor:hanna-lind", Name: "Hanna Lind", Kind: schema.Person, Country: "PER", Sectors: []string{"GOV"}, Aliases: []string{"Lind", "Minister Lind"}, Known: true, Wikidata: "Q1"},
		{ID: "actor:radu-vasile", Name: "Radu Vasile", Kind: schema.Person, Country: "CHL", Sectors: []string{"GOV", "MIL"}, Aliases: []string{"Vasile"}},
		{ID: "actor:adam-lind", Name: "Adam Lind", Kind: schema.Person, Country: "NOR"},
		{ID: "actor:peru", Name: "Peru", Kind: schema.State, Country: "PER", Known: true},
		{ID: "place:lima", Name: "Lima", Kind: schema.Place, Country: "PER"},
	}
	m := map[string]schema.Actor{}
	for _, a := range list {
		m[a.ID] = a
	}
	return m
}

// story is a one-line article: who did what with whom.
type story struct {
	article, published, actor, relation, recipient, place, from string
	status                                                      schema.Status
	text                                                        string
}

func stories() []story {
	return []story{
		{"a1", "2022-01-18", "actor:hanna-lind", "spoke-with", "actor:radu-vasile", "", "2022-01-18", schema.Occurred, "Lind spoke with Vasile on Tuesday."},
		{"a2", "2022-01-20", "actor:hanna-lind", "met-with", "actor:radu-vasile", "place:lima", "2022-02-01", schema.Planned, "Lind will meet Vasile in Lima in February."},
		{"a3", "2022-03-02", "actor:radu-vasile", "criticized", "actor:peru", "", "", schema.Occurred, "Vasile criticised Peru."},
		{"a4", "2022-03-05", "actor:adam-lind", "met-with", "actor:radu-vasile", "", "2022-03-04", schema.Denied, "Adam Lind denied meeting Vasile."},
	}
}

// extraction makes of a story what the extractor would.
func (s story) extraction() schema.Extraction {
	who := people()
	part := func(id string) schema.Participant {
		return schema.Participant{Actor: who[id], Mentions: []schema.Text{{Span: schema.Span{Start: 0, End: 4}, Text: s.text[:4]}}}
	}
	ref := schema.ArticleRef{ID: s.article, Title: "Title of " + s.article, Publisher: "Gazette", Published: s.published, Hash: "hash of " + s.text}
	rel := schema.RelationNamed(s.relation)
	ev := schema.Event{
		Schema: schema.Version, ID: "ev-" + s.article, Relation: s.relation, Root: rel.Root, Mode: rel.Mode, CAMEO: rel.CAMEO,
		Status: s.status, From: s.from, To: s.from, Article: ref, Confidence: 0.9,
		Evidence: schema.Evidence{
			Span: schema.Span{Start: 0, End: len(s.text)}, Text: s.text, Rule: "test",
			Trigger: schema.Text{Span: schema.Span{Start: 5, End: 8}, Text: s.text[5:8]},
		},
	}
	x := schema.Extraction{Article: ref}
	add := func(id string) {
		for _, a := range x.Actors {
			if a.ID == id {
				return
			}
		}
		x.Actors = append(x.Actors, who[id])
	}
	ids := []string{s.actor, s.recipient, s.place}
	if rel.Symmetric {
		ev.Actors = []schema.Participant{part(s.actor), part(s.recipient)}
	} else {
		ev.Actors, ev.Recipients = []schema.Participant{part(s.actor)}, []schema.Participant{part(s.recipient)}
	}
	if s.place != "" {
		p := part(s.place)
		ev.Place = &p
	}
	for _, id := range ids {
		if id != "" {
			add(id)
		}
	}
	x.Events = []schema.Event{ev}
	sortActors(x.Actors)
	return x
}

func extractions() (xs []schema.Extraction) {
	for _, s := range stories() {
		xs = append(xs, s.extraction())
	}
	return xs
}

// onEachStore runs a test on every kind of store.
func onEachStore(t *testing.T, test func(t *testing.T, open func(testing.TB) *Store)) {
	for name, url := range map[string]func(testing.TB) string{
		"bolt":     func(t testing.TB) string { return filepath.Join(t.TempDir(), "x.db") },
		"pebble":   func(t testing.TB) string { return "pebble:" + filepath.Join(t.TempDir(), "x") },
		"memory":   func(testing.TB) string { return "memory:" },
		"postgres": func(t testing.TB) string { return pgtest.Database(t) },
	} {
		t.Run(name, func(t *testing.T) {
			test(t, func(t testing.TB) *Store { return openStore(t, url(t)) })
		})
	}
}

func openStore(t testing.TB, url string) *Store {
	t.Helper()
	s, err := Open(url, Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s
}

// loaded opens a store in memory that holds the test stories.
func loaded(t testing.TB) *Store {
	t.Helper()
	s := openStore(t, "memory:")
	add(t, s, extractions()...)
	return s
}

func add(t testing.TB, s *Store, xs ...schema.Extraction) AddResult {
	t.Helper()
	r, err := s.Add(context.Background(), xs)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func exported(t testing.TB, s *Store) string {
	t.Helper()
	var b bytes.Buffer
	if err := s.ExportNQuads(context.Background(), &b); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func rowLine(r Row) string {
	return fmt.Sprintf("%s %s %s %s %s @%s %s", r.From, r.Source.Name, r.Relation, r.Target.Name, r.Status, r.Place.Name, r.Article.ID)
}
