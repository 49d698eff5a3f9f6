package graph

import (
	"bytes"
	"context"
	"errors"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/entente-kg/entente/graph/synth"
	"github.com/entente-kg/entente/schema"
	"pgregory.net/rapid"
)

func sound(t testing.TB, s *Store) {
	t.Helper()
	problems, err := s.Verify(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range problems {
		t.Error(p)
	}
}

func TestBackupAndRestore(t *testing.T) {
	onEachStore(t, func(t *testing.T, open func(testing.TB) *Store) {
		s, copied := open(t), open(t)
		add(t, s, extractions()...)
		var b bytes.Buffer
		if err := s.Backup(context.Background(), &b); err != nil {
			t.Fatal(err)
		}
		backup := b.Bytes()
		if err := copied.Restore(context.Background(), bytes.NewReader(backup)); err != nil {
			t.Fatal(err)
		}
		if exported(t, copied) != exported(t, s) {
			t.Error("restored store differs")
		}
		sound(t, copied)
		if err := copied.Restore(context.Background(), bytes.NewReader(backup)); !errors.Is(err, ErrNotEmpty) {
			t.Errorf("restoring into a full store: %v", err)
		}
		if err := open(t).Restore(context.Background(), bytes.NewReader(backup[:len(backup)/2])); err == nil {
			t.Error("half a backup was restored without an error")
		}
	})
}

// versions makes articles of few IDs, so that stores hold other versions of one.
func versions(rt *rapid.T) (xs []schema.Extraction) {
	for range rapid.IntRange(0, 4).Draw(rt, "articles") {
		st := rapid.SampledFrom(stories()).Draw(rt, "story")
		st.text += rapid.SampledFrom([]string{"", " Again.", " And again."}).Draw(rt, "version")
		xs = append(xs, st.extraction())
	}
	return xs
}

// Merging is associative, commutative and idempotent, and leaves a sound store.
func TestMergeOrderDoesNotMatter(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		var shards []*Store
		for range 3 {
			s := openStore(t, "memory:")
			defer s.Close()
			add(t, s, versions(rt)...)
			shards = append(shards, s)
		}
		a := merged(t, shards[0], shards[1], shards[2])
		b := merged(t, shards[2], merged(t, shards[1], shards[0]), shards[1])
		if x, y := exported(t, a), exported(t, b); x != y {
			rt.Fatalf("one order\n%s\nanother\n%s", x, y)
		}
		sound(t, a)
	})
}

func merged(t testing.TB, from ...*Store) *Store {
	s := openStore(t, "memory:")
	for _, other := range from {
		if _, err := s.Merge(context.Background(), other); err != nil {
			t.Fatal(err)
		}
	}
	return s
}

func TestMergeNQuads(t *testing.T) {
	s := loaded(t)
	shard := exported(t, s)
	fresh := openStore(t, "memory:")
	got, err := fresh.MergeNQuads(context.Background(), strings.NewReader(shard))
	if want := (AddResult{Added: 4, Events: 4, Actors: 5}); err != nil || got != want {
		t.Errorf("%+v, %v, want %+v", got, err, want)
	}
	if exported(t, fresh) != shard {
		t.Error("merged shard differs")
	}
	if _, err := fresh.MergeNQuads(context.Background(), strings.NewReader("<a> <b> .\n")); err == nil {
		t.Error("a broken line was merged without an error")
	}
}

func TestCompactKeepsEverything(t *testing.T) {
	onEachStore(t, func(t *testing.T, open func(testing.TB) *Store) {
		s := open(t)
		var ids []string
		var xs []schema.Extraction
		for x := range (synth.World{Seed: 1, Actors: 100}).Articles(80) {
			xs = append(xs, x)
			ids = append(ids, x.Article.ID)
		}
		add(t, s, xs...)
		if _, err := s.Remove(context.Background(), ids[20:]...); err != nil {
			t.Fatal(err)
		}
		want := exported(t, s)
		before, after, err := s.Compact(context.Background())
		if err != nil || after > before {
			t.Errorf("%d bytes before, %d after, %v", before, after, err)
		}
		if exported(t, s) != want {
			t.Error("compacting changed the contents")
		}
		sound(t, s)
		add(t, s, xs[30])
		sound(t, s)
	})
}

// A store that articles came into and went from is as if the gone had never come.
func TestManyRemovalsLeaveNoTrace(t *testing.T) {
	const n = 150
	var xs []schema.Extraction
	for x := range (synth.World{Seed: 2, Actors: 60}).Articles(n) {
		xs = append(xs, x)
	}
	s, never := openStore(t, "memory:"), openStore(t, "memory:")
	add(t, s, xs...)
	add(t, never, xs[:50]...)
	all := exported(t, s)
	gone := slices.Clone(xs[50:])
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
}
