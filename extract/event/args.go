package event

import (
	"slices"

	"github.com/entente-kg/entente/schema"
)

// passive reports whether verb v is read in the passive.
func (t *tree) passive(v int) bool {
	if a := t.child(v, "aux:pass"); a >= 0 && t.lemma(a) != "have" || t.child(v, "nsubj:pass", "csubj:pass") >= 0 && !t.haveOnly(v) {
		return true
	}
	if a := t.child(v, "obl:agent"); a >= 0 {
		active := t.child(v, "nsubj") >= 0 && (t.Tokens[v].XPOS == "VBD" || t.perfect(v)) // "spoke by phone", "has stood by B"
		return !active && !t.lex.channels[t.lemma(a)]
	}
	if t.Tokens[v].XPOS != "VBN" && t.Tokens[v].XPOS != "VBD" {
		return false
	}
	if s := t.child(v, "nsubj"); t.Tokens[v].XPOS == "VBN" && t.child(v, "aux") < 0 && (slices.Contains(t.cases(v), "with") || s >= 0 && t.hasCase(s, "with")) {
		return true // "with ten people killed"
	}
	switch {
	case t.child(v, "nsubj", "aux", "obj") >= 0 || t.strayed(v) >= 0:
		return false
	case t.rels[v] == "acl" || t.is(v, "amod"):
		return true
	case t.Tokens[v].XPOS != "VBN":
		return false
	case t.is(v, "conj") && t.isVerb(t.head(v)):
		return t.passive(t.head(v))
	}
	return t.is(v, "advcl", "acl", "root")
}

// haveOnly reports whether "have" is the one auxiliary of v, which makes it active
// whatever the parser thinks of its subject: "Peru and others have all called on B".
func (t *tree) haveOnly(v int) bool {
	aux := t.children(v, "aux", "cop")
	return len(aux) > 0 && t.child(v, "aux:pass") < 0 && !slices.ContainsFunc(aux, func(k int) bool { return t.lemma(k) != "have" })
}

// agent is the by-phrase of a passive verb, or -1.
func (t *tree) agent(v int) int {
	if a := t.child(v, "obl:agent"); a >= 0 {
		return a
	}
	if a := t.after(v, "by", nearReach+1); a >= 0 {
		return a
	}
	if a := t.sunkenAgent(v); a >= 0 {
		return a
	}
	return t.atHands(v)
}

// atHands is at whose hands v was suffered: "killed at the hands of B"; -1 for nobody.
func (t *tree) atHands(v int) int {
	for _, k := range t.children(v, "obl") {
		if t.lemma(k) == "hand" && t.hasCase(k, "at") {
			return t.child(k, "nmod", "nmod:poss")
		}
	}
	return -1
}

// sunkenAgent is the by-phrase that was hung on what comes "of" something after
// passive verb v: "was threatened with a loss of funds by B".
func (t *tree) sunkenAgent(v int) int {
	for _, o := range t.children(v, "obl") {
		if o < v || t.lex.harms[t.lemma(o)] {
			continue
		}
		for _, of := range t.children(o, "nmod") {
			if a := t.child(of, "nmod"); a > of && t.hasCase(of, "of") && t.hasCase(a, "by") && t.mention(of) == nil && t.mention(a) != nil {
				return a
			}
		}
	}
	return -1
}

// subj is who does v, in the active or the passive; -1 when nobody is named.
func (t *tree) subj(v int) int {
	if t.passive(v) {
		return t.agent(v)
	}
	return t.surfaceSubj(v, 0)
}

// supposed is what somebody says that "what" is: who "bombed what officials said were depots in Chad" bombed depots; -1 for none.
func (t *tree) supposed(what int) int {
	if t.lemma(what) != "what" {
		return -1
	}
	for _, c := range append(t.children(what, "acl"), what, t.head(what)) {
		if c < 0 {
			continue
		}
		if n := t.child(c, "obj", "xcomp"); n > c && (t.lemma(c) == "call" || t.lemma(c) == "describe" || t.lemma(c) == "term") && t.isNoun(n) {
			return n // "denounced what he called the lies of Chad"
		}
		if !t.lex.saying[t.lemma(c)] {
			continue
		}
		if n := t.child(c, "ccomp"); n > c && t.isNoun(n) && t.child(n, "cop") >= 0 {
			return n
		}
	}
	return -1
}

