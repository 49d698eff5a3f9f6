package main

import (
	"embed"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
)

// The treebanks hold few of the phrases that news is made of: "Russian Foreign
// Minister Sergey Lavrov" or ", the bloc's envoy ," come a handful of times. The
// phrases of the folder data are put about persons in trees, and its sentences
// among the others, annotated as the treebanks do.

//go:embed data/*.txt
var data embed.FS

// lines returns the lines of a data file without comments. The files are part of
// the program: a test reads them all.
func lines(name string) []string {
	text, err := data.ReadFile("data/" + name)
	if err != nil {
		return nil
	}
	var out []string
	for line := range strings.Lines(string(text)) {
		if line = strings.TrimSpace(line); line != "" && line[0] != '#' {
			out = append(out, line)
		}
	}
	return out
}

// word is one word of a phrase; a head below 0 is outside it.
type word struct {
	form           string
	tag, rel, name int32
	head           int
}

// phrases reads phrases, leaving out those whose labels the treebank lacks.
func (l *labels) phrases(list []string) [][]word {
	var out [][]word
	for _, text := range list {
		if p := l.phrase(text); p != nil {
			out = append(out, p)
		}
	}
	return out
}

// phrase reads form/XPOS/UPOS/relation/head[/name label], word after word.
func (l *labels) phrase(text string) []word {
	var out []word
	for field := range strings.FieldsSeq(text) {
		c := append(strings.Split(field, "/"), "O")
		if len(c) < 6 {
			return nil
		}
		head, err := strconv.Atoi(c[4])
		w := word{form: c[0], head: head - 1, tag: int32(slices.Index(l.Tags, c[1]+"|"+c[2])),
			rel: int32(slices.Index(l.Rels, c[3])), name: int32(slices.Index(l.Names, c[5]))}
		if err != nil || w.tag < 0 || w.rel < 0 || w.name < 0 {
			return nil
		}
		out = append(out, w)
	}
	return out
}

// insert puts a phrase before word at; words of the phrase without a head in it hang on word anchor.
func (s *sample) insert(at, anchor int, phrase []word) {
	n := len(phrase)
	moved := func(i int32) int32 {
		if int(i) >= at {
			i += int32(n)
		}
		return i
	}
	heads := make([]int32, len(s.Heads))
	for i, h := range s.Heads {
		heads[i] = moved(h)
	}
	var words []string
	var tags, inner, rels, names []int32
	for _, w := range phrase {
		h := moved(int32(anchor))
		if w.head >= 0 {
			h = int32(at + w.head)
		}
		words, tags, inner = append(words, w.form), append(tags, w.tag), append(inner, h)
		rels, names = append(rels, w.rel), append(names, w.name)
	}
	s.Words = slices.Insert(slices.Clone(s.Words), at, words...)
	s.Tags, s.Rels = insertKnown(s.Tags, at, tags), insertKnown(s.Rels, at, rels)
	s.Names = insertKnown(s.Names, at, names)
	if s.Heads != nil {
		s.Heads = slices.Insert(heads, at, inner...)
	}
}

// insertKnown inserts into a copy of a list, unless the list is nil: not annotated.
func insertKnown(list []int32, at int, more []int32) []int32 {
	if list == nil {
		return nil
	}
	return slices.Insert(slices.Clone(list), at, more...)
}

// newsPhrases are the phrases with the labels of one training.
type newsPhrases struct {
	titles, appositions, sentences [][]word
	nations                        []string
	nation, comma, and, surname    []word
	given                          int32 // label of the first word of a person's name
	places, places2                []string
	organisations, organisations2  []string
}

