package article

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"regexp"
	"strings"
)

// isCSV holds where the first line is a header that names a text column.
func isCSV(head []byte, _ string) bool {
	line, _, found := bytes.Cut(bytes.TrimPrefix(head, utf8BOM), []byte("\n"))
	if !found || len(line) > 4096 {
		return false
	}
	columns, err := separated(bytes.NewReader(line), comma(line)).Read()
	if err != nil || len(columns) < 2 {
		return false
	}
	for _, names := range fieldNames() {
		for _, name := range names[1:] {
			for _, column := range columns {
				if names[0] == "text" && strings.EqualFold(strings.TrimSpace(column), name) {
					return true
				}
			}
		}
	}
	return false
}

// comma guesses what separates the columns of a header line.
func comma(line []byte) rune {
	best, most := ',', 0
	for _, c := range []rune{',', '\t', ';'} {
		if n := bytes.Count(line, []byte(string(c))); n > most {
			best, most = c, n
		}
	}
	return best
}

func separated(src io.Reader, sep rune) *csv.Reader {
	rows := csv.NewReader(src)
	rows.Comma = sep
	rows.LazyQuotes = sep == '\t'
	rows.FieldsPerRecord = -1
	return rows
}

// gkgRow is how a row of GDELT's Global Knowledge Graph 2.1 begins: a record ID,
// a moment, the kind of source.
var gkgRow = regexp.MustCompile(`^\d{14}-T?\d+\t\d{14}\t\d\t`)

func isGKG(head []byte, _ string) bool { return gkgRow.Match(head) }

// gkg refuses rows that name an article's themes and people, and hold no text.
func (r *reader) gkg(in *input) {
	r.fail(in.name, "rows of GDELT's knowledge graph name themes and people and hold no text; fetch the articles: cut -f 5 FILE | entente load --files-from -")
}

// csvRows reads one article a row of a table with a header.
func (r *reader) csvRows(in *input) {
	head, _ := in.Peek(sniffLen)
	line, _, _ := bytes.Cut(head, []byte("\n"))
	if bytes.HasPrefix(head, utf8BOM) {
		_, _ = in.Discard(len(utf8BOM)) // buffered: cannot fail
	}
	src := newAllowance(in, r.opts.Limits.Article)
	rows := separated(src, comma(line))
	columns, err := rows.Read()
	if err != nil {
		r.failWith(in.name, "damaged header: "+err.Error(), err)
		return
	}
	for !r.done() {
		src.renew()
		row, err := rows.Read()
		if errors.Is(err, io.EOF) {
			return
		}
		var bad *csv.ParseError
		switch {
		case errors.As(err, &bad):
			r.fail(fmt.Sprintf("%s:%d", in.name, bad.Line), "damaged row: "+bad.Err.Error())
		case err != nil:
			r.failWith(in.name, readError(err), err)
			return
		default:
			at, _ := rows.FieldPos(0)
			r.csvRow(in, columns, row, fmt.Sprintf("%s:%d", in.name, at))
		}
	}
}

func (r *reader) csvRow(in *input, columns, row []string, origin string) {
	fields := map[string]any{}
	for i, cell := range row {
		if i >= len(columns) {
			r.fail(origin, fmt.Sprintf("%d columns, the header has %d", len(row), len(columns)))
			return
		}
		if at := invalidAt([]byte(cell)); at >= 0 {
			r.fail(origin, fmt.Sprintf("invalid UTF-8 in column %s", columns[i]))
			return
		}
		fields[strings.TrimSpace(columns[i])] = cell
	}
	r.fields(in, fields, origin)
}
