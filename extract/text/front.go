package text

import "strings"

// front is the comma behind a phrase that begins the sentence and that the network is apt to run together with the names behind it:
// "In a speech on Monday, Peru, Chile and Bolivia agreed", "A day after talks with Lind, Berg left"; 0 where there is none.
func (s *Sentence) front() int {
	if !beginsFront(s.Tokens[0].Form) {
		return 0
	}
	comma, deed := 1, false
	for comma < len(s.Tokens) && s.Tokens[comma].Form != "," {
		f, before := s.Tokens[comma].Form, s.Tokens[comma-1].Form
		switch told := isAuxiliary(f) || pastForm(f) && !s.participleAt(comma, 1); {
		case told && comma > 1 && s.afterOpens(comma):
			deed = true
		case told || f == "\"" || f == ":":
			return 0
		case comma < 4 && strings.HasSuffix(f, "ing") && isBeforeOrAfter(before), (f == "with" || f == "between") && isTalkNoun(strings.TrimSuffix(before, "s")):
			deed = true
		}
		comma++
	}
	last := s.Tokens[comma-1].Form
	name := capital(last) && !dayName(last) && !monthName(last) // "In Lima, Peru" may be one place
	if subject := s.subjectBehind(comma); subject > 0 && (deed || comma > 2 && (subject > 1 || !name)) {
		return comma
	}
	if comma > 12 || name || !s.listBehind(comma) {
		return 0
	}
	return comma
}

// beginsFront holds for the words with which a phrase of time, place or circumstance begins a sentence.
func beginsFront(form string) bool {
	switch form {
	case "In", "On", "At", "After", "Before", "During", "Under", "Despite", "Amid", "With", "By", "For", "Since", "Until", "Within", "Following", "A", "Two", "Three",
		"Hours", "Days", "Weeks", "Months", "Years", "Last", "This", "Earlier", "Later", "Ahead", "Prior", "Shortly", "Immediately", "Just", "Soon":
		return true
	}
	return false
}

// listBehind reports whether names with commas and "and" between them stand behind the comma: ", Peru, Chile and Bolivia".
func (s *Sentence) listBehind(comma int) bool {
	k := comma + 1
	for k < len(s.Tokens) && capital(s.Tokens[k].Form) {
		k++
	}
	if k == comma+1 || k+1 >= len(s.Tokens) || s.Tokens[k].Form != "," || !capital(s.Tokens[k+1].Form) {
		return false
	}
	for k++; k < len(s.Tokens) && (capital(s.Tokens[k].Form) || s.Tokens[k].Form == "," && capital(s.Tokens[k-1].Form)); k++ {
	}
	return k+1 < len(s.Tokens) && s.Tokens[k].Form == "and" && (capital(s.Tokens[k+1].Form) || s.Tokens[k+1].Form == "the")
}

// afterOpens reports whether a clause with "after" or "before" begins the sentence, before token end: "A day after Peru left".
func (s *Sentence) afterOpens(end int) bool {
	for k := 0; k < end && k < 4; k++ {
		switch s.Tokens[k].Form {
		case "after", "before", "After", "Before":
			return capital(s.Tokens[k+1].Form) && k+1 < end
		}
	}
	return false
}

// isBeforeOrAfter holds for the prepositions behind which a gerund tells what was done before or next.
func isBeforeOrAfter(form string) bool {
	switch form {
	case "After", "Before", "after", "before", "Following", "to":
		return true
	}
	return false
}

// subjectBehind is how many words of names, a nationality and a noun, or a name "and the rebels", stand between the comma and a verb:
// 1 in "After talks with Lind, Berg left"; 0 where something else does.
func (s *Sentence) subjectBehind(comma int) int {
	k := comma + 1
	for k < len(s.Tokens) && k < comma+18 && (capital(s.Tokens[k].Form) || (s.Tokens[k].Form == "and" || s.Tokens[k].Form == "-") && k > comma+1 || isNameParticle(s.Tokens[k].Form)) {
		k++
	}
	if k == comma+1 || k+1 >= len(s.Tokens) {
		return 0
	}
	if s.Tokens[k-1].Form == "and" && s.Tokens[k].Form == "the" {
		k++
	}
	if f := s.Tokens[k].Form; !isAuxiliary(f) && !pastForm(f) {
		k++
	}
	if !isAuxiliary(s.Tokens[k].Form) && !pastForm(s.Tokens[k].Form) {
		return 0
	}
	return k - comma - 1
}
