package text

import "slices"

import "strings"

// What coordination, apposition and possession cannot look like: repairs of
// phrases around names, whose parts the network sometimes scatters.

// liftFromFlat moves what hangs on the later part of a name to its first: in
// "Abiy Ahmed and Isaias Afwerki" it is Abiy that Isaias is joined to.
func liftFromFlat(s *Sentence) {
	for i := range s.Tokens {
		t := &s.Tokens[i]
		switch baseRel(t.Rel) {
		case "conj", "appos", "acl":
		default:
			continue
		}
		if t.UPOS == "PROPN" && t.Head >= 0 && s.Tokens[t.Head].UPOS == "PROPN" {
			t.Head = s.nameHead(t.Head)
		}
	}
}

// possessor hangs a word with 's on the noun after it: in "and Denmark's Lars
// Berg" it is not Denmark that is joined to what is before.
func possessor(s *Sentence) {
	for i := 0; i+2 < len(s.Tokens); i++ {
		mark := &s.Tokens[i+1]
		if mark.XPOS != "POS" || mark.Head != i || !nominal(&s.Tokens[i]) {
			continue
		}
		owner := s.nameHead(i)
		mark.Head = owner
		t := &s.Tokens[owner]
		owned := s.phraseHead(i+2, owner)
		if t.Rel == "nmod:poss" || t.Head < 0 || owned < 0 || owned == owner {
			continue
		}
		if s.under(owned, owner) {
			s.Tokens[owned].Head, s.Tokens[owned].Rel = t.Head, t.Rel
		}
		t.Head, t.Rel = owned, "nmod:poss"
	}
}

// nameHead returns the first part of the name that token i continues, i if it continues none.
func (s *Sentence) nameHead(i int) int {
	for s.Tokens[i].Rel == "flat" && s.Tokens[i].Head >= 0 {
		i = s.Tokens[i].Head
	}
	return i
}

// phraseHead returns the head of the noun phrase that begins at i: its first
// noun that no later word of it governs, or -1. owner is the word before.
func (s *Sentence) phraseHead(i, owner int) int {
	for j := i; j < len(s.Tokens) && j < i+8; j++ {
		t := &s.Tokens[j]
		switch {
		case nominal(t) && (t.Head < j || t.Head == owner):
			return j
		case t.UPOS == "VERB" && t.Head < i, t.UPOS == "PUNCT" && t.XPOS != "``" && t.XPOS != "HYPH", t.UPOS == "ADP", t.UPOS == "CCONJ":
			return -1
		}
	}
	return -1
}

// adjacentConjuncts joins two conjuncts with nothing between them into one: in
// "A and Eritrean President B" the Eritrean is not a third person.
func adjacentConjuncts(s *Sentence) {
	for i := 0; i+1 < len(s.Tokens); i++ {
		t := &s.Tokens[i]
		if t.Rel != "conj" || !nominal(t) && t.UPOS != "ADJ" {
			continue
		}
		for j := i + 1; j < len(s.Tokens) && j < i+8; j++ {
			next := &s.Tokens[j]
			if next.Rel != "conj" || next.UPOS != "PROPN" || next.Head != t.Head && !s.under(next.Head, t.Head) && !s.under(t.Head, next.Head) {
				continue
			}
			switch {
			case s.leftmost(j) != i+1 || s.rightmost(i) != i || s.parted(i, j):
			case j == i+1 && s.inPerson(i, j):
				s.Tokens[j].Head, s.Tokens[j].Rel = i, "flat"
			default:
				s.become(i, j)
			}
			break
		}
	}
}

// parted reports whether a mark, a conjunction or a preposition stands between i and j.
func (s *Sentence) parted(i, j int) bool {
	for k := i + 1; k < j; k++ {
		switch s.Tokens[k].UPOS {
		case "PUNCT", "CCONJ", "ADP":
			return true
		}
	}
	return false
}

// become makes token i a modifier of j; what introduced i introduces j.
func (s *Sentence) become(i, j int) {
	for k := range s.Tokens {
		if s.Tokens[k].Head == i {
			s.Tokens[k].Head = j
		}
	}
	s.Tokens[i].Head, s.Tokens[i].Rel = j, "compound"
	if s.Tokens[i].UPOS == "ADJ" {
		s.Tokens[i].Rel = "amod"
	}
}

// inPerson reports whether one name of a person covers tokens i and j.
func (s *Sentence) inPerson(i, j int) bool {
	for _, n := range s.Names {
		if n.Type == PER && n.First <= i && j < n.Last {
			return true
		}
	}
	return false
}

// rightmost returns the last token of the phrase that i governs.
func (s *Sentence) rightmost(i int) int {
	for j := len(s.Tokens) - 1; j > i; j-- {
		if s.under(j, i) {
			return j
		}
	}
	return i
}

