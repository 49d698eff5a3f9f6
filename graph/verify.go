package graph

import (
	"context"
	"fmt"
	"strings"

	"github.com/cayleygraph/quad"
)

// Verify checks a store from the bytes up: that log and indexes agree (see
// quadstore), that every article can be read back, that every profile is given
// by an article and every event has its sentence. It returns what is wrong,
// nothing for a sound store.
func (s *Store) Verify(ctx context.Context) ([]Problem, error) {
	problems, err := s.quads.Verify(ctx)
	if err != nil || len(problems) > 0 {
		return problems, err // what stands on broken ground need not be looked at
	}
	err = s.read(ctx, func(r *reader) error {
		labels, err := sortedLabels(r)
		if err != nil {
			return err
		}
		for _, label := range labels {
			what, err := r.examine(label)
			if err != nil {
				return err
			}
			if what != "" {
				problems = append(problems, Problem{Where: short(label), What: what})
			}
		}
		return nil
	})
	return problems, err
}

// VerifyStore is the first half of Verify: it looks at the store entry by entry,
// and not at what the articles say.
func (s *Store) VerifyStore(ctx context.Context) ([]Problem, error) { return s.quads.Verify(ctx) }

// examine says what is wrong with what stands under a label.
func (r *reader) examine(label quad.Value) (string, error) {
	switch name := short(label); {
	case strings.HasPrefix(name, inProfile):
		ref, err := r.Ref(label)
		if err != nil {
			return "", err
		}
		articles, err := r.subjects(pProfile, ref)
		if err == nil && len(articles) == 0 {
			return "no article gives this description of an actor", nil
		}
		return "", err
	case strings.HasPrefix(name, inArticle):
		x, err := extractionOf(r, label)
		if err != nil {
			return err.Error(), nil
		}
		for _, ev := range x.Events {
			if ev.Evidence.Text == "" {
				return fmt.Sprintf("event %s has no sentence", ev.ID), nil
			}
		}
	}
	return "", nil
}
