package quadstore

import (
	"context"
	"errors"
	"fmt"
	"sync"

	"github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/cayley/graph/kv"
)

// kvStore is a Store on an engine.
type kvStore struct {
	Options
	reopen func() (engine, error) // after a failed write; nil for a store in memory

	writer sync.Mutex // held for an update

	mu      sync.RWMutex // guards what follows; held for reading while a view is made
	engine  engine
	cayleyQ graph.QuadStore // nil until asked for
	closed  bool
}

func newKVStore(e engine, reopen func() (engine, error), o Options) (*kvStore, error) {
	s := &kvStore{reopen: reopen, Options: o, engine: e}
	if err := s.check(); err != nil {
		return nil, errors.Join(err, e.close())
	}
	return s, nil
}

// check initialises a new store and refuses one of another version.
func (s *kvStore) check() error {
	if !s.ReadOnly {
		t, err := s.engine.begin(true)
		if err != nil {
			return err
		}
		defer t.rollback()
		if err := initialize(t); err != nil {
			return err
		}
	}
	t, err := s.engine.begin(false)
	if err != nil {
		return err
	}
	defer t.rollback()
	version, err := getMeta(t, "entente")
	if err == nil && version != FormatVersion {
		err = &VersionError{Store: version, Program: FormatVersion}
	}
	return err
}

func (s *kvStore) View(ctx context.Context) (View, error) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	if s.engine == nil {
		return nil, errClosed
	}
	t, err := s.engine.begin(false)
	if err != nil {
		return nil, err
	}
	return newView(ctx, t), nil
}

var errClosed = errors.New("the store is closed")

func (s *kvStore) Update(ctx context.Context, decide func(View) (Change, error)) (err error) {
	if s.ReadOnly {
		return ErrReadOnly
	}
	s.writer.Lock()
	defer s.writer.Unlock()
	if err := s.revive(); err != nil {
		return err
	}
	view, err := s.View(ctx)
	if err != nil {
		return err
	}
	change, err := decide(view)
	if err := errors.Join(err, view.Close()); err != nil {
		return err
	}
	if len(change.Add)+len(change.Remove) == 0 {
		return nil
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	if err := s.apply(change); err != nil {
		return errors.Join(err, s.shut())
	}
	return nil
}

// apply writes the change in one transaction. Whatever happens inside the
// engine, including its giving up, comes back as an error.
func (s *kvStore) apply(change Change) (err error) {
	defer func() {
		if r := recover(); r != nil {
			failure, ok := r.(error)
			if !ok {
				failure = fmt.Errorf("%v", r)
			}
			err = fmt.Errorf("writing to the store: %w", failure)
		}
	}()
	t, err := s.engine.begin(true)
	if err != nil {
		return err
	}
	defer t.rollback()
	w := newWriter(t, s.keysOf)
	if err := w.apply(change); err != nil {
		return err
	}
	if err := t.commit(); err != nil {
		return err
	}
	if w.dropped {
		s.forget()
	}
	return nil
}

// forget drops cayley's view of the store, which remembers ids of values that are gone.
func (s *kvStore) forget() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.cayleyQ = nil
}

// shut closes the engine after a failed write: neither bbolt nor pebble
// promises anything about its memory then.
func (s *kvStore) shut() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.cayleyQ = nil
	if s.reopen == nil {
		return nil
	}
	e := s.engine
	s.engine = nil
	return e.close()
}

// revive opens the engine again if a failed write has shut it.
func (s *kvStore) revive() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	switch {
	case s.closed:
		return errClosed
	case s.engine != nil:
		return nil
	}
	e, err := s.reopen()
	if err != nil {
		return fmt.Errorf("opening the store again after a failed write: %w", err)
	}
	s.engine = e
	return nil
}

func (s *kvStore) Cayley() (graph.QuadStore, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	switch {
	case s.engine == nil:
		return nil, errClosed
	case s.cayleyQ != nil:
		return s.cayleyQ, nil
	}
	qs, err := kv.New(s.engine.cayley(), graph.Options{kv.OptNoBloom: true})
	if err != nil {
		return nil, err
	}
	s.cayleyQ = &planner{QuadStore: qs.(*kv.QuadStore), store: s}
	return s.cayleyQ, nil
}

func (s *kvStore) Close() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.closed = true
	if s.engine == nil {
		return nil
	}
	e := s.engine
	s.engine, s.cayleyQ = nil, nil
	return e.close()
}
