package graph

import (
	"context"

	"github.com/entente-kg/entente/schema/sketch"
)

// Copies groups the articles of the store that are copies or updates of one
// story. Articles keep a sketch of their text, so the groups are the same
// whatever order and however often the articles were loaded in.
func (s *Store) Copies(ctx context.Context) (groups []sketch.Group, err error) {
	err = s.read(ctx, func(r *reader) error {
		labels, err := r.articleLabels()
		if err != nil {
			return err
		}
		named := make([]sketch.Named, 0, len(labels))
		for _, label := range labels {
			ref, err := r.Ref(label)
			if err != nil {
				return err
			}
			a, err := r.article(ref)
			if err != nil {
				return err
			}
			if found, err := sketch.Parse(a.Sketch); err == nil { // what is none links nothing
				named = append(named, sketch.Named{ID: a.ID, Sketch: found})
			}
		}
		groups = sketch.Groups(named)
		return ctx.Err()
	})
	return groups, err
}
