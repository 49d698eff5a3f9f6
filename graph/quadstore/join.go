package quadstore

import (
	"context"

	"github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/cayley/graph/iterator"
	"github.com/cayleygraph/cayley/graph/kv"
	"github.com/cayleygraph/cayley/query/shape"
	"github.com/cayleygraph/quad"
)

// indexJoin is a shape: quads of which one direction is what another step
// found and the others are known. Cayley reads all quads of each node found
// and drops what does not match; with an index over both directions only what
// matches need be read.
type indexJoin struct {
	quads shape.Quads // as cayley has it
	each  shape.QuadFilter
	known Pattern
}

// joinOf makes a join of a selection in which all directions but one are known.
func joinOf(quads shape.Quads) (shape.Shape, bool) {
	j := indexJoin{quads: quads}
	for _, f := range quads {
		v, one := shape.One(f.Values)
		id, isRef := v.(kv.Int64Value)
		switch {
		case one && isRef && j.known[position(f.Dir)] == 0:
			j.known[position(f.Dir)] = Ref(id)
		case !one && j.each.Values == nil:
			j.each = f
		default:
			return quads, false
		}
	}
	if j.each.Values == nil || j.known == (Pattern{}) || j.known[position(j.each.Dir)] != 0 {
		return quads, false
	}
	if _, isSave := j.each.Values.(shape.Save); isSave {
		return quads, false // cayley merges these with the scan
	}
	return j, true
}

// Optimize is part of shape.Shape.
func (j indexJoin) Optimize(context.Context, shape.Optimizer) (shape.Shape, bool) { return j, false }

// BuildIterator is part of shape.Shape. Where more nodes were found than there
// are quads to check them against, the plan stays as cayley made it.
func (j indexJoin) BuildIterator(qs graph.QuadStore) iterator.Shape {
	p, err := plannerOf(qs)
	if err != nil {
		return iterator.NewError(err)
	}
	ctx := context.Background()
	within := j.quads.BuildIterator(qs)
	join := graph.NewLinksTo(boundIndexer{p, j.known}, j.each.Values.BuildIterator(qs), j.each.Dir)
	cost, err := join.Stats(ctx)
	if err != nil {
		return iterator.NewError(err)
	}
	if all, err := p.count(ctx, j.known); err != nil || all.Value <= cost.Size.Value/joinFanout {
		return within
	}
	return &joined{each: join, within: within}
}

// joinFanout is what graph.LinksTo supposes a node has of quads.
const joinFanout = 20

// boundIndexer looks quads up by a node and what else is known of them.
type boundIndexer struct {
	*planner
	known Pattern
}

// QuadIterator is part of graph.QuadIndexer.
func (b boundIndexer) QuadIterator(d quad.Direction, v graph.Ref) iterator.Shape {
	id, ok := v.(kv.Int64Value)
	if !ok {
		return b.planner.QuadIterator(d, v)
	}
	pat := b.known
	pat[position(d)] = Ref(id)
	ind, _, bound := bestIndex(indexes(), pat)
	scan := indexScan{index: ind, pattern: pat, bound: bound}
	for i := range pat {
		if pat[i] != 0 && !scan.knows(i) {
			return iterator.NewAnd(scan.BuildIterator(b.planner), b.planner.QuadIterator(quad.Directions[i], kv.Int64Value(pat[i])))
		}
	}
	return scan.BuildIterator(b.planner)
}

// joined walks the join one way and checks a given quad the other.
type joined struct{ each, within iterator.Shape }

func (j *joined) Iterate() iterator.Scanner                         { return j.each.Iterate() }
func (j *joined) Lookup() iterator.Index                            { return j.within.Lookup() }
func (j *joined) SubIterators() []iterator.Shape                    { return j.each.SubIterators() }
func (j *joined) String() string                                    { return "IndexJoin" }
func (j *joined) Stats(ctx context.Context) (iterator.Costs, error) { return j.each.Stats(ctx) }

func (j *joined) Optimize(ctx context.Context) (iterator.Shape, bool) {
	j.each, _ = j.each.Optimize(ctx)
	j.within, _ = j.within.Optimize(ctx)
	return j, false
}
