package event

import (
	"slices"
	"strconv"
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
		return lacksWord + some(r.Only)
	}
	if slices.Contains(r.Needs, "object") && m.noun < 0 && t.obj(m.verb) < 0 {
		return "the verb has no object"
	}
	if r.Relation == "spoke-with" && m.noun < 0 && t.lemma(m.verb) == "call" && t.callsSo(m.verb) {
		return "it is what somebody is called" // "called the president deranged"
	}
	rel := schema.RelationNamed(r.Relation)
	m.actors = t.side(m, t.slotsOf(m, r.Actor, r.NounActor), asActor, nil)
	m.actors = append(m.actors, t.companions(m)...)
	if r.Earlier {
		m.recipients = t.metBefore(m)
	} else {
		m.recipients = t.side(m, t.slotsOf(m, r.Recipient, r.NounRecipient), asRecipient, m.actors)
	}
	if rel.Symmetric && len(m.actors) == 1 && len(m.recipients) == 0 {
		m.actors = append(m.actors, t.partner(m)...)
	}
	if len(m.recipients) == 0 && len(r.Recipient) > 0 {
		m.recipients = t.answered(m)
	}
	t.oppose(m)
	switch {
	case len(m.actors) == 0 && slices.Contains(r.Needs, "actor"):
		return "no actor found for it"
	case rel.Symmetric && r.Frame == "transitive" && m.noun < 0 && len(m.recipients) == 0 && t.obj(m.verb) >= 0 && !t.eachOther(m.verb):
		return "no recipient found for it" // two who brief "the allies" do not talk to each other
	case rel.Symmetric && !r.Directed && slices.Contains(r.Needs, "recipient"):
		if len(m.actors)+len(m.recipients) < 2 || len(m.recipients) == 0 && m.noun < 0 && t.rels[m.verb] == "acl" && t.Tokens[m.verb].XPOS == "VBG" && t.mention(t.head(m.verb)) == nil {
			return "only one participant found" // "both issued statements speaking of war": not with each other
		}
	case len(m.recipients) == 0 && slices.Contains(r.Needs, "recipient"):
		return "no recipient found for it"
	case len(m.actors)+len(m.recipients) == 0:
		return "no participants found"
	}
	return ""
}

// lacksWord begins the reason of a rule that one of its words would have made hold.
const lacksWord = "the rule wants one of the words "

// some lists the first words of a list, and how many more there are.
func some(words []string) string {
	const shown = 5
	if len(words) <= shown+1 {
		return strings.Join(words, ", ")
	}
	return strings.Join(words[:shown], ", ") + " and " + strconv.Itoa(len(words)-shown) + " more"
}

// slotsOf picks the slots for the kind of trigger; a phrase falls back to its
// noun's own, a gerund to those it has as a noun ("fighting between A and B").
func (t *tree) slotsOf(m *match, verbal, nominal Slots) Slots {
	switch {
	case m.noun == m.verb:
		return nominal
	case m.noun < 0 && (t.Tokens[m.verb].XPOS != "VBG" || t.is(m.verb, "advcl", "acl") || t.obj(m.verb) >= 0):
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
		if len(found) == 0 && slices.ContainsFunc(step, func(name string) bool { return t.vacant(m, t.lex.slots[name]) }) {
			return nil
		}
	}
	if s := t.sufferer(m); as == asRecipient && s >= 0 {
		return t.roles(m, t.parties(s, as), as, taken)
	}
	return nil
}

// vacant reports whether a slot holds a pronoun that stands for nobody we know.
// Somebody fills it then, and it would be wrong to look for another: it is not
// Chad that is warned in "warned them against raids in Chad".
func (t *tree) vacant(m *match, s slot) bool {
	if s.kind != slotSubj && s.kind != slotPoss && m.noun < 0 && t.eachOther(m.verb) {
		return true
	}
	held := func(rels ...string) bool {
		return slices.ContainsFunc(t.children(m.nominal(), rels...), t.nobody)
	}
	switch s.kind {
	case slotSubj:
		return m.noun != m.verb && slices.ContainsFunc(t.subjects(m), t.nobody)
	case slotObj, slotIobj:
		return slices.ContainsFunc(t.children(m.verb, "obj", "iobj"), func(k int) bool {
			return t.nobody(k) || t.lemma(k) == "it" && t.mention(k) == nil
		})
	case slotPoss:
		return held("nmod:poss")
	}
	return false
}

