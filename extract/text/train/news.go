package main

import (
	"math/rand/v2"
	"slices"
	"strings"
)

// The treebanks hold few of the phrases that news is made of: "Russian Foreign
// Minister Sergey Lavrov" or ", the bloc's envoy ," come a handful of times. The
// phrases below are put about persons in trees, annotated as the treebanks do.
// A word is form/XPOS/UPOS/relation/head, and its name label if it is in a name;
// the head is a word of the phrase from 1, or 0 for the person.

// titles stand before a person.
var titles = []string{
	"President/NNP/PROPN/nmod:desc/0",
	"Chancellor/NNP/PROPN/nmod:desc/0",
	"Premier/NNP/PROPN/nmod:desc/0",
	"Senator/NNP/PROPN/nmod:desc/0",
	"Governor/NNP/PROPN/nmod:desc/0",
	"Ambassador/NNP/PROPN/nmod:desc/0",
	"Minister/NNP/PROPN/nmod:desc/0",
	"King/NNP/PROPN/nmod:desc/0",
	"Mr./NNP/PROPN/nmod:desc/0",
	"Gen./NNP/PROPN/nmod:desc/0",
	"General/NNP/PROPN/nmod:desc/0",
	"Prime/NNP/ADJ/amod/2 Minister/NNP/PROPN/nmod:desc/0",
	"Foreign/NNP/ADJ/amod/2 Minister/NNP/PROPN/nmod:desc/0",
	"Foreign/NNP/ADJ/amod/2 Secretary/NNP/PROPN/nmod:desc/0",
	"Defence/NNP/PROPN/compound/2 Minister/NNP/PROPN/nmod:desc/0",
	"Defense/NNP/PROPN/compound/2 Secretary/NNP/PROPN/nmod:desc/0",
	"Finance/NNP/PROPN/compound/2 Minister/NNP/PROPN/nmod:desc/0",
	"Interior/NNP/PROPN/compound/2 Minister/NNP/PROPN/nmod:desc/0",
	"Trade/NNP/PROPN/compound/2 Minister/NNP/PROPN/nmod:desc/0",
	"Vice/NNP/PROPN/compound/2 President/NNP/PROPN/nmod:desc/0",
	"Army/NNP/PROPN/compound/2 chief/NN/NOUN/nmod:desc/0",
	"Secretary/NNP/PROPN/nmod:desc/0 of/IN/ADP/case/3 State/NNP/PROPN/nmod/1",
	"Secretary/NNP/PROPN/nmod:desc/0 General/NNP/ADJ/amod/1",
	"opposition/NN/NOUN/compound/2 leader/NN/NOUN/nmod:desc/0",
	"rebel/NN/NOUN/compound/2 commander/NN/NOUN/nmod:desc/0",
	"foreign/JJ/ADJ/amod/2 minister/NN/NOUN/nmod:desc/0",
	"prime/JJ/ADJ/amod/2 minister/NN/NOUN/nmod:desc/0",
	"spokesman/NN/NOUN/nmod:desc/0",
	"spokeswoman/NN/NOUN/nmod:desc/0",
	"special/JJ/ADJ/amod/2 envoy/NN/NOUN/nmod:desc/0",
	"president/NN/NOUN/nmod:desc/0",
	"Judge/NNP/PROPN/nmod:desc/0",
	"Mayor/NNP/PROPN/nmod:desc/0",
	"Col./NNP/PROPN/nmod:desc/0",
	"Deputy/NNP/ADJ/amod/3 Prime/NNP/ADJ/amod/3 Minister/NNP/PROPN/nmod:desc/0",
	"then/RB/ADV/advmod/2 President/NNP/PROPN/nmod:desc/0",
	"former/JJ/ADJ/amod/2 president/NN/NOUN/nmod:desc/0",
	"former/JJ/ADJ/amod/3 prime/JJ/ADJ/amod/3 minister/NN/NOUN/nmod:desc/0",
	"party/NN/NOUN/compound/2 leader/NN/NOUN/nmod:desc/0",
	"police/NN/NOUN/compound/2 chief/NN/NOUN/nmod:desc/0",
	"U.S./NNP/PROPN/compound/2/S-LOC President/NNP/PROPN/nmod:desc/0",
	"US/NNP/PROPN/compound/2/S-LOC President/NNP/PROPN/nmod:desc/0",
	"U.S./NNP/PROPN/compound/2/S-LOC Secretary/NNP/PROPN/nmod:desc/0 of/IN/ADP/case/4 State/NNP/PROPN/nmod/2",
	"State/NNP/PROPN/compound/2/B-ORG Department/NNP/PROPN/compound/3/E-ORG spokesperson/NN/NOUN/nmod:desc/0",
	"Foreign/NNP/ADJ/amod/2/B-ORG Ministry/NNP/PROPN/compound/3/E-ORG spokesman/NN/NOUN/nmod:desc/0",
	"Kremlin/NNP/PROPN/compound/2/S-ORG spokesman/NN/NOUN/nmod:desc/0",
	"Pentagon/NNP/PROPN/compound/2/S-ORG spokeswoman/NN/NOUN/nmod:desc/0",
	"White/NNP/ADJ/amod/2/B-ORG House/NNP/PROPN/compound/4/E-ORG press/NN/NOUN/compound/4 secretary/NN/NOUN/nmod:desc/0",
	"UN/NNP/PROPN/compound/3/S-ORG special/JJ/ADJ/amod/3 envoy/NN/NOUN/nmod:desc/0",
	"NATO/NNP/PROPN/compound/2/S-ORG chief/NN/NOUN/nmod:desc/0",
	"EU/NNP/PROPN/compound/4/S-ORG foreign/JJ/ADJ/amod/3 policy/NN/NOUN/compound/4 chief/NN/NOUN/nmod:desc/0",
}

