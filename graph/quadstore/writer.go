package quadstore

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"slices"
	"sort"
	"strings"
	"time"

	"github.com/cayleygraph/quad"
)

// writer turns a change into cayley's layout inside one transaction.
//
// Values are counted first: every position of an added quad is one use more,
// of a removed one less. Then quads go out of log and indexes, quads come in,
// and at the end values nobody uses any more are dropped.
type writer struct {
	tx      tx
	keysOf  func(quad.Quad) []string
	keys    map[string]int64 // entry of the key bucket → change of its count
	nodes   map[hash]*node
	known   map[quad.Value]*node           // the same, without the price of a hash
	lists   map[string]map[string][]uint64 // bucket → index key → quads to append
	start   uint64                         // the horizon before: what has a greater id is new, and nothing of it is stored yet
	horizon uint64
	size    int64
	at      int64
	dropped bool // a value has gone
}

// node is a value this change touches.
type node struct {
	hash  hash
	value quad.Value
	id    Ref
	uses  int64 // change of its count
}

func newWriter(t tx, keysOf func(quad.Quad) []string) *writer {
	return &writer{
		tx: t, keysOf: keysOf, at: time.Now().UnixNano(),
		keys: map[string]int64{}, nodes: map[hash]*node{}, known: map[quad.Value]*node{}, lists: map[string]map[string][]uint64{},
	}
}

func (w *writer) apply(change Change) error {
	horizon, err := getMeta(w.tx, "horizon")
	if err != nil {
		return err
	}
	w.start, w.horizon = uint64(horizon), uint64(horizon)
	if err := orElse(w.meet(change.Remove), w.meet(change.Add)); err != nil {
		return err
	}
	for _, q := range change.Remove {
		if err := w.remove(q); err != nil {
			return err
		}
	}
	if err := w.addAll(change.Add); err != nil {
		return err
	}
	if err := w.flushLists(); err != nil {
		return err
	}
	if err := w.count(); err != nil {
		return err
	}
	if err := w.file(); err != nil {
		return err
	}
	if err := w.note(change.Notes); err != nil {
		return err
	}
	size, err := getMeta(w.tx, "size")
	if err != nil {
		return err
	}
	return orElse(putMeta(w.tx, "size", size+w.size), putMeta(w.tx, "horizon", int64(w.horizon)))
}

