package main

import (
	"encoding/csv"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// augmenter varies sentences so that the network does not lean on what only its
// treebanks show: their names, their full stops, their lower case.
type augmenter struct {
	people map[int][][]string // names of persons by number of words
	news   *newsPhrases
}

// readPeople reads the column "person" of every CSV file of a folder.
func readPeople(dir string) (map[int][][]string, error) {
	files, err := filepath.Glob(filepath.Join(dir, "*.csv"))
	if err != nil || len(files) == 0 {
		return nil, fmt.Errorf("no *.csv in %s: name the folder of the persons' names with -people", dir)
	}
	seen := map[string]bool{}
	people := map[int][][]string{}
	for _, path := range files {
		names, err := personColumn(path)
		if err != nil {
			return nil, err
		}
		for _, name := range names {
			if !seen[name] {
				seen[name] = true
				words := strings.Fields(name)
				people[len(words)] = append(people[len(words)], words)
			}
		}
	}
	return people, nil
}

func personColumn(path string) ([]string, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	column := -1
	if len(rows) > 0 {
		column = slices.Index(rows[0], "person")
	}
	if column < 0 {
		return nil, fmt.Errorf("%s: no column \"person\"", path)
	}
	var names []string
	for _, row := range rows[1:] {
		names = append(names, row[column])
	}
	return names, nil
}

// vary returns the sample or a changed copy of it.
func (a *augmenter) vary(s *sample, l *labels, r *rand.Rand) *sample {
	c := *s
	if a.people != nil {
		c.Words = a.rename(s, l, r)
	}
	if a.news != nil {
		a.news.relocate(&c, l, r)
		a.news.dress(&c, l, a, r)
	}
	if r.IntN(40) == 0 {
		c.Words = upper(c.Words)
	}
	if n := len(c.Words) - 1; n > 1 && c.Words[n] == "." && r.IntN(16) == 0 && !slices.Contains(c.Heads, int32(n)) {
		c.cut(n)
	}
	return &c
}

func upper(words []string) []string {
	out := make([]string, len(words))
	for i, w := range words {
		out[i] = strings.ToUpper(w)
	}
	return out
}

// cut drops the words from n on.
func (s *sample) cut(n int) {
	s.Words = s.Words[:n]
	for _, list := range []*[]int32{&s.Tags, &s.Heads, &s.Rels, &s.Names} {
		if *list != nil {
			*list = (*list)[:n]
		}
	}
}

// rename gives one person in four another name of as many words.
func (a *augmenter) rename(s *sample, l *labels, r *rand.Rand) []string {
	words := s.Words
	for first := 0; first < len(words); first++ {
		n := personAt(s, l, first)
		if n == 0 || r.IntN(4) != 0 {
			continue
		}
		name := a.draw(n, r)
		if name == nil {
			continue
		}
		if &words[0] == &s.Words[0] {
			words = slices.Clone(words)
		}
		copy(words[first:], name)
		first += n - 1
	}
	return words
}

// draw returns n words of a person's name, the last word for one.
func (a *augmenter) draw(n int, r *rand.Rand) []string {
	from := a.people[max(n, 2)]
	if len(from) == 0 {
		return nil
	}
	name := from[r.IntN(len(from))]
	if n == 1 {
		return name[len(name)-1:]
	}
	return name
}

// personAt returns the number of words of the person's name that begins at first,
// 0 for none. Where names are not annotated, a proper noun with flat words after it
// counts, and one that speaks.
func personAt(s *sample, l *labels, first int) int {
	switch {
	case s.Names != nil:
		return nameRun(s, l, first)
	case s.Heads != nil:
		return flatRun(s, l, first)
	}
	return 0
}

func nameRun(s *sample, l *labels, first int) int {
	switch l.Names[s.Names[first]] {
	case "S-PER":
		return 1
	case "B-PER":
		n := 1
		for l.Names[s.Names[first+n]] == "I-PER" {
			n++
		}
		return n + 1
	}
	return 0
}

func flatRun(s *sample, l *labels, first int) int {
	proper := func(i int) bool { return s.Tags[i] >= 0 && l.Tags[s.Tags[i]] == "NNP|PROPN" }
	n := 1
	for first+n < len(s.Words) && s.Heads[first+n] == int32(first) && l.Rels[s.Rels[first+n]] == "flat" && proper(first+n) {
		n++
	}
	if !proper(first) || n == 1 && !speaks(s, l, first) {
		return 0
	}
	return n
}

// speaks reports whether word i is the subject of a verb of saying.
func speaks(s *sample, l *labels, i int) bool {
	verbs := []string{"said", "says", "told", "added", "warned", "wrote", "asked", "replied"}
	h := s.Heads[i]
	return h >= 0 && l.Rels[s.Rels[i]] == "nsubj" && slices.Contains(verbs, s.Words[h])
}
