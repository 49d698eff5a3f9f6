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
// ahead instead of searching them, and keeps what it passed. It stands at a few
// places at once, for a question goes from an event to its day, its article and
// its actors, and comes back.
type logReader struct {
	tx     tx
	places [placesMost]place // the one used last stands first
	passed [passedMost]struct {
		id  uint64
		val []byte
	}
}

// place is where a cursor stands in the log.
type place struct {
	cursor cursor // nil until it is needed
	at     uint64 // id of the entry the cursor is at, 0 where it is at none
}

const (
	placesMost = 4
	stepMost   = 32 // how far ahead stepping is cheaper than searching
	lookBack   = 4  // how far before an entry reading begins
	passedMost = 64
)

// read returns the entry of an id, nil when there is none. It is valid until
// the next read.
func (l *logReader) read(id uint64) ([]byte, error) {
	kept := &l.passed[id%passedMost]
	if kept.id == id && id != 0 {
		return kept.val, nil
	}
	p := l.nearest(id)
	if p.at == 0 {
		key, val := p.cursor.skip(idKey(id - min(id, lookBack+1)))
		l.keep(p, key, val)
	}
	for p.at != 0 && p.at < id {
		key, val := p.cursor.next()
		l.keep(p, key, val)
	}
	if p.at == id {
		return kept.val, nil
	}
	return l.tx.get(logBucket(), idKey(id)) // an engine need not keep ids in order
}

// nearest is the place from which it is a few steps to an entry. Where there is
// none it is a place that was not used for long, to search from.
func (l *logReader) nearest(id uint64) *place {
	i := slices.IndexFunc(l.places[:], func(p place) bool { return p.at != 0 && p.at < id && id-p.at <= stepMost })
	if i < 0 {
		i = len(l.places) - 1
		l.places[i].at = 0
	}
	p := l.places[i]
	if p.cursor == nil {
		p.cursor = l.tx.cursor(logBucket())
		p.cursor.seek(nil)
	}
	copy(l.places[1:], l.places[:i])
	l.places[0] = p
	return &l.places[0]
}

// keep remembers the entry a cursor has come to.
func (l *logReader) keep(p *place, key, val []byte) {
	if len(key) != 8 {
		p.at = 0
		return
	}
	p.at = binary.BigEndian.Uint64(key)
	kept := &l.passed[p.at%passedMost]
	kept.id, kept.val = p.at, append(kept.val[:0], val...)
}

func (l *logReader) close() (err error) {
	for _, p := range l.places {
		if p.cursor != nil {
			err = orElse(err, p.cursor.close())
		}
	}
	return err
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
