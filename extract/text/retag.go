package text

import "strings"

// retag corrects tags that the tree around them belies. It comes before the
// lemmas, which depend on tags.
func (s *Sentence) retag() {
	for i := range s.Tokens {
		t := &s.Tokens[i]
		switch {
		case t.UPOS == "NOUN" && t.Form[len(t.Form)-1] == 's' && (s.child(i, "obj") > i || s.bareApposition(i) || s.whatOneDoes(i)):
			s.pluralVerb(i)
		case t.XPOS == "NNS" && t.Form == "heads" && (t.Rel == "root" || s.child(i, "mark") >= 0):
			s.headsTo(i)
		case t.XPOS == "NNS" && isIntent(t.Form):
			s.plansTo(i)
		case t.XPOS == "UH" && i > 0 && s.Tokens[i-1].Form == "to" && s.Tokens[i-1].Head == i && t.Rel == "obl":
			t.UPOS, t.XPOS, t.Rel = "VERB", "VB", "xcomp" // "glad to welcome them"
			to := &s.Tokens[i-1]
			to.UPOS, to.XPOS, to.Rel = "PART", "TO", "mark"
			s.infinitiveObject(i)
		case (t.XPOS == "JJ" || t.XPOS == "UH") && i > 0 && s.Tokens[i-1].Form == "to" && s.Tokens[i-1].Head == i && s.Tokens[i-1].Rel == "mark" && s.child(i, "cop") < 0:
			t.UPOS, t.XPOS = "VERB", "VB" // "agreed to free prisoners", "glad to welcome them"
			s.infinitiveObject(i)
		case t.XPOS == "JJS" && noSuperlative(t.Form):
			t.UPOS, t.XPOS = "NOUN", "NN" // "at the behest of"
		case t.XPOS == "JJ" && i > 0 && s.Tokens[i-1].XPOS == "MD" && s.Tokens[i-1].Head == i && s.child(i, "obj") > i:
			t.UPOS, t.XPOS = "VERB", "VB" // "would free forty prisoners"
		case t.UPOS == "ADJ" && strings.HasSuffix(t.Form, "ed") && t.Rel == "acl" && t.Head >= 0 && t.Head < i && s.soleNoun(t.Head):
			t.UPOS, t.XPOS = "VERB", "VBN" // "tanks advanced into Mali", in a sentence without another verb
		case t.UPOS == "ADJ" && strings.HasSuffix(t.Form, "ed") && t.Rel == "amod" && s.child(i, "nsubj") >= 0:
			t.UPOS, t.XPOS = "VERB", "VBD" // "Chad relaxed sanctions"
		case nounOnly(t.Form) && (t.XPOS == "VB" || t.UPOS == "ADJ"):
			t.UPOS, t.XPOS = "NOUN", "NN"
			if t.Rel == "xcomp" && t.Head >= 0 && t.Head < i && s.child(t.Head, "obj") < 0 {
				t.Rel = "obj" // "paid tribute"
			}
		case t.Rel == "amod" && t.XPOS == "VBN" && t.Form == "drone":
			t.UPOS, t.XPOS = "NOUN", "NN"
		case t.UPOS == "ADJ" && strings.HasSuffix(t.Form, "ed") && s.clauseOf(i):
			t.UPOS, t.XPOS = "VERB", "VBD" // "relatives pleaded with the minister"
		case t.XPOS == "VBP" && pastOnly(t.Form), t.XPOS == "VBN" && t.UPOS == "VERB" && s.finitePast(i):
			t.XPOS = "VBD"
		case t.UPOS == "VERB" && (t.XPOS == "VBN" || t.XPOS == "VBD") && s.unaided(i):
			t.XPOS = "VBD"
			s.activate(i)
		case t.XPOS == "VBN" && t.UPOS == "VERB" && s.wronglyPassive(i):
			t.XPOS = "VBD"
			s.activate(i)
		case t.UPOS == "VERB" && t.XPOS == "VBD" && s.child(i, "aux") < 0 && s.child(i, "obj") == i+1 && s.nameType(i+1) != "":
			s.activate(i) // "the premier accused Vasile"
		case t.UPOS == "VERB" && noParticiple(t.Form):
			t.XPOS = "VBD"
			s.activate(i)
		case t.Rel == "compound" && t.UPOS == "VERB" && t.Head > i && nominal(&s.Tokens[t.Head]) && !strings.HasSuffix(t.Form, "ing") && !strings.HasSuffix(t.Form, "ed"):
			t.UPOS, t.XPOS = "NOUN", "NN" // "a drone strike"
		case t.XPOS == "NN" && noParticiple(t.Form) && t.Form != "saw" && s.child(i, "nsubj") >= 0 && s.child(i, "obj") > i:
			t.UPOS, t.XPOS = "VERB", "VBD" // "shook hands"
		case t.XPOS == "NN":
			s.helpedVerb(i)
			s.thatClause(i)
		}
	}
}

