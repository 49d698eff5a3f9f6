package actor

import (
	"cmp"
	"slices"
	"strings"

	"github.com/entente-kg/entente/schema"
)

// nominalPhrase finds whom a noun without a name stands for: first by what the
// article says of it, then by its owner, then by office and date; what remains
// is an actor known by the noun alone.
func (r *reading) nominalPhrase(k int) {
	ph := &r.phrases[k]
	if r.nobodyYet(ph) {
		return
	}
	if r.assailsAsBody(ph) {
		ph.det = definite
	}
	for _, find := range [...]func(*phrase) bool{
		r.byApposition, r.byPredicate, r.byOwner, r.byEmployer, r.byPairs, r.byCounterpart, r.byPlural, r.byCountry, r.byNamedBody, r.byState, r.byRegime, r.byMission, r.byAdministration, r.byHouse, r.byRuler, r.byRole, r.byTenure, r.byFormer, r.byChief, r.byBody, r.byArmed, r.byGroup, r.byHome, r.byDeputies,
	} {
		if find(ph) {
			return
		}
	}
	r.generic(ph)
}

// byApposition takes the referent of the name beside the noun.
func (r *reading) byApposition(ph *phrase) bool {
	if ph.same < 0 {
		return false
	}
	r.resolve(ph.same)
	same := &r.phrases[ph.same]
	if len(same.who) == 0 {
		return false
	}
	ph.who, ph.how, ph.why = same.who, ByTitle, "said of "+same.who[0].actor.ID
	return true
}

// byEmployer reads "his agency", "the minister's party": the body its owner was
// named as one of.
func (r *reading) byEmployer(ph *phrase) bool {
	if ph.owner < 0 || ph.title.plural || ph.piece.agent.kind != schema.Organisation || ph.title.last-ph.title.first > 1 {
		return false
	}
	r.resolve(ph.owner)
	o := r.phrases[ph.owner].who
	if len(o) != 1 || !o[0].person() || o[0].body == nil {
		return false
	}
	body := o[0].body
	if !bodyNoun(ph.piece.agent.lemma) && !body.calledA(ph.piece.agent.lemma) {
		return false
	}
	ph.who, ph.how, ph.why = []*entity{body}, ByShortName, "the "+ph.piece.agent.lemma+" of "+o[0].actor.Name
	return true
}

// byPairs takes the names a list of offices stands for one by one.
func (r *reading) byPairs(ph *phrase) bool {
	for _, n := range ph.stands {
		r.resolve(n)
		ph.who = append(ph.who, r.phrases[n].who...)
	}
	ph.how, ph.why = ByTitle, "named one by one"
	return len(ph.who) > 0
}

// byNamedBody reads a body's name with a common noun after it as that body: "the
// Hamas movement", "the Raksa Chart party".
func (r *reading) byNamedBody(ph *phrase) bool {
	if ph.owner < 0 || ph.title.plural || ph.piece.kind != agentPiece || !bodyNoun(ph.piece.agent.lemma) {
		return false
	}
	o := &r.phrases[ph.owner]
	if o.last > ph.title.first || !(o.piece.known(orgClass) || o.piece.kind == namePiece) || r.ws[o.last].possessive() {
		return false
	}
	r.resolve(ph.owner)
	if len(o.who) != 1 || o.who[0].actor.Kind != schema.Organisation {
		return false
	}
	ph.who, ph.how, ph.why = o.who, ByName, "name of "+o.who[0].actor.ID
	return true
}

// bodyNoun reports whether a noun after a name only says what the name's bearer is.
func bodyNoun(lemma string) bool {
	switch lemma[strings.LastIndexByte(lemma, ' ')+1:] {
	case "movement", "group", "party", "militia", "organisation", "organization", "alliance", "network", "cartel", "company", "firm",
		"newspaper", "gang", "bank", "faction", "charity", "NGO", "union", "foundation", "club", "chain", "agency", "insurgency":
		return true
	}
	return false
}

