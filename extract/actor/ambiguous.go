package actor

import (
	"strings"

	"github.com/entente-kg/entente/schema"
)

// settle chooses what a capital stands for where the article tells: not Victoria's
// islands when it never speaks of them, and the union rather than Belgium.
func (r *reading) settle(e *entry) {
	if e.class != placeClass || e.actor == nil {
		return
	}
	switch {
	case e.rival != nil && !r.speaksOf(e.actor.Country):
		e.actor, e.place = nil, e.rival
	case e.actor.Country == "BEL" && !r.speaksOf("BEL"):
		e.actor = r.lex.table.Actor("actor:european-union")
	}
}

// speaksOf reports whether the text has the name of a country, or its adjective.
func (r *reading) speaksOf(code string) bool {
	c, ok := r.lex.table.Country(code)
	return ok && (strings.Contains(r.doc.Text, c.Name) || c.Adjective != "" && strings.Contains(r.doc.Text, c.Adjective))
}

// familyName reports whether "He" is the family name of a known person: "He Lifeng".
func (r *reading) familyName(i int) bool {
	if !r.ws[i].cap || !r.capAt(i+1) {
		return false
	}
	l := r.look(i)
	return l.names > 1 && l.name.class == personClass || i > 0 && r.ws[i-1].cap && r.titled(i) && !r.knownAt(i+1)
}

// titled reports whether a title ends right before word i.
func (r *reading) titled(i int) bool {
	return len(r.pieces) > 0 && r.pieces[len(r.pieces)-1].last == i && r.pieces[len(r.pieces)-1].personal()
}

// throned reports whether a title that is only ever put before a name makes a
// known ruler of what is a place elsewhere: "Emir Sabah", "Sheikh Sabah".
func (r *reading) throned(i int) bool {
	if i == 0 || !r.ws[i-1].cap || len(r.lex.surname(r.ws[i].form, r.day)) == 0 {
		return false
	}
	switch r.ws[i-1].low {
	case "king", "queen", "emir", "sultan", "sheikh", "shaikh", "prince", "princess", "emperor":
		return true
	}
	return false
}

// paper returns the end of a newspaper's name that begins with a place after "the",
// or i: "the Las Vegas Sun".
func (r *reading) paper(i int, l *look) int {
	j := i + l.names
	if l.names == 0 || l.name.place == nil || i == 0 || r.ws[i-1].low != "the" || !r.capAt(j) || r.headline || r.capAt(j+1) {
		return i
	}
	switch r.ws[j].low {
	case "sun", "star", "globe", "mail", "independent", "observer", "chronicle", "gazette", "examiner", "journal", "courier", "telegraph", "inquirer",
		"mirror", "dispatch", "herald", "tribune", "times", "post", "express", "news", "leader", "advertiser", "sentinel":
		return j + 1
	}
	return i
}

// namedAfter returns the end of a body called after the person whose known name
// begins at word i, or i: "Queen Elizabeth Hospital".
func (r *reading) namedAfter(i int, l *look) int {
	j := i + l.names
	if l.names < 2 || l.name.class != personClass || !r.capAt(j) || r.headline {
		return i
	}
	switch r.ws[j].low {
	case "hospital", "university", "college", "school", "institute", "foundation", "centre", "center", "library", "museum", "academy", "theatre", "mosque", "brigade", "brigades":
		return j + 1
	}
	return i
}

// ofAPeople reports whether the noun for one of a people only qualifies what
// follows: "a Kashmiri shawl", "the Yazidi Museum".
func (r *reading) ofAPeople(i int, a *agent) bool {
	if a.plural || !aPeople(a.lemma) || i+1 >= len(r.ws) {
		return false
	}
	switch r.ws[i+1].tag {
	case "NOUN", "PROPN", "ADJ":
		return true
	}
	return r.capAt(i + 1)
}

// brands reports whether a noun for a body begins a name of two words here: "Network
// Partners", as no article stands before it.
func (r *reading) brands(i int, a *agent) bool {
	if !r.ws[i].cap || a.plural || a.kind == schema.Person && a.lemma != "child" || r.headline || !r.capAt(i+1) || r.capAt(i+2) || r.knownAt(i+1) || i > 0 && r.ws[i-1].determiner() != bare {
		return false
	}
	return !bodyNoun(a.lemma) || a.lemma == "network" || a.lemma == "group"
}
