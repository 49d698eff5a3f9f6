package text

import (
	"strings"
	"unicode"
)

// maxDateline bounds a dateline in tokens: "SOUTH BEND, Ind., March 8 (Reuters) --".
const maxDateline = 14

// apart annotates a sentence, its dateline by itself: "TIRANA, Albania (AP) --"
// before a sentence passes for its subject and spoils the tree. The head of the
// dateline then hangs on the root of the sentence.
func apart(s *Sentence, annotate func(*Sentence)) {
	n := s.dateline()
	if n == 0 || n == len(s.Tokens) {
		annotate(s)
		return
	}
	lead := Sentence{Span: s.Span, Index: s.Index, Par: s.Par, Tokens: s.Tokens[:n:n]}
	body := Sentence{Span: s.Span, Index: s.Index, Par: s.Par, Tokens: s.Tokens[n:]}
	annotate(&lead)
	annotate(&body)
	root := n
	for i := range body.Tokens {
		if t := &body.Tokens[i]; t.Head >= 0 {
			t.Head += n
		} else {
			root = n + i
		}
	}
	for i := range lead.Tokens {
		if t := &lead.Tokens[i]; t.Head < 0 {
			t.Head, t.Rel = root, "parataxis"
		}
	}
	s.Names = lead.Names
	for _, name := range body.Names {
		s.Names = append(s.Names, Name{First: name.First + n, Last: name.Last + n, Type: name.Type})
	}
}

// dateline counts the tokens of the dateline the sentence begins with: a run of
// names, numbers and marks, closed by a dash or by an agency in brackets. Before
// a dash it must show a comma, a bracket or capitals.
func (s *Sentence) dateline() int {
	shown := false
	for i := 0; i < len(s.Tokens) && i < maxDateline; i++ {
		form := s.Tokens[i].Form
		first := firstRune(form)
		switch {
		case form == "--" || form == "—" || form == "–" || form == "-" && i > 0 && s.Tokens[i].Start > s.Tokens[i-1].End:
			if shown && i > 0 {
				return i + 1
			}
			return 0
		case form == ")" && s.agency(i):
			return s.afterAgency(i + 1)
		case form == "," || form == "(" || form == ")" || form == "/" || form == "." || form == ":":
			shown = shown || i > 0
		case capitals(form):
			shown = shown || i == 0
		case !unicode.IsUpper(first) && !unicode.IsDigit(first):
			return 0
		}
	}
	return 0
}

// afterAgency steps over the dash that may follow the agency.
func (s *Sentence) afterAgency(i int) int {
	if i < len(s.Tokens) && strings.Trim(s.Tokens[i].Form, "-–—") == "" {
		return i + 1
	}
	if i < len(s.Tokens) {
		if first := firstRune(s.Tokens[i].Form); !unicode.IsUpper(first) {
			return 0 // "the National Front (NF) has" is the sentence itself
		}
	}
	return i
}

// agency reports whether the bracket that closes at i holds a news agency, in
// capitals or by name.
func (s *Sentence) agency(i int) bool {
	if i < 3 || s.Tokens[i-2].Form != "(" {
		return false
	}
	word := s.Tokens[i-1].Form
	return capitals(word) || word == "Reuters" || word == "Xinhua"
}

// capitals reports whether a word is written in capitals throughout.
func capitals(s string) bool {
	return len(s) > 1 && strings.ToUpper(s) == s && strings.ToLower(s) != s && !strings.Contains(s, ".")
}
