package actor

import (
	"strings"
	"unicode"

	"github.com/entente-kg/entente/extract/text"
	"github.com/entente-kg/entente/schema"
)

// beginsName reports whether word i can be the first of a name nobody knows.
func (r *reading) beginsName(i int) bool {
	if i >= len(r.ws) {
		return false
	}
	w := &r.ws[i]
	if _, ok := pronoun(w.low); ok && r.familyName(i) {
		return true
	}
	if !w.cap {
		return particle(w.low) && w.low != "e" && w.low != "y" && r.capAfter(i)
	}
	if partisan(w.low) {
		return false
	}
	if w.determiner() != bare || r.heads.other[w.low] && !r.namedAfterMonth(i) && !r.halfAt(i) && !r.sideOf(i) || w.status() && r.leadsOn(i+1) {
		return false
	}
	switch w.tag {
	case "PROPN", "X":
		return true
	case "":
		return !w.start || r.nameLater(w)
	case "NOUN", "ADJ", "VERB":
		if w.start && r.capAt(i+1) && r.lex.given(w.form) != unknownGender {
			return true
		}
		if w.start && w.tag != "VERB" && r.capAt(i+1) && !r.knownAt(i+1) && !r.headline {
			return true // "Agnes Callamard", mistagged
		}
		// A capital inside a sentence is a name, whatever the tagger says, unless all its neighbours have one too.
		return !w.start && !r.headline || r.nameLater(w) && w.tag != "VERB"
	}
	return w.upper && !r.headline && i > 0 && r.ws[i-1].form == "("
}

// partisan reports whether the word says whose side somebody is on: it begins no
// name of a person, and those of parties are told by their last word.
func partisan(low string) bool {
	switch low {
	case "republican", "democratic", "democrat", "libertarian", "conservative", "emeritus":
		return true
	}
	return false
}

// namedAfterMonth reports whether a month begins a person's name: "April Brun", not
// "in April Brun resigned".
func (r *reading) namedAfterMonth(i int) bool {
	switch r.ws[i].low {
	case "april", "may", "june", "august":
	default:
		return false
	}
	if i > 0 && r.ws[i-1].cap {
		if _, ok := honorific(r.ws[i-1].low); ok || r.look(i-1).offices > 0 {
			return true // "Mrs May", "Prime Minister May"
		}
	}
	if r.surnames[r.ws[i].low] && !r.dated(i) {
		return true // "May told", in an article about Theresa May
	}
	return r.capAt(i+1) && !r.knownAt(i+1) && !r.capAt(i+2) && (i == 0 || r.onePerson(i, i+1) && !prepositional(r.ws[i-1].low) || r.ws[i-1].tag == "VERB")
}

// dated reports whether the words around a month say that it is one: "in May", "early May", "May 12".
func (r *reading) dated(i int) bool {
	if i+1 < len(r.ws) && r.ws[i+1].form != "" && r.ws[i+1].form[0] >= '0' && r.ws[i+1].form[0] <= '9' {
		return true
	}
	if i == 0 {
		return false
	}
	before := r.ws[i-1].form
	switch r.ws[i-1].low {
	case "in", "since", "until", "till", "last", "next", "this", "early", "late", "mid", "-", "through", "during", "of":
		return true
	}
	return before != "" && before[0] >= '0' && before[0] <= '9'
}

// nameLater reports whether the word, seen with a capital only where every word
// has one, is a name elsewhere in the article, or goes on as one here.
func (r *reading) nameLater(w *word) bool {
	return r.capitals[w.low] || r.lex.given(w.form) != unknownGender || len(w.low) > 4 && (r.capitals[schema.NameKey(w.low)] || len(r.lex.table.Surname(w.form)) > 0)
}

func (r *reading) capAt(i int) bool { return i < len(r.ws) && r.ws[i].cap }

// capAfter reports whether a capital follows word i, with at most two particles
// and hyphens between.
func (r *reading) capAfter(i int) bool {
	for j := i + 1; j < len(r.ws) && j <= i+3; j++ {
		w := &r.ws[j]
		if w.cap {
			return w.determiner() == bare
		}
		if !particle(w.low) && !(w.form == "-" && w.glued) {
			return false
		}
	}
	return false
}

// unknownName reads the run of capitals at word i up to the next thing the
// lexicon knows.
func (r *reading) unknownName(i int) (piece, bool) {
	end := i + 1
	for end < len(r.ws) {
		next, ok := r.continues(end)
		if !ok {
			break
		}
		end = next
	}
	p := piece{kind: namePiece, first: i, last: end}
	p.guess, p.sure = r.guess(i, end)
	if p.guess == nothing {
		return piece{last: end}, false
	}
	if end == i+1 && !r.ws[i].cap || r.portfolioOf(i, end) {
		return piece{}, false
	}
	return p, true
}

