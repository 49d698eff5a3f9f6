package text

// What a verb of its form must be, whatever the network makes of it: repairs of
// verbs taken for nouns or attributes, and of what they govern.

// helpedVerb makes a verb of the bare word after "did not" or "could" that was taken for a
// noun: in "Berg did not sanction Kasela" and "Berg could sanction Kasela" no noun can stand there.
func (s *Sentence) helpedVerb(i int) {
	t, helper := &s.Tokens[i], s.helper(i)
	if helper < 0 {
		return
	}
	if t.Head == helper {
		s.swap(i, helper)
		s.Tokens[helper].Rel = "aux"
	}
	for j := range s.Tokens {
		if s.Tokens[j].Head == helper {
			s.Tokens[j].Head = i
		}
	}
	t.UPOS, t.XPOS = "VERB", "VB"
	s.nameObject(i)
}

// nameObject makes an object of the name right after verb i that was taken for a part or an apposition of it.
func (s *Sentence) nameObject(i int) {
	if name := i + 1; name < len(s.Tokens) && s.child(i, "obj") < 0 {
		if u := &s.Tokens[s.topOf(name, i)]; u.Head == i && u.UPOS == "PROPN" && (u.Rel == "flat" || u.Rel == "appos") {
			u.Rel = "obj"
		}
	}
}

// plansTo makes verbs of "plans" and the word after "to", and the name before them its subject,
// where all was taken for names and nouns: "Berg plans to sue Kasela".
func (s *Sentence) plansTo(i int) {
	if i == 0 || i+2 >= len(s.Tokens) || s.Tokens[i].Rel != "root" || s.Tokens[i+1].Form != "to" || s.child(i, "nsubj") >= 0 {
		return
	}
	subject, to, verb := s.nameHead(i-1), &s.Tokens[i+1], &s.Tokens[i+2]
	if u := &s.Tokens[subject]; u.Head != i || u.UPOS != "PROPN" || to.Head != i+2 || verb.Head != i || verb.Form[0] < 'a' || verb.XPOS == "NNS" {
		return
	}
	s.Tokens[i].UPOS, s.Tokens[i].XPOS = "VERB", "VBZ"
	s.Tokens[subject].Rel = "nsubj"
	to.UPOS, to.XPOS, to.Rel = "PART", "TO", "mark"
	verb.UPOS, verb.XPOS, verb.Rel = "VERB", "VB", "xcomp"
	s.nameObject(i + 2)
}

// helper returns the modal or "do" before token i that nothing but "not" parts from it, if i is a
// bare common noun that hangs on it or it on i, else -1.
func (s *Sentence) helper(i int) int {
	t := &s.Tokens[i]
	if t.XPOS != "NN" || !isASCIILetter(t.Form[0]) || t.Form[0] < 'a' {
		return -1
	}
	for j := i - 1; j >= 0; j-- {
		switch u := &s.Tokens[j]; {
		case u.Form == "not" || u.Form == "n't":
			continue
		case u.UPOS == "AUX" && (u.XPOS == "MD" || u.Form == "did" || u.Form == "does" || u.Form == "do") && (u.Head == i || t.Head == j):
			return j
		}
		break
	}
	return -1
}

// topOf returns the last token above i below limit, i itself if limit is not above it.
func (s *Sentence) topOf(i, limit int) int {
	for n, j := 0, i; j >= 0 && n < len(s.Tokens); n++ {
		if s.Tokens[j].Head == limit {
			return j
		}
		j = s.Tokens[j].Head
	}
	return i
}

// swap puts token i, which hangs on top, in the place of top; all that hung on top hangs on i.
func (s *Sentence) swap(i, top int) {
	for j := range s.Tokens {
		if s.Tokens[j].Head == top {
			s.Tokens[j].Head = i
		}
	}
	s.Tokens[i].Head, s.Tokens[i].Rel = s.Tokens[top].Head, s.Tokens[top].Rel
	s.Tokens[top].Head = i
}

