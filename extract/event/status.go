package event

import (
	"slices"
	"strings"

	"github.com/entente-kg/entente/schema"
)

// reading is a status and the word it was read from.
type reading struct {
	status schema.Status
	cue    string
	by     int // token of the cue plus one; 0 when it is not one word
}

// strength orders statuses: where several words govern an event, the one that
// takes most of its reality away wins.
func strength(s schema.Status) int {
	switch s {
	case schema.Denied:
		return 5
	case schema.Cancelled:
		return 4
	case schema.Hypothetical:
		return 3
	case schema.Planned:
		return 2
	case schema.Ongoing:
		return 1
	}
	return 0
}

// weaken replaces r by other when that is stronger.
func (r *reading) weaken(other reading) {
	if strength(other.status) > strength(r.status) {
		*r = other
	}
}

// status reads how the match stands to the world. It starts at the trigger
// (tense, auxiliaries, negation, the noun's modifiers) and climbs through
// whatever governs it, as long as that bears on whether it happened:
// complements and objects of verbs that plan, refuse or doubt, nouns like plan
// and offer, conditions. Verbs of saying let everything below them stand.
func (t *tree) status(m *match) reading {
	r := reading{status: schema.Occurred, cue: ""}
	if m.rule.Status != "" {
		r = reading{status: m.rule.Status, cue: t.lemma(m.verb)}
	}
	if m.noun >= 0 {
		if c := t.modified(m.noun); !t.performed(m) || c.status != schema.Planned {
			r.weaken(c)
		}
	}
	if t.isNoun(m.verb) && m.noun == m.verb {
		r.weaken(t.predicated(m.verb))
	} else {
		r.weaken(t.own(m.verb))
	}
	from := m.verb
	if h := t.pronounced(m); h >= 0 {
		from = h
	}
	if m.noun != m.verb || !t.moved(m) { // a request has been made by who acts "at the request of" another
		t.climb(from, &r)
	}
	if t.questioned(m.verb) {
		r.weaken(reading{status: schema.Hypothetical, cue: "?"})
	}
	return r
}

// pronounced is the verb by which a speaker does what he says he wants to do: "I
// want to thank B", "we would like to congratulate B"; -1 when he does nothing by it.
func (t *tree) pronounced(m *match) int {
	h := t.head(m.verb)
	if h < 0 || schema.RelationNamed(m.rule.Relation).Root != "SUPPORT" || !t.infinitive(m.verb) || !t.is(m.verb, "xcomp", "advcl") {
		return -1
	}
	switch t.lemma(h) {
	case "want", "like", "wish":
	default:
		return -1
	}
	if s := t.child(h, "nsubj"); s >= 0 && t.child(h, "obj") < 0 {
		if w := strings.ToLower(t.Tokens[s].Form); w == "i" || w == "we" {
			return h
		}
	}
	return -1
}

// questioned reports whether what verb v says is asked: the first mark that
// ends a sentence after it is a question mark, be it inside a quotation.
func (t *tree) questioned(v int) bool {
	for _, tok := range t.Tokens[v:] {
		switch strings.TrimSpace(tok.Form) {
		case "?":
			return true
		case ".", "!":
			return false
		}
	}
	return strings.HasSuffix(strings.TrimSpace(t.Tokens[len(t.Tokens)-1].Form), "?")
}

// performed reports whether the match is words that were said by its verb's
// being done: who "issued a request for papers, due on Monday" has requested them.
func (t *tree) performed(m *match) bool {
	if m.noun == m.verb || t.Tokens[m.verb].XPOS != "VBD" || t.infinitive(m.verb) {
		return false
	}
	switch schema.RelationNamed(m.rule.Relation).Root {
	case "REQUEST", "ACCUSE", "REJECT", "THREATEN", "SUPPORT":
		return true
	}
	return m.rule.Relation == "broke-ties-with" // a treaty that had been agreed
}

