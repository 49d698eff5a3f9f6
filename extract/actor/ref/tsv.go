package ref

import (
	"bufio"
	"bytes"
	"embed"
	"fmt"
	"strings"
)

//go:embed data/*.tsv
var data embed.FS

// DataError is a row of an embedded table that cannot be read. The tables are
// part of the program and linted by its tests, so a user never meets one.
type DataError struct {
	File   string
	Line   int
	Reason string
}

func (e *DataError) Error() string { return fmt.Sprintf("%s:%d: %s", e.File, e.Line, e.Reason) }

// row is one line of a table, by column name.
type row struct {
	file    string
	line    int
	columns map[string]int // shared by the rows of a table
	values  []string
}

func (r row) get(column string) string {
	if i, ok := r.columns[column]; ok && r.values != nil {
		return r.values[i]
	}
	return ""
}

// list returns the parts of a column separated by "|".
func (r row) list(column string) []string {
	cell := r.get(column)
	if cell == "" {
		return nil
	}
	return strings.Split(cell, "|")
}

func (r row) errorf(format string, args ...any) error {
	return &DataError{File: r.file, Line: r.line, Reason: fmt.Sprintf(format, args...)}
}

// readTable reads a table: comment lines begin with "# ", the first other
// line names the columns, and every row has as many.
func readTable(name string) ([]row, error) {
	raw, err := data.ReadFile("data/" + name)
	if err != nil {
		return nil, err
	}
	var columns map[string]int
	var rows []row
	scan := bufio.NewScanner(bytes.NewReader(raw))
	for line := 1; scan.Scan(); line++ {
		text := scan.Text()
		if text == "" || strings.HasPrefix(text, "# ") {
			continue
		}
		values := strings.Split(text, "\t")
		if columns == nil {
			columns = make(map[string]int, len(values))
			for i, c := range values {
				columns[c] = i
			}
			continue
		}
		if len(values) != len(columns) {
			return nil, &DataError{name, line, fmt.Sprintf("%d columns instead of %d", len(values), len(columns))}
		}
		rows = append(rows, row{name, line, columns, values})
	}
	return rows, scan.Err()
}
