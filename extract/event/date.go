package event

import (
	"slices"

	"github.com/entente-kg/entente/extract/when"
	"github.com/entente-kg/entente/schema"
)

// day is when an event happened, and the phrase that says so.
type day struct {
	from, to, text string
}

// date picks the time expression that belongs to the match: the nearest one
// below the trigger, else one of the clause that shares its time. A phrase that
// tells the time but no day ("in the last few years" of an article without a
// date) is taken too: the event then has no day, rather than another's.
func (p *page) date(t *tree, m *match, st schema.Status) day {
	times := p.times(t)
	for n, s := range t.scopes(m) {
		for _, step := range t.clause(s.token, 3) {
			i := slices.IndexFunc(times, func(x when.Expression) bool {
				return x.Shape == when.Date && x.Head(t.Sentence) == step.token
			})
			if i < 0 || !t.timed(m, step.token, s.token) {
				continue
			}
			x := times[i]
			if n > 0 && x.To < p.art.Published && (st == schema.Planned || st == schema.Hypothetical) && s.token != m.verb {
				return day{} // the day on which it was agreed, not the day agreed on
			}
			span := schema.Span{Start: t.Tokens[x.First].Start, End: t.Tokens[x.Last-1].End}
			return day{x.From, x.To, p.text(span).Text}
		}
	}
	return day{}
}

// timed reports whether the time at token k, somewhere below top, is the
// event's: not that of a complement, of another event or thing on the way ("the
// 2015 deal", "the attack on Friday"), nor one inside the subject, unless it
// stands between subject and verb ("Chad on Monday banned …").
func (t *tree) timed(m *match, k, top int) bool {
	if t.complemented(k, top) {
		return false
	}
	for up := t.head(k); up >= 0 && k != top && up != top; up = t.head(up) {
		if up == m.noun || up == m.verb {
			return true
		}
		if t.is(up, "nsubj") {
			return t.head(k) == up && k > up
		}
		if t.mention(up) == nil && !t.occasion(up) && (k < up || len(t.lex.nouns[t.lemma(up)]) > 0) {
			return false
		}
	}
	return !t.is(k, "nsubj") || top == k
}

// adjust reads the status once more now that the day is known: what has not
// come yet is planned.
func (d day) adjust(st reading, published string) (schema.Status, string) {
	if published != "" && d.from > published && (st.status == schema.Occurred || st.status == schema.Ongoing) {
		return schema.Planned, d.text
	}
	return st.status, st.cue
}
