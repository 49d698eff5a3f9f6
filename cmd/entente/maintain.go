package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"os"

	"github.com/entente-kg/entente/graph"
	"github.com/urfave/cli/v2"
)

func verifyCommand() *cli.Command {
	return command(cli.Command{
		Name:  "verify",
		Usage: "check that the graph is sound, from the bytes up",
		Description: `  entente verify
  entente verify --store old.db && cp old.db archive/
  entente verify --store-only                   the log and the indexes, not what they say

The store is walked entry by entry: every quad is in every index and nothing
else is, every value is there, counted and found. Then every article is read back.`,
		Flags: []cli.Flag{storeFlag(), &cli.BoolFlag{Name: "store-only", Usage: "check the log and the indexes, do not read the articles back"}},
		Action: asking(func(c *cli.Context, store *graph.Store) error {
			check := store.Verify
			if c.Bool("store-only") {
				check = store.VerifyStore
			}
			problems, err := check(c.Context)
			if err != nil {
				return err
			}
			for _, p := range problems {
				fmt.Fprintln(c.App.Writer, visible(fmt.Sprint(p)))
			}
			if len(problems) > 0 {
				return badDataf("%s found in %s: restore a backup, or load the articles into a new store", count(len(problems), "problem"), c.String("store"))
			}
			fmt.Fprintf(c.App.ErrWriter, "%s is sound\n", c.String("store"))
			return nil
		}),
	})
}

func backupCommand() *cli.Command {
	return command(cli.Command{
		Name:  "backup",
		Usage: "write the whole graph into one file, exactly",
		Description: `  entente backup -o graph.pq
  entente backup > graph.pq`,
		Flags: []cli.Flag{storeFlag(), &cli.StringFlag{Name: "output", Aliases: []string{"o"}, Usage: "write to `FILE` instead of standard output"}},
		Action: asking(func(c *cli.Context, store *graph.Store) error {
			write := func(w io.Writer) error { return store.Backup(c.Context, w) }
			if path := c.String("output"); path != "" {
				return writeWhole(path, write)
			}
			out := bufio.NewWriter(c.App.Writer)
			return errors.Join(write(out), out.Flush())
		}),
	})
}

func restoreCommand() *cli.Command {
	return command(cli.Command{
		Name:        "restore",
		Usage:       "fill an empty graph from a backup",
		ArgsUsage:   "FILE",
		Description: `  entente restore graph.pq --store new.db`,
		Flags:       []cli.Flag{storeFlag()},
		Action: changing(func(c *cli.Context, store *graph.Store) error {
			src, err := oneFile(c)
			if err != nil {
				return err
			}
			defer src.Close()
			if err := store.Restore(c.Context, bufio.NewReader(src)); err != nil {
				return badDataf("%s cannot be restored: %w", c.Args().First(), err)
			}
			fmt.Fprintf(c.App.ErrWriter, "restored %s\n", c.String("store"))
			return nil
		}),
	})
}

func mergeCommand() *cli.Command {
	return command(cli.Command{
		Name:      "merge",
		Usage:     "add other graphs, or exported N-Quads, to this one",
		ArgsUsage: "STORE|FILE.nq...",
		Description: `  entente merge --store all.db part1.db part2.db
  entente merge --store all.db shard.nq

The order does not matter, nor does merging one twice.`,
		Flags:  []cli.Flag{storeFlag()},
		Action: changing(runMerge),
	})
}

func runMerge(c *cli.Context, store *graph.Store) error {
	if !c.Args().Present() {
		return usagef("which graphs? for example: entente merge --store all.db part1.db part2.db")
	}
	var total graph.AddResult
	for _, path := range c.Args().Slice() {
		result, err := mergeOne(c, store, path)
		if err != nil {
			return failing(path+" cannot be merged", err)
		}
		total = total.Plus(result)
	}
	if err := recurate(c, store); err != nil {
		return err
	}
	fmt.Fprintf(c.App.ErrWriter, "merged into %s: %d new, %d replaced, %d unchanged\n", c.String("store"), total.Added, total.Replaced, total.Skipped)
	return nil
}

// failing says what could not be done, with the exit code that its reason has.
func failing(what string, err error) error {
	code := exitBadData
	var known *exitError
	if errors.As(err, &known) {
		code = known.code
	}
	return &exitError{code, fmt.Errorf("%s: %w", what, err)}
}

// mergeOne takes a store for a store and anything else for N-Quads.
func mergeOne(c *cli.Context, store *graph.Store, path string) (graph.AddResult, error) {
	if path == c.String("store") {
		return graph.AddResult{}, usagef("it is the graph that the others are merged into")
	}
	if head, err := headOf(path); err == nil && head == '<' {
		f, err := os.Open(path)
		if err != nil {
			return graph.AddResult{}, err
		}
		defer f.Close()
		return store.MergeNQuads(c.Context, f)
	}
	other, err := graph.Open(path, waiting(c, graph.Options{ReadOnly: true}))
	if err != nil {
		return graph.AddResult{}, err
	}
	result, err := store.Merge(c.Context, other)
	return result, errors.Join(err, other.Close())
}

// headOf is the first byte of a file: '<' or '_' or '#' for N-Quads.
func headOf(path string) (byte, error) {
	f, err := os.Open(path)
	if err != nil {
		return 0, err
	}
	defer f.Close()
	var head [1]byte
	_, err = io.ReadFull(f, head[:])
	return head[0], err
}

func compactCommand() *cli.Command {
	return command(cli.Command{
		Name:        "compact",
		Usage:       "give back the space that removed and replaced articles left",
		Description: `  entente compact`,
		Flags:       []cli.Flag{storeFlag()},
		Action: func(c *cli.Context) (err error) {
			store, err := openWrite(c)
			if err != nil {
				return err
			}
			defer func() { err = errors.Join(err, store.Close()) }()
			before, after, err := store.Compact(c.Context)
			if err != nil {
				return err
			}
			fmt.Fprintf(c.App.ErrWriter, "%d KiB before, %d KiB now\n", before>>10, after>>10)
			return nil
		},
	})
}

// changing wraps the action of a command that writes, and makes the store when
// there is none.
func changing(change func(*cli.Context, *graph.Store) error) cli.ActionFunc {
	return func(c *cli.Context) (err error) {
		store, err := openOrMake(c)
		if err != nil {
			return err
		}
		defer func() { err = errors.Join(err, store.Close()) }()
		return change(c, store)
	}
}

func oneFile(c *cli.Context) (*os.File, error) {
	if c.Args().Len() != 1 {
		return nil, usagef("one file: entente %s %s", c.Command.Name, c.Command.ArgsUsage)
	}
	f, err := os.Open(c.Args().First())
	if err != nil {
		return nil, usageError(err)
	}
	return f, nil
}

// writeWhole makes a file appear whole or not at all: it is written beside its
// place and moved there when it is complete.
func writeWhole(path string, write func(io.Writer) error) (err error) {
	f, err := os.Create(path + ".part")
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			_ = os.Remove(f.Name())
		}
	}()
	out := bufio.NewWriter(f)
	if err := errors.Join(write(out), out.Flush(), f.Sync(), f.Close()); err != nil {
		return err
	}
	return os.Rename(f.Name(), path)
}
