package graph_test

import (
	"context"
	"errors"
	"testing"

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

func questions() []question {
	famous, second, mid := synth.Name(0), synth.Name(1), synth.Name(300)
	return []question{
		{name: "met-mid", answer: met(mid, graph.Filter{})},
		{name: "met-most-famous", answer: met(famous, graph.Filter{})},
		{name: "met-most-famous-first-20", answer: met(famous, graph.Filter{Limit: 20})},
		{name: "met-with", answer: met(famous, graph.Filter{With: second})},
		{name: "events-mid", answer: events(graph.Filter{}, mid)},
		{name: "events-A-and-B", answer: events(graph.Filter{}, famous, second)},
		{name: "events-since-until", answer: events(graph.Filter{Since: "2021-01", Until: "2021-12"}, mid)},
		{name: "events-most-famous-since-until", answer: events(graph.Filter{Since: "2021-06", Until: "2021-08"}, famous)},
		{name: "window-day", answer: events(graph.Filter{Since: "2021-06-01", Until: "2021-06-01"})},
		{name: "window-month", answer: events(graph.Filter{Since: "2021-06", Until: "2021-06"})},
		{name: "path-500-4000", answer: path(500, 4000)},
		{name: "path-77-2400", answer: path(77, 2400)},
		{name: "path-301-1999", answer: path(301, 1999)},
		{name: "typo", answer: func(ctx context.Context, s *graph.Store) error {
			var unknown *graph.UnknownNameError
			if _, err := s.Resolve(ctx, famous[:3]+"x"+famous[4:]); !errors.As(err, &unknown) || len(unknown.Nearest) == 0 {
				return errors.New("no nearest name")
			}
			return nil
		}},
		{name: "gizmo-two-hops-most-famous", gizmo: `g.V("` + famous + `").Both("met-with").Both("met-with").Unique().All()`},
		{name: "gizmo-hop", gizmo: `g.V("` + mid + `").Out("met-with").All()`},
		{name: "gizmo-events", gizmo: `g.V("` + mid + `").In("actor").Save("status","st").Save("relation","r").Save("from","d").All()`},
		{name: "gizmo-A-and-B", gizmo: `g.V("` + famous + `").In(["actor","recipient"]).And(g.V("` + second + `").In(["actor","recipient"])).All()`},
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
