package event

import "strings"

// levelConjuncts hangs a finite verb that the parser coordinated with an
// infinitive or a participle below it on the finite verb above: in "urged them
// to reconsider and spoke with her" it is urging and speaking that are joined,
// since "to" cannot take a past tense.
func (t *tree) levelConjuncts() {
	for i := range t.Tokens {
		if t.rels[i] != "conj" || !t.tensed(i) || t.heads[i] < 0 || !t.nonFinite(t.heads[i]) || t.ownSubject(i) {
			continue
		}
		up := t.heads[i]
		for n := 0; up >= 0 && n < len(t.Tokens) && !(t.isVerb(up) && t.Tokens[up].XPOS == t.Tokens[i].XPOS); n++ {
			up = t.heads[up]
		}
		if up >= 0 && up < i {
			t.heads[i] = up
		}
	}
}

// tensed holds for a verb whose own form shows tense.
func (t *tree) tensed(i int) bool {
	switch t.Tokens[i].XPOS {
	case "VBD", "VBZ":
		return t.isVerb(i)
	}
	return false
}

// nonFinite holds for an infinitive with "to" or a modal, and for a gerund.
func (t *tree) nonFinite(i int) bool {
	switch t.Tokens[i].XPOS {
	case "VBG":
		return t.isVerb(i)
	case "VB":
		for k := range t.heads {
			if t.heads[k] == i && (t.rels[k] == "mark" && strings.EqualFold(t.Tokens[k].Form, "to") || t.Tokens[k].XPOS == "MD") {
				return true
			}
		}
	}
	return false
}

// ownSubject holds for a verb that brings a subject with it.
func (t *tree) ownSubject(i int) bool {
	for k := range t.heads {
		if t.heads[k] == i && strings.HasPrefix(t.rels[k], "nsubj") {
			return true
		}
	}
	return false
}
