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
		r.weaken(t.modified(m.noun))
	}
	if t.isNoun(m.verb) && m.noun == m.verb {
		r.weaken(t.predicated(m.verb))
	} else {
		r.weaken(t.own(m.verb))
	}
	t.climb(m.verb, &r)
	if strings.HasSuffix(strings.TrimSpace(t.Tokens[len(t.Tokens)-1].Form), "?") {
		r.weaken(reading{status: schema.Hypothetical, cue: "?"})
	}
	return r
}

// own is the status a verb has by its own auxiliaries, negation and conditions.
func (t *tree) own(v int) reading {
	r := reading{status: schema.Occurred, cue: ""}
	if t.progressive(v) {
		r.weaken(reading{status: schema.Ongoing, cue: t.Tokens[v].Form})
	}
	if word := t.destined(v); word != "" {
		r.weaken(reading{status: schema.Planned, cue: word})
	}
	for _, k := range t.kids[v] {
		switch {
		case t.is(k, "aux", "cop"):
			r.weaken(t.auxiliary(v, k))
		case t.negates(k):
			r.weaken(reading{status: schema.Denied, cue: t.Tokens[k].Form})
		case t.is(k, "obj", "nsubj", "obl") && t.negativeDet(k):
			r.weaken(reading{status: schema.Denied, cue: "no"})
		case t.is(k, "advmod", "discourse"):
			r.weaken(t.lex.word(t.lex.modifiers, t, k))
		case t.is(k, "advcl"):
			r.weaken(t.condition(k))
		}
	}
	return r
}

