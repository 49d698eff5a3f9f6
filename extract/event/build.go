package event

import (
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strconv"

	"github.com/entente-kg/entente/extract/actor"
	"github.com/entente-kg/entente/extract/when"
	"github.com/entente-kg/entente/schema"
)

// build turns a match into events: one, or with `each` one for every recipient.
func (p *page) build(t *tree, m *match, st reading) []schema.Event {
	if m.rule.SelfTold && !p.selfTold(t, m) {
		return nil
	}
	if m.mutually {
		back := *m
		back.actors, back.recipients, back.mutually = m.recipients, m.actors, false
		m.mutually = false
		return append(p.build(t, m, st), p.build(t, &back, st)...)
	}
	if m.rule.When == schema.Denied && t.disputed(st) || m.rule.When != "" && t.unsaid(m.verb) {
		return nil
	}
	byDay, byPlace := p.parted(t, m)
	if !(m.rule.Each || byDay || byPlace) || len(m.recipients) < 2 {
		return m.rule.settle(p.event(t, m, st))
	}
	out := make([]schema.Event, 0, len(m.recipients))
	for _, r := range m.recipients {
		one := *m
		one.recipients, one.ownDay, one.ownPlace = []role{r}, byDay, byPlace
		out = append(out, m.rule.settle(p.event(t, &one, st))...)
	}
	return out
}

// unsaid reports whether the words that clause v stands in were not said, or not yet: who
// "did not say he would pay" has promised nothing.
func (t *tree) unsaid(v int) bool {
	for n := 0; n < maxClimb; n++ {
		h := t.head(v)
		if h < 0 || !t.is(v, "ccomp", "xcomp", "conj", "acl", "advcl") {
			return false
		}
		if t.is(v, "ccomp") && t.lex.saying[t.lemma(h)] {
			return t.own(h).status != schema.Occurred && t.own(h).status != schema.Ongoing
		}
		v = h
	}
	return false
}

// disputed reports whether somebody only denies that it happened: whether A agreed with B is
// then in doubt, and nobody says that A failed to.
func (t *tree) disputed(st reading) bool {
	if st.by == 0 {
		return false
	}
	switch t.lemma(st.by - 1) {
	case "deny", "dismiss", "refute", "reject":
		return true
	}
	return false
}

// selfTold reports whether the actor says himself what the match tells, or somebody
// of his country does.
func (p *page) selfTold(t *tree, m *match) bool {
	who := t.speaker(m.verb)
	if who == nil {
		who = p.quoting(t.Index, m.verb)
	}
	if who == nil || len(who.Actors) != 1 || len(m.actors) == 0 {
		return false
	}
	says, does := who.Actors[0], m.actors[0].actor
	return says.ID == does.ID || says.Country != "" && says.Country == does.Country
}

// parted reports whether a day, or a place, is told between the recipients of the match,
// each of whom has his own then: "met A on Monday and B on Friday", "A in Riga and B in Oslo".
func (p *page) parted(t *tree, m *match) (byDay, byPlace bool) {
	if len(m.recipients) < 2 || m.rule.Relation == "travels-to" {
		return false, false
	}
	first, last := m.recipients[0].mention, m.recipients[len(m.recipients)-1].mention
	byDay = slices.ContainsFunc(p.times(t), func(x when.Expression) bool {
		return x.Shape == when.Date && x.First >= first.Last && x.Last <= last.First
	})
	x := t.placeAfter(first.Last)
	return byDay, x != nil && x.Last <= last.First
}

// settle applies a rule's condition on the status: help that is still to come
// is a promise already made, whose own day the sentence does not tell.
func (r *Rule) settle(e schema.Event) []schema.Event {
	switch {
	case r.When == "":
	case e.Status != r.When:
		return nil
	default:
		e.Status = schema.Status(pick(string(r.Status), string(schema.Occurred)))
		e.From, e.To, e.Evidence.DateText = "", "", ""
	}
	return []schema.Event{e}
}

