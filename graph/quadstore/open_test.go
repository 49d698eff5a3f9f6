package quadstore

import (
	"context"
	"errors"
	"path/filepath"
	"strings"
	"testing"

	"github.com/cayleygraph/quad"
	"go.etcd.io/bbolt"
)

func TestStoreOfALaterVersion(t *testing.T) {
	path := filepath.Join(t.TempDir(), "x.db")
	s, err := OpenBolt(path, Options{})
	if err != nil {
		t.Fatal(err)
	}
	tx, err := s.(*kvStore).engine.begin(true)
	if err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(putMeta(tx, "entente", FormatVersion+1), tx.commit(), s.Close()); err != nil {
		t.Fatal(err)
	}
	_, err = OpenBolt(path, Options{})
	var version *VersionError
	if !errors.As(err, &version) || !strings.Contains(err.Error(), "newer entente") {
		t.Errorf("%v, want a VersionError", err)
	}
}

func TestDatabaseOfSomebodyElse(t *testing.T) {
	path := filepath.Join(t.TempDir(), "x.db")
	db, err := bbolt.Open(path, 0o644, nil)
	if err != nil {
		t.Fatal(err)
	}
	err = db.Update(func(tx *bbolt.Tx) error {
		_, err := tx.CreateBucket([]byte("letters"))
		return err
	})
	if err := errors.Join(err, db.Close()); err != nil {
		t.Fatal(err)
	}
	_, err = OpenBolt(path, Options{})
	var other *NotAStoreError
	if !errors.As(err, &other) {
		t.Errorf("%v, want a NotAStoreError", err)
	}
}

// A change that cannot be written changes nothing, and the next one works:
// cayley's own writer would store it under other names (its cache of ids
// keeps those of the failed transaction).
func TestFailedUpdateLeavesNoTrace(t *testing.T) {
	onEach(t, func(t *testing.T, open func(testing.TB) Store) {
		s := open(t)
		good := quad.Make(quad.IRI("a"), quad.IRI("p"), quad.IRI("b"), quad.IRI("l"))
		bad := quad.Quad{Subject: quad.IRI("new"), Predicate: quad.IRI("p")}
		err := s.Update(context.Background(), func(View) (Change, error) {
			return Change{Add: []quad.Quad{quad.Make(quad.IRI("new"), quad.IRI("p"), quad.IRI("c"), nil), bad}}, nil
		})
		if err == nil {
			t.Fatal("a quad without an object was stored")
		}
		update(t, s, []quad.Quad{good}, nil)
		if got := contents(t, s); len(got) != 1 || got[0] != good.NQuad() {
			t.Errorf("%q, want the good quad alone", got)
		}
		if problems, err := s.Verify(context.Background()); err != nil || len(problems) > 0 {
			t.Errorf("%v, %v", problems, err)
		}
	})
}

// After a write that failed the store on disk is opened again before anything
// else is asked of it: neither engine promises anything about its memory then.
func TestStoreIsOpenedAgainAfterAFailure(t *testing.T) {
	onEach(t, func(t *testing.T, open func(testing.TB) Store) {
		s, onDisk := open(t).(*kvStore)
		if !onDisk || s.reopen == nil {
			t.Skip("there is nothing to open again")
		}
		opened, reopen := 0, s.reopen
		s.reopen = func() (engine, error) { opened++; return reopen() }
		for n := 1; n <= 3; n++ {
			err := s.Update(context.Background(), func(View) (Change, error) {
				return Change{Add: []quad.Quad{{Subject: quad.IRI("s"), Predicate: quad.IRI("p")}}}, nil
			})
			if err == nil {
				t.Fatal("a quad without an object was stored")
			}
			update(t, s, []quad.Quad{quad.Make(quad.IRI("s"), quad.IRI("p"), quad.Int(n), nil)}, nil)
			if opened != n || len(contents(t, s)) != n {
				t.Errorf("after %d failures it was opened %d times and holds %q", n, opened, contents(t, s))
			}
		}
	})
}

// Verify finds what is wrong, wherever it is.
func TestVerifyFindsDamage(t *testing.T) {
	for name, harm := range map[string]func(tx) error{
		"index ops": func(t tx) error { return drop(t, "ops") },
		"index cs":  func(t tx) error { return drop(t, "cs") },
		"log":       func(t tx) error { return drop(t, "log") },
		"meta":      func(t tx) error { return putMeta(t, "size", 7) },
		"counts": func(t tx) error {
			h := hashOf(quad.IRI("a"))
			return t.put(h.countBucket(), h[:], []byte{9})
		},
		"values": func(t tx) error {
			h := hashOf(quad.IRI("a"))
			return t.del(h.valueBucket(), h[:])
		},
	} {
		s, err := OpenMemory(Options{})
		if err != nil {
			t.Fatal(err)
		}
		update(t, s, []quad.Quad{quad.Make(quad.IRI("a"), quad.IRI("p"), quad.IRI("b"), quad.IRI("l"))}, nil)
		tx, err := s.(*kvStore).engine.begin(true)
		if err != nil {
			t.Fatal(err)
		}
		if err := errors.Join(harm(tx), tx.commit()); err != nil {
			t.Fatal(err)
		}
		problems, err := s.Verify(context.Background())
		found := false
		for _, p := range problems {
			found = found || p.Where == name
		}
		if err != nil || !found {
			t.Errorf("%s: %v, %v", name, problems, err)
		}
	}
}

// drop deletes the first entry of a bucket.
func drop(t tx, bucket string) error {
	c := t.cursor([]byte(bucket))
	key, _ := c.seek(nil)
	key = append([]byte{}, key...)
	return errors.Join(c.close(), t.del([]byte(bucket), key))
}
