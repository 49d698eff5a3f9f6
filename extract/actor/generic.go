package actor

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"strings"

	"github.com/entente-kg/entente/schema"
)

// generic makes an actor of a noun phrase that names nobody: "Nigerian
// protesters", "a Saudi dissident", "the court". With a country a group is one
// actor in all articles; a single person, some of a group, or a group of no
// country, is one of this article only.
func (r *reading) generic(ph *phrase) {
	if r.assails(ph) {
		r.assailants(ph)
		return
	}
	country := r.groupCountry(ph)
	if !r.worthAnActor(ph, country) {
		return
	}
	name, kind := r.nameText(ph), r.genericKind(ph) // "two Americans"
	if ph.nominal() {
		name = r.genericName(ph, country)
	}
	id := "actor:" + schema.Slug(name)
	vague := name == plainNoun(ph.title.text) || r.ownerCountry(ph) == "" && (ph.det == quantified || ph.det == indefinite)
	if kind == schema.Person || (country == "" || vague) && !(aPeople(ph.piece.agent.lemma) && ph.title.plural && ph.det != quantified && ph.det != indefinite) {
		id += "-" + r.articleMark() // "two officers in Lima" are not those of another article
	}
	e := r.byID[id]
	if e == nil {
		a := &schema.Actor{ID: id, Name: name, Kind: kind, Country: country, Sectors: sectorsOf(&ph.title)}
		e = &entity{actor: a, born: position{sent: -1}, last: position{sent: -1}, told: -1, plural: ph.title.plural, generic: true}
		if kind == schema.Person {
			e.gender = genderOfNoun(ph.piece.agent.lemma)
		}
		r.add(e)
	}
	if words := plainNoun(ph.title.text); country != "" && kind != schema.Person && r.ownerCountry(ph) == "" && ph.of < 0 {
		e.alias(words) // the country is not in the text
	}
	ph.who, ph.how, ph.why = []*entity{e}, ByGroup, "known by the noun "+quote(ph.title.text)
}

// worthAnActor turns down nouns that only with a country act: a tank, a side.
func (r *reading) worthAnActor(ph *phrase, country string) bool {
	switch {
	case r.neither(ph) || r.asWhat(ph):
		return false
	case ph.title.former && ph.title.office != nil && country == "":
		return ph.det != bare || r.ws[ph.first].cap
	case ph.piece.agent.vehicle:
		return country != "" && ph.prep != "with"
	case ambiguous(ph.piece.agent.lemma) && ph.of < 0 && (ph.owner < 0 || ph.det == owned):
		return false
	case ph.piece.kind == officePiece && ph.det == bare && country == "" && !ph.title.plural:
		return r.s.Parsed && !r.compound(ph) && (r.ws[ph.first].cap || ph.owner >= 0 || ph.of >= 0)
	case r.pointsBack(ph) || r.anybody(ph, country) || r.compared(ph):
		return false
	case r.abstract(ph):
		return false
	}
	return !r.compound(ph) || r.assailsAsBody(ph)
}

// asWhat reports whether the phrase only says as what somebody did something:
// "as a teenager she fled".
func (r *reading) asWhat(ph *phrase) bool {
	i := ph.first - 1
	return ph.det == indefinite && !ph.title.plural && i >= 0 && r.ws[i].low == "as" && !(i > 0 && r.ws[i-1].low == "such")
}

// pointsBack reports whether the noun means parties named before, and nobody when
// there are none: "the two countries", "both sides", "his counterpart".
func (r *reading) pointsBack(ph *phrase) bool {
	switch ph.piece.agent.lemma {
	case "counterpart", "opposite number":
		return r.ownerCountry(ph) == "" || ph.of < 0 && ph.owner >= 0 && (r.isPronoun(ph.owner) || r.phrases[ph.owner].human())
	case "country", "nation", "side", "state":
		return ph.det == definite && ph.owner < 0 && ph.of < 0 && ph.last-ph.first <= 3 && (r.counts(ph) > 0 || ph.last-ph.first <= 2)
	}
	return false
}

