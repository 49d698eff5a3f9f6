package nn

import "math"

// MaxWords is the longest run of words annotated as one piece. A longer sentence
// is cut; the roots of the later pieces hang on the root of the first.
const MaxWords = 250

// Name is a name over words[First:Last].
type Name struct {
	First, Last int
	Type        string
}

// Annotation is what the network says of one sentence.
type Annotation struct {
	XPOS, UPOS, Rel []string
	Head            []int32 // -1 for the root
	Names           []Name
}

// scratch is the working memory for one sentence.
type scratch struct {
	cache   inputCache
	missing []int     // words that were not in the cache
	feat    Features  // of the missing words
	x       []float32 // words × dim
	q       []int16   // rounded inputs of a matrix
	y       []float32 // outputs of a matrix
	wide    []float64 // inputs of a matrix in the portable form
	heads   []float32 // words × the width of the heads
	concat  []float32
	memory  []float32 // of a recurrence
	tree    treeScratch
	names   nameScratch
}

func newScratch(m *Model) *scratch {
	return &scratch{concat: make([]float32, m.input.in), memory: make([]float32, m.dim)}
}

// grow returns s with length n.
func grow[T any](s []T, n int) []T {
	if cap(s) < n {
		return make([]T, n, n+n/2)
	}
	return s[:n]
}

// Annotate fills out with the tags, the tree and the names of a sentence. It
// reuses the slices of out and may be called by several goroutines at once.
func (m *Model) Annotate(words []string, out *Annotation) {
	out.XPOS, out.UPOS, out.Rel = out.XPOS[:0], out.UPOS[:0], out.Rel[:0]
	out.Head, out.Names = out.Head[:0], out.Names[:0]
	s := m.scratch.Get().(*scratch)
	defer m.scratch.Put(s)
	root := int32(-1)
	for first := 0; first < len(words); first += MaxWords {
		piece := words[first:min(first+MaxWords, len(words))]
		m.piece(s, piece, out)
		for i := first; i < first+len(piece); i++ {
			switch {
			case out.Head[i] >= 0:
				out.Head[i] += int32(first)
			case root < 0:
				root = int32(i)
			default:
				out.Head[i], out.Rel[i] = root, "parataxis"
			}
		}
	}
}

// piece appends the annotation of at most MaxWords words, heads counted from 0.
func (m *Model) piece(s *scratch, words []string, out *Annotation) {
	first := len(out.Head)
	m.inputs(s, words)
	m.encode(s, len(words))
	m.tag(s, len(words), out)
	m.parse(s, len(words), out)
	out.Names = m.viterbi.decode(&s.names, s.heads[len(m.xpos):], len(words), m.heads.out, m.names, first, out.Names)
}

// tag reads the heads off the encoded words and appends the tags.
func (m *Model) tag(s *scratch, n int, out *Annotation) {
	s.round(n, m.dim)
	s.heads = grow(s.heads, n*m.heads.out)
	m.heads.apply(s.q[m.dim:], m.dim, n, s.heads, &s.wide)
	for i := range n {
		t := argmax(s.heads[i*m.heads.out : i*m.heads.out+len(m.xpos)])
		out.XPOS, out.UPOS = append(out.XPOS, m.xpos[t]), append(out.UPOS, m.upos[t])
	}
}

// parse appends the tree.
func (m *Model) parse(s *scratch, n int, out *Annotation) {
	arcs := s.heads[len(m.xpos)+len(m.names):]
	m.score(s, arcs, n)
	heads := s.tree.eisner(n)
	out.Head = append(out.Head, heads...)
	out.Rel = m.relations(s, arcs[2*m.arc:], heads, out.Rel)
}

func argmax(x []float32) int {
	best := 0
	for i, v := range x {
		if v > x[best] {
			best = i
		}
	}
	return best
}

// encode runs n words through the layers.
func (m *Model) encode(s *scratch, n int) {
	s.q = grow(s.q, max((n+2)*m.dim, n*m.rel))
	for l, kind := range m.layers {
		s.round(n, m.dim)
		if kind == 'c' {
			m.convolve(s, &m.encoder[l], n)
		} else {
			m.recur(s, &m.encoder[l], n)
		}
	}
}

