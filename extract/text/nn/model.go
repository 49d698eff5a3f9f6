package nn

import (
	"math"
	"strings"
	"sync"
)

// MaxDistance is where distances between the ends of an arc stop being told apart.
const MaxDistance = 12

// DistanceRows is the number of rows of a table of distances: the root, and
// -MaxDistance … MaxDistance.
const DistanceRows = 2*MaxDistance + 2

// DistanceRow returns the row for an arc from the word dep to the word head (-1 the root).
func DistanceRow(dep, head int) int {
	if head < 0 {
		return 0
	}
	return max(-MaxDistance, min(MaxDistance, head-dep)) + MaxDistance + 1
}

// embeddings are the tables whose rows a word is made of, in their order.
var embeddings = [...]string{"word", "gram", "prefix", "suffix", "shape"}

// tensorNames lists the matrices of a network in the order of the file.
func tensorNames(layers string) []string {
	names := append([]string(nil), embeddings[:]...)
	names = append(names, "input")
	for i := range layers {
		names = append(names, LayerName(i))
	}
	return append(names, "heads", "arcroot", "arcdist", "relroot", "reldist", "rel")
}

// LayerName is the name of the matrix of the encoder's layer i.
func LayerName(i int) string { return "layer" + string(rune('a'+i)) }

// Leak is the slope of the rectifier below zero.
const Leak = 0.1

// Model is a network ready to annotate. It does not change after Load.
type Model struct {
	ids           map[string]int32
	layers        string
	xpos, upos    []string // by tag
	rels, names   []string
	dim, arc, rel int // widths of the encoder, of arc vectors, of relation vectors
	tables        [len(embeddings)]Tensor
	input         dense
	encoder       []dense
	heads, label  dense
	arcRoot       []float32
	relRoot       []float32
	arcDist       []float32 // DistanceRows × arc
	relDist       []float32 // DistanceRows × rel
	sigmoid       []float32
	viterbi       *transitions
	scratch       sync.Pool
}

// Load reads weights as Encode wrote them.
func Load(weights []byte) (*Model, error) {
	w, err := Decode(weights)
	if err != nil {
		return nil, err
	}
	return New(w)
}

// New makes a model of weights.
func New(w *Weights) (*Model, error) { return newModel(w, hasBlocks()) }

// newModel makes a model with the matrices in the form of block16 or the portable one.
func newModel(w *Weights, blocks bool) (*Model, error) {
	if err := w.check(); err != nil {
		return nil, err
	}
	m := &Model{
		ids: make(map[string]int32, len(w.Words)), layers: w.Layers, rels: w.Rels, names: w.Names,
		dim: w.Tensors["input"].Rows, arc: w.Tensors["arcroot"].Cols, rel: w.Tensors["relroot"].Cols,
		input: newDense(w, "input", 1, blocks), heads: newDense(w, "heads", 1, blocks), label: newDense(w, "rel", 1, blocks),
		arcRoot: w.Tensors["arcroot"].floats(), arcDist: w.Tensors["arcdist"].floats(),
		relRoot: w.Tensors["relroot"].floats(), relDist: w.Tensors["reldist"].floats(),
		sigmoid: sigmoidTable(), viterbi: newTransitions(w.Names),
	}
	for i, s := range w.Words {
		m.ids[s] = int32(i + 1)
	}
	for i, name := range embeddings {
		m.tables[i] = w.Tensors[name]
	}
	for i := range w.Layers {
		m.encoder = append(m.encoder, newDense(w, LayerName(i), w.Tensors[LayerName(i)].Cols/m.dim, blocks))
	}
	for _, tag := range w.Tags {
		xpos, upos, _ := strings.Cut(tag, "|")
		m.xpos, m.upos = append(m.xpos, xpos), append(m.upos, upos)
	}
	m.scratch.New = func() any { return newScratch(m) }
	return m, nil
}

// check reports matrices whose sizes do not fit together.
func (w *Weights) check() error {
	width, dim := 0, w.Tensors["input"].Rows
	arc, rel := w.Tensors["arcroot"].Cols, w.Tensors["relroot"].Cols
	for _, name := range embeddings {
		width += w.Tensors[name].Cols
	}
	want := map[string][2]int{
		"word": {len(w.Words) + 1, 0}, "gram": {GramRows, 0}, "prefix": {AffixRows, 0}, "suffix": {AffixRows, 0}, "shape": {ShapeRows, 0},
		"input": {dim, width}, "heads": {len(w.Tags) + len(w.Names) + 2*arc + 2*rel, dim},
		"arcroot": {1, arc}, "relroot": {1, rel}, "arcdist": {DistanceRows, arc}, "reldist": {DistanceRows, rel},
		"rel": {len(w.Rels), rel},
	}
	for i, kind := range w.Layers {
		switch kind {
		case 'c':
			want[LayerName(i)] = [2]int{dim, 3 * dim}
		case 'r':
			want[LayerName(i)] = [2]int{3 * dim, dim}
		default:
			return badf("unknown kind of layer %q", kind)
		}
	}
	if dim == 0 || dim%4 != 0 || arc == 0 || rel == 0 || len(w.Tags) == 0 || len(w.Rels) == 0 || len(w.Names) == 0 {
		return badf("a part is empty")
	}
	for _, name := range tensorNames(w.Layers) {
		t, size := w.Tensors[name], want[name]
		if t.Rows != size[0] || size[1] != 0 && t.Cols != size[1] {
			return badf("matrix %s is %d by %d, want %d by %d", name, t.Rows, t.Cols, size[0], size[1])
		}
		if n := len(w.Vectors[name]); n != 0 && n != t.Rows {
			return badf("vector %s has %d numbers, want %d", name, n, t.Rows)
		}
	}
	return nil
}

// floats returns the values of t.
func (t Tensor) floats() []float32 {
	out := make([]float32, len(t.Q))
	for i, q := range t.Q {
		out[i] = t.Scale[i/t.Cols] * float32(q)
	}
	return out
}

// The logistic function is a table over [-sigmoidEnd, sigmoidEnd) in steps of 1/sigmoidStep.
const (
	sigmoidEnd  = 12
	sigmoidStep = 128
)

// sigmoidTable rounds to 2⁻¹⁶: math.Exp may differ in its last bit between platforms.
func sigmoidTable() []float32 {
	t := make([]float32, 2*sigmoidEnd*sigmoidStep)
	for i := range t {
		x := (float64(i)+0.5)/sigmoidStep - sigmoidEnd
		t[i] = float32(math.Round(65536/(1+math.Exp(-x)))) / 65536
	}
	return t
}
