package text

import "strings"

// aheadOf makes one preposition of "ahead of", where its halves hang apart: what they "met ahead of" is a phrase of the verb.
func aheadOf(s *Sentence) {
	for i := range s.Tokens {
		if i+2 >= len(s.Tokens) || !strings.EqualFold(s.Tokens[i].Form, "ahead") || s.Tokens[i+1].Form != "of" || s.Tokens[i].UPOS == "ADP" {
			continue
		}
		of, ahead := &s.Tokens[i+1], &s.Tokens[i]
		noun := of.Head
		if of.Rel != "case" || noun <= i+1 || ahead.Head < 0 || s.under(ahead.Head, noun) {
			continue
		}
		up := ahead.Head
		if h := s.Tokens[up].Head; dayName(s.Tokens[up].Form) && h >= 0 { // "on Monday ahead of the talks"
			up = h
		}
		if t := &s.Tokens[noun]; t.Head == i || t.Head == ahead.Head {
			t.Head, t.Rel = up, "obl"
			if s.Tokens[up].UPOS == "NOUN" { // "days ahead of the talks"
				t.Rel = "nmod"
			}
		} else if t.Head != up {
			continue
		}
		ahead.Head, ahead.Rel, ahead.UPOS, ahead.XPOS = noun, "case", "ADP", "IN"
		of.Head, of.Rel = i, "fixed"
		for k := range s.Tokens {
			if t := &s.Tokens[k]; t.Head == i && k != i+1 {
				t.Head = noun
			}
		}
	}
}

// talksWith hangs on talks after or for which something was done those with whom they were, right behind them: in "met Berg after talks
// with Lind" the meeting was not with Lind.
func talksWith(s *Sentence) {
	for i := range s.Tokens {
		if !isTalkNoun(s.Tokens[i].Lemma) || i+2 >= len(s.Tokens) || s.Tokens[i+1].Form != "with" || s.Tokens[i].Rel != "obl" && s.Tokens[i].Rel != "nmod" || s.child(i, "case") < 0 {
			continue
		}
		if with := &s.Tokens[i+1]; with.Rel == "case" && with.Head > i && s.Tokens[with.Head].Head == s.Tokens[i].Head && nominal(&s.Tokens[with.Head]) {
			t := &s.Tokens[with.Head]
			t.Head, t.Rel = i, "nmod"
		}
	}
}

// isTalkNoun holds for nouns of what people do together with words.
func isTalkNoun(lemma string) bool {
	switch lemma {
	case "talk", "negotiation", "discussion", "meeting", "summit", "consultation", "dialogue", "conversation", "encounter", "call":
		return true
	}
	return false
}

// frontedMark makes a preposition of the first word where it was read as a conjunction of the main verb and a noun stands behind
// it: "Before talks between Peru and Chile, Lind met Berg".
func frontedMark(s *Sentence) {
	if len(s.Tokens) < 5 || s.Tokens[0].Rel != "mark" || s.Tokens[0].Head < 0 {
		return
	}
	first := &s.Tokens[0]
	for n := 1; n < first.Head; n++ {
		t := &s.Tokens[n]
		if t.Head != first.Head {
			continue
		}
		if (t.Rel == "obl" || t.Rel == "obl:unmarked") && t.UPOS == "NOUN" && s.leftmost(n) == 1 && s.child(n, "case") < 0 && s.Tokens[s.rightmost(n)].Form == "," {
			first.Head, first.Rel, first.UPOS, t.Rel = n, "case", "ADP", "obl"
		}
		return
	}
}

// frontedApposed makes the subject of the verb right behind it a name that was taken for another name of the last one in the phrase
// before: "After talks with Lind, Peru signed a pact".
func frontedApposed(s *Sentence) {
	if len(s.Tokens) < 5 || s.Tokens[0].UPOS != "ADP" && s.Tokens[0].UPOS != "SCONJ" && s.Tokens[0].UPOS != "DET" && s.Tokens[0].UPOS != "NOUN" && s.Tokens[0].UPOS != "NUM" {
		return
	}
	comma := 1
	for comma < len(s.Tokens) && s.Tokens[comma].Form != "," {
		comma++
	}
	for i := comma + 1; i < len(s.Tokens) && i < comma+8; i++ {
		t := &s.Tokens[i]
		if t.Rel != "appos" && (t.Rel != "conj" || s.child(i, "cc") >= 0) || t.Head >= comma || s.nameType(i) == "" {
			continue
		}
		v := s.rightmost(i) + 1
		for v+1 < len(s.Tokens) && s.Tokens[v].UPOS == "AUX" && s.Tokens[v].Head > v {
			v = s.Tokens[v].Head
		}
		if left := s.leftmost(i); left != comma && left != comma+1 || v >= len(s.Tokens) || s.Tokens[v].UPOS != "VERB" || !finite(s.Tokens[v].XPOS) && s.child(v, "aux") < 0 || s.child(v, "nsubj") >= 0 || s.under(v, i) {
			return
		}
		t.Head, t.Rel = v, "nsubj"
		return
	}
}

