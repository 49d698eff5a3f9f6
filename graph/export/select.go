package export

import (
	"cmp"
	"context"
	"errors"
	"iter"
	"maps"
	"slices"

	"github.com/cayleygraph/quad"
	"github.com/entente-kg/entente/graph"
	"github.com/entente-kg/entente/schema"
)

// Selection says which events of a store are exported, and with them which
// actors and articles. The zero Selection is the whole store.
type Selection struct {
	Since, Until string          // days, inclusive; an event without a day counts when its article was published
	Relations    []string        // relations or PLOVER roots
	Status       []schema.Status // all when empty
	Actors       []string        // IDs; an event needs one of them
	Events       map[string]bool // IDs; all when nil
}

func (s *Selection) whole() bool {
	return s.Since == "" && s.Until == "" && len(s.Relations) == 0 && len(s.Status) == 0 && len(s.Actors) == 0 && s.Events == nil
}

func (s *Selection) admits(e *schema.Event) bool {
	first := cmp.Or(e.From, e.Article.Published)
	last := cmp.Or(e.To, first)
	switch {
	case s.Events != nil && !s.Events[e.ID]:
		return false
	case s.Since != "" && last < s.Since, s.Until != "" && first > s.Until:
		return false
	case len(s.Relations) > 0 && !slices.Contains(s.Relations, e.Relation) && !slices.Contains(s.Relations, e.Root):
		return false
	case len(s.Status) > 0 && !slices.Contains(s.Status, e.Status):
		return false
	case len(s.Actors) > 0 && !slices.ContainsFunc(slices.Concat(e.Actors, e.Recipients), func(p schema.Participant) bool { return slices.Contains(s.Actors, p.ID) }):
		return false
	}
	return true
}

// Select is a store as a Source: articles by ID, the events of an article in
// the order of its text. It keeps the actors it has met in memory, nothing else.
func Select(store *graph.Store, s Selection) Source {
	return &selected{store: store, Selection: s, actors: map[string]schema.Actor{}}
}

type selected struct {
	Selection
	store  *graph.Store
	actors map[string]schema.Actor // by ID, as all articles together describe them
}

var errStop = errors.New("the reader wants no more")

// extractions streams the articles with their events that are selected.
func (s *selected) extractions(ctx context.Context) iter.Seq2[schema.Extraction, error] {
	return func(yield func(schema.Extraction, error) bool) {
		for x, err := range s.store.Extractions(ctx) {
			x.Events = slices.DeleteFunc(x.Events, func(e schema.Event) bool { return !s.admits(&e) })
			if err == nil && len(x.Events) == 0 && !s.whole() {
				continue
			}
			if !yield(x, err) || err != nil {
				return
			}
		}
	}
}

func (s *selected) Articles(ctx context.Context) iter.Seq2[schema.ArticleRef, error] {
	return func(yield func(schema.ArticleRef, error) bool) {
		for x, err := range s.extractions(ctx) {
			if !yield(x.Article, err) || err != nil {
				return
			}
		}
	}
}

// Actors streams the actors of the selected events. What a whole store knows
// beyond them, from facts alone, is part of it too.
func (s *selected) Actors(ctx context.Context) iter.Seq2[schema.Actor, error] {
	return func(yield func(schema.Actor, error) bool) {
		ids := map[string]bool{}
		for x, err := range s.extractions(ctx) {
			if err != nil {
				yield(schema.Actor{}, err)
				return
			}
			s.collect(ids, &x)
		}
		for _, id := range slices.Sorted(maps.Keys(ids)) {
			a, err := s.actor(ctx, id)
			if !yield(a, err) || err != nil {
				return
			}
		}
	}
}

func (s *selected) collect(ids map[string]bool, x *schema.Extraction) {
	for i := range x.Events {
		for _, p := range everybody(&x.Events[i]) {
			ids[p.ID] = true
		}
	}
	if s.whole() {
		for _, a := range x.Actors {
			ids[a.ID] = true
		}
	}
}

