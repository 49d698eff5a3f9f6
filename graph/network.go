package graph

import (
	"cmp"
	"slices"

	"github.com/entente-kg/entente/schema"
)

func symmetric(relation string) bool {
	rel := schema.RelationNamed(relation)
	return rel != nil && rel.Symmetric
}

// actorNetwork is the graph of who is paired with whom in the rows of an answer.
type actorNetwork struct {
	actors []Who                // by ID
	number map[string]int64     // ID → position
	weight map[[2]int64]float64 // happenings from the first to the second
	both   map[[2]int64]float64 // happenings that join the two, the smaller number first
}

// networkOf joins the actors of rows: an edge weighs as many happenings as join
// the two. Rows with one actor only count for nothing.
func networkOf(rows []Row) *actorNetwork {
	n := &actorNetwork{number: map[string]int64{}, weight: map[[2]int64]float64{}, both: map[[2]int64]float64{}}
	seen := map[string]Who{}
	for i := range rows {
		if r := &rows[i]; r.Target.ID != "" {
			seen[r.Source.ID], seen[r.Target.ID] = r.Source, r.Target
		}
	}
	for _, w := range seen {
		n.actors = append(n.actors, w)
	}
	slices.SortFunc(n.actors, func(a, b Who) int { return cmp.Compare(a.ID, b.ID) })
	for i, w := range n.actors {
		n.number[w.ID] = int64(i)
	}
	for i := range rows {
		r := &rows[i]
		if r.Target.ID == "" {
			continue
		}
		a, b := n.number[r.Source.ID], n.number[r.Target.ID]
		n.weight[[2]int64{a, b}]++
		if symmetric(r.Relation) {
			n.weight[[2]int64{b, a}]++
		}
		if a != b {
			n.both[[2]int64{min(a, b), max(a, b)}]++
		}
	}
	return n
}