// secondSubject makes the second of two subjects of a verb what it must be: a
// conjunct where "and" stands before it, a part of the name where nothing
// stands between.
func secondSubject(s *Sentence) {
	for i := range s.Tokens {
		t := &s.Tokens[i]
		if baseRel(t.Rel) != "nsubj" || t.Rel == "nsubj:outer" || !nominal(t) {
			continue
		}
		first := s.child(t.Head, "nsubj")
		if first < 0 || first >= i || !nominal(&s.Tokens[first]) {
			continue
		}
		left := s.leftmost(i)
		if v := t.Head; i > v && first < v && s.Tokens[v].UPOS == "VERB" && t.UPOS == "NOUN" && s.Tokens[left].Form == "," && s.Tokens[left+1].UPOS == "DET" && s.child(i, "conj") < 0 {
			t.Rel = "parataxis" // "visited Chad on Monday, the first trip of his term"
		}
		if t.Head < i {
			continue
		}
		if s.Tokens[left].UPOS != "CCONJ" && left > 0 && s.Tokens[left-1].UPOS == "CCONJ" {
			left--
		}
		before := left - 1
		if s.Tokens[left].Form == "," && s.Tokens[left+1].UPOS == "CCONJ" { // "masks, and helmets"
			left++
		}
		switch {
		case s.Tokens[left].UPOS == "CCONJ" && left > first:
			t.Head, t.Rel = s.joined(before, first), "conj"
			s.Tokens[left].Head = i
		case s.child(i, "conj") > i && s.listed(left, first) >= 0:
			t.Head, t.Rel = s.listed(left, first), "conj"
		case t.UPOS == "PROPN" && left == i && s.rightmost(first) == i-1 && s.Tokens[i-1].UPOS == "PROPN":
			t.Head, t.Rel = s.nameHead(i-1), "flat"
		case t.UPOS == "PROPN" && left == i && s.rightmost(first) == i-1 && s.Tokens[first].UPOS == "NOUN" && s.nameType(i) == PER && !slices.ContainsFunc(s.Tokens[first:i], func(x Token) bool { return x.UPOS == "VERB" }): // "security adviser Lind"
			s.Tokens[first].Head, s.Tokens[first].Rel = i, "nmod:desc"
		case t.UPOS == "NOUN" && left == i && s.Tokens[i-1].UPOS == "PROPN" && s.Tokens[i-1].Rel == "conj" && s.under(i-1, first):
			s.takeOver(i, i-1)
		}
	}
}

// secondName hangs on the second of two names its last words that were hung on the first: "Lind and
// Ursula von der Leyen".
func secondName(s *Sentence) {
	for c := range s.Tokens {
		t := &s.Tokens[c]
		if t.Rel != "conj" || t.UPOS != "PROPN" || t.Head < 0 || t.Head > c || s.nameType(c) == "" {
			continue
		}
		for i := c + 1; i < len(s.Tokens) && s.Tokens[i].Rel == "flat" && (s.Tokens[i].Head == t.Head || s.under(i, c)); i++ {
			if s.Tokens[i].Head == t.Head {
				s.Tokens[i].Head = c
			}
		}
	}
}

// takeOver puts noun i in the place of the name right before it, which only says whose the noun
// is: "the government and the ELN guerrillas".
func (s *Sentence) takeOver(i, name int) {
	s.Tokens[i].Head, s.Tokens[i].Rel = s.Tokens[name].Head, s.Tokens[name].Rel
	for k := range s.Tokens {
		if s.Tokens[k].Head == name && k < name {
			s.Tokens[k].Head = i
		}
	}
	s.Tokens[name].Head, s.Tokens[name].Rel = i, "compound"
}

// listed returns the name before the comma that a list goes on from at left,
// where that name hangs on first: "the presidents of Chile, Peru and Mali". It
// returns -1 if there is none.
func (s *Sentence) listed(left, first int) int {
	if s.Tokens[left].Form != "," {
		left--
	}
	if left < 1 || s.Tokens[left].Form != "," || s.Tokens[left-1].UPOS != "PROPN" {
		return -1
	}
	name := s.nameHead(left - 1)
	if !s.under(name, first) || s.Tokens[name].Rel != "nmod" {
		return -1
	}
	return name
}

// joined returns what an "and" after token i joins to within the phrase of
// top: the noun after "between", which wants two, or top itself.
func (s *Sentence) joined(i, top int) int {
	for n := 0; i >= 0 && i != top && n < len(s.Tokens); n++ {
		if c := s.child(i, "case"); c >= 0 && strings.EqualFold(s.Tokens[c].Form, "between") {
			return i
		}
		i = s.Tokens[i].Head
	}
	return top
}

