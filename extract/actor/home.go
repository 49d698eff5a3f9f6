package actor

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"github.com/entente-kg/entente/extract/actor/ref"
	"github.com/entente-kg/entente/schema"
)

// What a sentence adds to a country's claim to be where the article plays. A
// place where something happens says most, a state that acts least: it may act
// upon another.
const (
	happensThere = 3
	ownsANoun    = 2
	isNamed      = 1
	leadWeighs   = 2 // the first sentences, and the title, count so many times
	leadLength   = 2
	clearHome    = 5   // least score of a home
	homeMargin   = 2.0 // how many times the next country's score
)

// findHome finds the one country that the article is clearly about, "" for none.
// It is whose "the government", "police" and "parliament" are when nothing nearer says.
func (r *reading) findHome() {
	score, sentences := map[string]int{}, map[string]int{}
	for i := range r.clauses {
		r.clause = &r.clauses[i]
		weight := 1
		if i < leadLength {
			weight = leadWeighs
		}
		for code, n := range r.claims() {
			score[code] += n * weight
			sentences[code]++
		}
	}
	for code := range r.inTitle() {
		score[code] += happensThere * leadWeighs
		sentences[code]++
	}
	r.publisher = r.publisherCountry()
	if code := r.publisher; code != "" {
		score[code] += happensThere * leadWeighs
		sentences[code]++
	}
	r.claimed = sentences
	ranked := slices.SortedFunc(maps.Keys(score), func(a, b string) int { return cmp.Or(cmp.Compare(score[b], score[a]), cmp.Compare(a, b)) })
	for i, code := range ranked {
		if i == 2 || score[code] < clearHome || sentences[code] < 2 {
			break
		}
		r.lands = append(r.lands, code)
	}
	if len(r.lands) > 0 && (len(ranked) == 1 || float64(score[ranked[0]]) >= homeMargin*float64(score[ranked[1]])) {
		r.home = r.lands[0]
	}
}

// homeBody returns the known body that goes by the words in the country of the
// article, or in the only one of its two main ones that has such a body: "the
// House" in an article on America and Ukraine.
func (r *reading) homeBody(words string) *schema.Actor {
	if a := r.lex.bodyOf(r.home, words); a != nil {
		return a
	}
	var found *schema.Actor
	for _, code := range r.lands {
		if a := r.lex.bodyOf(code, words); a != nil && found != nil {
			return nil
		} else if a != nil {
			found = a
		}
	}
	return found
}

// claims says what the sentence adds to each country, once a country.
func (r *reading) claims() map[string]int {
	out := map[string]int{}
	for k := range r.pieces {
		p := &r.pieces[k]
		if code := p.country(); isState(code) && !r.sharedParty(p) {
			out[code] = max(out[code], r.claim(k))
		}
	}
	return out
}

func (r *reading) claim(k int) int {
	p := &r.pieces[k]
	switch {
	case p.known(personClass):
		if r.takenForGranted(k) {
			return ownsANoun
		}
		return isNamed
	case p.first > 0 && where(r.ws[p.first-1].low) && p.entry.place != nil:
		return happensThere
	case k+1 < len(r.pieces) && r.pieces[k+1].nominal() && r.pieces[k+1].first-p.last <= 1:
		return ownsANoun
	}
	return isNamed
}

// takenForGranted reports whether piece k is a known person whose office is named
// without its country, as his own country's press does: "Defence Minister Hanna
// Lind". Presidents and foreign ministers of others are called so too.
func (r *reading) takenForGranted(k int) bool {
	if k == 0 {
		return false
	}
	o := &r.pieces[k-1]
	if o.kind != officePiece || r.pieces[k].first-o.last > 1 || k > 1 && r.pieces[k-2].last >= o.first-1 {
		return false
	}
	switch o.office.Key {
	case "president", "foreign-minister", "monarch", "pope", "secretary-general", "ambassador", "special-envoy", "crown-prince", "supreme-leader":
		return false
	}
	return r.lex.active(r.pieces[k].entry.actor.ID, r.day, 0)
}

// country is the country of what a known name stands for.
func (p *piece) country() string {
	switch {
	case p.kind != knownPiece:
		return ""
	case p.entry.actor != nil:
		return p.entry.actor.Country
	case p.entry.place != nil:
		return p.entry.place.Country
	}
	return ""
}

// inTitle lists the countries that the article's title names.
func (r *reading) inTitle() map[string]bool {
	out := map[string]bool{}
	words := strings.Fields(strings.NewReplacer("'s", " ", "’s", " ", ",", " ", ":", " ").Replace(r.art.Title))
	for i := 0; i < len(words); {
		e, n := r.lex.match(words, i, r.day)
		if p := (piece{kind: knownPiece, entry: e}); n > 0 && e.class != personClass && isState(p.country()) {
			out[p.country()] = true
		}
		i += max(n, 1)
	}
	return out
}

