package picture

import (
	"cmp"
	"math"
	"slices"
	"strconv"

	"github.com/entente-kg/entente/schema"
)

const cellSize = 26.0

// Matrix draws who dealt with whom as a table of counts of what happened, the
// busiest actors first. The darker a cell, the more events.
func Matrix(events []schema.Event, o Options) *Canvas {
	n := networkOf(events)
	actors := busiest(n, o.most())
	room := 0.0
	for _, a := range actors {
		room = math.Max(room, width(shorten(a.Name, 32), labelSize, false))
	}
	left, top := margin+room+12, margin+room+12
	c := &Canvas{Theme: o.Theme, Title: "Who dealt with whom", Width: left + float64(len(actors))*cellSize + margin, Height: top + float64(len(actors))*cellSize + 84}
	row := map[string]int{}
	for i, a := range actors {
		row[a.ID] = i
		at := float64(i)*cellSize + cellSize/2
		c.add(label{at: point{left - 10, top + at + labelSize*0.35}, text: shorten(a.Name, 32), size: labelSize, ink: inkOf(a.Kind), anchor: end})
		c.add(label{at: point{left + at + labelSize*0.35, top - 10}, text: shorten(a.Name, 32), size: labelSize, ink: inkOf(a.Kind), turned: true})
		c.add(rectangle(left+float64(i)*cellSize+1, top+float64(i)*cellSize+1, cellSize-2, cellSize-2, Line, 0.35))
	}
	c.grid(left, top, len(actors))
	c.counts(n.ties, row, left, top)
	c.footer(o.Caption, nil)
	return c
}

func (c *Canvas) grid(left, top float64, n int) {
	side := float64(n) * cellSize
	for i := range n + 1 {
		at := float64(i) * cellSize
		c.add(polyline{points: []point{{left, top + at}, {left + side, top + at}}, ink: Line, width: 0.5, faded: true})
		c.add(polyline{points: []point{{left + at, top}, {left + at, top + side}}, ink: Line, width: 0.5, faded: true})
	}
}

func (c *Canvas) counts(ties []tie, row map[string]int, left, top float64) {
	most := 1
	for _, t := range ties {
		most = max(most, t.counts[happened])
	}
	for _, t := range ties {
		i, okA := row[t.a]
		j, okB := row[t.b]
		if !okA || !okB || t.counts[happened] == 0 {
			continue
		}
		shade := 0.15 + 0.65*math.Log1p(float64(t.counts[happened]))/math.Log1p(float64(most))
		for _, at := range [...]point{{float64(i), float64(j)}, {float64(j), float64(i)}} {
			x, y := left+at.x*cellSize, top+at.y*cellSize
			c.add(rectangle(x+1, y+1, cellSize-2, cellSize-2, PersonInk, shade))
			c.add(label{at: point{x + cellSize/2, y + cellSize/2 + 4}, text: strconv.Itoa(t.counts[happened]), size: 11, ink: Text, anchor: middle})
		}
	}
}

// busiest are the actors with most events that happened, most first. Places
// meet nobody and are left out.
func busiest(n network, most int) []schema.Actor {
	total := map[string]int{}
	for _, t := range n.ties {
		if n.actors[t.a].Kind != schema.Place && n.actors[t.b].Kind != schema.Place {
			total[t.a] += t.counts[happened]
			total[t.b] += t.counts[happened]
		}
	}
	var actors []schema.Actor
	for id, events := range total {
		if events > 0 {
			actors = append(actors, n.actors[id])
		}
	}
	slices.SortFunc(actors, func(a, b schema.Actor) int {
		return cmp.Or(cmp.Compare(total[b.ID], total[a.ID]), cmp.Compare(a.ID, b.ID))
	})
	return actors[:min(most, len(actors))]
}
