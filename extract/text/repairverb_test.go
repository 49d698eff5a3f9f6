package text

import "testing"

// TestRepairVerb has for each repair of verbs a sentence that it mends and one that it leaves.
func TestRepairVerb(t *testing.T) {
	told := func(form, lemma string) Token {
		return Token{Form: form, Lemma: lemma, UPOS: "VERB", XPOS: "VBD", Rel: "root", Head: -1}
	}
	for _, c := range []struct {
		name string
		s    *Sentence
		tok  int
		rel  string
		head int
	}{
		{"an infinitive goes on from the infinitive", tree(
			word("urged", "VERB", "VBN", "root", -1), word("them", "PRON", "PRP", "obj", 0), word("to", "PART", "TO", "mark", 3),
			word("stop", "VERB", "VB", "xcomp", 0), word("and", "CCONJ", "CC", "cc", 5), word("talk", "VERB", "VB", "conj", 0)), 5, "conj", 3},
		{"a past that looks like one stays", tree(
			word("went", "VERB", "VBD", "root", -1), word("to", "PART", "TO", "mark", 2), word("stop", "VERB", "VB", "xcomp", 0),
			word("and", "CCONJ", "CC", "cc", 4), word("hit", "VERB", "VB", "conj", 0)), 4, "conj", 0},
		{"finite attribute with a subject", tree(
			word("Peru", "PROPN", "NNP", "nsubj", 1), word("sought", "VERB", "VBD", "amod", 2), word("help", "NOUN", "NN", "root", -1)), 2, "obj", 1},
		{"name before an attribute that is the only verb", tree(
			word("Peru", "PROPN", "NNP", "compound", 2), word("suspended", "VERB", "VBD", "amod", 2), word("aid", "NOUN", "NN", "root", -1),
			word(".", "PUNCT", ".", "punct", 2)), 0, "nsubj", 1},
		{"attribute without a subject", tree(
			word("Peru", "PROPN", "NNP", "compound", 2), word("sought", "VERB", "VBD", "amod", 2), word("help", "NOUN", "NN", "root", -1)), 1, "amod", 2},
		{"participle with an article", tree(
			word("became", "VERB", "VBD", "root", -1), word("the", "DET", "DT", "det", 2), word("sitting", "VERB", "VBG", "xcomp", 0),
			word("king", "NOUN", "NN", "obj", 2), word("to", "PART", "TO", "mark", 5), word("visit", "VERB", "VB", "advcl", 2)), 5, "acl", 3},
		{"participle with an object of its own", tree(
			word("began", "VERB", "VBD", "root", -1), word("visiting", "VERB", "VBG", "xcomp", 0), word("the", "DET", "DT", "det", 3),
			word("king", "NOUN", "NN", "obj", 1)), 3, "obj", 1},
		{"clause after a preposition", tree(
			word("left", "VERB", "VBD", "root", -1), word("after", "ADP", "IN", "case", 4), word("the", "DET", "DT", "det", 4),
			word("singer", "NOUN", "NN", "compound", 4), word("spoke", "VERB", "VBD", "obl", 0)), 3, "nsubj", 4},
		{"noun after a preposition", tree(
			word("left", "VERB", "VBD", "root", -1), word("after", "ADP", "IN", "case", 3), word("peace", "NOUN", "NN", "compound", 3),
			word("talks", "NOUN", "NNS", "obl", 0)), 2, "compound", 3},
		{"verb of two parts", tree(
			word("Chad", "PROPN", "NNP", "compound", 1), word("test", "NOUN", "NN", "obl", 3), word("-", "PUNCT", "HYPH", "punct", 1),
			word("fired", "VERB", "VBN", "root", -1), word("missiles", "NOUN", "NNS", "obj", 3)), 0, "nsubj", 3},
		{"object of an infinitive", tree(
			word("refusal", "NOUN", "NN", "nsubj", 4), word("to", "PART", "TO", "mark", 2), word("back", "VERB", "VB", "acl", 0),
			word("Mali", "PROPN", "NNP", "nsubj", 4), word("angered", "VERB", "VBD", "root", -1)), 3, "obj", 2},
		{"subject after a clause with an object", tree(
			word("refusal", "NOUN", "NN", "nsubj:outer", 5), word("to", "PART", "TO", "mark", 2), word("back", "VERB", "VB", "acl", 0),
			word("it", "PRON", "PRP", "obj", 2), word("Mali", "PROPN", "NNP", "nsubj", 5), word("said", "VERB", "VBD", "root", -1)), 4, "nsubj", 5},
		{"from one place to another", tree(
			word("shipment", "NOUN", "NN", "root", -1), word("of", "ADP", "IN", "case", 2), word("food", "NOUN", "NN", "nmod", 0),
			word("from", "ADP", "IN", "case", 4), word("Chad", "PROPN", "NNP", "nmod", 2), word("to", "ADP", "IN", "case", 6), word("Mali", "PROPN", "NNP", "nmod", 4)), 6, "nmod", 0},
		{"whom a deed was against", tree(
			word("told", "VERB", "VBD", "root", -1), word("of", "ADP", "IN", "case", 2), word("assault", "NOUN", "NN", "obl", 0), word("by", "ADP", "IN", "case", 4),
			word("Chad", "PROPN", "NNP", "nmod", 2), word("on", "ADP", "IN", "case", 6), word("Mali", "PROPN", "NNP", "obl", 0)), 6, "nmod", 2},
		{"who is called on", tree(
			word("Mali", "PROPN", "NNP", "nsubj", 1), told("called", "call"), word("on", "ADP", "IN", "compound:prt", 1), word("Chad", "PROPN", "NNP", "obl", 1),
			word("to", "PART", "TO", "mark", 5), word("leave", "VERB", "VB", "advcl", 1)), 5, "xcomp", 1},
		{"what a call was for", tree(
			word("Mali", "PROPN", "NNP", "nsubj", 1), told("called", "call"), word("Chad", "PROPN", "NNP", "obj", 1),
			word("to", "PART", "TO", "mark", 4), word("thank", "VERB", "VB", "advcl", 1)), 4, "advcl", 1},
		{"who is ordered", tree(
			told("ordered", "order"), word("papers", "NOUN", "NNS", "obj", 0), word("to", "PART", "TO", "mark", 3), word("close", "VERB", "VB", "acl", 1)), 3, "xcomp", 0},
		{"what is for somebody", tree(
			told("bought", "buy"), word("papers", "NOUN", "NNS", "obj", 0), word("to", "PART", "TO", "mark", 3), word("read", "VERB", "VB", "acl", 1)), 3, "acl", 1},
		{"what a second with-clause says", tree(
			told("passed", "pass"), word("with", "ADP", "IN", "case", 2), word("Mali", "PROPN", "NNP", "obl", 0), word("backing", "VERB", "VBG", "acl", 2),
			word("it", "PRON", "PRP", "obj", 3), word("and", "CCONJ", "CC", "cc", 6), word("Chad", "PROPN", "NNP", "conj", 4), word("opposing", "VERB", "VBG", "acl", 6),
			word("it", "PRON", "PRP", "obj", 7)), 6, "conj", 2},
		{"two who are backed", tree(
			told("passed", "pass"), word("with", "ADP", "IN", "case", 2), word("Mali", "PROPN", "NNP", "obl", 0), word("backing", "VERB", "VBG", "acl", 2),
			word("Peru", "PROPN", "NNP", "obj", 3), word("and", "CCONJ", "CC", "cc", 6), word("Chad", "PROPN", "NNP", "conj", 4)), 6, "conj", 4},
		{"who is to be ousted", tree(
			word("goal", "NOUN", "NN", "root", -1), word("of", "SCONJ", "IN", "case", 3), word("ousting", "VERB", "VBG", "amod", 3), word("Berg", "PROPN", "NNP", "nmod", 0)), 3, "obj", 2},
		{"who is visiting", tree(
			word("talks", "NOUN", "NNS", "root", -1), word("with", "ADP", "IN", "case", 3), word("visiting", "VERB", "VBG", "amod", 3), word("Berg", "PROPN", "NNP", "nmod", 0)), 3, "nmod", 0},
	} {
		if last := len(c.s.Tokens); c.s.Tokens[last-1].Form == "Mali" {
			c.s.Names = []Name{{First: last - 1, Last: last, Type: LOC}}
		} else if c.s.Tokens[last-1].Form == "Berg" {
			c.s.Names = []Name{{First: last - 1, Last: last, Type: PER}}
		}
		c.s.repair()
		if got := c.s.Tokens[c.tok]; got.Rel != c.rel || got.Head != c.head {
			t.Errorf("%s: %s is %s of %d, want %s of %d", c.name, got.Form, got.Rel, got.Head, c.rel, c.head)
		}
		checkTree(t, c.s)
	}
}

