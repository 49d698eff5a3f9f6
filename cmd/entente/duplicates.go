package main

import (
	"errors"
	"fmt"
	"strconv"
	"strings"

	"github.com/entente-kg/entente/extract/article"
	"github.com/urfave/cli/v2"
)

func articlesDuplicates() *cli.Command {
	return command(cli.Command{
		Name: "duplicates", Usage: "articles that are copies or updates of one story", ArgsUsage: "PATH...",
		Description: `  entente articles duplicates news/
  entente articles duplicates --format csv news.jsonl > copies.csv

Articles that share ` + fmt.Sprintf("%.0f %%", 100*article.SameStory) + ` of their runs of three words are one group.`,
		Flags:  append(inputFlags(), rowsFlag(), failEmptyFlag()),
		Action: runDuplicates,
	})
}

func runDuplicates(c *cli.Context) error {
	articles, err := articlesOf(c)
	if err != nil {
		return err
	}
	log, err := newJournal(c)
	if err != nil {
		return err
	}
	var prints []article.Fingerprint
	for a, err := range articles {
		if err := log.add(outcome{article: a, err: err}); err != nil {
			return err
		}
		if err == nil {
			prints = append(prints, article.FingerprintOf(a))
		}
	}
	copies := article.FindCopies(prints)
	err = printRows(c, []column[article.Copies]{
		{name: "articles", value: func(g article.Copies) string { return strings.Join(g.IDs, " ") }},
		{name: "count", value: func(g article.Copies) string { return strconv.Itoa(len(g.IDs)) }},
		{name: "in common", value: func(g article.Copies) string { return fmt.Sprintf("%.2f", g.Share) }},
	}, copies)
	return errors.Join(err, log.close(), emptyIs(c, len(copies)))
}
