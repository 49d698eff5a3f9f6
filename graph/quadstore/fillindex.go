package quadstore

import (
	"cmp"
	"context"
	"encoding/binary"
	"maps"
	"slices"
	"sync"
	"sync/atomic"
)

// writeIndexes writes all that is found by keys, each part by itself and as many
// at once as the sink can take.
func (f *filler) writeIndexes(ctx context.Context, out sink) error {
	var jobs []func(sink) error
	for _, ind := range indexes() {
		jobs = append(jobs, func(out sink) error { return f.index(ind, out) })
	}
	order := f.byHash(out.order())
	jobs = append(jobs,
		func(out sink) error { return f.filing(out) },
		func(out sink) error { return f.counts(order, out) },
		func(out sink) error { return f.found(order, out) },
		func(out sink) error { return f.meta(out) })
	errs := make([]error, len(jobs))
	var next atomic.Int64
	var workers sync.WaitGroup
	for range min(out.lanes(), len(jobs)) {
		workers.Go(func() {
			for i := int(next.Add(1)) - 1; i < len(jobs); i = int(next.Add(1)) - 1 {
				if errs[i] = ctx.Err(); errs[i] == nil {
					errs[i] = jobs[i](out)
				}
			}
		})
	}
	workers.Wait()
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	return nil
}

// written writes one part of a sink.
func written(out sink, name string, write func(part) error) error {
	p, err := out.part(name)
	if err != nil {
		return err
	}
	return orElse(write(p), p.end())
}

// index writes one index: under each key the ids of its quads, ascending.
func (f *filler) index(ind index, out sink) error {
	list := make([]posting, len(f.links))
	for i, n := range f.links {
		list[i].id = n.id
		for k, d := range ind.dirs {
			list[i].key[k] = n.link[d]
		}
	}
	list = sortPostings(list, make([]posting, len(list)), out.order())
	return written(out, string(ind.bucket), func(p part) error {
		var key, ids []byte
		for i := 0; i < len(list); {
			first := list[i]
			ids = ids[:0]
			for ; i < len(list) && list[i].key == first.key; i++ {
				ids = binary.AppendUvarint(ids, uint64(list[i].id))
			}
			key = key[:0]
			for k := range ind.dirs {
				key = binary.BigEndian.AppendUint64(key, uint64(first.key[k]))
			}
			if err := p.put(ind.bucket, key, ids); err != nil {
				return err
			}
		}
		return nil
	})
}

func (f *filler) filing(out sink) error {
	entries := slices.SortedFunc(maps.Keys(f.keys), func(a, b string) int { return out.order().compare([]byte(a), []byte(b)) })
	return written(out, "keys", func(p part) error {
		for _, e := range entries {
			if err := p.put(keyBucket(), []byte(e), binary.AppendUvarint(nil, f.keys[e])); err != nil {
				return err
			}
		}
		return nil
	})
}

// byHash lists the places of the values in the order of their hashes.
func (f *filler) byHash(o *byteOrder) []uint32 {
	type place struct {
		begin uint64 // of the hash, in the engine's order
		at    uint32
	}
	list := make([]place, len(f.values))
	for i := range f.values {
		list[i].at = uint32(i)
		for _, c := range f.values[i].hash[:8] {
			list[i].begin = list[i].begin<<8 | uint64(o[c])
		}
	}
	slices.SortFunc(list, func(a, b place) int {
		if a.begin != b.begin {
			return cmp.Compare(a.begin, b.begin)
		}
		return o.compare(f.values[a.at].hash[:], f.values[b.at].hash[:])
	})
	order := make([]uint32, len(list))
	for i, p := range list {
		order[i] = p.at
	}
	return order
}

// counts writes how often each value is used.
func (f *filler) counts(order []uint32, out sink) error {
	return f.eachValue(out, "n", order, func(v *filled) ([]byte, uint64) { return v.hash.countBucket(), v.uses })
}

// found writes where each value is.
func (f *filler) found(order []uint32, out sink) error {
	return f.eachValue(out, "v", order, func(v *filled) ([]byte, uint64) { return v.hash.valueBucket(), uint64(v.id) })
}

func (f *filler) eachValue(out sink, name string, order []uint32, entry func(*filled) (bucket []byte, n uint64)) error {
	return written(out, name, func(p part) error {
		var val []byte
		for _, at := range order {
			v := &f.values[at]
			bucket, n := entry(v)
			val = binary.AppendUvarint(val[:0], n)
			if err := p.put(bucket, v.hash[:], val); err != nil {
				return err
			}
		}
		return nil
	})
}

func (f *filler) meta(out sink) error {
	return written(out, "meta", func(p part) error {
		for _, m := range []struct {
			key string
			n   uint64
		}{{"horizon", uint64(f.last)}, {"size", uint64(len(f.links))}} {
			if err := p.put(metaBucket(), []byte(m.key), binary.LittleEndian.AppendUint64(nil, m.n)); err != nil {
				return err
			}
		}
		return nil
	})
}
