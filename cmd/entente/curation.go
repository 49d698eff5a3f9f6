package main

import (
	"bytes"
	"context"
	"encoding/gob"
	"errors"
	"fmt"
	"io/fs"
	"iter"
	"os"
	"path/filepath"

	"github.com/entente-kg/entente/graph"
	"github.com/entente-kg/entente/graph/identity"
	"github.com/entente-kg/entente/schema"
	"github.com/urfave/cli/v2"
)

// curation is what people decided about the actors of a store, kept beside it:
// the journal as text, and the articles it changed as they were extracted, so
// that every decision can be taken back.
type curation struct {
	path      string // of the journal
	journal   *identity.Journal
	originals map[string]schema.Extraction // by article ID
}

func journalPath(c *cli.Context) string   { return c.String("store") + ".journal" }
func (k *curation) originalsPath() string { return k.path + ".originals" }

// openCuration reads the journal of the command's store; one that is not there is empty.
func openCuration(c *cli.Context) (*curation, error) {
	k := &curation{path: journalPath(c), journal: &identity.Journal{}, originals: map[string]schema.Extraction{}}
	f, err := os.Open(k.path)
	if errors.Is(err, fs.ErrNotExist) {
		return k, k.readOriginals()
	}
	if err != nil {
		return nil, badDataf("the decisions about actors: %w", err)
	}
	defer f.Close()
	if k.journal, err = identity.ReadJournal(f); err != nil {
		return nil, badDataf("%s: %w", k.path, err)
	}
	return k, k.readOriginals()
}

func (k *curation) readOriginals() error {
	data, err := os.ReadFile(k.originalsPath())
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err == nil {
		err = gob.NewDecoder(bytes.NewReader(data)).Decode(&k.originals)
	}
	if err != nil {
		return badDataf("%s: %w: remove it and load the articles again", k.originalsPath(), err)
	}
	return nil
}

// save writes the journal and the originals, each whole or not at all.
func (k *curation) save() error {
	var text, originals bytes.Buffer
	if _, err := k.journal.WriteTo(&text); err != nil {
		return err
	}
	if err := gob.NewEncoder(&originals).Encode(k.originals); err != nil {
		return err
	}
	err := replaceFile(k.originalsPath(), originals.Bytes())
	if len(k.journal.Decisions) == 0 {
		return err
	}
	return errors.Join(err, replaceFile(k.path, text.Bytes()))
}

func replaceFile(path string, data []byte) error {
	tmp, err := os.CreateTemp(filepath.Dir(path), filepath.Base(path)+".*")
	if err != nil {
		return err
	}
	_, err = tmp.Write(data)
	if err = errors.Join(err, tmp.Sync(), tmp.Close()); err != nil {
		return errors.Join(err, os.Remove(tmp.Name()))
	}
	return os.Rename(tmp.Name(), path)
}

// replay makes the store what its articles and the standing decisions say, and
// returns how many articles changed. The originals are safe on disk before the
// store is touched.
func (k *curation) replay(ctx context.Context, store *graph.Store) (changed int, err error) {
	ids, err := k.identity(ctx, store)
	if err != nil {
		return 0, err
	}
	originals, err := k.affected(ctx, store, ids)
	if err != nil {
		return 0, err
	}
	if len(originals) == 0 && len(k.journal.Decisions) == 0 {
		return 0, nil // nothing was ever joined: no files to keep
	}
	var rewritten []schema.Extraction
	for _, x := range originals {
		rewritten = append(rewritten, ids.Apply(x))
		delete(k.originals, x.Article.ID)
		if ids.Touches(x) {
			k.originals[x.Article.ID] = x
		}
	}
	if err := k.save(); err != nil {
		return 0, fmt.Errorf("keeping the decisions: %w", err)
	}
	_, err = store.Replace(ctx, rewritten)
	return len(rewritten), err
}

// identity joins the actors of all articles by the decisions and the rules. It
// looks at the articles as they were extracted, so that neither the order of
// loading nor an earlier join matters.
func (k *curation) identity(ctx context.Context, store *graph.Store) (*identity.Identity, error) {
	var actors []schema.Actor
	var facts []schema.Fact
	for x, err := range k.extracted(ctx, store) {
		if err != nil {
			return nil, err
		}
		actors, facts = append(actors, x.Actors...), append(facts, x.Facts...)
	}
	return identity.Join(actors, facts, k.journal), nil
}

// extracted yields every article as it was extracted.
func (k *curation) extracted(ctx context.Context, store *graph.Store) iter.Seq2[schema.Extraction, error] {
	return func(yield func(schema.Extraction, error) bool) {
		for x, err := range store.Extractions(ctx) {
			if original, changed := k.originals[x.Article.ID]; changed && original.Article.Hash == x.Article.Hash {
				x = original
			}
			if !yield(x, err) {
				return
			}
		}
	}
}

// affected lists, as extracted, the articles that decisions change or changed before.
func (k *curation) affected(ctx context.Context, store *graph.Store, ids *identity.Identity) (list []schema.Extraction, err error) {
	for x, err := range k.extracted(ctx, store) {
		if err != nil {
			return nil, err
		}
		ids.Describe(x.Actors)
		_, before := k.originals[x.Article.ID]
		if before || ids.Touches(x) {
			list = append(list, x)
		}
	}
	return list, nil
}

// adopt takes over the originals that another store keeps of articles it has changed.
func (k *curation) adopt(path string) error {
	other := &curation{path: path + ".journal", originals: map[string]schema.Extraction{}}
	if err := other.readOriginals(); err != nil {
		return err
	}
	for id, x := range other.originals {
		if _, have := k.originals[id]; !have {
			k.originals[id] = x
		}
	}
	return nil
}

// recurate replays the decisions and the rules over what was loaded, or merged
// from other stores.
func recurate(c *cli.Context, store *graph.Store, merged ...string) error {
	if store == nil {
		return nil
	}
	k, err := openCuration(c)
	if err != nil {
		return err
	}
	for _, path := range merged {
		if err := k.adopt(path); err != nil {
			return err
		}
	}
	ctx := c.Context
	if c.Bool("watch") {
		ctx = context.WithoutCancel(ctx) // a watch always ends by interruption
	}
	_, err = k.replay(ctx, store)
	return err
}

func readJournalFile(path string) (*identity.Journal, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, usageError(err)
	}
	defer f.Close()
	j, err := identity.ReadJournal(f)
	if err != nil {
		return nil, badDataf("%s: %w", path, err)
	}
	return j, nil
}
