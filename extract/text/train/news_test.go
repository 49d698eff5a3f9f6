package main

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

// TestDress puts phrases about the person of a sentence, many times, and looks at what comes out.
func TestDress(t *testing.T) {
	c := ownData(t)
	l := newsLabels(ownLabels(c))
	news := newNewsPhrases(l)
	a := &augmenter{people: map[int][][]string{2: {{"Bo", "Ek"}}}}
	s := l.tree(&c.Train[0])
	seen := map[string]bool{}
	for seed := range uint64(4000) {
		dressed := *s
		news.dress(&dressed, l, a, rand.New(rand.NewPCG(seed, 1)))
		if n := len(dressed.Words); len(dressed.Heads) != n || len(dressed.Tags) != n || len(dressed.Rels) != n {
			t.Fatalf("seed %d: %d words, %d heads", seed, n, len(dressed.Heads))
		}
		for i := range s.Words {
			if !slices.Contains(dressed.Words, s.Words[i]) {
				t.Fatalf("seed %d: %q lost", seed, s.Words[i])
			}
		}
		seen[spellTree(&dressed, l)] = true
	}
	for _, want := range []string{
		"The/det<minister minister/nsubj<met met/root<ROOT Anna/obj<met Kovac/flat<Anna in/case<Oslo Oslo/obl<met ./punct<met",
		"Foreign/amod<Minister Minister/nmod:desc<Anna Anna/obj<met",
		"Anna/obj<met Kovac/flat<Anna ,/punct<president the/det<president president/appos<Anna ,/punct<president in/case<Oslo",
		"Kovac/flat<Anna and/cc<Bo Chancellor/nmod:desc<Bo Bo/conj<Anna Ek/flat<Bo in/case<Oslo",
		"/amod<Secretary Secretary/nmod:desc<Anna of/case<State State/nmod<Secretary Anna/obj<met",
	} {
		found := false
		for tree := range seen {
			found = found || strings.Contains(tree, want)
		}
		if !found {
			t.Errorf("never seen: %s", want)
		}
	}
}

// newsLabels adds the labels that the phrases need.
func newsLabels(l *labels) *labels {
	l.Rels = append(l.Rels, "nmod:desc", "amod", "compound", "nmod", "appos", "punct", "cc", "conj", "flat", "det", "case", "nmod:poss")
	l.Tags = append(l.Tags, "NNP|ADJ", "JJ|ADJ", "IN|ADP", ",|PUNCT", "CC|CCONJ", "PRP$|PRON", "POS|PART", "DT|DET", "NN|NOUN", "NNP|PROPN")
	return l
}

func spellTree(s *sample, l *labels) string {
	var out []string
	for i, w := range s.Words {
		head := "ROOT"
		if s.Heads[i] >= 0 {
			head = s.Words[s.Heads[i]]
		}
		out = append(out, fmt.Sprintf("%s/%s<%s", w, l.Rels[s.Rels[i]], head))
	}
	return strings.Join(out, " ")
}

// TestData wants every line of the phrase files to be readable and every sentence to be a tree.
func TestData(t *testing.T) {
	for _, name := range []string{"titles.txt", "appositions.txt", "sentences.txt"} {
		for i, line := range lines(name) {
			l := labelsOf(line)
			p := l.phrase(line)
			if p == nil {
				t.Errorf("%s: phrase %d does not read: %s", name, i+1, line)
			}
			outside := 0
			for j, w := range p {
				if w.head < 0 {
					outside++
				}
				if w.head == j || w.head >= len(p) {
					t.Errorf("%s: phrase %d: bad head of %s", name, i+1, w.form)
				}
			}
			if outside != 1 {
				t.Errorf("%s: phrase %d hangs on %d words, want 1: %s", name, i+1, outside, line)
			}
		}
	}
	for _, name := range []string{"nations.txt", "places.txt", "places2.txt", "organisations.txt", "organisations2.txt"} {
		if len(lines(name)) == 0 {
			t.Errorf("%s is empty", name)
		}
	}
}

// labelsOf returns the labels that occur in a line.
func labelsOf(line string) *labels {
	l := &labels{Names: nameLabels()}
	for field := range strings.FieldsSeq(line) {
		if c := strings.Split(field, "/"); len(c) > 4 {
			l.Tags, l.Rels = append(l.Tags, c[1]+"|"+c[2]), append(l.Rels, c[3])
		}
	}
	return l
}
