package event

import (
	"slices"
)

// maxClimb bounds the walk up a chain of clauses without subjects.
const maxClimb = 6

// surfaceSubj is the grammatical subject of v: its own, or the one that
// English leaves out because the governing clause names it.
func (t *tree) surfaceSubj(v, climbed int) int {
	if s := t.nearestSubj(v); s >= 0 {
		return t.antecedent(s)
	}
	if s := t.strayed(v); s >= 0 {
		return s
	}
	if s := t.forSubject(v); s >= 0 {
		return s
	}
	h := t.head(v)
	if h < 0 || climbed > maxClimb {
		return -1
	}
	switch t.rel(v) {
	case "acl":
		return t.aclSubj(v, h, climbed)
	case "conj":
		if t.isVerb(h) || t.Tokens[h].UPOS == "ADJ" || t.child(h, "cop") >= 0 || t.isVerb(v) {
			return t.surfaceSubj(h, climbed+1)
		}
		return -1
	case "ccomp":
		if t.finite(v) {
			return -1 // a clause with a tense has a subject of its own; here it went astray
		}
		return t.controller(v, h, climbed)
	case "xcomp", "advcl", "parataxis":
		return t.controller(v, h, climbed)
	case "obl", "nmod", "obj", "root", "dep":
		if t.isVerb(v) { // a gerund read as a noun: "before meeting B"
			return t.controller(v, h, climbed)
		}
	}
	return -1
}

// aclSubj is the subject of a clause that describes noun n: the noun itself for
// "officials visiting B", the noun's owner for "A's decision to visit B".
func (t *tree) aclSubj(v, n, climbed int) int {
	if t.rels[v] == "acl:relcl" {
		if o := t.child(v, "obj"); o >= 0 && !t.relative(o) || t.child(v, "obj") < 0 {
			return n
		}
		return -1
	}
	if t.Tokens[v].XPOS == "VBG" && (t.afterComma(v) || t.located(n) || slices.ContainsFunc(t.children(v, "nsubj"), t.located)) {
		return t.clauseSubj(n, climbed)
	}
	if t.mention(n) != nil {
		return n
	}
	if up := t.head(n); up >= 0 && t.is(n, "obj") && t.lex.accepting[t.lemma(up)] {
		return t.subj(up) // "accepted A's invitation to visit B"
	}
	if t.child(v, "mark") < 0 {
		return t.bearer(n, climbed)
	}
	if o := t.child(n, "nmod:poss"); o >= 0 {
		return o
	}
	if o := t.after(n, "by", nearReach); o >= 0 {
		return o
	}
	for _, k := range t.children(n, "amod", "compound") {
		if t.mention(k) != nil {
			return k
		}
	}
	return t.nounSubj(n, climbed+1)
}

// afterComma reports whether participle v is set off by a comma. It then tells
// more of the whole clause, not of the noun before it: "a bomb went off at the
// mosque, killing eight".
func (t *tree) afterComma(v int) bool {
	k := v - 1
	for k > 0 && t.Tokens[k].UPOS == "ADV" {
		k--
	}
	return k >= 0 && t.Tokens[k].Form == ","
}

// located reports whether noun n only says where: the Web did not blame anybody
// in "posted a message on the Web blaming B".
func (t *tree) located(n int) bool {
	return t.is(n, "obl", "nmod", "nsubj") && (t.hasCase(n, "on") || t.hasCase(n, "in") || t.hasCase(n, "at") || t.hasCase(n, "via"))
}

// clauseSubj is the subject of the clause that noun n stands in.
func (t *tree) clauseSubj(n, climbed int) int {
	for up := n; up >= 0; up = t.head(up) {
		if s := t.nearestSubj(up); s >= 0 {
			return t.antecedent(s)
		}
		if t.is(up, "nsubj") {
			return up
		}
		if t.isVerb(up) {
			return t.surfaceSubj(up, climbed+1)
		}
	}
	return -1
}

// bearer is who stands behind noun n as the subject of a participle: the noun
// itself when it is somebody's people, else who made it ("released a statement
// criticising B").
func (t *tree) bearer(n, climbed int) int {
	if t.owner(n, asActor, 0) != nil {
		return n
	}
	if s := t.nounSubj(n, climbed+1); s >= 0 {
		return s
	}
	return n
}

// controller is the understood subject of clause v, which verb (or adjective) h
// governs: h's object for "urged B to leave" and "accused B of lying", else
// h's own subject.
func (t *tree) controller(v, h, climbed int) int {
	if t.isVerb(h) && t.objectControls(v, h) {
		if t.passive(h) {
			return t.surfaceSubj(h, climbed+1)
		}
		for _, k := range t.children(h, "iobj", "obj") {
			if k < v && t.lemma(h) != "call" && !t.means(v, k) {
				return t.antecedent(k)
			}
		}
		for _, k := range t.children(h, "obl") { // "called on B to leave"
			if k < v && k > h && t.mention(k) != nil && (t.hasCase(k, "on") || t.hasCase(k, "for") || t.hasCase(k, "with")) {
				return k
			}
		}
	}
	if !t.isVerb(h) && t.isNoun(h) && t.child(h, "cop") < 0 {
		return t.nounSubj(h, climbed+1)
	}
	if o := t.holder(v, h); o >= 0 {
		return o
	}
	return t.surfaceSubj(h, climbed+1)
}

// holder is who bears the noun that gerund v belongs to though the parser hung it
// on verb h: "welcomed A's commitment to defeating B", "shows the unity of A in
// fighting B"; -1 for nobody.
func (t *tree) holder(v, h int) int {
	o := t.child(h, "obj")
	if t.Tokens[v].XPOS != "VBG" || !t.is(v, "advcl") || o < 0 || o > v || t.mention(o) != nil || !t.hasMark(v, "to") && !t.hasMark(v, "in") {
		return -1
	}
	if p := t.child(o, "nmod:poss"); p >= 0 && o == v-2 {
		return p
	}
	for _, k := range t.children(o, "nmod") {
		if m := t.mention(k); m != nil && m.Last == v-1 && t.hasCase(k, "of") {
			return k
		}
	}
	return -1
}

// means reports whether object k is only that by which the subject does v: "sent a
// letter to thank B", "sent troops to attack B".
func (t *tree) means(v, k int) bool {
	return t.is(v, "advcl") && (t.lex.forces[t.lemma(k)] || t.mention(k) == nil && !t.lex.agents[t.lemma(k)])
}

// objectControls reports whether h's object is the subject of its clause v.
func (t *tree) objectControls(v, h int) bool {
	if t.lemma(h) == "promise" || t.lemma(h) == "vow" {
		return false
	}
	marks := t.cases(v)
	switch t.rel(v) {
	case "xcomp", "ccomp":
		return !(slices.Contains(marks, "to") && doneTo(t.lemma(h))) // "bombed Serbia to end the war"
	case "advcl", "obl":
		for _, m := range []string{"of", "for", "from", "into", "as"} {
			if slices.Contains(marks, m) {
				return true
			}
		}
		return slices.Contains(marks, "to") && t.lex.objectControl[t.lemma(h)]
	}
	return false
}

// doneTo holds for verbs of what is done to somebody, whose infinitive says what for: the one who does it is
// to do that as well.
func doneTo(lemma string) bool {
	switch lemma {
	case "bomb", "attack", "invade", "strike", "shell", "kill", "sanction", "expel", "visit", "meet", "phone", "telephone", "condemn", "criticize", "criticise",
		"arrest", "occupy", "seize", "host", "brief", "blame", "accuse", "punish", "fight", "join", "leave", "sue":
		return true
	}
	return false
}
