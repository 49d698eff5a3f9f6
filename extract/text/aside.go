package text

import "strings"

// aside is what stands between a subject and its verb, Tokens[First:Last], and what the network is not shown, since it
// reads "the premier Berg suspended aid" better than "the premier, Berg, on Tuesday suspended aid": a phrase of
// time, a comma on either side of a name, or a whole description, which is then shown by itself.
type aside struct {
	First, Last int
	Apart       bool // a description with the commas or dashes around it, to be read by itself
	Front       bool // a phrase that begins the sentence, with its comma, to be read by itself
}

// asides are those of a sentence, in order.
func (s *Sentence) asides(all []aside) []aside {
	start := s.openingTime()
	if end := s.front(); end > 0 {
		all = append(all, aside{Last: end + 1, Front: true})
		start = end + 1
	} else if start > 0 {
		all = append(all, aside{First: 0, Last: start})
	}
	for i := max(1, start); i+1 < len(s.Tokens); i++ {
		if end := s.apposedName(i); end > 0 {
			all = append(all, aside{First: i, Last: i + 1}, aside{First: end, Last: end + 1})
			i = end
			continue
		}
		if end := s.description(i); end > 0 {
			all = append(all, aside{First: i, Last: end + 1, Apart: true})
			i = end
			continue
		}
		last := s.timePhrase(i)
		if last == i || last >= len(s.Tokens) || !pastForm(s.Tokens[last].Form) || !s.subjectBefore(i) && (len(all) == 0 || !all[len(all)-1].Apart || all[len(all)-1].Last != i) {
			continue
		}
		all = append(all, aside{First: i, Last: last})
		i = last
	}
	return all
}

// openingTime is where a phrase of time ends that begins the sentence with no comma behind it: "Late on Friday Chad
// suspended aid"; 0 where there is none.
func (s *Sentence) openingTime() int {
	first := s.Tokens[0].Form
	if low := strings.ToLower(first); low != first && !dayName(first) {
		s.Tokens[0].Form = low
		defer func() { s.Tokens[0].Form = first }()
	}
	end := s.timePhrase(0)
	if end < 2 || end >= len(s.Tokens) || !capital(s.Tokens[end].Form) && s.Tokens[end].Form != "the" || monthName(s.Tokens[end].Form) {
		return 0
	}
	return end
}

// apposedName is the comma behind the name that begins after the comma at token i and says who somebody is, before the
// verb: "its premier, Ana Berg, said"; 0 where there is none.
func (s *Sentence) apposedName(i int) int {
	if s.Tokens[i].Form != "," || capital(s.Tokens[i-1].Form) || !isOffice(s.Tokens[i-1].Form) {
		return 0
	}
	end := i + 1
	for end < len(s.Tokens) && end < i+6 && (capital(s.Tokens[end].Form) && !dayName(s.Tokens[end].Form) || end > i+1 && isNameParticle(s.Tokens[end].Form)) {
		end++
	}
	if end == i+1 || end+1 >= len(s.Tokens) || s.Tokens[end].Form != "," {
		return 0
	}
	next := end + 1
	if s.Tokens[next].Form == "also" {
		next++
	}
	next = s.timePhrase(next)
	if next >= len(s.Tokens) || !pastForm(s.Tokens[next].Form) && !isAuxiliary(s.Tokens[next].Form) {
		return 0
	}
	return end
}

// description is the comma or dash that ends what begins with the one at token i and says more of the subject with which
// the sentence begins, before its verb: "Berg, who leads the talks, accused Chad"; 0 where there is none.
func (s *Sentence) description(i int) int {
	mark := s.Tokens[i].Form
	if mark != "," && !dash(mark) || !s.opens(i) {
		return 0
	}
	switch s.Tokens[i+1].Form {
	case "and", "but", "or", "nor", "so", "while", "\"":
		return 0
	}
	for k := i + 2; k+1 < len(s.Tokens) && k < i+28; k++ {
		if f := s.Tokens[k].Form; f == "\"" || f == ";" || f == ":" {
			return 0
		} else if f == mark && s.verbAt(k+1) {
			if s.describes(i+1, k, dash(mark)) {
				return k
			}
			return 0
		}
	}
	return 0
}

