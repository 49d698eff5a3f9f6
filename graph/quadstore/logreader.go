package quadstore

import (
	"encoding/binary"
	"iter"
	"slices"
)

// logReader reads entries of the log. What was written together lies together,
// and what lies together is asked for together: a value lies right before the
// first quad that uses it, the quads of an event lie in a row. So the reader
// begins a little before the entry it is asked for, steps to entries a few
// ahead instead of searching them, and keeps what it passed.
type logReader struct {
	tx     tx
	cursor cursor // nil until something is read
	at     uint64 // id of the entry the cursor is at, 0 where it is at none
	passed [passedMost]struct {
		id  uint64
		val []byte
	}
}

const (
	stepMost   = 32 // how far ahead stepping is cheaper than searching
	lookBack   = 4  // how far before an entry reading begins
	passedMost = 64
)

// read returns the entry of an id, nil when there is none. It is valid until
// the next read.
func (l *logReader) read(id uint64) ([]byte, error) {
	if kept := &l.passed[id%passedMost]; kept.id == id && id != 0 {
		return kept.val, nil
	}
	if l.cursor == nil {
		l.cursor = l.tx.cursor(logBucket())
		l.cursor.seek(nil)
	}
	if l.at == 0 || id < l.at || id-l.at > stepMost {
		l.keep(l.cursor.skip(idKey(id - min(id, lookBack+1))))
	}
	for l.at != 0 && l.at < id {
		l.keep(l.cursor.next())
	}
	if l.at == id {
		return l.passed[id%passedMost].val, nil
	}
	return l.tx.get(logBucket(), idKey(id)) // an engine need not keep ids in order
}

// keep remembers the entry the cursor is at.
func (l *logReader) keep(key, val []byte) {
	if len(key) != 8 {
		l.at = 0
		return
	}
	l.at = binary.BigEndian.Uint64(key)
	kept := &l.passed[l.at%passedMost]
	kept.id, kept.val = l.at, append(kept.val[:0], val...)
}

func (l *logReader) close() error {
	if l.cursor == nil {
		return nil
	}
	return l.cursor.close()
}

// Properties yields the quads of a subject that have one of the predicates.
// Where the view can, it reads no other.
func Properties(v View, subject Ref, predicates map[Ref]bool) iter.Seq2[Link, error] {
	if kv, ok := v.(*kvView); ok {
		return kv.properties(subject, predicates)
	}
	return func(yield func(Link, error) bool) {
		for l, err := range v.Links(Pattern{Subject: subject}) {
			if (err != nil || predicates[l[Predicate]]) && !yield(l, err) {
				return
			}
		}
	}
}

func (v *kvView) properties(subject Ref, predicates map[Ref]bool) iter.Seq2[Link, error] {
	return func(yield func(Link, error) bool) {
		ids, err := v.quadsOf(subject, predicates)
		if err != nil {
			yield(Link{}, err)
			return
		}
		slices.Sort(ids) // the order of the log
		for _, id := range ids {
			e, err := v.entry(id)
			if err == nil && e.deleted {
				continue
			}
			if !yield(e.link, err) {
				return
			}
		}
	}
}

// quadsOf lists the ids of the quads of a subject with one of the predicates.
func (v *kvView) quadsOf(subject Ref, predicates map[Ref]bool) (ids []uint64, err error) {
	ind := &v.orders[0]
	var prefix [8]byte
	binary.BigEndian.PutUint64(prefix[:], uint64(subject))
	ids = make([]uint64, 0, len(predicates)+4)
	c := v.open(ind.bucket)
	defer v.giveBack(ind.bucket, c)
	for key, list := c.seek(prefix[:]); key != nil; key, list = c.next() {
		if len(key) != 16 {
			return nil, errCorrupt("index "+string(ind.bucket), key)
		}
		if !predicates[Ref(binary.BigEndian.Uint64(key[8:]))] {
			continue
		}
		for len(list) > 0 {
			id, n := binary.Uvarint(list)
			if n <= 0 {
				return nil, errCorrupt("index entry", list)
			}
			ids, list = append(ids, id), list[n:]
		}
	}
	return ids, v.ctx.Err()
}