// subjectUnderNoun lifts a subject from a noun that has a preposition, and so
// no subject, to the verb over both: in "The envoy to the council warned" the
// council hangs on the envoy and the envoy on "warned".
func subjectUnderNoun(s *Sentence) {
	for i := range s.Tokens {
		t := &s.Tokens[i]
		if baseRel(t.Rel) != "nsubj" || t.Head < i || !nominal(t) {
			continue
		}
		noun := &s.Tokens[t.Head]
		if !nominal(noun) || noun.Head <= t.Head || s.Tokens[noun.Head].UPOS != "VERB" {
			continue
		}
		preposition := s.child(t.Head, "case")
		if preposition != s.reach(i, t.Head)+1 || s.child(t.Head, "cop") >= 0 || s.child(noun.Head, "nsubj") >= 0 {
			continue
		}
		t.Head = noun.Head
		noun.Head, noun.Rel = i, "nmod"
		t.Rel = s.subjectRel(t.Head)
	}
}

// subjectRel is the relation that the subject of verb v has.
func (s *Sentence) subjectRel(v int) string {
	for i := range s.Tokens {
		if s.Tokens[i].Head == v && s.Tokens[i].Rel == "aux:pass" {
			return "nsubj:pass"
		}
	}
	return "nsubj"
}

// reach returns the last token before limit up to which the phrase of i runs without a gap.
func (s *Sentence) reach(i, limit int) int {
	last := i
	for last+1 < limit && s.under(last+1, i) {
		last++
	}
	return last
}

// personApposed lifts a person from the place or the organisation before it to the
// noun over both: in "The head of the mission in Moldova, Ana Berg, urged" Moldova is not Berg, the head is.
func personApposed(s *Sentence) {
	for _, n := range s.Names {
		i := n.First
		t := &s.Tokens[i]
		if n.Type != PER || t.Head < 0 || t.Head >= i || !s.apposed(i) || !s.betweenCommas(i) {
			continue
		}
		place := t.Head
		top := s.topNoun(place)
		if top < 0 {
			continue
		}
		t.Head, t.Rel = top, "appos"
		for j := i + 1; j < len(s.Tokens); j++ {
			if u := &s.Tokens[j]; u.Head == place && u.Rel == "conj" && s.nameType(j) == PER {
				u.Head = i
			}
		}
	}
}

// apposed reports whether token i was joined to a place or an organisation as its
// other name, or as one more of a list without "and".
func (s *Sentence) apposed(i int) bool {
	t := &s.Tokens[i]
	if other := s.nameType(t.Head); other != LOC && other != ORG {
		return false
	}
	return t.Rel == "appos" || t.Rel == "conj" && s.child(i, "cc") < 0
}

// betweenCommas reports whether a comma comes before the phrase of token i, and
// a comma or "and" after it; either may be its first or last token.
func (s *Sentence) betweenCommas(i int) bool {
	is := func(j int, form string) bool { return j >= 0 && j < len(s.Tokens) && s.Tokens[j].Form == form }
	first, last := s.leftmost(i), s.rightmost(i)
	return (is(first, ",") || is(first-1, ",")) && (is(last, ",") || is(last+1, ",") || is(last+1, "and"))
}

// nameType returns the type of the name that covers token i, "" for none.
func (s *Sentence) nameType(i int) NameType {
	for _, n := range s.Names {
		if n.First <= i && i < n.Last {
			return n.Type
		}
	}
	return ""
}

// topNoun returns the common noun that a name modifies with a preposition of office,
// at whatever remove, or -1: for Moldova in "the head of the mission in Moldova" the head.
func (s *Sentence) topNoun(i int) int {
	top := -1
	for range s.Tokens {
		t := &s.Tokens[i]
		if t.Head < 0 || t.Head > i || t.Rel != "conj" && (t.Rel != "nmod" || !s.ofOffice(i)) {
			break
		}
		if i = t.Head; s.Tokens[i].UPOS == "NOUN" && t.Rel == "nmod" {
			top = i
		}
	}
	if top >= 0 && s.child(top, "case") >= 0 {
		return -1
	}
	return top
}

// ofOffice reports whether token i has a preposition as between an office and its place.
func (s *Sentence) ofOffice(i int) bool {
	c := s.child(i, "case")
	if c < 0 {
		return false
	}
	switch s.Tokens[c].Form {
	case "of", "for", "to", "in", "at":
		return true
	}
	return false
}

// officeUnderPlace lifts an office from the place or the organisation of the office
// before it: in "mayor of Denver and governor of Colorado" governor is joined to mayor.
func officeUnderPlace(s *Sentence) {
	for i := range s.Tokens {
		t := &s.Tokens[i]
		if t.Rel != "conj" || t.XPOS != "NN" || t.Head < 0 || t.Head > i || s.child(i, "det") >= 0 {
			continue
		}
		place := &s.Tokens[t.Head]
		if typ := s.nameType(t.Head); typ != LOC && typ != ORG || place.Rel != "nmod" || place.Head < 0 || place.Head > t.Head {
			continue
		}
		if s.Tokens[place.Head].XPOS == "NN" && s.ofOffice(t.Head) {
			t.Head = place.Head
		}
	}
}
