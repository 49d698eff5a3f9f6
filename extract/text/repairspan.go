package text

// saidWhom gives the verb of what is said the subject that was made a second one of the verb of saying:
// "The ministry said President Lind conferred with Berg."
func saidWhom(s *Sentence) {
	for i := 2; i < len(s.Tokens); i++ {
		t := &s.Tokens[i]
		v := t.Head
		if t.Rel != "nsubj" || v < 0 || v > i || t.UPOS != "PROPN" && s.child(i, "det") < 0 || s.child(v, "nsubj") >= v || !isSpeechVerb(s.Tokens[v].Form) {
			continue
		}
		for c := i + 1; c < len(s.Tokens); c++ {
			if s.Tokens[c].Head == v && s.Tokens[c].Rel == "ccomp" && s.child(c, "nsubj") < 0 && s.leftmost(c) > i {
				t.Head, t.Rel = c, s.subjectRel(c)
				break
			}
		}
	}
}

// asideRoot makes the verb of the sentence of what was made an attribute of the name at its root though an aside
// between dashes or commas stands between: "Lind — on his first trip to Chad — spoke with Berg."
func asideRoot(s *Sentence) {
	root := s.root()
	if s.nameType(root) == "" || s.child(root, "cop") >= 0 || s.child(root, "nsubj") >= 0 {
		return
	}
	for v := root + 3; v < len(s.Tokens); v++ {
		t := &s.Tokens[v]
		if t.Head != root && (t.Head < root || !s.under(t.Head, root) || s.Tokens[t.Head].UPOS == "VERB") || t.Rel != "acl" && (t.Rel != "parataxis" || s.child(v, "cc") >= 0) || t.UPOS != "VERB" || t.XPOS != "VBD" && t.XPOS != "VBN" || s.child(v, "nsubj") >= 0 || s.hasAgent(v) {
			continue
		}
		if start := s.verbStart(v); s.Tokens[start-1].UPOS != "PUNCT" || s.Tokens[start-1].Form == "," && t.Head != root || s.leftmost(v) < start-1 {
			continue
		}
		t.Head, t.Rel, t.XPOS = -1, "root", "VBD"
		s.Tokens[root].Head, s.Tokens[root].Rel = v, "nsubj"
		for j := v + 1; j < len(s.Tokens); j++ {
			if s.Tokens[j].Head == root {
				s.Tokens[j].Head = v
			}
		}
		return
	}
}

// exchangedRoot makes the verb of the sentence of a participle that was made an attribute of its object, and that an
// object of the clause with "who" before the comma: "Lind, who came on Friday, exchanged views with Berg."
func exchangedRoot(s *Sentence) {
	root := s.root()
	if !nominal(&s.Tokens[root]) || s.child(root, "cop") >= 0 || s.child(root, "nsubj") >= 0 {
		return
	}
	r := s.child(root, "acl")
	if r < root || s.Tokens[r].Rel != "acl:relcl" {
		r = max(root, s.child(root, "appos"))
	}
	for v := r + 2; v+1 < len(s.Tokens); v++ {
		t := &s.Tokens[v]
		n := t.Head
		if t.Rel != "amod" || t.XPOS != "VBN" && t.XPOS != "VBD" || t.XPOS == "VBN" && s.Tokens[v-1].Form != "," && !dayName(s.Tokens[v-1].Form) || n < v || s.child(n, "det") >= 0 {
			continue
		}
		if rel := s.Tokens[n].Rel; s.Tokens[n].Head != r && s.Tokens[n].Head != root || rel != "obj" && rel != "obl" && rel != "appos" && rel != "nmod" {
			continue
		}
		for j := root + 1; j < v; j++ { // "on Tuesday"
			if x := &s.Tokens[j]; x.Head == n || x.Head == v && x.Rel == "obl:unmarked" {
				x.Head = v
				if day := j + 1; x.Rel == "case" && dayName(s.Tokens[day].Form) {
					x.Head, s.Tokens[day].Rel = day, "obl"
				}
			}
		}
		t.Head, t.Rel, t.XPOS, t.UPOS = -1, "root", "VBD", "VERB"
		s.Tokens[root].Head, s.Tokens[root].Rel = v, "nsubj"
		s.Tokens[n].Head, s.Tokens[n].Rel = v, "obj"
		for j := v + 1; j < len(s.Tokens); j++ {
			if s.Tokens[j].Head == root || s.Tokens[j].Head == r {
				s.Tokens[j].Head = v
			}
		}
		return
	}
}

