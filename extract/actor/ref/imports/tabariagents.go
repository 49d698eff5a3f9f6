package imports

import (
	"regexp"
	"slices"
	"strings"

	"github.com/entente-kg/entente/extract/actor/ref"
)

var (
	setLine   = regexp.MustCompile(`^!([A-Z]+)!\s*=\s*(.+)$`)
	agentForm = regexp.MustCompile(`^([^\[\]{}]+?)\s*(\{([^}]*)\})?\s*\[([^\]]+)\]$`)
	setUse    = regexp.MustCompile(`!([A-Z]+)!`)
)

// readAgents reads an agent dictionary: noun, irregular plural in braces
// ("{}" for none), code. !SET! in a noun stands for each word of the set.
func (b *builder) readAgents(data []byte) {
	sets := map[string][]string{}
	seen := map[string]int{}
	for i, text := range lines(data) {
		b.rep.Lines++
		body, _, _ := strings.Cut(text, "#")
		body = strings.TrimSpace(body)
		if body == "" {
			b.rep.Blank++
			continue
		}
		if m := setLine.FindStringSubmatch(body); m != nil {
			for _, w := range strings.Split(m[2], ",") {
				sets[m[1]] = append(sets[m[1]], strings.TrimSpace(w))
			}
			b.rep.Imported++
			continue
		}
		b.agent(i+1, text, body, sets, seen)
	}
}

func (b *builder) agent(line int, text, body string, sets map[string][]string, seen map[string]int) {
	m := agentForm.FindStringSubmatch(body)
	if m == nil {
		b.rep.refuse(line, text, "want NOUN {PLURAL} [~CODE]")
		return
	}
	code := m[4]
	country, sectors, left := b.splitCode(code)
	if len(sectors) == 0 && country == "" {
		b.rep.refuse(line, text, "no sector in code [%s]", code)
		return
	}
	if len(left) > 0 {
		b.rep.note(line, text, "no PLOVER word for %s of [%s]", strings.Join(left, " "), code)
	}
	key := strings.Trim(m[1], " _") + " " + code
	if first := seen[key]; first > 0 {
		b.rep.refuse(line, text, "says the same as line %d", first)
		return
	}
	seen[key] = line
	for _, noun := range expand(strings.Trim(m[1], " _"), sets) {
		b.addAgent(noun, m[2] != "", m[3], country, sectors)
	}
	b.rep.Imported++
}

// expand replaces every set in a noun by each of its words.
func expand(noun string, sets map[string][]string) []string {
	m := setUse.FindStringSubmatchIndex(noun)
	if m == nil {
		return []string{noun}
	}
	var out []string
	for _, w := range sets[noun[m[2]:m[3]]] {
		out = append(out, expand(noun[:m[0]]+w+noun[m[1]:], sets)...)
	}
	return out
}

func (b *builder) addAgent(noun string, hasBraces bool, plural, country string, sectors []string) {
	a := ref.Agent{Words: lowerWords(noun), Plural: lowerWords(plural), Sectors: sectors, Kind: "person", Code: country}
	if a.Words == "" {
		return
	}
	switch {
	case hasBraces && a.Plural == "":
		a.Plural = a.Words
	case a.Plural == "":
		a.Plural = ref.Plural(a.Words)
	}
	if slices.Contains(sectors, "BUS") || slices.Contains(sectors, "GOV") && strings.Contains(a.Words, "ministry") {
		a.Kind = "body"
	}
	b.source.Agents = append(b.source.Agents, a)
}

func lowerWords(raw string) string {
	return strings.ToLower(strings.Join(strings.FieldsFunc(raw, func(r rune) bool { return r == '_' || r == ' ' }), " "))
}
