package article

import (
	"bytes"
	"context"
	"testing"
	"unicode/utf8"
)

// FuzzRead holds every input to the same promise: articles with valid text and
// an ID, errors with a reason, never a panic.
func FuzzRead(f *testing.F) {
	for _, seed := range []string{
		"Lind met Vasile.", "Title: x\n\nLind met Vasile.", `{"text":"Lind met Vasile."}`, "{\"text\":\"a\"}\n{\"text\":", "\xff\xfe", "",
		"LIMA, Jan. 18, 2022 (Agency) - Lind met Vasile.\n(Reporting by Jon Berg)", "By Jon Berg\n2022-01-18\n\nText.",
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		opts := Options{Stdin: bytes.NewReader(data)}
		for a, err := range Read(context.Background(), []string{"-"}, opts) {
			if err != nil {
				if e := err.(*Error); e.Reason == "" || e.Origin == "" {
					t.Errorf("an error without a reason or a place: %#v", e)
				}
				continue
			}
			if !utf8.ValidString(a.Text) || isBlank(a.Text) || a.ID == "" || len(a.Hash) != 64 {
				t.Errorf("a half-made article: %#v", a)
			}
		}
	})
}

// FuzzPlainTextKeepsPlaces: reading a text moves no byte of it.
func FuzzPlainTextKeepsPlaces(f *testing.F) {
	f.Add([]byte("Title: x\nDate: 2022-01-18\n\nLind met Vasile.\n(Reporting by Jon Berg)\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		if !utf8.Valid(data) {
			t.Skip()
		}
		source := string(data)
		text := maskNotes(textArticle(data, "f").Text)
		if len(text) != len(source) {
			t.Fatalf("%d bytes became %d", len(source), len(text))
		}
		for i := range len(text) {
			if text[i] != source[i] && text[i] != ' ' {
				t.Fatalf("byte %d: %q became %q", i, source[i], text[i])
			}
		}
	})
}
