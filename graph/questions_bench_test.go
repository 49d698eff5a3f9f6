package graph_test

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	cayley "github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/cayley/graph/kv/bbolt"
	"github.com/cayleygraph/cayley/query"
	"github.com/cayleygraph/cayley/query/gizmo"
	_ "github.com/cayleygraph/cayley/writer" // registers itself with cayley
	"github.com/cayleygraph/quad"
	"github.com/entente-kg/entente/graph"
	"github.com/entente-kg/entente/graph/synth"
)

// question is one that users ask, as the program asks it and as cayley's own
// Gizmo does of a stock store (nil where Gizmo cannot).
type question struct {
	name   string
	answer func(context.Context, *graph.Store) error
	gizmo  string // with names, for our planner
	plain  string // with IRIs, for plain cayley
}

func rows(rows []graph.Row, err error) error {
	if err == nil && len(rows) == 0 {
		err = errors.New("nothing found")
	}
	return err
}

func events(f graph.Filter, who ...string) func(context.Context, *graph.Store) error {
	return func(ctx context.Context, s *graph.Store) error { return rows(s.Events(ctx, who, f)) }
}

func met(who string, f graph.Filter) func(context.Context, *graph.Store) error {
	return func(ctx context.Context, s *graph.Store) error { return rows(s.Met(ctx, who, f)) }
}

func path(a, b int) func(context.Context, *graph.Store) error {
	return func(ctx context.Context, s *graph.Store) error {
		return rows(s.Path(ctx, synth.Name(a), synth.Name(b), graph.Filter{}))
	}
}

// The words of our vocabulary, in full, as plain cayley wants them.
const (
	base   = "https://w3id.org/entente/"
	inRole = `In(["<` + base + `schema/actor>","<` + base + `schema/recipient>"])`
	saved  = `.Save("<` + base + `schema/status>","s").Save("<` + base + `schema/relation>","r").All()`
)

func nodeOf(rank int) string {
	return `g.V("<` + base + `actor/` + strings.TrimPrefix((synth.World{}).Actor(rank).ID, "actor:") + `>")`
}

func since(from, to string) string {
	return `.Has("<` + base + `schema/from>", gte(new Date("` + from + `")), lte(new Date("` + to + `")))`
}

func questions() []question {
	famous, second, mid := synth.Name(0), synth.Name(1), synth.Name(300)
	consult := `.Has("<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>","<` + base + `plover/CONSULT>")`
	metWith := `Both("<` + base + `schema/met-with>")`
	return []question{
		{name: "met-mid", answer: met(mid, graph.Filter{}), plain: nodeOf(300) + "." + inRole + consult + saved},
		{name: "met-most-famous", answer: met(famous, graph.Filter{}), plain: nodeOf(0) + "." + inRole + consult + saved},
		{name: "met-most-famous-with-second", answer: met(famous, graph.Filter{With: second}),
			plain: nodeOf(0) + "." + inRole + ".And(" + nodeOf(1) + "." + inRole + ")" + consult + saved},
		{name: "events-mid", answer: events(graph.Filter{}, mid), plain: nodeOf(300) + "." + inRole + saved},
		{name: "events-A-and-B", answer: events(graph.Filter{}, famous, second), plain: nodeOf(0) + "." + inRole + ".And(" + nodeOf(1) + "." + inRole + ")" + saved},
		{name: "events-since-until", answer: events(graph.Filter{Since: "2021-01", Until: "2021-12"}, mid),
			plain: nodeOf(300) + "." + inRole + since("2021-01-01", "2021-12-31") + saved},
		{name: "events-most-famous-since-until", answer: events(graph.Filter{Since: "2021-06", Until: "2021-08"}, famous),
			plain: nodeOf(0) + "." + inRole + since("2021-06-01", "2021-08-31") + saved},
		{name: "window-day", answer: events(graph.Filter{Since: "2021-06-01", Until: "2021-06-01"}), plain: "g.V()" + since("2021-06-01", "2021-06-01") + saved},
		{name: "window-month", answer: events(graph.Filter{Since: "2021-06", Until: "2021-06"}), plain: "g.V()" + since("2021-06-01", "2021-06-30") + saved},
		{name: "path-500-4000", answer: path(500, 4000)},
		{name: "path-77-2400", answer: path(77, 2400)},
		{name: "path-301-1999", answer: path(301, 1999)},
		{name: "typo", answer: func(ctx context.Context, s *graph.Store) error {
			var unknown *graph.UnknownNameError
			if _, err := s.Resolve(ctx, famous[:3]+"x"+famous[4:]); !errors.As(err, &unknown) || len(unknown.Nearest) == 0 {
				return errors.New("no nearest name")
			}
			return nil
		}, plain: `g.V().Out("<` + base + `schema/name>").Filter(regex("^` + famous[:3] + `.` + famous[4:] + `$")).In("<` + base + `schema/name>").All()`},
		{name: "gizmo-two-hops-most-connected", gizmo: `g.V("` + famous + `").Both("met-with").Both("met-with").Unique().All()`,
			plain: nodeOf(0) + "." + metWith + "." + metWith + ".Unique().All()"},
		{name: "gizmo-hop", gizmo: `g.V("` + mid + `").Out("met-with").All()`, plain: nodeOf(300) + `.Out("<` + base + `schema/met-with>").All()`},
		{name: "gizmo-events-three-properties", gizmo: `g.V("` + mid + `").In("actor").Save("status","st").Save("relation","r").Save("from","d").All()`,
			plain: nodeOf(300) + `.In("<` + base + `schema/actor>").Save("<` + base + `schema/status>","st").Save("<` + base + `schema/relation>","r").Save("<` + base + `schema/from>","d").All()`},
		{name: "gizmo-A-and-B", gizmo: `g.V("` + famous + `").In(["actor","recipient"]).And(g.V("` + second + `").In(["actor","recipient"])).All()`,
			plain: nodeOf(0) + "." + inRole + ".And(" + nodeOf(1) + "." + inRole + ").All()"},
	}
}

