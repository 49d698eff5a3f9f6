package quadstore

import (
	"encoding/binary"
	"encoding/json"
	"errors"
	"unicode/utf8"

	"github.com/cayleygraph/cayley/graph/kv"
	"github.com/cayleygraph/quad"
	"github.com/cayleygraph/quad/pquads"
	"google.golang.org/protobuf/encoding/protowire"
)

// Cayley's layout of a key-value store, data version 2:
//
//	meta  version, size, horizon → little-endian int64; indexes → JSON
//	log   id, 8 bytes big-endian → primitive: a value, or a quad as four ids
//	vXY   hash of a value        → its id, varint      (X and Y: first two bytes of the hash)
//	nXY   hash of a value        → how many quad positions use it, varint
//	sp …  ids of an index's directions, 8 bytes big-endian each → ids of its quads, varints, ascending
//	keys  key, zero, subject's id → how many quads file it there, varint (ours, not cayley's)
//	remarks  key → a note beside the quads (ours as well)
//
// Values and quads are numbered from one counter, the horizon.
const dataVersion = 2

// index is one of the four orders in which quads can be found.
type index struct {
	bucket []byte
	dirs   []int // positions of a link, in the order of the key
}

// indexes returns the four orders; see the package documentation. What they
// are called in the store follows from cayley: one letter a direction.
func indexes() [4]index {
	return [4]index{
		{[]byte("sp"), []int{Subject, Predicate}},
		{[]byte("ops"), []int{Object, Predicate, Subject}},
		{[]byte("cs"), []int{Label, Subject}},
		{[]byte("pos"), []int{Predicate, Object, Subject}},
	}
}

// cayleyIndexes returns the same four as cayley wants them.
func cayleyIndexes() []kv.QuadIndex {
	dirs := [...]quad.Direction{quad.Subject, quad.Predicate, quad.Object, quad.Label}
	var list []kv.QuadIndex
	for _, ind := range indexes() {
		var qi kv.QuadIndex
		for _, d := range ind.dirs {
			qi.Dirs = append(qi.Dirs, dirs[d])
		}
		list = append(list, qi)
	}
	return list
}

func (ind *index) key(dst []byte, l Link) []byte {
	dst = dst[:0]
	for _, d := range ind.dirs {
		dst = binary.BigEndian.AppendUint64(dst, uint64(l[d]))
	}
	return dst
}

// bound is how many directions of the key's beginning p binds.
func (ind *index) bound(p Pattern) (n int) {
	for _, d := range ind.dirs {
		if p[d] == 0 {
			break
		}
		n++
	}
	return n
}

// read fills from a key what it says of its quads.
func (ind *index) read(key []byte, l *Link) error {
	if len(key) != 8*len(ind.dirs) {
		return errCorrupt("index "+string(ind.bucket), key)
	}
	for i, d := range ind.dirs {
		l[d] = Ref(binary.BigEndian.Uint64(key[8*i:]))
	}
	return nil
}

func logBucket() []byte  { return []byte("log") }
func keyBucket() []byte  { return []byte("keys") }
func noteBucket() []byte { return []byte("remarks") } // no bucket of three bytes that begins with n
func metaBucket() []byte { return []byte("meta") }

func idKey(id uint64) []byte { return binary.BigEndian.AppendUint64(nil, id) }

type hash [quad.HashSize]byte

func hashOf(v quad.Value) (h hash) {
	quad.HashTo(v, h[:])
	return h
}

func (h *hash) valueBucket() []byte { return []byte{'v', h[0], h[1]} }
func (h *hash) countBucket() []byte { return []byte{'n', h[0], h[1]} }

// primitive is an entry of the log.
type primitive struct {
	id      uint64
	link    Link
	value   []byte // of a value; nil for a quad
	at      int64  // nanoseconds; written, never read
	deleted bool   // cayley's tombstone
}

func (p *primitive) isQuad() bool { return p.link[Subject] != 0 }

// The fields of cayley's proto.Primitive.
const (
	fieldID = 1 + iota
	fieldSubject
	fieldPredicate
	fieldObject
	fieldLabel
	fieldReplaces
	fieldTimestamp
	fieldValue
	fieldDeleted
)

func (p *primitive) encode() []byte { return p.appendTo(make([]byte, 0, 32+len(p.value))) }

