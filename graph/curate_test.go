package graph

import (
	"context"
	"flag"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/cayleygraph/quad"
	"github.com/entente-kg/entente/graph/identity"
	"github.com/entente-kg/entente/graph/quadstore"
	"github.com/entente-kg/entente/graph/synth"
	"github.com/entente-kg/entente/schema"
	"pgregory.net/rapid"
)

// spelt gives actors whom reference data do not know another ID in every second
// article, as another spelling does: the rule same-name joins the two.
func spelt(xs []schema.Extraction) []schema.Extraction {
	for i := range xs {
		if i%2 == 0 {
			continue
		}
		other := func(a *schema.Actor) {
			if a != nil && a.Kind == schema.Person && !a.Known {
				a.ID += "-too"
			}
		}
		for j := range xs[i].Actors {
			other(&xs[i].Actors[j])
		}
		sortActors(xs[i].Actors)
		for _, ev := range xs[i].Events {
			for j := range ev.Actors {
				other(&ev.Actors[j].Actor)
			}
			for j := range ev.Recipients {
				other(&ev.Recipients[j].Actor)
			}
		}
	}
	return xs
}

func journalOf(t testing.TB, lines ...string) *identity.Journal {
	t.Helper()
	j, err := identity.ReadJournal(strings.NewReader(strings.Join(lines, "\n")))
	if err != nil {
		t.Fatal(err)
	}
	return j
}

func curate(t testing.TB, s *Store, j *identity.Journal) int {
	t.Helper()
	n, err := s.Curate(context.Background(), j)
	if err != nil {
		t.Fatal(err)
	}
	return n
}

// deed is one thing that is done to a store.
type deed struct {
	What    string // load, remove, curate, merge, restore
	Article []int  // of the world
	Version int    // of their texts
	Journal int
}

func drawDeed(rt *rapid.T) deed {
	return deed{
		What:    rapid.SampledFrom([]string{"load", "load", "load", "remove", "curate", "curate", "merge"}).Draw(rt, "what"),
		Article: rapid.SliceOfN(rapid.IntRange(0, 11), 1, 5).Draw(rt, "articles"),
		Version: rapid.IntRange(0, 2).Draw(rt, "version"),
		Journal: rapid.IntRange(0, 3).Draw(rt, "journal"),
	}
}

// smallWorld is twelve articles in three versions.
func smallWorld() (versions [3][]schema.Extraction) {
	for v := range versions {
		versions[v] = spelt(slices.Collect(synth.World{Seed: 30 + uint64(v), Actors: 9}.Articles(12)))
		for i := range versions[v] {
			x := &versions[v][i]
			x.Article.ID, x.Article.Hash = fmt.Sprint("a", i), fmt.Sprint("hash ", v)
		}
	}
	return versions
}

// journals are those of people who decide one way and another.
func journals(t testing.TB) (list []*identity.Journal) {
	a, b, c := synth.World{}.Actor(1).ID, synth.World{}.Actor(2).ID, synth.World{}.Actor(3).ID
	for _, lines := range [][]string{
		nil,
		{"1 merge " + a + " " + c},
		{"1 split " + a + " " + a + "-too", "2 alias " + b + ` "The Count"`},
		{"1 reject " + b, "2 merge " + c + " " + a, "3 undo 1"},
	} {
		list = append(list, journalOf(t, lines...))
	}
	return list
}

// However articles came, changed and went, alone or in other stores, and however
// often actors were joined and by what decisions meanwhile: the graph is that of
// the articles that are there and of the decisions that hold.
func TestCurateLeavesNoTraceOfTheWay(t *testing.T) {
	onEachStore(t, func(t *testing.T, open func(testing.TB) *Store) {
		if strings.HasSuffix(t.Name(), "memory") {
			rapid.Check(t, func(rt *rapid.T) {
				if trace := traceOf(t, open(t), rapid.SliceOfN(rapid.Custom(drawDeed), 1, 12).Draw(rt, "deeds")); trace != "" {
					rt.Fatal(trace)
				}
			})
			return
		}
		for seed := range 3 {
			deeds := rapid.SliceOfN(rapid.Custom(drawDeed), 6, 12).Example(seed)
			if trace := traceOf(t, open(t), deeds); trace != "" {
				t.Errorf("%+v: %s", deeds, trace)
			}
		}
	})
}

