package quadstore

import (
	"cmp"
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"iter"
	"maps"
	"slices"
	"time"

	"github.com/cayleygraph/quad"
)

// ErrNotEmpty is returned by Fill for a store that holds something.
var ErrNotEmpty = errors.New("the store is not empty")

// sink takes the entries of a new database. The log comes first, by ascending
// id; then bucket after bucket, each in the engine's order of keys.
type sink interface {
	put(bucket, key, val []byte) error
	order(a, b []byte) int
	// rank maps ids so that their numbers are in the order of their keys.
	rank(id Ref) uint64
	// finish makes all of it the contents of the store, at once and durably.
	finish() error
	// abandon drops what was written; nothing after finish.
	abandon()
}

// Fill writes quads into an empty store, sorted: values and quads are numbered
// as they come and go straight to the log; the indexes are sorted in memory,
// about 200 bytes a quad, and written in order. It is several times as fast as
// updates, and all or nothing.
func (s *kvStore) Fill(ctx context.Context, quads iter.Seq2[quad.Quad, error]) error {
	if s.ReadOnly {
		return ErrReadOnly
	}
	s.writer.Lock()
	defer s.writer.Unlock()
	e, err := s.live()
	if err != nil {
		return err
	}
	if empty, err := s.isEmpty(ctx); err != nil || !empty {
		return orElse(err, ErrNotEmpty)
	}
	out, err := s.newSink(e)
	if err != nil {
		return explain(s.path, err)
	}
	defer out.abandon()
	f := &filler{
		sink: out, keysOf: s.keysOf, at: time.Now().UnixNano(),
		places: map[hash]int{}, recent: map[quad.Value]int{}, seen: map[Link]bool{}, keys: map[string]uint64{},
	}
	if err := f.write(ctx, quads); err != nil {
		return explain(s.path, err)
	}
	return explain(s.path, out.finish())
}

func (s *kvStore) isEmpty(ctx context.Context) (bool, error) {
	v, err := s.View(ctx)
	if err != nil {
		return false, err
	}
	defer v.Close()
	n, err := v.Size()
	return n == 0, err
}

// filler numbers what comes and remembers what the indexes need.
type filler struct {
	sink
	keysOf func(quad.Quad) []string
	at     int64
	last   uint64
	places map[hash]int       // of a value in values
	recent map[quad.Value]int // the same without the price of a hash; emptied when full
	values []filled
	links  []numbered
	seen   map[Link]bool
	keys   map[string]uint64
}

type filled struct {
	hash hash
	id   Ref
	uses uint64
}

type numbered struct {
	Link
	id uint64
}

func (f *filler) write(ctx context.Context, quads iter.Seq2[quad.Quad, error]) error {
	for q, err := range quads {
		if err == nil && f.last%1024 == 0 {
			err = ctx.Err()
		}
		if err != nil {
			return err
		}
		if err := f.take(q); err != nil {
			return err
		}
	}
	for _, step := range []func() error{f.indexes, f.filing, f.counts, f.found, f.meta} {
		if err := orElse(ctx.Err(), step()); err != nil {
			return err
		}
	}
	return nil
}

func (f *filler) take(q quad.Quad) error {
	var l Link
	var at [4]int
	for i, d := range quad.Directions {
		v := q.Get(d)
		if v == nil {
			if i != Label {
				return fmt.Errorf("quad without subject, predicate or object: %v", q)
			}
			continue
		}
		var err error
		if at[i], err = f.value(v); err != nil {
			return err
		}
		l[i] = f.values[at[i]].id
	}
	if f.seen[l] {
		return nil
	}
	f.seen[l] = true
	for i, ref := range l {
		if ref != 0 {
			f.values[at[i]].uses++
		}
	}
	for _, key := range f.keysOf(q) {
		f.keys[string(keyEntry(key, l[Subject]))]++
	}
	f.last++
	f.links = append(f.links, numbered{l, f.last})
	p := primitive{id: f.last, link: l, at: f.at}
	return f.put(logBucket(), idKey(p.id), p.encode())
}

