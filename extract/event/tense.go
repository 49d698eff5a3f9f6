package event

import (
	"slices"
	"strings"
)

// destined is the phrase by which v is told as arranged: "was to meet", "due to
// meet"; "" when it is not.
func (t *tree) destined(v int) string {
	if !t.isVerb(v) || !t.infinitive(v) {
		return ""
	}
	for _, k := range t.kids[v] {
		switch {
		case t.is(k, "cop", "aux") && t.lemma(k) == "be" && k+1 < len(t.Tokens) && strings.EqualFold(t.Tokens[k+1].Form, "to"):
			return t.Tokens[k].Form + " to"
		case k < v && t.is(k, "case", "mark", "advmod") && t.lemma(k) == "due":
			return "due to"
		}
	}
	return ""
}

// progressive reports whether v is told as going on now: "is visiting", "has
// been shelling".
func (t *tree) progressive(v int) bool {
	if t.Tokens[v].XPOS == "VBN" { // "is being shelled"
		being := func(k int) bool { return strings.EqualFold(t.Tokens[k].Form, "being") }
		now := func(k int) bool { return t.Tokens[k].XPOS == "VBZ" || t.Tokens[k].XPOS == "VBP" }
		return slices.ContainsFunc(t.children(v, "aux"), being) && slices.ContainsFunc(t.children(v, "aux"), now)
	}
	if t.Tokens[v].XPOS != "VBG" {
		return false
	}
	for _, k := range t.children(v, "aux") {
		switch strings.ToLower(t.Tokens[k].Form) {
		case "is", "are", "am", "'s", "'re", "'m", "has", "have":
			return true
		}
	}
	return false
}

// numbered reports whether noun h is told as one of several: "the third envoy".
func (t *tree) numbered(h int) bool {
	return slices.ContainsFunc(t.kids[h], func(k int) bool { return k < h && t.ordinal(k) })
}

// present reports whether verb v is in the simple present.
func (t *tree) present(v int) bool {
	x := t.Tokens[v].XPOS
	return (x == "VBZ" || x == "VBP") && !t.ownAux(v)
}

// perfectNow reports whether verb v is in the present perfect, which goes with no
// time that is over.
func (t *tree) perfectNow(v int) bool {
	return t.Tokens[v].XPOS == "VBN" && slices.ContainsFunc(t.children(v, "aux"), func(k int) bool {
		return t.lemma(k) == "have" && (t.Tokens[k].XPOS == "VBZ" || t.Tokens[k].XPOS == "VBP")
	})
}

// ordinal reports whether token k says which of several.
func (t *tree) ordinal(k int) bool {
	switch t.lemma(k) {
	case "first", "second", "third", "fourth", "fifth", "last", "latest", "only", "few":
		return true
	}
	return false
}

// infinitive reports whether clause i is "to do".
func (t *tree) infinitive(i int) bool {
	if t.Tokens[i].XPOS == "VBG" {
		return false // "confessed to killing"
	}
	for _, k := range t.children(i, "mark", "aux", "case") {
		if k < i && (strings.EqualFold(t.Tokens[k].Form, "to") || t.marker(k) == "due to") {
			return true
		}
	}
	return false
}

// finite reports whether verb i has a tense of its own.
func (t *tree) finite(i int) bool {
	switch t.Tokens[i].XPOS {
	case "VBD", "VBZ", "VBP":
		return true
	}
	having := func(k int) bool { return t.Tokens[k].XPOS == "VBG" }
	return t.ownAux(i) && !slices.ContainsFunc(t.children(i, "aux"), having) // "denied having met"
}

func (t *tree) ownAux(i int) bool { return t.child(i, "aux", "cop") >= 0 }

// setsOut reports whether the verb of the match tells in the present of a journey that somebody sets out on: who "leaves on Tuesday"
// has not left when that is read.
func (t *tree) setsOut(m *match) bool {
	if x := t.Tokens[m.verb].XPOS; m.rule.Relation != "travels-to" || m.noun >= 0 || x != "VBZ" && x != "VBP" {
		return false
	}
	switch t.lemma(m.verb) {
	case "leave", "depart", "head", "fly", "travel", "set", "go":
		return true
	}
	return false
}
