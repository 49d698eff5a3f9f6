package article

import (
	"cmp"
	"hash/fnv"
	"math/bits"
	"slices"
	"strings"
	"unicode"
)

// Two articles are copies of one story when they share most of their runs of
// three words. Simhash (Charikar 2002) finds the pairs worth a look: the 64 bits
// of two near copies differ in few places, so cut into simBands parts they agree
// in one at least when no more than simBands-1 bits differ. Each pair found so
// is then checked exactly, by the share of runs in common.
const (
	shingleWords = 3
	simBands     = 16
	// SameStory is the share of common runs from which two texts count as copies:
	// a new lead and a paragraph more or less leave as much.
	SameStory = 0.6
)

// Fingerprint is what is kept of a text to compare it with others.
type Fingerprint struct {
	ID       string
	Simhash  uint64
	shingles []uint64 // hashes of the runs of words, sorted, each once
}

// FingerprintOf takes the fingerprint of an article's text.
func FingerprintOf(a *Article) Fingerprint {
	words := strings.FieldsFunc(strings.ToLower(a.Text), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	var shingles []uint64
	for i := 0; i < max(1, len(words)-shingleWords+1); i++ {
		h := fnv.New64a()
		_, _ = h.Write([]byte(strings.Join(words[i:min(len(words), i+shingleWords)], " "))) // never fails
		shingles = append(shingles, h.Sum64())
	}
	slices.Sort(shingles)
	shingles = slices.Compact(shingles)
	return Fingerprint{ID: a.ID, Simhash: simhash(shingles), shingles: shingles}
}

// simhash has the bit that most of the hashes have, in each of the 64 places.
func simhash(hashes []uint64) (sum uint64) {
	var votes [64]int
	for _, h := range hashes {
		for b := range votes {
			if h>>b&1 == 1 {
				votes[b]++
			} else {
				votes[b]--
			}
		}
	}
	for b, v := range votes {
		if v > 0 {
			sum |= 1 << b
		}
	}
	return sum
}

// Share is the share of runs that two texts have in common, 0 to 1 (Jaccard).
func (f Fingerprint) Share(g Fingerprint) float64 {
	common, i, j := 0, 0, 0
	for i < len(f.shingles) && j < len(g.shingles) {
		switch {
		case f.shingles[i] == g.shingles[j]:
			common, i, j = common+1, i+1, j+1
		case f.shingles[i] < g.shingles[j]:
			i++
		default:
			j++
		}
	}
	return float64(common) / float64(len(f.shingles)+len(g.shingles)-common)
}

// Copies is a group of articles that tell one story in nearly the same words.
type Copies struct {
	IDs   []string // sorted
	Share float64  // least share between a copy and the one it was found by
}

// FindCopies groups the articles whose texts are near copies. The order of the
// fingerprints does not matter.
func FindCopies(prints []Fingerprint) []Copies {
	prints = slices.Clone(prints)
	slices.SortFunc(prints, func(a, b Fingerprint) int { return cmp.Compare(a.ID, b.ID) })
	groups := newGroups(len(prints))
	for band := range simBands {
		width := 64 / simBands
		buckets := map[uint64][]int{}
		for i, p := range prints {
			key := p.Simhash >> (band * width) & (1<<width - 1)
			for _, j := range buckets[key] {
				if bits.OnesCount64(p.Simhash^prints[j].Simhash) < simBands && groups.root(i) != groups.root(j) {
					if share := p.Share(prints[j]); share >= SameStory {
						groups.join(i, j, share)
					}
				}
			}
			buckets[key] = append(buckets[key], i)
		}
	}
	return groups.list(prints)
}

// groups is a union-find over the fingerprints.
type groups struct {
	parent []int
	share  []float64
}

func newGroups(n int) *groups {
	g := &groups{make([]int, n), make([]float64, n)}
	for i := range n {
		g.parent[i], g.share[i] = i, 1
	}
	return g
}

func (g *groups) root(i int) int {
	for g.parent[i] != i {
		i = g.parent[i]
	}
	return i
}

func (g *groups) join(i, j int, share float64) {
	a, b := g.root(i), g.root(j)
	if a > b {
		a, b = b, a
	}
	g.parent[b] = a
	g.share[a] = min(g.share[a], g.share[b], share)
}

func (g *groups) list(prints []Fingerprint) (all []Copies) {
	members := map[int][]string{}
	for i, p := range prints {
		members[g.root(i)] = append(members[g.root(i)], p.ID)
	}
	for i := range prints {
		if ids := members[i]; len(ids) > 1 {
			all = append(all, Copies{IDs: ids, Share: g.share[i]})
		}
	}
	return all
}
