package main

import (
	"bytes"
	"context"
	"encoding/gob"
	"errors"
	"fmt"
	"io/fs"
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
		return k, nil
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
	return errors.Join(replaceFile(k.originalsPath(), originals.Bytes()), replaceFile(k.path, text.Bytes()))
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
	ids := identity.Join(nil, nil, k.journal)
	originals, err := k.affected(ctx, store, ids)
	if err != nil {
		return 0, err
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

// affected lists, as extracted, the articles that decisions change or changed before.
func (k *curation) affected(ctx context.Context, store *graph.Store, ids *identity.Identity) (list []schema.Extraction, err error) {
	for x, err := range store.Extractions(ctx) {
		if err != nil {
			return nil, err
		}
		original, before := k.originals[x.Article.ID]
		if !before || original.Article.Hash != x.Article.Hash {
			original, before = x, false
		}
		ids.Describe(original.Actors)
		if before || ids.Touches(original) {
			list = append(list, original)
		}
	}
	return list, nil
}

// recurate replays the decisions over what was loaded, if there are any.
func recurate(c *cli.Context, store *graph.Store) error {
	if store == nil {
		return nil
	}
	k, err := openCuration(c)
	if err != nil || len(k.journal.Decisions) == 0 {
		return err
	}
	_, err = k.replay(c.Context, store)
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
