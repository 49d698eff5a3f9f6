package picture

import (
	"cmp"
	"math"
	"slices"

	"github.com/entente-kg/entente/schema"
)

// stop is one place somebody went to.
type stop struct {
	day, place, country string
	standing            standing
}

// Travel draws where somebody went as a route read downwards: day, stop, and
// whether it happened. Nothing is placed on a map: the news names places, it
// does not survey them.
func Travel(traveller schema.Actor, events []schema.Event, o Options) *Canvas {
	stops := stopsOf(traveller.ID, events)
	stops = stops[max(0, len(stops)-o.most()):]
	days, places := width("no date", labelSize, false), width(traveller.Name, 16, true)
	for _, s := range stops {
		days = math.Max(days, width(s.day, labelSize, false))
		places = math.Max(places, width(s.name(), labelSize, false))
	}
	x, top := margin+days+28, margin+60.0
	c := &Canvas{Theme: o.Theme, Title: "Travels of " + traveller.Name, Width: x + places + 2*margin + 20, Height: top + float64(len(stops))*34 + 84}
	c.add(label{at: point{margin, margin + 14}, text: shorten(traveller.Name, 40), size: 16, ink: Text, bold: true})
	for i, s := range stops {
		at := point{x, top + float64(i)*34}
		if i > 0 {
			c.add(polyline{points: []point{{x, at.y - 26}, {x, at.y - 10}}, ink: Line, width: 3, dashed: s.standing != happened})
		}
		c.add(label{at: point{x - 20, at.y + 5}, text: cmp.Or(s.day, "no date"), size: labelSize, ink: Faint, anchor: end})
		c.add(marker(schema.Place, at, 7))
		if s.standing == crossed {
			c.add(cross(at, 7)...)
		}
		c.add(label{at: point{x + 18, at.y + 5}, text: s.name(), size: labelSize, ink: Text})
	}
	c.footer(o.Caption, nil)
	return c
}

// name is the place with its country and, where it is not plain, its standing.
func (s stop) name() string {
	name := shorten(s.place, 40)
	if s.country != "" {
		name += ", " + s.country
	}
	switch s.standing {
	case planned:
		name += " (planned)"
	case crossed:
		name += " (did not happen)"
	}
	return name
}

func stopsOf(traveller string, events []schema.Event) []stop {
	var stops []stop
	for i := range events {
		e := &events[i]
		if e.Relation != "travels-to" || !slices.ContainsFunc(e.Actors, func(p schema.Participant) bool { return p.ID == traveller }) {
			continue
		}
		for _, r := range e.Recipients {
			s := stop{e.From, r.Name, "", standingOf(e.Status)}
			if r.Kind == schema.Place {
				s.country = r.Country
			}
			stops = append(stops, s)
		}
	}
	slices.SortFunc(stops, func(a, b stop) int {
		return cmp.Or(cmp.Compare(a.day, b.day), cmp.Compare(a.place, b.place), cmp.Compare(a.standing, b.standing))
	})
	return slices.Compact(stops)
}
