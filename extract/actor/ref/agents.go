package ref

import "strings"

// Agent is a word for people who act: "lawmaker", "gunboat", "traffic police".
type Agent struct {
	Words   string // singular
	Plural  string
	Sectors []string // most specific first; empty: those of the organisation they belong to
	Kind    string   // person, group, force, body, vehicle, or role: whose Sectors count only where nothing else tells
	Code    string   // IGO, NGO, MNC for those of no country; else empty
}

type agents struct {
	byWords map[string]Agent
	longest int // words of the longest
}

func (x *agents) add(list []Agent) {
	if x.byWords == nil {
		x.byWords = map[string]Agent{}
	}
	for _, a := range list {
		for _, words := range []string{a.Words, a.Plural} {
			if key := officePhrase(words); key != "" {
				x.byWords[key] = a
				x.longest = max(x.longest, strings.Count(key, " ")+1)
			}
		}
	}
}

// Agent returns the agent noun a phrase is, singular or plural.
func (t *Table) Agent(words string) (Agent, bool) {
	a, ok := t.agents.byWords[officePhrase(words)]
	return a, ok
}

func readAgents(s *Source) error {
	rows, err := readTable("agents.tsv")
	if err != nil {
		return err
	}
	for _, r := range rows {
		a := Agent{Words: r.get("words"), Plural: r.get("plural"), Kind: r.get("kind"), Code: r.get("code")}
		if a.Plural == "" {
			a.Plural = Plural(a.Words)
		}
		if r.get("sectors") != "" {
			a.Sectors = strings.Split(r.get("sectors"), ",")
		}
		s.Agents = append(s.Agents, a)
	}
	return nil
}

// Plural forms the plural of a noun phrase's last word by English rule.
func Plural(words string) string {
	for _, end := range [...][2]string{{"woman", "women"}, {"man", "men"}, {"person", "people"}, {"wife", "wives"}} {
		if stem, ok := strings.CutSuffix(words, end[0]); ok {
			return stem + end[1]
		}
	}
	n := len(words)
	switch {
	case n > 1 && words[n-1] == 'y' && !strings.ContainsRune("aeiou", rune(words[n-2])):
		return words[:n-1] + "ies"
	case strings.HasSuffix(words, "s"), strings.HasSuffix(words, "x"), strings.HasSuffix(words, "ch"), strings.HasSuffix(words, "sh"):
		return words + "es"
	}
	return words + "s"
}

// singular undoes Plural for regular words.
func singular(word string) string {
	if stem, ok := strings.CutSuffix(word, "ies"); ok {
		return stem + "y"
	}
	return strings.TrimSuffix(word, "s")
}
