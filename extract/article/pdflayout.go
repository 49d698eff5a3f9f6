package article

import (
	"math"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// A PDF says which glyph stands where on a page and nothing of words, lines or
// paragraphs. They are found again by the distances: glyphs on one height are a
// line, a gap in it is a space, a wider step down or an indented line begins a
// paragraph. Lines keep the order they are drawn in, which in nearly all files
// is the order they are read in, columns too.

// pdfLine is a line of a page.
type pdfLine struct {
	text        strings.Builder
	left, right float64
	y, size     float64 // height of the base line, of the glyphs
	top         bool    // first line of a page
}

// How far glyphs and lines may stand apart, in sizes of the type.
const (
	wordGap   = 0.18 // a third of a size is usual, a justified line may halve that
	sameLine  = 0.5
	newBlock  = 1.35 // times the usual step from line to line
	indented  = 0.6
	headlines = 1.15 // times the usual size
)

// pdfLines reads the lines of a page off its glyphs.
func pdfLines(glyphs []glyph) (lines []*pdfLine) {
	var last glyph
	var line *pdfLine
	for _, g := range glyphs {
		if g.letters == "" || math.IsNaN(g.x+g.y+g.width+g.size) {
			continue
		}
		size := max(g.size, 1)
		if line == nil || math.Abs(g.y-line.y) > sameLine*max(size, line.size) || g.x < last.x-size*3 {
			line = &pdfLine{left: g.x, y: g.y, size: size, top: line == nil}
			lines = append(lines, line)
		} else if last.width > 0 && g.x-(last.x+last.width) > wordGap*size {
			line.text.WriteByte(' ')
		}
		line.text.WriteString(g.letters)
		line.size, line.right = max(line.size, size), max(line.right, g.x+g.width)
		last = g
	}
	return lines
}

// pdfLayout is what the lines of a document have in common.
type pdfLayout struct {
	size, step, left, right float64
}

func layoutOf(lines []*pdfLine) (l pdfLayout) {
	var sizes, steps, lefts []float64
	for i, line := range lines {
		for range len(line.text.String())/20 + 1 { // long lines count for more
			sizes = append(sizes, line.size)
		}
		l.right = max(l.right, line.right)
		lefts = append(lefts, line.left)
		if i > 0 && !line.top {
			steps = append(steps, lines[i-1].y-line.y)
		}
	}
	slices.Sort(sizes)
	slices.Sort(steps)
	slices.Sort(lefts)
	if len(sizes) > 0 {
		l.size, l.left = sizes[len(sizes)/2], lefts[len(lefts)/4]
	}
	for _, step := range steps {
		if step > l.size*0.8 { // the closest lines are those inside paragraphs
			l.step = step
			break
		}
	}
	return l
}

// begins reports whether a line begins a paragraph.
func (l pdfLayout) begins(before, line *pdfLine) bool {
	short := before.right > before.left && before.right < l.right-6*line.size
	ended := strings.HasSuffix(strings.TrimRight(before.text.String(), "\"”’) "), ".")
	switch {
	case line.top:
		return ended
	case math.Abs(line.size-before.size) > 0.5, before.y-line.y > newBlock*l.step, line.y > before.y+line.size:
		return true
	case line.left > before.left+indented*line.size:
		return true
	}
	return short && (ended || line.left > l.left+indented*line.size)
}

// pdfParagraphs joins the lines of all pages to paragraphs. What is printed
// largest on the first page is the title; what stands above it is the paper's.
func pdfParagraphs(pages [][]*pdfLine) (title string, paragraphs []string) {
	all := slices.Concat(dropFurniture(pages)...)
	layout := layoutOf(all)
	first, end := headline(all, layout)
	for _, line := range all[first:end] {
		title = join(title, line.text.String())
	}
	for i, line := range all[end:] {
		text := oneLine(line.text.String())
		switch {
		case text == "":
		case i == 0 || len(paragraphs) == 0 || layout.begins(all[end+i-1], line):
			paragraphs = append(paragraphs, text)
		default:
			paragraphs[len(paragraphs)-1] = join(paragraphs[len(paragraphs)-1], text)
		}
	}
	return oneLine(title), paragraphs
}

// maxMasthead is how many lines may stand above a title.
const maxMasthead = 6

// headline finds the lines of the title: the largest near the top, if they are
// larger than the text.
func headline(lines []*pdfLine, l pdfLayout) (first, end int) {
	for i := range lines[:min(len(lines), maxMasthead)] {
		if lines[i].size > max(headlines*l.size, lines[first].size) {
			first = i
		}
	}
	if len(lines) == 0 || lines[first].size <= headlines*l.size {
		return 0, 0
	}
	for end = first; end < len(lines) && end < first+4 && lines[end].size == lines[first].size; end++ {
	}
	return first, end
}

// dropFurniture leaves out page numbers, and what stands at the top or the
// bottom of three pages and more.
func dropFurniture(pages [][]*pdfLine) [][]*pdfLine {
	times := map[string]int{}
	for _, lines := range pages {
		for i, line := range lines {
			if i < 2 || i >= len(lines)-2 {
				times[withoutDigits(line.text.String())]++
			}
		}
	}
	for n, lines := range pages {
		var kept []*pdfLine
		for i, line := range lines {
			bare := withoutDigits(line.text.String())
			if edge := i < 2 || i >= len(lines)-2; edge && (bare == "" || times[bare] >= 3) {
				continue
			}
			kept = append(kept, line)
		}
		if len(kept) > 0 {
			kept[0].top = true
		}
		pages[n] = kept
	}
	return pages
}

func withoutDigits(s string) string {
	return strings.TrimFunc(s, func(r rune) bool { return !unicode.IsLetter(r) })
}

// join puts a line behind another; a word divided at the end becomes whole.
func join(a, b string) string {
	switch {
	case a == "":
		return b
	case len(a) > 2 && strings.HasSuffix(a, "-") && a[len(a)-2] >= 'a' && b != "" && b[0] >= 'a':
		return strings.TrimSuffix(a, "-") + b
	}
	return a + " " + b
}

// plainGlyphs writes ligatures as the letters they join, and accents that stand
// before their letter upon it.
func plainGlyphs(s string) string {
	const spacing, combining = "¨˜´`ˆˇ", "\u0308\u0303\u0301\u0300\u0302\u030c"
	if !strings.ContainsAny(s, spacing) && !strings.ContainsFunc(s, isLigature) {
		return s
	}
	var b strings.Builder
	letters := []rune(s)
	for i := 0; i < len(letters); i++ {
		at := strings.IndexRune(spacing, letters[i])
		switch {
		case isLigature(letters[i]):
			b.WriteString(norm.NFKC.String(string(letters[i])))
		case at >= 0 && i+1 < len(letters) && unicode.IsLetter(letters[i+1]):
			b.WriteRune(letters[i+1])
			b.WriteRune([]rune(combining)[len([]rune(spacing[:at]))])
			i++
		default:
			b.WriteRune(letters[i])
		}
	}
	return norm.NFC.String(b.String())
}

func isLigature(r rune) bool { return r >= '\ufb00' && r <= '\ufb06' }
