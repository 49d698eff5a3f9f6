package text

// namedBehind makes another name of somebody described by a clause of the name behind that clause, which was made a second
// object in it: "received the man who replaced him, Ana Berg, at his home".
func namedBehind(s *Sentence) {
	for i := 4; i < len(s.Tokens); i++ {
		t := &s.Tokens[i]
		v := t.Head
		if t.Rel != "obj" || s.nameType(i) != PER || v < 1 || v > i || s.Tokens[v].Rel != "acl:relcl" || s.child(v, "obj") == i || s.pastComma(i) == 0 {
			continue
		}
		noun := s.Tokens[v].Head
		if noun < 0 || noun > v || s.Tokens[noun].UPOS != "NOUN" || s.child(noun, "appos") >= 0 {
			continue
		}
		t.Head, t.Rel = noun, "appos"
		up := s.Tokens[noun].Head
		for up >= 0 && s.Tokens[up].UPOS != "VERB" {
			up = s.Tokens[up].Head
		}
		end := s.rightmost(i)
		if up < 0 || end+1 >= len(s.Tokens) || s.Tokens[end+1].Form != "," {
			continue
		}
		for k := end + 1; k < len(s.Tokens); k++ {
			if s.Tokens[k].Head == v {
				s.Tokens[k].Head = up
			}
		}
	}
}

// fromTo hangs on one noun what comes from somebody and goes to somebody: "a shipment of food from Norway to Haiti".
func fromTo(s *Sentence) {
	for to := 3; to < len(s.Tokens); to++ {
		t := &s.Tokens[to]
		from := t.Head
		if t.Rel != "nmod" || from < 0 || from > to || s.Tokens[from].Rel != "nmod" || t.UPOS != "PROPN" || s.Tokens[from].UPOS != "PROPN" || !s.caseIs(to, "to") || !s.caseIs(from, "from") {
			continue
		}
		noun := s.Tokens[from].Head
		for noun >= 0 && s.Tokens[noun].Rel == "nmod" && s.caseIs(noun, "of") {
			noun = s.Tokens[noun].Head
		}
		if noun >= 0 && noun < from {
			t.Head, s.Tokens[from].Head = noun, noun
		}
	}
}

// byTo hangs on the deed whom it goes to, where that follows who did it: "a call made by Lind to Berg".
func byTo(s *Sentence) {
	for to := 3; to < len(s.Tokens); to++ {
		t := &s.Tokens[to]
		if t.Rel != "nmod" || t.Head < 2 || t.Head > to || s.nameType(to) == "" || s.nameType(t.Head) == "" || !s.caseIs(to, "to") || !s.caseIs(t.Head, "by") {
			continue
		}
		switch doer := &s.Tokens[t.Head]; doer.Rel {
		case "obl:agent":
			t.Head, t.Rel = doer.Head, "obl"
		case "nmod":
			t.Head = doer.Head
		}
	}
}

// byWhom hangs on a deed's noun who did it where that was hung on a verb that has a subject:
// in "opened a probe into the abuse of power by Lind" Lind opened nothing.
func byWhom(s *Sentence) {
	for i := 3; i < len(s.Tokens); i++ {
		t := &s.Tokens[i]
		if baseRel(t.Rel) != "obl" || t.Head < 0 || t.Head > i || s.nameType(i) == "" || s.nameType(i) == LOC || !s.caseIs(i, "by") {
			continue
		}
		verb, first := t.Head, s.leftmost(i)
		if s.child(verb, "nsubj") < 0 || s.child(verb, "aux:pass") >= 0 || s.child(verb, "obj") < 0 || first == 0 {
			continue
		}
		n := first - 1
		for s.Tokens[n].Rel == "nmod" && s.caseIs(n, "of") {
			n = s.Tokens[n].Head
		}
		if n > verb && s.Tokens[n].UPOS == "NOUN" {
			t.Head, t.Rel = n, "nmod"
		}
	}
}

// onWhom hangs on a deed's noun whom it was against, where that follows who did it but was hung on
// the verb before: "spoke of the assault by France on Mali".
func onWhom(s *Sentence) {
	for i := 3; i < len(s.Tokens); i++ {
		t := &s.Tokens[i]
		if t.Rel != "obl" || t.Head < 0 || t.Head > i || s.nameType(i) == "" || !s.caseIs(i, "on") {
			continue
		}
		first := s.leftmost(i)
		if first == 0 {
			continue
		}
		by := s.topOf(first-1, t.Head)
		for j := by + 1; j < i; j++ {
			if s.Tokens[j].Head == by && s.Tokens[j].Rel == "nmod" && s.caseIs(j, "by") && s.rightmost(j) == first-1 {
				t.Head, t.Rel = by, "nmod"
				break
			}
		}
	}
}

// caseIs reports whether the preposition of token i is the given one.
func (s *Sentence) caseIs(i int, form string) bool {
	c := s.child(i, "case")
	return c >= 0 && s.Tokens[c].Form == form
}
