package main

import (
	"io"
	"strings"

	"github.com/entente-kg/entente/extract/text"
	"github.com/entente-kg/entente/extract/text/conllu"
)

// evaluate parses the sentences of a treebank or finds the names of an IOB2
// file, on its tokens and with the embedded model, and reports how well.
func evaluate(w io.Writer, path string) error {
	if strings.HasSuffix(strings.TrimSuffix(path, ".gz"), ".iob2") {
		return evalNames(w, path)
	}
	return evalTrees(w, path)
}

func evalTrees(w io.Writer, path string) error {
	sents, err := conllu.ReadFile(path)
	if err != nil {
		return err
	}
	var score conllu.Score
	for i := range sents {
		got := parse(sents[i].Forms())
		if err := score.Add(&sents[i], &got); err != nil {
			return err
		}
	}
	return score.Write(w)
}

// parse gives one tokenised sentence its tree.
func parse(forms []string) conllu.Sentence {
	doc := text.FromTokens(forms)
	doc.Parse(0)
	var out conllu.Sentence
	for _, t := range doc.Sentences[0].Tokens {
		out.Words = append(out.Words, conllu.Word{
			Form: t.Form, Lemma: t.Lemma, UPOS: t.UPOS, XPOS: t.XPOS, Head: t.Head, Rel: t.Rel,
		})
	}
	return out
}

func evalNames(w io.Writer, path string) error {
	sents, err := conllu.ReadIOB(path)
	if err != nil {
		return err
	}
	var score conllu.NameScore
	for i := range sents {
		doc := text.FromTokens(sents[i].Forms)
		doc.Parse(0)
		var got []conllu.Entity
		for _, n := range doc.Sentences[0].Names {
			got = append(got, conllu.Entity{First: n.First, Last: n.Last, Type: string(n.Type)})
		}
		score.Add(sents[i].Entities, got)
	}
	return score.Write(w)
}
