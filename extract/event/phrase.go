package event

// How far from its trigger a prepositional phrase may hang. The parser often
// hangs "with B" on the nearest noun ("spoke on Tuesday with B"), so the
// prepositions that name a participant are searched deeper than those which
// usually belong to the noun before them.
const (
	nearReach = 1
	farReach  = 3
)

// after is the nearest noun phrase of i's clause that stands after preposition
// prep, or -1.
func (t *tree) after(i int, prep string, depth int) int {
	best := t.allAfter(i, prep, depth)
	if len(best) == 0 {
		return -1
	}
	return best[0]
}

// allAfter lists the noun phrases of i's clause after preposition prep,
// nearest first.
func (t *tree) allAfter(i int, prep string, depth int) []int {
	var out []int
	for _, st := range t.clause(i, depth) {
		if t.inside(st.token, i) || t.hearsIt(st.token, prep) {
			continue
		}
		if st.token != i && t.is(st.token, "obl", "nmod", "obj", "advcl", "xcomp", "acl", "dep", "iobj") && t.hasCase(st.token, prep) && t.strays(st.token, i, prep) {
			out = append(out, st.token)
		}
	}
	return out
}

// hearsIt reports whether phrase k only says to whom it was said: "promised help in a speech to lawmakers".
func (t *tree) hearsIt(k int, prep string) bool {
	h := t.head(k)
	if prep != "to" || h < 0 || !t.isNoun(h) || !t.hasCase(h, "in") && !t.hasCase(h, "during") {
		return false
	}
	switch t.lemma(h) {
	case "speech", "address", "statement", "remark", "testimony", "interview", "briefing", "lecture", "comment":
		return true
	}
	return false
}

// inside reports whether token k belongs to the subject of i, or to the same
// mention as its governor: "the envoy to Chile" went nowhere.
func (t *tree) inside(k, i int) bool {
	if k == i {
		return false
	}
	if h := t.head(k); t.mention(k) != nil && t.mention(k) == t.mention(h) {
		return true
	}
	for c := k; c >= 0 && c != i; c = t.head(c) {
		if t.is(c, "nsubj") {
			return true
		}
	}
	return false
}

// ofOrigin reports whether phrase k stands right behind a phrase with "from" and
// tells where that is: "returned from talks in Paris" is not a journey to Paris.
func (t *tree) ofOrigin(k int) bool {
	first := k
	if m := t.mention(k); m != nil {
		first = m.First
	}
	before := first - 2
	if before < 0 || t.head(before) < 0 || t.lex.time[t.lemma(before)] || t.calendar(before) || !t.isNoun(before) && t.mention(before) == nil {
		return false
	}
	return t.hasCase(before, "from") || t.head(before) != k && t.is(before, "flat", "inner", "compound") && t.hasCase(t.head(before), "from")
}

// strays reports whether phrase k, which the parser hung below i, may belong to
// i all the same. A phrase with "with" or "against" strays often; "to" and its
// like mostly belong to the noun they hang on ("after the fall of the town to
// the rebels"), unless that is i's object ("sent a letter to B") or only says
// when, where or by what means ("spoke by phone to B").
func (t *tree) strays(k, i int, prep string) bool {
	switch prep {
	case "with", "against", "between", "alongside", "among", "by":
		return true
	case "in", "at", "on", "near":
		if t.ofOrigin(k) {
			return false
		}
	}
	for up := t.head(k); up >= 0 && up != i; up = t.head(up) {
		if !t.is(up, "obl", "nmod") || t.lex.time[t.lemma(up)] || t.calendar(up) || t.lex.channels[t.lemma(up)] {
			continue
		}
		if t.hasCase(up, "of") || t.hasCase(up, "alongside") || prep == "to" && t.hasCase(up, "from") || prep == "from" && t.hasCase(up, "for") {
			continue // "appealed for help from B"
		}
		if m := t.mention(up); m == nil || m.Place == nil {
			return false
		}
	}
	return true
}
