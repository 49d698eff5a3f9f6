package nn

import (
	"math"
	"strings"
)

// transitions says which name label may follow which, in the BIOES scheme: a name
// is S, or B I* E of one type.
type transitions struct {
	allowed    [][]int // labels that may stand before a label
	begin, end []bool  // may stand first, last
}

type nameScratch struct {
	score  []float32
	from   []int16
	labels []int
}

func newTransitions(labels []string) *transitions {
	t := &transitions{allowed: make([][]int, len(labels)), begin: make([]bool, len(labels)), end: make([]bool, len(labels))}
	for i, next := range labels {
		t.begin[i], t.end[i] = follows("O", next), follows(next, "O")
		for j, prev := range labels {
			if follows(prev, next) {
				t.allowed[i] = append(t.allowed[i], j)
			}
		}
	}
	return t
}

// follows reports whether label next may stand after label prev.
func follows(prev, next string) bool {
	p, ptype, _ := strings.Cut(prev, "-")
	n, ntype, _ := strings.Cut(next, "-")
	inside := p == "B" || p == "I"
	continues := n == "I" || n == "E"
	return inside == continues && (!inside || ptype == ntype)
}

// decode appends the names of the best sequence of labels. The scores of word i
// stand at rows[i*stride:]; first is added to positions.
func (t *transitions) decode(s *nameScratch, rows []float32, n, stride int, labels []string, first int, out []Name) []Name {
	k := len(labels)
	s.score, s.from, s.labels = grow(s.score, n*k), grow(s.from, n*k), grow(s.labels, n)
	for i := range n {
		for l := range k {
			s.score[i*k+l] = rows[i*stride+l] + t.reach(s, i, l, k)
		}
	}
	t.trace(s, n, k)
	start := 0
	for i, l := range s.labels {
		switch kind, typ, _ := strings.Cut(labels[l], "-"); kind {
		case "B":
			start = i
		case "S":
			out = append(out, Name{first + i, first + i + 1, typ})
		case "E":
			out = append(out, Name{first + start, first + i + 1, typ})
		}
	}
	return out
}

// reach returns the score of the best way to label l at word i, and remembers it.
func (t *transitions) reach(s *nameScratch, i, l, k int) float32 {
	never := float32(math.Inf(-1))
	if i == 0 {
		if t.begin[l] {
			return 0
		}
		return never
	}
	best, from := never, 0
	for _, p := range t.allowed[l] {
		if v := s.score[(i-1)*k+p]; v > best {
			best, from = v, p
		}
	}
	s.from[i*k+l] = int16(from)
	return best
}

// trace reads the best sequence back from its end.
func (t *transitions) trace(s *nameScratch, n, k int) {
	l, best := 0, float32(math.Inf(-1))
	for p := range k {
		if n > 0 && t.end[p] && s.score[(n-1)*k+p] > best {
			l, best = p, s.score[(n-1)*k+p]
		}
	}
	for i := n - 1; i >= 0; i-- {
		s.labels[i] = l
		l = int(s.from[i*k+l])
	}
}
