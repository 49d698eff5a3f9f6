package event

// nearestSubj is the subject of v; of several that a confused parser gives, the
// last before the verb that is not a day.
func (t *tree) nearestSubj(v int) int {
	best := -1
	for _, k := range t.children(v, "nsubj") {
		if t.Tokens[v].XPOS == "VBG" && t.located(k) {
			continue // "a message on the Web blaming B"
		}
		if best < 0 || k < v && !t.lex.time[t.lemma(k)] {
			best = k
		}
	}
	return t.adjoining(v, best)
}

// adjoining replaces subject s of v by the name that stands between it and the
// verb, read as its apposition, when that is somebody else and no comma closes it:
// "for talks with Putin, spokesman Dmitry Peskov said".
func (t *tree) adjoining(v, s int) int {
	k := v - 1
	for k > 0 && (t.Tokens[k].UPOS == "AUX" || t.Tokens[k].UPOS == "ADV") {
		k--
	}
	if s < 0 || k <= s {
		return s
	}
	a, b := t.mention(s), t.mention(k)
	if a == nil || b == nil || a == b || b.Last != k+1 || !t.alike(a, b) || a.Actors[0].ID == b.Actors[0].ID || !t.is(b.Head, "appos") {
		return s
	}
	return b.Head
}

// maxStray bounds how far before its verb a stray subject may stand.
const maxStray = 7

// strayed is a subject that the parser read as part of something else: a
// mention right before the verb ("Peru pledged support", read as a compound), or
// before the time that precedes it ("Lind on June 13 held talks").
func (t *tree) strayed(v int) int {
	if !t.isVerb(v) || t.infinitive(v) || t.is(v, "acl") || t.Tokens[v].XPOS == "VBG" || t.Tokens[v].XPOS == "VB" {
		return -1
	}
	k := v - 1
	for k > 0 && v-k < maxStray && t.between(k) {
		k--
	}
	m := t.mention(max(k, 0))
	if k < 0 || m == nil || m.Last != k+1 || len(m.Actors) == 0 || !t.opens(m.First) {
		return -1
	}
	switch i := m.Head; {
	case t.head(i) == v || t.head(i) == t.head(v):
		if t.is(i, "compound", "discourse", "dep", "vocative", "nmod", "amod", "obl", "advmod", "parataxis", "appos", "flat", "advcl") {
			return i
		}
	case t.is(i, "appos", "root", "dep", "compound", "parataxis") && t.child(v, "nsubj") < 0 && t.is(v, "root", "ccomp", "parataxis", "conj"):
		return i
	}
	return -1
}

// between reports whether token k may stand between a subject and its verb:
// adverbs, auxiliaries, a time.
func (t *tree) between(k int) bool {
	switch t.Tokens[k].UPOS {
	case "ADV", "AUX", "NUM":
		return true
	case "ADP", "DET", "ADJ":
		return k+1 < len(t.Tokens) && (t.lex.time[t.lemma(k+1)] || t.between(k+1) && t.Tokens[k+1].UPOS != "ADV" && t.Tokens[k+1].UPOS != "AUX")
	}
	return t.lex.time[t.lemma(k)]
}

// opens reports whether a clause may begin at token i: at the start of the
// sentence, after a mark or a conjunction.
func (t *tree) opens(i int) bool {
	if i <= t.lead {
		return true
	}
	switch t.Tokens[i-1].UPOS {
	case "PUNCT", "CCONJ", "SCONJ":
		return true
	}
	return t.lemma(i-1) == "that" || t.isVerb(i-1)
}
