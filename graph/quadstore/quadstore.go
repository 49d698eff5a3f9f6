package quadstore

import (
	"context"
	"iter"

	"github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/quad"
)

// Ref is the number a store gives to a value. It is never reused, and means
// nothing in another store. 0 is no value.
type Ref uint64

// Link is a quad in refs: subject, predicate, object, label.
type Link [4]Ref

// The positions of a link.
const (
	Subject = iota
	Predicate
	Object
	Label
)

// Pattern is a link in which 0 stands for anything.
type Pattern = Link

// matches reports whether l is one of those p describes.
func (p *Link) matches(l Link) bool {
	for i, want := range p {
		if want != 0 && want != l[i] {
			return false
		}
	}
	return true
}

// Entry is a subject filed under a key.
type Entry struct {
	Key string
	Ref Ref
}

// Note is a remark kept beside the quads, about them and not one of them: it is
// written in the update that it belongs to, and no export shows it.
type Note struct {
	Key  string
	Text []byte // nil in a change: the note goes
}

// View is a snapshot of a store. It is for one goroutine; close it.
type View interface {
	// Ref returns the number of a value, 0 when the store does not hold it.
	Ref(v quad.Value) (Ref, error)
	// Value returns the value of a number; nil for 0.
	Value(r Ref) (quad.Value, error)
	// Links yields every quad that matches.
	Links(p Pattern) iter.Seq2[Link, error]
	// Triples yields every distinct subject, predicate and object that match;
	// their label is not filled and must not be asked for. It is much cheaper
	// than Links where predicate or object are bound.
	Triples(p Pattern) iter.Seq2[Link, error]
	// Objects yields every distinct object of a predicate.
	Objects(predicate Ref) iter.Seq2[Ref, error]
	// Keyed yields the subjects filed under keys that begin with prefix, in the
	// order of the keys; see [Options.Keys].
	Keyed(prefix string) iter.Seq2[Entry, error]
	// Note returns what is noted under a key, nil when nothing is.
	Note(key string) ([]byte, error)
	// Notes yields the notes under keys that begin with prefix, in the order of
	// the keys.
	Notes(prefix string) iter.Seq2[Note, error]
	// Labels yields every label in use, 0 for quads without one.
	Labels() iter.Seq2[Ref, error]
	// Size is the number of quads.
	Size() (int64, error)
	Close() error
}

// Change is what an update does: first everything in Remove goes, then
// everything in Add comes. Removing what is not there and adding what is
// there are no errors and change nothing.
type Change struct {
	Add, Remove []quad.Quad
	Notes       []Note // the last one under a key holds
}

func (c *Change) isEmpty() bool { return len(c.Add)+len(c.Remove)+len(c.Notes) == 0 }

// Store is a place where quads are kept.
type Store interface {
	// View opens a snapshot for reading.
	View(ctx context.Context) (View, error)
	// Update applies the change that decide returns, whole and durable. Updates
	// run one after the other; decide sees the state the change applies to.
	Update(ctx context.Context, decide func(View) (Change, error)) error
	// Fill writes quads into an empty store, faster than updates, all or nothing.
	Fill(ctx context.Context, quads iter.Seq2[quad.Quad, error]) error
	// Cayley returns the store as cayley's query languages want it, for reading
	// only. It is valid until the next Update.
	Cayley() (graph.QuadStore, error)
	// Verify checks that the store agrees with itself.
	Verify(ctx context.Context) ([]Problem, error)
	// Compact gives back the space that removed quads left.
	Compact(ctx context.Context) (before, after int64, err error)
	// Yield lets processes in that wait to read, where a store is open in one
	// process at a time. Update does so by itself; a writer that pauses calls it.
	Yield()
	// Close gives the store back to other processes.
	Close() error
}

// QuadOf reads the values of a link.
func QuadOf(v View, l Link) (q quad.Quad, err error) {
	for i, d := range quad.Directions {
		val, err := v.Value(l[i])
		if err != nil {
			return q, err
		}
		q.Set(d, val)
	}
	return q, nil
}
