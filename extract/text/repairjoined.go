package text

// joinedSubject makes the last of a list before a verb its subject, where a comma parts him from those before and
// nothing from the verb: "spoke with Lind, and his deputy, Berg, will travel to Chad".
func joinedSubject(s *Sentence) {
	for v := 2; v < len(s.Tokens); v++ {
		t := &s.Tokens[v]
		if t.UPOS != "VERB" || t.Rel != "conj" && t.Rel != "advcl" && t.Rel != "parataxis" || t.Head < 0 || t.Head > v || s.child(v, "nsubj") >= 0 || s.child(v, "cc") >= 0 || s.child(v, "mark") >= 0 {
			continue
		}
		start := s.verbStart(v)
		if x := s.Tokens[start].XPOS; x != "MD" && !finite(x) {
			continue
		}
		for start > 0 && s.Tokens[start-1].Rel == "advmod" && s.Tokens[start-1].Head == v && s.Tokens[start-1].UPOS == "ADV" { // "secretly travelled"
			start--
		}
		for k := t.Head + 1; k < start; k++ {
			n := &s.Tokens[k]
			if n.Rel != "conj" || !nominal(n) || !s.under(k, t.Head) || s.edge(k, start) != start {
				continue
			}
			left := s.leftmost(k)
			if s.Tokens[left].Form == "," {
				left++
			}
			if s.nameType(k) == "" && s.Tokens[left+1].XPOS != "PRP$" { // a name, or "his deputy"
				continue
			}
			if s.Tokens[left].Form != "and" || left == 0 || s.Tokens[left-1].Form != "," && (s.nameType(k) == "" || !s.goesWith(k)) || s.child(k, "conj") >= 0 {
				continue
			}
			n.Head, n.Rel = v, s.subjectRel(v)
			s.Tokens[left].Head = v
			if s.Tokens[left-1].Form == "," {
				s.Tokens[left-1].Head = v
			}
			break
		}
	}
}

// nearerClause joins a verb to the one before it that has a subject of its own, where both were joined to the first
// of the sentence: "Chad barred Lind, but he crossed into Mali and met Berg".
func nearerClause(s *Sentence) {
	for v := 3; v < len(s.Tokens); v++ {
		t := &s.Tokens[v]
		cc := s.child(v, "cc")
		if t.Rel != "conj" || t.UPOS != "VERB" || t.Head < 0 || t.Head > v || cc < 1 || s.Tokens[cc].Form != "and" || s.Tokens[cc-1].Form == "," || s.child(v, "nsubj") >= 0 {
			continue
		}
		for m := cc - 1; m > t.Head; m-- {
			if n := &s.Tokens[m]; n.Rel == "conj" && n.Head == t.Head && n.UPOS == "VERB" && n.XPOS == t.XPOS && s.child(m, "nsubj") >= 0 && s.child(m, "nsubj") < m {
				t.Head = m
				break
			}
		}
	}
}

// commaCompound makes another name of the noun what was made a part of it although a comma parts the two: "urged the
// FARC, Colombia's largest rebel army, to act".
func commaCompound(s *Sentence) {
	for i := 1; i+2 < len(s.Tokens); i++ {
		t := &s.Tokens[i]
		noun := t.Head
		if t.Rel != "compound" || t.UPOS != "PROPN" || s.Tokens[i+1].Form != "," || noun < i+2 || s.Tokens[noun].UPOS != "NOUN" || s.nameType(i) == "" {
			continue
		}
		if d := &s.Tokens[i+2]; d.UPOS != "DET" && d.XPOS != "PRP$" && d.Rel != "nmod:poss" {
			continue
		}
		s.swap(i, noun)
		s.Tokens[noun].Rel = "appos"
		for k := i + 1; k < noun; k++ {
			if s.Tokens[k].Head == i {
				s.Tokens[k].Head = noun
			}
		}
	}
}

