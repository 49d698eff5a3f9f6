package main

import (
	"fmt"
	"io"
	"os"
	"runtime/metrics"
	"time"
)

// graceTime is how long a script that was told to stop may take to do so.
const graceTime = 500 * time.Millisecond

const guardInterval = 10 * time.Millisecond

// guard ends the process when a script runs longer or takes more memory than
// it may. A script can loop inside a regular expression or a huge string where
// nothing in this process can interrupt it, so the process is the unit that is
// stopped; the store is open for reading only and takes no harm.
func guard(talk io.Writer, limit time.Duration, mebibytes int) (stop func()) {
	done := make(chan struct{})
	go func() {
		tick := time.NewTicker(guardInterval)
		defer tick.Stop()
		deadline := time.Now().Add(limit)
		for {
			select {
			case <-done:
				return
			case now := <-tick.C:
				switch used := heapMiB(); {
				case now.After(deadline):
					giveUp(talk, fmt.Sprintf("it ran longer than %s (--timeout)", limit-graceTime))
				case mebibytes > 0 && used > mebibytes:
					giveUp(talk, fmt.Sprintf("it took more than %d MiB of memory (--memory)", mebibytes))
				}
			}
		}
	}()
	return func() { close(done) }
}

func giveUp(talk io.Writer, why string) {
	fmt.Fprintln(talk, "entente: the query was stopped:", why)
	os.Exit(exitBadData)
}

// heapMiB is the memory this process holds for Go values.
func heapMiB() int {
	sample := []metrics.Sample{{Name: "/memory/classes/heap/objects:bytes"}}
	metrics.Read(sample)
	return int(sample[0].Value.Uint64() >> 20)
}
