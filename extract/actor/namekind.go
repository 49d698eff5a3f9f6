package actor

import (
	"strings"

	"github.com/entente-kg/entente/schema"
)

// knownBody finds the known body of a country under another way of naming both:
// "the United States House of Representatives", "Britain's parliament".
func (r *reading) knownBody(ph *phrase, kind schema.Kind, name string) *schema.Actor {
	if kind != schema.Organisation {
		return nil
	}
	if code, rest := r.stateBody(name); code != "" {
		return r.lex.bodyOf(code, rest)
	}
	if c := r.ownerCountry(ph); isState(c) && r.common(name) {
		return r.lex.bodyOf(c, name)
	}
	if ph.owner < 0 && r.common(name) {
		return r.homeBody(name)
	}
	return nil
}

// kindOf decides what an unknown name of n words is; "" leaves it alone.
func (r *reading) kindOf(ph *phrase, n int) schema.Kind {
	p := &ph.piece
	switch {
	case p.gender != unknownGender || ph.title.given() && ph.title.agent.kind != schema.Organisation && (ph.title.plural || ph.title.agent.kind != schema.Group) && !p.sure:
		return schema.Person
	case p.sure:
		return p.guess
	case ph.attested != "":
		return ph.attested
	case p.guess != schema.Person && ph.inner && r.namesBody(ph):
		return schema.Organisation
	case ph.title.given() && !ph.title.plural && (ph.title.agent.kind == schema.Organisation || ph.title.agent.kind == schema.Group):
		return schema.Organisation
	case ph.same >= 0 && p.guess == "":
		return schema.Person
	case r.placed[lower(r.nameText(ph))] && !ph.title.given():
		return schema.Place
	case r.thePerson(ph) && ph.inner:
		return "" // "the Andean nation"
	case r.thePerson(ph):
		return schema.Organisation // "the Art Loss Register": a person has no article
	case p.guess == schema.Place && n == 1 && !r.located(ph) && (r.acts(ph) || r.possesses(ph)):
		if r.articled(ph) {
			return schema.Organisation
		}
		return schema.Person
	case p.guess == schema.Organisation && (n == 2 || n == 3) && ph.owner >= 0 && r.possesses(&r.phrases[ph.owner]) && r.phrases[ph.owner].piece.kind == namePiece && r.speaks(ph):
		return schema.Person // "the Wildlife Society's Hanna Lind said"
	case p.guess != "":
		return p.guess
	case r.headline:
		return ""
	case ph.first > 0 && where(r.ws[ph.first-1].low):
		return schema.Place
	case n > 1 && r.ws[p.first].status():
		return schema.Organisation // "Special Operations"
	case r.speaks(ph) || n == 2 || n == 3:
		return schema.Person
	}
	return ""
}

// thePerson reports whether an article stands right before what would be a
// person's bare name, and nothing else says that it is one.
func (r *reading) thePerson(ph *phrase) bool {
	p := &ph.piece
	return r.articled(ph) && !ph.title.given() && !p.sure && !r.headline && ph.same < 0 &&
		(p.guess == schema.Person || p.guess == "") && !r.givenFirst(p) && !strings.HasSuffix(r.ws[p.last-1].low, "s")
}

// articled reports whether "the" stands before a name, or before the place it begins with.
func (r *reading) articled(ph *phrase) bool {
	from := ph.piece.first
	if ph.owner >= 0 && r.phrases[ph.owner].piece.known(placeClass) && r.phrases[ph.owner].last == from {
		from = r.phrases[ph.owner].piece.first // "the Nevada Independent"
	}
	return from > 0 && r.ws[from-1].low == "the"
}

// givenFirst reports whether a name begins with a common given name.
func (r *reading) givenFirst(p *piece) bool { return r.lex.given(r.ws[p.first].form) != unknownGender }

