package event

import (
	"slices"
	"strings"

	"github.com/entente-kg/entente/extract/text"
	"github.com/entente-kg/entente/schema"
)

// Discard is a match that is no event after all, and why.
type Discard struct {
	Event schema.Event
	Rule  string // ID of the discard rule
	Why   string
}

// compiledDiscard is a discard rule with its words as sets.
type compiledDiscard struct {
	*DiscardRule
	words, unless map[string]bool
}

// discard returns the first discard rule that throws the match out, or nil.
func (p *page) discard(t *tree, m *match) *DiscardRule {
	rel := schema.RelationNamed(m.rule.Relation)
	for i := range p.lex.discards {
		d := &p.lex.discards[i]
		if len(d.Only) > 0 && !slices.Contains(d.Only, rel.Root) && !slices.Contains(d.Only, rel.Name) {
			continue
		}
		if (inSectors(m, d.Sectors) || p.holdsWord(t, m, d, d.words)) && !p.holdsWord(t, m, d, d.unless) {
			return d.DiscardRule
		}
	}
	return nil
}

// private reports whether nobody in the event is anybody to public life: no
// known actor, no country, no office, no sector. Two unknown names at odds are
// mostly athletes, neighbours or machines; but not when they do what only
// states and those who run them do, nor in an article about such people.
func (p *page) private(e *schema.Event) bool {
	if p.lex.ofState[e.Relation] || p.official() {
		return false
	}
	return p.none(e, func(a *schema.Actor) bool {
		return len(a.Sectors) > 0 || a.Kind == schema.Group || p.public(a)
	})
}

// everyday reports whether people without a name, a country and an office deal
// with their like as everybody does every day: doctors speak with children.
// What they do to each other by force is news.
func (p *page) everyday(e *schema.Event) bool {
	return p.lex.ofLife[strings.ToLower(e.Root)] && !p.lex.ofState[e.Relation] && p.none(e, func(a *schema.Actor) bool {
		return p.inOffice(a) || p.public(a) || slices.ContainsFunc(strings.Fields(strings.ToLower(a.Name)), func(w string) bool { return p.lex.powers[w] })
	})
}

// none reports whether no participant of an event is known, of a country, or
// somebody by a further test.
func (p *page) none(e *schema.Event, somebody func(*schema.Actor) bool) bool {
	for _, side := range [][]schema.Participant{e.Actors, e.Recipients} {
		for i := range side {
			if a := &side[i].Actor; a.Known || a.Country != "" || a.Kind == schema.State || somebody(a) {
				return false
			}
		}
	}
	return true
}

func (p *page) inOffice(a *schema.Actor) bool {
	return slices.ContainsFunc(a.Sectors, func(s string) bool { return p.lex.offices[strings.ToLower(s)] })
}

// official reports whether the article names anybody who holds, held or fights
// for an office.
func (p *page) official() bool {
	for _, sentence := range p.mentions {
		for i := range sentence {
			for _, a := range sentence[i].Actors {
				if a.Kind != schema.State && p.inOffice(a) {
					return true
				}
			}
		}
	}
	return false
}

// public reports whether the name of a body nobody knows says that it is one of
// the state's: "Department of Education".
func (p *page) public(a *schema.Actor) bool {
	return a.Kind == schema.Organisation && slices.ContainsFunc(strings.Fields(strings.ToLower(a.Name)), func(w string) bool { return p.lex.public[w] })
}

// maxScare is the length in tokens of a quotation that is a figure of speech
// rather than somebody's sentence.
const maxScare = 3

// scareQuoted reports whether the event noun stands alone in quotation marks:
// the "invasion" of a market.
func (t *tree) scareQuoted(m *match) bool {
	if m.noun < 0 || m.noun != m.verb {
		return false
	}
	left, right := m.noun-1, m.noun+1
	for left >= 0 && m.noun-left < maxScare && !quoteMark(t.Tokens[left].Form) {
		left--
	}
	for right < len(t.Tokens) && right-m.noun < maxScare && !quoteMark(t.Tokens[right].Form) {
		right++
	}
	return left >= 0 && right < len(t.Tokens) && quoteMark(t.Tokens[left].Form) && quoteMark(t.Tokens[right].Form) && right-left <= maxScare+1
}

func quoteMark(s string) bool { return s == "\"" || s == "''" || s == "``" || s == "'" }

// holdsWord reports whether one of the words stands within the rule's range.
func (p *page) holdsWord(t *tree, m *match, d *compiledDiscard, words map[string]bool) bool {
	if len(words) == 0 {
		return false
	}
	switch d.Within {
	case "sentence":
		return hasWord(t.Sentence, words)
	case "article":
		for i := range p.doc.Sentences {
			if hasWord(&p.doc.Sentences[i], words) {
				return true
			}
		}
		return false
	}
	if d.Within == "object" {
		for _, o := range t.children(m.verb, "obj") {
			if words[t.lemma(o)] {
				return true
			}
		}
		return false
	}
	for _, top := range m.tokens() {
		for _, st := range t.clause(top, 3) {
			if words[t.lemma(st.token)] {
				return true
			}
		}
	}
	return false
}

// hasWord looks for single words by lemma or form and for two-word phrases.
func hasWord(s *text.Sentence, words map[string]bool) bool {
	before := ""
	for i := range s.Tokens {
		lemma := strings.ToLower(s.Tokens[i].Lemma)
		form := strings.ToLower(s.Tokens[i].Form)
		if words[lemma] || words[form] || words[strings.TrimSuffix(form, "s")] || // "Wildfires" may be taken for a name
			before != "" && words[before+" "+lemma] {
			return true
		}
		before = lemma
	}
	return false
}

// inSectors reports whether everybody on one side of the match belongs to one
// of the sectors: what is told to the press is no talk between actors.
func inSectors(m *match, sectors []string) bool {
	if len(sectors) == 0 {
		return false
	}
	outside := func(r role) bool {
		return !slices.ContainsFunc(sectors, func(s string) bool { return slices.Contains(r.actor.Sectors, s) })
	}
	for _, side := range [][]role{m.actors, m.recipients} {
		if len(side) > 0 && !slices.ContainsFunc(side, outside) {
			return true
		}
	}
	return false
}
