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

// TestOwnSentence draws one sentence many times and looks at every word and label.
func TestOwnSentence(t *testing.T) {
	line := "P/NNP/PROPN/nsubj/2/S-PER left/VBD/VERB/root/0 L/NNP/PROPN/obj/2/S-LOC"
	l := labelsOf(line)
	l.Rels = append(l.Rels, "flat")
	p := newNewsPhrases(l)
	p.sentences, p.places = l.phrases([]string{line}), []string{"Oslo"}
	a := &augmenter{people: map[int][][]string{2: {{"Bo", "Ek"}}}}
	seen := map[string]bool{}
	for seed := range uint64(300) {
		s := p.sentence(0, a, rand.New(rand.NewPCG(seed, 1)))
		verb := len(s.Words) - 2
		subject := l.Names[s.Names[0]]
		seen[subject] = true
		if s.Heads[0] != int32(verb) || s.Heads[verb+1] != int32(verb) || l.Names[s.Names[verb+1]] != "S-LOC" {
			t.Fatalf("%v: heads %v, names %v", s.Words, s.Heads, s.Names)
		}
		switch {
		case s.Words[0] == "Bo" && subject == "B-PER" && verb == 2 && s.Heads[1] == 0 && l.Names[s.Names[1]] == "E-PER":
		case s.Words[0] == "Ek" && subject == "S-PER" && verb == 1:
		default:
			t.Fatalf("%v with %s", s.Words, subject)
		}
	}
	for _, want := range []string{"S-PER", "B-PER"} {
		if !seen[want] {
			t.Errorf("never %s", want)
		}
	}
}

// TestRelocate wants places and organisations changed now and then, and nothing else.
func TestRelocate(t *testing.T) {
	line := "X/NNP/PROPN/nsubj/2/S-ORG left/VBD/VERB/root/0 Y/NNP/PROPN/obj/2/S-LOC"
	l := labelsOf(line)
	p := newNewsPhrases(l)
	changed := 0
	for seed := range uint64(100) {
		s := &sample{Words: []string{"Acme", "left", "Oslo", "alone"}, Names: []int32{int32(slices.Index(l.Names, "S-ORG")), 0, int32(slices.Index(l.Names, "S-LOC")), 0}}
		before := slices.Clone(s.Words)
		p.relocate(s, l, rand.New(rand.NewPCG(seed, 1)))
		if s.Words[1] != "left" || s.Words[3] != "alone" {
			t.Fatalf("%v", s.Words)
		}
		if !slices.Equal(before, s.Words) {
			changed++
		}
	}
	if changed < 20 || changed > 70 {
		t.Errorf("%d of 100 sentences changed, want about 44", changed)
	}
}
