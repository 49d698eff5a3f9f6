package actor

import (
	"slices"
	"strings"

	"github.com/entente-kg/entente/schema"
)

// title is an office or agent noun as a phrase gives it.
type title struct {
	first, last int
	office      *office
	agent       agent
	text        string // in words: "deputy foreign minister"
	former      bool
	plural      bool
}

func (t *title) given() bool { return t.last > t.first }

// phrase is a noun phrase, or a pronoun, made of neighbouring pieces. The
// integers are indices into the phrases of the same sentence, -1 for none.
type phrase struct {
	first, last int
	core        int // word that carries the phrase when the tree does not tell
	det         determiner
	piece       piece // the name, or the last noun
	title       title
	owner       int         // whose it is: "Russian", "Putin's"
	of          int         // phrase after the preposition
	prep        string      // that preposition
	same        int         // phrase of the same referent: an apposition
	prev        int         // member before it in a list
	partner     int         // who leads or backs it without owning it: "Saudi-led"
	also        int         // further owner: "German" in "German and French officials"
	acronym     int         // phrase of the acronym after it in brackets
	stands      []int       // names it stands for one by one
	attested    schema.Kind // what a noun beside the name says it is
	inner       bool        // part of a larger phrase

	who   []*entity
	place *schema.Actor
	how   How
	why   string
	done  bool
}

// nameStart is where the words of a phrase begin that belong in a name: its
// title, or the name itself.
func (p *phrase) nameStart() int {
	if p.title.given() {
		return p.title.first
	}
	return p.piece.first
}

func (p *phrase) named() bool   { return p.piece.named() }
func (p *phrase) nominal() bool { return p.piece.nominal() }
func (p *phrase) human() bool   { return p.piece.human() }

// assemble makes phrases of the pieces of the sentence.
func (r *reading) assemble() {
	r.phrases, r.top = nil, r.top[:0]
	floor := 0
	for p := 0; p < len(r.pieces); {
		q := p
		for q+1 < len(r.pieces) && r.joins(p, q) {
			q++
		}
		r.chain(p, q, floor)
		floor = r.pieces[q].last
		p = q + 1
	}
	r.acronyms()
	r.complements()
	r.shareState()
	r.ownWhose()
	r.shareOwner()
	r.appositions()
	r.lists()
}

// chain makes the phrases of pieces p to q, which follow each other as owner and
// owned: "Russia's | Foreign Ministry | spokeswoman Maria Zakharova".
func (r *reading) chain(p, q, floor int) {
	edge := r.leftEdge(p, q, floor)
	owner := -1
	for s := p; s <= q; {
		e := s
		for e < q && r.titles(e) {
			e++
		}
		ph := r.segment(s, e, owner)
		if r.genitive(e, q) || e == q {
			ph.first = edge
		}
		ph.det = r.detAt(edge)
		ph.inner = e < q
		if owner >= 0 && r.pieces[p].kind == pronounPiece {
			ph.det = owned
		}
		if e == q {
			r.qualify(&ph)
		}
		if owner >= 0 && r.partnered(r.pieces[s-1].last) {
			ph.partner, ph.owner = owner, -1
		}
		r.phrases = append(r.phrases, ph)
		owner = len(r.phrases) - 1
		s = e + 1
	}
	r.top = append(r.top, owner)
}

// qualify takes to the title what stands before its owner: "Former U.S. president",
// "deputy Russian foreign minister".
func (r *reading) qualify(ph *phrase) {
	if !ph.title.given() || ph.owner < 0 {
		return
	}
	for i := ph.first; i < r.phrases[ph.owner].piece.first; i++ {
		switch w := &r.ws[i]; w.low {
		case "former", "ex", "late", "ousted", "deputy", "vice", "acting", "interim", "shadow", "assistant":
			ph.title.former = ph.title.former || former(w.low)
			ph.title.text = w.low + " " + ph.title.text
		}
	}
}

// genitive reports whether piece e is followed by a genitive mark inside the chain.
func (r *reading) genitive(e, q int) bool {
	return e < q && r.ws[r.pieces[e].last].possessive()
}

// titles reports whether piece e is a title of the piece after it.
func (r *reading) titles(e int) bool {
	p := &r.pieces[e]
	return (p.nominal() || p.kind == addressPiece) && !r.genitive(e, len(r.pieces))
}

// segment makes one phrase of pieces s to e: titles, then a name or a noun.
func (r *reading) segment(s, e, owner int) phrase {
	last := &r.pieces[e]
	ph := phrase{first: r.pieces[s].first, last: last.last, core: last.last - 1, piece: *last, owner: owner, of: -1, same: -1, prev: -1, partner: -1, also: -1, acronym: -1}
	for k := s; k <= e; k++ {
		p := &r.pieces[k]
		if p.kind == addressPiece {
			ph.piece.gender = p.gender
			continue
		}
		if !p.nominal() {
			continue
		}
		if !ph.title.given() {
			ph.title.first = r.roleStart(s, k)
		}
		ph.title.last = p.last
		ph.title.read(p)
	}
	ph.title.text, ph.title.former = r.roleText(&ph.title)
	return ph
}

