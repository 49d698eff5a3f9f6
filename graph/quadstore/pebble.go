package quadstore

import (
	"errors"

	"github.com/cayleygraph/quad"
	"github.com/cockroachdb/pebble"
	"github.com/cockroachdb/pebble/bloom"
	"github.com/cockroachdb/pebble/vfs"
	hkv "github.com/hidal-go/hidalgo/kv"
	"github.com/hidal-go/hidalgo/kv/flat"
)

// pebbleEngine is a log-structured merge tree: it takes writes faster than
// bbolt and needs a quarter of the space; it answers two to four times slower.
type pebbleEngine struct {
	db       *pebble.DB
	fs       vfs.FS
	readOnly bool
	sync     *pebble.WriteOptions
}

// memTable is how much is gathered in memory before it is written sorted.
const memTable = 32 << 20

// mergedAt is how many layers of written-out memory are gathered before they are
// merged into the levels below, which rewrites those: twice pebble's own number
// halves that. A search pays little, for the filters tell it which layers to read.
// A writer is held up only when there are three times as many.
const mergedAt = 8

// The blocks that are kept in memory. A writer looks up every value it is given:
// when its cache no longer holds the blocks where the counts of all values are, a
// quad costs twice as much.
const (
	writerCache = 128 << 20
	readerCache = 64 << 20
)

func openPebble(path string, readOnly bool) (engine, error) {
	fs, cache := vfs.Default, int64(writerCache)
	if readOnly {
		fs, cache = readerFS{fs}, readerCache
	}
	return newPebble(path, &pebble.Options{
		FS:                    fs,
		Comparer:              comparer(),
		ReadOnly:              readOnly,
		Logger:                quiet{},
		MemTableSize:          memTable,
		L0CompactionThreshold: mergedAt,
		L0StopWritesThreshold: 3 * mergedAt,
		Levels:                []pebble.LevelOptions{{FilterPolicy: filter()}},
		Cache:                 pebble.NewCache(cache),
	})
}

// comparer is pebble's own, told that the prefix of a key is all of it: only
// where keys have prefixes does this pebble ask its filters. It keeps the name,
// and so the format on disk.
func comparer() *pebble.Comparer {
	c := *pebble.DefaultComparer
	c.Split = func(key []byte) int { return len(key) }
	return &c
}

// filter lets a search for what is not there end without reading a table; ten
// bits a key is one mistake in a hundred.
func filter() pebble.FilterPolicy { return bloom.FilterPolicy(10) }

// openMemory opens a pebble that lives and dies with the process.
func openMemory() (engine, error) {
	return newPebble("", &pebble.Options{FS: vfs.NewMem(), Comparer: comparer(), Logger: quiet{}, DisableWAL: true})
}

func newPebble(path string, o *pebble.Options) (engine, error) {
	db, err := pebble.Open(path, o)
	if o.Cache != nil {
		o.Cache.Unref() // the database holds its own reference
	}
	if err != nil {
		return nil, err
	}
	e := &pebbleEngine{db: db, fs: o.FS, readOnly: o.ReadOnly, sync: pebble.Sync}
	if o.DisableWAL {
		e.sync = pebble.NoSync
	}
	return e, nil
}

// quiet drops pebble's talk: a library does not log. Fatalf is called where
// pebble cannot go on; the panic is turned into an error by the writer.
type quiet struct{}

func (quiet) Infof(string, ...any) {}
func (quiet) Fatalf(format string, args ...any) {
	panic(&engineFailure{format: format, args: args})
}

// needs is the space pebble must find to write out its memory beside the log
// that still holds it. Without it pebble ends the process, so updates stop before.
func (e *pebbleEngine) needs() uint64 { return 2 * memTable }

func (e *pebbleEngine) empty() (bool, error) {
	it := e.db.NewIter(nil)
	empty := !it.First()
	return empty, errors.Join(it.Error(), it.Close())
}

func (e *pebbleEngine) cayley() hkv.KV { return flat.Upgrade(pebbleKV{e}) }
func (e *pebbleEngine) close() error   { return e.db.Close() }

func (e *pebbleEngine) begin(write bool) (tx, error) {
	t, err := e.beginFlat(write)
	if err != nil {
		return nil, err
	}
	return t, nil
}

func (e *pebbleEngine) beginFlat(write bool) (*pebbleTx, error) {
	switch {
	case !write:
		snap := e.db.NewSnapshot()
		return &pebbleTx{reader: snap, done: snap.Close}, nil
	case e.readOnly:
		return nil, pebble.ErrReadOnly
	}
	batch := e.db.NewIndexedBatch()
	return &pebbleTx{reader: batch, batch: batch, sync: e.sync, done: batch.Close}, nil
}

// pebbleTx reads a snapshot, or a batch over the database as it is: there is
// only one writer, so the two are the same to it.
type pebbleTx struct {
	reader pebble.Reader
	batch  *pebble.Batch // nil for reading
	sync   *pebble.WriteOptions
	done   func() error
	keys   []byte
	points *pebble.Iterator // for get; made when first wanted
}