// byState lets people and things of a government stand for the state: "Russian
// officials", "the Syrian government", "the Obama administration".
func (r *reading) byState(ph *phrase) bool {
	lemma := ph.piece.agent.lemma
	if ph.piece.kind == officePiece && ph.title.plural {
		lemma = ph.piece.office.lemma // "British and EU negotiators"
	}
	if ph.piece.kind == officePiece && !(ph.title.plural && actsFor(lemma)) || ph.piece.kind == agentPiece && (!ph.piece.agent.state || ph.piece.agent.kind == schema.Person) {
		return false
	}
	if strings.HasPrefix(ph.title.text, "political ") && lemma == "force" {
		return false // parties, not the army
	}
	for _, o := range r.owners(ph) {
		switch {
		case o.actor.Kind == schema.State || union(o.actor) && actsFor(lemma):
			ph.who = append(ph.who, o)
		case o.person() && ph.piece.agent.kind == schema.Organisation && o.actor.Country != "" && !o.regional():
			if s := r.state(o.actor.Country); s != nil {
				ph.who = append(ph.who, s)
			}
		}
	}
	if len(ph.who) == 0 && ph.of >= 0 && ph.prep == "in" && governs(ph.piece.agent.lemma) {
		if of := &r.phrases[ph.of]; len(of.who) == 1 && of.who[0].actor.Kind == schema.State {
			ph.who = of.who // "authorities in Peru"
		}
	}
	if s := r.state(r.frontedTo(ph)); len(ph.who) == 0 && ph.owner < 0 && governs(lemma) && s != nil {
		ph.who = []*entity{s} // "In Lima, officials"
	}
	ph.how, ph.why = ByNationality, "a state acting through its "+lemma
	return len(ph.who) > 0
}

// regional reports whether e leads a part of a country or a city: her government
// is not the country's.
func (e *entity) regional() bool {
	return slices.ContainsFunc(e.roles, func(held role) bool {
		noun := held.text[strings.LastIndexByte(held.text, ' ')+1:]
		return noun == "governor" || noun == "mayor" || strings.Contains(held.text, "chief minister")
	})
}

// union reports whether an organisation acts through officials as a state does.
func union(a *schema.Actor) bool {
	return a.Kind == schema.Organisation && (a.Country == "EUR" || a.Country == "IGO" || a.Country == "UNO")
}

// actsFor reports whether the noun is for those who speak and deal for a union of
// states, as its soldiers and its workers in the field do not.
func actsFor(lemma string) bool {
	switch lemma {
	case "official", "diplomat", "negotiator", "envoy", "representative", "authorities", "authority", "leadership", "delegation", "team", "negotiating team":
		return true
	}
	return false
}

// governs reports whether the noun, in a country, is that country's.
func governs(lemma string) bool {
	switch lemma {
	case "authority", "authorities", "official", "government official", "government":
		return true
	}
	return false
}

// state returns the entity of a country, or nil.
func (r *reading) state(code string) *entity {
	if a := r.lex.table.State(code); a != nil {
		return r.entityOf(a)
	}
	return nil
}

// owners lists whose the phrase is, from "Russian", "German and French", "of Peru".
func (r *reading) owners(ph *phrase) []*entity {
	var before []int
	for _, from := range [...]int{ph.owner, ph.also} {
		for k := from; k >= 0; k = r.phrases[k].also {
			before = append(before, k)
		}
	}
	slices.SortFunc(before, func(a, b int) int { return cmp.Compare(r.phrases[a].first, r.phrases[b].first) })
	var out []*entity
	for _, k := range before {
		r.resolve(k)
		out = append(out, r.phrases[k].who...)
	}
	if ph.of >= 0 && owning(ph.prep) {
		r.resolve(ph.of)
		out = append(out, r.phrases[ph.of].who...)
	}
	return out
}

// owning reports whether what follows the preposition owns what stands before it.
func owning(prep string) bool { return prep == "of" || prep == "for" || prep == "from" }

// provincial reports whether the owner is a city or region without a government
// of state: its premier is not the country's.
func (r *reading) provincial(ph *phrase) bool {
	for _, k := range [...]int{ph.owner, ph.of} {
		if k >= 0 {
			if e := &r.phrases[k].piece; e.known(placeClass) && e.entry.actor == nil || r.phrases[k].piece.kind == namePiece && r.phrases[k].place != nil {
				return true
			}
		}
	}
	return false
}

// ownerCountry returns the country of the first owner that has one.
func (r *reading) ownerCountry(ph *phrase) string {
	for _, k := range [...]int{ph.owner, ph.of} {
		if k < 0 || k == ph.of && ph.prep == "to" {
			continue
		}
		o := &r.phrases[k]
		if o.piece.known(orgClass) && len(o.who) == 1 {
			return o.who[0].actor.Country
		}
		if o.piece.kind == knownPiece && o.piece.entry.actor != nil {
			return o.piece.entry.actor.Country
		}
		if o.piece.kind == knownPiece && o.piece.entry.place != nil {
			return o.piece.entry.place.Country
		}
		if len(o.who) > 0 && o.who[0].actor.Country != "" {
			return o.who[0].actor.Country
		}
		if o.owner >= 0 {
			if c := r.ownerCountry(o); c != "" {
				return c
			}
		}
	}
	if body := ph.title.onlyBody(); body != "" {
		if _, state := r.lex.table.Country(body); state {
			return body
		}
	}
	return ""
}

