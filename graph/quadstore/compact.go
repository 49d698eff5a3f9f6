package quadstore

import (
	"context"
	"errors"
	"os"
	"path/filepath"

	"go.etcd.io/bbolt"
)

// Compact writes a store anew without the space that removed quads left, and
// returns its size on disk before and after. A store that dies on the way is
// as it was; what is left beside it goes with the next Compact.
func (s *kvStore) Compact(ctx context.Context) (before, after int64, err error) {
	if s.ReadOnly {
		return 0, 0, ErrReadOnly
	}
	s.writer.Lock()
	defer s.writer.Unlock()
	e, err := s.live()
	if err != nil || s.path == "" {
		return 0, 0, err
	}
	before = diskUse(s.path)
	switch e := e.(type) {
	case *boltEngine:
		err = s.compactBolt(ctx, e)
	case *pebbleEngine:
		err = errors.Join(e.db.Flush(), e.db.Compact([]byte{0}, []byte{0xff}, true))
		s.shut() // what is obsolete goes when it is closed
		_, reopened := s.live()
		err = errors.Join(err, reopened)
	}
	return before, diskUse(s.path), explain(s.path, err)
}

// compactBolt copies the file and puts the copy in its place while the lock
// on the old one is held. Who waited for that lock finds the file changed and
// opens again; see sameFile.
func (s *kvStore) compactBolt(ctx context.Context, e *boltEngine) error {
	fresh := s.path + ".compacting"
	if err := os.Remove(fresh); err != nil && !errors.Is(err, os.ErrNotExist) {
		return err
	}
	dst, err := bbolt.Open(fresh, 0o644, &bbolt.Options{NoSync: true, FreelistType: bbolt.FreelistMapType})
	if err != nil {
		return errors.Join(err, os.Remove(fresh))
	}
	const txBytes = 16 << 20
	err = errors.Join(bbolt.Compact(dst, e.db, txBytes), ctx.Err())
	err = errors.Join(err, dst.Sync(), dst.Close())
	if err != nil {
		return errors.Join(err, os.Remove(fresh))
	}
	if err := os.Rename(fresh, s.path); err != nil {
		return err
	}
	s.shut()
	return syncFolder(filepath.Dir(s.path))
}

// syncFolder makes a renaming durable.
func syncFolder(path string) error {
	d, err := os.Open(path)
	if err != nil {
		return err
	}
	return errors.Join(d.Sync(), d.Close())
}

func diskUse(path string) (n int64) {
	_ = filepath.WalkDir(path, func(p string, _ os.DirEntry, _ error) error {
		if info, err := os.Stat(p); err == nil && !info.IsDir() {
			n += info.Size()
		}
		return nil
	})
	return n
}
