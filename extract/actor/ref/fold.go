package ref

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/entente-kg/entente/schema"
	"golang.org/x/text/unicode/norm"
)

// piece is a run of letters and digits of a token, folded, with what is left
// of its case.
type piece struct {
	text  string // lower case, no accents, no points
	title bool   // began with an upper-case letter or a digit
	upper bool   // had no lower-case letter
	inner bool   // had an upper-case letter after the first
}

// pieces cuts a token at everything that is not a letter, a digit or a point
// inside an abbreviation, and appends the pieces to dst. A joining mark alone
// ("-", "&") gives no piece; any other mark gives one that no name contains.
func pieces(dst []piece, token string) []piece {
	n := len(dst)
	start := -1
	for i, r := range token {
		switch {
		case isWord(r):
			if start < 0 {
				start = i
			}
		case r == '.' && start >= 0:
		case start >= 0:
			dst = append(dst, newPiece(token[start:i]))
			start = -1
		}
	}
	if start >= 0 {
		dst = append(dst, newPiece(token[start:]))
	}
	if len(dst) == n && !isJoiner(token) {
		dst = append(dst, piece{text: token})
	}
	return dst
}

func isWord(r rune) bool {
	return r < utf8.RuneSelf && (r|0x20 >= 'a' && r|0x20 <= 'z' || r >= '0' && r <= '9') ||
		r >= utf8.RuneSelf && (unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.Mn, r))
}

func isJoiner(token string) bool {
	switch token {
	case "-", "–", "‐", "&", "'", "’", "ʼ", "`", "‘":
		return true
	}
	return false
}

func newPiece(s string) piece {
	first, n := utf8.DecodeRuneInString(s)
	return piece{
		inner: strings.IndexFunc(s[n:], unicode.IsUpper) >= 0,
		text:  fold(s),
		title: !unicode.IsLower(first),
		upper: strings.IndexFunc(s, unicode.IsLower) < 0,
	}
}

// fold lowers a word, takes off accents and drops points.
func fold(s string) string {
	ascii := true
	plain := true
	for i := range len(s) {
		c := s[i]
		ascii = ascii && c < utf8.RuneSelf
		plain = plain && (c >= 'a' && c <= 'z' || c >= '0' && c <= '9')
	}
	switch {
	case plain:
		return s
	case ascii:
		return strings.ReplaceAll(strings.ToLower(s), ".", "")
	}
	return foldLetters(s)
}

func foldLetters(s string) string {
	var b strings.Builder
	for _, r := range norm.NFKD.String(s) {
		if unicode.Is(unicode.Mn, r) || r == '.' {
			continue
		}
		b.WriteString(schema.FoldLetter(unicode.ToLower(r)))
	}
	return b.String()
}
