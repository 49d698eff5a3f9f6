package text

// perfectVerb makes one verb of "has" and the participle right after it, which was made an
// attribute of the object: Chad that "has suspended trade with Mali" does not have a trade.
func perfectVerb(s *Sentence) {
	for v := 1; v < len(s.Tokens); v++ {
		t, has := &s.Tokens[v], &s.Tokens[v-1]
		if t.XPOS != "VBN" || t.Rel != "amod" || t.Head < v || has.Lemma != "have" || !changes(t.Lemma) {
			continue
		}
		noun := &s.Tokens[t.Head]
		if noun.Rel != "obj" || noun.Head != v-1 || s.leftmost(t.Head) != v {
			continue
		}
		t.Head, t.Rel, noun.Head = v-1, "", v
		s.swap(v, v-1)
		t.UPOS, has.UPOS, has.Rel = "VERB", "AUX", "aux"
		for j := v + 1; j < len(s.Tokens); j++ {
			if u := &s.Tokens[j]; u.Head == v-1 {
				u.Head = v
			}
		}
	}
}

// changes holds for verbs whose participle after "has" tells what was done, not what one has:
// a state has armed forces and limited means, but has cut ties.
func changes(lemma string) bool {
	switch lemma {
	case "increase", "expand", "strengthen", "deepen", "boost", "intensify", "tighten", "suspend", "halt", "impose", "launch", "resume", "restore",
		"sever", "ban", "cut", "freeze", "lift", "ease", "step", "cancel", "postpone", "freed", "reject", "deploy", "seize", "criticize", "criticise",
		"condemn", "urge", "threaten", "offer", "propose", "demand", "seek":
		return true
	}
	return false
}
