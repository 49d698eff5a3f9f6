package text

import "testing"

// tree builds a sentence of word/UPOS/XPOS/relation/head.
func tree(words ...Token) *Sentence { return &Sentence{Tokens: words, Parsed: true} }

func word(form, upos, xpos, rel string, head int) Token {
	return Token{Form: form, UPOS: upos, XPOS: xpos, Rel: rel, Head: head}
}

func verb(form, lemma, xpos, rel string, head int) Token {
	return Token{Form: form, Lemma: lemma, UPOS: "VERB", XPOS: xpos, Rel: rel, Head: head}
}

// typed names single tokens of a tree.
func typed(s *Sentence, kind NameType, tokens ...int) *Sentence {
	for _, i := range tokens {
		s.Names = append(s.Names, Name{First: i, Last: i + 1, Type: kind})
	}
	return s
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
		{"conjunct of a later part of a name", tree(
			word("Abiy", "PROPN", "NNP", "nsubj", 4), word("Ahmed", "PROPN", "NNP", "flat", 0), word("and", "CCONJ", "CC", "cc", 3),
			word("Isaias", "PROPN", "NNP", "conj", 1), word("met", "VERB", "VBD", "root", -1)), 3, "conj", 0},
		{"owner joined to what is before", tree(
			word("Berg", "PROPN", "NNP", "nsubj", 5), word("and", "CCONJ", "CC", "cc", 2), word("Denmark", "PROPN", "NNP", "conj", 0),
			word("'s", "PART", "POS", "case", 2), word("Lars", "PROPN", "NNP", "conj", 0), word("met", "VERB", "VBD", "root", -1)), 2, "nmod:poss", 4},
		{"two conjuncts with nothing between", tree(
			word("Berg", "PROPN", "NNP", "nsubj", 5), word("and", "CCONJ", "CC", "cc", 2), word("Eritrean", "PROPN", "NNP", "conj", 0),
			word("President", "PROPN", "NNP", "compound", 4), word("Isaias", "PROPN", "NNP", "conj", 0), word("met", "VERB", "VBD", "root", -1)), 2, "compound", 4},
		{"a list keeps its members", tree(
			word("Oslo", "PROPN", "NNP", "root", -1), word(",", "PUNCT", ",", "punct", 2), word("Rome", "PROPN", "NNP", "conj", 0),
			word("and", "CCONJ", "CC", "cc", 4), word("Riga", "PROPN", "NNP", "conj", 0)), 2, "conj", 0},
		{"second subject after and", tree(
			word("Xi", "PROPN", "NNP", "nsubj", 4), word("and", "CCONJ", "CC", "cc", 3), word("President", "PROPN", "NNP", "nmod:desc", 3),
			word("Berg", "PROPN", "NNP", "nsubj", 4), word("met", "VERB", "VBD", "root", -1)), 3, "conj", 0},
		{"second subject after between", tree(
			word("talks", "NOUN", "NNS", "nsubj", 6), word("between", "ADP", "IN", "case", 2), word("Xi", "PROPN", "NNP", "nmod", 0),
			word("and", "CCONJ", "CC", "cc", 5), word("his", "PRON", "PRP$", "nmod:poss", 5), word("guest", "NOUN", "NN", "nsubj", 6),
			word("ended", "VERB", "VBD", "root", -1)), 5, "conj", 2},
		{"subject of a noun with a preposition", tree(
			word("envoy", "NOUN", "NN", "nsubj", 2), word("to", "ADP", "IN", "case", 2), word("Oslo", "PROPN", "NNP", "obl", 3),
			word("warned", "VERB", "VBD", "root", -1)), 0, "nsubj", 3},
		{"subject of a noun that is the predicate", tree(
			word("He", "PRON", "PRP", "nsubj", 3), word("is", "AUX", "VBZ", "cop", 3), word("in", "ADP", "IN", "case", 3),
			word("Oslo", "PROPN", "NNP", "root", -1)), 0, "nsubj", 3},
		{"report after what is told", tree(
			word("Iran", "PROPN", "NNP", "nsubj", 1), word("shelled", "VERB", "VBD", "root", -1), word("Basra", "PROPN", "NNP", "obj", 1),
			word(",", "PUNCT", ",", "punct", 5), word("Berg", "PROPN", "NNP", "nsubj", 5),
			Token{Form: "told", Lemma: "tell", UPOS: "VERB", XPOS: "VBD", Rel: "ccomp", Head: 1}, word("aides", "NOUN", "NNS", "iobj", 5)), 5, "parataxis", 1},
		{"report within what is told", tree(
			Token{Form: "said", Lemma: "say", UPOS: "VERB", XPOS: "VBD", Rel: "root", Head: -1}, word(",", "PUNCT", ",", "punct", 3),
			word("Berg", "PROPN", "NNP", "nsubj", 3), Token{Form: "told", Lemma: "tell", UPOS: "VERB", XPOS: "VBD", Rel: "ccomp", Head: 0}), 3, "ccomp", 0},
		{"who told, made one more object", tree(
			word("Iran", "PROPN", "NNP", "nsubj", 1), word("shelled", "VERB", "VBD", "ccomp", 5), word("Basra", "PROPN", "NNP", "obj", 1),
			word(",", "PUNCT", ",", "punct", 4), word("Berg", "PROPN", "NNP", "obj", 1),
			Token{Form: "told", Lemma: "tell", UPOS: "VERB", XPOS: "VBD", Rel: "root", Head: -1}, word("aides", "NOUN", "NNS", "iobj", 5)), 4, "nsubj", 5},
		{"object whose phrase begins the sentence", tree(
			word("What", "PRON", "WP", "det", 2), word("Iran", "PROPN", "NNP", "root", -1), word("Basra", "PROPN", "NNP", "obj", 1),
			Token{Form: "told", Lemma: "tell", UPOS: "VERB", XPOS: "VBD", Rel: "dep", Head: 1}), 2, "obj", 1},
		{"object of a list before who told", tree(
			word("Iran", "PROPN", "NNP", "nsubj", 1), word("shelled", "VERB", "VBD", "ccomp", 6), word("Basra", "PROPN", "NNP", "obj", 1),
			word(",", "PUNCT", ",", "punct", 4), word("Kut", "PROPN", "NNP", "conj", 2), word("Berg", "PROPN", "NNP", "nsubj", 6),
			Token{Form: "told", Lemma: "tell", UPOS: "VERB", XPOS: "VBD", Rel: "root", Head: -1}), 4, "conj", 2},
		{"person told", tree(
			word("She", "PRON", "PRP", "nsubj", 1), Token{Form: "told", Lemma: "tell", UPOS: "VERB", XPOS: "VBD", Rel: "root", Head: -1},
			word("Berg", "PROPN", "NNP", "nsubj", 5), word("she", "PRON", "PRP", "nsubj", 5), word("was", "AUX", "VBD", "cop", 5),
			word("ill", "ADJ", "JJ", "ccomp", 1)), 2, "iobj", 1},
		{"subject of what is said", tree(
			word("They", "PRON", "PRP", "nsubj", 1), Token{Form: "said", Lemma: "say", UPOS: "VERB", XPOS: "VBD", Rel: "root", Head: -1},
			word("talks", "NOUN", "NNS", "obj", 1), word("failed", "VERB", "VBD", "ccomp", 1)), 2, "nsubj", 3},
		{"second subject after an and that went astray", tree(
			word("Xi", "PROPN", "NNP", "nsubj", 3), word("and", "CCONJ", "CC", "cc", 3), word("aides", "NOUN", "NNS", "nsubj", 3),
			word("met", "VERB", "VBD", "root", -1)), 2, "conj", 0},
		{"due to meet", tree(
			word("They", "PRON", "PRP", "nsubj:outer", 4), word("are", "AUX", "VBP", "cop", 4), word("due", "ADJ", "JJ", "mark", 4),
			word("to", "PART", "TO", "fixed", 2), word("meet", "VERB", "VB", "root", -1)), 4, "xcomp", 2},
		{"a list that goes on from a name", tree(
			word("presidents", "NOUN", "NNS", "nsubj", 7), word("of", "ADP", "IN", "case", 2), word("Chile", "PROPN", "NNP", "nmod", 0),
			word(",", "PUNCT", ",", "punct", 4), word("Peru", "PROPN", "NNP", "nsubj", 7), word("and", "CCONJ", "CC", "cc", 6),
			word("Mali", "PROPN", "NNP", "conj", 4), word("met", "VERB", "VBD", "root", -1)), 4, "conj", 2},
		{"participle that is the verb", tree(
			word("Police", "NOUN", "NNS", "compound", 3), word("fired", "VERB", "VBN", "amod", 3), word("tear", "NOUN", "NN", "compound", 3),
			word("gas", "NOUN", "NN", "root", -1), word(".", "PUNCT", ".", "punct", 3)), 3, "obj", 1},
		{"statement that called", tree(
			word("The", "DET", "DT", "det", 1), word("statement", "NOUN", "NN", "root", -1), Token{Form: "called", Lemma: "call", UPOS: "VERB", XPOS: "VBN", Rel: "acl", Head: 1},
			word("for", "ADP", "IN", "case", 4), word("talks", "NOUN", "NNS", "obl", 2), word(".", "PUNCT", ".", "punct", 1)), 1, "nsubj", 2},
		{"attribute of a caption stays", tree(
			word("A", "DET", "DT", "det", 1), word("bridge", "NOUN", "NN", "root", -1), word("hit", "VERB", "VBN", "acl", 1),
			word("by", "ADP", "IN", "case", 4), word("shells", "NOUN", "NNS", "obl:agent", 2), word(".", "PUNCT", ".", "punct", 1)), 2, "acl", 1},
		{"object after a particle", tree(
			word("to", "PART", "TO", "mark", 1), word("take", "VERB", "VB", "root", -1), word("in", "ADP", "RP", "compound:prt", 1),
			word("the", "DET", "DT", "det", 4), word("migrants", "NOUN", "NNS", "obl", 1)), 4, "obj", 1},
		{"time after a particle", tree(
			word("They", "PRON", "PRP", "nsubj", 1), word("gave", "VERB", "VBD", "root", -1), word("up", "ADP", "RP", "compound:prt", 1),
			word("this", "DET", "DT", "det", 4), Token{Form: "week", Lemma: "week", UPOS: "NOUN", XPOS: "NN", Rel: "obl", Head: 1}), 4, "obl", 1},
		{"warned of what", tree(
			word("They", "PRON", "PRP", "nsubj", 1), Token{Form: "warned", Lemma: "warn", UPOS: "VERB", XPOS: "VBD", Rel: "root", Head: -1},
			word("Norway", "PROPN", "NNP", "obj", 1), word("of", "ADP", "IN", "case", 4), word("storms", "NOUN", "NNS", "nmod", 2)), 4, "obl", 1},
		{"met the king of storms", tree(
			word("They", "PRON", "PRP", "nsubj", 1), Token{Form: "met", Lemma: "meet", UPOS: "VERB", XPOS: "VBD", Rel: "root", Head: -1},
			word("Thor", "PROPN", "NNP", "obj", 1), word("of", "ADP", "IN", "case", 4), word("storms", "NOUN", "NNS", "nmod", 2)), 4, "nmod", 2},
		{"clause told", tree(
			word("They", "PRON", "PRP", "nsubj", 1), Token{Form: "told", Lemma: "tell", UPOS: "VERB", XPOS: "VBD", Rel: "root", Head: -1},
			word("Berg", "PROPN", "NNP", "iobj", 1), word("that", "PRON", "WDT", "obj", 5), word("Oslo", "PROPN", "NNP", "nsubj", 5),
			word("objects", "VERB", "VBZ", "acl:relcl", 2)), 5, "ccomp", 1},
		{"subject of the next clause", tree(
			word("army", "NOUN", "NN", "nsubj", 1), word("beat", "VERB", "VBD", "root", -1), word("rebels", "NOUN", "NNS", "obj", 1),
			word("and", "CCONJ", "CC", "cc", 4), word("Chad", "PROPN", "NNP", "conj", 2), word("would", "AUX", "MD", "aux", 6),
			word("leave", "VERB", "VB", "conj", 1)), 4, "nsubj", 6},
		{"objects before a verb joined by and", tree(
			word("army", "NOUN", "NN", "nsubj", 1), word("beat", "VERB", "VBD", "root", -1), word("rebels", "NOUN", "NNS", "obj", 1),
			word("and", "CCONJ", "CC", "cc", 4), word("Chad", "PROPN", "NNP", "conj", 2), word("and", "CCONJ", "CC", "cc", 6),
			word("left", "VERB", "VBD", "conj", 1)), 4, "conj", 2},
		{"subject under a date", tree(
			word("On", "ADP", "IN", "case", 1), word("Friday", "PROPN", "NNP", "obl", 7), word(",", "PUNCT", ",", "punct", 1),
			word("Berg", "PROPN", "NNP", "appos", 1), word(",", "PUNCT", ",", "punct", 5), word("envoy", "NOUN", "NN", "conj", 1),
			word(",", "PUNCT", ",", "punct", 1), word("left", "VERB", "VBD", "root", -1)), 3, "nsubj", 7},
		{"a list under a preposition", tree(
			word("In", "ADP", "IN", "case", 1), word("Oslo", "PROPN", "NNP", "obl", 7), word(",", "PUNCT", ",", "punct", 1),
			word("Rome", "PROPN", "NNP", "conj", 1), word("and", "CCONJ", "CC", "cc", 5), word("Riga", "PROPN", "NNP", "conj", 1),
			word(",", "PUNCT", ",", "punct", 1), word("marched", "VERB", "VBD", "root", -1)), 3, "conj", 1},
		{"a clause after after", tree(
			word("came", "VERB", "VBD", "root", -1), word("after", "ADP", "IN", "case", 2), word("Norway", "PROPN", "NNP", "obl", 0),
			word("sanctioned", "VERB", "VBD", "advcl", 0), word("Mali", "PROPN", "NNP", "obj", 3)), 2, "nsubj", 3},
		{"two names of a headline", tree(
			word("Xi", "PROPN", "NNP", "vocative", 3), word(",", "PUNCT", ",", "punct", 2), word("Berg", "PROPN", "NNP", "flat", 0),
			word("meet", "VERB", "VBP", "root", -1)), 2, "conj", 0},
		{"second subject that ends a name", tree(
			word("Theresa", "PROPN", "NNP", "nsubj", 2), word("May", "PROPN", "NNP", "nsubj", 2), word("left", "VERB", "VBD", "root", -1)), 1, "flat", 0},
	} {
		c.s.repair()
		if got := c.s.Tokens[c.tok]; got.Rel != c.rel || got.Head != c.head {
			t.Errorf("%s: got %s to %d, want %s to %d", c.name, got.Rel, got.Head, c.rel, c.head)
		}
	}
}