// publisherCountry is the country of a publisher that is a part of a state: its
// "prime minister" is its own. A newspaper writes of all countries.
func (r *reading) publisherCountry() string {
	words := strings.Fields(r.art.Publisher)
	for i := range words {
		e, n := r.lex.match(append([]string{"the"}, words[i:]...), 1, r.day)
		if p := (piece{kind: knownPiece, entry: e}); n > 0 && e.actor != nil && isState(p.country()) && !slices.Contains(e.actor.Sectors, "JRN") {
			return p.country()
		}
	}
	return ""
}

// sceneOf is the country of the one place where the sentence says that something
// happens, "" when there is none or more than one.
func (r *reading) sceneOf() string {
	found := ""
	for k := range r.pieces {
		p := &r.pieces[k]
		if p.kind != knownPiece || p.entry.place == nil || p.first == 0 || !where(r.ws[p.first-1].low) || p.last < len(r.ws) && r.ws[p.last].tag == "NOUN" {
			continue
		}
		code := p.country()
		switch {
		case !isState(code) || code == found:
		case found != "":
			return ""
		default:
			found = code
		}
	}
	return found
}

// homeOf is the country that an office, a body or a group belongs to when the
// phrase does not say: that of the article; for people of the street the place
// the sentence names first.
func (r *reading) homeOf(ph *phrase) string {
	if ph.owner >= 0 || ph.of >= 0 || !r.domestic(ph) {
		return ""
	}
	if c := r.frontedTo(ph); c != "" {
		return c
	}
	if ph.piece.kind == agentPiece && ofTheStreet(ph.piece.agent.lemma) {
		return cmp.Or(r.sceneOf(), r.home)
	}
	if ph.piece.kind == officePiece && (ph.det == definite || ph.det == bare && r.ws[ph.title.first].cap && !ph.title.plural) {
		return cmp.Or(r.publisher, r.home) // a government's "prime minister" is its own
	}
	return r.home
}

// frontedTo is the country of the place that begins the sentence right before several of a
// government's people: "In Lima, officials said" speaks of Peru's.
func (r *reading) frontedTo(ph *phrase) string {
	if !ph.title.plural || ph.piece.kind != agentPiece || ph.piece.agent.lemma == "diplomat" || len(r.pieces) == 0 {
		return ""
	}
	p := &r.pieces[0]
	if p.kind != knownPiece || p.entry.place == nil || p.first != 1 || r.ws[0].low != "in" || p.last >= len(r.ws) || !r.ws[p.last].comma() || ph.first != p.last+1 {
		return ""
	}
	if c := p.country(); isState(c) {
		return c
	}
	return ""
}

// domestic reports whether the noun is for people of a country's own: its
// government, forces, courts and lawmakers, and those who march and vote.
func (r *reading) domestic(ph *phrase) bool {
	for i := ph.first; i < ph.last; i++ {
		if elsewhere(r.ws[i].low) {
			return false
		}
	}
	if ph.title.office != nil && ph.title.office.Key != "leader" {
		return true
	}
	agent := &ph.title.agent
	if agent.lemma == "administration" {
		return false // America's, more often than that of the country the article is about
	}
	return ofTheStreet(agent.lemma) || ph.det == definite && standing(agent.lemma) || slices.ContainsFunc(agent.sectors, func(s string) bool {
		switch s {
		case "GOV", "COP", "JUD", "LEG", "OPP", "SPY":
			return true
		}
		return false
	})
}

// standing reports whether "the" noun is a country's own force. Soldiers and
// troops are not: where they are news, some are from abroad.
func standing(lemma string) bool {
	switch lemma {
	case "army", "military", "navy", "air force", "armed forces", "security forces", "national guard", "coast guard":
		return true
	}
	return false
}

// elsewhere reports whether an adjective says that the noun is nobody's own.
func elsewhere(low string) bool {
	switch low {
	case "foreign", "international", "global", "world", "other", "another", "neighbouring", "neighboring", "regional", "rival", "allied", "enemy",
		"multinational", "european", "western", "african", "asian", "arab", "kurdish", "coalition", "occupation", "peacekeeping", "rebel", "private", "visiting":
		return true
	}
	return false
}

// ofTheStreet reports whether the noun is for those who act where they live.
func ofTheStreet(lemma string) bool {
	switch lemma[strings.LastIndexByte(lemma, ' ')+1:] {
	case "police", "policeman", "protester", "protestor", "demonstrator", "rioter", "resident", "local", "voter", "striker", "officer", "student", "villager",
		"activist", "worker", "farmer", "teacher", "mourner", "onlooker", "opposition", "media", "press":
		return true
	}
	return false
}

