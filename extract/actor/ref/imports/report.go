package imports

import (
	"fmt"

	"github.com/entente-kg/entente/extract/actor/ref"
)

// Format is the kind of file that was read.
type Format string

// The formats.
const (
	OwnYAML       Format = "yaml"
	OwnCSV        Format = "csv"
	WikidataCSV   Format = "wikidata-csv"
	WikidataJSON  Format = "wikidata-json"
	Actors        Format = "actor-dictionary"
	Agents        Format = "agent-dictionary"
	NotActors     Format = "not-actors" // a verb or discard dictionary: refused line by line
	UnknownFormat Format = "unknown"
)

// Refusal is a line that was not imported, or not wholly.
type Refusal struct {
	File   string
	Line   int
	Text   string
	Reason string
}

func (r Refusal) Error() string {
	return fmt.Sprintf("%s:%d: %s: %q", r.File, r.Line, r.Reason, r.Text)
}

// Report accounts for every line of a file: Lines is Blank + Imported + len(Refused).
type Report struct {
	File     string
	Format   Format
	Lines    int // rows of a JSON or YAML file
	Blank    int // empty lines, comments and the header
	Imported int
	Refused  []Refusal
	Notes    []Refusal // imported, but something of the line was left out
}

func (r *Report) refuse(line int, text, format string, args ...any) {
	r.Refused = append(r.Refused, Refusal{r.File, line, clip(text), fmt.Sprintf(format, args...)})
}

func (r *Report) note(line int, text, format string, args ...any) {
	r.Notes = append(r.Notes, Refusal{r.File, line, clip(text), fmt.Sprintf(format, args...)})
}

func clip(s string) string {
	if len(s) > 120 {
		return s[:117] + "…"
	}
	return s
}

// Result is what a set of files adds.
type Result struct {
	Source  *ref.Source
	Reports []Report
}

// Options says how to read.
type Options struct {
	Known   *ref.Table // actors known already; nil for the embedded table
	Country string     // of rows that name none; a file called AFG.csv says it by its name
}