// nobody reports whether token i is a personal pronoun that was not resolved.
func (t *tree) nobody(i int) bool {
	if strings.EqualFold(t.Tokens[i].Form, "other") && i > 0 && strings.EqualFold(t.Tokens[i-1].Form, "the") && t.mention(i) == nil {
		return true // "each army accused the other"
	}
	if t.mention(i) != nil || t.selfReference(i) >= 0 || t.Tokens[i].UPOS != "PRON" && t.Tokens[i].XPOS != "PRP" && t.Tokens[i].XPOS != "PRP$" {
		return false
	}
	switch strings.ToLower(t.Tokens[i].Form) {
	case "they", "them", "their", "he", "him", "his", "she", "her", "its", "we", "us", "our", "i", "me", "my", "you", "your":
		return true
	}
	return false
}

// sufferer is the subject of a verb that makes it the target of an event noun:
// "A faces criticism from B", or who is said to be that: "A was the target of B's criticism".
func (t *tree) sufferer(m *match) int {
	if m.noun != m.verb {
		return -1
	}
	if n := t.head(m.noun); n >= 0 && t.is(m.noun, "nmod") && t.lex.targets[t.lemma(n)] && t.hasCase(m.noun, "of") {
		return t.saidToBe(n)
	}
	if under := t.hasCase(m.noun, "under") || t.hasCase(m.noun, "with") || t.hasCase(m.noun, "from"); !t.is(m.noun, "obj") && !(under && t.is(m.noun, "obl")) {
		return -1
	}
	if h := t.head(m.noun); h >= 0 && t.lex.suffering[t.lemma(h)] {
		return t.subj(h)
	}
	return -1
}

// saidToBe is who noun n says something of: the subject it is the predicate of, or the name it stands beside.
func (t *tree) saidToBe(n int) int {
	switch {
	case t.child(n, "cop") >= 0:
		return t.child(n, "nsubj")
	case t.is(n, "appos"):
		return t.head(n)
	}
	return -1
}

// roles turns mentions into the actors that may stand on this side of the rule.
func (t *tree) roles(m *match, found []party, as side, taken []role) []role {
	var out []role
	for _, p := range found {
		if !t.worded(m, p, as) || as == asRecipient && (t.spared(m, p) || t.noGoal(m, p) || t.water(m, p) || t.audience(m, p) || t.reporter(m, p) || m.personal() && t.onlyQuoted(m.verb, p.mention.First)) {
			continue
		}
		for _, a := range m.actorsOf(p.mention, as) {
			if state := t.sent[a.ID]; state != nil && m.rule.AsState && as == asRecipient {
				a = state
			}
			known := func(r role) bool { return r.actor.ID == a.ID }
			if acting := p.mention.How == actor.ByNationality; (acting && (p.owner || m.asks()) || !acting && (m.rule.Relation == "urged" || m.rule.Relation == "warned" || m.rule.Relation == "threatened" || m.rule.Relation == "promised")) && countrymen(taken, a) {
				continue
			}
			if rel := schema.RelationNamed(m.rule.Relation); as == asRecipient && rel.Root == "SANCTION" && countrymen(taken, a) {
				continue // "halted all flights between his country and Chad"
			}
			if as == asRecipient && m.mutual() && headOfState(taken, a) {
				continue
			}
			if (m.allows(a, as) || as == asRecipient && m.menOf(p, a) || as == asActor && t.sends(m, p, a)) && !slices.ContainsFunc(out, known) && !slices.ContainsFunc(taken, known) {
				out = append(out, role{a, p.mention, p.owner})
			}
		}
	}
	return out
}

// spared reports whether what was done to what is somebody's was done to others
// than him: who kills Chad's soldiers kills Chad's, but who arrests his
// classmates does not arrest him.
func (t *tree) spared(m *match, p party) bool {
	if !p.owner || m.noun == m.verb {
		return false
	}
	if schema.RelationNamed(m.rule.Relation).Root == "PROTEST" && t.hasCase(p.token, "with") {
		return true // a protest against a deal with Chad is not against Chad
	}
	if p.mention.How == actor.ByMetonym && m.rule.Relation == "refused" {
		return true // who refuses to enter a courtroom in Lima refuses nothing to Peru
	}
	if h := t.head(p.token); m.physical() && h >= 0 && t.is(h, "acl") && t.hasCase(p.token, "by") {
		return true // who seizes domains registered by B seizes nothing of B
	}
	switch m.rule.Relation {
	case "killed", "abducted", "arrested", "deported", "sentenced":
		h := t.head(p.token)
		return h >= 0 && (t.is(p.token, "nmod:poss") || t.hasCase(p.token, "of")) && t.isNoun(h) && !t.lex.agents[t.lemma(h)]
	}
	return false
}

