package graph

import (
	"context"
	"encoding/json"
	"errors"
	"slices"
	"strings"
	"testing"
	"time"
)

func ask(t testing.TB, s *Store, script string, o QueryOptions) ([]string, error) {
	t.Helper()
	var lines []string
	err := s.Query(context.Background(), script, o, func(r Result) error {
		line, err := json.Marshal(r)
		lines = append(lines, string(line))
		return err
	})
	slices.Sort(lines)
	return lines, err
}

func TestGizmoByName(t *testing.T) {
	s := loaded(t)
	for script, want := range map[string][]string{
		`g.V("Hanna Lind").Out("spoke-with").All()`:                                                        {`{"id":"Radu Vasile"}`},
		`g.V("radu VASILE").out("spoke-with").all()`:                                                       {`{"id":"Hanna Lind"}`},
		`graph.Vertex("Vasile").Out(["spoke-with", "met with"]).Unique().All()`:                            {`{"id":"Hanna Lind"}`},
		`g.V("<actor:hanna-lind>").Out("<spoke-with>").All()`:                                              {`{"id":"Radu Vasile"}`},
		`g.V().Has("spoke-with", "Hanna Lind").All()`:                                                      {`{"id":"Radu Vasile"}`},
		`g.V().Has("name", "Hanna Lind").All()`:                                                            {`{"id":"Hanna Lind"}`},
		`g.V("Hanna Lind").In("actor").Has("status", "planned").Out("place").All()`:                        {`{"id":"Lima"}`},
		`g.V("Vasile").In("actor").Has("relation", "criticized").Save("rule", "r").Out("recipient").All()`: {`{"id":"Peru","r":"test"}`},
		`g.V("Hanna Lind").Out("criticized").All()`:                                                        nil,
		`var m = g.M().In("actor").Out("actor"); g.V("Hanna Lind").Follow(m).Unique().All()`:               {`{"id":"Hanna Lind"}`, `{"id":"Radu Vasile"}`},
		`g.V("Hanna Lind").Out("spoke-with").And(g.V("Vasile")).All()`:                                     {`{"id":"Radu Vasile"}`},
		`g.V("Hanna Lind").Out("spoke-with").ForEach(function(d) { g.Emit(d.id) })`:                        {`{"value":"\u003chttps://w3id.org/entente/actor/radu-vasile\u003e"}`},
		`g.V(params.who).Out("spoke-with").All()`:                                                          {`{"id":"Radu Vasile"}`},
		`g.V().Has("rdf:type", "ACCUSE").Out("actor").All()`:                                               {`{"id":"Radu Vasile"}`},
		`g.Emit(g.V("Hanna Lind").In("actor").Count())`:                                                    {`{"value":2}`},
	} {
		got, err := ask(t, s, script, QueryOptions{Params: map[string]string{"who": "Hanna Lind"}})
		if err != nil || !slices.Equal(got, want) {
			t.Errorf("%s\n got %q, %v\nwant %q", script, got, err, want)
		}
	}
}

func TestGizmoShowsIRIs(t *testing.T) {
	got, err := ask(t, loaded(t), `g.V("Hanna Lind").Out("spoke-with").All()`, QueryOptions{IRIs: true})
	if want := []string{`{"id":"https://w3id.org/entente/actor/radu-vasile"}`}; err != nil || !slices.Equal(got, want) {
		t.Errorf("%q, %v", got, err)
	}
}

func TestGizmoErrors(t *testing.T) {
	s := loaded(t)
	for script, want := range map[string]string{
		`g.V("Hana Lindt").Out("spoke-with").All()`:  "did you mean Hanna Lind",
		`g.V("Lind").Out("spoke-with").All()`:        "",
		`g.V("Hanna Lind").Out("spoke-whit").All()`:  "did you mean spoke-with",
		`g.V("Hanna Lind").Outt("spoke-with").All()`: "Outt",
		`g.V("Hanna Lind"`:                           "SyntaxError",
	} {
		_, err := ask(t, s, script, QueryOptions{})
		switch {
		case want == "" && err != nil:
			t.Errorf("%s: %v", script, err)
		case want != "" && (err == nil || !strings.Contains(err.Error(), want)):
			t.Errorf("%s: %v, want %q", script, err, want)
		}
	}
}