// whatOneDoes reports whether noun i, with a name before it, is the verb of a clause that begins with
// "that" or "which": "a charge that Kigali denies".
func (s *Sentence) whatOneDoes(i int) bool {
	that := s.child(i, "obj")
	return s.Tokens[i].Rel == "acl:relcl" && that >= 0 && that < i && s.Tokens[that].XPOS == "WDT" && s.child(i, "case") < 0 && s.Tokens[i-1].Head == i && nominal(&s.Tokens[i-1])
}

// thatClause makes a verb of a noun right behind a name in a clause that "that" begins: "demanded
// that Chad end the raids".
func (s *Sentence) thatClause(i int) {
	t := &s.Tokens[i]
	name := i - 1
	if t.Rel != "ccomp" || s.child(i, "mark") < 0 || s.child(i, "cop") >= 0 || s.child(i, "nsubj") >= 0 || s.child(i, "det") >= 0 || s.Tokens[name].UPOS != "PROPN" || s.Tokens[name].Head != i || s.Tokens[name].Rel != "compound" {
		return
	}
	t.UPOS, t.XPOS = "VERB", "VB"
	s.Tokens[name].Rel = "nsubj"
}

// clauseOf reports whether what was taken for an adjective has a subject and nothing that
// would make a predicate of it.
func (s *Sentence) clauseOf(i int) bool {
	switch baseRel(s.Tokens[i].Rel) {
	case "root", "ccomp", "parataxis":
	default:
		return false
	}
	for j := range s.Tokens {
		if t := &s.Tokens[j]; t.Head == i && (t.Rel == "cop" || baseRel(t.Rel) == "aux" || t.Rel == "nsubj:pass") {
			return false
		}
	}
	subject := s.child(i, "nsubj")
	return subject >= 0 && subject < i
}

// noSuperlative holds for nouns that end as a superlative does.
func noSuperlative(form string) bool {
	switch form {
	case "behest", "request", "inquest", "bequest", "conquest", "protest", "arrest", "unrest", "interest", "harvest", "contest":
		return true
	}
	return false
}

// nounOnly holds for nouns that are no verb and no adjective.
func nounOnly(form string) bool {
	switch form {
	case "sale", "tribute", "homage", "embargo", "amnesty", "asylum", "refuge", "ceasefire", "truce", "curfew", "acid":
		return true
	}
	return false
}

// isIntent holds for plurals that before an infinitive are verbs rather.
func isIntent(form string) bool {
	switch form {
	case "plans", "vows", "offers", "aims", "hopes", "moves", "threatens", "pledges":
		return true
	}
	return false
}

// finitePast reports whether what was taken for a participle is the verb of a clause: it
// has an active subject and no auxiliary, and its sentence no look of a headline.
func (s *Sentence) finitePast(i int) bool {
	switch baseRel(s.Tokens[i].Rel) {
	case "root", "conj", "ccomp", "parataxis":
	default:
		return false
	}
	for j := range s.Tokens {
		if t := &s.Tokens[j]; t.Head == i && (baseRel(t.Rel) == "aux" || t.Rel == "cop" || t.Rel == "nsubj:pass") {
			return false
		}
	}
	subject := s.child(i, "nsubj")
	return subject >= 0 && subject < i && (s.child(i, "obj") > i || s.Tokens[len(s.Tokens)-1].Form == ".")
}