// whatReported makes what a noun says of a clause with "that" which was taken for a relative one, though that is nothing in it:
// "dismissed reports that he had sat down with Lind"; and a complement of the gerund behind a verb with its particle:
// "ruled out receiving Lind".
func whatReported(s *Sentence) {
	for v := 2; v < len(s.Tokens); v++ {
		t := &s.Tokens[v]
		switch {
		case t.Rel == "acl:relcl":
			if that := s.child(v, "mark"); that >= 0 && s.Tokens[that].Form == "that" && s.child(v, "nsubj") > that && t.Head >= 0 && s.Tokens[t.Head].Rel == "obj" && sayingNoun(s.Tokens[t.Head].Lemma) {
				t.Rel = "acl"
			}
		case t.Rel == "advcl" && t.XPOS == "VBG" && t.Head == v-2 && s.Tokens[v-1].Rel == "compound:prt" && s.Tokens[v-1].Head == v-2:
			t.Rel = "xcomp"
		}
	}
}

// sayingNoun holds for nouns of which a clause with "that" tells the content.
func sayingNoun(lemma string) bool {
	switch lemma {
	case "report", "claim", "allegation", "accusation", "suggestion", "rumor", "rumour", "assertion", "charge", "speculation", "news", "statement", "warning", "belief", "fact", "hope", "fear":
		return true
	}
	return false
}

// planInfinitive hangs on a plan or the like right before it the infinitive that was made a complement of the verb:
// "scrapped plans to meet Lind".
func planInfinitive(s *Sentence) {
	for v := 3; v < len(s.Tokens); v++ {
		t := &s.Tokens[v]
		noun := v - 2
		if t.Rel != "xcomp" && t.Rel != "advcl" || t.XPOS != "VB" || s.Tokens[v-1].Form != "to" || s.Tokens[noun].UPOS != "NOUN" || s.Tokens[noun].Head != t.Head {
			continue
		}
		switch s.Tokens[noun].Lemma {
		case "plan", "decision", "intention", "proposal", "bid", "attempt", "pledge", "vow", "willingness", "readiness", "refusal", "commitment":
			t.Head, t.Rel = noun, "acl"
		}
	}
}

// laterWith joins to the one whom somebody talks with the next whom he talks with, where that was joined to what stands
// between: "held talks with Lind at his office and later with Berg".
func laterWith(s *Sentence) {
	for i := 4; i < len(s.Tokens); i++ {
		t := &s.Tokens[i]
		with := s.child(i, "case")
		if t.Rel != "conj" || t.Head < 0 || t.Head > i || with < 0 || s.Tokens[with].Form != "with" || s.child(i, "cc") < 0 || s.child(t.Head, "case") >= 0 && s.Tokens[s.child(t.Head, "case")].Form == "with" {
			continue
		}
		for k := t.Head - 1; k > 0; k-- {
			if c := s.child(k, "case"); c >= 0 && s.Tokens[c].Form == "with" && s.Tokens[k].Head == s.Tokens[t.Head].Head && nominal(&s.Tokens[k]) {
				t.Head = k
				break
			}
		}
	}
}

// thankedFor joins to the first who is thanked the second, who was joined to what the first is thanked for: "thanked Chad
// for brokering a truce and Mali for sending aid".
func thankedFor(s *Sentence) {
	for i := 4; i+2 < len(s.Tokens); i++ {
		t := &s.Tokens[i]
		gerund := i + 2
		if t.Rel != "conj" || t.UPOS != "PROPN" || s.Tokens[i+1].Form != "for" || s.Tokens[gerund].XPOS != "VBG" {
			continue
		}
		for v := t.Head; v >= 0; v = s.Tokens[v].Head {
			o := s.child(v, "obj")
			if o < 0 || o > t.Head || s.Tokens[o].UPOS != "PROPN" || s.Tokens[o+1].Form != "for" && s.Tokens[s.rightmostBefore(o, i)+1].Form != "for" {
				continue
			}
			t.Head = o
			s.Tokens[gerund].Head, s.Tokens[gerund].Rel = i, "acl"
			break
		}
	}
}

