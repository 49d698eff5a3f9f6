package graph

import (
	"errors"

	"github.com/entente-kg/entente/graph/quadstore"
)

// The errors of opening and writing a store. Each says what to do.
type (
	// LockedError says that another process has the store open, and which.
	LockedError = quadstore.LockedError
	// SpaceError says that the disk is full.
	SpaceError = quadstore.SpaceError
	// PermissionError says that the store may not be read or written.
	PermissionError = quadstore.PermissionError
	// NotAStoreError says that something else is at the store's path.
	NotAStoreError = quadstore.NotAStoreError
	// VersionError says that another version of the program wrote the store.
	VersionError = quadstore.VersionError
	// CorruptError says that the store holds what cannot be.
	CorruptError = quadstore.CorruptError
	// Problem is one thing that Verify found.
	Problem = quadstore.Problem
)

var (
	// ErrNoStore is returned when a store is opened for reading and is not there.
	ErrNoStore = quadstore.ErrNotFound
	// ErrReadOnly is returned when a store opened for reading is written.
	ErrReadOnly = quadstore.ErrReadOnly
)

// errCorruptStore is wrapped where a store contradicts itself.
var errCorruptStore = errors.New("the store is damaged: run `entente verify`")
