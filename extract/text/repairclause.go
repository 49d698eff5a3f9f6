package text

import "strings"

// dueTo makes "due", "set" or "likely" before an infinitive what governs it:
// in "They are due to meet" nobody meets yet.
func dueTo(s *Sentence) {
	for i := 0; i+2 < len(s.Tokens); i++ {
		t, to := &s.Tokens[i], &s.Tokens[i+1]
		v := t.Head
		if !isProspect(t.Form) || to.Form != "to" || v <= i+1 || s.Tokens[v].XPOS != "VB" || t.Rel != "mark" && t.Rel != "case" && t.Rel != "advmod" {
			continue
		}
		verb := &s.Tokens[v]
		t.Head, t.Rel = verb.Head, verb.Rel
		verb.Head, verb.Rel = i, "xcomp"
		to.Head, to.Rel, to.UPOS, to.XPOS = v, "mark", "PART", "TO"
		for j := range i {
			if s.Tokens[j].Head == v {
				s.Tokens[j].Head = i
				if s.Tokens[j].Rel == "nsubj:outer" {
					s.Tokens[j].Rel = "nsubj"
				}
			}
		}
	}
}

func isProspect(form string) bool {
	switch form {
	case "due", "set", "likely", "unlikely", "ready", "poised":
		return true
	}
	return false
}

// toldObject gives a verb of telling back the person told, where that was made
// a second subject of what was told: in "She told the court she was ill" only
// "she" was ill.
func toldObject(s *Sentence) {
	for i := range s.Tokens {
		t := &s.Tokens[i]
		if baseRel(t.Rel) != "nsubj" || t.Head < i || !nominal(t) {
			continue
		}
		clause := &s.Tokens[t.Head]
		if clause.Rel != "ccomp" || clause.Head < 0 || clause.Head >= i || !isTelling(s.Tokens[clause.Head].Lemma) {
			continue
		}
		if s.leftmost(i) == clause.Head+1 && s.otherSubject(i) > i && s.child(clause.Head, "obj") < 0 && s.child(clause.Head, "iobj") < 0 {
			t.Head, t.Rel = clause.Head, "iobj"
		}
	}
}

// otherSubject returns the last subject that the governor of i has beside i, or -1.
func (s *Sentence) otherSubject(i int) int {
	for j := len(s.Tokens) - 1; j >= 0; j-- {
		if j != i && s.Tokens[j].Head == s.Tokens[i].Head && baseRel(s.Tokens[j].Rel) == "nsubj" {
			return j
		}
	}
	return -1
}

func isTelling(lemma string) bool {
	switch lemma {
	case "tell", "inform", "assure", "warn", "remind", "promise", "show", "notify", "convince", "persuade", "advise":
		return true
	}
	return false
}

// toldClause hangs on a verb of telling the that-clause that was made a relative
// clause of the person told: it has a subject and an object of its own.
func toldClause(s *Sentence) {
	for i := range s.Tokens {
		t := &s.Tokens[i]
		if baseRel(t.Rel) != "acl" || t.UPOS != "VERB" || t.Head < 0 || t.Head > i || s.child(i, "mark") < 0 && s.child(i, "obj") < 0 {
			continue
		}
		person := &s.Tokens[t.Head]
		first := s.leftmost(i)
		if up := person.Head; baseRel(person.Rel) == "obl" && up >= 0 && isTelling(s.Tokens[up].Lemma) && s.Tokens[first].Form == "that" && s.child(i, "nsubj") > first && s.child(up, "ccomp") < 0 && s.child(t.Head, "case") >= 0 {
			t.Head, t.Rel = up, "ccomp" // "told Berg in a call that Chad supported Mali"
			continue
		}
		if base := baseRel(person.Rel); base != "obj" && base != "iobj" || person.Head < 0 || !isTelling(s.Tokens[person.Head].Lemma) {
			continue
		}
		subject := s.child(i, "nsubj")
		if s.Tokens[first].Form == "that" && subject > first && s.child(person.Head, "ccomp") < 0 {
			t.Head, t.Rel = person.Head, "ccomp"
			s.Tokens[first].Rel = "mark"
		}
	}
}

