package actor

import (
	"slices"

	"github.com/entente-kg/entente/schema"
)

// ruler returns who "the Peruvian leader" is: the one of those in the highest
// offices of the country whom the article names, else the only one there is.
func (r *reading) ruler(ph *phrase) *schema.Actor {
	if ph.title.text != "leader" && ph.title.text != "ruler" && ph.title.text != "strongman" || ph.det != definite || ph.also >= 0 || r.provincial(ph) {
		return nil
	}
	c := r.ownerCountry(ph)
	if s := r.lex.table.State(c); s == nil || ph.owner < 0 && ph.of < 0 || !r.ofState(ph) {
		return nil
	}
	var all, named []*schema.Actor
	for _, key := range highestOffices() {
		if a := r.lex.holderByKey(c, key, r.day); a != nil && !slices.Contains(all, a) {
			all = append(all, a)
			if e := r.byID[a.ID]; e != nil && e.last.sent >= 0 {
				named = append(named, a)
			}
		}
	}
	switch {
	case len(named) == 1:
		return named[0]
	case len(all) == 1:
		return all[0]
	}
	return nil
}

// byRuler reads "the Peruvian leader" as the ruler whom the article names, before any opposition
// leader of that country.
func (r *reading) byRuler(ph *phrase) bool {
	if ph.title.text != "leader" && ph.title.text != "ruler" && ph.title.text != "strongman" || ph.det != definite || ph.also >= 0 || !r.ofState(ph) {
		return false
	}
	var e *entity
	if a := r.ruler(ph); a != nil {
		e = r.byID[a.ID]
	}
	if e == nil || e.last.sent < 0 {
		e = r.titledRuler(r.ownerCountry(ph))
	}
	if e == nil {
		return false
	}
	ph.who, ph.how, ph.why = []*entity{e}, ByOffice, "who rules there"
	return true
}

// titledRuler is the one person whom the article calls by a highest office of the country, or nil.
func (r *reading) titledRuler(country string) *entity {
	var found *entity
	for _, key := range highestOffices() {
		for _, e := range r.index.byRole[key] {
			rules := e.person() && e.last.sent >= 0 && slices.ContainsFunc(e.roles, func(held role) bool {
				return held.office != nil && held.office.Key == key && held.country == country && !held.former && held.text == held.office.words
			})
			if rules && found != nil && e != found {
				return nil
			}
			if rules {
				found = e
			}
		}
	}
	return found
}

// highestOffices are the keys of the offices whose holder is his country's leader.
func highestOffices() []string {
	return []string{"president", "prime-minister", "monarch", "supreme-leader"}
}

// ofState reports whether the phrase belongs to a state itself, not to somebody or some body of it.
func (r *reading) ofState(ph *phrase) bool {
	for _, k := range [...]int{ph.owner, ph.of} {
		if k >= 0 {
			p := &r.phrases[k].piece
			return p.known(stateClass) || p.known(demonymClass) || p.known(placeClass) && p.entry.actor != nil
		}
	}
	return false
}
