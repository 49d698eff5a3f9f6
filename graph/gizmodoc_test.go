package graph

import (
	"context"
	"flag"
	"fmt"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/cayleygraph/quad"
	"github.com/cayleygraph/quad/nquads"
	"github.com/entente-kg/entente/graph/quadstore"
)

// follows is the graph of cayley's documentation of Gizmo.
const follows = `<alice> <follows> <bob> .
<bob> <follows> <fred> .
<bob> <status> "cool_person" .
<charlie> <follows> <bob> .
<charlie> <follows> <dani> .
<dani> <follows> <bob> .
<dani> <follows> <greg> .
<dani> <status> "cool_person" .
<emily> <follows> <fred> .
<fred> <follows> <greg> .
<greg> <status> "cool_person" .
<emily> <status> "smart_person" <smart_graph> .
<greg> <status> "smart_person" <smart_graph> .
`

// Every example of cayley's documentation runs as it is written there and
// finds what it says there. GIZMO.md tells where our graphs differ.
func TestCayleysExamplesRunAsWritten(t *testing.T) {
	s := openStore(t, "memory:")
	quads, err := quad.ReadAll(nquads.NewReader(strings.NewReader(follows), false))
	if err != nil {
		t.Fatal(err)
	}
	err = s.quads.Update(context.Background(), func(quadstore.View) (quadstore.Change, error) { return quadstore.Change{Add: quads}, nil })
	if err != nil {
		t.Fatal(err)
	}
	const friend = `var friendOfFriend = g.Morphism().out("<follows>").out("<follows>");`
	const two = `var cFollows = g.V("<charlie>").out("<follows>"); var dFollows = g.V("<dani>").out("<follows>");`
	for _, c := range []struct{ script, want string }{
		{`g.emit({ name: "bob" });`, "value=map[name:bob]"},
		{`g.V("<alice>").follow(graph.Morphism().out("<follows>").out("<follows>")).all()`, "fred"},
		{`g.V().Tag("start").out("<status>").back("start").in("<follows>").all();`,
			"alice start=bob; charlie start=bob; charlie start=dani; dani start=bob; dani start=greg; dani start=greg; fred start=greg; fred start=greg"},
		{`g.V("<fred>").both("<follows>").all();`, "bob; emily; greg"},
		{`var n = g.V("<bob>").in("<follows>").count(); g.emit(n);`, "value=3"},
		{two + `cFollows.except(dFollows).all();`, "dani"},
		{two + `cFollows.difference(dFollows).all();`, "dani"},
		{`g.V("<charlie>").out("<follows>").except(g.V("<dani>").out("<follows>")).all()`, "dani"},
		{friend + `g.V("<charlie>").follow(friendOfFriend).has("<status>", "cool_person").all();`, "bob; greg"},
		{friend + `g.V().has("<status>", "cool_person").followR(friendOfFriend).all();`, "bob; charlie; charlie; emily"},
		{`var friend = g.Morphism().out("<follows>"); g.V("<charlie>").followRecursive(friend).all();`, "bob; dani; fred; greg"},
		{`graph.V("<alice>").ForEach(function(d) { g.emit(d); });`, "value=map[id:<alice>]"},
		{`g.V().has("<follows>", "<bob>").all();`, "alice; charlie; dani"},
		{`g.V("<charlie>").out("<follows>").has("<follows>", "<fred>").all();`, "bob"},
		{`g.V().has("<follows>", gt("<f>")).all();`, "bob; dani; emily; fred"},
		{`g.V("cool_person").in("<status>").all();`, "bob; dani; greg"},
		{`g.V("<bob>").in("<follows>").all();`, "alice; charlie; dani"},
		{`g.V("<emily>").out("<follows>").in("<follows>").all();`, "bob; emily"},
		{`g.V("<bob>").inPredicates().all();`, "follows"},
		{two + `cFollows.intersect(dFollows).all();`, "bob"},
		{`g.V("<charlie>").out("<follows>").And(g.V("<dani>").out("<follows>")).all()`, "bob"},
		{`g.V().out("<follows>").is("<bob>").all();`, "bob; bob; bob"},
		{`g.V("<dani>").out("<follows>").out("<status>").all();`, "cool_person; cool_person; smart_person"},
		{`g.V("<dani>").out("<follows>").labelContext("<smart_graph>").out("<status>").all();`, "smart_person"},
		{`g.V().labelContext("<smart_graph>").in("<status>").labelContext(null).in("<follows>").all();`, "dani; fred"},
		{`g.V().has("<follows>", "<bob>").limit(2).all();`, "2 results"},
		{`g.V("<charlie>").out("<follows>").all();`, "bob; dani"},
		{`g.V("<alice>").out("<follows>").out("<follows>").all();`, "fred"},
		{`g.V("<dani>").out().all();`, "bob; cool_person; greg"},
		{`g.V("<dani>").out(["<follows>", "<status>"]).all();`, "bob; cool_person; greg"},
		{`g.V("<dani>").out(g.V("<status>"), "pred").all();`, "cool_person pred=status"},
		{`g.V("<bob>").outPredicates().all();`, "follows; status"},
		{`g.V("<dani>", "<bob>").save("<follows>", "target").all();`, "bob target=fred; dani target=bob; dani target=greg"},
		{`g.V("<bob>").saveInPredicates("pred").unique().all();`, "bob pred=follows"},
		{`g.V("<bob>").saveOutPredicates("pred").all();`, "bob pred=follows; bob pred=status"},
		{`g.V().has("<follows>", "<bob>").skip(2).all();`, "1 results"},
		{`g.V().tag("start").out("<status>").all();`,
			"cool_person start=bob; cool_person start=dani; cool_person start=greg; smart_person start=emily; smart_person start=greg"},
		{`var bobTags = g.V("<bob>").tag("name").in("<follows>").tagArray(); g.emit(bobTags.length); g.emit(bobTags[0]["name"]);`, "value=3; value=<bob>"},
		{`var bobFollowers = g.V("<bob>").in("<follows>").toArray(); g.emit(bobFollowers.length);`, "value=3"},
		{`g.emit(g.V("<bob>").out("<follows>").toValue());`, "value=<fred>"},
		{two + `cFollows.union(dFollows).all();`, "bob; bob; dani; greg"},
		{two + `cFollows.union(dFollows).unique().order().all();`, "bob; dani; greg"},
	} {
		got, err := results(s, c.script)
		if strings.HasSuffix(c.want, " results") {
			got = fmt.Sprint(strings.Count(got, ";")+1, " results")
		}
		if err != nil || got != c.want {
			t.Errorf("%s\n got %s, %v\nwant %s", c.script, got, err, c.want)
		}
	}
}

