package main

import (
	"encoding/csv"
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"
)

// column is one column of an answer made of Ts.
type column[T any] struct {
	name   string
	value  func(T) string
	where  where
	colour func(T) string // of the cell on a terminal, as ANSI code; nil or "" for none
}

// where says in which formats a column stands, and how.
type where int

const (
	everywhere where = iota
	below            // in a table, on a line of its own under the row: quotes are too long for a cell
	belowOnly        // there, and not in files
	inTable          // in tables only: several values made one for the eye
	inFiles          // in csv, tsv and md only: the values apart, for machines
)

// rowFormats lists the formats of answers that are rows.
func rowFormats() []string { return []string{"table", "json", "jsonl", "csv", "tsv", "md"} }

// printRows writes an answer in the format the user asked for. JSON carries the
// records whole; the other formats carry the columns.
func printRows[T any](c *cli.Context, columns []column[T], records []T) error {
	w := c.App.Writer
	flat := slices.DeleteFunc(slices.Clone(columns), func(c column[T]) bool { return c.where == inTable || c.where == belowOnly })
	switch c.String("format") {
	case "json":
		return writeJSON(w, records)
	case "jsonl":
		return writeJSONLines(w, records)
	case "csv":
		return writeSeparated(w, ',', flat, records)
	case "tsv":
		return writeSeparated(w, '\t', flat, records)
	case "md":
		return writeMarkdown(w, flat, records)
	}
	return writeTable(w, columns, records)
}

// emptyIs turns an empty answer into an error when the user asked for that.
func emptyIs(c *cli.Context, n int) error {
	if n == 0 && c.Bool("fail-empty") {
		return errEmpty
	}
	return nil
}

func writeJSON[T any](w io.Writer, records []T) error {
	if records == nil {
		records = []T{}
	}
	enc := jsonEncoder(w)
	enc.SetIndent("", "  ")
	return enc.Encode(records)
}

func writeJSONLines[T any](w io.Writer, records []T) error {
	enc := jsonEncoder(w)
	for _, r := range records {
		if err := enc.Encode(r); err != nil {
			return err
		}
	}
	return nil
}

// jsonEncoder writes one value a line and leaves <, > and & as they are.
func jsonEncoder(w io.Writer) *json.Encoder {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	return enc
}

func writeSeparated[T any](w io.Writer, comma rune, columns []column[T], records []T) error {
	out := csv.NewWriter(w)
	out.Comma = comma
	if err := out.Write(names(columns)); err != nil {
		return err
	}
	for _, r := range records {
		cells := values(columns, r)
		for i := range cells {
			cells[i] = spreadsheetSafe(cells[i])
		}
		if err := out.Write(cells); err != nil {
			return err
		}
	}
	out.Flush()
	return out.Error()
}

// spreadsheetSafe keeps a cell from being run as a formula: names and titles
// come from the news and may hold anything.
func spreadsheetSafe(cell string) string {
	if cell != "" && strings.ContainsRune("=+-@\t\r", rune(cell[0])) {
		return "'" + cell
	}
	return cell
}

func writeMarkdown[T any](w io.Writer, columns []column[T], records []T) error {
	var b strings.Builder
	line := func(cells []string) {
		for _, cell := range cells {
			b.WriteString("| " + strings.ReplaceAll(strings.ReplaceAll(visible(cell), "|", `\|`), "<", "&lt;") + " ")
		}
		b.WriteString("|\n")
	}
	line(names(columns))
	b.WriteString(strings.Repeat("|---", len(columns)) + "|\n")
	for _, r := range records {
		line(values(columns, r))
	}
	_, err := io.WriteString(w, b.String())
	return err
}

func names[T any](columns []column[T]) []string {
	out := make([]string, len(columns))
	for i, c := range columns {
		out[i] = c.name
	}
	return out
}

func values[T any](columns []column[T], record T) []string {
	out := make([]string, len(columns))
	for i, c := range columns {
		out[i] = c.value(record)
	}
	return out
}

// visible makes one line of a text and shows control characters, which could
// steer the terminal, as what they are.
func visible(s string) string {
	s = strings.Join(strings.Fields(s), " ")
	clean := strings.IndexFunc(s, steers) < 0
	if clean {
		return s
	}
	var b strings.Builder
	for _, r := range s {
		if steers(r) {
			fmt.Fprintf(&b, "<%04X>", r)
			continue
		}
		b.WriteRune(r)
	}
	return b.String()
}

// steers holds for characters that move the cursor or turn the direction of writing.
func steers(r rune) bool {
	return r < ' ' || r == 0x7f || r >= 0x80 && r < 0xa0 || r >= 0x202a && r <= 0x202e || r >= 0x2066 && r <= 0x2069
}
