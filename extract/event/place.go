package event

import (
	"slices"

	"github.com/entente-kg/entente/extract/actor"
	"github.com/entente-kg/entente/schema"
)

// placePreps lead to where something happens. "On" is not among them: it leads
// to what the talks are about sooner than to where they are.
var placePreps = [...]string{"in", "at", "near", "outside", "inside", "across", "throughout", "around", "along", "within"}

// goalPreps lead to where somebody goes for the event.
var goalPreps = [...]string{"to", "into", "for"}

// place is where the match happened: the nearest phrase of place in the
// trigger's clause, else that of the clause whose subject or purpose it shares.
func (t *tree) place(m *match) *actor.Mention {
	if schema.RelationNamed(m.rule.Relation).Name == "travels-to" {
		return nil
	}
	if m.ownPlace {
		return t.placeAfter(m.recipients[0].mention.Last)
	}
	for n, top := range t.scopes(m) {
		if p := t.relativePlace(m); n > 0 && top.token != m.verb && p != nil {
			return p // the clause itself names no place
		}
		if p := t.placeBelow(m, top.token, top.motion); p != nil {
			return p
		}
	}
	return t.relativePlace(m)
}

// placeAfter is the place named right behind token i with a preposition of place, or nil.
func (t *tree) placeAfter(i int) *actor.Mention {
	if i >= len(t.Tokens) || !slices.Contains(placePreps[:], t.lemma(i)) {
		return nil
	}
	for m := range t.mentions {
		if x := &t.mentions[m]; x.Place != nil && x.First == i+1 {
			return x
		}
	}
	return nil
}

// relativePlace is the place that a clause with "where" describes: "to Riga,
// where he met B".
func (t *tree) relativePlace(m *match) *actor.Mention {
	v := t.whereClause(m.verb)
	if v < 0 {
		return nil
	}
	h := t.head(v)
	if !t.isVerb(h) {
		return t.placeAt(h)
	}
	if x := t.placeBeforeWhere(v); x != nil {
		return x
	}
	var last *actor.Mention // the parser hung the clause on the verb of going
	for _, k := range t.children(h, "obj", "obl") {
		goal := t.is(k, "obj") || slices.ContainsFunc(slices.Concat(goalPreps[:], placePreps[:]), func(p string) bool { return t.hasCase(k, p) })
		if x := t.placeAt(k); k < v && goal && x != nil {
			last = x
		}
	}
	return last
}

// placeBeforeWhere is the place named right before the "where" of clause v, or nil.
func (t *tree) placeBeforeWhere(v int) *actor.Mention {
	for _, k := range t.kids[v] {
		if t.lemma(k) != "where" {
			continue
		}
		i := k
		if i > 0 && t.Tokens[i-1].Form == "," {
			i--
		}
		for m := range t.mentions {
			if x := &t.mentions[m]; x.Last == i && x.Place != nil {
				return x
			}
		}
	}
	return nil
}

// whereClause is the verb of the clause with "where" that verb v stands in; -1
// when it stands in none.
func (t *tree) whereClause(v int) int {
	for n := 0; v >= 0 && n < maxClimb; v, n = t.head(v), n+1 {
		for _, k := range t.kids[v] {
			if t.lemma(k) == "where" && t.head(v) >= 0 && t.is(v, "acl", "advcl") {
				return v
			}
		}
		if !t.is(v, "conj", "obj", "xcomp", "advcl") {
			return -1
		}
	}
	return -1
}

// scope is a token below which the circumstances of an event may stand.
type scope struct {
	token  int
	motion bool // reached from a purpose: "flew to Rome to meet B" happens in Rome
}

// scopes are the clauses that may carry the event's place and time, own first.
func (t *tree) scopes(m *match) []scope {
	out := []scope{{m.nominal(), false}}
	if m.verb != m.nominal() {
		out = append(out, scope{m.verb, false})
	}
	i := m.verb
	for n := 0; n < maxClimb; n++ {
		h := t.head(i)
		if h < 0 || !t.sharesTime(i, h) {
			break
		}
		out = append(out, scope{h, t.infinitive(i) || t.is(i, "obl", "nmod") || m.inPerson() && t.is(i, "conj") && i > h && t.travels(h)})
		i = h
	}
	return out
}

