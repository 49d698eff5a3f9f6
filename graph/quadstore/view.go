package quadstore

import (
	"bytes"
	"context"
	"encoding/binary"
	"iter"

	"github.com/cayleygraph/quad"
)

// kvView reads a snapshot of an engine in cayley's layout.
type kvView struct {
	ctx    context.Context
	tx     tx
	log    logReader
	orders [4]index            // the indexes
	idle   map[string][]cursor // by bucket: opening one costs more than moving it
	values map[Ref]quad.Value  // what was asked for: predicates and actors come again and again
	refs   map[quad.Value]Ref
}

func newView(ctx context.Context, t tx) *kvView {
	return &kvView{ctx: ctx, tx: t, log: logReader{tx: t}, orders: indexes(), idle: map[string][]cursor{}, values: map[Ref]quad.Value{}, refs: map[quad.Value]Ref{}}
}

// maxCached bounds the memory of a view that walks the whole graph.
const maxCached = 1 << 16

func (v *kvView) Close() error {
	err := v.log.close()
	for _, cursors := range v.idle {
		for _, c := range cursors {
			err = orElse(err, c.close())
		}
	}
	return orElse(err, v.tx.rollback())
}

// open returns a cursor over a bucket, to be given back.
func (v *kvView) open(bucket []byte) cursor {
	if list := v.idle[string(bucket)]; len(list) > 0 {
		v.idle[string(bucket)] = list[:len(list)-1]
		return list[len(list)-1]
	}
	return v.tx.cursor(bucket)
}

func (v *kvView) giveBack(bucket []byte, c cursor) {
	v.idle[string(bucket)] = append(v.idle[string(bucket)], c)
}

func (v *kvView) Size() (int64, error) { return getMeta(v.tx, "size") }

func (v *kvView) Ref(val quad.Value) (Ref, error) {
	if val == nil {
		return 0, nil
	}
	if r, ok := v.refs[val]; ok {
		return r, nil
	}
	h := hashOf(val)
	id, err := lookup(v.tx, &h)
	if err != nil {
		return 0, err
	}
	if len(v.refs) > maxCached {
		clear(v.refs)
	}
	v.refs[val] = id
	return id, nil
}

// lookup finds the id of a value by its hash.
func lookup(t tx, h *hash) (Ref, error) {
	b, err := t.get(h.valueBucket(), h[:])
	if err != nil || len(b) == 0 {
		return 0, err
	}
	id, _ := binary.Uvarint(b)
	return Ref(id), nil
}

func (v *kvView) Value(r Ref) (quad.Value, error) {
	if r == 0 {
		return nil, nil
	}
	if val, ok := v.values[r]; ok {
		return val, nil
	}
	p, err := v.entry(uint64(r))
	if err != nil {
		return nil, err
	}
	val, err := decodeValue(p.value)
	if err != nil {
		return nil, err
	}
	if len(v.values) > maxCached {
		clear(v.values)
	}
	v.values[r] = val
	return val, nil
}

func (v *kvView) entry(id uint64) (p primitive, err error) {
	b, err := v.log.read(id)
	if err != nil {
		return p, err
	}
	if b == nil {
		return p, errCorrupt("log: nothing under an id in use,", idKey(id))
	}
	return p, p.decode(b)
}

// bestIndex returns the index of which p binds the longest beginning.
func bestIndex(orders [4]index, p Pattern) (best index, prefix []byte, bound int) {
	at := 0
	bound = -1
	for i := range orders {
		if n := orders[i].bound(p); n > bound {
			at, bound = i, n
		}
	}
	return orders[at], orders[at].key(make([]byte, 0, 24), p)[:8*bound], bound
}

func (v *kvView) Links(p Pattern) iter.Seq2[Link, error] {
	return func(yield func(Link, error) bool) {
		ind, prefix, _ := bestIndex(v.orders, p)
		err := v.scan(ind, prefix, func(key, list []byte) (bool, error) {
			var known Link
			if err := ind.read(key, &known); err != nil {
				return false, err
			}
			if !compatible(p, known) {
				return true, nil
			}
			more := true
			var failed error
			err := eachID(list, func(id uint64) bool {
				var e primitive
				if e, failed = v.entry(id); failed != nil {
					return false
				}
				if !e.deleted && p.matches(e.link) {
					more = yield(e.link, nil)
				}
				return more
			})
			return more, orElse(failed, err)
		})
		if err != nil {
			yield(Link{}, err)
		}
	}
}

func orElse(a, b error) error {
	if a != nil {
		return a
	}
	return b
}

