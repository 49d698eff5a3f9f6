package text

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Normal returns a word with its typography made plain, as [Token.Form] has
// it: curly, reversed and slanted quotation marks and apostrophes become " and
// ', dashes become "-" (a hyphen or a range) or "--" (a long dash), the one-sign
// ellipsis becomes "...", ligatures and full-width letters become the letters
// they stand for, soft hyphens and zero-width characters go, accents are
// composed, and the brackets around a first letter that an editor changed go ("[T]he").
// A word that is plain already is returned as it is, without a copy.
func Normal(word string) string {
	if insertedLetter(word) {
		word = word[1:2] + word[3:]
	}
	if plain(word) {
		return word
	}
	var b strings.Builder
	b.Grow(len(word))
	for i, r := range word {
		switch {
		case r == '`' && strings.HasPrefix(word[i:], "``"), r == '\'' && strings.HasPrefix(word[i:], "''"):
			b.WriteByte('"') // TeX and Penn Treebank quotes; the second sign is skipped below
		case (r == '`' || r == '\'') && i > 0 && word[i-1] == byte(r):
		default:
			writeNormal(&b, r)
		}
	}
	out := b.String()
	if !norm.NFC.IsNormalString(out) {
		out = norm.NFC.String(out)
	}
	return out
}

// insertedLetter reports whether a word is written with its first letter in
// brackets, as editors do who fit a quotation into a sentence.
func insertedLetter(word string) bool {
	return len(word) > 3 && word[0] == '[' && word[2] == ']' && isASCIILetter(word[1]) && word[3] >= 'a' && word[3] <= 'z'
}

// plain reports whether a word needs no normalisation.
func plain(word string) bool {
	for i := 0; i < len(word); i++ {
		if c := word[i]; c >= utf8.RuneSelf || c == '`' || c < ' ' {
			return false
		}
	}
	return !strings.Contains(word, "''")
}

// writeNormal appends what one character is normalised to.
func writeNormal(b *strings.Builder, r rune) {
	switch {
	case isApostrophe(r):
		b.WriteByte('\'')
	case isDoubleQuote(r):
		b.WriteByte('"')
	case isHyphen(r):
		b.WriteByte('-')
	case isDash(r):
		b.WriteString(dashForm(r))
	case r == '…':
		b.WriteString("...")
	case isIgnorable(r):
	case r >= 0xFB00 && r <= 0xFB06, r >= 0xFF01 && r <= 0xFF5E: // ligatures ﬁ ﬂ …, full-width forms
		b.WriteString(norm.NFKC.String(string(r)))
	default:
		b.WriteRune(r)
	}
}

// dashForm gives the en dash and the minus sign the form of a hyphen, as both
// stand in ranges and compounds, and the longer ones that of the typewriter's dash.
func dashForm(r rune) string {
	if r == '–' || r == '−' || r == '‒' {
		return "-"
	}
	return "--"
}

// isApostrophe holds for every sign that is written for an apostrophe or a
// single quotation mark, whichever way it leans.
func isApostrophe(r rune) bool {
	switch r {
	case '\'', '’', '‘', '‛', '`', '´', 'ʼ', 'ʹ', '′', '＇', '‚', '‹', '›':
		return true
	}
	return false
}

func isDoubleQuote(r rune) bool {
	switch r {
	case '"', '“', '”', '„', '‟', '«', '»', '″', '＂':
		return true
	}
	return false
}

// isHyphen holds for hyphens that are not the ASCII one.
func isHyphen(r rune) bool { return r == '‐' || r == '‑' }

func isDash(r rune) bool {
	switch r {
	case '–', '—', '―', '‒', '−', '⸺', '⸻':
		return true
	}
	return false
}

// isIgnorable holds for characters that leave no ink and no space: soft
// hyphen, zero-width space and joiners, byte order mark, direction marks.
func isIgnorable(r rune) bool { return r >= 0x80 && unicode.Is(unicode.Cf, r) }

// isSpace holds for white space, control characters and, between words, whatever leaves no ink.
func isSpace(r rune) bool {
	if r < utf8.RuneSelf {
		return r <= ' ' || r == 0x7F
	}
	return unicode.IsSpace(r) || unicode.IsControl(r) || isIgnorable(r)
}

// isWord holds for the letters, digits and marks that words are made of.
func isWord(r rune) bool {
	if r < utf8.RuneSelf {
		return isASCIILetter(byte(r)) || isDigit(byte(r)) || r == '_'
	}
	return r != 'º' && (unicode.IsLetter(r) || unicode.IsMark(r) || unicode.IsNumber(r) || isIgnorable(r))
}

func isASCIILetter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }

func isDigit(c byte) bool { return c >= '0' && c <= '9' }