// goesWith reports whether the list that k ends is an object of a verb, or hangs on it with a preposition.
func (s *Sentence) goesWith(k int) bool {
	for s.Tokens[k].Rel == "conj" && s.Tokens[k].Head >= 0 && s.Tokens[k].Head < k {
		k = s.Tokens[k].Head
	}
	h := s.Tokens[k].Head
	if h >= 0 && h < k && s.Tokens[k].Rel == "nmod" && s.Tokens[h].Rel == "obj" { // "imposed sanctions on Turkey and President Berg has refused"
		return true
	}
	return h >= 0 && h < k && s.Tokens[h].UPOS == "VERB" && (s.Tokens[k].Rel == "obj" || s.Tokens[k].Rel == "obl")
}

// edge is the token right behind noun k and what describes it, a comma after its apposition included.
func (s *Sentence) edge(k, v int) int {
	end := k + 1
	for j := k + 1; j < v; j++ {
		if s.under(j, k) {
			end = j + 1
		}
	}
	if a := s.child(k, "appos"); a > k && end < v && s.Tokens[end].Form == "," {
		end++
	}
	return end
}

// afterQuotation joins to the verb of saying what follows a quotation that has ended: "said it was “wrong” and
// called on Chad to act".
func afterQuotation(s *Sentence) {
	for k := range s.Tokens {
		t := &s.Tokens[k]
		h := t.Head
		if t.Rel != "conj" || t.UPOS != "VERB" || h < 0 || h > k || s.child(k, "nsubj") >= 0 || t.XPOS != "VBD" && t.XPOS != "VBN" {
			continue
		}
		up := s.Tokens[h].Head
		cc := s.child(k, "cc")
		if up < 0 || up > h || s.Tokens[h].Rel != "ccomp" || cc < 1 || !isSpeechVerb(s.Tokens[up].Form) || !s.quoteEnds(h, cc) || s.child(k, "aux") >= 0 {
			continue
		}
		t.Head, t.XPOS = up, "VBD"
	}
}

// quoteEnds reports whether a quotation around token h ends right before token end.
func (s *Sentence) quoteEnds(h, end int) bool {
	if s.Tokens[end-1].Form != "\"" {
		return false
	}
	for j := end - 2; j > 0; j-- {
		if s.Tokens[j].Form == "\"" {
			return j < h
		}
	}
	return false
}

// looseApposition makes the name behind a comma, hung on the verb by no relation at all, another name of the noun
// before: "urged Lind and the host of the talks, President Berg, to act".
func looseApposition(s *Sentence) {
	for k := range s.Tokens {
		t := &s.Tokens[k]
		if t.Rel != "dep" || t.Head < 0 || t.Head > k || s.nameType(k) != "PER" {
			continue
		}
		left := s.pastComma(k)
		if left < 2 {
			continue
		}
		noun := left - 2
		for s.Tokens[noun].Rel == "nmod" && s.Tokens[noun].Head > t.Head && s.Tokens[noun].Head < left {
			noun = s.Tokens[noun].Head
		}
		if n := &s.Tokens[noun]; noun > t.Head && n.UPOS == "NOUN" && s.child(noun, "det") >= 0 && s.child(noun, "appos") < 0 && (n.Rel == "obj" || n.Rel == "conj" || n.Rel == "obl") {
			t.Head, t.Rel = noun, "appos"
		}
	}
}

// afterNoun makes a clause of a noun with a preposition of time and the past behind it that was made its attribute:
// "after the two men spoke by phone".
func afterNoun(s *Sentence) {
	for v := 2; v < len(s.Tokens); v++ {
		t := &s.Tokens[v]
		noun := t.Head
		if t.Rel != "acl" || noun != v-1 || !noParticiple(t.Form) && t.XPOS != "VBD" || s.child(v, "nsubj") >= 0 || baseRel(s.Tokens[noun].Rel) != "obl" && s.Tokens[noun].Rel != "nmod" {
			continue
		}
		marker := s.child(noun, "case")
		if marker < 0 {
			continue
		}
		switch s.Tokens[marker].Form {
		case "after", "before", "since", "until":
		default:
			continue
		}
		t.Head, t.Rel, t.XPOS = s.Tokens[noun].Head, "advcl", "VBD"
		s.Tokens[noun].Head, s.Tokens[noun].Rel = v, "nsubj"
		s.Tokens[marker].Head, s.Tokens[marker].Rel = v, "mark"
	}
}

