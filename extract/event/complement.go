package event

import (
	"slices"

	"github.com/entente-kg/entente/schema"
)

// complement finds participants in the clause the trigger governs.
func (t *tree) complement(m *match, s slot, as side) []party {
	for _, c := range t.complements(m.nominal()) {
		if !t.complies(c, m.rule) || t.ofOneself(c, m) {
			continue
		}
		if s.in == nil {
			if out := t.anyParty(c, as); len(out) > 0 {
				return out
			}
			continue
		}
		inner := &match{rule: m.rule, verb: c, noun: -1}
		if s.in.kind == slotSubj {
			out := t.asked(c, as)
			if s.direct {
				out = slices.DeleteFunc(out, func(p party) bool { return p.owner })
			}
			if len(out) > 0 {
				return out
			}
			continue
		}
		if out := t.look(inner, *s.in, as); len(out) > 0 {
			return out
		}
	}
	return nil
}

// ofOneself reports whether the clause of a request tells what the asker does
// himself: "Chad insists it is enforcing the sanctions on Mali" asks nothing.
func (t *tree) ofOneself(c int, m *match) bool {
	if schema.RelationNamed(m.rule.Relation).Root != "REQUEST" || !t.finite(c) {
		return false
	}
	s := t.child(c, "nsubj")
	if s < 0 || t.passive(c) {
		return false
	}
	for _, p := range t.parties(s, asActor) {
		if !p.owner && slices.ContainsFunc(m.actors, func(r role) bool { return slices.Contains(p.mention.Actors, r.actor) }) {
			return true
		}
	}
	return false
}

// asked are the participants in the subject of clause c. "Said B must be tried"
// asks nothing of B, "said the war in B must be ended" may.
func (t *tree) asked(c int, as side) []party {
	k := t.child(c, "nsubj", "csubj")
	if k < 0 {
		return nil
	}
	out := t.parties(t.antecedent(k), as)
	if t.passive(c) {
		out = slices.DeleteFunc(out, func(p party) bool { return !p.owner || p.token < k })
	}
	return out
}

// aside reports whether phrase k only says where or when.
func (t *tree) aside(k int) bool {
	for _, p := range [...]string{"in", "at", "across", "near", "inside", "outside", "during", "throughout", "out of", "after", "before", "since"} {
		if t.hasCase(k, p) {
			return true
		}
	}
	return false
}

// conditional is the subject of the condition under which the trigger, or what
// it announces, holds: "threatened to leave if B stayed".
func (t *tree) conditional(m *match) []int {
	for _, c := range append(t.complements(m.nominal()), m.verb) {
		for _, k := range append(t.children(c, "advcl"), c) {
			if s := t.child(k, "nsubj"); s >= 0 && (t.hasMark(k, "if") || t.hasMark(k, "unless") || t.hasMark(k, "until")) {
				if a := t.agent(k); t.passive(k) && a >= 0 { // "if it were attacked by B"
					return []int{a, s}
				}
				if t.passive(k) && m.rule.Relation == "warned" {
					return nil // "if more diplomats were expelled": they are not warned
				}
				return []int{s}
			}
		}
	}
	return nil
}

func (t *tree) hasMark(v int, word string) bool {
	return slices.ContainsFunc(t.children(v, "mark"), func(k int) bool { return t.lemma(k) == word })
}

// complies reports whether clause c holds the modal that the rule asks for
// ("said B must go"), when it asks for one.
func (t *tree) complies(c int, r *Rule) bool {
	if slices.ContainsFunc(t.kids[c], func(k int) bool { return k < c && (t.lemma(k) == "why" || t.lemma(k) == "how") }) {
		return false // "why should B pay?" asks nothing of B
	}
	modal, found := false, false
	for _, w := range r.Only {
		if w == "must" || w == "should" || w == "ought" {
			modal = true
			for _, k := range t.children(c, "aux") {
				if s := t.child(c, "nsubj"); s < 0 || s < k || w != "should" { // "should B pay, A will help" is a condition
					found = found || t.lemma(k) == w
				}
			}
		}
	}
	return found || !modal
}

