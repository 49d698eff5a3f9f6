package event

import (
	"slices"
	"strings"

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
	if s := max(t.selfReference(i), t.otherParty(i)); s >= 0 {
		i = s
	}
	var out []party
	for _, c := range t.everyone(i) {
		if k := t.namedAs(c); k >= 0 {
			c = k
		}
		if m := t.mention(c); m != nil && t.serves(m, as) {
			if k := t.oneByOne(m); k >= 0 && as != asPlace {
				m, c = t.mention(k), k
			}
			out = append(out, party{m, c, false})
		} else if o := t.owner(c, as, 0); o != nil && (c == i || t.parallel(i, c, o)) {
			out = append(out, *o)
			if x := t.Tokens[c].XPOS; !o.owner && (x == "NNS" || x == "CD") { // "his counterparts, A of Chad and B of Mali", "the two, A and B"
				for _, k := range t.conjuncts(o.token) {
					if x := t.mention(k); t.alike(o.mention, x) && t.serves(x, as) {
						out = append(out, party{x, k, false})
					}
				}
			}
		}
	}
	return distinct(out)
}

// namedAs is the name that says who a person is who was only described, behind a clause about him: "the man who replaced
// him, Ana Berg"; -1 for none.
func (t *tree) namedAs(c int) int {
	m := t.mention(c)
	clause := t.child(c, "acl")
	if m == nil || t.Tokens[c].UPOS != "NOUN" || clause < c || m.How == actor.ByName || m.How == actor.ByShortName || len(m.Actors) != 1 || m.Actors[0].Kind != schema.Person {
		return -1
	}
	for _, k := range t.children(c, "appos") {
		if x := t.mention(k); k > clause && x != nil && x != m && (x.How == actor.ByName || x.How == actor.ByTitle) && len(x.Actors) == 1 && x.Actors[0].Kind == schema.Person {
			return k
		}
	}
	return -1
}

// everyone is argument i, those joined to it, and those named as some of these.
func (t *tree) everyone(i int) []int {
	if list := t.spelledOut(i); list != nil {
		return list
	}
	out := append([]int{i}, t.conjuncts(i)...)
	for _, c := range out[:len(out):len(out)] {
		for _, k := range t.members(c) {
			out = append(append(out, k), t.conjuncts(k)...)
		}
	}
	return out
}

// parallel reports whether a thing joined to i stands there for its owner as i
// does: beside somebody in person only somebody's people do, "the king and
// Chad's army" but not "the people and its support for Chad".
func (t *tree) parallel(i, c int, o *party) bool {
	return t.mention(i) == nil || !o.owner || t.lex.agents[t.lemma(c)]
}

