package picture

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strconv"

	"github.com/entente-kg/entente/schema"
)

const cellSize = 26.0

// Matrix draws who dealt with whom as a table of counts of what happened. The
// darker a cell, the more events. Rows and columns stand in one order: whoever
// deals with each other stands together, the busiest first.
func Matrix(events []schema.Event, o Options) *Canvas {
	n := networkOf(events)
	actors, all := busiest(n, o.most())
	actors = together(n, actors)
	room := 0.0
	for _, a := range actors {
		room = math.Max(room, width(shorten(a.Name, 32), labelSize, false))
	}
	left, top, side := margin+room+12, headingRoom+room+24, float64(len(actors))*cellSize
	c := &Canvas{Theme: o.Theme, Title: matrixTitle(events), Width: math.Ceil(left + side + margin)}
	c.heading(c.Title, matrixSubtitle(n, actors, all))
	c.grid(left, top, len(actors))
	row, kinds := map[string]int{}, map[schema.Kind]bool{}
	for i, a := range actors {
		row[a.ID], kinds[a.Kind] = i, true
		at := float64(i)*cellSize + cellSize/2
		c.add(label{at: point{left - 10, top + at + labelSize*0.35}, text: shorten(a.Name, 32), size: labelSize, ink: inkOf(a.Kind), anchor: end},
			label{at: point{left + at + labelSize*0.35, top - 10}, text: shorten(a.Name, 32), size: labelSize, ink: inkOf(a.Kind), turned: true},
			rectangle(left+float64(i)*cellSize+1, top+float64(i)*cellSize+1, cellSize-2, cellSize-2, Line, 0.25))
	}
	c.counts(n.ties, row, left, top)
	c.footer(top+side, o.Caption, append(keysOf(kinds, [3]bool{}), shadeKey()))
	return c
}

func matrixTitle(events []schema.Event) string {
	if slices.ContainsFunc(events, func(e schema.Event) bool { return e.Root != "CONSULT" }) {
		return "Who dealt with whom"
	}
	return "Who met whom"
}

func matrixSubtitle(n network, actors []schema.Actor, all int) string {
	events, shown := 0, map[string]bool{}
	for _, a := range actors {
		shown[a.ID] = true
	}
	for _, t := range n.ties {
		if shown[t.a] && shown[t.b] {
			events += t.counts[happened]
		}
	}
	of := counted(len(actors), "actor")
	if len(actors) < all {
		of = fmt.Sprintf("the %d busiest of %d actors", len(actors), all)
	}
	return of + "; the number is how often something happened between two, " + strconv.Itoa(events) + " in all"
}

func (c *Canvas) grid(left, top float64, n int) {
	side := float64(n) * cellSize
	for i := range n + 1 {
		at := float64(i) * cellSize
		c.add(polyline{points: []point{{left, top + at}, {left + side, top + at}}, ink: Line, width: 0.5, faded: true},
			polyline{points: []point{{left + at, top}, {left + at, top + side}}, ink: Line, width: 0.5, faded: true})
	}
}

// counts fills the cells.
func (c *Canvas) counts(ties []tie, row map[string]int, left, top float64) {
	drawn := slices.DeleteFunc(slices.Clone(ties), func(t tie) bool {
		_, okA := row[t.a]
		_, okB := row[t.b]
		return !okA || !okB || t.counts[happened] == 0
	})
	most := 0
	for _, t := range drawn {
		most = max(most, t.counts[happened])
	}
	for _, t := range drawn {
		i, j := float64(row[t.a]), float64(row[t.b])
		for _, at := range [...]point{{i, j}, {j, i}} {
			c.cell(left+at.x*cellSize, top+at.y*cellSize, t.counts[happened], most)
		}
	}
}

// cell is a count on its shade, in the ink that can be read on it.
func (c *Canvas) cell(x, y float64, count, most int) {
	shade := shadeOf(count, most)
	c.add(rectangle(x+1, y+1, cellSize-2, cellSize-2, PersonInk, shade),
		label{at: point{x + cellSize/2, y + cellSize/2 + 4}, text: strconv.Itoa(count), size: smallSize, ink: c.Theme.readable(PersonInk, shade), anchor: middle})
}

// shades are the four steps from few to many. Those between them are left out:
// no ink could be read on them.
var shades = [...]float64{0.18, 0.4, 0.8, 1}

// shadeOf grows with the logarithm of the count: one meeting is seen, and twenty
// do not drown five.
func shadeOf(count, most int) float64 {
	if most <= 1 {
		return shades[0]
	}
	top := float64(len(shades) - 1)
	return shades[int(math.Round(top*math.Log(float64(count))/math.Log(float64(most))))]
}

func shadeKey() key {
	return key{"few to many", float64(len(shades)) * 14, func(at point) (drawn []shape) {
		for i, shade := range shades {
			drawn = append(drawn, rectangle(at.x+float64(i)*14, at.y-5, 12, 10, PersonInk, shade))
		}
		return drawn
	}}
}

// busiest are the actors with most events that happened with each other, most
// first, and how many there would have been. Places meet nobody and are left out.
func busiest(n network, most int) (actors []schema.Actor, all int) {
	shown := map[string]bool{}
	total := func() map[string]int {
		total := map[string]int{}
		for _, t := range n.ties {
			places := n.actors[t.a].Kind == schema.Place || n.actors[t.b].Kind == schema.Place
			if !places && t.counts[happened] > 0 && (len(shown) == 0 || shown[t.a] && shown[t.b]) {
				total[t.a] += t.counts[happened]
				total[t.b] += t.counts[happened]
			}
		}
		return total
	}
	for id := range total() {
		actors = append(actors, n.actors[id])
	}
	events := total()
	slices.SortFunc(actors, func(a, b schema.Actor) int {
		return cmp.Or(cmp.Compare(events[b.ID], events[a.ID]), cmp.Compare(a.ID, b.ID))
	})
	all = len(actors)
	actors = actors[:min(most, all)]
	for _, a := range actors {
		shown[a.ID] = true
	}
	if len(shown) > 0 { // an empty row would say nothing
		left := total()
		actors = slices.DeleteFunc(actors, func(a schema.Actor) bool { return left[a.ID] == 0 })
	}
	return actors, all
}

// together orders actors so that who deals with each other stands together:
// always next is who has most to do with those that stand already, those that
// stand last counting most; when nobody has, the busiest.
func together(n network, actors []schema.Actor) []schema.Actor {
	weight := map[[2]string]float64{}
	for _, t := range n.ties {
		weight[[2]string{t.a, t.b}] = float64(t.counts[happened])
		weight[[2]string{t.b, t.a}] = float64(t.counts[happened])
	}
	pull := make([]float64, len(actors)) // of those that stand, on each that does not
	rest := slices.Clone(actors)
	ordered := make([]schema.Actor, 0, len(actors))
	for len(rest) > 0 {
		next := 0
		for i := range rest {
			if pull[i] > pull[next] {
				next = i
			}
		}
		a := rest[next]
		ordered = append(ordered, a)
		rest, pull = slices.Delete(rest, next, next+1), slices.Delete(pull, next, next+1)
		for i := range rest {
			pull[i] = pull[i]*0.75 + weight[[2]string{a.ID, rest[i].ID}]
		}
	}
	return ordered
}
