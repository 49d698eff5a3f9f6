package actor

import (
	"slices"
	"strings"

	"github.com/entente-kg/entente/schema"
)

// quoted notes which sentences begin inside a quotation that an earlier one of
// the paragraph opened.
func (r *reading) quoted() {
	open, par := false, -1
	for i := range r.clauses {
		c := &r.clauses[i]
		if c.s.Par != par {
			open, par = false, c.s.Par
		}
		c.inQuote = open
		for j := range c.ws {
			if c.ws[j].form == "\"" {
				open = !open
			}
		}
	}
}

// quotedAt reports whether word i stands inside a quotation.
func (r *reading) quotedAt(i int) bool {
	in := r.inQuote
	for j := 0; j < i; j++ {
		if r.ws[j].form == "\"" {
			in = !in
		}
	}
	return in
}

// quoter reports whether e says the quotation that word i stands in: it is not
// the "he" of its own words.
func (r *reading) quoter(e *entity, i int) bool {
	if !r.quotedAt(i) {
		return false
	}
	if r.inQuote && e == r.speaker {
		return true
	}
	for _, t := range r.top {
		p := &r.phrases[t]
		if !r.speaks(p) || r.quotedAt(p.first) {
			continue
		}
		if len(p.who) == 1 && p.who[0] == e || len(p.who) == 0 && p.named() && e.short(formOf(r.nameText(p))) > 1 {
			return true
		}
	}
	return false
}

// goesOn reports whether word i stands in a quotation that nobody is named for and
// that goes on with the words of e: whom it speaks of then is not clear.
func (r *reading) goesOn(e *entity, i int) bool {
	if e != r.speaker || e.last.sent == r.at || !r.quotedAt(i) {
		return false
	}
	return !slices.ContainsFunc(r.top, func(t int) bool { return r.speaks(&r.phrases[t]) && !r.quotedAt(r.phrases[t].first) })
}

// localSubject returns the nearest subject before word i in its sentence: the
// phrase, nil when that subject is no actor, and its word; -1 for none.
func (r *reading) localSubject(i int) (*phrase, int) {
	quoted := r.quotedAt(i)
	for j := i - 1; j >= 0; j-- {
		t := &r.s.Tokens[j]
		switch {
		case !strings.HasPrefix(t.Rel, "nsubj") || r.quotedAt(j) != quoted || relative(r.ws[j].low) || t.Head == i:
		case speechPerson(r.ws[j].low):
			return nil, j
		default:
			return r.phraseOf(j), j
		}
	}
	return nil, -1
}

func relative(low string) bool {
	switch low {
	case "who", "which", "that", "whom", "there", "what":
		return true
	}
	return false
}

// speechPerson reports whether the word is the speaker or hearer of the text.
func speechPerson(low string) bool { return low == "i" || low == "we" || low == "you" }

// phraseOf returns the resolved phrase that word i is the head of, or nil.
func (r *reading) phraseOf(i int) *phrase {
	for k := len(r.phrases) - 1; k >= 0; k-- {
		if p := &r.phrases[k]; p.first <= i && i < p.last && r.headOf(p) == i && len(p.who) > 0 {
			return p
		}
	}
	return nil
}

// noteSubject remembers the subject of the sentence's main verb for the next one.
func (r *reading) noteSubject() {
	r.subjectOf, r.subjectMany = nil, false
	if !r.s.Parsed {
		return
	}
	for i := range r.s.Tokens {
		t := &r.s.Tokens[i]
		if strings.HasPrefix(t.Rel, "nsubj") && t.Head >= 0 && r.s.Tokens[t.Head].Rel == "root" {
			if p := r.phraseOf(i); p != nil && !r.onlyPlace(p) {
				r.subjectOf = p.who
			}
			r.subjectMany = r.pluralNoun(i) || r.ws[i].low == "they" || r.ws[i].low == "we"
			return
		}
	}
}

