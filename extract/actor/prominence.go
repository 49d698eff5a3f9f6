package actor

import "strings"

// What makes an article be about somebody, beside each time he is named.
const (
	inTheTitle = 3
	inTheLead  = 2
	justNamed  = 3 // in this sentence; one less for each sentence since
)

// weigh counts how often the article names each entity, and where.
func (r *reading) weigh() {
	title := formOf(r.art.Title)
	for i := range r.clauses {
		for k := range r.clauses[i].phrases {
			ph := &r.clauses[i].phrases[k]
			if len(ph.who) != 1 || !ph.named() {
				continue
			}
			ph.who[0].weight++
			if i == 0 {
				ph.who[0].weight += inTheLead
			}
		}
	}
	for _, e := range r.byID {
		if len(e.forms) > 0 && len(title) > 0 && titled(title, e.forms[0]) {
			e.weight += inTheTitle
		}
	}
}

// titled reports whether a title has the last word of a name, or its first where
// family names come first.
func titled(title, name form) bool {
	all := " " + strings.Join(title, " ") + " "
	return len(name) > 0 && (strings.Contains(all, " "+name[len(name)-1]+" ") || strings.Contains(all, " "+name[0]+" "))
}

// nearness says how likely the article speaks of e again: how much it is about
// him, and how lately it named him.
func (r *reading) nearness(e *entity) int {
	if e.last.sent < 0 {
		return e.weight
	}
	return e.weight + max(0, justNamed-(r.at-e.last.sent))
}

// nearer reports whether a bare role or surname is rather e's than that of the one found so far.
func (r *reading) nearer(found, e *entity) bool {
	if a, b := r.nearness(found), r.nearness(e); a != b {
		return a < b
	}
	return found.last.before(e.last)
}
