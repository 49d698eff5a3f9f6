package main

import (
	"io"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/entente-kg/entente/extract/text/nn"
)

// TestRounding compares the tags of the float32 network with those of its int8
// form on shuffled words, where the choice is often close.
func TestRounding(t *testing.T) {
	c := ownData(t)
	l := ownLabels(c)
	cfg := tiny()
	cfg.Epochs = 20
	tr := newTrainer(newNet(cfg, l), l.samples(c), io.Discard)
	for e := range cfg.Epochs {
		tr.epoch(e)
	}
	m, err := nn.New(tr.net.export())
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range tr.net.params {
		copy(p.W, p.Mean)
	}
	r := rand.New(rand.NewPCG(8, 9))
	all := strings.Fields("The minister met Anna Kovac in Oslo . Talks failed Both sides rejected the plan that mediators drafted")
	same, total := 0, 0
	var a nn.Annotation
	for range 50 {
		r.Shuffle(len(all), func(i, j int) { all[i], all[j] = all[j], all[i] })
		m.Annotate(all, &a)
		for i, tag := range floatTags(tr.net, all) {
			total++
			if tag == a.XPOS[i]+"|"+a.UPOS[i] {
				same++
			}
		}
	}
	if same*100 < total*98 {
		t.Errorf("%d of %d tags agree, want 98 in 100", same, total)
	}
}

// floatTags runs the network in float32.
func floatTags(n *net, words []string) []string {
	s := newShard(n)
	s.rand = rand.New(rand.NewPCG(1, 1))
	_, _, out := s.forward(s.layout([]*sample{{Words: words}}))
	var tags []string
	for i := range words {
		row := out.z[i*n.params[n.heads.w].Cols:][:len(n.labels.Tags)]
		best := 0
		for j, v := range row {
			if v > row[best] {
				best = j
			}
		}
		tags = append(tags, n.labels.Tags[best])
	}
	return tags
}
