package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"iter"

	"github.com/cayleygraph/quad"
	"github.com/entente-kg/entente/graph"
	"github.com/entente-kg/entente/graph/export"
	"github.com/entente-kg/entente/schema"
	"github.com/urfave/cli/v2"
)

func extractCommand() *cli.Command {
	return command(cli.Command{
		Name:      "extract",
		Usage:     "read articles and write the events they tell, without a graph",
		ArgsUsage: "PATH...",
		Description: `  entente extract article.txt --date 2022-01-18     one event a line, as JSON
  entente extract news.jsonl | jq -r .relation      count, filter, join: it is a map step
  cat news.jsonl | entente extract -                from standard input
  entente extract --format plover articles/         PLOVER records
  entente extract --format nquads articles/         the quads that load would store
  entente extract --format jsonl --facts articles/  offices held and bodies represented as well

PATH is a file, a folder, a glob or '-'.`,
		Flags: append(inputFlags(),
			formatFlag("jsonl", "jsonl", "plover", "nquads"),
			&cli.BoolFlag{Name: "facts", Usage: "also write standing facts: who holds which office"},
			&cli.BoolFlag{Name: "dry-run", Usage: "read everything, write only the counts"},
		),
		Action: runExtract,
	})
}

func runExtract(c *cli.Context) error {
	write, err := extractionWriter(c)
	if err != nil {
		return err
	}
	x, err := newExtractor(c)
	if err != nil {
		return err
	}
	paths, err := pathsOf(c)
	if err != nil {
		return err
	}
	r, err := newReading(c, paths)
	if err != nil {
		return err
	}
	err = r.extract(x, func(yield schema.Extraction) error {
		if err := write(yield); err != nil {
			return fmt.Errorf("writing events: %w", err)
		}
		return nil
	})
	if err != nil {
		return err
	}
	failed := r.log.close()
	if c.Bool("dry-run") {
		fmt.Fprintf(c.App.ErrWriter, "%s, %s\n", count(r.log.done, "article"), count(r.log.events, "event"))
	}
	return errors.Join(failed, c.Context.Err())
}

// extractionWriter returns the function that writes one article's yield in the
// chosen format.
func extractionWriter(c *cli.Context) (func(schema.Extraction) error, error) {
	w := c.App.Writer
	switch format := c.String("format"); {
	case c.Bool("dry-run"):
		return func(schema.Extraction) error { return nil }, nil
	case format == "plover":
		return ploverWriter(c.Context, w)
	case format == "nquads":
		return func(x schema.Extraction) error { return writeQuads(w, graph.Quads(x)) }, nil
	}
	return eventWriter(w, c.Bool("facts")), nil
}

func eventWriter(w io.Writer, facts bool) func(schema.Extraction) error {
	enc := jsonEncoder(w)
	return func(x schema.Extraction) error {
		for i := range x.Events {
			if err := enc.Encode(wholeEvent(x.Events[i])); err != nil {
				return err
			}
		}
		for i := 0; facts && i < len(x.Facts); i++ {
			if err := enc.Encode(factRecord{x.Facts[i], x.Article}); err != nil {
				return err
			}
		}
		return nil
	}
}

// factRecord is a standing fact with the article that states it.
type factRecord struct {
	schema.Fact
	Article schema.ArticleRef `json:"article"`
}

// wholeEvent writes empty lists as [] instead of null: readers iterate over them.
func wholeEvent(e schema.Event) schema.Event {
	if e.Actors == nil {
		e.Actors = []schema.Participant{}
	}
	if e.Recipients == nil {
		e.Recipients = []schema.Participant{}
	}
	return e
}

func writeQuads(w io.Writer, quads []quad.Quad) error {
	for _, q := range quads {
		if _, err := fmt.Fprintln(w, q.NQuad()); err != nil {
			return err
		}
	}
	return nil
}

func ploverWriter(ctx context.Context, w io.Writer) (func(schema.Extraction) error, error) {
	format, err := export.FormatNamed("plover")
	if err != nil {
		return nil, err
	}
	return func(x schema.Extraction) error { return format.To(ctx, w, oneArticle{x}) }, nil
}

// oneArticle is the yield of one article as a graph of its own.
type oneArticle struct{ yield schema.Extraction }

func (x oneArticle) Articles(context.Context) iter.Seq2[schema.ArticleRef, error] {
	return each([]schema.ArticleRef{x.yield.Article})
}

func (x oneArticle) Actors(context.Context) iter.Seq2[schema.Actor, error] {
	return each(x.yield.Actors)
}

func (x oneArticle) Events(context.Context) iter.Seq2[schema.Event, error] {
	return each(x.yield.Events)
}

func (x oneArticle) Quads(context.Context) iter.Seq2[quad.Quad, error] {
	return each(graph.Quads(x.yield))
}

func each[T any](items []T) iter.Seq2[T, error] {
	return func(yield func(T, error) bool) {
		for _, item := range items {
			if !yield(item, nil) {
				return
			}
		}
	}
}
