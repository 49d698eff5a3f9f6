package actor

import (
	"slices"
	"strings"

	"github.com/entente-kg/entente/schema"
)

// complements joins "the prime minister" to "of Peru", from the right, so that
// the inner phrase is whole before the outer takes it.
func (r *reading) complements() {
	for t := len(r.top) - 2; t >= 0; t-- {
		r.kindBefore(t + 1)
		x, y := &r.phrases[r.top[t]], &r.phrases[r.top[t+1]]
		if r.takes(x, y) {
			x.of, x.prep = r.top[t+1], r.ws[x.last].low
			x.last, y.inner = y.last, true
			r.top = slices.Delete(r.top, t+1, t+2)
		}
		if t+1 < len(r.top) {
			r.nameAfter(t)
		}
	}
}

// kindBefore makes one phrase of a noun and the name of a body right behind it, of which it says the kind: of "fighters of the rebel United Front"
// the last four.
func (r *reading) kindBefore(t int) {
	if t+1 >= len(r.top) {
		return
	}
	y, z := &r.phrases[r.top[t]], &r.phrases[r.top[t+1]]
	if y.piece.kind != agentPiece || y.title.plural || y.det != definite || y.of >= 0 || y.last != z.first || !z.named() || z.owner >= 0 || z.piece.known(personClass) || z.piece.guess == schema.Person {
		return
	}
	z.first, z.det, y.inner = y.first, y.det, true
	r.top = slices.Delete(r.top, t, t+1)
}

// shareState gives the first of two nouns under one article the state that stands
// after the second: "the government and people of Peru".
func (r *reading) shareState() {
	for t := 0; t+1 < len(r.top); t++ {
		x, y := &r.phrases[r.top[t]], &r.phrases[r.top[t+1]]
		joined := x.last < len(r.ws) && r.ws[x.last].and() && y.first == x.last+1
		if joined && x.nominal() && y.nominal() && x.det == definite && y.det == bare && x.of < 0 && x.owner < 0 && y.of >= 0 && y.prep == "of" && r.phrases[y.of].piece.known(stateClass) {
			x.of, x.prep = y.of, y.prep
		}
	}
}

// ownWhose gives a noun after "whose" the name before it for its owner: "Díaz, whose government refused".
func (r *reading) ownWhose() {
	for t := 1; t < len(r.top); t++ {
		x, y := &r.phrases[r.top[t-1]], &r.phrases[r.top[t]]
		i := y.first - 1
		if i < 1 || r.ws[i].low != "whose" || !y.nominal() || y.owner >= 0 || y.of >= 0 || !x.named() {
			continue
		}
		if x.last == i || x.last == i-1 && r.ws[i-1].comma() {
			y.owner = r.top[t-1]
		}
	}
}

// shareOwner gives the second of two plural nouns without an article the owner of the first: "Syria's
// ambassadors and diplomats".
func (r *reading) shareOwner() {
	for t := 0; t+1 < len(r.top); t++ {
		x, y := &r.phrases[r.top[t]], &r.phrases[r.top[t+1]]
		joined := x.last < len(r.ws) && r.ws[x.last].and() && y.first == x.last+1
		if joined && x.nominal() && y.nominal() && x.title.plural && y.title.plural && x.owner >= 0 && y.owner < 0 && y.of < 0 && y.det == bare && r.possesses(&r.phrases[x.owner]) {
			y.owner = x.owner
		}
	}
}

// takes reports whether phrase y, after one preposition, completes noun x.
func (r *reading) takes(x, y *phrase) bool {
	if x.last >= len(r.ws) || y.first != x.last+1 || y.piece.kind == pronounPiece {
		return false
	}
	prep := r.ws[x.last].low
	if x.named() {
		return prep == "of" && x.human() && (y.piece.known(stateClass) || y.piece.known(orgClass)) && x.owner < 0
	}
	if !x.nominal() {
		return false
	}
	switch prep {
	case "of", "from":
		return !r.onlyModifies(y) && !(prep == "from" && x.owner >= 0 && y.owner < 0 && (y.piece.known(stateClass) || y.piece.known(placeClass))) // "French troops from Mali"
	case "for":
		return x.piece.agent.kind != "organisation"
	case "to":
		return sentTo(x.piece.agent.lemma) || x.piece.kind == officePiece && sentTo(r.ws[x.last-1].low)
	case "at", "with", "in":
		return r.s.Parsed && (x.piece.agent.kind != "" || prep == "in" && envoy(x.title.text)) && r.hangsOn(x, x.last)
	}
	return false
}

