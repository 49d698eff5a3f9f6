package event

import (
	"strings"

	"github.com/entente-kg/entente/extract/actor"
	"github.com/entente-kg/entente/schema"
)

// ownerPreps lead from a thing to whose it is, best first.
var ownerPreps = [...]string{"of", "by", "from", "for", "in", "between", "on", "against", "at", "with", "to", "near", "inside", "across"}

// maxOwners bounds the chain of owners: "the possibility of a move by B".
const maxOwners = 3

// owner is the actor behind a noun phrase that is no actor itself: the name it
// is an apposition to, the possessor of a proposal, the nationality of a
// decision, the group its members belong to. Kin and staff are people of their
// own, so they own nothing here.
func (t *tree) owner(i int, as side, depth int) *party {
	if t.isCharge(i) && as == asRecipient {
		if o := t.accuser(i); o != nil {
			return o
		}
	}
	if o := t.apposed(i, as); o != nil {
		return o
	}
	if o := t.measured(i, as); o != nil {
		return o
	}
	if t.lex.kin[t.lemma(i)] || t.oppositeNumber(i) || as == asPlace || t.Tokens[i].UPOS == "PRON" || depth > maxOwners {
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

// isCharge reports whether noun i is what somebody is said to have done, set beside what says it:
// "accused Chad of theft, a charge that Chad denied".
func (t *tree) isCharge(i int) bool {
	switch t.lemma(i) {
	case "charge", "accusation", "allegation", "claim", "step", "move", "decision":
		return t.is(i, "obj", "appos", "parataxis", "nmod", "conj", "dep", "obl") && t.child(i, "acl") > i
	}
	return false
}

// accuser is who makes charge i: the subject of the verb of accusing above it.
func (t *tree) accuser(i int) *party {
	deed := t.lemma(i) == "step" || t.lemma(i) == "move" || t.lemma(i) == "decision"
	for h := t.head(i); h >= 0; h = t.head(h) {
		if deed && t.isVerb(h) {
			if s := t.subj(h); !t.is(i, "obj") && t.mention(s) != nil && t.serves(t.mention(s), asRecipient) { // "sent lorries, a step that Chad condemned"
				return &party{t.mention(s), s, false}
			}
			return nil
		}
		if !t.isVerb(h) || !t.lex.alleging[t.lemma(h)] && !t.lex.saying[t.lemma(h)] || t.lemma(h) == "deny" {
			continue
		}
		s := t.subj(h)
		if m := t.mention(s); m != nil && t.serves(m, asRecipient) {
			return &party{m, s, false}
		}
		return nil
	}
	return nil
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
		if !t.hasCase(k, "of") && !t.is(k, "compound") {
			continue
		}
		if m := t.mention(k); m != nil && t.serves(m, as) {
			return &party{m, k, false}
		}
		if p := t.measured(k, as); p != nil { // "tens of thousands of workers"
			return p
		}
	}
	return nil
}

// apposed is the name beside a description: "one of the critics, Browder",
// "Browder, a critic,".
func (t *tree) apposed(i int, as side) *party {
	for _, k := range t.children(i, "appos", "flat", "list") {
		if m := t.mention(k); m != nil && t.serves(m, as) && !t.otherThan(i, m) {
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

// otherThan reports whether a person's name beside noun i belongs elsewhere: "the man who drafted the
// request, Lars Berg," is no request.
func (t *tree) otherThan(i int, m *actor.Mention) bool {
	if len(m.Actors) == 0 || m.Actors[0].Kind != schema.Person || i+1 >= len(t.Tokens) || t.Tokens[i+1].Form != "," {
		return false
	}
	switch t.lemma(i) {
	case "request", "letter", "report", "memo", "article", "bill", "law", "plan", "document", "statement", "resolution", "agreement", "deal",
		"proposal", "petition", "book", "speech", "complaint", "lawsuit", "motion", "strategy", "policy":
		return true
	}
	return false
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
			if prep == "with" && t.lex.agents[t.lemma(i)] || prep == "on" && t.lex.channels[strings.ToLower(t.lemma(k))] {
				continue // "countries with a U.S. base" are not the U.S.'s, nor is Twitter's who is mocked on it
			}
			if m := t.mention(k); m != nil && t.serves(m, as) && !(locative(prep) && onlyPlace(m)) {
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
		} else if s := t.child(c, "nsubj"); s >= 0 && !t.relative(s) && !t.hasMark(c, "that") { // "a report that B had lied" is not B's
			a = s
		}
		if m := t.mention(a); m != nil && t.serves(m, as) {
			return &party{m, a, true}
		}
	}
	return nil
}

// locative reports whether a preposition says where a thing is.
func locative(prep string) bool {
	switch prep {
	case "in", "at", "near", "inside", "across", "on", "between":
		return true
	}
	return false
}

// onlyPlace reports whether a mention stands for a place that does nothing:
// what is near it is not its own.
func onlyPlace(m *actor.Mention) bool {
	return len(m.Actors) == 0 && m.Place != nil && m.Place.Kind == schema.Place
}

// oppositeNumber reports whether token i is the head of "Berg's opposite number", who is not Berg.
func (t *tree) oppositeNumber(i int) bool {
	return t.lemma(i) == "number" && i > 0 && t.lemma(i-1) == "opposite"
}
