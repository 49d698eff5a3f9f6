package text

import "strings"

// attribution is the comma before a source that ends a sentence, "Berg suspended aid to Chad, a spokesman said on Tuesday.";
// 0 where there is none. The network is shown what is said and who says it one after the other.
func (s *Sentence) attribution() int {
	last := len(s.Tokens) - 1
	if last < 6 || s.Tokens[last].Form != "." {
		return 0
	}
	said := 0
	for k := last - 1; k > 2 && s.Tokens[k].Form != ","; k-- {
		if f := s.Tokens[k].Form; f == "\"" || f == "that" || f == ";" || f == "(" {
			return 0
		} else if saysSo(f) {
			said = k
		}
	}
	if said == 0 || last-said > 9 || !endsSource(s.Tokens[said].Form, s.Tokens[said+1].Form) {
		return 0
	}
	comma := said - 1
	for comma > 2 && s.Tokens[comma].Form != "," {
		comma--
	}
	if comma <= 2 || said-comma < 2 || said-comma > 9 || s.Tokens[comma-1].Form == "\"" || !beginsSource(s.Tokens[comma+1].Form) || !s.whole(comma) {
		return 0
	}
	return comma
}

// saysSo holds for the verbs after which a source ends a sentence.
func saysSo(form string) bool {
	switch form {
	case "said", "says", "reported", "announced", "confirmed", "added", "told", "stated", "claimed":
		return true
	}
	return false
}

// endsSource reports whether nothing that is said follows the verb of a source: "told reporters", "said on Tuesday".
func endsSource(verb, next string) bool {
	switch next {
	case ".", "on", "in", "at", "late", "early", "earlier", "later", "last", "this", "yesterday", "today":
		return true
	case "reporters", "journalists", "lawmakers", "Reuters", "AFP":
		return verb == "told"
	}
	return dayName(next)
}

// beginsSource holds for the words with which somebody who says something may be named, as against a clause of its own.
func beginsSource(form string) bool {
	switch form {
	case "the", "a", "an", "his", "her", "its", "their", "one", "two", "three", "several", "some":
		return true
	}
	return capital(form) || strings.HasSuffix(form, "s") && len(form) > 4
}

// whole reports whether the words before token end can be a sentence of their own: there is a verb, and they are no mere "When he left".
func (s *Sentence) whole(end int) bool {
	verb, comma := false, false
	for k := range end {
		f := s.Tokens[k].Form
		switch f {
		case ",":
			comma = true
		case "\"", "``", "''", ";":
			return false
		default:
			verb = verb || isAuxiliary(f) || pastForm(f) || strings.HasSuffix(f, "s") && k > 0 && !capital(f)
		}
	}
	switch strings.ToLower(s.Tokens[0].Form) {
	case "after", "before", "when", "while", "as", "since", "although", "though", "because", "if", "in", "on", "at", "during", "with", "for":
		return verb && comma
	}
	return verb
}

// joinSource makes what is said, the tokens before the comma, the clause of the verb of the source behind it.
func (s *Sentence) joinSource(comma, clause, said int) {
	c := &s.Tokens[clause]
	c.Head, c.Rel = said, "ccomp"
	t := &s.Tokens[comma]
	t.UPOS, t.XPOS, t.Rel, t.Head, t.Lemma = "PUNCT", ",", "punct", said, ","
}

// rootAmong is the root of the tokens from first to last, which have been read by themselves, or -1.
func (s *Sentence) rootAmong(first, last int) int {
	for i := first; i < last; i++ {
		if s.Tokens[i].Head < 0 && s.Tokens[i].Rel == "root" {
			return i
		}
	}
	return -1
}
