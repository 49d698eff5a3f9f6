package main

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"sync/atomic"
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
keeps every article it finished: load again to go on.`,
		Flags: append(inputFlags(), storeFlag(),
			&cli.BoolFlag{Name: "again", Usage: "read articles that are in the graph once more, as after a change of rules or actors"},
			&cli.BoolFlag{Name: "watch", Usage: "then go on and load what arrives in the folders, until interrupted"},
			&cli.BoolFlag{Name: "dry-run", Usage: "read and extract, store nothing"},
		),
		Action: runLoad,
	})
}

// batch is how many articles are committed at once: enough that the disk's
// sync is shared, few enough that an interrupt loses little work.
const (
	batch     = 64
	batchTime = 2 * time.Second
)

// runLoad is the whole program: read → extract → add.
func runLoad(c *cli.Context) (err error) {
	x, err := newExtractor(c)
	if err != nil {
		return err
	}
	articles, err := articlesOf(c)
	if err != nil {
		return err
	}
	log, err := newJournal(c)
	if err != nil {
		return err
	}
	l, err := newLoader(c)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, l.close()) }()
	for o := range extractAll(c.Context, x, l.fresh(articles), c.Int("jobs")) {
		if err := log.add(o); err != nil {
			return err
		}
		if o.err == nil {
			if err := l.add(o.extraction); err != nil {
				return err
			}
		}
	}
	if err := errors.Join(l.flush(), recurate(c, l.store)); err != nil {
		return err
	}
	failed := log.close()
	l.summary(log)
	return errors.Join(c.Context.Err(), failed)
}

// loader collects extractions and commits them in batches. It commits what it
// has even when the user interrupts: an article is stored whole or not at all.
type loader struct {
	c       *cli.Context
	store   *graph.Store // nil in a dry run
	waiting []schema.Extraction
	since   time.Time
	began   time.Time
	total   graph.AddResult
	held    atomic.Int64 // articles passed over; counted by the goroutine that reads
}

func newLoader(c *cli.Context) (*loader, error) {
	l := &loader{c: c, began: time.Now(), since: time.Now()}
	if c.Bool("dry-run") {
		return l, nil
	}
	store, err := graph.Open(c.String("store"), graph.Options{})
	l.store = store
	return l, err
}

// fresh passes over the articles that the graph holds as they are, so that a
// load that was interrupted goes on where it stopped.
func (l *loader) fresh(articles iter.Seq2[*article.Article, error]) iter.Seq2[*article.Article, error] {
	if l.store == nil || l.c.Bool("again") {
		return articles
	}
	return func(yield func(*article.Article, error) bool) {
		for a, err := range articles {
			if err == nil {
				if held, failed := l.store.Holds(l.c.Context, a.ArticleRef); held && failed == nil {
					l.held.Add(1)
					continue
				}
			}
			if !yield(a, err) {
				return
			}
		}
	}
}

func (l *loader) add(x schema.Extraction) error {
	l.waiting = append(l.waiting, x)
	if len(l.waiting) < batch && time.Since(l.since) < batchTime && !l.c.Bool("watch") {
		return nil
	}
	return l.flush()
}

func (l *loader) flush() error {
	defer func() { l.waiting, l.since = l.waiting[:0], time.Now() }()
	if l.store == nil || len(l.waiting) == 0 {
		return nil
	}
	put := l.store.Add
	if l.c.Bool("again") {
		put = l.store.Replace
	}
	res, err := put(context.WithoutCancel(l.c.Context), l.waiting)
	l.total = l.total.Plus(res)
	return err
}

func (l *loader) close() error {
	if l.store == nil {
		return nil
	}
	return l.store.Close()
}

func (l *loader) summary(log *journal) {
	took := time.Since(l.began).Round(10 * time.Millisecond)
	if l.store == nil {
		fmt.Fprintf(l.c.App.ErrWriter, "would load %s with %s (%s)\n", count(log.done, "article"), count(log.events, "event"), took)
		return
	}
	held := int(l.held.Load())
	fmt.Fprintf(l.c.App.ErrWriter, "loaded %s with %s into %s in %s: %d new, %d replaced, %d unchanged\n",
		count(log.done+held, "article"), count(log.events, "event"), l.c.String("store"), took,
		l.total.Added, l.total.Replaced, l.total.Skipped+held)
}
