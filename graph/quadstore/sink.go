package quadstore

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"

	"github.com/cockroachdb/pebble/sstable"
	"go.etcd.io/bbolt"
)

func (s *kvStore) newSink(e engine) (sink, error) {
	switch e := e.(type) {
	case *boltEngine:
		return newBoltSink(s)
	case *pebbleEngine:
		return &pebbleSink{e: e, folder: filepath.Join(s.path, "filling")}, nil
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

func (b *boltSink) order(x, y []byte) int { return bytes.Compare(x, y) }
func (b *boltSink) rank(id Ref) uint64    { return uint64(id) }

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
	return b.bucket.Put(key, val)
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
	tables []string
	w      *sstable.Writer
	space  []byte // what the keys of the table being written have in common
	held   []held // entries of the log that wait to be sorted
	block  uint64
	key    []byte
}

type held struct{ key, val []byte }

// order compares keys as pebble will see them: '/' and '\' are escaped by '\'.
func (p *pebbleSink) order(x, y []byte) int {
	for i := range min(len(x), len(y)) {
		if x[i] == y[i] {
			continue
		}
		if a, b := escaped(x[i]), escaped(y[i]); a != b {
			return int(a) - int(b)
		}
		return int(x[i]) - int(y[i])
	}
	return len(x) - len(y)
}

func escaped(c byte) byte {
	if c == '/' {
		return '\\'
	}
	return c
}

// rank replaces every byte of an id by its place in the order above: '/' comes
// just before '\', and what lies between them moves down.
func (p *pebbleSink) rank(id Ref) (rank uint64) {
	for shift := 56; shift >= 0; shift -= 8 {
		c := byte(id >> shift)
		switch {
		case c == '/':
			c = '\\' - 1
		case '/' < c && c < '\\':
			c--
		}
		rank = rank<<8 | uint64(c)
	}
	return rank
}

// put writes an entry. A table holds one index, all values, all counts, or
// 65,536 ids of the log: those share all but their last two bytes, so that
// sorting them among themselves sorts the log.
func (p *pebbleSink) put(bucket, key, val []byte) error {
	if !bytes.Equal(bucket, logBucket()) {
		if err := p.flushLog(); err != nil {
			return err
		}
		space := bucket
		if len(bucket) == 3 && (bucket[0] == 'v' || bucket[0] == 'n') {
			space = bucket[:1]
		}
		return p.append(space, bucket, key, val)
	}
	if block := uint64(key[0])<<40 | uint64(key[1])<<32 | uint64(key[2])<<24 | uint64(key[3])<<16 | uint64(key[4])<<8 | uint64(key[5]); block != p.block {
		if err := p.flushLog(); err != nil {
			return err
		}
		p.block = block
	}
	p.held = append(p.held, held{key, val})
	return nil
}

func (p *pebbleSink) flushLog() error {
	if len(p.held) == 0 {
		return nil
	}
	slices.SortFunc(p.held, func(a, b held) int { return p.order(a.key, b.key) })
	for _, e := range p.held {
		if err := p.append(fmt.Appendf(nil, "log %d", p.block), logBucket(), e.key, e.val); err != nil {
			return err
		}
	}
	p.held = p.held[:0]
	return nil
}

func (p *pebbleSink) append(space, bucket, key, val []byte) error {
	if p.w == nil || !bytes.Equal(space, p.space) {
		if err := p.next(space); err != nil {
			return err
		}
	}
	p.key = escape(append(escape(p.key[:0], bucket), '/'), key)
	return p.w.Set(p.key, val)
}

// next ends a table and begins another.
func (p *pebbleSink) next(space []byte) error {
	if err := p.end(); err != nil {
		return err
	}
	if err := p.e.fs.MkdirAll(p.folder, 0o755); err != nil {
		return err
	}
	name := filepath.Join(p.folder, fmt.Sprintf("%06d.sst", len(p.tables)))
	f, err := p.e.fs.Create(name)
	if err != nil {
		return err
	}
	p.tables = append(p.tables, name)
	p.space = bytes.Clone(space)
	p.w = sstable.NewWriter(f, sstable.WriterOptions{TableFormat: sstable.TableFormatRocksDBv2, FilterPolicy: filter()})
	return nil
}

func (p *pebbleSink) end() error {
	if p.w == nil {
		return nil
	}
	w := p.w
	p.w = nil
	return w.Close()
}

func (p *pebbleSink) finish() error {
	if err := errors.Join(p.flushLog(), p.end()); err != nil {
		return err
	}
	if len(p.tables) == 0 {
		return nil
	}
	return p.e.db.Ingest(p.tables)
}

func (p *pebbleSink) abandon() {
	_ = p.end()
	_ = p.e.fs.RemoveAll(p.folder)
}
