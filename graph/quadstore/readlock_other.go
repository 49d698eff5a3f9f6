//go:build !linux

package quadstore

import "github.com/cockroachdb/pebble/vfs"

// readerFS is the file system of a pebble that is only read; elsewhere than on
// Linux one process reads at a time.
type readerFS struct{ vfs.FS }
