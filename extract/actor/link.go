package actor

import (
	"cmp"
	"slices"
	"strings"

	"github.com/entente-kg/entente/schema"
)

// declare makes the entities of the article that are named in full, the longest
// names first, so that a short name finds its owner even when it comes before it.
func (r *reading) declare() {
	type place struct{ sent, phrase, words int }
	r.defined = map[string]*entity{}
	var unknown []place
	for i := range r.clauses {
		r.clause = &r.clauses[i]
		for k := range r.phrases {
			ph := &r.phrases[k]
			switch {
			case ph.piece.kind == knownPiece && r.trusted(ph):
				r.stand(ph, ph.piece.entry)
				r.defines(ph)
			case ph.piece.kind == namePiece:
				unknown = append(unknown, place{i, k, len(formOf(r.nameText(ph)))})
			}
		}
	}
	slices.SortStableFunc(unknown, func(a, b place) int { return cmp.Compare(b.words, a.words) })
	for _, u := range unknown {
		r.clause = &r.clauses[u.sent]
		if ph := &r.phrases[u.phrase]; u.words > 1 {
			r.declareName(ph)
		}
	}
}

// stand gives the phrase of a known name its two readings.
func (r *reading) stand(ph *phrase, e entry) {
	ph.place = e.place
	ph.how = ByName
	switch {
	case e.class == metonymClass || e.class == placeClass && e.actor != nil:
		ph.how = ByMetonym
	case e.class == demonymClass:
		ph.how = ByNationality
	}
	if e.actor != nil {
		who := r.partyHere(ph)
		if d := r.defined[r.nameText(ph)]; d != nil && e.class == orgClass {
			who = d
		}
		if who == nil {
			who = r.entityOf(e.actor)
		}
		ph.who = []*entity{who}
		if name := r.nameText(ph); e.class == personClass && strings.Contains(name, " ") {
			who.alias(name) // "Ismet Yilmaz" of İsmet Yılmaz
		}
		if e.place == e.actor {
			ph.place = who.actor // a state is its own place
		}
		ph.why = "known as " + quote(r.nameText(ph))
	}
}

// defines notes the acronym in brackets after a known body's name: from there on it
// is this body's, whoever else goes by it.
func (r *reading) defines(ph *phrase) {
	if ph.acronym >= 0 && len(ph.who) == 1 && ph.piece.known(orgClass) {
		r.defined[r.nameText(&r.phrases[ph.acronym])] = ph.who[0]
	}
}

// trusted reports whether the known person is the one meant: a title of another
// country says it is a namesake, one of an organisation does not.
func (r *reading) trusted(ph *phrase) bool {
	e := &ph.piece.entry
	if e.class != personClass || !isState(e.actor.Country) {
		return true
	}
	c := r.ownerCountry(ph)
	return c == "" || !isState(c) || c == e.actor.Country || ph.title.office == nil || sentTo(ph.title.agent.lemma)
}

// declareName finds or makes the entity of a name of several words.
func (r *reading) declareName(ph *phrase) {
	name := r.nameText(ph)
	f := formOf(name)
	kind := r.kindOf(ph, len(f))
	if kind == schema.Place && !ph.piece.sure && r.namedBefore(ph, f, name) {
		return
	}
	switch kind {
	case "":
		return
	case schema.Place:
		ph.place, ph.how, ph.why = r.provisionalPlace(r.placeName(ph)), ByName, "a place by its name"
		return
	}
	for _, e := range r.index.named(f) {
		if e.actor.Kind == kind && r.ofCountry(e, ph) && (e.hasName(f) || len(f) > 1 && e.short(f) == 3 && r.agrees(e, ph)) {
			r.name(ph, e, name)
			return
		}
	}
	if a := r.knownPerson(ph, kind, name); a != nil {
		r.name(ph, r.entityOf(a), name)
		ph.why = "known as " + a.Name
		return
	}
	if a := r.knownBody(ph, kind, name); a != nil {
		r.name(ph, r.entityOf(a), name)
		ph.why = "known as " + a.Name
		return
	}
	r.name(ph, r.provisional(ph, name, kind), name)
	ph.why = "a name met here first"
}

