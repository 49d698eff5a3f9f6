package actor

import (
	"slices"
	"strings"

	"github.com/entente-kg/entente/schema"
)

// bothOf are the two listed right before "both of whom".
func (r *reading) bothOf(ph *phrase) []*entity {
	i := ph.first
	if r.ws[i].low != "both" || i+2 >= len(r.ws) || r.ws[i+1].low != "of" || r.ws[i+2].low != "whom" && r.ws[i+2].low != "which" {
		return nil
	}
	for t := len(r.top) - 1; t > 0; t-- {
		a, b := &r.phrases[r.top[t-1]], &r.phrases[r.top[t]]
		if b.first < i && b.prev >= 0 && len(a.who) == 1 && len(b.who) == 1 && a.who[0] != b.who[0] {
			return []*entity{a.who[0], b.who[0]}
		}
	}
	return nil
}

// twoHere are the only two persons that the sentence names before the phrase, each in a part of the
// sentence where he does something or has it done to him: "Lind met Vasile, but officials denied that the two agreed".
func (r *reading) twoHere(ph *phrase) []*entity {
	var who []*entity
	for k := range r.phrases {
		p := &r.phrases[k]
		if p.first >= ph.first || p.inner || !r.subject(ph) && r.subject(p) { // "Lind phoned Vasile and Berg, thanking both leaders"
			continue
		}
		for _, e := range p.who {
			if e.person() && !e.generic {
				who = put(who, e)
			}
		}
	}
	if len(who) != 2 {
		return nil
	}
	return who
}

// officersHere are those of the article who hold the office in the two states that the sentence names before:
// "between Riyadh and Tehran, and offered to host the two foreign ministers".
func (r *reading) officersHere(ph *phrase) []*entity {
	if ph.title.office == nil || r.counts(ph) != 2 {
		return nil
	}
	var states []*entity
	for k := range r.phrases {
		p := &r.phrases[k]
		if p.first < ph.first && !p.inner && len(p.who) == 1 && p.who[0].actor.Kind == schema.State {
			states = put(states, p.who[0])
		}
	}
	if n := len(states); n > 2 {
		states = states[n-2:]
	}
	var who []*entity
	for _, s := range states {
		for _, e := range r.index.lately(r.at) {
			if e.person() && !e.generic && e.actor.Country == s.actor.Country && e.holds(&ph.title, s.actor.Country) != nil {
				who = put(who, e)
				break
			}
		}
	}
	if len(who) != 2 {
		return nil
	}
	return who
}

// byOfficeOf reads "the two leaders", where one's office says so, as him and who did something with him
// in the sentence before: "Lind phoned Vasile. Vasile's office said the two leaders agreed".
func (r *reading) byOfficeOf(ph *phrase) []*entity {
	for k := range r.phrases {
		p := &r.phrases[k]
		if len(p.who) != 1 || !p.who[0].person() || p.last+1 >= ph.first || !r.ws[p.last].possessive() {
			continue
		}
		switch r.ws[p.last+1].low {
		case "office", "spokesman", "spokeswoman", "spokesperson", "aide", "aides":
		default:
			continue
		}
		for _, e := range r.index.lately(r.at) {
			if e != p.who[0] && e.person() && !e.generic && e.last.sent == r.at-1 && e.last.subject {
				pair := []*entity{e, p.who[0]}
				slices.SortFunc(pair, func(a, b *entity) int { return strings.Compare(a.actor.ID, b.actor.ID) })
				return pair
			}
		}
	}
	return nil
}
