package main

import (
	"math"

	"github.com/entente-kg/entente/extract/text/nn"
)

// softmax writes the gradient of the cross entropy, times k, to d and returns the loss.
func softmax(score []float32, gold int, k float32, d []float32) float64 {
	top := score[0]
	for _, v := range score {
		top = max(top, v)
	}
	var sum float64
	for i, v := range score {
		e := math.Exp(float64(v - top))
		d[i] = float32(e)
		sum += e
	}
	inv := float32(1/sum) * k
	for i := range d[:len(score)] {
		d[i] *= inv
	}
	d[gold] -= k
	return math.Log(sum) - float64(score[gold]-top)
}

// classify scores tags and names of every word.
func (s *shard) classify(batch []*sample, z, dz []float32, words int) {
	width := s.params[s.heads.w].Cols
	tags := len(s.labels.Tags)
	names := tags + len(s.labels.Names)
	k := 1 / float32(words)
	for b, smp := range batch {
		for i := range smp.Words {
			at := (s.start[b] + i) * width
			if smp.Tags != nil && smp.Tags[i] >= 0 {
				s.loss.Tag += softmax(z[at:at+tags], int(smp.Tags[i]), k, dz[at:at+tags])
			}
			if smp.Names != nil {
				s.loss.Name += softmax(z[at+tags:at+names], int(smp.Names[i]), k, dz[at+tags:at+names])
			}
		}
	}
}

// arcs scores the head of every word against all words of the sentence and the root.
func (s *shard) arcs(batch []*sample, z, dz []float32, words int) {
	for b, smp := range batch {
		if smp.Heads != nil {
			s.arcsOf(smp, s.start[b], z, dz, 1/float32(words))
		}
	}
}

func (s *shard) arcsOf(smp *sample, start int, z, dz []float32, k float32) {
	width, at := s.params[s.heads.w].Cols, len(s.labels.Tags)+len(s.labels.Names)
	n, a := len(smp.Words), s.Arc
	score, d, dDist := make([]float32, n+1), make([]float32, n+1), make([]float32, a)
	vector := func(x []float32, i, part int) []float32 {
		from := (start+i)*width + at + part*a
		return x[from : from+a]
	}
	dist, gDist := s.w(s.arcDist), s.g(s.arcDist)
	for i := range n {
		dep, dDep := vector(z, i, 0), vector(dz, i, 0)
		var table [nn.DistanceRows]float32
		for r := range table {
			table[r] = dot(dep, dist[r*a:(r+1)*a])
		}
		score[0] = dot(dep, s.w(s.arcRoot)) + table[0]
		for h := range n {
			score[h+1] = dot(dep, vector(z, h, 1)) + table[nn.DistanceRow(i, h)]
		}
		s.loss.Arc += softmax(score, int(smp.Heads[i])+1, k, d)
		table = [nn.DistanceRows]float32{}
		clear(dDist)
		axpy(dDep, d[0], s.w(s.arcRoot))
		axpy(s.g(s.arcRoot), d[0], dep)
		table[0] += d[0]
		for h := range n {
			axpy(dDep, d[h+1], vector(z, h, 1))
			axpy(vector(dz, h, 1), d[h+1], dep)
			table[nn.DistanceRow(i, h)] += d[h+1]
		}
		for r, v := range table {
			axpy(dDep, v, dist[r*a:(r+1)*a])
			axpy(gDist[r*a:(r+1)*a], v, dep)
		}
	}
}

// relations scores the relations of the gold arcs.
func (s *shard) relations(batch []*sample, z, dz []float32, words int) {
	var arcs []arc
	for b, smp := range batch {
		for i := range smp.Heads {
			arcs = append(arcs, arc{s.start[b], i, int(smp.Heads[i]), int(smp.Rels[i])})
		}
	}
	n, cols := len(arcs), s.params[s.label.w].Cols
	if n == 0 {
		return
	}
	pre := s.arena.take(n * s.Rel)
	a := &activation{x: s.arena.take(n * s.Rel), drop: s.mask(n*s.Rel, s.DropHead)}
	for i, c := range arcs {
		s.arcVector(c, z, pre[i*s.Rel:(i+1)*s.Rel])
	}
	for i, v := range pre {
		a.x[i] = leaky(v)
	}
	s.matrix(a, s.label, n)
	d, dx := s.arena.take(n*cols), s.arena.take(n*s.Rel)
	for i, c := range arcs {
		row := a.z[i*cols : i*cols+len(s.labels.Rels)]
		s.loss.Rel += softmax(row, c.rel, 1/float32(words), d[i*cols:])
	}
	s.matrixBack(a, s.label, n, d, dx)
	for i, v := range pre {
		dx[i] *= slope(v)
	}
	for i, c := range arcs {
		s.arcVectorBack(c, dz, dx[i*s.Rel:(i+1)*s.Rel])
	}
}

// arc is a gold arc: the sentence's first word, dependent, head (-1 the root), relation.
type arc struct{ start, dep, head, rel int }

// arcParts returns the three vectors whose sum describes an arc, out of matrices
// of values or of gradients.
func (s *shard) arcParts(c arc, z, root, dist []float32) (dep, head, far []float32) {
	width, r := s.params[s.heads.w].Cols, s.Rel
	at := len(s.labels.Tags) + len(s.labels.Names) + 2*s.Arc
	dep = z[(c.start+c.dep)*width+at:][:r]
	head = root
	if c.head >= 0 {
		head = z[(c.start+c.head)*width+at+r:][:r]
	}
	row := nn.DistanceRow(c.dep, c.head)
	return dep, head, dist[row*r : (row+1)*r]
}

func (s *shard) arcVector(c arc, z, out []float32) {
	dep, head, far := s.arcParts(c, z, s.w(s.relRoot), s.w(s.relDist))
	for j := range out {
		out[j] = dep[j] + head[j] + far[j]
	}
}

func (s *shard) arcVectorBack(c arc, dz, d []float32) {
	dep, head, far := s.arcParts(c, dz, s.g(s.relRoot), s.g(s.relDist))
	for j, v := range d {
		dep[j] += v
		head[j] += v
		far[j] += v
	}
}

func dot(a, b []float32) float32 {
	var sum float32
	b = b[:len(a)]
	for i, v := range a {
		sum += float32(v * b[i])
	}
	return sum
}

// axpy adds k·x to y.
func axpy(y []float32, k float32, x []float32) {
	y = y[:len(x)]
	for i, v := range x {
		y[i] += float32(k * v)
	}
}
