package main

import (
	"math/rand/v2"

	"github.com/entente-kg/entente/extract/text/nn"
)

// config is the shape of the network and how it is trained.
type config struct {
	Layers                            string // kinds of layers, see nn.Weights
	Dim                               int    // width of the encoder
	Word, Gram, Prefix, Suffix, Shape int    // widths of the embeddings
	Arc, Rel                          int    // widths of the vectors that score arcs and relations
	Epochs                            int
	BatchWords                        int
	Rate                              float64 // peak learning rate
	Seed                              uint64
	DropWord                          float64 // share of words replaced by the unknown word
	DropInput, DropLayer, DropHead    float64
}

func defaults() config {
	return config{
		Layers: "crcrr", Dim: 144, Word: 64, Gram: 64, Prefix: 32, Suffix: 32, Shape: 32, Arc: 64, Rel: 96,
		Epochs: 24, BatchWords: 600, Rate: 2e-3, Seed: 1,
		DropWord: 0.18, DropInput: 0.22, DropLayer: 0.22, DropHead: 0.4,
	}
}

func (c config) width() int { return c.Word + c.Gram + c.Prefix + c.Suffix + c.Shape }

func pad16(n int) int { return (n + 15) &^ 15 }

// layer is a matrix and its bias.
type layer struct{ w, b int } // indexes into net.params

// net is the network under training.
type net struct {
	config
	labels *labels
	params []*param

	word, gram, prefix, suffix, shape int
	input, heads, label               layer
	encoder                           []layer
	arcRoot, relRoot                  int
	arcDist, relDist                  int
}

func newNet(c config, l *labels) *net {
	n := &net{config: c, labels: l}
	r := rand.New(rand.NewPCG(c.Seed, 1))
	table := func(name string, rows, cols int) int {
		p := newParam(name, rows, cols, true)
		p.randomise(r, 0.1)
		return n.add(p)
	}
	n.word = table("word", len(l.Words)+1, c.Word)
	n.gram = table("gram", nn.GramRows, c.Gram)
	n.prefix = table("prefix", nn.AffixRows, c.Prefix)
	n.suffix = table("suffix", nn.AffixRows, c.Suffix)
	n.shape = table("shape", nn.ShapeRows, c.Shape)
	n.input = n.dense(r, "input", c.width(), c.Dim, 1)
	for i, kind := range c.Layers {
		n.encoder = append(n.encoder, n.encoderLayer(r, nn.LayerName(i), kind))
	}
	n.heads = n.dense(r, "heads", c.Dim, n.headWidth(), 0.7)
	n.arcRoot, n.relRoot = n.small(r, "arcroot", 1, c.Arc), n.small(r, "relroot", 1, c.Rel)
	n.arcDist, n.relDist = n.small(r, "arcdist", nn.DistanceRows, c.Arc), n.small(r, "reldist", nn.DistanceRows, c.Rel)
	n.label = n.dense(r, "rel", c.Rel, len(l.Rels), 1)
	return n
}

func (n *net) encoderLayer(r *rand.Rand, name string, kind rune) layer {
	if kind == 'c' {
		return n.dense(r, name, 3*n.Dim, n.Dim, 1)
	}
	l := n.dense(r, name, n.Dim, 3*n.Dim, 1)
	for i := range n.Dim {
		n.params[l.b].W[n.Dim+i] = 1 // remember at first
	}
	return l
}

// headWidth is the number of outputs of the heads: tags, names, dependent and
// governor for the arc, the same for the relation.
func (n *net) headWidth() int {
	return len(n.labels.Tags) + len(n.labels.Names) + 2*n.Arc + 2*n.Rel
}

func (n *net) add(p *param) int {
	n.params = append(n.params, p)
	return len(n.params) - 1
}

// dense adds a matrix with variance gain²/in and its bias.
func (n *net) dense(r *rand.Rand, name string, in, out int, gain float64) layer {
	w := newParam(name, in, pad16(out), false)
	w.randomise(r, gain/sqrt(in))
	for i := range w.W {
		if i%w.Cols >= out {
			w.W[i] = 0
		}
	}
	return layer{n.add(w), n.add(newParam(name, 1, w.Cols, false))}
}

func (n *net) small(r *rand.Rand, name string, rows, cols int) int {
	p := newParam(name, rows, cols, false)
	p.randomise(r, 0.1)
	return n.add(p)
}