// inPerson reports whether the participants are together where it happens.
func (m *match) inPerson() bool { return m.rule.Relation == "met-with" && m.noun < 0 }

// travels reports whether verb v tells of a journey, so that who then met
// somebody did it where he went: "flew to Rome and met B".
func (t *tree) travels(v int) bool {
	return slices.ContainsFunc(t.lex.verbs[t.lemma(v)], func(r *Rule) bool { return r.Relation == "travels-to" && t.particleFits(v, t.lemma(v), r.Verbs) })
}

// sharesTime reports whether what is said of h's place and time holds for i too.
func (t *tree) sharesTime(i, h int) bool {
	switch t.rel(i) {
	case "xcomp":
		return !t.lex.saying[t.lemma(h)]
	case "advcl": // "to thank B"; "…, accusing B"
		return t.infinitive(i) || t.Tokens[i].XPOS == "VBG" && len(t.cases(i)) == 0
	case "conj":
		return t.isVerb(i) == t.isVerb(h) && t.child(i, "nsubj") < 0 && (t.isVerb(h) || t.child(h, "cop") < 0)
	case "obj":
		return t.supports(h) && !t.lex.saying[t.lemma(h)]
	case "nsubj":
		return !t.lex.saying[t.lemma(h)]
	case "obl":
		return !t.lex.saying[t.lemma(h)] && !t.hasCase(i, "after") && !t.hasCase(i, "before") && !t.hasCase(i, "following") && !t.hasCase(i, "ahead of")
	case "nmod", "acl":
		return t.isNoun(h) && t.mention(h) == nil && t.rels[i] != "acl:relcl" && !t.finite(i)
	}
	return false
}

// placeBelow is the nearest phrase of place below top, in its clause.
func (t *tree) placeBelow(m *match, top int, motion bool) *actor.Mention {
	for _, st := range t.clause(top, 3) {
		k := st.token
		if k == top || t.complemented(k, top) || t.inside(k, top) || !t.is(k, "obl", "nmod", "dep") || m.holds(t.mention(k)) || !t.sited(m, k, top) || t.ofObject(m, k) {
			continue
		}
		led := func(p string) bool { return t.hasCase(k, p) }
		if !slices.ContainsFunc(placePreps[:], led) && !(motion && slices.ContainsFunc(goalPreps[:], led)) && !(led("on") && t.mention(k) == nil) {
			continue
		}
		if p := t.placeAt(k); p != nil && !m.holds(p) {
			return p
		}
	}
	return nil
}

// sited reports whether what phrase k says of the nouns between it and top it
// says of the event: of the other side ("strikes on targets in Chad"), of a
// place ("at a hotel in Riga") or of the occasion ("at a lunch in Rome"), but
// not of what was talked about ("talks on the war in Chad").
func (t *tree) sited(m *match, k, top int) bool {
	for up := t.head(k); up >= 0 && up != top; up = t.head(up) {
		x := t.mention(up)
		switch {
		case up == m.noun || up == m.verb || t.lex.time[t.lemma(up)] || t.lex.locales[t.lemma(up)] || x != nil && x.Place != nil:
		case !m.physical() || t.joinedEvent(up):
			return false
		case m.heldBy(t, up) || t.occasion(up):
		case m.personal() && t.is(up, "obj"): // "discussed the war in Chad"
			return false
		case len(t.lex.nouns[t.lemma(up)]) > 0 || t.lex.harms[t.lemma(up)] || !t.is(up, "obj", "appos", "conj", "flat") && !t.hasCase(up, "of"):
			return false
		}
	}
	return true
}

// ofObject reports whether phrase k stands right behind the object of a verb of
// words: in "criticized the policy in Chad" it is the policy that is there,
// wherever the parser hung it.
func (t *tree) ofObject(m *match, k int) bool {
	o, x := t.child(m.verb, "obj"), t.mention(k)
	if m.physical() || o < 0 || x == nil || x.First < 2 {
		return false
	}
	return t.under(x.First-2, o) && !t.is(x.First-2, "punct")
}

