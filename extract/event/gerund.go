package event

import (
	"slices"
	"strings"

	"github.com/entente-kg/entente/extract/actor"
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
			x = t.shorten(m)
		}
		t.retag(g, verb)
		t.heads[x.Head], t.rels[x.Head] = g, "obj"
	}
}

// shorten takes the first word off mention m, in this tree only.
func (t *tree) shorten(m int) *actor.Mention {
	t.mentions = slices.Clone(t.mentions)
	x := &t.mentions[m]
	x.First++
	x.Span = schema.Span{Start: t.Tokens[x.First].Start, End: x.End}
	if x.Head < x.First {
		x.Head = x.First
	}
	return x
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
