//go:build linux || darwin

package quadstore

import (
	"errors"
	"os"
	"syscall"
)

// free returns how many bytes a user may still write to the disk of a path,
// and false where that cannot be told.
func free(path string) (uint64, bool) {
	var st syscall.Statfs_t
	if err := syscall.Statfs(path, &st); err != nil {
		return 0, false
	}
	return st.Bavail * uint64(st.Bsize), true
}

func inodeOf(path string) (uint64, bool) {
	var st syscall.Stat_t
	err := syscall.Stat(path, &st)
	return st.Ino, err == nil
}

// lockShared takes a shared lock on a file, which goes when it is closed. On a
// file system without locks nobody waits politely.
func lockShared(f *os.File) { _ = syscall.Flock(int(f.Fd()), syscall.LOCK_SH) }

// isShared reports whether another process holds a shared lock on a file.
func isShared(f *os.File) bool {
	return errors.Is(syscall.Flock(int(f.Fd()), syscall.LOCK_EX|syscall.LOCK_NB), syscall.EWOULDBLOCK)
}

// isExclusive reports whether another process holds an exclusive lock on a file.
func isExclusive(f *os.File) bool {
	return errors.Is(syscall.Flock(int(f.Fd()), syscall.LOCK_SH|syscall.LOCK_NB), syscall.EWOULDBLOCK)
}

// lockExclusive reports whether a file is now locked for nobody else. Where
// there are no locks it says so: the engine's lock is left to decide.
func lockExclusive(f *os.File) bool {
	return !errors.Is(syscall.Flock(int(f.Fd()), syscall.LOCK_EX|syscall.LOCK_NB), syscall.EWOULDBLOCK)
}
