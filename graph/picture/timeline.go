package picture

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"github.com/entente-kg/entente/schema"
)

const (
	columnWidth = 24.0
	laneHeight  = 46.0
)

// moment is one column of a timeline: what one day brought between some lanes
// and one set of others.
type moment struct {
	day, relation string
	lanes         []int    // rows of the lanes it touches
	others        []string // names of participants without a lane
	standing      standing
}

func (m moment) text() string {
	if len(m.others) == 0 {
		return m.relation
	}
	return m.relation + " " + strings.Join(m.others, ", ")
}

// Timeline draws a lane for each actor and a column for each event they take
// part in, in order of time: meetings between lanes join them with an upright
// line, everybody else is named below. Columns are evenly spaced; the day stands
// above where it changes. Of more events than Options.Most the last are drawn.
func Timeline(actors []schema.Actor, events []schema.Event, o Options) *Canvas {
	moments := momentsOf(actors, events)
	moments = moments[max(0, len(moments)-o.most()):]
	names, below := 0.0, 0.0
	for _, a := range actors {
		names = math.Max(names, width(shorten(a.Name, 32), labelSize, true))
	}
	for _, m := range moments {
		below = math.Max(below, width(shorten(m.text(), 40), 11, false))
	}
	left, top := margin+names+20, margin+width("2022-01-18", 11, false)+12
	bottom := top + float64(len(actors))*laneHeight
	c := &Canvas{Theme: o.Theme, Title: "Timeline", Width: left + float64(len(moments)+1)*columnWidth + margin, Height: bottom + below + 84}
	for i, a := range actors {
		y := lane(top, i)
		c.add(label{at: point{margin, y + 5}, text: shorten(a.Name, 32), size: labelSize, ink: inkOf(a.Kind), bold: true})
		c.add(polyline{points: []point{{left, y}, {c.Width - margin, y}}, ink: Line, width: 1, faded: true})
	}
	last := ""
	for i, m := range moments {
		x := left + (float64(i)+0.8)*columnWidth
		if m.day != last {
			c.add(label{at: point{x + 4, top - 8}, text: m.day, size: 11, ink: Faint, turned: true})
			last = m.day
		}
		c.moment(m, x, top, bottom, actors)
	}
	c.footer(o.Caption, nil)
	return c
}

func lane(top float64, i int) float64 { return top + (float64(i)+0.5)*laneHeight }

func (c *Canvas) moment(m moment, x, top, bottom float64, actors []schema.Actor) {
	first, final := lane(top, m.lanes[0]), lane(top, m.lanes[len(m.lanes)-1])
	if len(m.others) > 0 {
		final = bottom
	}
	c.add(polyline{points: []point{{x, first}, {x, final}}, ink: Line, width: 2, dashed: m.standing == planned})
	for _, i := range m.lanes {
		at := point{x, lane(top, i)}
		c.add(marker(actors[i].Kind, at, 6))
		if m.standing == crossed {
			c.add(cross(at, 6)...)
		}
	}
	text := shorten(m.text(), 40)
	c.add(label{at: point{x + 4, bottom + 10 + width(text, 11, false)}, text: text, size: 11, ink: Text, turned: true})
}

// momentsOf are the events that touch a lane, oldest first, told once however
// many articles tell them. Events without a day are left out: they have no place in time.
func momentsOf(actors []schema.Actor, events []schema.Event) []moment {
	row := map[string]int{}
	for i, a := range actors {
		row[a.ID] = i
	}
	var moments []moment
	seen := map[string]bool{}
	for i := range events {
		m := momentOf(row, &events[i])
		key := m.day + "\x00" + m.text() + "\x00" + string(rune('0'+m.standing))
		for _, l := range m.lanes {
			key += "\x00" + actors[l].ID
		}
		if m.day == "" || len(m.lanes) == 0 || seen[key] {
			continue
		}
		seen[key] = true
		moments = append(moments, m)
	}
	slices.SortFunc(moments, func(a, b moment) int {
		return cmp.Or(cmp.Compare(a.day, b.day), slices.Compare(a.lanes, b.lanes), cmp.Compare(a.text(), b.text()), cmp.Compare(a.standing, b.standing))
	})
	return moments
}

func momentOf(row map[string]int, e *schema.Event) moment {
	m := moment{day: e.From, relation: e.Relation, standing: standingOf(e.Status)}
	for _, side := range [...][]schema.Participant{e.Actors, e.Recipients} {
		for _, p := range side {
			if i, ok := row[p.ID]; ok {
				m.lanes = append(m.lanes, i)
			} else {
				m.others = append(m.others, p.Name)
			}
		}
	}
	slices.Sort(m.lanes)
	slices.Sort(m.others)
	m.lanes, m.others = slices.Compact(m.lanes), slices.Compact(m.others)
	return m
}