// itMeans lets "it" and "its" stand for the body or state that is the nearest
// subject: in the sentence, or of the sentence before. When that subject is a
// thing, so is "it".
func (r *reading) itMeans(ph *phrase) {
	if r.ws[ph.first].low == "it" && (r.dummy(ph.first) || r.s.Parsed && !r.subject(ph)) {
		return // as an object it is a thing more often than a body
	}
	if !r.s.Parsed {
		return
	}
	if e := r.beside(ph); e != nil {
		r.refer(ph, e)
		return
	}
	if e := r.answersFor(ph); e != nil {
		r.refer(ph, e)
		return
	}
	for k := range r.phrases {
		if p := &r.phrases[k]; len(p.who) == 1 && single(p.who[0]) && r.toldToDo(p.who[0], ph) {
			r.refer(ph, p.who[0])
			return
		}
	}
	p, j := r.localSubject(ph.first)
	switch {
	case p != nil && len(p.who) == 1 && single(p.who[0]) && !r.begins(p):
		r.refer(ph, p.who[0])
	case p != nil && len(p.who) == 1 && p.who[0].person() && r.ws[ph.first].low == "its":
		if e := r.onlyBody(ph); e != nil {
			r.refer(ph, e)
		}
	case j < 0 && !r.quotedAt(ph.first) && len(r.subjectOf) == 1 && single(r.subjectOf[0]):
		r.refer(ph, r.subjectOf[0])
	}
}

// onlyBody is the one state or body named in the sentence before an "its" that cannot be the subject's, a person's: "Lind broke
// with Chad and expelled its envoys"; nil where there are more.
func (r *reading) onlyBody(ph *phrase) *entity {
	var only *entity
	for _, t := range r.top {
		p := &r.phrases[t]
		if p.first >= ph.first {
			break
		}
		for _, e := range p.who {
			if e.person() {
				continue
			}
			if !single(e) || only != nil && only != e || !p.named() {
				return nil
			}
			only = e
		}
	}
	return only
}

// listFrom is everybody in the list that begins with phrase p; nobody when one of them is not known.
func (r *reading) listFrom(p *phrase) []*entity {
	who := slices.Clone(p.who)
	for last := p; ; {
		k := slices.IndexFunc(r.phrases, func(q phrase) bool { return q.prev >= 0 && &r.phrases[q.prev] == last })
		if k < 0 {
			return who
		}
		last = &r.phrases[k]
		if len(last.who) != 1 {
			return nil
		}
		who = put(who, last.who[0])
	}
}

// answersFor is the state or body right before "for its", "over its" or "due to its", which something is done to
// for what is its own: "sanctions against Syria over its raids".
func (r *reading) answersFor(ph *phrase) *entity {
	i := ph.first
	if r.ws[i].low != "its" || i < 2 || i+1 < len(r.ws) && r.ws[i+1].low == "own" {
		return nil
	}
	at := i - 1
	switch before := r.ws[at].low; {
	case before == "for" || before == "over":
	case before == "to" && r.ws[at-1].low == "due", before == "of" && r.ws[at-1].low == "because":
		at--
	default:
		return nil
	}
	for _, t := range r.top {
		p := &r.phrases[t]
		if p.last != at || r.subject(p) || len(p.who) != 1 || !single(p.who[0]) || r.phraseOf(r.headOf(p)) == nil {
			continue
		}
		return p.who[0]
	}
	return nil
}

// begins reports whether the phrase begins a list, which is no "it".
func (r *reading) begins(p *phrase) bool {
	return slices.ContainsFunc(r.phrases, func(q phrase) bool { return q.prev >= 0 && &r.phrases[q.prev] == p })
}

// beside returns the body named right before "and its".
func (r *reading) beside(ph *phrase) *entity {
	for k := range r.phrases {
		p := &r.phrases[k]
		if p.last == ph.first-1 && len(p.who) == 1 && single(p.who[0]) && r.coordinated(p.who[0], ph) {
			return p.who[0]
		}
	}
	return r.coOwner(ph)
}

// coOwner returns the body that owns the noun to which "and its" joins another:
// "Chad's treatment of the farmers and its support for Mali".
func (r *reading) coOwner(ph *phrase) *entity {
	owned := r.s.Tokens[ph.first].Head
	if owned < 0 || r.ws[ph.first].low != "its" || r.s.Tokens[owned].Rel != "conj" || !r.ws[max(ph.first-1, 0)].and() {
		return nil
	}
	for up, n := r.s.Tokens[owned].Head, 0; up >= 0 && n < len(r.s.Tokens) && r.s.Tokens[up].UPOS == "NOUN"; n++ {
		for k := range r.phrases {
			p := &r.phrases[k]
			if t := &r.s.Tokens[r.headOf(p)]; t.Rel == "nmod:poss" && t.Head == up && len(p.who) == 1 && single(p.who[0]) {
				return p.who[0]
			}
		}
		up = r.s.Tokens[up].Head
	}
	return nil
}

