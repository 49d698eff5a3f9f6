package text

// annotator puts tags, lemmas, a tree and names on the tokens of a sentence.
type annotator interface {
	annotate(d *Document, s *Sentence)
}

// Analyze splits a text and parses every sentence.
func Analyze(text string) *Document {
	doc := Split(text)
	for i := range doc.Sentences {
		doc.Parse(i)
	}
	return doc
}

// Parse puts tags, lemmas, a tree and names on sentence i, unless it has them.
// Different documents may be parsed at the same time, and different sentences of one.
func (d *Document) Parse(i int) {
	s := &d.Sentences[i]
	if s.Parsed {
		return
	}
	if m := model(); m != nil {
		apart(s, func(s *Sentence) { m.annotate(d, s) })
		s.Parsed = true
	}
}