// attributeVerb makes the verb of a clause of a finite verb that was made an attribute of its
// object although it has a subject: in "Peru sought help from Chad." help is not "sought".
func attributeVerb(s *Sentence) {
	for v := range s.Tokens {
		t := &s.Tokens[v]
		noun := t.Head
		if t.Rel != "amod" || t.UPOS != "VERB" || !finite(t.XPOS) || noun < v || s.child(noun, "cop") >= 0 {
			continue
		}
		if s.child(v, "nsubj") < 0 && !s.nameIsSubject(v, noun) {
			continue
		}
		t.Head, t.Rel = s.Tokens[noun].Head, s.Tokens[noun].Rel
		s.Tokens[noun].Head, s.Tokens[noun].Rel = v, "obj"
		for j := range s.Tokens {
			if u := &s.Tokens[j]; u.Head == noun && (j < v || u.Rel == "punct" || u.Rel == "advcl" || u.Rel == "obl") {
				u.Head = v
			}
		}
	}
}

// nameIsSubject makes the name right before v, taken for a part of the noun that a sentence with
// a full stop and no other verb consists of, the subject of v: "Chad suspended aid to Mali."
func (s *Sentence) nameIsSubject(v, noun int) bool {
	name := s.child(noun, "compound")
	if s.Tokens[noun].Rel != "root" || s.Tokens[len(s.Tokens)-1].Form != "." || s.Tokens[v].XPOS != "VBD" || name < 0 || name >= v || s.Tokens[name].UPOS != "PROPN" || s.rightmost(name) != v-1 {
		return false
	}
	s.Tokens[name].Head, s.Tokens[name].Rel = v, "nsubj"
	return true
}

// gerundObject makes a gerund of the participle right after a preposition that was made an
// attribute of somebody's name: in "the goal of ousting President Berg" Berg does not oust.
func gerundObject(s *Sentence) {
	for v := 1; v < len(s.Tokens); v++ {
		t, prep := &s.Tokens[v], &s.Tokens[v-1]
		if t.XPOS != "VBG" || t.Rel != "amod" || t.Head < v || prep.Head != t.Head || baseRel(prep.Rel) != "case" {
			continue
		}
		name := &s.Tokens[t.Head]
		switch seeing := t.Form == "visiting" || t.Form == "meeting" || t.Form == "seeing" || t.Form == "receiving" || t.Form == "hosting"; {
		case (prep.Form == "after" || prep.Form == "before") && seeing: // "after visiting wounded soldiers"
		case describing(t.Form) || name.UPOS != "PROPN" || s.nameType(t.Head) != PER:
			continue
		}
		prep.Head, prep.Rel = v, "mark"
		t.UPOS, t.Head, t.Rel = "VERB", name.Head, "acl"
		if name.Head >= 0 && s.Tokens[name.Head].UPOS == "VERB" {
			t.Rel = "advcl"
		}
		name.Head, name.Rel = v, "obj"
	}
}

// describing holds for participles that say of somebody what he is doing: "with visiting President Berg".
func describing(form string) bool {
	switch form {
	case "visiting", "outgoing", "incoming", "acting", "sitting", "ruling", "departing", "retiring", "returning", "leading", "aspiring", "struggling",
		"ailing", "dying", "aging", "ageing", "losing", "winning", "reigning", "opposing", "surviving", "defending", "remaining", "missing", "running",
		"serving", "presiding", "rising", "up-and-coming", "supervising", "attending", "commanding", "fleeing", "grieving":
		return true
	}
	return false
}

