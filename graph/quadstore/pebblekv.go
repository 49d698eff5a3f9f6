package quadstore

import (
	"bytes"
	"context"

	"github.com/cockroachdb/pebble"
	"github.com/hidal-go/hidalgo/kv/flat"
)

// pebbleKV shows a pebbleEngine to cayley through hidalgo's interface.
// Hidalgo's own adapter reads through an unsynchronised batch, which is no
// snapshot: a query could see half an article.
type pebbleKV struct{ e *pebbleEngine }

func (kv pebbleKV) Close() error { return nil } // the engine is closed by its owner

func (kv pebbleKV) Tx(_ context.Context, write bool) (flat.Tx, error) {
	t, err := kv.e.beginFlat(write)
	if err != nil {
		return nil, err
	}
	return flatTx{t}, nil
}

func (kv pebbleKV) View(ctx context.Context, fn func(flat.Tx) error) error {
	return flat.View(ctx, kv, fn)
}

func (kv pebbleKV) Update(ctx context.Context, fn func(flat.Tx) error) error {
	return flat.Update(ctx, kv, fn)
}

type flatTx struct{ t *pebbleTx }

func (f flatTx) Commit(context.Context) error { return f.t.commit() }
func (f flatTx) Close() error                 { return f.t.rollback() }

func (f flatTx) Get(_ context.Context, key flat.Key) (flat.Value, error) {
	val, err := f.t.getFlat(key)
	if err == nil && val == nil {
		err = flat.ErrNotFound
	}
	return val, err
}

func (f flatTx) GetBatch(ctx context.Context, keys []flat.Key) ([]flat.Value, error) {
	return flat.GetBatch(ctx, f, keys)
}

func (f flatTx) Put(_ context.Context, key flat.Key, val flat.Value) error {
	if f.t.batch == nil {
		return flat.ErrReadOnly
	}
	return f.t.batch.Set(key, val, nil)
}

func (f flatTx) Del(_ context.Context, key flat.Key) error {
	if f.t.batch == nil {
		return flat.ErrReadOnly
	}
	return f.t.batch.Delete(key, nil)
}

func (f flatTx) Scan(_ context.Context, opts ...flat.IteratorOption) flat.Iterator {
	var it flat.Iterator = &flatIterator{tx: f.t}
	return flat.ApplyIteratorOptions(it, opts)
}

// flatIterator opens pebble's iterator when it is first moved, with the bounds of its prefix.
type flatIterator struct {
	tx     *pebbleTx
	it     *pebble.Iterator
	prefix flat.Key
}

func (it *flatIterator) Reset() {
	if it.it != nil {
		it.it.Close()
		it.it = nil
	}
}

func (it *flatIterator) WithPrefix(prefix flat.Key) flat.Iterator {
	it.Reset()
	it.prefix = bytes.Clone(prefix)
	return it
}

func (it *flatIterator) open() {
	it.Reset()
	it.it = it.tx.reader.NewIter(&pebble.IterOptions{LowerBound: it.prefix, UpperBound: successor(it.prefix)})
}

func (it *flatIterator) Seek(_ context.Context, key flat.Key) bool {
	it.open()
	return it.it.SeekGE(key)
}

func (it *flatIterator) Next(context.Context) bool {
	if it.it == nil {
		it.open()
		return it.it.First()
	}
	return it.it.Next()
}

func (it *flatIterator) Key() flat.Key   { return it.it.Key() }
func (it *flatIterator) Val() flat.Value { return it.it.Value() }

func (it *flatIterator) Err() error {
	if it.it == nil {
		return nil
	}
	return it.it.Error()
}

func (it *flatIterator) Close() error {
	err := it.Err()
	it.Reset()
	return err
}
