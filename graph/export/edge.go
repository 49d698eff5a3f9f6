package export

import (
	"context"
	"iter"
	"strconv"
	"strings"

	"github.com/entente-kg/entente/schema"
)

// edge is one dyad of one event, flat, as graph formats want it.
type edge struct {
	ID             string // event ID, with #n where the event has several dyads
	Source, Target string // actor IDs
	Event          *schema.Event
}

// edges streams the dyads of every event that has two sides.
func edges(ctx context.Context, src Source) iter.Seq2[edge, error] {
	return func(yield func(edge, error) bool) {
		for e, err := range src.Events(ctx) {
			if err != nil {
				yield(edge{}, err)
				return
			}
			for i, d := range e.Dyads() {
				if d.Target == nil {
					continue
				}
				id := e.ID
				if i > 0 {
					id += "#" + strconv.Itoa(i)
				}
				if !yield(edge{id, d.Source.ID, d.Target.ID, &e}, nil) {
					return
				}
			}
		}
	}
}

// column is one attribute of a node or an edge, in the order files list them.
type column[T any] struct {
	name, typ string // typ: string, double, int — as GraphML and GEXF name them
	value     func(T) string
}

func nodeColumns() []column[schema.Actor] {
	return []column[schema.Actor]{
		{"kind", "string", func(a schema.Actor) string { return string(a.Kind) }},
		{"country", "string", func(a schema.Actor) string { return a.Country }},
		{"sectors", "string", func(a schema.Actor) string { return strings.Join(a.Sectors, ";") }},
		{"aliases", "string", func(a schema.Actor) string { return strings.Join(a.Aliases, ";") }},
		{"wikidata", "string", func(a schema.Actor) string { return a.Wikidata }},
	}
}

func edgeColumns() []column[edge] {
	return []column[edge]{
		{"relation", "string", func(e edge) string { return e.Event.Relation }},
		{"event", "string", func(e edge) string { return e.Event.Root }},
		{"mode", "string", func(e edge) string { return e.Event.Mode }},
		{"cameo", "string", func(e edge) string { return e.Event.CAMEO }},
		{"quad_class", "int", func(e edge) string { return strconv.Itoa(e.Event.QuadClass) }},
		{"status", "string", func(e edge) string { return string(e.Event.Status) }},
		{"from", "string", func(e edge) string { return e.Event.From }},
		{"to", "string", func(e edge) string { return e.Event.To }},
		{"place", "string", func(e edge) string { return nameOf(e.Event.Place) }},
		{"speaker", "string", func(e edge) string { return nameOf(e.Event.Speaker) }},
		{"confidence", "double", func(e edge) string { return decimal(e.Event.Confidence) }},
		{"event_id", "string", func(e edge) string { return e.Event.ID }},
		{"article", "string", func(e edge) string { return e.Event.Article.ID }},
		{"url", "string", func(e edge) string { return e.Event.Article.URL }},
		{"published", "string", func(e edge) string { return e.Event.Article.Published }},
		{"sentence", "string", func(e edge) string { return e.Event.Evidence.Text }},
	}
}

func nameOf(p *schema.Participant) string {
	if p == nil {
		return ""
	}
	return p.Name
}
