package event

import (
	"slices"
	"strings"

	"github.com/entente-kg/entente/extract/actor"
	"github.com/entente-kg/entente/schema"
)

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
		return t.possessorsOf(m, as)
	case slotComp:
		return t.complement(m, s, as)
	case slotEvent:
		return t.complementEvent(m.nominal(), m, 0)
	case slotPrep:
		heads = t.prepositional(m, s.prep)
	case slotCond:
		heads = t.conditional(m)
	case slotHarm:
		if a := t.striker(m.verb); a >= 0 {
			heads = []int{a}
		}
	}
	var out []party
	for _, h := range heads {
		if s.kind == slotPrep && t.calendar(h) || s.kind == slotSubj && m.deed() && strings.EqualFold(t.Tokens[h].Form, "we") {
			continue // "we have trained them", says one man of many
		}
		if s.kind == slotPrep && s.prep == "on" && as == asRecipient && t.stagedFirst(h, m.verb) {
			continue // "On Capitol Hill, Lind accused Berg"
		}
		if k := t.townNamed(h); k >= 0 && as == asRecipient && schema.RelationNamed(m.rule.Relation).Reaches(schema.Place) {
			h = k
		}
		for _, p := range t.partiesOf(m, t.antecedent(h), s.kind, as) {
			if p.owner && m.friendly() && t.hasCase(p.token, "against") {
				continue // "backed the campaign against Chad"
			}
			if p.owner && (s.direct || as == asRecipient && m.personal() && !t.lex.agents[t.lemma(h)] && !t.settled(h, p)) {
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

// stagedFirst reports whether phrase h stands before the subject of verb v.
func (t *tree) stagedFirst(h, v int) bool {
	subject := t.child(v, "nsubj")
	return subject >= 0 && h < subject && t.head(h) == v
}

// settled reports whether noun h is a town, and p its name: "the town of Aden".
func (t *tree) settled(h int, p party) bool {
	return t.lex.settlements[t.lemma(h)] && p.mention.Place != nil && t.head(p.token) == h && t.hasCase(p.token, "of")
}

// townNamed is the name of the town that noun h only says is one, "Aleppo" in "the
// Syrian city of Aleppo"; -1 for any other noun.
func (t *tree) townNamed(h int) int {
	if !t.lex.settlements[t.lemma(h)] || t.mention(h) != nil {
		return -1
	}
	for _, k := range t.children(h, "nmod") {
		if m := t.mention(k); m != nil && m.Place != nil && t.hasCase(k, "of") {
			return k
		}
	}
	return -1
}

// friendly reports whether the relation does its recipient good, which what is
// against somebody does not.
func (m *match) friendly() bool {
	switch schema.RelationNamed(m.rule.Relation).Root {
	case "SUPPORT", "AID", "AGREE", "COOPERATE":
		return true
	}
	return false
}

// deed reports whether the relation is something done and not said, which one who
// says "we" need not have done himself.
func (m *match) deed() bool {
	switch schema.RelationNamed(m.rule.Relation).Root {
	case "AID", "ASSAULT", "COERCE", "MOBILIZE", "SANCTION", "RETREAT", "PROTEST":
		return true
	}
	return false
}

// calendar reports whether phrase h is a date, whatever the parser hung on it.
func (t *tree) calendar(h int) bool {
	if t.mention(h) != nil {
		return false
	}
	day := func(k int) bool { return t.lex.time[t.lemma(k)] }
	return t.Tokens[h].UPOS == "NUM" && slices.ContainsFunc(t.children(h, "nmod:unmarked", "flat", "compound"), day)
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
			if prep == "from" && t.lex.barring[t.lemma(m.verb)] || prep != "by" && t.lex.harms[t.lemma(h)] {
				continue // "criticized the sanctions on Chad"
			}
			if x := t.mention(k); x != nil && t.hasCase(k, prep) && t.serves(x, as) && !t.bearing(x) {
				return []party{{x, k, true}}
			}
		}
	}
	return nil
}

// bearing reports whether a place only says from where something lies: "three
// towns west of Tripoli".
func (t *tree) bearing(x *actor.Mention) bool {
	for i := x.First - 1; i > 0 && i >= x.First-4; i-- {
		if t.Tokens[i].Lemma == "of" || t.Tokens[i].Lemma == "from" {
			switch strings.ToLower(t.Tokens[i-1].Form) {
			case "north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest", "outside", "kilometers", "kilometres", "miles", "km":
				return true
			}
		}
	}
	return false
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
		if a := t.maker(m.noun); a >= 0 {
			return []int{a}
		}
		if a := max(t.claimed(m.noun), t.answering(m.noun)); a >= 0 {
			return []int{a}
		}
		if t.is(m.noun, "obl", "advcl") && !m.mutual() && !t.moved(m) && !t.inDoing(m) {
			return nil // "after the attack, Paris mourned"
		}
		s = t.nounSubj(m.noun, 0)
	} else {
		s = t.subj(m.verb)
		if s < 0 && schema.RelationNamed(m.rule.Relation).Root == "ASSAULT" && t.passive(m.verb) {
			s = t.striker(m.verb)
		}
		if t.lemma(m.verb) == "thank" && t.child(m.verb, "dep") == m.verb+1 { // "Thank you, Lind", he wrote
			s = t.quoted(m.verb)
		}
	}
	if s < 0 {
		return nil
	}
	return []int{s}
}