// selfReference is the speaker that an unresolved "it" or "they" stands for, or
// an "I" or "we": "the agency says it is providing aid".
func (t *tree) selfReference(i int) int {
	if t.mention(i) != nil {
		return -1
	}
	if w := strings.ToLower(t.Tokens[i].Form); t.is(i, "nsubj") && (w == "i" || w == "we") {
		return t.quoted(t.head(i))
	}
	if t.lemma(i) != "it" && t.lemma(i) != "they" || t.is(i, "expl") {
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

// otherParty is whom an "it" stands for that is done something in a clause joined to or hung on
// another: the one state or body, but for its subject, that the other clause names before. "Chad
// sued Mali, accusing it of theft."
func (t *tree) otherParty(i int) int {
	if t.lemma(i) != "it" || !t.is(i, "obj", "iobj") || t.mention(i) != nil {
		return -1
	}
	v := t.head(i)
	up := t.head(v)
	if up < 0 || !t.is(v, "advcl", "conj") || !t.isVerb(up) || t.surfaceSubj(up, 0) < 0 || t.child(v, "nsubj") >= 0 {
		return -1
	}
	found := -1
	for k := range t.mentions {
		x := &t.mentions[k]
		if x.First < up || x.Last > v || len(x.Actors) != 1 || t.at[x.Head] != k {
			continue
		}
		if kind := x.Actors[0].Kind; kind != schema.State && kind != schema.Organisation || x.How == actor.ByNationality {
			continue
		}
		if found >= 0 {
			return -1
		}
		found = x.Head
	}
	return found
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
	return (len(m.Actors) > 0 || as == asRecipient && m.Place != nil) && !t.ambiguous(m)
}

// ambiguous reports whether a "their" or "they" read as one state or person
// might as well be the people named since: "Chad's support of the farmers in
// their fight".
func (t *tree) ambiguous(m *actor.Mention) bool {
	if m.How != actor.ByPronoun || len(m.Actors) != 1 || m.Actors[0].Kind == schema.Group || !strings.HasPrefix(strings.ToLower(t.Tokens[m.First].Form), "the") {
		return false
	}
	for i := range t.mentions {
		x := &t.mentions[i]
		if x.Last <= m.First && len(x.Actors) == 1 && x.Actors[0].Kind == schema.Group && !t.namedAfter(x, m) {
			return true
		}
	}
	return false
}

// namedAfter reports whether the actor of pronoun m is named between x and m.
func (t *tree) namedAfter(x, m *actor.Mention) bool {
	return slices.ContainsFunc(t.mentions, func(y actor.Mention) bool {
		return y.First >= x.Last && y.Last <= m.First && len(y.Actors) > 0 && y.Actors[0].ID == m.Actors[0].ID
	})
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
	out := t.joinedTo(i)
	if m := t.mention(i); m != nil && m.Head == i {
		out = append(out, t.joinedWithin(m)...)
	}
	for n := 0; n < len(out); n++ { // "A, B and C": C may be joined to B
		joined := t.joinedTo(out[n])
		if m := t.mention(out[n]); m != nil && m.Head == out[n] {
			joined = append(joined, t.joinedWithin(m)...)
		}
		for _, k := range joined {
			if !slices.Contains(out, k) {
				out = append(out, k)
			}
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// joinedTo are the noun phrases joined to token i itself. One "alongside" a
// phrase with another preposition does as the subject does: "the House's
// inquiry into Lind, alongside the Senate".
func (t *tree) joinedTo(i int) []int {
	return slices.DeleteFunc(t.children(i, "conj"), func(k int) bool {
		return !t.isNoun(k) && t.mention(k) == nil || t.hasCase(k, "alongside") && len(t.cases(i)) > 0 || t.elaborates(k) || t.contrasted(k) || t.elseAttached(i, k)
	})
}

// elseAttached reports whether phrase k has a preposition of its own that i has not: in "talks with
// Lind and then to Riga" nobody talks with Riga.
func (t *tree) elseAttached(i, k int) bool {
	own, first := t.cases(k), t.cases(i)
	return len(own) > 0 && len(first) > 0 && (own[0] == "to" || own[0] == "in" || own[0] == "at") && !slices.Contains(first, own[0]) && first[0] != "between" && first[0] != "from"
}

// contrasted reports whether phrase k begins, after "yet", what is no part of the list.
func (t *tree) contrasted(k int) bool {
	cc := t.child(k, "cc")
	return cc >= 0 && t.lemma(cc) == "yet"
}

// elaborates reports whether noun phrase k, set beside another without "and", says
// who most of these are: "the rebels, mainly Chadian deserters".
func (t *tree) elaborates(k int) bool {
	if t.child(k, "cc") >= 0 {
		return false
	}
	return slices.ContainsFunc(t.children(k, "advmod"), func(i int) bool {
		switch t.lemma(i) {
		case "primarily", "mainly", "mostly", "chiefly", "largely", "predominantly", "principally", "namely", "notably", "especially", "particularly":
			return i < k
		}
		return false
	})
}

// joinedWithin are the noun phrases joined to a word of mention m that stand
// beside m all the same. Soldiers from Chad and Mali are one group: Mali is joined
// to Chad. The presidents of Chad and Mali are two, each for his country.
func (t *tree) joinedWithin(m *actor.Mention) []int {
	if len(m.Actors) > 1 {
		return nil // the ministers of Chad and Mali, whoever they are, are named already
	}
	var out []int
	for k := m.First; k < m.Last; k++ {
		for _, c := range t.joinedTo(k) {
			if x := t.mention(c); k != m.Head && (x == nil || t.alike(m, x) || t.heads[k] == m.Head && t.hasCase(k, "of")) {
				out = append(out, c)
			}
		}
	}
	inside := t.children(m.Head, "nmod", "appos", "flat", "compound")
	for _, c := range t.children(m.Head, "acl") { // "firms working in Riga, students and farmers"
		inside = append(inside, t.children(c, "obl")...)
	}
	for _, k := range inside {
		for _, c := range t.joinedTo(k) {
			if t.alike(m, t.mention(c)) && (!t.alike(m, t.mention(k)) || t.oneActor(m, t.mention(k))) && !t.sameDescribed(k, c) {
				out = append(out, c)
			}
		}
	}
	return out
}

// oneActor reports whether two mentions stand for the same one.
func (t *tree) oneActor(a, b *actor.Mention) bool {
	return len(a.Actors) == 1 && len(b.Actors) == 1 && a.Actors[0].ID == b.Actors[0].ID
}

// sameDescribed reports whether c, joined to apposition k, says more of the one
// whom k describes: "Lind, the party's founder and member of its board, was shot".
func (t *tree) sameDescribed(k, c int) bool {
	return t.is(k, "appos") && t.Tokens[c].XPOS == "NN" && t.child(c, "det", "nummod", "nmod:poss") < 0
}

// alike reports whether two mentions name actors of the same kind.
func (t *tree) alike(a, b *actor.Mention) bool {
	return a != nil && b != nil && len(a.Actors) > 0 && len(b.Actors) > 0 && a.Actors[0].Kind == b.Actors[0].Kind
}
