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
			if c := t.Form[0]; c >= 'a' && len(t.Form) > 2 {
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

// retagProper makes proper nouns of words that the network took for verbs,
// adverbs or common nouns although the document has them with a capital only,
// and subjects of those that then have no other part in their clause.
func (d *Document) retagProper(s *Sentence) {
	for i := range s.Tokens {
		t := &s.Tokens[i]
		if !mistakable(t.XPOS) || !isCapitalised(t.Form) || !d.proper[uncapitalised(t.Form)] {
			continue
		}
		t.UPOS, t.XPOS = "PROPN", "NNP"
		switch baseRel(t.Rel) {
		case "aux", "cop", "advmod", "mark", "discourse", "cc", "case":
			if t.Head > i && s.Tokens[t.Head].UPOS == "VERB" && s.child(t.Head, "nsubj") < 0 {
				t.Rel = "nsubj"
			}
		case "amod":
			t.Rel = "compound"
		}
	}
}

// mistakable holds for the tags that a surname at the head of a sentence is given by mistake.
func mistakable(xpos string) bool {
	switch xpos {
	case "NN", "RB", "UH", "FW", "MD", "IN":
		return true
	}
	return strings.HasPrefix(xpos, "VB")
}
