package quadstore

import (
	"bytes"
	"errors"
	"fmt"
	"syscall"
	"time"

	hkv "github.com/hidal-go/hidalgo/kv"
	hbolt "github.com/hidal-go/hidalgo/kv/bbolt"
	"go.etcd.io/bbolt"
)

type boltEngine struct{ db *bbolt.DB }

// openBolt opens bbolt with the settings without which it is unfit here: the
// map is reserved once, because growing it waits for every reader and so
// deadlocks a goroutine that reads and writes; and a locked file is waited for
// so long, not for ever. Where the system does not give that much address
// space the map is smaller.
func openBolt(path string, readOnly bool, wait time.Duration) (engine, error) {
	for _, reserve := range []int{64 << 30, 1 << 30} {
		db, err := bbolt.Open(path, 0o644, &bbolt.Options{
			Timeout:         wait,
			InitialMmapSize: reserve,
			FreelistType:    bbolt.FreelistMapType,
			ReadOnly:        readOnly,
		})
		if errors.Is(err, syscall.ENOMEM) {
			continue
		}
		if err != nil {
			return nil, err
		}
		db.AllocSize = 1 << 20 // bbolt's 16 MiB would be most of a small store
		return &boltEngine{db}, nil
	}
	return nil, fmt.Errorf("mapping %s into memory: %w", path, syscall.ENOMEM)
}

func (e *boltEngine) needs() uint64 { return 0 } // a commit that finds no space fails cleanly

func (e *boltEngine) empty() (empty bool, err error) {
	err = e.db.View(func(t *bbolt.Tx) error {
		first, _ := t.Cursor().First()
		empty = first == nil
		return nil
	})
	return empty, err
}

func (e *boltEngine) cayley() hkv.KV { return hbolt.New(e.db) }
func (e *boltEngine) close() error   { return e.db.Close() }

func (e *boltEngine) begin(write bool) (tx, error) {
	t, err := e.db.Begin(write)
	if err != nil {
		return nil, err
	}
	return &boltTx{tx: t}, nil
}

// fillPercent is how full a page stays when it is split. Most keys of a load are
// new ids and come in ascending order: where they are put nothing follows.
const fillPercent = 0.9

type boltTx struct {
	tx     *bbolt.Tx
	opened map[string]*bbolt.Bucket // for reading: bbolt would search each anew
}

func (t *boltTx) bucket(name []byte) *bbolt.Bucket {
	if t.tx.Writable() {
		return t.tx.Bucket(name)
	}
	if b := t.opened[string(name)]; b != nil {
		return b
	}
	b := t.tx.Bucket(name)
	if t.opened == nil || len(t.opened) > maxCached {
		t.opened = map[string]*bbolt.Bucket{}
	}
	t.opened[string(name)] = b
	return b
}

func (t *boltTx) get(bucket, key []byte) ([]byte, error) {
	b := t.bucket(bucket)
	if b == nil {
		return nil, nil
	}
	return b.Get(key), nil
}

func (t *boltTx) put(bucket, key, val []byte) error {
	b := t.tx.Bucket(bucket)
	if b == nil {
		var err error
		if b, err = t.tx.CreateBucket(bucket); err != nil {
			return err
		}
	}
	b.FillPercent = fillPercent
	return b.Put(key, val)
}

func (t *boltTx) extend(bucket, key, val []byte, fresh bool) error {
	if fresh {
		return t.put(bucket, key, val)
	}
	old, err := t.get(bucket, key)
	if err != nil {
		return err
	}
	return t.put(bucket, key, append(append(make([]byte, 0, len(old)+len(val)), old...), val...))
}

func (t *boltTx) del(bucket, key []byte) error {
	if b := t.tx.Bucket(bucket); b != nil {
		return b.Delete(key)
	}
	return nil
}

func (t *boltTx) cursor(bucket []byte) cursor {
	b := t.bucket(bucket)
	if b == nil {
		return noCursor{}
	}
	return &boltCursor{c: b.Cursor()}
}

func (t *boltTx) inOrder() bool { return true }

func (t *boltTx) count(letter byte) (n int, err error) {
	root := t.tx.Cursor()
	for name, _ := root.Seek([]byte{letter}); len(name) > 0 && name[0] == letter; name, _ = root.Next() {
		if len(name) != 3 {
			continue
		}
		c := t.tx.Bucket(name).Cursor()
		for key, _ := c.First(); key != nil; key, _ = c.Next() {
			n++
		}
	}
	return n, nil
}

func (t *boltTx) commit() error { return t.tx.Commit() }

func (t *boltTx) rollback() error {
	if err := t.tx.Rollback(); err != nil && err != bbolt.ErrTxClosed {
		return err
	}
	return nil
}

type boltCursor struct {
	c      *bbolt.Cursor
	prefix []byte
}

func (c *boltCursor) seek(prefix []byte) (key, val []byte) {
	c.prefix = prefix
	return c.bound(c.c.Seek(prefix))
}

func (c *boltCursor) next() (key, val []byte) { return c.bound(c.c.Next()) }

func (c *boltCursor) skip(prefix []byte) (key, val []byte) {
	end := successor(prefix)
	if end == nil {
		return nil, nil
	}
	return c.bound(c.c.Seek(end))
}

func (c *boltCursor) bound(key, val []byte) ([]byte, []byte) {
	if key == nil || !bytes.HasPrefix(key, c.prefix) {
		return nil, nil
	}
	return key, val
}

func (c *boltCursor) close() error { return nil }

// noCursor walks a bucket that does not exist.
type noCursor struct{}

func (noCursor) seek([]byte) (key, val []byte) { return nil, nil }
func (noCursor) next() (key, val []byte)       { return nil, nil }
func (noCursor) skip([]byte) (key, val []byte) { return nil, nil }
func (noCursor) close() error                  { return nil }

// successor returns the first key behind all that start with prefix, nil when there is none.
func successor(prefix []byte) []byte {
	end := bytes.Clone(prefix)
	for i := len(end) - 1; i >= 0; i-- {
		if end[i]++; end[i] != 0 {
			return end[:i+1]
		}
	}
	return nil
}
