package ref

import (
	"cmp"
	"slices"
)

// Offices lists every office, sorted by key.
func (t *Table) Offices() []Office {
	out := make([]Office, 0, len(t.offices.byKey))
	for _, o := range t.offices.byKey {
		out = append(out, o)
	}
	slices.SortFunc(out, func(a, b Office) int { return cmp.Compare(a.Key, b.Key) })
	return out
}

// Agents lists every agent noun, sorted by its words.
func (t *Table) Agents() []Agent {
	out := make([]Agent, 0, len(t.agents.byWords))
	for key, a := range t.agents.byWords {
		if key == officePhrase(a.Words) {
			out = append(out, a)
		}
	}
	slices.SortFunc(out, func(a, b Agent) int { return cmp.Compare(a.Words, b.Words) })
	return out
}