// compatible reports whether the bound directions of p and known agree.
func compatible(p Pattern, known Link) bool {
	for i := range p {
		if p[i] != 0 && known[i] != 0 && p[i] != known[i] {
			return false
		}
	}
	return true
}

func (v *kvView) Triples(p Pattern) iter.Seq2[Link, error] {
	p[Label] = 0
	ind, prefix, bound := tripleIndex(v.orders, p)
	if bound == 0 && (p[Subject] != 0 || p == Pattern{}) || len(ind.dirs) < 3 {
		return distinct(v.Links(p))
	}
	return func(yield func(Link, error) bool) {
		err := v.scan(ind, prefix, func(key, _ []byte) (bool, error) {
			var l Link
			if err := ind.read(key, &l); err != nil {
				return false, err
			}
			return !p.matches(l) || yield(l, nil), nil
		})
		if err != nil {
			yield(Link{}, err)
		}
	}
}

// tripleIndex is bestIndex among those whose keys are whole triples, so that
// the log need not be read, unless the subject alone is known.
func tripleIndex(orders [4]index, p Pattern) (best index, prefix []byte, bound int) {
	if p[Subject] != 0 && p[Object] == 0 {
		return bestIndex(orders, p)
	}
	for _, ind := range orders {
		if n := ind.bound(p); len(ind.dirs) == 3 && n > bound {
			best, bound = ind, n
		}
	}
	return best, best.key(make([]byte, 0, 24), p)[:8*bound], bound
}

// distinct drops labels, and triples seen before.
func distinct(links iter.Seq2[Link, error]) iter.Seq2[Link, error] {
	return func(yield func(Link, error) bool) {
		seen := map[Link]bool{}
		for l, err := range links {
			l[Label] = 0
			if err == nil && seen[l] {
				continue
			}
			seen[l] = true
			if !yield(l, err) {
				return
			}
		}
	}
}

// scan calls visit with every entry of an index under prefix until it says no.
func (v *kvView) scan(ind index, prefix []byte, visit func(key, list []byte) (bool, error)) error {
	c := v.open(ind.bucket)
	defer v.giveBack(ind.bucket, c)
	n := 0
	for key, list := c.seek(prefix); key != nil; key, list = c.next() {
		if n++; n%1024 == 0 {
			if err := v.ctx.Err(); err != nil {
				return err
			}
		}
		if more, err := visit(key, list); err != nil || !more {
			return err
		}
	}
	return nil
}

func (v *kvView) Labels() iter.Seq2[Ref, error] { return v.heads(v.orders[2], nil) }

func (v *kvView) Objects(predicate Ref) iter.Seq2[Ref, error] {
	return v.heads(v.orders[3], binary.BigEndian.AppendUint64(nil, uint64(predicate)))
}

func (v *kvView) Note(key string) ([]byte, error) {
	text, err := v.tx.get(noteBucket(), []byte(key))
	return bytes.Clone(text), err
}

func (v *kvView) Notes(prefix string) iter.Seq2[Note, error] {
	return func(yield func(Note, error) bool) {
		c := v.open(noteBucket())
		defer v.giveBack(noteBucket(), c)
		for key, text := c.seek([]byte(prefix)); key != nil; key, text = c.next() {
			if !yield(Note{string(key), bytes.Clone(text)}, v.ctx.Err()) {
				return
			}
		}
	}
}

func (v *kvView) Keyed(prefix string) iter.Seq2[Entry, error] {
	return func(yield func(Entry, error) bool) {
		c := v.open(keyBucket())
		defer v.giveBack(keyBucket(), c)
		for key, _ := c.seek([]byte(prefix)); key != nil; key, _ = c.next() {
			e, err := readKeyEntry(key)
			if !yield(e, orElse(err, v.ctx.Err())) {
				return
			}
		}
	}
}

// heads yields the distinct ids that follow prefix in the keys of an index,
// leaping from one to the next.
func (v *kvView) heads(ind index, prefix []byte) iter.Seq2[Ref, error] {
	return func(yield func(Ref, error) bool) {
		c := v.open(ind.bucket)
		defer v.giveBack(ind.bucket, c)
		end := len(prefix) + 8
		for key, _ := c.seek(prefix); key != nil; key, _ = c.skip(key[:end]) {
			if len(key) < end {
				yield(0, errCorrupt("index "+string(ind.bucket), key))
				return
			}
			if !yield(Ref(binary.BigEndian.Uint64(key[end-8:])), v.ctx.Err()) {
				return
			}
		}
	}
}
