package main

import (
	"github.com/entente-kg/entente/graph"
	"github.com/urfave/cli/v2"
)

func travelCommand() *cli.Command {
	return command(cli.Command{
		Name:      "travel",
		Usage:     "where an actor went or is going",
		ArgsUsage: "ACTOR",
		Description: `  entente travel "Antony Blinken"
  entente travel Blinken --status planned`,
		Flags: rowFlags(),
		Action: asking(func(c *cli.Context, store *graph.Store) error {
			who, err := oneName(c, `"Antony Blinken"`)
			if err != nil {
				return err
			}
			return answer(c, store, func(f graph.Filter) ([]graph.Row, error) {
				return store.Travel(c.Context, who, f)
			}, who)
		}),
	})
}
