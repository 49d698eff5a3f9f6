package text

import "testing"

// TestRepairPhrase has for each repair of phrases a sentence that it mends and one that it leaves.
func TestRepairPhrase(t *testing.T) {
	verb := func(form, lemma, rel string, head int) Token {
		return Token{Form: form, Lemma: lemma, UPOS: "VERB", XPOS: "VBD", Rel: rel, Head: head}
	}
	for _, c := range []struct {
		name string
		s    *Sentence
		tok  int
		rel  string
		head int
	}{
		{"a verb's own particle", tree(
			word("Rebels", "NOUN", "NNS", "nsubj", 1), verb("handed", "hand", "root", -1), word("over", "ADP", "IN", "case", 3), word("arms", "NOUN", "NNS", "obl", 1)), 3, "obj", 1},
		{"a verb's own particle after its object", tree(
			word("They", "PRON", "PRP", "nsubj", 1), verb("handed", "hand", "root", -1), word("bases", "NOUN", "NNS", "obj", 1), word("over", "ADV", "RB", "case", 5),
			word("to", "ADP", "IN", "case", 5), word("Chad", "PROPN", "NNP", "obl", 1)), 3, "compound:prt", 1},
		{"a preposition", tree(
			word("Rebels", "NOUN", "NNS", "nsubj", 1), verb("flew", "fly", "root", -1), word("over", "ADP", "IN", "case", 3), word("Chad", "PROPN", "NNP", "obl", 1)), 3, "obl", 1},
		{"a verb and its particle as one noun", tree(
			verb("staged", "stage", "root", -1), word("a", "DET", "DT", "det", 6), word("sit", "NOUN", "NN", "compound", 4), word("-", "PUNCT", "HYPH", "punct", 4),
			word("in", "ADP", "IN", "case", 6), word("outside", "ADP", "IN", "case", 6), word("parliament", "NOUN", "NN", "obl", 0)), 4, "obj", 0},
		{"a plural with an article", tree(
			verb("slapped", "slap", "root", -1), word("an", "DET", "DT", "det", 2), word("arms", "NOUN", "NNS", "obj", 0), word("embargo", "ADJ", "JJ", "xcomp", 0),
			word("on", "ADP", "IN", "case", 5), word("Chad", "PROPN", "NNP", "obl", 3)), 3, "obj", 0},
		{"a plural with the", tree(
			verb("left", "leave", "root", -1), word("the", "DET", "DT", "det", 2), word("arms", "NOUN", "NNS", "obj", 0), word("idle", "ADJ", "JJ", "xcomp", 0),
			word("in", "ADP", "IN", "case", 5), word("Chad", "PROPN", "NNP", "obl", 3)), 3, "xcomp", 0},
		{"a past without an object", tree(
			word("Army", "NOUN", "NN", "nsubj:pass", 1), Token{Form: "retreated", Lemma: "retreat", UPOS: "VERB", XPOS: "VBN", Rel: "root", Head: -1},
			word("from", "ADP", "IN", "case", 3), word("Chad", "PROPN", "NNP", "obl", 1), word(".", "PUNCT", ".", "punct", 1)), 0, "nsubj", 1},
		{"a passive of a headline", tree(
			word("Envoy", "NOUN", "NN", "nsubj:pass", 1), Token{Form: "arrested", Lemma: "arrest", UPOS: "VERB", XPOS: "VBN", Rel: "root", Head: -1},
			word("in", "ADP", "IN", "case", 3), word("Chad", "PROPN", "NNP", "obl", 1), word(".", "PUNCT", ".", "punct", 1)), 0, "nsubj:pass", 1},
		{"a past read as an attribute of its subject", tree(
			word("Troops", "NOUN", "NNS", "root", -1), Token{Form: "crossed", Lemma: "cross", UPOS: "VERB", XPOS: "VBN", Rel: "acl", Head: 0},
			word("into", "ADP", "IN", "case", 3), word("Chad", "PROPN", "NNP", "obl", 1), word(".", "PUNCT", ".", "punct", 0)), 0, "nsubj", 1},
		{"a subject after a gerund", tree(
			word("Speaking", "VERB", "VBG", "advcl", 5), word("in", "ADP", "IN", "case", 2), word("Oslo", "PROPN", "NNP", "obl", 0), word(",", "PUNCT", ",", "punct", 0),
			word("Berg", "PROPN", "NNP", "nsubj", 0), verb("left", "leave", "root", -1)), 4, "nsubj", 5},
		{"a gerund beside a subject", tree(
			word("Denying", "VERB", "VBG", "csubj", 4), word("it", "PRON", "PRP", "obj", 0), word(",", "PUNCT", ",", "punct", 0),
			word("Berg", "PROPN", "NNP", "nsubj", 4), verb("left", "leave", "root", -1)), 0, "advcl", 4},
		{"a gerund that is the subject", tree(
			word("Leaving", "VERB", "VBG", "csubj", 3), word("Oslo", "PROPN", "NNP", "obj", 0), word("was", "AUX", "VBD", "aux", 3),
			verb("hurt", "hurt", "root", -1), word("them", "PRON", "PRP", "obj", 3)), 0, "csubj", 3},
		{"a gerund before its verb", tree(
			word("Fighting", "VERB", "VBG", "root", -1), word("in", "ADP", "IN", "case", 2), word("Chad", "PROPN", "NNP", "obl", 0), verb("raged", "rage", "advcl", 0)), 0, "nsubj", 3},
		{"a participle before its clause", tree(
			word("Freed", "VERB", "VBN", "root", -1), word("by", "ADP", "IN", "case", 2), word("Chad", "PROPN", "NNP", "obl:agent", 0), word(",", "PUNCT", ",", "punct", 5),
			word("Berg", "PROPN", "NNP", "nsubj", 5), verb("left", "leave", "appos", 2)), 0, "advcl", 5},
		{"a participle and a list", tree(
			word("Seen", "VERB", "VBN", "root", -1), word("by", "ADP", "IN", "case", 2), word("Chad", "PROPN", "NNP", "obl:agent", 0), word(",", "PUNCT", ",", "punct", 4),
			word("Mali", "PROPN", "NNP", "conj", 2), word("too", "ADV", "RB", "advmod", 4)), 0, "root", -1},
		{"a verb joined to its first subject", tree(
			word("Peru", "PROPN", "NNP", "root", -1), word("and", "CCONJ", "CC", "cc", 4), word("the", "DET", "DT", "det", 4), word("bloc", "NOUN", "NN", "compound", 4),
			verb("signed", "sign", "conj", 0), word("pacts", "NOUN", "NNS", "obj", 4)), 0, "nsubj", 4},
		{"a verb with a subject of its own", tree(
			word("Peru", "PROPN", "NNP", "root", -1), word("and", "CCONJ", "CC", "cc", 4), word("the", "DET", "DT", "det", 3), word("bloc", "NOUN", "NN", "nsubj", 4),
			verb("signed", "sign", "conj", 0), word("pacts", "NOUN", "NNS", "obj", 4)), 0, "root", -1},
	} {
		c.s.repair()
		if got := c.s.Tokens[c.tok]; got.Rel != c.rel || got.Head != c.head {
			t.Errorf("%s: got %s to %d, want %s to %d", c.name, got.Rel, got.Head, c.rel, c.head)
		}
	}
	s := tree(word("Kin", "NOUN", "NN", "nsubj", 1), word("pleaded", "ADJ", "JJ", "root", -1), word("with", "ADP", "IN", "case", 3), word("Berg", "PROPN", "NNP", "obl", 1))
	if s.retag(); s.Tokens[1].XPOS != "VBD" {
		t.Errorf("an adjective with a subject and no copula: %+v", s.Tokens)
	}
	s = tree(word("Kin", "NOUN", "NN", "nsubj", 2), word("were", "AUX", "VBD", "cop", 2), word("worried", "ADJ", "JJ", "root", -1))
	if s.retag(); s.Tokens[2].XPOS != "JJ" {
		t.Errorf("an adjective with a copula: %+v", s.Tokens)
	}
}
