package event

import (
	"slices"

	"github.com/entente-kg/entente/extract/actor"
	"github.com/entente-kg/entente/schema"
)

// meeting is the last meeting the article has told of.
type meeting struct {
	sentence int
	who      []*schema.Actor
}

// meetingReach is how many sentences later "the meeting" is still that one.
const meetingReach = 2

// remember keeps the last meeting between two or more of a sentence's events.
func (p *page) remember(sentence int, events []schema.Event) {
	for i := range events {
		e := &events[i]
		if e.Relation != "met-with" && e.Relation != "negotiated-with" && (e.Relation != "spoke-with" || e.Mode == "phone") || e.Status != schema.Occurred && e.Status != schema.Ongoing && e.Status != schema.Planned {
			continue
		}
		var who []*schema.Actor
		for _, side := range [][]schema.Participant{e.Actors, e.Recipients} {
			for k := range side {
				if a := side[k].Actor; a.Kind == schema.Person || a.Kind == schema.State {
					who = append(who, &a)
				}
			}
		}
		if len(who) > 1 {
			p.met = meeting{sentence, who}
		}
	}
}

// metBefore are those who met in the meeting that noun n takes up again: "the
// meeting was also attended by A". Who is named beside it says whose it is.
func (t *tree) metBefore(m *match) []role {
	n := m.noun
	if n < 0 || len(t.met.who) < 2 || t.Index == t.met.sentence || t.Index-t.met.sentence > meetingReach {
		return nil
	}
	d := t.child(n, "det")
	if d < 0 || !slices.Contains([]string{"the", "this", "that"}, t.lemma(d)) || t.child(n, "nmod", "nmod:poss", "amod", "compound") >= 0 {
		return nil
	}
	said := &actor.Mention{Span: t.Tokens[n].Span, Sentence: t.Index, First: n, Last: n + 1, Head: n, How: actor.ByNationality, Why: "those who met in the meeting told before"}
	var out []role
	for _, a := range t.met.who {
		if !slices.ContainsFunc(m.actors, func(r role) bool { return r.actor.ID == a.ID }) && m.allows(a, asRecipient) {
			out = append(out, role{a, said, false})
		}
	}
	return out
}
