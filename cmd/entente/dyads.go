package main

import (
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
		Flags: rowFlags(),
		Action: asking(func(c *cli.Context, store *graph.Store) error {
			counts, err := store.Dyads(c.Context, filterOf(c))
			if err != nil {
				return err
			}
			if err := printRows(c, dyadColumns(), counts); err != nil {
				return err
			}
			return emptyIs(c, len(counts))
		}),
	})
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
