package article_test

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/entente-kg/entente/extract/article"
	"pgregory.net/rapid"
)

// Whatever notes stand between the paragraphs of a text, in whatever order:
// they are gone, the paragraphs are there, and every byte that is left stands
// where it stood in the source, be that a file or the text of a record.
func TestNotesAnywhere(t *testing.T) {
	paragraphs := []string{
		"Lind met Vasile in Lima on Monday.", "“We spoke,” Lind said.\nVasile nodded.", "Watch out, Lind told Vasile.",
		"This story has been told before, Zoë Peña said.", "Reporting by the inspectors showed that the ships had left.", "Photographs of the talks were not taken.",
	}
	notes := []string{
		"(Reporting by Maria Costa in Lima; Editing by Jon Berg)", "Additional reporting by Jon Berg in Oslo", "Correction: an earlier version misspelt Vasile’s name.",
		"This story has been updated with a comment from Lind.", "READ MORE: Lind meets Vasile", "© 2022 Example News", "Photo: Lind and Vasile shake hands",
		"Editor’s note: the talks were moved.", "Advertisement", "Share this article", "Our Standards: the trust principles.", "Image: the quay at dawn", "Example Media. All rights reserved.",
	}
	rapid.Check(t, func(rt *rapid.T) {
		kept := rapid.SliceOfNDistinct(rapid.SampledFrom(paragraphs), 2, 5, rapid.ID).Draw(rt, "paragraphs")
		source := kept[0]
		var gone []string
		for _, p := range kept[1:] {
			for _, note := range rapid.SliceOfN(rapid.SampledFrom(notes), 0, 3).Draw(rt, "notes") {
				source += rapid.SampledFrom([]string{"\n", "\n\n", "\r\n"}).Draw(rt, "break") + note
				gone = append(gone, note)
			}
			source += "\n\n" + p
		}
		record, err := json.Marshal(map[string]string{"text": source})
		if err != nil {
			rt.Fatal(err)
		}
		for _, content := range []string{source, string(record)} {
			for a, err := range article.Read(t.Context(), []string{"-"}, article.Options{Stdin: strings.NewReader(content)}) {
				if err != nil {
					rt.Fatal(err)
				}
				checkNotes(rt, source, a.Text, kept, gone)
			}
		}
	})
}

func checkNotes(rt *rapid.T, source, text string, kept, gone []string) {
	if len(text) != len(source) {
		rt.Fatalf("the text has %d bytes, its source %d", len(text), len(source))
	}
	for i := range len(text) {
		if text[i] != source[i] && text[i] != ' ' {
			rt.Fatalf("byte %d is %q, in the source %q", i, text[i], source[i])
		}
	}
	for _, p := range kept {
		if !strings.Contains(text, p) {
			rt.Errorf("the paragraph %q is gone", p)
		}
	}
	for _, note := range gone {
		if strings.Contains(text, note) {
			rt.Errorf("the note %q is still there", note)
		}
	}
}
