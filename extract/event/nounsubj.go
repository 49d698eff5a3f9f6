package event

import "slices"

// nounPreps are the prepositions by which an event noun belongs to its clause:
// "after talks with B, A left".
var nounPreps = [...]string{"for", "in", "after", "before", "during", "ahead of", "following", "at", "on", "amid", "from", "to", "prior to", "by", "since", "into", "through", "upon", "under"}

// nounSubj is the understood subject of noun n: of the copula ("A is at odds"),
// of the verb that supports it ("A held talks"), or of the clause it stands in
// as an adverbial ("after talks with B, A left").
func (t *tree) nounSubj(n, climbed int) int {
	if s := t.child(n, "nsubj"); s >= 0 {
		if t.hasCase(n, "against") || t.hasCase(n, "about") || t.hasCase(n, "behind") { // "A was against an invasion"
			return -1
		}
		return t.antecedent(s)
	}
	h := t.head(n)
	if h < 0 || climbed > maxClimb {
		return -1
	}
	switch t.rel(n) {
	case "obj", "xcomp":
		if t.supports(h) && !t.others(n, h) && !t.calledSo(n, h) {
			return t.subj(h)
		}
	case "nsubj":
		if t.supports(h) && t.passive(h) { // "talks were held by A"
			return t.agent(h)
		}
	case "obl", "advcl":
		if t.lex.hosting[t.lemma(h)] && t.hasCase(n, "on") {
			return t.obj(h)
		}
		if (t.isVerb(h) || t.predicate(h)) && t.adverbial(n) { // "is due in Riga for talks"
			return t.surfaceSubj(h, climbed+1)
		}
	case "nmod", "conj":
		if x := t.mention(h); x != nil && t.is(n, "nmod") && t.hasCase(n, "on") && t.child(n, "det") >= 0 {
			return h // "Lind, on a visit to Chad, said"
		}
		if t.is(n, "nmod") && t.lex.time[t.lemma(h)] && t.is(h, "obl") && t.child(h, "case") < 0 && t.adverbial(n) && t.isVerb(t.head(h)) { // "a day after talks with B, A left"
			return t.surfaceSubj(t.head(h), climbed+1)
		}
		if t.isNoun(h) && t.mention(h) == nil && (t.is(n, "conj") || t.hasCase(n, "of") && !t.telling(h) || t.lex.word(t.lex.cueNouns, t, h).status != "") { // "a round of talks", "a visit and talks"
			if t.is(n, "conj") && t.child(n, "det") >= 0 { // "his comments on farms and the killing of farmers"
				return -1
			}
			if o := t.child(h, "nmod:poss"); o >= 0 { // "Chad's refusal of talks"
				return o
			}
			return t.nounSubj(h, climbed+1)
		}
	}
	return -1
}

// answering is who responds with event n: "A retaliated with strikes on B".
func (t *tree) answering(n int) int {
	if h := t.head(n); h >= 0 && t.is(n, "obl") && t.hasCase(n, "with") && t.lex.answering[t.lemma(h)] {
		return t.subj(h)
	}
	return -1
}

// claimed is who claims the responsibility for event n: he did it. Who only bears or
// accepts it may not have.
func (t *tree) claimed(n int) int {
	h := t.head(n)
	if h < 0 || !t.hasCase(n, "for") {
		return -1
	}
	if t.lemma(h) == "responsibility" && t.is(h, "obj") {
		h = t.head(h)
	} else if o := t.child(h, "obj"); o < 0 || t.lemma(o) != "responsibility" {
		return -1
	}
	if h < 0 || t.lemma(h) != "claim" {
		return -1
	}
	return t.subj(h)
}

// others reports whether noun n, which verb h only plans, refuses or doubts, comes
// from somebody else: who "rejects a request from Chad" has made none.
func (t *tree) others(n, h int) bool {
	if t.lex.support[t.lemma(h)] || t.lex.announcing[t.lemma(h)] {
		return false
	}
	return slices.ContainsFunc(t.children(n, "nmod"), func(k int) bool {
		return t.mention(k) != nil && (t.hasCase(k, "from") || t.hasCase(k, "by"))
	})
}

// calledSo reports whether verb h only calls its other object an n: who "called
// the launch a threat" has made none.
func (t *tree) calledSo(n, h int) bool {
	switch t.lemma(h) {
	case "call", "consider", "deem", "brand", "label", "term", "dub", "declare", "find", "see", "describe":
		if o := t.child(h, "obj"); o >= 0 && o < n {
			return true
		}
		return slices.ContainsFunc(t.kids[h], func(k int) bool { return k < h && t.lemma(k) == "what" }) // "what he called a violation"
	}
	return false
}

// telling reports whether noun h is an account of what it is "of": who releases
// a summary of a call need not have called.
// Nor has who is "in charge of aid" given any.
func (t *tree) telling(h int) bool {
	return t.lex.accounts[t.lemma(h)] || t.hasCase(h, "in") && t.child(h, "det", "amod", "nmod:poss") < 0
}

// maker is who is named in the participle of event noun n: "a call made by
// Lind to Vasile", "the talks held by Chad and Mali"; -1 when nobody is.
func (t *tree) maker(n int) int {
	for _, c := range t.children(n, "acl") {
		if t.Tokens[c].XPOS == "VBN" && t.lex.support[t.lemma(c)] && t.passive(c) {
			return t.agent(c)
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
	return t.lex.support[t.lemma(h)] || t.lex.announcing[t.lemma(h)] || t.lex.verbCue(t, h).status != "" && !t.lex.onlooking[t.lemma(h)]
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
