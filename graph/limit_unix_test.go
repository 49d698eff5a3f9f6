//go:build unix

package graph

import "syscall"

// limitFiles lets no file of this process grow beyond so many bytes.
func limitFiles(bytes uint64) error {
	return syscall.Setrlimit(syscall.RLIMIT_FSIZE, &syscall.Rlimit{Cur: bytes, Max: bytes})
}
