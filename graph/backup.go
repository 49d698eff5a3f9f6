package graph

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/cayleygraph/quad"
	"github.com/cayleygraph/quad/nquads"
	"github.com/cayleygraph/quad/pquads"
	"github.com/entente-kg/entente/graph/quadstore"
	"github.com/entente-kg/entente/schema"
)

// Backup writes every quad of the store in cayley's binary format, the one
// that keeps all values exactly as they are, in the order of the export.
func (s *Store) Backup(ctx context.Context, w io.Writer) error {
	buf := bufio.NewWriterSize(w, 1<<16)
	out := pquads.NewWriter(buf, &pquads.Options{Full: true})
	err := s.EachLabel(ctx, func(_ quad.Value, quads []quad.Quad) error {
		sortQuads(quads)
		_, err := out.WriteQuads(quads)
		return err
	})
	return errors.Join(err, out.Close(), buf.Flush())
}

// ErrNotEmpty is returned by Restore for a store that holds something.
var ErrNotEmpty = errors.New("the store is not empty: restore into a new one, or merge")

// Restore fills an empty store from a backup, all of it or nothing.
func (s *Store) Restore(ctx context.Context, r io.Reader) error {
	return s.fill(ctx, pquads.NewReader(r, pquads.DefaultMaxSize))
}

// fill writes quads as they are into an empty store.
func (s *Store) fill(ctx context.Context, from quad.Reader) error {
	if err := s.forgetIndex(ctx); err != nil {
		return err
	}
	err := s.quads.Fill(ctx, func(yield func(quad.Quad, error) bool) {
		for n := 1; ; n++ {
			q, err := from.ReadQuad()
			if err == io.EOF {
				return
			}
			if err != nil {
				err = fmt.Errorf("reading quad %d: %w", n, err)
			}
			if !yield(tidyQuad(q), err) || err != nil {
				return
			}
		}
	})
	if errors.Is(err, quadstore.ErrNotEmpty) {
		return ErrNotEmpty
	}
	return err
}

// tidyQuad gives the quads of foreign files the form of ours: valid UTF-8.
func tidyQuad(q quad.Quad) quad.Quad {
	if s, ok := q.Object.(quad.String); ok {
		q.Object = text(string(s))
	}
	return q
}

// MergeNQuads merges what a file of N-Quads holds; see [Store.Merge].
func (s *Store) MergeNQuads(ctx context.Context, r io.Reader) (AddResult, error) {
	shard, err := Open("memory:", Options{})
	if err != nil {
		return AddResult{}, err
	}
	defer shard.Close()
	if err := shard.fill(ctx, nquads.NewReader(r, false)); err != nil {
		return AddResult{}, err
	}
	return s.Merge(ctx, shard)
}

// Merge adds everything another store holds. The order in which stores are
// merged does not matter, nor does merging one twice: of two versions of an
// article the one with the greater hash stays, whichever comes first; all
// else is joined.
func (s *Store) Merge(ctx context.Context, other *Store) (total AddResult, err error) {
	if size, err := s.Size(ctx); err != nil {
		return total, err
	} else if size == 0 {
		return s.adopt(ctx, other)
	}
	err = other.read(ctx, func(from *reader) error {
		labels, err := sortedLabels(from)
		if err != nil {
			return err
		}
		for part := range slices.Chunk(labels, mergeBatch) {
			result, err := s.mergeLabels(ctx, from, part)
			if err != nil {
				return err
			}
			total = total.Plus(result)
		}
		return nil
	})
	return total, err
}

// adopt is Merge into an empty store: everything comes over, sorted, but for
// profiles that no article gives.
func (s *Store) adopt(ctx context.Context, other *Store) (total AddResult, err error) {
	if err := s.forgetIndex(ctx); err != nil {
		return total, err
	}
	err = other.read(ctx, func(from *reader) error {
		labels, err := sortedLabels(from)
		if err != nil {
			return err
		}
		actors := map[quad.Value]bool{}
		return s.quads.Fill(ctx, func(yield func(quad.Quad, error) bool) {
			for _, label := range labels {
				quads, err := from.adoptable(label)
				if err != nil {
					yield(quad.Quad{}, err)
					return
				}
				for _, q := range quads {
					total.tally(q, actors)
					if !yield(q, nil) {
						return
					}
				}
			}
		})
	})
	return total, err
}

// adoptable lists the quads under a label that belong to something, those of
// an article as it was extracted.
func (r *reader) adoptable(label quad.Value) ([]quad.Quad, error) {
	switch name := short(label); {
	case label == nil:
		return unlabelled(r)
	case strings.HasPrefix(name, inArticle):
		original, err := originalOf(r, label)
		if err != nil || original != nil {
			return quadsOf(original), err
		}
	case strings.HasPrefix(name, inProfile):
		if given, err := r.isGiven(label); err != nil || !given {
			return nil, err
		}
	}
	return quadsUnder(r, label)
}

