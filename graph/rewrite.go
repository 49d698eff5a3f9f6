package graph

import (
	"context"

	"github.com/cayleygraph/quad"
	"github.com/entente-kg/entente/graph/identity"
	"github.com/entente-kg/entente/graph/quadstore"
	"github.com/entente-kg/entente/schema"
)

// rewriteArticles rewrites those that are noted, where they have to be.
func (s *Store) rewriteArticles(ctx context.Context) (rewritten int, err error) {
	for more := true; more && err == nil; {
		var now int
		err = s.quads.Update(ctx, func(v quadstore.View) (quadstore.Change, error) {
			w := &rewriting{reader: newReader(ctx, v), plan: newPlan(v), joined: map[string]*joinedActor{}}
			notes, err := firstNotes(v, notePending, curateBatch)
			for _, note := range notes {
				w.plan.notes = append(w.plan.notes, quadstore.Note{Key: note.Key})
				if err := w.article(quad.IRI(note.Text)); err != nil {
					return quadstore.Change{}, err
				}
			}
			now, more = w.rewritten, len(notes) == curateBatch
			if err != nil {
				return quadstore.Change{}, err
			}
			return w.plan.change()
		})
		rewritten += now
	}
	return rewritten, err
}

// rewriting is one commit of rewriteArticles.
type rewriting struct {
	*reader
	plan      *plan
	joined    map[string]*joinedActor // nil for who stays as it is
	rewritten int
}

// article rewrites an article by what becomes of its actors. One that was never
// rewritten and speaks of nobody who becomes another is not even read.
func (w *rewriting) article(label quad.IRI) error {
	original, err := originalOf(w, label)
	if err != nil {
		return err
	}
	if original == nil {
		concerned, err := w.concerns(label)
		if err != nil || !concerned {
			return err
		}
	}
	old, err := quadsUnder(w, label)
	if err != nil || len(old) == 0 {
		return err
	}
	x, rewritten, err := extracted(w, label)
	if err != nil {
		return err
	}
	ids, err := w.identityIn(&x)
	if err != nil {
		return err
	}
	now, touched := x, ids.Touches(x)
	if touched {
		now = ids.Apply(x)
	}
	fate, err := w.plan.exchange(label, old, Quads(now))
	if err != nil {
		return err
	}
	if fate != Skipped {
		w.rewritten++
	}
	return w.keep(label, &x, rewritten, touched)
}

// concerns reports whether the article mentions anybody who becomes another.
func (w *rewriting) concerns(label quad.IRI) (bool, error) {
	ref, err := w.Ref(label)
	if err != nil {
		return false, err
	}
	mentions, err := w.objects(ref, pMentions)
	if err != nil {
		return false, err
	}
	for _, l := range mentions {
		actor, err := w.Value(l[quadstore.Object])
		if err != nil {
			return false, err
		}
		if a, err := w.becoming(short(actor)); err != nil || a != nil {
			return err == nil, err
		}
	}
	return false, nil
}

// becoming reads what becomes of an actor, nil when it stays as it is.
func (w *rewriting) becoming(id string) (*joinedActor, error) {
	if a, known := w.joined[id]; known {
		return a, nil
	}
	text, err := w.Note(noteOf(noteJoined, id))
	if err != nil {
		return nil, err
	}
	if w.joined[id] = nil; text != nil {
		a := &joinedActor{}
		if err := decodeJSON(text, a); err != nil {
			return nil, err
		}
		w.joined[id] = a
	}
	return w.joined[id], nil
}

// identityIn is what becomes of the actors of one article.
func (w *rewriting) identityIn(x *schema.Extraction) (*identity.Identity, error) {
	resolved := map[string]identity.Resolution{}
	for _, actor := range x.Actors {
		a, err := w.becoming(actor.ID)
		if err != nil {
			return nil, err
		}
		if a != nil {
			resolved[a.ID] = a.resolution()
		}
	}
	return identity.Resolved(resolved), nil
}

// keep notes the article as it was extracted, for as long as it is rewritten,
// and for whose sake.
func (w *rewriting) keep(label quad.IRI, x *schema.Extraction, rewritten, touched bool) error {
	note := quadstore.Note{Key: noteOf(noteOriginal, string(label))}
	if touched && !rewritten {
		var err error
		if note.Text, err = encodeNote(x); err != nil {
			return err
		}
	}
	if touched != rewritten {
		w.plan.notes = append(w.plan.notes, note)
	}
	for _, actor := range x.Actors {
		within := quadstore.Note{Key: noteWithinOf(actor.ID, string(label))}
		if w.joined[actor.ID] != nil {
			within.Text = []byte(label)
		}
		if within.Text != nil || rewritten {
			w.plan.notes = append(w.plan.notes, within)
		}
	}
	return nil
}
