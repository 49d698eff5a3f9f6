package event

import (
	"cmp"
	"slices"
	"strings"

	"github.com/entente-kg/entente/extract/actor"
	"github.com/entente-kg/entente/schema"
)

// role is one actor in a match, with the mention that names it.
type role struct {
	actor   *schema.Actor
	mention *actor.Mention
	owner   bool // named only as the owner of what the words speak of
}

// fill follows the rule's slots. It returns "" when the match holds, else the
// reason why not, in words for why-not.
func (t *tree) fill(m *match) string {
	r := m.rule
	if word := t.banned(m); word != "" {
		return "the rule does not hold with " + word
	}
	if len(r.Only) > 0 && !t.anyBelow(m, r.Only) {
		return "none of the words the rule asks for: " + strings.Join(r.Only, ", ")
	}
	if slices.Contains(r.Needs, "object") && m.noun < 0 && t.obj(m.verb) < 0 {
		return "the verb has no object"
	}
	rel := schema.RelationNamed(r.Relation)
	m.actors = t.side(m, t.slotsOf(m, r.Actor, r.NounActor), asActor, nil)
	m.recipients = t.side(m, t.slotsOf(m, r.Recipient, r.NounRecipient), asRecipient, m.actors)
	switch {
	case len(m.actors) == 0 && slices.Contains(r.Needs, "actor"):
		return "no actor found for it"
	case rel.Symmetric && !r.Directed && slices.Contains(r.Needs, "recipient"):
		if len(m.actors)+len(m.recipients) < 2 {
			return "only one participant found"
		}
	case len(m.recipients) == 0 && slices.Contains(r.Needs, "recipient"):
		return "no recipient found for it"
	case len(m.actors)+len(m.recipients) == 0:
		return "no participants found"
	}
	return ""
}

// slotsOf picks the slots for the kind of trigger; a phrase falls back to its
// noun's own, a gerund to those it has as a noun ("fighting between A and B").
func (t *tree) slotsOf(m *match, verbal, nominal Slots) Slots {
	switch {
	case m.noun == m.verb:
		return nominal
	case m.noun < 0 && t.Tokens[m.verb].XPOS != "VBG":
		return verbal
	}
	return slices.Concat(verbal, nominal)
}

// side fills one side of the match: the first step of slots that holds
// somebody other than those already found.
func (t *tree) side(m *match, slots Slots, as side, taken []role) []role {
	for _, step := range slots {
		var found []party
		for _, name := range step {
			found = append(found, t.look(m, t.lex.slots[name], as)...)
		}
		if roles := t.roles(m, distinct(found), as, taken); len(roles) > 0 {
			return roles
		}
	}
	if s := t.sufferer(m); as == asRecipient && s >= 0 {
		return t.roles(m, t.parties(s, as), as, taken)
	}
	return nil
}

// sufferer is the subject of a verb that makes it the target of an event noun:
// "A faces criticism from B".
func (t *tree) sufferer(m *match) int {
	if m.noun != m.verb || !t.is(m.noun, "obj", "obl") {
		return -1
	}
	if h := t.head(m.noun); h >= 0 && t.lex.suffering[t.lemma(h)] {
		return t.subj(h)
	}
	return -1
}

// roles turns mentions into the actors that may stand on this side of the rule.
func (t *tree) roles(m *match, found []party, as side, taken []role) []role {
	var out []role
	for _, p := range found {
		if !t.worded(m, p, as) {
			continue
		}
		for _, a := range m.actorsOf(p.mention, as) {
			known := func(r role) bool { return r.actor.ID == a.ID }
			if m.allows(a, as) && !slices.ContainsFunc(out, known) && !slices.ContainsFunc(taken, known) {
				out = append(out, role{a, p.mention, p.owner})
			}
		}
	}
	return out
}

// worded reports whether the phrase of a participant holds a word the rule asks for.
func (t *tree) worded(m *match, p party, as side) bool {
	words := m.rule.ActorWords
	if as == asRecipient {
		words = m.rule.RecipientWords
	}
	if len(words) == 0 {
		return true
	}
	for i := p.mention.First; i < p.mention.Last; i++ {
		if slices.Contains(words, strings.ToLower(t.lemma(i))) {
			return true
		}
	}
	return false
}

// actorsOf reads a mention as actors or, where the relation reaches places, as a place.
func (m *match) actorsOf(mention *actor.Mention, as side) []*schema.Actor {
	rel := schema.RelationNamed(m.rule.Relation)
	if as != asRecipient || mention.Place == nil || !rel.Reaches(schema.Place) {
		return mention.Actors
	}
	if len(mention.Actors) > 0 && !striking(rel) {
		return mention.Actors
	}
	return []*schema.Actor{mention.Place}
}

// striking reports whether what the relation reaches is a place before it is
// the power that sits there: bombing Moscow is not sanctioning Moscow.
func striking(rel *schema.Relation) bool {
	switch rel.Root {
	case "ASSAULT", "MOBILIZE", "RETREAT", "CONSULT":
		return true
	}
	return rel.Name == "seized"
}