func quadsOf(x *schema.Extraction) []quad.Quad {
	if x == nil {
		return nil
	}
	return Quads(*x)
}

// isGiven reports whether an article gives a profile that was not rewritten.
func (r *reader) isGiven(profile quad.Value) (bool, error) {
	articles, err := r.subjectsOf(pProfile, profile)
	if err != nil {
		return false, err
	}
	for _, ref := range articles {
		label, err := r.Value(ref)
		if err != nil {
			return false, err
		}
		if original, err := originalOf(r, label); err != nil || original == nil {
			return err == nil, err
		}
	}
	return false, nil
}

// tally counts what a quad of a new article adds.
func (r *AddResult) tally(q quad.Quad, actors map[quad.Value]bool) {
	switch q.Predicate {
	case quad.Value(rdfType):
		if q.Object == quad.Value(cArticle) {
			r.Added++
		}
	case quad.Value(pStatus):
		r.Events++
	case quad.Value(pMentions):
		if !actors[q.Object] {
			actors[q.Object] = true
			r.Actors++
		}
	}
}

// mergeBatch is how many labels are merged in one commit.
const mergeBatch = 100

func (s *Store) mergeLabels(ctx context.Context, from *reader, labels []quad.Value) (result AddResult, err error) {
	err = s.quads.Update(ctx, func(v quadstore.View) (quadstore.Change, error) {
		p := newPlan(v)
		for _, label := range labels {
			if err := p.mergeLabel(from, label); err != nil {
				return quadstore.Change{}, fmt.Errorf("merging %v: %w", label, err)
			}
		}
		result = p.result
		return p.change()
	})
	return result, err
}

// mergeLabel plans to join what another store has under a label. Profiles
// come with the articles that give them.
func (p *plan) mergeLabel(from *reader, label quad.Value) error {
	name := short(label)
	switch {
	case label == nil:
		quads, err := unlabelled(from)
		p.add = append(p.add, quads...)
		return err
	case strings.HasPrefix(name, inProfile):
		return nil
	}
	if !strings.HasPrefix(name, inArticle) {
		quads, err := quadsUnder(from, label)
		p.add = append(p.add, quads...)
		return err
	}
	return p.mergeArticle(from, label.(quad.IRI))
}

// mergeArticle compares two versions of an article, each as it was extracted:
// who is who is decided anew among all that are merged.
func (p *plan) mergeArticle(from quadstore.View, label quad.IRI) error {
	quads, err := extractedUnder(from, label)
	if err != nil {
		return err
	}
	ours, err := extractedUnder(p.view, label)
	if err != nil {
		return err
	}
	if len(ours) > 0 && !newer(under(label, quads), under(label, ours)) {
		p.became(Skipped)
		return nil
	}
	old, err := quadsUnder(p.view, label)
	if err != nil {
		return err
	}
	if _, err := p.exchange(label, old, quads); err != nil {
		return err
	}
	return p.noteChanged(strings.TrimPrefix(short(label), inArticle), old)
}

// extractedUnder reads the quads of an article as it was extracted, and of the
// profiles that it gives.
func extractedUnder(v quadstore.View, label quad.IRI) ([]quad.Quad, error) {
	original, err := originalOf(v, label)
	if err != nil || original != nil {
		return quadsOf(original), err
	}
	return articleQuads(v, label)
}

// under lists the quads with a label.
func under(label quad.IRI, quads []quad.Quad) (list []quad.Quad) {
	for _, q := range quads {
		if q.Label == quad.Value(label) {
			list = append(list, q)
		}
	}
	return list
}

// newer reports whether one version of an article stays rather than another:
// that with the greater hash or, when they are equal, the greater quads. It
// has nothing to do with time, which two machines need not agree on.
func newer(a, b []quad.Quad) bool {
	if x, y := hashIn(a), hashIn(b); x != y {
		return x > y
	}
	return asText(a) > asText(b)
}

func asText(quads []quad.Quad) string {
	lines := make([]string, len(quads))
	for i, q := range quads {
		lines[i] = q.NQuad()
	}
	slices.Sort(lines)
	return strings.Join(lines, "\n")
}

func sortQuads(quads []quad.Quad) { sortBy(quads, quad.Quad.NQuad) }

// Compact gives back the space that removed articles left, and returns the
// size on disk before and after.
func (s *Store) Compact(ctx context.Context) (before, after int64, err error) {
	return s.quads.Compact(ctx)
}
