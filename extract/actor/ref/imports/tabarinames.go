package imports

import (
	"regexp"
	"strings"
	"unicode"
)

var inParentheses = regexp.MustCompile(`[_ ]*\(([^)]*)\)[_ ]*`)

// writtenNames turns a dictionary's name into the way it stands in a text:
// underscores are blanks, capitals become title case, and what stands in
// parentheses is another name.
func writtenNames(raw string) []string {
	var out []string
	for _, m := range inParentheses.FindAllStringSubmatch(raw, -1) {
		if name := words(m[1]); name != "" {
			out = append(out, name)
		}
	}
	if main := words(inParentheses.ReplaceAllString(raw, " ")); main != "" {
		out = append([]string{main}, out...)
	}
	return out
}

func words(raw string) string {
	fields := strings.FieldsFunc(raw, func(r rune) bool { return r == '_' || unicode.IsSpace(r) })
	upper := strings.ToUpper(raw) == raw
	letters := false
	for i, w := range fields {
		letters = letters || strings.IndexFunc(w, isLetterOrDigit) >= 0
		if upper {
			fields[i] = titleWord(w, i > 0)
		}
	}
	if !letters {
		return ""
	}
	return strings.Join(fields, " ")
}

func isLetterOrDigit(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// titleWord writes a word in title case: AL-QAIDA → Al-Qaida, O'BRIEN →
// O'Brien, U.N. as it is; small words inside a name are lower case, and words
// without a vowel are taken for abbreviations.
func titleWord(w string, inside bool) string {
	lower := strings.ToLower(w)
	if inside && isSmallWord(lower) {
		return lower
	}
	if strings.Contains(w, ".") || len(w) <= 5 && !strings.ContainsAny(lower, "aeiouy") {
		return w
	}
	var b strings.Builder
	start := true
	for _, r := range lower {
		if start {
			r = unicode.ToUpper(r)
		}
		b.WriteRune(r)
		start = r == '-' || r == '\'' && b.Len() <= 2
	}
	return b.String()
}

func isSmallWord(w string) bool {
	switch w {
	case "of", "the", "and", "for", "in", "on", "to", "de", "la", "le", "les", "du", "des", "del", "y", "al", "el", "bin", "ibn", "von", "van",
		"der", "den", "da", "do", "dos", "e", "a", "at", "by", "with", "i", "ye":
		return true
	}
	return false
}
