package event

import (
	"slices"
	"strings"

	"github.com/entente-kg/entente/extract/text"
	"github.com/entente-kg/entente/schema"
)

// freeGerunds reads "denied meeting Lind" as a verb and its object where the
// tagger saw a noun and the name beside it: an event noun would need a
// preposition before the name.
func (t *tree) freeGerunds() {
	for m := range t.mentions {
		x := &t.mentions[m]
		g := x.First
		if x.Last-x.First < 2 || t.Tokens[g+1].UPOS != "PROPN" {
			if g = x.First - 1; g < 0 || t.Tokens[g+1].UPOS != "PROPN" || t.heads[x.Head] != g {
				continue
			}
		}
		verb := t.gerund(g)
		if verb == "" || g > 0 && t.Tokens[g-1].UPOS == "DET" {
			continue
		}
		if g == x.First {
			t.mentions = slices.Clone(t.mentions)
			x = &t.mentions[m]
			x.First++
			x.Span = schema.Span{Start: t.Tokens[x.First].Start, End: x.End}
			if x.Head == g {
				x.Head = x.Last - 1
			}
		}
		t.retag(g, verb)
		t.heads[x.Head], t.rels[x.Head] = g, "obj"
	}
}

// gerund is the verb of which token g, tagged as a noun, may be the gerund: a
// trigger of some rule; "" when it is none.
func (t *tree) gerund(g int) string {
	k := &t.Tokens[g]
	stem, found := strings.CutSuffix(k.Form, "ing")
	if !found || k.UPOS != "NOUN" || len(stem) < 3 {
		return ""
	}
	for _, verb := range []string{stem, stem + "e", stem[:len(stem)-1]} {
		if len(t.lex.verbs[verb]) > 0 {
			return verb
		}
	}
	return ""
}

// retag makes token g a gerund in this tree, without touching the document.
func (t *tree) retag(g int, lemma string) {
	s := *t.Sentence
	s.Tokens = slices.Clone(s.Tokens)
	s.Tokens[g] = text.Token{
		Span: s.Tokens[g].Span, Form: s.Tokens[g].Form, Lemma: lemma, UPOS: "VERB", XPOS: "VBG",
		Head: s.Tokens[g].Head, Rel: s.Tokens[g].Rel,
	}
	t.Sentence = &s
	if t.is(g, "obj") {
		t.rels[g] = "xcomp"
	}
}

// freeInfinitives reads "threatened to shell the port" as a verb where the
// tagger saw a noun after "to": a verb that plans, threatens or refuses takes
// an infinitive there.
func (t *tree) freeInfinitives() {
	for i := 2; i < len(t.Tokens); i++ {
		to, governor := i-1, i-2
		if t.Tokens[i].UPOS != "NOUN" || t.Tokens[i].XPOS == "NNS" || !strings.EqualFold(t.Tokens[to].Form, "to") || !t.isVerb(governor) {
			continue
		}
		lemma := strings.ToLower(t.Tokens[i].Form)
		if len(t.lex.verbs[lemma]) == 0 || t.lex.verbCue(t, governor).status == "" {
			continue
		}
		if k := t.heads[i]; t.is(i, "compound", "amod") && k > i {
			t.heads[k], t.rels[k] = i, "obj"
		}
		t.heads[i], t.rels[i] = governor, "xcomp"
		t.heads[to], t.rels[to] = i, "mark"
		t.retag(i, lemma)
		t.Tokens[i].XPOS = "VB"
		return
	}
}
