package actor

import (
	"strings"

	"github.com/entente-kg/entente/extract/actor/ref"
	"github.com/entente-kg/entente/schema"
)

// office returns the longest office at word i.
func (x *lexicon) office(ws []word, i int) (*office, int) {
	o, many, n := x.offices.find(ws, i)
	if o == nil {
		return nil, 0
	}
	lemma := singular(ws[i+n-1].low, many)
	return &office{Office: *o, plural: many, lemma: lemma, words: phraseOf(ws[i:i+n-1], lemma)}, n
}

// phraseOf spells words and a last one with single spaces.
func phraseOf(ws []word, last string) string {
	var b strings.Builder
	for i := range ws {
		if ws[i].form != "-" {
			b.WriteString(ws[i].low)
			b.WriteByte(' ')
		}
	}
	return b.String() + last
}

// officeIn returns what the office is in a country: "chancellor" of DEU or GBR.
func (x *lexicon) officeIn(o *office, country string) *office {
	if o == nil || country == "" {
		return o
	}
	found, ok := x.table.Office(o.words, country)
	if !ok || found.Key == o.Key {
		return o
	}
	c := *o
	c.Office = found
	return &c
}

// agent returns the longest noun for people at word i.
func (x *lexicon) agent(ws []word, i int) (agent, int) {
	a, many, n := x.nouns.find(ws, i)
	if a == nil {
		return agent{}, 0
	}
	many = many || a.Words == a.Plural
	return agent{lemma: a.Words, sectors: a.Sectors, kind: kindOf(a, many), plural: many, state: forState(a), vehicle: a.Kind == "vehicle"}, n
}

func singular(low string, many bool) string {
	switch {
	case !many:
		return low
	case strings.HasSuffix(low, "men"):
		return low[:len(low)-2] + "an"
	case strings.HasSuffix(low, "ies"):
		return low[:len(low)-3] + "y"
	}
	return strings.TrimSuffix(low, "s")
}

func kindOf(a *ref.Agent, many bool) schema.Kind {
	switch a.Kind {
	case "role":
		if k := roleBody(a.Words); k != "" {
			return k
		}
		fallthrough
	case "person":
		if many {
			return schema.Group
		}
		return schema.Person
	case "body":
		return schema.Organisation
	case "state":
		return schema.State
	}
	return schema.Group
}

// roleBody tells the bodies and groups among the nouns whose sector is their
// owner's; "" for those of a single person.
func roleBody(words string) schema.Kind {
	switch words {
	case "agency", "alliance", "association", "bloc", "board", "body", "branch", "bureau", "commission", "committee", "council", "federation", "forum", "front",
		"league", "mission", "movement", "network", "office", "organisation", "organization", "panel", "president's office", "society", "summit", "team",
		"negotiating team", "unit", "wing", "group", "faction", "cell", "camp":
		return schema.Organisation
	case "authorities", "electorate", "elite", "family", "people", "personnel", "staff":
		return schema.Group
	}
	return ""
}

// forState reports whether the noun, with a nationality, is the state at work.
func forState(a *ref.Agent) bool {
	switch a.Words {
	case "official", "government official", "administration official", "military official", "defence official", "defense official", "intelligence official", "security official",
		"diplomat", "negotiator", "representative", "authority", "authorities", "government", "central government", "interim government",
		"military government", "government authority", "regime", "junta", "military junta", "administration", "leadership", "presidency", "military", "army", "navy", "air force",
		"soldier", "troop", "government troops", "marine", "sailor", "serviceman", "commando", "paratrooper", "peacekeeper", "military officer",
		"army officer", "naval officer", "side", "delegation", "negotiating team":
		return true
	}
	return (a.Kind == "force" || a.Kind == "vehicle") && len(a.Sectors) > 0 && (a.Sectors[0] == "MIL" || a.Sectors[0] == "GOV")
}
