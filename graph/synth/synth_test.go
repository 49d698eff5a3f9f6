package synth

import (
	"testing"

	"github.com/entente-kg/entente/graph"
	"github.com/entente-kg/entente/schema"
)

func TestNamesDiffer(t *testing.T) {
	seen := map[string]int{}
	clashes := 0
	for i := range 20_000 {
		slug := schema.Slug(Name(i))
		if _, ok := seen[slug]; ok {
			clashes++
		}
		seen[slug] = i
	}
	if clashes > 0 {
		t.Errorf("%d of 20,000 names occur twice", clashes)
	}
}

func TestArticlesAreOfTheStatedSize(t *testing.T) {
	quads, n := 0, 500
	for x := range (World{Seed: 1}).Articles(n) {
		quads += len(graph.Quads(x))
	}
	if mean := quads / n; mean < QuadsPerArticle*8/10 || mean > QuadsPerArticle*12/10 {
		t.Errorf("%d quads an article, documented are %d", mean, QuadsPerArticle)
	}
}
