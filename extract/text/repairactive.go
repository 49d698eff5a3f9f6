package text

import "strings"

// activePast makes active the past of a verb that takes no object where it was read as a
// participle: armies that "retreated from Chad" or "trained alongside" others were not retreated.
func activePast(s *Sentence) {
	last := len(s.Tokens) - 1
	if last < 3 || s.Tokens[last].Form != "." {
		return
	}
	for v := 1; v < last; v++ {
		t := &s.Tokens[v]
		if t.XPOS != "VBN" || !intransitive(t.Lemma) {
			continue
		}
		switch subject := s.child(v, "nsubj"); {
		case t.Rel == "root" && subject >= 0 && s.Tokens[subject].Rel == "nsubj:pass" && s.child(v, "aux") < 0:
			s.Tokens[subject].Rel, t.XPOS = "nsubj", "VBD"
		case t.Rel == "acl" && t.Head >= 0 && t.Head < v && s.soleNoun(t.Head):
			s.giveVerb(t.Head, v)
		}
	}
}

// intransitive holds for verbs whose past is no passive in news.
func intransitive(lemma string) bool {
	switch lemma {
	case "retreat", "train", "arrive", "advance", "march", "resign", "clash", "protest", "rally", "surrender", "travel", "depart", "flee",
		"confer", "cross", "converge", "collapse", "apologize", "apologise", "escape", "demonstrate", "cooperate", "collaborate", "react", "gather":
		return true
	}
	return false
}

// soleNoun reports whether a noun is all that a sentence without another verb has for its root.
func (s *Sentence) soleNoun(i int) bool {
	t := &s.Tokens[i]
	return t.Rel == "root" && nominal(t) && s.child(i, "cop") < 0 && s.child(i, "nsubj") < 0
}

// giveVerb makes participle v the verb of the sentence whose root was its subject.
func (s *Sentence) giveVerb(subject, v int) {
	t := &s.Tokens[v]
	t.Head, t.Rel, t.XPOS, t.UPOS = -1, "root", "VBD", "VERB"
	s.Tokens[subject].Head, s.Tokens[subject].Rel = v, "nsubj"
	for j := v + 1; j < len(s.Tokens); j++ {
		if s.Tokens[j].Head == subject {
			s.Tokens[j].Head = v
		}
	}
}

// gerundSubject makes a noun of the gerund that begins a sentence and the subject of the verb
// after it, which has none: in "Fighting between Chad and Mali raged" it is the fighting that raged.
func gerundSubject(s *Sentence) {
	if len(s.Tokens) < 4 || s.Tokens[0].XPOS != "VBG" || s.Tokens[0].Head >= 0 || s.Tokens[1].UPOS != "ADP" || s.child(0, "nsubj") >= 0 || s.child(0, "obj") >= 0 {
		return
	}
	for v := 2; v < len(s.Tokens); v++ {
		t := &s.Tokens[v]
		if t.Head != 0 || t.UPOS != "VERB" || !finite(s.Tokens[s.verbStart(v)].XPOS) || s.child(v, "nsubj") >= 0 || s.child(v, "mark") >= 0 || s.Tokens[s.leftmost(v)].UPOS == "PUNCT" {
			continue
		}
		gerund := &s.Tokens[0]
		gerund.Head, gerund.Rel, gerund.UPOS, gerund.XPOS, gerund.Lemma = v, "nsubj", "NOUN", "NN", strings.ToLower(gerund.Form)
		t.Head, t.Rel = -1, "root"
		for j := 1; j < len(s.Tokens); j++ {
			switch u := &s.Tokens[j]; {
			case u.Head == 0 && j > v:
				u.Head = v
			case u.Head == 0 && u.Rel == "obl":
				u.Rel = "nmod"
			}
		}
		return
	}
}

// frontedGerund gives the verb of a sentence that begins with a gerund the subject that was hung on
// the gerund: in "Speaking in Oslo, Berg called on Chad to leave" it is Berg that called. A gerund
// beside a subject is none itself: "Denying it, Berg said".
func frontedGerund(s *Sentence) {
	if len(s.Tokens) < 5 || s.Tokens[0].XPOS != "VBG" {
		return
	}
	g := &s.Tokens[0]
	v := g.Head
	if v < 3 || s.Tokens[v].UPOS != "VERB" {
		return
	}
	switch n := s.child(0, "nsubj"); {
	case g.Rel == "csubj" && s.child(v, "nsubj") > 0 && s.beforeSubject(v, s.child(v, "nsubj")) == ",":
		g.Rel = "advcl"
	case g.Rel == "advcl" && n > 1 && s.child(v, "nsubj") < 0 && s.Tokens[s.leftmost(n)-1].Form == "," && s.rightmost(n) == s.verbStart(v)-1:
		s.Tokens[n].Head, s.Tokens[n].Rel = v, s.subjectRel(v)
	}
}

// genitiveGerund makes a genitive of the "'s" between a name and a gerund that was made the subject of the
// next verb: in "Mali's ruling junta condemned it" the junta does, and nobody is ruling it.
func genitiveGerund(s *Sentence) {
	for v := 2; v+2 < len(s.Tokens); v++ {
		t, mark, owner := &s.Tokens[v], &s.Tokens[v-1], &s.Tokens[v-2]
		noun := v + 1
		if t.XPOS != "VBG" || t.Rel != "csubj" || mark.Head != v || baseRel(mark.Rel) != "aux" || mark.Form[0] != '\'' || owner.Head != v || owner.UPOS != "PROPN" {
			continue
		}
		if n := &s.Tokens[noun]; n.Head != v || n.Rel != "obj" {
			continue
		}
		s.Tokens[noun].Head, s.Tokens[noun].Rel = t.Head, "nsubj"
		t.Head, t.Rel, t.UPOS = noun, "amod", "VERB"
		mark.Head, mark.Rel, mark.UPOS, mark.XPOS, mark.Lemma = v-2, "case", "PART", "POS", "'s"
		owner.Head, owner.Rel = noun, "nmod:poss"
	}
}