// TestHelpedVerb reads what stands after a helper or an intent as a verb, and nothing else.
func TestHelpedVerb(t *testing.T) {
	for _, c := range []struct {
		name string
		s    *Sentence
		want string
	}{
		{"did not", tree(word("Berg", "PROPN", "NNP", "nsubj", 1), word("did", "AUX", "VBD", "aux", 3), word("not", "PART", "RB", "advmod", 3),
			word("sanction", "NOUN", "NN", "root", -1), word("Kasela", "PROPN", "NNP", "appos", 3)), "Berg/nsubj did/aux not/advmod sanction/root Kasela/obj"},
		{"could", tree(word("Berg", "PROPN", "NNP", "nsubj", 1), word("could", "AUX", "MD", "root", -1),
			word("sanction", "NOUN", "NN", "obj", 1), word("Kasela", "PROPN", "NNP", "flat", 2)), "Berg/nsubj could/aux sanction/root Kasela/obj"},
		{"plans", tree(word("Berg", "PROPN", "NNP", "compound", 1), word("plans", "NOUN", "NNS", "root", -1), word("to", "ADP", "IN", "case", 3),
			word("sue", "PROPN", "NNP", "nmod", 1), word("Kasela", "PROPN", "NNP", "flat", 3)), "Berg/nsubj plans/root to/mark sue/xcomp Kasela/obj"},
		{"a noun", tree(word("the", "DET", "DT", "det", 1), word("plans", "NOUN", "NNS", "root", -1), word("to", "ADP", "IN", "case", 3),
			word("date", "NOUN", "NN", "nmod", 1)), "the/det plans/root to/case date/nmod"},
		{"did work", tree(word("Berg", "PROPN", "NNP", "nsubj", 1), word("did", "VERB", "VBD", "root", -1), word("work", "NOUN", "NN", "obj", 1)),
			"Berg/nsubj did/root work/obj"},
	} {
		c.s.retag()
		got := ""
		for _, w := range c.s.Tokens {
			got += " " + w.Form + "/" + w.Rel
		}
		if got[1:] != c.want {
			t.Errorf("%s: got %s, want %s", c.name, got[1:], c.want)
		}
		checkTree(t, c.s)
	}
}

// checkTree reports a sentence whose heads are no tree.
func checkTree(t *testing.T, s *Sentence) {
	t.Helper()
	roots := 0
	for i := range s.Tokens {
		if s.Tokens[i].Head < 0 {
			roots++
		}
		if s.depth(i) >= len(s.Tokens) {
			t.Errorf("%s is above itself", s.Tokens[i].Form)
		}
	}
	if roots != 1 {
		t.Errorf("%d roots", roots)
	}
}
