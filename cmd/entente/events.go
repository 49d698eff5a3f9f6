package main

import (
	"github.com/entente-kg/entente/graph"
	"github.com/urfave/cli/v2"
)

func eventsCommand() *cli.Command {
	return command(cli.Command{
		Name:      "events",
		Usage:     "what an actor did or underwent",
		ArgsUsage: "[ACTOR...]",
		Description: `  entente events "Vladimir Putin"                        everything told of him
  entente events Putin --relation ACCUSE                 by PLOVER root
  entente events Putin Merkel                            what both took part in
  entente events --since 2022-01 --until 2022-02         of everybody, in these months
  entente events Iran --status denied --format jsonl

Happened and ongoing events are shown; --status asks for others. One row is one
happening, however many articles report it; --reports shows them all.`,
		Flags: rowFlags(),
		Action: asking(func(c *cli.Context, store *graph.Store) error {
			return answer(c, store, func(f graph.Filter) ([]graph.Row, error) {
				return store.Events(c.Context, c.Args().Slice(), f)
			}, c.Args().Slice()...)
		}),
	})
}
