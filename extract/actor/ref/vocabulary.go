package ref

import "strings"

// modifier is a word before a noun that says whose somebody is or how they
// stand in office.
type modifier struct {
	rank    string   // side, field, standing or neutral
	sectors []string // ELI for one who has left office
}

// vocabulary is what the phrase coder knows beside names, offices and agents.
type vocabulary struct {
	modifiers map[string]modifier
	peoples   map[string]string // words for a people or region → code of the state it lives in
}

func (v *vocabulary) read() error {
	v.modifiers, v.peoples = map[string]modifier{}, map[string]string{}
	rows, err := readTable("modifiers.tsv")
	if err != nil {
		return err
	}
	for _, r := range rows {
		m := modifier{rank: r.get("rank")}
		if r.get("sectors") != "" {
			m.sectors = strings.Split(r.get("sectors"), ",")
		}
		v.modifiers[officePhrase(r.get("words"))] = m
	}
	if rows, err = readTable("peoples.tsv"); err != nil {
		return err
	}
	for _, r := range rows {
		v.peoples[officePhrase(r.get("words"))] = r.get("country")
	}
	return nil
}

// People returns the state in which a people or region lives that is none
// itself: "Chechen" → RUS. Such words do not name the state.
func (t *Table) People(words string) (country string, ok bool) {
	country, ok = t.words.peoples[officePhrase(words)]
	return country, ok
}

// prepositions that tie a complement to the noun before it. owner: the
// complement says whose the noun is ("spokesman for the army"); place: where
// it is found; away: whom it is about, which says nothing of the noun.
func prepositionRole(word string) string {
	switch word {
	case "of", "for", "at", "by", "with", "within":
		return "owner"
	case "from", "in", "near", "off", "inside", "aboard", "throughout", "along", "across", "outside", "around":
		return "place"
	case "to", "loyal to":
		return "served"
	case "against", "on", "about", "over", "towards", "toward", "into", "between", "under", "after", "before", "who", "that", "which", "whose", "as", "during", "like", "including", "aligned", "accused", "killed", "loyal", "without":
		return "away"
	}
	return ""
}

// isQuantity tells words that count what follows "of": dozens of protesters.
func isQuantity(word string) bool {
	switch word {
	case "group", "groups", "number", "dozens", "hundreds", "thousands", "tens", "scores", "crowd", "crowds", "pair", "handful",
		"majority", "some", "many", "most", "several", "one", "two", "all", "none", "couple", "lots", "millions", "both", "half",
		"band", "bands", "convoy", "dozen", "any", "each", "few", "rest", "kind", "type", "list", "members", "member", "bunch", "team":
		return true
	}
	return false
}

func isDeterminer(word string) bool {
	switch word {
	case "a", "an", "the", "this", "that", "these", "those", "some", "several", "many", "any", "all", "both", "his", "her", "its",
		"their", "our", "my", "your", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "another", "other",
		"various", "few", "dozen", "every", "each", "no", "more", "most",
		"nearly", "almost", "approximately", "about", "roughly", "least", "than":
		return true
	}
	return word != "" && word[0] >= '0' && word[0] <= '9'
}
