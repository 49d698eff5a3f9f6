package quadstore

import (
	"context"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/quad"
	"github.com/entente-kg/entente/graph/quadstore/pgtest"
	"pgregory.net/rapid"
)

// TestMain draws fewer examples than rapid would, for each one opens a store,
// and the same ones every time; -rapid.seed 0 draws others.
func TestMain(m *testing.M) {
	_ = flag.Set("rapid.checks", "12")
	_ = flag.Set("rapid.seed", "1")
	os.Exit(m.Run())
}

// stores is every kind of store there is; each test runs on all of them.
func stores(t *testing.T) map[string]func(t testing.TB) Store {
	must := func(t testing.TB, s Store, err error) Store {
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { s.Close() })
		return s
	}
	return map[string]func(t testing.TB) Store{
		"bolt": func(t testing.TB) Store {
			s, err := OpenBolt(filepath.Join(t.TempDir(), "x.db"), Options{})
			return must(t, s, err)
		},
		"pebble": func(t testing.TB) Store {
			s, err := OpenPebble(filepath.Join(t.TempDir(), "x"), Options{})
			return must(t, s, err)
		},
		"memory": func(t testing.TB) Store {
			s, err := OpenMemory(Options{})
			return must(t, s, err)
		},
		"postgres": func(t testing.TB) Store {
			s, err := OpenPostgres(pgtest.Database(t), Options{})
			return must(t, s, err)
		},
	}
}

func onEach(t *testing.T, test func(t *testing.T, open func(testing.TB) Store)) {
	for name, open := range stores(t) {
		t.Run(name, func(t *testing.T) { test(t, open) })
	}
}

func update(t testing.TB, s Store, add, remove []quad.Quad) {
	t.Helper()
	err := s.Update(context.Background(), func(View) (Change, error) { return Change{Add: add, Remove: remove}, nil })
	if err != nil {
		t.Fatal(err)
	}
}

