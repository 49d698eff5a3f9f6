package text

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/entente-kg/entente/schema"
)

// maxToken bounds the length of a token in bytes. Nothing that is language is
// longer; the bound keeps the work on one token constant for texts that are not.
const maxToken = 256

// scanner cuts a text into tokens from left to right. Every decision looks at
// most maxToken bytes ahead, so that the time is linear in the text.
type scanner struct {
	text   string
	tokens []Token
	at     int // position of the next '@' that has not been passed, len(text) if none
}

// scan appends the tokens of text[from:to], where a line begins at from.
func (s *scanner) scan(from, to int) {
	whole := s.text
	s.text = whole[:to]
	first := len(s.tokens)
	for i := s.skipSpace(from); i < to; {
		end := s.next(i, len(s.tokens) == first || endsList(s.tokens[len(s.tokens)-1].Form))
		s.tokens = append(s.tokens, Token{
			Span: schema.Span{Start: i, End: end},
			Form: Normal(s.text[i:end]),
			Head: -1,
		})
		i = s.skipSpace(end)
	}
	s.text = whole
}

// endsList reports whether an item of a list may begin after a token.
func endsList(form string) bool { return form == "." || form == ":" || form == ";" }

func (s *scanner) skipSpace(i int) int {
	for i < len(s.text) {
		r, n := utf8.DecodeRuneInString(s.text[i:])
		if !isSpace(r) {
			break
		}
		i += n
	}
	return i
}

// rune returns the character at i, or 0 at the end.
func (s *scanner) rune(i int) rune {
	if i >= len(s.text) {
		return 0
	}
	if c := s.text[i]; c < utf8.RuneSelf {
		return rune(c)
	}
	r, _ := utf8.DecodeRuneInString(s.text[i:])
	return r
}

// before returns the character that ends at i, or 0 at the beginning.
func (s *scanner) before(i int) rune {
	if i == 0 {
		return 0
	}
	r, _ := utf8.DecodeLastRuneInString(s.text[:i])
	return r
}

// next returns the end of the token that begins at i; first says that it
// begins a line.
func (s *scanner) next(i int, first bool) int {
	r := s.rune(i)
	switch {
	case r < utf8.RuneSelf && isDigit(byte(r)):
		return s.number(i, first)
	case isWord(r):
		return s.word(i, first)
	}
	return s.mark(i)
}

// run returns the end of the run of word characters from j, in a token that began at i.
func (s *scanner) run(i, j int) int {
	limit := min(len(s.text), i+maxToken)
	for j < limit {
		c := s.text[j]
		if c < utf8.RuneSelf {
			if !isASCIILetter(c) && !isDigit(c) && c != '_' {
				break
			}
			j++
			continue
		}
		r, n := utf8.DecodeRuneInString(s.text[j:])
		if !isWord(r) {
			break
		}
		j += n
	}
	return j
}

// word returns the end of a token that begins with a letter.
func (s *scanner) word(i int, first bool) int {
	if end := s.address(i); end > i {
		return end
	}
	return s.wordFrom(i, s.trim(i, s.run(i, i)), first)
}

// wordFrom returns the end of the word that begins with text[i:j].
func (s *scanner) wordFrom(i, j int, first bool) int {
	for j < i+maxToken {
		k := s.join(i, j, first)
		if k <= j {
			if k < j && k > i {
				return k // a clitic takes the last letter: "do|n't"
			}
			break
		}
		j = k
	}
	if cut := contraction(s.text[i:j]); cut > 0 && !isApostrophe(s.rune(j)) {
		return i + cut
	}
	return j
}

// trim leaves out what leaves no ink at the end of a word.
func (s *scanner) trim(i, j int) int {
	for j > i {
		r, n := utf8.DecodeLastRuneInString(s.text[i:j])
		if !isIgnorable(r) || j-n == i {
			break
		}
		j -= n
	}
	return j
}

// join decides whether the word text[i:j] goes on past the sign at j and
// returns its new end, j if it does not.
func (s *scanner) join(i, j int, first bool) int {
	r := s.rune(j)
	switch {
	case r == '.':
		return s.stop(i, j, first)
	case r == '-' || isHyphen(r):
		return s.hyphen(i, j)
	case r == '&':
		return s.ampersand(i, j)
	case r == '/':
		return s.slash(i, j)
	case r == '$':
		if isDigit(byte(s.rune(j+1))) && j-i <= 3 && s.text[i] < 'a' {
			return j + 1 // US$, A$
		}
	case isApostrophe(r):
		return s.apostrophe(i, j)
	}
	return j
}

// hyphen joins a prefix to its word, and the two halves of a Korean given name
// after a family name: "Moon Jae-in" has no "in".
func (s *scanner) hyphen(i, j int) int {
	k := j + utf8.RuneLen(s.rune(j))
	if hyphenPrefix(s.text[i:j]) && isWord(s.rune(k)) {
		return s.run(i, k)
	}
	if end := s.run(i, k); isCapitalised(s.text[i:j]) && koreanSyllable(s.text[k:end]) && s.afterName(i) {
		return end
	}
	return j
}

