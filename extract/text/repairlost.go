package text

import "strings"

// lostSubject finds the subject of a finite verb that has none, where it was
// hung on the phrase before it: "On Friday, Berg, the king's envoy, left" is
// not about a Friday called Berg.
func lostSubject(s *Sentence) {
	for v := 3; v < len(s.Tokens); v++ {
		if !s.subjectless(v) {
			continue
		}
		start := s.verbStart(v)
		for p := 1; p < start-2; p++ {
			t := &s.Tokens[p]
			if t.Head != v || baseRel(t.Rel) != "obl" || s.child(p, "case") < 0 {
				continue
			}
			if n := s.nameAfterComma(p, start); n >= 0 {
				s.takeSubject(v, n, start)
				break
			}
		}
	}
}

// subjectless reports whether v is a finite verb of its own clause, or the participle that a sentence
// without another verb turns on, and has no subject.
func (s *Sentence) subjectless(v int) bool {
	t := &s.Tokens[v]
	if t.UPOS != "VERB" || t.Rel != "root" && t.Rel != "ccomp" && t.Rel != "parataxis" && t.Rel != "advcl" {
		return false
	}
	past := t.XPOS == "VBN" && t.Rel == "root" && s.child(v, "aux") < 0 && s.child(v, "aux:pass") < 0
	if !past && !finite(t.XPOS) && !finite(s.Tokens[s.verbStart(v)].XPOS) && s.Tokens[s.verbStart(v)].XPOS != "MD" {
		return false
	}
	for i := range s.Tokens {
		if s.Tokens[i].Head != v {
			continue
		}
		switch baseRel(s.Tokens[i].Rel) {
		case "nsubj", "csubj", "expl":
			return false
		}
	}
	return true
}

// verbStart is the first auxiliary of a verb, or the verb.
func (s *Sentence) verbStart(v int) int {
	if aux := s.child(v, "aux"); aux >= 0 && aux < v {
		return aux
	}
	return v
}

// nameAfterComma is the name under phrase p that begins after a comma and is
// followed, at start or after a comma before it, by the verb.
func (s *Sentence) nameAfterComma(p, start int) int {
	if s.Tokens[start-1].Form != "," {
		return -1
	}
	for n := p + 2; n < start-1; n++ {
		t := &s.Tokens[n]
		if !nominal(t) || t.Head >= n || !s.under(n, p) || s.child(n, "case") >= 0 {
			continue
		}
		switch baseRel(t.Rel) {
		case "appos", "conj", "list", "flat", "dep", "nmod":
		default:
			continue
		}
		left := s.leftmost(n)
		if t.Head < left && s.Tokens[left-1].Form == "," && s.Tokens[left].UPOS != "CCONJ" && !s.listGoesOn(n, start) {
			return n
		}
	}
	return -1
}

// listGoesOn reports whether a conjunction stands between n and the verb, so
// that the commas may be those of a list.
func (s *Sentence) listGoesOn(n, start int) bool {
	for j := n + 1; j < start; j++ {
		if s.Tokens[j].UPOS == "CCONJ" && s.Tokens[j].Head >= 0 && !s.under(j, n) {
			return true
		}
	}
	return false
}

// takeSubject makes n the subject of v, with what was said of it in between.
func (s *Sentence) takeSubject(v, n, start int) {
	left := s.leftmost(n)
	s.Tokens[n].Head, s.Tokens[n].Rel = v, s.subjectRel(v)
	for j := n + 1; j < start; j++ {
		t := &s.Tokens[j]
		if t.Head < 0 || t.Head >= left || s.under(n, j) {
			continue
		}
		t.Head = n
		if t.Rel == "conj" {
			t.Rel = "appos"
		}
	}
}

// clauseMarker makes a clause of "after the union sanctioned Mali" where the
// union was taken for the whole phrase.
func clauseMarker(s *Sentence) {
	for v := 3; v < len(s.Tokens); v++ {
		if s.Tokens[v].Rel != "advcl" || !s.subjectless(v) || s.child(v, "mark") >= 0 {
			continue
		}
		n := s.topOf(s.verbStart(v)-1, s.Tokens[v].Head)
		if n < 0 {
			continue
		}
		t := &s.Tokens[n]
		marker := s.child(n, "case")
		if t.Head != s.Tokens[v].Head || baseRel(t.Rel) != "obl" || !nominal(t) || marker < 0 || !beginsClause(s.Tokens[marker].Form) {
			continue
		}
		s.Tokens[marker].Head, s.Tokens[marker].Rel = v, "mark"
		t.Head, t.Rel = v, s.subjectRel(v)
	}
}