// allows checks the kinds that relation and rule admit.
func (m *match) allows(a *schema.Actor, as side) bool {
	rel, kinds := schema.RelationNamed(m.rule.Relation), m.rule.ActorKinds
	fits := rel.Allows(a.Kind)
	if as == asRecipient {
		fits, kinds = rel.Reaches(a.Kind), m.rule.RecipientKinds
	}
	return fits && (len(kinds) == 0 || slices.Contains(kinds, a.Kind))
}

// personal reports whether the relation is between the actors themselves, so
// that meeting somebody's demands is not meeting them.
func (m *match) personal() bool {
	return schema.RelationNamed(m.rule.Relation).Root == "CONSULT"
}

// mutual reports whether whoever stands beside the event takes part in it: "A
// left after talks" was in the talks.
func (m *match) mutual() bool {
	root := schema.RelationNamed(m.rule.Relation).Root
	return root == "CONSULT" || root == "AGREE" || root == "COOPERATE"
}

// look finds the participants in one slot of the match.
func (t *tree) look(m *match, s slot, as side) []party {
	var heads []int
	switch s.kind {
	case slotSubj:
		heads = t.subjects(m)
	case slotObj:
		heads = t.objects(m)
	case slotIobj:
		heads = t.children(m.verb, "iobj")
	case slotPoss:
		return slices.DeleteFunc(t.possessors(m.nominal(), as), func(p party) bool {
			return m.noun == m.verb && p.mention == t.mention(m.noun) // an event is no actor
		})
	case slotComp:
		return t.complement(m, s, as)
	case slotEvent:
		return t.complementEvent(m.nominal(), m, 0)
	case slotPrep:
		heads = t.prepositional(m, s.prep)
	case slotCond:
		heads = t.conditional(m)
	}
	var out []party
	for _, h := range heads {
		for _, p := range t.partiesOf(m, t.antecedent(h), s.kind, as) {
			if p.owner && (s.direct || as == asRecipient && m.personal() && !t.lex.agents[t.lemma(h)]) {
				continue
			}
			out = append(out, p)
		}
		if len(out) > 0 && s.kind != slotPrep {
			break
		}
	}
	return out
}

// partiesOf reads the participants at h. The owner of an object may hang on the
// verb by mistake: "attacked a camp in Mali".
func (t *tree) partiesOf(m *match, h int, kind slotKind, as side) []party {
	out := t.parties(h, as)
	if len(out) > 0 || kind != slotObj || t.mention(h) != nil || t.lex.kin[t.lemma(h)] || m.personal() {
		return out
	}
	for _, k := range t.children(m.verb, "obl", "nmod", "obj") {
		if k < h || k > h+maxStray {
			continue
		}
		for _, prep := range [...]string{"of", "by", "in", "at", "near", "from", "inside", "on"} {
			if x := t.mention(k); x != nil && t.hasCase(k, prep) && t.serves(x, as) {
				return []party{{x, k, true}}
			}
		}
	}
	return nil
}

// nominal is the token whose noun slots are meant.
func (m *match) nominal() int {
	if m.noun >= 0 {
		return m.noun
	}
	return m.verb
}

func (t *tree) subjects(m *match) []int {
	var s int
	if m.noun == m.verb {
		if t.is(m.noun, "obl", "advcl") && !m.mutual() {
			return nil // "after the attack, Paris mourned"
		}
		s = t.nounSubj(m.noun, 0)
	} else {
		s = t.subj(m.verb)
	}
	if s < 0 {
		return nil
	}
	return []int{s}
}

// objects are the object and, as the parser confuses the two, the indirect object.
func (t *tree) objects(m *match) []int {
	var out []int
	if o := t.obj(m.verb); o >= 0 && o != m.noun {
		out = append(out, o)
	}
	for _, k := range t.children(m.verb, "iobj") {
		out = append(out, t.antecedent(k))
	}
	if len(out) > 0 || m.noun >= 0 {
		return out
	}
	for _, c := range t.children(m.verb, "ccomp") { // "rejected a plan put forward by B", read as a clause
		if s := t.child(c, "nsubj"); s > m.verb && t.child(c, "mark", "aux") < 0 && t.Tokens[c].XPOS != "VBZ" {
			return []int{s}
		}
	}
	return nil
}

// prepositional are the phrases after a preposition that may belong to the
// trigger: below it, below its noun, or beside the noun it supports.
func (t *tree) prepositional(m *match, prep string) []int {
	if prep == "by" && m.noun != m.verb {
		if a := t.agent(m.verb); a >= 0 {
			return []int{a}
		}
	}
	reach := nearReach + 1
	switch prep {
	case "with", "against", "between", "alongside", "among":
		reach = farReach
	case "of":
		reach = nearReach
	}
	out := t.allAfter(m.nominal(), prep, reach)
	if m.noun >= 0 && m.noun != m.verb {
		out = append(out, t.allAfter(m.verb, prep, reach)...)
	}
	if m.noun >= 0 && len(out) == 0 {
		out = t.furtherOff(m, prep)
	}
	if h := t.head(m.nominal()); len(out) == 0 && m.noun == m.verb && h >= 0 && t.is(m.noun, "obj", "nsubj") {
		for _, k := range t.children(h, "obl", "nmod") {
			if k > m.noun && t.hasCase(k, prep) {
				out = append(out, k)
			}
		}
	}
	if n := m.nominal() + 1; len(out) == 0 && n+1 < len(t.Tokens) && strings.EqualFold(t.Tokens[n].Form, prep) {
		if x := t.mention(n + 1); x != nil && x.First == n+1 && !t.is(x.Head, "nmod:poss", "compound", "amod") { // right behind it, wherever it hangs
			out = append(out, x.Head)
		}
	}
	return slices.Compact(out)
}

