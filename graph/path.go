package graph

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"github.com/entente-kg/entente/graph/quadstore"
	"github.com/entente-kg/entente/schema"
)

// NoPathError says that two actors are not connected by what the filter admits.
type NoPathError struct{ A, B Who }

func (e *NoPathError) Error() string {
	return fmt.Sprintf("no path leads from %s to %s through such events", e.A.Name, e.B.Name)
}

// Path finds a shortest chain of events from one actor to another: each row is
// a hop, the actor nearer to a as Source where the relation is symmetric, with
// its sentence. Among paths of one length it takes the one with the most
// reported hops, then the first by the IDs on it. Places connect nobody.
func (s *Store) Path(ctx context.Context, a, b string, f Filter) (hops []Row, err error) {
	if err := f.check(); err != nil {
		return nil, err
	}
	ids, err := s.resolveAll(ctx, []string{a, b})
	if err != nil || ids[0] == ids[1] {
		return nil, err
	}
	err = s.read(ctx, func(r *reader) error {
		refs, err := r.refs(ids)
		if err != nil {
			return err
		}
		p := &pathfinder{reader: r, filter: &f, next: map[quadstore.Ref][]quadstore.Ref{}}
		chain, err := p.shortest(refs[0], refs[1])
		if err != nil {
			return err
		}
		for i := 1; i < len(chain); i++ {
			hop, err := p.hop(chain[i-1], chain[i])
			if err != nil {
				return err
			}
			hops = append(hops, hop)
		}
		if len(chain) == 0 {
			from, err := r.who(refs[0])
			if err != nil {
				return err
			}
			to, err := r.who(refs[1])
			if err != nil {
				return err
			}
			return &NoPathError{from, to}
		}
		return nil
	})
	return hops, err
}

// pathfinder searches breadth first from both ends at once, always widening
// the end with fewer actors at its rim.
type pathfinder struct {
	*reader
	filter *Filter
	next   map[quadstore.Ref][]quadstore.Ref // neighbours, sorted by ID
}

// shortest returns the actors on the path, both ends included; nil when there is none.
func (p *pathfinder) shortest(a, b quadstore.Ref) ([]quadstore.Ref, error) {
	dist := [2]map[quadstore.Ref]int{{a: 0}, {b: 0}}
	rim := [2][]quadstore.Ref{{a}, {b}}
	for len(rim[0]) > 0 && len(rim[1]) > 0 {
		side := 0
		if len(rim[1]) < len(rim[0]) {
			side = 1
		}
		wider, err := p.widen(rim[side], dist[side])
		if err != nil {
			return nil, err
		}
		rim[side] = wider
		if slices.ContainsFunc(wider, func(ref quadstore.Ref) bool { _, met := dist[1-side][ref]; return met }) {
			return p.trace(a, b, dist)
		}
	}
	return nil, nil
}

// widen takes one step outwards from a rim and returns the new rim.
func (p *pathfinder) widen(rim []quadstore.Ref, dist map[quadstore.Ref]int) (wider []quadstore.Ref, err error) {
	for _, ref := range rim {
		near, err := p.neighbours(ref)
		if err != nil {
			return nil, err
		}
		for _, n := range near {
			if _, seen := dist[n]; !seen {
				dist[n] = dist[ref] + 1
				wider = append(wider, n)
			}
		}
	}
	return wider, nil
}

// trace follows the distances to the first of the shortest paths. The two
// searches have met: every actor on a shortest path is known to one of them.
func (p *pathfinder) trace(a, b quadstore.Ref, dist [2]map[quadstore.Ref]int) ([]quadstore.Ref, error) {
	best := -1
	for ref, d := range dist[0] {
		if e, ok := dist[1][ref]; ok && (best < 0 || d+e < best) {
			best = d + e
		}
	}
	// How far a node is from b is known within b's circle; nodes of a's circle
	// are tried in order until one leads on.
	chain := []quadstore.Ref{a}
	return chain, p.extend(&chain, b, best, dist)
}

// extend adds to the chain, depth first in the order of neighbours, until it
// reaches b in length steps.
func (p *pathfinder) extend(chain *[]quadstore.Ref, b quadstore.Ref, length int, dist [2]map[quadstore.Ref]int) error {
	done, err := p.try(chain, b, length, dist, map[quadstore.Ref]bool{})
	if err == nil && !done {
		*chain = nil
	}
	return err
}

