package event

import "strings"

// onlyTopic reports whether a word only says what talks somewhere below the trigger are about, or what went before or on
// meanwhile: who "flew to Lima for talks on the war", or "after the election", flies neither to war nor to an election.
func (t *tree) onlyTopic(m *match, word string) bool {
	topic := false
	for _, top := range m.tokens() {
		for _, st := range t.clause(top, 2) {
			if st.token == m.verb || t.lemma(st.token) != word {
				continue
			}
			if t.is(st.token, "case") && t.child(st.token, "fixed") >= 0 { // "ahead of the talks", not "go ahead"
				topic = true
				continue
			}
			h := t.head(st.token)
			if h < 0 || t.is(st.token, "case", "mark", "advmod") || !(h != top && t.is(st.token, "nmod") && isTalk(t.lemma(h))) && !t.circumstance(st.token, m.verb) {
				return false
			}
			topic = true
		}
	}
	return topic
}

// circumstance reports whether token i stands in a phrase of the verb that says after, before or in spite of what.
func (t *tree) circumstance(i, verb int) bool {
	for n := 0; n < 4 && i >= 0 && t.head(i) != verb; n++ {
		i = t.head(i)
	}
	if i < 0 || t.head(i) != verb {
		return false
	}
	if t.lex.eves[t.lemma(i)] && t.is(i, "obl", "nmod") {
		return true
	}
	if t.is(i, "obl", "nmod") && t.hasCase(i, "in") {
		switch t.lemma(i) {
		case "show", "sign", "gesture", "bid", "attempt", "effort", "response", "reaction", "retaliation":
			return true
		}
	}
	switch t.lemma(i) {
	case "ahead", "face", "light", "spite", "speech":
		return t.is(i, "obl", "nmod", "advmod", "advcl")
	case "day", "week", "month", "hour": // "a day after the election", not "to six months in prison"
		return t.is(i, "obl") && t.child(i, "case") < 0
	}
	if !t.is(i, "obl", "nmod") {
		return false
	}
	for _, c := range t.children(i, "case", "mark") {
		switch strings.ToLower(t.Tokens[c].Form) {
		case "after", "before", "amid", "amidst", "despite", "since", "following", "ahead", "because", "prior", "during":
			return true
		case "of": // "ahead of a summit", where the first word hangs on the verb
			if c > 0 && strings.EqualFold(t.Tokens[c-1].Form, "ahead") {
				return true
			}
		}
	}
	return false
}

// isTalk holds for nouns of what people do together with words.
func isTalk(lemma string) bool {
	switch lemma {
	case "talk", "negotiation", "discussion", "meeting", "summit", "conference", "consultation", "dialogue", "conversation", "call", "session", "debate", "forum":
		return true
	}
	return false
}
