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
	d = d[:len(score)]
	for i, v := range score {
		d[i] = v - top
	}
	exps(d)
	var sum float32
	for _, v := range d {
		sum += v
	}
	inv := 1 / sum * k
	for i := range d {
		d[i] *= inv
	}
	d[gold] -= k
	return math.Log(float64(sum)) - float64(score[gold]-top)
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

// arcsOf works on whole matrices: dependents by heads, where head 0 is the root,
// and dependents by distances.
func (s *shard) arcsOf(smp *sample, start int, z, dz []float32, k float32) {
	n, a, width := len(smp.Words), s.Arc, s.params[s.heads.w].Cols
	at := start*width + len(s.labels.Tags) + len(s.labels.Names)
	z, dz = z[at:], dz[at:]
	cols, far := pad16(n+1), pad16(nn.DistanceRows)
	heads, dist := s.arena.take(cols*a), s.arena.take(far*a)
	copy(heads, s.w(s.arcRoot))
	for h := range n {
		copy(heads[(h+1)*a:], z[h*width+a:h*width+2*a])
	}
	copy(dist, s.w(s.arcDist))
	score, table := s.arena.take(n*cols), s.arena.take(n*far)
	s.scores(score, rows(z, width), heads, n, cols)
	s.scores(table, rows(z, width), dist, n, far)
	d, dTable := s.arena.take(n*cols), s.arena.take(n*far)
	for i := range n {
		row := score[i*cols : i*cols+n+1]
		for h := range row {
			row[h] += table[i*far+nn.DistanceRow(i, h-1)]
		}
		s.loss.Arc += softmax(row, int(smp.Heads[i])+1, k, d[i*cols:])
		for h := range row {
			dTable[i*far+nn.DistanceRow(i, h-1)] += d[i*cols+h]
		}
	}
	multiply(dz, width, rows(d, cols), heads, a, n, a, n+1)
	multiply(dz, width, rows(dTable, far), dist, a, n, a, nn.DistanceRows)
	multiply(s.g(s.arcDist), a, transposed(dTable, far), z, width, nn.DistanceRows, a, n)
	dHeads := s.arena.take(cols * a)
	multiply(dHeads, a, transposed(d, cols), z, width, n+1, a, n)
	axpy(s.g(s.arcRoot), 1, dHeads[:a])
	for h := range n {
		axpy(dz[h*width+a:h*width+2*a], 1, dHeads[(h+1)*a:(h+2)*a])
	}
}

// scores adds the products of n dependents with the rows of heads (cols by s.Arc).
func (s *shard) scores(to []float32, dep matrix, heads []float32, n, cols int) {
	turned := s.arena.raw(len(heads))
	transposeInto(turned, heads, cols, s.Arc)
	multiply(to, cols, dep, turned, cols, n, cols, s.Arc)
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

// axpy adds k·x to y.
func axpy(y []float32, k float32, x []float32) {
	y = y[:len(x)]
	for i, v := range x {
		y[i] += float32(k * v)
	}
}
