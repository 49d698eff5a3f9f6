package actor

import (
	"slices"
	"strings"

	"github.com/entente-kg/entente/schema"
)

// shortName finds the owner of a name of one word, or of one nobody else had.
func (r *reading) shortName(ph *phrase) {
	name := r.nameText(ph)
	f := formOf(name)
	if len(f) == 1 && r.heads.org[lower(name)] && ph.owner < 0 {
		r.commonBody(ph, name)
		return
	}
	if len(name) == 1 {
		return // a letter
	}
	if otherHalf[name] != "" {
		if e := r.half(name); e != nil {
			ph.who, ph.how, ph.why = []*entity{e}, ByShortName, "short for "+e.actor.Name
			ph.place = e.actor
		}
		return
	}
	e, open := r.byShort(ph, f, name)
	if open {
		return
	}
	if e != nil {
		ph.who, ph.how = []*entity{e}, ByShortName
		ph.why = "short for " + e.actor.Name
		e.alias(name)
		e.called = append(e.called, name)
		return
	}
	if e := r.byInitials(ph, name); e != nil {
		ph.who, ph.how, ph.why = []*entity{e}, ByShortName, "initials of "+e.actor.Name
		e.alias(name)
		r.called(e, f)
		return
	}
	if a := r.byOffice(ph, f); a != nil {
		e := r.entityOf(a)
		ph.who, ph.how = []*entity{e}, ByTitle
		ph.why = "held that office on " + r.day
		e.alias(name)
		return
	}
	if a := r.bySurname(ph, f); a != nil {
		e := r.entityOf(a)
		ph.who, ph.how = []*entity{e}, ByShortName
		ph.why = "the only known actor of that name in office then"
		e.alias(name)
		return
	}
	r.declareName(ph)
}

// otherHalf is what lies over against each half of a land.
var otherHalf = map[string]string{"North": "South", "South": "North"}

// halfAt reports whether word i may be short for a state: "the North", "North and South Korea", but not "the North Atlantic".
func (r *reading) halfAt(i int) bool {
	other := otherHalf[r.ws[i].form]
	if other == "" || r.capAt(i+1) {
		return false
	}
	return i > 0 && r.ws[i-1].low == "the" || i+3 < len(r.ws) && r.ws[i+1].low == "and" && r.ws[i+2].form == other && r.capAt(i+3)
}

// sideOf reports whether word i is the quarter of the sky that a name of a place begins with: "the East Sea".
func (r *reading) sideOf(i int) bool {
	switch r.ws[i].form {
	case "North", "South", "East", "West":
		return r.capAt(i+1) && r.heads.place[r.ws[i+1].low]
	}
	return false
}

// half is the state that "the North" or "the South" is short for, where the article names one of two that were once one land and
// are called so, as the Koreas are; nil for none.
func (r *reading) half(name string) *entity {
	for _, named := range [...]string{name, otherHalf[name]} {
		for _, e := range r.index.named(formOf(named)) {
			first, land, two := strings.Cut(e.actor.Name, " ")
			if e.actor.Kind != schema.State || !two || first != named {
				continue
			}
			a, b := r.lex.table.Actor("actor:"+schema.Slug(name+" "+land)), r.lex.table.Actor("actor:"+schema.Slug(otherHalf[name]+" "+land))
			if a != nil && b != nil {
				return r.entityOf(a)
			}
		}
	}
	return nil
}

// byInitials finds the one body of the article whose name has these initials: "the
// ATC" after the Andean Trade Commission.
func (r *reading) byInitials(ph *phrase, name string) *entity {
	if !r.ws[ph.piece.first].upper || len(name) < 3 || r.headline || ph.title.given() {
		return nil
	}
	if list := r.index.byInit[lower(name)]; len(list) == 1 {
		return list[0]
	}
	return nil
}

// commonBody reads "the Council", "Parliament": a body named before whose name ends
// so, else one of this article only.
func (r *reading) commonBody(ph *phrase, name string) {
	if e := r.body(lower(name)); e != nil {
		ph.who, ph.how, ph.why = []*entity{e}, ByShortName, "the "+lower(name)+" named before"
		return
	}
	if a := r.homeBody(name); a != nil {
		ph.who, ph.how, ph.why = []*entity{r.entityOf(a)}, ByShortName, "the article is about "+a.Country
		return
	}
	id := "actor:" + schema.Slug(name) + "-" + r.articleMark()
	e := r.byID[id]
	if e == nil {
		e = &entity{actor: &schema.Actor{ID: id, Name: name, Kind: schema.Organisation}, born: position{sent: -1}, last: position{sent: -1}, told: -1, generic: true}
		r.add(e)
	}
	ph.who, ph.how, ph.why = []*entity{e}, ByGroup, "known by the noun "+quote(name)
}