// event fills one event from a match.
func (p *page) event(t *tree, m *match, st reading) schema.Event {
	rel := schema.RelationNamed(m.rule.Relation)
	root, _ := schema.RootNamed(rel.Root)
	e := schema.Event{
		Schema:    schema.Version,
		Relation:  rel.Name,
		Root:      rel.Root,
		Mode:      pick(m.rule.Mode, rel.Mode),
		CAMEO:     pick(m.rule.CAMEO, rel.CAMEO),
		QuadClass: root.QuadClass,
		Article:   p.art.ArticleRef,
		Evidence:  p.evidence(t, m, st),
	}
	e.Actors, e.Recipients = p.sides(t, rel, m)
	if e.Mode == "" && e.Root == "CONSULT" && len(e.Actors)+len(e.Recipients) > 2 {
		e.Mode = "multilateral"
	}
	if where := p.where(t, m); where != nil {
		e.Place = p.participant(where.Place, where)
	}
	date := p.date(t, m, st.status)
	if m.noun == m.verb && t.moved(m) {
		date = day{} // the day is that of what was asked
	}
	e.From, e.To, e.Evidence.DateText = date.from, date.to, date.text
	e.Status, e.Evidence.Cue = date.adjust(st, p.art.Published)
	if e.Status == schema.Occurred && date.from == p.art.Published && date.text != "" && t.setsOut(m) {
		e.Status, e.Evidence.Cue = schema.Planned, date.text
	}
	if s := t.speaker(m.verb); s != nil && len(s.Actors) > 0 && (!m.holds(s) || t.quoted(m.verb) == s.Head) {
		e.Speaker = p.participant(s.Actors[0], s)
	}
	if who := p.quoting(t.Index, m.verb); who != nil && e.Speaker == nil {
		e.Speaker = p.participant(who.Actors[0], who)
	}
	e.Confidence = confidence(t, m, &e)
	e.ID = eventID(&e)
	return e
}

func pick(first, second string) string {
	if first != "" {
		return first
	}
	return second
}

// sides lists the participants. Two who did something together are both
// actors. With more of them the sides stay apart where the sentence tells them
// apart: of "A met B and C" nobody learns that B met C.
func (p *page) sides(t *tree, rel *schema.Relation, m *match) (actors, recipients []schema.Participant) {
	if rel.Symmetric && !m.rule.Directed && (len(m.recipients) == 0 || len(m.actors)+len(m.recipients) == 2) {
		return p.participants(t, slices.Concat(m.actors, m.recipients)), []schema.Participant{}
	}
	return p.participants(t, m.actors), p.participants(t, m.recipients)
}

// participants merges the roles of one actor named twice, and adds the name
// where the sentence has it elsewhere and the role is filled by a pronoun.
func (p *page) participants(t *tree, roles []role) []schema.Participant {
	out := make([]schema.Participant, 0, len(roles))
	for _, r := range roles {
		i := slices.IndexFunc(out, func(x schema.Participant) bool { return x.ID == r.actor.ID })
		if i < 0 {
			x := *p.participant(r.actor, r.mention)
			x.Mentions = append(x.Mentions, p.namings(t, r)...)
			out = append(out, x)
			continue
		}
		out[i].Mentions = append(out[i].Mentions, p.text(r.mention.Span))
	}
	return out
}

// namings are the other mentions of a role's actor alone in its sentence.
func (p *page) namings(t *tree, r role) []schema.Text {
	var out []schema.Text
	for i := range t.mentions {
		m := &t.mentions[i]
		if m != r.mention && len(m.Actors) == 1 && m.Actors[0].ID == r.actor.ID && !m.Overlaps(r.mention.Span) {
			out = append(out, p.text(m.Span))
		}
	}
	return out
}

func (p *page) participant(a *schema.Actor, m *actor.Mention) *schema.Participant {
	return &schema.Participant{Actor: *a, Mentions: []schema.Text{p.text(m.Span)}}
}

// text is a span with its words; a span outside the text, which would be a
// fault of an earlier stage, gives no words rather than a crash.
func (p *page) text(s schema.Span) schema.Text {
	if s.Start < 0 || s.End > len(p.doc.Text) || s.Start > s.End {
		return schema.Text{Span: s}
	}
	return schema.Text{Span: s, Text: p.doc.Text[s.Start:s.End]}
}

// evidence is what the event rests on.
func (p *page) evidence(t *tree, m *match, st reading) schema.Evidence {
	words := m.tokens()
	first, last := t.Tokens[words[0]], t.Tokens[words[len(words)-1]]
	return schema.Evidence{
		Sentence: t.Index,
		Span:     t.Span,
		Text:     p.text(t.Span).Text,
		Trigger:  p.text(schema.Span{Start: first.Start, End: last.End}),
		Rule:     m.rule.ID,
		Cue:      st.cue,
	}
}

// eventID is the same for the same article, sentence, rule, trigger and
// participants, so that loading twice changes nothing.
func eventID(e *schema.Event) string {
	h := sha256.New()
	add := func(s string) { h.Write([]byte(s)); h.Write([]byte{0}) }
	add(e.Article.ID)
	add(strconv.Itoa(e.Evidence.Sentence))
	add(e.Evidence.Rule)
	add(strconv.Itoa(e.Evidence.Trigger.Start))
	for _, side := range [][]schema.Participant{e.Actors, e.Recipients} {
		ids := make([]string, len(side))
		for i := range side {
			ids[i] = side[i].ID
		}
		slices.Sort(ids)
		for _, id := range ids {
			add(id)
		}
		add("|")
	}
	return hex.EncodeToString(h.Sum(nil)[:8])
}
