package event

import (
	"slices"

	"github.com/entente-kg/entente/extract/actor"
	"github.com/entente-kg/entente/schema"
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
	if s := t.selfReference(i); s >= 0 {
		i = s
	}
	var out []party
	for _, c := range append([]int{i}, t.conjuncts(i)...) {
		if m := t.mention(c); m != nil && t.serves(m, as) {
			out = append(out, party{m, c, false})
		} else if o := t.owner(c, as, 0); o != nil && (c == i || t.parallel(i, c, o)) {
			out = append(out, *o)
		}
	}
	return distinct(out)
}

// parallel reports whether a thing joined to i stands there for its owner as i
// does: beside somebody in person only somebody's people do, "the king and
// Chad's army" but not "the people and its support for Chad".
func (t *tree) parallel(i, c int, o *party) bool {
	return t.mention(i) == nil || !o.owner || t.lex.agents[t.lemma(c)]
}

// selfReference is the speaker that an unresolved "it" or "they" stands for:
// "the agency says it is providing aid".
func (t *tree) selfReference(i int) int {
	if t.mention(i) != nil || t.lemma(i) != "it" && t.lemma(i) != "they" || t.is(i, "expl") {
		return -1
	}
	v := t.head(i)
	if v < 0 || !t.is(v, "ccomp") || t.head(v) < 0 || !t.lex.saying[t.lemma(t.head(v))] {
		return -1
	}
	s := t.subj(t.head(v))
	m := t.mention(s)
	if m == nil || len(m.Actors) == 0 {
		return -1
	}
	if t.lemma(i) == "it" && (m.Actors[0].Kind == schema.Person || t.Tokens[m.Head].XPOS == "NNS") {
		return -1 // people are no "it"
	}
	return s
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
	m := t.mention(i)
	add := func(from int, inner bool) {
		for _, k := range t.children(from, "conj") {
			if x := t.mention(k); x == nil && t.isNoun(k) || x != nil && (!inner || t.alike(m, x)) {
				out = append(out, k) // "soldiers from Chad and Mali" are one group: Mali is joined to Chad
			}
		}
	}
	add(i, false)
	for n := 0; n < len(out); n++ {
		add(out[n], false)
	}
	if m == nil {
		return out
	}
	for k := m.First; k < m.Last; k++ {
		if k != i {
			add(k, true)
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

// ownerPreps lead from a thing to whose it is, best first.
var ownerPreps = [...]string{"of", "by", "from", "for", "in", "between", "on", "against", "at", "with", "to", "near", "inside", "across"}

// maxOwners bounds the chain of owners: "the possibility of a move by B".
const maxOwners = 3

// owner is the actor behind a noun phrase that is no actor itself: the name it
// is an apposition to, the possessor of a proposal, the nationality of a
// decision, the group its members belong to. Kin and staff are people of their
// own, so they own nothing here.
func (t *tree) owner(i int, as side, depth int) *party {
	if o := t.apposed(i, as); o != nil {
		return o
	}
	if o := t.measured(i, as); o != nil {
		return o
	}
	if t.lex.kin[t.lemma(i)] || as == asPlace || t.Tokens[i].UPOS == "PRON" || depth > maxOwners {
		return nil
	}
	if o := t.possessor(i, as, depth); o != nil {
		return o
	}
	if t.lex.harms[t.lemma(i)] {
		return t.doer(i, as, depth)
	}
	if as == asActor && !t.lex.agents[t.lemma(i)] {
		return nil
	}
	if o := t.premodifier(i, as, depth); o != nil {
		return o
	}
	return t.complementOwner(i, as, depth)
}

// doer is who did the harm that a noun names: "attacks by B", "the Chadian
// raid", "a U.S. strike". Where it was done, and to whom, is not who answers for it.
func (t *tree) doer(i int, as side, depth int) *party {
	if o := t.premodifier(i, asActor, depth); o != nil && o.mention.How != actor.ByMetonym {
		return o
	}
	for _, k := range t.children(i, "nmod", "obl") {
		if m := t.mention(k); m != nil && t.serves(m, as) && t.hasCase(k, "by") {
			return &party{m, k, true}
		}
	}
	return nil
}

// measured is the group that a measure counts: "hundreds of prisoners", "11 of
// the men". It stands for itself, not as an owner.
func (t *tree) measured(i int, as side) *party {
	if !t.lex.measures[t.lemma(i)] && t.Tokens[i].UPOS != "NUM" {
		return nil
	}
	for _, k := range t.children(i, "nmod", "obl", "compound") {
		if m := t.mention(k); m != nil && t.serves(m, as) && (t.hasCase(k, "of") || t.is(k, "compound")) {
			return &party{m, k, false}
		}
	}
	return nil
}

// apposed is the name beside a description: "one of the critics, Browder",
// "Browder, a critic,".
func (t *tree) apposed(i int, as side) *party {
	for _, k := range t.children(i, "appos", "flat", "list") {
		if m := t.mention(k); m != nil && t.serves(m, as) {
			return &party{m, k, false}
		}
	}
	first := i
	for _, k := range t.kids[i] {
		if k < first && t.is(k, "det", "amod", "compound", "nummod") {
			first = k
		}
	}
	if first < 2 || t.Tokens[first-1].Form != "," || t.child(i, "det") < 0 {
		return nil
	}
	m := t.mention(first - 2)
	if m == nil || !t.serves(m, as) || m.Last != first-1 || m.How == actor.ByNationality || t.lead > m.First || len(t.cases(m.Head)) > 0 && !t.under(i, m.Head) {
		return nil
	}
	return &party{m, m.Head, false}
}

// possessor is the owner in the genitive.
func (t *tree) possessor(i int, as side, depth int) *party {
	k := t.child(i, "nmod:poss")
	if k < 0 {
		return nil
	}
	if m := t.mention(k); m != nil {
		if t.serves(m, as) {
			return &party{m, k, true}
		}
		return nil
	}
	return t.owner(k, as, depth+1)
}

// premodifier is the name or nationality somewhere before the noun.
func (t *tree) premodifier(i int, as side, depth int) *party {
	for _, k := range t.kids[i] {
		if k > i || !t.is(k, "amod", "compound", "nmod:desc", "flat", "nmod", "obl", "det") || depth > maxOwners {
			continue
		}
		if m := t.mention(k); m != nil && t.serves(m, as) {
			return &party{m, k, true}
		}
		if o := t.premodifier(k, as, depth+1); o != nil {
			return o
		}
	}
	return nil
}

// complementOwner is the owner in a phrase or clause after the noun: "of B",
// "by B", "made by B".
func (t *tree) complementOwner(i int, as side, depth int) *party {
	for _, prep := range ownerPreps {
		if as == asActor && prep != "of" && prep != "from" && prep != "by" && prep != "for" && prep != "in" {
			continue
		}
		for _, k := range t.children(i, "nmod", "obl") {
			if !t.hasCase(k, prep) {
				continue
			}
			if m := t.mention(k); m != nil && t.serves(m, as) {
				return &party{m, k, true}
			}
			if o := t.owner(k, as, depth+1); o != nil {
				return o
			}
		}
	}
	for _, c := range t.children(i, "acl") {
		a := -1
		if t.passive(c) {
			a = t.agent(c)
		} else if s := t.child(c, "nsubj"); s >= 0 && !t.relative(s) {
			a = s
		}
		if m := t.mention(a); m != nil && t.serves(m, as) {
			return &party{m, a, true}
		}
	}
	return nil
}
