package main

import (
	"bytes"
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/entente-kg/entente/graph"
	"github.com/entente-kg/entente/graph/identity"
	"github.com/urfave/cli/v2"
)

// curation is what people decided about the actors of a store: the journal. It
// is kept as text beside a store that is a file, where it can be edited and put
// into git, and in the store.
type curation struct {
	path    string // of the journal, "" where the store is no file
	journal *identity.Journal
}

func journalPath(c *cli.Context) string {
	if store := c.String("store"); !strings.Contains(store, "://") && store != "memory:" {
		return store + ".journal"
	}
	return ""
}

// openCuration reads the journal of the command's store; one that is not there is empty.
func openCuration(c *cli.Context, store *graph.Store) (k *curation, err error) {
	k = &curation{path: journalPath(c)}
	if k.path != "" {
		f, err := os.Open(k.path)
		if err == nil {
			defer f.Close()
			if k.journal, err = identity.ReadJournal(f); err != nil {
				return nil, badDataf("%s: %w", k.path, err)
			}
			return k, nil
		}
		if !errors.Is(err, fs.ErrNotExist) {
			return nil, badDataf("the decisions about actors: %w", err)
		}
	}
	k.journal, err = store.Journal(c.Context)
	return k, err
}

// replay makes the store what its articles and the standing decisions say, and
// returns how many articles changed. The decisions are safe on the disk before
// the store is touched.
func (k *curation) replay(ctx context.Context, store *graph.Store) (changed int, err error) {
	if k.path != "" && len(k.journal.Decisions) > 0 {
		var text bytes.Buffer
		if _, err := k.journal.WriteTo(&text); err != nil {
			return 0, err
		}
		if err := replaceFile(k.path, text.Bytes()); err != nil {
			return 0, badDataf("keeping the decisions: %w", err)
		}
	}
	return store.Curate(ctx, k.journal)
}

// replaceFile writes a file whole or not at all; one that is so already is left alone.
func replaceFile(path string, data []byte) error {
	if old, err := os.ReadFile(path); err == nil && bytes.Equal(old, data) {
		return nil
	}
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

// recurate replays the decisions and the rules over what was loaded, or merged
// from other stores.
func recurate(c *cli.Context, store *graph.Store) error {
	if store == nil {
		return nil
	}
	k, err := openCuration(c, store)
	if err != nil {
		return err
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
