package main

import (
	"math"

	"github.com/entente-kg/entente/extract/text/nn"
)

// export rounds the averaged weights to the form that package nn reads.
func (n *net) export() *nn.Weights {
	l := n.labels
	w := &nn.Weights{Layers: n.Layers, Words: l.Words, Tags: l.Tags, Rels: l.Rels, Names: l.Names,
		Tensors: map[string]nn.Tensor{}, Vectors: map[string][]float32{}}
	for _, i := range []int{n.word, n.gram, n.prefix, n.suffix, n.shape, n.arcRoot, n.relRoot, n.arcDist, n.relDist} {
		p := n.params[i]
		w.Tensors[p.Name] = quantise(p.Mean, p.Rows, p.Cols)
	}
	n.exportLayer(w, n.input, n.Dim)
	for i, kind := range n.Layers {
		out := n.Dim
		if kind == 'r' {
			out = 3 * n.Dim
		}
		n.exportLayer(w, n.encoder[i], out)
	}
	n.exportLayer(w, n.heads, n.headWidth())
	n.exportLayer(w, n.label, len(l.Rels))
	return w
}

// exportLayer turns a matrix to output by input and drops the padding.
func (n *net) exportLayer(w *nn.Weights, l layer, out int) {
	p := n.params[l.w]
	turned := transpose(p.Mean, p.Rows, p.Cols)
	w.Tensors[p.Name] = quantise(turned[:out*p.Rows], out, p.Rows)
	w.Vectors[p.Name] = n.params[l.b].Mean[:out]
}

// quantise rounds every row to int8 with its own scale.
func quantise(x []float32, rows, cols int) nn.Tensor {
	t := nn.Tensor{Rows: rows, Cols: cols, Scale: make([]float32, rows), Q: make([]int8, rows*cols)}
	for r := range rows {
		row := x[r*cols : (r+1)*cols]
		var top float32
		for _, v := range row {
			top = max(top, float32(math.Abs(float64(v))))
		}
		if top == 0 {
			continue
		}
		t.Scale[r] = top / 127
		for c, v := range row {
			t.Q[r*cols+c] = int8(math.Round(float64(v / t.Scale[r])))
		}
	}
	return t
}
