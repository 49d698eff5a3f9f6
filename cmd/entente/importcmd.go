package main

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"

	"github.com/entente-kg/entente/graph"
	"github.com/entente-kg/entente/graph/export"
	"github.com/urfave/cli/v2"
)

func importCommand() *cli.Command {
	return command(cli.Command{
		Name:      "import",
		Usage:     "read exported graphs and PLOVER records into the graph",
		ArgsUsage: "FILE...",
		Description: `  entente import graph.nq                        N-Quads, as 'entente export nquads' writes them
  entente import graph.pq --store new.db         pquads, as 'entente export pquads' writes them
  entente import records.jsonl                   PLOVER records of any coder, one a line

What a file is, its first bytes say. N-Quads and pquads bring everything back;
what PLOVER records cannot carry is said. Importing again changes nothing.`,
		Flags:  []cli.Flag{storeFlag()},
		Action: runImport,
	})
}

func runImport(c *cli.Context) (err error) {
	if !c.Args().Present() {
		return usagef("which file? for example: entente import graph.nq")
	}
	store, err := openOrMake(c)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, store.Close()) }()
	var total graph.AddResult
	failed := 0
	for _, path := range c.Args().Slice() {
		result, bad, err := importFile(c, store, path)
		if err != nil {
			return badDataf("%s cannot be imported: %w", path, err)
		}
		total, failed = total.Plus(result), failed+bad
	}
	fmt.Fprintf(c.App.ErrWriter, "imported into %s: %d articles new, %d replaced, %d unchanged; %d events\n",
		c.String("store"), total.Added, total.Replaced, total.Skipped, total.Events)
	if failed > 0 {
		return &exitError{exitPartial, fmt.Errorf("%d records could not be read; the rest is in", failed)}
	}
	return nil
}

// importFile reads one file and returns how many of its records were bad.
func importFile(c *cli.Context, store *graph.Store, path string) (result graph.AddResult, bad int, err error) {
	f, err := os.Open(path)
	if err != nil {
		return result, 0, err
	}
	defer f.Close()
	in := bufio.NewReader(f)
	head, err := in.Peek(1)
	if errors.Is(err, io.EOF) {
		return result, 0, errors.New("the file is empty")
	}
	switch {
	case bytes.ContainsAny(head, "<_#"):
		result, err = store.MergeNQuads(c.Context, in)
		reportFaithful(c, path, "N-Quads", err)
	case head[0] == '{':
		return importPLOVER(c, store, path, in)
	default:
		result, err = importPQuads(c, store, in)
		reportFaithful(c, path, "pquads", err)
	}
	return result, 0, err
}

// reportFaithful is the loss report of a format that loses nothing.
func reportFaithful(c *cli.Context, path, format string, err error) {
	if err == nil {
		fmt.Fprintf(c.App.ErrWriter, "%s: %s carry the whole graph; nothing is lost\n", path, format)
	}
}

// importPQuads unpacks into memory first: pquads are restored whole, and the
// graph at hand may hold something.
func importPQuads(c *cli.Context, store *graph.Store, in io.Reader) (result graph.AddResult, err error) {
	unpacked, err := graph.Open("memory:", graph.Options{})
	if err != nil {
		return result, err
	}
	defer func() { err = errors.Join(err, unpacked.Close()) }()
	if err := unpacked.Restore(c.Context, in); err != nil {
		return result, fmt.Errorf("it is neither N-Quads, PLOVER records nor pquads: %w", err)
	}
	return store.Merge(c.Context, unpacked)
}

func importPLOVER(c *cli.Context, store *graph.Store, path string, in io.Reader) (total graph.AddResult, bad int, err error) {
	l := store.NewLoader(c.Context, graph.LoadOptions{})
	for x, err := range export.ReadPLOVER(in) {
		var record *export.RecordError
		switch {
		case errors.As(err, &record):
			bad++
			fmt.Fprintf(c.App.ErrWriter, "skipped %s: %s\n", path, visible(record.Error()))
			continue
		case err == nil:
			err = errors.Join(l.Add(x), c.Context.Err())
		}
		if err != nil {
			total, failed := l.Close()
			return total, bad, errors.Join(err, failed)
		}
	}
	total, err = l.Close()
	fmt.Fprintf(c.App.ErrWriter, "%s: PLOVER records do not carry %s\n", path, export.PLOVERLoss)
	return total, bad, err
}
