package quadstore

import (
	"io"
	"os"
	"syscall"

	"github.com/cockroachdb/pebble/vfs"
)

// readerFS is the file system of a pebble that is only read. Pebble wants its
// lock for itself even then, and to write to it; this lock is shared by all who
// read, keeps writers out, and can be had on a disk that is read-only.
type readerFS struct{ vfs.FS }

// setOpenFileLock is F_OFD_SETLK of <fcntl.h>: the lock belongs to the open
// file, not to the process, which may open a store twice.
const setOpenFileLock = 37

func (readerFS) Lock(name string) (io.Closer, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	lock := syscall.Flock_t{Type: syscall.F_RDLCK, Whence: io.SeekStart}
	if err := syscall.FcntlFlock(f.Fd(), setOpenFileLock, &lock); err != nil {
		_ = f.Close()
		return nil, err
	}
	return f, nil
}
