package event

import (
	"slices"

	"github.com/entente-kg/entente/schema"
)

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
		if len(t.cases(i)) > 0 { // "will discuss over dinner"
			return t.governPhrase(i, h, r)
		}
		return t.governObject(h, r)
	case "nsubj":
		return t.governSubject(h, r)
	case "obl", "nmod", "compound":
		if t.lex.eves[t.lemma(i)] && t.isVerb(h) {
			return -1 // who "urged B on the eve of talks" does not urge them
		}
		return t.governPhrase(i, h, r)
	}
	return -1
}

// managed reports whether h says of the past that somebody was able to do something, which he then did.
func (t *tree) managed(h int) bool {
	c := t.child(h, "cop")
	return t.lemma(h) == "able" && c >= 0 && (t.Tokens[c].Form == "was" || t.Tokens[c].Form == "were") && t.own(h).status == schema.Occurred && t.child(h, "aux") < 0
}

// governClause: h governs i as its complement.
func (t *tree) governClause(i, h int, r *reading) int {
	cue := t.lex.headCue(t, h)
	if t.managed(h) {
		cue = reading{}
	}
	if t.hasMark(i, "whether") || t.hasMark(i, "if") {
		r.weaken(reading{status: schema.Hypothetical, cue: "whether"})
	}
	if cue.status == "" && t.lex.saying[t.lemma(h)] && !t.infinitive(i) {
		return -1
	}
	if t.lemma(h) == "go" && t.Tokens[h].XPOS == "VBG" && t.infinitive(i) {
		cue = reading{status: schema.Planned, cue: "going to"}
	}
	if cue.status == schema.Planned && t.done(i) {
		cue = reading{} // "meaning China has allowed it", "reported to have seized it"
	}
	r.weaken(cue)
	r.weaken(t.listed(h))
	r.weaken(t.lastingly(i, h))
	return h
}

// lastingly is what the tense of governor h says of its infinitive i. Who is
// being helped "to destroy B" has not done so yet, though the help goes on.
func (t *tree) lastingly(i, h int) reading {
	own := t.own(h)
	if o := t.child(h, "obj", "iobj"); own.status == schema.Ongoing && o >= 0 && o < i && t.infinitive(i) && t.progressive(h) {
		return reading{status: schema.Planned, cue: "to"}
	}
	return own
}

// listed is what verb h says of what its subject holds: "their demands include
// the dissolution of B", "the plan includes a visit".
func (t *tree) listed(h int) reading {
	if s := t.child(h, "nsubj"); s >= 0 && t.lex.containing[t.lemma(h)] {
		return t.lex.word(t.lex.cueNouns, t, s)
	}
	return reading{}
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
	case slices.Contains(marks, "about") && musing(t.lemma(h)):
		r.weaken(reading{status: schema.Hypothetical, cue: t.Tokens[h].Form})
		return h
	case t.infinitive(i) && t.done(i):
		return -1 // "is reported to have been seized"
	case t.infinitive(i) && (gladly(t.lemma(h)) || (t.done(h) || t.afterwards(h)) && wentThere(t.lemma(h)) && meets(t.lemma(i))): // "came to Lima to meet B"
		r.weaken(t.own(h))
		return h
	case t.infinitive(i):
		r.weaken(cue)
		if cue.status == "" && !t.achieved(h) {
			r.weaken(reading{status: schema.Planned, cue: "to"})
		}
		r.weaken(t.lastingly(i, h))
		return h
	case slices.Contains(marks, "of") || slices.Contains(marks, "for") || slices.Contains(marks, "to") || slices.Contains(marks, "from") || slices.Contains(marks, "against") || slices.Contains(marks, "on"):
		r.weaken(cue)
		if t.holder(i, h) >= 0 {
			r.weaken(t.lex.word(t.lex.cueNouns, t, t.child(h, "obj"))) // "welcomed A's commitment to defeating B"
		}
		return h
	case t.finite(i) || len(marks) > 0 && slices.Contains(marks, "after"):
		if t.finite(i) {
			if x := t.Tokens[i].XPOS; x == "VBZ" || x == "VBP" { // "will see A before he meets B"
				t.comes(h, r)
			}
			return -1
		}
	}
	if t.Tokens[i].XPOS == "VBN" && i < h && len(marks) == 0 {
		return -1 // "freed by B, A will fly home"
	}
	t.comes(h, r)
	return h
}

