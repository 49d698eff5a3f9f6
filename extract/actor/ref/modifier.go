package ref

import (
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

// readCompound reads "London-based" as a place; "Iran-backed" says who helps
// them, not whose they are.
func (c *coder) readCompound(word string) {
	place, ok := strings.CutSuffix(word, "-based")
	if !ok {
		return
	}
	if _, hits := c.table.Match([]string{",", place}, 1); len(hits) > 0 {
		c.setCountry(hitCountry(hits[0]), word)
	}
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
