package main

import (
	"fmt"
	"os"
	"runtime/metrics"
	"time"
)

const guardInterval = 5 * time.Millisecond

// watch calls end when this process runs longer or takes more memory than it may.
func watch(l limits, end func(what string)) (stop func()) {
	done := make(chan struct{})
	began := time.Now()
	go func() {
		tick := time.NewTicker(guardInterval)
		defer tick.Stop()
		for {
			select {
			case <-done:
				return
			case now := <-tick.C:
				switch {
				case l.Time > 0 && now.Sub(began) > l.Time+graceTime:
					end(overtime(l.Time))
				case l.Memory > 0 && heapMiB() > l.Memory:
					end(overfull(l.Memory))
				}
			}
		}
	}()
	return func() { close(done) }
}

func overtime(limit time.Duration) string {
	return fmt.Sprintf("it ran longer than %s (--timeout)", limit)
}

func overfull(mebibytes int) string {
	return fmt.Sprintf("it took more than %d MiB of memory (--memory)", mebibytes)
}

// heapMiB is the memory this process holds for Go values.
func heapMiB() int {
	sample := []metrics.Sample{{Name: "/memory/classes/heap/objects:bytes"}}
	metrics.Read(sample)
	return int(sample[0].Value.Uint64() >> 20)
}

// endRun ends a process whose script cannot be stopped in another way.
func endRun(what string) {
	fmt.Fprintln(os.Stderr, "entente: the query was stopped:", what)
	os.Exit(exitBadData)
}
