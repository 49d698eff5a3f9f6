package picture

import (
	"cmp"
	"fmt"
	"math"
	"slices"

	"github.com/entente-kg/entente/schema"
)

const rowHeight = 25.0

// seat is where a neighbour sits.
type seat struct {
	actor schema.Actor
	tie   tie
	at    point
	left  bool
}

// Ego draws one actor in the middle and everybody it deals with around it, at
// most Options.Most of them, those with most events first.
//
// Neighbours sit on an ellipse at equal steps of height, half of them left and
// half right, so each label has a row of its own and reads away from the middle.
// Actors of one kind and country sit together. Faint lines are ties among neighbours.
func Ego(center schema.Actor, events []schema.Event, o Options) *Canvas {
	n := networkOf(events)
	seats, all := seatNeighbours(n, center.ID, o.most())
	name := width(shorten(center.Name, 40), 15, true)
	radius := egoRadius(len(seats), name)
	leftRoom, rightRoom := placeSeats(seats, radius)
	needed := math.Ceil(2*margin + leftRoom + rightRoom + 2*radius.x)
	c := &Canvas{Theme: o.Theme, Title: "Ties of " + center.Name, Width: math.Max(needed, legendWidth)}
	centerAt := point{margin + leftRoom + radius.x + (c.Width-needed)/2, headingRoom + radius.y + 10}
	for i := range seats {
		seats[i].at.x += centerAt.x
		seats[i].at.y += centerAt.y
	}
	c.heading(shorten(center.Name, 48), egoSubtitle(seats, all))
	among := c.betweenNeighbours(n, seats)
	for _, s := range seats {
		c.egoTie(centerAt, s)
	}
	for _, s := range seats {
		c.seat(s)
	}
	c.namePlate(center, centerAt, name)
	c.footer(centerAt.y+radius.y, o.Caption, egoKeys(center, seats, among))
	return c
}

// egoRadius is half the axes of the ellipse: room for a row for each neighbour of
// a side, and between the name in the middle and the markers for their lines.
func egoRadius(neighbours int, name float64) point {
	height := math.Max(230, float64((neighbours+1)/2)*rowHeight)
	return point{math.Max(math.Max(190, height*0.46), name/2+130), height / 2}
}

// Around keeps the events of an actor and those among whom it deals with: all
// that [Ego] draws.
func Around(center string, events []schema.Event) []schema.Event {
	near := map[string]bool{center: true}
	for _, t := range networkOf(events).ties {
		if t.a == center || t.b == center {
			near[t.other(center)] = true
		}
	}
	return slices.DeleteFunc(slices.Clone(events), func(e schema.Event) bool {
		return !slices.ContainsFunc(e.Dyads(), func(d schema.Dyad) bool { return d.Target != nil && near[d.Source.ID] && near[d.Target.ID] })
	})
}

func egoSubtitle(seats []seat, all int) string {
	events := 0
	for _, s := range seats {
		events += s.tie.total()
	}
	if len(seats) < all {
		return fmt.Sprintf("the %d it deals with most, of %d, in %s", len(seats), all, counted(events, "event"))
	}
	return fmt.Sprintf("deals with %s in %s", counted(all, "actor"), counted(events, "event"))
}

// seatNeighbours picks the neighbours and orders them around the ellipse. It
// returns how many there would have been, too.
func seatNeighbours(n network, center string, most int) (seats []seat, all int) {
	for _, t := range n.ties {
		if t.a != center && t.b != center {
			continue
		}
		all++
		if len(seats) < most {
			seats = append(seats, seat{actor: n.actors[t.other(center)], tie: t})
		}
	}
	slices.SortFunc(seats, func(a, b seat) int {
		return cmp.Or(compareKinds(a.actor.Kind, b.actor.Kind), cmp.Compare(a.actor.Country, b.actor.Country),
			cmp.Compare(a.actor.Name, b.actor.Name), cmp.Compare(a.actor.ID, b.actor.ID))
	})
	return seats, all
}

// placeSeats gives every seat its place around the origin, down the right side
// and up the left, and returns the room the labels of either side take.
func placeSeats(seats []seat, radius point) (leftRoom, rightRoom float64) {
	right := (len(seats) + 1) / 2
	for i := range seats {
		s := &seats[i]
		row, rows := i, right
		if i >= right {
			row, rows, s.left = len(seats)-1-i, len(seats)-right, true
		}
		y := radius.y * (2*(float64(row)+0.5)/float64(rows) - 1)
		x := radius.x * math.Sqrt(1-float64(y*y)/float64(radius.y*radius.y))
		room := seatWidth(*s) + 20 + x - radius.x
		if s.left {
			s.at, leftRoom = point{-x, y}, math.Max(leftRoom, room)
		} else {
			s.at, rightRoom = point{x, y}, math.Max(rightRoom, room)
		}
	}
	return leftRoom, rightRoom
}

