package main

import (
	"errors"
	"fmt"
	"strconv"

	"github.com/entente-kg/entente/graph"
	"github.com/urfave/cli/v2"
)

func dyadsCommand() *cli.Command {
	return command(cli.Command{
		Name:  "dyads",
		Usage: "counts by month, pair of countries and PLOVER root",
		Description: `  entente dyads --format csv > dyads.csv
  entente dyads --relation CONSULT --since 2021

An actor counts for its country; symmetric relations count once each way.`,
		Flags:  rowFlags(),
		Action: asking(runDyads),
	})
}

func runDyads(c *cli.Context, store *graph.Store) error {
	filter := filterOf(c)
	counts, err := store.Dyads(c.Context, filter)
	if err != nil {
		return err
	}
	if err := printRows(c, dyadColumns(), counts); err != nil {
		return err
	}
	if len(counts) > 0 {
		return nil
	}
	rows, err := store.Events(c.Context, nil, filter)
	if err == nil && len(rows) > 0 {
		fmt.Fprintf(c.App.ErrWriter, "nothing found: %s, but none between actors of two known countries\n", count(len(rows), "event"))
		return emptyIs(c, 0)
	}
	return errors.Join(err, whyNothing(c, store, filter, 0, eventsOf(c, store)))
}

func dyadColumns() []column[graph.DyadCount] {
	return []column[graph.DyadCount]{
		{name: "month", value: func(d graph.DyadCount) string { return d.Month }},
		{name: "source", value: func(d graph.DyadCount) string { return d.Source }},
		{name: "target", value: func(d graph.DyadCount) string { return d.Target }},
		{name: "event", value: func(d graph.DyadCount) string { return d.Root }},
		{name: "count", value: func(d graph.DyadCount) string { return strconv.Itoa(d.Count) }},
	}
}
