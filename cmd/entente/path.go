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
	hops, err := store.Path(c.Context, a, b, filterOf(c))
	var none *graph.NoPathError
	if errors.As(err, &none) {
		fmt.Fprintln(c.App.ErrWriter, "nothing found:", none)
		err = nil
	}
	if err != nil {
		return err
	}
	if err := printRows(c, rowColumns(), hops); err != nil {
		return err
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
