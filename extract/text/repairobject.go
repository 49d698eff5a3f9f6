package text

// twoObjects makes of the first of two objects of a verb of giving whom it is given to:
// "granted Norway an extension".
func twoObjects(s *Sentence) {
	for i := range s.Tokens {
		t := &s.Tokens[i]
		if t.Rel != "obj" || t.Head < 0 || t.Head > i || t.UPOS == "NOUN" && s.child(i, "det") < 0 || !giving(s.Tokens[t.Head].Lemma) {
			continue
		}
		for j := i + 1; j < len(s.Tokens); j++ {
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
