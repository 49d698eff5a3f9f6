package picture

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strconv"

	"github.com/entente-kg/entente/schema"
)

const (
	labelSize = 13.0
	rowHeight = 24.0
	margin    = 28.0
)

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
	seats := seatNeighbours(n, center.ID, o.most())
	rows := (len(seats) + 1) / 2
	height := math.Max(260, float64(rows)*rowHeight)
	radius := point{math.Max(170, height*0.42), height / 2}
	leftRoom, rightRoom := placeSeats(seats, radius)
	c := &Canvas{Theme: o.Theme, Title: "Ties of " + center.Name}
	middleAt := point{margin + leftRoom + radius.x, margin + height/2}
	c.Width, c.Height = 2*margin+leftRoom+rightRoom+2*radius.x, height+2*margin+72
	for i := range seats {
		seats[i].at.x += middleAt.x
		seats[i].at.y += middleAt.y
	}
	c.add(betweenNeighbours(n, seats)...)
	for _, s := range seats {
		c.add(egoTie(middleAt, s)...)
	}
	for _, s := range seats {
		c.add(seatShapes(s)...)
	}
	c.add(marker(center.Kind, middleAt, 13))
	c.add(plaque(center.Name, point{middleAt.x, middleAt.y + 34})...)
	c.footer(o.Caption, legendKinds(center, seats))
	return c
}

// seatNeighbours picks the neighbours and orders them around the ellipse.
func seatNeighbours(n network, center string, most int) []seat {
	var seats []seat
	for _, t := range n.ties {
		if (t.a == center || t.b == center) && len(seats) < most {
			seats = append(seats, seat{actor: n.actors[t.other(center)], tie: t})
		}
	}
	slices.SortFunc(seats, func(a, b seat) int {
		return cmp.Or(cmp.Compare(kindOrder(a.actor.Kind), kindOrder(b.actor.Kind)), cmp.Compare(a.actor.Country, b.actor.Country),
			cmp.Compare(a.actor.Name, b.actor.Name), cmp.Compare(a.actor.ID, b.actor.ID))
	})
	return seats
}

func kindOrder(k schema.Kind) int {
	return slices.Index([]schema.Kind{schema.Person, schema.State, schema.Organisation, schema.Group, schema.Place}, k)
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
		room := width(seatLabel(*s), labelSize, false) + 24 + x - radius.x
		if s.left {
			s.at, leftRoom = point{-x, y}, math.Max(leftRoom, room)
		} else {
			s.at, rightRoom = point{x, y}, math.Max(rightRoom, room)
		}
	}
	return leftRoom, rightRoom
}

// seatLabel is the neighbour's name, with the number of events where there are several.
func seatLabel(s seat) string {
	name := shorten(s.actor.Name, 36)
	if n := s.tie.total(); n > 1 {
		return name + " · " + strconv.Itoa(n)
	}
	return name
}

func seatShapes(s seat) []shape {
	at, anchor := point{s.at.x + 14, s.at.y + labelSize*0.35}, start
	if s.left {
		at.x, anchor = s.at.x-14, end
	}
	return []shape{marker(s.actor.Kind, s.at, 7), label{at: at, text: seatLabel(s), size: labelSize, ink: Text, anchor: anchor}}
}

// egoTie bundles all events with one neighbour into at most three parallel
// lines, one a standing, the thicker the more events.
func egoTie(from point, s seat) (shapes []shape) {
	offset := -float64(kinds(s.tie)-1) / 2
	length := math.Hypot(s.at.x-from.x, s.at.y-from.y)
	for st, n := range s.tie.counts {
		if n == 0 {
			continue
		}
		dx, dy := (s.at.y-from.y)/length*offset*6, -(s.at.x-from.x)/length*offset*6
		a, b := point{from.x + dx, from.y + dy}, point{s.at.x + dx, s.at.y + dy}
		shapes = append(shapes, polyline{points: []point{a, b}, ink: inkOf(s.actor.Kind), width: thickness(n), dashed: standing(st) == planned})
		if standing(st) == crossed {
			shapes = append(shapes, cross(between(a, b, 0.6), 5)...)
		}
		offset++
	}
	return shapes
}

func kinds(t tie) (n int) {
	for _, c := range t.counts {
		if c > 0 {
			n++
		}
	}
	return n
}

func thickness(n int) float64 { return math.Min(7, 1+math.Sqrt(float64(n))*0.7) }

func betweenNeighbours(n network, seats []seat) (shapes []shape) {
	at := map[string]point{}
	for _, s := range seats {
		at[s.actor.ID] = s.at
	}
	for _, t := range n.ties {
		a, okA := at[t.a]
		b, okB := at[t.b]
		if okA && okB {
			shapes = append(shapes, polyline{points: []point{a, b}, ink: Line, width: 1, faded: true, dashed: t.counts[happened] == 0})
		}
	}
	return shapes
}

// plaque is a bold name on a patch of background, readable over lines.
func plaque(name string, at point) []shape {
	name = shorten(name, 40)
	w := width(name, 16, true)
	return []shape{
		rectangle(at.x-w/2-6, at.y-16, w+12, 22, Background, 0.85),
		label{at: at, text: name, size: 16, ink: Text, anchor: middle, bold: true},
	}
}

func legendKinds(center schema.Actor, seats []seat) []schema.Kind {
	seen := []schema.Kind{center.Kind}
	for _, s := range seats {
		if !slices.Contains(seen, s.actor.Kind) {
			seen = append(seen, s.actor.Kind)
		}
	}
	slices.SortFunc(seen, func(a, b schema.Kind) int { return cmp.Compare(kindOrder(a), kindOrder(b)) })
	return seen
}

// Caption is the line below a picture: what was asked, of how much, and the
// hash that names the corpus.
func Caption(filters string, articles int, corpusHash string) string {
	noun := "articles"
	if articles == 1 {
		noun = "article"
	}
	return fmt.Sprintf("%s · %d %s · corpus %s", filters, articles, noun, corpusHash[:min(12, len(corpusHash))])
}
