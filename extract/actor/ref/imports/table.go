package imports

import (
	"encoding/csv"
	"encoding/json"
	"errors"
	"io"
	"maps"
	"slices"
	"strings"

	"github.com/entente-kg/entente/extract/actor/ref"
	"github.com/entente-kg/entente/schema"
)

// column is what a column of a table means, whatever it is called.
type column string

const (
	colName     column = "name"
	colItem     column = "item"
	colPosition column = "position"
	colOffice   column = "office"
	colCountry  column = "country"
	colFrom     column = "from"
	colTo       column = "to"
	colBody     column = "body"
	colKind     column = "kind"
	colSectors  column = "sectors"
	colAliases  column = "aliases"
	colOwn      column = "own" // any column that only our files have
)

// meanings maps header words, lower case, to what the column means. The first
// column of a meaning with a usable value counts.
var meanings = map[string]column{
	"name": colName, "label": colName, "person": colName, "personlabel": colName, "itemlabel": colName,
	"officeholderlabel": colName, "holderlabel": colName, "humanlabel": colName, "title": colName,
	"qid": colItem, "personid": colItem, "item": colItem, "wikidata": colItem, "officeholder": colItem, "human": colItem, "id": colItem,
	"position": colPosition, "positionlabel": colPosition, "role": colPosition, "rolelabel": colPosition,
	"office":  colOffice,
	"country": colCountry, "countrylabel": colCountry, "countryid": colCountry, "code": colCountry,
	"start": colFrom, "starttime": colFrom, "start_year": colFrom, "startdate": colFrom, "from": colFrom, "start_date": colFrom,
	"end": colTo, "endtime": colTo, "end_year": colTo, "enddate": colTo, "to": colTo, "end_date": colTo,
	"body": colBody, "kind": colKind, "sectors": colSectors, "aliases": colAliases, "alias": colAliases, "altlabel": colAliases,
	"itemaltlabel": colAliases,
}

// columns are the meanings of a header, by position.
type columns []column

func columnsOf(header []string) columns {
	out := make(columns, len(header))
	for i, h := range header {
		out[i] = meanings[strings.ToLower(strings.TrimSpace(strings.Trim(h, `"`)))]
	}
	return out
}

func (cs columns) has(want column) bool {
	for _, c := range cs {
		if c == want || want == colOwn && (c == colKind || c == colSectors || c == colOffice || c == colBody) {
			return true
		}
	}
	return false
}

func splitHeader(line string) []string {
	sep := ","
	if strings.Contains(line, "\t") {
		sep = "\t"
	}
	return strings.Split(strings.TrimSpace(line), sep)
}

// record is one row, by meaning. A column called "person" may hold a name or
// an item, so the cells are sorted by what they hold.
type record map[column]string

func newRecord(cs columns, cells []string) record {
	r := record{}
	for i, cell := range cells {
		cell = strings.TrimSpace(cell)
		if i >= len(cs) || cs[i] == "" || cell == "" {
			continue
		}
		what := cs[i]
		q := item(cell)
		switch {
		case q != "" && what == colName:
			what, cell = colItem, q
		case q != "" && what == colItem:
			cell = q
		case q != "": // a country or position given as an item says nothing here
			continue
		case what == colItem:
			continue
		}
		if r[what] == "" {
			r[what] = cell
		}
	}
	return r
}

// readCSV reads our rows and Wikidata's.
func (b *builder) readCSV(data []byte) {
	header, _, _ := strings.Cut(string(data), "\n")
	read := csv.NewReader(strings.NewReader(string(data)))
	read.FieldsPerRecord, read.LazyQuotes = -1, true
	if strings.Contains(header, "\t") {
		read.Comma = '\t'
	}
	first, err := read.Read()
	if err != nil {
		b.rep.Lines++
		b.rep.refuse(1, header, "no header: %v", err)
		return
	}
	cs := columnsOf(first)
	b.rep.Lines, b.rep.Blank = 1, 1
	for {
		cells, err := read.Read()
		if errors.Is(err, io.EOF) {
			return
		}
		line, _ := read.FieldPos(0)
		b.rep.Lines++
		switch {
		case err != nil:
			b.rep.refuse(line, "", "not CSV: %v", err)
		case len(cells) != len(first):
			b.rep.refuse(line, strings.Join(cells, ","), "%d columns instead of %d", len(cells), len(first))
		default:
			b.record(newRecord(cs, cells), line, strings.Join(cells, ","))
		}
	}
}

// record imports one row: a person, and the office held where one is named.
func (b *builder) record(r record, line int, text string) {
	from, okFrom := date(r[colFrom])
	to, okTo := date(r[colTo])
	country := b.countryOf(r[colCountry])
	switch {
	case r[colName] == "":
		b.rep.refuse(line, text, "no name")
		return
	case schema.Slug(r[colName]) == "":
		b.rep.refuse(line, text, "a name without letters")
		return
	case !okFrom || !okTo:
		b.rep.refuse(line, text, "not a date: want 2014, 2014-05 or 2014-05-20")
		return
	case endsFirst(from, to):
		b.rep.refuse(line, text, "ends before it begins: %s, %s", from, to)
		return
	case country == "" && r[colCountry] != "":
		b.rep.note(line, text, "country %q is not known", r[colCountry])
	}
	b.row(r, country, from, to, line, text)
}