// comes says of what is told beside verb h that it is planned where h is.
func (t *tree) comes(h int, r *reading) {
	r.weaken(t.future(h))
	if word := t.destined(h); word != "" { // "is to call at Oslo before sailing on to Riga"
		r.weaken(reading{status: schema.Planned, cue: word})
	}
	if cue := t.lex.headCue(t, h); cue.status == schema.Planned && t.passive(h) { // "is expected to call at Oslo before sailing on"
		r.weaken(cue)
	}
}

// musing holds for verbs of what one only has in mind: "too soon to think about making a deal".
func musing(lemma string) bool {
	switch lemma {
	case "think", "dream", "talk", "speak", "fantasize", "fantasise", "muse", "learn", "be":
		return true
	}
	return false
}

// gladly holds for words that say how somebody feels about what he does: who "was
// delighted to welcome B" has welcomed B.
func gladly(lemma string) bool {
	switch lemma {
	case "delighted", "delight", "pleased", "please", "glad", "happy", "proud", "honored", "honoured", "honor", "honour", "privileged", "sorry", "surprised":
		return true
	}
	return false
}

// afterwards reports whether gerund h tells what somebody did before or after what he has done: "saw A before driving on".
func (t *tree) afterwards(h int) bool {
	up := t.head(h)
	return t.Tokens[h].XPOS == "VBG" && up >= 0 && t.done(up) && (t.hasMark(h, "before") || t.hasMark(h, "after"))
}

// wentThere holds for verbs of going somewhere that say one got there: who "travelled to Lima to see B" has seen B, as who
// has left or just arrived may not have.
func wentThere(lemma string) bool {
	switch lemma {
	case "travel", "come", "go", "visit", "drive", "return":
		return true
	}
	return false
}

// meets holds for verbs of meeting somebody.
func meets(lemma string) bool {
	switch lemma {
	case "meet", "see", "hold", "confer", "talk", "speak", "negotiate", "sit", "consult":
		return true
	}
	return false
}

// achieved reports whether what verb h was done for came about by its being
// done: "used the speech to thank B".
func (t *tree) achieved(h int) bool {
	return t.lex.achieving[t.lemma(h)] && !t.infinitive(h)
}

// governAttribute: i describes noun h.
func (t *tree) governAttribute(i, h int, r *reading) int {
	if !t.infinitive(i) && len(t.cases(i)) == 0 || t.rels[i] == "acl:relcl" && !t.deniedContent(i, h) {
		return -1
	}
	cue := t.lex.word(t.lex.cueNouns, t, h)
	if up := t.head(h); up >= 0 && t.is(h, "obj") && confirming(t.lemma(up)) {
		return up // "confirmed a report that A had met B"
	}
	if t.numbered(h) || slices.ContainsFunc(t.children(h, "appos"), t.numbered) {
		return -1 // "the third president to be impeached" was
	}
	if cue.status == "" && t.infinitive(i) {
		cue = reading{status: schema.Hypothetical, cue: t.Tokens[h].Form}
		if t.headline(h) {
			cue.status, cue.cue = schema.Planned, "to"
		}
	}
	if up := t.head(h); cue.status == schema.Hypothetical && up >= 0 && t.is(h, "obj") && t.lex.accepting[t.lemma(up)] {
		cue = reading{status: schema.Planned, cue: t.Tokens[up].Form, by: up + 1}
		r.weaken(cue)
		r.weaken(t.own(up))
		return -1 // "accepted an invitation to visit B"
	}
	r.weaken(cue)
	r.weaken(t.modified(h))
	return h
}

// confirming holds for verbs that make a fact of what a report says.
func confirming(lemma string) bool {
	switch lemma {
	case "confirm", "verify", "corroborate", "prove", "substantiate", "defend", "justify", "regret":
		return true
	}
	return false
}

