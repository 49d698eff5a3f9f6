package event

import (
	"slices"

	"github.com/entente-kg/entente/extract/text"
	"github.com/entente-kg/entente/schema"
)

// levelTitles makes two of what the parser took for one: in "joined the envoy and
// foreign partners" the envoy is no word of the partners, for a person is named
// before the "and" and more of them after it.
func (t *tree) levelTitles() {
	for _, m := range t.mentions {
		h, and := m.Head, m.Last
		if len(m.Actors) != 1 || m.Actors[0].Kind != schema.Person || and >= len(t.Tokens) || t.Tokens[and].UPOS != "CCONJ" {
			continue
		}
		n := t.heads[h]
		if n <= and || t.Tokens[n].XPOS != "NNS" || t.rels[h] != "nmod:desc" && t.rels[h] != "compound" || t.namedBetween(and, n) {
			continue
		}
		for k, up := range t.heads {
			switch {
			case k < m.First && up == n:
				t.heads[k] = h
			case k >= and && k < n && up < and:
				t.heads[k] = n
			}
		}
		t.heads[h], t.rels[h] = t.heads[n], t.rels[n]
		t.heads[n], t.rels[n] = h, "conj"
	}
}

// namedBetween reports whether a name stands between two tokens: "the Lind and
// Vasile governments" are two.
func (t *tree) namedBetween(from, to int) bool {
	return slices.ContainsFunc(t.Tokens[from:to], func(k text.Token) bool { return k.UPOS == "PROPN" })
}

// purposes are what v is done for or in, though the parser hung it on the object:
// "joined the envoy and his partners for talks".
func (t *tree) purposes(v int, prep string) []int {
	var out []int
	o := t.obj(v)
	if o < 0 {
		return nil
	}
	for _, c := range append([]int{o}, t.conjuncts(o)...) {
		for _, k := range t.children(c, "nmod") {
			if k > v && t.hasCase(k, prep) {
				out = append(out, k)
			}
		}
	}
	return out
}
