package actor

import (
	"strings"

	"github.com/entente-kg/entente/extract/text"
	"github.com/entente-kg/entente/schema"
)

// pieceKind is what a run of words is before its neighbours are looked at.
type pieceKind uint8

const (
	knownPiece   pieceKind = iota // a name of the lexicon
	namePiece                     // capitals nobody knows
	officePiece                   // "foreign minister"
	agentPiece                    // "officials"
	addressPiece                  // "Mr."
	pronounPiece                  // "he"
)

// piece is a run of words [first, last) of one sentence.
type piece struct {
	kind        pieceKind
	first, last int
	entry       entry       // of a known name
	office      *office     // of an office
	agent       agent       // of an agent noun
	guess       schema.Kind // of an unknown name: what its words, or the tagger, say it is; "" when nothing does
	sure        bool        // the guess rests on a word of the name itself
	gender      gender      // of an address or a pronoun
}

func (p *piece) known(c class) bool { return p.kind == knownPiece && p.entry.class == c }

// named reports whether the piece names one particular thing.
func (p *piece) named() bool {
	return p.kind == knownPiece && p.entry.class != demonymClass || p.kind == namePiece
}

// human reports whether the piece is, or may be, the name of a person.
func (p *piece) human() bool {
	return p.known(personClass) || p.kind == namePiece && (p.guess == schema.Person || p.guess == "")
}

// nominal reports whether the piece is a noun for people rather than a name.
func (p *piece) nominal() bool { return p.kind == officePiece || p.kind == agentPiece }

// look is what the lexicon knows to begin at a word, with lengths; 0 for nothing.
type look struct {
	done    bool
	name    entry
	office  *office
	agent   agent
	names   int
	offices int
	agents  int
}

// look asks the lexicon about word i, once.
func (r *reading) look(i int) *look {
	l := &r.looks[i]
	if l.done {
		return l
	}
	l.done = true
	l.name, l.names = r.lex.match(r.forms, i, r.day)
	r.settle(&l.name)
	l.office, l.offices = r.lex.office(r.ws, i)
	for j := i + 2; j < i+l.offices; j++ {
		if _, n := r.lex.match(r.forms, j, r.day); j+n > i+l.offices {
			l.office, l.offices = r.lex.office(r.ws[:j], i) // "president of the | Republic of the Congo"
		}
	}
	l.agent, l.agents = r.lex.agent(r.ws, i)
	return l
}

// personal reports whether the noun is one for a single person.
func (p *piece) personal() bool {
	return p.kind == officePiece || p.kind == agentPiece && p.agent.kind == schema.Person
}

// says is what a noun beside a name says that its bearer is.
func (p *piece) says() schema.Kind {
	if p.personal() {
		return schema.Person
	}
	return schema.Organisation
}

// scan cuts a sentence into pieces; words between them are in none.
func (r *reading) scan() {
	for i := 0; i < len(r.ws); {
		p, ok := r.pieceAt(i)
		if !ok {
			i = max(i+1, p.last) // what is surely no actor is passed over whole
			continue
		}
		r.pieces = append(r.pieces, p)
		i = p.last
	}
}

func (r *reading) pieceAt(i int) (piece, bool) {
	w := &r.ws[i]
	if g, ok := pronoun(w.low); ok && !r.familyName(i) {
		return piece{kind: pronounPiece, first: i, last: i + 1, gender: g}, !w.upper
	}
	if r.pairAt(i) {
		return piece{kind: pronounPiece, first: i, last: i + 1}, true
	}
	if strings.HasSuffix(w.form, "$") {
		return piece{last: i + 1}, false // "US$4 billion"
	}
	if i > 0 && warship(r.ws[i-1].low) && r.namesShip(i) {
		return piece{last: r.capsEnd(i)}, false
	}
	if vessel(w.form) && r.capAt(i+1) {
		return piece{last: r.capsEnd(i + 1)}, false
	}
	if r.things[w.low] && w.cap && !r.capAt(i+1) && !r.knownAt(i) || r.quotedTitle(i) || r.inBrackets(i) {
		return piece{last: r.capsEnd(i)}, false
	}
	if g, ok := honorific(w.low); ok && w.cap && r.capAt(i+1) {
		return piece{kind: addressPiece, first: i, last: i + 1, gender: g}, true
	}
	if l := r.look(i); l.names > 1 && l.names >= max(l.offices, l.agents) && r.event(i+l.names, &l.name) {
		return piece{last: i + l.names}, false // "UN Security Council Resolution 2254"
	}
	if p, ok := r.lexical(i); ok {
		return p, true
	}
	if r.beginsName(i) {
		return r.unknownName(i)
	}
	return r.unknownNoun(i)
}

