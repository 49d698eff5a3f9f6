package ref

import (
	"cmp"
	"slices"
	"strings"

	"github.com/entente-kg/entente/schema"
)

// readModifier takes what a word before the head says of it.
func (c *coder) readModifier(u unit) {
	switch u.kind {
	case nameUnit:
		c.readOwnerName(u)
	case peopleUnit:
		c.setCountry(u.country, u.text+": people or region of "+u.country)
	case modifierUnit:
		c.readStanding(u)
	case agentUnit:
		c.code = u.agent.Code
		c.addSectors(u.text, u.agent.Sectors, u.agent.Kind == "role")
	case officeUnit:
		if u.agent.Words == "" || u.agent.Kind != "role" {
			c.owner = append(c.owner, strings.Split(u.office.Sector, ",")...)
		}
		c.officeBody(u)
	case plainWord:
		c.readCompound(u.text)
		c.readSurname(u.text)
	}
}

// readSurname takes the country from the name of somebody known by it alone:
// "the Assad regime". People who share a name and a country need not be told apart.
func (c *coder) readSurname(word string) {
	country, sectors, who := c.table.surnameCode(word, c.date)
	if country == "" || c.head.kind == nameUnit {
		return
	}
	c.setCountry(country, word+": family name of "+who)
	if !c.hasHead {
		c.own = sectors
	}
}

// readCompound reads "London-based" as a place, "Russian-American" as the latter;
// "Iran-backed" says who helps them, not whose they are.
func (c *coder) readCompound(word string) {
	at := strings.LastIndexByte(word, '-')
	if at < 0 {
		return
	}
	first, last := word[:at], word[at+1:]
	_, place := c.table.Match([]string{",", first}, 1)
	_, land := c.table.Match([]string{",", last}, 1)
	switch {
	case len(place) > 0 && last == "based":
		c.based = cmp.Or(c.based, hitCountry(place[0]))
	case len(land) > 0 && land[0].Reading == Adjective && !contrary(first):
		c.setCountry(land[0].Actor.Country, word+": adjective of "+land[0].Actor.Name)
	case len(place) > 0 && startsLower(last) && c.table.countries[hitCountry(place[0])] != nil:
		c.abroad = true
	}
}

// contrary reports whether a prefix turns a nationality into what it is for or against.
func contrary(prefix string) bool {
	switch strings.ToLower(prefix) {
	case "pro", "anti", "non", "ex", "trans", "counter":
		return true
	}
	return false
}

func startsLower(w string) bool { return w != "" && w[0] >= 'a' && w[0] <= 'z' }

// ofNoState reports whether a word is for a part of the world, or for all of it.
func ofNoState(word string) bool {
	switch word {
	case "countries", "nations", "world", "international", "global", "foreign", "multinational", "allied", "neighbouring", "neighboring",
		"Western", "African", "Asian", "Arab", "European", "Gulf", "Balkan", "Nordic", "Scandinavian", "Latin":
		return true
	}
	return false
}

func hitCountry(h Hit) string {
	if h.Actor != nil {
		return h.Actor.Country
	}
	return h.Place.Country
}

// readOwnerName takes country and sectors of a name that modifies the head.
func (c *coder) readOwnerName(u unit) {
	h := u.hits[0]
	c.setCountry(hitCountry(h), u.text+": "+string(h.Reading)+" of "+hitName(h))
	if h.Actor == nil || h.Actor.Kind == schema.State {
		if h.Reading == Metonym || h.Reading == Capital && h.Actor != nil {
			c.owner = append(c.owner, "GOV")
		}
		return
	}
	_, sectors, _ := c.table.CodeAt(h.Actor, c.date)
	if len(sectors) > 0 && isSide(sectors[0]) {
		c.allied = append(c.allied, sectors...)
		c.because(u.text + ": " + strings.Join(sectors, " "))
	} else {
		c.addSectors(u.text, sectors, false)
	}
	if h.Actor.Kind == schema.Organisation && c.body == "" {
		c.body = h.Actor.ID
	}
}

// serveAny reports whether the noun is for people whom any body has: with a named
// one they are its own. UNICEF's workers are no trade union, Boko Haram's
// suspects no thieves.
func serveAny(words string) bool {
	switch words {
	case "worker", "employee", "expert", "investigator", "inspector", "suspect", "prisoner", "detainee", "inmate", "negotiator", "mediator",
		"researcher", "analyst", "economist", "engineer", "guard", "lawyer", "volunteer", "observer", "monitor", "driver", "executive", "captive":
		return true
	}
	return false
}

func hitName(h Hit) string {
	if h.Actor != nil {
		return h.Actor.Name
	}
	return h.Place.Country
}

// addSectors files the sectors of a noun that modifies the head.
func (c *coder) addSectors(text string, sectors []string, role bool) {
	if len(sectors) == 0 || role || sectors[0] == "CVL" {
		return // "national council", "people's court": says nothing of the head
	}
	if isSide(sectors[0]) {
		c.side = append(c.side, sectors...)
	} else {
		c.owner = append(c.owner, sectors...)
	}
	c.because(text + ": " + strings.Join(sectors, " "))
}

func isSide(sector string) bool {
	return sector == "REB" || sector == "OPP" || sector == "PRM" || sector == "CRM"
}

func (c *coder) readStanding(u unit) {
	switch u.mod.rank {
	case "side":
		c.side = append(c.side, u.mod.sectors...)
	case "field":
		c.field = append(c.field, u.mod.sectors...)
	case "standing":
		if slices.Contains(u.mod.sectors, "ELI") {
			c.former = true
		}
		c.because(u.text + ": how they stand in office")
		return
	}
	c.because(u.text + ": " + strings.Join(u.mod.sectors, " "))
}
