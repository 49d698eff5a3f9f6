package main

import (
	"flag"
	"fmt"
	"io"
	"os"

	"github.com/entente-kg/entente/extract/text/conllu"
	"github.com/entente-kg/entente/extract/text/nn"
)

// flags lets the shape of the network and the course of the training be chosen.
func (c *config) flags(f *flag.FlagSet) {
	f.StringVar(&c.Layers, "layers", c.Layers, "`kinds` of the encoder's layers: c convolution, r recurrence")
	f.IntVar(&c.Dim, "dim", c.Dim, "width of the encoder, a multiple of 16")
	f.IntVar(&c.Epochs, "epochs", c.Epochs, "times to go over the data")
	f.Uint64Var(&c.Seed, "seed", c.Seed, "of every random choice")
	f.Float64Var(&c.Rate, "rate", c.Rate, "peak learning rate")
	f.IntVar(&c.BatchWords, "batch", c.BatchWords, "words in a batch")
}

// train fits a network to the data of two folders and writes its weights.
func train(w io.Writer, opts options) error {
	data, err := readCorpus(opts.treebank, opts.names)
	if err != nil {
		return err
	}
	l := newLabels(data)
	return fit(newTrainer(newNet(opts.config, l), l.samples(data), w), data, opts.out)
}

// fit runs all epochs and keeps the weights that are best on the development data.
func fit(t *trainer, data *corpus, out string) error {
	best := -1.0
	for e := range t.net.Epochs {
		t.epoch(e)
		file := t.net.export().Encode()
		m, err := nn.Load(file)
		if err != nil {
			return err
		}
		s, err := measure(m, data.Dev, data.NamesDev)
		if err != nil {
			return err
		}
		fmt.Fprintf(t.log, "dev after epoch %d: %s, %d bytes\n", e+1, s, len(file))
		if s.value() <= best {
			continue
		}
		best = s.value()
		if err := os.WriteFile(out, file, 0o644); err != nil {
			return err
		}
	}
	return nil
}

// score is what the choice between epochs looks at.
type score struct {
	trees conllu.Score
	names conllu.NameScore
}

func (s *score) String() string { return s.trees.Line() + " " + s.names.Line() }

// value orders scores: the tree counts most.
func (s *score) value() float64 {
	right := float64(s.trees.LAS) + 0.2*float64(s.trees.UPOS)
	return 100*right/float64(max(s.trees.Words, 1)) + 0.1*s.names.Typed.Value()
}

// measure annotates gold words with m and counts what is right.
func measure(m *nn.Model, trees []conllu.Sentence, names []conllu.Tagged) (*score, error) {
	s := &score{}
	var a nn.Annotation
	for i := range trees {
		m.Annotate(trees[i].Forms(), &a)
		got := conllu.Sentence{Words: make([]conllu.Word, len(a.Head))}
		for j := range got.Words {
			got.Words[j] = conllu.Word{UPOS: a.UPOS[j], XPOS: a.XPOS[j], Head: int(a.Head[j]), Rel: a.Rel[j]}
		}
		if err := s.trees.Add(&trees[i], &got); err != nil {
			return nil, err
		}
	}
	for i := range names {
		m.Annotate(names[i].Forms, &a)
		var got []conllu.Entity
		for _, n := range a.Names {
			got = append(got, conllu.Entity{First: n.First, Last: n.Last, Type: n.Type})
		}
		s.names.Add(names[i].Entities, got)
	}
	return s, nil
}
