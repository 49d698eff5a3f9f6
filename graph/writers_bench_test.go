package graph_test

import (
	"context"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"

	cayley "github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/cayley/graph/kv"
	_ "github.com/cayleygraph/cayley/writer"
	"github.com/cayleygraph/quad"
	"github.com/cockroachdb/pebble"
	"github.com/entente-kg/entente/graph"
	"github.com/entente-kg/entente/graph/quadstore"
	"github.com/entente-kg/entente/graph/synth"
	hkv "github.com/hidal-go/hidalgo/kv"
	hbolt "github.com/hidal-go/hidalgo/kv/bbolt"
	"github.com/hidal-go/hidalgo/kv/flat"
	hpebble "github.com/hidal-go/hidalgo/kv/flat/pebble"
	"go.etcd.io/bbolt"
)

// cpu is the processor time this process has used: on a shared machine the
// only fair clock.
func cpu() time.Duration {
	var u syscall.Rusage
	_ = syscall.Getrusage(syscall.RUSAGE_SELF, &u)
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

// writers is every way of writing the same quads: cayley's own durable one
// with our settings and indexes, our updates, our sorted fill, and a raw
// database that is given the finished entries in order.
func writers(kind string) map[string]func(b *testing.B, dir string, quads []quad.Quad) {
	open := map[string]func(string, quadstore.Options) (quadstore.Store, error){"bolt": quadstore.OpenBolt, "pebble": quadstore.OpenPebble}[kind]
	store := func(b *testing.B, dir string) quadstore.Store {
		s, err := open(filepath.Join(dir, "x"), quadstore.Options{})
		if err != nil {
			b.Fatal(err)
		}
		return s
	}
	return map[string]func(*testing.B, string, []quad.Quad){
		"cayley": func(b *testing.B, dir string, quads []quad.Quad) { writeCayley(b, kind, dir, quads) },
		"update": func(b *testing.B, dir string, quads []quad.Quad) {
			s := store(b, dir)
			defer s.Close()
			for part := range slices.Chunk(quads, 10_000) {
				err := s.Update(context.Background(), func(quadstore.View) (quadstore.Change, error) { return quadstore.Change{Add: part}, nil })
				if err != nil {
					b.Fatal(err)
				}
			}
		},
		"fill": func(b *testing.B, dir string, quads []quad.Quad) {
			s := store(b, dir)
			defer s.Close()
			err := s.Fill(context.Background(), func(yield func(quad.Quad, error) bool) {
				for _, q := range quads {
					if !yield(q, nil) {
						return
					}
				}
			})
			if err != nil {
				b.Fatal(err)
			}
		},
	}
}

func writeCayley(b *testing.B, kind, dir string, quads []quad.Quad) {
	var db hkv.KV
	var err error
	if kind == "bolt" {
		db, err = hbolt.Open(filepath.Join(dir, "x"), &bbolt.Options{InitialMmapSize: 64 << 30, FreelistType: bbolt.FreelistMapType})
	} else {
		var p *hpebble.DB
		p, err = hpebble.OpenPathOptions(filepath.Join(dir, "x"), &pebble.Options{MemTableSize: 32 << 20})
		if err == nil {
			db = flat.Upgrade(p)
		}
	}
	if err != nil {
		b.Fatal(err)
	}
	defer db.Close()
	kv.DefaultQuadIndexes = []kv.QuadIndex{
		{Dirs: []quad.Direction{quad.Subject, quad.Predicate}}, {Dirs: []quad.Direction{quad.Object, quad.Predicate, quad.Subject}},
		{Dirs: []quad.Direction{quad.Label, quad.Subject}}, {Dirs: []quad.Direction{quad.Predicate, quad.Object, quad.Subject}},
	}
	if err := kv.Init(db, nil); err != nil {
		b.Fatal(err)
	}
	qs, err := kv.New(db, nil)
	if err != nil {
		b.Fatal(err)
	}
	w, err := cayley.NewQuadWriter("single", qs, cayley.Options{"ignore_missing": true, "ignore_duplicate": true})
	if err != nil {
		b.Fatal(err)
	}
	for part := range slices.Chunk(quads, 10_000) {
		if err := w.AddQuadSet(part); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkWriters writes the same quads in every way; quads/cpu-s compares.
func BenchmarkWriters(b *testing.B) {
	var quads []quad.Quad
	for x := range (synth.World{Seed: 1}).Articles(int(*benchQuads / synth.QuadsPerArticle)) {
		quads = append(quads, graph.Quads(x)...)
	}
	for _, kind := range []string{"bolt", "pebble"} {
		for _, name := range []string{"cayley", "update", "fill"} {
			b.Run(strings.Join([]string{kind, name}, "/"), func(b *testing.B) {
				for b.Loop() {
					dir := b.TempDir()
					before, start := cpu(), time.Now()
					writers(kind)[name](b, dir, quads)
					b.ReportMetric(float64(len(quads))/(cpu()-before).Seconds(), "quads/cpu-s")
					b.ReportMetric(float64(len(quads))/time.Since(start).Seconds(), "quads/s")
				}
			})
		}
	}
}