// onlyModifies reports whether a state's name stands before the noun that is meant:
// "of United States commonwealth of Puerto Rico".
func (r *reading) onlyModifies(y *phrase) bool {
	i := y.last
	return y.piece.known(stateClass) && i+1 < len(r.ws) && r.ws[i].tag == "NOUN" && !r.ws[i].cap && r.ws[i+1].low == "of"
}

// hangsOn reports whether the noun after the preposition at word i hangs on phrase x in the tree.
func (r *reading) hangsOn(x *phrase, i int) bool {
	noun := r.s.Tokens[i].Head
	if noun < 0 || noun >= len(r.s.Tokens) {
		return false
	}
	h := r.s.Tokens[noun].Head
	return h >= x.first && h < x.last
}

func sentTo(lemma string) bool {
	switch lemma {
	case "ambassador", "envoy", "representative", "adviser", "advisor", "delegate", "emissary", "aide", "liaison", "negotiator", "delegation", "heir", "successor",
		"commissioner", "staff", "counsel", "counsellor", "consul", "secretary", "assistant", "spokesman", "deputy", "nuncio", "attaché", "attache", "observer":
		return true
	}
	return false
}

// nameAfter gives a noun the name that follows it with nothing between:
// "the prime minister of Peru | Alberto Ruiz", "his counterpart | President Ruiz".
func (r *reading) nameAfter(t int) {
	x, y := &r.phrases[r.top[t]], &r.phrases[r.top[t+1]]
	if !x.nominal() || y.first != x.last || !y.human() || x.title.plural || x.piece.agent.kind == "organisation" {
		return
	}
	if y.title.given() {
		y.same = r.top[t]
		x.same = r.top[t+1]
		return
	}
	owner := y.owner
	if x.owner < 0 && owner >= 0 {
		x.owner = owner
	}
	x.piece, x.core, x.last = y.piece, y.core, y.last
	y.inner, y.same = true, r.top[t]
	r.top = slices.Delete(r.top, t+1, t+2)
}

// acronyms takes "(OSCE)" after a body's name into its phrase and notes that the
// two are one.
func (r *reading) acronyms() {
	for t := 0; t+1 < len(r.top); t++ {
		x, y := &r.phrases[r.top[t]], &r.phrases[r.top[t+1]]
		i := y.piece.first
		if y.first != i || x.last != i-1 || y.last-i != 1 || r.ws[i-1].form != "(" || y.last >= len(r.ws) || r.ws[y.last].form != ")" {
			continue
		}
		if !x.named() || !r.ws[i].upper || x.piece.known(stateClass) || x.piece.known(placeClass) || x.human() && x.piece.guess == "person" {
			continue
		}
		x.acronym, x.last, y.inner = r.top[t+1], y.last+1, true
		y.same = r.top[t]
		r.top = slices.Delete(r.top, t+1, t+2)
	}
}

// appositions joins "Hanna Lind" and "the Nordic Council official who led it",
// "the country's president" and "Petru Vasile".
func (r *reading) appositions() {
	for t := 0; t+1 < len(r.top); t++ {
		x, y := &r.phrases[r.top[t]], &r.phrases[r.top[t+1]]
		if x.same >= 0 || y.same >= 0 || r.dateline(x) {
			continue
		}
		if !r.opposed(x, y) {
			if x.nominal() && y.named() && !y.title.given() && r.describes(y, x) && r.charged(x, y) {
				x.same, y.attested = r.top[t+1], x.piece.says()
			}
			continue
		}
		switch {
		case x.named() && y.nominal() && r.describes(x, y) && r.closes(r.pastPlaces(y), x) && !r.beginsClause(x, y):
			y.same = r.top[t]
			x.attested = y.piece.says()
		case x.named() && y.nominal() && r.describes(x, y) && r.twofold(t+1, x):
			y.same, r.phrases[r.top[t+2]].same = r.top[t], r.top[t]
			x.attested = y.piece.says()
		case x.nominal() && y.named() && r.describes(y, x) && (!y.title.given() || r.trade(x, y) || ranked(&y.title)) && r.closes(y.last, y) && !r.belongs(x):
			x.same = r.top[t+1]
			y.attested = x.piece.says()
		}
	}
}

// maxCharge bounds the words of what somebody is in charge of.
const maxCharge = 6