// contents reads a store through our views, by every index.
func contents(t fataler, s Store) []string {
	t.Helper()
	v, err := s.View(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	defer v.Close()
	var lines []string
	for label, err := range v.Labels() {
		if err != nil {
			t.Fatal(err)
		}
		for l, err := range v.Links(Pattern{Label: label}) {
			if err != nil {
				t.Fatal(err)
			}
			if l[Label] == label {
				lines = append(lines, text(t, v, l))
			}
		}
	}
	slices.Sort(lines)
	return lines
}

func text(t fataler, v View, l Link) string {
	q, err := QuadOf(v, l)
	if err != nil {
		t.Fatal(err)
	}
	return q.NQuad()
}

// cayleyContents reads the same store through cayley.
func cayleyContents(t fataler, s Store) []string {
	t.Helper()
	qs, err := s.Cayley()
	if err != nil {
		t.Fatal(err)
	}
	r := graph.NewQuadStoreReader(qs)
	defer r.Close()
	quads, err := quad.ReadAll(r)
	if err != nil {
		t.Fatal(err)
	}
	var lines []string
	for _, q := range quads {
		lines = append(lines, q.NQuad())
	}
	slices.Sort(lines)
	return lines
}

func someQuad(rt *rapid.T) quad.Quad {
	node := func(name string) quad.Value {
		return quad.IRI(fmt.Sprint("n", rapid.IntRange(0, 9).Draw(rt, name)))
	}
	q := quad.Quad{Subject: node("s"), Predicate: node("p"), Object: node("o"), Label: node("l")}
	if rapid.IntRange(0, 5).Draw(rt, "literal") == 0 {
		q.Object = quad.String(rapid.String().Draw(rt, "text"))
		q.Object = quad.String(strings.ToValidUTF8(string(q.Object.(quad.String)), "�"))
	}
	if rapid.IntRange(0, 9).Draw(rt, "bare") == 0 {
		q.Label = nil
	}
	return q
}

// A store behaves as a set of quads, whatever is added and removed, and cayley
// reads from it what we do.
func TestStoreIsASetOfQuads(t *testing.T) {
	onEach(t, func(t *testing.T, open func(testing.TB) Store) {
		rapid.Check(t, func(rt *rapid.T) {
			s := open(t)
			defer s.Close()
			want := map[string]bool{}
			for range rapid.IntRange(1, 4).Draw(rt, "updates") {
				add := rapid.SliceOfN(rapid.Custom(someQuad), 0, 40).Draw(rt, "add")
				remove := rapid.SliceOfN(rapid.Custom(someQuad), 0, 40).Draw(rt, "remove")
				update(t, s, add, remove)
				for _, q := range remove {
					delete(want, q.NQuad())
				}
				for _, q := range add {
					want[q.NQuad()] = true
				}
				check(rt, s, want)
			}
		})
	})
}

func check(rt *rapid.T, s Store, want map[string]bool) {
	var lines []string
	for line := range want {
		lines = append(lines, line)
	}
	slices.Sort(lines)
	if got := contents(rt, s); !slices.Equal(got, lines) {
		rt.Fatalf("view reads\n%q\nwant\n%q", got, lines)
	}
	if problems, err := s.Verify(context.Background()); err != nil || len(problems) > 0 {
		rt.Fatalf("verify: %v, %v", problems, err)
	}
	if got := cayleyContents(rt, s); !slices.Equal(got, lines) {
		rt.Fatalf("cayley reads\n%q\nwant\n%q", got, lines)
	}
}

// fataler is what testing and rapid have in common.
type fataler interface {
	Helper()
	Fatal(...any)
}

// Filling writes what updates write: the same quads, a sound store, the same to cayley.
func TestFill(t *testing.T) {
	onEach(t, func(t *testing.T, open func(testing.TB) Store) {
		ctx := context.Background()
		rapid.Check(t, func(rt *rapid.T) {
			filled := open(t)
			defer filled.Close()
			quads := rapid.SliceOfN(rapid.Custom(someQuad), 0, 300).Draw(rt, "quads")
			want := map[string]bool{}
			for _, q := range quads {
				want[q.NQuad()] = true
			}
			if err := filled.Fill(ctx, each(quads)); err != nil {
				rt.Fatal(err)
			}
			check(rt, filled, want)
			more := someQuad(rt)
			want[more.NQuad()] = true
			update(t, filled, []quad.Quad{more}, nil)
			check(rt, filled, want)
			if err := filled.Fill(ctx, each(quads)); err != ErrNotEmpty {
				rt.Fatalf("filling twice: %v", err)
			}
		})
	})
}

func each(quads []quad.Quad) func(func(quad.Quad, error) bool) {
	return func(yield func(quad.Quad, error) bool) {
		for _, q := range quads {
			if !yield(q, nil) {
				return
			}
		}
	}
}

// Ids with the bytes that pebble's keys escape, and many of them.
func TestFillMany(t *testing.T) {
	onEach(t, func(t *testing.T, open func(testing.TB) Store) {
		s := open(t)
		want := map[string]bool{}
		err := s.Fill(context.Background(), func(yield func(quad.Quad, error) bool) {
			for i := range 40_000 { // more ids than a block of the log has
				q := quad.Make(quad.IRI(fmt.Sprint("s", i)), quad.IRI("p"), quad.Int(i), quad.IRI(fmt.Sprint("l", i/100)))
				want[q.NQuad()] = true
				if !yield(q, nil) {
					return
				}
			}
		})
		if err != nil {
			t.Fatal(err)
		}
		if problems, err := s.Verify(context.Background()); err != nil || len(problems) > 0 {
			t.Fatalf("%v, %v", problems, err)
		}
		if got := contents(t, s); len(got) != len(want) {
			t.Errorf("%d quads, want %d", len(got), len(want))
		}
	})
}

func TestFillThatFailsLeavesNothing(t *testing.T) {
	onEach(t, func(t *testing.T, open func(testing.TB) Store) {
		s := open(t)
		err := s.Fill(context.Background(), func(yield func(quad.Quad, error) bool) {
			yield(quad.Make(quad.IRI("s"), quad.IRI("p"), quad.IRI("o"), nil), nil)
			yield(quad.Quad{}, fmt.Errorf("the source broke"))
		})
		if err == nil || len(contents(t, s)) > 0 {
			t.Errorf("%v, %d quads", err, len(contents(t, s)))
		}
		update(t, s, []quad.Quad{quad.Make(quad.IRI("s"), quad.IRI("p"), quad.IRI("o"), nil)}, nil)
	})
}
