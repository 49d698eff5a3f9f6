package when

import (
	"strconv"
	"strings"
	"unicode"

	"github.com/entente-kg/entente/extract/text"
)

// word is a token, or the part of a token between hyphens and slashes: the
// tokeniser may keep "two-day" or "01/18/2022" whole or cut it, and readers
// should not have to know.
type word struct {
	low    string // lower case, without the dots of abbreviations
	token  int    // index of the token it comes from
	capped bool   // starts with an upper-case letter
	dotted bool   // was written with a dot: "Nov.", "Sat."
}

// row is a sentence as words.
type row []word

func wordsOf(s *text.Sentence) row {
	var r row
	for i, t := range s.Tokens {
		for _, part := range cut(t.Form) {
			r = append(r, newWord(part, i))
		}
	}
	return r
}

func newWord(form string, token int) word {
	low := strings.ToLower(form)
	w := word{low: low, token: token}
	for _, r := range form {
		w.capped = unicode.IsUpper(r)
		break
	}
	if bare := strings.ReplaceAll(low, ".", ""); bare != "" && bare != low {
		w.low, w.dotted = bare, true
	}
	return w
}

// cut splits a form at hyphens and slashes, keeping each as a part of its own.
// A form such as 18.01.2022 is split at its dots.
func cut(form string) []string {
	if isDotted(form) {
		return strings.SplitAfter(form, ".")
	}
	var parts []string
	start := 0
	for i, r := range form {
		if !strings.ContainsRune("-–—/", r) {
			continue
		}
		if i > start {
			parts = append(parts, form[start:i])
		}
		size := len(string(r))
		parts = append(parts, form[i:i+size])
		start = i + size
	}
	if start < len(form) || len(parts) == 0 {
		parts = append(parts, form[start:])
	}
	return parts
}

// isDotted reports whether form is a date in digits and dots.
func isDotted(form string) bool {
	fields := strings.Split(form, ".")
	if len(fields) != 3 || len(fields[2]) != 4 {
		return false
	}
	for _, f := range fields {
		if _, err := strconv.Atoi(f); err != nil {
			return false
		}
	}
	return true
}

// at returns the word at i in lower case, "" outside the sentence.
func (r row) at(i int) string {
	if i < 0 || i >= len(r) {
		return ""
	}
	return r[i].low
}

// is reports whether the word at i is one of those given.
func (r row) is(i int, words ...string) bool {
	w := r.at(i)
	if w == "" {
		return false
	}
	for _, x := range words {
		if w == x {
			return true
		}
	}
	return false
}

// capped reports whether the word at i starts with a capital.
func (r row) capped(i int) bool { return i >= 0 && i < len(r) && r[i].capped }

// dotted reports whether the word at i was written with a dot.
func (r row) dotted(i int) bool { return i >= 0 && i < len(r) && r[i].dotted }

// skip returns i, or i+1 when the word at i is one of those given.
func (r row) skip(i int, words ...string) int {
	if r.is(i, words...) {
		return i + 1
	}
	return i
}

// number reads digits of at most size places at i.
func (r row) number(i, size int) (int, bool) {
	w := r.at(i)
	if w == "" || len(w) > size {
		return 0, false
	}
	n, err := strconv.Atoi(w)
	return n, err == nil && n >= 0 && w[0] != '+'
}

// year reads a year of four digits at i.
func (r row) year(i int) (int, bool) {
	y, ok := r.number(i, 4)
	return y, ok && y >= 1000 && y < 2200 && len(r.at(i)) == 4
}

// monthDay reads a day of the month at i: 2, 02, 2nd.
func (r row) monthDay(i int) (int, bool) {
	if d, ok := r.number(i, 2); ok {
		return d, d >= 1 && d <= 31
	}
	return r.ordinalDay(i)
}

func (r row) ordinalDay(i int) (int, bool) {
	w := r.at(i)
	if len(w) < 3 || len(w) > 4 {
		return 0, false
	}
	switch w[len(w)-2:] {
	case "st", "nd", "rd", "th":
	default:
		return 0, false
	}
	d, err := strconv.Atoi(w[:len(w)-2])
	return d, err == nil && d >= 1 && d <= 31
}