// occasion reports whether noun phrase k tells on what occasion something
// happened: "in two attacks", "at a working lunch", "during the rally".
func (t *tree) occasion(k int) bool {
	return t.hasCase(k, "in") || t.hasCase(k, "at") || t.hasCase(k, "during")
}

// heldBy reports whether noun phrase i names one of the participants, itself or
// as what is theirs: "Chad's camps".
func (m *match) heldBy(t *tree, i int) bool {
	names := func(r role) bool { return t.under(r.mention.Head, i) }
	return slices.ContainsFunc(m.actors, names) || slices.ContainsFunc(m.recipients, names)
}

// physical reports whether the relation is a deed that happens where the other
// side is, and not words about it.
func (m *match) physical() bool {
	switch schema.RelationNamed(m.rule.Relation).Root {
	case "CONSULT", "ASSAULT", "COERCE", "MOBILIZE", "PROTEST", "AID", "RETREAT", "COOPERATE":
		return true
	}
	return false
}

// complemented reports whether token k lies in the complement of verb top: what
// is agreed to happen in London need not be agreed there.
func (t *tree) complemented(k, top int) bool {
	for ; k >= 0 && k != top; k = t.head(k) {
		if t.is(k, "xcomp") && t.isVerb(k) && t.isVerb(top) {
			return true
		}
	}
	return false
}

// placeAt is the place named at k, passing through a word for a place: "the
// city of Aden", "a hotel in Riga", "the Geneva talks".
func (t *tree) placeAt(k int) *actor.Mention {
	if m := t.mention(k); m != nil {
		if m.Place != nil && t.locational(m) {
			return m
		}
		return nil
	}
	if !t.lex.locales[t.lemma(k)] {
		return nil
	}
	for _, kk := range t.children(k, "nmod", "appos", "compound", "flat") {
		m := t.mention(kk)
		if m == nil || m.Place == nil || !t.locational(m) || t.is(kk, "compound") && m.Place.Kind == schema.State {
			continue // "the Geneva talks" are in Geneva, "the China talks" about China
		}
		if t.is(kk, "appos", "compound", "flat", "nmod:poss") || t.hasCase(kk, "of") || t.hasCase(kk, "in") {
			return m
		}
	}
	return nil
}

// locational reports whether a mention names a place outright: "Ukraine", not
// "Ukrainian".
func (t *tree) locational(m *actor.Mention) bool { return m.How != actor.ByNationality }

// holds reports whether the mention is one of the participants.
func (m *match) holds(x *actor.Mention) bool {
	if x == nil {
		return false
	}
	same := func(r role) bool { return r.mention == x }
	return slices.ContainsFunc(m.actors, same) || slices.ContainsFunc(m.recipients, same)
}

// where is the place of a match. The dateline serves only in the lead, and only
// when the event is of a kind that happens somewhere.
func (p *page) where(t *tree, m *match) *actor.Mention {
	if x := t.place(m); x != nil {
		return x
	}
	rel := schema.RelationNamed(m.rule.Relation)
	if t.Index > 0 || rel.Name == "travels-to" || !happensSomewhere(rel.Root) {
		return nil
	}
	x := t.datelinePlace()
	if x == nil || m.holds(x) || rel.Root == "ASSAULT" && t.placedElsewhere(x) {
		return nil
	}
	return x
}

// placedElsewhere reports whether the sentence names another place than the dateline's, where an attack that
// is told from afar may have been.
func (t *tree) placedElsewhere(dateline *actor.Mention) bool {
	return slices.ContainsFunc(t.mentions, func(x actor.Mention) bool {
		return x.Place != nil && x.First > t.lead && x.Place.ID != dateline.Place.ID && t.locational(&x) && (x.Place.Kind == schema.Place || t.Tokens[x.First].XPOS != "JJ")
	})
}

// happensSomewhere reports whether events of that root have a place of their own.
func happensSomewhere(root string) bool {
	switch root {
	case "CONSULT", "PROTEST", "ASSAULT":
		return true
	}
	return false
}
