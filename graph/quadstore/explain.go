package quadstore

import (
	"errors"
	"fmt"
	"io/fs"
	"strings"
	"syscall"

	"go.etcd.io/bbolt"
)

// SpaceError says that a disk is full. What was being written did not happen.
type SpaceError struct {
	Path string
	Err  error
}

func (e *SpaceError) Error() string {
	return fmt.Sprintf("no space left for %s: nothing of this batch was stored, what was there is intact; free some space and run again", e.Path)
}
func (e *SpaceError) Unwrap() error { return e.Err }

// PermissionError says that a store may not be opened or written.
type PermissionError struct {
	Path string
	Err  error
}

func (e *PermissionError) Error() string {
	return fmt.Sprintf("%s may not be written or read by this user: check its permissions, or whether the disk is read-only (%v)", e.Path, e.Err)
}
func (e *PermissionError) Unwrap() error { return e.Err }

// NotAStoreError says that there is something else at the path of a store.
type NotAStoreError struct {
	Path, Why string
}

func (e *NotAStoreError) Error() string {
	return fmt.Sprintf("%s is no store: %s; give another path", e.Path, e.Why)
}

// explain gives an engine's error the type that says what to do about it.
func explain(path string, err error) error {
	switch {
	case err == nil:
		return nil
	case errors.Is(err, syscall.ENOSPC), errors.Is(err, syscall.EDQUOT), errors.Is(err, syscall.EFBIG),
		strings.Contains(err.Error(), "file resize error"): // bbolt does not wrap this one
		return &SpaceError{path, err}
	case errors.Is(err, fs.ErrPermission), errors.Is(err, syscall.EROFS):
		return &PermissionError{path, err}
	case errors.Is(err, bbolt.ErrInvalid), errors.Is(err, bbolt.ErrVersionMismatch), errors.Is(err, bbolt.ErrChecksum):
		return &NotAStoreError{path, "it is a file of another kind, or damaged"}
	case errors.Is(err, syscall.EISDIR):
		return &NotAStoreError{path, "it is a folder; a pebble store is named pebble:" + path}
	case errors.Is(err, syscall.ENOTDIR):
		return &NotAStoreError{path, "it is a file, or below one; a bbolt store is named bolt:" + path}
	}
	return fmt.Errorf("%s: %w", path, err)
}

// isLocked reports whether an engine could not open a store because another has.
func isLocked(err error) bool {
	return errors.Is(err, bbolt.ErrTimeout) || errors.Is(err, syscall.EAGAIN) || errors.Is(err, syscall.EWOULDBLOCK) ||
		err != nil && strings.Contains(err.Error(), "lock held by current process")
}
