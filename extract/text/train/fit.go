package main

import (
	"encoding/gob"
	"errors"
	"flag"
	"fmt"
	"io"
	"io/fs"
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
	f.Float64Var(&c.DropWord, "drop-word", c.DropWord, "share of words hidden")
	f.Float64Var(&c.DropInput, "drop-input", c.DropInput, "dropout of the embeddings")
	f.Float64Var(&c.DropLayer, "drop-layer", c.DropLayer, "dropout of what a layer adds")
	f.Float64Var(&c.DropHead, "drop-head", c.DropHead, "dropout before the heads")
	f.IntVar(&c.Arc, "arc", c.Arc, "width of the vectors that score arcs, a multiple of 16")
	f.IntVar(&c.Rel, "rel", c.Rel, "width of the vectors that score relations, a multiple of 16")
	f.IntVar(&c.BatchWords, "batch", c.BatchWords, "words in a batch")
}

// train fits a network to the data of two folders and writes its weights.
func train(w io.Writer, opts options) error {
	data, err := readCorpus(opts.treebank, opts.names)
	if err != nil {
		return err
	}
	l := newLabels(data)
	t := newTrainer(newNet(opts.config, l), l.samples(data), w)
	if opts.init != "" {
		if err := t.net.warm(opts.init); err != nil {
			return err
		}
	}
	if opts.people != "" {
		if t.vary.people, err = readPeople(opts.people); err != nil {
			return err
		}
		t.vary.news = newNewsPhrases(l)
	}
	return fit(t, data, opts.out, opts.checkpoint)
}

// fit runs all epochs and keeps the weights that are best on the development data.
func fit(t *trainer, data *corpus, out, checkpoint string) error {
	state := state{Params: t.net.params, Best: -1}
	if err := state.resume(t, checkpoint); err != nil {
		return err
	}
	for state.Epoch < t.net.Epochs {
		t.epoch(state.Epoch)
		state.Epoch++
		file, s, err := t.net.appraise(data)
		if err != nil {
			return err
		}
		fmt.Fprintf(t.log, "dev after epoch %d: %s, %d bytes\n", state.Epoch, s, len(file))
		if v := s.value(); v > state.Best {
			state.Best = v
			if err := os.WriteFile(out, file, 0o644); err != nil {
				return err
			}
		}
		if err := state.save(t, checkpoint); err != nil {
			return err
		}
	}
	return nil
}

// appraise returns the weights as they would be embedded, rounded, and how they do on the
// development data.
func (n *net) appraise(data *corpus) (file []byte, s *score, err error) {
	file = n.export().Encode()
	m, err := nn.Load(file)
	if err != nil {
		return nil, nil, err
	}
	s, err = measure(m, data.Dev, data.NamesDev)
	return file, s, err
}

// state is what a training goes on from.
type state struct {
	Epoch  int // epochs done
	Step   int32
	Best   float64 // value of the best score so far
	Params []*param
}

// save writes the state to a file beside path and renames it, so that a cut leaves the old one.
func (s *state) save(t *trainer, path string) error {
	if path == "" {
		return nil
	}
	s.Step = t.step
	f, err := os.Create(path + ".new")
	if err != nil {
		return err
	}
	if err := errors.Join(gob.NewEncoder(f).Encode(s), f.Close()); err != nil {
		return err
	}
	return os.Rename(path+".new", path)
}

// resume reads the state if there is one.
func (s *state) resume(t *trainer, path string) error {
	old, err := readState(path, s.Params)
	if err != nil || old == nil {
		return err
	}
	for i, p := range s.Params {
		*p = *old.Params[i]
	}
	s.Epoch, s.Best, t.step = old.Epoch, old.Best, old.Step
	return nil
}

// warm begins with the averaged weights of an earlier training, whose state path holds.
func (n *net) warm(path string) error {
	old, err := earlierState(path, n.params)
	if err != nil {
		return err
	}
	for i, p := range n.params {
		copy(p.W, old.Params[i].Mean)
	}
	return nil
}

// earlierState reads a state that must be there.
func earlierState(path string, want []*param) (*state, error) {
	s, err := readState(path, want)
	if err == nil && s == nil {
		err = fmt.Errorf("no state in %q: name the -checkpoint of an earlier training", path)
	}
	return s, err
}

// readState reads what save wrote; nil if there is no such file. The matrices
// must have the shapes of want.
func readState(path string, want []*param) (*state, error) {
	f, err := os.Open(path)
	if path == "" || errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var s state
	if err := gob.NewDecoder(f).Decode(&s); err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	if len(s.Params) != len(want) {
		return nil, fmt.Errorf("%s: of a network of another shape: remove it or give its -layers and widths", path)
	}
	for i, p := range want {
		if o := s.Params[i]; o.Name != p.Name || len(o.W) != len(p.W) {
			return nil, fmt.Errorf("%s: matrix %s has another shape: remove the file or give its widths", path, p.Name)
		}
	}
	return &s, nil
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