// moved reports whether the noun is what the subject of its clause acts on: whoever
// does something "at Chad's request" was asked. In "asked about a raid by Mali at
// Chad's request" it is somebody else who did it.
func (t *tree) moved(m *match) bool {
	for i := range t.mentions {
		if x := &t.mentions[i]; x.First > t.head(m.noun) && x.Last <= m.noun && t.hasCase(x.Head, "by") {
			return false
		}
	}
	return (t.hasCase(m.noun, "at") || t.hasCase(m.noun, "under")) && slices.ContainsFunc(m.rule.NounRecipient, func(step []string) bool {
		return slices.Contains(step, "subj")
	})
}

// inDoing reports whether a noun names what was shown by the deed: "left in protest",
// "flew to Riga in support of B".
func (t *tree) inDoing(m *match) bool {
	switch schema.RelationNamed(m.rule.Relation).Root {
	case "PROTEST", "SUPPORT":
		return t.hasCase(m.noun, "in") && (t.fronted(m.noun) || t.child(m.noun, "det", "nmod:poss", "amod", "compound", "nummod") < 0)
	case "ACCUSE", "THREATEN", "REJECT", "REQUEST", "CONCEDE":
		return t.fronted(m.noun)
	}
	return false
}

// fronted reports whether noun n names at the head of the sentence what the deed
// told in it was: "In a rebuke to Chad, Mali closed the port".
func (t *tree) fronted(n int) bool {
	d := t.child(n, "det")
	return t.hasCase(n, "in") && t.head(n) > n && d >= 0 && t.lemma(d) == "a" && t.kids[n][0] == t.lead && t.nearestSubj(t.head(n)) > n
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
	out = slices.DeleteFunc(out, func(i int) bool { // "the two met after talks with B"
		if t.lex.eves[t.lemma(i)] && i != m.noun {
			return true // "sanctions on the eve of the talks"
		}
		h := t.head(i)
		return h >= 0 && h != m.verb && h != m.noun && isTalk(t.lemma(h)) && t.circumstance(h, m.verb)
	})
	if m.noun >= 0 && len(out) == 0 {
		out = t.furtherOff(m, prep)
	}
	if h := t.head(m.nominal()); len(out) == 0 && m.noun == m.verb && h >= 0 && (t.is(m.noun, "obj") && (t.supports(h) || t.lex.suffering[t.lemma(h)]) || t.answering(m.noun) >= 0 || t.is(m.noun, "nsubj") && (t.lex.happening[t.lemma(h)] || t.passive(h) && (prep != "by" || t.doneThrough(h)))) {
		for _, k := range t.children(h, "obl", "nmod") {
			if k > m.noun && t.hasCase(k, prep) {
				out = append(out, k)
			}
		}
	}
	if n := m.nominal() + 1; len(out) == 0 && n+1 < len(t.Tokens) && strings.EqualFold(t.Tokens[n].Form, prep) {
		for k := range t.mentions { // right behind it, wherever it hangs
			if x := &t.mentions[k]; x.First == n+1 && !t.is(x.Head, "nmod:poss", "compound", "amod") {
				out = append(out, x.Head)
				break
			}
		}
	}
	return slices.Compact(out)
}

// doneThrough reports whether who does verb h does what its subject names: a raid is carried out or
// claimed by those who made it, and condemned by others.
func (t *tree) doneThrough(h int) bool {
	return t.lex.support[t.lemma(h)] || t.lex.announcing[t.lemma(h)] || t.lex.doing[t.lemma(h)]
}

// furtherOff looks for a phrase that belongs to an event noun beyond its own
// clause: in its participle ("sanctions imposed on B") or after an insertion
// ("sanctions, including travel bans, on B").
func (t *tree) furtherOff(m *match, prep string) []int {
	for _, c := range t.instruments(m) {
		if out := t.allAfter(c, prep, nearReach+1); len(out) > 0 {
			return out
		}
	}
	if prep != "on" && prep != "against" && prep != "from" && prep != "with" {
		return nil
	}
	return t.allAfter(m.nominal(), prep, farReach+1)
}

// possessorsOf are the actors that stand before the trigger; before an "its" who
// is helped in it. An event is no actor itself.
func (t *tree) possessorsOf(m *match, as side) []party {
	if m.noun == m.verb {
		if out := t.parties(t.helped(m.noun), as); len(out) > 0 {
			return out
		}
	}
	return slices.DeleteFunc(t.possessors(m.nominal(), as), func(p party) bool {
		return m.noun == m.verb && p.mention == t.mention(m.noun)
	})
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
			if mm := t.mention(kk); mm != nil && mm != t.mention(k) && t.serves(mm, as) && kk < n && !t.partOfName(mm, t.mention(k)) {
				out = append(out, party{mm, kk, false})
			}
		}
	}
	return distinct(out)
}

// partOfName reports whether mention a stands right before b, of another kind,
// and belongs to its name: "the United States Department of Justice".
func (t *tree) partOfName(a, b *actor.Mention) bool {
	return b != nil && a.Last == b.First && !t.alike(a, b)
}
