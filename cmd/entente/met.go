package main

import (
	"context"

	"github.com/entente-kg/entente/graph"
	"github.com/entente-kg/entente/schema"
	"github.com/urfave/cli/v2"
)

func metCommand() *cli.Command {
	return command(cli.Command{
		Name:      "met",
		Usage:     "who met, called, hosted or negotiated with whom",
		ArgsUsage: "[ACTOR]",
		Description: `  entente met "Antony Blinken"                         whom, when, where, and the sentence
  entente met Blinken --with Lavrov                    only the two of them
  entente met Blinken --since 2022-01-01 --until 2022-01-31
  entente met Blinken --status planned                 what is announced
  entente met                                          everybody with everybody
  entente met Blinken --format csv > meetings.csv

Happened, ongoing and planned meetings are shown, the planned ones marked;
--status asks for others. A date in brackets is the day of the report, where the
report gives no other.`,
		Flags:  rowFlags(),
		Action: asking(runMet),
	})
}

func runMet(c *cli.Context, store *graph.Store) error {
	if !c.Args().Present() {
		return answer(c, store, func(f graph.Filter) ([]graph.Row, error) { return everybody(c.Context, store, f) })
	}
	who, err := oneName(c, "Blinken")
	if err != nil {
		return err
	}
	return answer(c, store, func(f graph.Filter) ([]graph.Row, error) { return store.Met(c.Context, who, f) }, who)
}

// everybody answers who met whom in the whole graph: journeys, which are in the
// same PLOVER root, are no meetings.
func everybody(ctx context.Context, store *graph.Store, f graph.Filter) ([]graph.Row, error) {
	if len(f.Status) == 0 {
		f.Status = []schema.Status{schema.Occurred, schema.Ongoing, schema.Planned}
	}
	if len(f.Relation) == 0 {
		f.Relation = []string{"spoke-with", "met-with", "hosted", "negotiated-with", "mediated-between"}
	}
	return store.Events(ctx, nil, f)
}
