package text

import "strings"

// relativeWith gives the clause of a "who" the one with whom it was done, where that one was made a
// second subject of the verb behind it: "Lind, who met in Oslo with Berg, will fly home".
func relativeWith(s *Sentence) {
	for i := range s.Tokens {
		t := &s.Tokens[i]
		v := t.Head
		if baseRel(t.Rel) != "nsubj" || v < i || !nominal(t) {
			continue
		}
		first := s.child(v, "nsubj")
		left := s.leftmost(i)
		if first < 0 || first >= left || left < 2 {
			continue
		}
		prep := left
		if s.Tokens[prep].XPOS != "IN" {
			prep--
		}
		who := s.child(first, "acl")
		comma := left
		if s.Tokens[comma].Form != "," {
			comma--
		}
		if described := comma - 1; who >= first && s.Tokens[comma].Form == "," && described > who && s.Tokens[described].UPOS == "NOUN" && s.under(described, who) && s.nameType(i) == PER && isPersonal(s.Tokens[described].Lemma) {
			t.Head, t.Rel = described, "appos" // "with his counterpart, Berg, said"
			continue
		}
		if who < first || who > prep || s.Tokens[prep].XPOS != "IN" || s.Tokens[prep].Head != i && s.Tokens[prep].Head != v || beginsClause(s.Tokens[prep].Form) {
			continue
		}
		t.Head, t.Rel = who, "obl"
		s.Tokens[prep].Head, s.Tokens[prep].Rel = i, "case"
	}
}

// isPersonal holds for nouns for somebody who is then named.
func isPersonal(lemma string) bool {
	switch lemma {
	case "counterpart", "colleague", "minister", "president", "premier", "secretary", "ambassador", "envoy", "leader", "chief", "chancellor", "adviser", "advisor",
		"predecessor", "successor", "deputy", "rival", "ally", "aide", "wife", "husband", "son", "brother", "father", "daughter", "host", "spokesman", "spokeswoman":
		return true
	}
	return false
}

// whoVerb makes a verb of what stands right after "who" and was taken for a title of the name behind it:
// "Lind, who chairs ECOWAS and imposed sanctions".
func whoVerb(s *Sentence) {
	for v := 1; v+1 < len(s.Tokens); v++ {
		t := &s.Tokens[v]
		n := t.Head
		if t.UPOS != "VERB" || !finite(t.XPOS) || n <= v || s.Tokens[v-1].Head != v || s.Tokens[v-1].XPOS != "WP" || baseRel(t.Rel) != "nmod" && t.Rel != "compound" {
			continue
		}
		next := s.Tokens[n].Head
		if baseRel(s.Tokens[n].Rel) != "nsubj" || next < n || s.Tokens[next].Rel != "acl:relcl" {
			continue
		}
		t.Head, t.Rel = s.Tokens[next].Head, "acl:relcl"
		s.Tokens[n].Head, s.Tokens[n].Rel = v, "obj"
		s.Tokens[next].Head, s.Tokens[next].Rel = v, "conj"
	}
}

// objectBehind makes an object of the name right behind a past tense joined by "and" to a verb with a subject, where it
// was made its subject: "crossed into Chad and on Monday met President Berg".
func objectBehind(s *Sentence) {
	for n := 2; n < len(s.Tokens); n++ {
		t := &s.Tokens[n]
		v := t.Head
		if t.Rel != "nsubj" || v < 1 || v > n || s.nameType(n) == "" || s.leftmost(n) != v+1 {
			continue
		}
		verb := &s.Tokens[v]
		if verb.Rel != "conj" || verb.XPOS != "VBD" || isSpeechVerb(verb.Form) || s.child(v, "cc") < 0 || s.child(v, "obj") >= 0 || s.child(v, "aux") >= 0 || motion(verb.Lemma) {
			continue
		}
		t.Rel = "obj"
		for u := v - 1; u > verb.Head; u-- {
			if w := &s.Tokens[u]; w.UPOS == "VERB" && w.Rel == "conj" && w.Head == verb.Head && w.XPOS == "VBD" && s.child(u, "nsubj") >= 0 {
				verb.Head = u
				break
			}
		}
	}
}

