package ref

import (
	"cmp"
	"slices"
	"strings"

	"github.com/entente-kg/entente/schema"
)

// Coding is a noun phrase read as event-data people write actors.
type Coding struct {
	Text    string   `json:"text"`
	Actor   string   `json:"actor"` // ID of the known actor named, or of the organisation they belong to
	Name    string   `json:"name"`
	Country string   `json:"country"` // alpha-3, or IGO, UNO, EUR, NGO, MNC, IMG, ISM
	Sectors []string `json:"sectors"` // most specific first
	Why     string   `json:"why"`
}

// Code reads a phrase such as "Lagos traffic police" or "the interior
// ministry's press officer". The context, a sentence or an article, is asked
// for the country when the phrase has none; the date, when given, decides who
// held an office and who had left one.
//
// The phrase is cut into the longest known runs: names, offices, agent nouns,
// modifiers. The last noun before a preposition is the head and gives the
// sector; what stands before it, and what "of" or "for" ties to it, gives the
// country, and the sector of a head that has none of its own ("spokesman"). A
// word that says whose side somebody is on ("rebel", "opposition") outranks the
// head, and somebody who has left office is ELI before anything else.
func (t *Table) Code(phrase, context, date string) Coding {
	c := &coder{table: t, date: date}
	tokens := phraseTokens(phrase)
	if n := len(tokens); n > 1 && tokens[n-1] == genitive {
		tokens = tokens[:n-1]
	}
	for len(tokens) > 1 && isDeterminer(strings.ToLower(tokens[0])) && !c.isName(tokens) {
		tokens = tokens[1:]
	}
	c.read(t.units(tokens))
	if !c.hasHead && len(tokens) == 1 {
		c.actor = c.table.onlyBearer(tokens[0], date)
		c.named = c.actor != nil
	}
	if !c.hasHead && c.country == "" {
		c.introduce(tokens, context)
	}
	c.abroad = c.abroad || slices.ContainsFunc(tokens, ofNoState)
	c.setCountry(c.based, "based there")
	if c.country == "" {
		c.askContext(phrase, context)
	}
	sectors := c.sectors() // may still find a country
	out := Coding{Text: phrase, Name: strings.Join(tokens, " "), Country: c.country, Sectors: sectors}
	out.Name = strings.NewReplacer(" ,", ",", " "+genitive, genitive).Replace(out.Name)
	c.findHolder()
	if c.actor != nil {
		out.Actor = c.actor.ID
		if c.named {
			out.Name = c.actor.Name
		}
	}
	if out.Country == "" && len(out.Sectors) == 0 {
		c.because("no word of it is known")
	}
	out.Why = strings.Join(c.why, "; ")
	return out
}

// coder gathers what the words of one phrase say.
type coder struct {
	table *Table
	date  string

	actor   *schema.Actor // named by the phrase, or the organisation it speaks of
	named   bool          // the phrase is the actor, not somebody of it
	country string
	code    string // of an agent noun without country: NGO
	body    string // actor ID of an organisation whose office may be meant
	head    unit
	hasHead bool
	former  bool
	plain   string   // noun not known
	side    []string // sectors by rank, in order of appearance
	allied  []string // sectors of a named armed group or movement
	owner   []string
	field   []string
	own     []string // of the head itself
	vague   bool     // the head has no sector of its own
	abroad  bool     // the phrase is of no one country: "West African leaders", "Western allies"
	based   string   // where it is based, for what has no country
	why     []string
}

func (c *coder) because(reason string) {
	if !slices.Contains(c.why, reason) {
		c.why = append(c.why, reason)
	}
}

func (c *coder) isName(tokens []string) bool {
	n, _ := c.table.matchName(tokens, 0)
	return n > 0
}

