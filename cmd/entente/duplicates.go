package main

import (
	"errors"
	"fmt"
	"strconv"
	"strings"

	"github.com/entente-kg/entente/extract/article"
	"github.com/entente-kg/entente/graph"
	"github.com/entente-kg/entente/schema/sketch"
	"github.com/urfave/cli/v2"
)

func articlesDuplicates() *cli.Command {
	return command(cli.Command{
		Name: "duplicates", Usage: "articles that are copies or updates of one story", ArgsUsage: "[PATH...]",
		Description: `  entente articles duplicates                     of the graph
  entente articles duplicates news/ more.jsonl    of files, before they are loaded
  entente articles duplicates --format csv > copies.csv

Articles that share ` + fmt.Sprintf("%.0f %%", 100*sketch.Resembling) + ` of their runs of three words are one group, and so are an article
and the longer one that holds ` + fmt.Sprintf("%.0f %%", 100*sketch.Contained) + ` of its runs. All of them are loaded; as sources of an
event they count as one.`,
		Flags:  append(inputFlags(), storeFlag(), rowsFlag(), failEmptyFlag()),
		Action: runDuplicates,
	})
}

func runDuplicates(c *cli.Context) error {
	if c.Args().Present() || c.String("files-from") != "" {
		return duplicateFiles(c)
	}
	return asking(func(c *cli.Context, store *graph.Store) error {
		groups, err := store.Copies(c.Context)
		if err != nil {
			return err
		}
		return printGroups(c, groups)
	})(c)
}

// duplicateFiles looks for copies among articles that are in no graph.
func duplicateFiles(c *cli.Context) error {
	var named []sketch.Named
	r, err := readEach(c, func(a *article.Article) error {
		named = append(named, sketch.Named{ID: a.ID, Sketch: sketch.Of(a.Text)})
		return nil
	})
	if err != nil {
		return err
	}
	return errors.Join(printGroups(c, sketch.Groups(named)), r.log.close())
}

func printGroups(c *cli.Context, groups []sketch.Group) error {
	err := printRows(c, []column[sketch.Group]{
		{name: "articles", value: func(g sketch.Group) string { return strings.Join(g.IDs, " ") }},
		{name: "count", value: func(g sketch.Group) string { return strconv.Itoa(len(g.IDs)) }},
		{name: "in common", value: func(g sketch.Group) string { return fmt.Sprintf("%.2f", g.Share) }},
	}, groups)
	return errors.Join(err, emptyIs(c, len(groups)))
}
