package export

import (
	"bufio"
	"bytes"
	"fmt"
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
	if plain(s) || !strings.ContainsFunc(s, needsCleaning) {
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

// plain reports whether a string is printable ASCII, as nearly all are.
func plain(s string) bool {
	for i := range len(s) {
		if c := s[i]; c < ' ' || c > '~' {
			return false
		}
	}
	return true
}

func needsCleaning(r rune) bool {
	switch {
	case r == utf8.RuneError, deceives(r), r == '\u2028', r == '\u2029':
		return true
	case r >= 0xfdd0 && r <= 0xfdef, r&0xfffe == 0xfffe: // noncharacters: not allowed in XML
		return true
	}
	return false
}

// appendXML escapes for element content and quoted attributes.
func appendXML(dst []byte, s string) []byte {
	s = clean(s)
	for i := range len(s) {
		switch c := s[i]; c {
		case '&':
			dst = append(dst, "&amp;"...)
		case '<':
			dst = append(dst, "&lt;"...)
		case '>':
			dst = append(dst, "&gt;"...)
		case '"':
			dst = append(dst, "&quot;"...)
		case '\'':
			dst = append(dst, "&#39;"...)
		default:
			dst = append(dst, c)
		}
	}
	return dst
}

// escapeJSON writes what deceives the eye or a terminal as \u escapes, for JSON
// that must keep every character.
func escapeJSON(data []byte) []byte {
	if !bytes.ContainsFunc(data, deceives) {
		return data
	}
	var b bytes.Buffer
	for _, r := range string(data) {
		if deceives(r) {
			fmt.Fprintf(&b, `\u%04x`, r)
		} else {
			b.WriteRune(r)
		}
	}
	return b.Bytes()
}

// deceives reports a character that changes what is seen around it.
func deceives(r rune) bool { return unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r) }

// xmlWriter writes markup of ours as it is, and words of others escaped.
type xmlWriter struct{ *bufio.Writer }

// put writes markup and words in turn: the first is markup, the second words.
func (w xmlWriter) put(parts ...string) {
	for i, part := range parts {
		if i%2 == 0 {
			w.WriteString(part)
		} else {
			w.Write(appendXML(w.AvailableBuffer(), part))
		}
	}
}

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
func quoted(s string) string { return string(appendQuoted(nil, s)) }

func appendQuoted(dst []byte, s string) []byte {
	s = clean(s)
	dst = append(dst, '"')
	for i := range len(s) {
		if c := s[i]; c == '"' || c == '\\' {
			dst = append(dst, '\\')
		}
		dst = append(dst, s[i])
	}
	return append(dst, '"')
}

func decimal(f float64) string { return strconv.FormatFloat(f, 'f', -1, 64) }
