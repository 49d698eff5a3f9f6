package event

import (
	"slices"

	"github.com/entente-kg/entente/extract/actor"
	"github.com/entente-kg/entente/schema"
)

// telling is what somebody asked of, accused or threatened somebody else with, to which a later sentence may come back.
type telling struct {
	sentence int
	root     string
	by, to   []*schema.Actor
}

// tellingReach is how many sentences later "the demand" is still that one.
const tellingReach = 2

// answers are the roots of what can be meant by a noun that takes it up again: who "rejected the charge" was accused.
var answers = map[string][]string{
	"demand": {"REQUEST", "DEMAND"}, "request": {"REQUEST"}, "call": {"REQUEST", "DEMAND"}, "appeal": {"REQUEST"}, "proposal": {"REQUEST"}, "ultimatum": {"THREATEN", "DEMAND", "REQUEST"},
	"charge": {"ACCUSE"}, "claim": {"ACCUSE"}, "allegation": {"ACCUSE"}, "accusation": {"ACCUSE"}, "criticism": {"ACCUSE"}, "threat": {"THREATEN"}, "warning": {"THREATEN"},
}

// keepTold keeps who asked, accused or threatened whom in the events of a sentence.
func (p *page) keepTold(sentence int, events []schema.Event) {
	p.told = slices.DeleteFunc(p.told, func(x telling) bool { return sentence-x.sentence > tellingReach })
	for i := range events {
		e := &events[i]
		if e.Status != schema.Occurred || len(e.Recipients) == 0 || e.Root != "REQUEST" && e.Root != "DEMAND" && e.Root != "ACCUSE" && e.Root != "THREATEN" {
			continue
		}
		x := telling{sentence: sentence, root: e.Root}
		for k := range e.Actors {
			a := e.Actors[k].Actor
			x.by = append(x.by, &a)
		}
		for k := range e.Recipients {
			a := e.Recipients[k].Actor
			x.to = append(x.to, &a)
		}
		p.told = append(p.told, x)
	}
}

// answered are those who asked or accused the one who now rejects "the demand" or denies "the charge", told a sentence or two before.
func (t *tree) answered(m *match) []role {
	rel := schema.RelationNamed(m.rule.Relation)
	n := t.obj(m.verb)
	if rel.Root != "REJECT" || n < 0 || len(m.actors) != 1 || t.passive(m.verb) {
		return nil
	}
	roots := answers[t.lemma(n)]
	d := t.child(n, "det")
	if roots == nil || d < 0 || !slices.Contains([]string{"the", "this", "that", "these", "those"}, t.lemma(d)) || t.child(n, "nmod", "nmod:poss", "amod", "compound", "acl") >= 0 {
		return nil
	}
	for _, x := range slices.Backward(t.told) {
		if x.sentence >= t.Index || t.Index-x.sentence > tellingReach || !slices.Contains(roots, x.root) || !slices.ContainsFunc(x.to, func(a *schema.Actor) bool { return speaksAs(m.actors[0].actor, a) }) {
			continue
		}
		said := &actor.Mention{Span: t.Tokens[n].Span, Sentence: t.Index, First: n, Last: n + 1, Head: n, How: actor.ByNationality, Why: "who was told before to have made it"}
		var out []role
		for _, a := range x.by {
			if m.allows(a, asRecipient) {
				out = append(out, role{a, said, true})
			}
		}
		return out
	}
	return nil
}

// speaksAs reports whether a is b, or one of them is the state of the other.
func speaksAs(a, b *schema.Actor) bool {
	return a.ID == b.ID || a.Country != "" && a.Country == b.Country && (a.Kind == schema.State || b.Kind == schema.State)
}
