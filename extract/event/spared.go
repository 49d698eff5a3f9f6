package event

import (
	"slices"
	"strings"

	"github.com/entente-kg/entente/extract/actor"
	"github.com/entente-kg/entente/schema"
)

// asks reports whether the rule tells of something asked, ordered or promised. Who governs does not ask it of
// his own state when he orders its army.
func (m *match) asks() bool {
	root := schema.RelationNamed(m.rule.Relation).Root
	return root == "REQUEST" || root == "DEMAND" || root == "THREATEN" || m.rule.Relation == "promised"
}

// audience reports whether those spoken to are only people of a nationality: "he spoke to Cubans".
func (t *tree) audience(m *match, p party) bool {
	if m.rule.Relation != "spoke-with" && m.rule.Relation != "met-with" || p.mention.How != actor.ByNationality || p.mention.Last-p.mention.First != 1 {
		return false
	}
	x := t.Tokens[p.mention.Head].XPOS
	return (x == "NNPS" || x == "NNS") && t.child(p.mention.Head, "det") < 0
}

// menOf reports whether a stands for some of his own men, and the rule is about people: "arrested three Boko
// Haram commanders".
func (m *match) menOf(p party, a *schema.Actor) bool {
	if p.owner || p.mention.How != actor.ByNationality || a.Kind != schema.Organisation || m.rule.Relation != "arrested" {
		return false
	}
	group := *a
	group.Kind = schema.Group
	return m.allows(&group, asRecipient)
}

// sends reports whether a is on the way in those it sent: "a Russian delegation arrived in Geneva".
func (t *tree) sends(m *match, p party, a *schema.Actor) bool {
	return !p.owner && m.rule.Relation == "travels-to" && p.mention.How == actor.ByNationality && (a.Kind == schema.State || a.Kind == schema.Organisation) && t.lex.emissaries[t.lemma(p.mention.Head)]
}

// noGoal reports whether what somebody goes to or seizes are only people of a country or its house abroad: who
// goes to the Turkish embassy need not go to Turkey.
func (t *tree) noGoal(m *match, p party) bool {
	if p.mention.How != actor.ByNationality {
		return false
	}
	noun := strings.ToLower(t.lemma(p.mention.Head))
	house := noun == "embassy" || noun == "consulate"
	if m.rule.Relation == "seized" {
		return house
	}
	return m.rule.Relation == "travels-to" && (house || t.lex.emissaries[noun] || t.lex.forces[noun] || noun == "authorities" || noun == "authority")
}

// water reports whether a mention is of a sea or a river, to which nothing is done: missiles fall "into the East Sea".
func (t *tree) water(m *match, p party) bool {
	if root := schema.RelationNamed(m.rule.Relation).Root; p.mention.Place == nil || root != "ASSAULT" && root != "FIGHT" && m.rule.Mode != "weapons" {
		return false
	}
	for i := p.mention.First; i < p.mention.Last; i++ {
		switch t.Tokens[i].Form {
		case "Sea", "Ocean", "River", "Strait", "Channel", "Gulf", "Bay", "Lake":
			return true
		}
	}
	return false
}

// reporter reports whether somebody only says at the end of the sentence what it tells: "…, a spokesman said".
func (t *tree) reporter(m *match, p party) bool {
	h := t.head(p.mention.Head)
	return h > p.mention.Head && h != m.verb && t.is(p.mention.Head, "nsubj") && t.lex.saying[t.lemma(h)] && h >= len(t.Tokens)-2 && h > m.verb
}

// countrymen reports whether one of those who act governs the state a: what is
// only called after their own country is not that state's. Chad's government
// that condemns a Chadian attack does not condemn Chad; nor does its minister who
// says what Chad must do urge Chad.
func countrymen(taken []role, a *schema.Actor) bool {
	return a.Kind == schema.State && slices.ContainsFunc(taken, func(r role) bool {
		return r.actor.Country == a.Country && slices.Contains(r.actor.Sectors, "GOV")
	})
}

// headOfState reports whether a governs a state that is among those who act: nobody makes a deal
// with himself in "Chad agreed to a truce after talks between President Lind and Vasile".
func headOfState(taken []role, a *schema.Actor) bool {
	return a.Kind == schema.Person && a.Country != "" && slices.Contains(a.Sectors, "GOV") && slices.ContainsFunc(taken, func(r role) bool {
		return r.actor.Kind == schema.State && r.actor.Country == a.Country
	})
}

// particle holds for words that change the verb they stand by alone: "pushed back" is another thing than
// "pushed them to come back".
func particle(word string) bool {
	switch word {
	case "out", "back", "off", "aside", "up", "down", "away", "over", "through":
		return true
	}
	return false
}

// dates reports whether token i is the preposition of a day or another time, which asks nothing of a rule.
func (t *tree) dates(i int) bool {
	h := t.head(i)
	if !t.is(i, "case") || h < 0 || !t.lex.time[t.lemma(h)] && !t.calendar(h) {
		return false
	}
	switch t.lemma(i) {
	case "on", "in", "at", "for", "during":
		return true
	}
	return false
}
