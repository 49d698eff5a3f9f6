package actor

import (
	"slices"
	"strings"

	"github.com/entente-kg/entente/schema"
)

// byArmed reads "the militants", "the rebels" and "the militia" as the one armed
// group that the article has named. Two groups, or militants said to be of a
// country or of somebody else, leave it open.
func (r *reading) byArmed(ph *phrase) bool {
	if ph.det != definite || ph.owner >= 0 || ph.of >= 0 || ph.same >= 0 || r.placeAfter(ph) != "" || !r.armedNoun(ph) {
		return false
	}
	var group *entity
	for _, e := range r.index.recent {
		switch {
		case e.last.sent < 0 || e == group:
		case armed(e.actor) && group != nil:
			return false
		case armed(e.actor):
			group = e
		}
	}
	if group == nil || r.at-group.last.sent > farthestSpeak || r.othersFight(ph, group) {
		return false
	}
	ph.who, ph.how, ph.why = []*entity{group}, ByShortName, "the only armed group the article names"
	return true
}

// byGroup reads "the group", "the militant group" and "the Lebanese movement" as the armed group
// that was the last body the article named.
func (r *reading) byGroup(ph *phrase) bool {
	if ph.det != definite || ph.title.plural || ph.of >= 0 || ph.same >= 0 || !groupNoun(ph.title.text) {
		return false
	}
	country := r.ownerCountry(ph)
	if ph.owner >= 0 && !r.phrases[ph.owner].piece.known(demonymClass) {
		return false
	}
	var last *entity
	for _, e := range r.index.recent {
		if a := e.actor; e.last.sent < 0 || r.at-e.last.sent > farthestSpeak || a.Kind != schema.Organisation || e.generic || r.governs(a) || country != "" && a.Country != country {
			continue
		}
		if last == nil || last.last.before(e.last) {
			last = e
		}
	}
	if last == nil || !armed(last.actor) {
		return false
	}
	ph.who, ph.how, ph.why = []*entity{last}, ByShortName, "the armed group named before"
	return true
}

// governs reports whether a body is a part of a state, which is no "group".
func (r *reading) governs(a *schema.Actor) bool {
	return isState(a.Country) && slices.Contains(a.Sectors, "GOV")
}

// groupNoun reports whether the words may be said of an armed group.
func groupNoun(words string) bool {
	kind, noun, two := strings.Cut(words, " ")
	if !two {
		kind, noun = "", words
	}
	switch noun {
	case "group", "movement", "organisation", "organization", "militia", "faction", "outfit":
	default:
		return false
	}
	switch kind {
	case "", "militant", "armed", "rebel", "Islamist", "islamist", "terrorist", "terror", "guerrilla", "extremist", "jihadist", "jihadi", "insurgent", "paramilitary", "separatist":
		return true
	}
	return false
}

// armedNoun reports whether a noun alone means the people of an armed group, or
// the group: "the insurgents", "the militia".
func (r *reading) armedNoun(ph *phrase) bool {
	if ph.title.last-ph.title.first != 1 {
		return false
	}
	switch ph.piece.agent.lemma {
	case "militant", "rebel", "insurgent", "guerrilla", "jihadist", "Islamist", "islamist", "extremist":
		return ph.title.plural && r.counts(ph) == 0
	case "militia", "insurgency":
		return !ph.title.plural
	}
	return false
}

// assails reports whether the noun only says whose an attack is: "rebel attacks on Aleppo".
func (r *reading) assails(ph *phrase) bool {
	if ph.piece.kind != agentPiece || ph.title.plural || ph.title.last-ph.title.first != 1 || ph.owner >= 0 || ph.of >= 0 || ph.last >= len(r.ws) || r.ws[ph.last].tag != "NOUN" {
		return false
	}
	switch ph.piece.agent.lemma {
	case "rebel", "militant", "insurgent", "guerrilla", "jihadist", "separatist", "settler", "pirate", "bandit":
		return onslaught(r.ws[ph.last].low)
	}
	return false
}

// assailsAsBody reports the same of a noun for a body that bears arms: "a coalition
// airstrike" is the coalition's.
func (r *reading) assailsAsBody(ph *phrase) bool {
	if ph.piece.kind != agentPiece || ph.title.plural || ph.title.last-ph.title.first != 1 || ph.owner >= 0 || ph.of >= 0 || ph.last >= len(r.ws) || r.ws[ph.last].tag != "NOUN" {
		return false
	}
	switch ph.piece.agent.lemma {
	case "coalition", "army", "militia", "navy", "military":
		return onslaught(r.ws[ph.last].low)
	}
	return false
}

// onslaught reports whether the word is for an attack with arms.
func onslaught(low string) bool {
	switch low {
	case "attack", "attacks", "raid", "raids", "assault", "assaults", "offensive", "offensives", "shelling", "bombing", "bombings", "bombardment", "ambush", "ambushes",
		"strike", "strikes", "airstrike", "airstrikes", "gunfire":
		return true
	}
	return false
}

// assailants lets "rebel" in "rebel attacks" stand for the rebels of the article.
func (r *reading) assailants(ph *phrase) {
	name := plural(ph.piece.agent.lemma)
	id := "actor:" + schema.Slug(name) + "-" + r.articleMark()
	e := r.byID[id]
	if e == nil {
		a := &schema.Actor{ID: id, Name: name, Kind: schema.Group, Sectors: sectorsOf(&ph.title)}
		e = &entity{actor: a, born: position{sent: -1}, last: position{sent: -1}, told: -1, plural: true, generic: true}
		r.add(e)
	}
	ph.who, ph.how, ph.why = []*entity{e}, ByGroup, "who attacks, by the noun "+quote(ph.title.text)
}

// armed reports whether an actor is a known group that fights.
func armed(a *schema.Actor) bool {
	return a.Known && a.Kind == schema.Organisation && (slices.Contains(a.Sectors, "REB") || slices.Contains(a.Sectors, "PRM"))
}

// othersFight reports whether the article has such people of somebody else: "Syrian rebels".
func (r *reading) othersFight(ph *phrase, group *entity) bool {
	noun := ph.title.text
	for _, e := range r.index.named(formOf(noun)) {
		if e.generic && e.last.sent >= 0 && strings.HasSuffix(e.actor.Name, noun) && !strings.HasPrefix(e.actor.Name, group.actor.Name) {
			return true
		}
	}
	return false
}