// note writes what is kept beside the quads, in the order of the keys.
func (w *writer) note(notes []Note) error {
	notes = slices.Clone(notes)
	slices.SortStableFunc(notes, func(a, b Note) int { return strings.Compare(a.Key, b.Key) })
	for _, n := range notes {
		err := error(nil)
		if n.Text == nil {
			err = w.tx.del(noteBucket(), []byte(n.Key))
		} else {
			err = w.tx.put(noteBucket(), []byte(n.Key), n.Text)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// meet notes every value of some quads and looks up which are stored. It does
// so in the order of their hashes, which is that of the store: a search then
// begins where the last one ended.
func (w *writer) meet(quads []quad.Quad) error {
	var strangers []*node
	for _, q := range quads {
		if q.Subject == nil || q.Predicate == nil || q.Object == nil {
			return fmt.Errorf("quad without subject, predicate or object: %v", q)
		}
		for _, v := range [4]quad.Value{q.Subject, q.Predicate, q.Object, q.Label} {
			if v == nil || w.known[v] != nil {
				continue
			}
			h := hashOf(v)
			n := w.nodes[h]
			if n == nil {
				n = &node{hash: h, value: v}
				w.nodes[h] = n
				strangers = append(strangers, n)
			}
			w.known[v] = n
		}
	}
	slices.SortFunc(strangers, func(a, b *node) int { return bytes.Compare(a.hash[:], b.hash[:]) })
	for _, n := range strangers {
		var err error
		if n.id, err = lookup(w.tx, &n.hash); err != nil {
			return err
		}
	}
	return nil
}

// nodesOf returns the nodes of a quad that was met; that of no label is nil.
func (w *writer) nodesOf(q quad.Quad) [4]*node {
	return [4]*node{w.known[q.Subject], w.known[q.Predicate], w.known[q.Object], w.known[q.Label]}
}

func linkOf(nodes [4]*node) (l Link, stored bool) {
	stored = true
	for i, n := range nodes {
		switch {
		case n == nil:
		case n.id == 0:
			stored = false
		default:
			l[i] = n.id
		}
	}
	return l, stored
}

func (w *writer) remove(q quad.Quad) error {
	nodes := w.nodesOf(q)
	link, stored := linkOf(nodes)
	if !stored {
		return nil
	}
	id, err := w.find(link)
	if err != nil || id == 0 {
		return err
	}
	for _, n := range nodes {
		if n != nil {
			n.uses--
		}
	}
	for _, ind := range indexes() {
		if err := w.cut(ind, link, id); err != nil {
			return err
		}
	}
	for _, key := range w.keysOf(q) {
		w.keys[string(keyEntry(key, link[Subject]))]--
	}
	w.size--
	return w.tx.del(logBucket(), idKey(id))
}

// find returns the id of a stored quad, 0 when there is none. The quads of
// that triple and those of that subject and label are few where they meet.
func (w *writer) find(l Link) (uint64, error) {
	inds := indexes()
	triple, err := w.tx.get(inds[1].bucket, inds[1].key(nil, l))
	if err != nil || len(triple) == 0 {
		return 0, err
	}
	labelled, err := w.tx.get(inds[2].bucket, inds[2].key(nil, l))
	if err != nil {
		return 0, err
	}
	for _, id := range common(triple, labelled) {
		b, err := w.tx.get(logBucket(), idKey(id))
		if err != nil {
			return 0, err
		}
		var p primitive
		if err := p.decode(b); err != nil {
			return 0, err
		}
		if p.link == l && !p.deleted {
			return id, nil
		}
	}
	return 0, nil
}

// common returns the ids that stand in both ascending lists.
func common(a, b []byte) (both []uint64) {
	x, n := binary.Uvarint(a)
	y, m := binary.Uvarint(b)
	for n > 0 && m > 0 {
		if x == y {
			both = append(both, x)
		}
		stepA, stepB := x <= y, y <= x
		if stepA {
			a = a[n:]
			x, n = binary.Uvarint(a)
		}
		if stepB {
			b = b[m:]
			y, m = binary.Uvarint(b)
		}
	}
	return both
}

// cut takes a quad out of an index.
func (w *writer) cut(ind index, l Link, id uint64) error {
	key := ind.key(nil, l)
	list, err := w.tx.get(ind.bucket, key)
	if err != nil {
		return err
	}
	rest := make([]byte, 0, len(list))
	err = eachID(list, func(other uint64) bool {
		if other != id {
			rest = binary.AppendUvarint(rest, other)
		}
		return true
	})
	switch {
	case err != nil:
		return err
	case len(rest) == 0:
		return w.tx.del(ind.bucket, key)
	}
	return w.tx.put(ind.bucket, key, rest)
}

// addAll numbers new values and new quads and puts them into the log.
func (w *writer) addAll(quads []quad.Quad) error {
	seen := make(map[[4]*node]bool, len(quads))
	for _, q := range quads {
		nodes := w.nodesOf(q)
		if seen[nodes] {
			continue
		}
		seen[nodes] = true
		if link, stored := linkOf(nodes); stored && w.mayExist(link) {
			if id, err := w.find(link); err != nil {
				return err
			} else if id != 0 {
				continue
			}
		}
		if err := w.add(nodes); err != nil {
			return err
		}
		for _, key := range w.keysOf(q) {
			w.keys[string(keyEntry(key, nodes[Subject].id))]++
		}
	}
	return nil
}

// mayExist reports whether all values of a quad were there before this change.
func (w *writer) mayExist(l Link) bool {
	for _, ref := range l {
		if uint64(ref) > w.start {
			return false
		}
	}
	return true
}

func (w *writer) add(nodes [4]*node) error {
	for _, n := range nodes {
		if n == nil {
			continue
		}
		if n.uses++; n.id == 0 {
			if err := w.create(n); err != nil {
				return err
			}
		}
	}
	link, _ := linkOf(nodes)
	w.horizon++
	p := primitive{id: w.horizon, link: link, at: w.at}
	for _, ind := range indexes() {
		lists := w.lists[string(ind.bucket)]
		if lists == nil {
			lists = map[string][]uint64{}
			w.lists[string(ind.bucket)] = lists
		}
		key := string(ind.key(nil, link))
		lists[key] = append(lists[key], p.id)
	}
	w.size++
	return w.tx.put(logBucket(), idKey(p.id), p.encode())
}

func (w *writer) create(n *node) error {
	val, err := encodeValue(n.value)
	if err != nil {
		return err
	}
	w.horizon++
	n.id = Ref(w.horizon)
	p := primitive{id: w.horizon, value: val, at: w.at}
	if err := w.tx.put(logBucket(), idKey(p.id), p.encode()); err != nil {
		return err
	}
	return w.tx.put(n.hash.valueBucket(), n.hash[:], binary.AppendUvarint(nil, p.id))
}

// flushLists appends the new quads to the indexes, in the order of the keys.
func (w *writer) flushLists() error {
	for _, ind := range indexes() {
		lists := w.lists[string(ind.bucket)]
		keys := make([]string, 0, len(lists))
		for key := range lists {
			keys = append(keys, key)
		}
		sort.Strings(keys)
		for _, key := range keys {
			list := make([]byte, 0, 5*len(lists[key]))
			for _, id := range lists[key] {
				list = binary.AppendUvarint(list, id)
			}
			if err := w.tx.extend(ind.bucket, []byte(key), list, w.isNew(key)); err != nil {
				return err
			}
		}
	}
	return nil
}

// isNew reports whether a value in the key of an index is new: nothing can be
// stored under it.
func (w *writer) isNew(key string) bool {
	for i := 0; i < len(key); i += 8 {
		if binary.BigEndian.Uint64([]byte(key[i:i+8])) > w.start {
			return true
		}
	}
	return false
}
