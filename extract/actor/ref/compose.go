package ref

import (
	"slices"
	"strings"
)

// sectors composes what was gathered, most specific first.
func (c *coder) sectors() []string {
	var out []string
	c.settleHead()
	if c.vague || !c.hasHead || has(c.own, "MIL") { // Hezbollah's soldiers are REB, its voters are not
		c.side, c.allied = append(c.side, c.allied...), nil
	}
	switch {
	case len(c.side) > 0:
		if has(c.side, "OPP") && (has(c.own, "UAF") || has(c.own, "MIL") && c.head.agent.Kind == "force") {
			out = append(out, "REB") // an opposition with arms
		}
		out = append(out, c.side...)
		if !c.vague && !(slices.Contains(c.side, "REB") && (has(c.own, "MIL") || has(c.own, "REB"))) {
			out = append(out, c.own...)
		}
	case has(c.own, "CVL") && has(c.owner, "REF"): // displaced Afghans
		out = c.owner
	case c.hasHead && !c.vague && len(c.own) > 0:
		out = append(out, c.own...)
		out = append(out, institutional(c.owner)...)
	case len(c.owner) > 0:
		out = c.owner
	case has(c.own, "UAF"):
		out = append(append(out, c.own...), c.field...) // Islamist gunmen
	case len(c.field) > 0:
		out = c.field
	case c.ownerIsBody():
	default:
		out = c.own
	}
	out = unique(out)
	if c.former && len(out) > 0 && isOfficial(out[0]) {
		out = unique(append([]string{"ELI"}, out...))
		c.because("has left office: ELI")
	}
	if c.country == "" && c.code != "" {
		c.setCountry(c.code, c.head.text+" without a country")
	}
	return out
}

// settleHead weighs the head again when all is read: people whom any body has are
// a named body's, an office of some bodies is that office in those, and what is
// criminal beside a court or its police is what they deal with.
func (c *coder) settleHead() {
	if c.body != "" && serveAny(c.head.agent.Words) && len(c.owner)+len(c.allied) > 0 {
		c.vague = true
	}
	if c.head.agent.Kind == "vehicle" && len(c.owner) > 0 {
		c.vague = true // a police helicopter
	}
	if c.head.kind == officeUnit && has(c.head.office.Bodies, c.country) {
		c.own = strings.Split(c.head.office.Sector, ",")
	}
	if len(c.allied) > 0 && c.head.kind == officeUnit && c.head.office.Key == "special-envoy" {
		c.vague = true
	}
	if !c.vague && slices.ContainsFunc(c.own, chasesCrime) {
		c.side = slices.DeleteFunc(slices.Clone(c.side), func(s string) bool { return s == "CRM" })
	}
}

func chasesCrime(sector string) bool {
	switch sector {
	case "JUD", "COP", "GOV", "LEG", "MED", "SOC", "JRN", "SPY":
		return true
	}
	return false
}

// ownerIsBody: the officials of an organisation that has no sector, such as the
// United Nations, have none either.
func (c *coder) ownerIsBody() bool { return c.vague && c.body != "" }

func has(list []string, s string) bool { return slices.Contains(list, s) }

// institutional keeps the sectors that stay visible beside the head's own: an
// army doctor is MED and MIL, a bank robber is not BUS.
func institutional(sectors []string) []string {
	var out []string
	for _, s := range sectors {
		switch s {
		case "MIL", "COP", "LEG", "JUD", "SPY", "PTY":
			out = append(out, s)
		}
	}
	return out
}

// isOfficial lists the sectors one can be a former member of.
func isOfficial(sector string) bool {
	switch sector {
	case "GOV", "LEG", "JUD", "MIL", "COP", "SPY", "PTY":
		return true
	}
	return false
}

func unique(list []string) []string {
	out := make([]string, 0, len(list))
	for _, s := range list {
		if !slices.Contains(out, s) {
			out = append(out, s)
		}
	}
	return out
}

// findHolder names the one person who held the office on the date, or else the
// organisation the phrase speaks of.
func (c *coder) findHolder() {
	if c.actor != nil {
		return
	}
	if c.date != "" && c.head.kind == officeUnit && !c.former {
		for _, body := range [...]string{c.body, c.country} {
			o, ok := c.table.Office(c.head.text, body)
			if body == "" || !ok || !o.Single {
				continue
			}
			if rows := c.table.Holder(body, o.Key, c.date); len(rows) == 1 {
				c.actor, c.named = c.table.Actor(rows[0].PersonID), true
				c.because(o.Title + " on " + c.date)
				return
			}
		}
	}
	if c.body != "" && c.hasHead {
		c.actor = c.table.Actor(c.body)
	}
}

// String joins country and sectors as event data writes them: "PERMIL".
func (c Coding) String() string {
	return c.Country + strings.Join(c.Sectors, "")
}