func (p *primitive) appendTo(b []byte) []byte {
	b = appendVarint(b, fieldID, p.id)
	for i, ref := range p.link {
		b = appendVarint(b, protowire.Number(fieldSubject+i), uint64(ref))
	}
	b = appendVarint(b, fieldTimestamp, uint64(p.at))
	if len(p.value) > 0 {
		b = protowire.AppendTag(b, fieldValue, protowire.BytesType)
		b = protowire.AppendBytes(b, p.value)
	}
	return b
}

func appendVarint(b []byte, n protowire.Number, v uint64) []byte {
	if v == 0 {
		return b
	}
	return protowire.AppendVarint(protowire.AppendTag(b, n, protowire.VarintType), v)
}

// decode reads a log entry. The value aliases b.
func (p *primitive) decode(b []byte) error {
	*p = primitive{}
	for all := b; len(b) > 0; {
		num, typ, n := protowire.ConsumeTag(b)
		if n < 0 {
			return errCorrupt("log", all)
		}
		b = b[n:]
		switch typ {
		case protowire.VarintType:
			var v uint64
			if v, n = protowire.ConsumeVarint(b); n >= 0 {
				p.setNumber(num, v)
			}
		case protowire.BytesType:
			var v []byte
			if v, n = protowire.ConsumeBytes(b); n >= 0 && num == fieldValue {
				p.value = v
			}
		default:
			n = protowire.ConsumeFieldValue(num, typ, b)
		}
		if n < 0 {
			return errCorrupt("log", all)
		}
		b = b[n:]
	}
	return nil
}

func (p *primitive) setNumber(num protowire.Number, v uint64) {
	switch num {
	case fieldID:
		p.id = v
	case fieldSubject, fieldPredicate, fieldObject, fieldLabel:
		p.link[num-fieldSubject] = Ref(v)
	case fieldTimestamp:
		p.at = int64(v)
	case fieldDeleted:
		p.deleted = v != 0
	}
}

func encodeValue(v quad.Value) ([]byte, error) { return pquads.MarshalValue(v) }

// The fields of pquads' Value that most values have.
const (
	fieldString = 2
	fieldIRI    = 3
)

// decodeValue is pquads' own, with a short way for strings and IRIs.
func decodeValue(b []byte) (quad.Value, error) {
	if num, typ, n := protowire.ConsumeTag(b); n > 0 && typ == protowire.BytesType {
		if s, m := protowire.ConsumeBytes(b[n:]); m == len(b)-n && utf8.Valid(s) {
			switch num {
			case fieldString:
				return quad.String(s), nil
			case fieldIRI:
				return quad.IRI(s), nil
			}
		}
	}
	return pquads.UnmarshalValue(b)
}

// ids walks a list of varints.
func eachID(list []byte, yield func(id uint64) bool) error {
	for len(list) > 0 {
		id, n := binary.Uvarint(list)
		if n <= 0 {
			return errCorrupt("index entry", list)
		}
		if !yield(id) {
			return nil
		}
		list = list[n:]
	}
	return nil
}

func keyEntry(key string, subject Ref) []byte {
	return binary.BigEndian.AppendUint64(append([]byte(key), 0), uint64(subject))
}

func readKeyEntry(b []byte) (Entry, error) {
	n := len(b) - 9
	if n < 0 || b[n] != 0 {
		return Entry{}, errCorrupt("keys", b)
	}
	return Entry{Key: string(b[:n]), Ref: Ref(binary.BigEndian.Uint64(b[n+1:]))}, nil
}

func getMeta(t tx, key string) (int64, error) {
	b, err := t.get(metaBucket(), []byte(key))
	switch {
	case err != nil || b == nil:
		return 0, err
	case len(b) != 8:
		return 0, errCorrupt("meta/"+key, b)
	}
	return int64(binary.LittleEndian.Uint64(b)), nil
}

func putMeta(t tx, key string, v int64) error {
	return t.put(metaBucket(), []byte(key), binary.LittleEndian.AppendUint64(nil, uint64(v)))
}

// initialize makes an empty database one of cayley's, with our indexes. One
// that is a store already is left alone.
func initialize(t tx) error {
	version, err := getMeta(t, "version")
	if err != nil {
		return err
	}
	if version != 0 {
		return t.rollback()
	}
	list, err := json.Marshal(cayleyIndexes())
	if err != nil {
		return err
	}
	return errors.Join(
		putMeta(t, "version", dataVersion),
		putMeta(t, "entente", FormatVersion),
		t.put(metaBucket(), []byte("indexes"), list),
		t.commit(),
	)
}
