package event

import (
	"math"

	"github.com/entente-kg/entente/extract/actor"
	"github.com/entente-kg/entente/schema"
)

// slope and shift turn the sum of weights into a share that holds: fitted by
// logistic regression on the 989 edges read from the gold articles of
// extract/eval (weight 3) and a development set of 1,050 annotated sentences.
// Unscaled, the sum is too sure of itself at the top.
const (
	slope = 0.455
	shift = 0.543
)

// confidence estimates how likely an event is right, from the rule's prior and
// what the reading had to lean on. The weights are log-odds.
func confidence(t *tree, m *match, e *schema.Event) float64 {
	z := math.Log(m.rule.Prior / (1 - math.Min(m.rule.Prior, 0.99)))
	for _, side := range [][]role{m.actors, m.recipients} {
		for _, r := range side {
			z += mentionWeight(r)
		}
	}
	if e.Status == schema.Hypothetical {
		z -= 0.3
	}
	if len(t.Tokens) > 45 {
		z -= 0.3
	}
	z = slope*z + shift
	return math.Round(1000/(1+math.Exp(-z))) / 1000
}

// mentionWeight is what one participant's resolution adds.
func mentionWeight(r role) float64 {
	w := 0.0
	if r.owner {
		w -= 0.5
	}
	switch r.mention.How {
	case actor.ByTitle, actor.ByName:
		w += 0.2
	case actor.ByPronoun, actor.ByMetonym:
		w -= 0.4
	case actor.ByGroup:
		w -= 0.2
	}
	return w
}
