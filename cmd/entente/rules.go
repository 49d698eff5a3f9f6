package main

import (
	"fmt"

	"github.com/entente-kg/entente/extract"
	"github.com/entente-kg/entente/extract/event"
	"github.com/urfave/cli/v2"
)

func rulesCommand() *cli.Command {
	return command(cli.Command{
		Name:        "rules",
		Usage:       "check event rules of your own",
		Description: `  entente rules test my-rules.yaml      run the examples written in it`,
		Subcommands: []*cli.Command{command(cli.Command{
			Name: "test", Usage: "run the examples of rule files", ArgsUsage: "FILE...",
			Description: `  entente rules test my-rules.yaml
  entente extract --rules my-rules.yaml articles/

The language is described in extract/event/RULES.md.`,
			Action: runRulesTest,
		})},
	})
}

func runRulesTest(c *cli.Context) error {
	files := c.Args().Slice()
	if len(files) == 0 {
		return usagef("which rules? for example: entente rules test my-rules.yaml")
	}
	x, err := extract.New(extract.Options{Events: event.Options{Rules: files}})
	if err != nil {
		return &exitError{exitBadData, err}
	}
	run, failed := 0, 0
	for _, file := range files {
		n, failures := x.CheckExamples(file)
		run, failed = run+n, failed+len(failures)
		for _, f := range failures {
			fmt.Fprintln(c.App.Writer, f.Error())
		}
	}
	fmt.Fprintf(c.App.ErrWriter, "%s run, %d failed\n", count(run, "example"), failed)
	if failed > 0 {
		return badDataf("%s of %d did not come out as written", count(failed, "example"), run)
	}
	return nil
}
