package graph

import (
	"math"
	"slices"
)

// The centralities are written here rather than taken from gonum: gonum's walk
// maps, so that their last digits, and with them the order of equals, change
// from run to run; and its betweenness takes minutes where this takes seconds.

// arc is an edge out of an actor.
type arc struct {
	to     int64
	weight float64
}

// arcs lists the edges out of every actor, in order; undirected ones both ways.
func (n *actorNetwork) arcs(weights map[[2]int64]float64, undirected bool) [][]arc {
	out := make([][]arc, len(n.actors))
	for e, w := range weights {
		if e[0] == e[1] {
			continue
		}
		out[e[0]] = append(out[e[0]], arc{e[1], w})
		if undirected {
			out[e[1]] = append(out[e[1]], arc{e[0], w})
		}
	}
	for _, list := range out {
		slices.SortFunc(list, func(a, b arc) int { return int(a.to - b.to) })
	}
	return out
}

// pageRank is Page and Brin's with weighted edges; what actors without edges
// out would pass on is spread over all. It ends when no score moves by more
// than tolerance. The scores sum to one.
func (n *actorNetwork) pageRank(damping, tolerance float64) []float64 {
	size := len(n.actors)
	out := n.arcs(n.weight, false)
	total := make([]float64, size)
	for i, list := range out {
		for _, a := range list {
			total[i] += a.weight
		}
	}
	rank := make([]float64, size)
	for i := range rank {
		rank[i] = 1 / float64(size)
	}
	const most = 200 // 0.85^200 is far below any tolerance
	for range most {
		next := make([]float64, size)
		lost := 0.0
		for i, list := range out {
			if total[i] == 0 {
				lost += rank[i]
			}
			for _, a := range list {
				next[a.to] += damping * rank[i] * a.weight / total[i]
			}
		}
		moved := 0.0
		for i := range next {
			next[i] += (1 - damping + damping*lost) / float64(size)
			moved = math.Max(moved, math.Abs(next[i]-rank[i]))
		}
		rank = next
		if moved < tolerance {
			break
		}
	}
	return rank
}

// betweenness counts for every actor the shortest paths between two others
// that lead over it, each path of several equal ones for its share (Brandes,
// A faster algorithm for betweenness centrality, 2001).
func (n *actorNetwork) betweenness() []float64 {
	size := len(n.actors)
	out := n.arcs(n.both, true)
	score := make([]float64, size)
	b := brandes{dist: make([]int, size), paths: make([]float64, size), share: make([]float64, size), order: make([]int64, 0, size)}
	for s := range out {
		b.search(out, int64(s))
		for i := len(b.order) - 1; i > 0; i-- {
			w := b.order[i]
			for _, a := range out[w] {
				if b.dist[a.to] == b.dist[w]-1 {
					b.share[a.to] += b.paths[a.to] / b.paths[w] * (1 + b.share[w])
				}
			}
			score[w] += b.share[w]
		}
	}
	for i := range score {
		score[i] /= 2 // each path was found from both ends
	}
	return score
}

// brandes is the state of one search from a source.
type brandes struct {
	dist         []int // -1 where not reached
	paths, share []float64
	order        []int64 // by distance
}

func (b *brandes) search(out [][]arc, source int64) {
	for i := range b.dist {
		b.dist[i], b.paths[i], b.share[i] = -1, 0, 0
	}
	b.dist[source], b.paths[source] = 0, 1
	b.order = append(b.order[:0], source)
	for i := 0; i < len(b.order); i++ {
		v := b.order[i]
		for _, a := range out[v] {
			if b.dist[a.to] < 0 {
				b.dist[a.to] = b.dist[v] + 1
				b.order = append(b.order, a.to)
			}
			if b.dist[a.to] == b.dist[v]+1 {
				b.paths[a.to] += b.paths[v]
			}
		}
	}
}
