package extract

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"slices"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/entente-kg/entente/extract/article"
	"github.com/entente-kg/entente/schema"
)

// sleeper takes long for some articles, fails on one, and counts.
type sleeper struct{ begun, busy, most atomic.Int32 }

func (s *sleeper) Extract(a *article.Article) schema.Extraction {
	s.begun.Add(1)
	for now := s.busy.Add(1); ; {
		most := s.most.Load()
		if now <= most || s.most.CompareAndSwap(most, now) {
			break
		}
	}
	defer s.busy.Add(-1)
	switch {
	case a.ID == "bad":
		panic("index out of range")
	case strings.HasSuffix(a.ID, "0"):
		time.Sleep(5 * time.Millisecond)
	}
	return schema.Extraction{Article: a.ArticleRef}
}

func numbered(n int) iter.Seq2[*article.Article, error] {
	return func(yield func(*article.Article, error) bool) {
		for i := range n {
			if !yield(&article.Article{ArticleRef: schema.ArticleRef{ID: fmt.Sprint(i)}}, nil) {
				return
			}
		}
	}
}

func TestAllKeepsTheOrder(t *testing.T) {
	s := &sleeper{}
	n := 0
	for o := range All(context.Background(), s, numbered(100), 4) {
		if want := fmt.Sprint(n); o.Err != nil || o.Extraction.Article.ID != want {
			t.Fatalf("%q, %v, want %q", o.Extraction.Article.ID, o.Err, want)
		}
		n++
	}
	if n != 100 || s.most.Load() > 4 || s.most.Load() < 2 {
		t.Errorf("%d outcomes, up to %d at once", n, s.most.Load())
	}
}

func TestAllReportsWhatFails(t *testing.T) {
	unread := errors.New("no such file")
	articles := func(yield func(*article.Article, error) bool) {
		_ = yield(nil, unread) && yield(&article.Article{ArticleRef: schema.ArticleRef{ID: "bad"}, Origin: "bad.txt"}, nil) &&
			yield(&article.Article{ArticleRef: schema.ArticleRef{ID: "good"}}, nil)
	}
	outcomes := slices.Collect(All(context.Background(), &sleeper{}, articles, 2))
	var fault *article.Error
	switch {
	case len(outcomes) != 3:
		t.Fatalf("%d outcomes, want 3", len(outcomes))
	case outcomes[0].Err != unread:
		t.Errorf("%v, want %v", outcomes[0].Err, unread)
	case !errors.As(outcomes[1].Err, &fault) || fault.Origin != "bad.txt":
		t.Errorf("%v, want a fault in bad.txt", outcomes[1].Err)
	case outcomes[2].Err != nil:
		t.Error(outcomes[2].Err)
	}
}

// A consumer that takes nothing holds the reading up; an interrupt ends it, and
// what was begun is finished.
func TestAllIsBoundedAndEnds(t *testing.T) {
	s := &sleeper{}
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	n := 0
	for range All(ctx, s, numbered(10_000), 2) {
		if n++; n == 1 {
			time.Sleep(100 * time.Millisecond)
			if begun := s.begun.Load(); begun > 2*queued+3 {
				t.Errorf("%d articles were begun while one was taken", begun)
			}
			cancel()
		}
	}
	if int32(n) != s.begun.Load() || n > 2*queued+4 {
		t.Errorf("%d outcomes of %d begun", n, s.begun.Load())
	}
}