// headline reports whether an infinitive after name h is the verb of a headline: "Lind to
// visit Chad".
func (t *tree) headline(h int) bool {
	return t.head(h) < 0 && t.mention(h) != nil && t.Tokens[len(t.Tokens)-1].UPOS != "PUNCT"
}

// deniedContent reports whether clause i, hung on noun h as a relative clause, is what
// somebody denies: "dismissed a report that A had attacked B" lacks nothing that the
// report could be in it, "dismissed the report that A sent to B" does.
func (t *tree) deniedContent(i, h int) bool {
	up := t.head(h)
	if up < 0 || !t.is(h, "obj") || t.lex.headCue(t, up).status != schema.Denied {
		return false
	}
	return t.hasMark(i, "that") && t.child(i, "nsubj") >= 0 && (t.child(i, "obj", "iobj") > i || t.passive(i))
}

// governConjunct: i is joined to h and shares what it lacks.
func (t *tree) governConjunct(i, h int, r *reading) int {
	if up := t.head(h); up >= 0 && t.Tokens[i].XPOS == "VBG" && t.infinitive(h) && t.Tokens[up].XPOS == "VBG" {
		return up // "vowing to go on and slamming B" vows no slamming
	}
	if t.isVerb(i) && t.infinitive(i) && t.isVerb(h) && !t.infinitive(h) && t.child(i, "nsubj", "cop", "aux") < 0 { // "sentenced to a year in prison and to pay"
		return t.governClause(i, h, r)
	}
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

// ends reports whether verb h says that what was going on stops.
func (t *tree) ends(h int) bool {
	switch t.lemma(h) {
	case "end", "terminate":
		return t.infinitive(h)
	}
	return false
}

// governObject: the event noun is the object of h.
func (t *tree) governObject(h int, r *reading) int {
	if t.ends(h) {
		return -1 // what is to be ended is there
	}
	r.weaken(t.lex.headCue(t, h))
	if t.lex.support[t.lemma(h)] || t.lex.announcing[t.lemma(h)] || t.lex.headCue(t, h).status != "" {
		r.weaken(t.own(h))
	} else {
		r.weaken(t.future(h))
	}
	r.weaken(t.listed(h))
	if t.lex.saying[t.lemma(h)] && !t.infinitive(h) { // who refuses to announce a deed has not done it
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

// answering holds for verbs that are done by doing what stands after "with".
func answering(lemma string) bool {
	switch lemma {
	case "respond", "retaliate", "react", "answer", "reply", "counter", "follow", "proceed", "continue", "begin", "start":
		return true
	}
	return false
}

// governPhrase: the event noun stands in a prepositional phrase of h.
func (t *tree) governPhrase(i, h int, r *reading) int {
	for _, prep := range t.cases(i) {
		switch prep {
		case "with":
			if answering(t.lemma(h)) {
				r.weaken(t.own(h))
				return h
			}
		case "for", "to", "into", "toward", "towards", "against", "from", "of", "on", "about", "out of":
			cue := t.lex.headCue(t, h)
			r.weaken(cue)
			if cue.status != "" || t.isNoun(h) {
				if t.isVerb(h) {
					r.weaken(t.own(h))
				}
				return h
			}
			if t.isVerb(h) && (prep == "to" || prep == "into") { // "in order to return to talks"
				r.weaken(t.own(h))
				return h
			}
		}
	}
	if t.isVerb(h) {
		r.weaken(t.future(h))
		if t.is(h, "advcl") && t.Tokens[h].XPOS == "VBG" && (t.hasMark(h, "before") || t.hasMark(h, "after")) && t.head(h) >= 0 { // "is due in Riga, before heading on for talks"
			r.weaken(t.future(t.head(h)))
			if up := t.head(h); t.infinitive(up) || t.destined(up) != "" {
				t.comes(up, r)
				r.weaken(reading{status: schema.Planned, cue: "to"})
			}
		}
		for n := 0; n < maxClimb && t.is(h, "conj") && t.head(h) >= 0 && !t.finite(h); n++ {
			h = t.head(h) // "urged them to wait and end it through talks"
		}
		if c := t.head(h); c >= 0 && t.is(h, "xcomp") {
			r.weaken(t.lex.headCue(t, c))
		}
	}
	return -1
}