// portfolioOf reports whether the words only say what the office after them is
// for: "Education Secretary".
func (r *reading) portfolioOf(i, end int) bool {
	if end >= len(r.ws) || r.look(end).offices+r.look(end).agents == 0 {
		return false
	}
	if end-i > 1 && r.ws[i].status() {
		i++ // "Federal Science Minister"
	}
	for ; i < end; i++ {
		if !r.heads.portfolio[r.ws[i].low] && !r.ws[i].and() {
			return false
		}
	}
	return true
}

// continues reports whether the name that reached word i goes on, and to where.
func (r *reading) continues(i int) (int, bool) {
	w := &r.ws[i]
	switch {
	case w.form == "-" && w.glued && i+1 < len(r.ws) && r.ws[i+1].glued && wordy(rune(r.ws[i+1].form[0])):
		return i + 2, true
	case w.form == "." && w.glued && len(r.ws[i-1].form) == 1:
		return i + 1, true
	case !w.cap:
		return i + 1, particle(w.low) && r.capAfter(i)
	case w.determiner() != bare || w.possessive() || postnominal(w.form):
		return 0, false
	}
	if r.knownAt(i) {
		l := r.look(i)
		title := l.names == 0 && l.offices+l.agents > 0
		return i + 1, l.names == 1 && r.insideName(i) || title && !r.capAt(i+1) && r.onePerson(i-1, i)
	}
	return i + 1, true
}

// postnominal reports whether letters after a name say what its bearer has been
// made, and are no part of it: "Petru Vasile QC".
func postnominal(form string) bool {
	switch form {
	case "QC", "KC", "SC", "MP", "MEP", "OBE", "CBE", "MBE", "KBE", "PhD", "MD", "Esq":
		return true
	}
	return false
}

// onePerson reports whether the name tagger has both words in one person's
// name: "Dayton King".
func (r *reading) onePerson(i, j int) bool {
	for _, n := range r.s.Names {
		if n.Type == text.PER && n.First <= i && j < n.Last {
			return true
		}
	}
	return false
}

// insideName reports whether the known word i only ends a personal name:
// "Michael Jordan". The word before must be a given name or an initial.
func (r *reading) insideName(i int) bool {
	before := &r.ws[i-1]
	if particle(r.ws[i].low) && r.capAt(i+1) {
		return true // "Nguyen Van Tai"
	}
	return len(before.form) <= 2 || particle(before.low) || r.lex.given(before.form) != unknownGender
}

// nothing is the guess for a name that is certainly no actor: a day, a treaty, a prize.
const nothing schema.Kind = "nothing"

// guess says what an unknown name is, from its words and the name tagger.
// It is sure when the words say so.
func (r *reading) guess(first, last int) (kind schema.Kind, sure bool) {
	end := r.ws[last-1].low
	switch {
	case last-first == 1 && r.namedAfterMonth(first):
		return schema.Person, true
	case christened(r.ws[first].low) && last-first > 1 || model(r.ws[first:last]):
		return nothing, true
	case r.heads.org[end] || r.heads.corporate[end]:
		return schema.Organisation, last-first > 1
	case (r.heads.place[end] || landmark(r.ws[first].low)) && last-first > 1:
		return schema.Place, true
	case r.heads.thing[end] || last-first > 1 && r.heads.leading[r.ws[first].low]:
		return nothing, true
	}
	tag, given := r.tagged(first, last), r.ws[first].low
	if last-first == 1 {
		switch w := &r.ws[first]; {
		case initials(w.form), postnominal(w.form):
			return nothing, true
		case strings.HasSuffix(w.low, "ists") && len(w.low) > 6 && w.tag != "VERB":
			return schema.Group, true // "Maoists"
		case tag == schema.Person && w.upper && len(w.form) > 2 && !r.headline && !r.surnames[w.low]:
			return schema.Organisation, false
		}
	}
	switch {
	case last-first > 1 && (r.lex.given(r.ws[first].form) != unknownGender || len(given) <= 2 && given[len(given)-1] == '.'):
		return schema.Person, false
	case tag != "":
		return tag, false
	case last-first == 1 && r.ws[first].upper && len(given) >= 3 && !r.headline:
		return schema.Organisation, false
	}
	return "", false
}

// initials reports whether a word is letters with points: "A.M.", "N.M.".
func initials(form string) bool {
	if len(form) < 4 || len(form)%2 != 0 {
		return false
	}
	for i := 0; i < len(form); i += 2 {
		if form[i] < 'A' || form[i] > 'Z' || form[i+1] != '.' {
			return false
		}
	}
	return true
}

// landmark reports whether the word begins the name of a place.
func landmark(low string) bool {
	switch low {
	case "mount", "mt", "mt.", "cape", "lake", "fort", "isle", "loch", "wadi", "tell":
		return true
	}
	return false
}

