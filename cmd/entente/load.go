package main

import (
	"errors"
	"fmt"
	"os"
	"strings"
	"time"

	"github.com/entente-kg/entente/extract/article"
	"github.com/entente-kg/entente/graph"
	"github.com/entente-kg/entente/schema"
	"github.com/urfave/cli/v2"
)

func loadCommand() *cli.Command {
	return command(cli.Command{
		Name:      "load",
		Usage:     "read articles into the graph",
		ArgsUsage: "PATH...",
		Description: `  entente load articles/                       a folder, whatever is in it
  entente load a.txt --date 2022-01-18         one article, published that day
  entente load 'news-*.jsonl' --store iran.db  many articles, a graph of their own
  entente load --map text=body,published=day api.jsonl
  curl -s … | entente load -                   from standard input
  entente load https://example.org/2022/talks  a page, a feed or a sitemap
  entente load --watch incoming/               and what arrives there from now on

Loading an article again changes nothing; an article whose text has changed is
replaced. Bad articles are named and skipped (exit code 3). An interrupted load
keeps every article it finished: load again to go on.
Others can ask the graph meanwhile. Only one can load into a file at a time; a
second load waits for --wait and then stops (PostgreSQL takes several at once).`,
		Flags: append(inputFlags(), storeFlag(),
			&cli.BoolFlag{Name: "again", Usage: "read articles that are in the graph once more, as after a change of rules or actors"},
			&cli.BoolFlag{Name: "watch", Usage: "then go on and load what arrives in the folders, until interrupted"},
			&cli.BoolFlag{Name: "dry-run", Usage: "store nothing: print each article that would be new or replaced"},
		),
		Action: runLoad,
	})
}

// runLoad is the whole program: read → extract → add.
func runLoad(c *cli.Context) error {
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
	l, err := newLoad(c, r)
	if err != nil {
		return err
	}
	return l.end(r.extract(x, l.Add))
}

// load is the end of a reading where the articles are stored.
type load struct {
	*graph.Loader
	c     *cli.Context
	r     *reading
	store *graph.Store
}

// newLoad opens the graph and passes over the articles that it holds as they
// are: so a load that was interrupted goes on where it stopped.
func newLoad(c *cli.Context, r *reading) (*load, error) {
	store, err := openLoad(c)
	if err != nil {
		return nil, err
	}
	o := graph.LoadOptions{Again: c.Bool("again"), DryRun: c.Bool("dry-run")}
	if c.Bool("watch") {
		o.Every = watchTime
	}
	if o.DryRun {
		o.Stored = func(a schema.ArticleRef, fate graph.Fate) {
			if fate != graph.Skipped {
				fmt.Fprintf(c.App.Writer, "%s\t%s\t%s\t%s\n", fate, a.ID, a.Published, visible(a.Title))
			}
		}
	}
	if !o.Again {
		r.without(func(a *article.Article) bool {
			held, err := store.Holds(c.Context, a.ArticleRef)
			return held && err == nil
		})
	}
	return &load{store.NewLoader(c.Context, o), c, r, store}, nil
}

// watchTime is how long an article that arrives in a watched folder waits for
// others.
const watchTime = 100 * time.Millisecond

// openLoad opens the graph to load into, or, for a dry run, to compare with.
func openLoad(c *cli.Context) (*graph.Store, error) {
	if !c.Bool("dry-run") {
		return openOrMake(c)
	}
	store, err := graph.Open(c.String("store"), waiting(c, graph.Options{ReadOnly: true}))
	if errors.Is(err, graph.ErrNoStore) {
		return graph.Open("memory:", graph.Options{})
	}
	return store, storeError(err)
}

// end commits what waits, whatever happened, and says what the load did. A load
// that was interrupted or failed keeps every article it has committed.
func (l *load) end(err error) error {
	total, failed := l.Close()
	if errors.Is(err, failed) {
		err = nil // Add has told it already
	}
	if err == nil && failed == nil && !l.DryRun {
		err = recurate(l.c, l.store)
	}
	articles := l.r.log.close()
	l.summary(total)
	err = errors.Join(l.c.Context.Err(), err, failed, l.store.Close())
	if err != nil && !l.DryRun && !l.c.Bool("watch") {
		fmt.Fprintf(l.c.App.ErrWriter, "%s of this load are in the graph; to go on, run it again:\n  %s\n", count(total.Added+total.Replaced, "article"), commandLine())
	}
	return errors.Join(err, articles)
}

func (l *load) summary(total graph.AddResult) {
	log, verb := l.r.log, "loaded"
	if l.DryRun {
		verb = "would load"
	}
	fmt.Fprintf(l.c.App.ErrWriter, "%s %s into %s in %.1f s: %d new, %d replaced, %d skipped, %d failed; %s, %s\n",
		verb, count(log.done+log.skipped, "article"), l.c.String("store"), l.r.took(),
		total.Added, total.Replaced, total.Skipped+log.skipped, log.failed, count(total.Events, "event"), count(total.Actors, "new actor"))
}

// commandLine is what the user typed, fit to be typed again.
func commandLine() string {
	words := []string{"entente"}
	for _, arg := range os.Args[1:] {
		if strings.ContainsAny(arg, " \t\n'\"\\$`*?[](){}<>|&;#~!") || arg == "" {
			arg = "'" + strings.ReplaceAll(arg, "'", `'\''`) + "'"
		}
		words = append(words, arg)
	}
	return strings.Join(words, " ")
}
