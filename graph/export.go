package graph

import (
	"bufio"
	"context"
	"io"
	"slices"
	"strings"

	"github.com/cayleygraph/quad"
	"github.com/entente-kg/entente/graph/quadstore"
)

// ExportNQuads writes the whole store as N-Quads: label by label in the order
// of the labels, the quads of a label in the order of their lines. The same
// graph gives the same bytes, whatever store it is in and however it got
// there. Memory is bounded by the labels and the largest of them.
func (s *Store) ExportNQuads(ctx context.Context, w io.Writer) error {
	out := bufio.NewWriterSize(w, 1<<16)
	err := s.EachLabel(ctx, func(_ quad.Value, quads []quad.Quad) error {
		lines := make([]string, len(quads))
		for i, q := range quads {
			lines[i] = Line(q)
		}
		slices.Sort(lines)
		for _, line := range lines {
			if _, err := out.WriteString(line + "\n"); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return err
	}
	return out.Flush()
}

// EachLabel calls visit with every label, in order, and its quads, in none. The
// label is nil for quads without one, which come first.
func (s *Store) EachLabel(ctx context.Context, visit func(label quad.Value, quads []quad.Quad) error) error {
	return s.view(ctx, func(v quadstore.View) error {
		labels, err := sortedLabels(v)
		if err != nil {
			return err
		}
		for _, label := range labels {
			var quads []quad.Quad
			if label == nil {
				quads, err = unlabelled(v)
			} else {
				quads, err = quadsUnder(v, label)
			}
			if err != nil {
				return err
			}
			if err := visit(label, quads); err != nil {
				return err
			}
		}
		return nil
	})
}

func sortedLabels(v quadstore.View) ([]quad.Value, error) {
	var labels []quad.Value
	for ref, err := range v.Labels() {
		if err != nil {
			return nil, err
		}
		label, err := v.Value(ref)
		if err != nil {
			return nil, err
		}
		labels = append(labels, label)
	}
	slices.SortFunc(labels, func(a, b quad.Value) int {
		if x, y := quad.StringOf(a), quad.StringOf(b); x < y {
			return -1
		} else if x > y {
			return 1
		}
		return 0
	})
	return labels, nil
}

// unlabelled reads the quads without a label. There is no index for them: none
// of ours are so, only those a user imported.
func unlabelled(v quadstore.View) (quads []quad.Quad, err error) {
	for l, err := range v.Links(quadstore.Pattern{}) {
		if err != nil {
			return nil, err
		}
		if l[quadstore.Label] != 0 {
			continue
		}
		q, err := quadstore.QuadOf(v, l)
		if err != nil {
			return nil, err
		}
		quads = append(quads, q)
	}
	return quads, nil
}

// sortBy sorts quads by what line makes of each, once: within a comparison it
// would be made some twenty times.
func sortBy(quads []quad.Quad, line func(quad.Quad) string) {
	type lined struct {
		line string
		quad quad.Quad
	}
	list := make([]lined, len(quads))
	for i, q := range quads {
		list[i] = lined{line(q), q}
	}
	slices.SortFunc(list, func(a, b lined) int { return strings.Compare(a.line, b.line) })
	for i := range list {
		quads[i] = list[i].quad
	}
}

// Quads returns every quad of the store, in the order of the export.
func (s *Store) Quads(ctx context.Context) (all []quad.Quad, err error) {
	err = s.EachLabel(ctx, func(_ quad.Value, quads []quad.Quad) error {
		sortBy(quads, Line)
		all = append(all, quads...)
		return nil
	})
	return all, err
}
