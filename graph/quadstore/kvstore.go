package quadstore

import (
	"context"
	"errors"
	"fmt"
	"os"
	"sync"
	"syscall"
	"time"

	"github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/cayley/graph/kv"
)

// kvStore is a Store on an engine.
type kvStore struct {
	Options
	path   string                 // "" in memory
	reopen func() (engine, error) // after a failed write; nil for a store in memory
	lock   *os.File               // the writer's; nil for a reader and in memory

	writer sync.Mutex // held for an update

	mu      sync.RWMutex // guards what follows; held for reading while a view is made
	engine  engine
	cayleyQ graph.QuadStore // nil until asked for
	closed  bool
}

func newKVStore(e engine, path string, reopen func() (engine, error), o Options) (*kvStore, error) {
	s := &kvStore{path: path, reopen: reopen, Options: o, engine: e}
	if err := s.check(); err != nil {
		return nil, errors.Join(err, e.close())
	}
	return s, nil
}

// check makes a store of an empty database and refuses one of another version.
func (s *kvStore) check() error {
	empty, err := s.engine.empty()
	if err != nil {
		return err
	}
	if empty && !s.ReadOnly {
		t, err := s.engine.begin(true)
		if err != nil {
			return explain(s.path, err)
		}
		defer t.rollback()
		if err := initialize(t); err != nil {
			return explain(s.path, err)
		}
	}
	t, err := s.engine.begin(false)
	if err != nil {
		return err
	}
	defer t.rollback()
	switch version, err := getMeta(t, "entente"); {
	case err != nil:
		return err
	case version == 0:
		return &NotAStoreError{s.path, "no version of entente has written it"}
	case version != FormatVersion:
		return &VersionError{Store: version, Program: FormatVersion}
	}
	return nil
}

func (s *kvStore) View(ctx context.Context) (View, error) {
	for {
		if _, err := s.live(); err != nil {
			return nil, err
		}
		if t, err := s.snapshot(); t != nil || err != nil {
			return newView(ctx, t), err
		}
	}
}

// snapshot begins to read; it returns neither transaction nor error when the
// writer has just shut the engine to let another process in.
func (s *kvStore) snapshot() (tx, error) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	if s.engine == nil {
		return nil, nil
	}
	return s.engine.begin(false)
}

var errClosed = errors.New("the store is closed")

func (s *kvStore) Update(ctx context.Context, decide func(View) (Change, error)) (err error) {
	if s.ReadOnly {
		return ErrReadOnly
	}
	s.writer.Lock()
	defer s.writer.Unlock()
	if _, err := s.live(); err != nil {
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
	if change.isEmpty() {
		return nil
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	if err := s.room(); err != nil {
		return err
	}
	if err := s.apply(change); err != nil {
		s.shut()
		return explain(s.path, err)
	}
	s.letIn()
	return nil
}

// Yield is part of Store. While an update goes on there is nothing to yield.
func (s *kvStore) Yield() {
	if s.ReadOnly || !s.writer.TryLock() {
		return
	}
	defer s.writer.Unlock()
	s.letIn()
}

// letIn shuts the engine while other processes wait to read, and keeps it shut
// until they have opened the store: nobody in this one may be quicker.
func (s *kvStore) letIn() {
	if s.path == "" || !awaited(s.path) {
		return
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.shutLocked()
	admit(s.path)
}

// room refuses an update for which the engine may not find the space.
func (s *kvStore) room() error {
	if s.path == "" {
		return nil
	}
	if left, ok := free(s.path); ok && left < s.engine.needs() {
		return &SpaceError{s.path, fmt.Errorf("%d MiB free, %d needed: %w", left>>20, s.engine.needs()>>20, syscall.ENOSPC)}
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

// shut closes the engine: after a failed write, because neither bbolt nor
// pebble promises anything about its memory then, and to let readers in. What
// closing says does not matter: all that was acknowledged is on the disk.
func (s *kvStore) shut() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.shutLocked()
}

func (s *kvStore) shutLocked() {
	s.cayleyQ = nil
	if s.reopen == nil || s.engine == nil {
		return
	}
	e := s.engine
	s.engine = nil
	closed := make(chan struct{})
	go func() {
		defer close(closed)
		defer func() { _ = recover() }() // pebble panics when it is closed in a bad state
		_ = e.close()
	}()
	select {
	case <-closed:
	case <-time.After(10 * time.Second): // pebble can hang there; opening it again will say so
	}
}

// live returns the engine, opened again if it was shut.
func (s *kvStore) live() (engine, error) {
	s.mu.RLock()
	e, closed := s.engine, s.closed
	s.mu.RUnlock()
	switch {
	case closed:
		return nil, errClosed
	case e != nil:
		return e, nil
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.engine == nil && !s.closed {
		e, err := s.reopen()
		if err != nil {
			return nil, fmt.Errorf("opening the store again: %w", err)
		}
		s.engine = e
	}
	return s.engine, nil
}

func (s *kvStore) Cayley() (graph.QuadStore, error) {
	if _, err := s.live(); err != nil {
		return nil, err
	}
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
	if s.closed {
		return nil
	}
	s.closed = true
	e := s.engine
	s.engine, s.cayleyQ = nil, nil
	switch {
	case e == nil:
		return resign(s.path, s.lock)
	case s.ReadOnly:
		return closeSoon(e)
	}
	return errors.Join(e.close(), resign(s.path, s.lock))
}

// closeSoon closes what was only read, but does not wait for ever: bbolt waits
// for every reader, and a query of cayley that is cut off by its limit may leave
// one behind. There is nothing to lose.
func closeSoon(e engine) error {
	closed := make(chan error, 1)
	go func() { closed <- e.close() }()
	select {
	case err := <-closed:
		return err
	case <-time.After(time.Second):
		return nil
	}
}
