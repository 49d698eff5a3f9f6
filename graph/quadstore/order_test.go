package quadstore

import (
	"bytes"
	"cmp"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// Both orders are those of the keys as the engines write them.
func TestOrderIsThatOfKeys(t *testing.T) {
	key := rapid.SliceOfN(rapid.SampledFrom([]byte{0, 1, '.', '/', '0', 'Z', '[', '\\', ']', 0xff}), 0, 6)
	rapid.Check(t, func(rt *rapid.T) {
		x, y := key.Draw(rt, "x"), key.Draw(rt, "y")
		if got, want := sign(escapedOrder().compare(x, y)), bytes.Compare(escape(nil, x), escape(nil, y)); got != want {
			rt.Errorf("pebble: % x and % x compare %d, want %d", x, y, got, want)
		}
		if got, want := sign(plainOrder().compare(x, y)), bytes.Compare(x, y); got != want {
			rt.Errorf("bolt: % x and % x compare %d, want %d", x, y, got, want)
		}
	})
}

func sign(n int) int { return cmp.Compare(n, 0) }

// Postings are sorted as their keys are, and those of one key stay as they were.
func TestSortPostings(t *testing.T) {
	id := rapid.OneOf(rapid.Uint32Range(0, 3), rapid.SampledFrom([]uint32{'/', '\\', '/' << 8, ']' << 24, 1<<32 - 1}), rapid.Uint32())
	rapid.Check(t, func(rt *rapid.T) {
		list := rapid.SliceOfN(rapid.Custom(func(rt *rapid.T) posting {
			return posting{key: [3]uint32{id.Draw(rt, "a"), id.Draw(rt, "b"), id.Draw(rt, "c")}}
		}), 0, 50).Draw(rt, "postings")
		for i := range list {
			list[i].id = uint32(i)
		}
		for _, o := range []*byteOrder{plainOrder(), escapedOrder()} {
			want := slices.Clone(list)
			slices.SortStableFunc(want, func(a, b posting) int { return o.compare(keyOf(a), keyOf(b)) })
			if got := sortPostings(slices.Clone(list), make([]posting, len(list)), o); !slices.Equal(got, want) {
				rt.Fatalf("got %v\nwant %v", got, want)
			}
		}
	})
}

func keyOf(p posting) (key []byte) {
	for _, id := range p.key {
		key = append(key, idKey(uint64(id))...)
	}
	return key
}
