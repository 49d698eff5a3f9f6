package text

import "testing"

// TestHeadlines has for each repair of headlines one that it mends and one that it leaves.
func TestHeadlines(t *testing.T) {
	for _, c := range []struct {
		name string
		s    *Sentence
		tok  int
		rel  string
		head int
	}{
		{"two before a plural verb", tree(
			word("Iran", "PROPN", "NNP", "nsubj", 3), word(",", "PUNCT", ",", "punct", 2), word("Iraq", "PROPN", "NNP", "appos", 0),
			word("discuss", "VERB", "VBP", "root", -1), word("oil", "NOUN", "NN", "obj", 3)), 2, "conj", 0},
		{"two subjects", tree(
			word("Police", "NOUN", "NNS", "nsubj", 3), word(",", "PUNCT", ",", "punct", 2), word("students", "NOUN", "NNS", "nsubj", 3),
			word("clash", "VERB", "VBP", "root", -1)), 2, "conj", 0},
		{"an apposition between commas", tree(
			word("Berg", "PROPN", "NNP", "nsubj", 4), word(",", "PUNCT", ",", "punct", 2), word("envoy", "NOUN", "NN", "appos", 0),
			word(",", "PUNCT", ",", "punct", 2), word("leave", "VERB", "VBP", "root", -1)), 2, "appos", 0},
		{"a singular verb", tree(
			word("Berg", "PROPN", "NNP", "nsubj", 3), word(",", "PUNCT", ",", "punct", 2), word("envoy", "NOUN", "NN", "appos", 0),
			word("leaves", "VERB", "VBZ", "root", -1)), 2, "appos", 0},
	} {
		c.s.repair()
		if got := c.s.Tokens[c.tok]; got.Rel != c.rel || got.Head != c.head {
			t.Errorf("%s: got %s to %d, want %s to %d", c.name, got.Rel, got.Head, c.rel, c.head)
		}
	}
	s := tree(word("Berg", "PROPN", "NNP", "compound", 1), word("heads", "NOUN", "NNS", "root", -1), word("to", "ADP", "IN", "case", 3), word("Oslo", "PROPN", "NNP", "nmod", 1))
	if s.retag(); s.Tokens[1].XPOS != "VBZ" || s.Tokens[0].Rel != "nsubj" || s.Tokens[3].Rel != "obl" {
		t.Errorf("heads to: %+v", s.Tokens)
	}
	s = tree(word("Oslo", "PROPN", "NNP", "compound", 1), word("heads", "NOUN", "NNS", "root", -1), word("of", "ADP", "IN", "case", 3), word("state", "NOUN", "NN", "nmod", 1))
	if s.retag(); s.Tokens[1].XPOS != "NNS" {
		t.Errorf("heads of state: %+v", s.Tokens)
	}
}
