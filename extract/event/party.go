package event

import (
	"slices"

	"github.com/entente-kg/entente/extract/actor"
)

// party is one participant found: a mention, and how the walk got there.
type party struct {
	mention *actor.Mention
	token   int
	owner   bool // reached through something it owns: "Chile" in "Chile's proposal"
}

// parties reads the participants at an argument token: the mention there and
// those joined to it; where the token is no actor, its owner.
func (t *tree) parties(i int, as side) []party {
	if i < 0 {
		return nil
	}
	var out []party
	if m := t.mention(i); m != nil && t.serves(m, as) {
		out = append(out, party{m, i, false})
	} else if o := t.owner(i, as); o != nil {
		out = append(out, *o)
	}
	for _, c := range t.conjuncts(i) {
		if m := t.mention(c); m != nil && t.serves(m, as) {
			out = append(out, party{m, c, false})
		} else if o := t.owner(c, as); o != nil && len(out) > 0 {
			out = append(out, *o)
		}
	}
	return distinct(out)
}

// side is what a participant is looked up as.
type side int

const (
	asActor     side = iota // somebody who does something
	asRecipient             // somebody it is done to
	asPlace                 // somewhere
)

// serves reports whether a mention can stand on that side at all.
func (t *tree) serves(m *actor.Mention, as side) bool {
	if as == asPlace {
		return m.Place != nil
	}
	return len(m.Actors) > 0 || as == asRecipient && m.Place != nil
}

// distinct drops repeated mentions, keeping order.
func distinct(list []party) []party {
	var out []party
	for _, p := range list {
		if !slices.ContainsFunc(out, func(q party) bool { return q.mention == p.mention }) {
			out = append(out, p)
		}
	}
	return out
}

// conjuncts are the heads joined to i by "and", also those that the parser
// joined to a word inside i's phrase: a second titled name is often hung on the
// first one's country or title.
func (t *tree) conjuncts(i int) []int {
	var out []int
	add := func(from int) {
		for _, k := range t.children(from, "conj") {
			if t.isNoun(k) || t.mention(k) != nil {
				out = append(out, k)
			}
		}
	}
	add(i)
	for n := 0; n < len(out); n++ {
		add(out[n])
	}
	m := t.mention(i)
	if m == nil {
		return out
	}
	for k := m.First; k < m.Last; k++ {
		if k != i {
			add(k)
		}
	}
	for _, k := range t.children(i, "nmod", "appos", "flat", "compound") {
		for _, c := range t.children(k, "conj") {
			if t.alike(m, t.mention(c)) && !t.alike(m, t.mention(k)) {
				out = append(out, c)
			}
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// alike reports whether two mentions name actors of the same kind.
func (t *tree) alike(a, b *actor.Mention) bool {
	return a != nil && b != nil && len(a.Actors) > 0 && len(b.Actors) > 0 && a.Actors[0].Kind == b.Actors[0].Kind
}

// ownerPreps lead from a thing to whose it is.
var ownerPreps = [...]string{"of", "by", "from", "for", "in", "between", "on", "against", "at", "with", "to", "near", "inside", "across"}

// owner is the actor behind a noun phrase that is no actor itself: the
// possessor of a proposal, the nationality of a decision, the group its members
// belong to. Kin and staff are people of their own, so they own nothing here.
func (t *tree) owner(i int, as side) *party {
	if t.lex.kin[t.lemma(i)] || as == asActor && !t.lex.agents[t.lemma(i)] {
		return nil
	}
	if as == asPlace || t.Tokens[i].UPOS == "PRON" {
		return nil
	}
	for _, k := range t.children(i, "nmod:poss", "amod", "compound", "nmod:desc") {
		if m := t.mention(k); m != nil && t.serves(m, as) {
			return &party{m, k, true}
		}
	}
	for _, prep := range ownerPreps {
		for _, k := range t.children(i, "nmod", "obl") {
			if !t.hasCase(k, prep) || as == asActor && prep != "of" && prep != "from" && prep != "by" && prep != "for" && prep != "in" {
				continue
			}
			if m := t.mention(k); m != nil && t.serves(m, as) {
				return &party{m, k, true}
			}
			if prep == "of" || prep == "by" {
				if o := t.owner(k, as); o != nil {
					return o
				}
			}
		}
	}
	return nil
}
