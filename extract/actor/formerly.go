package actor

import (
	"maps"
	"slices"
	"strings"

	"github.com/entente-kg/entente/schema"
)

// byFormer reads "the former president", "the ousted prime minister" and "the former U.N. chief" as the one
// person of the article who held that office and no longer does.
func (r *reading) byFormer(ph *phrase) bool {
	if !ph.title.former || ph.title.plural || ph.det == indefinite || ph.det == quantified || ph.det == bare && ph.owner < 0 {
		return false
	}
	country := r.ownerCountry(ph)
	var bodies []string
	for _, o := range r.owners(ph) {
		if o.actor.Kind == schema.Organisation {
			bodies = append(bodies, o.actor.ID)
		}
	}
	var found *entity
	for _, id := range slices.Sorted(maps.Keys(r.byID)) {
		e := r.byID[id]
		if !e.person() || e.last.sent < 0 || e.generic || !r.saidFormer(e, &ph.title, country) && !r.onceHeld(e, &ph.title, country, bodies) {
			continue
		}
		if found != nil {
			return false
		}
		found = e
	}
	if found == nil {
		return false
	}
	ph.who, ph.how, ph.why = []*entity{found}, ByOffice, "who held the office before "+r.day
	return true
}

// saidFormer reports whether the article gave e the office as a former one.
func (r *reading) saidFormer(e *entity, t *title, country string) bool {
	return slices.ContainsFunc(e.roles, func(held role) bool {
		return held.former && held.answers(t) && (country == "" || held.country == "" || held.country == country)
	})
}

// onceHeld reports whether the tables have e in the office, of the country or one of the bodies if any is
// named, up to a day before the article's.
func (r *reading) onceHeld(e *entity, t *title, country string, bodies []string) bool {
	for _, x := range r.lex.table.Tenures(e.actor.ID) {
		if x.To == "" || r.day == "" || x.To > r.day {
			continue
		}
		if len(bodies) > 0 && slices.Contains(bodies, x.Body) && (headNoun(t.text[strings.LastIndexByte(t.text, ' ')+1:]) || t.office != nil && t.office.Key == x.Office) {
			return true
		}
		if len(bodies) == 0 && t.office != nil && t.office.Key == x.Office && (country == "" || x.Body == country) {
			return true
		}
	}
	return false
}
