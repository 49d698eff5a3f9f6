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
	if m.ownDay {
		return p.dayAfter(t, m.recipients[0].mention.Last)
	}
	var named day
	for n, s := range t.timescopes(m) {
		for _, step := range t.clause(s.token, 3) {
			x := p.timeAt(t, step.token)
			if x != nil && m.rule.Relation == "refused" && m.noun >= 0 && m.noun != m.verb && t.under(step.token, m.noun) {
				continue // "called off the summit of 12 June": when, it does not say
			}
			if x == nil || !t.timed(m, step.token, s.token) || t.elsewhen(x, p.art.Published, step.token, s.token) {
				continue
			}
			if n > 0 && x.To < p.art.Published && (st == schema.Planned || st == schema.Hypothetical) && s.token != m.verb {
				return day{} // the day on which it was agreed, not the day agreed on
			}
			span := schema.Span{Start: t.Tokens[x.First].Start, End: t.Tokens[x.Last-1].End}
			d := day{x.From, x.To, p.text(span).Text}
			if x.Granularity != when.Year || m.noun == m.verb || step.token > m.noun {
				return d
			}
			if named == (day{}) { // "met on 3 March for the 2016 summit": the year is its name
				named = d
			}
		}
	}
	return named
}

// dayAfter is the day told right behind token i, at most a preposition between; none
// where what stands there has no day by itself ("a day later").
func (p *page) dayAfter(t *tree, i int) day {
	for _, x := range p.times(t) {
		if x.Shape == when.Date && x.First >= i && x.First <= i+1 {
			span := schema.Span{Start: t.Tokens[x.First].Start, End: t.Tokens[x.Last-1].End}
			return day{x.From, x.To, p.text(span).Text}
		}
	}
	return day{}
}

// timeAt is the time expression whose head is token k, or nil.
func (p *page) timeAt(t *tree, k int) *when.Expression {
	times := p.times(t)
	i := slices.IndexFunc(times, func(x when.Expression) bool { return x.Shape == when.Date && x.Head(t.Sentence) == k })
	if i < 0 {
		return nil
	}
	return &times[i]
}

// timescopes are the clauses that may carry the event's time: those of its
// place, and of its noun's participle ("a call made last July") and its means
// ("killed him by poisoning him in 2016").
func (t *tree) timescopes(m *match) []scope {
	out := t.scopes(m)
	if len(m.recipients) == 1 && m.rule.Relation == "travels-to" { // "Chad on Monday and Mali on Friday"
		out = slices.Insert(out, 0, scope{m.recipients[0].mention.Head, false})
	}
	if v := t.cameBy(m); v >= 0 {
		out = append(out, scope{v, false})
	}
	for _, top := range m.tokens() {
		if t.performed(m) {
			break // what is asked for has a time of its own
		}
		for _, c := range t.children(top, "acl", "advcl") {
			if t.is(c, "acl") && t.Tokens[c].XPOS == "VBN" && t.lex.support[t.lemma(c)] || t.is(c, "advcl") && t.hasMark(c, "by") {
				out = slices.Insert(out, min(1, len(out)), scope{c, false})
			}
		}
	}
	return out
}

// cameBy is the verb by which an actor of the match got to where a "where" clause
// has him: in "visited Riga on Monday, where he met B" they met on that day, too.
func (t *tree) cameBy(m *match) int {
	v := t.whereClause(m.verb)
	if v < 0 || t.child(m.verb, "aux") >= 0 {
		return -1
	}
	h := t.head(v)
	for n := 0; h >= 0 && n < maxClimb && !t.isVerb(h); n++ {
		h = t.head(h)
	}
	if h < 0 || !t.isVerb(h) {
		return -1
	}
	s := t.mention(t.subj(h))
	if s == nil || !slices.ContainsFunc(s.Actors, func(a *schema.Actor) bool {
		return slices.ContainsFunc(m.actors, func(r role) bool { return r.actor.ID == a.ID })
	}) {
		return -1
	}
	return h
}

// joinedEvent reports whether noun k is another event joined to the one read:
// "the assault on Aden and the raid of last May".
func (t *tree) joinedEvent(k int) bool {
	return t.is(k, "conj") && t.isNoun(k) && t.mention(k) == nil && (len(t.lex.nouns[t.lemma(k)]) > 0 || t.lex.harms[t.lemma(k)])
}

// titular reports whether the date at token k is a part of how somebody is
// called: "the September 11 ringleader Atta".
func (t *tree) titular(k, up int) bool {
	x := t.mention(up)
	return x != nil && k < x.Head && k >= x.First-3 && up == x.Head
}

// inSpite reports whether the date at token k is what something was done about
// or in spite of, not when: "despite Sept. 11".
func (t *tree) inSpite(k int) bool {
	for _, p := range [...]string{"despite", "about", "like", "against", "because of", "due to", "regarding", "than"} {
		if t.hasCase(k, p) {
			return true
		}
	}
	return false
}

// elsewhen reports whether time x, at token k below top, is that of something
// that went before and need not have been near: "after his conviction last
// summer, Lind agreed". A day named so is mostly the same day.
func (t *tree) elsewhen(x *when.Expression, published string, k, top int) bool {
	if x.Granularity == when.Day {
		return false
	}
	if t.perfectNow(top) && x.Granularity == when.Year && x.From != "" && x.To < published {
		return true // "has arrested two men who had fled in 2016"
	}
	for up := t.head(k); up >= 0 && k != top && up != top; up = t.head(up) {
		if t.hasCase(up, "after") || t.hasCase(up, "before") || t.hasCase(up, "following") {
			return true
		}
	}
	return false
}

// timed reports whether the time at token k, somewhere below top, is the
// event's: not that of a complement, of another event or thing on the way ("the
// 2015 deal", "the attack on Friday"), nor one inside the subject, unless it
// stands between subject and verb ("Chad on Monday banned …").
func (t *tree) timed(m *match, k, top int) bool {
	if t.complemented(k, top) || t.inSpite(k) {
		return false
	}
	for up := t.head(k); up >= 0 && k != top && up != top; up = t.head(up) {
		if t.attributes(up) || t.hasCase(up, "since") {
			return false // "according to a tweet on Monday"; "since the campaign of 2019"
		}
		if up == m.noun || up == m.verb {
			return true
		}
		if t.joinedEvent(up) || t.titular(k, up) {
			return false
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
