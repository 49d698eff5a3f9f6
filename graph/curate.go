package graph

import (
	"bytes"
	"context"
	"maps"
	"slices"
	"strings"

	"github.com/cayleygraph/quad"
	"github.com/entente-kg/entente/graph/identity"
	"github.com/entente-kg/entente/graph/quadstore"
)

// Curate makes the store what its articles and the decisions of people say:
// actors that are one stand under one ID, see package identity. It returns how
// many articles it has rewritten. An article that is rewritten is kept as it was
// extracted, so that every decision can be taken back.
//
// It looks at the articles that came, changed or went since the last time, and
// at those that speak of an actor who becomes another now. What all the others
// say of their actors has been noted. Each of its three stages goes on where it
// stopped when the process is killed, and the result depends on the articles
// and the decisions alone.
func (s *Store) Curate(ctx context.Context, j *identity.Journal) (rewritten int, err error) {
	if err := s.countArticles(ctx); err != nil {
		return 0, err
	}
	if err := s.joinActors(ctx, j); err != nil {
		return 0, err
	}
	return s.rewriteArticles(ctx)
}

// Journal returns the decisions that Curate last applied.
func (s *Store) Journal(ctx context.Context) (j *identity.Journal, err error) {
	err = s.view(ctx, func(v quadstore.View) error {
		text, err := v.Note(noteJournal)
		if err == nil {
			j, err = identity.ReadJournal(bytes.NewReader(text))
		}
		return err
	})
	return j, err
}

// curateBatch is how many articles are counted or rewritten in one commit.
const curateBatch = 256

// countArticles counts what the articles that have changed say of actors.
func (s *Store) countArticles(ctx context.Context) error {
	if err := s.beginIndex(ctx); err != nil {
		return err
	}
	for more := true; more; {
		err := s.quads.Update(ctx, func(v quadstore.View) (change quadstore.Change, err error) {
			heard := newRumour(v)
			notes, err := firstNotes(v, noteChanged, curateBatch)
			for _, note := range notes {
				var c changedArticle
				if err := then(decodeJSON(note.Text, &c), func() error { return heard.change(c) }); err != nil {
					return change, err
				}
				change.Notes = append(change.Notes, quadstore.Note{Key: note.Key}, pendingArticle(c.Article))
			}
			more = len(notes) == curateBatch
			change.Notes = append(change.Notes, heard.notes()...)
			return change, err
		})
		if err != nil {
			return err
		}
	}
	return nil
}

func then(err error, next func() error) error {
	if err != nil {
		return err
	}
	return next()
}

func pendingArticle(label quad.IRI) quadstore.Note {
	return quadstore.Note{Key: noteOf(notePending, string(label)), Text: []byte(label)}
}

// firstNotes reads at most n notes of a kind.
func firstNotes(v quadstore.View, kind string, n int) (notes []quadstore.Note, err error) {
	for note, err := range v.Notes(kind) {
		if err != nil || len(notes) == n {
			return notes, err
		}
		notes = append(notes, note)
	}
	return notes, nil
}

// beginIndex notes all articles as changed in a store that was filled by other
// means than articles: a backup, quads, another store.
func (s *Store) beginIndex(ctx context.Context) error {
	return s.quads.Update(ctx, func(v quadstore.View) (change quadstore.Change, err error) {
		indexed, err := v.Note(noteIndexed)
		if err != nil || indexed != nil {
			return change, err
		}
		for note, err := range v.Notes("") {
			if err != nil {
				return change, err
			}
			if note.Key != noteJournal && !strings.HasPrefix(note.Key, noteOriginal) {
				change.Notes = append(change.Notes, quadstore.Note{Key: note.Key})
			}
		}
		changed, err := newReader(ctx, v).changedArticles()
		for _, c := range changed {
			change.Notes = append(change.Notes, quadstore.Note{Key: noteOf(noteChanged, string(c.Article)), Text: encodeJSON(c)})
		}
		change.Notes = append(change.Notes, quadstore.Note{Key: noteIndexed, Text: []byte("1")})
		return change, err
	})
}

// forgetIndex has the next Curate count all articles.
func (s *Store) forgetIndex(ctx context.Context) error {
	return s.quads.Update(ctx, func(v quadstore.View) (change quadstore.Change, err error) {
		indexed, err := v.Note(noteIndexed)
		if indexed != nil {
			change.Notes = []quadstore.Note{{Key: noteIndexed}}
		}
		return change, err
	})
}