// own is the status a verb has by its own auxiliaries, negation and conditions.
func (t *tree) own(v int) reading {
	r := reading{status: schema.Occurred, cue: ""}
	if t.progressive(v) {
		r.weaken(reading{status: schema.Ongoing, cue: t.Tokens[v].Form})
	}
	r.weaken(t.wished(v))
	if h := t.head(v); h >= 0 && t.is(v, "xcomp", "advcl") && t.lemma(h) == "tell" && t.infinitive(v) {
		r.weaken(reading{status: schema.Hypothetical, cue: t.Tokens[h].Form, by: h + 1})
	}
	if h := t.head(v); h >= 0 && t.is(v, "xcomp") && t.lemma(h) == "have" && h+1 < len(t.Tokens) && strings.EqualFold(t.Tokens[h+1].Form, "yet") {
		r.weaken(reading{status: schema.Denied, cue: "yet to", by: h + 1})
	}
	if word := t.destined(v); word != "" {
		r.weaken(reading{status: schema.Planned, cue: word})
	}
	r.weaken(t.subjunctive(v))
	r.weaken(t.imperative(v))
	for _, k := range t.kids[v] {
		switch {
		case t.is(k, "aux", "cop"):
			r.weaken(t.auxiliary(v, k))
		case t.negates(k):
			r.weaken(reading{status: schema.Denied, cue: t.Tokens[k].Form})
		case t.is(k, "obj", "nsubj", "obl") && t.negativeDet(k) && !t.hasCase(k, "as"): // "came as no surprise" all the same
			r.weaken(reading{status: schema.Denied, cue: "no"})
		case t.is(k, "advmod", "discourse"):
			r.weaken(t.lex.word(t.lex.modifiers, t, k))
		case t.is(k, "advcl") && !t.foretells(v):
			r.weaken(t.condition(k))
		case t.is(k, "conj") && k > v:
			r.weaken(t.takenBack(k))
		case t.is(k, "obl") && t.lex.laws[t.lemma(k)] && t.hasCase(k, "under") && t.present(v):
			r.weaken(reading{status: schema.Hypothetical, cue: "under the " + t.lemma(k)})
		}
	}
	return r
}

// imperative is what a base form says that begins a quotation: "Let him go."
func (t *tree) imperative(v int) reading {
	if t.Tokens[v].XPOS != "VB" || v == 0 || !quoteMark(t.Tokens[v-1].Form) || t.child(v, "nsubj", "aux", "mark") >= 0 {
		return reading{}
	}
	return reading{status: schema.Hypothetical, cue: t.Tokens[v].Form}
}

// subjunctive is what a bare "be" says, which only wants something done: "insisted that sanctions be lifted".
func (t *tree) subjunctive(v int) reading {
	if !t.is(v, "ccomp", "acl", "conj") {
		return reading{}
	}
	be := -1
	for _, k := range t.children(v, "aux", "cop", "mark") {
		switch {
		case t.Tokens[k].XPOS == "MD" || t.Tokens[k].XPOS == "TO":
			return reading{}
		case strings.EqualFold(t.Tokens[k].Form, "be"):
			be = k
		}
	}
	if be < 0 || be > v || t.infinitive(v) {
		return reading{}
	}
	return reading{status: schema.Hypothetical, cue: "be"}
}

// foretells reports whether verb v is a threat, a warning or a promise that was made:
// the condition after it is what was threatened, "threatened Chad with war if it left".
func (t *tree) foretells(v int) bool {
	switch t.lemma(v) {
	case "threaten", "warn", "promise", "pledge", "vow":
		return t.finite(v) && t.future(v).status == schema.Occurred
	}
	return false
}

// takenBack reports that a second deed undoes the first: "was expected in Riga
// but called off the trip".
func (t *tree) takenBack(k int) reading {
	c := t.lex.verbCue(t, k)
	if c.status != schema.Cancelled {
		return reading{}
	}
	for _, o := range t.children(k, "obj", "obl") {
		if t.lex.undertakings[t.lemma(o)] && len(t.cases(o)) == 0 && t.child(o, "det", "nmod:poss") >= 0 && t.child(o, "nmod") < 0 {
			return c
		}
	}
	return reading{}
}

// auxiliary is what an auxiliary says. "Would" under a verb of saying is the
// future told in the past: "said it would withdraw".
func (t *tree) auxiliary(v, k int) reading {
	r := t.lex.word(t.lex.aux, t, k)
	if t.Tokens[v].XPOS == "VBN" && t.contracted(k, "d") && t.child(v, "aux:pass") < 0 {
		return reading{status: schema.Occurred} // "he'd met" is "he had met"
	}
	if r.status == schema.Hypothetical && (t.lemma(k) == "would" || t.lemma(k) == "'d") && t.reported(v) && !t.asks(v) {
		r.status = schema.Planned
	}
	return r
}

