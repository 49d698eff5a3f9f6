package graph

import (
	"context"
	"errors"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/entente-kg/entente/graph/identity"
	"github.com/entente-kg/entente/graph/quadstore/pgtest"
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

// The questions have the same answers on every kind of store.
func TestAnswersOnEveryStore(t *testing.T) {
	want := loaded(t)
	onEachStore(t, func(t *testing.T, open func(testing.TB) *Store) {
		s, ctx := open(t), context.Background()
		add(t, s, extractions()...)
		for _, f := range []Filter{{}, {Since: "2022-02"}, {Place: "Lima", Status: schema.Statuses[:]}, {Relation: []string{"CONSULT"}}} {
			for _, who := range [][]string{nil, {"Vasile"}, {"Vasile", "Hanna Lind"}} {
				a, errA := want.Events(ctx, who, f)
				b, errB := s.Events(ctx, who, f)
				if errA != nil || errB != nil || !slices.Equal(lines(a), lines(b)) {
					t.Errorf("%q %+v: %q, %v, want %q, %v", who, f, lines(b), errB, lines(a), errA)
				}
			}
		}
		for _, script := range []string{
			`g.V("Hanna Lind").Out("spoke-with").All()`, `g.V("Vasile").In("actor").Has("status", "denied").All()`,
			`show(since(eventsOf("Vasile"), "2022-02"))`, `g.V().Has("name", "Lima").All()`,
		} {
			a, errA := ask(t, want, script, QueryOptions{})
			b, errB := ask(t, s, script, QueryOptions{})
			if errA != nil || errB != nil || !slices.Equal(a, b) {
				t.Errorf("%s: %q, %v, want %q, %v", script, b, errB, a, errA)
			}
		}
		sound(t, s)
	})
}

// Several loaders at one server neither lose nor double anything, nor when each
// joins the actors at its end, as a load does.
func TestLoadersShareAServer(t *testing.T) {
	url := pgtest.Database(t)
	want := openStore(t, "memory:")
	var xs []schema.Extraction
	for x := range world().Articles(60) {
		xs = append(xs, x)
	}
	xs = spelt(xs)
	add(t, want, xs...)
	if curate(t, want, &identity.Journal{}) == 0 {
		t.Fatal("nobody was joined: the test proves nothing")
	}
	openStore(t, url)
	var wg sync.WaitGroup
	for i := range 3 {
		s := openStore(t, url)
		wg.Go(func() {
			for part := range slices.Chunk(xs[i*15:i*15+30], 5) { // each shares half with its neighbour
				if _, err := s.Add(context.Background(), part); err != nil {
					t.Error(err)
				}
			}
			if _, err := s.Curate(context.Background(), &identity.Journal{}); err != nil {
				t.Error(err)
			}
		})
	}
	wg.Wait()
	s := openStore(t, url)
	if exported(t, s) != exported(t, want) {
		t.Error("three loaders at once made another graph than one")
	}
	sound(t, s)
}
