package export

import (
	"context"
	"flag"
	"fmt"
	"io"
	"iter"
	"runtime"
	"strconv"
	"testing"

	"github.com/cayleygraph/quad"
	"github.com/entente-kg/entente/graph"
	"github.com/entente-kg/entente/schema"
)

// crowd is a made-up graph of any number of events among ten thousand actors.
// Only the actors are held in memory; making an event up costs next to nothing,
// so that what is measured is the writing.
type crowd struct {
	actors []schema.Actor
	iris   []quad.Value
	events int
}

func newCrowd(events int) crowd {
	c := crowd{events: events}
	for i := range 10_000 {
		a := schema.Actor{
			ID: fmt.Sprintf("actor:person-%d", i), Name: fmt.Sprintf("Person %d", i), Kind: schema.Person, Country: "PER",
			Sectors: []string{"GOV"}, Aliases: []string{fmt.Sprintf("P. %d", i)},
		}
		c.actors, c.iris = append(c.actors, a), append(c.iris, quad.IRI(schema.Expand(a.ID)))
	}
	return c
}

// pair is who takes part in the i-th event.
func (c crowd) pair(i int) (a, b int) { return i % len(c.actors), (i*7 + 1) % len(c.actors) }

func (c crowd) Articles(context.Context) iter.Seq2[schema.ArticleRef, error] {
	return stream([]schema.ArticleRef{{ID: "a1"}})
}

func (c crowd) Actors(context.Context) iter.Seq2[schema.Actor, error] { return stream(c.actors) }

func (c crowd) Events(context.Context) iter.Seq2[schema.Event, error] {
	return func(yield func(schema.Event, error) bool) {
		var id []byte
		for i := range c.events {
			a, b := c.pair(i)
			id = strconv.AppendInt(id[:0], int64(i)+1<<40, 16)
			e := schema.Event{
				ID: string(id), Relation: "met-with", Root: "CONSULT", CAMEO: "04", QuadClass: 1, Status: schema.Occurred,
				From: "2024-05-01", To: "2024-05-01", Confidence: 0.9, Article: schema.ArticleRef{ID: "a1", Published: "2024-05-02"},
				Actors:   []schema.Participant{{Actor: c.actors[a]}, {Actor: c.actors[b]}},
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
			a, b := c.pair(i)
			if !yield(quad.Quad{Subject: c.iris[a], Predicate: met, Object: c.iris[b], Label: label}, nil) {
				return
			}
		}
	}
}

// counter counts what is written to it.
type counter struct{ bytes int64 }

func (c *counter) Write(p []byte) (int, error) {
	c.bytes += int64(len(p))
	return len(p), nil
}

// BenchmarkExport writes a million quads or edges in every format and reports
// how many a second, how large the file is, and by how much the heap had grown
// when the last was written: memory is flat when that does not grow with -many.
//
//	go test ./graph/export -run XXX -bench Export -benchtime 1x
func BenchmarkExport(b *testing.B) {
	c := newCrowd(*many)
	for _, f := range Formats() {
		b.Run(f.Name, func(b *testing.B) {
			size, grown := &counter{}, int64(0)
			out := map[string]io.Writer{}
			for _, name := range f.Files {
				out[name] = size
			}
			write := func() error { return f.write(context.Background(), c, out) }
			if f.fill != nil {
				dir := b.TempDir()
				write = func() error { return f.ToPath(context.Background(), dir, c) }
			}
			for b.Loop() {
				before := heap()
				if err := write(); err != nil {
					b.Fatal(err)
				}
				grown = heap() - before
			}
			b.ReportMetric(float64(c.events*b.N)/b.Elapsed().Seconds(), "records/s")
			b.ReportMetric(float64(size.bytes)/float64(b.N)/1e6, "MB")
			b.ReportMetric(float64(max(0, grown))/1e6, "grown-MB")
		})
	}
}

var many = flag.Int("many", 1_000_000, "quads or edges that BenchmarkExport writes")

// heap is how much memory the program holds, garbage of the last cycle included.
func heap() int64 {
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return int64(m.HeapInuse)
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