// read takes what a nominal piece says into the title; the last noun decides,
// but an office of the tables is kept.
func (t *title) read(p *piece) {
	if p.kind == officePiece {
		t.office, t.plural = p.office, p.office.plural
		if t.agent.kind == schema.Organisation {
			t.agent = agent{} // a "government spokesman" is no government
		}
		return
	}
	t.agent, t.plural = p.agent, p.agent.plural
}

// roleStart returns where the words of a role begin: at the modifiers between
// the owner and the first noun.
func (r *reading) roleStart(s, k int) int {
	i := r.pieces[k].first
	floor := 0
	if s > 0 {
		floor = r.pieces[s-1].last
	}
	for i > floor && r.premodifier(i-1) && r.ws[i-1].determiner() == bare {
		i--
	}
	if r.ws[i].and() {
		i++ // "Afghan and Western leaders"
	}
	return i
}

// roleText spells a title in lower case and reports whether it is over.
func (r *reading) roleText(t *title) (string, bool) {
	if !t.given() {
		return "", false
	}
	over := false
	b := make([]byte, 0, 32)
	for i := t.first; i < t.last; i++ {
		w := &r.ws[i]
		over = over || w.ex || former(w.low)
		if len(b) > 0 && !(w.glued && (w.form == "-" || r.ws[i-1].form == "-")) {
			b = append(b, ' ')
		}
		if w.upper || w.cap && (properNoun(w.form) || i > t.first && w.glued && r.ws[i-1].form == "-") {
			b = append(b, w.form...)
			continue
		}
		b = append(b, hyphened(w)...)
	}
	return string(b), over
}

// hyphened is a word in lower case, but for a name after a hyphen: "anti-Taliban".
func hyphened(w *word) string {
	i := strings.IndexByte(w.form, '-') + 1
	if i == 0 || i >= len(w.form) || w.form[i] < 'A' || w.form[i] > 'Z' || w.cap && !w.start {
		return w.low
	}
	return lower(w.form[:i]) + w.form[i:]
}

// properNoun reports whether a noun for people keeps its capital anywhere: a faith,
// a party, or letters such as "MPs".
func properNoun(form string) bool {
	if len(form) < 6 && len(form) > 2 && allUpper(strings.TrimSuffix(form, "s")) {
		return true
	}
	if aPeople(lower(strings.TrimSuffix(form, "s"))) {
		return true
	}
	switch strings.TrimSuffix(form, "s") {
	case "Muslim", "Christian", "Jew", "Jewish", "Catholic", "Protestant", "Orthodox", "Hindu", "Sikh", "Buddhist", "Sunni", "Shia", "Shiite", "Shi'ite", "Islamist", "Islamic",
		"Arab", "Kurdish", "Democratic", "Republican", "Democrat", "Maoist", "Communist", "Royal", "Congress", "Mormon", "European", "African", "Asian", "Western":
		return true
	}
	return false
}

// joins reports whether piece q+1 continues the chain that began at piece p.
func (r *reading) joins(p, q int) bool {
	a, b := &r.pieces[q], &r.pieces[q+1]
	gap := r.ws[a.last:b.first]
	switch {
	case len(gap) == 0:
		return r.adjacent(a, b)
	case gap[0].possessive():
		return a.kind != pronounPiece && ownable(b) && r.premodifiers(a.last+1, b.first)
	case gap[0].and():
		return r.doubleTitle(p, q)
	case !b.nominal() && b.guess != "" || !r.premodifiers(a.last, b.first):
		return false
	case a.kind == pronounPiece:
		return r.ownsNoun(a) && (b.nominal() || b.known(demonymClass))
	case a.known(personClass) || a.kind == namePiece && a.guess == "":
		return false
	}
	return !a.nominal() && a.kind != addressPiece && b.nominal()
}

// partnered reports whether what follows the name that ends before word i is tied to
// it by a hyphen: "Armenian-backed militias" are not Armenia's.
func (r *reading) partnered(i int) bool {
	return i+1 < len(r.ws) && r.ws[i].form == "-" && r.ws[i].glued && !resides(r.ws[i+1].low)
}

// resides reports whether the word after a hyphen says where the noun belongs:
// "London-based", not "US-led" or "Saudi-backed".
func resides(low string) bool {
	switch low {
	case "based", "registered", "flagged", "owned", "run", "controlled", "operated":
		return true
	}
	return false
}

