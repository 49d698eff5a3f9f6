package actor

import "strings"

// byPredicate reads "Lind is the foreign minister", "Vasile was sworn in as
// chancellor", "lawmakers elected Roth president": the noun says what its subject is.
func (r *reading) byPredicate(ph *phrase) bool {
	if !r.s.Parsed || ph.title.plural || ph.det == quantified || !ph.piece.personal() {
		return false
	}
	subject := r.predicated(ph)
	if subject == nil {
		return false
	}
	for k := range r.phrases {
		if &r.phrases[k] == subject {
			r.resolve(k)
		}
	}
	if len(subject.who) != 1 || !subject.who[0].person() || subject.who[0].generic {
		return false
	}
	ph.who, ph.how, ph.why = subject.who, ByTitle, "said of "+subject.who[0].actor.ID
	return true
}

// predicated returns the phrase that the noun is said of as a fact, or nil.
func (r *reading) predicated(ph *phrase) *phrase {
	h := r.headOf(ph)
	if c := r.child(h, "cop"); c >= 0 && !r.doubted(h) {
		return r.phraseAt(r.child(h, "nsubj"))
	}
	t := &r.s.Tokens[h]
	if t.Head < 0 || !instated(r.ws[t.Head].low) || r.doubted(t.Head) || !(t.Rel == "xcomp" || ph.first > 0 && r.ws[ph.first-1].low == "as") {
		return nil
	}
	for _, rel := range [...]string{"nsubj:pass", "obj"} {
		if c := r.child(t.Head, rel); c >= 0 && (c < ph.first || c >= ph.last) {
			return r.phraseAt(c)
		}
	}
	return nil
}

// instated reports whether the verb puts somebody into an office.
func instated(low string) bool {
	switch low {
	case "sworn", "elected", "re-elected", "reelected", "appointed", "named", "chosen", "inaugurated", "installed", "crowned", "confirmed", "elect", "appoint", "name":
		return true
	}
	return false
}

// doubted reports whether word h is negated or only possible.
func (r *reading) doubted(h int) bool {
	for i := range r.s.Tokens {
		if r.s.Tokens[i].Head != h {
			continue
		}
		switch r.ws[i].low {
		case "not", "n't", "never", "no", "could", "would", "may", "might", "should", "if", "will", "longer":
			return true
		}
	}
	return false
}

// child returns the first dependent of word h by that relation, -1 for none.
func (r *reading) child(h int, rel string) int {
	for i := range r.s.Tokens {
		if r.s.Tokens[i].Head == h && r.s.Tokens[i].Rel == rel {
			return i
		}
	}
	return -1
}

// phraseAt returns the innermost phrase that word i is the head of, resolved or not.
func (r *reading) phraseAt(i int) *phrase {
	for k := range r.phrases {
		if p := &r.phrases[k]; i >= 0 && p.first <= i && i < p.last && r.headOf(p) == i && !p.inner {
			return p
		}
	}
	return nil
}

// saidOf returns the office that the sentence says its pronoun holds: "He is the
// first secretary of state to visit".
func (r *reading) saidOf(ph *phrase) *title {
	if !r.s.Parsed || r.s.Tokens[ph.first].Rel != "nsubj" {
		return nil
	}
	for k := range r.phrases {
		if p := &r.phrases[k]; p.title.office != nil && r.predicated(p) == ph {
			return &p.title
		}
	}
	return nil
}

// sharedSubject returns the subject that a verb without one of its own takes from
// the verb it is joined to by "and", or hangs on as a participle or infinitive, or nil.
func (r *reading) sharedSubject(verb int) *phrase {
	for steps := 0; verb >= 0 && steps < 3; steps++ {
		t := &r.s.Tokens[verb]
		if t.Rel != "conj" && !(t.Rel == "advcl" && t.XPOS == "VBG") && !(t.Rel == "xcomp" && r.child(t.Head, "obj") < 0) || r.child(verb, "nsubj") >= 0 || r.child(verb, "nsubj:pass") >= 0 || t.Head < 0 {
			return nil
		}
		verb = t.Head
		for _, rel := range [...]string{"nsubj", "nsubj:pass"} {
			if i := r.child(verb, rel); i >= 0 {
				return r.phraseAt(i)
			}
		}
	}
	return nil
}

// byOwner lets a thing that speaks for its owner stand for him: "the ministry's
// website". Without an owner it is nobody.
func (r *reading) byOwner(ph *phrase) bool {
	lemma := ph.piece.agent.lemma
	switch lemma[strings.LastIndexByte(lemma, ' ')+1:] {
	case "website", "site", "blog", "homepage", "webpage":
	default:
		return false
	}
	owners := r.owners(ph)
	if len(owners) == 1 {
		ph.who, ph.how, ph.why = owners, ByMetonym, "the "+lemma+" of "+owners[0].actor.Name
	}
	return true
}