// everybody lists the participants, place and speaker of an event, to be read or changed.
func everybody(e *schema.Event) []*schema.Participant {
	var all []*schema.Participant
	for i := range e.Actors {
		all = append(all, &e.Actors[i])
	}
	for i := range e.Recipients {
		all = append(all, &e.Recipients[i])
	}
	for _, p := range []*schema.Participant{e.Place, e.Speaker} {
		if p != nil {
			all = append(all, p)
		}
	}
	return all
}

func (s *selected) actor(ctx context.Context, id string) (schema.Actor, error) {
	if a, ok := s.actors[id]; ok {
		return a, nil
	}
	a, err := s.store.Actor(ctx, id)
	if err == nil {
		s.actors[id] = a
	}
	return a, err
}

func (s *selected) Events(ctx context.Context) iter.Seq2[schema.Event, error] {
	return func(yield func(schema.Event, error) bool) {
		for x, err := range s.extractions(ctx) {
			if err != nil {
				yield(schema.Event{}, err)
				return
			}
			for i := range x.Events {
				err := s.describe(ctx, &x.Events[i])
				if !yield(x.Events[i], err) || err != nil {
					return
				}
			}
		}
	}
}

// describe fills in the participants as all articles together describe them.
func (s *selected) describe(ctx context.Context, e *schema.Event) error {
	for _, p := range everybody(e) {
		a, err := s.actor(ctx, p.ID)
		if err != nil {
			return err
		}
		p.Actor = a
	}
	return nil
}

// Quads streams the quads of [selected.lines].
func (s *selected) Quads(ctx context.Context) iter.Seq2[quad.Quad, error] {
	return func(yield func(quad.Quad, error) bool) {
		for q, err := range s.lines(ctx) {
			if !yield(q.Quad, err) {
				return
			}
		}
	}
}

// lines streams a whole store as it is kept, and of a selection what an article
// with these events alone would be kept as.
func (s *selected) lines(ctx context.Context) iter.Seq2[lined, error] {
	if s.whole() {
		return s.stored(ctx)
	}
	return func(yield func(lined, error) bool) {
		profiles := map[string]bool{} // shared by articles, written once
		for x, err := range s.extractions(ctx) {
			if err != nil {
				yield(lined{}, err)
				return
			}
			if !s.yieldQuads(ctx, &x, profiles, yield) {
				return
			}
		}
	}
}

func (s *selected) yieldQuads(ctx context.Context, x *schema.Extraction, profiles map[string]bool, yield func(lined, error) bool) bool {
	ids := map[string]bool{}
	s.collect(ids, x)
	x.Actors, x.Facts = nil, nil
	for _, id := range slices.Sorted(maps.Keys(ids)) {
		a, err := s.actor(ctx, id)
		if err != nil {
			return yield(lined{}, err)
		}
		x.Actors = append(x.Actors, a)
	}
	for _, q := range byLine(graph.Quads(*x)) {
		if profiles[q.line] {
			continue
		} else if !ofArticle(q.Quad, x.Article.ID) {
			profiles[q.line] = true
		}
		if !yield(q, nil) {
			return false
		}
	}
	return true
}

// lined is a quad with its line of N-Quads.
type lined struct {
	quad.Quad
	line string
}

// byLine sorts quads by their lines, each of which is written once.
func byLine(quads []quad.Quad) []lined {
	rows := make([]lined, len(quads))
	var buf []byte
	for i, q := range quads {
		buf = graph.AppendLine(buf[:0], q)
		rows[i] = lined{q, string(buf)}
	}
	slices.SortFunc(rows, func(a, b lined) int { return cmp.Compare(a.line, b.line) })
	return rows
}

func ofArticle(q quad.Quad, id string) bool {
	label, _ := q.Label.(quad.IRI)
	return schema.Shorten(string(label)) == "article:"+id
}

func (s *selected) stored(ctx context.Context) iter.Seq2[lined, error] {
	return func(yield func(lined, error) bool) {
		err := s.store.EachLabel(ctx, func(_ quad.Value, quads []quad.Quad) error {
			for _, q := range byLine(quads) {
				if !yield(q, nil) {
					return errStop
				}
			}
			return nil
		})
		if err != nil && !errors.Is(err, errStop) {
			yield(lined{}, err)
		}
	}
}