// inputs sets x to what the input layer makes of each word, computed only for
// words that the cache does not hold.
func (m *Model) inputs(s *scratch, words []string) {
	s.feat.Reset()
	s.missing = s.missing[:0]
	s.x = grow(s.x, len(words)*m.dim)
	for i, w := range words {
		if !s.cache.load(w, s.x[i*m.dim:(i+1)*m.dim]) {
			s.missing = append(s.missing, i)
			s.feat.Add(w, m.ids)
		}
	}
	n := len(s.missing)
	if n == 0 {
		return
	}
	s.q, s.y = grow(s.q, n*m.input.in), grow(s.y, n*m.dim)
	for k := range n {
		m.embed(s, k)
		normalise(s.concat, s.q[k*m.input.in:])
	}
	m.input.apply(s.q, m.input.in, n, s.y, &s.wide)
	leaky(s.y)
	for k, i := range s.missing {
		row := s.y[k*m.dim : (k+1)*m.dim]
		copy(s.x[i*m.dim:], row)
		s.cache.store(words[i], row)
	}
}

// round sets q to the normalised words with a zero vector before and after.
func (s *scratch) round(n, dim int) {
	clear(s.q[:dim])
	for i := range n {
		normalise(s.x[i*dim:(i+1)*dim], s.q[(i+1)*dim:])
	}
	clear(s.q[(n+1)*dim : (n+2)*dim])
}

// embed sets s.concat to the embeddings of missing word i side by side.
func (m *Model) embed(s *scratch, i int) {
	f, c := &s.feat, s.concat
	c = m.tables[0].row(f.Word[i], c)
	c = m.sumGrams(f, i, c)
	c = m.tables[2].row(f.Prefix[i], c)
	c = m.tables[3].row(f.Suffix[i], c)
	m.tables[4].row(f.Shape[i], c)
}

// row writes row r of t to the front of c and returns the rest of c.
func (t *Tensor) row(r int32, c []float32) []float32 {
	scale, q := t.Scale[r], t.Q[int(r)*t.Cols:(int(r)+1)*t.Cols]
	for i, v := range q {
		c[i] = scale * float32(v)
	}
	return c[len(q):]
}

// sumGrams writes the sum of the rows of word i's n-grams over the root of their number.
func (m *Model) sumGrams(f *Features, i int, c []float32) []float32 {
	t := &m.tables[1]
	sum := c[:t.Cols]
	clear(sum)
	grams := f.Grams[gramStart(f, i):f.GramEnd[i]]
	for _, r := range grams {
		scale, q := t.Scale[r], t.Q[int(r)*t.Cols:(int(r)+1)*t.Cols]
		for j := range sum {
			sum[j] += float32(scale * float32(q[j]))
		}
	}
	k := GramWeight(len(grams))
	for j := range sum {
		sum[j] *= k
	}
	return c[t.Cols:]
}

func gramStart(f *Features, i int) int32 {
	if i == 0 {
		return 0
	}
	return f.GramEnd[i-1]
}

// GramWeight is the factor of the sum of n n-grams.
func GramWeight(n int) float32 { return 1 / float32(math.Sqrt(float64(max(n, 1)))) }

// convolve adds to every word a rectified view of it and its neighbours, whose
// vectors lie side by side in q.
func (m *Model) convolve(s *scratch, d *dense, n int) {
	s.y = grow(s.y, n*m.dim)
	d.apply(s.q, m.dim, n, s.y, &s.wide)
	leaky(s.y)
	for i, v := range s.y {
		s.x[i] += v
	}
}

// recur adds to every word what two gated memories hold at it: one half of the
// width reads the sentence forwards, the other backwards.
func (m *Model) recur(s *scratch, d *dense, n int) {
	s.y = grow(s.y, n*3*m.dim)
	d.apply(s.q[m.dim:], m.dim, n, s.y, &s.wide)
	clear(s.memory)
	for i := range n {
		m.step(s, s.memory, i, 0, m.dim/2)
		m.step(s, s.memory, n-1-i, m.dim/2, m.dim)
	}
}

// step moves the memories from…to one word on, to word i:
// h = f·h + (1-f)·c and x += o·h, with the gates f and o between 0 and 1.
func (m *Model) step(s *scratch, h []float32, i, from, to int) {
	g := s.y[i*3*m.dim : (i+1)*3*m.dim]
	x := s.x[i*m.dim : (i+1)*m.dim]
	for j := from; j < to; j++ {
		c, f, o := g[j], m.gate(g[m.dim+j]), m.gate(g[2*m.dim+j])
		h[j] = float32(f*h[j]) + float32((1-f)*c)
		x[j] += float32(o * h[j])
	}
}

// gate is the logistic function of x.
func (m *Model) gate(x float32) float32 {
	i := int((x + sigmoidEnd) * sigmoidStep)
	return m.sigmoid[max(0, min(len(m.sigmoid)-1, i))]
}
