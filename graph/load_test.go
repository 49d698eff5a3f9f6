package graph

import (
	"context"
	"errors"
	"slices"
	"testing"
	"time"

	"github.com/entente-kg/entente/graph/synth"
	"github.com/entente-kg/entente/schema"
)

func worldArticles(n int) []schema.Extraction {
	return slices.Collect(synth.World{Seed: 7, Actors: 80}.Articles(n))
}

func loadAll(t testing.TB, s *Store, o LoadOptions, xs []schema.Extraction) (AddResult, error) {
	t.Helper()
	l := s.NewLoader(context.Background(), o)
	for _, x := range xs {
		if err := l.Add(x); err != nil {
			break
		}
	}
	return l.Close()
}

// A loader stores what Add would, whatever the size of its groups, and says of
// each article what became of it, in order.
func TestLoader(t *testing.T) {
	xs := worldArticles(40)
	want := openStore(t, "memory:")
	sum := add(t, want, xs...)
	onEachStore(t, func(t *testing.T, open func(testing.TB) *Store) {
		for _, group := range []int{1, 7, 1000} {
			s := open(t)
			var order []string
			stored := func(a schema.ArticleRef, f Fate) { order = append(order, a.ID+" "+string(f)) }
			got, err := loadAll(t, s, LoadOptions{Group: group, Stored: stored}, xs)
			if err != nil || got != sum || exported(t, s) != exported(t, want) {
				t.Errorf("groups of %d: %+v, %v, want %+v", group, got, err, sum)
			}
			for i, x := range xs {
				if order[i] != x.Article.ID+" new" {
					t.Fatalf("groups of %d: article %d was told as %q", group, i, order[i])
				}
			}
			if got, err := loadAll(t, s, LoadOptions{Group: group}, xs); err != nil || got != (AddResult{Skipped: len(xs)}) {
				t.Errorf("again: %+v, %v", got, err)
			}
		}
	})
}

// A dry run says what the load then does, and changes nothing.
func TestDryRunSaysWhatTheLoadDoes(t *testing.T) {
	xs := worldArticles(40)
	changed := xs[5]
	changed.Article.Hash, changed.Article.Title = "other", "Another title"
	stream := slices.Concat(xs, []schema.Extraction{changed, changed, xs[0]})
	for _, group := range []int{1, 7, 1000} {
		s := openStore(t, "memory:")
		add(t, s, xs[:10]...)
		before := exported(t, s)
		dry, err := loadAll(t, s, LoadOptions{Group: group, DryRun: true}, stream)
		if err != nil || exported(t, s) != before {
			t.Fatalf("the dry run changed the store, or failed: %v", err)
		}
		wet, err := loadAll(t, s, LoadOptions{Group: group}, stream)
		if err != nil || dry != wet || wet.Added != 30 || wet.Replaced != 1 || wet.Skipped != 12 {
			t.Errorf("groups of %d: said %+v, did %+v, %v", group, dry, wet, err)
		}
	}
}

// An article that waits alone is committed in time, and an interrupt takes
// nothing away that was added.
func TestLoaderCommitsInTime(t *testing.T) {
	s := openStore(t, "memory:")
	ctx, cancel := context.WithCancel(context.Background())
	l := s.NewLoader(ctx, LoadOptions{Every: 20 * time.Millisecond})
	xs := worldArticles(3)
	if err := l.Add(xs[0]); err != nil {
		t.Fatal(err)
	}
	for deadline := time.Now().Add(patience); l.Stored() == 0; time.Sleep(5 * time.Millisecond) {
		if time.Now().After(deadline) {
			t.Fatal("an article that waited alone was not committed")
		}
	}
	cancel()
	if err := l.Add(xs[1]); err != nil {
		t.Fatal(err)
	}
	if got, err := l.Close(); err != nil || got.Added != 2 {
		t.Errorf("%+v, %v, want both articles", got, err)
	}
}

// After a commit that failed nothing more is taken, and what was committed stays.
func TestLoaderStopsAtAnError(t *testing.T) {
	s := openStore(t, "memory:")
	xs := worldArticles(20)
	xs[10].Article.ID = ""
	got, err := loadAll(t, s, LoadOptions{Group: 5}, xs)
	if !errors.Is(err, ErrNoArticleID) || got.Added != 10 {
		t.Errorf("%+v, %v, want ten articles and ErrNoArticleID", got, err)
	}
	l := s.NewLoader(context.Background(), LoadOptions{Group: 1})
	for err = l.Add(schema.Extraction{}); err == nil; err = l.Add(xs[0]) {
	}
	if _, again := l.Close(); !errors.Is(err, ErrNoArticleID) || again == nil {
		t.Errorf("%v, then %v", err, again)
	}
}
