package graph_test

import (
	"flag"
	"os"
	"testing"

	"github.com/entente-kg/entente/graph/picture"
)

var (
	growTo = flag.Int64("grow", 0, "quads up to which BenchmarkGrowth fills a store; 0 skips it")
	plotTo = flag.String("plot", "", "where BenchmarkGrowth draws what it measured, as SVG")
)

// BenchmarkGrowth loads into a store that grows and draws what a quad costs at
// every size, in processor time, compactions included.
func BenchmarkGrowth(b *testing.B) {
	if *growTo == 0 {
		b.Skip("takes minutes: give -grow 5000000")
	}
	var lines []picture.Series
	for _, kind := range []string{"bolt", "pebble"} {
		b.Run(kind, func(b *testing.B) {
			for b.Loop() {
				costs := growth(b, kind, *growTo)
				lines = append(lines, picture.Series{Name: kind, Points: costs})
				// The first stretch is that which ends at 200,000 quads.
				early, late := costs[0].Y, costs[len(costs)-1].Y
				b.ReportMetric(early, "first-µs/quad")
				b.ReportMetric(late, "last-µs/quad")
				b.ReportMetric(late/early, "last/first")
			}
		})
	}
	if *plotTo != "" {
		plot(b, lines)
	}
}

// stretch is over how many quads a cost is an average.
const stretch = 200_000

func growth(b *testing.B, kind string, quads int64) (costs []picture.Sample) {
	s := create(b, kind, b.TempDir())
	defer s.Close()
	var from int64
	var spent clocks
	load(b, s, quads, func(size int64, now clocks) {
		if size-from < stretch {
			return
		}
		cost := now.minus(spent).cpu.Seconds() * 1e6 / float64(size-from)
		costs = append(costs, picture.Sample{X: float64(size), Y: cost})
		from, spent = size, now
	})
	return costs
}

func plot(b *testing.B, lines []picture.Series) {
	f, err := os.Create(*plotTo)
	if err != nil {
		b.Fatal(err)
	}
	axes := picture.Axes{Title: "What loading a quad costs as the graph grows", X: "quads in the store", Y: "µs of processor time a quad, averaged over 200,000"}
	if err := picture.Chart(axes, lines, picture.Options{Theme: picture.Light}).WriteSVG(f); err != nil {
		b.Fatal(err)
	}
	if err := f.Close(); err != nil {
		b.Fatal(err)
	}
}
