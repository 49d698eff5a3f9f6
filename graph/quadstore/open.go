package quadstore

import (
	"fmt"
	"os"

	"github.com/cayleygraph/quad"
)

// Options say how to open a store.
type Options struct {
	ReadOnly bool // many processes may read one bbolt file at once
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

// OpenBolt opens the bbolt file at path, or creates it.
func OpenBolt(path string, o Options) (Store, error) {
	return openFile(path, o, openBolt)
}

// OpenPebble opens the pebble folder at path, or creates it.
func OpenPebble(path string, o Options) (Store, error) {
	return openFile(path, o, openPebble)
}

// OpenMemory makes a store that is gone when it is closed.
func OpenMemory(o Options) (Store, error) {
	e, err := openMemory()
	if err != nil {
		return nil, err
	}
	return newKVStore(e, nil, o)
}

func openFile(path string, o Options, open func(path string, readOnly bool) (engine, error)) (Store, error) {
	if _, err := os.Stat(path); os.IsNotExist(err) && o.ReadOnly {
		return nil, fmt.Errorf("%s: %w", path, ErrNotFound)
	}
	reopen := func() (engine, error) { return open(path, o.ReadOnly) }
	e, err := reopen()
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	return newKVStore(e, reopen, o)
}
