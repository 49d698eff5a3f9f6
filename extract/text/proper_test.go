package text

import "testing"

func TestNamesOfTheDocumentAreProperNouns(t *testing.T) {
	for _, c := range []struct{ in, word, xpos string }{
		{"On Monday Foreign Minister Melanie Joly met envoys. Joly thanked Japan.", "Joly", "NNP"},
		{"Talks with Ned Price ended. Price said no. The price was high.", "Price", ""}, // written without a capital too
	} {
		doc := Split(c.in)
		if got := doc.proper[uncapitalised(c.word)]; got != (c.xpos != "") {
			t.Errorf("%s: proper %v", c.in, got)
		}
		if c.xpos == "" {
			continue
		}
		doc.Parse(1)
		if first := doc.Sentences[1].Tokens[0]; first.XPOS != c.xpos || first.Rel != "nsubj" {
			t.Errorf("%s: %s is %s, %s", c.in, first.Form, first.XPOS, first.Rel)
		}
	}
}

// TestRetagProper reads a name at the head of a sentence that was taken for something else.
func TestRetagProper(t *testing.T) {
	for _, c := range []struct{ xpos, rel, wantTag, wantRel string }{
		{"RB", "advmod", "NNP", "nsubj"},
		{"JJ", "advmod", "NNP", "nsubj"},
		{"JJ", "nsubj", "NNP", "nsubj"},
		{"JJ", "amod", "JJ", "amod"},
		{"NN", "obl", "NNP", "obl"},
	} {
		s := tree(word("Kovac", "X", c.xpos, c.rel, 2), word("was", "AUX", "VBD", "cop", 2), word("due", "ADJ", "JJ", "root", -1))
		d := &Document{proper: map[string]bool{"kovac": true}}
		d.retagProper(s)
		if got := s.Tokens[0]; got.XPOS != c.wantTag || got.Rel != c.wantRel {
			t.Errorf("%s %s: got %s %s, want %s %s", c.xpos, c.rel, got.XPOS, got.Rel, c.wantTag, c.wantRel)
		}
	}
}
