package ref

import (
	"slices"
	"strings"
	"unicode"

	"github.com/entente-kg/entente/schema"
)

// clause is a part of a phrase: its core, or what a preposition ties to it.
type clause struct {
	role  string // empty, owner, served, place, away, apposition
	units []unit
}

// clauses cuts units at prepositions, commas and conjunctions between nouns.
func clauses(units []unit) []clause {
	out := []clause{{}}
	for i, u := range units {
		last := &out[len(out)-1]
		switch {
		case (u.kind == commaUnit || u.kind == andUnit) && shareNoun(last.units, units[i+1:]):
		case u.kind == prepositionUnit:
			out = append(out, clause{role: prepositionRole(strings.ToLower(u.text))})
		case u.kind == commaUnit && len(last.units) > 0:
			out = append(out, clause{role: "apposition"})
		case u.kind == andUnit && endsInNoun(last.units) && i > 0:
			out = append(out, clause{role: "away"})
		case u.kind != commaUnit:
			last.units = append(last.units, u)
		}
	}
	return out
}

// shareNoun reports whether nationalities before a conjunction own the noun after
// it too: "French and German troops", "U.S., British and Polish jets".
func shareNoun(before, after []unit) bool {
	if len(after) > 0 && after[0].kind == andUnit {
		after = after[1:] // ", and"
	}
	if len(before) == 0 || len(after) < 2 || !after[0].national() || after[1].kind == prepositionUnit {
		return false
	}
	for _, u := range before {
		if !u.national() && !(u.kind == nameUnit && u.hits[0].Reading == Abbreviation) {
			return false
		}
	}
	return true
}

// land reports whether the unit is a state's name, or a place's: the end of an address.
func (u *unit) land() bool {
	return u.kind == nameUnit && (u.hits[0].Actor == nil || u.hits[0].Actor.Kind == schema.State)
}

// givenName reports whether the unit may be a given name that nobody knows.
func (u *unit) givenName() bool {
	return u.kind == plainWord && startsUpper(u.text) && !strings.HasSuffix(u.text, ".") && u.text != "Mr" && u.text != "Mrs" && u.text != "Ms"
}

// national reports whether the unit is an adjective of nationality.
func (u *unit) national() bool {
	return u.kind == peopleUnit || u.kind == nameUnit && slices.ContainsFunc(u.hits, func(h Hit) bool { return h.Reading == Adjective })
}

func endsInNoun(units []unit) bool {
	return len(units) > 0 && units[len(units)-1].kind != modifierUnit && units[len(units)-1].kind != plainWord
}

func countsOnly(units []unit) bool {
	for _, u := range units {
		if w := strings.ToLower(u.text); !isQuantity(w) && !isDeterminer(w) {
			return false
		}
	}
	return len(units) > 0
}

// headOf returns the last noun or name of a clause that is not a bare
// adjective of nationality before an unknown noun; -1 when there is none.
func headOf(units []unit) int {
	for i := len(units) - 1; i >= 0; i-- {
		switch u := units[i]; u.kind {
		case agentUnit, officeUnit:
			if addresses(u) && hasNoun(units[:i]) {
				continue // "former president Sheikh Sharif"
			}
			if i == 0 || !isPostpositive(u, units[i-1]) {
				return i
			}
		case nameUnit:
			if trailing := i < len(units)-1; !trailing || u.hits[0].Reading != Adjective && !lowerFollows(units[i+1:]) {
				return i
			}
		case peopleUnit:
			if i == len(units)-1 {
				return i
			}
		}
	}
	return -1
}

// addresses reports whether the noun is a form of address before a name too.
func addresses(u unit) bool {
	switch u.agent.Words {
	case "sheikh", "sheik", "mullah", "prince", "princess", "dr", "sultan", "king":
		return true
	}
	return false
}

func hasNoun(units []unit) bool {
	return slices.ContainsFunc(units, func(u unit) bool { return u.kind == officeUnit || u.kind == agentUnit })
}

// isPostpositive tells the "general" of a consul general from an army general.
func isPostpositive(u, before unit) bool {
	return strings.EqualFold(u.text, "general") && (before.agent.Kind == "person" || before.agent.Kind == "role" || before.kind == officeUnit)
}

// lowerFollows reports whether an unknown common noun follows: in "Siemens
// turbines" the turbines are the head.
func lowerFollows(units []unit) bool {
	return slices.ContainsFunc(units, func(u unit) bool {
		return u.kind == plainWord && strings.IndexFunc(u.text, unicode.IsUpper) < 0
	})
}
