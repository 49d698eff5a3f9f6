package text

// nounRoot makes a verb of the participle that was made an attribute of the only
// noun over it in a sentence with a full stop: in "The envoy's statement called for talks." nothing else could be the verb.
func nounRoot(s *Sentence) {
	last := len(s.Tokens) - 1
	if last < 4 || s.Tokens[last].Form != "." {
		return
	}
	root := s.root()
	noun := &s.Tokens[root]
	v := root + 1
	if !nominal(noun) || v >= last || s.child(root, "cop") >= 0 || s.child(root, "nsubj") >= 0 {
		return
	}
	t := &s.Tokens[v]
	if t.Head != root || t.Rel != "acl" || t.XPOS != "VBN" && t.XPOS != "VBD" || !s.active(v) || s.child(v, "obl") >= 0 && s.hasAgent(v) {
		return
	}
	t.Head, t.Rel, t.XPOS = -1, "root", "VBD"
	noun.Head, noun.Rel = v, "nsubj"
	for j := v + 1; j < len(s.Tokens); j++ {
		if s.Tokens[j].Head == root {
			s.Tokens[j].Head = v
		}
	}
}

// apposedRoot makes the verb of the sentence of what was made an attribute of a noun that says more of the name at its
// root: "Lind, a farmer whose parents fled, accused Chad."
func apposedRoot(s *Sentence) {
	root := s.root()
	if root < 0 || s.nameType(root) == "" || s.child(root, "cop") >= 0 || s.child(root, "nsubj") >= 0 {
		return
	}
	a := s.child(root, "appos")
	for v := a + 2; a > root && v < len(s.Tokens); v++ {
		t := &s.Tokens[v]
		if t.Head != a && t.Head != root || t.Rel != "acl" && t.Rel != "acl:relcl" && t.Rel != "conj" || t.UPOS != "VERB" || t.XPOS != "VBD" && t.XPOS != "VBN" || s.child(v, "nsubj") >= 0 || s.child(v, "obj") < v && (t.XPOS != "VBD" && !s.soleVerb(v) || s.hasAgent(v)) {
			continue
		}
		if s.Tokens[s.verbStart(v)-1].Form != "," {
			continue
		}
		t.Head, t.Rel, t.XPOS = -1, "root", "VBD"
		s.Tokens[root].Head, s.Tokens[root].Rel = v, "nsubj"
		for j := v + 1; j < len(s.Tokens); j++ {
			if s.Tokens[j].Head == root || s.Tokens[j].Head == a {
				s.Tokens[j].Head = v
			}
		}
		return
	}
}

// soleVerb reports whether v must be the verb of a whole sentence because no other word could be.
func (s *Sentence) soleVerb(v int) bool {
	for j := range s.Tokens {
		if t := &s.Tokens[j]; j != v && (finite(t.XPOS) || t.XPOS == "MD") {
			return false
		}
	}
	return s.Tokens[len(s.Tokens)-1].Form == "."
}

// relativeRoot makes the verb of the sentence of what was hung in the clause with "who" behind the name at
// its root, though a comma closes that clause: "Lind, who came on Friday, called on Chad to act."
func relativeRoot(s *Sentence) {
	root := s.root()
	r := s.child(root, "acl")
	if root < 0 || !nominal(&s.Tokens[root]) || r < root || s.Tokens[r].Rel != "acl:relcl" || s.child(root, "cop") >= 0 || s.child(root, "nsubj") >= 0 || s.Tokens[max(s.leftmost(r), 1)-1].Form != "," && s.Tokens[s.leftmost(r)].Form != "," {
		return
	}
	for v := r + 1; v < len(s.Tokens); v++ {
		t := &s.Tokens[v]
		if t.UPOS != "VERB" || t.XPOS != "VBD" && t.XPOS != "VBN" || t.Head != r && t.Head != root {
			continue
		}
		if b := baseRel(t.Rel); b != "advcl" && b != "conj" && b != "parataxis" && b != "acl" && (b != "xcomp" || t.XPOS != "VBD") || s.child(v, "nsubj") >= 0 || s.child(v, "mark") >= 0 || s.child(v, "cc") >= 0 {
			continue
		}
		if start := s.verbStart(v); s.Tokens[start-1].Form != "," || s.hasAgent(v) {
			continue
		}
		t.Head, t.Rel, t.XPOS = -1, "root", "VBD"
		s.Tokens[root].Head, s.Tokens[root].Rel = v, "nsubj"
		for j := v + 1; j < len(s.Tokens); j++ {
			if s.Tokens[j].Head == root || s.Tokens[j].Head == r {
				s.Tokens[j].Head = v
			}
		}
		return
	}
}

