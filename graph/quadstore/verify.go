package quadstore

import (
	"context"
	"encoding/binary"
	"fmt"
)

// Problem is one thing in a store that cannot be.
type Problem struct {
	Where string // "log", "index ops", "values", "counts", "meta", "keys"
	What  string
}

func (p Problem) String() string { return p.Where + ": " + p.What }

// maxProblems is after how many problems a check ends: by then it is clear.
const maxProblems = 100

// Verify walks the log and every index of a store and returns what does not
// agree: a quad missing from an index or listed wrongly, a value that is used
// but gone, kept but unused, or counted wrongly, a key filed wrongly. It needs
// about 16 bytes of memory a value.
func (s *kvStore) Verify(ctx context.Context) ([]Problem, error) {
	v, err := s.View(ctx)
	if err != nil {
		return nil, err
	}
	defer v.Close()
	c := &checker{kvView: v.(*kvView), uses: map[Ref]uint64{}, values: map[Ref]bool{}, options: s.Options}
	for _, check := range []func() error{c.log, c.indexes, c.nodes, c.dangling, c.meta, c.filing} {
		if err := check(); err != nil && err != errEnough {
			return c.problems, err
		}
	}
	return c.problems, nil
}

var errEnough = fmt.Errorf("more than %d problems", maxProblems)

type checker struct {
	*kvView
	options  Options
	problems []Problem
	uses     map[Ref]uint64 // value → positions of quads it fills
	values   map[Ref]bool   // in the log
	quads    int64
	last     uint64
}

func (c *checker) bad(where, format string, args ...any) error {
	c.problems = append(c.problems, Problem{where, fmt.Sprintf(format, args...)})
	if len(c.problems) >= maxProblems {
		return errEnough
	}
	return nil
}

// each calls visit with every entry of a bucket.
func (c *checker) each(bucket []byte, visit func(key, val []byte) error) error {
	cur := c.tx.cursor(bucket)
	defer cur.close()
	n := 0
	for key, val := cur.seek(nil); key != nil; key, val = cur.next() {
		if n++; n%4096 == 0 && c.ctx.Err() != nil {
			return c.ctx.Err()
		}
		if err := visit(key, val); err != nil {
			return err
		}
	}
	return nil
}

// log reads every entry once: values are noted, quads counted and looked up in the indexes.
func (c *checker) log() error {
	return c.each(logBucket(), func(key, val []byte) error {
		var p primitive
		if len(key) != 8 {
			return c.bad("log", "key % x is no id", key)
		}
		id := binary.BigEndian.Uint64(key)
		if err := p.decode(val); err != nil || p.id != id {
			return c.bad("log", "entry %d cannot be read", id)
		}
		c.last = max(c.last, id)
		switch {
		case p.deleted:
			return nil
		case p.isQuad():
			return c.quad(&p)
		}
		c.values[Ref(id)] = true
		return nil
	})
}

func (c *checker) quad(p *primitive) error {
	c.quads++
	for i, ref := range p.link {
		if ref != 0 {
			c.uses[ref]++
		} else if i != Label {
			return c.bad("log", "quad %d lacks a %s", p.id, []string{"subject", "predicate", "object"}[i])
		}
	}
	for _, ind := range indexes() {
		list, err := c.tx.get(ind.bucket, ind.key(nil, p.link))
		if err != nil {
			return err
		}
		found := false
		if err := eachID(list, func(id uint64) bool { found = found || id == p.id; return !found }); err != nil || !found {
			if err := c.bad("index "+string(ind.bucket), "quad %d is missing", p.id); err != nil {
				return err
			}
		}
	}
	return nil
}

// indexes checks that what the indexes list is in the log, under its own key, in order.
func (c *checker) indexes() error {
	for _, ind := range indexes() {
		err := c.each(ind.bucket, func(key, list []byte) error {
			last := uint64(0)
			var bad error
			err := eachID(list, func(id uint64) bool {
				bad = c.listed(ind, key, id, last)
				last = id
				return bad == nil
			})
			if err != nil {
				return c.bad("index "+string(ind.bucket), "the list under % x cannot be read", key)
			}
			return bad
		})
		if err != nil {
			return err
		}
	}
	return nil
}

