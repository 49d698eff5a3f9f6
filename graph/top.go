package graph

import (
	"cmp"
	"context"
	"fmt"
	"math/rand/v2"
	"slices"

	gonum "gonum.org/v1/gonum/graph"
	"gonum.org/v1/gonum/graph/community"
	"gonum.org/v1/gonum/graph/simple"
)

// Measure is how actors are ranked.
type Measure string

// The measures. All look at pairs of actors, weighed by the number of
// happenings that join them.
const (
	Degree      Measure = "degree"      // with how many others
	Weight      Measure = "weight"      // in how many happenings
	PageRank    Measure = "pagerank"    // directed, damping 0.85; a symmetric relation points both ways
	Betweenness Measure = "betweenness" // on how many shortest paths, undirected, unweighed
	Community   Measure = "community"   // Louvain, resolution 1; ranked by weight within
)

// Measures lists every measure.
func Measures() []Measure { return []Measure{Degree, Weight, PageRank, Betweenness, Community} }

// Ranked is an actor and its score.
type Ranked struct {
	Who
	Score     float64 `json:"score"`
	Community int     `json:"community,omitempty"` // from 1, the largest first; with Community only
}

// Top ranks the actors in the events that a filter admits.
func (s *Store) Top(ctx context.Context, m Measure, f Filter) ([]Ranked, error) {
	limit := f.Limit
	f.Limit = 0
	if !slices.Contains(Measures(), m) {
		return nil, &FilterError{"measure", string(m), fmt.Sprintf("is none of %v", Measures())}
	}
	rows, err := s.about(ctx, nil, f, false)
	if err != nil {
		return nil, err
	}
	n := networkOf(rows)
	ranked := n.rank(m)
	slices.SortStableFunc(ranked, func(a, b Ranked) int {
		return cmp.Or(cmp.Compare(a.Community, b.Community), -cmp.Compare(a.Score, b.Score), cmp.Compare(a.ID, b.ID))
	})
	if limit > 0 && len(ranked) > limit {
		ranked = ranked[:limit]
	}
	return ranked, nil
}

func (n *actorNetwork) rank(m Measure) []Ranked {
	scores := make([]float64, len(n.actors))
	groups := make([]int, len(n.actors))
	switch m {
	case Degree:
		scores = n.degree()
	case Weight:
		scores = n.strength()
	case PageRank:
		scores = n.pageRank(0.85, 1e-9)
	case Betweenness:
		scores = n.betweenness()
	case Community:
		scores, groups = n.strength(), n.communities()
	}
	ranked := make([]Ranked, len(n.actors))
	for i, w := range n.actors {
		ranked[i] = Ranked{Who: w, Score: scores[i], Community: groups[i]}
	}
	return ranked
}

func (n *actorNetwork) degree() []float64 {
	scores := make([]float64, len(n.actors))
	for e := range n.both {
		scores[e[0]]++
		scores[e[1]]++
	}
	return scores
}

func (n *actorNetwork) strength() []float64 {
	scores := make([]float64, len(n.actors))
	for e, w := range n.both {
		scores[e[0]] += w
		scores[e[1]] += w
	}
	return scores
}

func (n *actorNetwork) undirected() *simple.WeightedUndirectedGraph {
	g := simple.NewWeightedUndirectedGraph(0, 0)
	for i := range n.actors {
		g.AddNode(simple.Node(i))
	}
	for e, w := range n.both {
		g.SetWeightedEdge(simple.WeightedEdge{F: simple.Node(e[0]), T: simple.Node(e[1]), W: w})
	}
	return g
}

// communities numbers Louvain's communities from 1, the largest first. The
// source of chance is fixed: the same events give the same communities.
func (n *actorNetwork) communities() []int {
	groups := make([]int, len(n.actors))
	if len(n.weight) == 0 {
		return groups
	}
	reduced := community.Modularize(n.undirected(), 1, rand.NewPCG(1, 2))
	found := reduced.Communities()
	for _, c := range found {
		slices.SortFunc(c, func(a, b gonum.Node) int { return cmp.Compare(a.ID(), b.ID()) })
	}
	slices.SortFunc(found, func(a, b []gonum.Node) int {
		return cmp.Or(-cmp.Compare(len(a), len(b)), cmp.Compare(a[0].ID(), b[0].ID()))
	})
	for i, c := range found {
		for _, node := range c {
			groups[node.ID()] = i + 1
		}
	}
	return groups
}