// findPlaces notes the unknown names that somewhere in the article stand where
// only a place does: they are places wherever they stand.
func (r *reading) findPlaces() {
	r.placed = map[string]bool{}
	for i := range r.clauses {
		r.clause = &r.clauses[i]
		for k := range r.phrases {
			ph := &r.phrases[k]
			if p := &ph.piece; p.kind == namePiece && !p.sure && !ph.title.given() && ph.attested == "" && p.gender == unknownGender && !r.givenFirst(p) && r.placedHere(ph) {
				r.placed[lower(r.nameText(ph))] = true
			}
		}
	}
}

// placedHere reports whether the words around a name take it for a place: "in
// Karabilah", "the town of Raqa", "fled Raqa", "Surigao, Philippines".
func (r *reading) placedHere(ph *phrase) bool {
	if i := ph.last; i+1 < len(r.ws) && r.ws[i].comma() && r.capAt(i+1) && !r.speaks(ph) && ph.prev < 0 {
		if l := r.look(i + 1); l.names > 0 && (l.name.class == stateClass || l.name.class == placeClass && l.name.actor == nil) && r.closesPlace(i+1+l.names) {
			return true
		}
	}
	if ph.first == 0 {
		return false
	}
	switch before := &r.ws[ph.first-1]; before.low {
	case "in", "at", "near", "outside", "inside", "fled", "flee", "entered", "enter", "besieged", "liberated", "liberate", "retook", "retake", "recaptured",
		"recapture", "shelled", "overran", "held":
		return before.low != "held" || ph.first > 1 && r.ws[ph.first-2].form == "-"
	case "of":
		return ph.first > 1 && townNoun(r.ws[ph.first-2].low)
	}
	return false
}

// closesPlace reports whether "Town, Country" ends before word i as an address does.
func (r *reading) closesPlace(i int) bool {
	return i >= len(r.ws) || r.ws[i].tag == "PUNCT" && r.ws[i].form != "-"
}

func townNoun(low string) bool {
	switch low {
	case "town", "city", "village", "capital", "port", "district", "province", "region", "island", "outskirts", "suburb", "north", "south", "east", "west":
		return true
	}
	return false
}

// namesBody reports whether a noun for a body follows the name: "Raksa Chart party".
func (r *reading) namesBody(ph *phrase) bool {
	for k := range r.phrases {
		p := &r.phrases[k]
		if p.owner >= 0 && &r.phrases[p.owner] == ph && ph.last <= p.title.first && !r.possesses(ph) {
			return p.piece.kind == agentPiece && bodyNoun(p.piece.agent.lemma)
		}
	}
	return false
}

// located reports whether the words before the phrase ask for a place.
func (r *reading) located(ph *phrase) bool {
	if ph.first == 0 {
		return false
	}
	switch low := r.ws[ph.first-1].low; low {
	case "to", "from", "of", "towards", "toward", "through", "over", "leave", "left", "reach", "reached":
		return true
	default:
		return where(low)
	}
}

// possesses reports whether a genitive mark follows the phrase.
func (r *reading) possesses(ph *phrase) bool {
	return ph.last < len(r.ws) && r.ws[ph.last].possessive()
}

// acts reports whether the tree makes the phrase a party to a verb, where a
// place seldom stands.
func (r *reading) acts(ph *phrase) bool {
	if !r.s.Parsed {
		return r.speaks(ph)
	}
	switch t := &r.s.Tokens[r.headOf(ph)]; t.Rel {
	case "nsubj", "obj", "iobj":
		return true
	case "conj":
		return t.Head >= 0 && r.s.Tokens[t.Head].Rel == "nsubj"
	}
	return ph.first > 0 && (r.ws[ph.first-1].low == "with" || r.ws[ph.first-1].low == "by")
}

// where reports whether a preposition asks for a place.
func where(low string) bool {
	switch low {
	case "in", "at", "near", "outside", "inside", "around", "across", "throughout", "within":
		return true
	}
	return false
}
