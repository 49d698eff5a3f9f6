package export

import (
	"bufio"
	"cmp"
	"context"
	"io"
	"strconv"
	"strings"

	"github.com/entente-kg/entente/schema"
)

// cameoColumns are GDELT 1.0's names for what entente knows. The columns it has
// no ground for (Goldstein scale, tone, coordinates) are left out, not invented.
var cameoColumns = [...]string{
	"GLOBALEVENTID", "SQLDATE", "MonthYear", "Year",
	"Actor1Code", "Actor1Name", "Actor1CountryCode", "Actor1Type1Code",
	"Actor2Code", "Actor2Name", "Actor2CountryCode", "Actor2Type1Code",
	"EventCode", "EventRootCode", "QuadClass", "ActionGeo_FullName", "ActionGeo_CountryCode", "SOURCEURL", "Status",
}

func writeCAMEO(ctx context.Context, src Source, files map[string]io.Writer) error {
	w := bufio.NewWriter(files["events.tsv"])
	w.WriteString(strings.Join(cameoColumns[:], "\t") + "\n")
	for e, err := range src.Events(ctx) {
		if err != nil {
			return err
		}
		for i, d := range e.Dyads() {
			w.WriteString(strings.Join(cameoRow(&e, i, d), "\t") + "\n")
		}
	}
	return w.Flush()
}

func cameoRow(e *schema.Event, i int, d schema.Dyad) []string {
	day := strings.ReplaceAll(cmp.Or(e.From, e.Article.Published), "-", "")
	id := e.ID
	if i > 0 {
		id += "#" + strconv.Itoa(i)
	}
	row := append([]string{id, day, head(day, 6), head(day, 4)}, cameoActor(d.Source)...)
	row = append(row, cameoActor(d.Target)...)
	row = append(row, e.CAMEO, head(e.CAMEO, 2), strconv.Itoa(e.QuadClass))
	place, country := "", ""
	if e.Place != nil {
		place, country = e.Place.Name, e.Place.Country
	}
	return append(row, tsvCell(place), country, tsvCell(e.Article.URL), string(e.Status))
}

func cameoActor(p *schema.Participant) []string {
	if p == nil {
		return []string{"", "", "", ""}
	}
	sector := firstSector(p.Actor)
	return []string{p.Country + sector, tsvCell(p.Name), p.Country, sector}
}

// tsvCell is a cell that reads the same whether a reader knows quoting or, as
// those of GDELT's files do, takes a quotation mark for a letter.
func tsvCell(s string) string { return strings.ReplaceAll(cell(s), `"`, "'") }

func head(s string, n int) string { return s[:min(n, len(s))] }
