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