// key joins bucket and key as hidalgo does for flat stores: escaped, with a slash between.
func (t *pebbleTx) key(bucket, key []byte) []byte {
	t.keys = append(escape(t.keys[:0], bucket), '/')
	t.keys = escape(t.keys, key)
	return t.keys
}

func escape(dst, src []byte) []byte {
	for _, c := range src {
		if c == '\\' || c == '/' {
			dst = append(dst, '\\')
		}
		dst = append(dst, c)
	}
	return dst
}

func unescape(dst, src []byte) []byte {
	for i := 0; i < len(src); i++ {
		if src[i] == '\\' && i+1 < len(src) {
			i++
		}
		dst = append(dst, src[i])
	}
	return dst
}

func (t *pebbleTx) get(bucket, key []byte) ([]byte, error) { return t.getFlat(t.key(bucket, key)) }

// getFlat looks a key up by an iterator that stays open: unlike pebble's Get it
// asks the filters, and keeps the tables it has read from at hand. It sees what
// the batch has written since.
func (t *pebbleTx) getFlat(key []byte) ([]byte, error) {
	if t.points == nil {
		t.points = t.reader.NewIter(nil)
	}
	if !t.points.SeekPrefixGE(key) {
		return nil, t.points.Error()
	}
	return append([]byte{}, t.points.Value()...), nil
}

func (t *pebbleTx) put(bucket, key, val []byte) error {
	if t.batch == nil {
		return pebble.ErrReadOnly
	}
	return t.batch.Set(t.key(bucket, key), val, nil)
}

// extend leaves the joining to pebble, whose own operator it is: it reads nothing,
// and a long list is not written again with every commit that adds to it, only
// when tables are merged anyway.
func (t *pebbleTx) extend(bucket, key, val []byte, fresh bool) error {
	switch {
	case fresh:
		return t.put(bucket, key, val)
	case t.batch == nil:
		return pebble.ErrReadOnly
	}
	return t.batch.Merge(t.key(bucket, key), val, nil)
}

func (t *pebbleTx) del(bucket, key []byte) error {
	if t.batch == nil {
		return pebble.ErrReadOnly
	}
	return t.batch.Delete(t.key(bucket, key), nil)
}

func (t *pebbleTx) commit() error {
	if t.batch == nil {
		return pebble.ErrReadOnly
	}
	err := errors.Join(t.closePoints(), t.batch.Commit(t.sync))
	return errors.Join(err, t.rollback())
}

func (t *pebbleTx) closePoints() error {
	if t.points == nil {
		return nil
	}
	points := t.points
	t.points = nil
	return points.Close()
}

func (t *pebbleTx) rollback() error {
	if t.done == nil {
		return nil
	}
	done := t.done
	t.done = nil
	return errors.Join(t.closePoints(), done())
}

func (t *pebbleTx) cursor(bucket []byte) cursor {
	root := append(escape(nil, bucket), '/')
	return &pebbleCursor{it: t.reader.NewIter(&pebble.IterOptions{LowerBound: root, UpperBound: successor(root)}), root: root}
}

// inOrder is false: what is escaped in a key sorts elsewhere.
func (t *pebbleTx) inOrder() bool { return false }

func (t *pebbleTx) count(letter byte) (n int, err error) {
	it := t.reader.NewIter(&pebble.IterOptions{LowerBound: []byte{letter}, UpperBound: []byte{letter + 1}})
	for ok := it.First(); ok; ok = it.Next() {
		if key := unescape(nil, it.Key()); len(key) == 3+1+quad.HashSize {
			n++
		}
	}
	return n, errors.Join(it.Error(), it.Close())
}

type pebbleCursor struct {
	it     *pebble.Iterator
	root   []byte // the bucket's escaped prefix
	prefix []byte // with the escaped prefix of the last seek
	buf    []byte // unescaped key
}

func (c *pebbleCursor) seek(prefix []byte) (key, val []byte) {
	c.prefix = escape(append(c.prefix[:0], c.root...), prefix)
	c.it.SeekGE(c.prefix)
	return c.here()
}

func (c *pebbleCursor) next() (key, val []byte) {
	c.it.Next()
	return c.here()
}

func (c *pebbleCursor) skip(prefix []byte) (key, val []byte) {
	end := successor(escape(append([]byte{}, c.root...), prefix))
	if end == nil {
		return nil, nil
	}
	c.it.SeekGE(end)
	return c.here()
}

func (c *pebbleCursor) here() (key, val []byte) {
	if !c.it.Valid() || !hasPrefix(c.it.Key(), c.prefix) {
		return nil, nil
	}
	c.buf = unescape(c.buf[:0], c.it.Key()[len(c.root):])
	return c.buf, c.it.Value()
}

func hasPrefix(key, prefix []byte) bool {
	return len(key) >= len(prefix) && string(key[:len(prefix)]) == string(prefix)
}

func (c *pebbleCursor) close() error { return c.it.Close() }
