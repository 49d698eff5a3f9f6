package event

import (
	"slices"
	"strings"

	"github.com/entente-kg/entente/extract/text"
	"github.com/entente-kg/entente/schema"
)

// levelConjuncts hangs a finite verb that the parser coordinated with an
// infinitive or a participle below it on the finite verb above: in "urged them
// to reconsider and spoke with her" it is urging and speaking that are joined,
// since "to" cannot take a past tense, nor a perfect with "has".
func (t *tree) levelConjuncts() {
	for i := range t.Tokens {
		if t.rels[i] != "conj" || !t.tensed(i) && !t.perfect(i) || t.heads[i] < 0 || !t.nonFinite(t.heads[i]) || t.ownSubject(i) {
			continue
		}
		up := t.heads[i]
		for n := 0; up >= 0 && n < len(t.Tokens) && !t.level(up, i); n++ {
			up = t.heads[up]
		}
		if up >= 0 && up < i {
			t.heads[i] = up
		}
	}
}

// tensed holds for a verb whose own form shows tense.
func (t *tree) tensed(i int) bool {
	switch t.Tokens[i].XPOS {
	case "VBD", "VBZ":
		return t.isVerb(i)
	}
	return false
}

// perfect holds for a participle with "has", "have" or "had", and for "has" itself.
func (t *tree) perfect(i int) bool {
	for k, h := range t.heads {
		if x := t.Tokens[k].XPOS; h == i && t.rels[k] == "aux" && t.lemma(k) == "have" && (x == "VBZ" || x == "VBP" || x == "VBD") {
			return t.Tokens[i].XPOS == "VBN"
		}
	}
	return false
}

// level reports whether verb i may be joined to verb up by its form.
func (t *tree) level(up, i int) bool {
	if !t.isVerb(up) {
		return false
	}
	if t.perfect(i) || t.lemma(i) == "have" {
		return t.perfect(up)
	}
	return t.Tokens[up].XPOS == t.Tokens[i].XPOS
}

// nonFinite holds for an infinitive with "to" or a modal, and for a gerund.
func (t *tree) nonFinite(i int) bool {
	switch t.Tokens[i].XPOS {
	case "VBG":
		return t.isVerb(i)
	case "VB", "JJ": // "to be available"
		for k := range t.heads {
			if t.heads[k] == i && (t.rels[k] == "mark" && strings.EqualFold(t.Tokens[k].Form, "to") || t.Tokens[k].XPOS == "MD") {
				return true
			}
		}
	}
	return false
}

// ownSubject holds for a verb that brings a subject with it.
func (t *tree) ownSubject(i int) bool {
	for k := range t.heads {
		if t.heads[k] == i && strings.HasPrefix(t.rels[k], "nsubj") {
			return true
		}
	}
	return false
}

// shareSubjects gives a quoted clause its own subject back where the parser hung
// both subjects on the verb of saying behind it: in "a strike hit two cars, Cook
// said" the strike hit, and Cook only said so.
func (t *tree) shareSubjects() {
	for said := range t.Tokens {
		clause, subjects := -1, []int(nil)
		for k, h := range t.heads {
			switch {
			case h != said || k >= said:
			case t.rels[k] == "ccomp":
				clause = k
			case t.is(k, "nsubj"):
				subjects = append(subjects, k)
			}
		}
		if clause >= 0 && len(subjects) == 2 && subjects[0] < clause && clause < subjects[1] && !t.ownSubject(clause) {
			t.heads[subjects[0]] = clause
		}
	}
}

// resumeClause hangs a verb on the clause that was reported where the parser joined it to
// the verb of saying: in "Lind flew to Oslo, police said, and went on to Riga" it was Lind who went on.
func (t *tree) resumeClause() {
	for i, said := range t.heads {
		if said < 2 || said > i-2 || t.rels[i] != "conj" || t.tense(i) == "" || !t.lex.saying[t.lemma(said)] || t.lex.saying[t.lemma(i)] || t.lex.alleging[t.lemma(i)] || t.ownSubject(i) || t.Tokens[said+1].Form != "," {
			continue
		}
		clause, subject := -1, -1
		if t.rels[said] == "parataxis" {
			clause = t.heads[said]
		}
		for _, k := range t.indices(said) {
			switch {
			case t.rels[k] == "ccomp" && k < said:
				clause = k
			case t.is(k, "nsubj"):
				subject = k
			}
		}
		if clause >= 0 && clause < subject && subject < said && t.tense(clause) == t.tense(i) && !t.quotes(clause, said) {
			t.heads[i] = clause
		}
	}
}

// tense is the tag of the word of a predicate that shows tense, "" when none does.
func (t *tree) tense(i int) string {
	if t.tensed(i) {
		return t.Tokens[i].XPOS
	}
	for _, k := range t.indices(i) {
		if x := t.Tokens[k].XPOS; t.rels[k] == "cop" && (x == "VBD" || x == "VBZ") {
			return x
		}
	}
	return ""
}

// quotes reports whether a quotation mark stands between tokens i and j.
func (t *tree) quotes(i, j int) bool {
	return slices.ContainsFunc(t.Tokens[i:j], func(k text.Token) bool { return quoteMark(k.Form) })
}

