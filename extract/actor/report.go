package actor

import (
	"cmp"
	"slices"

	"github.com/entente-kg/entente/schema"
)

// learn takes from a phrase what its title says of the person or body it names.
func (r *reading) learn(ph *phrase) {
	r.learnBody(ph)
	if len(ph.who) != 1 || !ph.title.given() || ph.title.plural && !ph.named() {
		return
	}
	e := ph.who[0]
	if e.actor.Kind == schema.State || ph.how == ByOffice || ph.how == ByShortName && !ph.named() {
		return
	}
	country := r.titleCountry(ph)
	held := role{office: r.lex.officeIn(ph.title.office, country), agent: ph.title.agent, text: ph.title.text, country: country, former: ph.title.former}
	if r.provincial(ph) {
		held.office = nil // the premier of Ontario is not Canada's
	}
	if owners := r.owners(ph); len(owners) > 0 {
		held.of = owners[0]
	}
	held.plain = held.of == nil && ph.named() && r.at < leadLength
	e.learn(held)
	r.index.role(e, &held)
	if e.actor.Country == "" && !fromElsewhere(ph.title.agent.lemma) {
		e.actor.Country = country
	}
	if e.gender == unknownGender && e.person() {
		e.gender = genderOfNoun(ph.title.agent.lemma)
	}
	if len(e.actor.Sectors) == 0 {
		e.actor.Sectors = sectorsOf(&ph.title)
	}
	if e.person() && !e.generic {
		r.holdsRole(ph, e, &held)
	}
}

// fromElsewhere reports whether a noun's owner says nothing of the country of whom
// it is said: "fiancée of the Saudi journalist".
func fromElsewhere(lemma string) bool {
	switch lemma {
	case "native", "fiancée", "fiancee", "fiancé", "wife", "husband", "girlfriend", "boyfriend", "widow", "widower", "lover":
		return true
	}
	return false
}

// learnBody notes the body that the phrase says a person is of.
func (r *reading) learnBody(ph *phrase) {
	if len(ph.who) != 1 || !ph.who[0].person() || ph.who[0].generic {
		return
	}
	for _, o := range r.owners(ph) {
		if o.actor.Kind == schema.Organisation {
			ph.who[0].body = o
			return
		}
	}
}

// titleCountry is the country a title speaks of.
func (r *reading) titleCountry(ph *phrase) string {
	if c := r.nameCountry(ph); isState(c) {
		return c
	}
	return ""
}

// learn adds a role that is not yet there.
func (e *entity) learn(held role) {
	for i := range e.roles {
		if r := &e.roles[i]; r.text == held.text && r.former == held.former {
			if r.country == "" {
				r.country = held.country
			}
			r.plain = r.plain || r.of == nil && held.plain
			if r.of == nil {
				r.of = held.of
			}
			return
		}
	}
	e.roles = append(e.roles, held)
}

// factSet keeps facts in text order, each once.
type factSet struct {
	list []schema.Fact
	seen map[[4]string]bool
}

func (s *factSet) add(f schema.Fact) {
	key := [4]string{f.Relation, f.Subject, f.Object, f.Role}
	if s.seen[key] {
		return
	}
	if s.seen == nil {
		s.seen = map[[4]string]bool{}
	}
	s.seen[key] = true
	s.list = append(s.list, f)
}

// holdsRole records the title as a fact, with the words it was read from. A
// present role is known to hold on the day of the article, no more.
func (r *reading) holdsRole(ph *phrase, e *entity, held *role) {
	f := schema.Fact{Relation: "holds-role", Subject: e.actor.ID, Role: held.text, Evidence: r.evidence(ph)}
	if held.of != nil {
		f.Object = held.of.actor.ID
	} else if s := r.state(cmp.Or(held.country, e.heldIn(held))); s != nil {
		f.Object = s.actor.ID
	}
	if !held.former {
		f.From, f.To = r.art.Published, r.art.Published
	}
	r.facts.add(f)
	if f.Object != "" && speaksFor(held) {
		f.Relation, f.Role = "represents", ""
		r.facts.add(f)
	}
}

// heldIn returns the country in which e is known to hold the office.
func (e *entity) heldIn(held *role) string {
	for i := range e.roles {
		if o := &e.roles[i]; held.office != nil && o.office != nil && o.office.Key == held.office.Key && o.country != "" {
			return o.country
		}
	}
	return ""
}

// speaksFor reports whether the role is to act in somebody's name.
func speaksFor(held *role) bool {
	lemma := held.agent.lemma
	if held.office != nil {
		lemma = held.office.Key
	}
	switch lemma {
	case "spokesman", "spokeswoman", "spokesperson", "envoy", "ambassador", "representative", "lawyer", "attorney", "emissary",
		"negotiator", "delegate", "head-of-state-spokesperson", "foreign-ministry-spokesperson", "permanent-representative":
		return true
	}
	return false
}

