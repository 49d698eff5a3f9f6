package main

import (
	"fmt"
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
	filter := filterOf(c)
	shared, err := store.Compare(c.Context, a, b, filter)
	if err != nil {
		return err
	}
	if err := printRows(c, compareColumns(a, b), shared); err != nil {
		return err
	}
	if len(shared) > 0 {
		return nil
	}
	for _, who := range []string{a, b} {
		rows, err := store.Events(c.Context, []string{who}, filter)
		if err != nil {
			return err
		}
		if len(rows) == 0 {
			return whyNothing(c, store, filter, 0, eventsOf(c, store, who), who)
		}
	}
	fmt.Fprintf(c.App.ErrWriter, "nothing found: both dealt with others, but with none in common\n")
	return emptyIs(c, 0)
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