// obj is who v is done to, in the active or the passive; -1 for nobody.
func (t *tree) obj(v int) int {
	if t.passive(v) {
		if o := t.child(v, "obj"); o >= 0 && t.mention(o) != nil { // "was handed the weapons"
			return o
		}
		return t.surfaceSubj(v, 0)
	}
	if o := t.child(v, "obj"); o >= 0 {
		if n := t.supposed(o); n >= 0 {
			return n
		}
		return t.antecedent(o)
	}
	for _, k := range t.children(v, "obl") { // an object read as an adverbial
		if k > v && t.rels[k] == "obl" && t.isNoun(k) && len(t.cases(k)) == 0 && !t.lex.time[t.lemma(k)] && t.lemma(k) != "which" {
			return k
		}
	}
	if t.is(v, "amod") && (t.strayed(v) >= 0 || t.child(v, "nsubj") >= 0) { // "Peru voiced concern", read as a concern that was voiced
		return t.head(v)
	}
	if t.is(v, "acl:relcl") { // "the man A met": the gap is the object
		if s := t.child(v, "nsubj"); s >= 0 && !t.relative(s) && !t.circumstantial(v) {
			return t.head(v)
		}
	}
	for _, k := range t.children(v, "conj") { // "attacked and killed B", not "met with A and killed B"
		if t.isVerb(k) && t.child(k, "nsubj") < 0 && !t.complete(v, k) {
			if o := t.child(k, "obj"); o >= 0 && t.child(v, "ccomp") < 0 {
				return t.antecedent(o)
			}
		}
	}
	return -1
}

// complete reports whether somebody is named between verb v and the next one: he
// is whom v is done to, and what follows the next is done by that alone.
func (t *tree) complete(v, next int) bool {
	return slices.ContainsFunc(t.children(v, "obl"), func(k int) bool {
		return v < k && k < next && t.mention(k) != nil
	})
}

// circumstantial reports whether the relative clause of v tells where, when or
// why: "the institute where he assisted".
func (t *tree) circumstantial(v int) bool {
	return slices.ContainsFunc(t.kids[v], func(k int) bool {
		switch t.lemma(k) {
		case "where", "when", "why", "whereby":
			return true
		}
		return false
	})
}

// relative reports whether token i is a relative pronoun.
func (t *tree) relative(i int) bool {
	switch t.lemma(i) {
	case "who", "whom", "which", "that", "whose":
		return t.Tokens[i].UPOS == "PRON" || t.Tokens[i].UPOS == "DET" || t.Tokens[i].UPOS == "SCONJ"
	}
	return false
}

// antecedent replaces a relative pronoun by the noun its clause describes.
func (t *tree) antecedent(i int) int {
	if !t.relative(i) {
		return i
	}
	for c := t.head(i); c >= 0; c = t.head(c) {
		if t.is(c, "acl") {
			return t.somebody(t.pastPlace(t.head(c), i), i)
		}
	}
	return i
}

// somebody goes from a thing that a "who" seems to describe on to the person named
// right before it: "a jet with Lind, who had flown in".
func (t *tree) somebody(i, pronoun int) int {
	if t.lemma(pronoun) != "who" || t.mention(i) != nil || t.lex.agents[t.lemma(i)] && !vehicle(t.lemma(i)) || t.Tokens[i].UPOS != "NOUN" {
		return i
	}
	last := pronoun
	if last > 0 && t.Tokens[last-1].Form == "," {
		last--
	}
	for m := range t.mentions {
		if x := &t.mentions[m]; x.Last == last && len(x.Actors) == 1 && x.Actors[0].Kind == schema.Person && t.under(x.Head, i) {
			return x.Head
		}
	}
	return i
}

// vehicle holds for what carries people and is no "who".
func vehicle(lemma string) bool {
	switch lemma {
	case "plane", "jet", "aircraft", "helicopter", "flight", "airliner", "car", "limousine", "convoy", "motorcade", "train", "ship", "boat", "yacht", "bus":
		return true
	}
	return false
}

// pastPlace goes from a place that a relative pronoun seems to describe on to
// what is there: it is the attacks, not Chad, in "attacks in Chad which killed
// ten", and no country is ever a "who".
func (t *tree) pastPlace(i, pronoun int) int {
	m, above := t.mention(i), t.head(i)
	if m == nil && above >= 0 && t.lex.settlements[t.lemma(i)] && t.is(i, "nmod") && t.isNoun(above) && (t.hasCase(i, "in") || t.hasCase(i, "at") || t.hasCase(i, "near")) {
		return t.pastPlace(above, pronoun) // "a raid in Chad's city of Abeche which killed ten"
	}
	if m == nil || m.Place == nil || above < 0 || !t.is(i, "nmod") || !t.isNoun(above) {
		return i
	}
	if w := t.lemma(pronoun); w == "who" || w == "whom" {
		return above
	}
	for _, prep := range [...]string{"in", "at", "near", "across"} {
		if t.hasCase(i, prep) {
			return above
		}
	}
	return i
}
