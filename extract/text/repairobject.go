package text

// twoObjects makes of the first of two objects of a verb of giving whom it is given to:
// "granted Norway an extension".
func twoObjects(s *Sentence) {
	for i := range s.Tokens {
		t := &s.Tokens[i]
		if t.Rel != "obj" || t.Head < 0 || t.Head > i || t.UPOS == "NOUN" && s.child(i, "det") < 0 || !giving(s.Tokens[t.Head].Lemma) {
			continue
		}
		for j := i + 1; j < len(s.Tokens) && s.child(t.Head, "iobj") < 0; j++ {
			if u := &s.Tokens[j]; u.Rel == "obj" && u.Head == t.Head {
				if first := s.leftmost(j); first == s.rightmost(i)+1 && s.Tokens[first].UPOS != "PUNCT" && nominal(u) {
					t.Rel = "iobj"
				}
				break
			}
		}
	}
}

func giving(lemma string) bool {
	switch lemma {
	case "give", "grant", "offer", "send", "pay", "award", "deny", "refuse", "promise", "hand", "lend", "sell", "owe", "guarantee", "allow", "show", "cede":
		return true
	}
	return false
}

// doneBy hangs a participle that says by whom on the noun right before it, where it was hung on
// the verb of both: in "wounded in a raid carried out by rebels" the raid was carried out.
func doneBy(s *Sentence) {
	for v := 2; v < len(s.Tokens); v++ {
		t := &s.Tokens[v]
		if t.Rel != "advcl" || t.XPOS != "VBN" || t.Head < 0 || t.Head > v || s.leftmost(v) != v || !s.hasAgent(v) {
			continue
		}
		if n := s.topOf(v-1, t.Head); n > t.Head && s.Tokens[n].Head == t.Head && s.Tokens[n].UPOS == "NOUN" && s.rightmost(n) == v-1 {
			t.Head, t.Rel = n, "acl"
		}
	}
}

// describedName makes an attribute of the participle before a name that was made the verb over it:
// in "misconduct by sitting President Berg" nobody sits.
func describedName(s *Sentence) {
	for v := 1; v+1 < len(s.Tokens); v++ {
		t := &s.Tokens[v]
		if t.XPOS != "VBG" || !describing(t.Form) {
			continue
		}
		name, mark := s.child(v, "obj"), s.child(v, "mark")
		if name < v || mark != v-1 || s.nameType(name) != PER || s.leftmost(name) != v+1 {
			continue
		}
		s.swap(name, v)
		t.Rel, s.Tokens[mark].Rel = "amod", "case"
		switch n := &s.Tokens[name]; baseRel(n.Rel) {
		case "advcl":
			n.Rel = "obl"
		case "acl":
			n.Rel = "nmod"
		}
	}
}

// whichClause hangs on the noun before the comma a clause with "which" or "who" for its subject
// that was hung on the verb: "sent to Chad, which is at war".
func whichClause(s *Sentence) {
	for v := 3; v < len(s.Tokens); v++ {
		t := &s.Tokens[v]
		if t.Head < 0 || t.Head > v {
			continue
		}
		who := s.whichOf(v)
		if who < 2 || s.child(v, "mark") >= 0 || s.Tokens[who-1].Form != "," || s.leftmost(v) < who-1 {
			continue
		}
		switch w := s.Tokens[who].Form; {
		case t.Rel == "advcl" && (w == "which" || w == "who" && s.Tokens[who].Rel == "nsubj"):
		case w == "which" && (t.Rel == "ccomp" || t.Rel == "parataxis" || t.Rel == "acl:relcl" && s.nameType(t.Head) == PER):
		default:
			continue
		}
		if n := s.nameHead(who - 2); nominal(&s.Tokens[n]) && n > t.Head && (s.nameType(n) != PER || s.Tokens[who].Form == "who") {
			t.Head, t.Rel = n, "acl:relcl"
		}
	}
}

// whichOf is the pronoun that begins the clause of verb v as its subject, or as its object before a subject; -1 for none.
func (s *Sentence) whichOf(v int) int {
	for _, rel := range [...]string{"nsubj", "obj"} {
		if who := s.child(v, rel); who >= 0 && who < v && (s.Tokens[who].XPOS == "WDT" || s.Tokens[who].XPOS == "WP") {
			return who
		}
	}
	return -1
}

// calledWhat hangs on "called" what something is called, where that was hung on a verb within that
// something: "called the plan to close the port absurd".
func calledWhat(s *Sentence) {
	for a := range s.Tokens {
		t := &s.Tokens[a]
		h := t.Head
		if t.Rel != "xcomp" || t.UPOS != "ADJ" || h < 1 || h > a || s.child(h, "obj") < 0 || s.child(h, "obj") > a {
			continue
		}
		for v := h - 1; v >= 0; v-- {
			if verb := &s.Tokens[v]; verb.UPOS == "VERB" && isNaming(verb.Lemma) {
				if o := s.child(v, "obj"); o > v && s.child(v, "xcomp") < 0 && s.under(h, o) {
					t.Head = v
				}
				break
			}
		}
	}
}

// isNaming holds for verbs of calling somebody or something what it is.
func isNaming(lemma string) bool {
	switch lemma {
	case "call", "deem", "brand", "label", "consider", "declare", "dub":
		return true
	}
	return false
}

// objectNoun makes a noun of the object of the verb right before it that was taken for a verb: "denied
// reports that Chad had fired".
func objectNoun(s *Sentence) {
	for i := 1; i < len(s.Tokens); i++ {
		t := &s.Tokens[i]
		if t.UPOS == "VERB" && t.XPOS == "VBZ" && t.Rel == "obj" && t.Head >= 0 && s.leftmost(i) == t.Head+1 && s.Tokens[t.Head].UPOS == "VERB" && s.child(i, "nsubj") < 0 {
			t.UPOS, t.XPOS = "NOUN", "NNS"
		}
	}
}

// spentDoing hangs on the verb what time was spent on: who "spent two days pressing Lind" did the pressing.
func spentDoing(s *Sentence) {
	for v := 2; v < len(s.Tokens); v++ {
		t := &s.Tokens[v]
		if t.XPOS != "VBG" || t.Rel != "acl" || t.Head != v-1 || s.Tokens[v-1].Rel != "obj" || s.child(v, "nsubj") >= 0 {
			continue
		}
		if up := s.Tokens[v-1].Head; up >= 0 && s.Tokens[up].Lemma == "spend" {
			t.Head, t.Rel = up, "xcomp"
		}
	}
}
