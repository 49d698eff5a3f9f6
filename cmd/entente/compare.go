package main

import (
	"strconv"

	"github.com/entente-kg/entente/graph"
	"github.com/urfave/cli/v2"
)

func compareCommand() *cli.Command {
	return command(cli.Command{
		Name:      "compare",
		Usage:     "whom two actors both dealt with",
		ArgsUsage: "ACTOR ACTOR",
		Description: `  entente compare "Antony Blinken" "John Kerry"
  entente compare Blinken Kerry --relation CONSULT    whom both met`,
		Flags:  rowFlags(),
		Action: asking(runCompare),
	})
}

func runCompare(c *cli.Context, store *graph.Store) error {
	a, b, err := twoNames(c, `"Antony Blinken" "John Kerry"`)
	if err != nil {
		return err
	}
	shared, err := store.Compare(c.Context, a, b, filterOf(c))
	if err != nil {
		return err
	}
	if err := printRows(c, compareColumns(a, b), shared); err != nil {
		return err
	}
	return emptyIs(c, len(shared))
}

func compareColumns(a, b string) []column[graph.Shared] {
	return []column[graph.Shared]{
		{name: "both with", value: func(s graph.Shared) string { return s.Name }},
		{name: "id", where: inFiles, value: func(s graph.Shared) string { return s.ID }},
		{name: a, value: func(s graph.Shared) string { return strconv.Itoa(s.A.Count) }},
		{name: "last with " + a, value: func(s graph.Shared) string { return s.A.Last }},
		{name: b, value: func(s graph.Shared) string { return strconv.Itoa(s.B.Count) }},
		{name: "last with " + b, value: func(s graph.Shared) string { return s.B.Last }},
	}
}