// namedBefore reports whether what the tagger takes for a place is the last words
// of a person's name that the article has in full: "Ter Horst".
func (r *reading) namedBefore(ph *phrase, f form, name string) bool {
	for _, e := range r.index.named(f) {
		if e.person() && e.short(f) == 3 && !r.located(ph) {
			r.name(ph, e, name)
			return true
		}
	}
	return false
}

// knownPerson finds a known person under another spelling, or with more given
// names than the tables have: "Muammar Qadhafi", "Robert Gabriel Mugabe".
func (r *reading) knownPerson(ph *phrase, kind schema.Kind, name string) *schema.Actor {
	if kind != schema.Person {
		return nil
	}
	f := formOf(name)
	a := r.lex.persons[strings.Join(f, " ")]
	if a == nil && len(f) > 2 {
		a = r.lex.persons[f[0]+" "+f[len(f)-1]]
		if a != nil && !middleFits(formOf(a.Name), f[1]) {
			return nil // James Parker Jones is not James L. Jones
		}
	}
	if a == nil {
		return nil
	}
	if c := r.ownerCountry(ph); c != "" && isState(c) && c != a.Country {
		return nil
	}
	return a
}

// middleFits reports whether a middle name may be the one that a known name has, if any.
func middleFits(known form, middle string) bool {
	return len(known) < 3 || strings.HasPrefix(middle, known[1])
}

// placeName is the name of a place with the name it is called after: "Fishmongers'
// Hall", "Hawthorne Military Airfield".
func (r *reading) placeName(ph *phrase) string {
	if ph.owner < 0 || r.phrases[ph.owner].piece.kind != namePiece || r.phrases[ph.owner].piece.first > ph.piece.first {
		return r.nameText(ph)
	}
	return r.doc.Text[r.s.Tokens[r.phrases[ph.owner].piece.first].Start:r.s.Tokens[ph.piece.last-1].End]
}

// ofCountry reports whether the state that the phrase names right before a body is
// the entity's: "the Norwegian Labour Party" beside Britain's.
func (r *reading) ofCountry(e *entity, ph *phrase) bool {
	if e.person() || ph.owner < 0 || ph.piece.kind != namePiece || !isState(e.actor.Country) {
		return true
	}
	o := &r.phrases[ph.owner].piece
	return !o.known(demonymClass) && !o.known(stateClass) || o.country() == e.actor.Country
}

// name makes the phrase a mention of e by that name.
func (r *reading) name(ph *phrase, e *entity, name string) {
	ph.who, ph.how = []*entity{e}, ByName
	if ph.title.given() {
		ph.how = ByTitle
	}
	if f := formOf(name); !e.hasName(f) {
		r.called(e, f)
	}
	e.alias(name)
	if ph.why == "" {
		ph.why = "name of " + e.actor.ID
	}
}

// alias notes a spelling seen in the article.
func (e *entity) alias(name string) {
	if name == e.actor.Name {
		return
	}
	at, found := slices.BinarySearch(e.actor.Aliases, name)
	if !found {
		e.actor.Aliases = slices.Insert(slices.Clone(e.actor.Aliases), at, name)
	}
}

// link takes the phrases of one sentence in text order and finds who each is.
func (r *reading) link() {
	for k := range r.phrases {
		r.resolve(k)
	}
	for _, t := range r.top {
		r.note(&r.phrases[t])
	}
	r.notePlurals()
	r.noteSubject()
}

func (r *reading) resolve(k int) {
	ph := &r.phrases[k]
	if ph.done {
		return
	}
	ph.done = true
	switch {
	case ph.piece.kind == pronounPiece:
		r.pronoun(ph)
	case ph.piece.kind == namePiece && ph.who == nil && ph.place == nil:
		r.shortName(ph)
	case ph.piece.kind == knownPiece && ph.who == nil && ph.place == nil:
		r.namesake(ph)
	case r.national(ph):
		r.generic(ph)
	case ph.nominal():
		r.nominalPhrase(k)
	}
	r.define(ph)
	r.learn(ph)
	r.noteRegime(ph)
	r.visit(ph)
}

