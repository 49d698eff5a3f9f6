package event

import (
	"slices"
	"strings"

	"github.com/entente-kg/entente/extract/actor"
)

// freeVerbs reads as verbs what the tagger took for nouns: "threatened to shell
// the port", "could pardon Lind", "Lind plans to visit". What stands around them
// shows what they are.
func (t *tree) freeVerbs() {
	for i := 1; i < len(t.Tokens); i++ {
		switch {
		case t.unread(i):
			t.freeInfinitive(i)
		case t.Tokens[i].XPOS == "NNS" && t.lemmaOf(t.lex.cueVerbs, i) && i+1 < len(t.Tokens) && strings.EqualFold(t.Tokens[i+1].Form, "to"):
			t.freePresent(i)
		}
	}
	for m := range t.mentions {
		t.objectOf(t.mentions[m].Head, t.mentions[m].First-1)
	}
}

// unread reports whether token i, tagged as a noun, is a bare verb: after "to"
// or an auxiliary, with its object right behind it. A noun there would want a
// preposition before a name.
func (t *tree) unread(i int) bool {
	k := &t.Tokens[i]
	if k.UPOS != "NOUN" && k.UPOS != "PROPN" || k.XPOS == "NNS" || strings.ToLower(k.Form) != k.Form || len(t.lex.verbs[k.Form]) == 0 || i+1 >= len(t.Tokens) {
		return false
	}
	switch before := &t.Tokens[i-1]; {
	case strings.EqualFold(before.Form, "to"):
		if i > 1 && t.isVerb(i-2) && t.lex.verbCue(t, i-2).status != "" {
			return true
		}
	case before.XPOS != "MD" && before.UPOS != "PART" && before.Lemma != "do":
		return false
	}
	return t.begins(i+1) >= 0 || t.begins(i) >= 0 && t.Tokens[i+1].UPOS == "PROPN"
}

// begins is the mention that begins at token i, -1 for none.
func (t *tree) begins(i int) int {
	return slices.IndexFunc(t.mentions, func(x actor.Mention) bool { return x.First == i })
}

// lemmaOf reports whether the lemma of token i begins a cue of the table.
func (t *tree) lemmaOf(table cueTable, i int) bool { return len(table[t.lemma(i)]) > 0 }

// freeInfinitive makes token i a bare verb, with what hung on it as a part of
// its name for its object.
func (t *tree) freeInfinitive(i int) {
	if m := t.begins(i); m >= 0 {
		x := t.shorten(m)
		t.heads[x.Head], t.rels[x.Head] = i, "obj"
	}
	if k := t.heads[i]; t.is(i, "compound", "amod", "flat") && k > i {
		t.heads[i], t.heads[k], t.rels[k] = t.heads[k], i, "obj"
	}
	if to := i - 1; strings.EqualFold(t.Tokens[to].Form, "to") && t.rels[to] != "fixed" {
		t.heads[to], t.rels[to] = i, "mark"
		if i > 1 && (t.isVerb(i-2) || t.Tokens[i-2].UPOS == "ADJ") {
			t.heads[i], t.rels[i] = i-2, "xcomp"
		}
	}
	t.retag(i, t.Tokens[i].Form)
	t.Tokens[i].XPOS = "VB"
}

// freePresent makes token i, a plural noun to the tagger, the verb of the
// mention before it.
func (t *tree) freePresent(i int) {
	for m := range t.mentions {
		x := &t.mentions[m]
		if x.Last != i || t.heads[i] != x.Head || !t.is(i, "appos", "flat", "dep", "compound") {
			continue
		}
		t.heads[i], t.rels[i] = t.heads[x.Head], t.rels[x.Head]
		t.heads[x.Head], t.rels[x.Head] = i, "nsubj"
		to := -1
		for k := range t.heads {
			switch {
			case t.heads[k] == i && t.rels[k] == "acl":
				t.rels[k], to = "xcomp", k
			case t.heads[k] == i && to >= 0 && t.rels[k] == "appos":
				t.heads[k], t.rels[k] = to, "obj"
			}
		}
		t.retag(i, t.lemma(i))
		t.Tokens[i].XPOS = "VBZ"
		return
	}
}

// objectOf makes token k, a name right behind verb v and read as a part of it,
// the object of v.
func (t *tree) objectOf(k, v int) {
	if v >= 0 && t.heads[k] == v && t.isVerb(v) && t.is(k, "flat", "appos", "compound") {
		t.rels[k] = "obj"
	}
}

// lowerObjects hands an object that stands behind a "to do" down to it: in "is
// going to arrest Lind" nobody goes Lind.
func (t *tree) lowerObjects() {
	for k, h := range t.heads {
		if h < 0 || t.rels[k] != "obj" {
			continue
		}
		for c, up := range t.heads {
			if up == h && t.rels[c] == "xcomp" && h < c && c < k && t.isVerb(c) && t.nonFinite(c) {
				t.heads[k] = c
			}
		}
	}
}
