package text

import "testing"

// tree builds a sentence of word/UPOS/XPOS/relation/head.
func tree(words ...Token) *Sentence { return &Sentence{Tokens: words, Parsed: true} }

func word(form, upos, xpos, rel string, head int) Token {
	return Token{Form: form, UPOS: upos, XPOS: xpos, Rel: rel, Head: head}
}

func TestRepair(t *testing.T) {
	for _, c := range []struct {
		name string
		s    *Sentence
		tok  int
		rel  string
		head int
	}{
		{"speaker after a quotation", tree(
			word("No", "INTJ", "UH", "ccomp", 2), word("\"", "PUNCT", "''", "punct", 0),
			word("said", "VERB", "VBD", "root", -1), word("Berg", "PROPN", "NNP", "obj", 2)), 3, "nsubj", 2},
		{"what is said stays an object", tree(
			word("Envoys", "NOUN", "NNS", "nsubj", 2), word("\"", "PUNCT", "''", "punct", 0),
			word("said", "VERB", "VBD", "root", -1), word("no", "INTJ", "UH", "obj", 2)), 3, "obj", 2},
		{"verb joined to a noun", tree(
			word("They", "PRON", "PRP", "nsubj", 1), word("took", "VERB", "VBD", "root", -1), word("camps", "NOUN", "NNS", "obj", 1),
			word("and", "CCONJ", "CC", "cc", 4), word("resumed", "VERB", "VBD", "conj", 2), word("work", "NOUN", "NN", "obj", 4)), 4, "conj", 1},
		{"verb joined to a verb stays", tree(
			word("They", "PRON", "PRP", "nsubj", 1), word("took", "VERB", "VBD", "root", -1), word("camps", "NOUN", "NNS", "obj", 1),
			word("and", "CCONJ", "CC", "cc", 4), word("resumed", "VERB", "VBD", "conj", 1), word("work", "NOUN", "NN", "obj", 4)), 4, "conj", 1},
	} {
		c.s.repair()
		if got := c.s.Tokens[c.tok]; got.Rel != c.rel || got.Head != c.head {
			t.Errorf("%s: got %s to %d, want %s to %d", c.name, got.Rel, got.Head, c.rel, c.head)
		}
	}
}
