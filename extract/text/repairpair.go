package text

import "strings"

// betweenPair joins to the first of two names the second, where that was joined to something
// in between: "talks between Lind, speaking for the union, and Berg".
func betweenPair(s *Sentence) {
	for i := range s.Tokens {
		if s.nameType(i) == "" || !s.caseIs(i, "between") || s.child(i, "conj") >= 0 {
			continue
		}
		for j := i + 2; j < len(s.Tokens); j++ {
			t := &s.Tokens[j]
			if t.Rel != "conj" || s.nameType(j) == "" || t.Head <= i || !s.caseless(j) {
				continue
			}
			if and := s.child(j, "cc"); and > i && s.Tokens[and].Form == "and" && s.Tokens[and-1].Form == "," {
				t.Head = i
				break
			}
		}
	}
}

// caseless holds for a noun that no preposition stands before.
func (s *Sentence) caseless(i int) bool {
	return s.child(i, "case") < 0 || s.child(i, "case") > i
}

// ownObject hangs an object on the verb right before it, where it was hung on the verb that
// one is joined to, which has its own: in "visit Riga and hold talks" talks are held.
func ownObject(s *Sentence) {
	for o := range s.Tokens {
		t := &s.Tokens[o]
		if t.Rel != "obj" || t.Head < 0 || t.Head > o-3 || !nominal(t) {
			continue
		}
		v := s.leftmost(o) - 1
		verb := &s.Tokens[max(v, 0)]
		if first := s.child(t.Head, "obj"); v > t.Head && first < v && verb.Rel == "conj" && verb.Head == t.Head && verb.UPOS == "VERB" && verb.XPOS != "VBN" && s.child(v, "obj") < 0 && s.child(v, "ccomp") < 0 {
			t.Head = v
		}
	}
}

// pastDay joins to the object before a day or a place the name of a person that was joined to
// it: "will meet Lind on Friday and Berg on Sunday", "met Lind in Oslo and Berg in Riga".
func pastDay(s *Sentence) {
	for n := range s.Tokens {
		t := &s.Tokens[n]
		if t.Rel != "conj" || t.Head < 0 || t.Head > n || s.typeNamed(n) == "" || dayName(s.Tokens[n].Form) {
			continue
		}
		day := &s.Tokens[t.Head]
		place := s.nameType(t.Head) == LOC && s.typeNamed(n) == PER
		if baseRel(day.Rel) != "obl" || !dayName(day.Form) && !timeNoun(day.Lemma) && !place || day.Head < 0 {
			continue
		}
		if object := s.child(day.Head, "obj"); object >= 0 && object < t.Head && s.nameType(object) != "" && (!place || s.nameType(object) == PER) {
			t.Head = object
		}
	}
}

// afterAdverb makes the subject of a verb that has none of the name that was joined to the adverb before
// it: "Earlier, Lind and Berg signed".
func afterAdverb(s *Sentence) {
	if len(s.Tokens) < 5 || s.Tokens[0].UPOS != "ADV" || s.Tokens[0].Rel != "advmod" || s.Tokens[1].Form != "," {
		return
	}
	v := s.Tokens[0].Head
	n := s.child(0, "conj")
	if n < 0 {
		n = s.child(0, "appos")
	}
	if n < 2 || n > v || s.nameType(n) == "" || s.Tokens[v].UPOS != "VERB" || s.child(v, "nsubj") >= 0 || s.leftmost(n) > 2 {
		return
	}
	s.Tokens[n].Head, s.Tokens[n].Rel = v, s.subjectRel(v)
}

// typeNamed is the type of the name at noun n, or of the one beside it: "the minister, Lind".
func (s *Sentence) typeNamed(n int) NameType {
	if a := s.child(n, "appos"); s.nameType(n) == "" && a > n {
		return s.nameType(a)
	}
	return s.nameType(n)
}

// afterDay makes the subject of a verb that has none of the name that was taken for an apposition
// to the day or the place before it: "On Friday, Lind and Berg agreed to meet", "On Capitol Hill,
// Senator Lind left".
func afterDay(s *Sentence) {
	for n := 2; n < len(s.Tokens); n++ {
		t := &s.Tokens[n]
		if baseRel(t.Rel) != "appos" || t.Head < 0 || t.Head > n || !nominal(t) || timeNoun(t.Lemma) || monthName(t.Form) || dayName(t.Form) {
			continue
		}
		day, left := &s.Tokens[t.Head], s.leftmost(n)
		v := day.Head
		where := s.nameType(t.Head) == LOC && s.nameType(n) == PER && s.child(t.Head, "case") >= 0
		if baseRel(day.Rel) != "obl" || !dayName(day.Form) && !timeNoun(day.Lemma) && !monthName(day.Form) && !where || v < n || left < 1 || s.Tokens[left-1].Form != "," && s.Tokens[left].Form != "," {
			continue
		}
		if s.Tokens[v].UPOS != "VERB" || s.child(v, "nsubj") >= 0 || s.child(v, "csubj") >= 0 || s.child(v, "expl") >= 0 {
			continue
		}
		if s.listedAfter(n, t.Head); s.verbStart(v) != s.rightmost(n)+1 {
			continue
		}
		t.Head, t.Rel = v, s.subjectRel(v)
	}
}

