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