func (c *checker) listed(ind index, key []byte, id, last uint64) error {
	where := "index " + string(ind.bucket)
	b, err := c.tx.get(logBucket(), idKey(id))
	if err != nil {
		return err
	}
	var p primitive
	switch {
	case b == nil || p.decode(b) != nil || !p.isQuad():
		return c.bad(where, "% x lists %d, which is no quad", key, id)
	case string(ind.key(nil, p.link)) != string(key):
		return c.bad(where, "quad %d is listed under % x", id, key)
	case id <= last:
		return c.bad(where, "the list under % x is not ascending", key)
	}
	return nil
}

// nodes checks that every value in use is there, findable and counted right.
func (c *checker) nodes() error {
	for ref := range c.uses {
		if !c.values[ref] {
			if err := c.bad("log", "value %d is used and is not there", ref); err != nil {
				return err
			}
		}
	}
	for ref := range c.values {
		val, err := c.Value(ref)
		if err != nil {
			if err := c.bad("log", "value %d cannot be read: %v", ref, err); err != nil {
				return err
			}
			continue
		}
		h := hashOf(val)
		if id, err := lookup(c.tx, &h); err != nil || id != ref {
			if err := c.bad("values", "%s is found as %d, stored as %d", val, id, ref); err != nil {
				return err
			}
		}
		b, err := c.tx.get(h.countBucket(), h[:])
		if err != nil {
			return err
		}
		if n, _ := binary.Uvarint(b); n != c.uses[ref] || n == 0 {
			if err := c.bad("counts", "%s is used %d times, counted %d", val, c.uses[ref], n); err != nil {
				return err
			}
		}
	}
	return nil
}

// dangling checks that values and counts hold nothing that the log does not.
func (c *checker) dangling() error {
	for _, kind := range []struct {
		letter byte
		where  string
	}{{'v', "values"}, {'n', "counts"}} {
		n, err := c.tx.count(kind.letter)
		if err != nil {
			return err
		}
		if n != len(c.values) {
			if err := c.bad(kind.where, "%d entries for %d values", n, len(c.values)); err != nil {
				return err
			}
		}
	}
	return nil
}

func (c *checker) meta() error {
	size, err := c.Size()
	if err != nil {
		return err
	}
	if size != c.quads {
		if err := c.bad("meta", "size is %d, there are %d quads", size, c.quads); err != nil {
			return err
		}
	}
	horizon, err := getMeta(c.tx, "horizon")
	if err != nil {
		return err
	}
	if uint64(horizon) < c.last {
		return c.bad("meta", "horizon is %d, the last id %d", horizon, c.last)
	}
	return nil
}

// filing checks the key bucket against the quads that fill it.
func (c *checker) filing() error {
	want := map[string]uint64{}
	err := c.each(logBucket(), func(_, val []byte) error {
		var p primitive
		if p.decode(val) != nil || !p.isQuad() || p.deleted || c.options.Keys == nil {
			return nil
		}
		q, err := QuadOf(c, p.link)
		if err != nil {
			return nil // said by nodes
		}
		for _, key := range c.options.keysOf(q) {
			want[string(keyEntry(key, p.link[Subject]))]++
		}
		return nil
	})
	if err != nil {
		return err
	}
	err = c.each(keyBucket(), func(key, val []byte) error {
		n, _ := binary.Uvarint(val)
		if want[string(key)] != n {
			return c.bad("keys", "%q is filed %d times, should be %d", key, n, want[string(key)])
		}
		delete(want, string(key))
		return nil
	})
	if err != nil || len(want) == 0 {
		return err
	}
	return c.bad("keys", "%d entries are missing", len(want))
}
