package article

import (
	"bytes"
	"unicode"

	"golang.org/x/text/encoding/charmap"
	enc "golang.org/x/text/encoding/unicode"
)

// isUTF16 holds for text that begins with the byte order mark of UTF-16.
func isUTF16(head []byte, _ string) bool {
	return len(head)%2 == 0 && (bytes.HasPrefix(head, []byte{0xff, 0xfe}) || bytes.HasPrefix(head, []byte{0xfe, 0xff}))
}

// utf16 reads what is in a UTF-16 file as the same in UTF-8.
func (r *reader) utf16(in *input) {
	data, ok := r.readAll(in)
	if !ok {
		return
	}
	text, err := enc.UTF16(enc.LittleEndian, enc.ExpectBOM).NewDecoder().Bytes(data)
	if err != nil || !readable(text) {
		r.fail(in.name, invalidUTF8(0)+", and not UTF-16 text either")
		return
	}
	r.streamWithin(bytes.NewReader(text), in.name, in.depth, in.quota)
}

// readable holds for text that is mostly letters of one script and spaces.
func readable(text []byte) bool {
	latin, letters, bad := 0, 0, 0
	for _, c := range string(text) {
		switch {
		case c == unicode.ReplacementChar || c == 0 || unicode.Is(unicode.Co, c):
			bad++
		case c < 0x250 && unicode.IsLetter(c):
			latin++
			letters++
		case unicode.IsLetter(c):
			letters++
		}
	}
	return bad == 0 && letters > 0 && latin*2 > letters
}

// toUTF8 returns data as UTF-8, or why it cannot be read as text. What is not
// UTF-8 is taken for Windows-1252, the usual other way to write English, where
// every byte makes sense as that: a letter beside a letter, or a quote or dash.
func toUTF8(data []byte) (text []byte, reason string) {
	at := invalidAt(data)
	if at < 0 {
		return data, ""
	}
	for i, b := range data {
		if b >= 0x80 && !sensible(data, i) {
			return nil, invalidUTF8(at)
		}
	}
	text, err := charmap.Windows1252.NewDecoder().Bytes(data)
	if err != nil {
		return nil, invalidUTF8(at)
	}
	return text, ""
}

// sensible judges one byte above ASCII as Windows-1252 in English text.
func sensible(data []byte, i int) bool {
	before, after := byte(' '), byte(' ')
	if i > 0 {
		before = data[i-1]
	}
	if i+1 < len(data) {
		after = data[i+1]
	}
	switch b := data[i]; {
	case b >= 0xe0 && b != 0xf7: // small letters
		return isASCIILetter(before) && before != 0 && (isASCIILetter(after) || isEdge(after))
	case b >= 0xc0 && b != 0xd7: // capitals
		return isASCIILetter(after) && (isASCIILetter(before) || isEdge(before))
	case b >= 0x91 && b <= 0x97, b == 0x85, b == 0xa0: // quotes, bullet, dashes, ellipsis, space
		return true
	}
	return false
}

func isASCIILetter(b byte) bool { return b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z' }

func isEdge(b byte) bool {
	return bytes.IndexByte([]byte(" \t\r\n.,;:!?()'\"-"), b) >= 0 || b >= 0x91 && b <= 0x97
}
