//go:build unix

package graph_test

import (
	"syscall"
	"time"
)

// cpu is the processor time this process has used: on a shared machine the
// only fair clock.
func cpu() time.Duration {
	var u syscall.Rusage
	_ = syscall.Getrusage(syscall.RUSAGE_SELF, &u) // cannot fail for oneself
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}