func TestGizmoStopsInTime(t *testing.T) {
	start := time.Now()
	_, err := ask(t, loaded(t), `while (true) {}`, QueryOptions{Timeout: 100 * time.Millisecond})
	var limit *LimitError
	if !errors.As(err, &limit) || time.Since(start) > time.Minute {
		t.Errorf("%v after %s, want a LimitError", err, time.Since(start))
	}
}

func TestGizmoLimit(t *testing.T) {
	got, err := ask(t, loaded(t), `g.V().All()`, QueryOptions{Limit: 3})
	if err != nil || len(got) != 3 {
		t.Errorf("%d rows, %v, want 3", len(got), err)
	}
}

// Every example in helpers.js runs and finds something.
func TestHelperExamples(t *testing.T) {
	s := loaded(t)
	n := 0
	for _, line := range strings.Split(Helpers(), "\n") {
		example, ok := strings.CutPrefix(line, "// Example: ")
		if !ok {
			continue
		}
		n++
		if got, err := ask(t, s, example, QueryOptions{}); err != nil || len(got) == 0 {
			t.Errorf("%s: %q, %v", example, got, err)
		}
	}
	if n < 10 {
		t.Errorf("only %d examples", n)
	}
}

func TestHelpersAnswer(t *testing.T) {
	s := loaded(t)
	for script, want := range map[string][]string{
		`evidence("Hanna Lind", "spoke-with", "Vasile").All()`:                                              {`{"id":"Lind spoke with Vasile on Tuesday."}`},
		`g.Emit(shortestPath("Hanna Lind", "Peru").length)`:                                                 {`{"value":3}`},
		`g.Emit(shortestPath("Peru", "Adam Lind"))`:                                                         nil,
		`g.Emit(rows(since(eventsOf("Vasile"), "2022-02")).map(function (r) { return r.event }).join(" "))`: {`{"value":"ev-a2 ev-a4"}`},
		`g.Emit(rows(until(eventsOf("Vasile"), "2022-01")).map(function (r) { return r.event }).join(" "))`: {`{"value":"ev-a1"}`},
		`group(rows(eventsOf("Hanna Lind")), "status").forEach(function (r) { g.Emit(r.value + " " + r.count) })`: {
			`{"value":"occurred 1"}`, `{"value":"planned 1"}`,
		},
	} {
		got, err := ask(t, s, script, QueryOptions{})
		if err != nil || !slices.Equal(got, want) {
			t.Errorf("%s\n got %q, %v\nwant %q", script, got, err, want)
		}
	}
}

func TestOtherLanguages(t *testing.T) {
	s := loaded(t)
	for _, c := range []struct{ lang, script, want string }{
		{"graphql", `{ nodes(id: <actor:hanna-lind>) { <name>, <spoke-with> { <name> } } }`, "Radu Vasile"},
		{"mql", `[{"id": "<actor:hanna-lind>", "<spoke-with>": null}]`, "Radu Vasile"},
	} {
		got, err := ask(t, s, c.script, QueryOptions{Lang: c.lang})
		if err != nil || !strings.Contains(strings.Join(got, " "), c.want) {
			t.Errorf("%s: %q, %v, want %q", c.lang, got, err, c.want)
		}
	}
	if _, err := ask(t, s, "x", QueryOptions{Lang: "sparql"}); err == nil || !strings.Contains(err.Error(), "gizmo, graphql, mql") {
		t.Errorf("%v", err)
	}
}

func TestExplain(t *testing.T) {
	var steps []string
	_, err := ask(t, loaded(t), `g.V("Vasile").In("actor").Has("status", "planned").All()`, QueryOptions{
		Explain: func(step string) { steps = append(steps, step) },
	})
	said := strings.Join(steps, "\n")
	for _, want := range []string{`"Vasile" is actor:radu-vasile, by alias`, "index ops under predicate actor, object actor:radu-vasile"} {
		if err != nil || !strings.Contains(said, want) {
			t.Errorf("%v\n%s\nwant %q", err, said, want)
		}
	}
}
