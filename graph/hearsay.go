package graph

import (
	"context"
	"encoding/json"
	"errors"
	"maps"
	"slices"

	"github.com/cayleygraph/quad"
	"github.com/entente-kg/entente/graph/identity"
	"github.com/entente-kg/entente/graph/quadstore"
	"github.com/entente-kg/entente/schema"
)

// hearsay is what all articles, as they were extracted, say of one actor.
type hearsay struct {
	ID     string
	Actors map[string]int // description, as JSON → how many articles give it
	Roles  map[string]int // role, as JSON → how often it is stated
	moved  bool           // there is something new, or something no longer
}

func (h *hearsay) count(in map[string]int, what any, n int) {
	key := string(encodeJSON(what))
	before := in[key]
	if in[key] = before + n; in[key] <= 0 {
		delete(in, key)
	}
	h.moved = h.moved || (before > 0) != (before+n > 0)
}

// rumour is what articles say of all actors that are asked for.
type rumour struct {
	view   quadstore.View
	actors map[string]*hearsay
}

func newRumour(v quadstore.View) *rumour { return &rumour{view: v, actors: map[string]*hearsay{}} }

// of reads what is said of an actor.
func (r *rumour) of(id string) (*hearsay, error) {
	if h := r.actors[id]; h != nil {
		return h, nil
	}
	text, err := r.view.Note(noteOf(noteSaid, id))
	if err != nil {
		return nil, err
	}
	return r.take(id, text)
}

func (r *rumour) take(id string, text []byte) (*hearsay, error) {
	h := &hearsay{ID: id}
	if text != nil {
		if err := decodeJSON(text, h); err != nil {
			return nil, err
		}
	}
	if h.Actors == nil {
		h.Actors = map[string]int{}
	}
	if h.Roles == nil {
		h.Roles = map[string]int{}
	}
	r.actors[h.ID] = h
	return h, nil
}

// count adds n times what an article says.
func (r *rumour) count(s said, n int) error {
	for _, a := range s.Actors {
		h, err := r.of(a.ID)
		if err != nil {
			return err
		}
		h.count(h.Actors, a, n)
	}
	for _, role := range s.Roles {
		h, err := r.of(role.Subject)
		if err != nil {
			return err
		}
		h.count(h.Roles, role, n)
	}
	return nil
}

// change counts what an article says now instead of what it said before.
func (r *rumour) change(c changedArticle) error {
	if err := r.count(c.Said, -1); err != nil {
		return err
	}
	x, _, err := extracted(r.view, c.Article)
	var gone *NoArticleError
	if errors.As(err, &gone) {
		return nil
	}
	if err != nil {
		return err
	}
	return r.count(saidBy(&x), +1)
}

// notes writes down what is known by now, and of whom there is something new.
func (r *rumour) notes() (notes []quadstore.Note) {
	for _, id := range slices.Sorted(maps.Keys(r.actors)) {
		h := r.actors[id]
		note := quadstore.Note{Key: noteOf(noteSaid, id)}
		if len(h.Actors)+len(h.Roles) > 0 {
			note.Text = encodeJSON(h)
		}
		notes = append(notes, note)
		if h.moved {
			notes = append(notes, quadstore.Note{Key: noteOf(noteMoved, id), Text: []byte(id)})
		}
	}
	return notes
}

// all reads what is said of every actor.
func (r *rumour) all() error {
	for note, err := range r.view.Notes(noteSaid) {
		if err == nil {
			_, err = r.take("", note.Text)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// join says which of the actors are one.
func (r *rumour) join(j *identity.Journal) (*identity.Identity, error) {
	var actors []schema.Actor
	var facts []schema.Fact
	for _, id := range slices.Sorted(maps.Keys(r.actors)) {
		h := r.actors[id]
		for _, text := range slices.Sorted(maps.Keys(h.Actors)) {
			var a described
			if err := json.Unmarshal([]byte(text), &a); err != nil {
				return nil, err
			}
			a.Actor.Known = a.Known
			actors = append(actors, a.Actor)
		}
		for _, text := range slices.Sorted(maps.Keys(h.Roles)) {
			var role heldRole
			if err := json.Unmarshal([]byte(text), &role); err != nil {
				return nil, err
			}
			facts = append(facts, schema.Fact{Relation: holdsRole, Subject: role.Subject, Role: role.Role, Object: role.Object})
		}
	}
	ids := identity.Join(actors, facts, j)
	ids.Describe(actors)
	return ids, nil
}

// Identity joins the actors of the store by the decisions of people and the
// rules, as [Store.Curate] would, and changes nothing.
func (s *Store) Identity(ctx context.Context, j *identity.Journal) (ids *identity.Identity, err error) {
	err = s.read(ctx, func(r *reader) error {
		ids, err = r.identity(j)
		return err
	})
	return ids, err
}

func (r *reader) identity(j *identity.Journal) (*identity.Identity, error) {
	heard := newRumour(r.View)
	changed, err := r.changedArticles()
	if err != nil {
		return nil, err
	}
	if err := heard.all(); err != nil {
		return nil, err
	}
	for _, c := range changed {
		if err := heard.change(c); err != nil {
			return nil, err
		}
	}
	return heard.join(j)
}

// changedArticles lists the articles that are not counted as they are: all of
// them in a store whose articles never were.
func (r *reader) changedArticles() (list []changedArticle, err error) {
	indexed, err := r.Note(noteIndexed)
	if err != nil {
		return nil, err
	}
	if indexed != nil {
		for note, err := range r.Notes(noteChanged) {
			var c changedArticle
			if err == nil {
				err = decodeJSON(note.Text, &c)
			}
			if err != nil {
				return nil, err
			}
			list = append(list, c)
		}
		return list, nil
	}
	labels, err := r.articleLabels()
	for _, label := range labels {
		iri, _ := label.(quad.IRI)
		list = append(list, changedArticle{Article: iri})
	}
	return list, err
}
