package quadstore

import (
	"bytes"
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
		ids: map[hash]Ref{}, recent: map[quad.Value]Ref{}, seen: map[Link]bool{}, keys: map[string]uint64{},
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
	ids    map[hash]Ref
	recent map[quad.Value]Ref // without the price of a hash; emptied when full
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
	place := map[Ref]int{} // value → its position in values
	for q, err := range quads {
		if err == nil && f.last%1024 == 0 {
			err = ctx.Err()
		}
		if err != nil {
			return err
		}
		if err := f.take(q, place); err != nil {
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

func (f *filler) take(q quad.Quad, place map[Ref]int) error {
	var l Link
	for i, d := range quad.Directions {
		v := q.Get(d)
		if v == nil {
			if i != Label {
				return fmt.Errorf("quad without subject, predicate or object: %v", q)
			}
			continue
		}
		ref, err := f.value(v, place)
		if err != nil {
			return err
		}
		l[i] = ref
	}
	if f.seen[l] {
		return nil
	}
	f.seen[l] = true
	for _, ref := range l {
		if ref != 0 {
			f.values[place[ref]].uses++
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

func (f *filler) value(v quad.Value, place map[Ref]int) (Ref, error) {
	if id := f.recent[v]; id != 0 {
		return id, nil
	}
	if len(f.recent) > maxCached {
		clear(f.recent)
	}
	h := hashOf(v)
	if id := f.ids[h]; id != 0 {
		f.recent[v] = id
		return id, nil
	}
	b, err := encodeValue(v)
	if err != nil {
		return 0, err
	}
	f.last++
	id := Ref(f.last)
	f.ids[h], f.recent[v] = id, id
	place[id] = len(f.values)
	f.values = append(f.values, filled{hash: h, id: id})
	p := primitive{id: f.last, value: b, at: f.at}
	return id, f.put(logBucket(), idKey(p.id), p.encode())
}

// indexes writes the four orders of the quads.
func (f *filler) indexes() error {
	type entry struct {
		key [24]byte
		id  uint64
	}
	entries := make([]entry, len(f.links))
	for _, ind := range indexes() {
		size := 8 * len(ind.dirs)
		var buf []byte
		for i, l := range f.links {
			buf = ind.key(buf, l.Link)
			entries[i].key = [24]byte{}
			copy(entries[i].key[:], buf)
			entries[i].id = l.id
		}
		slices.SortFunc(entries, func(a, b entry) int {
			if c := f.order(a.key[:size], b.key[:size]); c != 0 {
				return c
			}
			return int(int64(a.id) - int64(b.id))
		})
		for i := 0; i < len(entries); {
			first := entries[i]
			var list []byte
			for ; i < len(entries) && entries[i].key == first.key; i++ {
				list = binary.AppendUvarint(list, entries[i].id)
			}
			if err := f.put(ind.bucket, bytes.Clone(first.key[:size]), list); err != nil {
				return err
			}
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
