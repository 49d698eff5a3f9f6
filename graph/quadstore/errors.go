package quadstore

import (
	"errors"
	"fmt"
)

// FormatVersion is the version of what a store holds. A store written by a
// later version is refused, not misread.
const FormatVersion = 1

// ErrNotFound is returned for a store that does not exist and may not be created.
var ErrNotFound = errors.New("no store there")

// ErrReadOnly is returned by Update on a store opened for reading.
var ErrReadOnly = errors.New("the store was opened read-only")

// CorruptError says that a store holds what cannot be: the disk or another
// program changed it.
type CorruptError struct {
	Where string
	Bytes []byte
}

func (e *CorruptError) Error() string {
	return fmt.Sprintf("the store is damaged: %s holds % x; see what 'entente verify' finds, and restore a backup or load the articles into a new one",
		e.Where, e.Bytes[:min(len(e.Bytes), 32)])
}

func errCorrupt(where string, b []byte) error {
	return &CorruptError{Where: where, Bytes: append([]byte{}, b...)}
}

// VersionError says that a store was written by another version of the program.
type VersionError struct {
	Store, Program int64
}

func (e *VersionError) Error() string {
	if e.Store > e.Program {
		return fmt.Sprintf("the store has format %d, this program reads up to %d: use a newer entente", e.Store, e.Program)
	}
	return fmt.Sprintf("the store has format %d, this program needs %d: export it with the entente that wrote it and import that", e.Store, e.Program)
}

// engineFailure is what an engine panics with when it cannot go on.
type engineFailure struct {
	format string
	args   []any
}

func (f *engineFailure) Error() string { return fmt.Sprintf(f.format, f.args...) }