// unknownNoun reads a noun that no table has as a title when a personal name
// follows it: "naturalist Jane Roe".
func (r *reading) unknownNoun(i int) (piece, bool) {
	w := &r.ws[i]
	if w.cap || w.tag != "NOUN" || i+2 >= len(r.ws) || timeNoun(w.low) || r.heads.place[w.low] || r.heads.thing[w.low] || r.heads.org[w.low] {
		return piece{}, false
	}
	if !r.titlesName(i + 1) {
		return piece{}, false
	}
	return piece{kind: agentPiece, first: i, last: i + 1, agent: agent{lemma: w.low, kind: schema.Person}}, true
}

// titlesName reports whether a full personal name begins at word i.
func (r *reading) titlesName(i int) bool {
	if l := r.look(i); l.names > 1 {
		return l.name.class == personClass
	}
	return r.capAt(i) && r.capAt(i+1) && !r.knownAt(i) && r.tagged(i, i+1) == schema.Person
}

// lexical reads a known name, office, organisation by pattern or agent noun at
// word i: the longest wins, a name before an office of the same length.
func (r *reading) lexical(i int) (piece, bool) {
	l := r.look(i)
	most := max(l.names, l.offices, l.agents)
	if end := r.orgEnd(i); end-i > most && !r.arm(i, end) {
		return piece{kind: namePiece, first: i, last: end, guess: schema.Organisation, sure: true}, true
	}
	if end := r.paper(i, l); end > i {
		return piece{kind: namePiece, first: i, last: end, guess: schema.Organisation, sure: true}, true
	}
	if end := r.namedAfter(i, l); end > i {
		return piece{kind: namePiece, first: i, last: end, guess: schema.Organisation, sure: true}, true
	}
	switch {
	case most == 1 && l.offices == 1 && r.ws[i].form == "pm":
		return piece{}, false // the time of day
	case most == 1 && l.agents == 1 && r.ws[i].cap && christened(r.ws[i].low) && r.capAt(i+1) && !r.knownAt(i+1):
		return piece{last: r.capsEnd(i)}, false // "Camp Rhino"
	case most == 0 || l.names == most && r.event(i+most, &l.name):
		return piece{}, false
	case l.names == most && r.landscape(i+most, &l.name):
		return piece{kind: namePiece, first: i, last: i + most + 1, guess: schema.Place, sure: true}, true
	case l.names == most && r.othersBody(i, &l.name):
		return piece{kind: namePiece, first: i, last: i + most, guess: schema.Organisation, sure: true}, true
	case l.names == most && most == 1 && r.surnamedPlace(i, &l.name):
		return piece{kind: namePiece, first: i, last: i + 1, guess: schema.Person}, true
	case l.names == most && r.isEntry(i):
		return piece{kind: knownPiece, first: i, last: r.placeNoun(i+most, &l.name), entry: l.name}, true
	case l.offices == most && r.isNoun(i+most-1):
		return r.extend(piece{kind: officePiece, first: i, last: i + most, office: l.office}), true
	case l.agents == most && most == 1 && (r.brands(i, &l.agent) || r.ofAPeople(i, &l.agent)):
		return piece{}, false
	case l.agents == most && most == 1 && r.surname(i):
		return piece{kind: namePiece, first: i, last: i + 1, guess: schema.Person}, true
	case l.agents == most && most == 1 && r.ws[i].cap && r.capAt(i+1) && adjectival(r.ws[i].low) && !r.knownAt(i+1) && r.tagged(i+1, i+2) != schema.Person:
		return piece{}, false
	case l.agents == most && r.isNoun(i+most-1) && !(most == 1 && r.ws[i].status() && r.leadsOn(i+1)):
		return piece{kind: agentPiece, first: i, last: i + most, agent: l.agent}, true
	}
	return piece{}, false
}

// leadsOn reports whether word i is a nationality or an office, so that the word
// before it ("deputy") only says how the office is held.
func (r *reading) leadsOn(i int) bool {
	if i >= len(r.ws) {
		return false
	}
	l := r.look(i)
	return l.offices+l.agents > 0 || l.names > 0 && l.name.class == demonymClass
}

// surname reports whether a capitalised noun is a person's name here: "Hunter".
func (r *reading) surname(i int) bool {
	w := &r.ws[i]
	if !w.cap || w.tag != "PROPN" && !w.start || r.headline || r.capAt(i+1) && !r.knownAt(i+1) || i > 0 && r.ws[i-1].determiner() != bare {
		return false
	}
	for _, n := range r.s.Names {
		if n.Type == text.PER && n.First == i && n.Last == i+1 {
			return true
		}
	}
	return r.surnames[w.low]
}

// surnamedPlace reports whether what is known as a place is rather a person of the article, and no place by the words around
// it: "Hague said", in an article about William Hague.
func (r *reading) surnamedPlace(i int, e *entry) bool {
	if !r.surnames[r.ws[i].low] || r.headline || r.capAt(i+1) || r.ws[i].low == "washington" { // the capital, whatever ship has the name of a president
		return false
	}
	switch e.class {
	case placeClass:
	case stateClass, metonymClass:
		if !r.christened(r.ws[i].low) {
			return false
		}
	default:
		return false
	}
	if i == 0 {
		return true
	}
	before := &r.ws[i-1]
	return !before.cap && before.determiner() == bare && !(prepositional(before.low) && before.low != "with" && before.low != "by")
}

