package main

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"github.com/entente-kg/entente/extract/text"
	"github.com/entente-kg/entente/extract/text/conllu"
	"github.com/entente-kg/entente/extract/text/nn"
)

// sample is a sentence with what is known of it; what is not known is nil.
type sample struct {
	Words []string
	Tags  []int32 // labels.Tags
	Heads []int32 // -1 for the root
	Rels  []int32 // labels.Rels
	Names []int32 // labels.Names
}

// labels are the words and label sets of the training data.
type labels struct {
	Words, Tags, Rels, Names []string
	IDs                      map[string]int32 // of Words, from 1
}

// corpus is the data as read.
type corpus struct {
	Train, Dev []conllu.Sentence
	Names      []conllu.Tagged // for training
	NamesDev   []conllu.Tagged // held out, to choose on
}

// readCorpus reads the training and development files of two folders. Test files
// stay closed.
func readCorpus(treebank, names string) (*corpus, error) {
	c := &corpus{}
	for _, part := range []struct {
		suffix string
		to     *[]conllu.Sentence
	}{{"-train.conllu*", &c.Train}, {"-dev.conllu*", &c.Dev}} {
		files, err := filepath.Glob(filepath.Join(treebank, "*"+part.suffix))
		if err != nil || len(files) == 0 {
			return nil, fmt.Errorf("no *%s in %s: name the folder of the treebanks with -treebank", part.suffix, treebank)
		}
		for _, f := range files {
			s, err := conllu.ReadFile(f)
			if err != nil {
				return nil, err
			}
			normalForms(s)
			*part.to = append(*part.to, s...)
		}
	}
	return c, c.readNames(names)
}

// normalForms gives words the typography that the tokeniser hands to the network.
func normalForms(trees []conllu.Sentence) {
	for _, s := range trees {
		for i := range s.Words {
			s.Words[i].Form = text.Normal(s.Words[i].Form)
		}
	}
}

// readNames reads every name file but the test files; the last fifth of a file
// that has no development part of its own is held out.
func (c *corpus) readNames(dir string) error {
	files, err := filepath.Glob(filepath.Join(dir, "*.iob2"))
	if err != nil || len(files) == 0 {
		return fmt.Errorf("no *.iob2 in %s: name the folder of the name files with -names", dir)
	}
	for _, f := range files {
		if strings.HasSuffix(f, "-test.iob2") {
			continue
		}
		s, err := conllu.ReadIOB(f)
		if err != nil {
			return err
		}
		for _, x := range s {
			for i, form := range x.Forms {
				x.Forms[i] = text.Normal(form)
			}
		}
		cut := len(s)
		if !strings.HasSuffix(f, "-dev.iob2") {
			cut = len(s) * 4 / 5
		}
		c.Names, c.NamesDev = append(c.Names, s[:cut]...), append(c.NamesDev, s[cut:]...)
	}
	return nil
}

// rareRelations are folded into their universal relation: too few to learn.
const rareBelow = 30

// newLabels collects the label sets: words seen twice, tags and relations seen often enough.
func newLabels(c *corpus) *labels {
	words, tags, rels := map[string]int{}, map[string]int{}, map[string]int{}
	for _, s := range c.Train {
		for _, w := range s.Words {
			words[nn.NormalForm(w.Form)]++
			tags[w.XPOS+"|"+w.UPOS]++
			rels[w.Rel]++
		}
	}
	for _, s := range c.Names {
		for _, w := range s.Forms {
			words[nn.NormalForm(w)]++
		}
	}
	l := &labels{Words: frequent(words, 2), Tags: frequent(tags, 5), IDs: map[string]int32{}}
	for rel := range rels {
		if _, sub, ok := strings.Cut(rel, ":"); !ok || rels[rel] >= rareBelow && sub != "" {
			l.Rels = append(l.Rels, rel)
		}
	}
	slices.Sort(l.Rels)
	for i, w := range l.Words {
		l.IDs[w] = int32(i + 1)
	}
	l.Names = nameLabels()
	return l
}

func nameLabels() []string {
	out := []string{"O"}
	for _, t := range []string{"PER", "ORG", "LOC"} {
		for _, p := range []string{"B-", "I-", "E-", "S-"} {
			out = append(out, p+t)
		}
	}
	return out
}

func frequent(count map[string]int, least int) []string {
	var out []string
	for s, n := range count {
		if n >= least {
			out = append(out, s)
		}
	}
	slices.Sort(out)
	return out
}

// tree makes a sample of a treebank's sentence.
func (l *labels) tree(s *conllu.Sentence) *sample {
	out := &sample{Words: s.Forms()}
	for _, w := range s.Words {
		out.Tags = append(out.Tags, int32(slices.Index(l.Tags, w.XPOS+"|"+w.UPOS)))
		out.Heads = append(out.Heads, int32(w.Head))
		r := slices.Index(l.Rels, w.Rel)
		if r < 0 {
			base, _, _ := strings.Cut(w.Rel, ":")
			r = slices.Index(l.Rels, base)
		}
		out.Rels = append(out.Rels, int32(r))
	}
	return out
}

// named makes a sample of a sentence with names only.
func (l *labels) named(s *conllu.Tagged) *sample {
	return &sample{Words: s.Forms, Names: l.entities(len(s.Forms), s.Entities)}
}

// entities spells name spans as BIOES labels.
func (l *labels) entities(n int, spans []conllu.Entity) []int32 {
	out := make([]int32, n)
	for _, e := range spans {
		if !slices.Contains(l.Names, "S-"+e.Type) {
			continue
		}
		for i := e.First; i < e.Last; i++ {
			out[i] = int32(slices.Index(l.Names, position(i, e.First, e.Last)+e.Type))
		}
	}
	return out
}

func position(i, first, last int) string {
	switch {
	case last-first == 1:
		return "S-"
	case i == first:
		return "B-"
	case i == last-1:
		return "E-"
	}
	return "I-"
}

// nameRounds is how often an epoch sees the sentences with names only, which are few.
const nameRounds = 2

// samples returns everything to train on. A word whose relation or head is not
// usable cannot occur: both come from the same files as the labels.
func (l *labels) samples(c *corpus) []*sample {
	var out []*sample
	entities := false
	for i := range c.Train {
		s := &c.Train[i]
		smp := l.tree(s)
		if s.NewDoc {
			entities = c.marked(i)
		}
		if entities {
			smp.Names = l.entities(len(s.Words), namesOf(s))
		}
		out = append(out, smp)
	}
	for range nameRounds {
		for i := range c.Names {
			out = append(out, l.named(&c.Names[i]))
		}
	}
	return out
}

// marked reports whether the document that begins with training sentence i has
// Entity annotation, so that a sentence without any has no names.
func (c *corpus) marked(i int) bool {
	for j := i; j < len(c.Train) && (j == i || !c.Train[j].NewDoc); j++ {
		for _, w := range c.Train[j].Words {
			if strings.Contains(w.Misc, "Entity=(") {
				return true
			}
		}
	}
	return false
}