// value returns the place of a value in values; a new one is numbered and logged.
func (f *filler) value(v quad.Value) (int, error) {
	if at, known := f.recent[v]; known {
		return at, nil
	}
	if len(f.recent) > maxCached {
		clear(f.recent)
	}
	h := hashOf(v)
	if at, known := f.places[h]; known {
		f.recent[v] = at
		return at, nil
	}
	b, err := encodeValue(v)
	if err != nil {
		return 0, err
	}
	f.last++
	at := len(f.values)
	f.places[h], f.recent[v] = at, at
	f.values = append(f.values, filled{hash: h, id: Ref(f.last)})
	p := primitive{id: f.last, value: b, at: f.at}
	return at, f.put(logBucket(), idKey(p.id), p.encode())
}

// ranked is a quad as one index sorts it: the ranks of its key, its place in links.
type ranked struct {
	key   [3]uint64
	place int
}

// indexes writes the four orders of the quads; the next is sorted while one is
// being written.
func (f *filler) indexes() error {
	all := indexes()
	sorted := make(chan []ranked)
	stop := make(chan struct{})
	defer close(stop)
	go func() {
		for _, ind := range all {
			select {
			case sorted <- f.sorted(ind):
			case <-stop:
				return
			}
		}
	}()
	for _, ind := range all {
		if err := f.index(ind, <-sorted); err != nil {
			return err
		}
	}
	return nil
}

func (f *filler) sorted(ind index) []ranked {
	order := make([]ranked, len(f.links))
	for place := range f.links {
		r := ranked{place: place}
		for i, d := range ind.dirs {
			r.key[i] = f.rank(f.links[place].Link[d])
		}
		order[place] = r
	}
	slices.SortFunc(order, func(a, b ranked) int {
		for i := range a.key {
			if a.key[i] != b.key[i] {
				return cmp.Compare(a.key[i], b.key[i])
			}
		}
		return a.place - b.place // and so by id
	})
	return order
}

// index writes one index: under each key the ids of its quads, ascending.
func (f *filler) index(ind index, order []ranked) error {
	for i := 0; i < len(order); {
		first := order[i]
		var list []byte
		for ; i < len(order) && order[i].key == first.key; i++ {
			list = binary.AppendUvarint(list, f.links[order[i].place].id)
		}
		if err := f.put(ind.bucket, ind.key(nil, f.links[first.place].Link), list); err != nil {
			return err
		}
	}
	return nil
}

func (f *filler) filing() error {
	entries := slices.SortedFunc(maps.Keys(f.keys), func(a, b string) int { return f.order([]byte(a), []byte(b)) })
	for _, e := range entries {
		if err := f.put(keyBucket(), []byte(e), binary.AppendUvarint(nil, f.keys[e])); err != nil {
			return err
		}
	}
	return nil
}

// counts writes how often each value is used; it also sorts the values, for found.
func (f *filler) counts() error {
	slices.SortFunc(f.values, func(a, b filled) int { return f.order(a.hash[:], b.hash[:]) })
	for i := range f.values {
		v := &f.values[i]
		if err := f.put(v.hash.countBucket(), v.hash[:], binary.AppendUvarint(nil, v.uses)); err != nil {
			return err
		}
	}
	return nil
}

// found writes where each value is.
func (f *filler) found() error {
	for i := range f.values {
		v := &f.values[i]
		if err := f.put(v.hash.valueBucket(), v.hash[:], binary.AppendUvarint(nil, uint64(v.id))); err != nil {
			return err
		}
	}
	return nil
}

func (f *filler) meta() error {
	for _, m := range []struct {
		key string
		n   uint64
	}{{"horizon", f.last}, {"size", uint64(len(f.links))}} {
		if err := f.put(metaBucket(), []byte(m.key), binary.LittleEndian.AppendUint64(nil, m.n)); err != nil {
			return err
		}
	}
	return nil
}
