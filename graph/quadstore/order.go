package quadstore

import "slices"

// byteOrder says where every byte stands in an engine's order of keys.
type byteOrder [256]byte

// plainOrder is that of the bytes themselves.
func plainOrder() *byteOrder {
	var o byteOrder
	for c := range o {
		o[c] = byte(c)
	}
	return &o
}

// escapedOrder is that of keys in which '/' and '\' are escaped by '\': '/'
// comes just before '\', and what lies between them moves down.
func escapedOrder() *byteOrder {
	o := plainOrder()
	for c := '/' + 1; c < '\\'; c++ {
		o[c] = byte(c - 1)
	}
	o['/'] = '\\' - 1
	return o
}

func (o *byteOrder) compare(a, b []byte) int {
	for i := range min(len(a), len(b)) {
		if a[i] != b[i] {
			return int(o[a[i]]) - int(o[b[i]])
		}
	}
	return len(a) - len(b)
}

// inverse lists the bytes in order.
func (o *byteOrder) inverse() (bytes [256]byte) {
	for c, place := range o {
		bytes[place] = byte(c)
	}
	return bytes
}

// posting is a quad as one index files it: up to three ids of its key, and its own.
type posting struct {
	key [3]uint32
	id  uint32
}

// sortPostings brings postings into the order of their keys, digit by digit from
// the last one (a radix sort): postings of one key stay as they stood. A digit that
// is the same in all costs nothing, so that two ids, or small ones, are sorted
// sooner. Spare is as long as list; either comes back sorted.
func sortPostings(list, spare []posting, o *byteOrder) []posting {
	const digits = 4
	var counts [3 * digits][256]int
	for i := range list {
		for part, id := range list[i].key {
			for d := range digits {
				counts[digits*part+d][o[byte(id>>(8*d))]]++
			}
		}
	}
	for part := 2; part >= 0; part-- {
		for d := range digits {
			count := &counts[digits*part+d]
			if slices.Contains(count[:], len(list)) {
				continue
			}
			at := 0
			for i, n := range count {
				count[i], at = at, at+n
			}
			for i := range list {
				place := &count[o[byte(list[i].key[part]>>(8*d))]]
				spare[*place] = list[i]
				*place++
			}
			list, spare = spare, list
		}
	}
	return list
}
