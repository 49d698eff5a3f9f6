package quadstore

import (
	"context"
	"fmt"
	"slices"
	"testing"

	"github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/cayley/graph/memstore"
	"github.com/cayleygraph/cayley/query"
	"github.com/cayleygraph/cayley/query/gizmo"
	"github.com/cayleygraph/quad"
	"pgregory.net/rapid"
)

// gizmoOf runs a script and lists its results, tags and all, sorted.
func gizmoOf(t testing.TB, qs graph.QuadStore, script string) (lines []string) {
	t.Helper()
	ctx := context.Background()
	it, err := gizmo.NewSession(qs).Execute(ctx, script, query.Options{Collation: query.JSON, Limit: -1})
	if err != nil {
		t.Fatalf("%s: %v", script, err)
	}
	defer it.Close()
	for it.Next(ctx) {
		lines = append(lines, fmt.Sprint(it.Result()))
	}
	if it.Err() != nil {
		t.Fatalf("%s: %v", script, it.Err())
	}
	slices.Sort(lines)
	return lines
}

// Our plans find what cayley's own memory store finds, as often and with the
// same tags.
func TestPlansFindWhatCayleyFinds(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		s, err := OpenMemory(Options{})
		if err != nil {
			rt.Fatal(err)
		}
		defer s.Close()
		plain := memstore.New()
		pick := func(kind string, n int) quad.Value {
			return quad.IRI(fmt.Sprint(kind, rapid.IntRange(0, n).Draw(rt, kind)))
		}
		var quads []quad.Quad
		seen := map[quad.Quad]bool{}
		for range rapid.IntRange(1, 60).Draw(rt, "quads") {
			q := quad.Quad{Subject: pick("n", 9), Predicate: pick("p", 2), Object: pick("n", 9), Label: pick("l", 1)}
			if !seen[q] {
				seen[q] = true
				quads = append(quads, q)
				plain.AddQuad(q)
			}
		}
		if err := s.Update(context.Background(), func(View) (Change, error) { return Change{Add: quads}, nil }); err != nil {
			rt.Fatal(err)
		}
		qs, err := s.Cayley()
		if err != nil {
			rt.Fatal(err)
		}
		for _, script := range []string{
			`g.V("<n0>").Out("<p0>").Out("<p1>").All()`,
			`g.V("<n0>").In(["<p0>", "<p1>"]).Out("<p2>").Tag("x").In("<p0>").All()`,
			`g.V("<n0>").Both("<p0>").Both("<p0>").Unique().All()`,
			`g.V("<n0>", "<n1>").Tag("from").Out("<p0>").Tag("via").In("<p0>").All()`,
			`g.V("<n0>").Out("<p0>").And(g.V("<n1>").In(["<p0>", "<p1>"])).All()`,
			`g.V("<n0>").Out("<p0>").Except(g.V("<n1>").Out("<p1>").Out("<p0>")).All()`,
			`g.V().Has("<p0>", "<n0>", "<n1>").Out("<p1>").Save("<p2>", "s").All()`,
			`g.V("<n0>").Out("<p0>", "edge").Out(["<p1>", "<p2>"], "edge2").All()`,
			`g.V("<n0>").LabelContext("<l0>").Out("<p0>").Out("<p0>").All()`,
			`g.V("<n0>").Out().Out("<p0>").Back("none").All()`,
			`g.V().Out("<p0>").In("<p1>").All()`,
			`var m = g.M().Out("<p0>").Out("<p1>"); g.V("<n0>").Follow(m).All()`,
			`var m = g.M().Out("<p0>").In("<p1>"); g.V("<n0>").FollowR(m).All()`,
		} {
			if got, want := gizmoOf(t, qs, script), gizmoOf(t, plain, script); !slices.Equal(got, want) {
				rt.Fatalf("%s\n got %q\nwant %q\n%v", script, got, want, quads)
			}
		}
	})
}
