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
// below the trigger, else one of the clause that shares its time.
func (p *page) date(t *tree, m *match, st schema.Status) day {
	times := p.times(t)
	for _, s := range t.scopes(m) {
		for _, st := range t.clause(s.token, 3) {
			i := slices.IndexFunc(times, func(x when.Expression) bool { return !x.Open() && x.Head(t.Sentence) == st.token })
			if i < 0 || t.complemented(st.token, s.token) || t.inside(st.token, s.token) && !t.is(s.token, "nsubj") {
				continue
			}
			x := times[i]
			span := schema.Span{Start: t.Tokens[x.First].Start, End: t.Tokens[x.Last-1].End}
			return day{x.From, x.To, p.text(span).Text}
		}
	}
	return day{}
}

// adjust reads the status once more now that the day is known: what has not
// come yet is planned.
func (d day) adjust(st reading, published string) (schema.Status, string) {
	if published != "" && d.from > published && (st.status == schema.Occurred || st.status == schema.Ongoing) {
		return schema.Planned, d.text
	}
	return st.status, st.cue
}
