package actor

import (
	"slices"
	"strings"

	"github.com/entente-kg/entente/schema"
)

// together is a set of actors that a sentence put together: a list, two sides of
// one verb, a group. "They", "the two", "both sides" look for it.
type together struct {
	who     []*entity
	at      position
	persons bool
	states  bool
	sides   bool // only named in one sentence
	unnamed bool // a person among them has no name and no country
}

// notePlurals remembers what the sentence put together.
func (r *reading) notePlurals() {
	for _, t := range r.top {
		ph := &r.phrases[t]
		if len(ph.who) > 1 || len(ph.who) == 1 && (ph.title.plural && ph.nominal() || ph.piece.entry.plural) {
			r.join(ph.who, ph)
		}
	}
	for i := 0; i < len(r.top); i++ {
		var who []*entity
		j := i
		for ; j < len(r.top) && (j == i || r.phrases[r.top[j]].prev >= 0); j++ {
			if w := r.phrases[r.top[j]].who; len(w) == 1 && !slices.Contains(who, w[0]) {
				who = append(who, w[0])
			}
		}
		if len(who) > 1 {
			r.join(who, &r.phrases[r.top[i]])
			i = j - 1
		}
	}
	r.noteSides()
}

// noteSides remembers the two persons, or the two states, of a sentence that
// has just two: "Lind called Vasile. The two ...".
func (r *reading) noteSides() {
	var persons, states []*entity
	for _, t := range r.top {
		if r.speaksFor(&r.phrases[t]) {
			continue
		}
		if r.phrases[t].piece.known(placeClass) && !r.subject(&r.phrases[t]) {
			continue // "from Brussels" is not about Belgium
		}
		for _, e := range r.phrases[t].who {
			switch {
			case e.person() && !slices.Contains(persons, e):
				persons = append(persons, e)
			case e.actor.Kind == schema.State && !slices.Contains(states, e):
				states = append(states, e)
			}
		}
	}
	for _, pair := range [...][]*entity{persons, states} {
		if len(pair) == 2 {
			r.plurals = append(r.plurals, together{who: pair, at: position{sent: r.at}, sides: true, persons: pair[0].person(), states: !pair[0].person(), unnamed: pair[0].unnamed() || pair[1].unnamed()})
		}
	}
}

// speaksFor reports whether the phrase names a spokesman, who is no leader of whom the article goes on to tell.
func (r *reading) speaksFor(ph *phrase) bool {
	text := ph.title.text
	return strings.HasSuffix(text, "spokesman") || strings.HasSuffix(text, "spokeswoman") || strings.HasSuffix(text, "spokesperson") || strings.HasSuffix(text, "press secretary")
}

// unnamed reports whether e is a person known by a noun alone, not even by the country
// he holds an office of: "a spokeswoman".
func (e *entity) unnamed() bool { return e.person() && e.generic && e.actor.Country == "" }

func (r *reading) join(who []*entity, ph *phrase) {
	p := together{who: who, at: position{sent: r.at, word: ph.first, subject: r.subject(ph)}, persons: true, states: true}
	for _, e := range who {
		p.persons = p.persons && e.person()
		p.unnamed = p.unnamed || e.unnamed()
		p.states = p.states && e.actor.Kind == schema.State
	}
	r.plurals = append(r.plurals, p)
}

// byPlural reads "the two leaders", "both sides", "the two countries".
func (r *reading) byPlural(ph *phrase) bool {
	neither := r.neither(ph)
	if !ph.title.plural && !neither || ph.owner >= 0 && !r.isPronoun(ph.owner) || ph.of >= 0 || ph.det != definite && !neither || r.ws[ph.first].low == "all" {
		return false
	}
	lemma := ph.piece.agent.lemma
	if ph.piece.kind == officePiece {
		lemma = ph.piece.office.lemma
	}
	if r.counts(ph) == 0 && !relational(lemma) {
		return false
	}
	if who := r.listHere(ph, lemma); len(who) > 1 {
		ph.who, ph.how, ph.why = who, ByOffice, "listed before it"
		return true
	}
	if who := r.officersHere(ph); who != nil {
		ph.who, ph.how, ph.why = who, ByOffice, "who hold that office in the two countries"
		return true
	}
	if (&together{who: make([]*entity, 2), persons: true}).answers(lemma) && r.counts(ph) == 2 {
		if who := r.byOfficeOf(ph); who != nil {
			ph.who, ph.how, ph.why = who, ByOffice, "the one whose office speaks and the one before"
			return true
		}
		if who := r.twoHere(ph); who != nil && (&together{who: who, persons: true}).mayHold(ph.title.office) {
			ph.who, ph.how, ph.why = who, ByOffice, "the two named before it"
			return true
		}
	}
	for _, p := range slices.Backward(r.plurals) {
		if r.at-p.at.sent > 3 || lemma == "side" && p.persons && r.at-p.at.sent > 1 || !p.answers(lemma) || r.passing(&p, lemma) || r.counts(ph) > 0 && r.counts(ph) != len(p.who) || !p.mayHold(ph.title.office) {
			continue
		}
		ph.who, ph.how, ph.why = p.who, ByOffice, "put together in sentence "+itoa(p.at.sent+1)
		return true
	}
	if r.counts(ph) == 2 {
		return r.byLastTwo(ph, lemma) || r.byLands(ph, lemma)
	}
	return false
}

