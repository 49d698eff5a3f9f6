package text

// commaSubjects joins the two that stand before the plural verb of a headline with a comma
// between them and none after: in "Iran, Iraq discuss oil" Iraq is no other name of Iran.
func commaSubjects(s *Sentence) {
	if len(s.Tokens) < 4 {
		return
	}
	for v := 3; v < len(s.Tokens); v++ {
		if t := &s.Tokens[v]; t.UPOS != "VERB" || t.XPOS != "VBP" || t.Rel != "root" && t.Rel != "ccomp" {
			continue
		}
		a := s.child(v, "nsubj")
		if a < 0 || s.leftmost(a) != 0 {
			continue
		}
		for b := a + 1; b < v; b++ {
			t := &s.Tokens[b]
			if !nominal(t) || s.rightmost(b) != v-1 || s.Tokens[v-1].Form == "," || !(t.Rel == "appos" && t.Head == a || baseRel(t.Rel) == "nsubj" && t.Head == v) {
				continue
			}
			if first := s.leftmost(b); s.Tokens[first].Form == "," || first > 1 && s.Tokens[first-1].Form == "," && s.rightmost(a) <= b {
				t.Head, t.Rel = a, "conj"
			}
			return
		}
	}
}

// headsTo makes a verb of "heads" before "to" or "for" after a name: "Berg heads to Oslo".
func (s *Sentence) headsTo(i int) {
	if i == 0 || i+1 >= len(s.Tokens) || s.Tokens[i-1].UPOS != "PROPN" || s.Tokens[i-1].Head != i || s.Tokens[i-1].Rel != "compound" {
		return
	}
	if next := s.Tokens[i+1].Form; next != "to" && next != "for" {
		return
	}
	s.Tokens[i].UPOS, s.Tokens[i].XPOS = "VERB", "VBZ"
	s.Tokens[i-1].Rel = "nsubj"
	for j := i + 1; j < len(s.Tokens); j++ {
		if t := &s.Tokens[j]; t.Head == i && t.Rel == "nmod" {
			t.Rel = "obl"
		}
	}
}