// stock opens a store that plain cayley has made of the same quads, as it comes.
func stock(b testing.TB) cayley.QuadStore {
	dir := filepath.Join(*benchStore, "stock")
	if _, err := os.Stat(dir); err != nil {
		if err := fillStock(filled(b, "bolt"), dir); err != nil {
			b.Fatal(err)
		}
	}
	qs, err := cayley.NewQuadStore(bbolt.Type, dir, nil)
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { qs.Close() })
	return qs
}

func fillStock(like *graph.Store, dir string) error {
	size, err := like.Stats(context.Background())
	if err != nil {
		return err
	}
	var quads []quad.Quad
	for x := range (synth.World{Seed: 1}).Articles(int(*benchQuads / 80)) { // as load does
		if size.Articles--; size.Articles < 0 {
			break
		}
		quads = append(quads, graph.Quads(x)...)
	}
	if err := cayley.InitQuadStore(bbolt.Type, dir, nil); err != nil {
		return err
	}
	qs, err := cayley.NewQuadStore(bbolt.Type, dir, nil)
	if err != nil {
		return err
	}
	defer qs.Close()
	w, err := cayley.NewQuadWriter("single", qs, cayley.Options{"ignore_missing": true, "ignore_duplicate": true})
	if err != nil {
		return err
	}
	for part := range slices.Chunk(quads, 10_000) {
		if err := w.AddQuadSet(part); err != nil {
			return err
		}
	}
	return w.Close()
}

// BenchmarkPlainCayley asks plain cayley the same, on bbolt as cayley makes it.
func BenchmarkPlainCayley(b *testing.B) {
	if *benchStore == "" {
		b.Skip("set -store: filling cayley's own store takes minutes")
	}
	ctx := context.Background()
	for _, q := range questions() {
		if q.plain == "" {
			continue
		}
		b.Run(q.name, func(b *testing.B) {
			qs := stock(b)
			for b.Loop() {
				it, err := gizmo.NewSession(qs).Execute(ctx, q.plain, query.Options{Collation: query.JSON, Limit: -1})
				if err != nil {
					b.Fatal(err)
				}
				n := 0
				for ; it.Next(ctx); n++ {
					_ = it.Result()
				}
				if it.Err() != nil || n == 0 {
					b.Fatal(n, it.Err())
				}
				it.Close()
			}
		})
	}
}

func (q *question) ask(ctx context.Context, s *graph.Store) error {
	if q.answer != nil {
		return q.answer(ctx, s)
	}
	n := 0
	err := s.Query(ctx, q.gizmo, graph.QueryOptions{}, func(graph.Result) error { n++; return nil })
	if err == nil && n == 0 {
		err = errors.New("nothing found")
	}
	return err
}

// BenchmarkQuestions asks a filled store what users ask.
func BenchmarkQuestions(b *testing.B) {
	ctx := context.Background()
	for _, kind := range []string{"bolt", "pebble"} {
		for _, q := range questions() {
			b.Run(kind+"/"+q.name, func(b *testing.B) {
				s := filled(b, kind)
				b.ReportAllocs()
				for b.Loop() {
					if err := q.ask(ctx, s); err != nil {
						b.Fatal(err)
					}
				}
			})
		}
	}
}
