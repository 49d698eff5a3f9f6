package text

import "strings"

// standIns are the surnames that the network is shown for those of a document: it knows them, where it takes a "Blinken" that
// it has not seen for an adjective, and a "Rice" that it has for food.
var standIns = [...]string{"Johnson", "Clinton", "Thompson", "Peterson", "Robinson", "Anderson", "Harrison", "Williams"}

// findSurnames collects the last words of names behind a title or an office, "Secretary of State Antony Blinken", "his
// counterpart, Sergey Lavrov", and the first word where only that stands alone elsewhere, as in "Xi Jinping".
func (d *Document) findSurnames() {
	d.surnames = nil
	alone := map[string]bool{}
	for i := range d.Sentences {
		s := &d.Sentences[i]
		for j := range s.Tokens {
			if s.standsAlone(j) {
				alone[s.Tokens[j].Form] = true
			}
		}
	}
	for i := range d.Sentences {
		s := &d.Sentences[i]
		for j := 0; j+1 < len(s.Tokens); j++ {
			first, last := s.nameBehindTitle(j)
			if last == first || last-first == 1 && !addresses(s.Tokens[j].Form) {
				continue
			}
			if name := s.Tokens[last-1].Form; alone[name] {
				d.standIn(name)
			} else if name := s.Tokens[first].Form; alone[name] {
				d.standIn(name)
			}
			j = last - 1
		}
	}
}

func (d *Document) standIn(name string) {
	if d.surnames == nil {
		d.surnames = map[string]string{}
	}
	if d.surnames[name] == "" && !monthName(name) && !functionWord(strings.ToLower(name)) {
		d.surnames[name] = standIns[len(d.surnames)%len(standIns)]
	}
}

// functionWord holds for small words that begin sentences and are no names.
func functionWord(low string) bool {
	switch low {
	case "in", "on", "at", "to", "of", "by", "as", "an", "a", "i", "is", "it", "he", "we", "my", "us", "so", "no", "do", "go", "if", "or", "up", "be":
		return true
	}
	return len(low) > 2 && !bareNoun(low) && low != "may" && low != "long" && low != "early" && low != "ford" && !strings.HasSuffix(low, "ly") && !strings.HasSuffix(low, "ing") && !pastForm(low)
}

// standsAlone reports whether token i is a capitalised word between words without a capital.
func (s *Sentence) standsAlone(i int) bool {
	if !isCapitalised(s.Tokens[i].Form) {
		return false
	}
	if i > 0 {
		before := s.Tokens[i-1].Form
		if opening := i == 1 && !bareNoun(strings.ToLower(before)); isCapitalised(before) && !opening || joinsName(before) { // "As Berg landed"
			return false
		}
	}
	return i+1 == len(s.Tokens) || !isCapitalised(s.Tokens[i+1].Form) && !joinsName(s.Tokens[i+1].Form)
}

// addresses holds for the titles behind which a surname alone may stand.
func addresses(form string) bool {
	switch form {
	case "President", "Minister", "Chancellor", "Secretary", "Senator", "Sen.", "Rep.", "Gov.", "Governor", "Mr", "Mr.", "Mrs", "Mrs.", "Ms", "Ms.", "Dr", "Dr.", "Gen.", "Premier":
		return true
	}
	return false
}

// isSubject reports whether the name at token i stands before a verb that shows tense, an adverb between them or none, and
// behind no preposition.
func (s *Sentence) isSubject(i int) bool {
	if i > 0 {
		switch s.Tokens[i-1].Form {
		case "to", "of", "with", "by", "for", "from", "in", "at", "on", "about", "against", "like", "under", "over", "between", "near", "'s":
			return false
		}
	}
	v := i + 1
	if v < len(s.Tokens) && (s.Tokens[v].Form == "also" || s.Tokens[v].Form == "then" || s.Tokens[v].Form == "later" || strings.HasSuffix(s.Tokens[v].Form, "ly")) {
		v++
	}
	return v < len(s.Tokens) && (isAuxiliary(s.Tokens[v].Form) || pastForm(s.Tokens[v].Form))
}

// joinsName holds for what may stand within a name.
func joinsName(form string) bool {
	return form == "-" || form == "." || form == "the" || form == "The" || isNameParticle(form)
}

// nameBehindTitle is the run of capitalised words behind the title or office at token i, a comma between them or none;
// equal numbers for none.
func (s *Sentence) nameBehindTitle(i int) (first, last int) {
	form := s.Tokens[i].Form
	switch {
	case isOffice(form):
	case isTitle(form), addresses(form):
	case form == "State" && i > 1 && s.Tokens[i-1].Form == "of" && s.Tokens[i-2].Form == "Secretary":
	default:
		return 0, 0
	}
	first = i + 1
	if s.Tokens[first].Form == "," {
		first++
	}
	last = first
	for last < len(s.Tokens) && last < first+5 {
		f := s.Tokens[last].Form
		if !isCapitalised(f) && (last == first || !isNameParticle(f)) || isTitle(f) || dayName(f) || monthName(f) {
			break
		}
		last++
	}
	return first, last
}

// isTitle holds for the words with a capital that stand before a name.
func isTitle(form string) bool {
	if form == "" || !capital(form) {
		return false
	}
	switch low := strings.ToLower(form); low {
	case "sen.", "rep.", "gov.", "gen.", "lt.", "col.", "senator", "representative", "congressman", "congresswoman", "sheikh", "ayatollah", "pope", "rev.", "archbishop", "cardinal", "sir", "lord", "lady",
		"dr.", "dr", "admiral", "colonel", "captain", "field", "justice", "princess", "duke", "crown", "vice", "prime", "foreign", "defense", "defence":
		return true
	default:
		return isOffice(low)
	}
}
