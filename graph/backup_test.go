package graph

import (
	"bytes"
	"context"
	"errors"
	"strings"
	"testing"

	"github.com/entente-kg/entente/graph/synth"
	"github.com/entente-kg/entente/schema"
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
		for x := range (synth.World{Seed: 1, Actors: 100}).Articles(120) {
			xs = append(xs, x)
			ids = append(ids, x.Article.ID)
		}
		add(t, s, xs...)
		if _, err := s.Remove(context.Background(), ids[20:]...); err != nil {
			t.Fatal(err)
		}
		want := exported(t, s)
		before, after, err := s.Compact(context.Background())
		if err != nil || after > before || after*2 > before && before > 1<<20 {
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