// opens reports whether the words before token i, back to the beginning of the sentence or of a clause after "that", "said" or
// "after", are a name or a noun and nothing else.
func (s *Sentence) opens(i int) bool {
	start := 0
	if i > 1 && (s.Tokens[0].Form == "But" || s.Tokens[0].Form == "And" || s.Tokens[0].Form == "Yet") {
		start = 1
	}
	for k := i - 1; k > start && start < 2; k-- {
		switch s.Tokens[k].Form {
		case "that", "said", "says", "after", "because", "when", "while":
			start = k + 1
		}
	}
	if start == i {
		return false
	}
	switch strings.ToLower(s.Tokens[start].Form) {
	case "in", "on", "at", "after", "before", "as", "when", "while", "if", "since", "for", "with", "by", "from", "to", "but", "and", "yet", "so", "also", "then", "now", "still",
		"meanwhile", "however", "instead", "earlier", "later", "last", "this", "during", "under", "despite", "amid", "until", "because", "although", "though", "\"", "that", "there", "it":
		return false
	}
	for k := start; k < i; k++ {
		f := s.Tokens[k].Form
		if f == "," || f == "\"" || f == ":" || f == "(" || dash(f) || isAuxiliary(f) || pastForm(f) || f == "who" || f == "which" || strings.HasSuffix(f, "ing") && k == start {
			return false
		}
	}
	return i-start <= 12
}

// verbAt reports whether a verb that shows tense begins at token v, a day and an adverb before it aside.
func (s *Sentence) verbAt(v int) bool {
	for v < len(s.Tokens) && (s.Tokens[v].Form == "also" || s.Tokens[v].Form == "then" || strings.HasSuffix(s.Tokens[v].Form, "ly")) {
		v++
	}
	v = s.timePhrase(v)
	return v < len(s.Tokens) && (isAuxiliary(s.Tokens[v].Form) || pastForm(s.Tokens[v].Form))
}

// describes reports whether tokens first to last can say more of a name: "who" or "which" with a verb, or a phrase without one.
func (s *Sentence) describes(first, last int, dashed bool) bool {
	relative, verbs, plain := false, 0, false
	for k := first; k < last; k++ {
		switch f := s.Tokens[k].Form; {
		case f == "who" || f == "which" || f == "whose" || f == "whom" || f == "that" || f == "where":
			relative = true
		case isAuxiliary(f) || pastForm(f) && k > first:
			if !relative && !s.participleAt(k, first) {
				return false
			}
			verbs++
		case f == ",":
			if !relative {
				return false
			}
		case !capital(f):
			plain = true
		}
	}
	switch s.Tokens[first].Form {
	case "who", "which":
		return last-first > 2 && (s.verbAt(first+1) || strings.HasSuffix(s.Tokens[first+1].Form, "s"))
	case "whose":
		return last-first > 2
	case "whom", "where", "when":
		return false
	case "in", "at", "during":
		if f := s.Tokens[first+1].Form; (f == "a" || f == "an" || f == "the" || f == "his" || f == "her") && last-first <= 14 { // "at a joint news conference with Lind"
			return true
		}
		return last-first <= 3 || dashed
	case "on":
		for k := first + 1; k < last && k < first+6; k++ {
			switch s.Tokens[k].Form {
			case "visit", "trip", "tour": // "on an official visit to Chad"
				return last-first <= 14
			}
		}
		return last-first <= 3 || dashed
	case "for", "with", "after", "before", "by", "from", "like", "of", "to", "under", "along", "alongside", "together", "as":
		return last-first <= 3 || dashed
	}
	return plain
}

// participleAt reports whether the past at token k is rather a participle, with an agent or a place behind it: "a man wanted by Chad".
func (s *Sentence) participleAt(k, first int) bool {
	if isAuxiliary(s.Tokens[k].Form) || k+1 >= len(s.Tokens) {
		return false
	}
	switch s.Tokens[k+1].Form {
	case "by", "in", "as", "to", "on":
		return k > first
	}
	return false
}

// isAuxiliary holds for the forms that begin a verb of several words.
func isAuxiliary(form string) bool {
	switch form {
	case "is", "are", "was", "were", "has", "have", "had", "will", "would", "could", "may", "might", "should", "must", "can", "did", "does":
		return true
	}
	return false
}

// isNameParticle holds for the small words within names.
func isNameParticle(form string) bool {
	switch form {
	case "al", "bin", "bint", "ibn", "de", "del", "della", "da", "di", "dos", "du", "la", "van", "von", "der", "den", "el":
		return true
	}
	return false
}

