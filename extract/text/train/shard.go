package main

import (
	"math"
	"math/rand/v2"

	"github.com/entente-kg/entente/extract/text/nn"
)

// shard runs some sentences forward and backward with memory of its own.
type shard struct {
	*net
	grads []*grad
	rand  *rand.Rand
	arena arena
	feat  nn.Features
	start []int // first word of every sentence, and the number of words
	loss  losses
}

// losses are sums over words.
type losses struct {
	Tag, Name, Arc, Rel float64
	Words               int
}

func (l *losses) add(o losses) {
	l.Tag, l.Name, l.Arc, l.Rel, l.Words = l.Tag+o.Tag, l.Name+o.Name, l.Arc+o.Arc, l.Rel+o.Rel, l.Words+o.Words
}

func newShard(n *net) *shard {
	s := &shard{net: n}
	for _, p := range n.params {
		s.grads = append(s.grads, newGrad(p))
	}
	return s
}

func (s *shard) w(i int) []float32 { return s.params[i].W }
func (s *shard) g(i int) []float32 { return s.grads[i].g }

// activation is what the backward pass needs of one matrix: its input before and
// after normalisation, and what came out.
type activation struct {
	x, rms []float32
	u      []float32 // normalised, with dropout: the matrix's input
	drop   []float32 // factors on u, nil for none
	z      []float32
	memory []float32 // of a recurrence, after each word
	keep   []float32 // factors of dropout on what the layer adds
}

// run adds the gradients of the mean loss over `words` words to s.grads.
func (s *shard) run(batch []*sample, words int, seed uint64) {
	s.rand = rand.New(rand.NewPCG(s.Seed, seed))
	s.arena.reset()
	s.loss = losses{}
	for i, g := range s.grads {
		g.clear(s.params[i].Cols)
	}
	if len(batch) == 0 {
		return
	}
	n := s.layout(batch)
	in, acts, out := s.forward(n)
	dOut := s.arena.take(n * s.params[s.heads.w].Cols)
	s.classify(batch, out.z, dOut, words)
	s.arcs(batch, out.z, dOut, words)
	s.relations(batch, out.z, dOut, words)
	s.backward(n, in, acts, out, dOut)
}

// layout reads the features of the batch and returns the number of words.
func (s *shard) layout(batch []*sample) int {
	s.feat.Reset()
	s.start = s.start[:0]
	n := 0
	for _, b := range batch {
		s.start = append(s.start, n)
		for _, w := range b.Words {
			s.feat.Add(w, s.labels.IDs)
		}
		n += len(b.Words)
	}
	s.start = append(s.start, n)
	for i := range s.feat.Word {
		if s.rand.Float64() < s.DropWord {
			s.feat.Word[i] = 0
		}
	}
	s.loss.Words = n
	return n
}

func (s *shard) forward(n int) (in *activation, acts []*activation, out *activation) {
	in = &activation{x: s.embed(n)}
	in.drop = s.mask(len(in.x), s.DropInput)
	s.matrix(in, s.input, n)
	x := s.arena.raw(n * s.Dim)
	for i, v := range in.z {
		x[i] = leaky(v)
	}
	for i, kind := range s.Layers {
		a := &activation{x: x, keep: s.mask(len(x), s.DropLayer)}
		next := append(s.arena.raw(n * s.Dim)[:0], x...)
		if kind == 'c' {
			s.convolve(a, s.encoder[i], n, next)
		} else {
			s.recur(a, s.encoder[i], n, next)
		}
		acts, x = append(acts, a), next
	}
	out = &activation{x: x, drop: s.mask(len(x), s.DropHead)}
	s.matrix(out, s.heads, n)
	return in, acts, out
}

// mask draws factors that drop a share of numbers and scale up the rest.
func (s *shard) mask(n int, share float64) []float32 {
	m := s.arena.raw(n)
	keep, limit := float32(1/(1-share)), uint32(share*(1<<16))
	for i := 0; i < n; i += 4 {
		bits := s.rand.Uint64()
		for j := i; j < min(i+4, n); j++ {
			m[j] = 0
			if uint32(bits&0xffff) >= limit {
				m[j] = keep
			}
			bits >>= 16
		}
	}
	return m
}

// matrix normalises the rows of a.x and multiplies them.
func (s *shard) matrix(a *activation, l layer, n int) {
	s.normalise(a, n)
	a.z = s.product(a.u, l, n)
}

// product returns u times the matrix of l plus its bias.
func (s *shard) product(u []float32, l layer, n int) []float32 {
	w := s.params[l.w]
	z := s.arena.raw(n * w.Cols)
	for i := range n {
		copy(z[i*w.Cols:], s.w(l.b))
	}
	multiply(z, w.Cols, rows(u, w.Rows), w.W, w.Cols, n, w.Cols, w.Rows)
	return z
}

