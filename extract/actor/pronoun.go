package actor

import (
	"strconv"
	"strings"
)

// Weights of the signs that an entity is the antecedent of a pronoun. They say
// an order, not a probability: subject before object, near before far, and
// whoever was speaking goes on speaking. See Lappin and Leass, "An algorithm for
// pronominal anaphora resolution" (1994).
const (
	sameSentence  = 5.0
	oneBefore     = 2.0
	twoBefore     = 0.5
	wasSubject    = 2.0
	wasSpeaking   = 2.5
	joinedBefore  = 4.0
	onlyOwned     = 1.0
	namedLater    = -5.0
	clearMargin   = 1.0 // what the best must be ahead of the next
	farthestSpeak = 3   // sentences a speaker is remembered
)

// pronoun finds the antecedent of a pronoun, or leaves it alone.
func (r *reading) pronoun(ph *phrase) {
	switch r.ws[ph.first].low {
	case "they", "them", "their", "theirs", "themselves":
		r.theyMean(ph)
	case "it", "its", "itself":
		r.itMeans(ph)
	case "two", "both", "pair", "duo":
		r.pairMeans(ph)
	default:
		if !r.ahead(ph) {
			r.heMeans(ph)
		}
	}
}

// ahead reads "At his request, Lind left": a possessive in the words before the
// subject belongs to the subject.
func (r *reading) ahead(ph *phrase) bool {
	low := r.ws[ph.first].low
	if low != "his" && low != "her" || ph.first == 0 || ph.first > 4 || !prepositional(r.ws[0].low) && !prepositional(r.ws[ph.first-1].low) && r.ws[0].low != "following" {
		return false
	}
	for k := range r.phrases {
		p := &r.phrases[k]
		if p.first <= ph.first || p.inner || !r.subject(p) {
			continue
		}
		if !p.named() || !p.human() {
			return false
		}
		r.resolve(k)
		if len(p.who) != 1 || !p.who[0].person() || !p.who[0].gender.agrees(ph.piece.gender) {
			return false
		}
		r.refer(ph, p.who[0])
		return true
	}
	return false
}

func (r *reading) heMeans(ph *phrase) {
	said := r.saidOf(ph)
	e := r.antecedent(ph, func(e *entity) float64 {
		if !e.person() || !e.gender.agrees(ph.piece.gender) {
			return 0
		}
		if said != nil && e.holds(said, "") == nil {
			return 0.3
		}
		switch {
		case r.quoter(e, ph.first):
			return 0
		case e.gender == unknownGender && ph.piece.gender == male && strings.HasSuffix(e.givenName(), "a"):
			return 0.15 // "Monika", more often than "Luca"
		case e.generic:
			return 0.7
		case e.gender == unknownGender:
			return 0.8
		}
		return 1
	})
	if e == nil || r.goesOn(e, ph.first) {
		return
	}
	if e.gender == unknownGender {
		e.gender = ph.piece.gender
	}
	r.refer(ph, e)
}

// dummy reports whether "it" at word i stands for nothing: "it is clear", "it rained".
func (r *reading) dummy(i int) bool {
	if r.s.Tokens[i].Rel == "expl" {
		return true
	}
	if i+1 >= len(r.ws) {
		return false
	}
	switch r.ws[i+1].low {
	case "is", "was", "'s", "will", "would", "may", "might", "seems", "seemed", "appears", "appeared", "remains", "remained", "became":
		return i+2 < len(r.ws) && r.ws[i+2].tag != "VERB"
	}
	return false
}

func (r *reading) refer(ph *phrase, e *entity) {
	ph.who, ph.how = []*entity{e}, ByPronoun
	ph.why = quote(r.ws[ph.first].form) + " after " + e.actor.Name + " in sentence " + itoa(e.last.sent+1)
}

// givenName returns the first word of a person's name, folded.
func (e *entity) givenName() string {
	if len(e.forms) == 0 || len(e.forms[0]) < 2 {
		return ""
	}
	return e.forms[0][0]
}

// antecedent returns the entity the signs point to by a clear margin. fit weighs
// an entity from 0, impossible, to 1.
func (r *reading) antecedent(ph *phrase, fit func(*entity) float64) *entity {
	var best *entity
	first, second := 0.0, 0.0
	for _, e := range r.index.lately(r.at) {
		f := fit(e)
		if f == 0 {
			continue
		}
		s := f * r.salience(e, ph)
		switch {
		case s > first:
			best, first, second = e, s, first
		case s > second:
			second = s
		}
	}
	if first-second < clearMargin {
		return nil
	}
	return best
}

