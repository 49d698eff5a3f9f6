package actor

import (
	"slices"
	"strings"

	"github.com/entente-kg/entente/schema"
)

// byDeputies lets those without a name who lead, speak and deal for a body or a
// state stand for it: "Hamas leaders", "Taliban negotiators", "EU foreign
// ministers", "the Peruvian ambassador", "the Peruvian embassy". So do an armed
// group's fighters and a body's inspectors.
func (r *reading) byDeputies(ph *phrase) bool {
	if ph.title.former || ph.nominal() && r.compound(ph) || !deputes(ph) {
		return false
	}
	for _, o := range r.owners(ph) {
		if deputed(ph, o.actor) {
			ph.who = append(ph.who, o)
		}
	}
	ph.how, ph.why = ByNationality, "acting through its "+ph.title.text
	return len(ph.who) > 0
}

// deputes reports whether the noun is for people through whom any actor acts.
func deputes(ph *phrase) bool {
	noun := ph.title.text
	return envoy(noun) || actsFor(ph.piece.agent.lemma) || ph.title.plural && (leads(noun) || bearsArms(noun) || inspects(noun)) || mission(noun)
}

// deputed reports whether the noun is for those through whom such an actor acts.
func deputed(ph *phrase, owner *schema.Actor) bool {
	noun := ph.title.text
	switch {
	case owner.Kind == schema.State:
		return ph.title.plural && ph.det != quantified && leads(noun) || envoy(noun) || mission(noun)
	case owner.Kind != schema.Organisation || isState(owner.Country) && !armed(owner):
		return false
	case armed(owner) && ph.title.plural && bearsArms(noun):
		return true
	}
	return ph.title.plural && (leads(noun) || inspects(noun)) || actsFor(ph.piece.agent.lemma) || envoy(noun)
}

// leads reports whether the noun is for several who lead a state or a union of
// states: its ministers, or leaders of no narrower kind ("tribal leaders").
func leads(noun string) bool {
	rank, last, two := strings.Cut(noun, " ")
	if !two {
		return noun == "leaders" || noun == "ministers" || noun == "rulers"
	}
	return strings.HasSuffix(last, "ministers") || rank == "military" && last == "rulers" || last == "leaders" && slices.Contains([]string{"top", "senior", "political", "interim", "transitional"}, rank)
}

// envoy reports whether the noun is for who speaks for his state in another, or deals for it.
func envoy(noun string) bool {
	noun = strings.TrimPrefix(strings.TrimPrefix(noun, "deputy "), "acting ")
	return slices.Contains([]string{"ambassador", "ambassadors", "envoy", "envoys", "chargé d'affaires", "charge d'affaires", "high commissioner", "high commissioners", "negotiator", "negotiators"}, noun)
}

// mission reports whether the noun is for a state's house abroad: who closes it,
// or marches on it, means the state.
func mission(noun string) bool {
	return slices.Contains([]string{"embassy", "embassies", "consulate", "consulates", "consulate general", "high commission"}, noun)
}

// inspects reports whether the noun is for those whom a body sends to see for itself.
func inspects(noun string) bool {
	return slices.Contains([]string{"inspectors", "investigators", "monitors", "observers", "experts", "mediators", "peacekeepers"}, noun)
}

// bearsArms reports whether the noun is for a group's own men.
func bearsArms(noun string) bool {
	return slices.Contains([]string{"fighters", "militants", "gunmen", "rebels", "insurgents", "guerrillas", "guerillas", "forces", "militiamen", "commanders", "combatants", "terrorists"}, noun)
}
