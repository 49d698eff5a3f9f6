package main

import (
	"github.com/entente-kg/entente/schema"
	"github.com/urfave/cli/v2"
)

func schemaCommand() *cli.Command {
	return command(cli.Command{
		Name:  "schema",
		Usage: "print the vocabulary: relations with PLOVER and CAMEO codes, statuses, sectors",
		Description: `  entente schema
  entente schema --format turtle > entente.ttl
  entente schema --format json`,
		Flags:  []cli.Flag{formatFlag("table", append(rowFormats(), "turtle")...)},
		Action: runSchema,
	})
}

func runSchema(c *cli.Context) error {
	switch c.String("format") {
	case "turtle":
		return schema.WriteTurtle(c.App.Writer)
	case "json":
		return schema.WriteJSON(c.App.Writer)
	}
	return printRows(c, []column[schema.Relation]{
		{name: "relation", value: func(r schema.Relation) string { return r.Name }},
		{name: "plover", value: func(r schema.Relation) string { return r.Root }},
		{name: "mode", value: func(r schema.Relation) string { return r.Mode }},
		{name: "cameo", value: func(r schema.Relation) string { return r.CAMEO }},
		{name: "example", value: func(r schema.Relation) string { return r.Example }},
	}, schema.Relations())
}