// onlyQuoted reports whether token i stands inside a quotation that begins after
// verb v: who wrote "Thanks to Lind" did not write to her.
func (t *tree) onlyQuoted(v, i int) bool {
	inside := false
	for k := v + 1; k < i-1; k++ { // a mark right before the name only sets the name off
		if quoteMark(t.Tokens[k].Form) {
			inside = !inside
		}
	}
	return inside
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
	said := func(x *actor.Mention) bool {
		for i := x.First; i < x.Last; i++ {
			if slices.Contains(words, strings.ToLower(t.lemma(i))) {
				return true
			}
		}
		return false
	}
	return said(p.mention) || len(p.mention.Actors) == 1 && slices.ContainsFunc(t.mentions, func(x actor.Mention) bool { // "Ana Soto, the envoy"
		return len(x.Actors) == 1 && x.Actors[0] == p.mention.Actors[0] && t.is(x.Head, "appos") && t.head(x.Head) == p.token && said(&x)
	})
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

// allows checks the kinds and sectors that relation and rule admit.
func (m *match) allows(a *schema.Actor, as side) bool {
	rel, kinds, sectors := schema.RelationNamed(m.rule.Relation), m.rule.ActorKinds, m.rule.ActorSectors
	fits := rel.Allows(a.Kind)
	if as == asRecipient {
		fits, kinds, sectors = rel.Reaches(a.Kind), m.rule.RecipientKinds, m.rule.RecipientSectors
	}
	if !fits || len(kinds) > 0 && !slices.Contains(kinds, a.Kind) {
		return false
	}
	return len(sectors) == 0 || slices.ContainsFunc(a.Sectors, func(s string) bool { return slices.Contains(sectors, s) })
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

// banned names the word below the trigger that the rule excludes, "" for none.
func (t *tree) banned(m *match) string {
	for _, w := range m.rule.Unless {
		if t.below(m, w) && !t.onlyTopic(m, w) {
			return w
		}
	}
	return ""
}

func (t *tree) anyBelow(m *match, words []string) bool {
	return slices.ContainsFunc(words, func(w string) bool {
		return t.below(m, w) && !t.onlyTopic(m, w) || t.toDo(m.verb, w) || t.entitled(t.obj(m.verb), w)
	})
}

// entitled reports whether the title of a name is that word: "summoned Ambassador Ana Soto".
func (t *tree) entitled(name int, word string) bool {
	return name >= 0 && slices.ContainsFunc(t.children(name, "nmod"), func(k int) bool {
		return k < name && t.rels[k] == "nmod:desc" && strings.EqualFold(t.Tokens[k].Form, word)
	})
}

// toDo reports whether the verb's object is told, or given time, to do what the word says: "gave Berg two days to leave".
func (t *tree) toDo(v int, word string) bool {
	does := func(k int) bool { return t.Tokens[k].XPOS == "VB" && t.lemma(k) == word && t.infinitive(k) }
	return slices.ContainsFunc(t.children(v, "advcl"), does) || slices.ContainsFunc(t.children(v, "obj"), func(o int) bool {
		return slices.ContainsFunc(t.children(o, "acl", "advcl"), does)
	})
}

// below reports whether a word stands among the dependents of the trigger.
func (t *tree) below(m *match, word string) bool {
	for _, top := range m.tokens() {
		for _, st := range t.clause(top, 2) {
			if t.lemma(st.token) != word && !strings.EqualFold(t.Tokens[st.token].Form, word) {
				continue
			}
			if st.token != m.verb && !t.joins(st.token, top) && !t.dates(st.token) && !t.personName(st.token) && !(particle(word) && t.head(st.token) != top && t.head(st.token) >= 0 && t.isVerb(t.head(st.token))) {
				return true
			}
		}
	}
	if o := t.obj(m.verb); o >= 0 && t.lemma(o) == word && !t.personName(o) { // beyond its clause: "a ship it seized", "domains said to have been seized"
		return true
	}
	if h := t.head(m.verb); h >= 0 && t.is(m.verb, "advcl") && t.Tokens[m.verb].XPOS == "VBG" && m.noun < 0 { // "imposed sanctions, targeting banks"
		if o := t.child(h, "obj"); o >= 0 && t.lemma(o) == word {
			return true
		}
	}
	return m.rule.readsClause() && !particle(word) && t.leads(m, word)
}

// joins reports whether a word only joins the clause of its verb to another: the "as" of "left as Peru attacked Chad".
func (t *tree) joins(i, v int) bool {
	return t.is(i, "mark") && t.head(i) == v && i < v && t.is(v, "advcl") && t.finite(v)
}

// leads reports whether a word is the verb, its object, an auxiliary, the
// conjunction or the like of a clause the trigger governs: "said that B must go",
// "asked if B would", "committed to carrying out attacks".
func (t *tree) leads(m *match, word string) bool {
	for _, c := range t.complements(m.nominal()) {
		if t.lemma(c) == word {
			return true
		}
		for _, k := range t.kids[c] {
			if t.lemma(k) == word && t.is(k, "aux", "cop", "case", "advmod", "mark", "punct", "obj") {
				return true
			}
		}
	}
	return false
}