// national reports whether a nationality stands for some of its people: "an
// Iranian", "two Americans", not "the Americans".
func (r *reading) national(ph *phrase) bool {
	if !ph.piece.known(demonymClass) || ph.inner || ph.det != indefinite && ph.det != quantified && !(ph.piece.entry.plural && (r.counted(ph) || ph.det == bare && r.crowd(ph))) {
		return false
	}
	if !r.s.Parsed || ph.piece.entry.plural {
		return ph.piece.entry.plural
	}
	if ph.last >= len(r.ws) {
		return true
	}
	switch r.ws[ph.last].tag {
	case "VERB", "AUX", "PUNCT", "PART", "PRON":
		return r.ws[ph.last].form != "-"
	}
	return false
}

// crowd reports whether people of a nation, named bare, are some of them by what
// they do or what is done to them: those whom somebody arrests or deports, and those who rally.
func (r *reading) crowd(ph *phrase) bool {
	if !r.s.Parsed {
		return false
	}
	t := &r.s.Tokens[r.headOf(ph)]
	if t.Head < 0 {
		return false
	}
	v := &r.s.Tokens[t.Head]
	switch t.Rel {
	case "nsubj":
		switch v.Lemma {
		case "protest", "demonstrate", "rally", "march", "riot", "flee", "die", "gather", "celebrate", "mourn", "chant", "live":
			return v.UPOS == "VERB"
		}
	case "obj", "nsubj:pass":
		switch v.Lemma {
		case "arrest", "detain", "jail", "imprison", "deport", "expel", "extradite", "evict", "abduct", "kidnap", "kill", "murder", "wound",
			"injure", "torture", "rescue", "evacuate", "repatriate", "execute", "sentence", "convict", "free", "release", "behead":
			return true
		}
	}
	return false
}

// counted reports whether people of a nation are told by number although no number
// is their determiner: "the three Iranians", "two young Iranians", "dozens of Iranians", "many of the Iranians".
func (r *reading) counted(ph *phrase) bool {
	i := ph.piece.first - 1
	if i > 0 && r.ws[i].low == "the" && r.ws[i-1].low == "of" {
		i--
	}
	if i > 0 && r.ws[i].low == "of" {
		switch r.ws[i-1].low {
		case "dozens", "scores", "hundreds", "thousands", "tens", "number", "group", "handful", "dozen", "couple", "pair", "two", "three", "some", "many", "several":
			return true
		}
		return false
	}
	for i >= 0 && r.ws[i].tag == "ADJ" && r.ws[i].determiner() == bare {
		i--
	}
	return i >= 0 && r.ws[i].determiner() == quantified
}

// define gives a body the acronym that follows its name in brackets.
func (r *reading) define(ph *phrase) {
	if ph.acronym < 0 || len(ph.who) != 1 {
		return
	}
	short := &r.phrases[ph.acronym]
	if short.done && len(short.who) > 0 {
		return
	}
	e := ph.who[0]
	name := r.nameText(short)
	r.called(e, formOf(name))
	e.alias(name)
	short.who, short.how, short.why, short.done = ph.who, ByShortName, "acronym of "+e.actor.Name, true
}

// visit notes where an entity was last seen, for those who look for an antecedent.
func (r *reading) visit(ph *phrase) {
	if ph.piece.known(placeClass) && !r.subject(ph) {
		return // "the relic of Jerusalem" is not about Israel
	}
	pair := len(ph.who) > 1 && ph.nominal() // after "neither side" a "he" is no more the one than the other
	at := position{sent: r.at, word: ph.first, subject: r.subject(ph) && !pair}
	for _, e := range ph.who {
		if e.born.sent < 0 {
			e.born = at
		}
		r.index.seen(e, at.sent)
		was := e.last
		e.last = at
		e.ledOn = (e.ledOn || was.subject) && was.sent == at.sent && (r.ws[ph.first].low == "his" || r.ws[ph.first].low == "her") // he who "met his counterpart"
	}
}
