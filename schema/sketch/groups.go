package sketch

import (
	"cmp"
	"math"
	"slices"
)

// MinHash (Broder 1997) finds the pairs worth a look: the lowest of a text's
// runs, under one of many ways to order them, is the lowest of another's with
// the probability of their resemblance. Of two texts that are copies at the
// least resemblance Copies allows, 0.3, one band of two such ways agrees with
// a probability of 0.998; of two at 0.6, never is one missed in practice.
const (
	bands     = 64
	bandWidth = 2
)

// Named is a sketch with the ID of its article.
type Named struct {
	ID     string
	Sketch Sketch
}

// Group is a set of articles that tell one story in the same words.
type Group struct {
	IDs   []string // sorted
	Share float64  // the least resemblance by which one of them was linked to another
}

// Groups finds the groups of copies among articles. An article is in one group
// at most: copies of copies are of one story. The order of the articles does
// not matter; articles without a text are in no group.
func Groups(articles []Named) []Group {
	articles = slices.DeleteFunc(slices.Clone(articles), func(a Named) bool { return a.Sketch.total == 0 })
	slices.SortFunc(articles, func(a, b Named) int { return cmp.Or(cmp.Compare(a.ID, b.ID), a.Sketch.compare(b.Sketch)) })
	lowest := make([][bands * bandWidth]uint32, len(articles))
	for i := range articles {
		lowest[i] = minima(articles[i].Sketch.runs)
	}
	f := newForest(len(articles))
	for band := range bands {
		for _, like := range alike(lowest, band) {
			f.join(articles, like)
		}
	}
	return f.groups(articles)
}

// minima are the lowest of the runs in each order. An order is that of the
// runs multiplied by an odd number and shifted, all modulo 2³².
func minima(runs []uint32) (lowest [bands * bandWidth]uint32) {
	for i := range lowest {
		factor, shift := order(i)
		low := uint32(math.MaxUint32)
		for _, r := range runs {
			low = min(low, r*factor+shift)
		}
		lowest[i] = low
	}
	return lowest
}

// order is the i-th way to order runs (numbers of splitmix64, which are spread evenly).
func order(i int) (factor, shift uint32) {
	z := (uint64(i) + 1) * 0x9e3779b97f4a7c15
	z = (z ^ z>>30) * 0xbf58476d1ce4e5b9
	z = (z ^ z>>27) * 0x94d049bb133111eb
	z ^= z >> 31
	return uint32(z) | 1, uint32(z >> 32)
}

// alike lists the articles that agree in a band, in groups of two and more.
func alike(lowest [][bands * bandWidth]uint32, band int) (groups [][]int) {
	key := func(i int) uint64 { return uint64(lowest[i][2*band])<<32 | uint64(lowest[i][2*band+1]) }
	order := make([]int, len(lowest))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(i, j int) int { return cmp.Or(cmp.Compare(key(i), key(j)), cmp.Compare(i, j)) })
	for start := 0; start < len(order); {
		end := start + 1
		for end < len(order) && key(order[end]) == key(order[start]) {
			end++
		}
		if end-start > 1 {
			groups = append(groups, order[start:end])
		}
		start = end
	}
	return groups
}

// forest is a union-find over the articles.
type forest struct {
	parent []int
	share  []float64
}

func newForest(n int) *forest {
	f := &forest{make([]int, n), make([]float64, n)}
	for i := range n {
		f.parent[i], f.share[i] = i, 1
	}
	return f
}

func (f *forest) root(i int) int {
	for f.parent[i] != i {
		f.parent[i] = f.parent[f.parent[i]]
		i = f.parent[i]
	}
	return i
}

// join links those of some articles that are copies of each other.
func (f *forest) join(articles []Named, like []int) {
	for n, i := range like {
		for _, j := range like[:n] {
			a, b := f.root(j), f.root(i)
			if a == b || !articles[i].Sketch.Copies(articles[j].Sketch) {
				continue
			}
			a, b = min(a, b), max(a, b)
			f.parent[b] = a
			f.share[a] = min(f.share[a], f.share[b], articles[i].Sketch.Resemblance(articles[j].Sketch))
		}
	}
}

func (f *forest) groups(articles []Named) (all []Group) {
	members := map[int][]string{}
	for i, a := range articles {
		members[f.root(i)] = append(members[f.root(i)], a.ID)
	}
	for i := range articles {
		if ids := slices.Compact(members[i]); len(ids) > 1 {
			all = append(all, Group{IDs: ids, Share: f.share[i]})
		}
	}
	return all
}
