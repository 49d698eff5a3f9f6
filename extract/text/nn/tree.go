package nn

import "math"

// treeScratch is the working memory of the search for a tree.
type treeScratch struct {
	score []float32 // [head+1][dep]: n+1 by n; row 0 is the root
	dist  []float32 // scores of one word against the table of distances
	// Eisner's tables over spans [i,j] of words: right means the head is i, left
	// that it is j; open spans have an arc between i and j, closed ones need not.
	// Every search runs along a row: openL has a row a right end, the others a row
	// a left end, and the tables with At have closed spans the other way round.
	openR, openL, closedR, closedL []float32
	closedRAt, closedLAt           []float32
	cutOpen, cutR, cutL            []int16
	heads                          []int32
	rel                            []float32 // one arc
}

// score fills the table of arc scores. Row i of arcs begins with the vector of word i as
// dependent, followed by the one as head.
func (m *Model) score(s *scratch, arcs []float32, n int) {
	t, width := &s.tree, m.heads.out
	t.score, t.dist = grow(t.score, (n+1)*n), grow(t.dist, DistanceRows)
	for d := range n {
		dep := arcs[d*width : d*width+m.arc]
		for r := range t.dist {
			t.dist[r] = dot(dep, m.arcDist[r*m.arc:(r+1)*m.arc])
		}
		t.score[d] = dot(dep, m.arcRoot) + t.dist[0]
		for h := range n {
			head := arcs[h*width+m.arc : h*width+2*m.arc]
			t.score[(h+1)*n+d] = dot(dep, head) + t.dist[DistanceRow(d, h)]
		}
	}
}

// eisner returns the heads of the highest-scoring projective tree with one root.
func (t *treeScratch) eisner(n int) []int32 {
	size := n * n
	for _, table := range []*[]float32{&t.openR, &t.openL, &t.closedR, &t.closedL, &t.closedRAt, &t.closedLAt} {
		*table = grow(*table, size)
	}
	for _, table := range []*[]int16{&t.cutOpen, &t.cutR, &t.cutL} {
		*table = grow(*table, size)
	}
	t.heads = grow(t.heads, n)
	for i := range n {
		t.setClosed(i, i, n, 0, 0)
	}
	for width := 1; width < n; width++ {
		for i := 0; i+width < n; i++ {
			t.open(i, i+width, n)
			t.close(i, i+width, n)
		}
	}
	root, best := 0, float32(math.Inf(-1))
	for r := range n {
		if v := t.score[r] + (t.closedL[r] + t.closedR[r*n+n-1]); v > best {
			root, best = r, v
		}
	}
	if n > 0 {
		t.heads[root] = -1
		t.backClosed(0, root, n, false)
		t.backClosed(root, n-1, n, true)
	}
	return t.heads
}

// open finds the best two halves under an arc between i and j.
func (t *treeScratch) open(i, j, n int) {
	k, best := split(t.closedR[i*n+i:i*n+j], t.closedLAt[j*n+i+1:j*n+j+1])
	t.cutOpen[i*n+j] = int16(i + k)
	t.openR[i*n+j] = best + t.score[(i+1)*n+j]
	t.openL[j*n+i] = best + t.score[(j+1)*n+i]
}

// close finds the farthest dependent of the head of the span from i to j.
func (t *treeScratch) close(i, j, n int) {
	k, right := split(t.openR[i*n+i+1:i*n+j+1], t.closedRAt[j*n+i+1:j*n+j+1])
	t.cutR[i*n+j] = int16(i + 1 + k)
	k, left := split(t.closedL[i*n+i:i*n+j], t.openL[j*n+i:j*n+j])
	t.cutL[i*n+j] = int16(i + k)
	t.setClosed(i, j, n, right, left)
}

func (t *treeScratch) setClosed(i, j, n int, right, left float32) {
	t.closedR[i*n+j], t.closedRAt[j*n+i] = right, right
	t.closedL[i*n+j], t.closedLAt[j*n+i] = left, left
}

// split returns the first place where the sum of a and b is greatest, and the sum.
func split(a, b []float32) (int, float32) {
	at, best := 0, float32(math.Inf(-1))
	b = b[:len(a)]
	for k, v := range a {
		if v += b[k]; v > best {
			at, best = k, v
		}
	}
	return at, best
}

// backClosed sets the heads inside the closed span from i to j.
func (t *treeScratch) backClosed(i, j, n int, right bool) {
	if i == j {
		return
	}
	if right {
		k := int(t.cutR[i*n+j])
		t.heads[k] = int32(i)
		t.backOpen(i, k, n)
		t.backClosed(k, j, n, true)
		return
	}
	k := int(t.cutL[i*n+j])
	t.heads[k] = int32(j)
	t.backClosed(i, k, n, false)
	t.backOpen(k, j, n)
}

func (t *treeScratch) backOpen(i, j, n int) {
	k := int(t.cutOpen[i*n+j])
	t.backClosed(i, k, n, true)
	t.backClosed(k+1, j, n, false)
}

// relations appends the names of the arcs from words to their heads. Row i of
// rels begins with the vector of word i as dependent, followed by the one as head.
func (m *Model) relations(s *scratch, rels []float32, heads []int32, out []string) []string {
	n := len(heads)
	s.tree.rel = grow(s.tree.rel, m.rel)
	for i, h := range heads {
		m.arcVector(s.tree.rel, rels, i, int(h))
		normalise(s.tree.rel, s.q[i*m.rel:])
	}
	s.y = grow(s.y, n*m.label.out)
	m.label.apply(s.q, m.rel, n, s.y, &s.wide)
	for i, h := range heads {
		out = append(out, m.rels[best(s.y[i*m.label.out:(i+1)*m.label.out], m.rels, h < 0)])
	}
	return out
}

// arcVector sets x to the rectified sum of the dependent's vector, the head's and
// that of the distance.
func (m *Model) arcVector(x, rels []float32, i, h int) {
	width, head := m.heads.out, m.relRoot
	dep := rels[i*width : i*width+m.rel]
	if h >= 0 {
		head = rels[h*width+m.rel : h*width+2*m.rel]
	}
	r := DistanceRow(i, h)
	dist := m.relDist[r*m.rel : (r+1)*m.rel]
	for j := range x {
		x[j] = dep[j] + head[j] + dist[j]
	}
	leaky(x)
}

// best is the highest-scoring relation that fits: "root" for the root and only for it.
func best(score []float32, rels []string, root bool) int {
	b := -1
	for i, v := range score {
		if (rels[i] == "root") == root && (b < 0 || v > score[b]) {
			b = i
		}
	}
	return max(b, 0)
}
