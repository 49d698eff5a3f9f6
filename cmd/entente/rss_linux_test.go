package main

import (
	"os"
	"syscall"
)

// mostMemory is the most memory that a process and its children took, in MiB.
func mostMemory(ended *os.ProcessState) (mebibytes int64, known bool) {
	usage, known := ended.SysUsage().(*syscall.Rusage)
	if !known {
		return 0, false
	}
	return usage.Maxrss >> 10, true
}
