package graph

import (
	"context"
	"fmt"
	"strings"

	"github.com/entente-kg/entente/graph/quadstore"
	"github.com/entente-kg/entente/schema"
)

// NoEventError says that no event of the store has that ID.
type NoEventError struct{ ID string }

func (e *NoEventError) Error() string { return fmt.Sprintf("the store holds no event %q", e.ID) }

// Event reads back one event, by its ID with or without "event:".
func (s *Store) Event(ctx context.Context, id string) (found schema.Event, err error) {
	id = strings.TrimPrefix(id, inEvent)
	err = s.view(ctx, func(v quadstore.View) error {
		ref, err := v.Ref(node(inEvent + id))
		if err != nil || ref == 0 {
			return err
		}
		for link, err := range v.Links(quadstore.Pattern{quadstore.Subject: ref}) {
			if err != nil {
				return err
			}
			label, err := v.Value(link[quadstore.Label])
			if err != nil {
				return err
			}
			x, err := extractionOf(v, label)
			if err != nil {
				return err
			}
			for _, e := range x.Events {
				if e.ID == id {
					found = e
					return nil
				}
			}
			return nil // all quads of an event have one label
		}
		return nil
	})
	if err == nil && found.ID == "" {
		err = &NoEventError{id}
	}
	return found, err
}

// Holds reports whether the store has the article as it is: Add would skip it.
func (s *Store) Holds(ctx context.Context, a schema.ArticleRef) (held bool, err error) {
	err = s.view(ctx, func(v quadstore.View) error {
		label, err := v.Ref(node(inArticle + a.ID))
		if err != nil || label == 0 {
			return err
		}
		hash, err := v.Ref(pHash)
		if err != nil || hash == 0 {
			return err
		}
		for link, err := range v.Links(quadstore.Pattern{quadstore.Subject: label, quadstore.Predicate: hash}) {
			if err != nil {
				return err
			}
			value, err := v.Value(link[quadstore.Object])
			if err != nil {
				return err
			}
			held = a.Hash != "" && plain(value) == a.Hash
		}
		return nil
	})
	return held, err
}