// auxiliary is what an auxiliary says. "Would" under a verb of saying is the
// future told in the past: "said it would withdraw".
func (t *tree) auxiliary(v, k int) reading {
	r := t.lex.word(t.lex.aux, t, k)
	if r.status == schema.Hypothetical && (t.lemma(k) == "would" || t.lemma(k) == "'d") && t.reported(v) {
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

// negates reports whether token k is a negation.
func (t *tree) negates(k int) bool {
	if !t.is(k, "advmod", "neg", "det", "cc", "aux", "case", "cc:preconj", "discourse") {
		return false
	}
	switch strings.ToLower(t.Tokens[k].Form) {
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
	d := t.child(k, "det", "advmod")
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
		case t.is(k, "case", "mark"):
			if c, ok := t.lex.marks[t.marker(k)]; ok {
				r.weaken(c)
			}
		}
		if t.is(k, "acl", "acl:relcl") { // "a visit that was called off"
			r.weaken(t.lex.verbCue(t, k))
			r.weaken(t.future(k))
		}
	}
	return r
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

// climb walks from i to what governs it.
func (t *tree) climb(i int, r *reading) {
	for n := 0; i >= 0 && n < maxClimb*2; n++ {
		i = t.govern(i, r)
	}
}

// govern applies what the governor of i says to r and returns the token to
// climb on from, or -1 to stop.
func (t *tree) govern(i int, r *reading) int {
	h := t.head(i)
	if h < 0 {
		return -1
	}
	switch t.rel(i) {
	case "ccomp", "xcomp", "csubj":
		return t.governClause(i, h, r)
	case "advcl":
		return t.governAdverbial(i, h, r)
	case "acl":
		return t.governAttribute(i, h, r)
	case "conj":
		return t.governConjunct(i, h, r)
	case "obj", "iobj":
		return t.governObject(h, r)
	case "nsubj":
		return t.governSubject(h, r)
	case "obl", "nmod", "compound":
		return t.governPhrase(i, h, r)
	}
	return -1
}

// governClause: h governs i as its complement.
func (t *tree) governClause(i, h int, r *reading) int {
	cue := t.lex.headCue(t, h)
	if cue.status == "" && t.lex.saying[t.lemma(h)] && !t.infinitive(i) {
		return -1
	}
	if cue.status == schema.Planned && t.done(i) {
		cue = reading{} // "meaning China has allowed it", "reported to have seized it"
	}
	r.weaken(cue)
	r.weaken(t.own(h))
	return h
}

// done reports whether the form of verb i says that it is over: a past tense or
// a perfect, whatever governs it.
func (t *tree) done(i int) bool {
	if t.Tokens[i].XPOS == "VBD" {
		return true
	}
	for _, k := range t.children(i, "aux") {
		if t.lemma(k) == "have" {
			return true
		}
	}
	return false
}

// governAdverbial: i is an adverbial clause of h.
func (t *tree) governAdverbial(i, h int, r *reading) int {
	marks := t.cases(i)
	for _, mark := range marks {
		if c, ok := t.lex.marks[mark]; ok && c.status != schema.Planned {
			r.weaken(c)
			return -1
		}
	}
	cue := t.lex.headCue(t, h)
	switch {
	case t.infinitive(i):
		r.weaken(cue)
		if cue.status == "" {
			r.weaken(reading{status: schema.Planned, cue: "to"})
		}
		r.weaken(t.own(h))
		return h
	case slices.Contains(marks, "of") || slices.Contains(marks, "for") || slices.Contains(marks, "from") || slices.Contains(marks, "against") || slices.Contains(marks, "on"):
		r.weaken(cue)
		return h
	case t.finite(i) || len(marks) > 0 && slices.Contains(marks, "after"):
		if t.finite(i) {
			return -1
		}
	}
	r.weaken(t.future(h))
	return h
}

// governAttribute: i describes noun h.
func (t *tree) governAttribute(i, h int, r *reading) int {
	if !t.infinitive(i) && len(t.cases(i)) == 0 || t.rels[i] == "acl:relcl" {
		return -1
	}
	cue := t.lex.word(t.lex.cueNouns, t, h)
	if t.child(h, "amod", "nummod") >= 0 && t.ordinal(t.child(h, "amod", "nummod")) {
		return -1 // "the third president to be impeached" was
	}
	if cue.status == "" && t.infinitive(i) {
		cue = reading{status: schema.Hypothetical, cue: t.Tokens[h].Form}
	}
	r.weaken(cue)
	r.weaken(t.modified(h))
	return h
}

// governConjunct: i is joined to h and shares what it lacks.
func (t *tree) governConjunct(i, h int, r *reading) int {
	if !t.isVerb(i) || !t.finite(i) {
		if t.isVerb(h) && t.isVerb(i) && !t.ownAux(i) {
			r.weaken(t.own(h))
		}
		if t.isNoun(i) && t.isNoun(h) {
			r.weaken(t.modified(h))
		}
	}
	return h
}

// governObject: the event noun is the object of h.
func (t *tree) governObject(h int, r *reading) int {
	r.weaken(t.lex.headCue(t, h))
	if t.lex.support[t.lemma(h)] || t.lex.headCue(t, h).status != "" {
		r.weaken(t.own(h))
	} else {
		r.weaken(t.future(h))
	}
	if t.lex.saying[t.lemma(h)] {
		return -1
	}
	return h
}

// governSubject: the event noun is the subject of h.
func (t *tree) governSubject(h int, r *reading) int {
	if t.passive(h) {
		r.weaken(t.lex.headCue(t, h))
		r.weaken(t.own(h))
		return h
	}
	if t.Tokens[h].UPOS == "ADJ" {
		r.weaken(t.lex.headCue(t, h))
	}
	r.weaken(t.future(h))
	if t.lex.happening[t.lemma(h)] {
		r.weaken(t.own(h))
		return h
	}
	return h
}

// governPhrase: the event noun stands in a prepositional phrase of h.
func (t *tree) governPhrase(i, h int, r *reading) int {
	for _, prep := range t.cases(i) {
		switch prep {
		case "for", "to", "into", "toward", "towards", "against", "from", "of", "on", "about", "out of":
			cue := t.lex.headCue(t, h)
			r.weaken(cue)
			if cue.status != "" || t.isNoun(h) {
				if t.isVerb(h) {
					r.weaken(t.own(h))
				}
				return h
			}
		}
	}
	if t.isVerb(h) {
		r.weaken(t.future(h))
		if c := t.head(h); c >= 0 && t.is(h, "xcomp") {
			r.weaken(t.lex.headCue(t, c))
		}
	}
	return -1
}
