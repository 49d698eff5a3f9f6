package text

import (
	"strings"

	"github.com/entente-kg/entente/schema"
)

// FromTokens returns a document of sentences that are tokenised already, ready
// to parse. Its text is the tokens with spaces between them, a line a sentence.
// Empty tokens and sentences are left out.
func FromTokens(sentences ...[]string) *Document {
	var b strings.Builder
	doc := &Document{}
	for _, forms := range sentences {
		s := Sentence{Index: len(doc.Sentences), Par: len(doc.Sentences)}
		for _, form := range forms {
			if form == "" {
				continue
			}
			start := b.Len()
			b.WriteString(form)
			s.Tokens = append(s.Tokens, Token{
				Span: schema.Span{Start: start, End: b.Len()}, Form: Normal(form), Head: -1,
			})
			b.WriteByte(' ')
		}
		if n := len(s.Tokens); n > 0 {
			s.Span = schema.Span{Start: s.Tokens[0].Start, End: s.Tokens[n-1].End}
			doc.Sentences = append(doc.Sentences, s)
			b.WriteByte('\n')
		}
	}
	doc.Text = b.String()
	return doc
}