func TestRetag(t *testing.T) {
	s := tree(word("Vietnam", "PROPN", "NNP", "compound", 1), word("shares", "NOUN", "NNS", "root", -1), word("data", "NOUN", "NNS", "obj", 1))
	s.retag()
	if s.Tokens[1].XPOS != "VBZ" || s.Tokens[0].Rel != "nsubj" {
		t.Errorf("plural with an object: %+v", s.Tokens)
	}
	s = tree(word("would", "AUX", "MD", "aux", 1), word("free", "ADJ", "JJ", "root", -1), word("them", "PRON", "PRP", "obj", 1))
	s.retag()
	if s.Tokens[1].XPOS != "VB" {
		t.Errorf("adjective with modal and object: %+v", s.Tokens)
	}
	for _, c := range []struct{ rel, aux, last, want string }{
		{"nsubj", "advmod", ".", "VBD"}, {"nsubj:pass", "advmod", ".", "VBD"}, {"nsubj:pass", "advmod", "Oslo", "VBN"}, {"nsubj", "aux", ".", "VBN"}, {"nsubj", "advmod", "Oslo", "VBN"},
	} {
		s := tree(word("Berg", "PROPN", "NNP", c.rel, 2), word("then", "ADV", "RB", c.aux, 2), word("sent", "VERB", "VBN", "root", -1), word(c.last, "X", "X", "dep", 2))
		if s.retag(); s.Tokens[2].XPOS != c.want {
			t.Errorf("participle with %s, %s and %s: %s, want %s", c.rel, c.aux, c.last, s.Tokens[2].XPOS, c.want)
		}
	}
	s = tree(word("Berg", "PROPN", "NNP", "nsubj:pass", 1), word("spoke", "VERB", "VBN", "root", -1), word("phone", "NOUN", "NN", "obl:agent", 1))
	if s.retag(); s.Tokens[0].Rel != "nsubj" || s.Tokens[1].XPOS != "VBD" || s.Tokens[2].Rel != "obl" {
		t.Errorf("a past that is no participle: %+v", s.Tokens)
	}
	for form, want := range map[string]bool{"shook": true, "said": true, "lay": false, "left": false, "talk": false} {
		if pastOnly(form) != want {
			t.Errorf("pastOnly(%q) = %v", form, !want)
		}
	}
}