// nations may stand before a title.
var nations = []string{"Russian", "Chinese", "French", "Turkish", "Iranian", "Israeli", "German", "Ukrainian", "Kenyan",
	"Brazilian", "Indian", "Saudi", "Egyptian", "Polish", "Mexican", "Ethiopian", "Nigerian", "Thai", "Chilean", "Armenian",
	"British", "American", "Syrian", "Georgian", "Lebanese", "Qatari", "Swedish", "Vietnamese", "Libyan"}

// appositions stand after a person, between commas.
var appositions = []string{
	"the/DT/DET/det/2 president/NN/NOUN/appos/0",
	"the/DT/DET/det/3 opposition/NN/NOUN/compound/3 leader/NN/NOUN/appos/0",
	"the/DT/DET/det/3 foreign/JJ/ADJ/amod/3 minister/NN/NOUN/appos/0",
	"a/DT/DET/det/2 spokesman/NN/NOUN/appos/0 for/IN/ADP/case/5 the/DT/DET/det/5 ministry/NN/NOUN/nmod/2",
	"a/DT/DET/det/3 senior/JJ/ADJ/amod/3 official/NN/NOUN/appos/0",
	"the/DT/DET/det/2 head/NN/NOUN/appos/0 of/IN/ADP/case/5 the/DT/DET/det/5 delegation/NN/NOUN/nmod/2",
	"his/PRP$/PRON/nmod:poss/3 Turkish/JJ/ADJ/amod/3 counterpart/NN/NOUN/appos/0",
	"the/DT/DET/det/4 bloc/NN/NOUN/nmod:poss/4 's/POS/PART/case/2 envoy/NN/NOUN/appos/0",
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

func (l *labels) phrase(text string) []word {
	var out []word
	for field := range strings.FieldsSeq(text) {
		c := strings.Split(field, "/")
		w := word{form: c[0], head: int(c[4][0]-'0') - 1,
			tag: int32(slices.Index(l.Tags, c[1]+"|"+c[2])), rel: int32(slices.Index(l.Rels, c[3]))}
		if len(c) > 5 {
			w.name = int32(slices.Index(l.Names, c[5]))
		}
		if w.tag < 0 || w.rel < 0 {
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
	titles, appositions [][]word
	nation, comma, and  []word
}

func newNewsPhrases(l *labels) newsPhrases {
	return newsPhrases{titles: l.phrases(titles), appositions: l.phrases(appositions), nation: l.phrase("_/JJ/ADJ/amod/0"),
		comma: l.phrase(",/,/PUNCT/punct/0"), and: l.phrase("and/CC/CCONJ/cc/0")}
}

// dress gives persons titles, appositions and companions.
func (p *newsPhrases) dress(s *sample, l *labels, a *augmenter, r *rand.Rand) {
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
	w.form = nations[r.IntN(len(nations))]
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
