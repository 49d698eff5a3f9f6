package imports

import (
	"bytes"
	"cmp"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"github.com/entente-kg/entente/extract/actor/ref"
)

// Files reads every file into one source. The error is about a file that
// cannot be opened; what is wrong inside one stands in its report.
func Files(paths []string, opts Options) (*Result, error) {
	b := newBuilder(opts)
	res := &Result{Source: b.source}
	for _, path := range paths {
		data, err := os.ReadFile(path)
		if err != nil {
			return nil, err
		}
		res.Reports = append(res.Reports, b.read(path, data))
	}
	return res, nil
}

// Read reads one file's content; name is used in messages, to tell the format
// and, as AFG.csv, to tell the country.
func Read(name string, r io.Reader, opts Options) (*Result, error) {
	data, err := io.ReadAll(r)
	if err != nil {
		return nil, err
	}
	b := newBuilder(opts)
	rep := b.read(name, data)
	return &Result{Source: b.source, Reports: []Report{rep}}, nil
}

// read dispatches on the format.
func (b *builder) read(name string, data []byte) Report {
	data = bytes.TrimPrefix(data, []byte("\ufeff"))
	b.rep = &Report{File: name, Format: detect(name, data)}
	b.country = fileCountry(b.known, name, b.opts.Country)
	switch b.rep.Format {
	case OwnYAML:
		b.readYAML(data)
	case OwnCSV, WikidataCSV:
		b.readCSV(data)
	case WikidataJSON:
		b.readJSON(data)
	case Actors:
		b.readActors(data)
	case Agents:
		b.readAgents(data)
	case NotActors:
		b.refuseAll(data, "a verb or discard dictionary holds no actors")
	default:
		b.refuseAll(data, "no known format: want .yaml, .csv with a header, .json of Wikidata, or a TABARI dictionary")
	}
	slices.SortStableFunc(b.rep.Refused, func(x, y Refusal) int { return cmp.Compare(x.Line, y.Line) })
	return *b.rep
}

// fileCountry is the code a file is named after, else the default.
func fileCountry(known *ref.Table, name, otherwise string) string {
	base := strings.TrimSuffix(filepath.Base(name), filepath.Ext(name))
	if base == "XKX" {
		base = "KOS"
	}
	if _, ok := known.Country(base); ok {
		return base
	}
	return otherwise
}

var (
	agentLine = regexp.MustCompile(`(?m)^[^#\n]*\[(~[A-Za-z]+|[A-Za-z]+~)[\]}]`)
	actorLine = regexp.MustCompile(`(?m)^[^#\n]*\[[A-Za-z-]{3,}[^\]\n]*\]`)
	verbLine  = regexp.MustCompile(`(?m)^(--- .*\[|- .*\*)`)
)

// detect tells the format by file name and content.
func detect(name string, data []byte) Format {
	switch strings.ToLower(filepath.Ext(name)) {
	case ".yaml", ".yml":
		return OwnYAML
	case ".json":
		return WikidataJSON
	case ".csv", ".tsv":
		return detectCSV(data)
	}
	switch {
	case verbLine.Match(data):
		return NotActors
	case agentLine.Match(data):
		return Agents
	case actorLine.Match(data):
		return Actors
	case bytes.HasPrefix(bytes.TrimSpace(data), []byte("{")), bytes.HasPrefix(bytes.TrimSpace(data), []byte("[")):
		return WikidataJSON
	case bytes.Contains(data, []byte("\n")) && !bytes.Contains(data, []byte(",")):
		return NotActors
	}
	return UnknownFormat
}

func detectCSV(data []byte) Format {
	header, _, _ := bytes.Cut(data, []byte("\n"))
	columns := columnsOf(splitHeader(string(header)))
	switch {
	case columns.has(colOffice) && columns.has(colName) && columns.has(colOwn):
		return OwnCSV
	case columns.has(colName) && (columns.has(colItem) || columns.has(colPosition)):
		return WikidataCSV
	case columns.has(colName):
		return OwnCSV
	}
	return UnknownFormat
}

func (b *builder) refuseAll(data []byte, reason string) {
	for i, line := range lines(data) {
		b.rep.Lines++
		if text := strings.TrimSpace(line); text == "" || text[0] == '#' {
			b.rep.Blank++
		} else {
			b.rep.refuse(i+1, text, "%s", reason)
		}
	}
}

// lines cuts a text at line ends; a last empty line is none.
func lines(data []byte) []string {
	text := strings.TrimSuffix(strings.ReplaceAll(string(data), "\r\n", "\n"), "\n")
	if text == "" {
		return nil
	}
	return strings.Split(text, "\n")
}
