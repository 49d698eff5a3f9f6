package export

import (
	"context"
	"fmt"
	"io"
	"iter"
	"testing"

	"github.com/cayleygraph/quad"
	"github.com/entente-kg/entente/graph"
	"github.com/entente-kg/entente/schema"
)

// crowd is a made-up graph of any size that is never held in memory.
type crowd struct{ actors, events int }

func (c crowd) actor(i int) schema.Actor {
	return schema.Actor{
		ID: fmt.Sprintf("actor:person-%d", i), Name: fmt.Sprintf("Person %d", i), Kind: schema.Person, Country: "PER",
		Sectors: []string{"GOV"}, Aliases: []string{fmt.Sprintf("P. %d", i)},
	}
}

func (c crowd) Articles(context.Context) iter.Seq2[schema.ArticleRef, error] {
	return stream([]schema.ArticleRef{{ID: "a1"}})
}

func (c crowd) Actors(context.Context) iter.Seq2[schema.Actor, error] {
	return func(yield func(schema.Actor, error) bool) {
		for i := range c.actors {
			if !yield(c.actor(i), nil) {
				return
			}
		}
	}
}

func (c crowd) Events(context.Context) iter.Seq2[schema.Event, error] {
	return func(yield func(schema.Event, error) bool) {
		for i := range c.events {
			e := schema.Event{
				ID: fmt.Sprintf("%016x", i), Relation: "met-with", Root: "CONSULT", CAMEO: "04", QuadClass: 1, Status: schema.Occurred,
				From: "2024-05-01", To: "2024-05-01", Confidence: 0.9, Article: schema.ArticleRef{ID: "a1", Published: "2024-05-02"},
				Actors:   []schema.Participant{{Actor: c.actor(i % c.actors)}, {Actor: c.actor((i*7 + 1) % c.actors)}},
				Evidence: schema.Evidence{Text: "The two of them met in Lima on Wednesday to talk about the border & trade.", Rule: "meet"},
			}
			if !yield(e, nil) {
				return
			}
		}
	}
}

func (c crowd) Quads(context.Context) iter.Seq2[quad.Quad, error] {
	return func(yield func(quad.Quad, error) bool) {
		label, met := quad.IRI(schema.Expand("article:a1")), quad.IRI(schema.Expand("met-with"))
		for i := range c.events {
			q := quad.Quad{Subject: quad.IRI(schema.Expand(c.actor(i % c.actors).ID)), Predicate: met, Object: quad.IRI(schema.Expand(c.actor((i*7 + 1) % c.actors).ID)), Label: label}
			if !yield(q, nil) {
				return
			}
		}
	}
}

// BenchmarkExport reports records written a second: quads for the RDF formats,
// edges for the others. The cost of making the records up is measured beside it.
//
//	go test -bench Export -benchtime 1x ./graph/export
func BenchmarkExport(b *testing.B) {
	c := crowd{actors: 10_000, events: 200_000}
	rate := func(b *testing.B, n int) {
		b.ReportMetric(float64(n*b.N)/b.Elapsed().Seconds(), "records/s")
	}
	b.Run("making-events", func(b *testing.B) {
		for b.Loop() {
			for range c.Events(context.Background()) {
			}
		}
		rate(b, c.events)
	})
	b.Run("making-quads", func(b *testing.B) {
		for b.Loop() {
			for range c.Quads(context.Background()) {
			}
		}
		rate(b, c.events)
	})
	for _, f := range Formats() {
		b.Run(f.Name, func(b *testing.B) {
			b.ReportAllocs()
			out := map[string]io.Writer{}
			for _, name := range f.Files {
				out[name] = io.Discard
			}
			for b.Loop() {
				if err := f.write(context.Background(), c, out); err != nil {
					b.Fatal(err)
				}
			}
			rate(b, c.events)
		})
	}
}

func FuzzQuadsRoundTrip(f *testing.F) {
	f.Add("Hanna Lind", "a1")
	f.Add(hostile, "x y<>\"{}|^`\\")
	f.Fuzz(func(t *testing.T, name, article string) {
		e := sample(name).events[0]
		e.Article.ID = article
		x := schema.Extraction{Article: schema.ArticleRef{ID: article, Title: name, Hash: "00"}, Actors: []schema.Actor{e.Actors[0].Actor}, Events: []schema.Event{e}}
		for _, q := range graph.Quads(x) {
			if got, err := readLine(graph.Line(q)); err != nil || graph.Line(got) != graph.Line(q) {
				t.Fatalf("%s\nread back as\n%s\n%v", graph.Line(q), graph.Line(got), err)
			}
		}
	})
}
