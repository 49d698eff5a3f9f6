package main

import (
	"iter"
	"time"

	"github.com/entente-kg/entente/extract"
	"github.com/entente-kg/entente/extract/article"
	"github.com/entente-kg/entente/schema"
	"github.com/urfave/cli/v2"
)

// reading is one pass over the articles of a command line. The commands that
// read articles differ in what they do with one, not in how they come by it:
// all are counted, the failed are named, the report is written, the exit code
// is known at the end.
type reading struct {
	c        *cli.Context
	articles iter.Seq2[*article.Article, error]
	log      *journal
}

// newReading prepares to read the articles at paths.
func newReading(c *cli.Context, paths []string) (*reading, error) {
	log, err := newJournal(c)
	if err != nil {
		return nil, err
	}
	articles, err := articlesAt(c, paths, log.progress.measure(c.Context, paths))
	return &reading{c, articles, log}, err
}

// readEach hands over the articles of a command line as they are, those that can
// be read, for commands that extract nothing from them.
func readEach(c *cli.Context, use func(*article.Article) error) (*reading, error) {
	paths, err := pathsOf(c)
	if err != nil {
		return nil, err
	}
	r, err := newReading(c, paths)
	if err != nil {
		return nil, err
	}
	return r, r.each(use)
}

// each hands over the articles as they are, those that can be read.
func (r *reading) each(use func(*article.Article) error) error {
	for a, err := range r.articles {
		o := extract.Outcome{Article: a, Err: err}
		if err := r.log.add(o); err != nil {
			return err
		}
		if o.Err == nil {
			if err := use(a); err != nil {
				return err
			}
		}
	}
	return nil
}

// extract hands over what x reads in the articles, in their order.
func (r *reading) extract(x extract.Reader, use func(schema.Extraction) error) error {
	for o := range extract.All(r.c.Context, x, r.articles, r.c.Int("jobs")) {
		if err := r.log.add(o); err != nil {
			return err
		}
		if o.Err == nil {
			if err := use(o.Extraction); err != nil {
				return err
			}
		}
	}
	return nil
}

// without passes over the articles that drop says are not wanted.
func (r *reading) without(drop func(*article.Article) bool) {
	articles := r.articles
	r.articles = func(yield func(*article.Article, error) bool) {
		for a, err := range articles {
			if err == nil && drop(a) {
				r.log.skip(a)
				continue
			}
			if !yield(a, err) {
				return
			}
		}
	}
}

// took is the time since the reading began, in seconds.
func (r *reading) took() float64 { return time.Since(r.log.began).Seconds() }