// reported reports whether v is told as somebody's words.
func (t *tree) reported(v int) bool {
	h := t.head(v)
	if h >= 0 && t.is(v, "conj") && t.isVerb(h) {
		return t.reported(h)
	}
	if h >= 0 && t.is(v, "ccomp", "xcomp", "advcl", "parataxis") && t.lex.saying[t.lemma(h)] {
		return true
	}
	return slices.ContainsFunc(t.children(v, "parataxis"), func(k int) bool { return t.lex.saying[t.lemma(k)] })
}

// contracted reports whether token k is that letter after an apostrophe.
func (t *tree) contracted(k int, letter string) bool {
	form := t.Tokens[k].Form
	return form == "'"+letter || form == "’"+letter
}

// asks reports whether clause v is a question put inside a sentence: "did not
// say whom it would support".
func (t *tree) asks(v int) bool {
	return slices.ContainsFunc(t.kids[v], func(k int) bool {
		switch t.lemma(k) {
		case "who", "whom", "which", "whether", "how":
			return k < v
		}
		return false
	})
}

// negates reports whether token k is a negation.
func (t *tree) negates(k int) bool {
	if !t.is(k, "advmod", "neg", "det", "cc", "aux", "case", "cc:preconj", "discourse") {
		return false
	}
	switch strings.ToLower(t.Tokens[k].Form) {
	case "longer":
		return k > 0 && strings.EqualFold(t.Tokens[k-1].Form, "no")
	case "not", "n't", "n’t", "never", "neither", "nor", "nobody", "hardly", "no":
		return true
	}
	return false
}

// negativeDet reports whether noun phrase k is empty: "no talks", "nobody".
func (t *tree) negativeDet(k int) bool {
	switch t.lemma(k) {
	case "nobody", "none", "nothing", "no-one":
		return true
	}
	d := t.child(k, "det", "advmod", "cc:preconj")
	return d >= 0 && (t.lemma(d) == "no" || t.lemma(d) == "neither")
}

// condition is what an adverbial clause does to the clause it stands in: under
// "if" nothing is certain.
func (t *tree) condition(c int) reading {
	for _, mark := range t.cases(c) {
		if r, ok := t.lex.marks[mark]; ok && r.status == schema.Hypothetical && mark != "whether" && mark != "should" {
			return reading{status: schema.Hypothetical, cue: mark}
		}
	}
	return reading{status: schema.Occurred, cue: ""}
}

// modified is what the words around an event noun say: "upcoming talks",
// "no talks", "ahead of talks", "a cancelled visit".
func (t *tree) modified(n int) reading {
	r := reading{status: schema.Occurred, cue: ""}
	if t.negativeDet(n) {
		r.weaken(reading{status: schema.Denied, cue: "no"})
	}
	for _, k := range t.kids[n] {
		switch {
		case t.is(k, "amod", "advmod", "compound", "acl", "nmod", "det"):
			r.weaken(t.lex.word(t.lex.modifiers, t, k))
			if k < n && t.is(k, "compound", "amod") {
				r.weaken(t.doubted(k))
			}
		case t.is(k, "case", "mark"):
			if c, ok := t.lex.marks[t.marker(k)]; ok {
				r.weaken(c)
			}
		}
		if t.is(k, "acl", "acl:relcl") && !t.infinitive(k) && !t.hasMark(k, "that") && t.Tokens[k].XPOS != "VBG" { // "a visit that was called off", not "a promise that it would be" or "a letter asking for it"
			r.weaken(t.lex.verbCue(t, k))
			r.weaken(t.future(k))
		}
	}
	return r
}

// doubted is what stands before k, itself before an event noun, when that casts
// doubt on the event: "alleged police violence".
func (t *tree) doubted(k int) reading {
	for _, kk := range t.kids[k] {
		if r := t.lex.word(t.lex.modifiers, t, kk); kk < k && r.status == schema.Hypothetical {
			return r
		}
	}
	return reading{}
}

// predicated is the status of a noun that is itself the predicate.
func (t *tree) predicated(n int) reading {
	if t.child(n, "cop") < 0 {
		return reading{status: schema.Occurred, cue: ""}
	}
	return t.own(n)
}

// future is what auxiliaries alone say of verb v.
func (t *tree) future(v int) reading {
	r := reading{status: schema.Occurred, cue: ""}
	for _, k := range t.children(v, "aux", "cop") {
		r.weaken(t.auxiliary(v, k))
	}
	return r
}
