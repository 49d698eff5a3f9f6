package text

import "strings"

// ownParticle gives a verb the particle right after it that was read as the
// preposition of its object: in "hand over their weapons" nothing is over weapons.
func ownParticle(s *Sentence) {
	for p := 1; p+1 < len(s.Tokens); p++ {
		t := &s.Tokens[p]
		if t.Rel == "compound:prt" && t.UPOS == "NOUN" { // "take back migrants"
			t.UPOS, t.XPOS = "ADP", "RP"
		}
		v, n := p-1, t.Head
		if t.Rel == "case" && n > p && s.Tokens[p+1].Rel == "case" && s.Tokens[p+1].Head == n { // "handed the base over to the Afghans"
			if up := s.Tokens[n].Head; up >= 0 && up < p && s.child(up, "obj") > up && s.child(up, "obj") < p && holdsParticle(s.Tokens[up].Lemma, strings.ToLower(t.Form)) {
				t.Head, t.Rel, t.UPOS, t.XPOS = up, "compound:prt", "ADP", "RP"
			}
			continue
		}
		if n > p && s.Tokens[n].Rel == "nummod" && s.Tokens[n].Head > n { // "handed over two suspects"
			n = s.Tokens[n].Head
		}
		if t.Rel != "case" || s.Tokens[p+1].UPOS == "ADP" || s.Tokens[v].UPOS != "VERB" || n < 0 || s.Tokens[n].Head != v || baseRel(s.Tokens[n].Rel) != "obl" ||
			s.leftmost(n) != p || s.child(v, "obj") >= 0 || !holdsParticle(s.Tokens[v].Lemma, strings.ToLower(t.Form)) && !s.takesIn(v, p, n) {
			continue
		}
		t.Head, t.Rel, t.XPOS = v, "compound:prt", "RP"
		s.Tokens[n].Rel = "obj"
	}
}

// takesIn reports whether somebody is taken or called in: "took in refugees", "called in the ambassador".
func (s *Sentence) takesIn(v, p, n int) bool {
	if s.Tokens[p].Form != "in" || s.Tokens[v].Lemma != "take" && s.Tokens[v].Lemma != "call" && s.Tokens[v].Lemma != "haul" {
		return false
	}
	switch s.Tokens[n].Lemma {
	case "refugee", "migrant", "evacuee", "exile", "survivor", "orphan", "child", "seeker", "people", "family", "ambassador", "envoy", "diplomat", "attache", "consul":
		return true
	}
	return false
}

// holdsParticle holds for verbs that have the particle for their own whatever follows.
func holdsParticle(lemma, particle string) bool {
	switch particle {
	case "over":
		return lemma == "hand" || lemma == "sign" || lemma == "turn"
	case "down":
		return lemma == "shoot" || lemma == "shut" || lemma == "lay" || lemma == "bring" || lemma == "gun" || lemma == "tear" || lemma == "vote"
	case "up":
		return lemma == "blow" || lemma == "give" || lemma == "round" || lemma == "break" || lemma == "beef" || lemma == "shore" || lemma == "set" || lemma == "build"
	case "off":
		return lemma == "break" || lemma == "call" || lemma == "cut" || lemma == "fend" || lemma == "shrug" || lemma == "brush" || lemma == "laugh" || lemma == "wave" || lemma == "write" ||
			lemma == "stave" || lemma == "ward" || lemma == "kick"
	case "aside":
		return lemma == "brush" || lemma == "push" || lemma == "wave" || lemma == "set" || lemma == "put"
	case "out":
		return lemma == "carry" || lemma == "kick" || lemma == "throw" || lemma == "bail" || lemma == "rule" || lemma == "root"
	}
	return false
}

// hyphenNoun makes one noun of a verb and its particle that a hyphen joins after
// an article: in "staged a sit-in outside the palace" nobody is in the palace.
func hyphenNoun(s *Sentence) {
	for p := 3; p+1 < len(s.Tokens); p++ {
		t := &s.Tokens[p]
		if s.Tokens[p-1].Form != "-" || t.Rel != "case" || t.UPOS != "ADP" || s.Tokens[p-3].UPOS != "DET" || t.Head <= p {
			continue
		}
		n := t.Head
		v := s.Tokens[n].Head
		if v < 0 || v > p-3 || s.Tokens[v].UPOS != "VERB" || s.child(v, "obj") >= 0 || s.Tokens[p-3].Head != n {
			continue
		}
		t.UPOS, t.XPOS, t.Rel, t.Head, t.Lemma = "NOUN", "NN", "obj", v, strings.ToLower(t.Form)
		s.Tokens[p-3].Head, s.Tokens[p-2].Head, s.Tokens[p-1].Head = p, p, p
		s.Tokens[p-2].Rel = "compound"
	}
}

