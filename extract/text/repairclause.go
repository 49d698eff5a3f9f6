package text

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

// saidSubject gives a clause its subject back, where that was made an object of
// the verb of saying before it: in "They indicated a probe is ongoing" nobody
// indicates a probe.
func saidSubject(s *Sentence) {
	for i := range s.Tokens {
		t := &s.Tokens[i]
		if t.Rel != "obj" || t.Head < 0 || t.Head >= i || !nominal(t) || t.XPOS == "WP" || !isStating(s.Tokens[t.Head].Lemma) {
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
		if first := s.leftmost(clause); first == s.rightmost(i)+1 && s.Tokens[first].UPOS != "PUNCT" {
			t.Head, t.Rel = clause, s.subjectRel(clause)
			s.Tokens[clause].Rel = "ccomp"
		}
	}
}

func isStating(lemma string) bool {
	switch lemma {
	case "say", "state", "claim", "indicate", "believe", "think", "hope", "insist", "argue", "report", "announce", "fear",
		"know", "add", "confirm", "deny", "suggest", "admit", "allege", "stress", "note", "acknowledge", "declare", "mean":
		return true
	}
	return false
}
