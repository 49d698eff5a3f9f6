package conllu

import "strings"

// Span is a half-open interval of byte offsets.
type Span struct{ Start, End int }

// Raw is a document as running text, with where its words and sentences are.
type Raw struct {
	Text      string
	Words     []Span
	Sentences []Span
}

// Documents rebuilds the running text of each document of a treebank. after
// returns what stands after a sentence where the treebank has white space:
// " " gives one long line a document, as the shared tasks on parsing raw text
// have it, "\n" a line a sentence.
//
// The words of a multiword token get the parts of it they are written as
// ("do" and "n't" of "don't"); a token that is not written as its words one
// after the other counts as one word.
func Documents(sents []Sentence, after func(*Sentence) string) []Raw {
	var docs []Raw
	var b builder
	for i := range sents {
		if sents[i].NewDoc && i > 0 {
			docs = append(docs, b.finish())
		}
		b.sentence(&sents[i], after)
	}
	return append(docs, b.finish())
}

type builder struct {
	text strings.Builder
	raw  Raw
}

func (b *builder) finish() Raw {
	raw := b.raw
	raw.Text = b.text.String()
	*b = builder{}
	return raw
}

func (b *builder) sentence(s *Sentence, after func(*Sentence) string) {
	start := b.text.Len()
	multi := s.Multi
	end := start
	for i := 0; i < len(s.Words); {
		noSpace := s.Words[i].NoSpace
		next := i + 1
		if len(multi) > 0 && multi[0].First == i {
			noSpace, next = multi[0].NoSpace, multi[0].Last
			b.multiword(s, multi[0])
			multi = multi[1:]
		} else {
			b.word(s.Words[i].Form)
		}
		end = b.text.Len()
		switch {
		case noSpace:
		case next == len(s.Words):
			b.text.WriteString(after(s))
		default:
			b.text.WriteByte(' ')
		}
		i = next
	}
	b.raw.Sentences = append(b.raw.Sentences, Span{start, end})
}

func (b *builder) word(form string) {
	start := b.text.Len()
	b.text.WriteString(form)
	b.raw.Words = append(b.raw.Words, Span{start, b.text.Len()})
}

func (b *builder) multiword(s *Sentence, m Multiword) {
	var joined strings.Builder
	for _, w := range s.Words[m.First:m.Last] {
		joined.WriteString(w.Form)
	}
	if joined.String() != m.Form {
		b.word(m.Form)
		return
	}
	for _, w := range s.Words[m.First:m.Last] {
		b.word(w.Form)
	}
}

// F1 counts what was found against what is there.
type F1 struct{ Gold, Found, Right int }

// Value returns the harmonic mean of precision and recall in percent.
func (f F1) Value() float64 {
	if f.Gold+f.Found == 0 {
		return 100
	}
	return 200 * float64(f.Right) / float64(f.Gold+f.Found)
}

// AddSpans counts the spans that are in both lists; both are in order of Start.
func (f *F1) AddSpans(gold, found []Span) {
	f.Gold += len(gold)
	f.Found += len(found)
	for i, j := 0, 0; i < len(gold) && j < len(found); {
		switch g, p := gold[i], found[j]; {
		case g == p:
			f.Right++
			i++
			j++
		case g.Start < p.Start || g.Start == p.Start && g.End < p.End:
			i++
		default:
			j++
		}
	}
}
