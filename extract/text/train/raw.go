package main

import (
	"fmt"
	"io"

	"github.com/entente-kg/entente/extract/text"
	"github.com/entente-kg/entente/extract/text/conllu"
)

// evalRaw splits the running text of a treebank and reports how many words and
// sentences come out as they are annotated: once with the sentences of a
// document in one line, once with a line a sentence. With verbose, what differs
// in the first is printed.
func evalRaw(w io.Writer, path string, verbose bool) error {
	sents, err := conllu.ReadFile(path)
	if err != nil {
		return err
	}
	for _, between := range []string{" ", "\n"} {
		var words, sentences conllu.F1
		for _, raw := range conllu.Documents(sents, between) {
			gotWords, gotSentences := spans(text.Split(raw.Text))
			words.AddSpans(raw.Words, gotWords)
			sentences.AddSpans(raw.Sentences, gotSentences)
			if verbose && between == " " {
				differences(w, "word", raw.Text, raw.Words, gotWords)
				differences(w, "sentence", raw.Text, raw.Sentences, gotSentences)
			}
		}
		name := map[string]string{" ": "one line a document", "\n": "one line a sentence"}[between]
		fmt.Fprintf(w, "%s: %d words, %d sentences: TOKEN=%.2f SENTENCE=%.2f\n",
			name, words.Gold, sentences.Gold, words.Value(), sentences.Value())
	}
	return nil
}

func spans(doc *text.Document) (words, sentences []conllu.Span) {
	for _, s := range doc.Sentences {
		sentences = append(sentences, conllu.Span{Start: s.Start, End: s.End})
		for _, t := range s.Tokens {
			words = append(words, conllu.Span{Start: t.Start, End: t.End})
		}
	}
	return words, sentences
}

// differences prints the gold spans that were not found, each with what was
// found in its place.
func differences(w io.Writer, what, txt string, gold, found []conllu.Span) {
	j := 0
	for _, g := range gold {
		for j < len(found) && found[j].End <= g.Start {
			j++
		}
		if j < len(found) && found[j] == g {
			continue
		}
		fmt.Fprintf(w, "%s %q found", what, txt[g.Start:g.End])
		for k := j; k < len(found) && found[k].Start < g.End; k++ {
			fmt.Fprintf(w, " %q", txt[found[k].Start:found[k].End])
		}
		fmt.Fprintln(w)
	}
}
