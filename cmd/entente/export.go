package main

import (
	"github.com/entente-kg/entente/graph"
	"github.com/urfave/cli/v2"
)

func exportCommand() *cli.Command {
	return command(cli.Command{
		Name:      "export",
		Usage:     "write the graph in the format of another tool",
		ArgsUsage: "FORMAT",
		Description: `  entente export nquads > graph.nq
  entente export nquads -o graph.nq       the file appears whole or not at all`,
		Flags:  []cli.Flag{storeFlag(), &cli.StringFlag{Name: "output", Aliases: []string{"o"}, Usage: "write to `FILE`"}},
		Action: asking(runExport),
	})
}

func runExport(c *cli.Context, store *graph.Store) error {
	return store.ExportNQuads(c.Context, c.App.Writer)
}
