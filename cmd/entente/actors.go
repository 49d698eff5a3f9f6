package main

import (
	"strings"

	"github.com/entente-kg/entente/graph"
	"github.com/entente-kg/entente/graph/export"
	"github.com/entente-kg/entente/schema"
	"github.com/urfave/cli/v2"
)

func actorsCommand() *cli.Command {
	return command(cli.Command{
		Name:  "actors",
		Usage: "list the actors, correct who is who, code phrases, bring your own",
		Description: `  entente actors list --format csv
  entente actors show "Antony Blinken"
  entente actors candidates
  entente actors merge actor:vasile-syv "Petru Vasile"
  entente actors code "Peruvian gunboats"
  entente actors import my-actors.yaml officials.csv`,
		Subcommands: append([]*cli.Command{actorsList(), actorsShow(), actorsCode(), actorsImport()}, curateCommands()...),
	})
}

func actorsList() *cli.Command {
	return command(cli.Command{
		Name: "list", Usage: "every actor and place in the graph",
		Description: `  entente actors list
  entente actors list --format csv > actors.csv`,
		Flags:  []cli.Flag{storeFlag(), rowsFlag(), failEmptyFlag()},
		Action: asking(runActorsList),
	})
}

func runActorsList(c *cli.Context, store *graph.Store) error {
	var list []schema.Actor
	for a, err := range export.Select(store, export.Selection{}).Actors(c.Context) {
		if err != nil {
			return err
		}
		list = append(list, a)
	}
	err := printRows(c, []column[schema.Actor]{
		{name: "name", value: func(a schema.Actor) string { return a.Name }},
		{name: "kind", value: func(a schema.Actor) string { return string(a.Kind) }},
		{name: "country", value: func(a schema.Actor) string { return a.Country }},
		{name: "sectors", value: func(a schema.Actor) string { return strings.Join(a.Sectors, " ") }},
		{name: "id", value: func(a schema.Actor) string { return a.ID }},
		{name: "wikidata", value: func(a schema.Actor) string { return a.Wikidata }},
		{name: "aliases", where: inFiles, value: func(a schema.Actor) string { return strings.Join(a.Aliases, "; ") }},
	}, list)
	if err != nil {
		return err
	}
	return emptyIs(c, len(list))
}