// nameBeforeDays parts a name, or those done something, from the days that stand behind it and say how long after something:
// "a pact with Peru days after talks".
func nameBeforeDays(s *Sentence) {
	for i := 1; i+2 < len(s.Tokens); i++ {
		t, name := &s.Tokens[i], &s.Tokens[i-1]
		if after := s.Tokens[i+1].Form; t.XPOS != "NNS" || !timeNoun(t.Lemma) && t.Lemma != "hour" && t.Lemma != "minute" || after != "after" && after != "before" && after != "ahead" || name.Rel != "compound" || name.Head != i || s.nameType(i-1) == "" && name.XPOS != "NNS" {
			continue
		}
		when := s.Tokens[i+1].Head
		if when < 0 || when == i {
			when = t.Head
		}
		if when < 0 || s.under(when, i) {
			continue
		}
		name.Head, name.Rel = t.Head, t.Rel
		if up := t.Head; t.Rel == "obl:unmarked" && up >= 0 && up < i && s.Tokens[up].UPOS == "VERB" && s.child(up, "obj") < 0 {
			name.Rel = "obj"
		}
		for k := range i - 1 {
			if x := &s.Tokens[k]; x.Head == i {
				x.Head = i - 1
			}
		}
		t.Head, t.Rel = when, "obl:unmarked"
	}
}

// higherTalks hangs what was done before or after talks on the verb that says so, not on what somebody else is told or said to have done:
// who "accused Peru of lying after talks with Chile" had the talks.
func higherTalks(s *Sentence) {
	for i := range s.Tokens {
		t := &s.Tokens[i]
		c := s.child(i, "case")
		if w := ""; c >= 0 {
			w = s.Tokens[c].Form
			if (w == "of" || w == "to" || w == "for") && (t.Head < 0 || !isOccasion(s.Tokens[t.Head].Lemma)) {
				continue
			}
		}
		gerund := t.XPOS == "VBG" && t.Rel == "advcl" && t.UPOS == "VERB"
		if gerund {
			c = s.child(i, "mark")
		}
		if !gerund && (!isTalkNoun(t.Lemma) && t.Lemma != "visit" && t.Lemma != "trip" && t.Lemma != "tour" || t.Rel != "obl" && t.Rel != "nmod") || c < 0 || t.Head < 0 || t.Head > i {
			continue
		}
		switch strings.ToLower(s.Tokens[c].Form) {
		case "after", "following", "ahead", "before", "during", "prior", "of", "to", "for":
		default:
			continue
		}
		move, low := i, t.Head
		if up := &s.Tokens[low]; up.UPOS == "NOUN" && (timeNoun(up.Lemma) || isOccasion(up.Lemma)) && up.Head >= 0 { // "a day after talks"
			move, low = low, up.Head
		}
		for n := 0; n < 2 && low >= 0 && s.Tokens[low].UPOS == "NOUN" && s.Tokens[low].Rel == "obj"; n++ { // "to free the prisoners after talks"
			low = s.Tokens[low].Head
		}
		if low < 0 || s.Tokens[low].UPOS != "VERB" || s.Tokens[low].XPOS != "VBG" && s.Tokens[low].XPOS != "VB" || s.child(low, "nsubj") >= 0 {
			continue
		}
		high := s.Tokens[low].Head
		if high < 0 || !finite(s.Tokens[high].XPOS) || !blamesOrAsks(s.Tokens[high].Lemma) {
			continue
		}
		if whom := max(s.child(high, "obj"), s.child(high, "iobj")); whom < 0 || whom > low {
			continue
		}
		if x := &s.Tokens[move]; x.Rel == "nmod" {
			x.Head, x.Rel = high, "obl"
		} else {
			x.Head = high
		}
	}
}

