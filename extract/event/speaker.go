package event

import (
	"slices"

	"github.com/entente-kg/entente/extract/actor"
)

// speaker is who asserts what the trigger at i tells: the subject of the
// nearest verb of saying above it ("Price said …", "…, Price said"), or the
// source of an "according to"; nil when the article itself speaks.
func (t *tree) speaker(i int) *actor.Mention {
	trigger := i
	for n := 0; i >= 0 && n < 2*maxClimb; n++ {
		if m := t.source(i); m != nil {
			return m
		}
		h := t.head(i)
		if h < 0 {
			return nil
		}
		if t.is(i, "conj") && t.is(h, "parataxis") && t.asserts(h) && h < i {
			return nil // "Lind left, a spokesman said, and Berg urged them to stay"
		}
		if t.asserted(i, h) && (i == trigger || !t.is(i, "obj")) {
			return t.notOfHimself(t.named(t.subj(h)), i) // nobody we know, then: whoever says that it was said is another
		}
		i = h
	}
	return nil
}

// notOfHimself drops a "he" said to be the speaker of clause i when it was read
// as somebody whom the clause before it names: nobody calls himself by his name
// in "Lind is charged with murder, he said".
func (t *tree) notOfHimself(m *actor.Mention, i int) *actor.Mention {
	if m == nil || m.How != actor.ByPronoun || len(m.Actors) != 1 {
		return m
	}
	for k := range t.mentions {
		x := &t.mentions[k]
		if x.How != actor.ByPronoun && x.Last <= m.First && len(x.Actors) == 1 && x.Actors[0].ID == m.Actors[0].ID && t.under(x.Head, i) {
			return nil
		}
	}
	return m
}

// quoted is the speaker of the quotation that clause i belongs to, when he is
// named where he is said to speak; -1 when not.
func (t *tree) quoted(i int) int {
	for n := 0; i >= 0 && n < maxClimb; n++ {
		s, h := -1, t.head(i)
		for _, k := range t.children(i, "parataxis") {
			if t.asserts(k) {
				s = t.child(k, "nsubj")
			}
		}
		if h >= 0 && t.is(i, "ccomp") && t.asserts(h) {
			s = t.child(h, "nsubj")
		}
		if s >= 0 {
			if t.mention(s) == nil {
				return -1
			}
			return s
		}
		i = h
	}
	return -1
}

// asserted reports whether clause i is what verb h says, or accuses somebody of.
func (t *tree) asserted(i, h int) bool {
	if !t.asserts(h) {
		return false
	}
	switch t.rel(i) {
	case "ccomp", "xcomp", "obj", "parataxis":
		return true
	case "advcl", "obl":
		return t.lex.alleging[t.lemma(h)] && (t.hasCase(i, "of") || t.hasCase(i, "for"))
	}
	return false
}

// asserts reports whether verb h puts its complement in somebody's mouth.
func (t *tree) asserts(h int) bool {
	if !t.isVerb(h) {
		return false
	}
	return t.lex.saying[t.lemma(h)] || t.lex.alleging[t.lemma(h)]
}

// source is the speaker named beside clause i: "…, Price said", "according to Price".
func (t *tree) source(i int) *actor.Mention {
	for _, k := range t.kids[i] {
		switch {
		case t.is(k, "parataxis", "ccomp", "advcl") && t.asserts(k) && t.is(k, "parataxis") && !t.hasMark(k, "while"): // "while Price said" begins what another said
			if m := t.notOfHimself(t.named(t.nearestSubj(k)), i); m != nil {
				return m
			}
		case t.is(k, "advcl") && t.asserts(k) && t.hasMark(k, "as") && t.child(k, "obj", "ccomp") < 0 && !t.disowned(i): // "as Price has alleged"
			if m := t.named(t.nearestSubj(k)); m != nil {
				return m
			}
		case t.is(k, "obl", "nmod", "advcl", "advmod") && t.attributes(k):
			if m := t.named(k); m != nil {
				return m
			}
		}
	}
	return nil
}

// disowned reports whether clause i is what somebody denies, whatever others allege.
func (t *tree) disowned(i int) bool {
	h := t.head(i)
	return h >= 0 && t.is(i, "ccomp", "xcomp") && t.lemma(h) == "deny"
}

// attributes reports whether phrase k is "according to …" or the like.
func (t *tree) attributes(k int) bool {
	for _, p := range [...]string{"according to", "in the words of"} {
		if t.hasCase(k, p) {
			return true
		}
	}
	cases := t.cases(k)
	return slices.Contains(cases, "according") || slices.Contains(cases, "per")
}

// named is the mention at token i when it stands for somebody, passing through
// "a statement from the ministry" to the ministry.
func (t *tree) named(i int) *actor.Mention {
	ps := t.parties(i, asActor)
	if len(ps) == 0 {
		return nil
	}
	return ps[0].mention
}
