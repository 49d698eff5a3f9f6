package picture

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"github.com/entente-kg/entente/schema"
)

const stopHeight = 38.0

// stop is one place somebody went to.
type stop struct {
	day, place, country string
	standing            standing
	status              string
	why                 []string // whom the traveller met there
}

// Travel draws where somebody went as a route read downwards: day, place, and
// what for. A journey is told by the news ("flew to Lima") or follows from a
// meeting in person at a place. Nothing is put on a map: the news names places,
// it does not survey them.
func Travel(traveller schema.Actor, events []schema.Event, o Options) *Canvas {
	stops := stopsOf(traveller.ID, events)
	all := len(stops)
	stops = stops[max(0, all-o.most()):]
	c := &Canvas{Theme: o.Theme, Title: "Travels of " + traveller.Name}
	c.heading("Travels of "+shorten(traveller.Name, 48), travelSubtitle(stops, all))
	days := 0.0
	for _, s := range stops {
		days = math.Max(days, width(cmp.Or(s.day, "no day"), smallSize, false))
	}
	x, drawn := margin+days+28, [3]bool{}
	for i, s := range stops {
		drawn[s.standing] = true
		at := point{x, headingRoom + 24 + float64(i)*stopHeight}
		if i > 0 {
			c.add(polyline{points: []point{{x, at.y - stopHeight + 15}, {x, at.y - 11}}, ink: Line, width: 2.2, faded: s.standing != happened})
		}
		c.stop(s, at)
	}
	c.footer(headingRoom+14+float64(len(stops))*stopHeight, o.Caption, travelKeys(drawn))
	return c
}

func travelSubtitle(stops []stop, all int) string {
	switch {
	case all == 0:
		return "no journey, and no meeting at a place"
	case len(stops) < all:
		return "the last " + counted(len(stops), "stop") + " of " + counted(all, "stop")
	}
	return counted(all, "stop")
}

func travelKeys(drawn [3]bool) (keys []key) {
	for st, words := range [...]string{"was there", "planned", "denied, cancelled or only said to be possible"} {
		if drawn[st] {
			keys = append(keys, key{words, 16, func(at point) []shape { return stopMark(standing(st), point{at.x + 8, at.y}, 6) }})
		}
	}
	return keys
}

// stopMark is a pin: full, hollow when only planned, crossed when nobody came.
func stopMark(st standing, at point, r float64) []shape {
	switch st {
	case happened:
		return []shape{marker(schema.Place, at, r)}
	case planned:
		return hollow(schema.Place, at, r)
	}
	return append(hollow(schema.Place, at, r), cross(at, r*0.6)...)
}

func (c *Canvas) stop(s stop, at point) {
	c.add(label{at: point{at.x - 22, at.y + 4.5}, text: cmp.Or(s.day, "no day"), size: smallSize, ink: Faint, anchor: end})
	c.add(stopMark(s.standing, at, 8)...)
	status := label{text: s.state(), size: smallSize, ink: Faint}
	if s.standing == crossed {
		status.ink = Accent
	}
	c.run(at.x+22, at.y+5, label{text: shorten(s.place, 40), size: 14, ink: Text, bold: true}, label{text: s.country, size: smallSize, ink: Faint},
		label{text: s.reason(), size: labelSize, ink: Text}, status)
}

func (s stop) state() string {
	if s.status == "" {
		return ""
	}
	return "· " + s.status
}

func (s stop) reason() string {
	if len(s.why) == 0 {
		return ""
	}
	return "with " + shorten(listed(s.why, 3), 80)
}

// stopsOf are the stops in order of time, one a place, day and standing,
// whatever number of events tell of it.
func stopsOf(traveller string, events []schema.Event) []stop {
	index, stops := map[string]int{}, []stop{}
	add := func(s stop, why ...string) {
		key := s.day + "\x00" + s.place + "\x00" + s.status
		at, seen := index[key]
		if !seen {
			at = len(stops)
			index[key] = at
			stops = append(stops, s)
		}
		stops[at].why = append(stops[at].why, why...)
	}
	for i := range events {
		e := &events[i]
		s := stop{day: dayOf(e), standing: standingOf(e.Status)}
		if e.Status != schema.Occurred {
			s.status = string(e.Status)
		}
		switch {
		case e.Relation == "travels-to" && has(e.Actors, traveller):
			for _, r := range e.Recipients {
				add(s.at(r.Actor))
			}
		case e.Place != nil && inPerson(e) && (has(e.Actors, traveller) || has(e.Recipients, traveller)):
			add(s.at(e.Place.Actor), othersOf(e, traveller)...)
		}
	}
	for i := range stops {
		slices.Sort(stops[i].why)
		stops[i].why = slices.Compact(stops[i].why)
	}
	slices.SortFunc(stops, func(a, b stop) int {
		return cmp.Or(compareDays(a.day, b.day), cmp.Compare(a.place, b.place), cmp.Compare(a.status, b.status))
	})
	return stops
}

// at is the stop at a place, which is named with its country unless it is one.
func (s stop) at(place schema.Actor) stop {
	s.place = place.Name
	if place.Kind == schema.Place {
		s.country = place.Country
	}
	return s
}

// inPerson reports whether who takes part in an event is where it happens:
// people meet, host and sign at a place; they also telephone from one and
// condemn what happens in one.
func inPerson(e *schema.Event) bool {
	switch e.Relation {
	case "met-with", "hosted", "negotiated-with", "signed-with":
		return !strings.Contains(e.Mode, "phone")
	}
	return false
}

func has(ps []schema.Participant, id string) bool {
	return slices.ContainsFunc(ps, func(p schema.Participant) bool { return p.ID == id })
}

func othersOf(e *schema.Event, id string) (names []string) {
	for _, p := range slices.Concat(e.Actors, e.Recipients) {
		if p.ID != id {
			names = append(names, p.Name)
		}
	}
	return names
}
