package graph

import (
	"context"
	"errors"
	"testing"

	"github.com/entente-kg/entente/schema"
)

func TestEventAndHolds(t *testing.T) {
	ctx := context.Background()
	store, err := Open("memory:", Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer store.Close()
	lind := schema.Participant{Actor: schema.Actor{ID: "actor:hanna-lind", Name: "Hanna Lind", Kind: schema.Person}}
	berg := schema.Participant{Actor: schema.Actor{ID: "actor:jon-berg", Name: "Jon Berg", Kind: schema.Person}}
	ref := schema.ArticleRef{ID: "a1", Hash: "h1"}
	x := schema.Extraction{
		Article: ref, Actors: []schema.Actor{lind.Actor, berg.Actor},
		Events: []schema.Event{{
			ID: "e1", Relation: "met-with", Root: "CONSULT", Status: schema.Occurred, Article: ref,
			Actors: []schema.Participant{lind, berg}, Evidence: schema.Evidence{Text: "Lind met Berg."},
		}},
	}
	if _, err := store.Add(ctx, []schema.Extraction{x}); err != nil {
		t.Fatal(err)
	}
	if e, err := store.Event(ctx, "event:e1"); err != nil || e.Evidence.Text != "Lind met Berg." || len(e.Actors) != 2 {
		t.Errorf("event %+v, error %v", e, err)
	}
	var none *NoEventError
	if _, err := store.Event(ctx, "e2"); !errors.As(err, &none) {
		t.Errorf("an event that is not there: %v", err)
	}
	for hash, want := range map[string]bool{"h1": true, "h2": false, "": false} {
		if held, err := store.Holds(ctx, schema.ArticleRef{ID: "a1", Hash: hash}); held != want || err != nil {
			t.Errorf("Holds with hash %q = %v, %v", hash, held, err)
		}
	}
	if held, _ := store.Holds(ctx, schema.ArticleRef{ID: "a2", Hash: "h1"}); held {
		t.Error("it holds an article it was never given")
	}
}
