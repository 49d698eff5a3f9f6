package quadstore

import "encoding/binary"

// Among returns those of some subjects, which are sorted, that have a predicate
// with an object. It costs a search a subject, and far less where many match
// and the engine keeps keys in order. A view whose index is not at hand returns
// all the subjects: whoever asks must check them anyway.
func Among(v View, predicate, object Ref, subjects []Ref) (found []Ref, err error) {
	kv, ok := v.(*kvView)
	switch {
	case !ok:
		return subjects, nil
	case predicate == 0 || object == 0:
		return nil, nil
	case !kv.tx.inOrder():
		return kv.each(predicate, object, subjects)
	}
	return kv.along(predicate, object, subjects), kv.ctx.Err()
}

// each looks every subject up.
func (v *kvView) each(predicate, object Ref, subjects []Ref) (found []Ref, err error) {
	ind := &v.orders[1]
	var key []byte
	for _, s := range subjects {
		key = ind.key(key, Link{Subject: s, Predicate: predicate, Object: object})
		quads, err := v.tx.get(ind.bucket, key)
		if err != nil {
			return nil, err
		}
		if quads != nil {
			found = append(found, s)
		}
	}
	return found, v.ctx.Err()
}

// along walks subjects and index side by side, stepping to what is near and
// leaping to what is not.
func (v *kvView) along(predicate, object Ref, subjects []Ref) (found []Ref) {
	ind := &v.orders[1]
	c := v.open(ind.bucket)
	defer v.giveBack(ind.bucket, c)
	want := Link{Predicate: predicate, Object: object}
	key, _ := c.seek(ind.key(nil, want)[:16])
	for _, s := range subjects {
		for steps := 0; key != nil && subjectOf(key) < s; steps++ {
			if steps < stepMost {
				key, _ = c.next()
				continue
			}
			want[Subject] = s - 1
			key, _ = c.skip(ind.key(nil, want))
		}
		if key == nil {
			break
		}
		if subjectOf(key) == s {
			found = append(found, s)
		}
	}
	return found
}

// subjectOf reads a key of the index that has the subject last; 0 where it is none.
func subjectOf(key []byte) Ref {
	if len(key) != 24 {
		return 0
	}
	return Ref(binary.BigEndian.Uint64(key[16:]))
}
