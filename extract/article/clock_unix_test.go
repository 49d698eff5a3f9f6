//go:build unix

package article

import (
	"syscall"
	"time"
)

// cpu is the processor time that this process has used: that of the clock says
// little on a busy machine.
func cpu() time.Duration {
	var u syscall.Rusage
	_ = syscall.Getrusage(syscall.RUSAGE_SELF, &u) // cannot fail for oneself
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}
