package text

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

// opposedVerb makes a verb of "opposed", which is no preposition, and subject and object of the
// names around it: "Lind opposed the plan".
func opposedVerb(s *Sentence) {
	for v := 1; v < len(s.Tokens); v++ {
		t := &s.Tokens[v]
		noun := t.Head
		if t.UPOS != "ADP" || t.Form != "opposed" || noun < v {
			continue
		}
		subject := s.nameHead(v - 1)
		if u := &s.Tokens[subject]; u.Head != noun || u.UPOS != "PROPN" {
			continue
		}
		t.UPOS, t.XPOS, t.Lemma = "VERB", "VBD", "oppose"
		t.Head, t.Rel = s.Tokens[noun].Head, s.Tokens[noun].Rel
		s.Tokens[noun].Head, s.Tokens[noun].Rel = v, "obj"
		s.Tokens[subject].Head, s.Tokens[subject].Rel = v, "nsubj"
		for j := range s.Tokens {
			if u := &s.Tokens[j]; u.Head == noun && (j < v || u.Rel == "punct") {
				u.Head = v
			}
		}
	}
}