// listedAfter takes what was joined to day, after the name n beside it, to that name.
func (s *Sentence) listedAfter(n, day int) {
	for j := n + 1; j < len(s.Tokens); j++ {
		if t := &s.Tokens[j]; t.Head == day && t.Rel == "conj" && nominal(t) && !dayName(t.Form) {
			t.Head = n
		}
	}
}

// monthName holds for the months.
func monthName(form string) bool {
	switch strings.TrimSuffix(form, ".") {
	case "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
		"Jan", "Feb", "Mar", "Apr", "Aug", "Sept", "Sep", "Oct", "Nov", "Dec":
		return true
	}
	return false
}

// dayName holds for the days of the week.
func dayName(form string) bool {
	switch form {
	case "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday":
		return true
	}
	return false
}

// thenVerb joins to the verb before it, whose modal it shares, a bare verb set beside it
// after "then": "will fly to Riga, then travel on to Oslo".
func thenVerb(s *Sentence) {
	for v := range s.Tokens {
		t := &s.Tokens[v]
		if t.Rel == "parataxis" && t.XPOS == "VB" && t.Head >= 0 && t.Head < v && s.Tokens[t.Head].XPOS == "VB" && strings.EqualFold(s.Tokens[v-1].Form, "then") && s.child(v, "nsubj") < 0 && s.child(v, "aux") < 0 {
			t.Rel = "conj"
		}
	}
}

// opposedVerb makes a verb of "opposed", which is no preposition, and subject and object of the
// name before it and the noun after it: "Lind opposed the plan".
func opposedVerb(s *Sentence) {
	for v := 1; v < len(s.Tokens); v++ {
		t := &s.Tokens[v]
		noun := t.Head
		if t.Rel != "case" || t.Form != "opposed" || noun < v {
			continue
		}
		subject := s.nameHead(v - 1)
		u, object := &s.Tokens[subject], &s.Tokens[noun]
		if u.UPOS != "PROPN" || u.Head != noun && object.Head != subject {
			continue
		}
		t.UPOS, t.XPOS, t.Lemma = "VERB", "VBD", "oppose"
		t.Head, t.Rel = object.Head, object.Rel
		if object.Head == subject {
			t.Head, t.Rel = u.Head, clausal(u.Rel)
		}
		object.Head, object.Rel, u.Head, u.Rel = v, "obj", v, "nsubj"
		for j := range s.Tokens {
			if w := &s.Tokens[j]; w.Head == noun && (j < v || w.Rel == "punct") {
				w.Head = v
			}
		}
	}
}

// clausal is the relation of a clause that takes the place of a noun.
func clausal(rel string) string {
	if rel == "root" {
		return rel
	}
	return "parataxis"
}

// nameNoAuxiliary makes a name read as an auxiliary a part of the name before it,
// else the subject: "Theresa May left", "Labour MP Tom Hale left".
func nameNoAuxiliary(s *Sentence) {
	for i := 1; i < len(s.Tokens); i++ {
		t := &s.Tokens[i]
		if t.UPOS != "PROPN" || baseRel(t.Rel) != "aux" || t.Head <= i {
			continue
		}
		verb, before := t.Head, s.nameHead(i-1)
		switch {
		case s.Tokens[before].UPOS == "PROPN" && s.Tokens[before].Head == verb:
			t.Head, t.Rel = before, "flat"
		case s.child(verb, "nsubj") < 0:
			t.Rel = "nsubj"
			if k := &s.Tokens[i-1]; k.Head == i && baseRel(k.Rel) == "nsubj" {
				k.Rel = "compound"
			}
		}
		if v := &s.Tokens[verb]; v.XPOS == "VBN" && s.child(verb, "aux") < 0 {
			v.XPOS = "VBD"
		}
	}
}

// ownedNoun makes a noun of a bare verb right after a genitive: "called Lind's conduct
// a breach". What it governed says what it was called.
func ownedNoun(s *Sentence) {
	for i := 2; i < len(s.Tokens); i++ {
		t, mark := &s.Tokens[i], &s.Tokens[i-1]
		if t.UPOS != "VERB" || t.XPOS != "VB" || mark.XPOS != "POS" || mark.Head < 0 || s.Tokens[mark.Head].Head != i || t.Head < 0 || s.Tokens[t.Head].UPOS != "VERB" {
			continue
		}
		t.UPOS, t.XPOS, t.Rel = "NOUN", "NN", "obj"
		if o := s.child(i, "obj"); o > i {
			s.Tokens[o].Head, s.Tokens[o].Rel = t.Head, "xcomp"
		}
	}
}