// read takes the core first, then what is tied to it. "Dozens of protesters"
// has its core behind "of".
func (c *coder) read(units []unit) {
	for i := range units {
		if today := slices.DeleteFunc(slices.Clone(units[i].hits), func(h Hit) bool { return !h.On(c.date) }); len(today) > 0 {
			units[i].hits = today
		}
	}
	list := clauses(units)
	if len(list) > 1 && len(list[0].units) == 0 {
		list = list[1:] // "around 70,000 Kenyans"
		list[0].role = ""
	}
	if len(list) > 1 && list[1].role == "owner" && countsOnly(list[0].units) {
		list = list[1:]
	}
	c.readCore(list[0].units)
	for _, part := range list[1:] {
		switch part.role {
		case "owner":
			c.readOwner(part.units)
		case "served":
			if c.serves() {
				c.readOwner(part.units)
			}
		case "place":
			c.readPlace(part.units)
		case "apposition":
			c.readApposition(part.units)
		}
	}
}

// serves reports whether the head belongs to whom "to" names: an aide or adviser
// does, an ambassador does not.
func (c *coder) serves() bool {
	switch c.head.agent.Words {
	case "aide", "adviser", "senior adviser", "senior aide", "assistant", "secretary", "counsel", "counsellor", "deputy", "successor", "heir", "special assistant", "close aide", "speechwriter", "bodyguard", "interpreter":
		return c.hasHead
	}
	return false
}

// readCore finds the head of a clause and reads what stands before it.
func (c *coder) readCore(units []unit) {
	at := headOf(units)
	for i, u := range units {
		if u.kind == plainWord && i > 0 && units[i-1].givenName() {
			continue // "Odin Sanchez" is not the Sanchez who is known
		}
		switch {
		case i == at:
			c.readHead(u, units[:i])
		case i > at && at >= 0 && u.kind == plainWord && i == len(units)-1 && i == at+1:
			c.readBearer(u.text)
		case i < at || at < 0:
			c.readModifier(u)
		case u.kind == nameUnit && u.hits[0].Actor != nil && u.hits[0].Actor.Kind == schema.Person:
			c.readModifier(u)
		}
		if u.kind == plainWord && at < 0 {
			c.plain = u.text
		}
	}
}

// readBearer takes the name after an office for the one person of that family name
// known to hold it: "President Obama". Of several, it takes the country they share.
func (c *coder) readBearer(name string) {
	if c.head.kind != officeUnit || !startsUpper(name) {
		return
	}
	var held []*schema.Actor
	for _, a := range c.table.Surname(name) {
		if c.table.held(a.ID, c.head.office.Key, c.date) && (c.country == "" || a.Country == c.country) {
			held = append(held, a)
		}
	}
	if c.date != "" && len(held) > 1 {
		held = slices.DeleteFunc(held, func(a *schema.Actor) bool { return !c.table.serves(a.ID, c.date) })
	}
	if len(held) == 0 {
		return
	}
	for _, a := range held[1:] {
		if a.Country != held[0].Country {
			return
		}
	}
	country, sectors, why := c.table.CodeAt(held[0], c.date)
	c.setCountry(country, c.head.text+" "+name+": "+held[0].Name+" ("+why+")")
	if len(held) == 1 {
		c.actor, c.named, c.own = held[0], true, sectors
	}
}

func (c *coder) readHead(u unit, before []unit) {
	c.head, c.hasHead = u, true
	switch u.kind {
	case agentUnit:
		c.headSectors(u.agent.Sectors, isVague(u.agent))
		c.code = cmp.Or(u.agent.Code, c.code)
		c.because(u.text + ": " + describeAgent(u.agent))
	case officeUnit:
		c.headSectors(strings.Split(u.office.Sector, ","), u.agent.Kind == "role")
		if u.agent.Words != "" && len(u.agent.Sectors) > 0 {
			c.own = u.agent.Sectors
		}
		c.because(u.text + ": office of " + u.office.Title)
		if !slices.ContainsFunc(before, bearsCountry) {
			c.officeBody(u)
		}
	case peopleUnit:
		c.setCountry(u.country, u.text+" live in "+u.country)
		c.own = []string{"CVL"}
	case nameUnit:
		c.readName(u, before)
	}
}

// officeBody takes the country of an office that one body only has.
func (c *coder) officeBody(u unit) {
	if len(u.office.Bodies) != 1 || c.country != "" {
		return
	}
	body := u.office.Bodies[0]
	if a := c.table.Actor(body); a != nil {
		c.body = body
	}
	c.setCountry(bodyCountry(c.table, body, ""), u.text+" is an office of "+strings.TrimPrefix(body, "actor:")+" only")
}