// saidSubject gives a clause its subject back, where that was made an object of
// the verb of saying before it: in "They indicated a probe is ongoing" nobody
// indicates a probe.
func saidSubject(s *Sentence) {
	for i := range s.Tokens {
		t := &s.Tokens[i]
		if t.Rel != "obj" && t.Rel != "iobj" || t.Head < 0 || t.Head >= i || !nominal(t) || t.XPOS == "WP" || !isStating(s.Tokens[t.Head].Lemma) {
			continue
		}
		verb := t.Head
		clause := s.child(verb, "ccomp")
		if x := s.child(verb, "xcomp"); clause < 0 && x > i && finite(s.Tokens[x].XPOS) {
			clause = x
		}
		if clause < i || s.child(clause, "nsubj") >= 0 || s.child(clause, "mark") >= 0 {
			continue
		}
		next := s.rightmost(i) + 1
		if next < clause && s.Tokens[next].Form == "," && s.described(i) {
			next++
		}
		if first := s.leftmost(clause); first <= next && s.Tokens[next].UPOS != "PUNCT" {
			t.Head, t.Rel = clause, s.subjectRel(clause)
			s.Tokens[clause].Rel = "ccomp"
		}
	}
}

// described reports whether noun i is followed by what else is to be said of it.
func (s *Sentence) described(i int) bool {
	return s.child(i, "appos") > i || s.child(i, "acl:relcl") > i
}

func isStating(lemma string) bool {
	switch lemma {
	case "say", "state", "claim", "indicate", "believe", "think", "hope", "insist", "argue", "report", "announce", "fear",
		"know", "add", "confirm", "deny", "suggest", "admit", "allege", "stress", "note", "acknowledge", "declare", "mean":
		return true
	}
	return false
}

// reportAfter sets apart a verb of telling after a comma that was made a complement of the
// clause it reports: in "Iran shelled Basra, Berg told reporters" the shelling does not tell.
func reportAfter(s *Sentence) {
	for v := range s.Tokens {
		t := &s.Tokens[v]
		if t.Rel != "ccomp" || t.Head < 0 || t.Head > v || !finite(t.XPOS) || !isTelling(t.Lemma) && !isStating(t.Lemma) {
			continue
		}
		clause := &s.Tokens[t.Head]
		subject := s.child(v, "nsubj")
		told := s.child(t.Head, "obj") >= 0 || s.child(t.Head, "iobj") >= 0
		if (isTelling(clause.Lemma) || isStating(clause.Lemma)) && !told || subject < 0 || s.child(v, "mark") >= 0 || s.complemented(v) {
			continue
		}
		if first := s.leftmost(subject); s.Tokens[first].Form == "," || first > 0 && s.Tokens[first-1].Form == "," {
			t.Rel = "parataxis"
		}
	}
}

// complemented reports whether verb v says itself what is told.
func (s *Sentence) complemented(v int) bool {
	return s.child(v, "ccomp") >= 0 || s.child(v, "xcomp") >= 0 || s.child(v, "obj") >= 0 && !isTelling(s.Tokens[v].Lemma)
}

// reporterObject makes the subject of a verb of telling, which lacks one, of the name between it and the comma
// before, where that was made one more object of what is told: "Iran shelled Basra, Berg told reporters".
func reporterObject(s *Sentence) {
	for i := 2; i+1 < len(s.Tokens); i++ {
		t := &s.Tokens[i]
		base := baseRel(t.Rel)
		if base != "obj" && base != "appos" && base != "conj" || !nominal(t) || t.Head < 0 || t.Head > i || s.child(i, "cc") >= 0 {
			continue
		}
		first := s.leftmost(i)
		if s.Tokens[first].Form != "," && (first == 0 || s.Tokens[first-1].Form != ",") {
			continue
		}
		v := s.rightmost(i) + 1
		if v == len(s.Tokens) || !finite(s.Tokens[v].XPOS) || !isTelling(s.Tokens[v].Lemma) && !isStating(s.Tokens[v].Lemma) ||
			s.child(v, "nsubj") >= 0 || s.under(v, i) || s.Tokens[v].Rel == "conj" {
			continue
		}
		t.Head, t.Rel = v, "nsubj"
	}
}