// joinedActor notes what becomes of an actor.
type joinedActor struct {
	ID       string
	To       string
	Rejected bool       `json:",omitempty"`
	Aliases  []string   `json:",omitempty"`
	Kept     *described `json:",omitempty"`
}

func (a *joinedActor) resolution() identity.Resolution {
	r := identity.Resolution{To: a.To, Rejected: a.Rejected, Aliases: a.Aliases}
	if a.Kept != nil {
		kept := a.Kept.Actor
		kept.Known = a.Kept.Known
		r.Kept = &kept
	}
	return r
}

// becomes is the note of what becomes of an actor; it has no text for one that
// stays as it is.
func becomes(id string, ids *identity.Identity) quadstore.Note {
	note := quadstore.Note{Key: noteOf(noteJoined, id)}
	r, joined := ids.Resolve(id)
	if !joined {
		return note
	}
	a := joinedActor{ID: id, To: r.To, Rejected: r.Rejected, Aliases: r.Aliases}
	if r.Kept != nil {
		a.Kept = &described{*r.Kept, r.Kept.Known}
	}
	note.Text = encodeJSON(a)
	return note
}

// joinActors decides which actors are one, when something new is said of any or
// people decide otherwise than before, and notes the articles that speak of
// those who become another.
func (s *Store) joinActors(ctx context.Context, j *identity.Journal) error {
	var journal bytes.Buffer
	if _, err := j.WriteTo(&journal); err != nil {
		return err
	}
	return s.quads.Update(ctx, func(v quadstore.View) (change quadstore.Change, err error) {
		moved, err := firstNotes(v, noteMoved, 1)
		if err != nil {
			return change, err
		}
		before, err := v.Note(noteJournal)
		if err != nil || len(moved) == 0 && (bytes.Equal(before, journal.Bytes()) || before == nil && len(j.Decisions) == 0) {
			return change, err
		}
		change.Notes = []quadstore.Note{{Key: noteJournal, Text: journal.Bytes()}}
		for note, err := range v.Notes(noteMoved) {
			if err != nil {
				return change, err
			}
			change.Notes = append(change.Notes, quadstore.Note{Key: note.Key})
		}
		turned, err := newReader(ctx, v).turned(j)
		change.Notes = append(change.Notes, turned...)
		return change, err
	})
}

// turned notes of whom something else becomes than before, and the articles
// that speak of them.
func (r *reader) turned(j *identity.Journal) (notes []quadstore.Note, err error) {
	heard, before := newRumour(r.View), map[string][]byte{}
	if err := heard.all(); err != nil {
		return nil, err
	}
	ids, err := heard.join(j)
	if err != nil {
		return nil, err
	}
	for note, err := range r.Notes(noteJoined) {
		var a joinedActor
		if err := then(err, func() error { return decodeJSON(note.Text, &a) }); err != nil {
			return nil, err
		}
		before[a.ID] = note.Text
		if heard.actors[a.ID] == nil {
			heard.actors[a.ID] = &hearsay{}
		}
	}
	for _, id := range slices.Sorted(maps.Keys(heard.actors)) {
		now := becomes(id, ids)
		if bytes.Equal(now.Text, before[id]) {
			continue
		}
		articles, err := r.speakingOf(id)
		if err != nil {
			return nil, err
		}
		notes = append(append(notes, now), articles...)
	}
	return notes, nil
}

// speakingOf notes the articles that speak of an actor, or did so before they
// were rewritten.
func (r *reader) speakingOf(id string) (notes []quadstore.Note, err error) {
	refs, err := r.subjectsOf(pMentions, node(id))
	if err != nil {
		return nil, err
	}
	for _, ref := range refs {
		label, err := r.Value(ref)
		if err != nil {
			return nil, err
		}
		if iri, ok := label.(quad.IRI); ok {
			notes = append(notes, pendingArticle(iri))
		}
	}
	for note, err := range r.Notes(noteOf(noteWithin, id) + "/") {
		if err != nil {
			return nil, err
		}
		notes = append(notes, pendingArticle(quad.IRI(note.Text)))
	}
	return notes, nil
}
