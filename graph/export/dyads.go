package export

import (
	"cmp"
	"context"
	"encoding/csv"
	"io"
	"maps"
	"slices"
	"strconv"

	"github.com/entente-kg/entente/schema"
)

// dyadKey is one row of the dyads table. Its size bounds the table, not the
// number of events: countries² × sectors² × months × roots that occur.
type dyadKey struct {
	month, source, sourceSector, target, targetSector, root string
	status                                                  schema.Status
}

// writeDyads counts events by month, countries, first sectors, root and status,
// the shape GDELT and ICEWS users load into R.
func writeDyads(ctx context.Context, src Source, files map[string]io.Writer) error {
	counts := map[dyadKey]int{}
	for e, err := range edges(ctx, src) {
		if err != nil {
			return err
		}
		if key, ok := dyadOf(e); ok {
			counts[key]++
		}
	}
	w := csv.NewWriter(files["dyads.csv"])
	w.Write([]string{"month", "source", "source_sector", "target", "target_sector", "event", "quad_class", "status", "events"})
	for _, k := range slices.SortedFunc(maps.Keys(counts), compareDyads) {
		root, _ := schema.RootNamed(k.root)
		w.Write([]string{k.month, k.source, k.sourceSector, k.target, k.targetSector, k.root, strconv.Itoa(root.QuadClass), string(k.status), strconv.Itoa(counts[k])})
	}
	return flush(w)
}

// dyadOf is the row an edge counts in; ok is false where a side has no country
// or the event no month.
func dyadOf(e edge) (key dyadKey, ok bool) {
	day := cmp.Or(e.Event.From, e.Event.Article.Published)
	s, t := participant(e.Event, e.Source), participant(e.Event, e.Target)
	if len(day) < 7 || s.Country == "" || t.Country == "" || e.Event.Root == "" {
		return key, false
	}
	return dyadKey{day[:7], s.Country, firstSector(s), t.Country, firstSector(t), e.Event.Root, e.Event.Status}, true
}

func participant(e *schema.Event, id string) schema.Actor {
	for _, side := range [...][]schema.Participant{e.Actors, e.Recipients} {
		for _, p := range side {
			if p.ID == id {
				return p.Actor
			}
		}
	}
	return schema.Actor{}
}

func firstSector(a schema.Actor) string {
	if len(a.Sectors) == 0 {
		return ""
	}
	return a.Sectors[0]
}

func compareDyads(a, b dyadKey) int {
	return cmp.Or(
		cmp.Compare(a.month, b.month), cmp.Compare(a.source, b.source), cmp.Compare(a.sourceSector, b.sourceSector),
		cmp.Compare(a.target, b.target), cmp.Compare(a.targetSector, b.targetSector), cmp.Compare(a.root, b.root), cmp.Compare(a.status, b.status),
	)
}
