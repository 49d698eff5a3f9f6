package text

// retag corrects tags that the tree around them belies. It comes before the
// lemmas, which depend on tags.
func (s *Sentence) retag() {
	for i := range s.Tokens {
		t := &s.Tokens[i]
		switch {
		case t.XPOS == "NNS" && t.UPOS == "NOUN" && s.child(i, "obj") > i:
			s.pluralVerb(i)
		case t.XPOS == "JJ" && i > 0 && s.Tokens[i-1].XPOS == "MD" && s.Tokens[i-1].Head == i && s.child(i, "obj") > i:
			t.UPOS, t.XPOS = "VERB", "VB" // "would free forty prisoners"
		case t.XPOS == "VBP" && pastOnly(t.Form):
			t.XPOS = "VBD"
		}
	}
}

// pluralVerb makes a verb of what was taken for a plural although it has an
// object, and its subject of the name before it: "Vietnam shares intelligence".
func (s *Sentence) pluralVerb(i int) {
	if i == 0 || s.Tokens[i-1].Head != i || s.Tokens[i-1].UPOS != "PROPN" || s.child(i, "nsubj") >= 0 {
		return
	}
	s.Tokens[i].UPOS, s.Tokens[i].XPOS = "VERB", "VBZ"
	s.Tokens[i-1].Rel = "nsubj"
}

// pastOnly holds for irregular pasts that are no present form of any verb.
func pastOnly(form string) bool {
	switch form {
	case "shook", "took", "undertook", "overtook", "spoke", "broke", "wrote", "drove", "rose", "chose", "froze", "stole", "woke",
		"swore", "tore", "wore", "grew", "knew", "threw", "overthrew", "drew", "withdrew", "flew", "blew", "sang", "rang", "sank",
		"drank", "began", "swam", "ran", "gave", "forgave", "met", "sent", "spent", "lent", "built", "held", "upheld", "withheld",
		"told", "sold", "bought", "brought", "fought", "sought", "taught", "caught", "thought", "won", "led", "fled", "kept",
		"swept", "wept", "dealt", "meant", "lost", "shot", "sat", "stood", "understood", "struck", "stuck", "went", "underwent",
		"said", "made", "paid", "heard", "got", "forgot", "came", "overcame", "ate", "hid", "dug", "hung":
		return true
	}
	return false
}
