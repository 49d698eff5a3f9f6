package event

import (
	"slices"
	"strings"

	"github.com/entente-kg/entente/extract/actor"
	"github.com/entente-kg/entente/schema"
)

// joinedInside reports whether token i is joined to a name inside mention m
// rather than to m: "soldiers from Chad and Mali" are one group of soldiers.
func (t *tree) joinedInside(m, i, h int) bool {
	if t.at[h] == m {
		return false
	}
	if t.rels[i] == "acl:relcl" { // "the family of a man who fought"
		return t.lex.kin[t.lemma(t.mentions[m].Head)] && t.mentions[t.at[h]].Head == h
	}
	if t.rels[i] != "conj" || t.at[i] < 0 {
		return false
	}
	joined := &t.mentions[t.at[i]]
	return t.alike(joined, &t.mentions[t.at[h]]) && !t.alike(joined, &t.mentions[m])
}

// describeOn takes for a further description what the parser joined to a name that
// is described already: "Lind, an activist, and currently a candidate, spoke".
func (t *tree) describeOn() {
	for c, h := range t.heads {
		if t.rels[c] != "conj" || h < 0 || h > c || t.at[h] < 0 || len(t.mentions[t.at[h]].Actors) != 1 || t.mentions[t.at[h]].Actors[0].Kind != schema.Person {
			continue
		}
		indefinite, described := false, false
		for k, up := range t.heads {
			form := strings.ToLower(t.Tokens[k].Form)
			indefinite = indefinite || up == c && t.rels[k] == "det" && (form == "a" || form == "an")
			described = described || up == h && t.rels[k] == "appos" && k < c
		}
		if indefinite && described {
			t.rels[c] = "appos"
		}
	}
}

// raiseTalks hangs the talks in which something was said on the verb of saying,
// where the parser hung them on what was said: in "Lind said B had no answer, in
// a call with C" it is Lind who calls.
func (t *tree) raiseTalks() {
	for i := range t.Tokens {
		if t.rels[i] != "obl" || t.heads[i] < 0 || t.heads[i] > i || !t.conversation(i) {
			continue
		}
		start := t.phraseStart(i)
		if start < 1 || t.Tokens[start-1].Form != "," || !slices.Contains([]string{"in", "during", "at"}, strings.ToLower(t.Tokens[start].Form)) {
			continue
		}
		if said := t.claimant(t.heads[i]); said >= 0 {
			t.heads[i] = said
		}
	}
}

// conversation reports whether noun i names an occasion to speak: talks, a call.
func (t *tree) conversation(i int) bool {
	return t.isNoun(i) && slices.ContainsFunc(t.lex.nouns[t.lemma(i)], func(r *Rule) bool {
		return schema.RelationNamed(r.Relation).Root == "CONSULT" && r.Relation != "travels-to"
	})
}

// phraseStart is the first of the words that hang on noun i before it.
func (t *tree) phraseStart(i int) int {
	for k := range i {
		if t.heads[k] == i && t.rels[k] != "punct" {
			return k
		}
	}
	return i
}

// claimant is the verb of saying that a person is the subject of and that clause
// v is the content of; -1 where there is none. It is asked before children are listed.
func (t *tree) claimant(v int) int {
	for n := 0; v >= 0 && n < maxClimb; n++ {
		h := t.heads[v]
		if h >= 0 && h < v && t.rels[v] == "ccomp" && (t.lex.saying[t.lemma(h)] || t.lex.alleging[t.lemma(h)]) {
			return h
		}
		if !t.is(v, "conj", "xcomp", "advcl") {
			return -1
		}
		v = h
	}
	return -1
}

// shareNation lets forces joined to those of a nation be that nation's too: of
// "Chadian tanks and troops" the troops are Chadian, not some others.
func (t *tree) shareNation() {
	for b := range t.mentions {
		y := &t.mentions[b]
		if y.First < 2 || y.Last != y.First+1 || y.How != actor.ByGroup || t.Tokens[y.First-1].UPOS != "CCONJ" || !t.lex.forces[t.lemma(y.Head)] {
			continue
		}
		x := t.mention(y.First - 2)
		if x == nil || x.How != actor.ByNationality || len(x.Actors) == 0 || x.Last-x.First < 2 || x.Head != x.Last-1 || !t.lex.forces[t.lemma(x.Head)] {
			continue
		}
		t.mentions = slices.Clone(t.mentions)
		t.mentions[b].Actors, t.mentions[b].How = x.Actors, x.How
	}
}

