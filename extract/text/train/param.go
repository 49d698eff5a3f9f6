package main

import (
	"math"
	"math/rand/v2"
	"slices"
)

// param is one matrix of the network with the state of its optimiser. A
// matrix of a layer is stored input by output; outputs are padded to 16.
type param struct {
	Name       string
	Rows, Cols int
	Sparse     bool // an embedding table: few rows have a gradient in a step
	W          []float32
	M, V       []float32 // Adam's moments
	Mean       []float32 // exponential moving average of W: what is exported
	Last       []int32   // sparse: the step up to which Mean of a row is true
}

func newParam(name string, rows, cols int, sparse bool) *param {
	n := rows * cols
	p := &param{Name: name, Rows: rows, Cols: cols, Sparse: sparse,
		W: make([]float32, n), M: make([]float32, n), V: make([]float32, n), Mean: make([]float32, n)}
	if sparse {
		p.Last = make([]int32, rows)
	}
	return p
}

// randomise fills p with normal noise.
func (p *param) randomise(r *rand.Rand, deviation float64) {
	for i := range p.W {
		p.W[i] = float32(r.NormFloat64() * deviation)
	}
}

// grad is the gradient of one param in one shard.
type grad struct {
	g    []float32
	rows []int32 // sparse: the rows that are not zero
	seen []bool
}

func newGrad(p *param) *grad {
	g := &grad{g: make([]float32, len(p.W))}
	if p.Sparse {
		g.seen = make([]bool, p.Rows)
	}
	return g
}

// row returns row r of a sparse gradient to add to.
func (g *grad) row(r int32, cols int) []float32 {
	if !g.seen[r] {
		g.seen[r] = true
		g.rows = append(g.rows, r)
	}
	return g.g[int(r)*cols : (int(r)+1)*cols]
}

func (g *grad) clear(cols int) {
	if g.seen == nil {
		clear(g.g)
		return
	}
	for _, r := range g.rows {
		clear(g.g[int(r)*cols : (int(r)+1)*cols])
		g.seen[r] = false
	}
	g.rows = g.rows[:0]
}

// add sums other into g.
func (g *grad) add(other *grad, cols int) {
	if g.seen == nil {
		for i, v := range other.g {
			g.g[i] += v
		}
		return
	}
	for _, r := range other.rows {
		to := g.row(r, cols)
		for i, v := range other.g[int(r)*cols : (int(r)+1)*cols] {
			to[i] += v
		}
	}
}

// adam holds the rates of Adam (Kingma and Ba 2015) for one step.
type adam struct {
	step         int32
	rate         float32
	scale        float32 // of the gradient, from clipping
	fix1, fix2   float32 // bias corrections
	averaging    bool    // the moving average has begun
	averageDecay float32
}

const beta1, beta2, adamEpsilon = 0.9, 0.98, 1e-8

func newAdam(step int32, rate, scale float32, averageFrom int32, decay float32) adam {
	t := float64(step)
	return adam{step: step, rate: rate, scale: scale, averaging: step > averageFrom, averageDecay: decay,
		fix1: float32(1 / (1 - math.Pow(beta1, t))), fix2: float32(1 / (1 - math.Pow(beta2, t)))}
}

// update moves p along its gradient.
func (a adam) update(p *param, g *grad) {
	if !p.Sparse {
		a.move(p, 0, len(p.W), g.g)
		a.average(p, 0, len(p.W), 1)
		return
	}
	slices.Sort(g.rows)
	for _, r := range g.rows {
		from, to := int(r)*p.Cols, (int(r)+1)*p.Cols
		a.average(p, from, to, a.step-1-p.Last[r])
		p.Last[r] = a.step - 1
		a.move(p, from, to, g.g[from:to])
	}
}

func (a adam) move(p *param, from, to int, g []float32) {
	w, m, v := p.W[from:to], p.M[from:to], p.V[from:to]
	for i := range w {
		d := g[i] * a.scale
		m[i] = float32(beta1*m[i]) + float32((1-beta1)*d)
		v[i] = float32(beta2*v[i]) + float32(float32((1-beta2)*d)*d)
		w[i] -= a.rate * float32(m[i]*a.fix1) / (float32(math.Sqrt(float64(v[i]*a.fix2))) + adamEpsilon)
	}
}

// average brings the moving average on by the given number of steps in which W stood still.
func (a adam) average(p *param, from, to int, steps int32) {
	if steps <= 0 {
		return
	}
	d := float32(0)
	if a.averaging {
		d = float32(math.Pow(float64(a.averageDecay), float64(steps)))
	}
	w, mean := p.W[from:to], p.Mean[from:to]
	for i := range w {
		mean[i] = w[i] + float32((mean[i]-w[i])*d)
	}
}

// settle brings the average of every row up to the step.
func (a adam) settle(p *param) {
	for r := range p.Last {
		a.average(p, r*p.Cols, (r+1)*p.Cols, a.step-p.Last[r])
		p.Last[r] = a.step
	}
}
