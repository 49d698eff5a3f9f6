package ref

import (
	"slices"
	"strings"

	"github.com/entente-kg/entente/schema"
)

// Hit is one thing a run of tokens may name.
type Hit struct {
	Actor   *schema.Actor // who acts; nil for a place that does nothing
	Place   *schema.Actor // where; nil for what is no place
	Reading Reading
	Span    *Span // days on which the name means this; nil for any
}

// Span is a stretch of time that a name is limited to; an empty end is open.
type Span struct{ From, To string }

// On reports whether the name means this on the day of a text. Without a day it may.
func (h *Hit) On(date string) bool { return h.Span == nil || within(h.Span.From, h.Span.To, date) }

// index finds names by their pieces. Names are kept as a map from the hash of
// their pieces to a list of entries; every proper prefix of a name is a key
// too, so that the search knows when to stop.
type index struct {
	nodes   map[uint64]int32 // hash of pieces → 1 + first entry, 0 when only a prefix
	entries []entry
	spans   []Span // that names are limited to; at most 255
}

type entry struct {
	next   int32 // 1 + next entry with the same hash
	check  uint32
	title  uint16 // pieces that must be capitalised in the text
	upper  uint16 // pieces that must be upper case in the text
	inner  uint16 // pieces that must have a capital inside: JeM is not the name Jem
	weak   bool
	span   uint8 // 1 + index into spans, 0 for any day
	target target
}

// target is a Hit without its days: most names have none, and there are many names.
type target struct {
	actor, place *schema.Actor
	reading      Reading
}

const (
	hashSeed  = 14695981039346656037 // FNV-1a, 64 bit
	hashPrime = 1099511628211
)

// extend adds a piece to a running hash. The second, independent hash tells
// names apart whose first ones collide.
func extend(h uint64, check uint32, word string) (uint64, uint32) {
	for i := range len(word) {
		h = (h ^ uint64(word[i])) * hashPrime
		check = check*31 + uint32(word[i]) + 7
	}
	return (h ^ ' ') * hashPrime, check*31 + 1
}

// add files a name. A name without letters or digits, of more than 16 pieces, or
// with days of its own when 255 others have such, is not filed and false is returned.
func (x *index) add(name string, weak bool, hit Hit) bool {
	var ps []piece
	for _, word := range strings.Fields(strings.ReplaceAll(name, ",", " , ")) {
		ps = pieces(ps, word)
	}
	if len(ps) == 0 || len(ps) > 16 || ps[0].text == name && !isWord([]rune(name)[0]) {
		return false
	}
	h, check := uint64(hashSeed), uint32(0)
	e := entry{weak: weak, target: target{hit.Actor, hit.Place, hit.Reading}}
	if hit.Span != nil {
		at := slices.Index(x.spans, *hit.Span)
		if at < 0 {
			at, x.spans = len(x.spans), append(x.spans, *hit.Span)
		}
		if at >= 255 {
			return false
		}
		e.span = uint8(at + 1)
	}
	for i, p := range ps {
		h, check = extend(h, check, p.text)
		if i < len(ps)-1 {
			if _, ok := x.nodes[h]; !ok {
				x.nodes[h] = 0
			}
		}
		e.demand(i, p)
	}
	e.check, e.next = check, 0
	return x.link(h, e)
}

// demand notes the case a piece must have in a text.
func (e *entry) demand(i int, p piece) {
	letters := p.text != "" && (p.text[0] < '0' || p.text[0] > '9')
	switch {
	case !letters || !p.title:
	case p.upper && len(p.text) > 1:
		e.upper |= 1 << i
	case p.inner:
		e.title |= 1 << i
		e.inner |= 1 << i
	default:
		e.title |= 1 << i
	}
}

// link appends the entry to the chain of its hash, once.
func (x *index) link(h uint64, e entry) bool {
	last := &x.entries
	at := x.nodes[h]
	if at == 0 {
		x.entries = append(x.entries, e)
		x.nodes[h] = int32(len(x.entries))
		return true
	}
	for {
		have := &(*last)[at-1]
		if have.check == e.check && have.target == e.target && have.span == e.span && have.title == e.title && have.upper == e.upper && have.inner == e.inner {
			have.weak = have.weak && e.weak
			return true
		}
		if have.next == 0 {
			break
		}
		at = have.next
	}
	x.entries = append(x.entries, e)
	x.entries[at-1].next = int32(len(x.entries))
	return true
}

// match returns the longest run of tokens from i that is a name.
func (x *index) match(tokens []string, i int) (n int, hits []Hit) {
	var buf [24]piece
	h, check := uint64(hashSeed), uint32(0)
	seen := buf[:0]
	for j := i; j < len(tokens); j++ {
		from := len(seen)
		seen = pieces(seen, tokens[j])
		if j == i && len(seen) == 0 {
			return 0, nil // a name does not begin with a hyphen
		}
		for _, p := range seen[from:] {
			h, check = extend(h, check, p.text)
			if _, ok := x.nodes[h]; !ok {
				return n, hits
			}
		}
		if len(seen) == from {
			continue
		}
		if found := x.lookup(h, check, seen, i == 0); found != nil {
			n, hits = j-i+1, found
		}
	}
	return n, hits
}

// lookup returns the targets filed under the hash whose case agrees with the text.
func (x *index) lookup(h uint64, check uint32, seen []piece, first bool) []Hit {
	var hits []Hit
	for at := x.nodes[h]; at != 0; at = x.entries[at-1].next {
		e := &x.entries[at-1]
		if e.check != check || e.weak && first || !e.agrees(seen) {
			continue
		}
		if h := x.hit(e); !slices.Contains(hits, h) {
			hits = append(hits, h)
		}
	}
	return hits
}

func (x *index) hit(e *entry) Hit {
	h := Hit{Actor: e.target.actor, Place: e.target.place, Reading: e.target.reading}
	if e.span > 0 {
		h.Span = &x.spans[e.span-1]
	}
	return h
}

// agrees reports whether the case of the text is what the name demands.
func (e *entry) agrees(seen []piece) bool {
	for i, p := range seen {
		bit := uint16(1) << i
		if e.title&bit != 0 && !p.title || e.upper&bit != 0 && !p.upper || e.inner&bit != 0 && !p.inner {
			return false
		}
	}
	return true
}
