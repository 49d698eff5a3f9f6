package graph_test

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"runtime"
	"slices"
	"testing"

	cayley "github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/cayley/graph/kv"
	_ "github.com/cayleygraph/cayley/writer"
	"github.com/cayleygraph/quad"
	"github.com/cockroachdb/pebble"
	"github.com/cockroachdb/pebble/bloom"
	"github.com/cockroachdb/pebble/sstable"
	"github.com/cockroachdb/pebble/vfs"
	"github.com/entente-kg/entente/graph"
	"github.com/entente-kg/entente/graph/quadstore"
	"github.com/entente-kg/entente/graph/synth"
	hkv "github.com/hidal-go/hidalgo/kv"
	hbolt "github.com/hidal-go/hidalgo/kv/bbolt"
	"github.com/hidal-go/hidalgo/kv/flat"
	hpebble "github.com/hidal-go/hidalgo/kv/flat/pebble"
	"go.etcd.io/bbolt"
)

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
			if err := updateAll(s, quads); err != nil {
				b.Fatal(err)
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

// entry is a pair of the key-value store beneath, with its bucket if it has some.
type entry struct{ bucket, key, val []byte }

// writeRaw writes the entries of the store in dir into a raw database: sorted
// they are already, or they are shuffled first and their sorting is counted.
// Reading them is not.
func writeRaw(b *testing.B, kind, dir string, shuffled bool) (spent clocks) {
	entries := entriesOf(b, kind, filepath.Join(dir, "x"))
	if shuffled {
		rand.New(rand.NewPCG(1, 1)).Shuffle(len(entries), func(i, j int) { entries[i], entries[j] = entries[j], entries[i] })
	}
	runtime.GC()
	before, raw := now(), filepath.Join(dir, fmt.Sprint("raw-", shuffled))
	var err error
	if shuffled {
		slices.SortFunc(entries, func(a, b entry) int { return cmp.Or(bytes.Compare(a.bucket, b.bucket), bytes.Compare(a.key, b.key)) })
	}
	if kind == "bolt" {
		err = rawBolt(raw, entries)
	} else {
		err = rawPebble(raw, entries)
	}
	if err != nil {
		b.Fatal(err)
	}
	return now().minus(before)
}

func entriesOf(b *testing.B, kind, path string) (entries []entry) {
	if kind == "bolt" {
		db, err := bbolt.Open(path, 0o600, &bbolt.Options{ReadOnly: true})
		if err != nil {
			b.Fatal(err)
		}
		defer db.Close()
		err = db.View(func(tx *bbolt.Tx) error {
			return tx.ForEach(func(name []byte, bucket *bbolt.Bucket) error {
				name = bytes.Clone(name)
				return bucket.ForEach(func(k, v []byte) error {
					entries = append(entries, entry{name, bytes.Clone(k), bytes.Clone(v)})
					return nil
				})
			})
		})
		if err != nil {
			b.Fatal(err)
		}
		return entries
	}
	db, err := pebble.Open(path, &pebble.Options{ReadOnly: true})
	if err != nil {
		b.Fatal(err)
	}
	defer db.Close()
	it := db.NewIter(nil)
	defer it.Close()
	for ok := it.First(); ok; ok = it.Next() {
		entries = append(entries, entry{nil, bytes.Clone(it.Key()), bytes.Clone(it.Value())})
	}
	return entries
}

func rawBolt(path string, entries []entry) error {
	db, err := bbolt.Open(path, 0o600, &bbolt.Options{NoSync: true, NoGrowSync: true, FreelistType: bbolt.FreelistMapType, InitialMmapSize: 1 << 30})
	if err != nil {
		return err
	}
	for part := range slices.Chunk(entries, 100_000) {
		err := db.Update(func(tx *bbolt.Tx) (err error) {
			var bucket *bbolt.Bucket
			var name []byte
			for _, e := range part {
				if bucket == nil || !bytes.Equal(name, e.bucket) {
					name = e.bucket
					if bucket, err = tx.CreateBucketIfNotExists(name); err != nil {
						return err
					}
					bucket.FillPercent = 1
				}
				if err := bucket.Put(e.key, e.val); err != nil {
					return err
				}
			}
			return nil
		})
		if err != nil {
			return err
		}
	}
	return errors.Join(db.Sync(), db.Close())
}

func rawPebble(path string, entries []entry) error {
	db, err := pebble.Open(path, &pebble.Options{})
	if err != nil {
		return err
	}
	var tables []string
	for part := range slices.Chunk(entries, 500_000) {
		table := filepath.Join(path, fmt.Sprintf("raw%d.sst", len(tables)))
		f, err := vfs.Default.Create(table)
		if err != nil {
			return err
		}
		w := sstable.NewWriter(f, sstable.WriterOptions{TableFormat: sstable.TableFormatRocksDBv2, FilterPolicy: bloom.FilterPolicy(10)})
		for _, e := range part {
			if err := w.Set(e.key, e.val); err != nil {
				return err
			}
		}
		if err := w.Close(); err != nil {
			return err
		}
		tables = append(tables, table)
	}
	return errors.Join(db.Ingest(tables), db.Close())
}

func someQuads(n int64) (quads []quad.Quad) {
	for x := range (synth.World{Seed: 1}).Articles(int(n / synth.QuadsPerArticle)) {
		quads = append(quads, graph.Quads(x)...)
	}
	return quads
}

// BenchmarkWriters writes the same quads in every way, and last the bytes that
// Fill wrote into a raw database, without and with sorting them: the ratios of
// one run compare. Fill has besides to hash, number and count what comes.
func BenchmarkWriters(b *testing.B) {
	quads := someQuads(*benchQuads)
	for _, kind := range []string{"bolt", "pebble"} {
		b.Run(kind, func(b *testing.B) {
			for b.Loop() {
				var fill, raw, sorted clocks
				spent := map[string]clocks{}
				for _, name := range []string{"cayley", "update", "fill"} {
					dir := b.TempDir()
					runtime.GC()
					before := now()
					writers(kind)[name](b, dir, quads)
					spent[name] = now().minus(before)
					b.ReportMetric(float64(len(quads))/spent[name].wall.Seconds(), name+"-quads/s")
					if name == "fill" {
						raw, sorted = writeRaw(b, kind, dir, false), writeRaw(b, kind, dir, true)
					}
				}
				fill = spent["fill"]
				b.ReportMetric(spent["cayley"].wall.Seconds()/fill.wall.Seconds(), "fill-x-cayley")
				b.ReportMetric(spent["cayley"].wall.Seconds()/spent["update"].wall.Seconds(), "update-x-cayley")
				b.ReportMetric(fill.wall.Seconds()/raw.wall.Seconds(), "fill/raw")
				b.ReportMetric(fill.wall.Seconds()/sorted.wall.Seconds(), "fill/sort+raw")
				b.ReportMetric(fill.cpu.Seconds()/raw.cpu.Seconds(), "fill/raw-cpu")
			}
		})
	}
}
