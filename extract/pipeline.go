package extract

import (
	"context"
	"fmt"
	"iter"
	"runtime"
	"time"

	"github.com/entente-kg/entente/extract/article"
	"github.com/entente-kg/entente/schema"
)

// Outcome is what became of one article: its extraction, or why there is none.
type Outcome struct {
	Article    *article.Article // nil when it could not be read
	Extraction schema.Extraction
	Err        error
	Took       time.Duration
}

// Reader reads one article. It is called from several goroutines at once.
type Reader interface {
	Extract(*article.Article) schema.Extraction
}

// All reads articles on as many cores as jobs says (0: on all) and yields the
// outcomes in the order of the articles, whichever finished first. Each article
// waits in a channel of its own; the queue of those channels keeps the order
// and bounds how many articles are held: who is slow to take outcomes slows
// down the reading. When ctx is done no article is begun any more, and those
// that were are finished.
func All(ctx context.Context, x Reader, articles iter.Seq2[*article.Article, error], jobs int) iter.Seq[Outcome] {
	if jobs <= 0 {
		jobs = runtime.GOMAXPROCS(0)
	}
	return func(yield func(Outcome) bool) {
		ctx, cancel := context.WithCancel(ctx)
		defer cancel()
		queue := make(chan chan Outcome, queued*jobs)
		go begin(ctx, queue, x, articles, jobs)
		for slot := range queue {
			if !yield(<-slot) {
				return
			}
		}
	}
}

// queued is how many articles may wait for each that is being read: a long one
// at the head of the queue does not leave the other cores idle at once.
const queued = 8

// begin starts the work on each article, at most jobs at once, and closes the
// queue when there are no more or ctx is done.
func begin(ctx context.Context, queue chan<- chan Outcome, x Reader, articles iter.Seq2[*article.Article, error], jobs int) {
	defer close(queue)
	busy := make(chan struct{}, jobs)
	for a, err := range articles {
		slot := make(chan Outcome, 1)
		select {
		case queue <- slot:
		case <-ctx.Done():
			return
		}
		if err != nil {
			slot <- Outcome{Err: err}
			continue
		}
		busy <- struct{}{}
		go func() {
			defer func() { <-busy }()
			slot <- one(x, a)
		}()
	}
}

// one keeps a fault in the extractor the trouble of one article.
func one(x Reader, a *article.Article) (out Outcome) {
	began := time.Now()
	defer func() {
		if fault := recover(); fault != nil {
			out = Outcome{Article: a, Err: &article.Error{
				Origin: a.Origin,
				Reason: fmt.Sprintf("the extractor failed: %v (please report this with the article)", fault),
			}}
		}
		out.Took = time.Since(began)
	}()
	return Outcome{Article: a, Extraction: x.Extract(a)}
}
