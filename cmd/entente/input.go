package main

import (
	"bufio"
	"io"
	"iter"
	"os"
	"slices"
	"strings"

	"github.com/entente-kg/entente/extract/article"
	"github.com/urfave/cli/v2"
)

// articlesAt reads the articles at paths and tells progress, if any, how far it is.
func articlesAt(c *cli.Context, paths []string, progress *article.Progress) (iter.Seq2[*article.Article, error], error) {
	fields, err := fieldsOf(c.StringSlice("map"))
	if err != nil {
		return nil, err
	}
	opts := article.Options{
		Date: c.String("date"), Stdin: c.App.Reader, Fields: fields, AnyLanguage: c.Bool("any-language"),
		AllowPrivate: c.Bool("allow-private"), Progress: progress,
	}
	if !c.Bool("watch") {
		return article.Read(c.Context, paths, opts), nil
	}
	isFolder := func(path string) bool {
		info, err := os.Stat(path)
		return err == nil && info.IsDir()
	}
	if !slices.ContainsFunc(paths, isFolder) {
		return nil, usagef("--watch needs a folder: entente load --watch incoming/")
	}
	return article.Watch(c.Context, paths, opts), nil
}

func pathsOf(c *cli.Context) ([]string, error) {
	paths := c.Args().Slice()
	if list := c.String("files-from"); list != "" {
		more, err := pathList(list, c.App.Reader)
		if err != nil {
			return nil, err
		}
		paths = append(paths, more...)
	}
	if len(paths) == 0 {
		return nil, usagef("no articles: name files, folders or '-' for standard input, as in 'entente %s articles/'", c.Command.Name)
	}
	return paths, nil
}

// pathList reads paths from a file, one a line.
func pathList(file string, stdin io.Reader) (paths []string, err error) {
	src := stdin
	if file != "-" {
		f, err := os.Open(file)
		if err != nil {
			return nil, usagef("--files-from: %w", err)
		}
		defer f.Close()
		src = f
	}
	lines := bufio.NewScanner(src)
	for lines.Scan() {
		if path := strings.TrimSpace(lines.Text()); path != "" {
			paths = append(paths, path)
		}
	}
	return paths, lines.Err()
}

// fieldsOf reads --map text=body,published=date.
func fieldsOf(maps []string) (map[string]string, error) {
	fields := map[string]string{}
	for _, m := range maps {
		ours, theirs, found := strings.Cut(m, "=")
		if !found || theirs == "" || !isField(ours) {
			return nil, usagef("--map %q: write OURS=THEIRS, where OURS is one of %s", m, strings.Join(article.FieldNames(), ", "))
		}
		fields[ours] = theirs
	}
	return fields, nil
}

func isField(name string) bool {
	return slices.Contains(article.FieldNames(), name)
}
