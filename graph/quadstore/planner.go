package quadstore

import (
	"context"
	"fmt"

	"github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/cayley/graph/iterator"
	"github.com/cayleygraph/cayley/graph/kv"
	"github.com/cayleygraph/cayley/graph/refs"
	"github.com/cayleygraph/cayley/query/shape"
	"github.com/cayleygraph/quad"
)

// planner gives cayley's key-value store what its query planner lacks:
// numbers. Without them cayley takes every scan for half the store and starts
// a query at whichever end comes first, which on a million quads is the
// difference between milliseconds and ten seconds.
type planner struct {
	*kv.QuadStore
	store *kvStore
}

var _ shape.Optimizer = (*planner)(nil)

// countBound is how far a scan is counted before it is called long.
const countBound = 2000

// Close does nothing: the database belongs to the store.
func (p *planner) Close() error { return nil }

// ApplyDeltas refuses: writing goes through [Store.Update].
func (p *planner) ApplyDeltas([]graph.Delta, graph.IgnoreOpts) error { return ErrReadOnly }

// NewQuadWriter refuses: writing goes through [Store.Update].
func (p *planner) NewQuadWriter() (quad.WriteCloser, error) { return nil, ErrReadOnly }

// QuadIteratorSize counts the quads with v in direction d, up to a bound.
func (p *planner) QuadIteratorSize(ctx context.Context, d quad.Direction, v graph.Ref) (refs.Size, error) {
	id, ok := v.(kv.Int64Value)
	if !ok {
		return refs.Size{Exact: true}, nil
	}
	var pat Pattern
	pat[position(d)] = Ref(id)
	return p.count(ctx, pat)
}

// QuadIterator walks the quads with v in direction d.
func (p *planner) QuadIterator(d quad.Direction, v graph.Ref) iterator.Shape {
	id, ok := v.(kv.Int64Value)
	if !ok {
		return p.QuadStore.QuadIterator(d, v)
	}
	var pat Pattern
	pat[position(d)] = Ref(id)
	return &sized{Shape: p.QuadStore.QuadIterator(d, v), planner: p, pattern: pat}
}

func position(d quad.Direction) int { return int(d) - int(quad.Subject) }

// OptimizeShape turns a selection of quads by several directions into one scan
// of the index that knows most of them; what it does not know is filtered.
func (p *planner) OptimizeShape(_ context.Context, s shape.Shape) (shape.Shape, bool) {
	switch s := s.(type) {
	case shape.Quads:
		return joinOf(s)
	case shape.Union:
		return unionOf(s)
	}
	action, ok := s.(shape.QuadsAction)
	if !ok || len(action.Filter) == 0 {
		return s, false
	}
	var pat Pattern
	for d, v := range action.Filter {
		id, ok := v.(kv.Int64Value)
		if !ok {
			return s, false
		}
		pat[position(d)] = Ref(id)
	}
	ind, _, bound := bestIndex(indexes(), pat)
	if bound < 2 {
		return s, false
	}
	scan := indexScan{index: ind, pattern: pat, bound: bound}
	rest := shape.Quads{}
	for d, v := range action.Filter {
		if !scan.knows(position(d)) {
			rest = append(rest, shape.QuadFilter{Dir: d, Values: shape.Fixed{v}})
		}
	}
	if len(rest) == 0 {
		return action.SimplifyFrom(scan), true
	}
	return action.SimplifyFrom(shape.IntersectShapes(scan, rest)), true
}

// unionOf drops the parts that find nothing: cayley panics on them when it
// builds the union.
func unionOf(parts shape.Union) (shape.Shape, bool) {
	var kept shape.Union
	for _, part := range parts {
		if !shape.IsNull(part) {
			kept = append(kept, part)
		}
	}
	switch {
	case len(kept) == len(parts):
		return parts, false
	case len(kept) == 0:
		return shape.Null{}, true
	case len(kept) == 1:
		return kept[0], true
	}
	return kept, true
}

// indexScan is a shape: the quads under a prefix of an index.
type indexScan struct {
	index   index
	pattern Pattern
	bound   int // how many directions of the index are bound
}

func (s indexScan) knows(position int) bool {
	for _, d := range s.index.dirs[:s.bound] {
		if d == position {
			return true
		}
	}
	return false
}

