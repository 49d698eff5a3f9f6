package actor

import (
	"strconv"

	"github.com/entente-kg/entente/schema"
)

// Weights of the signs that an entity is the antecedent of a pronoun. They say
// an order, not a probability: subject before object, near before far, and
// whoever was speaking goes on speaking. See Lappin and Leass, "An algorithm for
// pronominal anaphora resolution" (1994).
const (
	sameSentence  = 3.0
	oneBefore     = 2.0
	twoBefore     = 0.5
	wasSubject    = 2.0
	wasSpeaking   = 2.5
	joinedBefore  = 4.0
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
	default:
		r.heMeans(ph)
	}
}

func (r *reading) heMeans(ph *phrase) {
	e := r.antecedent(ph, func(e *entity) float64 {
		if !e.person() || !e.gender.agrees(ph.piece.gender) {
			return 0
		}
		if e.gender == unknownGender {
			return 0.8
		}
		return 1
	})
	if e == nil {
		return
	}
	if e.gender == unknownGender {
		e.gender = ph.piece.gender
	}
	r.refer(ph, e)
}

func (r *reading) itMeans(ph *phrase) {
	if r.ws[ph.first].low == "it" && (r.dummy(ph.first) || r.s.Parsed && !r.subject(ph)) {
		return // as an object it is a thing more often than a body
	}
	e := r.antecedent(ph, func(e *entity) float64 {
		if e.actor.Kind != schema.State && e.actor.Kind != schema.Organisation || e.plural {
			return 0
		}
		return 1
	})
	if e != nil {
		r.refer(ph, e)
	}
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
	ph.why = quote(r.ws[ph.first].form) + " after " + e.actor.Name + " in sentence " + itoa(e.last.sent)
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
	if e.last.sent < 0 || d > farthestSpeak || r.sameVerb(e, ph) {
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
	if e.last.subject {
		s += wasSubject
	}
	if d == 0 && r.coordinated(e, ph) {
		s += joinedBefore
	}
	if e == r.speaker && (r.speaks(ph) || d <= 1) && ph.first <= 1 {
		s += wasSpeaking
	}
	if d > 0 && r.namedHere(e, ph) {
		s += namedLater
	}
	return s
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

// theyMean finds the set, or the group, that "they" stands for.
func (r *reading) theyMean(ph *phrase) {
	var best *together
	first, second := 0.0, 0.0
	for i := range r.plurals {
		p := &r.plurals[i]
		s := r.pluralSalience(p, ph)
		if best != nil && sameSet(best.who, p.who) {
			first = max(first, s)
			continue
		}
		switch {
		case s > first:
			best, first, second = p, s, first
		case s > second:
			second = s
		}
	}
	for _, t := range r.top {
		p := &r.phrases[t]
		if p.first >= ph.first || len(p.who) == 0 || !(len(p.who) > 1 || p.title.plural && p.nominal() || p.piece.entry.plural) {
			continue
		}
		s := sameSentence
		if r.subject(p) {
			s += wasSubject
		}
		if s > first {
			best, first, second = &together{who: p.who, at: position{sent: r.at, word: p.first}}, s, first
		}
	}
	if best == nil || first-second < clearMargin || r.ws[ph.first].low == "them" && first < sameSentence+wasSubject {
		return
	}
	ph.who, ph.how = best.who, ByPronoun
	ph.why = quote(r.ws[ph.first].form) + " after sentence " + itoa(best.at.sent)
}

func (r *reading) pluralSalience(p *together, ph *phrase) float64 {
	s := 0.0
	switch r.at - p.at.sent {
	case 0:
		s = sameSentence
	case 1:
		s = oneBefore
	default:
		return 0
	}
	if p.at.subject {
		s += wasSubject
	}
	return s
}

func sameSet(a, b []*entity) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if a[i] != b[i] {
			return false
		}
	}
	return true
}

func quote(s string) string { return strconv.Quote(s) }
func itoa(i int) string     { return strconv.Itoa(i) }
