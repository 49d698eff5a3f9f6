package main

import (
	"errors"
	"fmt"

	"github.com/entente-kg/entente/graph"
	"github.com/urfave/cli/v2"
)

func pathCommand() *cli.Command {
	return command(cli.Command{
		Name:      "path",
		Usage:     "the shortest chain of events between two actors",
		ArgsUsage: "ACTOR ACTOR",
		Description: `  entente path "Raul Castro" "Kim Jong Un"
  entente path Castro Putin --relation CONSULT        through meetings only

Each row is one step, with the sentence it rests on.`,
		Flags:  rowFlags(),
		Action: asking(runPath),
	})
}

func runPath(c *cli.Context, store *graph.Store) error {
	a, b, err := twoNames(c, `"Raul Castro" "Kim Jong Un"`)
	if err != nil {
		return err
	}
	filter := filterOf(c)
	hops, err := store.Path(c.Context, a, b, filter)
	var none *graph.NoPathError
	if errors.As(err, &none) {
		fmt.Fprintln(c.App.ErrWriter, visible(none.Error()))
		return whyNothing(c, store, filter, 0, func(f graph.Filter) ([]graph.Row, error) {
			hops, err := store.Path(c.Context, a, b, f)
			if errors.As(err, &none) {
				return nil, nil
			}
			return hops, err
		}, a, b)
	}
	if err != nil {
		return err
	}
	if err := printRows(c, rowColumns(), hops); err != nil {
		return err
	}
	if len(hops) == 0 {
		fmt.Fprintln(c.App.ErrWriter, "nothing found: both names are of one actor")
	}
	return emptyIs(c, len(hops))
}

// twoNames are the two actors a command compares. Names of several words need
// quotes here.
func twoNames(c *cli.Context, example string) (a, b string, err error) {
	if c.Args().Len() != 2 {
		return "", "", usagef("two actors, in quotes when a name has several words: entente %s %s", c.Command.Name, example)
	}
	return c.Args().Get(0), c.Args().Get(1), nil
}