// traceOf does deeds and says what they left behind, "" for nothing.
func traceOf(t *testing.T, s *Store, deeds []deed) string {
	t.Helper()
	ctx, world, people := context.Background(), smallWorld(), journals(t)
	holds := map[string]schema.Extraction{}
	for _, d := range deeds {
		var xs []schema.Extraction
		for _, i := range slices.Compact(slices.Sorted(slices.Values(d.Article))) {
			xs = append(xs, world[d.Version][i])
		}
		switch d.What {
		case "load":
			add(t, s, xs...)
		case "remove":
			var ids []string
			for _, x := range xs {
				ids = append(ids, x.Article.ID)
				delete(holds, x.Article.ID)
			}
			_, _ = s.Remove(ctx, ids...) // some are not there
			continue
		case "curate":
			curate(t, s, people[d.Journal])
			continue
		case "merge":
			other := openStore(t, "memory:")
			add(t, other, xs...)
			curate(t, other, people[d.Journal])
			merged(t, s, other)
			other.Close()
			xs = slices.DeleteFunc(xs, func(x schema.Extraction) bool { return holds[x.Article.ID].Article.Hash > x.Article.Hash })
		}
		for _, x := range xs {
			holds[x.Article.ID] = x
		}
	}
	curate(t, s, people[1])
	fresh := openStore(t, "memory:")
	defer fresh.Close()
	add(t, fresh, slices.Collect(maps.Values(holds))...)
	curate(t, fresh, people[1])
	sound(t, s)
	if n := curate(t, s, people[1]); n > 0 {
		return fmt.Sprintf("%d articles are rewritten once more", n)
	}
	return onlyIn(exported(t, s), exported(t, fresh)) + onlyIn(exported(t, fresh), exported(t, s))
}

// onlyIn lists the lines of one text that another lacks.
func onlyIn(text, other string) string {
	has := map[string]bool{}
	for line := range strings.Lines(other) {
		has[line] = true
	}
	var only strings.Builder
	for line := range strings.Lines(text) {
		if !has[line] {
			only.WriteString(line)
		}
	}
	if only.Len() > 0 {
		only.WriteString("--\n")
	}
	return only.String()
}

// What is joined can be taken back, exactly, and the journal is in the store.
func TestCurateCanBeTakenBack(t *testing.T) {
	onEachStore(t, func(t *testing.T, open func(testing.TB) *Store) {
		s := open(t)
		add(t, s, extractions()...)
		before := exported(t, s)
		j := journalOf(t, "1 merge actor:adam-lind actor:hanna-lind  # ana: his daughter", "2 reject actor:peru")
		if n := curate(t, s, j); n != 2 || strings.Contains(exported(t, s), "adam-lind") {
			t.Errorf("%d articles were rewritten, want 2:\n%s", n, exported(t, s))
		}
		if kept, err := s.Journal(context.Background()); err != nil || !slices.Equal(kept.Decisions, j.Decisions) {
			t.Errorf("the store has the decisions %v, %v, want %v", kept, err, j)
		}
		if n := curate(t, s, &identity.Journal{}); n != 2 || exported(t, s) != before {
			t.Errorf("%d articles were rewritten, want 2; the store is\n%s\nwant\n%s", n, exported(t, s), before)
		}
	})
}

// Joining the actors of a few new articles does not look at the others: here
// one of those cannot be read.
func TestCurateReadsWhatIsNew(t *testing.T) {
	xs := spelt(slices.Collect(synth.World{Seed: 3, Actors: 40}.Articles(60)))
	onEachStore(t, func(t *testing.T, open func(testing.TB) *Store) {
		s, ctx := open(t), context.Background()
		add(t, s, xs[:50]...)
		if n := curate(t, s, &identity.Journal{}); n == 0 {
			t.Fatal("nobody was joined: the test proves nothing")
		}
		apart := extractions()[2]
		apart.Article.ID = "apart"
		add(t, s, apart)
		curate(t, s, &identity.Journal{})
		label := node(inArticle + "apart")
		harm := quadstore.Change{Remove: []quad.Quad{{Subject: label, Predicate: rdfType, Object: cArticle, Label: label}}}
		if err := s.quads.Update(ctx, func(quadstore.View) (quadstore.Change, error) { return harm, nil }); err != nil {
			t.Fatal(err)
		}
		add(t, s, xs[50:]...)
		curate(t, s, &identity.Journal{})
		for _, err := range s.Extractions(ctx) {
			if err != nil {
				return
			}
		}
		t.Error("all articles can be read: the test proves nothing")
	})
}

var curated = flag.Int("curated", 2000, "articles in the store of BenchmarkCurate")

// BenchmarkCurate joins the actors of a store, and then those of ten articles more.
//
//	go test ./graph -run XXX -bench Curate -benchtime 1x -curated 20000
func BenchmarkCurate(b *testing.B) {
	xs := spelt(slices.Collect(synth.World{Seed: 3}.Articles(*curated + 10)))
	for _, kind := range []string{"bolt:", "pebble:"} {
		b.Run(kind, func(b *testing.B) {
			for b.Loop() {
				s := openStore(b, kind+b.TempDir()+"/x")
				for part := range slices.Chunk(xs[:*curated], loadGroup) {
					add(b, s, part...)
				}
				for _, what := range []string{"first", "nothing", "ten"} {
					if what == "ten" {
						add(b, s, xs[*curated:]...)
					}
					began := time.Now()
					n := curate(b, s, &identity.Journal{})
					b.ReportMetric(float64(time.Since(began).Milliseconds()), what+"-ms")
					b.ReportMetric(float64(n), what+"-rewritten")
				}
			}
		})
	}
}
