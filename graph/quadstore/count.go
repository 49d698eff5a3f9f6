package quadstore

import (
	"encoding/binary"
	"maps"
	"slices"
	"sort"
)

// file brings the key bucket up to date.
func (w *writer) file() error {
	for _, entry := range slices.Sorted(maps.Keys(w.keys)) {
		old, err := w.tx.get(keyBucket(), []byte(entry))
		if err != nil {
			return err
		}
		n, _ := binary.Uvarint(old)
		if total := int64(n) + w.keys[entry]; total > 0 {
			err = w.tx.put(keyBucket(), []byte(entry), binary.AppendUvarint(nil, uint64(total)))
		} else {
			err = w.tx.del(keyBucket(), []byte(entry))
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// count writes how often every touched value is used, and drops the unused.
func (w *writer) count() error {
	nodes := make([]*node, 0, len(w.nodes))
	for _, n := range w.nodes {
		if n.uses != 0 {
			nodes = append(nodes, n)
		}
	}
	sort.Slice(nodes, func(i, j int) bool { return string(nodes[i].hash[:]) < string(nodes[j].hash[:]) })
	for _, n := range nodes {
		var old []byte
		if uint64(n.id) <= w.start {
			var err error
			if old, err = w.tx.get(n.hash.countBucket(), n.hash[:]); err != nil {
				return err
			}
		}
		uses, _ := binary.Uvarint(old)
		var err error
		if total := int64(uses) + n.uses; total > 0 {
			err = w.tx.put(n.hash.countBucket(), n.hash[:], binary.AppendUvarint(nil, uint64(total)))
		} else {
			err = w.drop(n)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

func (w *writer) drop(n *node) error {
	w.dropped = true
	if err := w.tx.del(n.hash.countBucket(), n.hash[:]); err != nil {
		return err
	}
	if err := w.tx.del(n.hash.valueBucket(), n.hash[:]); err != nil {
		return err
	}
	return w.tx.del(logBucket(), idKey(uint64(n.id)))
}
