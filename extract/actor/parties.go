package actor

import (
	"cmp"
	"maps"
	"slices"

	"github.com/entente-kg/entente/schema"
)

// listHere is the last list of states of the sentence before the phrase that it may stand for: "envoys of Mali and
// Chad came, and both governments warned Togo".
func (r *reading) listHere(ph *phrase, lemma string) []*entity {
	var found []*entity
	for i := 0; i < len(r.top); i++ {
		var who []*entity
		for ; i < len(r.top) && (len(who) == 0 || r.phrases[r.top[i]].prev >= 0); i++ {
			p := &r.phrases[r.top[i]]
			if p.first >= ph.first || len(p.who) != 1 {
				break
			}
			who = put(who, p.who[0])
		}
		if len(who) > 1 {
			i--
		}
		other := slices.ContainsFunc(who, func(e *entity) bool { return e.actor.Kind != schema.State })
		if set := (&together{who: who, states: true}); len(who) > 1 && !other && (r.counts(ph) == 0 || r.counts(ph) == len(who)) && set.answers(lemma) {
			found = who
		}
	}
	return found
}

// passing reports whether two states were only named in one sentence, and "both countries" of the article
// are others, or the noun says that they do something together.
func (r *reading) passing(p *together, lemma string) bool {
	if !p.sides || !p.states {
		return false
	}
	if lemma == "ally" || lemma == "partner" {
		return true
	}
	a, b := r.parties()
	return a != nil && b != nil && !(slices.Contains(p.who, a) && slices.Contains(p.who, b))
}

// byLands reads "both countries" as the two that the article is about.
func (r *reading) byLands(ph *phrase, lemma string) bool {
	switch lemma {
	case "country", "nation", "neighbour", "neighbor", "government":
	default:
		return false
	}
	a, b := r.parties()
	if ph.title.office != nil || a == nil || b == nil {
		return false
	}
	ph.who, ph.how, ph.why = []*entity{a, b}, ByOffice, "the two countries that the article is about"
	return true
}

// clearParty is how many times more the article must speak of the second country than of the third.
const clearParty = 2

// parties are the two countries of whose states and people the article speaks far more than of any
// other's, in the order of their codes; nil when there are none.
func (r *reading) parties() (a, b *entity) {
	spoken := map[string]int{}
	for _, e := range r.byID {
		if e.last.sent >= 0 && isState(e.actor.Country) && (e.person() || e.actor.Kind == schema.State) {
			spoken[e.actor.Country] += e.weight
		}
	}
	ranked := slices.SortedFunc(maps.Keys(spoken), func(a, b string) int { return cmp.Or(cmp.Compare(spoken[b], spoken[a]), cmp.Compare(a, b)) })
	if len(ranked) < 2 || len(ranked) > 2 && spoken[ranked[1]] < clearParty*spoken[ranked[2]] {
		return nil, nil
	}
	first, second := min(ranked[0], ranked[1]), max(ranked[0], ranked[1])
	return r.state(first), r.state(second)
}