// enlistStops joins the stops of a tour where the parser lost them among the
// days: in "visits Chad on Monday and Mali on Friday" Mali is a stop as well.
func (t *tree) enlistStops() {
	for b := range t.mentions {
		y := &t.mentions[b]
		if y.Place == nil || y.First < 4 || !t.onDay(y.Last) {
			continue
		}
		k := y.First - 1
		for k > 0 && (t.Tokens[k].UPOS == "CCONJ" || t.Tokens[k].Form == ",") {
			k--
		}
		if k == y.First-1 || k < 2 || !t.onDay(k-1) {
			continue
		}
		if x := t.mention(k - 2); x != nil && x.Place != nil && x.Last == k-1 && t.heads[x.Head] != y.Head {
			t.heads[y.Head], t.rels[y.Head] = x.Head, "conj"
			t.heads[k], t.rels[k] = x.Head, "nmod"
			t.heads[y.Last+1], t.rels[y.Last+1] = y.Head, "nmod"
		}
	}
}

// onDay reports whether a day or a month with its preposition begins at token i.
func (t *tree) onDay(i int) bool {
	if i+1 >= len(t.Tokens) || !t.lex.time[t.lemma(i+1)] {
		return false
	}
	w := strings.ToLower(t.Tokens[i].Form)
	return w == "on" || w == "in"
}

// forSubject is who an infinitive speaks of when "for" leads to him right before
// it: "an invitation for B to come"; -1 when nobody stands there.
func (t *tree) forSubject(v int) int {
	for _, k := range t.kids[v] {
		if k < 1 || t.Tokens[k].XPOS != "TO" || !t.is(k, "mark") {
			continue
		}
		m := t.mention(k - 1)
		if m == nil || m.Last != k || len(m.Actors) == 0 || !t.is(m.Head, "nmod", "nsubj") || !t.hasCase(m.Head, "for") && !t.hasMark(v, "for") {
			return -1
		}
		return m.Head
	}
	return -1
}

// wished is the status of an infinitive with a subject after "for": it is what the
// noun before says, a plan or a deal, or else no more than thought of.
func (t *tree) wished(v int) reading {
	s := t.forSubject(v)
	if s < 0 || !t.is(s, "nmod") || t.head(s) < 0 {
		return reading{status: schema.Occurred}
	}
	if r := t.lex.word(t.lex.cueNouns, t, t.head(s)); r.status != "" {
		return r
	}
	return reading{status: schema.Hypothetical, cue: "for"}
}

// oneByOne is the first of several states that a description spans, "the leaders
// of Chad" in "the leaders of Chad, Mali and Niger": each then stands for its own,
// as the others do. It is -1 for any other mention.
func (t *tree) oneByOne(m *actor.Mention) int {
	if len(m.Actors) != 1 || m.Actors[0].Kind != schema.Group || t.Tokens[m.Head].XPOS != "NNS" {
		return -1
	}
	for _, k := range t.children(m.Head, "nmod") {
		if x := t.mention(k); x != nil && x.Head == k && k < m.Last && t.hasCase(k, "of") && t.ofStates(x) && slices.ContainsFunc(t.joinedTo(k), func(c int) bool { return t.ofStates(t.mention(c)) }) {
			return k
		}
	}
	return -1
}

func (t *tree) ofStates(m *actor.Mention) bool {
	return m != nil && len(m.Actors) == 1 && m.Actors[0].Kind == schema.State
}

// raiseCausees makes the one who is let, helped or made to do something the object
// of that verb, where the parser has him as the subject of a bare infinitive or as
// a part of it: "helped Chad fight the rebels".
func (t *tree) raiseCausees() {
	for k, v := range t.heads {
		if v <= k || t.at[k] < 0 || t.mentions[t.at[k]].Head != k || t.Tokens[v].XPOS != "VB" || t.rels[v] != "xcomp" || t.rels[k] != "nsubj" && t.rels[k] != "compound" {
			continue
		}
		h, x := t.heads[v], &t.mentions[t.at[k]]
		if h < 0 || h >= x.First || x.Last != v || h != x.First-1 || t.nonFinite(v) {
			continue
		}
		switch t.lemma(h) {
		case "let", "help", "make", "have", "see", "watch":
			t.heads[k], t.rels[k] = h, "obj"
		}
	}
}

// shareOwners gives a second deed the doer of the first one: in "Chad's attack on
// Mali and its threat to Niger" it is Chad that threatens, not whom it attacked.
func (t *tree) shareOwners() {
	for b := range t.mentions {
		y := &t.mentions[b]
		n := t.heads[y.Head]
		if y.How != actor.ByPronoun || y.First < 1 || t.Tokens[y.First-1].UPOS != "CCONJ" || t.rels[y.Head] != "nmod:poss" || n < 0 || len(t.lex.nouns[t.lemma(n)]) == 0 {
			continue
		}
		for a := range t.mentions {
			x := &t.mentions[a]
			first := t.heads[x.Head]
			if x.Last <= y.First && t.rels[x.Head] == "nmod:poss" && first > x.Head && first < y.First && len(x.Actors) == 1 && len(t.lex.nouns[t.lemma(first)]) > 0 && t.rels[n] == "conj" && t.under(n, first) && t.alike(x, y) {
				t.mentions = slices.Clone(t.mentions)
				t.mentions[b].Actors = x.Actors
				break
			}
		}
	}
}
