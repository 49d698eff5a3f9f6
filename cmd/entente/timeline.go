package main

import (
	"github.com/entente-kg/entente/graph"
	"github.com/urfave/cli/v2"
)

func timelineCommand() *cli.Command {
	return command(cli.Command{
		Name:      "timeline",
		Usage:     "what any of several actors did, by date",
		ArgsUsage: "ACTOR...",
		Description: `  entente timeline "Donald Trump" "Kim Jong Un"
  entente timeline Trump Kim --since 2018 --until 2018-06 --format md

Events of any of them; 'entente events A B' asks for those of all.`,
		Flags: rowFlags(),
		Action: asking(func(c *cli.Context, store *graph.Store) error {
			if !c.Args().Present() {
				return usagef(`whose? for example: entente timeline "Donald Trump" "Kim Jong Un"`)
			}
			return answer(c, store, func(f graph.Filter) ([]graph.Row, error) {
				return store.Timeline(c.Context, c.Args().Slice(), f)
			}, c.Args().Slice()...)
		}),
	})
}
