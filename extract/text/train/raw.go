package main

import (
	"fmt"
	"io"
	"strings"

	"github.com/entente-kg/entente/extract/text"
	"github.com/entente-kg/entente/extract/text/conllu"
)

// layouts are the ways in which the sentences of a document are laid out
// again, as treebanks do not keep line breaks.
var layouts = []struct {
	name  string
	after func(*conllu.Sentence) string // what stands after a sentence
}{
	{"one line a document", func(*conllu.Sentence) string { return " " }},
	{"headings and items of lists on a line of their own", headingBreak},
	{"one line a sentence", func(*conllu.Sentence) string { return "\n" }},
}

// headingBreak breaks the line after what no full stop ends: headings, captions,
// what introduces a list, its items.
func headingBreak(s *conllu.Sentence) string {
	if strings.ContainsAny(s.Words[len(s.Words)-1].Form, ".!?]\"”’'") {
		return " "
	}
	return "\n"
}

// evalRaw splits the running text of a treebank in three layouts and reports
// how many words and sentences come out as they are annotated. With verbose,
// what differs in the second layout is printed.
func evalRaw(w io.Writer, path string, verbose bool) error {
	sents, err := conllu.ReadFile(path)
	if err != nil {
		return err
	}
	for i, layout := range layouts {
		var words, sentences conllu.F1
		for _, raw := range conllu.Documents(sents, layout.after) {
			gotWords, gotSentences := spans(text.Split(raw.Text))
			words.AddSpans(raw.Words, gotWords)
			sentences.AddSpans(raw.Sentences, gotSentences)
			if verbose && i == 1 {
				differences(w, "word", raw.Text, raw.Words, gotWords)
				differences(w, "sentence", raw.Text, raw.Sentences, gotSentences)
			}
		}
		fmt.Fprintf(w, "%s: %d words, %d sentences: TOKEN=%.2f SENTENCE=%.2f\n",
			layout.name, words.Gold, sentences.Gold, words.Value(), sentences.Value())
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