// listRoot makes a list of names that was made the root of its sentence the subject of the verb right
// behind it: "Chad, Mali and Niger cut ties with Togo."
func listRoot(s *Sentence) {
	root := s.root()
	if root < 0 || s.Tokens[root].UPOS != "PROPN" || s.child(root, "cop") >= 0 || s.child(root, "nsubj") >= 0 || s.child(root, "conj") < 0 {
		return
	}
	for v := root + 1; v < len(s.Tokens); v++ {
		t := &s.Tokens[v]
		if t.Head != root || t.Rel != "conj" && t.Rel != "parataxis" || t.UPOS != "VERB" || !finite(t.XPOS) || s.child(v, "nsubj") >= 0 || s.child(v, "cc") >= 0 {
			continue
		}
		if s.leftmost(v) != s.verbStart(v) || !nominal(&s.Tokens[s.verbStart(v)-1]) {
			return
		}
		t.Head, t.Rel = -1, "root"
		s.Tokens[root].Head, s.Tokens[root].Rel = v, s.subjectRel(v)
		for j := v + 1; j < len(s.Tokens); j++ {
			if s.Tokens[j].Head == root {
				s.Tokens[j].Head = v
			}
		}
		return
	}
}

// root returns the root of the tree.
func (s *Sentence) root() int {
	for i := range s.Tokens {
		if s.Tokens[i].Head < 0 {
			return i
		}
	}
	return 0
}

// beThere makes a verb of "is" where it says that somebody is in a place for something: "Lind was in Riga for talks".
func beThere(s *Sentence) {
	for i := range s.Tokens {
		place := &s.Tokens[i]
		cop, in := s.child(i, "cop"), s.child(i, "case")
		if in < 0 && i > 0 && s.Tokens[i-1].Rel == "compound" && s.Tokens[i-1].Head == i { // "in Siem Reap", the first half with the preposition
			in = s.child(i-1, "case")
		}
		if cop < 0 || in < 0 || cop > i || s.nameType(i) != LOC || s.child(i, "nsubj") < 0 || s.Tokens[in].Form != "in" || !s.forSomething(i) {
			continue
		}
		v := &s.Tokens[cop]
		v.UPOS, v.Head, v.Rel, v.Lemma = "VERB", place.Head, place.Rel, "be"
		for k := range s.Tokens {
			if t := &s.Tokens[k]; t.Head == i && k != cop && t.Rel != "case" && t.Rel != "flat" && t.Rel != "compound" && t.Rel != "det" && t.Rel != "amod" && t.Rel != "appos" && t.Rel != "nmod" && t.Rel != "acl:relcl" {
				t.Head = cop
			}
		}
		place.Head, place.Rel = cop, "obl"
	}
}

// forSomething reports whether a place is where somebody is for talks, on a visit or to do something.
func (s *Sentence) forSomething(place int) bool {
	for k := place + 1; k < len(s.Tokens); k++ {
		t := &s.Tokens[k]
		if t.Head != place {
			continue
		}
		switch {
		case t.Rel == "advcl" && t.XPOS == "VB":
			return true
		case t.Rel == "acl:relcl" && s.child(k, "advmod") > place && s.Tokens[s.child(k, "advmod")].Form == "where", dayName(t.Form) && (baseRel(t.Rel) == "obl" || t.Rel == "nmod"):
			return true
		case t.Rel == "obl" || t.Rel == "nmod":
			switch t.Lemma {
			case "talk", "meeting", "visit", "trip", "summit", "conference", "negotiation", "tour", "mission", "forum", "ceremony":
				return true
			}
		}
	}
	return false
}