func (p *pathfinder) try(chain *[]quadstore.Ref, b quadstore.Ref, length int, dist [2]map[quadstore.Ref]int, dead map[quadstore.Ref]bool) (bool, error) {
	here := (*chain)[len(*chain)-1]
	steps := len(*chain) - 1
	if here == b {
		return true, nil
	}
	if steps >= length || dead[here] {
		return false, nil
	}
	near, err := p.neighbours(here)
	if err != nil {
		return false, err
	}
	for _, n := range near {
		fromA, inA := dist[0][n]
		toB, inB := dist[1][n]
		if inA && fromA != steps+1 || inB && steps+1+toB > length || !inA && !inB {
			continue
		}
		*chain = append(*chain, n)
		done, err := p.try(chain, b, length, dist, dead)
		if err != nil || done {
			return done, err
		}
		*chain = (*chain)[:len(*chain)-1]
	}
	dead[here] = true
	return false, nil
}

// neighbours lists whom an actor shares an admitted event with.
func (p *pathfinder) neighbours(actor quadstore.Ref) ([]quadstore.Ref, error) {
	if near, ok := p.next[actor]; ok {
		return near, nil
	}
	events, err := p.involving(actor)
	if err != nil {
		return nil, err
	}
	count := p.counted
	if p.filter.MinSources > 1 {
		count = p.confirmed
	}
	counts, err := count(actor, events)
	if err != nil {
		return nil, err
	}
	near, err := p.ranked(counts)
	p.next[actor] = near
	return near, err
}

// counted counts with whom an actor shares how many admitted events.
func (p *pathfinder) counted(actor quadstore.Ref, events []quadstore.Ref) (map[quadstore.Ref]int, error) {
	counts := map[quadstore.Ref]int{}
	for _, ref := range events {
		e, err := p.event(ref, p.filter)
		if err != nil {
			return nil, err
		}
		if e == nil {
			continue
		}
		if ok, err := p.admitsEvent(e, p.filter); err != nil {
			return nil, err
		} else if !ok {
			continue
		}
		for _, pr := range e.pairs() {
			if pr.source == actor && pr.target != 0 {
				counts[pr.target]++
			} else if pr.target == actor {
				counts[pr.source]++
			}
		}
	}
	return counts, nil
}

// confirmed is counted for happenings that several sources report: only whole
// happenings know how many do.
func (p *pathfinder) confirmed(actor quadstore.Ref, events []quadstore.Ref) (map[quadstore.Ref]int, error) {
	me, err := p.who(actor)
	if err != nil {
		return nil, err
	}
	rows, err := p.happeningsOf(events, actor)
	if err != nil {
		return nil, err
	}
	counts := map[quadstore.Ref]int{}
	for _, c := range Counterparts(rows, me.ID) {
		ref, err := p.Ref(node(c.ID))
		if err != nil {
			return nil, err
		}
		counts[ref] = c.Count
	}
	return counts, nil
}

// happeningsOf groups those events that pair the actors.
func (p *pathfinder) happeningsOf(events []quadstore.Ref, actors ...quadstore.Ref) (rows []Row, err error) {
	f := *p.filter
	f.Limit, f.Reports = 0, false
	for _, ref := range events {
		more, err := p.matching(ref, actors, &f, false)
		if err != nil {
			return nil, err
		}
		rows = append(rows, more...)
	}
	return p.finish(&f, rows)
}

// ranked sorts actors by how often, then by ID, without places.
func (p *pathfinder) ranked(counts map[quadstore.Ref]int) (refs []quadstore.Ref, err error) {
	ids := map[quadstore.Ref]string{}
	for ref := range counts {
		a, err := p.actor(ref)
		if err != nil {
			return nil, err
		}
		if a.Kind != schema.Place {
			ids[ref] = a.ID
			refs = append(refs, ref)
		}
	}
	slices.SortFunc(refs, func(a, b quadstore.Ref) int {
		return cmp.Or(-cmp.Compare(counts[a], counts[b]), cmp.Compare(ids[a], ids[b]))
	})
	return refs, nil
}

// hop is the best reported happening between two neighbours.
func (p *pathfinder) hop(a, b quadstore.Ref) (Row, error) {
	events, err := p.candidates([]quadstore.Ref{a, b}, p.filter)
	if err != nil {
		return Row{}, err
	}
	rows, err := p.happeningsOf(events, a, b)
	if err != nil {
		return Row{}, err
	}
	slices.SortStableFunc(rows, func(x, y Row) int { return -cmp.Compare(x.Sources, y.Sources) })
	if len(rows) == 0 {
		return Row{}, fmt.Errorf("no event joins two neighbours on the path: %w", errCorruptStore)
	}
	return rows[0], nil
}
