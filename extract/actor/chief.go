package actor

import (
	"slices"

	"github.com/entente-kg/entente/schema"
)

// byChief reads "the U.N. chief" and "the head of the IAEA" as who held the highest office of that
// body on the day of the article, and "the top Russian diplomat" as the foreign minister.
func (r *reading) byChief(ph *phrase) bool {
	if ph.title.plural || ph.title.former || ph.det == indefinite || ph.det == quantified {
		return false
	}
	var a *schema.Actor
	switch {
	case headNoun(ph.title.text):
		for _, o := range r.owners(ph) {
			if a == nil && o.actor.Kind == schema.Organisation {
				a = r.lex.top(o.actor.ID, r.day)
			}
		}
	case ph.title.text == "diplomat" && !(ph.last < len(r.ws) && prepositional(r.ws[ph.last].low)): // not "in Caracas"
		if slices.ContainsFunc(r.ws[ph.first:ph.core], func(w word) bool { return w.low == "top" || w.low == "chief" }) {
			a = r.lex.holderByKey(r.ownerCountry(ph), "foreign-minister", r.day)
		}
	}
	if a == nil {
		return false
	}
	ph.who, ph.how, ph.why = []*entity{r.entityOf(a)}, ByOffice, "who was at the head on "+r.day
	return true
}

// headNoun reports whether the noun is for who is at the head of a body, whatever his office is called.
func headNoun(noun string) bool { return noun == "chief" || noun == "head" || noun == "boss" }

// top returns the holder on a day of the one office that is at the head of a body, or nil.
func (x *lexicon) top(body, day string) *schema.Actor {
	for _, key := range [...]string{"secretary-general", "director-general", "commission-president", "chairperson", "president"} {
		if a := x.holderByKey(body, key, day); a != nil {
			return a
		}
	}
	return nil
}