// raiseCharges hangs "of doing" on the verb of blame or thanks where the parser
// hung it on the accuser: "accused by A of attacking C" tells what was charged.
func (t *tree) raiseCharges() {
	for i, n := range t.heads {
		if t.rels[i] != "acl" || t.Tokens[i].XPOS != "VBG" || n < 0 || n > i || t.heads[n] < 0 || !t.is(n, "obl", "obj", "nsubj") || !t.lex.charging[t.lemma(t.heads[n])] {
			continue
		}
		if w := strings.ToLower(t.Tokens[i-1].Form); w == "of" || w == "for" {
			t.heads[i], t.rels[i] = t.heads[n], "advcl"
		}
	}
}

// raiseIncluding hangs "including doing" on the main verb where the parser hung it on a
// participle after its object: in "Lind met farmers seeking aid, including giving a talk" it was Lind
// who gave one.
func (t *tree) raiseIncluding() {
	for i, p := range t.heads {
		if t.Tokens[i].XPOS != "VBG" || t.rels[i] != "advcl" || p < 0 || p > i || t.rels[p] != "acl" || t.Tokens[p].XPOS != "VBG" || i == 0 || t.lemma(i-1) != "include" {
			continue
		}
		up := t.heads[p]
		for n := 0; up >= 0 && n < len(t.Tokens) && !t.isVerb(up); n++ {
			up = t.heads[up]
		}
		if up >= 0 {
			t.heads[i] = up
		}
	}
}

// predicateDue makes "due" the predicate where the parser took it for part of
// the preposition: "is due in Chad" says that somebody is due.
func (t *tree) predicateDue() {
	for i := range t.Tokens {
		place := t.heads[i]
		if t.Tokens[i].Lemma != "due" || t.rels[i] != "case" || place < i || t.isVerb(place) { // "due to meet" is read as it stands
			continue
		}
		var raised []int
		cop := false
		for k := range t.heads {
			if t.heads[k] == place && (k < i || t.rels[k] == "obl") { // "due in Riga for talks"
				raised = append(raised, k)
				cop = cop || t.rels[k] == "cop"
			}
		}
		if !cop {
			continue
		}
		t.heads[i], t.rels[i] = t.heads[place], t.rels[place]
		t.heads[place], t.rels[place] = i, "obl"
		for _, k := range raised {
			t.heads[k] = i
		}
	}
}

// lowerClaims hangs a clause on the participle of saying before it, where the
// parser hung it on the verb both stand below: in "Lind agreed, saying B was
// ready" nobody agreed that B was ready.
func (t *tree) lowerClaims() {
	for s, v := range t.heads {
		if v < 0 || t.rels[s] != "advcl" || t.Tokens[s].XPOS != "VBG" || s < v || !t.lex.saying[t.lemma(s)] && !t.lex.alleging[t.lemma(s)] {
			continue
		}
		for c, h := range t.heads {
			if h == v && c > s && t.rels[c] == "ccomp" {
				t.heads[c] = s
			}
		}
	}
}

// callees makes the people of a call its object where the parser read them as
// what somebody was called: "Lind called Mali's minister, Berit Holm, on Monday".
func (t *tree) callees() {
	for m := range t.mentions {
		k := t.mentions[m].Head
		v := t.heads[k]
		if v < 0 || v > k || t.rels[k] != "xcomp" || t.lemma(v) != "call" || len(t.mentions[m].Actors) == 0 || t.mentions[m].Actors[0].Kind != schema.Person {
			continue
		}
		if !slices.ContainsFunc(t.indices(v), func(i int) bool { return t.rels[i] == "obj" && t.mentions[m].First > i }) {
			t.rels[k] = "obj"
		}
	}
}

// calledWhat makes what somebody's deed is called the complement of the verb where the parser
// made it another name of the deed: "called the vote a sham". An apposition has a comma.
func (t *tree) calledWhat() {
	for k, o := range t.heads {
		if o < 0 || o > k || t.rels[k] != "appos" || t.rels[o] != "obj" || t.heads[o] < 0 || !t.isNoun(k) {
			continue
		}
		switch t.lemma(t.heads[o]) {
		case "call", "brand", "label", "dub", "name":
			if !slices.ContainsFunc(t.Tokens[o+1:k], func(x text.Token) bool { return x.Form == "," }) {
				t.heads[k], t.rels[k] = t.heads[o], "xcomp"
			}
		}
	}
}

// thanked makes who is addressed the object of the thanks: "Thank you, Lind, for coming".
func (t *tree) thanked() {
	for you := 1; you+1 < len(t.Tokens); you++ {
		v := t.heads[you]
		if v != you-1 || t.lemma(v) != "thank" || t.rels[you] != "obj" || !strings.EqualFold(t.Tokens[you].Form, "you") {
			continue
		}
		for m := range t.mentions {
			x := &t.mentions[m]
			if set := t.Tokens[you+1].Form; x.Head >= x.First && (x.First == you+1 || (set == "," || set == "[") && x.First == you+2) && t.rels[x.Head] != "nsubj" {
				t.rels[you] = "dep"
				t.heads[x.Head], t.rels[x.Head] = v, "obj"
				return
			}
		}
	}
}

// indices are the tokens that hang on token v, before the children are listed.
func (t *tree) indices(v int) []int {
	var out []int
	for i, h := range t.heads {
		if h == v {
			out = append(out, i)
		}
	}
	return out
}
