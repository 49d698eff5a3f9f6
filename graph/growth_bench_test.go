package graph_test

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"flag"
	"iter"
	"maps"
	"os"
	"slices"
	"testing"
	"time"

	"github.com/entente-kg/entente/graph/picture"
	"github.com/entente-kg/entente/graph/synth"
	"github.com/entente-kg/entente/schema"
)

var (
	growTo = flag.Int64("grow", 0, "quads up to which BenchmarkGrowth fills a store; 0 skips it")
	plotTo = flag.String("plot", "", "where BenchmarkGrowth draws what it measured, as SVG; beside it the figures lie, to which another run adds")
)

// BenchmarkGrowth loads into a store that grows and draws what a quad costs at
// every size, by the clock on the wall: on an idle machine, that is. Articles
// are made meanwhile.
func BenchmarkGrowth(b *testing.B) {
	if *growTo == 0 {
		b.Skip("takes minutes: give -grow 5000000")
	}
	for _, kind := range []string{"bolt", "pebble"} {
		b.Run(kind, func(b *testing.B) {
			for b.Loop() {
				var costs []picture.Sample
				grow(b, kind, func(size int64, cost float64) {
					costs = append(costs, picture.Sample{X: float64(size), Y: cost})
					record(b, kind, costs) // a run may be cut short
				})
				first, last := costs[0].Y, costs[len(costs)-1].Y
				b.ReportMetric(first, "first-µs/quad")
				b.ReportMetric(last, "last-µs/quad")
				b.ReportMetric(last/first, "last/first")
			}
		})
	}
}

// stretch is over how many quads a cost is an average.
const stretch = 200_000

func grow(b *testing.B, kind string, measured func(size int64, cost float64)) {
	s, ctx := create(b, kind, b.TempDir()), context.Background()
	defer s.Close()
	from, began := int64(0), time.Now()
	for group := range ahead((synth.World{Seed: 1}).Articles(int(*growTo/80)), 1024) {
		if _, err := s.Add(ctx, group); err != nil {
			b.Fatal(err)
		}
		size, _ := s.Size(ctx)
		if size-from >= stretch {
			measured(size, float64(time.Since(began).Microseconds())/float64(size-from))
			from, began = size, time.Now()
		}
		if size >= *growTo {
			return
		}
	}
}

// ahead makes groups of articles while the last one is used.
func ahead(articles iter.Seq[schema.Extraction], size int) iter.Seq[[]schema.Extraction] {
	return func(yield func([]schema.Extraction) bool) {
		groups, stop := make(chan []schema.Extraction, 2), make(chan struct{})
		defer close(stop)
		go func() {
			defer close(groups)
			var group []schema.Extraction
			for x := range articles {
				if group = append(group, x); len(group) < size {
					continue
				}
				select {
				case groups <- group:
					group = nil
				case <-stop:
					return
				}
			}
		}()
		for group := range groups {
			if !yield(group) {
				return
			}
		}
	}
}

// record keeps the figures of one kind of store and draws those of all.
func record(b *testing.B, kind string, costs []picture.Sample) {
	if *plotTo == "" {
		return
	}
	figures := map[string][]picture.Sample{}
	if data, err := os.ReadFile(*plotTo + ".json"); err == nil {
		if err := json.Unmarshal(data, &figures); err != nil {
			b.Fatal(err)
		}
	}
	figures[kind] = costs
	data, err := json.Marshal(figures)
	var lines []picture.Series
	for _, name := range slices.Sorted(maps.Keys(figures)) {
		lines = append(lines, picture.Series{Name: name, Points: figures[name]})
	}
	axes := picture.Axes{Title: "What loading a quad costs as the graph grows", X: "quads in the store", Y: "µs a quad, averaged over 200,000"}
	var drawing bytes.Buffer
	err = errors.Join(err, picture.Chart(axes, lines, picture.Options{Theme: picture.Light}).WriteSVG(&drawing),
		os.WriteFile(*plotTo+".json", data, 0o644), os.WriteFile(*plotTo, drawing.Bytes(), 0o644))
	if err != nil {
		b.Fatal(err)
	}
}
