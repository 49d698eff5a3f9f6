package picture

import (
	"cmp"
	"math"
	"slices"

	"github.com/entente-kg/entente/schema"
)

// Options are common to all pictures.
type Options struct {
	Theme   Theme
	Caption string // filters, number of articles, hash of the corpus: see [Caption]
	Most    int    // how many actors are shown at most; 0 means 60
}

func (o Options) most() int {
	if o.Most == 0 {
		return 60
	}
	return o.Most
}

// standing is how a line is drawn: by whether it happened.
type standing int

const (
	happened standing = iota
	planned
	crossed
)

func standingOf(s schema.Status) standing {
	switch s {
	case schema.Occurred, schema.Ongoing:
		return happened
	case schema.Planned:
		return planned
	}
	return crossed
}

// tie is all that joins two actors, bundled: how many events of each standing.
type tie struct {
	a, b   string // actor IDs, a < b
	counts [3]int
}

func (t tie) total() int { return t.counts[happened] + t.counts[planned] + t.counts[crossed] }

// other is the actor at the far side of id.
func (t tie) other(id string) string {
	if t.a == id {
		return t.b
	}
	return t.a
}

// network is the actors and ties of a set of events.
type network struct {
	actors map[string]schema.Actor
	ties   []tie // most events first, then by IDs
}

func networkOf(events []schema.Event) network {
	n := network{actors: map[string]schema.Actor{}}
	index := map[[2]string]int{}
	for i := range events {
		for _, d := range events[i].Dyads() {
			n.actors[d.Source.ID] = d.Source.Actor
			if d.Target == nil {
				continue
			}
			n.actors[d.Target.ID] = d.Target.Actor
			pair := [2]string{min(d.Source.ID, d.Target.ID), max(d.Source.ID, d.Target.ID)}
			at, seen := index[pair]
			if !seen {
				at = len(n.ties)
				index[pair] = at
				n.ties = append(n.ties, tie{a: pair[0], b: pair[1]})
			}
			n.ties[at].counts[standingOf(events[i].Status)]++
		}
	}
	slices.SortFunc(n.ties, func(s, t tie) int {
		return cmp.Or(cmp.Compare(t.total(), s.total()), cmp.Compare(s.a, t.a), cmp.Compare(s.b, t.b))
	})
	return n
}

func inkOf(k schema.Kind) Ink {
	switch k {
	case schema.Person:
		return PersonInk
	case schema.State:
		return StateInk
	case schema.Organisation:
		return OrganisationInk
	case schema.Place:
		return PlaceInk
	}
	return GroupInk
}

// marker draws an actor: round for people, square for bodies, a pin for places.
func marker(k schema.Kind, at point, r float64) shape { return inked(k, at, r, inkOf(k)) }

func inked(k schema.Kind, at point, r float64, ink Ink) shape {
	switch k {
	case schema.Person:
		return circle{at, r, ink}
	case schema.Place:
		return pin(at, r, ink)
	}
	return rectangle(at.x-r, at.y-r, 2*r, 2*r, ink, 1)
}

// pin is a drop with its point below, as maps have them.
func pin(at point, r float64, ink Ink) polygon {
	const steps = 24
	ps := []point{{at.x, at.y + r*1.5}}
	for i := range steps + 1 { // over the top, from the left flank to the right
		sin, cos := math.Sincos(math.Pi*(5.0/6) + math.Pi*(4.0/3)*float64(i)/steps)
		ps = append(ps, point{at.x + float64(r*cos), at.y - r*0.15 + float64(r*sin)})
	}
	return polygon{ps, ink, 1}
}

// hollow draws an actor in what did not happen, or not yet.
func hollow(k schema.Kind, at point, r float64) []shape {
	return []shape{marker(k, at, r), inked(k, at, r-2.2, Background)}
}
