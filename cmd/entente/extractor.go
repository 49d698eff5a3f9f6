package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/entente-kg/entente/extract"
	"github.com/entente-kg/entente/extract/actor"
	"github.com/entente-kg/entente/extract/actor/ref"
	"github.com/entente-kg/entente/extract/actor/ref/imports"
	"github.com/entente-kg/entente/extract/event"
	"github.com/urfave/cli/v2"
)

// newExtractor builds the extractor with the user's own rules and actors: those
// imported for the store, and those of --actors.
func newExtractor(c *cli.Context) (*extract.Extractor, error) {
	files, err := importedActors(c)
	if err != nil {
		return nil, err
	}
	files = append(files, c.StringSlice("actors")...)
	opts := extract.Options{Events: event.Options{Rules: c.StringSlice("rules")}}
	if len(files) > 0 {
		result, err := imports.Files(files, imports.Options{})
		if err != nil {
			return nil, usageError(err)
		}
		if refused := refusals(result); refused > 0 {
			fmt.Fprintf(c.App.ErrWriter, "%s of the actors refused: 'entente actors import --check' says why\n", count(refused, "line"))
		}
		opts.Actors = actor.Options{Extra: []*ref.Source{result.Source}}
	}
	x, err := extract.New(opts)
	if err != nil {
		return nil, &exitError{exitBadData, err}
	}
	return x, nil
}

func refusals(result *imports.Result) (n int) {
	for _, r := range result.Reports {
		n += len(r.Refused)
	}
	return n
}

// actorFolder is where the actors imported for a store lie: beside it, as the
// files they came in.
func actorFolder(c *cli.Context) string { return c.String("store") + ".actors" }

// importedActors lists the files imported for the command's store, if it has one.
func importedActors(c *cli.Context) ([]string, error) {
	if c.String("store") == "" {
		return nil, nil
	}
	entries, err := os.ReadDir(actorFolder(c))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, badDataf("the imported actors: %w", err)
	}
	var files []string
	for _, e := range entries {
		if e.Type().IsRegular() {
			files = append(files, filepath.Join(actorFolder(c), e.Name()))
		}
	}
	return files, nil
}