// furtherOff looks for a phrase that belongs to an event noun beyond its own
// clause: in its participle ("sanctions imposed on B") or after an insertion
// ("sanctions, including travel bans, on B").
func (t *tree) furtherOff(m *match, prep string) []int {
	for _, c := range t.children(m.nominal(), "acl") {
		if out := t.allAfter(c, prep, nearReach+1); len(out) > 0 {
			return out
		}
	}
	if prep != "on" && prep != "against" && prep != "from" && prep != "with" {
		return nil
	}
	return t.allAfter(m.nominal(), prep, farReach+1)
}

// possessors are the actors that stand before a noun: "Lind's", "Russian",
// "U.S.-China".
func (t *tree) possessors(n int, as side) []party {
	out := t.premodifiers(n, as)
	if h := t.head(n); len(out) == 0 && h >= 0 && t.is(n, "conj") && t.isNoun(h) && t.child(n, "det") < 0 {
		return t.premodifiers(h, as) // "NATO's expansion and invasion"
	}
	return out
}

func (t *tree) premodifiers(n int, as side) []party {
	var out []party
	for _, k := range t.kids[n] {
		if k > n || !t.is(k, "nmod", "amod", "compound", "det", "nummod", "flat") || t.is(k, "nmod") && !t.is(k, "nmod:poss") && len(t.cases(k)) > 0 {
			continue
		}
		out = append(out, t.parties(t.antecedent(k), as)...)
		for _, kk := range t.children(k, "compound", "amod", "nmod", "dep", "flat", "obl:unmarked", "nmod:unmarked") {
			if mm := t.mention(kk); mm != nil && mm != t.mention(k) && t.serves(mm, as) && kk < n {
				out = append(out, party{mm, kk, false})
			}
		}
	}
	return distinct(out)
}

// banned names the word below the trigger that the rule excludes, "" for none.
func (t *tree) banned(m *match) string {
	for _, w := range m.rule.Unless {
		if t.below(m, w) {
			return w
		}
	}
	return ""
}

func (t *tree) anyBelow(m *match, words []string) bool {
	return slices.ContainsFunc(words, func(w string) bool { return t.below(m, w) })
}

// below reports whether a word stands among the dependents of the trigger.
func (t *tree) below(m *match, word string) bool {
	for _, top := range m.tokens() {
		for _, st := range t.clause(top, 2) {
			if st.token != m.verb && (t.lemma(st.token) == word || strings.EqualFold(t.Tokens[st.token].Form, word)) {
				return true
			}
		}
	}
	return m.rule.readsClause() && t.leads(m, word)
}

// leads reports whether a word is the verb, an auxiliary or the like of a
// clause the trigger governs: "said that B must go", "said B was responsible".
func (t *tree) leads(m *match, word string) bool {
	for _, c := range t.complements(m.nominal()) {
		if t.lemma(c) == word {
			return true
		}
		for _, k := range t.kids[c] {
			if t.lemma(k) == word && (t.is(k, "aux") || t.is(k, "cop", "case", "advmod")) {
				return true
			}
		}
	}
	return false
}

// bestReadings keeps one match a trigger: the one that fills more, then the
// longer trigger, then the higher prior.
func bestReadings(all []*match) []*match {
	slices.SortStableFunc(all, func(a, b *match) int {
		return cmp.Or(
			cmp.Compare(b.filled(), a.filled()),
			cmp.Compare(len(b.tokens()), len(a.tokens())),
			cmp.Compare(b.rule.Prior, a.rule.Prior),
		)
	})
	used := map[int]bool{}
	var out []*match
	for _, m := range all {
		if m.rule.Also {
			out = append(out, m)
			continue
		}
		if slices.ContainsFunc(m.tokens(), func(i int) bool { return used[i] }) {
			continue
		}
		for _, i := range m.tokens() {
			used[i] = true
		}
		out = append(out, m)
	}
	slices.SortStableFunc(out, func(a, b *match) int { return cmp.Compare(a.verb, b.verb) })
	return out
}

// filled counts how much of the rule was found; owners count half.
func (m *match) filled() int {
	n := 0
	for _, side := range [][]role{m.actors, m.recipients} {
		switch {
		case len(side) == 0:
		case side[0].owner:
			n++
		default:
			n += 2
		}
	}
	if schema.RelationNamed(m.rule.Relation).Symmetric && len(m.actors) > 1 && len(m.recipients) == 0 {
		n += 2
	}
	return n
}
