package text

import (
	"slices"
	"strings"
)

// readApart shows the network the descriptions that were left out of the sentence and hangs them on what they describe.
// It reports whether the sentence without them is one, with a subject before each.
func (n *network) readApart(d *Document, s *Sentence, b *buffer) bool {
	for _, a := range b.asides {
		if a.Front && !n.readFront(d, s, b, a) {
			return false
		}
		if !a.Apart {
			continue
		}
		subject := s.hangsOver(a.First)
		if subject < 0 {
			return false
		}
		n.showDescription(d, s, b, a)
		top := s.topAmong(a.First+1, a.Last-1)
		if top < 0 {
			return false
		}
		for i := top + 1; i < a.Last-1; i++ {
			if x := &s.Tokens[i]; x.Head < a.First+1 || x.Head >= a.Last-1 {
				if x.Head = top; x.Rel == "root" {
					x.Rel = "acl"
				}
			}
		}
		s.hangDescription(top, a, subject)
	}
	return true
}

// readFront reads the phrase that begins the sentence by itself and hangs it on the verb.
func (n *network) readFront(d *Document, s *Sentence, b *buffer, a aside) bool {
	comma, last := a.Last-1, len(s.Tokens)-1
	verb := s.rootAmong(a.Last, len(s.Tokens))
	if verb < 0 || s.Tokens[verb].UPOS != "VERB" || s.child(verb, "nsubj") < 0 {
		return false
	}
	stop, asides, names := s.Tokens[last], b.asides, len(s.Names)
	b.asides = nil
	n.show(d, s, b, 0, comma, last)
	b.asides, s.Tokens[last] = asides, stop
	s.Names = append(s.Names[:names], slices.DeleteFunc(s.Names[names:], func(x Name) bool { return x.Last > comma })...)
	top := s.topAmong(0, comma)
	if top < 0 {
		return false
	}
	t := &s.Tokens[top]
	switch t.Head = verb; {
	case t.UPOS == "VERB":
		t.Rel = "advcl"
	case t.UPOS == "ADV":
		t.Rel = "advmod"
	case s.child(top, "case") >= 0:
		t.Rel = "obl"
	default:
		t.Rel = "obl:unmarked"
	}
	p := &s.Tokens[comma]
	p.UPOS, p.XPOS, p.Rel, p.Head = "PUNCT", ",", "punct", top
	return true
}

// showDescription reads a relative clause as a sentence, and any other description behind the subject, so that the names in it
// have company. What was read of the subject and of the full stop stays.
func (n *network) showDescription(d *Document, s *Sentence, b *buffer, a aside) {
	first, last := a.First+1, len(s.Tokens)-1
	pronoun := s.Tokens[first].Form
	from := first
	if s.Tokens[first].Form = asSubject(pronoun); s.Tokens[first].Form == pronoun {
		from = 0
	}
	b.kept = append(append(b.kept[:0], s.Tokens[:first]...), s.Tokens[last])
	names, asides := len(s.Names), b.asides
	b.asides = nil
	n.show(d, s, b, from, a.Last-1, last)
	b.asides = asides
	copy(s.Tokens, b.kept[:first])
	s.Tokens[last] = b.kept[first]
	s.Names = append(s.Names[:names], slices.DeleteFunc(s.Names[names:], func(x Name) bool { return x.First < first || x.Last > a.Last-1 })...)
	if from > 0 {
		t := &s.Tokens[first]
		t.Form, t.UPOS, t.XPOS = pronoun, "PRON", "WP"
		if pronoun == "whose" {
			t.XPOS = "WP$"
		}
	}
}

// asSubject is the word that makes a sentence of a relative clause: "who left" is read as "He left".
func asSubject(pronoun string) string {
	switch pronoun {
	case "who":
		return "He"
	case "which":
		return "It"
	case "whose":
		return "His"
	}
	return pronoun
}

// topAmong is the first of the tokens from first to last that hangs on none of them, or -1.
func (s *Sentence) topAmong(first, last int) int {
	for i := first; i < last; i++ {
		if h := s.Tokens[i].Head; (h < first || h >= last) && s.Tokens[i].UPOS != "PUNCT" {
			return i
		}
	}
	return -1
}

// hangsOver is the subject before token end of a verb behind it; -1 for none.
func (s *Sentence) hangsOver(end int) int {
	for i := end - 1; i >= 0; i-- {
		if s.Tokens[i].Head >= end && baseRel(s.Tokens[i].Rel) == "nsubj" {
			return i
		}
	}
	return -1
}

// hangDescription hangs the head of a description on the subject it describes, or on the verb if it says how or when.
func (s *Sentence) hangDescription(top int, a aside, subject int) {
	t := &s.Tokens[top]
	verb := s.Tokens[subject].Head
	switch first := &s.Tokens[a.First+1]; {
	case t.UPOS == "VERB" && first.XPOS == "VBG" && top == a.First+1, first.UPOS == "SCONJ" && t.UPOS == "VERB":
		t.Head, t.Rel = verb, "advcl"
	case relativeWord(first.Form):
		t.Head, t.Rel = subject, "acl:relcl"
	case t.UPOS == "VERB" || t.XPOS == "VBN":
		t.Head, t.Rel = subject, "acl"
	case t.UPOS == "ADV":
		t.Head, t.Rel = verb, "advmod"
	case first.UPOS == "ADP" && s.child(top, "case") == a.First+1:
		t.Head, t.Rel = verb, "obl"
	default:
		t.Head, t.Rel = subject, "appos"
	}
	for _, k := range []int{a.First, a.Last - 1} {
		p := &s.Tokens[k]
		p.UPOS, p.XPOS, p.Rel, p.Head = "PUNCT", ",", "punct", top
		if dash(p.Form) {
			p.XPOS = ":"
		}
	}
}

// relativeWord holds for the words with which a relative clause begins.
func relativeWord(form string) bool {
	switch strings.ToLower(form) {
	case "who", "which", "whose", "whom", "where":
		return true
	}
	return false
}
