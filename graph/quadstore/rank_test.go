package quadstore

import (
	"bytes"
	"cmp"
	"testing"

	"pgregory.net/rapid"
)

// The rank of an id says where its key stands among those of the database.
func TestRankIsTheOrderOfKeys(t *testing.T) {
	tricky := rapid.SampledFrom([]byte{0, 1, '.', '/', '0', 'Z', '[', '\\', ']', 0xff})
	id := rapid.Custom(func(rt *rapid.T) (id Ref) {
		for range 8 {
			id = id<<8 | Ref(tricky.Draw(rt, "byte"))
		}
		return id
	})
	rapid.Check(t, func(rt *rapid.T) {
		a, b := id.Draw(rt, "a"), id.Draw(rt, "b")
		x, y := idKey(uint64(a)), idKey(uint64(b))
		var p pebbleSink
		var o boltSink
		want := bytes.Compare(escape(nil, x), escape(nil, y))
		if cmp.Compare(p.rank(a), p.rank(b)) != want || sign(p.order(x, y)) != want {
			rt.Errorf("pebble: % x and % x are ranked otherwise than their keys", x, y)
		}
		if cmp.Compare(o.rank(a), o.rank(b)) != bytes.Compare(x, y) {
			rt.Errorf("bolt: % x and % x are ranked otherwise than their keys", x, y)
		}
	})
}

func sign(n int) int { return cmp.Compare(n, 0) }
