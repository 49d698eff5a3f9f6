package text

import (
	"strings"
	"unicode"
)

// maxHeading is how many words a heading has at most that is found in running text.
const maxHeading = 12

// heading reports whether a heading ends at token i that nothing but its capitals
// parts from the sentence after it: "Early Years In May he left", "LINKS The town has …".
func (e *ender) heading(i int) bool {
	n := i + 1 - e.from
	if n > maxHeading || i+2 >= len(e.tokens) || !e.spaced(i) || n == 1 && e.starter(i) {
		return false
	}
	if !e.capital(i) || !e.capital(e.from) {
		return false
	}
	if n > 1 && e.repeated(n) {
		return true
	}
	if n > 1 && e.shouted(i) {
		return e.starter(i+1) && (unicode.IsLower(e.head(i+2)) || len(e.tokens[i+1].Form) > 1 && !isShouted(e.tokens[i+1].Form))
	}
	return headsSentence(e.tokens[i+1].Form) && unicode.IsLower(e.head(i+2)) && e.titled(i)
}

// repeated reports whether the n words from the head of the sentence on come twice, as
// where an article begins with its title: "Ana Berg Ana Berg was born …".
func (e *ender) repeated(n int) bool {
	if e.from+2*n >= len(e.tokens) {
		return false
	}
	for j := e.from; j < e.from+n; j++ {
		if e.tokens[j].Form != e.tokens[j+n].Form {
			return false
		}
	}
	return true
}

// dateLine reports whether a date that stands by itself, "Friday, May 6, 2016", begins or
// ends after token i. One that belongs to a sentence has a preposition or a comma about it.
func (e *ender) dateLine(i int) bool {
	if i-dateLength+1 == e.from && e.fullDate(e.from) {
		return true
	}
	return e.fullDate(i+1) && (isWord(e.head(i)) && !governsDate(e.tokens[i].Form) || e.head(i) == ')')
}

const dateLength = 6

// fullDate reports whether a weekday with day, month and year begins at token i and a
// sentence after it.
func (e *ender) fullDate(i int) bool {
	if i+dateLength >= len(e.tokens) || !strings.HasSuffix(e.tokens[i].Form, "day") || e.tokens[i+1].Form != "," || e.tokens[i+4].Form != "," {
		return false
	}
	year := e.tokens[i+5].Form
	return e.capital(i+2) && isDigit(e.tokens[i+3].Form[0]) && isDigit(year[0]) && len(year) == 4 && (e.capital(i+dateLength) || e.head(i+dateLength) == '"')
}

func governsDate(form string) bool {
	switch form {
	case "on", "On", "of", "since", "Since", "until", "Until", "till", "from", "From", "to", "by", "By", "for", "before", "after", "and",
		"or", "between", "late", "early", "last", "this", "next", "dated":
		return true
	}
	return false
}

// capital reports whether token i begins with a capital.
func (e *ender) capital(i int) bool { return unicode.IsUpper(e.head(i)) }

// shouted reports whether all words of the sentence up to token i are in capitals.
func (e *ender) shouted(i int) bool {
	for _, t := range e.tokens[e.from : i+1] {
		if !isShouted(t.Form) {
			return false
		}
	}
	return true
}

func isShouted(form string) bool {
	for _, r := range form {
		if !unicode.IsUpper(r) {
			return false
		}
	}
	return len(form) > 1
}

// titled reports whether the words of the sentence up to token i have capitals, as
// in headings, but for the small ones.
func (e *ender) titled(i int) bool {
	for j := e.from; j <= i; j++ {
		if !e.capital(j) && !smallWord(e.tokens[j].Form) {
			return false
		}
	}
	return true
}

// smallWord holds for the words that headings write without a capital.
func smallWord(form string) bool {
	switch form {
	case "a", "an", "the", "and", "or", "of", "in", "on", "at", "to", "for", "from", "by", "with", "'s", "'", "-", ",":
		return true
	}
	return false
}

// headsSentence holds for words that stand with a capital at the head of a
// sentence only, and are no part of a name.
func headsSentence(form string) bool {
	switch form {
	case "The", "This", "These", "Those", "There", "It", "They", "We", "Their", "Our", "In", "At", "By", "For", "From", "With",
		"After", "Before", "Since", "Until", "While", "When", "Where", "Why", "How", "What", "If", "As", "Although", "Though",
		"Because", "However", "Some", "Many", "Most", "Several", "During", "Under", "Despite", "According":
		return true
	}
	return false
}