// anybody reports whether a noun for all sorts of people stands without number,
// adjective, owner or country: "the leaders", "allies" name nobody.
func (r *reading) anybody(ph *phrase, country string) bool {
	if country != "" || ph.owner >= 0 || ph.of >= 0 || ph.same >= 0 || ph.det == quantified || ph.det == indefinite || r.placeAfter(ph) != "" {
		return false
	}
	switch ph.title.text {
	case "leader", "leaders", "party", "parties", "governments", "alliance", "alliances", "powers", "nations", "countries", "sides", "bodies", "figures":
		return true
	}
	return false
}

// compared reports whether the phrase speaks of a body that might be: "a closer alliance".
func (r *reading) compared(ph *phrase) bool {
	if ph.det != indefinite || ph.title.plural || ph.piece.agent.kind == schema.Person {
		return false
	}
	for i := ph.first; i < ph.last; i++ {
		if r.s.Tokens[i].XPOS == "JJR" {
			return true
		}
	}
	return false
}

// nobodyYet reports whether the phrase speaks of whoever may hold an office, or of
// no one: "the next president", "any minister".
func (r *reading) nobodyYet(ph *phrase) bool {
	if ph.owner >= 0 && r.isPronoun(ph.owner) && ph.title.text == "authority" {
		return true // what he may do
	}
	if ph.title.plural || !ph.piece.personal() {
		return false
	}
	for i := ph.first; i < ph.title.last; i++ {
		switch r.ws[i].low {
		case "next", "future", "potential", "would-be", "prospective", "hypothetical", "any", "every", "each", "no", "whichever":
			return true
		}
	}
	return false
}

// abstract reports whether a noun for one person or body stands without any
// determiner, as English does only with what cannot be counted: "committed to
// justice", "gang violence". Nouns for many in the singular ("police") and
// headlines, which drop articles, are another matter.
func (r *reading) abstract(ph *phrase) bool {
	w := &r.ws[ph.first]
	return ph.piece.kind == agentPiece && !ph.title.plural && ph.det == bare && ph.owner < 0 && ph.of < 0 &&
		(!w.cap || w.start) && !r.headline && !collective(ph.piece.agent.lemma)
}

// collective reports whether a noun in the singular stands for many without a determiner.
func collective(lemma string) bool {
	switch lemma[strings.LastIndexByte(lemma, ' ')+1:] {
	case "police", "personnel", "staff", "military", "media", "press", "clergy", "parliament", "congress", "government", "management",
		"opposition", "enforcement", "security", "infantry", "cavalry", "artillery", "leadership", "crew", "people", "youth", "peshmerga", "gendarmerie":
		return true
	}
	return false
}

// ambiguous reports whether a noun for people is, alone, a thing more often: "the
// head", "his youth".
func ambiguous(lemma string) bool {
	switch lemma {
	case "head", "chair", "body", "figure", "cell", "arm", "wing", "major", "minor", "front", "mine", "plant", "line", "panel", "base", "board", "market",
		"youth", "source", "office", "pipeline", "camp", "house", "field", "subject", "branch", "building":
		return true
	}
	return false
}

// compound reports whether the phrase only modifies the noun after it: "police station".
func (r *reading) compound(ph *phrase) bool {
	if !r.s.Parsed {
		return false
	}
	t := &r.s.Tokens[ph.core]
	switch t.Rel {
	case "compound", "flat", "amod":
		return t.Head >= ph.last && !ph.title.plural
	}
	return false
}

func (r *reading) genericKind(ph *phrase) schema.Kind {
	switch {
	case ph.piece.known(demonymClass):
		if ph.piece.entry.plural {
			return schema.Group
		}
		return schema.Person
	case ph.title.plural:
		if ph.piece.agent.kind == schema.Organisation {
			return schema.Group
		}
		return schema.Group
	case ph.piece.kind == officePiece:
		return schema.Person
	case ph.piece.agent.kind != "":
		return ph.piece.agent.kind
	}
	return schema.Group
}