// onlyBody returns the one body that has the office under these words, or "".
func (t *title) onlyBody() string {
	if t.office == nil || len(t.office.Bodies) != 1 {
		return ""
	}
	return t.office.Bodies[0]
}

// byRole finds the person or body of the article that the title was said of:
// "the minister", "the Russian president".
func (r *reading) byRole(ph *phrase) bool {
	if ph.title.plural || ph.det == indefinite || ph.det == quantified || ph.title.former || r.provincial(ph) {
		return false
	}
	c := r.ownerCountry(ph)
	if c == "" && ph.det != definite && ph.det != owned && !r.ws[ph.first].cap {
		return false
	}
	var best *entity
	tie, plain := false, false
	for _, e := range r.index.holders(&ph.title) { // the lead's own president, else the one the article is about, else the last
		held := e.holds(&ph.title, c)
		if held == nil || e.person() && ph.piece.agent.kind == schema.Organisation || c != "" && held.country != c && e.actor.Country != c {
			continue
		}
		if own := held.plain && c == ""; own != plain && best != nil {
			if own {
				best, plain, tie = e, true, false
			}
			continue
		} else if best == nil {
			plain = own
		}
		tie = best != nil && c == "" && r.nearness(best) == r.nearness(e) && best.last.sent == e.last.sent && best.last.sent >= 0
		if best == nil || r.nearer(best, e) {
			best = e
		}
	}
	if best == nil || best.last.sent < 0 && c == "" {
		return r.byLaterName(ph, c)
	}
	if tie {
		return true // "the minister" after two of them
	}
	ph.who, ph.how = []*entity{best}, ByOffice
	ph.why = best.actor.Name + " was named as " + ph.title.text
	return true
}

// byLaterName finds the one person whom the article names with the title further
// down: "The Foreign Secretary" of a summary.
func (r *reading) byLaterName(ph *phrase, country string) bool {
	t := &ph.title
	if ph.det != definite || t.office == nil || t.last-t.first < 2 || !r.ws[t.first].cap || !r.ws[t.last-1].cap {
		return false
	}
	e := r.entitled[t.text]
	if e == nil || country != "" && country != e.actor.Country {
		return false
	}
	ph.who, ph.how = []*entity{e}, ByOffice
	ph.why = e.actor.Name + " is named as " + t.text + " further down"
	return true
}

// findEntitled notes who is named with an office before his name; nobody where
// two are.
func (r *reading) findEntitled() {
	r.entitled = map[string]*entity{}
	for i := range r.clauses {
		for k := range r.clauses[i].phrases {
			ph := &r.clauses[i].phrases[k]
			if t := &ph.title; ph.named() && t.office != nil && !t.former && !t.plural && len(ph.who) == 1 && ph.who[0].person() {
				if e, known := r.entitled[t.text]; known && e != ph.who[0] {
					r.entitled[t.text] = nil
				} else {
					r.entitled[t.text] = ph.who[0]
				}
			}
		}
	}
}

// byBody finds the body of the article that a common noun means: "the
// ministry" after "the Sylvanian Foreign Ministry".
func (r *reading) byBody(ph *phrase) bool {
	if ph.det != definite || ph.title.plural || ph.owner >= 0 || ph.of >= 0 || ph.piece.agent.kind != schema.Organisation && ph.piece.agent.lemma != "union" {
		return false
	}
	best := r.body(ph.piece.agent.lemma)
	if best == nil {
		return false
	}
	ph.who, ph.how, ph.why = []*entity{best}, ByShortName, "the "+ph.piece.agent.lemma+" named before"
	return true
}

// body returns the body mentioned last whose name ends with the noun, or nil.
func (r *reading) body(noun string) *entity {
	var best *entity
	for _, e := range r.index.named(formOf(noun)) {
		if e.actor.Kind != schema.Organisation || e.last.sent < 0 || !e.calledA(noun) {
			continue
		}
		if best == nil || best.last.before(e.last) {
			best = e
		}
	}
	return best
}

// calledA reports whether a name of e ends with the noun, or it was called that before.
func (e *entity) calledA(noun string) bool {
	last := formOf(noun)
	for _, f := range e.forms {
		if n := len(f) - len(last); n > 0 && slices.Equal(f[n:], last) {
			return true
		}
		if at := slices.Index(f, last[len(last)-1]); len(last) == 1 && at > 0 && at+2 < len(f) && f[at+1] == "of" { // "the Electoral Commission of Kenya"
			return true
		}
	}
	return e.generic && strings.HasSuffix(e.actor.Name, noun)
}
