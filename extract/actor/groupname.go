package actor

import (
	"strings"

	"github.com/entente-kg/entente/schema"
)

// genericName spells the phrase as a name: nationality, then the words of the role.
func (r *reading) genericName(ph *phrase, country string) string {
	words := plainNoun(ph.title.text)
	if r.ownForce(ph) {
		return r.official(country) + " " + r.ministry(words) // "police in Peru" are the Peruvian police
	}
	if ph.partner >= 0 {
		return r.nameText(&r.phrases[ph.partner]) + ph.title.text // "Armenian-backed militias"
	}
	if ph.of >= 0 {
		if name := r.complementName(ph); name != "" {
			words += " " + ph.prep + " " + name
		}
	}
	owner := r.ownerName(ph)
	if owner == "" && country != "" && words == plainNoun(ph.title.text) && r.genericKind(ph) != schema.Person && !people(ph.piece.agent.lemma) {
		owner = r.adjective(country)
	}
	if owner == "" && ph.piece.kind == officePiece && country != "" && country == r.publisher {
		owner = r.adjective(country) // "the Prime Minister" in a release of his government
	}
	if owner != "" && country != "" && ph.of < 0 {
		words = r.ministry(words)
	}
	return strings.TrimSpace(owner + " " + words)
}

// ownForce reports whether "in" and a state say whose a force or body is that
// acts for no other: "police in Peru".
func (r *reading) ownForce(ph *phrase) bool {
	if ph.of < 0 || ph.prep != "in" || ph.owner >= 0 || !r.phrases[ph.of].piece.known(stateClass) || r.phrases[ph.of].owner >= 0 {
		return false
	}
	switch ph.title.text {
	case "police", "parliament", "army", "military", "lawmakers", "prosecutors", "courts", "security forces", "opposition":
		return true
	}
	return false
}

// plainNoun drops from a role what says how many, how old or how big: none of it
// tells one group from another.
func plainNoun(text string) string {
	for {
		first, rest, ok := strings.Cut(text, " ")
		if !ok || !measuring(first) && first[0] != '-' && (first[0] < '0' || first[0] > '9') {
			return text
		}
		text = rest
	}
}

func measuring(low string) bool {
	switch low {
	case "only", "single", "multiple", "several", "numerous", "various", "such", "many", "few", "more", "other", "others", "certain", "different", "additional",
		"hundred", "thousand", "million", "billion", "dozen", "hundreds", "thousands", "millions", "dozens", "alleged", "suspected", "nearby",
		"big", "large", "small", "young", "elderly", "year-old", "-old", "apparent", "most", "least", "possible", "innocent", "desperate",
		"vigilant", "vulnerable", "legitimate", "peaceful", "angry", "violent", "brutal", "ordinary", "frightened", "terrified", "grieving", "excessive", "enough",
		"further", "fresh", "famous", "influential", "powerful", "renowned", "notorious", "so-called", "unnamed", "unidentified", "unknown",
		"some", "all", "both", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "prominent", "top", "senior", "leading", "high-ranking":
		return true
	}
	return false
}

// people reports whether a noun is for anybody: a country before it would make
// the nation of some of its people.
func people(lemma string) bool {
	switch lemma[strings.LastIndexByte(lemma, ' ')+1:] {
	case "people", "person", "individual", "victim", "passenger", "patient", "family", "man", "woman", "child", "member", "boy", "girl", "body":
		return true
	}
	return false
}

func (r *reading) complementName(ph *phrase) string {
	of := &r.phrases[ph.of]
	if of.place != nil && of.piece.known(placeClass) {
		return of.place.Name // "the mayor of Lima", not of Peru
	}
	if len(of.who) > 0 {
		return of.who[0].actor.Name
	}
	if of.place != nil {
		return of.place.Name
	}
	from := of.first
	for from < of.piece.first && r.ws[from].determiner() != bare {
		from++
	}
	if of.nominal() && of.last-from <= 6 {
		return r.doc.Text[r.s.Tokens[from].Start:r.s.Tokens[of.last-1].End] // "Egyptian cabinet"
	}
	return ""
}