// byLastTwo reads "the two presidents" as the only two persons named lately,
// though each in a sentence of his own, and "the two governments" as theirs.
func (r *reading) byLastTwo(ph *phrase, lemma string) bool {
	var who []*entity
	for _, e := range r.index.lately(r.at) {
		if e.person() && !e.generic && r.at-e.last.sent <= 2 {
			who = append(who, e)
		}
	}
	if len(who) > 2 && ph.title.office != nil { // of three, the two who are presidents
		who = slices.DeleteFunc(who, func(e *entity) bool { return e.holds(&ph.title, "") == nil })
	}
	if len(who) != 2 {
		return false
	}
	persons := together{who: who, persons: true}
	if !persons.mayHold(ph.title.office) {
		return false
	}
	if (&together{who: who, states: true}).answers(lemma) && !persons.answers(lemma) {
		a, b := r.state(who[0].actor.Country), r.state(who[1].actor.Country)
		if a == nil || b == nil || a == b {
			return false
		}
		who = []*entity{a, b}
	} else if !persons.answers(lemma) {
		return false
	}
	slices.SortFunc(who, func(a, b *entity) int { return strings.Compare(a.actor.ID, b.actor.ID) })
	ph.who, ph.how, ph.why = who, ByOffice, "the two named last"
	return true
}

// neither reports whether the phrase is "neither leader" or "either side".
func (r *reading) neither(ph *phrase) bool {
	return r.neitherAt(ph.first) || r.neitherAt(ph.first-1)
}

func (r *reading) neitherAt(i int) bool {
	return i >= 0 && (r.ws[i].low == "neither" || r.ws[i].low == "either")
}

// pairAt reports whether word i is the "two" of "the two met", or a "both", that
// stands as a subject for two named before.
func (r *reading) pairAt(i int) bool {
	if !r.s.Parsed || !strings.HasPrefix(r.s.Tokens[i].Rel, "nsubj") {
		return false
	}
	switch r.ws[i].low {
	case "both":
		return true
	case "two":
		return i > 0 && (r.ws[i-1].low == "the" || r.ws[i-1].low == "these")
	case "pair", "duo":
		return i > 0 && r.ws[i-1].low == "the" && !(i+1 < len(r.ws) && r.ws[i+1].low == "of")
	}
	return false
}

// pairMeans finds the pair that "the two" stands for: the subject of a sentence
// before or the two sides of the last one, people rather than their states.
func (r *reading) pairMeans(ph *phrase) {
	for _, who := range [...][]*entity{r.bothOf(ph), r.pairHere(ph), r.twoHere(ph)} {
		if len(who) == 2 {
			r.referAll(ph, who)
			return
		}
	}
	var best *together
	for i := range r.plurals {
		p := &r.plurals[i]
		back := r.at - p.at.sent
		if len(p.who) != 2 || !p.persons && !p.states || back > 2 || back > 1 && !p.at.subject {
			continue
		}
		if best == nil || p.at.sent > best.at.sent || p.persons || !best.persons {
			best = p
		}
	}
	if best != nil && !r.quotedAt(ph.first) {
		r.referAll(ph, best.who)
	}
}

// pairHere is who does something and with whom or to whom, where "the two" then do something in a
// clause of time: "will raise it with Lind when the two meet".
func (r *reading) pairHere(ph *phrase) []*entity {
	if !r.s.Parsed || !r.subject(ph) {
		return nil
	}
	v := r.s.Tokens[r.headOf(ph)].Head
	up := r.s.Tokens[v].Head
	if r.s.Tokens[v].Rel != "advcl" || up < 0 || up > v || r.child(v, "mark") < 0 && r.child(v, "advmod") < 0 {
		return nil
	}
	var who []*entity
	for k := range r.phrases {
		p := &r.phrases[k]
		if h := r.headOf(p); p.last > v || p.inner || h < 0 || r.s.Tokens[h].Head != up || !direct(r.s.Tokens[h].Rel) {
			continue
		}
		for _, e := range p.who {
			if e.person() {
				who = put(who, e)
			}
		}
	}
	return who
}

func (r *reading) isPronoun(k int) bool { return r.phrases[k].piece.kind == pronounPiece }

// byCountry reads "the country": the one state of the sentence before, or named
// earlier in this one.
func (r *reading) byCountry(ph *phrase) bool {
	if ph.piece.agent.kind != schema.State || ph.title.plural {
		return false
	}
	if ph.owner >= 0 {
		return r.countryOf(ph)
	}
	if ph.det == definite && ph.last-ph.first == 2 {
		if e := r.lastState(ph); e != nil {
			ph.who, ph.place, ph.how, ph.why = []*entity{e}, e.actor, ByShortName, "the country named before"
		}
	}
	return true // "a country" is nobody
}

