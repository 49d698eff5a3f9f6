package text

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/entente-kg/entente/schema"
)

// maxSentence bounds the length of a sentence in tokens. The longest sentence
// of the treebanks has 159; what is longer is a table, a list or noise, and is cut
// at its last semicolon, dash, comma or, failing these, anywhere.
const maxSentence = 240

// Split cuts a text into sentences of tokens. It needs no model: the tokens
// have spans and forms, no tags and no tree.
//
// A line break ends a paragraph and with it a sentence, unless the lines
// around it are visibly wrapped to a width.
func Split(text string) *Document {
	sc := scanner{text: text, at: -1, tokens: make([]Token, 0, len(text)/5+8)}
	doc := &Document{Text: text}
	par := 0
	for from := 0; from < len(text); {
		to, next := paragraph(text, from)
		first := len(sc.tokens)
		sc.scan(from, to)
		if len(sc.tokens) > first {
			doc.cut(sc.tokens[first:], first, par)
			par++
		}
		from = next
	}
	doc.link(sc.tokens)
	doc.findProper()
	doc.findSurnames()
	return doc
}

// cut appends the sentences of one paragraph, whose tokens are numbered from
// first. Token ranges are kept in Span until link, as the array may yet move.
func (d *Document) cut(tokens []Token, first, par int) {
	e := ender{text: d.Text, tokens: tokens}
	for i := range tokens {
		to := i + 1
		switch {
		case to == len(tokens) || e.ends(i):
		case to-e.from >= maxSentence:
			to = e.cutPoint(e.from, to)
		default:
			continue
		}
		d.add(first+e.from, first+to, par)
		e.from = to
	}
	if e.from < len(tokens) {
		d.add(first+e.from, first+len(tokens), par)
	}
}

func (d *Document) add(from, to, par int) {
	d.Sentences = append(d.Sentences, Sentence{
		Span:  schema.Span{Start: from, End: to},
		Index: len(d.Sentences),
		Par:   par,
	})
}

// link gives every sentence its tokens and its span in the text.
func (d *Document) link(tokens []Token) {
	for i := range d.Sentences {
		s := &d.Sentences[i]
		s.Tokens = tokens[s.Start:s.End:s.End]
		s.Span = schema.Span{Start: s.Tokens[0].Start, End: s.Tokens[len(s.Tokens)-1].End}
	}
}

// paragraph returns the end of the paragraph that begins at from, and where
// the next one begins.
func paragraph(text string, from int) (to, next int) {
	to, next = line(text, from)
	if next >= len(text) || !wrapped(text, from) {
		return to, next
	}
	width := blockWidth(text, from)
	for next < len(text) {
		end, after := line(text, next)
		if blank(text[next:end]) || !overflows(text, from, to, next, end, width) {
			break
		}
		from, to, next = next, end, after
	}
	return to, next
}

// line returns the end of the line that begins at from, and where the next begins.
func line(text string, from int) (to, next int) {
	for i := from; i < len(text); i++ {
		switch c := text[i]; {
		case c == '\n' || c == '\v' || c == '\f' || c == '\r':
			return i, i + 1
		case c == 0xE2 && (strings.HasPrefix(text[i:], "\u2028") || strings.HasPrefix(text[i:], "\u2029")):
			return i, i + 3
		case c == 0xC2 && strings.HasPrefix(text[i:], "\u0085"):
			return i, i + 2
		}
	}
	return len(text), len(text)
}

func blank(line string) bool { return strings.TrimSpace(line) == "" }

// Lines of a wrapped text are this long at most.
const maxWrap = 132

// wrapped reports whether the block of lines at from is wrapped to a width:
// some line in it stops without a full stop and the next goes on in lower case.
func wrapped(text string, from int) bool {
	for n := 0; n < 40 && from < len(text); n++ {
		to, next := line(text, from)
		if to-from > maxWrap || blank(text[from:to]) {
			return false
		}
		if to-from >= 30 && next < len(text) && goesOn(text[from:to], text[next:]) {
			return true
		}
		from = next
	}
	return false
}

// goesOn reports whether a line stops in mid-sentence and the rest goes on.
func goesOn(line, rest string) bool {
	last, _ := utf8.DecodeLastRuneInString(strings.TrimRight(line, " \t"))
	head, _ := utf8.DecodeRuneInString(rest)
	return unicode.IsLower(head) && last != '.' && last != '!' && last != '?' && last != ':'
}

// blockWidth returns the length of the longest line up to the next empty one.
func blockWidth(text string, from int) int {
	width := 0
	for n := 0; n < 40 && from < len(text); n++ {
		to, next := line(text, from)
		if blank(text[from:to]) {
			break
		}
		width = max(width, to-from)
		from = next
	}
	return width
}

// overflows reports whether the first word of the line text[next:end] would
// not have fitted on the line text[from:to] before it, or goes on from it.
func overflows(text string, from, to, next, end, width int) bool {
	if goesOn(text[from:to], text[next:end]) {
		return true
	}
	word := strings.IndexAny(text[next:end], " \t")
	if word < 0 {
		word = end - next
	}
	return to-from+1+word > width
}
