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

// batch is how many articles are committed at once, as a Loader does.
const batch = 256

func url(kind, dir string) string { return kind + ":" + filepath.Join(dir, kind+".db") }

func create(b testing.TB, kind, dir string) *graph.Store {
	s, err := graph.Open(url(kind, dir), graph.Options{})
	if err != nil {
		b.Fatal(err)
	}
	return s
}

// load adds articles to a store, every commit durable, until it holds quads; it
// returns the articles and what the adding took. The making of the articles is
// not counted.
func load(b testing.TB, s *graph.Store, quads int64) (articles []schema.Extraction, spent clocks) {
	var group []schema.Extraction
	for x := range (synth.World{Seed: 1}).Articles(int(quads / 80)) {
		if group = append(group, x); len(group) < batch {
			continue
		}
		before := now()
		if _, err := s.Add(context.Background(), group); err != nil {
			b.Fatal(err)
		}
		spent = spent.plus(now().minus(before))
		articles, group = append(articles, group...), group[:0]
		if size, _ := s.Size(context.Background()); size >= quads {
			break
		}
	}
	return articles, spent
}

// clocks are the time on the wall and that of the processors.
type clocks struct{ wall, cpu time.Duration }

func now() clocks { return clocks{time.Duration(time.Now().UnixNano()), cpu()} }

func (c clocks) minus(o clocks) clocks { return clocks{c.wall - o.wall, c.cpu - o.cpu} }
func (c clocks) plus(o clocks) clocks  { return clocks{c.wall + o.wall, c.cpu + o.cpu} }

// BenchmarkLoad streams articles into an empty store, every commit durable, and
// then the same again.
func BenchmarkLoad(b *testing.B) {
	for _, kind := range []string{"bolt", "pebble"} {
		b.Run(kind, func(b *testing.B) {
			for b.Loop() {
				dir := b.TempDir()
				s := create(b, kind, dir)
				articles, first := load(b, s, *benchQuads)
				size, _ := s.Size(context.Background())
				before := now()
				for part := range slices.Chunk(articles, batch) {
					if _, err := s.Add(context.Background(), part); err != nil {
						b.Fatal(err)
					}
				}
				again := now().minus(before)
				s.Close()
				b.ReportMetric(float64(size)/first.wall.Seconds(), "quads/s")
				b.ReportMetric(float64(size)/first.cpu.Seconds(), "quads/cpu-s")
				b.ReportMetric(first.wall.Seconds()/again.wall.Seconds(), "load/reload")
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
