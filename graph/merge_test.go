package graph

import (
	"context"
	"flag"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/entente-kg/entente/graph/identity"
	"github.com/entente-kg/entente/graph/synth"
	"github.com/entente-kg/entente/schema"
	"pgregory.net/rapid"
)

// drawShards draws three shards of articles of few IDs, so that they hold several
// versions of one: other texts, and the same text after people decided who is who.
func drawShards(rt *rapid.T) (shards [3][]schema.Extraction) {
	for i := range shards {
		for range rapid.IntRange(0, 4).Draw(rt, "articles") {
			st := rapid.SampledFrom(stories()).Draw(rt, "story")
			st.text += rapid.SampledFrom([]string{"", " Again.", " And again."}).Draw(rt, "version")
			x := st.extraction()
			if lines := rapid.SampledFrom(decisions()).Draw(rt, "decisions"); lines != "" {
				x = decided(rt, lines, x)
			}
			shards[i] = append(shards[i], x)
		}
	}
	return shards
}

// decisions are journals of people who decided differently.
func decisions() []string {
	return []string{
		"", "",
		"1 merge actor:adam-lind actor:hanna-lind",
		"1 reject actor:peru",
		"1 alias actor:radu-vasile \"the envoy\"\n2 merge actor:adam-lind actor:radu-vasile",
	}
}

func decided(rt *rapid.T, lines string, x schema.Extraction) schema.Extraction {
	journal, err := identity.ReadJournal(strings.NewReader(lines + "\n"))
	if err != nil {
		rt.Fatal(err)
	}
	ids := identity.Join(nil, nil, journal)
	var all []schema.Actor
	for _, a := range people() {
		all = append(all, a)
	}
	ids.Describe(all)
	return ids.Apply(x)
}

// Merging is associative, commutative and idempotent, whatever the shards are:
// stores of any kind or N-Quads. It leaves a sound store.
func TestMergeOrderDoesNotMatter(t *testing.T) {
	onEachStore(t, func(t *testing.T, open func(testing.TB) *Store) {
		if strings.HasSuffix(t.Name(), "memory") {
			rapid.Check(t, func(rt *rapid.T) { mergesAlike(t, open, drawShards(rt)) })
			return
		}
		for seed := range 5 { // making a store on a disk or a server takes long
			mergesAlike(t, open, rapid.Custom(drawShards).Example(seed))
		}
	})
}

func mergesAlike(t *testing.T, open func(testing.TB) *Store, shards [3][]schema.Extraction) {
	t.Helper()
	var stores []*Store
	memory := func() *Store {
		s := openStore(t, "memory:")
		stores = append(stores, s)
		return s
	}
	for _, xs := range shards {
		add(t, memory(), xs...)
	}
	a, b, c := stores[0], stores[1], stores[2]
	ab, bc := merged(t, memory(), a, b), merged(t, memory(), b, c)
	want := exported(t, merged(t, memory(), ab, c))
	for how, s := range map[string]*Store{
		"a(bc), N-Quads": mergedText(t, merged(t, memory(), a), bc),
		"c(ab)":          merged(t, memory(), c, ab),
		"cba, aba":       merged(t, open(t), c, b, a, a, b, a),
	} {
		if got := exported(t, s); got != want {
			t.Fatalf("%+v: (ab)c gives\n%s\n%s gives\n%s", shards, want, how, got)
		}
		sound(t, s)
		s.Close()
	}
	for _, s := range stores {
		s.Close()
	}
}

// merged merges stores into one.
func merged(t testing.TB, into *Store, from ...*Store) *Store {
	t.Helper()
	for _, other := range from {
		if _, err := into.Merge(context.Background(), other); err != nil {
			t.Fatal(err)
		}
	}
	return into
}

// mergedText merges the exports of stores into one.
func mergedText(t testing.TB, into *Store, from ...*Store) *Store {
	t.Helper()
	for _, other := range from {
		if _, err := into.MergeNQuads(context.Background(), strings.NewReader(exported(t, other))); err != nil {
			t.Fatal(err)
		}
	}
	return into
}

var removals = flag.Int("removals", 100, "how many articles are removed one by one from every kind of store")

// A store that articles came into and went from is as if the gone had never
// come: no node dangles, and loading them again gives the store they were in.
func TestManyRemovalsLeaveNoTrace(t *testing.T) {
	const stay = 40
	xs := slices.Collect(synth.World{Seed: 2, Actors: 60}.Articles(stay + *removals))
	onEachStore(t, func(t *testing.T, open func(testing.TB) *Store) {
		s, never := open(t), open(t)
		add(t, s, xs...)
		add(t, never, xs[:stay]...)
		all := exported(t, s)
		gone := slices.Clone(xs[stay:])
		rand.New(rand.NewPCG(1, 1)).Shuffle(len(gone), func(i, j int) { gone[i], gone[j] = gone[j], gone[i] })
		for _, x := range gone {
			if _, err := s.Remove(context.Background(), x.Article.ID); err != nil {
				t.Fatal(err)
			}
		}
		sound(t, s)
		if exported(t, s) != exported(t, never) {
			t.Error("removed articles left something")
		}
		add(t, s, gone...)
		if exported(t, s) != all {
			t.Error("removing and loading again is not the same")
		}
	})
}