// unaided reports whether the verb of a whole sentence was read as passive though nothing helps it to be: "Chad also
// sent aid to Mali." Headlines leave the auxiliary out; they have no full stop.
func (s *Sentence) unaided(i int) bool {
	if s.Tokens[len(s.Tokens)-1].Form != "." || s.Tokens[i].Rel != "root" || s.hasAgent(i) {
		return false
	}
	passive := false
	for j := range s.Tokens {
		switch t := &s.Tokens[j]; {
		case t.UPOS == "AUX" && j < i && i-j <= 4: // "was on Monday rammed"
			return false
		case t.Head == i && t.Rel == "nsubj:pass" && j < i:
			passive = true
		}
	}
	return passive
}

// wronglyPassive reports whether a clause was read as passive that has no auxiliary, and a name for
// its object right behind the verb: "Moon called Berg".
func (s *Sentence) wronglyPassive(i int) bool {
	switch baseRel(s.Tokens[i].Rel) {
	case "root", "conj", "ccomp", "parataxis":
	default:
		return false
	}
	object := s.child(i, "obj")
	return object > i && s.leftmost(object) == i+1 && s.nameType(object) != "" && s.child(i, "aux") < 0 && s.child(i, "nsubj") >= 0 && s.child(i, "nsubj") < i
}

// pluralVerb makes a verb of what was taken for a plural although it has an
// object, and its subject of the name before it: "Vietnam shares intelligence".
func (s *Sentence) pluralVerb(i int) {
	if i == 0 || s.Tokens[i-1].Head != i || s.Tokens[i-1].UPOS != "PROPN" || s.child(i, "nsubj") >= 0 {
		return
	}
	s.Tokens[i].UPOS, s.Tokens[i].XPOS = "VERB", "VBZ"
	s.Tokens[i-1].Rel = "nsubj"
	if j := s.child(i, "appos"); j > i && s.child(i, "obj") < 0 {
		s.Tokens[j].Rel = "obj"
	}
}

// bareApposition reports whether a noun has an apposition that nothing parts
// from it, as the verb of a headline would have: "Pakistan summons envoy".
func (s *Sentence) bareApposition(i int) bool {
	j := s.child(i, "appos")
	return j > i && s.leftmost(j) > i && !s.parted(i, j) && s.Tokens[s.leftmost(j)].UPOS != "PUNCT"
}

// infinitiveObject gives an infinitive the noun right after it that was hung on the
// verb above it without a preposition: "urged them to free two men".
func (s *Sentence) infinitiveObject(i int) {
	if s.child(i, "obj") >= 0 {
		return
	}
	for j := i + 1; j < len(s.Tokens); j++ {
		t := &s.Tokens[j]
		if t.Head == s.Tokens[i].Head && t.Rel == "obl" && nominal(t) && s.leftmost(j) == i+1 && s.child(j, "case") < 0 {
			t.Head, t.Rel = i, "obj"
			return
		}
	}
}

// activate makes active what hangs on a verb as if it were passive: nobody "was spoke by phone".
func (s *Sentence) activate(i int) {
	for j := range s.Tokens {
		switch t := &s.Tokens[j]; {
		case t.Head != i:
		case t.Rel == "nsubj:pass":
			t.Rel = "nsubj"
		case t.Rel == "obl:agent":
			t.Rel = "obl"
		}
	}
}

// pastOnly holds for irregular pasts that are no present form of any verb.
func pastOnly(form string) bool {
	switch form {
	case "met", "sent", "spent", "lent", "built", "held", "upheld", "withheld", "told", "sold", "bought", "brought", "fought", "sought",
		"taught", "caught", "thought", "won", "led", "fled", "kept", "swept", "wept", "dealt", "meant", "lost", "shot", "sat", "stood",
		"understood", "struck", "stuck", "said", "made", "paid", "heard", "got", "dug", "hung":
		return true
	}
	return noParticiple(form)
}

// noParticiple holds for irregular pasts that are no participle either.
func noParticiple(form string) bool {
	switch form {
	case "shook", "took", "undertook", "overtook", "mistook", "spoke", "broke", "wrote", "drove", "rose", "chose", "froze", "stole", "woke",
		"swore", "tore", "wore", "grew", "knew", "threw", "overthrew", "drew", "withdrew", "flew", "blew", "sang", "rang", "sank",
		"drank", "began", "swam", "ran", "gave", "forgave", "forgot", "went", "underwent", "came", "overcame", "ate", "hid":
		return true
	}
	return false
}