// articleVerb makes an attribute of a participle that has an article, which was made the verb over its
// noun: in "became the first sitting president to visit" nothing is being sat.
func articleVerb(s *Sentence) {
	for v := range s.Tokens {
		t := &s.Tokens[v]
		if t.XPOS != "VBG" {
			continue
		}
		det, noun := s.child(v, "det"), s.child(v, "obj")
		if det < 0 || det > v || noun < v || s.Tokens[noun].UPOS != "NOUN" || s.leftmost(noun) != v+1 || s.child(noun, "det") >= 0 {
			continue
		}
		s.swap(noun, v)
		t.Rel, t.UPOS = "amod", "VERB"
		for j := noun + 1; j < len(s.Tokens); j++ {
			if u := &s.Tokens[j]; u.Head == noun && u.Rel == "advcl" && u.XPOS == "VB" {
				u.Rel = "acl"
			}
		}
	}
}

// afterClause makes a clause of what was taken for a noun with a preposition although it is a past
// that is nothing else: "after the singer spoke".
func afterClause(s *Sentence) {
	for v := 2; v < len(s.Tokens); v++ {
		t := &s.Tokens[v]
		if base := baseRel(t.Rel); base != "obl" && base != "nmod" || !noParticiple(t.Form) {
			continue
		}
		marker, subject := s.child(v, "case"), v-1
		if marker < 0 || marker >= subject {
			continue
		}
		if !nominal(&s.Tokens[subject]) || s.Tokens[subject].Head != v {
			continue
		}
		t.Rel, s.Tokens[marker].Rel, s.Tokens[subject].Rel = "advcl", "mark", "nsubj"
		for j := marker + 1; j < subject; j++ {
			if s.Tokens[j].Head == v {
				s.Tokens[j].Head = subject
			}
		}
	}
}

// hyphenVerb gives a verb of two parts the subject that was hung on the first: "Chad test-fired a missile".
func hyphenVerb(s *Sentence) {
	for v := 3; v < len(s.Tokens); v++ {
		t, first := &s.Tokens[v], &s.Tokens[v-2]
		if t.UPOS != "VERB" || s.Tokens[v-1].XPOS != "HYPH" || first.Head != v || s.child(v, "nsubj") >= 0 || s.child(v, "obj") < v || t.XPOS != "VBN" && t.XPOS != "VBD" {
			continue
		}
		if subject := s.child(v-2, "compound"); subject >= 0 && (s.Tokens[subject].UPOS == "PROPN" || s.leftmost(subject) == 0) && s.rightmost(subject) == v-3 {
			s.Tokens[subject].Head, s.Tokens[subject].Rel = v, "nsubj"
			t.XPOS, first.Rel = "VBD", "compound"
		}
	}
}

// infinitiveOwn gives an infinitive, and the verb of a relative clause, what stands right after it and was made a
// second subject of the next verb: in "Turkey's refusal to back Sweden angered them" Sweden angered nobody, and in "the
// attack which killed nine people was condemned" no people were.
func infinitiveOwn(s *Sentence) {
	for i := 2; i < len(s.Tokens); i++ {
		t := &s.Tokens[i]
		if baseRel(t.Rel) != "nsubj" || t.Head < i || !nominal(t) {
			continue
		}
		v := s.leftmost(i) - 1
		first := s.child(t.Head, "nsubj")
		if v < 0 || first < 0 || first >= v || s.Tokens[v].XPOS != "VB" && !s.relativeVerb(v) || !s.under(v, first) || s.child(v, "obj") >= 0 {
			continue
		}
		t.Head, t.Rel = v, "obj"
	}
}

// calledOn makes those who are called on, ordered or urged to do something the ones to do it: the
// infinitive is the verb's own, neither a purpose nor an attribute of the one told.
func calledOn(s *Sentence) {
	for i := range s.Tokens {
		t := &s.Tokens[i]
		if t.XPOS != "VB" || t.Head < 0 || t.Head > i {
			continue
		}
		mark := s.child(i, "mark")
		if mark < 0 || s.Tokens[mark].Form != "to" {
			continue
		}
		switch v := t.Head; {
		case t.Rel == "advcl" && s.Tokens[v].Lemma == "call" && s.asked(v, mark):
			t.Rel = "xcomp"
		case t.Rel == "advcl" && commands(s.Tokens[v].Lemma) && s.told(v, mark):
			t.Rel = "xcomp"
		case baseRel(t.Rel) == "acl" && s.Tokens[v].Rel == "obj" && s.Tokens[v].Head >= 0 && s.Tokens[v].Head < v && commands(s.Tokens[s.Tokens[v].Head].Lemma):
			t.Head, t.Rel = s.Tokens[v].Head, "xcomp"
		}
	}
}