// attributedVerb makes a verb of the past that was made an attribute of its object, where that has a subject as if it
// were the predicate: "Lind on Tuesday exchanged views with Berg".
func attributedVerb(s *Sentence) {
	for v := 1; v+1 < len(s.Tokens); v++ {
		t := &s.Tokens[v]
		n := v + 1
		if t.Rel != "amod" || t.Head != n || t.XPOS != "VBN" && t.XPOS != "VBD" || s.Tokens[n].UPOS != "NOUN" || s.child(n, "cop") >= 0 || s.child(n, "det") >= 0 {
			continue
		}
		subject := s.child(n, "nsubj")
		if subject < 0 && s.Tokens[n].Rel == "root" && s.Tokens[len(s.Tokens)-1].Form == "." && s.child(n, "acl") < 0 {
			subject = s.firstNoun(n) // "Chad on Tuesday suspended aid"
		}
		if subject < 0 || subject >= v {
			continue
		}
		if s.Tokens[subject].Rel != "nsubj" {
			s.Tokens[subject].Rel = "nsubj"
		}
		t.Head, t.Rel, t.XPOS, t.UPOS = s.Tokens[n].Head, s.Tokens[n].Rel, "VBD", "VERB"
		s.Tokens[n].Head, s.Tokens[n].Rel = v, "obj"
		for j := range s.Tokens {
			if x := &s.Tokens[j]; j != v && x.Head == n && (j < v || x.Rel == "punct" || x.Rel == "advcl" || x.Rel == "obl:unmarked") {
				x.Head = v
			}
		}
	}
}

// firstNoun is the name or noun with an owner that begins the sentence and was made a part of noun n; -1 for none.
func (s *Sentence) firstNoun(n int) int {
	for j := range n {
		if t := &s.Tokens[j]; t.Head == n && nominal(t) && (t.Rel == "compound" || t.Rel == "nmod:desc" || t.Rel == "nmod") && s.child(j, "case") < 0 && s.leftmost(j) == 0 {
			return j
		}
	}
	return -1
}

// gaveWhom makes the name before an object without an article the receiver of what is given: "promised Chad aid".
func gaveWhom(s *Sentence) {
	for n := 2; n < len(s.Tokens); n++ {
		t, name := &s.Tokens[n], &s.Tokens[n-1]
		v := t.Head
		if t.Rel != "obj" || t.UPOS != "NOUN" || v < 0 || v > n || name.Head != n || name.Rel != "compound" || s.nameType(n-1) == "" || s.child(v, "iobj") >= 0 || s.leftmost(n) != s.leftmost(n-1) {
			continue
		}
		switch s.Tokens[v].Lemma {
		case "give", "send", "promise", "offer", "lend", "grant", "pledge":
			name.Head, name.Rel = v, "iobj"
		}
	}
}

// secondVerb gives the second of two joined verbs what stands right behind it and was hung on the first: "flew to
// Riga and met briefly with Lind".
func secondVerb(s *Sentence) {
	for v := 2; v+1 < len(s.Tokens); v++ {
		t := &s.Tokens[v]
		first := t.Head
		if t.Rel != "conj" || t.UPOS != "VERB" || first < 0 || first > v || s.Tokens[first].UPOS != "VERB" {
			continue
		}
		end := s.rightmost(v) + 1
		goes := isMotion(s.Tokens[first].Form) && end == v+1 // who goes somewhere has no object
		if end >= len(s.Tokens) || !goes && !ofVerbs(s.Tokens[end].Form) {
			continue
		}
		for k := end; k < len(s.Tokens); k++ {
			if p := &s.Tokens[k]; p.Head == first && (p.Rel == "obl" || p.Rel == "obj" && goes) && s.leftmost(k) == end {
				p.Head = v
				break
			}
		}
	}
}

// pastComma is where the phrase of k begins right behind a comma, its own or another's; 0 when there is none.
func (s *Sentence) pastComma(k int) int {
	left := s.leftmost(k)
	if s.Tokens[left].Form == "," {
		return left + 1
	}
	if left > 0 && s.Tokens[left-1].Form == "," {
		return left
	}
	return 0
}