// normalise sets a.u to the rows of a.x over their root mean square.
func (s *shard) normalise(a *activation, n int) {
	width := len(a.x) / max(n, 1)
	a.u, a.rms = s.arena.raw(len(a.x)), s.arena.raw(n)
	for i := range n {
		x, u := a.x[i*width:(i+1)*width], a.u[i*width:(i+1)*width]
		var sum float32
		for _, v := range x {
			sum += float32(v * v)
		}
		a.rms[i] = float32(math.Sqrt(float64(float32(sum/float32(width)) + nn.Epsilon)))
		k := 1 / a.rms[i]
		for j, v := range x {
			u[j] = v * k
		}
	}
	for i, m := range a.drop {
		a.u[i] *= m
	}
}

// embed returns the embeddings of the words side by side.
func (s *shard) embed(n int) []float32 {
	width := s.width()
	x := s.arena.take(n * width)
	for i := range n {
		c := x[i*width : (i+1)*width]
		c = c[copy(c, s.row(s.word, s.feat.Word[i])):]
		grams := s.gramsOf(i)
		for _, r := range grams {
			for j, v := range s.row(s.gram, r) {
				c[j] += v
			}
		}
		k := nn.GramWeight(len(grams))
		for j := range c[:s.Gram] {
			c[j] *= k
		}
		c = c[s.Gram:]
		c = c[copy(c, s.row(s.prefix, s.feat.Prefix[i])):]
		c = c[copy(c, s.row(s.suffix, s.feat.Suffix[i])):]
		copy(c, s.row(s.shape, s.feat.Shape[i]))
	}
	return x
}

func (s *shard) gramsOf(i int) []int32 {
	first := int32(0)
	if i > 0 {
		first = s.feat.GramEnd[i-1]
	}
	return s.feat.Grams[first:s.feat.GramEnd[i]]
}

func (s *shard) row(p int, r int32) []float32 {
	cols := s.params[p].Cols
	return s.params[p].W[int(r)*cols : (int(r)+1)*cols]
}

// convolve adds the rectified view of three neighbours to next.
func (s *shard) convolve(a *activation, l layer, n int, next []float32) {
	s.normalise(a, n)
	a.z = s.product(s.windows(a.u, n), l, n)
	for i, v := range a.z {
		next[i] += float32(leaky(v) * a.keep[i])
	}
}

// windows puts every row between its neighbours in the same sentence.
func (s *shard) windows(u []float32, n int) []float32 {
	d := s.Dim
	w := s.arena.take(n * 3 * d)
	s.pairs(func(i, j, place int) { copy(w[(i*3+place)*d:(i*3+place+1)*d], u[j*d:]) })
	return w
}

// pairs calls f for every word i and every word j at its window's place 0, 1 or 2.
func (s *shard) pairs(f func(i, j, place int)) {
	for k := range len(s.start) - 1 {
		for i := s.start[k]; i < s.start[k+1]; i++ {
			for j := max(s.start[k], i-1); j <= min(s.start[k+1]-1, i+1); j++ {
				f(i, j, j-i+1)
			}
		}
	}
}

// recur adds two gated memories to next; see nn.
func (s *shard) recur(a *activation, l layer, n int, next []float32) {
	s.matrix(a, l, n)
	d := s.Dim
	a.memory = s.arena.raw(n * d)
	for i := range n {
		sigmoids(a.z[i*3*d+d : (i+1)*3*d])
	}
	s.scan(func(i, before, from, to int) {
		z, h := a.z[i*3*d:(i+1)*3*d], a.memory[i*d:(i+1)*d]
		for j := from; j < to; j++ {
			last := float32(0)
			if before >= 0 {
				last = a.memory[before*d+j]
			}
			h[j] = float32(z[d+j]*last) + float32((1-z[d+j])*z[j])
			next[i*d+j] += float32(float32(z[2*d+j]*h[j]) * a.keep[i*d+j])
		}
	})
}

// scan calls f for the words of every sentence with the word before it (-1 for none):
// forwards for the first half of the width, backwards for the second.
func (s *shard) scan(f func(i, before, from, to int)) {
	half := s.Dim / 2
	for k := range len(s.start) - 1 {
		first, end := s.start[k], s.start[k+1]
		for i, before := first, -1; i < end; i++ {
			f(i, before, 0, half)
			before = i
		}
		for i, before := end-1, -1; i >= first; i-- {
			f(i, before, half, s.Dim)
			before = i
		}
	}
}

func leaky(v float32) float32 {
	if v < 0 {
		return v * nn.Leak
	}
	return v
}

func slope(v float32) float32 {
	if v < 0 {
		return nn.Leak
	}
	return 1
}

// arena hands out memory that lives until reset, zeroed by take.
type arena struct {
	block []float32
	used  int
	need  int
}

func (a *arena) reset() {
	if a.need > len(a.block) {
		a.block = make([]float32, a.need+a.need/4)
	}
	a.used, a.need = 0, 0
}

func (a *arena) take(n int) []float32 {
	s := a.raw(n)
	clear(s)
	return s
}

// raw hands out memory with anything in it, to be written over.
func (a *arena) raw(n int) []float32 {
	a.need += n
	if a.used+n > len(a.block) {
		return make([]float32, n)
	}
	s := a.block[a.used : a.used+n : a.used+n]
	a.used += n
	return s
}
