package text

import (
	"unicode"
	"unicode/utf8"
)

// mark returns the end of a token that begins with neither letter nor digit.
func (s *scanner) mark(i int) int {
	r := s.rune(i)
	switch {
	case isApostrophe(r):
		return s.leadingApostrophe(i)
	case r == '.' && isDigit(byte(s.rune(i+1))) && s.opens(i):
		return s.number(i+1, false)
	case r == '+' && isDigit(byte(s.rune(i+1))) && s.opens(i):
		return s.number(i+1, false)
	case r == '[' && s.inserted(i):
		return s.wordFrom(i, s.run(i, i+3), false)
	case r == '.' || r == '-' || r == '!' || r == '?':
		return s.repeat(i)
	case r == '#' || r == '@':
		return s.handle(i)
	}
	if end := s.emoticon(i); end > i {
		return end
	}
	if r < utf8.RuneSelf && r != '(' && r != ')' && r != '[' && r != ']' && r != '"' && r != '%' {
		return s.repeat(i)
	}
	return s.symbol(i)
}

// inserted reports whether a word begins at i whose first letter a quoting
// editor has changed: "[T]he".
func (s *scanner) inserted(i int) bool {
	return i+3 < len(s.text) && insertedLetter(s.text[i:])
}

// opens reports whether a token at i has white space or an opening sign before it.
func (s *scanner) opens(i int) bool {
	r := s.before(i)
	return r == 0 || isSpace(r) || r == '(' || r == '[' || isCurrency(r) || isDoubleQuote(r)
}

// repeat takes a run of one sign: "...", "--", "!!!", "====". Question and
// exclamation marks mix.
func (s *scanner) repeat(i int) int {
	c := s.text[i]
	j := i + 1
	for j < len(s.text) && j-i < maxToken && (s.text[j] == c || (c == '!' || c == '?') && (s.text[j] == '!' || s.text[j] == '?')) {
		j++
	}
	return j
}

// leadingApostrophe decides on an apostrophe that no word has taken: a clitic
// after something that is not a word ("(OSCE)'s"), a word that begins with one
// ('em, '90s), the second half of a quotation mark, or a quotation mark.
func (s *scanner) leadingApostrophe(i int) int {
	j := i + utf8.RuneLen(s.rune(i))
	end := s.run(i, j)
	word := s.text[j:end]
	switch {
	case s.rune(j) != 0 && isApostrophe(s.rune(j)): // '' ’’ ``
		return j + utf8.RuneLen(s.rune(j))
	case i > 0 && !s.opens(i) && isClitic(word):
		return end
	case word == "":
		return j
	case isDigit(word[0]):
		if len(word) == 2 || len(word) == 3 && word[2] == 's' { // '72, '90s
			return end
		}
	case word == "em", word == "cause", word == "til", word == "till", word == "bout":
		return end
	case word == "tis", word == "twas":
		return j + 1
	}
	return j
}

// handle keeps #tag and @name whole.
func (s *scanner) handle(i int) int {
	if end := s.run(i, i+1); end > i+1 && !isDigit(s.text[i+1]) && s.opens(i) {
		return end
	}
	return s.repeat(i)
}

// symbol takes one character with the marks and joiners that modify it, or a
// run of ellipses, of long dashes or of bytes that are no text.
func (s *scanner) symbol(i int) int {
	r, n := utf8.DecodeRuneInString(s.text[i:])
	j := i + n
	for j < len(s.text) && j-i < maxToken {
		q, m := utf8.DecodeRuneInString(s.text[j:])
		modifies := q >= utf8.RuneSelf && (unicode.IsMark(q) || q == 0x200D || unicode.Is(unicode.Sk, q))
		again := q == r && (r == '…' || isDash(r) || r == utf8.RuneError)
		if !modifies && !again {
			break
		}
		j += m
	}
	return j
}

// emoticon takes the few faces of eyes, nose and mouth: :-) ;) :( :D =)
func (s *scanner) emoticon(i int) int {
	if c := s.text[i]; c != ':' && c != ';' && c != '=' || !s.opens(i) {
		return i
	}
	j := i + 1
	if s.rune(j) == '-' {
		j++
	}
	switch s.rune(j) {
	case ')', '(', 'D', 'P', 'p', 'O':
		if r := s.rune(j + 1); r == 0 || isSpace(r) || r == '.' || r == ')' {
			return j + 1
		}
	}
	return i
}
