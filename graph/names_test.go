package graph

import (
	"context"
	"errors"
	"testing"
)

func TestResolve(t *testing.T) {
	s := loaded(t)
	for name, want := range map[string]string{
		"Hanna Lind":        "actor:hanna-lind by name",
		"hanna lind":        "actor:hanna-lind by name",
		"HÁNNA  LIND":       "actor:hanna-lind by name",
		"Minister Lind":     "actor:hanna-lind by alias",
		"Lind":              "actor:hanna-lind by alias",
		"Vasile":            "actor:radu-vasile by alias",
		"actor:adam-lind":   "actor:adam-lind by id",
		"<actor:adam-lind>": "actor:adam-lind by id",
		"https://w3id.org/entente/actor/adam-lind": "actor:adam-lind by id",
		"Lima":           "place:lima by name",
		"Vasille":        "actor:radu-vasile by spelling",
		"Radu al-Vasile": "actor:radu-vasile by spelling",
	} {
		r, err := s.Resolve(context.Background(), name)
		if got := r.ID + " by " + r.By; err != nil || got != want {
			t.Errorf("%s: %s, %v, want %s", name, got, err, want)
		}
	}
	for _, name := range []string{"Hannah Lindd", "Vasilo"} {
		_, err := s.Resolve(context.Background(), name)
		var unknown *UnknownNameError
		if !errors.As(err, &unknown) || len(unknown.Nearest) == 0 {
			t.Errorf("%s: %v, want an UnknownNameError with suggestions", name, err)
		}
	}
	_, err := s.Resolve(context.Background(), "Zyx")
	var unknown *UnknownNameError
	if !errors.As(err, &unknown) || len(unknown.Nearest) != 0 {
		t.Errorf("Zyx: %v, want an UnknownNameError without suggestions", err)
	}
}

func TestAmbiguousName(t *testing.T) {
	s := openStore(t, "memory:")
	x := extractions()[3]
	other := x.Actors[0]
	other.ID, other.Name = "actor:berit-lind", "Berit Lind"
	x.Actors = append(x.Actors, other)
	sortActors(x.Actors)
	add(t, s, x)
	_, err := s.Resolve(context.Background(), "Lind")
	var ambiguous *AmbiguousNameError
	if !errors.As(err, &ambiguous) || len(ambiguous.Candidates) != 2 || ambiguous.Candidates[0].Name != "Adam Lind" {
		t.Errorf("Lind: %v, want Adam and Berit", err)
	}
}