// beginsClause reports whether a preposition may also begin a clause with a subject.
func beginsClause(form string) bool {
	switch strings.ToLower(form) {
	case "after", "before", "since", "until", "till", "as":
		return true
	}
	return false
}

// reportedPast makes a clause of a past tense that was made an attribute of its subject, which
// was made a second subject of the verb of saying behind: "Lind and Berg both spoke by phone, police said".
func reportedPast(s *Sentence) {
	for v := range s.Tokens {
		t := &s.Tokens[v]
		if t.Rel != "acl" || t.XPOS != "VBD" && t.XPOS != "VBN" || t.Head < 0 || t.Head > v || baseRel(s.Tokens[t.Head].Rel) != "nsubj" || s.child(v, "nsubj") >= 0 {
			continue
		}
		subject := t.Head
		said := s.Tokens[subject].Head
		if said < v || !isStating(s.Tokens[said].Lemma) || !s.subjectBetween(v, said) || t.XPOS == "VBN" && (said < len(s.Tokens)-2 || s.child(v, "obl") < 0 || s.hasAgent(v)) {
			continue
		}
		t.XPOS = "VBD"
		t.Head, t.Rel = said, "ccomp"
		s.Tokens[subject].Head, s.Tokens[subject].Rel = v, "nsubj"
		for j := v; j < said; j++ {
			if u := &s.Tokens[j]; u.Head == subject && u.Rel == "punct" {
				u.Head = v
			}
		}
	}
}

// whoClause makes a relative clause of what begins after a comma with "who" or "whose" and was
// hung on the verb before: in "met Lind, whose talks failed" the talks are Lind's.
func whoClause(s *Sentence) {
	for v := 3; v < len(s.Tokens); v++ {
		t := &s.Tokens[v]
		if t.Rel != "ccomp" && t.Rel != "parataxis" && t.Rel != "advcl" || t.Head < 0 || t.Head > v {
			continue
		}
		who := s.leftmost(v)
		for who < v && s.Tokens[who].UPOS == "PUNCT" {
			who++
		}
		if w := s.Tokens[who].Form; who < 3 || w != "who" && w != "whose" || s.Tokens[who-1].Form != "," || !nominal(&s.Tokens[who-2]) {
			continue
		}
		if name := s.topOf(who-2, t.Head); name != t.Head && s.Tokens[name].Head == t.Head && nominal(&s.Tokens[name]) {
			t.Head, t.Rel = name, "acl:relcl"
		}
	}
}

// reportedObject gives the clause that is reported the object that was made a second subject of the
// verb of saying: "The army overthrew Lind, police said".
func reportedObject(s *Sentence) {
	for o := range s.Tokens {
		t := &s.Tokens[o]
		if baseRel(t.Rel) != "nsubj" || t.Head < o || !isStating(s.Tokens[t.Head].Lemma) || !s.subjectBetween(o, t.Head) {
			continue
		}
		v := s.leftmost(o) - 1
		if v < 1 || s.Tokens[v].Head != t.Head || s.Tokens[v].Rel != "ccomp" || s.child(v, "nsubj") < 0 || s.child(v, "obj") >= 0 || !finite(s.Tokens[v].XPOS) {
			continue
		}
		t.Head, t.Rel = v, "obj"
	}
}

// reportedPredicate makes the clause that is reported of a predicate with "is" that was hung on the
// verb of saying like a phrase, and gives it its subject: "Lind is in Riga, police said".
func reportedPredicate(s *Sentence) {
	for c := range s.Tokens {
		if s.Tokens[c].Rel != "cop" || s.Tokens[c].Head < c {
			continue
		}
		p := &s.Tokens[s.Tokens[c].Head]
		said := p.Head
		if baseRel(p.Rel) != "obl" && baseRel(p.Rel) != "nmod" || said < s.Tokens[c].Head || !isStating(s.Tokens[said].Lemma) || !s.subjectBetween(s.Tokens[c].Head, said) {
			continue
		}
		for n := range c {
			if t := &s.Tokens[n]; t.Head == said && baseRel(t.Rel) == "nsubj" {
				t.Head, p.Rel = s.Tokens[c].Head, "ccomp"
				break
			}
		}
	}
}

// subjectBetween reports whether verb said has a subject that stands between token v and it.
func (s *Sentence) subjectBetween(v, said int) bool {
	for j := v + 1; j < said; j++ {
		if s.Tokens[j].Head == said && baseRel(s.Tokens[j].Rel) == "nsubj" {
			return true
		}
	}
	return false
}
