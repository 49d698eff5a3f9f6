package graph

import (
	"context"
	"errors"
	"fmt"
	"runtime"
	"slices"
	"strings"
	"sync"
	"sync/atomic"

	"github.com/cayleygraph/quad"
	"github.com/entente-kg/entente/graph/quadstore"
	"github.com/entente-kg/entente/schema"
)

// AddResult counts what an Add did.
type AddResult struct {
	Added    int // articles that were not in the store
	Skipped  int // that were, with the same text
	Replaced int // that were, with another text
	Removed  int // by Remove
	Events   int // in the articles added and replaced
	Actors   int // actors the store did not know before
}

// Plus sums two results.
func (r AddResult) Plus(o AddResult) AddResult {
	return AddResult{
		r.Added + o.Added, r.Skipped + o.Skipped, r.Replaced + o.Replaced,
		r.Removed + o.Removed, r.Events + o.Events, r.Actors + o.Actors,
	}
}

// ErrNoArticleID is returned for an extraction whose article has no ID.
var ErrNoArticleID = errors.New("the article has no ID")

// Fate is what became of an article that was added.
type Fate string

// The fates of an article.
const (
	New      Fate = "new"
	Replaced Fate = "replaced" // it was in the store with another text
	Skipped  Fate = "skipped"  // it was, with the same
)

// Add stores extractions, all of them or, when it returns an error, none. When
// it returns nil they are on the disk. An article that is in the store with the
// same hash is skipped; one whose hash differs replaces the old.
func (s *Store) Add(ctx context.Context, xs []schema.Extraction) (AddResult, error) {
	return (&adder{}).add(ctx, s, xs)
}

// Replace is Add without the skipping: articles that are in the store already
// are read from xs again, as after a change of the rules.
func (s *Store) Replace(ctx context.Context, xs []schema.Extraction) (AddResult, error) {
	return (&adder{force: true}).add(ctx, s, xs)
}

// Preview returns what Add would do, and does nothing.
func (s *Store) Preview(ctx context.Context, xs []schema.Extraction) (AddResult, error) {
	return (&adder{dry: true}).add(ctx, s, xs)
}

// adder is a way of adding articles. A dry one that is used several times
// remembers what the store would hold by then.
type adder struct {
	force  bool // articles whose text is the same are read anew
	dry    bool // nothing is written
	fate   func(schema.ArticleRef, Fate)
	met    map[quad.Value]bool // actors that earlier groups brought
	before map[string]string   // article → hash, of earlier groups
}

func (a *adder) add(ctx context.Context, s *Store, xs []schema.Extraction) (result AddResult, err error) {
	last := map[string]int{}
	for i, x := range xs {
		if x.Article.ID == "" {
			return AddResult{}, fmt.Errorf("storing %q: %w", x.Article.Title, ErrNoArticleID)
		}
		last[x.Article.ID] = i
	}
	encoded, fates := encodeAll(xs), make([]Fate, len(xs))
	decide := func(v quadstore.View) (quadstore.Change, error) {
		p := newPlan(v)
		if a.met != nil {
			p.actors = a.met
		}
		for i, x := range xs {
			if last[x.Article.ID] != i {
				continue // the same article comes again further on
			}
			if fates[i], err = a.replace(p, x, encoded[i]); err != nil {
				return quadstore.Change{}, fmt.Errorf("storing article %s: %w", x.Article.ID, err)
			}
		}
		result = p.result
		return p.change()
	}
	if a.dry {
		err = s.view(ctx, func(v quadstore.View) error { _, err := decide(v); return err })
	} else {
		err = s.quads.Update(ctx, decide)
	}
	if err != nil {
		return AddResult{}, err
	}
	for i := 0; a.fate != nil && i < len(xs); i++ {
		a.fate(xs[i].Article, fates[i])
	}
	return result, nil
}

// replace plans to store one article, unless a dry run has done so before.
func (a *adder) replace(p *plan, x schema.Extraction, quads []quad.Quad) (Fate, error) {
	hash, came := a.before[x.Article.ID]
	if a.before != nil {
		a.before[x.Article.ID] = x.Article.Hash
	}
	switch {
	case came && hash == x.Article.Hash:
		return p.became(Skipped), nil
	case came:
		p.result.Events += len(x.Events)
		return p.became(Replaced), nil
	}
	return p.replace(x, quads, a.force)
}

// encodeAll makes the quads of articles on all cores.
func encodeAll(xs []schema.Extraction) [][]quad.Quad {
	encoded := make([][]quad.Quad, len(xs))
	var next atomic.Int64
	var workers sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), len(xs)) {
		workers.Go(func() {
			for i := int(next.Add(1)) - 1; i < len(xs); i = int(next.Add(1)) - 1 {
				encoded[i] = Quads(xs[i])
			}
		})
	}
	workers.Wait()
	return encoded
}

// Remove takes articles out of the store, with every actor that nothing else
// mentions. Articles that are not there are named in the error; the others go.
func (s *Store) Remove(ctx context.Context, ids ...string) (result AddResult, err error) {
	var missing []string
	err = s.quads.Update(ctx, func(v quadstore.View) (quadstore.Change, error) {
		p := newPlan(v)
		for _, id := range slices.Compact(slices.Sorted(slices.Values(ids))) {
			found, err := p.drop(id)
			if err != nil {
				return quadstore.Change{}, fmt.Errorf("removing article %s: %w", id, err)
			}
			if !found {
				missing = append(missing, id)
			}
		}
		result = p.result
		return p.change()
	})
	if err == nil && len(missing) > 0 {
		err = &NoArticleError{IDs: missing}
	}
	return result, err
}

// NoArticleError names articles the store does not hold.
type NoArticleError struct{ IDs []string }

func (e *NoArticleError) Error() string {
	return "not in the store: " + strings.Join(e.IDs, ", ")
}
