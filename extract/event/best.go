package event

import (
	"cmp"
	"slices"

	"github.com/entente-kg/entente/schema"
)

// bestReadings keeps one match a trigger: the one that fills more, then the
// longer trigger, then the higher prior.
func bestReadings(all []*match) []*match {
	slices.SortStableFunc(all, func(a, b *match) int {
		return cmp.Or(
			cmp.Compare(b.filled(), a.filled()),
			cmp.Compare(len(b.tokens()), len(a.tokens())),
			cmp.Compare(b.rule.Prior, a.rule.Prior),
		)
	})
	used := map[int]bool{}
	var out []*match
	for _, m := range all {
		if m.rule.Also {
			out = append(out, m)
			continue
		}
		if slices.ContainsFunc(m.tokens(), func(i int) bool { return used[i] }) {
			continue
		}
		for _, i := range m.tokens() {
			used[i] = true
		}
		out = append(out, m)
	}
	slices.SortStableFunc(out, func(a, b *match) int { return cmp.Compare(a.verb, b.verb) })
	return out
}

// filled counts how much of the rule was found; owners count half.
func (m *match) filled() int {
	n := 0
	for _, side := range [][]role{m.actors, m.recipients} {
		switch {
		case len(side) == 0:
		case side[0].owner:
			n++
		default:
			n += 2
		}
	}
	if schema.RelationNamed(m.rule.Relation).Symmetric && len(m.actors) > 1 && len(m.recipients) == 0 {
		n += 2
	}
	return n
}