// christened reports whether the article has the surname behind a given name: "Jim Jordan".
func (r *reading) christened(low string) bool {
	for i := range r.clauses {
		c := &r.clauses[i]
		for _, n := range c.s.Names {
			if n.Type == text.PER && n.Last-n.First > 1 && c.ws[n.Last-1].low == low && r.lex.given(c.ws[n.First].form) != unknownGender {
				return true
			}
		}
	}
	return false
}

// extend takes to an office what goes on with it: "-designate", "-elect", "and
// Expatriates".
func (r *reading) extend(p piece) piece {
	if i := p.last; i+1 < len(r.ws) && (r.ws[i].low == "for" || r.ws[i].low == "of") && r.heads.portfolio[r.ws[i+1].low] && r.look(i+1).names == 0 {
		p.last = i + 2 // "minister for health"
	}
	i := p.last
	for i+1 < len(r.ws) && r.ws[i].and() && r.capAt(i+1) && r.heads.portfolio[r.ws[i+1].low] && (!r.knownAt(i+1) || r.inCharge(i+1)) {
		for i++; i < len(r.ws) && r.capAt(i) && r.heads.portfolio[r.ws[i].low]; i++ {
		}
		p.last = i
	}
	if i+1 >= len(r.ws) || r.ws[i].form != "-" {
		return p
	}
	switch r.ws[i+1].low {
	case "designate", "elect", "nominee", "in":
		o := *p.office
		o.coming = true
		p.office, p.last = &o, i+2
	}
	return p
}

// inCharge reports whether word i, known as somebody, stands for what a minister has in his charge: "Foreign
// Affairs and Expatriates", "and European Integration".
func (r *reading) inCharge(i int) bool {
	if l := r.look(i); l.names == 0 && l.offices == 0 && l.agents == 1 {
		return true
	}
	return i+1 < len(r.ws) && r.capAt(i+1) && r.heads.portfolio[r.ws[i+1].low] && r.look(i).names == 1
}

// isEntry turns down a single word that is known but here part of an unknown
// name: the given name in "Israel Katz".
func (r *reading) isEntry(i int) bool {
	l := r.look(i)
	if l.name.class == personClass {
		return r.wholeName(i + l.names)
	}
	if l.names > 1 || l.name.class != stateClass && l.name.class != placeClass {
		return true
	}
	if r.throned(i) {
		return false
	}
	j := i + 1
	if j < len(r.ws) && particle(r.ws[j].low) && !r.ws[j].cap && r.capAfter(j) || j < len(r.ws) && r.ownName(i, j) {
		return false
	}
	return r.lex.given(r.ws[i].form) == unknownGender || !r.beginsName(j) || r.knownAt(j)
}

// wholeName reports whether the known name of a person that ends before word j is
// not the beginning of another's: "Juan Carlos" in "Juan Carlos de Souza",
// "Francis" in "Francis Rooney".
func (r *reading) wholeName(j int) bool {
	if j >= len(r.ws) {
		return true
	}
	if particle(r.ws[j].low) && !r.ws[j].cap {
		return !r.capAfter(j)
	}
	return !(r.capAt(j) && r.beginsName(j) && !r.knownAt(j))
}

// ownName reports whether a place is the first word of a person's name: "Paris
// Hilton", not "mayor of London Sadiq Khan".
func (r *reading) ownName(i, j int) bool {
	return r.capAt(j) && !r.knownAt(j) && r.onePerson(i, j) && r.lex.given(r.ws[j].form) == unknownGender &&
		!(i > 0 && prepositional(r.ws[i-1].low)) && !r.capAt(j+1)
}

// knownAt reports whether something known begins at word i.
func (r *reading) knownAt(i int) bool {
	l := r.look(i)
	return l.names+l.offices+l.agents > 0
}

// isNoun reports whether word i can be a noun: tagged as one, or not tagged.
func (r *reading) isNoun(i int) bool {
	switch r.ws[i].tag {
	case "", "NOUN", "PROPN":
		return true
	case "VERB":
		rel := r.s.Tokens[i].Rel
		return r.ws[i].cap || rel == "nsubj" || rel == "obj" || rel == "nmod"
	case "ADJ", "X":
		// "policy chief Han Ji-woo" and "the accused" fool the tagger.
		return r.ws[i].cap || r.ws[i].tag == "ADJ" && i > 0 && r.ws[i-1].tag == "NOUN" && r.capAt(i+1)
	}
	return false
}

func pronoun(low string) (gender, bool) {
	switch low {
	case "he", "him", "his", "himself":
		return male, true
	case "she", "her", "hers", "herself":
		return female, true
	case "they", "them", "their", "theirs", "themselves", "it", "its", "itself":
		return unknownGender, true
	}
	return unknownGender, false
}