// ownable reports whether a piece after a genitive is the thing owned.
func ownable(b *piece) bool {
	return b.nominal() || b.known(orgClass) || b.known(personClass) || b.known(metonymClass) || b.known(demonymClass) ||
		b.known(placeClass) && b.entry.actor == nil ||
		b.kind == namePiece && b.guess != ""
}

// adjacent reports whether two pieces with nothing between them are one phrase.
func (r *reading) adjacent(a, b *piece) bool {
	switch {
	case a.kind == pronounPiece:
		return r.ownsNoun(a) && (b.nominal() || b.known(demonymClass) || b.known(stateClass) || b.known(orgClass) || b.known(placeClass))
	case a.kind == addressPiece:
		return b.human() || b.kind == officePiece || b.kind == addressPiece
	case b.kind == pronounPiece || b.known(metonymClass):
		return false
	case a.nominal():
		return r.titleBefore(a, b)
	case a.known(demonymClass):
		return true
	case a.known(personClass) || a.kind == namePiece:
		return b.nominal() && (!r.ws[b.first].cap || a.guess != "")
	}
	if b.nominal() {
		return !(r.after(a, "in") && (b.agent.plural || r.ws[b.first].cap))
	}
	// "U.S. Cyber Command", but not "in Russia Putin".
	return b.kind == namePiece && b.guess != "" && (a.known(stateClass) || a.known(orgClass) || a.known(placeClass)) &&
		(b.guess != schema.Person || a.known(stateClass) && r.ws[a.first].upper) && !r.after(a, "in")
}

// after reports whether the word before the piece is the given one.
func (r *reading) after(p *piece, low string) bool { return p.first > 0 && r.ws[p.first-1].low == low }

// titleBefore reports whether noun a is a title of b, or one noun with it.
func (r *reading) titleBefore(a, b *piece) bool {
	switch {
	case b.nominal() || b.kind == addressPiece:
		return true
	case b.human() && a.kind == agentPiece && a.agent.kind == schema.Organisation:
		return b.kind == namePiece && b.guess == ""
	case b.human() && a.kind == agentPiece && a.agent.plural && !r.ws[a.first].cap:
		return b.last < len(r.ws) && (r.ws[b.last].and() || r.ws[b.last].comma())
	case b.human():
		return true
	case b.kind == namePiece && !b.sure && (a.kind == officePiece || a.agent.kind == schema.Person):
		return true
	case b.kind == namePiece || b.known(orgClass):
		return a.kind == agentPiece && a.agent.kind != schema.Person && !a.agent.plural
	}
	return false
}

// ownsNoun reports whether a pronoun stands before the noun it owns.
func (r *reading) ownsNoun(p *piece) bool {
	switch r.ws[p.first].low {
	case "his", "their", "its":
		return true
	case "her":
		x := r.s.Tokens[p.first].XPOS
		return x == "" || x == "PRP$"
	}
	return false
}

// doubleTitle reads "financier and human rights activist William Browder": two
// nouns before one name. Without the name they are two people.
func (r *reading) doubleTitle(p, q int) bool {
	a, b := &r.pieces[q], &r.pieces[q+1]
	if q+2 >= len(r.pieces) || !a.nominal() || !b.nominal() || p == q && r.detAt(r.leftEdge(p, p, 0)) == definite {
		return false
	}
	name := &r.pieces[q+2]
	return a.kind == agentPiece && name.human() && name.first == b.last && r.premodifiers(a.last+1, b.first)
}

// leftEdge returns the first word of the phrase of pieces p to q: over the
// adjectives and numbers of a noun and the determiner before it, not beyond floor.
func (r *reading) leftEdge(p, q, floor int) int {
	i := r.pieces[p].first
	if r.pieces[p].kind == pronounPiece {
		return i
	}
	noun := slices.ContainsFunc(r.pieces[p:q+1], func(x piece) bool { return x.nominal() })
	compound := r.pieces[p].nominal()
	for noun && i > floor && r.premodifier(i-1) && !(i-1 == floor && floor > 0 && verbToo(r.ws[i-1].low)) && (compound || r.ws[i-1].status() || r.ws[i-1].tag != "NOUN") && r.ws[i-1].determiner() == bare {
		i--
	}
	if r.ws[i].and() {
		i++
	}
	if i > floor && r.ws[i-1].determiner() != bare && r.ws[i-1].determiner() != owned && (noun || r.articleAt(i-1, p)) {
		i--
		for i > floor && (r.ws[i-1].determiner() == definite && r.ws[i].low != "all" || r.ws[i].low != "the" && r.ws[i-1].determiner() == quantified) {
			i--
		}
	}
	return i
}

// articleAt reports whether word i can stand before a name: an article, or a
// number before people of a nationality.
func (r *reading) articleAt(i, p int) bool {
	switch r.ws[i].low {
	case "the", "a", "an":
		return true
	}
	return r.pieces[p].known(demonymClass)
}

func (r *reading) detAt(i int) determiner { return r.ws[i].determiner() }