// charged reports whether between noun x and the name y stands only what the noun's bearer has in
// charge, and a comma: "the envoy for Nordic peace, Hanna Lind,".
func (r *reading) charged(x, y *phrase) bool {
	if y.first < x.last+2 || y.first > x.last+maxCharge+1 || !r.ws[y.first-1].comma() || y.last < len(r.ws) && !r.ws[y.last].comma() || !x.piece.personal() || x.title.plural || !y.human() {
		return false
	}
	switch w := &r.ws[x.last]; {
	case w.low == "for" || w.low == "on" || w.low == "to" || w.low == "of" || w.low == "in":
	case w.tag == "NOUN" && x.of >= 0: // "for Nordic" is read with the envoy
	default:
		return false
	}
	return !slices.ContainsFunc(r.ws[x.last+1:y.first-1], func(w word) bool {
		return w.tag == "VERB" || w.tag == "AUX" || w.tag == "PUNCT" || w.tag == "SCONJ" || w.tag == "PRON"
	})
}

// pastPlaces returns where title y ends that goes on to a second place: "minister for Africa and the Caribbean".
func (r *reading) pastPlaces(y *phrase) int {
	if y.of < 0 || r.phrases[y.of].place == nil && !r.phrases[y.of].piece.known(placeClass) && !r.phrases[y.of].piece.known(stateClass) || y.last >= len(r.ws) || !r.ws[y.last].and() {
		return y.last
	}
	for _, t := range r.top {
		if p := &r.phrases[t]; (p.first == y.last+1 || p.first == y.last+2 && r.ws[y.last+1].low == "the") && (p.piece.known(placeClass) || p.piece.known(stateClass)) {
			return p.last
		}
	}
	if i := y.last + 1; i < len(r.ws) && r.ws[i].cap { // "Minister for Europe and Foreign Affairs"
		for i < len(r.ws) && r.ws[i].cap {
			i++
		}
		return i
	}
	return y.last
}

// belongs reports whether a noun phrase completes a noun that no table has: "an
// offshoot of Lind's party, the Raksa" says what the offshoot is.
func (r *reading) belongs(x *phrase) bool { return x.first > 0 && r.ws[x.first-1].low == "of" }

// twofold reports whether top phrase t is the first of two nouns that say together
// what x is: "Lind, the new interim leader and a former judge who fled", "Lind, a
// lawyer and member of the board, ...".
func (r *reading) twofold(t int, x *phrase) bool {
	if t+1 >= len(r.top) || x.title.given() {
		return false
	}
	y, z := &r.phrases[r.top[t]], &r.phrases[r.top[t+1]]
	return y.last < len(r.ws) && r.ws[y.last].and() && z.first == y.last+1 && z.nominal() && z.same < 0 &&
		(y.det == definite && z.det == indefinite || y.det != bare && z.det == bare) && r.describes(x, z) && r.closes(z.last, x)
}

// opposed reports whether only a comma, a dash or a bracket is between x and y.
func (r *reading) opposed(x, y *phrase) bool {
	if gap := y.first - x.last; gap != 1 && !(gap == 2 && y.human() && r.ws[y.first-1].tag == "NOUN" && !r.ws[y.first-1].cap) { // "the founder, chef Lind"
		return false
	}
	switch r.ws[x.last].form {
	case ",", "-", "–", "—", "--", "(":
		return true
	}
	return false
}

// describes reports whether noun phrase y can say what the named x is.
func (r *reading) describes(x, y *phrase) bool {
	if y.title.plural || y.det == quantified || r.namedGroup(y) {
		return false
	}
	body := y.piece.agent.kind == "organisation" || y.piece.agent.kind == "group" && bodyNoun(y.piece.agent.lemma)
	if x.human() || x.piece.kind == namePiece && !x.piece.sure && y.piece.personal() {
		return y.piece.personal() || bodyNoun(y.piece.agent.lemma) && y.owner < 0 && x.piece.kind == namePiece && !r.givenFirst(&x.piece)
	}
	return (x.piece.known(orgClass) || x.piece.kind == namePiece) && y.piece.kind == agentPiece && body
}

// trade reports whether named y has only his trade for a title, and x says whose he is or what he
// founded: "the company's founder, banker Lind".
func (r *reading) trade(x, y *phrase) bool {
	if noun := x.piece.agent.lemma; x.owner >= 0 && (x.title.text == "deputy" || x.title.text == "predecessor" || x.title.text == "successor" || noun == "deputy" || noun == "successor") {
		return !y.title.plural // "Lind's deputy, Foreign Minister Berg"
	}
	return y.title.office == nil && !r.ws[y.title.first].cap && !y.title.plural && (x.owner >= 0 || x.of >= 0) && x.piece.personal()
}

