package main

import (
	"maps"
	"slices"
	"strconv"

	"github.com/entente-kg/entente/graph"
	"github.com/urfave/cli/v2"
)

func statsCommand() *cli.Command {
	return command(cli.Command{
		Name:  "stats",
		Usage: "count what is in the graph",
		Description: `  entente stats
  entente stats --format json`,
		Flags:  []cli.Flag{storeFlag(), rowsFlag()},
		Action: asking(runStats),
	})
}

// total is one line of the statistics.
type total struct {
	What  string `json:"what"`
	Of    string `json:"of,omitempty"` // relation, status or kind
	Count int64  `json:"count"`
}

func runStats(c *cli.Context, store *graph.Store) error {
	st, err := store.Stats(c.Context)
	if err != nil {
		return err
	}
	totals := []total{
		{What: "articles", Count: int64(st.Articles)}, {What: "events", Count: int64(st.Events)},
		{What: "actors", Count: int64(st.Actors)}, {What: "quads", Count: st.Quads},
	}
	for _, part := range []struct {
		what   string
		counts map[string]int
	}{{"events and facts by relation", st.Relations}, {"events by status", st.Statuses}, {"actors by kind", st.Kinds}} {
		for _, name := range slices.Sorted(maps.Keys(part.counts)) {
			totals = append(totals, total{part.what, name, int64(part.counts[name])})
		}
	}
	return printRows(c, []column[total]{
		{name: "what", value: func(t total) string { return t.What }},
		{name: "of", value: func(t total) string { return t.Of }},
		{name: "count", value: func(t total) string { return strconv.FormatInt(t.Count, 10) }},
	}, totals)
}
