package picture

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"

	"github.com/entente-kg/entente/schema"
)

const (
	momentHeight = 24.0
	yearHeight   = 30.0
)

// Timeline draws a lane for each actor, from the top down, and a row for each
// event they take part in, oldest first: the day, a mark on every lane that it
// touches, joined where it touches several, and in words what it was. A year
// begins with a heading. Of more events than Options.Most the last are drawn.
func Timeline(actors []schema.Actor, events []schema.Event, o Options) *Canvas {
	moments := momentsOf(actors, events)
	all := len(moments)
	moments = moments[max(0, all-o.most()):]
	c := &Canvas{Theme: o.Theme, Title: "Timeline of " + namesOf(actors)}
	c.heading(namesOf(actors), timelineSubtitle(moments, all))
	top := c.lanesHeading(actors, moments)
	lanes := lanesAt(actors, moments)
	bottom := top + timelineHeight(moments)
	for _, x := range lanes.x {
		c.add(polyline{points: []point{{x, top}, {x, bottom}}, ink: Line, width: 1, faded: true})
	}
	y, year, day := top, "", ""
	for _, m := range moments {
		if m.year() != year {
			year, day = m.year(), ""
			c.add(label{at: point{margin, y + 20}, text: year, size: labelSize, ink: Text, bold: true})
			c.add(polyline{points: []point{{margin + width(year, labelSize, true) + 8, y + 15.5}, {lanes.words, y + 15.5}}, ink: Line, width: 0.8, faded: true})
			y += yearHeight
		}
		y += momentHeight
		if m.day != day {
			c.add(label{at: point{lanes.days, y - 6}, text: m.day, size: smallSize, ink: Faint, anchor: end})
			day = m.day
		}
		c.moment(m, actors, lanes, y-10)
	}
	c.footer(bottom, o.Caption, timelineKeys(actors, moments))
	return c
}

func timelineHeight(moments []moment) float64 {
	height, year := 14.0, ""
	for _, m := range moments {
		if m.year() != year {
			height += yearHeight
			year = m.year()
		}
		height += momentHeight
	}
	return height
}

func namesOf(actors []schema.Actor) string {
	names := make([]string, len(actors))
	for i, a := range actors {
		names[i] = a.Name
	}
	return listed(names, 3)
}

func timelineSubtitle(moments []moment, all int) string {
	if len(moments) == 0 {
		return "no events"
	}
	of := ""
	if len(moments) < all {
		of = fmt.Sprintf("the last %d of ", len(moments))
	}
	return fmt.Sprintf("%s%s, %s to %s", of, counted(all, "event"), strings.Trim(moments[0].day, "()"), strings.Trim(moments[len(moments)-1].day, "()"))
}

// laneX says where the columns of a timeline are.
type laneX struct {
	days  float64 // where the days end
	x     []float64
	words float64 // where the words begin
}

// level reports whether the names of the lanes stand level above them; many or
// long names are turned.
func level(actors []schema.Actor) bool {
	return len(actors) <= 4
}

func laneName(a schema.Actor) string { return shorten(a.Name, 28) }

func lanesAt(actors []schema.Actor, moments []moment) laneX {
	l := laneX{days: margin + width("2022-01-18", smallSize, false)}
	for _, m := range moments {
		l.days = math.Max(l.days, margin+width(m.day, smallSize, false))
	}
	at := l.days + 20
	if len(actors) == 1 { // the name is the title: the lane needs no heading
		l.x, l.words = []float64{at}, at+20
		return l
	}
	for _, a := range actors {
		half := 17.0
		if level(actors) {
			half = width(laneName(a), labelSize, true)/2 + 9
		}
		l.x = append(l.x, at+half)
		at += 2 * half
	}
	l.words = at + 14
	return l
}

// lanesHeading writes the names above the lanes and returns where the lanes begin.
func (c *Canvas) lanesHeading(actors []schema.Actor, moments []moment) float64 {
	lanes := lanesAt(actors, moments)
	c.widen(lanes.words)
	if len(actors) == 1 {
		return headingRoom + 6
	}
	if level(actors) {
		for i, a := range actors {
			c.add(label{at: point{lanes.x[i], headingRoom + 20}, text: laneName(a), size: labelSize, ink: inkOf(a.Kind), anchor: middle, bold: true})
		}
		return headingRoom + 28
	}
	room := 0.0
	for _, a := range actors {
		room = math.Max(room, width(laneName(a), labelSize, true))
	}
	for i, a := range actors {
		c.add(label{at: point{lanes.x[i] + 5, headingRoom + room + 8}, text: laneName(a), size: labelSize, ink: inkOf(a.Kind), bold: true, turned: true})
	}
	return headingRoom + room + 16
}

// moment draws one event at the height y.
func (c *Canvas) moment(m moment, actors []schema.Actor, lanes laneX, y float64) {
	first, last := lanes.x[m.lanes[0]], lanes.x[m.lanes[len(m.lanes)-1]]
	if first < last {
		c.add(polyline{points: []point{{first, y}, {last, y}}, ink: Line, width: 2.2, dashed: m.standing == planned})
	}
	for _, i := range m.lanes {
		at := point{lanes.x[i], y}
		if m.standing == happened {
			c.add(marker(actors[i].Kind, at, 6))
		} else {
			c.add(hollow(actors[i].Kind, at, 6)...)
		}
		if m.standing == crossed {
			c.add(cross(at, 4)...)
		}
	}
	for _, i := range m.targets {
		c.arrow(lanes.x[i], y, first+last)
	}
	status := label{text: m.state(), size: smallSize, ink: Faint}
	if m.standing == crossed {
		status.ink = Accent
	}
	c.run(lanes.words, y+4.5, label{text: m.what(), size: labelSize, ink: Text},
		label{text: m.where(), size: labelSize, ink: Faint}, status, label{text: m.reports(), size: smallSize, ink: Faint})
}

// arrow points at a lane from the side where the others are.
func (c *Canvas) arrow(x, y, sum float64) {
	side := 1.0
	if 2*x >= sum {
		side = -1
	}
	tip := x + side*8
	c.add(polygon{[]point{{tip, y}, {tip + side*9, y - 5}, {tip + side*9, y + 5}}, Line, 1})
}

func timelineKeys(actors []schema.Actor, moments []moment) []key {
	kinds, drawn := map[schema.Kind]bool{}, [3]bool{}
	for _, a := range actors {
		kinds[a.Kind] = true
	}
	for _, m := range moments {
		drawn[m.standing] = true
	}
	keys := keysOf(kinds, drawn)
	if slices.ContainsFunc(moments, func(m moment) bool { return strings.HasPrefix(m.day, "(") }) {
		keys = append(keys, key{"(day) of the report, where no other is told", 0, nil})
	}
	return keys
}

// listed joins names: "a", "a and b", "a, b, c and 2 more".
func listed(names []string, most int) string {
	more := len(names) - most
	if more == 1 {
		more, most = 0, most+1
	}
	switch {
	case len(names) == 0:
		return ""
	case more > 0:
		return strings.Join(names[:most], ", ") + fmt.Sprintf(" and %d more", more)
	case len(names) == 1:
		return names[0]
	}
	return strings.Join(names[:len(names)-1], ", ") + " and " + names[len(names)-1]
}

// compareDays orders moments and stops by their first day; bracketed days, of
// the report, count as that day.
func compareDays(a, b string) int {
	return cmp.Compare(strings.Trim(a, "()"), strings.Trim(b, "()"))
}
