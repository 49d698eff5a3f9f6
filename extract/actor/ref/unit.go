package ref

import (
	"strings"
	"unicode"
)

// unit is a run of tokens of a phrase with one meaning for the coder.
type unit struct {
	text    string
	kind    unitKind
	hits    []Hit
	agent   Agent
	office  Office
	mod     modifier
	country string // of a people
}

type unitKind int

const (
	plainWord unitKind = iota
	nameUnit
	agentUnit
	officeUnit
	modifierUnit
	peopleUnit
	prepositionUnit
	commaUnit
	andUnit
)

// genitive is the token of a possessive ending. It is passed over between two
// units, for what stands before a noun modifies it either way, but belongs to
// names such as "Lord's Resistance Army".
const genitive = "'s"

// phraseTokens cuts a phrase at blanks and marks.
func phraseTokens(phrase string) []string {
	var out []string
	for _, field := range strings.Fields(phrase) {
		word := strings.TrimLeft(field, `"'“”‘’([{`)
		core := strings.TrimRight(word, `"'“”‘’)]},;:?!`)
		comma := strings.ContainsAny(word[len(core):], ",;:([{") || word != field && strings.ContainsAny(field[:1], "([{")
		core, owns := cutGenitive(core)
		if strings.HasSuffix(core, ".") && !strings.Contains(core[:len(core)-1], ".") && len(core) > 4 {
			core = core[:len(core)-1]
		}
		if strings.ContainsAny(field[:1], "([{") && comma {
			out = append(out, ",")
			comma = strings.ContainsAny(word[len(core):], ",;:")
		}
		if rest, ok := strings.CutPrefix(core, "ex-"); ok && rest != "" {
			out, core = append(out, "ex"), rest
		}
		if core != "" {
			out = append(out, core)
		}
		if owns {
			out = append(out, genitive)
		}
		if comma {
			out = append(out, ",")
		}
	}
	return out
}

func cutGenitive(word string) (core string, ok bool) {
	for _, end := range [...]string{"'s", "’s", "ʼs", "'S", "’S"} {
		if core, ok = strings.CutSuffix(word, end); ok {
			return core, true
		}
	}
	return word, false
}

// units reads the tokens as the longest runs known, left to right.
func (t *Table) units(tokens []string) []unit {
	var out []unit
	for i := 0; i < len(tokens); {
		if tokens[i] == genitive {
			i++
			continue
		}
		n, u := t.unitAt(tokens, i)
		out = append(out, u)
		i += n
	}
	return out
}

// unitAt returns the longest known run at i. Where two readings are equally
// long a name goes before an office, an office before an agent noun.
func (t *Table) unitAt(tokens []string, i int) (int, unit) {
	if n, u := markAt(tokens[i]); n > 0 {
		return n, u
	}
	best, u := 1, unit{kind: plainWord}
	if n, hits := t.matchName(tokens, i); n > 0 {
		best, u = n, unit{kind: nameUnit, hits: hits}
	}
	for n := min(len(tokens)-i, 8); n >= best && tokens[i] != "the" && tokens[i] != "The"; n-- {
		if v, ok := t.wordsUnit(tokens[i : i+n]); ok && (n > best || u.kind == plainWord) {
			best, u = n, v
			break
		}
	}
	u.text = strings.ReplaceAll(strings.Join(tokens[i:i+best], " "), " "+genitive, "")
	if role := prepositionRole(strings.ToLower(u.text)); u.kind == plainWord && role != "" {
		u.kind = prepositionUnit
	}
	return best, u
}

// markAt reads a comma or a conjunction.
func markAt(token string) (int, unit) {
	switch token {
	case ",":
		return 1, unit{text: ",", kind: commaUnit}
	case "and", "or", "&":
		return 1, unit{text: token, kind: andUnit}
	}
	return 0, unit{}
}

// matchName finds a name at i. An initial capital decides at the start of a
// phrase as anywhere: phrases are no sentences.
func (t *Table) matchName(tokens []string, i int) (int, []Hit) {
	shifted := append([]string{","}, tokens[i:]...)
	n, hits := t.Match(shifted, 1)
	if n > 0 || !allLower(tokens[i:]) || len(tokens[i]) < 4 {
		return n, hits
	}
	for k := 1; k < len(shifted); k++ { // "peruvian gunboats", typed in a hurry
		shifted[k] = title(shifted[k])
	}
	n, hits = t.Match(shifted, 1)
	if n == 0 || hits[0].Actor == nil || hits[0].Reading == FullName && n == 1 && t.isVocabulary(tokens[i]) {
		return 0, nil
	}
	return n, hits
}

func (t *Table) isVocabulary(word string) bool {
	_, ok := t.wordsUnit([]string{word})
	return ok
}

func allLower(tokens []string) bool {
	for _, w := range tokens {
		if strings.IndexFunc(w, unicode.IsUpper) >= 0 {
			return false
		}
	}
	return true
}

func title(w string) string { return strings.ToUpper(w[:1]) + w[1:] }

// wordsUnit looks a run up in the tables of offices, agents, peoples and
// modifiers, as it stands and, for "NATO's secretary general", without genitives.
func (t *Table) wordsUnit(tokens []string) (unit, bool) {
	words := strings.Join(tokens, " ")
	u, ok := t.keyUnit(officePhrase(words), tokens)
	if bare := strings.ReplaceAll(words, " "+genitive, ""); !ok && bare != words {
		return t.keyUnit(officePhrase(bare), tokens)
	}
	return u, ok
}

func (t *Table) keyUnit(key string, tokens []string) (unit, bool) {
	agent, isAgent := t.agents.byWords[key]
	office, isOffice := t.Office(key, "")
	switch {
	case isOffice:
		return unit{kind: officeUnit, office: office, agent: agent}, true
	case isAgent:
		return unit{kind: agentUnit, agent: agent}, true
	}
	if c, ok := t.words.peoples[key]; ok && !allLower(tokens) {
		return unit{kind: peopleUnit, country: c}, true
	}
	if m, ok := t.words.modifiers[key]; ok {
		return unit{kind: modifierUnit, mod: m}, true
	}
	return unit{}, false
}