// complementEvent is who the event told by the complement of v is done to:
// "agreed to withdraw troops from B", "refused to meet B".
func (t *tree) complementEvent(v int, m *match, depth int) []party {
	if depth > maxOwners {
		return nil
	}
	if out := t.nounEvent(v, m); len(out) > 0 {
		return out
	}
	for _, c := range t.complements(v) {
		if t.infinitive(c) && t.child(c, "aux:pass") >= 0 {
			continue // "the need for a vote, to be preceded by talks"
		}
		for _, st := range t.clause(c, 2) {
			if out := t.eventParties(st.token, m); len(out) > 0 {
				return out
			}
		}
		if out := t.complementEvent(c, m, depth+1); len(out) > 0 {
			return out
		}
	}
	return nil
}

// nounEvent is who is to act in the event noun that is v's object: "demanded
// the withdrawal of B".
func (t *tree) nounEvent(v int, m *match) []party {
	for _, k := range t.children(v, "obj", "obl") {
		if !t.isNoun(k) || k == m.noun || t.mention(k) != nil {
			continue
		}
		for _, c := range t.candidates(k) {
			if c.noun != k || c.rule == m.rule || t.fill(c) != "" {
				continue
			}
			var out []party
			for _, r := range c.actors {
				if !slices.ContainsFunc(m.actors, func(x role) bool { return x.actor.ID == r.actor.ID }) {
					out = append(out, party{r.mention, r.mention.Head, r.owner})
				}
			}
			if len(out) > 0 {
				return distinct(out)
			}
		}
	}
	return nil
}

// eventParties are the others in an event that token i tells, by the best rule
// that does not itself look into complements.
func (t *tree) eventParties(i int, m *match) []party {
	for _, c := range t.candidates(i) {
		if c.rule.Frame == "clause" && c.verb != m.verb || c.rule == m.rule || m.belied(c) || t.fill(c) != "" {
			continue
		}
		var out []party
		for _, r := range append(slices.Clone(c.recipients), c.actors...) {
			if schema.RelationNamed(c.rule.Relation).Symmetric || slices.ContainsFunc(c.recipients, func(x role) bool { return x.mention == r.mention }) {
				out = append(out, party{r.mention, r.mention.Head, r.owner})
			}
		}
		if len(out) > 0 {
			return distinct(out)
		}
	}
	return nil
}

// belied reports whether what is promised is nothing that is promised to whom it
// is done to: "pledged to destroy B".
func (m *match) belied(c *match) bool {
	root, _ := schema.RootNamed(schema.RelationNamed(c.rule.Relation).Root)
	return schema.RelationNamed(m.rule.Relation).Root == "AGREE" && root.QuadClass >= 3
}

// complements are the clauses that v governs, nearest first. What only goes with
// it is none: "agreed, saying that …", "agreed because …".
func (t *tree) complements(v int) []int {
	return slices.DeleteFunc(t.children(v, "ccomp", "xcomp", "advcl", "acl", "csubj"), func(c int) bool {
		if t.is(c, "ccomp") {
			return t.saidBetween(v, c)
		}
		return t.is(c, "advcl") && !t.infinitive(c) && len(t.cases(c)) == 0 && t.afterComma(c) || t.is(c, "advcl") && t.adjunct(c)
	})
}

// saidBetween reports whether a verb of saying stands between v and clause c,
// whose words that clause are: "agreed, saying he would", hung on "agreed".
func (t *tree) saidBetween(v, c int) bool {
	return slices.ContainsFunc(t.children(v, "advcl"), func(k int) bool {
		return v < k && k < c && t.lex.saying[t.lemma(k)] && t.child(k, "ccomp", "obj") < 0
	})
}

// adjunct reports whether clause c says when, why, though what or unless what.
func (t *tree) adjunct(c int) bool {
	return slices.ContainsFunc(t.cases(c), func(mark string) bool {
		switch mark {
		case "after", "before", "when", "while", "because", "since", "as", "although", "though", "by", "amid", "following", "unless":
			return true
		}
		return false
	})
}

// anyParty is the first participant of clause c other than its understood subject.
func (t *tree) anyParty(c int, as side) []party {
	heads := t.children(c, "nsubj")
	if o := t.obj(c); o >= 0 && !slices.Contains(heads, o) && t.under(o, c) {
		heads = append(heads, o)
	}
	heads = append(heads, slices.DeleteFunc(t.children(c, "iobj", "obl"), t.aside)...)
	for _, h := range heads {
		if out := t.parties(t.antecedent(h), as); len(out) > 0 {
			return out
		}
	}
	for _, k := range t.children(c, "xcomp", "ccomp", "conj", "advcl") {
		if out := t.anyParty(k, as); len(out) > 0 {
			return out
		}
	}
	return nil
}