// byShort finds the entity of the article that a short name belongs to. Two that
// fit equally well leave it open, unless one was the last spoken of.
func (r *reading) byShort(ph *phrase, f form, name string) (best *entity, open bool) {
	score, tie := 0, false
	for _, e := range r.index.named(f) {
		s := 2 * e.short(f)
		if e.gender != unknownGender && e.gender == ph.piece.gender {
			s++
		}
		if s > 0 && e.short(f) > 0 && slices.Contains(e.called, name) {
			s += 2
		}
		if s <= 1 || s <= 3 && len(f) == 1 || !r.agrees(e, ph) || !kindFits(e.actor.Kind, ph) {
			continue
		}
		switch {
		case s > score:
			best, score, tie = e, s, false
		case s == score && e.eminent(best):
			best = e
		case s == score && best.eminent(e):
		case s == score && r.nearness(best) != r.nearness(e):
			if r.nearer(best, e) {
				best = e
			}
		case s == score && e.last.sent != best.last.sent && best.last.before(e.last):
			best = e
		case s == score:
			tie = e.last.sent == best.last.sent
		}
	}
	if tie {
		return nil, true
	}
	return best, false
}

// eminent reports whether e, in office, rather than other, who holds none and whom
// the article is no more about, goes by the surname that both have: "Kim" is not
// the wife of Kim.
func (e *entity) eminent(other *entity) bool {
	return e.person() && other.person() && len(e.roles) > 0 && len(other.roles) == 0 && !other.actor.Known && e.weight >= other.weight
}

// kindFits reports whether a short name can belong to an actor of that kind.
func kindFits(k schema.Kind, ph *phrase) bool {
	switch k {
	case schema.Person:
		// That somebody of this surname is in the article weighs more than the
		// name tagger, which takes bare surnames for bodies now and then.
		return ph.title.given() || ph.piece.guess == schema.Person || !ph.piece.sure && (ph.det == bare || ph.inner)
	case schema.Organisation:
		return !ph.title.given() && ph.piece.gender == unknownGender
	}
	return false
}

// agrees reports whether what the phrase says fits the entity: gender, and the
// country of a title.
func (r *reading) agrees(e *entity, ph *phrase) bool {
	if !e.gender.agrees(ph.piece.gender) {
		return false
	}
	c := r.ownerCountry(ph)
	if c == "" || !isState(c) || !isState(e.actor.Country) || c == e.actor.Country {
		return true
	}
	return e.holds(&ph.title, "") == nil && !ph.title.given()
}

// byOffice finds the known holder of the office in the phrase if the name fits.
func (r *reading) byOffice(ph *phrase, f form) *schema.Actor {
	if ph.title.office == nil {
		return nil
	}
	a := r.holder(ph, &ph.title)
	if a == nil || !formOf(a.Name).ends(f) {
		return nil
	}
	return a
}

// ends reports whether the name begins or ends with f.
func (g form) ends(f form) bool { return f.shortFor(g) >= 2 }

// bySurname finds the one known person of that name whom the title, the country
// and the date allow.
func (r *reading) bySurname(ph *phrase, f form) *schema.Actor {
	if len(f) > 3 || ph.piece.guess == schema.Organisation || r.ws[ph.piece.first].start && !ph.title.given() && !r.speaksOrActs(ph) {
		return nil
	}
	var found *schema.Actor
	c := r.ownerCountry(ph)
	for _, a := range r.lex.surname(r.nameText(ph), r.day) {
		if c != "" && isState(c) && a.Country != c || c == "" && r.elsewhereKnown(ph, a) {
			continue
		}
		if found != nil {
			return nil
		}
		found = a
	}
	return found
}

// elsewhereKnown reports whether the known person is nobody the article can mean by
// "Mr." and a surname: it is about other countries and never names his.
func (r *reading) elsewhereKnown(ph *phrase, a *schema.Actor) bool {
	addressed := ph.piece.gender != unknownGender || ph.title.given() && ph.title.office == nil
	return addressed && r.home != "" && isState(a.Country) && r.claimed[a.Country] == 0
}

// namesake makes a new entity for a name that the tables know as somebody else's.
func (r *reading) namesake(ph *phrase) {
	name := r.nameText(ph)
	e := r.provisional(ph, name, schema.Person)
	r.name(ph, e, name)
	ph.why = "another than " + ph.piece.entry.actor.ID + ", by the country of the title"
}
