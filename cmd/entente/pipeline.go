package main

import (
	"context"
	"fmt"
	"iter"
	"runtime"
	"time"

	"github.com/entente-kg/entente/extract/article"
	"github.com/entente-kg/entente/schema"
)

// outcome is what became of one article: its extraction, or why there is none.
type outcome struct {
	article    *article.Article // nil when it could not be read
	extraction schema.Extraction
	err        error
	took       time.Duration
}

// extractor reads one article. It is called from several goroutines at once.
type extractor interface {
	Extract(*article.Article) schema.Extraction
}

// extractAll reads articles on as many cores as jobs says and yields the
// outcomes in the order of the articles, whichever finished first. Each article
// waits in a channel of its own; the queue of those channels keeps the order
// and bounds how many articles are held.
func extractAll(ctx context.Context, x extractor, articles iter.Seq2[*article.Article, error], jobs int) iter.Seq[outcome] {
	if jobs <= 0 {
		jobs = runtime.GOMAXPROCS(0)
	}
	return func(yield func(outcome) bool) {
		ctx, cancel := context.WithCancel(ctx)
		defer cancel()
		queue := make(chan chan outcome, 4*jobs)
		go fill(ctx, queue, x, articles, jobs)
		for slot := range queue {
			if !yield(<-slot) {
				return
			}
		}
	}
}

// fill starts the work on each article, at most jobs at once, and closes the
// queue when there are no more or ctx is done. Work that was started is finished.
func fill(ctx context.Context, queue chan<- chan outcome, x extractor, articles iter.Seq2[*article.Article, error], jobs int) {
	defer close(queue)
	busy := make(chan struct{}, jobs)
	for a, err := range articles {
		slot := make(chan outcome, 1)
		select {
		case queue <- slot:
		case <-ctx.Done():
			return
		}
		if err != nil {
			slot <- outcome{err: err}
			continue
		}
		busy <- struct{}{}
		go func() {
			defer func() { <-busy }()
			slot <- extractOne(x, a)
		}()
	}
}

// extractOne keeps a fault in the extractor the trouble of one article.
func extractOne(x extractor, a *article.Article) (out outcome) {
	began := time.Now()
	defer func() {
		if fault := recover(); fault != nil {
			out = outcome{article: a, err: &article.Error{
				Origin: a.Origin,
				Reason: fmt.Sprintf("the extractor failed: %v (please report this with the article)", fault),
			}}
		}
		out.took = time.Since(began)
	}()
	return outcome{article: a, extraction: x.Extract(a)}
}
