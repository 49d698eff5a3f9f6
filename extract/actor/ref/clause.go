package ref

import (
	"slices"
	"strings"
	"unicode"
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
