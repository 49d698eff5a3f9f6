package main

import (
	"strconv"
	"strings"

	"github.com/entente-kg/entente/graph"
	"github.com/urfave/cli/v2"
)

func topCommand() *cli.Command {
	return command(cli.Command{
		Name:  "top",
		Usage: "the most connected actors",
		Description: `  entente top                                     with how many others each dealt
  entente top --by pagerank --relation CONSULT -n 10
  entente top --by betweenness --since 2022       who stands between the others
  entente top --by community                      who belongs together`,
		Flags: rowFlags(&cli.StringFlag{
			Name: "by", Value: string(graph.Degree), Usage: "rank by `MEASURE`: " + measures(), Action: checkMeasure,
		}),
		Action: asking(runTop),
	})
}

func runTop(c *cli.Context, store *graph.Store) error {
	filter := filterOf(c)
	if filter.Limit == 0 {
		filter.Limit = 20
	}
	ranked, err := store.Top(c.Context, graph.Measure(c.String("by")), filter)
	if err != nil {
		return err
	}
	if err := printRows(c, topColumns(c.String("by")), ranked); err != nil {
		return err
	}
	return whyNothing(c, store, filter, len(ranked), eventsOf(c, store))
}

func topColumns(by string) []column[graph.Ranked] {
	columns := []column[graph.Ranked]{
		{name: "actor", value: func(r graph.Ranked) string { return r.Name }},
		{name: "id", value: func(r graph.Ranked) string { return r.ID }},
		{name: by, value: func(r graph.Ranked) string { return strconv.FormatFloat(r.Score, 'g', 4, 64) }},
	}
	if by == string(graph.Community) {
		columns[2].name = "weight"
		columns = append(columns, column[graph.Ranked]{name: "community", value: func(r graph.Ranked) string { return strconv.Itoa(r.Community) }})
	}
	return columns
}

func measures() string {
	names := make([]string, 0, len(graph.Measures()))
	for _, m := range graph.Measures() {
		names = append(names, string(m))
	}
	return strings.Join(names, ", ")
}

func checkMeasure(_ *cli.Context, given string) error {
	for _, m := range graph.Measures() {
		if string(m) == given {
			return nil
		}
	}
	return usagef("there is no measure %q: it is one of %s", given, measures())
}