// pluralArticle makes a noun of the word after a plural that has "a" before it:
// in "slapped an arms embargo on Chad" nothing but the embargo has that article.
func pluralArticle(s *Sentence) {
	for i := 1; i+1 < len(s.Tokens); i++ {
		t, next, a := &s.Tokens[i], &s.Tokens[i+1], &s.Tokens[i-1]
		if t.XPOS != "NNS" || a.Head != i || !strings.EqualFold(a.Form, "a") && !strings.EqualFold(a.Form, "an") ||
			next.UPOS != "ADJ" || next.Rel != "xcomp" || next.Head != t.Head || t.Head < 0 {
			continue
		}
		next.UPOS, next.XPOS, next.Rel = "NOUN", "NN", t.Rel
		t.Head, t.Rel, a.Head = i+1, "compound", i+1
		for j := i + 2; j < len(s.Tokens); j++ {
			if s.Tokens[j].Head == i {
				s.Tokens[j].Head = i + 1
			}
		}
	}
}

// frontedParticiple puts a participle that begins a sentence under the verb of the
// clause after its comma, where that clause was hung on the participle or its agent:
// in "Freed by Chad, the envoy left" it is not Chad that left.
func frontedParticiple(s *Sentence) {
	if len(s.Tokens) < 5 || s.Tokens[0].XPOS != "VBN" || s.child(0, "nsubj") >= 0 || s.child(0, "aux") >= 0 {
		return
	}
	if t := &s.Tokens[0]; t.Head >= 0 {
		if t.Rel == "advmod" && s.Tokens[t.Head].UPOS == "VERB" {
			t.Rel = "advcl"
		}
		return
	}
	for v := 3; v < len(s.Tokens); v++ {
		t := &s.Tokens[v]
		if t.UPOS != "VERB" || !finite(s.Tokens[s.verbStart(v)].XPOS) && s.Tokens[s.verbStart(v)].XPOS != "MD" {
			continue
		}
		switch baseRel(t.Rel) {
		case "appos", "nmod", "obj", "conj", "parataxis", "ccomp", "dep", "obl":
		default:
			continue
		}
		subject := s.child(v, "nsubj")
		if subject < 2 || subject > v || s.beforeSubject(v, subject) != "," {
			continue
		}
		s.Tokens[0].Head, s.Tokens[0].Rel = v, "advcl"
		t.Head, t.Rel = -1, "root"
		if last := &s.Tokens[len(s.Tokens)-1]; last.UPOS == "PUNCT" {
			last.Head = v
		}
		return
	}
}

// beforeSubject is the mark at the start of clause v or right before it.
func (s *Sentence) beforeSubject(v, subject int) string {
	start := s.leftmost(subject)
	if s.Tokens[start].Form == "," {
		return ","
	}
	if first := s.leftmost(v); s.Tokens[first].Form == "," {
		return ","
	}
	if start == 0 {
		return ""
	}
	return s.Tokens[start-1].Form
}

// verbAmongNames makes the verb of a sentence of the finite verb that was joined to its
// first name, with what was read as the first half of a compound with it for second
// subject: "Peru and the Andean bloc signed a pact".
func verbAmongNames(s *Sentence) {
	for v := 3; v+1 < len(s.Tokens); v++ {
		t := &s.Tokens[v]
		a, b := t.Head, v-1
		if t.UPOS != "VERB" || !finite(t.XPOS) || t.Rel != "conj" || a < 0 || a > b || s.Tokens[a].Rel != "root" || s.Tokens[a].UPOS != "PROPN" ||
			s.Tokens[b].Head != v || s.Tokens[b].Rel != "compound" || !nominal(&s.Tokens[b]) || s.child(v, "nsubj") >= 0 {
			continue
		}
		for j := range s.Tokens {
			u := &s.Tokens[j]
			switch {
			case u.Head == v && j < b:
				u.Head = b
			case u.Head == a && j > v:
				u.Head = v
			}
		}
		t.Head, t.Rel = -1, "root"
		s.Tokens[a].Head, s.Tokens[a].Rel = v, "nsubj"
		s.Tokens[b].Head, s.Tokens[b].Rel = a, "conj"
		return
	}
}
