package main

import (
	"runtime"
	"syscall"
	"time"
)

// confine has the kernel hold a script to its limits, should all else fail: it
// can write no file, take no more memory than it may, and no more processor
// time than its time on every core.
func confine(l limits) {
	set := func(what int, most uint64) {
		_ = syscall.Setrlimit(what, &syscall.Rlimit{Cur: most, Max: most}) // where it is refused the other guards remain
	}
	set(syscall.RLIMIT_FSIZE, 0)
	set(syscall.RLIMIT_CORE, 0)
	if l.Memory > 0 {
		set(syscall.RLIMIT_DATA, uint64(l.Memory)<<20+dataOfGo)
	}
	if l.Time > 0 {
		set(syscall.RLIMIT_CPU, uint64((l.Time+graceTime)/time.Second+1)*uint64(runtime.NumCPU()))
	}
}

// dataOfGo is what the runtime, its stacks and the tables of the program take.
const dataOfGo = 512 << 20
