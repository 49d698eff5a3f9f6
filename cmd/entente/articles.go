package main

import (
	"errors"
	"fmt"
	"strconv"

	"github.com/entente-kg/entente/graph"
	"github.com/urfave/cli/v2"
)

func articlesCommand() *cli.Command {
	return command(cli.Command{
		Name:  "articles",
		Usage: "list, show, remove and check articles; find copies",
		Description: `  entente articles list
  entente articles show https://example.org/2022/talks
  entente articles remove sha256-465a33331b5416e03cc0`,
		Subcommands: []*cli.Command{articlesList(), articlesShow(), articlesRemove(), articlesDuplicates(), articlesCheck()},
	})
}

func articlesList() *cli.Command {
	return command(cli.Command{
		Name: "list", Usage: "every article, with how many events it tells",
		Description: `  entente articles list --format csv`,
		Flags:       []cli.Flag{storeFlag(), rowsFlag(), failEmptyFlag()},
		Action: asking(func(c *cli.Context, store *graph.Store) error {
			list, err := store.Articles(c.Context)
			if err != nil {
				return err
			}
			if err := printRows(c, articleColumns(), list); err != nil {
				return err
			}
			return emptyIs(c, len(list))
		}),
	})
}

func articleColumns() []column[graph.ArticleInfo] {
	return []column[graph.ArticleInfo]{
		{name: "published", value: func(a graph.ArticleInfo) string { return a.Published }},
		{name: "title", value: func(a graph.ArticleInfo) string { return a.Title }},
		{name: "publisher", value: func(a graph.ArticleInfo) string { return a.Publisher }},
		{name: "events", value: func(a graph.ArticleInfo) string { return strconv.Itoa(a.Events) }},
		{name: "actors", value: func(a graph.ArticleInfo) string { return strconv.Itoa(a.Actors) }},
		{name: "id", value: func(a graph.ArticleInfo) string { return a.ID }},
	}
}

func articlesShow() *cli.Command {
	return command(cli.Command{
		Name: "show", Usage: "the events one article tells", ArgsUsage: "ID",
		Description: `  entente articles show sha256-465a33331b5416e03cc0`,
		Flags:       rowFlags(),
		Action: asking(func(c *cli.Context, store *graph.Store) error {
			if c.Args().Len() != 1 {
				return usagef("which article? 'entente articles list' shows their IDs")
			}
			id := c.Args().First()
			if _, err := store.Article(c.Context, id); err != nil {
				return articleError(err)
			}
			return answer(c, store, func(f graph.Filter) ([]graph.Row, error) {
				f.Source, f.Reports = id, true
				return store.Events(c.Context, nil, f)
			})
		}),
	})
}

func articlesRemove() *cli.Command {
	return command(cli.Command{
		Name: "remove", Usage: "take articles out of the graph with all they say", ArgsUsage: "ID...",
		Description: `  entente articles remove sha256-465a33331b5416e03cc0`,
		Flags:       []cli.Flag{storeFlag()},
		Action:      runRemove,
	})
}

func runRemove(c *cli.Context) (err error) {
	if !c.Args().Present() {
		return usagef("which article? 'entente articles list' shows their IDs")
	}
	store, err := openWrite(c)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, store.Close()) }()
	result, err := store.Remove(c.Context, c.Args().Slice()...)
	if err != nil {
		return articleError(err)
	}
	if err := recurate(c, store); err != nil { // who was joined by what the articles said is apart again
		return err
	}
	fmt.Fprintf(c.App.ErrWriter, "removed %s\n", count(result.Removed, "article"))
	return nil
}

// articleError makes an ID that is not there the user's to mend.
func articleError(err error) error {
	var missing *graph.NoArticleError
	if errors.As(err, &missing) {
		return usagef("%w; 'entente articles list' shows those there are", err)
	}
	return err
}
