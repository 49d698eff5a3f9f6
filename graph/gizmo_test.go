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
	if !errors.As(err, &limit) || time.Since(start) > time.Second {
		t.Errorf("%v after %s, want a LimitError", err, time.Since(start))
	}
}

func TestGizmoLimit(t *testing.T) {
	got, err := ask(t, loaded(t), `g.V().All()`, QueryOptions{Limit: 3})
	if err != nil || len(got) != 3 {
		t.Errorf("%d rows, %v, want 3", len(got), err)
	}
}
