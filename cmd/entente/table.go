package main

import (
	"io"
	"os"
	"strings"

	"github.com/jedib0t/go-pretty/v6/text"
	"golang.org/x/term"
)

const (
	plainWidth = 100 // columns of a table that goes to a file or a pipe
	minWidth   = 60
	indent     = "    "
	gap        = "  "
)

// screen is what is known of where a table goes.
type screen struct {
	width  int
	colour bool
}

// screenOf asks the writer whether it is a terminal. NO_COLOR is honoured
// (https://no-color.org).
func screenOf(w io.Writer) screen {
	f, ok := w.(*os.File)
	if !ok || !term.IsTerminal(int(f.Fd())) {
		return screen{width: plainWidth}
	}
	s := screen{width: plainWidth, colour: os.Getenv("NO_COLOR") == "" && os.Getenv("TERM") != "dumb"}
	if width, _, err := term.GetSize(int(f.Fd())); err == nil && width > 0 {
		s.width = max(width, minWidth)
	}
	return s
}

func (s screen) paint(code, words string) string {
	if !s.colour || words == "" {
		return words
	}
	return "\x1b[" + code + "m" + words + "\x1b[0m"
}

func (s screen) bold(words string) string  { return s.paint("1", words) }
func (s screen) faint(words string) string { return s.paint("2", words) }

// writeTable lines up the columns; a column marked below follows its row as a
// wrapped paragraph.
func writeTable[T any](w io.Writer, columns []column[T], records []T) error {
	if len(records) == 0 {
		return nil
	}
	s := screenOf(w)
	var heads []string
	var cells [][]string
	beside, under := split(columns)
	for _, c := range beside {
		heads = append(heads, strings.ToUpper(c.name))
	}
	for _, r := range records {
		row := values(beside, r)
		for i := range row {
			row[i] = visible(row[i])
		}
		cells = append(cells, row)
	}
	widths, words := widest(heads, cells)
	widths = fit(widths, words, s.width)
	var b strings.Builder
	b.WriteString(s.bold(s.line(heads, widths, nil)) + "\n")
	for i, r := range records {
		for _, l := range s.wrapRow(cells[i], widths, colours(beside, r)) {
			b.WriteString(l + "\n")
		}
		b.WriteString(footnote(s, under, r))
	}
	_, err := io.WriteString(w, b.String())
	return err
}

func colours[T any](columns []column[T], record T) []string {
	codes := make([]string, len(columns))
	for i, c := range columns {
		if c.colour != nil {
			codes[i] = c.colour(record)
		}
	}
	return codes
}

func split[T any](columns []column[T]) (beside, under []column[T]) {
	for _, c := range columns {
		switch c.where {
		case below, belowOnly:
			under = append(under, c)
		case everywhere, inTable:
			beside = append(beside, c)
		case inFiles:
		}
	}
	return beside, under
}

// widest measures the columns: how wide each would be, and its longest word,
// which is broken only where it is longer than longWord.
func widest(heads []string, rows [][]string) (widths, words []int) {
	const longWord = 20
	widths, words = make([]int, len(heads)), make([]int, len(heads))
	for _, row := range append([][]string{heads}, rows...) {
		for i, cell := range row {
			widths[i] = max(widths[i], text.StringWidth(cell))
			for word := range strings.FieldsSeq(cell) {
				words[i] = max(words[i], min(text.StringWidth(word), longWord))
			}
		}
	}
	return widths, words
}

// fit takes from the column that has most to give, one at a time, until the
// table has room.
func fit(widths, words []int, room int) []int {
	total := len(gap) * (len(widths) - 1)
	for _, w := range widths {
		total += w
	}
	for ; total > room; total-- {
		widest := -1
		for i, w := range widths {
			if w > words[i] && (widest < 0 || w > widths[widest]) {
				widest = i
			}
		}
		if widest < 0 {
			break
		}
		widths[widest]--
	}
	return widths
}

// wrapRow cuts a row into as many lines as its longest cell needs.
func (s screen) wrapRow(cells []string, widths []int, codes []string) []string {
	height := 1
	wrapped := make([][]string, len(cells))
	for i, cell := range cells {
		wrapped[i] = strings.Split(text.WrapSoft(cell, widths[i]), "\n")
		height = max(height, len(wrapped[i]))
	}
	lines := make([]string, height)
	for n := range lines {
		row := make([]string, len(cells))
		for i := range cells {
			if n < len(wrapped[i]) {
				row[i] = strings.TrimSpace(wrapped[i][n])
			}
		}
		lines[n] = s.line(row, widths, codes)
	}
	return lines
}

// line pads cells to their widths; codes colour them, nil for none.
func (s screen) line(cells []string, widths []int, codes []string) string {
	var b strings.Builder
	for i, cell := range cells {
		if i > 0 {
			b.WriteString(gap)
		}
		padded := text.Pad(cell, widths[i], ' ')
		if codes != nil && codes[i] != "" && cell != "" {
			padded = s.paint(codes[i], cell) + padded[len(cell):]
		}
		b.WriteString(padded)
	}
	return strings.TrimRight(b.String(), " ")
}

// footnote sets what does not fit into a cell under its row: the quote as a
// paragraph, the rest on one line.
func footnote[T any](s screen, under []column[T], record T) string {
	if len(under) == 0 {
		return ""
	}
	var rest []string
	for _, c := range under[1:] {
		if words := visible(c.value(record)); words != "" {
			rest = append(rest, words)
		}
	}
	return s.indented("“"+visible(under[0].value(record))+"”") + s.indented("— "+strings.Join(rest, " · "))
}

func (s screen) indented(words string) string {
	var b strings.Builder
	for _, l := range strings.Split(text.WrapSoft(words, s.width-len(indent)), "\n") {
		b.WriteString(indent + s.faint(strings.TrimRight(l, " ")) + "\n")
	}
	return b.String()
}
