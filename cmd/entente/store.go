package main

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/entente-kg/entente/graph"
	"github.com/entente-kg/entente/schema"
	"github.com/urfave/cli/v2"
	"github.com/xrash/smetrics"
)

// openRead opens the graph for a command that only asks.
func openRead(c *cli.Context) (*graph.Store, error) {
	return openToRead(c.String("store"), waiting(c, graph.Options{}))
}

func openToRead(url string, o graph.Options) (*graph.Store, error) {
	o.ReadOnly = true
	store, err := graph.Open(url, o)
	if errors.Is(err, graph.ErrNoStore) {
		return nil, badDataf("there is no graph at %s: make one with 'entente load PATH', or name another with --store", url)
	}
	return store, storeError(err)
}

// openWrite opens the graph for a command that changes it, but makes none.
func openWrite(c *cli.Context) (*graph.Store, error) {
	probe, err := openRead(c)
	if err != nil {
		return nil, err
	}
	if err := probe.Close(); err != nil {
		return nil, err
	}
	return openOrMake(c)
}

// openOrMake opens the graph for a command that writes, and makes it when there
// is none.
func openOrMake(c *cli.Context) (*graph.Store, error) {
	store, err := graph.Open(c.String("store"), waiting(c, graph.Options{}))
	return store, storeError(err)
}

// storeError gives the error of a graph that cannot be opened its exit code: a
// URL that names no kind of store is for the user to mend.
func storeError(err error) error {
	var unknown *graph.UnknownStoreError
	switch {
	case err == nil:
		return nil
	case errors.As(err, &unknown):
		return usageError(err)
	}
	return &exitError{exitBadData, err}
}

// waiting has o wait for a graph that is in use, and say so.
func waiting(c *cli.Context, o graph.Options) graph.Options {
	o.Wait = c.Duration("wait")
	o.Waiting = func(holder string) {
		fmt.Fprintln(c.App.ErrWriter, inUse(c.String("store"), visible(holder), o.Wait))
	}
	return o
}

func inUse(store, holder string, wait time.Duration) string {
	if holder == "" {
		holder = "another process"
	}
	return fmt.Sprintf("%s is in use by %s: waiting up to %s for it (--wait)", store, holder, wait)
}

// asking wraps the action of a command that asks the graph one thing.
func asking(ask func(*cli.Context, *graph.Store) error) cli.ActionFunc {
	return func(c *cli.Context) (err error) {
		store, err := openRead(c)
		if err != nil {
			return err
		}
		defer func() { err = errors.Join(err, store.Close()) }()
		return nameError(ask(c, store))
	}
}

// nameError gives a name that is unknown or ambiguous, and a script that is
// wrong, the exit code of usage: the user can mend it by typing another.
func nameError(err error) error {
	var unknown *graph.UnknownNameError
	var ambiguous *graph.AmbiguousNameError
	var script *graph.QueryError
	var same *graph.SameActorError
	if errors.As(err, &unknown) || errors.As(err, &same) || errors.As(err, &ambiguous) || errors.As(err, &script) {
		return usageError(err)
	}
	return err
}

// filterFlags narrow an answer.
func filterFlags() []cli.Flag {
	return []cli.Flag{
		&cli.StringFlag{Name: "since", Usage: "only from this `DAY` (or month, or year) on: 2022-01-18, 2022-01, 2022", Action: checkTime("since")},
		&cli.StringFlag{Name: "until", Usage: "only up to this `DAY`, month or year, inclusive", Action: checkTime("until")},
		&cli.StringSliceFlag{Name: "status", Usage: "only these: occurred, ongoing, planned, cancelled, denied, hypothetical", Action: checkEach(checkStatus)},
		&cli.StringSliceFlag{Name: "relation", Usage: "only this relation or PLOVER root: `met-with`, CONSULT", Action: checkEach(checkRelation)},
		&cli.StringFlag{Name: "with", Usage: "only with `ACTOR`"},
		&cli.StringFlag{Name: "place", Usage: "only what happened in `PLACE`"},
		&cli.StringFlag{Name: "source", Usage: "only what this publisher, or the article of this `ID`, says"},
		&cli.IntFlag{Name: "min-sources", Usage: "only what `N` independent sources report: publishers with a text of their own"},
		&cli.BoolFlag{Name: "reports", Usage: "a row for every report instead of every happening"},
		&cli.IntFlag{Name: "limit", Aliases: []string{"n"}, Usage: "at most `N` rows"},
	}
}

// rowFlags are the flags of the commands that answer with rows of events.
func rowFlags(more ...cli.Flag) []cli.Flag {
	return append(append(filterFlags(), storeFlag(), rowsFlag(), failEmptyFlag()), more...)
}

// checkEach tests every value of a flag that can be given several times.
func checkEach(check func(string) error) func(*cli.Context, []string) error {
	return func(_ *cli.Context, given []string) error {
		for _, value := range given {
			if err := check(value); err != nil {
				return err
			}
		}
		return nil
	}
}

func checkStatus(name string) error {
	if !slices.Contains(schema.Statuses[:], schema.Status(name)) {
		return usagef("there is no status %q: it is one of occurred, ongoing, planned, cancelled, denied, hypothetical", name)
	}
	return nil
}

func checkRelation(name string) error {
	if _, isRoot := schema.RootNamed(name); isRoot || schema.RelationNamed(name) != nil {
		return nil
	}
	return usagef("there is no relation or PLOVER root %q%s: 'entente schema' lists them", name, nearestRelation(name))
}

// nearestRelation asks whether the relation or root most like a word was meant,
// if one is like it (by Jaro-Winkler similarity, boost from 0.7, prefix 4).
func nearestRelation(word string) string {
	best, near := 0.8, ""
	for _, known := range relationsAndRoots() {
		if score := smetrics.JaroWinkler(strings.ToLower(word), strings.ToLower(known.word), 0.7, 4); score > best {
			best, near = score, " (did you mean "+known.word+"?)"
		}
	}
	return near
}

func filterOf(c *cli.Context) graph.Filter {
	f := graph.Filter{
		Since: c.String("since"), Until: c.String("until"), Relation: c.StringSlice("relation"),
		With: c.String("with"), Place: c.String("place"), Source: c.String("source"),
		Limit: c.Int("limit"), Reports: c.Bool("reports"), MinSources: c.Int("min-sources"),
	}
	for _, s := range c.StringSlice("status") {
		f.Status = append(f.Status, schema.Status(s))
	}
	return f
}

// oneName is the single name a command is about. Words typed without quotes are
// one name: "entente met Antony Blinken".
func oneName(c *cli.Context, example string) (string, error) {
	name := joined(c.Args().Slice())
	if name == "" { // or an empty word, as an unset variable of a script leaves it
		return "", usagef("whom? for example: entente %s %s", c.Command.Name, example)
	}
	return name, nil
}