// occasion hangs talks on what stands before them and says how near they were: "in preparation for talks", "in the run-up to talks".
func occasion(s *Sentence) {
	for i := range s.Tokens {
		t := &s.Tokens[i]
		if t.Form == "up" && i > 1 && t.UPOS == "NOUN" && (s.Tokens[i-2].Form == "run" || s.Tokens[i-2].Form == "lead") {
			t.Lemma = s.Tokens[i-2].Form + "-up"
		}
		if !isOccasion(t.Lemma) || t.UPOS != "NOUN" || i+2 >= len(s.Tokens) || t.Rel != "obl" && t.Rel != "nmod" {
			continue
		}
		c := &s.Tokens[i+1]
		if c.Form != "to" && c.Form != "for" && c.Form != "of" || c.Head <= i || c.Rel != "case" {
			continue
		}
		if n := &s.Tokens[c.Head]; n.UPOS == "NOUN" && n.Head == t.Head {
			n.Head, n.Rel = i, "nmod"
		}
	}
}

// isOccasion holds for nouns that say when something was, by something else that happened then.
func isOccasion(lemma string) bool {
	switch lemma {
	case "eve", "run-up", "lead-up", "preparation", "wake", "aftermath", "sideline", "sidelines", "margin", "margins", "start", "end", "beginning", "outset", "conclusion", "course":
		return true
	}
	return false
}

// followingTalks makes a preposition of "following", read as what a party to the main verb did: "signed a pact following talks".
func followingTalks(s *Sentence) {
	for i := 1; i+1 < len(s.Tokens); i++ {
		t := &s.Tokens[i]
		if t.Form != "following" || t.UPOS != "VERB" || t.Rel != "acl" && t.Rel != "advcl" || t.Head < 0 || s.child(i, "nsubj") >= 0 {
			continue
		}
		noun := s.child(i, "obj")
		if noun < i || s.Tokens[noun].UPOS != "NOUN" || s.leftmost(noun) != i+1 {
			continue
		}
		up := t.Head
		for n := 0; n < 3 && s.Tokens[up].UPOS != "VERB" && s.Tokens[up].Head >= 0; n++ {
			up = s.Tokens[up].Head
		}
		s.Tokens[noun].Head, s.Tokens[noun].Rel = up, "obl"
		for k := range s.Tokens {
			if x := &s.Tokens[k]; x.Head == i && k != noun {
				x.Head = noun
			}
		}
		t.UPOS, t.Rel, t.Head = "ADP", "case", noun
	}
}

// afterPair makes the two behind "after" the subjects of the verb behind them, where the first was taken for what it was after:
// "left shortly after Peru and Chile signed a pact".
func afterPair(s *Sentence) {
	for i := 0; i+4 < len(s.Tokens); i++ {
		after, first := &s.Tokens[i], &s.Tokens[i+1]
		if f := after.Form; f != "after" && f != "before" && f != "After" && f != "Before" || after.Rel != "case" && after.Rel != "mark" {
			continue
		}
		x := i + 1
		for first.Head > x && s.Tokens[x].UPOS == "PROPN" && first.Head < i+6 && first.Rel != "obl" { // a title before the name
			x = first.Head
			first = &s.Tokens[x]
		}
		up := first.Head
		if up >= 0 && up < i && first.Rel == "nmod" && s.Tokens[up].Rel == "obl:unmarked" { // "hours after Peru and Chile signed"
			up = s.Tokens[up].Head
		}
		if s.nameType(x) == "" || first.Rel != "obl" && up == first.Head {
			continue
		}
		and := s.rightmostName(x) + 1
		if and >= len(s.Tokens) || s.Tokens[and].Form != "and" {
			continue
		}
		y := s.Tokens[and].Head
		if y < and || y+1 >= len(s.Tokens) || s.nameType(y) == "" {
			continue
		}
		v := s.Tokens[y].Head
		if s.Tokens[y].Rel == "conj" && v == x { // both after the verb that is theirs
			if v = up; v < y || s.Tokens[v].UPOS != "VERB" || s.child(v, "nsubj") >= 0 {
				continue
			}
		} else if s.Tokens[y].Rel != "nsubj" || v < y || s.Tokens[v].Rel != "conj" || !finite(s.Tokens[v].XPOS) || s.Tokens[v].Head != up || s.rightmostName(y)+1 != v {
			continue
		} else {
			s.Tokens[v].Rel = "advcl"
		}
		first.Head, first.Rel = v, "nsubj"
		s.Tokens[y].Head, s.Tokens[y].Rel = x, "conj"
		after.Head, after.Rel, after.UPOS = v, "mark", "SCONJ"
		for k := max(0, i-2); k < i; k++ {
			if t := &s.Tokens[k]; t.Head == x {
				t.Head = v
			}
		}
	}
}