// TestPersonApposed reads "the head of the mission in Peru, NAME, left" with a name of each type.
func TestPersonApposed(t *testing.T) {
	for _, c := range []struct {
		typ  NameType
		prep string
		head int
	}{{PER, "of", 0}, {PER, "in", 0}, {PER, "including", 2}, {LOC, "of", 2}} {
		s := tree(word("head", "NOUN", "NN", "nsubj", 6), word(c.prep, "ADP", "IN", "case", 2), word("Peru", "PROPN", "NNP", "nmod", 0),
			word(",", "PUNCT", ",", "punct", 4), word("Berg", "PROPN", "NNP", "appos", 2), word(",", "PUNCT", ",", "punct", 4), word("left", "VERB", "VBD", "root", -1))
		s.Names = []Name{{First: 2, Last: 3, Type: LOC}, {First: 4, Last: 5, Type: c.typ}}
		s.repair()
		if got := s.Tokens[4].Head; got != c.head {
			t.Errorf("head %s Peru, Berg (%s): Berg hangs on %d, want %d", c.prep, c.typ, got, c.head)
		}
	}
}

// TestOfficeUnderPlace reads "mayor of PLACE and governor".
func TestOfficeUnderPlace(t *testing.T) {
	for typ, want := range map[NameType]int{LOC: 0, ORG: 0, PER: 2} {
		s := tree(word("mayor", "NOUN", "NN", "root", -1), word("of", "ADP", "IN", "case", 2), word("Oslo", "PROPN", "NNP", "nmod", 0),
			word("and", "CCONJ", "CC", "cc", 4), word("governor", "NOUN", "NN", "conj", 2))
		s.Names = []Name{{First: 2, Last: 3, Type: typ}}
		s.repair()
		if got := s.Tokens[4].Head; got != want {
			t.Errorf("%s: governor hangs on %d, want %d", typ, got, want)
		}
	}
}