// salience adds up the signs for e as antecedent of the pronoun.
func (r *reading) salience(e *entity, ph *phrase) float64 {
	d := r.at - e.last.sent
	if e.last.sent < 0 || d > farthestSpeak || r.sameVerb(e, ph) || r.partnerOf(e, ph) {
		return 0
	}
	s := 0.0
	switch d {
	case 0:
		s = sameSentence
	case 1:
		s = oneBefore
	case 2:
		s = twoBefore
	}
	if e.last.subject || d > 0 && e.ledOn {
		s += wasSubject
	}
	if d == 0 && r.onlyOwns(e) {
		s -= onlyOwned
	}
	if d == 0 && r.coordinated(e, ph) {
		s += joinedBefore
	}
	if e == r.speaker && (r.speaks(ph) || d <= 1 && !r.actsOn(e, ph)) && ph.first <= 1 && !r.anotherSince(e, d) {
		s += wasSpeaking
	}
	if d > 0 && r.namedHere(e, ph) {
		s += namedLater
	}
	if d == 0 && r.saysOfItself(e, ph) {
		s += wasSpeaking
	}
	if d == 0 && r.toldToDo(e, ph) {
		s += joinedBefore
	}
	return s
}

// toldToDo reports whether the pronoun says whose the thing is that e is told to do something with: "urged
// Chad to step up its efforts".
func (r *reading) toldToDo(e *entity, ph *phrase) bool {
	if !r.s.Parsed || r.s.Tokens[ph.first].Rel != "nmod:poss" {
		return false
	}
	v := r.s.Tokens[ph.first].Head
	if v >= 0 {
		v = r.s.Tokens[v].Head
	}
	if v < 0 || r.s.Tokens[v].XPOS != "VB" || r.s.Tokens[v].Rel != "xcomp" && r.s.Tokens[v].Rel != "advcl" || r.child(v, "nsubj") >= 0 {
		return false
	}
	up := r.s.Tokens[v].Head
	switch r.s.Tokens[up].Lemma {
	case "urge", "ask", "tell", "order", "press", "pressure", "push", "force", "invite", "warn", "encourage", "want", "allow", "call", "persuade", "convince", "instruct", "implore", "beg":
	default:
		return false
	}
	for k := range r.phrases {
		p := &r.phrases[k]
		if h := r.headOf(p); p.last <= v && len(p.who) == 1 && p.who[0] == e && !p.inner && h >= 0 && r.s.Tokens[h].Head == up && (r.s.Tokens[h].Rel == "obj" || r.s.Tokens[h].Rel == "obl" && r.ws[max(p.first, 1)-1].low == "on") {
			return true
		}
	}
	return false
}

// actsOn reports whether the pronoun goes on to do what the subject of the sentence before did, which e only
// reported: "Lind pressed Chad, a spokesman said. She also urged Mali to act."
func (r *reading) actsOn(e *entity, ph *phrase) bool {
	if ph.first+1 >= len(r.ws) || r.ws[ph.first+1].low != "also" || e.told != r.at-1 {
		return false
	}
	for _, other := range r.index.lately(r.at) {
		if other != e && other.person() && !other.generic && other.last.sent == r.at-1 && other.last.subject && other.last.word < e.last.word && other.gender.agrees(ph.piece.gender) {
			return true
		}
	}
	return false
}

// anotherSince reports whether somebody else whom the pronoun fits was what the last sentence was about, since e spoke.
func (r *reading) anotherSince(e *entity, d int) bool {
	if d < 2 && e.told >= r.at-1 || len(r.subjectOf) != 1 {
		return false
	}
	s := r.subjectOf[0]
	return s != e && s.person() && !s.generic && s.gender.agrees(e.gender)
}

// saysOfItself reports whether e says, right before the clause, what the pronoun will do or has done: "Lind
// rejected it, saying she would stay". What somebody should do is said of others.
func (r *reading) saysOfItself(e *entity, ph *phrase) bool {
	if !r.s.Parsed || r.s.Tokens[ph.first].Rel != "nsubj" {
		return false
	}
	v := r.s.Tokens[ph.first].Head
	said := r.s.Tokens[v].Head
	if r.s.Tokens[v].Rel != "ccomp" || said < 0 || said > ph.first || r.s.Tokens[said].XPOS != "VBG" || r.s.Tokens[said].Lemma != "say" {
		return false
	}
	if aux := r.child(v, "aux"); aux >= 0 && (r.ws[aux].low == "should" || r.ws[aux].low == "must" || r.ws[aux].low == "could") {
		return false
	}
	p := r.sharedSubject(said)
	return p != nil && len(p.who) == 1 && p.who[0] == e
}

