package graph

import (
	"context"
	"errors"
	"flag"
	"sync"
	"testing"
	"time"

	"github.com/entente-kg/entente/graph/synth"
)

var together = flag.Duration("together", time.Second, "how long readers and a writer work on every kind of store")

// Eight readers ask while a writer loads and removes: no deadlock, no error,
// and nobody sees half a commit.
func TestReadersAndAWriter(t *testing.T) {
	onEachStore(t, func(t *testing.T, open func(testing.TB) *Store) {
		s, ctx := open(t), context.Background()
		add(t, s, extractions()...)
		done := make(chan struct{})
		var readers sync.WaitGroup
		stop := sync.OnceFunc(func() { close(done); readers.Wait() })
		defer stop() // also where the writer fails
		for i := range 8 {
			readers.Go(func() {
				for {
					select {
					case <-done:
						return
					default:
					}
					if err := readOnce(ctx, s, i); err != nil {
						t.Error(err)
						return
					}
				}
			})
		}
		began := time.Now()
		for x := range (synth.World{Seed: 9, Actors: 50}).Articles(1 << 30) {
			add(t, s, x)
			if _, err := s.Remove(ctx, x.Article.ID); err != nil {
				t.Error(err)
			}
			if time.Since(began) > *together || t.Failed() {
				break
			}
		}
		stop()
		sound(t, s)
	})
}

func readOnce(ctx context.Context, s *Store, kind int) error {
	switch kind % 4 {
	case 0:
		rows, err := s.Met(ctx, "Hanna Lind", Filter{})
		if err == nil && len(rows) != 2 {
			err = errors.New("a reader lost rows")
		}
		return err
	case 1:
		_, err := s.Stats(ctx)
		return err
	case 2:
		_, err := s.Articles(ctx)
		return err
	}
	n := 0
	err := s.Query(ctx, `g.V("Hanna Lind").Out("spoke-with").All()`, QueryOptions{}, func(Result) error { n++; return nil })
	if err == nil && n != 1 {
		err = errors.New("a query lost rows")
	}
	return err
}
