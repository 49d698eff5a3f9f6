package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strconv"

	"github.com/entente-kg/entente/extract/actor/ref/imports"
	"github.com/urfave/cli/v2"
)

func actorsImport() *cli.Command {
	return command(cli.Command{
		Name: "import", Usage: "bring actors of your own: YAML, CSV, Wikidata results, TABARI dictionaries", ArgsUsage: "FILE...",
		Description: `  entente actors import ministers.csv Phoenix.Countries.actors.txt
  entente actors import --check ministers.csv         only say what would be refused
  entente load --actors ministers.csv articles/       for one run, without importing

The files are kept in STORE.actors and read by every later load into that store;
'entente load --again' reads with them what is loaded already. A file imported
again takes the place of the one of its name.`,
		Flags: []cli.Flag{
			storeFlag(), rowsFlag(),
			&cli.BoolFlag{Name: "check", Usage: "import nothing"},
			&cli.BoolFlag{Name: "notes", Usage: "also name the lines that were imported with something left out"},
		},
		Action: runActorsImport,
	})
}

func runActorsImport(c *cli.Context) error {
	files := c.Args().Slice()
	if len(files) == 0 {
		return usagef("which files? for example: entente actors import ministers.csv")
	}
	result, err := imports.Files(files, imports.Options{})
	if err != nil {
		return usageError(err)
	}
	for _, r := range result.Reports {
		name(c, r.Refused)
		if c.Bool("notes") {
			name(c, r.Notes)
		}
	}
	if err := printRows(c, reportColumns(), result.Reports); err != nil {
		return err
	}
	if !c.Bool("check") {
		if err := keep(actorFolder(c), files); err != nil {
			return badDataf("the actors cannot be kept: %w", err)
		}
	}
	if refused := refusals(result); refused > 0 {
		return &exitError{exitPartial, fmt.Errorf("%s refused; the rest is imported", count(refused, "line"))}
	}
	return nil
}

func name(c *cli.Context, lines []imports.Refusal) {
	for _, l := range lines {
		fmt.Fprintln(c.App.ErrWriter, visible(l.Error()))
	}
}

// keep copies the files to where later loads look for them.
func keep(folder string, files []string) error {
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return err
	}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			return err
		}
		if err := os.WriteFile(filepath.Join(folder, filepath.Base(file)), data, 0o644); err != nil {
			return err
		}
	}
	return nil
}

func reportColumns() []column[imports.Report] {
	number := func(of func(imports.Report) int) func(imports.Report) string {
		return func(r imports.Report) string { return strconv.Itoa(of(r)) }
	}
	return []column[imports.Report]{
		{name: "file", value: func(r imports.Report) string { return r.File }},
		{name: "format", value: func(r imports.Report) string { return string(r.Format) }},
		{name: "lines", value: number(func(r imports.Report) int { return r.Lines })},
		{name: "blank", value: number(func(r imports.Report) int { return r.Blank })},
		{name: "imported", value: number(func(r imports.Report) int { return r.Imported })},
		{name: "refused", value: number(func(r imports.Report) int { return len(r.Refused) })},
		{name: "noted", value: number(func(r imports.Report) int { return len(r.Notes) })},
	}
}