// isOffice holds for the nouns behind which a comma and a name say who it is.
func isOffice(form string) bool {
	switch form {
	case "minister", "premier", "president", "chancellor", "king", "queen", "prince", "emir", "sultan", "leader", "chief", "head", "secretary", "envoy", "ambassador",
		"spokesman", "spokeswoman", "spokesperson", "commander", "general", "governor", "mayor", "adviser", "advisor", "director", "commissioner", "chairman", "chairwoman",
		"chair", "speaker", "deputy", "counterpart", "predecessor", "successor", "official", "diplomat", "negotiator", "mediator", "coordinator", "prosecutor", "judge",
		"senator", "lawmaker", "husband", "wife", "son", "daughter", "brother", "sister", "aide", "lawyer", "colleague", "rival", "ally", "dictator", "ruler", "taoiseach", "attorney":
		return true
	}
	return false
}

// timePhrase is where a phrase of time that begins at token i ends: "on Tuesday", "late on Tuesday", "Tuesday",
// "last week"; i where none does.
func (s *Sentence) timePhrase(i int) int {
	form := func(k int) string {
		if k < len(s.Tokens) {
			return s.Tokens[k].Form
		}
		return ""
	}
	start := i
	switch form(i) {
	case "late", "early", "earlier", "later":
		i++
	}
	switch form(i) {
	case "on":
		if dayName(form(i + 1)) {
			return i + 2
		}
	case "last", "this":
		switch form(i + 1) {
		case "week", "month", "year", "weekend", "summer", "autumn", "winter", "spring":
			return i + 2
		}
	default:
		if dayName(form(i)) && start == i && i > 0 && (capital(form(i-1)) || len(form(i-1)) > 5) { // not "on Monday"
			return i + 1
		}
	}
	return start
}

// pastForm holds for words that are most likely the past of a verb.
func pastForm(form string) bool {
	if len(form) > 4 && strings.HasSuffix(form, "ed") && form[0] >= 'a' {
		return !strings.HasSuffix(form, "eed") || form == "agreed"
	}
	switch form {
	case "did", "put", "cut", "let", "left", "saw", "became", "felt", "found", "set", "hit":
		return true
	}
	return pastOnly(form)
}

// subjectBefore reports whether the words before token i, as far as their clause goes, are a name or a noun without a verb.
func (s *Sentence) subjectBefore(i int) bool {
	for k := i - 1; k >= 0; k-- {
		f := s.Tokens[k].Form
		switch f {
		case ",", ";", ":", "(", "\"", "-", "as", "after", "while", "because", "when":
			return k < i-1
		case "that", "and", "but", "who", "which":
			return true
		case "is", "was", "are", "were", "been", "be", "being", "has", "had", "have", "will", "would", "not", "n't":
			return false
		}
		if pastForm(f) || k < i-1 && dayName(f) {
			return false
		}
	}
	return true
}

// putBack gives what the network has not seen its place in the tree: the day when somebody did what he did.
func (s *Sentence) putBack(all []aside) {
	for _, a := range all {
		if a.Apart || a.Front {
			continue
		}
		if t := &s.Tokens[a.First]; t.Form == "," {
			t.UPOS, t.XPOS, t.Rel, t.Head = "PUNCT", ",", "punct", a.First+1
			if s.Tokens[a.First-1].Rel == "flat" || capital(s.Tokens[a.First-1].Form) { // behind the name
				t.Head = s.nameHead(a.First - 1)
			}
			continue
		}
		verb := a.Last
		if a.First == 0 {
			verb = max(s.rootAmong(a.Last, len(s.Tokens)), a.Last)
		}
		if t := &s.Tokens[verb]; (t.UPOS == "AUX" || t.Rel == "amod" || t.UPOS == "ADV") && t.Head >= 0 {
			verb = t.Head
		}
		noun := a.Last - 1
		for k := a.First; k < noun; k++ {
			t := &s.Tokens[k]
			t.Head = noun
			switch strings.ToLower(t.Form) {
			case "on":
				t.UPOS, t.XPOS, t.Rel = "ADP", "IN", "case"
			case "this":
				t.UPOS, t.XPOS, t.Rel = "DET", "DT", "det"
			case "last":
				t.UPOS, t.XPOS, t.Rel = "ADJ", "JJ", "amod"
			default:
				t.UPOS, t.XPOS, t.Rel = "ADV", "RB", "advmod"
			}
		}
		t := &s.Tokens[noun]
		t.UPOS, t.XPOS, t.Rel, t.Head = "NOUN", "NN", "obl", verb
		if dayName(t.Form) {
			t.UPOS, t.XPOS = "PROPN", "NNP"
		}
		if s.child(noun, "case") < 0 {
			t.Rel = "obl:unmarked"
		}
	}
}
