package event

import "github.com/entente-kg/entente/extract/actor"

// striker is who did the harm in which what verb v tells was suffered: "five were
// killed in a Turkish raid", "in an attack by B"; -1 when nobody is named.
func (t *tree) striker(v int) int {
	for _, k := range t.children(v, "obl") {
		blow := t.lex.blows[t.lemma(k)]
		if !t.hasCase(k, "in") && !t.hasCase(k, "during") || !blow && !t.lex.harms[t.lemma(k)] {
			continue
		}
		if a := t.maker(k); a >= 0 {
			return a
		}
		if o := t.doer(k, asActor, 0); o != nil && (blow || o.mention.How != actor.ByNationality) {
			return o.token
		}
	}
	return -1
}

// helped is who struggle n is waged by because somebody is helped in it:
// "support for A in the fight against B", "helps A in its war on B"; -1 when
// nobody is.
func (t *tree) helped(n int) int {
	if p := t.child(n, "nmod:poss"); !t.lex.struggles[t.lemma(n)] || !t.hasCase(n, "in") || p >= 0 && t.Tokens[p].UPOS != "PRON" {
		return -1
	}
	h := t.help(t.head(n))
	switch {
	case h < 0:
		return -1
	case t.isVerb(h):
		return t.before(t.obj(h), n)
	}
	for _, prep := range [...]string{"for", "of", "to"} {
		if a := t.before(t.after(h, prep, nearReach), n); a >= 0 {
			return a
		}
	}
	return -1
}

// help is the word of help at h, above it when h is who is helped, or its object
// ("voiced support"); -1 for none.
func (t *tree) help(h int) int {
	for h >= 0 && t.isNoun(h) && !t.lex.helping[t.lemma(h)] {
		h = t.head(h)
	}
	if h >= 0 && !t.lex.helping[t.lemma(h)] {
		h = t.child(h, "obj")
	}
	if h < 0 || !t.lex.helping[t.lemma(h)] {
		return -1
	}
	return h
}

// before is token a when somebody is named there, before token n; else -1.
func (t *tree) before(a, n int) int {
	if a < 0 || a > n || len(t.parties(a, asActor)) == 0 {
		return -1
	}
	return a
}

// instruments are the clauses about trigger m that say by what the deed was
// done, or are its participle: "strikes carried out against B", "conducted
// strikes using drones against B".
func (t *tree) instruments(m *match) []int {
	out := t.children(m.nominal(), "acl")
	for _, k := range t.children(m.verb, "advcl", "xcomp") {
		if m.noun != m.verb && t.lemma(k) == "use" {
			out = append(out, k)
		}
	}
	return out
}
