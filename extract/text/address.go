package text

import (
	"strings"
	"unicode/utf8"
)

// maxAddress bounds the length of a web address in bytes.
const maxAddress = 2048

// address returns the end of the web or mail address that begins at i, or i.
func (s *scanner) address(i int) int {
	if s.at < i {
		s.at = len(s.text)
		if k := strings.IndexByte(s.text[i:], '@'); k >= 0 {
			s.at = i + k
		}
	}
	if s.at > i && s.at-i <= 64 && s.at < len(s.text) {
		if end := s.mail(i); end > i {
			return end
		}
	}
	switch s.text[i] | 0x20 {
	case 'h', 'f', 'w':
		return s.web(i)
	}
	return i
}

// mail takes name@host.
func (s *scanner) mail(i int) int {
	for k := i; k < s.at; k++ {
		if c := s.text[k]; !isASCIILetter(c) && !isDigit(c) && strings.IndexByte("._%+-", c) < 0 {
			return i
		}
	}
	j := s.at + 1
	for j < len(s.text) && j-s.at < 128 {
		if c := s.text[j]; !isASCIILetter(c) && !isDigit(c) && strings.IndexByte("._-", c) < 0 {
			break
		}
		j++
	}
	j = s.untail(s.at+1, j)
	if j == s.at+1 {
		return i
	}
	return j
}

// web takes a web address up to a space or a sign that cannot be in one, less
// the punctuation that ends the sentence.
func (s *scanner) web(i int) int {
	if !webPrefix(s.text[i:min(len(s.text), i+8)]) {
		return i
	}
	depth := 0
	j := i
	for j < len(s.text) && j-i < maxAddress {
		r, n := utf8.DecodeRuneInString(s.text[j:])
		switch {
		case r == '(':
			depth++
		case r == ')':
			depth--
		}
		if depth < 0 || isSpace(r) || isDoubleQuote(r) || r == '<' || r == '>' || r == '’' {
			break
		}
		j += n
	}
	return s.untail(i, j)
}

func webPrefix(head string) bool {
	var buf [16]byte
	h := string(lower(head, &buf))
	return strings.HasPrefix(h, "http://") || h == "https://" || strings.HasPrefix(h, "ftp://") ||
		strings.HasPrefix(h, "www.") && len(h) > 4
}

// untail leaves out punctuation at the end of text[i:j].
func (s *scanner) untail(i, j int) int {
	for j > i && strings.IndexByte(".,;:!?'-_]*", s.text[j-1]) >= 0 {
		j--
	}
	return j
}
