package text

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// findProper collects the words that the document writes with a capital in
// mid-sentence and nowhere without. The network reads one sentence at a time
// and cannot know that the capital of "Joly thanked them" is more than that of
// a sentence's first word.
func (d *Document) findProper() {
	d.proper = map[string]bool{}
	for i := range d.Sentences {
		tokens := d.Sentences[i].Tokens
		if titled(tokens) {
			continue
		}
		for j := 1; j < len(tokens); j++ {
			if isCapitalised(tokens[j].Form) && isWord(firstRune(tokens[j-1].Form)) {
				d.proper[uncapitalised(tokens[j].Form)] = true
			}
		}
	}
	for i := range d.Sentences {
		for _, t := range d.Sentences[i].Tokens {
			if t.Form[0] >= 'a' {
				delete(d.proper, t.Form)
			}
		}
	}
}

// titled reports whether only short words are without capitals, as in headings.
func titled(tokens []Token) bool {
	for i := range tokens {
		if form := tokens[i].Form; len(form) > 4 && unicode.IsLower(firstRune(form)) {
			return false
		}
	}
	return true
}

func firstRune(form string) rune {
	r, _ := utf8.DecodeRuneInString(form)
	return r
}

// isCapitalised holds for a capital with small letters after it.
func isCapitalised(form string) bool {
	r, n := utf8.DecodeRuneInString(form)
	next, _ := utf8.DecodeRuneInString(form[n:])
	return unicode.IsUpper(r) && unicode.IsLower(next)
}

// uncapitalised returns a word as it would be written without its capital.
func uncapitalised(form string) string {
	r, n := utf8.DecodeRuneInString(form)
	return string(unicode.ToLower(r)) + form[n:]
}

// retagProper makes proper nouns of common nouns that the document has with a
// capital only, and of a first word that the network took for a verb or an
// adverb, if it is a noun in the tree or can be the subject that its verb lacks.
func (d *Document) retagProper(s *Sentence) {
	for i := range s.Tokens {
		t := &s.Tokens[i]
		if t.XPOS != "NN" && (i > 0 || !mistakable(t.XPOS)) || !isCapitalised(t.Form) || !d.proper[uncapitalised(t.Form)] && !s.headsClause(i) {
			continue
		}
		switch base := baseRel(t.Rel); {
		case base == "nsubj", nounRel(base) && t.XPOS != "JJ":
		case t.Head > i && s.lacksSubject(t.Head) && base != "amod":
			t.Rel = ""
			t.Rel = s.subjectRel(t.Head)
		default:
			continue
		}
		t.UPOS, t.XPOS = "PROPN", "NNP"
	}
}

// headsClause reports whether the first word, which is no common adverb, stands right before a past
// tense that has an object and no subject, as only a subject can: "Kerry met them".
func (s *Sentence) headsClause(i int) bool {
	t := &s.Tokens[i]
	if i != 0 || len(s.Tokens) < 4 || t.Head != 1 || s.Tokens[1].XPOS != "VBD" || !s.lacksSubject(1) || s.child(1, "obj") < 2 || s.child(1, "aux") >= 0 {
		return false
	}
	switch t.Form {
	case "Also", "Then", "Once", "Just", "Only", "Even", "Still", "Never", "Not", "First", "Later", "Instead", "Again", "Soon", "Finally", "Recently", "Previously", "Earlier", "Having", "Being":
		return false
	}
	return !strings.HasSuffix(t.Form, "ly")
}

// nounRel holds for relations that a noun has.
func nounRel(base string) bool {
	switch base {
	case "obj", "iobj", "obl", "nmod", "compound", "flat", "appos", "conj", "root", "parataxis":
		return true
	}
	return false
}

// lacksSubject reports whether token i is a predicate without a subject: a verb, or
// an adjective with "is".
func (s *Sentence) lacksSubject(i int) bool {
	return (s.Tokens[i].UPOS == "VERB" || s.Tokens[i].UPOS == "ADJ" && s.child(i, "cop") >= 0) && s.child(i, "nsubj") < 0
}

// mistakable holds for the tags that a surname at the head of a sentence is given by mistake.
func mistakable(xpos string) bool {
	switch xpos {
	case "RB", "UH", "FW", "MD", "JJ":
		return true
	}
	return strings.HasPrefix(xpos, "VB")
}
