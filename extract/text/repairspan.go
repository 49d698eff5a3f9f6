package text

// saidWhom gives the verb of what is said the subject that was made a second one of the verb of saying:
// "The ministry said President Lind conferred with Berg."
func saidWhom(s *Sentence) {
	for i := 2; i < len(s.Tokens); i++ {
		t := &s.Tokens[i]
		v := t.Head
		if t.Rel != "nsubj" || v < 0 || v > i || t.UPOS != "PROPN" && s.child(i, "det") < 0 || s.child(v, "nsubj") >= v || !isSpeechVerb(s.Tokens[v].Form) {
			continue
		}
		for c := i + 1; c < len(s.Tokens); c++ {
			if s.Tokens[c].Head == v && s.Tokens[c].Rel == "ccomp" && s.child(c, "nsubj") < 0 && s.leftmost(c) > i {
				t.Head, t.Rel = c, s.subjectRel(c)
				break
			}
		}
	}
}

// asideRoot makes the verb of the sentence of what was made an attribute of the name at its root though an aside
// between dashes or commas stands between: "Lind — on his first trip to Chad — spoke with Berg."
func asideRoot(s *Sentence) {
	root := s.root()
	if s.nameType(root) == "" || s.child(root, "cop") >= 0 || s.child(root, "nsubj") >= 0 {
		return
	}
	for v := root + 3; v < len(s.Tokens); v++ {
		t := &s.Tokens[v]
		if t.Head != root && (t.Head < root || !s.under(t.Head, root) || s.Tokens[t.Head].UPOS == "VERB") || t.Rel != "acl" && (t.Rel != "parataxis" || s.child(v, "cc") >= 0) || t.UPOS != "VERB" || t.XPOS != "VBD" && t.XPOS != "VBN" || s.child(v, "nsubj") >= 0 || s.hasAgent(v) {
			continue
		}
		if start := s.verbStart(v); s.Tokens[start-1].UPOS != "PUNCT" || s.Tokens[start-1].Form == "," && t.Head != root || s.leftmost(v) < start-1 {
			continue
		}
		t.Head, t.Rel, t.XPOS = -1, "root", "VBD"
		s.Tokens[root].Head, s.Tokens[root].Rel = v, "nsubj"
		for j := v + 1; j < len(s.Tokens); j++ {
			if s.Tokens[j].Head == root {
				s.Tokens[j].Head = v
			}
		}
		return
	}
}

// exchangedRoot makes the verb of the sentence of a participle that was made an attribute of its object, and that an
// object of the clause with "who" before the comma: "Lind, who came on Friday, exchanged views with Berg."
func exchangedRoot(s *Sentence) {
	root := s.root()
	if !nominal(&s.Tokens[root]) || s.child(root, "cop") >= 0 || s.child(root, "nsubj") >= 0 {
		return
	}
	r := s.child(root, "acl")
	if r < root || s.Tokens[r].Rel != "acl:relcl" {
		r = s.child(root, "appos")
	}
	if r < root {
		return
	}
	for v := r + 2; v+1 < len(s.Tokens); v++ {
		t := &s.Tokens[v]
		n := t.Head
		if t.Rel != "amod" || t.XPOS != "VBN" || s.Tokens[v-1].Form != "," || n < v || s.child(n, "det") >= 0 {
			continue
		}
		if rel := s.Tokens[n].Rel; s.Tokens[n].Head != r && s.Tokens[n].Head != root || rel != "obj" && rel != "obl" && rel != "appos" {
			continue
		}
		t.Head, t.Rel, t.XPOS, t.UPOS = -1, "root", "VBD", "VERB"
		s.Tokens[root].Head, s.Tokens[root].Rel = v, "nsubj"
		s.Tokens[n].Head, s.Tokens[n].Rel = v, "obj"
		for j := v + 1; j < len(s.Tokens); j++ {
			if s.Tokens[j].Head == root || s.Tokens[j].Head == r {
				s.Tokens[j].Head = v
			}
		}
		return
	}
}

// attributedVerb makes a verb of the past that was made an attribute of its object, where that has a subject as if it
// were the predicate: "Lind on Tuesday exchanged views with Berg".
func attributedVerb(s *Sentence) {
	for v := 1; v+1 < len(s.Tokens); v++ {
		t := &s.Tokens[v]
		n := v + 1
		if t.Rel != "amod" || t.Head != n || t.XPOS != "VBN" && t.XPOS != "VBD" || s.Tokens[n].UPOS != "NOUN" || s.child(n, "nsubj") < 0 || s.child(n, "nsubj") > v || s.child(n, "cop") >= 0 || s.child(n, "det") >= 0 {
			continue
		}
		t.Head, t.Rel, t.XPOS, t.UPOS = s.Tokens[n].Head, s.Tokens[n].Rel, "VBD", "VERB"
		s.Tokens[n].Head, s.Tokens[n].Rel = v, "obj"
		for j := range s.Tokens {
			if x := &s.Tokens[j]; j != v && x.Head == n && (j < v || x.Rel == "punct" || x.Rel == "advcl" || x.Rel == "obl:unmarked") {
				x.Head = v
			}
		}
	}
}

// secondVerb gives the second of two joined verbs what stands right behind it and was hung on the first: "flew to
// Riga and met briefly with Lind".
func secondVerb(s *Sentence) {
	for v := 2; v+1 < len(s.Tokens); v++ {
		t := &s.Tokens[v]
		first := t.Head
		if t.Rel != "conj" || t.UPOS != "VERB" || first < 0 || first > v || s.Tokens[first].UPOS != "VERB" {
			continue
		}
		end := s.rightmost(v) + 1
		if end >= len(s.Tokens) || !ofVerbs(s.Tokens[end].Form) {
			continue
		}
		for k := end; k < len(s.Tokens); k++ {
			if p := &s.Tokens[k]; p.Head == first && p.Rel == "obl" && s.leftmost(k) == end {
				p.Head = v
				break
			}
		}
	}
}

// pastComma is where the phrase of k begins right behind a comma, its own or another's; 0 when there is none.
func (s *Sentence) pastComma(k int) int {
	left := s.leftmost(k)
	if s.Tokens[left].Form == "," {
		return left + 1
	}
	if left > 0 && s.Tokens[left-1].Form == "," {
		return left
	}
	return 0
}

// ofVerbs holds for prepositions whose phrase belongs to the verb nearest before.
func ofVerbs(form string) bool {
	switch form {
	case "with", "to", "in", "on", "at", "from", "against", "into":
		return true
	}
	return false
}

// twoObjectsOne makes the name behind a comma, a second object of its verb, another name of the first, which only says
// what he is: "called Chad's minister, Lind, on Friday".
func twoObjectsOne(s *Sentence) {
	for k := 2; k < len(s.Tokens); k++ {
		t := &s.Tokens[k]
		if t.Rel != "obj" || t.Head < 0 || t.Head > k || s.nameType(k) != PER {
			continue
		}
		left := s.pastComma(k)
		if left < 2 {
			continue
		}
		o := s.child(t.Head, "obj")
		if o < 0 || o >= k || s.Tokens[o].UPOS != "NOUN" || s.rightmost(o) != left-2 || s.child(o, "det") < 0 && s.child(o, "nmod") < 0 {
			continue
		}
		t.Head, t.Rel = o, "appos"
	}
}