// single reports whether e is one body or state: an "it".
func single(e *entity) bool {
	people := e.generic && strings.HasSuffix(e.actor.Name, "people")
	return (e.actor.Kind == schema.State || e.actor.Kind == schema.Organisation) && !e.plural && !people
}

// theyMean finds the set, the group or, for "their", the body that "they" stands for.
func (r *reading) theyMean(ph *phrase) {
	if !r.s.Parsed {
		return
	}
	low := r.ws[ph.first].low
	p, j := r.localSubject(ph.first)
	if who := r.metBefore(ph.first); low == "them" && len(who) > 1 {
		r.referAll(ph, who)
		return
	}
	switch {
	case p != nil && (len(p.who) > 1 || r.many(p) || low == "their" && single(p.who[0]) && !r.begins(p)):
		if low != "them" {
			r.referAll(ph, p.who)
		}
		return
	case p != nil && r.begins(p):
		if who := r.listFrom(p); low != "them" && len(who) > 1 {
			r.referAll(ph, who)
		}
		return
	case p == nil && j >= 0 && (r.pluralNoun(j) || r.ws[j].tag == "PRON"), p != nil && low == "their" && len(p.who) == 0 && p.nominal() && p.title.plural:
		return // "fish were plentiful, and they ..."
	}
	r.setBefore(ph)
}

// metBefore lists the several to whom the verb before did something, where word i is the object
// of a verb joined to it: "met Lind and Vasile and urged them".
func (r *reading) metBefore(i int) []*entity {
	verb := r.s.Tokens[i].Head
	if verb < 0 || !direct(r.s.Tokens[i].Rel) || r.sharedSubject(verb) == nil {
		return nil
	}
	up := r.s.Tokens[verb].Head
	var who []*entity
	for k := range r.phrases {
		p := &r.phrases[k]
		if p.first <= up || p.last > verb || p.inner || r.s.Tokens[r.headOf(p)].Head != up && p.prev < 0 {
			continue
		}
		for _, e := range p.who {
			if !e.person() {
				return nil
			}
			who = put(who, e)
		}
	}
	return who
}

func (r *reading) pluralNoun(i int) bool {
	x := r.s.Tokens[i].XPOS
	return x == "NNS" || x == "NNPS"
}

func (r *reading) referAll(ph *phrase, who []*entity) {
	ph.who, ph.how, ph.why = who, ByPronoun, quote(r.nameText(ph))+" after "+who[0].actor.Name
}

// setBefore looks for a list or a group that the sentence, or the subject of
// the one before, put together.
func (r *reading) setBefore(ph *phrase) {
	var best *together
	first, second := 0.0, 0.0
	for i := range r.plurals {
		p := &r.plurals[i]
		s := r.pluralSalience(p, ph)
		switch {
		case best != nil && sameSet(best.who, p.who):
			first = max(first, s)
		case s > first:
			best, first, second = p, s, first
		case s > second:
			second = s
		}
	}
	if body, fights := r.bodyBefore(); body != nil && (best == nil || !best.at.subject && best.at.sent < r.at) {
		if fights {
			r.referAll(ph, []*entity{body})
		}
		return
	}
	if best == nil || first-second < clearMargin || r.quotedAt(ph.first) || r.ws[ph.first].low == "them" {
		return
	}
	r.referAll(ph, best.who)
}

// bodyBefore returns the body that was the subject of the sentence before, and
// whether it is one of people who fight, a "they": "The Free Tambora Movement
// struck. They killed six."
func (r *reading) bodyBefore() (body *entity, fights bool) {
	if len(r.subjectOf) != 1 || r.subjectOf[0].actor.Kind != schema.Organisation {
		return nil, false
	}
	for _, s := range r.subjectOf[0].actor.Sectors {
		fights = fights || s == "REB" || s == "UAF" || s == "CRM" || s == "PRM"
	}
	return r.subjectOf[0], fights
}

func (r *reading) pluralSalience(p *together, ph *phrase) float64 {
	s := 0.0
	switch {
	case p.at.sent == r.at && p.at.word < ph.first:
		s = sameSentence
	case p.at.sent == r.at-1 && !p.at.subject && r.subjectMany:
		return 0 // "They attacked civilians. They killed eleven."
	case p.at.sent == r.at-1:
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