// ofVerbs holds for prepositions whose phrase belongs to the verb nearest before.
func ofVerbs(form string) bool {
	switch form {
	case "with", "to", "in", "on", "at", "from", "against", "into":
		return true
	}
	return false
}

// twoObjectsOne makes the name behind a comma, a second object of its verb, another name of the first, which only says
// what he is: "called Chad's minister, Lind, on Friday".
func twoObjectsOne(s *Sentence) {
	for k := 2; k < len(s.Tokens); k++ {
		t := &s.Tokens[k]
		if t.Rel != "obj" || t.Head < 0 || t.Head > k || s.nameType(k) != PER {
			continue
		}
		left := s.pastComma(k)
		if left < 2 {
			continue
		}
		o := s.child(t.Head, "obj")
		if o < 0 || o >= k || s.Tokens[o].UPOS != "NOUN" || s.rightmost(o) != left-2 || s.child(o, "det") < 0 && s.child(o, "nmod") < 0 {
			continue
		}
		t.Head, t.Rel = o, "appos"
	}
}

// timeApposed makes the subject of a verb that has none of the name that was made another name of the time before
// it: "Last month Peru struck a deal".
func timeApposed(s *Sentence) {
	for v := 2; v < len(s.Tokens); v++ {
		t := &s.Tokens[v]
		if t.UPOS != "VERB" || !finite(t.XPOS) && t.XPOS != "VBN" || s.child(v, "nsubj") >= 0 {
			continue
		}
		for n := 1; n < v; n++ {
			x := &s.Tokens[n]
			if x.Rel == "appos" && x.Head < n && s.Tokens[x.Head].Head == v && timeNoun(s.Tokens[x.Head].Lemma) && s.nameType(n) != "" && s.rightmost(n) == s.verbStart(v)-1 {
				x.Head, x.Rel = v, s.subjectRel(v)
				break
			}
		}
	}
}

// frontedSubject makes the subject of the verb of the sentence of what was made another name of the place or time before
// it: "Speaking during a visit to Hanoi, the Russian minister, Lind, accused Chad."
func frontedSubject(s *Sentence) {
	v := s.root()
	if s.Tokens[v].UPOS != "VERB" || !finite(s.Tokens[v].XPOS) && s.Tokens[s.verbStart(v)].UPOS != "AUX" || s.child(v, "nsubj") >= 0 {
		return
	}
	start := s.verbStart(v)
	for x := 2; x < start; x++ {
		t := &s.Tokens[x]
		if t.Rel != "appos" || t.Head < 0 || t.Head > x || !s.under(t.Head, v) || s.nameType(t.Head) == PER || s.nameType(x) != PER && (s.child(x, "det") < 0 || s.Tokens[s.child(x, "det")].Form != "the" || s.Tokens[x].UPOS != "NOUN") {
			continue
		}
		if left := s.pastComma(x); left == 0 || left > 0 && s.Tokens[0].Head < 0 {
			continue
		}
		end := s.rightmost(x) + 1
		if end < start && s.Tokens[end].Form == "," {
			end++
		}
		if end != start || s.rightmost(t.Head) >= start {
			continue
		}
		t.Head, t.Rel = v, s.subjectRel(v)
		return
	}
}

// pastSaying joins to the verb of the sentence what was joined to the verb of saying put in between: "Lind threatened
// Chad, an aide said, and later phoned Berg".
func pastSaying(s *Sentence) {
	for v := 3; v < len(s.Tokens); v++ {
		t := &s.Tokens[v]
		h := t.Head
		if t.Rel != "conj" || t.UPOS != "VERB" || h < 0 || h > v || s.child(v, "nsubj") >= 0 || s.Tokens[h].Rel != "parataxis" || !isSpeechVerb(s.Tokens[h].Form) || s.rightmostBefore(h, v)+1 < v && s.Tokens[h+1].Form != "," {
			continue
		}
		if up := s.Tokens[h].Head; up >= 0 && up < h && s.Tokens[up].UPOS == "VERB" {
			t.Head = up
			if t.XPOS == "VBN" && s.child(v, "aux") < 0 {
				t.XPOS = "VBD"
			}
		}
	}
}

