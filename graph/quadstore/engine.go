package quadstore

import "github.com/hidal-go/hidalgo/kv"

// engine is an ordered key-value store with buckets, snapshots and one writer:
// what bbolt and pebble have in common. Keys and values it returns are valid
// until the transaction ends (a cursor's: until it moves).
type engine interface {
	begin(write bool) (tx, error)
	empty() (bool, error)
	needs() uint64 // bytes that must be free for an update to be tried
	cayley() kv.KV // the same database, as cayley opens it
	close() error
}

type tx interface {
	get(bucket, key []byte) ([]byte, error) // nil when absent
	put(bucket, key, val []byte) error
	// extend puts val behind what the key has; fresh says that it has nothing.
	extend(bucket, key, val []byte, fresh bool) error
	del(bucket, key []byte) error
	cursor(bucket []byte) cursor
	// inOrder reports whether cursors return keys in the order of their bytes.
	inOrder() bool
	// count counts the entries of all buckets of three bytes that begin with letter.
	count(letter byte) (int, error)
	commit() error
	rollback() error // nothing after commit
}

// cursor walks one bucket in the engine's order of keys. Every key it returns
// starts with the prefix of the last seek; nil ends.
type cursor interface {
	seek(prefix []byte) (key, val []byte)
	next() (key, val []byte)
	// skip moves behind every key that starts with prefix, keeping the bounds of the last seek.
	skip(prefix []byte) (key, val []byte)
	close() error
}