// headlineSubjects joins the two names before the verb of a headline, where the
// comma stands for "and": "Berg, Kasela discuss trade".
func headlineSubjects(s *Sentence) {
	if len(s.Tokens) < 4 || s.Tokens[0].Rel != "vocative" {
		return
	}
	v := s.Tokens[0].Head
	if v < 0 || s.Tokens[v].UPOS != "VERB" || s.child(v, "nsubj") >= 0 || s.rightmost(0) != v-1 {
		return
	}
	for i := 1; i < v; i++ {
		t := &s.Tokens[i]
		if t.UPOS == "PROPN" && t.Head == 0 && s.Tokens[i-1].Form == "," {
			t.Rel = "conj"
			s.Tokens[0].Rel = s.subjectRel(v)
			return
		}
	}
}

// firedGas makes a verb of a participle that was made an attribute of the only
// noun of its sentence although a bare noun stands before it: in "Police fired
// tear gas at protesters." the gas was not "police-fired".
func firedGas(s *Sentence) {
	if len(s.Tokens) < 4 || s.Tokens[len(s.Tokens)-1].Form != "." {
		return
	}
	for v := 1; v+1 < len(s.Tokens); v++ {
		t, subject := &s.Tokens[v], &s.Tokens[v-1]
		root := t.Head
		if t.Rel != "amod" || t.XPOS != "VBN" || root <= v || s.Tokens[root].Rel != "root" || s.Tokens[root].UPOS != "NOUN" {
			continue
		}
		if !nominal(subject) || subject.Head != root || subject.Rel != "compound" || s.child(root, "det") >= 0 || s.child(root, "cop") >= 0 {
			continue
		}
		t.Head, t.Rel, t.XPOS, t.UPOS = -1, "root", "VBD", "VERB"
		s.Tokens[root].Head, s.Tokens[root].Rel = v, "obj"
		subject.Rel = "nsubj"
		for j := range s.Tokens {
			u := &s.Tokens[j]
			if u.Head == root && (j < v || j > root && u.Rel != "nmod") {
				u.Head = v
			}
		}
		return
	}
}

// active reports whether participle v has what only the past of an active verb has.
func (s *Sentence) active(v int) bool {
	return s.child(v, "obj") > v || s.child(v, "ccomp") > v || s.Tokens[v+1].Form == "for" && s.Tokens[v].Lemma == "call"
}

func (s *Sentence) hasAgent(v int) bool {
	for i := range s.Tokens {
		if s.Tokens[i].Head == v && s.Tokens[i].Rel == "obl:agent" {
			return true
		}
	}
	return false
}

// particleObject makes an object of the noun after a verb with its particle that has
// no preposition of its own: in "take in the migrants" in is the verb's.
func particleObject(s *Sentence) {
	for i := 2; i < len(s.Tokens); i++ {
		t := &s.Tokens[i]
		if t.Rel != "obl" || t.UPOS != "NOUN" || timeNoun(t.Lemma) || t.Head < 0 || t.Head >= i || s.child(i, "case") >= 0 || s.child(t.Head, "obj") >= 0 {
			continue
		}
		particle := s.leftmost(i) - 1
		if particle < 1 || s.Tokens[particle].Rel != "compound:prt" || s.Tokens[particle].Head != t.Head {
			continue
		}
		switch s.Tokens[particle].Form {
		case "in", "out", "up", "down", "back":
			t.Rel = "obj"
		}
	}
}

// timeNoun holds for nouns that say when without a preposition.
func timeNoun(lemma string) bool {
	switch lemma {
	case "year", "month", "week", "day", "night", "morning", "afternoon", "evening", "time", "weekend", "summer", "spring", "autumn", "winter", "season":
		return true
	}
	return false
}