// afterName reports whether a capitalised word stands before i.
func (s *scanner) afterName(i int) bool {
	if len(s.tokens) == 0 || i == 0 || s.text[i-1] != ' ' {
		return false
	}
	last := &s.tokens[len(s.tokens)-1]
	return last.End == i-1 && isCapitalised(last.Form) && len(last.Form) <= 9
}

// ampersand joins AT&T, P&L.
func (s *scanner) ampersand(i, j int) int {
	if k := s.run(i, j+1); k > j+1 && unicode.IsUpper(s.before(j)) && unicode.IsUpper(s.rune(j+1)) {
		return k
	}
	return j
}

// slash joins abbreviations of two letters: w/o, n/a, s/he.
func (s *scanner) slash(i, j int) int {
	if k := s.run(i, j+1); j-i == 1 && k > j+1 && k-j <= 4 && isASCIILetter(s.text[j+1]) {
		return k
	}
	return j
}

// apostrophe decides on an apostrophe after text[i:j]: it begins a clitic
// ("Putin|'s"), belongs to n't ("do|n't"), is a part of the word ("O'Connor"),
// or closes a quotation.
func (s *scanner) apostrophe(i, j int) int {
	k := j + utf8.RuneLen(s.rune(j))
	end := s.run(i, k)
	if end == k {
		return j
	}
	if suffix := s.text[k:end]; suffix == "t" || suffix == "T" {
		switch {
		case s.text[j-1]|0x20 != 'n':
		case j-1 == i:
			return end
		default:
			return j - 1
		}
	} else if isClitic(suffix) || isDigit(suffix[0]) {
		return j
	}
	if s.text[i:j] == "y" && s.text[k:end] == "all" {
		return j
	}
	return end
}

// isClitic holds for what follows the apostrophe in 's, 're, 've, 'll, 'd and 'm.
func isClitic(suffix string) bool {
	switch suffix {
	case "s", "S", "re", "RE", "ve", "VE", "ll", "LL", "d", "D", "m", "M":
		return true
	}
	return false
}

// stop decides on a full stop after the word text[i:j].
func (s *scanner) stop(i, j int, first bool) int {
	word := s.text[i:j]
	if end := s.run(i, j+1); end > j+1 {
		return s.dotted(i, j, end)
	}
	if s.rune(j+1) == '.' { // an ellipsis
		return j
	}
	if strings.IndexByte(word, '.') > 0 && acronym(word) {
		return j + 1
	}
	if initial(word) {
		if s.label() {
			return j
		}
		return j + 1
	}
	switch abbreviationOf(word) {
	case notAbbreviated:
		return j
	case numberAbbreviation:
		if k := s.skipSpace(j + 1); k > j+1 && !isDigit(byte(s.rune(k))) {
			return j
		}
		if s.skipSpace(j+1) == len(s.text) {
			return j
		}
	}
	return j + 1
}

// dotted decides on a full stop with a word right after it, text[j+1:end].
func (s *scanner) dotted(i, j, end int) int {
	word, next := s.text[i:j], s.text[j+1:end]
	last := word[strings.LastIndexByte(word, '.')+1:]
	switch {
	case len(next) == 1 && len(last) <= 2 && isASCIILetter(next[0]): // U.S, p.m, Ph.D
		return end
	case len(next) == 2 && len(last) == 1 && s.rune(end) == '.': // M.Sc.
		return end
	case fileEnding(next) && !unicode.IsUpper(rune(next[0])), s.site(end):
		return end
	case initial(last), abbreviationOf(word) != notAbbreviated && !isDigit(next[0]):
		return j + 1 // J.Smith, St.Petersburg
	case s.text[i] >= 'a' && next[0] >= 'a' && next[0] <= 'z' && (s.rune(end) == '.' || last != word):
		return end // alt.animals.dogs
	}
	return j
}

// site reports whether the dots go on to a known ending: news.bbc.co.uk.
func (s *scanner) site(end int) bool {
	for n := 0; n < 4 && s.rune(end) == '.'; n++ {
		k := s.run(end, end+1)
		if k == end+1 {
			return false
		}
		if next := s.text[end+1 : k]; next[0] >= 'a' && len(next) > 1 && fileEnding(next) {
			return true
		}
		end = k
	}
	return false
}

// initial holds for one capital letter.
func initial(word string) bool {
	r, n := utf8.DecodeRuneInString(word)
	return n == len(word) && unicode.IsUpper(r)
}

// label reports whether the word before is one that a single letter names:
// "Plan B." ends a sentence, "George W." does not.
func (s *scanner) label() bool {
	if len(s.tokens) == 0 {
		return false
	}
	switch last := s.tokens[len(s.tokens)-1]; strings.ToLower(last.Form) {
	case "plan", "vitamin", "type", "class", "group", "section", "appendix", "part", "hepatitis", "grade", "war",
		"schedule", "figure", "exhibit", "team", "option", "point", "than", "and", "as", "-":
		return true
	}
	return false
}

// acronym holds for letters parted by stops: U.S, p.m, Ph.D, M.Sc.
func acronym(word string) bool {
	for part := range strings.SplitSeq(word, ".") {
		if utf8.RuneCountInString(part) > 2 {
			return false
		}
	}
	return true
}