func bearsCountry(u unit) bool { return u.kind == nameUnit || u.kind == peopleUnit }

func isVague(a Agent) bool { return a.Kind == "role" || len(a.Sectors) == 0 || a.Sectors[0] == "UAF" }

func (c *coder) headSectors(sectors []string, vague bool) { c.own, c.vague = sectors, vague }

func describeAgent(a Agent) string {
	if len(a.Sectors) == 0 {
		return "of whatever it belongs to"
	}
	return strings.Join(a.Sectors, " ") + " " + a.Kind
}

func (c *coder) setCountry(code, reason string) {
	if c.country != "" || code == "" {
		return
	}
	c.country = code
	c.because(reason)
}

// readName codes a name that is the head.
func (c *coder) readName(u unit, before []unit) {
	h := u.hits[0]
	switch {
	case h.Actor == nil: // a city
		c.setCountry(h.Place.Country, u.text+": "+string(h.Reading)+" in "+h.Place.Country)
		return
	case slices.ContainsFunc(u.hits, func(h Hit) bool { return h.Reading == People || h.Reading == Citizen }):
		c.setCountry(h.Actor.Country, u.text+": people of "+h.Actor.Name)
		c.own = []string{"CVL"}
		return
	case h.Reading == Adjective:
		c.setCountry(h.Actor.Country, u.text+": of "+h.Actor.Name)
		return
	}
	if h.Actor.Kind == schema.State && slices.ContainsFunc(before, direction) {
		c.setCountry(h.Actor.Country, u.text+": a part of "+h.Actor.Name)
		return
	}
	country, sectors, why := c.table.CodeAt(h.Actor, c.date)
	if h.Actor.Kind == schema.State {
		why = "the state acts by its government"
	}
	c.actor, c.named = h.Actor, true
	if h.Actor.Kind == schema.Person {
		c.country = "" // the person's own, whatever stood before
	}
	c.setCountry(country, u.text+": "+string(h.Reading)+" of "+h.Actor.Name+" ("+why+")")
	c.own = sectors
}

// direction reports whether a word makes a part of a state of it: "northern Mexico".
func direction(u unit) bool {
	switch strings.ToLower(u.text) {
	case "north", "south", "east", "west", "northern", "southern", "eastern", "western", "central", "north-eastern", "northeastern", "northwestern",
		"southeastern", "southwestern", "north-western", "south-eastern", "south-western", "rural", "coastal", "mainland", "upper", "lower", "parts":
		return u.kind == plainWord || u.kind == modifierUnit
	}
	return false
}

// readOwner takes from "of X", "for X" whose the head is.
func (c *coder) readOwner(units []unit) {
	for i, u := range units {
		if u.kind == nameUnit || u.kind == peopleUnit || u.kind == modifierUnit && i == len(units)-1 {
			c.readModifier(u)
		}
		side := len(u.agent.Sectors) > 0 && isSide(u.agent.Sectors[0])
		if (u.kind == agentUnit || u.kind == officeUnit) && (c.vague || side) {
			c.readModifier(u)
		}
	}
	if !c.hasHead {
		c.readCore(units)
	}
}

// readPlace takes the country from "in X", "from X".
func (c *coder) readPlace(units []unit) {
	for _, u := range units {
		switch {
		case u.text == "exile":
			c.side = append(c.side, "OPP")
			c.because("in exile: OPP")
		case u.kind == nameUnit:
			c.setCountry(hitCountry(u.hits[0]), "in or from "+u.text)
		case u.kind == peopleUnit:
			c.setCountry(u.country, "in or from "+u.text)
		}
	}
}

// readApposition lets ", the Syrian envoy" code a name that is not known.
func (c *coder) readApposition(units []unit) {
	if c.hasHead && c.country != "" && (len(c.own) > 0 || c.named) {
		return
	}
	if !c.hasHead && !(len(units) == 1 && units[0].land()) {
		c.readCore(units)
		return
	}
	for _, u := range units {
		if u.kind == nameUnit || u.kind == peopleUnit {
			c.readModifier(u)
		}
	}
}
