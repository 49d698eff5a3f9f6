package actor

import (
	"slices"

	"github.com/entente-kg/entente/schema"
)

// sharedParty reports whether a known party goes here by words that parties of many
// countries are called by: "Labour Party", "the Democrats".
func (r *reading) sharedParty(p *piece) bool {
	if !p.known(orgClass) || !slices.Contains(p.entry.actor.Sectors, "PTY") {
		return false
	}
	for _, w := range r.ws[p.first:p.last] {
		switch w.low {
		case "party", "labour", "labor", "democratic", "democrats", "democrat", "conservative", "conservatives", "republican", "republicans", "socialist", "socialists",
			"liberal", "liberals", "communist", "communists", "greens", "green", "social", "christian", "national", "people's", "progressive", "progressives":
		default:
			return false
		}
	}
	return true
}

// partyHere returns the entity of the party that shared words mean in this
// article, nil for the one the tables have: its country must be spoken of, or
// nothing else be the article's.
func (r *reading) partyHere(ph *phrase) *entity {
	p := &ph.piece
	if !r.sharedParty(p) || len(r.claimed) == 0 || r.claimed[p.entry.actor.Country] > 0 {
		return nil
	}
	name := r.nameText(ph)
	var found *schema.Actor
	for code := range r.claimed {
		if a := r.lex.bodyOf(code, name); a != nil && found != nil {
			return nil
		} else if a != nil {
			found = a
		}
	}
	if found != nil {
		return r.entityOf(found)
	}
	adj := r.official(r.home)
	if adj == "" {
		return nil
	}
	return r.provisional(ph, adj+" "+name, schema.Organisation)
}