// rightmostBefore is the last token below h that stands before v.
func (s *Sentence) rightmostBefore(h, v int) int {
	for j := v - 1; j > h; j-- {
		if s.under(j, h) && !s.under(j, v) {
			return j
		}
	}
	return h
}

// daysBefore makes a clause of what follows "days before", where its subject was hung on the days: "days before Lind is
// expected to travel to Riga".
func daysBefore(s *Sentence) {
	for n := 2; n+1 < len(s.Tokens); n++ {
		t := &s.Tokens[n]
		d := t.Head
		marker := s.child(n, "case")
		if t.Rel != "nmod" || d < 0 || d > n || marker < 0 || s.Tokens[marker].Form != "before" && s.Tokens[marker].Form != "after" || !timeNoun(s.Tokens[d].Lemma) {
			continue
		}
		v := s.Tokens[d].Head
		if v < n || s.Tokens[v].UPOS != "VERB" && s.Tokens[v].UPOS != "ADJ" || s.child(v, "nsubj") >= 0 || s.verbStart(v) != s.rightmost(n)+1 {
			continue
		}
		t.Head, t.Rel = v, s.subjectRel(v)
		s.Tokens[marker].Head, s.Tokens[marker].Rel = v, "mark"
		if up := s.Tokens[v].Head; up >= 0 && up < d {
			s.Tokens[v].Rel = "advcl"
		}
	}
}

// subjectBeforeAnd gives the verb before it what stands before the "and" of the verb whose subject it was made: "spent an
// hour with Lind and held talks with Berg".
func subjectBeforeAnd(s *Sentence) {
	for v := 4; v < len(s.Tokens); v++ {
		if s.Tokens[v].Rel != "conj" || s.Tokens[v].UPOS != "VERB" {
			continue
		}
		k, cc := s.child(v, "nsubj"), s.child(v, "cc")
		if k < 0 || cc < k || s.child(k, "case") < 0 {
			continue
		}
		up := k - 1
		for up > 0 && (s.Tokens[up].UPOS != "VERB" || s.under(up, v)) {
			up--
		}
		if s.Tokens[up].UPOS != "VERB" || !finite(s.Tokens[up].XPOS) {
			continue
		}
		s.Tokens[k].Head, s.Tokens[k].Rel = up, "obl"
		s.Tokens[v].Head = up
	}
}

// dayBeside hangs on the verb or adjective a day that was made another name of the place before it, and the infinitive
// behind it: "is due in Riga the same day to meet Lind".
func dayBeside(s *Sentence) {
	for d := 2; d+1 < len(s.Tokens); d++ {
		t := &s.Tokens[d]
		place := t.Head
		if t.Rel != "appos" || !timeNoun(t.Lemma) || place < 0 || place > d || s.nameType(place) != LOC || s.Tokens[place].Head < 0 {
			continue
		}
		v := s.Tokens[place].Head
		t.Head, t.Rel = v, "obl:unmarked"
		for j := d + 1; j < len(s.Tokens); j++ {
			if x := &s.Tokens[j]; x.Head == d && x.Rel == "acl" && x.XPOS == "VB" {
				x.Head, x.Rel = v, "advcl"
			}
		}
	}
}

// placeRoot makes the verb of the sentence of what was hung below a name beside the place that it begins with: "In Oslo,
// Lind, the head of the board, accused Chad."
func placeRoot(s *Sentence) {
	root := s.root()
	if s.nameType(root) == "" || s.child(root, "case") < 0 || s.child(root, "nsubj") >= 0 {
		return
	}
	n := s.child(root, "appos")
	if n < root || s.nameType(n) != PER {
		return
	}
	for v := n + 2; v < len(s.Tokens); v++ {
		t := &s.Tokens[v]
		if t.UPOS != "VERB" || t.Rel != "acl" || t.XPOS != "VBD" && t.XPOS != "VBN" || !s.under(v, n) && t.Head != root || s.child(v, "nsubj") >= 0 || s.hasAgent(v) {
			continue
		}
		if start := s.verbStart(v); s.Tokens[start-1].Form != "," {
			continue
		}
		t.Head, t.Rel, t.XPOS = -1, "root", "VBD"
		s.Tokens[n].Head, s.Tokens[n].Rel = v, "nsubj"
		s.Tokens[root].Head, s.Tokens[root].Rel = v, "obl"
		return
	}
}