// groupCountry is the country of the owner, or of the place the group is said to be in.
func (r *reading) groupCountry(ph *phrase) string {
	if ph.piece.known(demonymClass) {
		return ph.piece.entry.actor.Country
	}
	if c := r.ownerCountry(ph); c != "" {
		return c
	}
	if c := r.placeAfter(ph); c != "" {
		return c
	}
	if ph.piece.kind == officePiece && ph.piece.office.Single && !ph.title.plural && (r.publisher == "" || ph.det == indefinite || ph.det == quantified) {
		return "" // had it been an office of that country, its holder would have been found
	}
	return r.homeOf(ph)
}

// placeAfter is the country of the place that "in", "at" or "near" names right
// after the phrase.
func (r *reading) placeAfter(ph *phrase) string {
	if ph.last+1 >= len(r.ws) || !where(r.ws[ph.last].low) {
		return ""
	}
	for k := range r.phrases {
		p := &r.phrases[k]
		if p.first == ph.last+1 && p.piece.kind == knownPiece && p.piece.entry.place != nil {
			return p.piece.entry.place.Country
		}
	}
	return ""
}

// articleMark is a short mark of this article, for actors that live in it only.
func (r *reading) articleMark() string {
	if r.mark == "" {
		key := r.art.ID
		if key == "" {
			key = r.doc.Text
		}
		sum := sha256.Sum256([]byte(key))
		r.mark = hex.EncodeToString(sum[:3])
	}
	return r.mark
}

// provisional makes an entity for a name that nobody knows.
func (r *reading) provisional(ph *phrase, name string, kind schema.Kind) *entity {
	country := r.nameCountry(ph)
	if kind == schema.Organisation && country == "" && r.common(name) && r.ownable(ph) {
		if adj := r.official(r.home); adj != "" {
			country, name = r.home, adj+" "+name // "the Emergencies Ministry"
		}
	}
	id := "actor:" + schema.Slug(r.provisionalName(ph, name, kind))
	if kind == schema.Person && !strings.Contains(name, " ") {
		id = r.surnameID(id, country)
	}
	if kind == schema.Organisation && r.common(name) {
		id = r.surnameID(id, country)
	}
	if e := r.byID[id]; e != nil && kind == schema.Organisation && e.actor.Name == r.provisionalName(ph, name, kind) {
		return e // "Ministry of Defence" after "Defence Ministry"
	}
	if taken := r.lex.table.Actor(id); taken != nil || r.byID[id] != nil {
		id = r.surnameID(id, country)
	}
	if e := r.byID[id]; e != nil {
		return e
	}
	a := &schema.Actor{ID: id, Name: r.provisionalName(ph, name, kind), Kind: kind, Country: country, Sectors: sectorsOf(&ph.title)}
	if kind == schema.Organisation && len(a.Sectors) == 0 {
		r.codeByName(a)
	}
	e := &entity{actor: a, forms: []form{formOf(name)}, born: position{sent: -1}, last: position{sent: -1}, told: -1}
	if kind == schema.Person {
		e.gender = r.genderOf(ph, name)
		a.Country = cmp.Or(country, r.homeOfBearer(ph, name))
	}
	r.add(e)
	return e
}

// codeByName takes a body's sectors from the words of its name: the Turkish
// Foreign Ministry is GOV, a wildlife police COP.
func (r *reading) codeByName(a *schema.Actor) {
	code := r.lex.table.Code(a.Name, "", "")
	a.Sectors = code.Sectors
	if a.Country == "" && !r.afterPerson(a.Name, code.Country) {
		a.Country = code.Country
	}
}