// told reports whether verb v has for its object somebody whose description ends right before
// token end: "asked Lind, who was ill, to rest".
func (s *Sentence) told(v, end int) bool {
	for i := v + 1; i < end-1; i++ {
		t := &s.Tokens[i]
		if t.Head == v && (t.Rel == "obj" || t.Rel == "iobj") && s.nameType(i) != "" && s.described(i) && s.Tokens[end-1].Form == "," {
			return s.rightmost(i) >= end-2
		}
	}
	return false
}

// asked reports whether verb v has "on" with somebody right before token end.
func (s *Sentence) asked(v, end int) bool {
	for i := v + 1; i < end; i++ {
		t := &s.Tokens[i]
		if t.Head != v || t.Rel != "obl" || s.rightmost(i) != end-1 {
			continue
		}
		if on := s.leftmost(i) - 1; s.Tokens[on].Form == "on" && s.Tokens[on].Rel == "compound:prt" {
			s.Tokens[on].Head, s.Tokens[on].Rel = i, "case"
		}
		return s.caseIs(i, "on") || s.caseIs(i, "upon")
	}
	return false
}

// commands holds for verbs whose object is told to do something.
func commands(lemma string) bool {
	switch lemma {
	case "order", "urge", "ask", "tell", "force", "instruct", "command", "persuade", "press", "compel", "invite", "advise",
		"beg", "encourage", "warn", "direct", "implore":
		return true
	}
	return false
}

// bareInfinitive lifts an infinitive without "to" off a finite verb or a
// participle it was joined to, and joins it to the infinitive between them: in
// "called on both to stop and resolve the matter" nobody called and resolved.
func bareInfinitive(s *Sentence) {
	for i := range s.Tokens {
		t := &s.Tokens[i]
		if t.Rel != "conj" || t.XPOS != "VB" || t.Head < 0 || t.Head > i || alikeInPast[t.Form] || s.child(i, "nsubj") >= 0 ||
			s.child(i, "aux") >= 0 || s.child(i, "mark") >= 0 {
			continue
		}
		switch head := s.Tokens[t.Head].XPOS; head {
		case "VBD", "VBN", "VBZ":
		default:
			continue
		}
		for j := i - 1; j > t.Head; j-- {
			if u := &s.Tokens[j]; u.XPOS == "VB" && u.UPOS == "VERB" && s.under(j, t.Head) && !s.under(j, i) &&
				(s.child(j, "mark") >= 0 || s.child(j, "aux") >= 0) {
				t.Head = j
				break
			}
		}
	}
}

// alikeInPast are verbs whose past is the infinitive.
var alikeInPast = map[string]bool{
	"beat": true, "bet": true, "bid": true, "broadcast": true, "burst": true, "cast": true, "cost": true, "cut": true, "hit": true,
	"hurt": true, "let": true, "put": true, "quit": true, "read": true, "set": true, "shed": true, "shut": true, "split": true, "spread": true,
	"thrust": true, "upset": true,
}

// relativeVerb reports whether v is a past tense with "which", "that" or "who" for its subject.
func (s *Sentence) relativeVerb(v int) bool {
	who := s.child(v, "nsubj")
	return s.Tokens[v].Rel == "acl:relcl" && s.Tokens[v].XPOS == "VBD" && who >= 0 && who < v && (s.Tokens[who].XPOS == "WDT" || s.Tokens[who].XPOS == "WP")
}