// capitalVerb makes a part of the name of a verb in capitals right after one: in "told The
// Daily Post it was over" nobody posts.
func capitalVerb(s *Sentence) {
	for i := 1; i < len(s.Tokens); i++ {
		t, before := &s.Tokens[i], &s.Tokens[i-1]
		if t.UPOS != "VERB" || t.XPOS != "VBP" || t.Form[0] < 'A' || t.Form[0] > 'Z' || before.UPOS != "PROPN" || before.Head != i || before.Rel != "nsubj" {
			continue
		}
		if h := t.Head; h >= 0 && h < i && t.Rel == "ccomp" && s.Tokens[h].UPOS == "VERB" && s.Tokens[h].Form[0] >= 'a' && s.child(h, "obj") < 0 {
			t.UPOS, t.XPOS, t.Rel = "PROPN", "NNP", "obj"
			before.Rel = "compound"
		}
	}
}

// saidGerund makes a gerund the subject of the clause behind it that has none: "said
// building it would take years".
func saidGerund(s *Sentence) {
	for v := 1; v < len(s.Tokens); v++ {
		t := &s.Tokens[v]
		if t.XPOS != "VBG" || t.UPOS != "VERB" || t.Rel != "xcomp" || t.Head != v-1 {
			continue
		}
		for c := v + 1; c < len(s.Tokens); c++ {
			k := &s.Tokens[c]
			if k.Head != t.Head || k.Rel != "ccomp" || s.child(c, "aux") < 0 || s.child(c, "nsubj") >= 0 || s.child(c, "mark") >= 0 || s.Tokens[s.leftmost(c)].UPOS != "AUX" {
				continue
			}
			t.Head, t.Rel = c, "csubj"
			break
		}
	}
}

// pastParenthesis hangs what follows a clause between dashes on what that clause
// interrupts: "it is common for kings — Ivo was one — to dissolve parliament".
func pastParenthesis(s *Sentence) {
	for i := 2; i < len(s.Tokens); i++ {
		t := &s.Tokens[i]
		first := s.leftmost(i)
		if t.UPOS != "VERB" || t.Rel != "advcl" || first < 2 || !dash(s.Tokens[first-1].Form) && !dash(s.Tokens[first].Form) || t.Head < 1 || t.Head > first {
			continue
		}
		aside := t.Head
		if open := s.leftmost(aside); s.Tokens[aside].Rel == "parataxis" && s.Tokens[aside].Head >= 0 && s.Tokens[aside].Head < open && (dash(s.Tokens[open].Form) || dash(s.Tokens[open-1].Form)) {
			t.Head = s.Tokens[aside].Head
		}
	}
}

func dash(form string) bool { return form == "--" || form == "—" || form == "–" }

// thatMarker makes a conjunction of the "that" of a clause that has its object: "claims that
// it attacked the ship" are what is claimed, no thing that attacked.
func thatMarker(s *Sentence) {
	for i := 1; i+1 < len(s.Tokens); i++ {
		t := &s.Tokens[i]
		if t.XPOS != "WDT" || t.Rel != "obj" || !strings.EqualFold(t.Form, "that") || t.Head < i || s.Tokens[i-1].UPOS != "NOUN" {
			continue
		}
		v := t.Head
		for j := v + 1; j < len(s.Tokens); j++ {
			if k := &s.Tokens[j]; k.Head == v && k.Rel == "obj" && nominal(k) {
				t.UPOS, t.XPOS, t.Rel = "SCONJ", "IN", "mark"
				s.Tokens[v].Rel = "acl"
				break
			}
		}
	}
}

// beforePreposition makes the object of a verb of the name right behind it that was hung on
// what stands after a preposition: "recognised Lind as president".
func beforePreposition(s *Sentence) {
	for i := 1; i+2 < len(s.Tokens); i++ {
		t, v := &s.Tokens[i], i-1
		if t.UPOS != "PROPN" || t.Rel != "compound" || t.Head <= i || s.Tokens[v].UPOS != "VERB" || s.child(v, "obj") >= 0 || !s.under(t.Head, v) {
			continue
		}
		if c := s.child(t.Head, "case"); c > i {
			t.Head, t.Rel = v, "obj"
		}
	}
}

// claimBy hangs what is claimed on the claim, not on who made it: "the claim by Lind that
// Chad attacked".
func claimBy(s *Sentence) {
	for v := range s.Tokens {
		t := &s.Tokens[v]
		n := t.Head
		if t.Rel != "acl" || n < 0 || n > v || s.Tokens[n].Rel != "nmod" && s.Tokens[n].Rel != "obl" || !s.caseIs(n, "by") && !s.caseIs(n, "from") {
			continue
		}
		claim := s.Tokens[n].Head
		if s.Tokens[n].Rel == "obl" { // "rejected the claim by Lind that", hung on the verb
			claim = s.child(claim, "obj")
		}
		if m := s.child(v, "mark"); m > n && strings.EqualFold(s.Tokens[m].Form, "that") && claim >= 0 && claim < n && s.Tokens[claim].UPOS == "NOUN" {
			t.Head = claim
		}
	}
}