// ofWhat hangs on the verb what somebody was warned or accused of, where it was hung on the name
// of the one warned: there is no "Russia of severe consequences".
func ofWhat(s *Sentence) {
	for i := range s.Tokens {
		t := &s.Tokens[i]
		if t.Rel != "nmod" || t.UPOS != "NOUN" || t.Head < 1 || t.Head >= i || s.Tokens[t.Head].UPOS != "PROPN" {
			continue
		}
		name := &s.Tokens[t.Head]
		of := s.child(i, "case")
		if of < 0 || s.Tokens[of].Form != "of" || name.Rel != "obj" || name.Head < 0 || !takesOf(s.Tokens[name.Head].Lemma) {
			continue
		}
		t.Head, t.Rel = name.Head, "obl"
	}
}

// takesOf holds for verbs that say with "of" what they do to somebody.
func takesOf(lemma string) bool {
	switch lemma {
	case "accuse", "warn", "inform", "assure", "notify", "remind", "convict", "suspect", "acquit", "clear", "rob", "strip", "deprive":
		return true
	}
	return false
}

// withEach joins what a second "with" clause says to the first, where its noun was joined to the
// object inside it: in "with Chad backing the plan and Mali opposing it" Mali is not backed.
func withEach(s *Sentence) {
	for i := range s.Tokens {
		t := &s.Tokens[i]
		if t.Rel != "conj" || !nominal(t) || t.Head < 0 || t.Head > i || s.Tokens[t.Head].Rel != "obj" {
			continue
		}
		verb := s.Tokens[t.Head].Head
		if s.Tokens[verb].XPOS != "VBG" || s.Tokens[verb].Rel != "acl" || s.Tokens[verb].Head < 0 {
			continue
		}
		if own := s.child(i, "acl"); own < i || s.Tokens[own].XPOS != "VBG" || s.child(own, "obj") < 0 && s.child(own, "obl") < 0 {
			continue
		}
		first := s.Tokens[verb].Head
		if with := s.child(first, "case"); with < 0 || s.Tokens[with].Form != "with" {
			continue
		}
		t.Head = first
	}
}

// clauseSubject makes the last of a list of objects the subject of the clause
// that begins right after it: in "the army beat the rebels and Chad would pull
// out" it was not Chad that was beaten.
func clauseSubject(s *Sentence) {
	for v := range s.Tokens {
		t := &s.Tokens[v]
		if t.UPOS != "VERB" || t.Rel != "conj" && t.Rel != "ccomp" || s.child(v, "nsubj") >= 0 || s.child(v, "expl") >= 0 || s.child(v, "csubj") >= 0 {
			continue
		}
		left := s.leftmost(v)
		if first := &s.Tokens[left]; left < 2 || first.UPOS != "AUX" && left != v || !finite(first.XPOS) && first.XPOS != "MD" {
			continue
		}
		n := left - 1
		for s.Tokens[n].Head >= 0 && s.Tokens[n].Head < left && s.Tokens[n].Rel != "conj" && s.rightmost(s.Tokens[n].Head) == left-1 {
			n = s.Tokens[n].Head
		}
		noun := &s.Tokens[n]
		first := s.leftmost(n)
		if s.Tokens[first].Form == "," && s.child(noun.Head, "conj") == n { // not the last of a list with commas
			first++
		}
		if noun.Rel != "conj" || !nominal(noun) || noun.Head < 0 || noun.Head > n || s.under(v, n) || !strings.EqualFold(s.Tokens[first].Form, "and") {
			continue
		}
		switch list := &s.Tokens[noun.Head]; baseRel(list.Rel) {
		case "obj":
			if t.Rel == "ccomp" && list.Head == t.Head { // "reported sales and exports had fallen"
				noun = list
			}
		case "obl", "nmod":
		default:
			continue
		}
		noun.Head, noun.Rel = v, s.subjectRel(v)
	}
}
