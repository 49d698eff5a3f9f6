package ref

import (
	"strings"

	"github.com/entente-kg/entente/schema"
)

// readPersons reads persons.tsv: name, country, gender, wikidata, short, aliases.
func readPersons(s *Source) error {
	rows, err := readTable("persons.tsv")
	if err != nil {
		return err
	}
	for _, r := range rows {
		a := schema.Actor{
			ID: PersonID(r.get("name")), Name: r.get("name"), Kind: schema.Person,
			Country: r.get("country"), Wikidata: r.get("wikidata"),
		}
		if r.get("sectors") != "" {
			a.Sectors = strings.Split(r.get("sectors"), ",")
		}
		s.addActor(a, func(string) Reading { return FullName }, r.list("aliases"))
		short := r.get("short")
		if short == "" {
			short = ShortName(a.Name, a.Country)
		}
		s.Persons[a.ID] = Person{Gender: r.get("gender"), Short: short}
	}
	return nil
}

// PersonID is the actor ID of a person of that name.
func PersonID(name string) string { return "actor:" + schema.Slug(name) }

// ShortName is the part of a name used alone: the family name with its
// particles, which in much of East Asia comes first.
func ShortName(name, country string) string {
	words := strings.Fields(name)
	if len(words) < 2 {
		return name
	}
	if familyFirst(country) && !strings.Contains(words[0], ".") && len(words) <= 3 && !hasWesternGivenName(words) {
		return words[0]
	}
	if last := len(words) - 1; last > 1 && isSuffix(words[last]) {
		words = words[:last]
	}
	i := len(words) - 1
	for i > 1 && isParticle(words[i-1]) {
		i--
	}
	return strings.Join(words[i:], " ")
}

// familyFirst lists the countries where news writes the family name first.
// Japan's is turned round in English; Vietnamese are called by the last name.
func familyFirst(country string) bool {
	switch country {
	case "CHN", "TWN", "KOR", "PRK", "HKG", "MAC", "KHM":
		return true
	}
	return false
}

// hasWesternGivenName tells "Carrie Lam" from "Lam Cheng Yuet-ngor": in a
// family-first name the last word is hyphenated, or there are just two or three short ones.
func hasWesternGivenName(words []string) bool {
	if strings.Contains(words[len(words)-1], "-") {
		return false
	}
	return givenNames()[fold(words[0])] != ""
}

func isParticle(w string) bool {
	switch strings.ToLower(w) {
	case "van", "von", "der", "den", "de", "del", "della", "di", "da", "dos", "das", "do", "la", "le", "las", "los",
		"al", "el", "bin", "ibn", "ben", "bint", "ter", "zu", "und", "du", "af", "st.", "san", "santa":
		return true
	}
	return false
}

func isSuffix(w string) bool {
	switch strings.Trim(w, ".") {
	case "Jr", "Sr", "II", "III", "IV":
		return true
	}
	return false
}

// readTenures reads tenures.tsv: body, office, person, from, to.
func readTenures(s *Source) error {
	rows, err := readTable("tenures.tsv")
	if err != nil {
		return err
	}
	codes := map[string]bool{}
	for _, c := range s.Countries {
		codes[c.Code] = true
	}
	for _, r := range rows {
		body := r.get("body")
		if !codes[body] {
			body = s.bodyID(body)
		}
		s.Tenures = append(s.Tenures, Tenure{
			PersonID: PersonID(r.get("person")), Body: body, Office: r.get("office"), From: r.get("from"), To: r.get("to"),
		})
	}
	return nil
}