// joinedThat makes a clause of its own of what follows "and that" where its subject was joined to a name before:
// "said that he had met Lind and that Chad was prepared to pay".
func joinedThat(s *Sentence) {
	for i := 3; i+2 < len(s.Tokens); i++ {
		k := s.Tokens[i].Head
		if s.Tokens[i].Form != "that" || s.Tokens[i].XPOS != "IN" || s.Tokens[i-1].Form != "and" || k <= i || s.Tokens[k].Rel != "conj" || !nominal(&s.Tokens[k]) {
			continue
		}
		for v := k + 1; v < len(s.Tokens); v++ {
			t := &s.Tokens[v]
			if t.UPOS != "VERB" && t.UPOS != "ADJ" && t.UPOS != "NOUN" || t.Rel != "ccomp" && t.Rel != "conj" || t.Head > i || s.child(v, "nsubj") >= 0 || s.verbStart(v) <= k {
				continue
			}
			s.Tokens[k].Head, s.Tokens[k].Rel = v, s.subjectRel(v)
			s.Tokens[i].Head, s.Tokens[i].Rel = v, "mark"
			s.Tokens[i-1].Head = v
			break
		}
	}
}

// onward hangs the next stop of a journey on its verb: "will travel next to Chad, where he is due on Friday, and then to
// Mali", "flew to Chad on Monday and on to Mali".
func onward(s *Sentence) {
	for i := 2; i+1 < len(s.Tokens); i++ {
		to, w := &s.Tokens[i], s.Tokens[i-1].Form
		if to.Form != "to" || w != "next" && w != "then" && w != "on" && w != "onward" && w != "onwards" || to.Head <= i || !nominal(&s.Tokens[to.Head]) {
			continue
		}
		place := to.Head
		p := &s.Tokens[place]
		if v := p.Head; p.Rel == "obl" && v >= 0 && v < i && isMotion(s.Tokens[v].Form) {
			if w == "next" && s.Tokens[i-1].Head == place { // not "next to Chad"
				s.Tokens[i-1].Head, s.Tokens[i-1].Rel = v, "advmod"
			}
			continue
		}
		if p.Rel != "conj" && p.Rel != "obl" && p.Rel != "nmod" {
			continue
		}
		for v := i - 1; v >= 0; v-- {
			if t := &s.Tokens[v]; t.UPOS == "VERB" && isMotion(t.Form) && !s.under(v, place) {
				p.Head, p.Rel = v, "obl"
				break
			}
		}
	}
}

// isMotion holds for the forms of verbs of going somewhere.
func isMotion(form string) bool {
	switch form {
	case "travel", "travels", "traveled", "travelled", "traveling", "travelling", "go", "goes", "went", "going", "fly", "flies", "flew", "flying",
		"head", "heads", "headed", "heading", "continue", "continues", "continued", "proceed", "proceeded", "move", "moved", "leave", "leaves", "left", "leaving", "sail", "sailed", "visit", "visits", "visited", "visiting":
		return true
	}
	return false
}

// timeBeforeAnd gives the verb before "and" the stretch of time that was made the subject of the one after it: "went
// there twice this spring and met Lind".
func timeBeforeAnd(s *Sentence) {
	for k := 1; k+2 < len(s.Tokens); k++ {
		t := &s.Tokens[k]
		v := t.Head
		if t.Rel != "nsubj" || v < k+2 || !timeNoun(t.Lemma) && !dayName(t.Form) || s.Tokens[v].Rel != "conj" || s.Tokens[k+1].Form != "and" || s.Tokens[v].Head < 0 || s.Tokens[v].Head > k {
			continue
		}
		t.Head, t.Rel = s.Tokens[v].Head, "obl:unmarked"
	}
}
