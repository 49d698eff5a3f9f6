package when

import (
	"strings"

	"github.com/entente-kg/entente/extract/text"
)

// lookingFrom decides where the clause around an expression looks, and by
// which words. In a parsed sentence the tree finds the governing verb;
// otherwise the nearest verb on the left does, or on the right.
func lookingFrom(s *text.Sentence, e Expression) (Direction, string) {
	if s.Parsed {
		if d, cue := climb(s, e.Head(s)); d != Unknown {
			return d, cue
		}
	}
	return nearby(s, e)
}

// climb goes from a token up the tree to the first word that tells a
// direction. The path is bounded, as a broken tree could run in
// a circle.
func climb(s *text.Sentence, at int) (Direction, string) {
	for n := range reach {
		at = s.Tokens[at].Head
		if at < 0 || at >= len(s.Tokens) {
			return Unknown, ""
		}
		if d, cue := tells(s, at, n == 0); d != Unknown {
			return d, cue
		}
		if cue := foretold(s, at); cue != "" {
			return Future, cue
		}
	}
	return Unknown, ""
}

// foretold is the word before a noun by which it lies ahead, whatever the verb: "called off the planned
// June 12 summit"; "" where there is none.
func foretold(s *text.Sentence, at int) string {
	if s.Tokens[at].UPOS != "NOUN" {
		return ""
	}
	for i := range at {
		if t := s.Tokens[i]; t.Head == at && t.Rel == "amod" && looksAhead[strings.ToLower(t.Form)] {
			return t.Form
		}
	}
	return ""
}

// tells reads the direction of one word: of a verb with its auxiliaries, or of
// a word that looks ahead by its meaning ("planned", "due", "upcoming"). The
// simple present looks ahead only where it governs the time itself: "votes on
// Monday", but not "demands an inquiry into the deaths on Monday".
func tells(s *text.Sentence, at int, itself bool) (Direction, string) {
	t := s.Tokens[at]
	if d, cue := auxiliary(s, at); d != Unknown {
		return d, cue
	}
	if w := strings.ToLower(t.Form); looksAhead[w] && t.XPOS != "VBD" {
		return Future, w
	}
	switch t.XPOS {
	case "VBD":
		return Past, t.Form
	case "VBZ", "VBP":
		if reports[t.Lemma] || pastForms[strings.ToLower(t.Form)] {
			return Past, t.Form
		}
		if itself && t.UPOS == "VERB" && !hasChild(s, at, "xcomp", "ccomp") {
			return Future, t.Form
		}
	case "VB":
		return infinitive(s, at)
	}
	return Unknown, ""
}

// infinitive reads "to meet" by what governs it: an agreement or a plan looks
// ahead; everything else leaves the question to the verb above.
func infinitive(s *text.Sentence, at int) (Direction, string) {
	h := s.Tokens[at].Head
	if h < 0 || h >= len(s.Tokens) {
		return Unknown, ""
	}
	lemma := s.Tokens[h].Lemma
	if s.Tokens[at].Rel != "advcl" && plansAhead[lemma] {
		return Future, s.Tokens[h].Form
	}
	return Unknown, ""
}

// auxiliary reads the words that hang on a verb: will, would, had, was.
func auxiliary(s *text.Sentence, at int) (Direction, string) {
	d, cue := Unknown, ""
	for i, t := range s.Tokens {
		if t.Head != at || !strings.HasPrefix(t.Rel, "aux") && t.Rel != "cop" {
			continue
		}
		w := strings.ToLower(t.Form)
		switch {
		case t.XPOS == "MD" || futureWords[w]:
			d, cue = Future, t.Form
		case w == "has" || w == "have" || w == "had" || w == "'ve" || w == "was" || w == "were" || w == "been" || w == "did":
			if d == Future && t.Lemma != "have" {
				continue
			}
			if looksAhead[strings.ToLower(s.Tokens[at].Form)] && t.Lemma == "be" {
				continue
			}
			if (w == "was" || w == "were") && i+1 < at && s.Tokens[i+1].XPOS == "TO" && s.Tokens[at].XPOS == "VB" { // "was to meet" may have met or not yet
				continue
			}
			return Past, t.Form
		case (w == "is" || w == "are") && i < at && (s.Tokens[at].XPOS == "VBG" || i+1 < at && s.Tokens[i+1].XPOS == "TO" && s.Tokens[at].XPOS == "VB"):
			d, cue = Future, t.Form
		}
	}
	return d, cue
}

func hasChild(s *text.Sentence, at int, rels ...string) bool {
	for _, t := range s.Tokens {
		for _, rel := range rels {
			if t.Head == at && t.Rel == rel {
				return true
			}
		}
	}
	return false
}

// reach is how many tokens away nearby looks: further off is another clause.
const reach = 40

// nearby decides without a tree: the nearest telling word before the
// expression, else the nearest one behind it.
func nearby(s *text.Sentence, e Expression) (Direction, string) {
	for i := e.First - 1; i >= max(0, e.First-reach); i-- {
		if d := looks(s, i); d != Unknown {
			return d, s.Tokens[i].Form
		}
	}
	for i := e.Last; i < min(len(s.Tokens), e.Last+reach); i++ {
		if d := looks(s, i); d != Unknown {
			return d, s.Tokens[i].Form
		}
	}
	return Unknown, ""
}

// looks reads one word without a tree.
func looks(s *text.Sentence, i int) Direction {
	w := strings.ToLower(s.Tokens[i].Form)
	prev := ""
	if i > 0 {
		prev = strings.ToLower(s.Tokens[i-1].Form)
	}
	switch {
	case futureWords[w] || looksAhead[w]:
		return Future
	case w == "to" && (prev == "is" || prev == "are" || prev == "due"):
		return Future
	case (w == "was" || w == "were") && i+1 < len(s.Tokens) && s.Tokens[i+1].XPOS == "TO":
		return Unknown
	case s.Tokens[i].XPOS == "VBN" && future(s, i), (strings.HasSuffix(w, "ed") || pastForms[w]) && future(s, i):
		return Future
	case s.Tokens[i].XPOS == "VBD", s.Tokens[i].XPOS == "" && (strings.HasSuffix(w, "ed") && len(w) > 3 || pastForms[w]):
		if plansAhead[strings.TrimSuffix(w, "d")] || plansAhead[strings.TrimSuffix(w, "ed")] {
			if i+1 < len(s.Tokens) && strings.ToLower(s.Tokens[i+1].Form) == "to" {
				return Future
			}
		}
		return Past
	case (w == "is" || w == "are") && i+1 < len(s.Tokens) && strings.HasSuffix(s.Tokens[i+1].Form, "ing"):
		return Future
	}
	return Unknown
}

// future reports whether "will be", "to be" or the like stands before a participle.
func future(s *text.Sentence, i int) bool {
	for j := max(0, i-3); j < i; j++ {
		w := strings.ToLower(s.Tokens[j].Form)
		if futureWords[w] {
			return true
		}
	}
	return false
}