// christened reports whether the word begins the name given to a storm or an operation.
func christened(low string) bool {
	switch low {
	case "operation", "exercise", "hurricane", "typhoon", "cyclone", "tropical", "storm", "project", "flight", "apollo", "camp", "highway", "route", "runway":
		return true
	}
	return false
}

// model reports whether the words name a type of machine: "F-16", "KC-135".
func model(ws []word) bool {
	digit := func(s string) bool { return s[0] >= '0' && s[0] <= '9' }
	if n := len(ws); n > 1 && strings.ContainsFunc(ws[n-1].form, unicode.IsDigit) && strings.ContainsFunc(ws[n-1].form, unicode.IsUpper) {
		return true // "Volvo XC90"
	}
	return len(ws) > 2 && len(ws[0].form) <= 3 && ws[0].form == strings.ToUpper(ws[0].form) && ws[1].form == "-" && digit(ws[2].form)
}

// tagged returns what the name tagger calls a span that overlaps [first, last).
func (r *reading) tagged(first, last int) schema.Kind {
	for _, n := range r.s.Names {
		if n.First >= last || n.Last <= first {
			continue
		}
		switch n.Type {
		case text.PER:
			return schema.Person
		case text.ORG:
			return schema.Organisation
		case text.LOC:
			return schema.Place
		}
	}
	return ""
}

// orgEnd returns where an organisation's name that begins at word i ends, read
// from its head noun alone: "Andean Trade Commission", "Ministry of Health".
// It returns i when there is none.
func (r *reading) orgEnd(i int) int {
	if w := &r.ws[i]; !w.cap || r.headline || w.determiner() != bare || w.start && w.tag == "VERB" && strings.HasSuffix(w.low, "ed") && !r.nameLater(w) {
		return i
	}
	end := i
	for j := i; j < len(r.ws) && r.inOrgName(i, j); j++ {
		if w := &r.ws[j]; r.heads.org[w.low] && w.cap {
			if tail := r.orgTail(j + 1); tail > j+1 {
				return tail
			}
			if j > i {
				end = j + 1
			}
		}
	}
	return end
}

// inOrgName reports whether word j can stand before the head noun of an
// organisation's name that began at word i.
func (r *reading) inOrgName(i, j int) bool {
	w := &r.ws[j]
	if !w.cap {
		return w.and() && r.capAt(j+1) && r.heads.portfolio[r.ws[j-1].low] || w.form == "-" && w.glued
	}
	if w.start && r.heads.other[w.low] {
		return false
	}
	l := r.look(j)
	if l.offices > 0 && !r.heads.org[w.low] {
		return false
	}
	return l.names == 0 || l.name.class != personClass && !(j > i && l.names > 1)
}

// orgTail returns the end of "of Foreign Affairs and Trade" at word i, or i.
func (r *reading) orgTail(i int) int {
	if i+1 >= len(r.ws) {
		return i
	}
	switch r.ws[i].low {
	case "of", "for", "on":
	default:
		return i
	}
	j := i + 1
	if r.ws[j].low == "the" {
		j++
	}
	if !r.capAt(j) || r.heads.other[r.ws[j].low] || r.heads.thing[r.ws[j].low] {
		return i
	}
	for j < len(r.ws) {
		w := &r.ws[j]
		switch {
		case w.cap && (r.heads.portfolio[w.low] || !r.namesPerson(j)):
			j++
		case w.form == "," && r.capAt(j+1) && r.heads.portfolio[r.ws[j+1].low] && r.heads.portfolio[r.ws[j-1].low]:
			j++
		case (w.and() || w.low == "of" || w.low == "in" || w.low == "for") && r.capAt(j+1) && (r.heads.portfolio[r.ws[j+1].low] || w.low == "of"):
			j++
		case w.and() && r.capAt(j+1) && r.look(j+1).names == 0 && discipline(r.ws[r.capsEnd(j+1)-1].low):
			j = r.capsEnd(j + 1) // "Society for Biochemistry and Molecular Biology"
		case w.form == "-" && w.glued:
			j++
		default:
			return j
		}
	}
	return j
}

// discipline reports whether a word looks like the name of a field of knowledge.
func discipline(low string) bool {
	for _, end := range [...]string{"ology", "istry", "graphy", "nomy", "ics", "ture", "tion", "ment", "cience", "hood", "edicine"} {
		if strings.HasSuffix(low, end) {
			return true
		}
	}
	return false
}

// namesPerson reports whether a person's name or title begins at word i.
func (r *reading) namesPerson(i int) bool {
	switch l := r.look(i); {
	case l.names > 0:
		return l.name.class == personClass
	case l.offices > 0:
		return true
	}
	return r.lex.given(r.ws[i].form) != unknownGender && r.capAt(i+1)
}
