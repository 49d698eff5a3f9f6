package event

import "slices"

// How far from its trigger a prepositional phrase may hang. The parser often
// hangs "with B" on the nearest noun ("spoke on Tuesday with B"), so the
// prepositions that name a participant are searched deeper than those which
// usually belong to the noun before them.
const (
	nearReach = 1
	farReach  = 3
)

// passive reports whether verb v is read in the passive.
func (t *tree) passive(v int) bool {
	if t.child(v, "aux:pass", "nsubj:pass", "obl:agent", "csubj:pass") >= 0 {
		return true
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

// agent is the by-phrase of a passive verb, or -1.
func (t *tree) agent(v int) int {
	if a := t.child(v, "obl:agent"); a >= 0 {
		return a
	}
	return t.after(v, "by", nearReach+1)
}

// subj is who does v, in the active or the passive; -1 when nobody is named.
func (t *tree) subj(v int) int {
	if t.passive(v) {
		return t.agent(v)
	}
	return t.surfaceSubj(v, 0)
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
		if s := t.child(v, "nsubj"); s >= 0 && !t.relative(s) {
			return t.head(v)
		}
	}
	for _, k := range t.children(v, "conj") { // "attacked and killed B"
		if t.isVerb(k) && t.child(k, "nsubj") < 0 {
			if o := t.child(k, "obj"); o >= 0 {
				return t.antecedent(o)
			}
		}
	}
	return -1
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
			return t.pastPlace(t.head(c), i)
		}
	}
	return i
}

// pastPlace goes from a place that "which" seems to describe on to what is
// there: it is the attacks, not Chad, in "attacks in Chad which killed ten".
func (t *tree) pastPlace(i, pronoun int) int {
	m, above := t.mention(i), t.head(i)
	switch t.lemma(pronoun) {
	case "which", "that":
	default:
		return i
	}
	if m == nil || m.Place == nil || above < 0 || !t.is(i, "nmod") || t.Tokens[above].UPOS != "NOUN" {
		return i
	}
	for _, prep := range [...]string{"in", "at", "near", "across"} {
		if t.hasCase(i, prep) {
			return above
		}
	}
	return i
}

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
	case "xcomp", "advcl", "ccomp", "parataxis":
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
	if t.mention(n) != nil {
		return n
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
			if k < v && t.lemma(h) != "call" {
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
	return t.surfaceSubj(h, climbed+1)
}

// objectControls reports whether h's object is the subject of its clause v.
func (t *tree) objectControls(v, h int) bool {
	if t.lemma(h) == "promise" || t.lemma(h) == "vow" {
		return false
	}
	marks := t.cases(v)
	switch t.rel(v) {
	case "xcomp", "ccomp":
		return true
	case "advcl", "obl":
		for _, m := range []string{"of", "for", "from", "into"} {
			if slices.Contains(marks, m) {
				return true
			}
		}
		return slices.Contains(marks, "to") && t.lex.objectControl[t.lemma(h)]
	}
	return false
}

// nounPreps are the prepositions by which an event noun belongs to its clause:
// "after talks with B, A left".
var nounPreps = [...]string{"for", "in", "after", "before", "during", "ahead of", "following", "at", "on", "amid", "from", "to", "prior to", "by", "since", "into", "through", "upon"}

// nounSubj is the understood subject of noun n: of the copula ("A is at odds"),
// of the verb that supports it ("A held talks"), or of the clause it stands in
// as an adverbial ("after talks with B, A left").
func (t *tree) nounSubj(n, climbed int) int {
	if s := t.child(n, "nsubj"); s >= 0 {
		return t.antecedent(s)
	}
	h := t.head(n)
	if h < 0 || climbed > maxClimb {
		return -1
	}
	switch t.rel(n) {
	case "obj", "xcomp":
		if t.supports(h) {
			return t.subj(h)
		}
	case "nsubj":
		if t.supports(h) && t.passive(h) { // "talks were held by A"
			return t.agent(h)
		}
	case "obl", "advcl":
		if t.isVerb(h) && t.adverbial(n) {
			return t.surfaceSubj(h, climbed+1)
		}
	case "nmod", "conj":
		if t.isNoun(h) && t.mention(h) == nil && (t.is(n, "conj") || t.hasCase(n, "of") || t.lex.word(t.lex.cueNouns, t, h).status != "") { // "a round of talks", "a visit and talks"
			return t.nounSubj(h, climbed+1)
		}
	}
	return -1
}

// supports reports whether verb h makes its subject the doer of its object: it
// carries the noun ("held talks"), announces it, plans or refuses it.
func (t *tree) supports(h int) bool {
	if !t.isVerb(h) || t.lex.suffering[t.lemma(h)] && !t.lex.support[t.lemma(h)] {
		return false
	}
	return t.lex.support[t.lemma(h)] || t.lex.announcing[t.lemma(h)] || t.lex.verbCue(t, h).status != ""
}

func (t *tree) adverbial(n int) bool {
	if h := t.head(n); h >= 0 && (t.lex.saying[t.lemma(h)] || t.lex.alleging[t.lemma(h)]) && t.hasCase(n, "on") {
		return false // "commented on the visit"
	}
	for _, p := range nounPreps {
		if t.hasCase(n, p) {
			return true
		}
	}
	return t.is(n, "obl:unmarked", "obl:npmod", "obl:tmod")
}

// after is the nearest noun phrase of i's clause that stands after preposition
// prep, or -1.
func (t *tree) after(i int, prep string, depth int) int {
	best := t.allAfter(i, prep, depth)
	if len(best) == 0 {
		return -1
	}
	return best[0]
}

// allAfter lists the noun phrases of i's clause after preposition prep,
// nearest first.
func (t *tree) allAfter(i int, prep string, depth int) []int {
	var out []int
	for _, st := range t.clause(i, depth) {
		if t.inside(st.token, i) {
			continue
		}
		if st.token != i && t.is(st.token, "obl", "nmod", "obj", "advcl", "xcomp", "acl", "dep", "iobj") && t.hasCase(st.token, prep) {
			out = append(out, st.token)
		}
	}
	return out
}

// inside reports whether token k belongs to the subject of i, or to the same
// mention as its governor: "the envoy to Chile" went nowhere.
func (t *tree) inside(k, i int) bool {
	if k == i {
		return false
	}
	if h := t.head(k); t.mention(k) != nil && t.mention(k) == t.mention(h) {
		return true
	}
	for c := k; c >= 0 && c != i; c = t.head(c) {
		if t.is(c, "nsubj") {
			return true
		}
	}
	return false
}
