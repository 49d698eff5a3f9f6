package main

import (
	"bytes"
	"io"
	"math"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/entente-kg/entente/extract/text/conllu"
	"github.com/entente-kg/entente/extract/text/nn"
)

// A handful of own sentences: form, tag, head, relation; then the name spans.
const treebank = `# newdoc id = own
1	The	the	DET	DT	_	2	det	_	_
2	minister	minister	NOUN	NN	_	3	nsubj	_	_
3	met	meet	VERB	VBD	_	0	root	_	_
4	Anna	Anna	PROPN	NNP	_	3	obj	_	_
5	Kovac	Kovac	PROPN	NNP	_	4	flat	_	_
6	in	in	ADP	IN	_	7	case	_	_
7	Oslo	Oslo	PROPN	NNP	_	3	obl	_	_
8	.	.	PUNCT	.	_	3	punct	_	_

1	Talks	talk	NOUN	NNS	_	2	nsubj	_	_
2	failed	fail	VERB	VBD	_	0	root	_	_

1	Both	both	DET	DT	_	2	det	_	_
2	sides	side	NOUN	NNS	_	3	nsubj	_	_
3	rejected	reject	VERB	VBD	_	0	root	_	_
4	the	the	DET	DT	_	5	det	_	_
5	plan	plan	NOUN	NN	_	3	obj	_	_
6	that	that	PRON	WDT	_	8	obj	_	_
7	mediators	mediator	NOUN	NNS	_	8	nsubj	_	_
8	drafted	draft	VERB	VBD	_	5	acl:relcl	_	_

`

func ownData(t *testing.T) *corpus {
	t.Helper()
	trees, err := conllu.Read(strings.NewReader(treebank), "own")
	if err != nil {
		t.Fatal(err)
	}
	var names []conllu.Tagged
	for _, s := range trees {
		names = append(names, conllu.Tagged{Forms: s.Forms()})
	}
	names[0].Entities = []conllu.Entity{{First: 3, Last: 5, Type: "PER"}, {First: 6, Last: 7, Type: "LOC"}}
	return &corpus{Train: trees, Dev: trees, Names: names, NamesDev: names}
}

// ownLabels repeats the data so that every word and tag is frequent.
func ownLabels(c *corpus) *labels {
	many := &corpus{Names: c.Names}
	for range 40 {
		many.Train = append(many.Train, c.Train...)
	}
	return newLabels(many)
}

func tiny() config {
	return config{Layers: "crcr", Dim: 32, Word: 16, Gram: 16, Prefix: 16, Suffix: 16, Shape: 16, Arc: 16, Rel: 16,
		Epochs: 60, BatchWords: 40, Rate: 1e-2, Seed: 3}
}

// TestGradient compares the backward pass with differences of the loss.
func TestGradient(t *testing.T) {
	c := ownData(t)
	l := ownLabels(c)
	n := newNet(tiny(), l)
	batch := l.samples(c)
	s := newShard(n)
	loss := func() float64 {
		s.run(batch, 1, 7)
		return s.loss.Tag + s.loss.Name + s.loss.Arc + s.loss.Rel
	}
	r := rand.New(rand.NewPCG(5, 6))
	for i, p := range n.params {
		loss()
		got := append([]float32(nil), s.g(i)...)
		at := strongest(got, r)
		const h = 5e-4
		was := p.W[at]
		p.W[at] = was + h
		up := loss()
		p.W[at] = was - h
		down := loss()
		p.W[at] = was
		want := (up - down) / (2 * h)
		if math.Abs(want-float64(got[at])) > 0.04*math.Abs(want)+0.005 {
			t.Errorf("%s[%d]: gradient %.5f, differences give %.5f", p.Name, at, got[at], want)
		}
	}
}

// strongest picks the largest of some random elements.
func strongest(g []float32, r *rand.Rand) int {
	best := 0
	for i, v := range g {
		if v != 0 && r.IntN(3) == 0 && math.Abs(float64(v)) > math.Abs(float64(g[best])) {
			best = i
		}
	}
	return best
}

// TestLearns trains on the sentences and wants them back from the rounded weights.
func TestLearns(t *testing.T) {
	c := ownData(t)
	l := ownLabels(c)
	tr := newTrainer(newNet(tiny(), l), l.samples(c), io.Discard)
	for e := range tr.net.Epochs {
		tr.epoch(e)
	}
	file := tr.net.export().Encode()
	m, err := nn.Load(file)
	if err != nil {
		t.Fatal(err)
	}
	got, err := measure(m, c.Dev, c.NamesDev)
	if err != nil {
		t.Fatal(err)
	}
	if s := got.trees; s.LAS != s.Words || s.UPOS != s.Words || s.XPOS != s.Words || got.names.Typed.Value() != 100 {
		t.Errorf("after training on them the sentences score %v", got)
	}
}

// TestReproducible wants the same bytes from the same seed.
func TestReproducible(t *testing.T) {
	c := ownData(t)
	l := ownLabels(c)
	var files [2][]byte
	for i := range files {
		tr := newTrainer(newNet(tiny(), l), l.samples(c), io.Discard)
		tr.epoch(0)
		tr.epoch(1)
		files[i] = tr.net.export().Encode()
	}
	if !bytes.Equal(files[0], files[1]) {
		t.Error("two trainings with one seed differ")
	}
}

// TestResume wants the weights of an interrupted training to be those of an undisturbed one.
func TestResume(t *testing.T) {
	c := ownData(t)
	l := ownLabels(c)
	dir := t.TempDir()
	cfg := tiny()
	cfg.Epochs = 4
	train := func(out, checkpoint string, stop int) {
		tr := newTrainer(newNet(cfg, l), l.samples(c), io.Discard)
		tr.net.Epochs = stop
		if err := fit(tr, c, filepath.Join(dir, out), checkpoint); err != nil {
			t.Fatal(err)
		}
	}
	checkpoint := filepath.Join(dir, "state")
	train("half", checkpoint, 2)
	train("resumed", checkpoint, 4)
	train("whole", "", 4)
	resumed, err1 := os.ReadFile(filepath.Join(dir, "resumed"))
	whole, err2 := os.ReadFile(filepath.Join(dir, "whole"))
	if err1 != nil || err2 != nil || !bytes.Equal(resumed, whole) {
		t.Errorf("weights differ (%v, %v)", err1, err2)
	}
}
