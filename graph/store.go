package graph

import (
	"context"
	"time"

	"github.com/entente-kg/entente/graph/quadstore"
)

// Options say how to open a store.
type Options struct {
	ReadOnly bool
	// Wait is how long to wait for a store that another process has open; then a
	// LockedError says who. Waiting, when set, is called once when the wait takes
	// longer than a loader takes to let a reader in.
	Wait    time.Duration
	Waiting func(holder string)
}

// Store is a graph of articles, actors and events. Its methods may be called
// from several goroutines.
type Store struct {
	url   string
	quads quadstore.Store
}

// Open opens the store at a URL, and creates it if there is none and o allows
// writing: "PATH" or "bolt:PATH" for a bbolt file, "pebble:PATH" for a pebble
// folder, "memory:" for one that is gone when it is closed, "postgres://…".
func Open(url string, o Options) (*Store, error) {
	quads, err := openQuads(url, o)
	if err != nil {
		return nil, err
	}
	return &Store{url: url, quads: quads}, nil
}

// URL returns what the store was opened with.
func (s *Store) URL() string { return s.url }

// Close gives the store back to other processes.
func (s *Store) Close() error { return s.quads.Close() }

// view runs read on a snapshot of the store.
func (s *Store) view(ctx context.Context, read func(quadstore.View) error) error {
	v, err := s.quads.View(ctx)
	if err != nil {
		return err
	}
	defer v.Close()
	return read(v)
}

// Size is the number of quads in the store.
func (s *Store) Size(ctx context.Context) (n int64, err error) {
	err = s.view(ctx, func(v quadstore.View) error {
		n, err = v.Size()
		return err
	})
	return n, err
}