// motion holds for verbs that stand before their subject: "then came Lind".
func motion(lemma string) bool {
	switch lemma {
	case "come", "go", "be", "stand", "sit", "follow", "lie", "arise", "emerge", "appear", "begin":
		return true
	}
	return false
}

// addressee makes a subject of a name with a "who" clause that was taken for somebody spoken to: "Lind,
// who stayed, will host Berg".
func addressee(s *Sentence) {
	for i := range s.Tokens {
		t := &s.Tokens[i]
		if t.Rel != "vocative" && t.Rel != "dislocated" || t.Head < i || s.nameType(i) == "" || s.child(i, "acl") < i || !s.subjectless(t.Head) {
			continue
		}
		t.Rel = s.subjectRel(t.Head)
	}
}

// deniedAnd joins a verb of saying to the verb before it that told something in the perfect: "denied
// that Chad had fired and accused Mali" is what one and the same said.
func deniedAnd(s *Sentence) {
	for v := range s.Tokens {
		t := &s.Tokens[v]
		c := t.Head
		for c >= 0 && c < v && s.Tokens[c].XPOS == "VB" && s.Tokens[c].Rel != "ccomp" { // "would not let them leave and blamed"
			c = s.Tokens[c].Head
		}
		active := t.XPOS == "VBD" || t.XPOS == "VBN" && c >= 0 && s.child(v, "obj") > v && s.passiveVerb(c) // "denied that aid was blocked and accused Chad"
		if t.Rel != "conj" || !active || c < 0 || c > v || !isAccusing(t.Lemma) || s.child(v, "nsubj") >= 0 || s.child(v, "aux") >= 0 {
			continue
		}
		told := s.Tokens[c].Head
		if s.Tokens[c].Rel == "ccomp" && told >= 0 && told < c && s.Tokens[told].XPOS == "VBD" && s.child(c, "aux") >= 0 && s.child(c, "nsubj") >= 0 {
			t.Head = told
		}
	}
}

// passiveVerb reports whether a verb has the auxiliary of a passive.
func (s *Sentence) passiveVerb(v int) bool {
	for j := range s.Tokens {
		if s.Tokens[j].Head == v && s.Tokens[j].Rel == "aux:pass" {
			return true
		}
	}
	return false
}

// isAccusing holds for verbs of what one says to or of others, besides those of telling.
func isAccusing(lemma string) bool {
	switch lemma {
	case "accuse", "blame", "call", "condemn", "criticize", "criticise", "denounce", "warn", "urge", "demand", "threaten", "say", "add", "vow", "pledge",
		"praise", "thank", "welcome", "reject", "reiterate", "stress", "insist", "dismiss", "describe", "promise":
		return true
	}
	return false
}

// plannedFor makes an attribute of "planned for" after the last of several places, which was
// made its subject: "cancelled visits to Chad and Mali planned for May".
func plannedFor(s *Sentence) {
	for v := range s.Tokens {
		t := &s.Tokens[v]
		if t.Rel != "conj" || t.XPOS != "VBD" || !isPlanning(t.Lemma) || s.child(v, "obj") >= 0 || s.child(v, "xcomp") >= 0 || v+1 >= len(s.Tokens) || s.Tokens[v+1].XPOS != "IN" {
			continue
		}
		n := s.child(v, "nsubj")
		if n != v-1 || s.nameType(n) == "" {
			continue
		}
		and := s.child(n, "cc")
		if and < 1 || s.nameType(and-1) == "" {
			continue
		}
		first := s.nameHead(and - 1)
		s.Tokens[n].Head, s.Tokens[n].Rel = first, "conj"
		t.Head, t.Rel, t.XPOS = first, "acl", "VBN"
	}
}

func isPlanning(lemma string) bool {
	return lemma == "plan" || lemma == "schedule" || lemma == "set" || lemma == "slate"
}

