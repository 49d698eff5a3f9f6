package article

import (
	"bytes"
	"fmt"
	"unicode"
	"unicode/utf8"
)

// sniffLen is how many bytes of an input decide what it is.
const sniffLen = 64 << 10

// format is one way articles are kept on disk.
type format struct {
	name string
	is   func(head []byte, name string) bool
	read func(r *reader, in *input)
}

// formats lists every format; the first whose test holds is taken, so the
// sure signs (magic numbers) stand before the guesses, and plain text last.
func formats() []format {
	return []format{
		{"gzip", isGzip, (*reader).gzip},
		{"bzip2", isBzip2, (*reader).bzip2},
		{"zstd", isZstd, (*reader).zstd},
		{"zip", isZip, (*reader).zip},
		{"pdf", isPDF, (*reader).pdf},
		{"warc", isWARC, (*reader).warc},
		{"utf16", isUTF16, (*reader).utf16},
		{"binary", isBinary, (*reader).binary},
		{"mhtml", isMHTML, (*reader).mhtml},
		{"mbox", isMailbox, (*reader).mailbox},
		{"eml", isMail, (*reader).mail},
		{"json", isJSONDocument, (*reader).jsonDocument},
		{"jsonl", isJSON, (*reader).jsonLines},
		{"mediawiki", isWiki, (*reader).wiki},
		{"feed", isFeed, (*reader).feed},
		{"html", isHTML, (*reader).htmlPage},
		{"csv", isCSV, (*reader).csvRows},
		{"gkg", isGKG, (*reader).gkg},
		{"markdown", isFrontMatter, (*reader).frontMatter},
		{"text", func([]byte, string) bool { return true }, (*reader).plainText},
	}
}

func (r *reader) formatOf(head []byte, name string) format {
	for _, f := range formats() {
		if f.is(head, name) {
			return f
		}
	}
	return format{"binary", isBinary, (*reader).binary}
}

func (r *reader) binary(in *input) {
	r.fail(in.name, "binary data of no format that is read here")
}

// isBinary holds for bytes no text has: NUL, or many control characters.
func isBinary(head []byte, _ string) bool {
	if bytes.IndexByte(head, 0) >= 0 {
		return true
	}
	odd := 0
	for _, b := range head {
		if b < ' ' && b != '\n' && b != '\r' && b != '\t' && b != '\f' {
			odd++
		}
	}
	return odd*20 > len(head)
}

// isJSON holds where the first thing written opens a JSON object or list.
func isJSON(head []byte, _ string) bool {
	head = bytes.TrimLeft(bytes.TrimPrefix(head, utf8BOM), " \t\r\n")
	if len(head) == 0 {
		return false
	}
	rest := bytes.TrimLeft(head[1:], " \t\r\n")
	switch head[0] {
	case '{':
		return len(rest) > 0 && (rest[0] == '"' || rest[0] == '}')
	case '[':
		return len(rest) > 0 && (rest[0] == '{' || rest[0] == ']')
	}
	return false
}

var utf8BOM = []byte("\ufeff")

// invalidAt returns the offset of the first byte that is not UTF-8, or -1.
func invalidAt(data []byte) int {
	for i := 0; i < len(data); {
		if data[i] < utf8.RuneSelf {
			i++
			continue
		}
		c, size := utf8.DecodeRune(data[i:])
		if c == utf8.RuneError && size == 1 {
			return i
		}
		i += size
	}
	return -1
}

func invalidUTF8(at int) string { return fmt.Sprintf("invalid UTF-8 at byte %d", at) }

func isBlank(s string) bool {
	for _, c := range s {
		if !unicode.IsSpace(c) {
			return false
		}
	}
	return true
}