func (r *reading) evidence(ph *phrase) schema.Evidence {
	from, to := r.s.Tokens[ph.title.first].Start, r.s.Tokens[ph.title.last-1].End
	rule := "title"
	if ph.same >= 0 {
		rule = "apposition"
	}
	return schema.Evidence{
		Sentence: r.at, Span: r.s.Span, Text: r.doc.Text[r.s.Start:r.s.End], Rule: rule,
		Trigger: schema.Text{Span: schema.Span{Start: from, End: to}, Text: r.doc.Text[from:to]},
	}
}

// resolution is what the reading found.
func (r *reading) resolution() *Resolution {
	res := &Resolution{Mentions: make([][]Mention, len(r.clauses)), Facts: r.facts.list}
	seen := map[*schema.Actor]bool{}
	for i := range r.clauses {
		r.clause = &r.clauses[i]
		for k := range r.phrases {
			if m, ok := r.mention(&r.phrases[k]); ok {
				res.Mentions[i] = append(res.Mentions[i], m)
				for _, a := range m.Actors {
					seen[a] = true
				}
				if m.Place != nil {
					seen[m.Place] = true
				}
			}
		}
		slices.SortStableFunc(res.Mentions[i], func(a, b Mention) int {
			return cmp.Or(cmp.Compare(a.First, b.First), cmp.Compare(b.Last, a.Last))
		})
	}
	for _, f := range r.facts.list {
		if e := r.byID[f.Object]; e != nil {
			seen[e.actor] = true
		}
	}
	for a := range seen {
		res.Actors = append(res.Actors, a)
	}
	slices.SortFunc(res.Actors, func(a, b *schema.Actor) int { return cmp.Compare(a.ID, b.ID) })
	return res
}

// mention reports a phrase; ok is false for one that stands for nobody, and for
// a nationality that is part of a larger phrase.
func (r *reading) mention(ph *phrase) (m Mention, ok bool) {
	if len(ph.who) == 0 && ph.place == nil {
		return m, false
	}
	if ph.inner && ph.piece.known(demonymClass) && ph.piece.kind == knownPiece {
		return m, false
	}
	m = Mention{
		Span:     schema.Span{Start: r.s.Tokens[ph.first].Start, End: r.s.Tokens[ph.last-1].End},
		Sentence: r.at, First: ph.first, Last: ph.last, Head: r.headOf(ph),
		Place: ph.place, How: ph.how, Why: ph.why, Role: ph.title.text, Plural: r.many(ph), Modifier: r.modifies(ph),
	}
	if !r.onlyPlace(ph) {
		for _, e := range ph.who {
			m.Actors = append(m.Actors, e.actor)
		}
	}
	return m, true
}

func (r *reading) many(ph *phrase) bool {
	return len(ph.who) > 1 || ph.nominal() && ph.title.plural || ph.piece.kind == knownPiece && ph.piece.entry.plural
}

// modifies reports whether the phrase only qualifies a noun: "Russian" in
// "Russian gas", "State Department" in "State Department spokesman".
func (r *reading) modifies(ph *phrase) bool {
	if ph.inner {
		return true
	}
	if ph.piece.known(demonymClass) && !ph.piece.entry.plural && (ph.det != definite || ph.last < len(r.ws) && r.ws[ph.last].tag == "NOUN") {
		return true
	}
	return r.compound(ph)
}

// onlyPlace reports whether a capital or seat is meant as a place: "in Moscow".
func (r *reading) onlyPlace(ph *phrase) bool {
	if !ph.piece.known(placeClass) && !ph.piece.known(metonymClass) {
		return false
	}
	return ph.first > 0 && where(r.ws[ph.first-1].low) || r.dateline(ph)
}

// dateline reports whether the phrase opens a sentence as the place it was
// written in: "TIRANA (AP) -", "Lima, March 3 -".
func (r *reading) dateline(ph *phrase) bool {
	if ph.first > 0 || ph.last >= len(r.ws) || ph.human() || ph.nominal() || ph.piece.known(orgClass) {
		return false
	}
	for i := ph.last; i < min(len(r.ws), ph.last+8); i++ {
		switch r.ws[i].form {
		case "-", "--", "–", "—":
			return !r.ws[i].glued || r.ws[0].upper
		case ":", "(":
			return r.ws[0].upper
		}
		if r.ws[i].tag == "VERB" || r.ws[i].tag == "AUX" {
			return false
		}
	}
	return false
}