// namedGroup reports whether the noun ends a name rather than describes one: "Saray
// al-Jihad Group", without article or genitive.
func (r *reading) namedGroup(y *phrase) bool {
	if y.det != bare || y.owner < 0 || y.piece.agent.kind != "organisation" {
		return false
	}
	o := &r.phrases[y.owner]
	return o.piece.kind == namePiece && o.last <= y.title.first && !r.possesses(o)
}

// closes reports whether the apposition that ends before word i is closed as one
// is: by a comma or mark that does not go on to another member of a list.
func (r *reading) closes(i int, x *phrase) bool {
	if i >= len(r.ws) {
		return true
	}
	w := &r.ws[i]
	switch w.low {
	case ",":
		return !(i+1 < len(r.ws) && r.ws[i+1].and() && !x.title.given() && r.listed(x))
	case "who", "whose", "whom", "which", "since", "until", ".", ";", ")", "-", "–", "—", "--", "said", "says", "told", "added", "\"", ":", "in", "on", "at", "during":
		return true
	}
	return w.tag == "VERB" || w.tag == "AUX"
}

// beginsClause reports whether y is the subject of what follows the phrase that x
// ends: "after talks with Lind, the king signed the law".
func (r *reading) beginsClause(x, y *phrase) bool {
	if !r.s.Parsed || x.first == 0 || !prepositional(r.ws[x.first-1].low) || y.last >= len(r.ws) || r.ws[y.last].tag != "VERB" && r.ws[y.last].tag != "AUX" {
		return false
	}
	name, noun := r.headOf(x), r.headOf(y)
	return strings.HasPrefix(r.s.Tokens[noun].Rel, "nsubj") && r.s.Tokens[noun].Head > noun && r.s.Tokens[name].Head != noun && r.s.Tokens[noun].Head != name
}

// listed reports whether a name stands before x in a list with commas.
func (r *reading) listed(x *phrase) bool {
	return x.first > 0 && r.ws[x.first-1].comma()
}

// lists links the members of a list, and hands on what they share.
func (r *reading) lists() {
	for t := len(r.top) - 2; t >= 0; t-- {
		if r.listGap(r.last(t), r.phrases[r.top[t+1]].first) && r.sharesNoun(r.top[t], r.top[t+1]) {
			r.top = slices.Delete(r.top, t, t+1)
		}
	}
	for t := 0; t+1 < len(r.top); t++ {
		x, y := &r.phrases[r.top[t]], &r.phrases[r.top[t+1]]
		if x.same == r.top[t+1] || y.same == r.top[t] || !r.listGap(x.last, y.first) {
			continue
		}
		y.prev = r.top[t]
		r.shareTitle(x, y)
	}
	for t := range r.top {
		r.respectively(t)
		r.counterpartNames(t)
	}
}

func (r *reading) last(t int) int { return r.phrases[r.top[t]].last }

// listGap reports whether words [i, j) are what stands between members of a list.
func (r *reading) listGap(i, j int) bool {
	switch j - i {
	case 1:
		return r.ws[i].and() || r.ws[i].comma()
	case 2:
		return r.ws[i].comma() && r.ws[i+1].and()
	}
	return false
}

// sharesNoun makes one phrase of "German and French officials", "U.S., British
// and Polish troops": nationality a also owns the noun of phrase b.
func (r *reading) sharesNoun(a, b int) bool {
	x, y := &r.phrases[a], &r.phrases[b]
	if !y.nominal() || !y.title.plural || y.owner < 0 || y.det != bare && y.det != definite || x.owner >= 0 {
		return false
	}
	if o := &r.phrases[y.owner]; o.piece.kind != knownPiece || o.last > y.title.first {
		return false
	}
	adjective := x.piece.known(demonymClass) && !x.piece.entry.plural
	if !adjective && !(x.piece.known(stateClass) && x.det == bare && r.ws[x.first].upper && !r.after(&x.piece, "in")) {
		return false
	}
	for y.also >= 0 {
		y = &r.phrases[y.also]
	}
	y.also = a
	r.phrases[b].first, x.inner = x.first, true
	return true
}

// shareTitle hands "Presidents" of "Presidents Ruiz and Lind" to Lind.
func (r *reading) shareTitle(x, y *phrase) {
	if x.title.plural && x.named() && y.human() && !y.title.given() {
		y.title = x.title
		if y.owner < 0 {
			y.owner = x.owner
		}
	}
}