// ownerName spells the owner before the noun: "Russian", "Vladimir Putin's", "State Department".
func (r *reading) ownerName(ph *phrase) string {
	if ph.owner < 0 {
		return ""
	}
	o := &r.phrases[ph.owner]
	if o.piece.known(demonymClass) && ph.piece.agent.kind == schema.Organisation && o.piece.entry.actor.Country == "USA" {
		return r.official("USA") // "the American embassy" is the US Embassy
	}
	if o.piece.known(demonymClass) {
		return r.nameText(o)
	}
	switch {
	case o.piece.known(placeClass) && o.place != nil:
		return o.place.Name
	case len(o.who) == 0 && o.piece.named():
		return r.nameText(o)
	case len(o.who) == 0:
		return ""
	case o.who[0].actor.Kind == schema.State && ph.piece.agent.kind == schema.Organisation:
		return r.official(o.who[0].actor.Country)
	case o.who[0].actor.Kind == schema.State:
		return r.adjective(o.who[0].actor.Country)
	case o.who[0].actor.Kind == schema.Person && (o.piece.kind == pronounPiece || r.possesses(o) || ph.first > 0 && r.ws[ph.first-1].low == "whose"):
		return o.who[0].actor.Name + "'s"
	}
	return o.who[0].actor.Name
}

// adjective returns "Russian" for RUS; the country's name where it has no adjective.
func (r *reading) adjective(code string) string { return r.lex.adjective(code) }

func (x *lexicon) adjective(code string) string {
	c, ok := x.table.Country(code)
	switch {
	case !ok:
		return ""
	case c.Adjective == "":
		return c.Name
	}
	return c.Adjective
}

// provisionalName gives a body without a name of its own its country's:
// "Russian Foreign Ministry" for "Russia's Foreign Ministry".
func (r *reading) provisionalName(ph *phrase, name string, kind schema.Kind) string {
	if kind != schema.Organisation {
		return name
	}
	if code, rest := r.stateBody(name); code == "USA" && r.common(rest) && !commercial(rest) {
		return r.official(code) + " " + rest // "U.S.", "United States", "American"
	}
	if ph.owner < 0 || ph.title.given() {
		return r.stateMinistry(name)
	}
	o := &r.phrases[ph.owner]
	if o.last == ph.piece.first && o.piece.kind == knownPiece || !strings.Contains(name, " ") && !o.piece.known(stateClass) {
		// "Lagos State Polytechnic", "the U.S. Attorney's Office"
		return r.stateMinistry(r.doc.Text[r.s.Tokens[min(o.piece.first, o.nameStart())].Start:r.s.Tokens[ph.piece.last-1].End])
	}
	if o.piece.known(stateClass) || o.piece.known(demonymClass) {
		if adj := r.official(o.piece.entry.actor.Country); adj != "" && !strings.HasPrefix(name, adj) {
			return adj + " " + r.ministry(name)
		}
	}
	return r.stateMinistry(name)
}

// commercial reports whether one word after a nationality makes a company's name:
// "American Airlines" are not America's.
func commercial(rest string) bool {
	switch lower(rest) {
	case "airlines", "airways", "air", "motors", "industries", "holdings", "telecom", "media", "petroleum", "pharmaceuticals", "systems", "technologies",
		"networks", "studios", "express", "bank", "energy", "oil", "steel", "broadcasting", "post", "times", "herald", "tribune", "television":
		return true
	}
	return false
}

// official returns the adjective that the country's bodies are named with:
// "Russian", but "US".
func (r *reading) official(code string) string {
	if code == "USA" {
		return "US"
	}
	return r.adjective(code)
}

// stateBody cuts a body's name that begins with a country in two: USA and
// "Department of Transportation"; the code is "" when it does not begin so.
func (r *reading) stateBody(name string) (code, rest string) {
	words := strings.Fields(name)
	e, n := r.lex.match(append([]string{"the"}, words...), 1, "")
	if n == 0 || n >= len(words) || e.class != stateClass && e.class != demonymClass {
		return "", name
	}
	return e.actor.Country, strings.Join(words[n:], " ")
}