func newNewsPhrases(l *labels) *newsPhrases {
	return &newsPhrases{
		titles: l.phrases(lines("titles.txt")), appositions: l.phrases(lines("appositions.txt")),
		sentences: l.phrases(lines("sentences.txt")), nations: lines("nations.txt"),
		places: strings.Fields(strings.Join(lines("places.txt"), " ")), places2: lines("places2.txt"),
		organisations: strings.Fields(strings.Join(lines("organisations.txt"), " ")), organisations2: lines("organisations2.txt"),
		nation: l.phrase("_/JJ/ADJ/amod/0"), comma: l.phrase(",/,/PUNCT/punct/0"), and: l.phrase("and/CC/CCONJ/cc/0"),
		surname: l.phrase("_/NNP/PROPN/flat/0/E-PER"), given: int32(slices.Index(l.Names, "B-PER")),
	}
}

// place draws a place of one word: one in three is made up of two, so that the
// network looks at what stands around a name it does not know.
func (p *newsPhrases) place(r *rand.Rand) string {
	name := p.places[r.IntN(len(p.places))]
	if r.IntN(3) != 0 {
		return name
	}
	front, back := []rune(name), []rune(p.places[r.IntN(len(p.places))])
	return string(front[:(len(front)+1)/2]) + strings.ToLower(string(back[len(back)/2:]))
}

// organisation draws an organisation of one word: one in three is letters that stand for nothing.
func (p *newsPhrases) organisation(r *rand.Rand) string {
	if r.IntN(3) != 0 {
		return p.organisations[r.IntN(len(p.organisations))]
	}
	letters := make([]byte, 2+r.IntN(3))
	for i := range letters {
		letters[i] = byte('A' + r.IntN(26))
	}
	return string(letters)
}

// sentence makes a sample of sentence i with words drawn for P, L, O and N.
func (p *newsPhrases) sentence(i int, a *augmenter, r *rand.Rand) *sample {
	s := &sample{}
	for _, w := range p.sentences[i] {
		switch w.form {
		case "P":
			if name := a.draw(1, r); name != nil {
				w.form = name[0]
			}
		case "L":
			w.form = p.place(r)
		case "O":
			w.form = p.organisation(r)
		case "N":
			w.form = p.nations[r.IntN(len(p.nations))]
		}
		s.Words, s.Tags = append(s.Words, w.form), append(s.Tags, w.tag)
		s.Heads, s.Rels, s.Names = append(s.Heads, int32(w.head)), append(s.Rels, w.rel), append(s.Names, w.name)
	}
	for at := len(p.sentences[i]) - 1; at >= 0; at-- {
		if p.sentences[i][at].form == "P" && r.IntN(2) == 0 {
			p.fullName(s, at, a, r)
		}
	}
	return s
}

// fullName makes the person at word i one of two words.
func (p *newsPhrases) fullName(s *sample, i int, a *augmenter, r *rand.Rand) {
	name := a.draw(2, r)
	if name == nil || p.surname == nil {
		return
	}
	second := slices.Clone(p.surname)
	second[0].form = name[1]
	s.Words[i] = name[0]
	s.insert(i+1, i, second)
	s.Names[i] = p.given
}

// relocate gives one place and one organisation in four another name of as many
// words; names of two words only where there is no tree over them.
func (p *newsPhrases) relocate(s *sample, l *labels, r *rand.Rand) {
	var drawn []string
	for i, label := range s.Names {
		drawn = drawn[:0]
		switch l.Names[label] {
		case "S-LOC":
			drawn = append(drawn, p.place(r))
		case "S-ORG":
			drawn = append(drawn, p.organisation(r))
		case "B-LOC":
			if s.Heads == nil && l.Names[s.Names[i+1]] == "E-LOC" {
				drawn = strings.Fields(p.places2[r.IntN(len(p.places2))])
			}
		case "B-ORG":
			if s.Heads == nil && l.Names[s.Names[i+1]] == "E-ORG" {
				drawn = strings.Fields(p.organisations2[r.IntN(len(p.organisations2))])
			}
		}
		if len(drawn) > 0 && r.IntN(4) == 0 {
			s.Words = slices.Clone(s.Words)
			copy(s.Words[i:], drawn)
		}
	}
}

