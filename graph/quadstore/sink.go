package quadstore

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"sync"

	"github.com/cockroachdb/pebble/sstable"
	"go.etcd.io/bbolt"
)

// sink takes the entries of a new database, a part at a time or several at once:
// as many as it has lanes.
type sink interface {
	// part begins a part, which no other overlaps in its keys.
	part(name string) (part, error)
	lanes() int
	// order is that in which a part wants its keys.
	order() *byteOrder
	// finish makes all of it the contents of the store, at once and durably.
	finish() error
	// abandon drops what was written; nothing after finish.
	abandon()
}

// part takes entries in order and keeps no slice that it is given.
type part interface {
	put(bucket, key, val []byte) error
	end() error
}

func (s *kvStore) newSink(e engine) (sink, error) {
	switch e := e.(type) {
	case *boltEngine:
		return newBoltSink(s)
	case *pebbleEngine:
		return &pebbleSink{e: e, folder: filepath.Join(s.path, "filling"), bytes: escapedOrder()}, nil
	}
	return nil, fmt.Errorf("cannot fill a store on %T", e)
}

// boltSink writes a new file beside the store and puts it in its place.
type boltSink struct {
	store  *kvStore
	path   string
	db     *bbolt.DB
	tx     *bbolt.Tx
	name   []byte
	bucket *bbolt.Bucket
	n      int
	values []byte // of the transaction; bbolt copies keys only
}

func newBoltSink(s *kvStore) (sink, error) {
	path := s.path + ".filling"
	if err := os.Remove(path); err != nil && !errors.Is(err, os.ErrNotExist) {
		return nil, err
	}
	db, err := bbolt.Open(path, 0o644, &bbolt.Options{
		NoSync: true, NoGrowSync: true, FreelistType: bbolt.FreelistMapType, InitialMmapSize: 1 << 30,
	})
	if err != nil {
		_ = os.Remove(path) // of an open that failed half-way
		return nil, err
	}
	b := &boltSink{store: s, path: path, db: db}
	t, err := db.Begin(true)
	if err == nil {
		err = initialize(&boltTx{tx: t})
	}
	if err == nil {
		b.tx, err = db.Begin(true)
	}
	if err != nil {
		b.abandon()
		return nil, err
	}
	return b, nil
}

func (b *boltSink) part(string) (part, error) { return b, nil }
func (b *boltSink) lanes() int                { return 1 } // it is one tree
func (b *boltSink) order() *byteOrder         { return plainOrder() }
func (b *boltSink) end() error                { return nil }

// perCommit bounds the memory of a transaction.
const perCommit = 100_000

func (b *boltSink) put(bucket, key, val []byte) (err error) {
	if b.n++; b.n%perCommit == 0 {
		if err := b.tx.Commit(); err != nil {
			return err
		}
		if b.tx, err = b.db.Begin(true); err != nil {
			return err
		}
		b.bucket = nil
	}
	if b.bucket == nil || !bytes.Equal(b.name, bucket) {
		b.name = append(b.name[:0], bucket...)
		if b.bucket, err = b.tx.CreateBucketIfNotExists(bucket); err != nil {
			return err
		}
		b.bucket.FillPercent = 1 // keys come in order: no page is split later
	}
	return b.bucket.Put(key, b.keep(val))
}

// keep copies a value to where it stays.
func (b *boltSink) keep(val []byte) []byte {
	if cap(b.values)-len(b.values) < len(val) {
		b.values = make([]byte, 0, max(len(val), 1<<16)) // the transaction holds the one before
	}
	at := len(b.values)
	b.values = append(b.values, val...)
	return b.values[at:len(b.values):len(b.values)]
}

func (b *boltSink) finish() error {
	err := errors.Join(b.tx.Commit(), b.db.Sync(), b.db.Close())
	b.tx, b.db = nil, nil
	if err != nil {
		return errors.Join(err, os.Remove(b.path))
	}
	if err := os.Rename(b.path, b.store.path); err != nil {
		return err
	}
	b.store.shut()
	return syncFolder(filepath.Dir(b.store.path))
}

func (b *boltSink) abandon() {
	if b.tx != nil {
		_ = b.tx.Rollback()
	}
	if b.db != nil {
		_ = b.db.Close()
		_ = os.Remove(b.path)
	}
	b.tx, b.db = nil, nil
}

// pebbleSink writes sorted tables, which pebble takes over whole and all at once.
type pebbleSink struct {
	e      *pebbleEngine
	folder string
	bytes  *byteOrder
	mu     sync.Mutex
	tables []string
}

func (p *pebbleSink) lanes() int        { return runtime.GOMAXPROCS(0) }
func (p *pebbleSink) order() *byteOrder { return p.bytes }

// part begins a table of its own.
func (p *pebbleSink) part(string) (part, error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if err := p.e.fs.MkdirAll(p.folder, 0o755); err != nil {
		return nil, err
	}
	name := filepath.Join(p.folder, fmt.Sprintf("%06d.sst", len(p.tables)))
	f, err := p.e.fs.Create(name)
	if err != nil {
		return nil, err
	}
	p.tables = append(p.tables, name)
	w := sstable.NewWriter(f, sstable.WriterOptions{TableFormat: sstable.TableFormatRocksDBv2, FilterPolicy: filter()})
	return &pebblePart{w: w}, nil
}

func (p *pebbleSink) finish() error {
	if len(p.tables) == 0 {
		return nil
	}
	return p.e.db.Ingest(p.tables)
}

func (p *pebbleSink) abandon() { _ = p.e.fs.RemoveAll(p.folder) }

type pebblePart struct {
	w   *sstable.Writer
	key []byte
}

func (p *pebblePart) put(bucket, key, val []byte) error {
	p.key = escape(append(escape(p.key[:0], bucket), '/'), key)
	return p.w.Set(p.key, val)
}

func (p *pebblePart) end() error { return p.w.Close() }
