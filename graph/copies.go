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
			found, err := r.sketch(a.ID)
			if err != nil {
				return err
			}
			named = append(named, sketch.Named{ID: a.ID, Sketch: found})
		}
		groups = sketch.Groups(named)
		return ctx.Err()
	})
	return groups, err
}

// sketch reads the sketch of an article; what is none is that of no text.
func (r *reader) sketch(article string) (sketch.Sketch, error) {
	if s, ok := r.sketches[article]; ok {
		return s, nil
	}
	ref, err := r.Ref(node(inArticle + article))
	if err != nil {
		return sketch.Sketch{}, err
	}
	written, err := r.text(ref, pSketch)
	if err != nil {
		return sketch.Sketch{}, err
	}
	s, err := sketch.Parse(written)
	if err != nil {
		s = sketch.Sketch{} // links nothing
	}
	r.sketches[article] = s
	return s, nil
}