// dress gives persons titles, appositions and companions, if the treebanks have the labels for them.
func (p *newsPhrases) dress(s *sample, l *labels, a *augmenter, r *rand.Rand) {
	if len(p.titles) == 0 || len(p.appositions) == 0 {
		return
	}
	for first := 0; first < len(s.Words); first++ {
		n := personAt(s, l, first)
		if n == 0 || s.Heads != nil && !s.plain(first, n) || s.Heads == nil && first > 0 && !s.lower(first-1) {
			continue
		}
		last := first + n
		switch r.IntN(8) {
		case 0:
			p.join(s, l, a, first, last, r)
		case 1:
			p.explain(s, first, last, r)
		}
		if r.IntN(2) == 0 {
			last += p.entitle(s, first, r)
		}
		first = last
	}
}

// lower reports whether word i begins with a lower-case letter, so is not part of a title.
func (s *sample) lower(i int) bool { return s.Words[i][0] >= 'a' && s.Words[i][0] <= 'z' }

// plain reports whether the person is one phrase headed by its first word, with
// nothing about it yet.
func (s *sample) plain(first, n int) bool {
	for i, h := range s.Heads {
		inside := i >= first && i < first+n
		if inside && i > first && h != int32(first) || !inside && h >= int32(first) && h < int32(first+n) && i >= first-3 && i <= first+n {
			return false
		}
	}
	h := s.Heads[first]
	return h < int32(first) || h >= int32(first+n)
}

// entitle puts a title before a person and returns its length.
func (p *newsPhrases) entitle(s *sample, first int, r *rand.Rand) int {
	title := slices.Clone(p.titles[r.IntN(len(p.titles))])
	before := len(s.Words)
	if r.IntN(2) == 0 {
		title = p.ofNation(title, r)
	}
	s.insert(first, first, title)
	return len(s.Words) - before
}

// ofNation puts a nation before a title.
func (p *newsPhrases) ofNation(title []word, r *rand.Rand) []word {
	w := p.nation[0]
	w.form = p.nations[r.IntN(len(p.nations))]
	for i := range title {
		if title[i].head < 0 {
			w.head = i + 1
		} else {
			title[i].head++
		}
	}
	return slices.Insert(title, 0, w)
}

// explain puts an apposition after a person.
func (p *newsPhrases) explain(s *sample, first, last int, r *rand.Rand) {
	appos := p.appositions[r.IntN(len(p.appositions))]
	phrase := slices.Concat(p.comma, slices.Clone(appos), p.comma)
	head := 0
	for i := range phrase[1 : len(phrase)-1] {
		w := &phrase[i+1]
		if w.head < 0 {
			head = i + 1
		} else {
			w.head++
		}
	}
	phrase[0].head, phrase[len(phrase)-1].head = head, head
	if last < len(s.Words) && strings.ContainsAny(s.Words[last], ".,;:") {
		phrase = phrase[:len(phrase)-1]
	}
	s.insert(last, first, phrase)
}

// join puts "and" and another person, with a title, after a person.
func (p *newsPhrases) join(s *sample, l *labels, a *augmenter, first, last int, r *rand.Rand) {
	name := a.draw(2, r)
	conj := l.phrase("_/NNP/PROPN/conj/0 _/NNP/PROPN/flat/1")
	if name == nil || conj == nil {
		return
	}
	conj[0].form, conj[1].form = name[0], name[1]
	title := slices.Clone(p.titles[r.IntN(len(p.titles))])
	head := 1 + len(title)
	phrase := slices.Clone(p.and)
	phrase[0].head = head
	for _, w := range title {
		if w.head++; w.head == 0 {
			w.head = head
		}
		phrase = append(phrase, w)
	}
	conj[1].head = head
	phrase = append(phrase, conj...)
	s.insert(last, first, phrase)
	if s.Names != nil {
		copy(s.Names[last+head:], []int32{int32(slices.Index(l.Names, "B-PER")), int32(slices.Index(l.Names, "E-PER"))})
	}
}
