package export

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// clean makes a string safe to show anywhere: valid UTF-8 without control
// characters (terminal escapes among them) and without the marks that turn the
// direction of the text around them. A line break or tab becomes a space, since
// names, titles and quoted sentences are single lines to every reader.
func clean(s string) string {
	if !strings.ContainsFunc(s, needsCleaning) {
		return s
	}
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n' || r == '\r' || r == '\t' || r == '\u2028' || r == '\u2029':
			return ' '
		case needsCleaning(r):
			return utf8.RuneError
		}
		return r
	}, s)
}

func needsCleaning(r rune) bool {
	switch {
	case r == utf8.RuneError, unicode.IsControl(r), r == '\u2028', r == '\u2029':
		return true
	case r >= '\u202a' && r <= '\u202e', r >= '\u2066' && r <= '\u2069': // bidirectional overrides and isolates
		return true
	case r >= 0xfdd0 && r <= 0xfdef, r&0xfffe == 0xfffe: // noncharacters: not allowed in XML
		return true
	}
	return false
}

// xmlText escapes for element content and quoted attributes.
func xmlText(s string) string { return xmlReplacer.Replace(clean(s)) }

var xmlReplacer = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;", "'", "&#39;")

// cell escapes for a spreadsheet: a cell that a spreadsheet would run as a
// formula gets an apostrophe in front (OWASP, "CSV injection"). Quoting is
// encoding/csv's.
func cell(s string) string {
	s = clean(s)
	if s != "" && strings.ContainsRune("=+-@", rune(s[0])) {
		return "'" + s
	}
	return s
}

// quoted is a double-quoted string as DOT and Cypher read it.
func quoted(s string) string {
	return `"` + quoteReplacer.Replace(clean(s)) + `"`
}

var quoteReplacer = strings.NewReplacer(`\`, `\\`, `"`, `\"`)

func decimal(f float64) string { return strconv.FormatFloat(f, 'f', -1, 64) }
