package actor

import "strings"

// arm reports whether a name is only a nationality and what its state acts
// through: "the Nigerian Army".
func (r *reading) arm(i, end int) bool {
	l := r.look(i)
	if l.names == 0 || i+l.names >= end || l.name.class != demonymClass && l.name.class != stateClass {
		return false
	}
	next := r.look(i + l.names)
	return next.agents == end-i-l.names && (next.agent.state || mission(next.agent.lemma))
}

// othersBody reports whether the nationality before a known body's name says that it
// is another's of the same name: the Norwegian Labour Party is not Britain's.
func (r *reading) othersBody(i int, e *entry) bool {
	if e.class != orgClass || len(r.pieces) == 0 || !e.domestic() && !r.looselyNamed(i, e) {
		return false
	}
	p := &r.pieces[len(r.pieces)-1]
	gap := i - p.last
	if gap != 0 && !(gap == 1 && r.ws[p.last].possessive()) || !p.known(demonymClass) && !p.known(stateClass) {
		return false
	}
	return p.country() != e.actor.Country && !strings.HasPrefix(e.actor.Name, r.lex.adjective(e.actor.Country)+" ")
}

// looselyNamed reports whether several words that are no part of a body's own name
// stand for it: "Arab coalition" for the Saudi-led one.
func (r *reading) looselyNamed(i int, e *entry) bool {
	words := r.ws[i : i+r.look(i).names]
	if len(words) < 2 {
		return false
	}
	name := " " + lower(e.actor.Name) + " "
	for k := range words {
		if !strings.Contains(name, " "+words[k].low+" ") {
			return true
		}
	}
	return false
}

// domestic reports whether a body is a state's own party, parliament, court or office.
func (e *entry) domestic() bool {
	if !isState(e.actor.Country) {
		return false
	}
	for _, s := range e.actor.Sectors {
		switch s {
		case "GOV", "PTY", "LEG", "JUD", "MIL", "COP", "SPY":
			return true
		}
	}
	return false
}

// adjectival reports whether a noun for people is an adjective at the head of many
// names: "National Geographic", "General Motors".
func adjectival(low string) bool {
	switch low {
	case "national", "general", "republican", "democrat", "conservative", "liberal", "catholic", "muslim", "christian", "orthodox", "military", "marine", "officer":
		return true
	}
	return false
}
