package graph

import (
	"math"
	"slices"
)

// top checks every measure against a dense matrix of who is joined to whom.
func (c *checker) top() {
	var ids []string
	joined := map[[2]string]float64{} // both ways
	points := map[[2]string]float64{} // as the relation does
	for _, r := range c.b.happenings(nil, c.f, false) {
		x, y := r.Source.ID, r.Target.ID
		if y == "" {
			continue
		}
		ids = append(ids, x, y)
		points[[2]string{x, y}]++
		if symmetric(r.Relation) {
			points[[2]string{y, x}]++
		}
		if x != y {
			joined[[2]string{x, y}]++
			joined[[2]string{y, x}]++
		}
	}
	slices.Sort(ids)
	ids = slices.Compact(ids)
	for _, m := range Measures() {
		ranked, err := c.s.Top(c.ctx, m, c.f)
		if err != nil || len(ranked) != len(ids) {
			c.Fatalf("%s: %d actors, %v, want %q", m, len(ranked), err, ids)
		}
		for i, r := range ranked {
			want := score(m, r.ID, ids, joined, points)
			if math.Abs(r.Score-want) > 1e-6 {
				c.Fatalf("%s of %s: %g, want %g (%v)", m, r.ID, r.Score, want, joined)
			}
			if m != Community && i > 0 && r.Score > ranked[i-1].Score {
				c.Fatalf("%s is not ranked: %+v", m, ranked)
			}
		}
	}
}

func score(m Measure, id string, ids []string, joined, points map[[2]string]float64) (s float64) {
	switch m {
	case PageRank:
		return walk(ids, points)[id]
	case Betweenness:
		return between(id, ids, joined)
	}
	for _, other := range ids {
		if w := joined[[2]string{id, other}]; m == Degree && w > 0 {
			s++
		} else if m != Degree {
			s += w
		}
	}
	return s
}

// walk is PageRank by five hundred steps over every pair.
func walk(ids []string, points map[[2]string]float64) map[string]float64 {
	rank := map[string]float64{}
	for _, id := range ids {
		rank[id] = 1 / float64(len(ids))
	}
	for range 500 {
		next := map[string]float64{}
		for _, from := range ids {
			total := 0.0
			for _, to := range ids {
				if to != from {
					total += points[[2]string{from, to}]
				}
			}
			for _, to := range ids {
				share := 1 / float64(len(ids))
				if total > 0 {
					share = points[[2]string{from, to}] / total
				}
				if total == 0 || from != to {
					next[to] += 0.85 * rank[from] * share
				}
			}
		}
		for _, id := range ids {
			next[id] += 0.15 / float64(len(ids))
		}
		rank = next
	}
	return rank
}

// between counts the shortest paths over an actor by trying every path.
func between(over string, ids []string, joined map[[2]string]float64) (sum float64) {
	for i, a := range ids {
		for _, b := range ids[i+1:] {
			if a == over || b == over {
				continue
			}
			best, all, through := math.MaxInt, 0.0, 0.0
			var try func(chain []string)
			try = func(chain []string) {
				here := chain[len(chain)-1]
				if len(chain) > best {
					return
				}
				if here == b && len(chain) < best {
					best, all, through = len(chain), 0, 0
				}
				if here == b {
					all++
					if slices.Contains(chain, over) {
						through++
					}
					return
				}
				for _, next := range ids {
					if joined[[2]string{here, next}] > 0 && !slices.Contains(chain, next) {
						try(append(slices.Clone(chain), next))
					}
				}
			}
			try([]string{a})
			if all > 0 {
				sum += through / all
			}
		}
	}
	return sum
}
