package quadstore

import (
	"errors"
	"fmt"
	"os"
	"time"

	"github.com/cayleygraph/quad"
)

// Options say how to open a store.
type Options struct {
	ReadOnly bool // many processes may read one bbolt file at once
	// Wait is how long to wait for a store that another process has open; then
	// a LockedError says who. Waiting, when set, is called once when the wait
	// takes longer than a loader takes to let a reader in.
	Wait    time.Duration
	Waiting func(holder string)
	// Keys derives from a quad the keys its subject is filed under, beside
	// cayley's layout: how names are found without regard to case. A store must
	// always be written with the same function. Keys hold no zero byte.
	Keys func(quad.Quad) []string
}

func (o Options) keysOf(q quad.Quad) []string {
	if o.Keys == nil {
		return nil
	}
	return o.Keys(q)
}

// patience is how long a writer that let readers in waits for them to finish.
const patience = time.Minute

// OpenBolt opens the bbolt file at path, or creates it.
func OpenBolt(path string, o Options) (Store, error) {
	return openFile(path, o, func(wait time.Duration) (engine, error) { return openBolt(path, o.ReadOnly, wait) })
}

// OpenPebble opens the pebble folder at path, or creates it.
func OpenPebble(path string, o Options) (Store, error) {
	return openFile(path, o, func(time.Duration) (engine, error) { return openPebble(path, o.ReadOnly) })
}

// OpenMemory makes a store that is gone when it is closed.
func OpenMemory(o Options) (Store, error) {
	e, err := openMemory()
	if err != nil {
		return nil, err
	}
	return newKVStore(e, "", nil, o)
}

func openFile(path string, o Options, open func(wait time.Duration) (engine, error)) (Store, error) {
	if _, err := os.Stat(path); o.ReadOnly && errors.Is(err, os.ErrNotExist) {
		return nil, fmt.Errorf("%s: %w", path, ErrNotFound)
	}
	lock, err := writerLock(path, o)
	if err != nil {
		return nil, err
	}
	reopen := func() (engine, error) {
		e, err := sameFile(path, o, open)
		o.Wait = max(o.Wait, patience) // from the second time on
		var locked *LockedError
		if err != nil && !errors.As(err, &locked) {
			err = explain(path, err)
		}
		return e, err
	}
	e, err := reopen()
	if err != nil {
		return nil, errors.Join(err, resign(path, lock))
	}
	s, err := newKVStore(e, path, reopen, o)
	if err != nil {
		return nil, errors.Join(err, resign(path, lock))
	}
	s.lock = lock
	return s, nil
}

func writerLock(path string, o Options) (*os.File, error) {
	if o.ReadOnly {
		return nil, nil
	}
	return beWriter(path, o)
}

// sameFile opens a store again while another file was put in its place during
// the wait for its lock: the lock was then on one that has no name any more.
func sameFile(path string, o Options, open func(time.Duration) (engine, error)) (engine, error) {
	for {
		before, _ := os.Stat(path)
		e, err := politely(path, o, open)
		if err != nil {
			return nil, err
		}
		after, err := os.Stat(path)
		if err == nil && (before == nil || os.SameFile(before, after)) {
			return e, nil
		}
		if err := e.close(); err != nil {
			return nil, err
		}
	}
}
