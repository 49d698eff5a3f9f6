package text

import "unicode/utf8"

// number returns the end of a token that begins with a digit; first says that
// it begins a line, where "3." may number an item of a list.
func (s *scanner) number(i int, first bool) int {
	if end := s.address(i); end > i {
		return end
	}
	j := s.digits(i)
	for j < i+maxToken {
		k := s.joinDigits(i, j)
		if k == j {
			break
		}
		j = k
	}
	if end := s.suffix(i, j); end > j {
		return end
	}
	if first && s.rune(j) == '.' && j-i <= 3 && s.itemFollows(j+1) {
		return j + 1
	}
	return j
}

func (s *scanner) digits(i int) int {
	j := i
	for j < len(s.text) && isDigit(s.text[j]) && j-i < maxToken {
		j++
	}
	return j
}

// joinDigits decides whether a number goes on past the sign at j.
func (s *scanner) joinDigits(i, j int) int {
	k := s.digits(j + 1)
	n := k - j - 1
	if n <= 0 {
		return j
	}
	switch s.text[j] {
	case '.', ':', '/':
		return k
	case ',':
		if n == 3 {
			return k
		}
	case '-':
		return s.dashedNumber(i, j, k)
	}
	return j
}

// dashedNumber keeps telephone numbers and dates whole (713-555-0123,
// 555-0123, 3-0123, 2019-04-01) and cuts ranges and scores (78 - 82, 2003 - 2007).
func (s *scanner) dashedNumber(i, j, k int) int {
	if k < len(s.text) && s.text[k] == '-' {
		if end := s.digits(k + 1); end > k+1 {
			return end
		}
	}
	if k-j-1 == 4 && (j-i == 3 || j-i == 1) {
		return k
	}
	return j
}

// suffix decides on letters right after a number: a unit stands apart, an
// ending or a code belongs to it.
func (s *scanner) suffix(i, j int) int {
	end := s.run(i, j)
	if end == j {
		return j
	}
	word := s.text[j:end]
	if (word == "a" || word == "p") && (s.rune(end) == '.' && s.rune(end+1) == 'm') {
		return j
	}
	if unit(word) {
		return j
	}
	if r, n := utf8.DecodeRuneInString(word); n == len(word) && (r == 'M' || r == 'B') && isCurrency(s.before(i)) {
		return j
	}
	return end
}

func isCurrency(r rune) bool { return r == '$' || r == '€' || r == '£' || r == '¥' }

// itemFollows reports whether a space and a word follow, as after the number of a list item.
func (s *scanner) itemFollows(i int) bool {
	k := s.skipSpace(i)
	return k > i && k < len(s.text) && isWord(s.rune(k))
}