// results runs a script and writes its results in one line, sorted.
func results(s *Store, script string) (string, error) {
	var lines []string
	err := s.Query(context.Background(), script, QueryOptions{}, func(r Result) error {
		var parts []string
		if id, ok := r["id"]; ok {
			parts = append(parts, fmt.Sprint(id))
		}
		for _, key := range slices.Sorted(maps.Keys(r)) {
			if key != "id" {
				parts = append(parts, fmt.Sprintf("%s=%v", key, r[key]))
			}
		}
		lines = append(lines, strings.Join(parts, " "))
		return nil
	})
	slices.Sort(lines)
	return strings.Join(lines, "; "), err
}

var update = flag.Bool("update", false, "write the results in GIZMO.md anew")

// Every example of GIZMO.md finds what stands below it.
func TestGizmoPage(t *testing.T) {
	page, err := os.ReadFile("GIZMO.md")
	if err != nil {
		t.Fatal(err)
	}
	s := loaded(t)
	var fresh strings.Builder
	shown := map[string]bool{}
	for i, part := range strings.Split(string(page), "```js\n") {
		if i == 0 {
			fresh.WriteString(part)
			continue
		}
		code, rest, _ := strings.Cut(part, "```")
		script, want, _ := strings.Cut(code, "\n// → ")
		script, want = strings.TrimSpace(script), strings.TrimSpace(want)
		got, err := results(s, script)
		if err != nil || got == "" || !*update && got != want {
			t.Errorf("%s\n got %s, %v\nwant %s", script, got, err, want)
		}
		fmt.Fprintf(&fresh, "```js\n%s\n// → %s\n```%s", script, got, rest)
	}
	for _, line := range strings.Split(string(page), "\n") {
		if heading, ok := strings.CutPrefix(line, "### "); ok {
			for _, name := range strings.FieldsFunc(heading, func(r rune) bool { return r == ',' || r == ';' || r == ' ' }) {
				shown[name] = true
			}
		}
	}
	for _, m := range Methods() {
		if !shown[m] {
			t.Errorf("%s is not on the page", m)
		}
	}
	if *update {
		if err := os.WriteFile("GIZMO.md", []byte(fresh.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}
