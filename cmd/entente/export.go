package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"strings"
	"time"

	"github.com/entente-kg/entente/graph"
	"github.com/entente-kg/entente/graph/export"
	"github.com/entente-kg/entente/schema"
	"github.com/urfave/cli/v2"
)

func exportCommand() *cli.Command {
	return command(cli.Command{
		Name:      "export",
		Usage:     "write the graph in the format of another tool",
		ArgsUsage: "FORMAT",
		Description: `  entente export nquads > graph.nq
  entente export gexf -o graph.gexf --since 2022-01-01      for Gephi and its timeline
  entente export csv -o tables/ --actor "Antony Blinken"    nodes.csv and edges.csv in a folder
  entente export parquet -o tables/                         for pandas, DuckDB, R
  entente export html --actor "Antony Blinken" -o blinken.html

FORMATS
` + formatList() + `
A file appears whole or not at all. Equal graphs give equal bytes.`,
		Flags: []cli.Flag{
			storeFlag(),
			&cli.StringFlag{Name: "output", Aliases: []string{"o"}, Usage: "write to `PATH`: a file, or a folder for a format of several files"},
			&cli.StringFlag{Name: "since", Usage: "only from this `DAY` on: 2022-01-18", Action: checkDay("since")},
			&cli.StringFlag{Name: "until", Usage: "only up to this `DAY`", Action: checkDay("until")},
			&cli.StringSliceFlag{Name: "relation", Usage: "only this relation or PLOVER root: `met-with`, CONSULT", Action: checkEach(checkRelation)},
			&cli.StringSliceFlag{Name: "status", Usage: "only these: occurred, ongoing, planned, cancelled, denied, hypothetical", Action: checkEach(checkStatus)},
			&cli.StringSliceFlag{Name: "actor", Usage: "only what `ACTOR` takes part in (can be given several times)"},
			&cli.BoolFlag{Name: "stamp", Usage: "say at the end of the file when it was made"},
			&cli.IntFlag{Name: "min-sources", Usage: "only what at least `N` independent sources report"},
		},
		Action: asking(runExport),
	})
}

func formatList() string {
	var b strings.Builder
	for _, f := range export.Formats() {
		fmt.Fprintf(&b, "  %-9s %s\n", f.Name, f.Doc)
		if f.Loses != "" {
			fmt.Fprintf(&b, "  %-9s leaves out: %s\n", "", f.Loses)
		}
	}
	fmt.Fprintf(&b, "  %-9s %s\n", "html", "a dossier of one --actor: picture, timeline, table, sentences; one file, offline")
	return b.String()
}

func runExport(c *cli.Context, store *graph.Store) error {
	if c.Args().Len() != 1 {
		return usagef("which format? for example: entente export nquads; 'entente export --help' lists them")
	}
	selection, err := selectionOf(c, store)
	if err != nil {
		return err
	}
	if c.Args().First() == "html" {
		return exportDossier(c, store, selection)
	}
	format, err := export.FormatNamed(c.Args().First())
	if err != nil {
		return usageError(fmt.Errorf("%w, html", err))
	}
	if c.Bool("stamp") {
		if format, err = format.Stamped(time.Now()); err != nil {
			return usageError(err)
		}
	}
	source := export.Select(store, selection)
	if path := c.String("output"); path != "" {
		return format.ToPath(c.Context, path, source)
	}
	if len(format.Files) > 1 {
		return usagef("%s is several files (%s): name a folder for them with -o", format.Name, strings.Join(format.Files, ", "))
	}
	out := bufio.NewWriter(c.App.Writer)
	if err := format.To(c.Context, out, source); err != nil {
		return err
	}
	return out.Flush()
}

// selectionOf reads the flags that choose events. Actors are resolved to their IDs.
func selectionOf(c *cli.Context, store *graph.Store) (export.Selection, error) {
	s := export.Selection{Since: c.String("since"), Until: c.String("until"), Relations: c.StringSlice("relation")}
	for _, status := range c.StringSlice("status") {
		s.Status = append(s.Status, schema.Status(status))
	}
	for _, name := range c.StringSlice("actor") {
		found, err := store.Resolve(c.Context, name)
		if err != nil {
			return s, err
		}
		s.Actors = append(s.Actors, found.ID)
	}
	return s, reportedBy(c, store, &s)
}

// reportedBy narrows a selection to the events of --min-sources: all reports of
// every happening that so many independent sources tell of.
func reportedBy(c *cli.Context, store *graph.Store, s *export.Selection) error {
	if c.Int("min-sources") < 2 {
		return nil
	}
	rows, err := store.Events(c.Context, nil, graph.Filter{Status: schema.Statuses[:]})
	if err != nil {
		return err
	}
	s.Events = map[string]bool{}
	for _, row := range rows {
		if row.Sources < c.Int("min-sources") {
			continue
		}
		for _, report := range row.Reports {
			s.Events[report.EventID] = true
		}
	}
	return nil
}

func exportDossier(c *cli.Context, store *graph.Store, s export.Selection) error {
	if len(s.Actors) != 1 {
		return usagef("a dossier is about one actor: entente export html --actor \"Antony Blinken\" -o blinken.html")
	}
	actor, err := store.Actor(c.Context, s.Actors[0])
	if err != nil {
		return err
	}
	events, caption, err := eventsAndCaption(c, store, s, func(events []schema.Event) []schema.Event { return events })
	if err != nil {
		return err
	}
	return writeTo(c, func(w io.Writer) error {
		return export.WriteDossier(w, export.Dossier{Actor: actor, Events: events, Caption: caption})
	})
}

// writeTo writes to the file of --output, which appears whole or not at all, or
// to standard output.
func writeTo(c *cli.Context, write func(io.Writer) error) error {
	if path := c.String("output"); path != "" {
		return writeWhole(path, write)
	}
	out := bufio.NewWriter(c.App.Writer)
	return errors.Join(write(out), out.Flush())
}
