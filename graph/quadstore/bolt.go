package quadstore

import (
	"bytes"
	"time"

	hkv "github.com/hidal-go/hidalgo/kv"
	hbolt "github.com/hidal-go/hidalgo/kv/bbolt"
	"go.etcd.io/bbolt"
)

// boltOptions are bbolt's with the two settings without which it is unfit
// here: the map is reserved once, because growing it waits for every reader
// and so deadlocks a goroutine that reads and writes; and opening waits a
// second for another process, not for ever.
func boltOptions(readOnly bool) *bbolt.Options {
	return &bbolt.Options{
		Timeout:         time.Second,
		InitialMmapSize: 64 << 30,
		FreelistType:    bbolt.FreelistMapType,
		ReadOnly:        readOnly,
	}
}

type boltEngine struct{ db *bbolt.DB }

func openBolt(path string, readOnly bool) (engine, error) {
	db, err := bbolt.Open(path, 0o644, boltOptions(readOnly))
	if err != nil {
		return nil, err
	}
	return &boltEngine{db}, nil
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

type boltTx struct{ tx *bbolt.Tx }

func (t *boltTx) get(bucket, key []byte) ([]byte, error) {
	b := t.tx.Bucket(bucket)
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
	return b.Put(key, val)
}

func (t *boltTx) del(bucket, key []byte) error {
	if b := t.tx.Bucket(bucket); b != nil {
		return b.Delete(key)
	}
	return nil
}

func (t *boltTx) cursor(bucket []byte) cursor {
	b := t.tx.Bucket(bucket)
	if b == nil {
		return noCursor{}
	}
	return &boltCursor{c: b.Cursor()}
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