// afterPerson reports whether only a person in the name is of that country: Saint
// Francis Hospital is not the pope's.
func (r *reading) afterPerson(name, code string) bool {
	words, person := strings.Fields(name), false
	for i := 0; i < len(words); {
		e, n := r.lex.match(words, i, "")
		p := piece{kind: knownPiece, entry: e}
		switch {
		case n == 0 && len(r.lex.table.Surname(words[i])) > 0, e.class == personClass:
			person = true
		case n > 0 && p.country() == code:
			return false
		}
		i += max(n, 1)
	}
	return person
}

// provisionalPlace returns the place of a name that nobody knows.
func (r *reading) provisionalPlace(name string) *schema.Actor {
	id := "place:" + schema.Slug(name)
	if p := r.lex.table.Actor(id); p != nil {
		return p
	}
	if r.places[id] == nil {
		r.places[id] = &schema.Actor{ID: id, Name: name, Kind: schema.Place}
	}
	return r.places[id]
}

// common reports whether a body's name is made of words that many countries use
// for theirs: "National Assembly", "Supreme Court", "Ministry of Defence".
func (r *reading) common(name string) bool {
	for _, w := range strings.Fields(lower(name)) {
		switch w {
		case "supreme", "national", "high", "federal", "central", "constitutional", "general", "electoral", "state", "people's", "of", "for", "and", "the",
			"public", "royal", "republican", "democratic", "united", "first", "upper", "lower", "chief", "joint":
			continue
		}
		if !r.heads.org[w] && !r.heads.portfolio[w] {
			return false
		}
	}
	return true
}

// surnameID keeps bearers of one surname apart: by country, else by article.
func (r *reading) surnameID(id, country string) string {
	if isState(country) {
		return id + "-" + strings.ToLower(country)
	}
	return id + "-" + r.articleMark()
}

// genderOfNoun returns the gender a noun says its bearer has.
func genderOfNoun(lemma string) gender {
	switch lemma {
	case "daughter", "wife", "mother", "sister", "girl", "queen", "princess", "actress", "widow", "nun", "duchess", "girlfriend", "aunt", "niece", "waitress":
		return female
	case "son", "husband", "father", "brother", "boy", "king", "prince", "widower", "monk", "priest", "duke", "boyfriend", "uncle", "nephew", "imam", "gunman", "man", "spokesman", "policeman", "businessman":
		return male
	}
	if strings.HasSuffix(lemma, "woman") {
		return female
	}
	return unknownGender
}

func (r *reading) genderOf(ph *phrase, name string) gender {
	if ph.piece.gender != unknownGender {
		return ph.piece.gender
	}
	first, _, _ := strings.Cut(name, " ")
	return r.lex.given(first)
}

// nameCountry is the country a name gets from its title or owner, or from the
// member before it in a list: "President Ana Ruiz and Foreign Minister Juan Soto".
func (r *reading) nameCountry(ph *phrase) string {
	if c := r.ownerCountry(ph); c != "" {
		return c
	}
	if l := r.look(ph.piece.first); ph.piece.kind == namePiece && l.names > 0 && l.name.actor != nil && l.name.class != personClass {
		return l.name.actor.Country // "Sylvanian Foreign Ministry"
	}
	if ph.prev >= 0 && ph.title.office != nil {
		if p := &r.phrases[ph.prev]; len(p.who) == 1 && p.title.office != nil {
			return p.who[0].actor.Country
		}
	}
	return ""
}

// sectorsOf returns what a title says of sectors; a former holder is elite.
func sectorsOf(t *title) []string {
	switch {
	case t.former && t.office != nil:
		return []string{"ELI"}
	case t.office != nil && t.office.Sector != "":
		return []string{t.office.Sector}
	}
	return t.agent.sectors
}

// isState reports whether a code is a country's and not that of a kind of body.
func isState(code string) bool {
	switch code {
	case "", "IGO", "UNO", "EUR", "NGO", "MNC", "IMG", "ISM":
		return false
	}
	return true
}