// rightmostName is the last token of the name that token i heads.
func (s *Sentence) rightmostName(i int) int {
	for i+1 < len(s.Tokens) && s.Tokens[i+1].Rel == "flat" {
		i++
	}
	return i
}

// beforeFollowing gives back to the verb a name that was made the owner of what stands behind "following": "spoke with Lind following Peru's attack".
func beforeFollowing(s *Sentence) {
	for i := 1; i+1 < len(s.Tokens); i++ {
		f := &s.Tokens[i]
		if f.Form != "following" || f.Rel != "case" || f.Head <= i {
			continue
		}
		noun := f.Head
		name := -1
		for k := range i {
			if t := &s.Tokens[k]; t.Head == noun && s.nameType(k) != "" && s.rightmost(k) == i-1 {
				name = k
			}
		}
		if up := s.Tokens[noun].Head; name >= 0 && up >= 0 {
			s.Tokens[name].Head, s.Tokens[name].Rel = up, s.Tokens[noun].Rel
			for k := range i {
				if t := &s.Tokens[k]; t.Head == noun {
					t.Head = name
				}
			}
			s.Tokens[noun].Head, s.Tokens[noun].Rel = up, "obl"
		}
	}
}

// blamesOrAsks holds for verbs whose object, not their subject, does what the verb below them tells.
func blamesOrAsks(lemma string) bool {
	switch lemma {
	case "accuse", "suspect", "blame", "criticize", "criticise", "condemn", "thank", "praise", "urge", "ask", "tell", "press", "warn", "order", "implore", "beg", "push", "encourage":
		return true
	}
	return false
}

// deniedReports makes a noun of "reports" where it was read as what somebody denied: "denied press reports that he had met Berg".
func deniedReports(s *Sentence) {
	for i := 2; i+1 < len(s.Tokens); i++ {
		t := &s.Tokens[i]
		if t.Form != "reports" && t.Form != "claims" || t.UPOS != "VERB" || t.Rel != "ccomp" || t.Head < 0 || t.Head > i || s.Tokens[i+1].Form != "that" {
			continue
		}
		switch s.Tokens[t.Head].Lemma {
		case "deny", "dismiss", "reject", "confirm", "refute", "dispute", "investigate":
		default:
			continue
		}
		t.UPOS, t.XPOS, t.Rel, t.Lemma = "NOUN", "NNS", "obj", strings.TrimSuffix(t.Form, "s")
		for k := range s.Tokens {
			x := &s.Tokens[k]
			switch {
			case x.Head != i:
			case k < i && baseRel(x.Rel) == "nsubj":
				x.Rel = "compound"
			case k > i && x.Rel == "ccomp":
				x.Rel = "acl"
			}
		}
	}
}

// whatSaid keeps what somebody says of something below the "what" that stands for it: who "raided what officials said was a hideout" raided
// no officials.
func whatSaid(s *Sentence) {
	for i := 1; i+4 < len(s.Tokens); i++ {
		v := i - 1
		if s.Tokens[i].Form != "what" || s.Tokens[v].UPOS != "VERB" {
			continue
		}
		said := i + 2
		for said < i+7 && said+1 < len(s.Tokens) && s.Tokens[said].Form != "said" && s.Tokens[said].Form != "say" && s.Tokens[said].Form != "says" {
			said++
		}
		if said+1 >= len(s.Tokens) || s.Tokens[said].UPOS != "VERB" || s.Tokens[said+1].Rel != "cop" {
			continue
		}
		noun, subject := s.Tokens[said+1].Head, s.child(said, "nsubj")
		if noun < said || subject < i || subject > said || s.under(v, noun) || s.under(v, said) {
			continue
		}
		what := &s.Tokens[i]
		what.UPOS, what.XPOS, what.Head, what.Rel = "PRON", "WP", v, "obj"
		s.Tokens[said].Head, s.Tokens[said].Rel = i, "acl:relcl"
		s.Tokens[noun].Head, s.Tokens[noun].Rel = said, "ccomp"
	}
}
