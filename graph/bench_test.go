package graph_test

import (
	"context"
	"flag"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"github.com/entente-kg/entente/graph"
	"github.com/entente-kg/entente/graph/synth"
	"github.com/entente-kg/entente/schema"
)

var (
	benchQuads = flag.Int64("quads", 100_000, "size of the graph in the benchmarks")
	benchStore = flag.String("store", "", "folder to keep the benchmarks' stores in, made when missing")
)

// batch is how many articles are committed at once, as `entente load` does.
const batch = 256

// load fills a store until it holds quads and returns the articles and the
// processor time of every fifth of the way.
func load(b testing.TB, s *graph.Store, quads int64) (articles []schema.Extraction, fifths [5]time.Duration) {
	ctx := context.Background()
	var size int64
	done := 0
	before, passed := cpu(), 0
	for x := range (synth.World{Seed: 1}).Articles(int(quads / 80)) {
		if articles = append(articles, x); len(articles)-done < batch {
			continue
		}
		if _, err := s.Add(ctx, articles[done:]); err != nil {
			b.Fatal(err)
		}
		done = len(articles)
		size, _ = s.Size(ctx)
		for ; passed < 5 && size >= quads*int64(passed+1)/5; passed++ {
			fifths[passed] = cpu() - before
			before = cpu()
		}
		if size >= quads {
			break
		}
	}
	return articles[:done], fifths
}

func url(kind, dir string) string { return kind + ":" + filepath.Join(dir, kind+".db") }

// BenchmarkLoad streams articles into an empty store, durable every hundred,
// and then the same again. The fifths say whether a quad costs the same in a
// large store as in a small one.
func BenchmarkLoad(b *testing.B) {
	for _, kind := range []string{"bolt", "pebble"} {
		b.Run(kind, func(b *testing.B) {
			for b.Loop() {
				dir := b.TempDir()
				s, err := graph.Open(url(kind, dir), graph.Options{})
				if err != nil {
					b.Fatal(err)
				}
				start, began := cpu(), time.Now()
				articles, fifths := load(b, s, *benchQuads)
				first := cpu() - start
				size, _ := s.Size(context.Background())
				b.ReportMetric(float64(size)/first.Seconds(), "quads/cpu-s")
				b.ReportMetric(float64(size)/time.Since(began).Seconds(), "quads/s")
				b.ReportMetric(float64(fifths[4])/float64(fifths[0]), "last/first-fifth")
				start = cpu()
				for part := range slices.Chunk(articles, batch) {
					if _, err := s.Add(context.Background(), part); err != nil {
						b.Fatal(err)
					}
				}
				b.ReportMetric(first.Seconds()/(cpu()-start).Seconds(), "load/reload")
				s.Close()
				b.ReportMetric(float64(folderSize(dir))/float64(size), "bytes/quad")
			}
		})
	}
}

func folderSize(dir string) (n int64) {
	filepath.WalkDir(dir, func(path string, d os.DirEntry, err error) error {
		if info, err := os.Stat(path); err == nil && !info.IsDir() {
			n += info.Size()
		}
		return nil
	})
	return n
}

// filled opens a store of the benchmarks' size for reading, loading it when missing.
func filled(b testing.TB, kind string) *graph.Store {
	dir := *benchStore
	if dir == "" {
		dir = b.TempDir()
	}
	u := url(kind, dir)
	if _, err := os.Stat(filepath.Join(dir, kind+".db")); err != nil {
		s, err := graph.Open(u, graph.Options{})
		if err != nil {
			b.Fatal(err)
		}
		load(b, s, *benchQuads)
		if err := s.Close(); err != nil {
			b.Fatal(err)
		}
	}
	s, err := graph.Open(u, graph.Options{ReadOnly: true})
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { s.Close() })
	return s
}