func (b *builder) row(r record, country, from, to string, line int, text string) {
	a := schema.Actor{
		Name: r[colName], Kind: kindOf(r[colKind]), Country: country, Wikidata: r[colItem],
		Sectors: splitList(r[colSectors]), Aliases: splitList(r[colAliases]),
	}
	words := r[colOffice]
	if words == "" {
		words = r[colPosition]
	}
	if words == "" {
		b.actor(a)
		b.rep.Imported++
		return
	}
	body := b.bodyOf(r[colBody], words, country)
	key := b.office(words, body)
	if a.Sectors == nil {
		a.Sectors = []string{b.sectorOf(key)}
	}
	id := b.actor(a)
	if first, again := b.tenure(ref.Tenure{PersonID: id, Body: body, Office: key, From: from, To: to}, words, line); again {
		b.rep.refuse(line, text, "says the same as line %d", first)
		return
	}
	b.rep.Imported++
}

func kindOf(cell string) schema.Kind {
	switch k := schema.Kind(strings.ToLower(cell)); k {
	case schema.State, schema.Organisation, schema.Group, schema.Place:
		return k
	case "org", "organization":
		return schema.Organisation
	}
	return schema.Person
}

func splitList(cell string) []string {
	var out []string
	for _, s := range strings.FieldsFunc(cell, func(r rune) bool { return r == '|' || r == ';' }) {
		if s = strings.TrimSpace(s); s != "" {
			out = append(out, s)
		}
	}
	return out
}

// sectorOf is the sector of an office of this import or of the table.
func (b *builder) sectorOf(key string) string {
	if o, ok := b.known.OfficeByKey(key); ok {
		return o.Sector
	}
	if sector := b.offices[key]; sector != "" {
		return sector
	}
	return "GOV"
}

// countryOf reads a code or a name; an empty cell is the file's country.
func (b *builder) countryOf(cell string) string {
	if cell == "" {
		return b.country
	}
	if cell == "XKX" {
		return "KOS"
	}
	if _, ok := b.known.Country(cell); ok || isOtherCode(cell) {
		return cell
	}
	for _, h := range b.known.Named(cell) {
		if h.Actor != nil && h.Actor.Kind == schema.State {
			return h.Actor.Country
		}
	}
	for _, c := range b.source.Countries {
		if c.Code == cell || c.Name == cell {
			return c.Code
		}
	}
	return ""
}

func isOtherCode(code string) bool {
	switch code {
	case "IGO", "UNO", "EUR", "NGO", "MNC", "IMG", "ISM":
		return true
	}
	return false
}

// bodyOf is where an office is: named in its own column, in its title
// ("Secretary-General of the United Nations"), else the country.
func (b *builder) bodyOf(cell, words, country string) string {
	if code := b.countryOf(cell); cell != "" && code != "" {
		return code
	}
	names := []string{cell}
	if _, of, found := strings.Cut(words, " of "); found {
		names = append(names, strings.TrimPrefix(of, "the "))
	}
	for _, name := range names {
		for _, h := range b.known.Named(name) {
			if h.Actor != nil && h.Actor.Kind == schema.Organisation {
				return h.Actor.ID
			}
			if h.Actor != nil && h.Actor.Kind == schema.State && country == "" {
				return h.Actor.Country
			}
		}
	}
	return country
}

// readJSON reads query results: the service's own form, or its download, a
// list of flat objects.
func (b *builder) readJSON(data []byte) {
	rows, err := jsonRows(data)
	if err != nil {
		b.rep.Lines++
		b.rep.refuse(1, clip(string(data)), "not a Wikidata query result: %v", err)
		return
	}
	for i, row := range rows {
		b.rep.Lines++
		var header, cells []string
		for _, k := range slices.Sorted(maps.Keys(row)) {
			header, cells = append(header, k), append(cells, row[k])
		}
		b.record(newRecord(columnsOf(header), cells), i+1, strings.Join(cells, ","))
	}
}

func jsonRows(data []byte) ([]map[string]string, error) {
	var service struct {
		Results *struct {
			Bindings []map[string]struct{ Value string }
		}
	}
	if err := json.Unmarshal(data, &service); err == nil && service.Results != nil {
		var rows []map[string]string
		for _, binding := range service.Results.Bindings {
			row := map[string]string{}
			for k, v := range binding {
				row[k] = v.Value
			}
			rows = append(rows, row)
		}
		return rows, nil
	}
	var flat []map[string]any
	if err := json.Unmarshal(data, &flat); err != nil {
		return nil, err
	}
	var rows []map[string]string
	for _, object := range flat {
		row := map[string]string{}
		for k, v := range object {
			if s, ok := v.(string); ok {
				row[k] = s
			}
		}
		rows = append(rows, row)
	}
	return rows, nil
}