// byHome reads "the government", "Parliament" and "the prime minister" as those of
// the country that the article is clearly about.
func (r *reading) byHome(ph *phrase) bool {
	rulers := strings.HasPrefix(ph.piece.agent.lemma, "authorit") && !strings.Contains(ph.title.text, "local") // "the new authorities"
	if ph.title.plural && !rulers || ph.det == indefinite || ph.det == quantified || ph.det == owned {
		return false
	}
	if ph.piece.agent.kind == schema.Organisation && ph.owner < 0 && ph.of < 0 {
		if a := r.homeBody(ph.title.text); a != nil {
			ph.who, ph.how, ph.why = []*entity{r.entityOf(a)}, ByShortName, "the article is about "+a.Country
			return true
		}
	}
	c := r.homeOf(ph)
	if c == "" {
		return false
	}
	switch {
	case ph.piece.kind == officePiece:
		return r.homeOffice(ph, c)
	case governing(ph.piece.agent.lemma) || rulers:
		if s := r.state(c); s != nil && (ph.det == definite || r.ws[ph.first].start) {
			ph.who, ph.how, ph.why = []*entity{s}, ByNationality, "the article is about "+s.actor.Name
			return true
		}
	}
	return false
}

// homeOffice takes the holder of an office in the article's country.
func (r *reading) homeOffice(ph *phrase, country string) bool {
	if ph.title.former || modified(&ph.title) || strings.HasPrefix(ph.title.text, "new ") || ph.det != definite && !r.ws[ph.title.first].cap {
		return false
	}
	a := r.lex.holder(country, r.officeWords(&ph.title), r.day)
	if a == nil {
		return false
	}
	ph.who, ph.how = []*entity{r.entityOf(a)}, ByOffice
	ph.why = ph.title.text + " of the country the article is about, on " + r.day
	return true
}

// governing reports whether the noun is the government of a country itself.
func governing(lemma string) bool {
	switch lemma {
	case "government", "central government", "federal government", "national government", "union government", "interim government", "transitional government",
		"caretaker government", "military government", "state government", "junta", "military junta":
		return lemma != "state government"
	}
	return false
}

// bodies files the known bodies of states under their country and what they are
// called there: USA "senate", GBR "parliament". Nil where two share the words.
func bodies(t *ref.Table) map[string]*schema.Actor {
	out := map[string]*schema.Actor{}
	for _, a := range t.Actors() {
		c, ok := t.Country(a.Country)
		if !ok || a.Kind != schema.Organisation {
			continue
		}
		for _, name := range append([]string{a.Name}, a.Aliases...) {
			words, ok := withoutCountry(name, &c)
			if !ok {
				continue
			}
			key := a.Country + " " + lower(words)
			if old, taken := out[key]; taken && old != a {
				out[key] = nil
				continue
			}
			out[key] = a
		}
	}
	return out
}

// withoutCountry takes the nationality off a body's name.
func withoutCountry(name string, c *ref.Country) (string, bool) {
	for _, land := range [...]string{c.Adjective, c.Name, c.Alpha2, c.Name + "'s"} {
		if land == "" {
			continue
		}
		if rest, ok := strings.CutPrefix(name, land+" "); ok {
			return rest, true
		}
		if rest, ok := strings.CutSuffix(name, " of "+land); ok {
			return rest, true
		}
	}
	if rest, ok := strings.CutPrefix(name, "UK "); ok && c.Code == "GBR" {
		return rest, true
	}
	return "", false
}

// bodyOf returns the body that goes by the words alone in a country, or nil.
func (x *lexicon) bodyOf(country, words string) *schema.Actor {
	return x.bodies[country+" "+lower(words)]
}

// ownable reports whether the body of a common name may be the article's
// country's: nobody else is said to own it.
func (r *reading) ownable(ph *phrase) bool { return ph.owner < 0 && ph.of < 0 && !ph.title.given() }

// homeOfBearer is the country of a person whose title says no country: that of the
// article, unless the office there is known to be held by somebody else.
func (r *reading) homeOfBearer(ph *phrase, name string) string {
	c := r.homeOf(ph)
	if c == "" || !ph.title.given() || slices.Contains(ph.title.agent.sectors, "MIL") || ofTheStreet(ph.title.agent.lemma) {
		return ""
	}
	if o := ph.title.office; o != nil && o.Single && !modified(&ph.title) {
		if a := r.lex.holder(c, r.officeWords(&ph.title), r.day); a != nil && !formOf(a.Name).ends(formOf(name)) {
			return ""
		}
	}
	return c
}
