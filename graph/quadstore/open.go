package quadstore

import (
	"fmt"
	"os"
)

// Options say how to open a store.
type Options struct {
	ReadOnly bool // many processes may read one bbolt file at once
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
func OpenMemory() (Store, error) {
	e, err := openMemory()
	if err != nil {
		return nil, err
	}
	return newKVStore(e, nil, false)
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
	return newKVStore(e, reopen, o.ReadOnly)
}
