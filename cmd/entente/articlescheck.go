package main

import (
	"errors"
	"fmt"

	"github.com/entente-kg/entente/extract/article"
	"github.com/urfave/cli/v2"
)

func articlesCheck() *cli.Command {
	return command(cli.Command{
		Name: "check", Usage: "read articles and say which cannot be, and why", ArgsUsage: "PATH...",
		Description: `  entente articles check crawl.warc.gz
  entente articles check --report check.jsonl news/   what became of each, as JSON lines

Nothing is extracted and nothing stored: a million articles take a minute or two.`,
		Flags:  inputFlags(),
		Action: runCheck,
	})
}

func runCheck(c *cli.Context) error {
	r, err := readEach(c, func(*article.Article) error { return nil })
	if err != nil {
		return err
	}
	fmt.Fprintf(c.App.ErrWriter, "%s can be read\n", count(r.log.done, "article"))
	return errors.Join(r.log.close(), c.Context.Err())
}