// onlyOwns reports whether e stands last in the sentence as the owner of something that acts: "Lind's
// government barred Vasile, but he fled".
func (r *reading) onlyOwns(e *entity) bool {
	for k := range r.phrases {
		if p := &r.phrases[k]; p.first == e.last.word && len(p.who) == 1 && p.who[0] == e {
			return r.possesses(p) && p.last+1 < len(r.ws) && r.ws[p.last+1].tag == "NOUN"
		}
	}
	return false
}

// coordinated reports whether e is named right before the pronoun: "Lind and his aides".
func (r *reading) coordinated(e *entity, ph *phrase) bool {
	i := ph.first
	if i < 2 || !r.ws[i-1].and() {
		return false
	}
	for k := range r.phrases {
		if p := &r.phrases[k]; p.last == i-1 && len(p.who) == 1 && p.who[0] == e {
			return true
		}
	}
	return false
}

// sameVerb reports whether e and the pronoun are both direct arguments of one
// verb: "Lind told him" is not Lind herself.
func (r *reading) sameVerb(e *entity, ph *phrase) bool {
	if !r.s.Parsed || e.last.sent != r.at || !direct(r.s.Tokens[ph.first].Rel) {
		return false
	}
	verb := r.s.Tokens[ph.first].Head
	if owner := r.sharedSubject(verb); owner != nil && !strings.HasPrefix(r.s.Tokens[ph.first].Rel, "nsubj") {
		return len(owner.who) == 1 && owner.who[0] == e // "Lind met Vasile and thanked him"
	}
	for _, t := range r.top {
		other := &r.phrases[t]
		if other == ph || len(other.who) != 1 || other.who[0] != e {
			continue
		}
		if h := r.headOf(other); r.s.Tokens[h].Head == verb && direct(r.s.Tokens[h].Rel) {
			return true
		}
	}
	return false
}

// partnerOf reports whether the words before the pronoun say that its bearer had to
// do with e: "In an interview with Lind, she said" is not Lind's own saying.
func (r *reading) partnerOf(e *entity, ph *phrase) bool {
	if e.last.sent != r.at || !r.s.Parsed {
		return false
	}
	for k := range r.phrases { // "she said she had been forced": the first tells
		if p := &r.phrases[k]; p.first < ph.first && p.piece.kind == pronounPiece && p.piece.gender == ph.piece.gender && len(p.who) == 0 && r.subject(p) {
			ph = p
			break
		}
	}
	if !r.subject(ph) {
		return false
	}
	for k := range r.phrases {
		p := &r.phrases[k]
		if p.last > ph.first || p.first < 2 || len(p.who) != 1 || p.who[0] != e || !r.hangsBefore(r.headOf(p), ph.first) {
			continue
		}
		switch w := r.ws[p.first-1].low; w {
		case "with", "to", "by":
			return true
		}
	}
	return false
}

// hangsBefore reports whether word i stands inside an adjunct of the verb whose
// subject is word subject.
func (r *reading) hangsBefore(i, subject int) bool {
	verb := r.s.Tokens[subject].Head
	for n := 0; i >= 0 && n < len(r.s.Tokens); n++ {
		t := &r.s.Tokens[i]
		if t.Head == verb {
			return t.Rel == "obl"
		}
		if t.Rel != "nmod" {
			return false
		}
		i = t.Head
	}
	return false
}

func direct(rel string) bool {
	switch rel {
	case "nsubj", "obj", "iobj", "obl", "nsubj:pass", "obl:agent":
		return true
	}
	return false
}

// namedHere reports whether the sentence goes on to name e after the pronoun: who
// is called "he" first is not called by name later in the same sentence.
func (r *reading) namedHere(e *entity, ph *phrase) bool {
	for k := range r.phrases {
		p := &r.phrases[k]
		if p.first <= ph.first || p.piece.kind == pronounPiece {
			continue
		}
		if len(p.who) == 1 && p.who[0] == e || p.piece.kind == namePiece && p.who == nil && e.short(formOf(r.nameText(p))) > 1 {
			return true
		}
	}
	return false
}

func quote(s string) string { return strconv.Quote(s) }
func itoa(i int) string     { return strconv.Itoa(i) }