func (s seat) name() string { return shorten(s.actor.Name, 36) }

// counts says how often, where it was more than once.
func (s seat) counts() string {
	if n := s.tie.total(); n > 1 {
		return fmt.Sprintf("%d×", n)
	}
	return ""
}

func seatWidth(s seat) float64 {
	w := width(s.name(), labelSize, false)
	if s.counts() != "" {
		w += 6 + width(s.counts(), smallSize, false)
	}
	return w
}

// seat draws a neighbour: marker, name beside it, and how often beside that.
func (c *Canvas) seat(s seat) {
	c.add(marker(s.actor.Kind, s.at, 7))
	y, gap, side := s.at.y+labelSize*0.35, 13.0, start
	next := gap + width(s.name(), labelSize, false) + 6
	if s.left {
		gap, next, side = -gap, -next, end
	}
	c.add(label{at: point{s.at.x + gap, y}, text: s.name(), size: labelSize, ink: Text, anchor: side})
	if s.counts() != "" {
		c.add(label{at: point{s.at.x + next, y}, text: s.counts(), size: smallSize, ink: Faint, anchor: side})
	}
}

// egoTie bundles all events with one neighbour into at most three parallel
// lines, one a standing, the thicker the more events.
func (c *Canvas) egoTie(from point, s seat) {
	bundle := -3.0
	for _, n := range s.tie.counts {
		if n > 0 {
			bundle += thickness(n) + 3
		}
	}
	across, length := -bundle/2, math.Hypot(s.at.x-from.x, s.at.y-from.y)
	for st, n := range s.tie.counts {
		if n == 0 {
			continue
		}
		off := across + thickness(n)/2
		across += thickness(n) + 3
		dx, dy := (s.at.y-from.y)/length*off, -(s.at.x-from.x)/length*off
		a, b := point{from.x + dx, from.y + dy}, point{s.at.x + dx, s.at.y + dy}
		c.add(polyline{points: []point{a, b}, ink: inkOf(s.actor.Kind), width: thickness(n), dashed: standing(st) == planned})
		if standing(st) == crossed {
			c.add(cross(between(a, b, 0.72), 4)...)
		}
	}
}

func thickness(n int) float64 { return math.Min(7, 1+math.Sqrt(float64(n))*0.7) }

// betweenNeighbours draws the ties among neighbours, and says whether there are any.
func (c *Canvas) betweenNeighbours(n network, seats []seat) (any bool) {
	at := map[string]point{}
	for _, s := range seats {
		at[s.actor.ID] = s.at
	}
	for _, t := range n.ties {
		a, okA := at[t.a]
		b, okB := at[t.b]
		if okA && okB {
			c.add(polyline{points: []point{a, b}, ink: Line, width: 1, faded: true, dashed: t.counts[happened] == 0})
			any = true
		}
	}
	return any
}

// namePlate is the actor in the middle: its name on a plate of its colour,
// round for a person, over all lines.
func (c *Canvas) namePlate(a schema.Actor, at point, name float64) {
	corner, w, h := 4.0, name+32, 34.0
	if a.Kind == schema.Person {
		corner = h / 2
	}
	c.add(plate{at.x - w/2 - 3, at.y - h/2 - 3, w + 6, h + 6, corner + 3, Background},
		plate{at.x - w/2, at.y - h/2, w, h, corner, inkOf(a.Kind)},
		label{at: point{at.x, at.y + 5}, text: shorten(a.Name, 40), size: 15, ink: Background, anchor: middle, bold: true})
}

func egoKeys(center schema.Actor, seats []seat, among bool) []key {
	kinds, drawn, several := map[schema.Kind]bool{center.Kind: true}, [3]bool{}, false
	for _, s := range seats {
		kinds[s.actor.Kind] = true
		several = several || s.tie.total() > 1
		for st, n := range s.tie.counts {
			drawn[st] = drawn[st] || n > 0
		}
	}
	keys := keysOf(kinds, drawn)
	if several {
		keys = append(keys, key{"2× how often; thicker is more often", 0, nil})
	}
	if among {
		keys = append(keys, key{"among themselves", 24, func(at point) []shape {
			return []shape{polyline{points: []point{at, {at.x + 24, at.y}}, ink: Line, width: 1, faded: true}}
		}})
	}
	return keys
}