// countryOf reads "his country", "Mr. Lind's native country".
func (r *reading) countryOf(ph *phrase) bool {
	r.resolve(ph.owner)
	if o := r.phrases[ph.owner].who; len(o) == 1 && (o[0].actor.Kind == schema.State || union(o[0].actor)) && ph.piece.agent.lemma == "side" {
		ph.who, ph.how, ph.why = o, ByNationality, "the side of "+o[0].actor.Name
		return true
	}
	if o := r.phrases[ph.owner].who; len(o) == 1 && o[0].person() && ph.piece.agent.lemma != "side" {
		if s := r.state(o[0].actor.Country); s != nil {
			ph.who, ph.place, ph.how, ph.why = []*entity{s}, s.actor, ByShortName, "the country of "+o[0].actor.Name
		}
	}
	return true
}

// lastState returns the only state spoken of since the sentence before.
func (r *reading) lastState(ph *phrase) *entity {
	var found *entity
	for _, e := range r.index.lately(r.at) {
		if e.actor.Kind != schema.State || e.last.sent < 0 || r.at-e.last.sent > 1 || r.asPeople(e) || ph.piece.agent.lemma == "kingdom" && !r.lex.crowned(e.actor.Country) {
			continue
		}
		if found != nil {
			return nil
		}
		found = e
	}
	return found
}

// asPeople reports whether the sentence speaks of a state only by its people or in their
// titles: where "the Americans" and "the American envoy" are is not America.
func (r *reading) asPeople(e *entity) bool {
	found := false
	for k := range r.phrases {
		if p := &r.phrases[k]; len(p.who) == 1 && p.who[0] == e {
			if !p.inner && (!p.piece.known(demonymClass) || !p.piece.entry.plural) {
				return false
			}
			found = true
		}
	}
	return found
}

// crowned reports whether a country has a king or queen.
func (x *lexicon) crowned(country string) bool {
	rows := x.table.Holder(country, "monarch", "")
	return len(rows) > 0 && rows[len(rows)-1].To == ""
}

// relational reports whether "the" and the noun in the plural point back to
// parties named before even without a number: "the leaders", not "the victims".
func relational(lemma string) bool {
	switch lemma {
	case "leader", "president", "minister", "side", "country", "nation", "foreign minister", "premier", "prime minister", "neighbour", "neighbor", "counterpart":
		return true
	}
	return false
}

// counts returns the number in the phrase, 0 when it has none.
func (r *reading) counts(ph *phrase) int {
	if r.neither(ph) {
		return 2
	}
	for i := ph.first; i < ph.last; i++ {
		switch r.ws[i].low {
		case "two", "both", "pair":
			return 2
		case "three", "trio":
			return 3
		case "four":
			return 4
		case "five":
			return 5
		}
	}
	return 0
}

// answers reports whether the noun can mean such a set: leaders are persons,
// countries states, sides either.
func (p *together) answers(lemma string) bool {
	switch lemma {
	case "country", "nation", "state", "government", "neighbour", "neighbor", "ally", "power":
		return p.states
	case "side", "party":
		return p.states || p.persons && !p.unnamed && !(p.sides && p.who[0].actor.Country == p.who[1].actor.Country)
	case "man", "leader", "minister", "secretary", "president", "official", "politician", "premier", "diplomat", "envoy", "counterpart", "rival", "candidate", "woman", "general":
		return p.persons && len(p.who) > 1 && !p.states && !p.unnamed
	}
	return strings.HasSuffix(lemma, "minister") && p.persons && len(p.who) > 1 && !p.states
}

// mayHold reports whether all of the set may hold the office: "both presidents"
// are no minister and no ambassador, while a leader or a minister may be called
// by many an office.
func (p *together) mayHold(o *office) bool {
	if o != nil && o.Key == "minister" && p.persons {
		return !slices.ContainsFunc(p.who, func(e *entity) bool { return e.noMinister() })
	}
	return o == nil || o.Key != "president" && o.Key != "prime-minister" && !strings.HasSuffix(o.Key, "-minister") || !p.persons || !slices.ContainsFunc(p.who, func(e *entity) bool { return e.barred(o) })
}

// noMinister reports whether the entity is known to hold an office, and none of a minister.
func (e *entity) noMinister() bool {
	other := false
	for i := range e.roles {
		switch held := e.roles[i].office; {
		case e.roles[i].former:
		case held != nil && (strings.HasSuffix(held.Key, "minister") || held.Key == "foreign-minister"), strings.Contains(e.roles[i].text, "secretary"), strings.Contains(e.roles[i].text, "minister"):
			return false
		default:
			other = true
		}
	}
	return other
}

// barred reports whether the entity is known to hold another office and not this one.
func (e *entity) barred(o *office) bool {
	other := false
	for i := range e.roles {
		switch held := e.roles[i].office; {
		case held == nil || e.roles[i].former:
		case held.Key == o.Key:
			return false
		default:
			other = true
		}
	}
	return other
}