// BuildIterator is part of shape.Shape.
func (s indexScan) BuildIterator(qs graph.QuadStore) iterator.Shape {
	p, err := plannerOf(qs)
	if err != nil {
		return iterator.NewError(err)
	}
	scan := kv.IndexScan{}
	known := Pattern{}
	dirs := [...]quad.Direction{quad.Subject, quad.Predicate, quad.Object, quad.Label}
	for i, d := range s.index.dirs {
		scan.Index.Dirs = append(scan.Index.Dirs, dirs[d])
		if i < s.bound {
			scan.Values = append(scan.Values, uint64(s.pattern[d]))
			known[d] = s.pattern[d]
		}
	}
	return &sized{Shape: scan.BuildIterator(p.QuadStore), planner: p, pattern: known}
}

func plannerOf(qs graph.QuadStore) (*planner, error) {
	for {
		outer, ok := qs.(interface{ Unwrap() graph.QuadStore })
		if !ok {
			break
		}
		qs = outer.Unwrap()
	}
	p, ok := qs.(*planner)
	if !ok {
		return nil, fmt.Errorf("quadstore: index scan on %T", qs)
	}
	return p, nil
}

// Optimize is part of shape.Shape.
func (s indexScan) Optimize(context.Context, shape.Optimizer) (shape.Shape, bool) { return s, false }

// sized is a scan that knows how long it is.
type sized struct {
	iterator.Shape
	planner *planner
	pattern Pattern
}

func (s *sized) Optimize(context.Context) (iterator.Shape, bool) { return s, false }

func (s *sized) Stats(ctx context.Context) (iterator.Costs, error) {
	size, err := s.planner.count(ctx, s.pattern)
	return iterator.Costs{ContainsCost: 1, NextCost: 2, Size: size}, err
}

// count counts what the index holds under the bound directions of p; past
// countBound it says half the store, like cayley, which sorts it behind
// everything that was counted.
func (p *planner) count(ctx context.Context, pat Pattern) (refs.Size, error) {
	view, err := p.store.View(ctx)
	if err != nil {
		return refs.Size{}, err
	}
	defer view.Close()
	ind, prefix, _ := bestIndex(indexes(), pat)
	n := int64(0)
	err = view.(*kvView).scan(ind, prefix, func(_, list []byte) (bool, error) {
		err := eachID(list, func(uint64) bool { n++; return n < countBound })
		return n < countBound, err
	})
	if err != nil || n < countBound {
		return refs.Size{Value: n, Exact: true}, err
	}
	return refs.Size{Value: countBound + p.Size()/2}, nil
}

// Planned reports whether a store plans for whoever embeds it. Cayley's SQL
// store does not: its plans run on itself only.
func Planned(qs graph.QuadStore) bool {
	_, ok := qs.(*planner)
	return ok
}

// Scan is one step of a query plan: the index it reads and what it is bound to.
type Scan struct {
	Index string
	Bound Pattern
	Each  string // the direction it is read for each result of the step before; "" when read once
}

// Scans lists the index scans at the top of an optimised shape.
func Scans(s shape.Shape) []Scan {
	switch s := s.(type) {
	case indexScan:
		bound := Pattern{}
		for _, d := range s.index.dirs[:s.bound] {
			bound[d] = s.pattern[d]
		}
		return []Scan{{Index: string(s.index.bucket), Bound: bound}}
	case indexJoin:
		bound := s.known
		bound[position(s.each.Dir)] = 1
		ind, _, n := bestIndex(indexes(), bound)
		scan := Scan{Index: string(ind.bucket), Bound: Pattern{}, Each: s.each.Dir.String()}
		for _, d := range ind.dirs[:n] {
			scan.Bound[d] = s.known[d]
		}
		return append(Scans(s.each.Values), scan)
	case shape.Union:
		var scans []Scan
		for _, part := range s {
			scans = append(scans, Scans(part)...)
		}
		return scans
	case shape.NodesFrom:
		return Scans(s.Quads)
	case shape.Intersect:
		var scans []Scan
		for _, part := range s {
			scans = append(scans, Scans(part)...)
		}
		return scans
	}
	return nil
}
