package graph

import (
	"context"
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/entente-kg/entente/schema"
)

func TestAddIsIdempotent(t *testing.T) {
	onEachStore(t, func(t *testing.T, open func(testing.TB) *Store) {
		s := open(t)
		xs := extractions()
		if got, want := add(t, s, xs...), (AddResult{Added: 4, Events: 4, Actors: 5}); got != want {
			t.Errorf("first: %+v, want %+v", got, want)
		}
		once := exported(t, s)
		if got, want := add(t, s, xs...), (AddResult{Skipped: 4}); got != want {
			t.Errorf("second: %+v, want %+v", got, want)
		}
		if exported(t, s) != once {
			t.Error("adding twice changed the store")
		}
	})
}

func TestOrderOfLoadingDoesNotMatter(t *testing.T) {
	want := exported(t, loaded(t))
	onEachStore(t, func(t *testing.T, open func(testing.TB) *Store) {
		s := open(t)
		xs := extractions()
		slices.Reverse(xs)
		for _, x := range xs {
			add(t, s, x)
		}
		if got := exported(t, s); got != want {
			t.Errorf("one by one, last first:\n%s\nwant\n%s", got, want)
		}
	})
}

func TestChangedArticleReplacesTheOld(t *testing.T) {
	onEachStore(t, func(t *testing.T, open func(testing.TB) *Store) {
		s, fresh := open(t), open(t)
		add(t, s, extractions()...)
		changed := stories()[1]
		changed.text, changed.actor = "Adam Lind will meet Vasile.", "actor:adam-lind"
		if got, want := add(t, s, changed.extraction()), (AddResult{Replaced: 1, Events: 1}); got != want {
			t.Errorf("%+v, want %+v", got, want)
		}
		xs := extractions()
		xs[1] = changed.extraction()
		add(t, fresh, xs...)
		if got, want := exported(t, s), exported(t, fresh); got != want {
			t.Errorf("replaced:\n%s\nloaded fresh:\n%s", got, want)
		}
	})
}

func TestRemoveLeavesNothing(t *testing.T) {
	onEachStore(t, func(t *testing.T, open func(testing.TB) *Store) {
		s := open(t)
		xs := extractions()
		add(t, s, xs[:3]...)
		before := exported(t, s)
		add(t, s, xs[3])
		if _, err := s.Remove(context.Background(), "a4", "a4"); err != nil {
			t.Fatal(err)
		}
		if got := exported(t, s); got != before {
			t.Errorf("after adding and removing:\n%s\nbefore:\n%s", got, before)
		}
		if strings.Contains(before, "adam-lind") {
			t.Error("the test is vacuous")
		}
		var missing *NoArticleError
		if _, err := s.Remove(context.Background(), "a4"); !errors.As(err, &missing) {
			t.Errorf("removing again: %v, want a NoArticleError", err)
		}
		if _, err := s.Remove(context.Background(), "a1", "a2", "a3"); err != nil {
			t.Fatal(err)
		}
		if got := exported(t, s); got != "" {
			t.Errorf("left after removing all:\n%s", got)
		}
	})
}

func TestPreviewChangesNothing(t *testing.T) {
	s := openStore(t, "memory:")
	got, err := s.Preview(context.Background(), extractions())
	if want := (AddResult{Added: 4, Events: 4, Actors: 5}); err != nil || got != want {
		t.Errorf("%+v, %v, want %+v", got, err, want)
	}
	if exported(t, s) != "" {
		t.Error("a preview wrote")
	}
}

func TestArticleWithoutID(t *testing.T) {
	s := openStore(t, "memory:")
	if _, err := s.Add(context.Background(), []schema.Extraction{{}}); !errors.Is(err, ErrNoArticleID) {
		t.Errorf("%v, want ErrNoArticleID", err)
	}
}

func TestStoreURLs(t *testing.T) {
	for url, want := range map[string]location{
		"entente.db":        {"bolt", "entente.db"},
		"./a/b.db":          {"bolt", "./a/b.db"},
		"bolt:x":            {"bolt", "x"},
		"pebble:dir":        {"pebble", "dir"},
		"memory:":           {"memory", ""},
		"postgres://h/d":    {"postgres", "postgres://h/d"},
		`C:\data\news.db`:   {"bolt", `C:\data\news.db`},
		"postgresql://h/d2": {"postgres", "postgresql://h/d2"},
	} {
		if got, err := parseURL(url); err != nil || got != want {
			t.Errorf("%s: %+v, %v, want %+v", url, got, err, want)
		}
	}
	for url, want := range map[string]string{
		"sqlite:x.db":    "loses which articles",
		"mysql://h/d":    "loses which articles",
		"cockroach://h/": "loses which articles",
		"redis://h":      "no kind of store",
		"pebble:":        "path is missing",
	} {
		if _, err := parseURL(url); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v, want %q", url, err, want)
		}
	}
}