// gerundJoined joins a gerund that was joined to an infinitive to the gerund this hangs on: "inviting
// Berg to work with him and calling on Chad".
func gerundJoined(s *Sentence) {
	for v := range s.Tokens {
		t := &s.Tokens[v]
		if t.Rel != "conj" || t.XPOS != "VBG" || t.Head < 0 || t.Head > v || s.child(v, "aux") >= 0 || s.Tokens[t.Head].XPOS != "VB" {
			continue
		}
		for up := s.Tokens[t.Head].Head; up >= 0 && up < t.Head; up = s.Tokens[up].Head {
			if s.Tokens[up].XPOS == "VBG" && s.Tokens[up].UPOS == "VERB" {
				t.Head = up
				break
			}
		}
	}
}

// onTo joins the next place of a journey to the place before it, where it was joined to what is said
// of that: "travel to Riga, where Berg lives, and then on to Oslo to have lunch".
func onTo(s *Sentence) {
	for n := 5; n < len(s.Tokens); n++ {
		if s.nameType(n) != LOC || s.Tokens[n-1].Form != "to" || s.Tokens[n-2].Form != "on" {
			continue
		}
		place := s.placeBefore(n - 2)
		if place < 0 || s.Tokens[n].Head == place || s.Tokens[n].Head == s.Tokens[place].Head {
			continue
		}
		v := s.Tokens[place].Head
		aside := s.Tokens[n].Head
		s.Tokens[n].Head, s.Tokens[n].Rel = place, "conj"
		for j := n - 2; j < len(s.Tokens); j++ {
			if h := s.Tokens[j].Head; j != n && j != n-1 && (h == aside || h > v && h < n-2 && s.Tokens[h].Rel == "advcl") && s.Tokens[j].UPOS == "VERB" {
				s.Tokens[j].Head = v
			}
		}
		s.Tokens[n-2].Head, s.Tokens[n-2].Rel = n, "case"
	}
}

// placeBefore is the place before token i to which somebody goes, or -1.
func (s *Sentence) placeBefore(i int) int {
	for p := i - 1; p > 1; p-- {
		if s.nameType(p) == LOC && baseRel(s.Tokens[p].Rel) == "obl" && s.caseIs(p, "to") && s.Tokens[p].Head < p {
			return p
		}
	}
	return -1
}

// caselessSubject makes the subject of a name without a preposition that was hung as a circumstance on
// the predicate right behind it: "On Thursday Hillary Lind is due in Riga".
func caselessSubject(s *Sentence) {
	for n := 1; n+1 < len(s.Tokens); n++ {
		t := &s.Tokens[n]
		v := t.Head
		if baseRel(t.Rel) != "obl" || t.UPOS != "PROPN" || v <= n || s.child(n, "case") >= 0 || dayName(t.Form) || monthName(t.Form) || s.child(v, "nsubj") >= 0 || s.child(v, "expl") >= 0 {
			continue
		}
		if start := s.rightmost(n) + 1; start <= v && s.Tokens[start].UPOS == "AUX" && s.Tokens[start].Head == v {
			t.Rel = s.subjectRel(v)
		}
	}
}

// dueIn makes the predicate of "due" before "in" and a place: "She was due in Riga".
func dueIn(s *Sentence) {
	for i := 1; i+2 < len(s.Tokens); i++ {
		t := &s.Tokens[i]
		n := t.Head
		if t.Rel != "case" || !strings.EqualFold(t.Form, "due") || n <= i+1 || s.Tokens[n].Rel != "root" && s.Tokens[n].Rel != "ccomp" || s.child(n, "cop") < 0 && s.child(i, "cop") < 0 {
			continue
		}
		prep := i + 1
		t.Head, t.Rel, t.UPOS = s.Tokens[n].Head, s.Tokens[n].Rel, "ADJ"
		for j := range s.Tokens {
			if s.Tokens[j].Head == n && j != prep && j != i && (j < i || s.Tokens[j].Rel == "advcl" || s.Tokens[j].Rel == "punct" || (s.Tokens[j].Rel == "nmod" || s.Tokens[j].Rel == "obl") && j > n) {
				if s.Tokens[j].Head = i; s.Tokens[j].Rel == "nmod" {
					s.Tokens[j].Rel = "obl"
				}
			}
		}
		s.Tokens[prep].Head, s.Tokens[prep].Rel = n, "case"
		s.Tokens[n].Head, s.Tokens[n].Rel = i, "obl"
	}
}
