package quadstore

import (
	"bufio"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"
)

// A store on disk is open for writing in one process, or for reading in
// several (bbolt; pebble lets in one of either kind). The engines lock their
// files; what is added here is manners:
//
// A reader that finds the store locked holds a shared lock on the waiting file
// beside it while it waits. A writer looks there after every update: if
// somebody waits it closes the store, lets the readers in, and opens it again
// when they have read. So a question asked during a long load is answered
// after the commit in progress, and never sees half of it.

// LockedError says that another process has the store open.
type LockedError struct {
	Path   string
	Holder string // "entente load news/ (process 4711)"; empty when it cannot be told
}

func (e *LockedError) Error() string {
	holder := e.Holder
	if holder == "" {
		holder = "another process"
	}
	return fmt.Sprintf("%s is in use by %s: wait for it to end, or give it time with --wait", e.Path, holder)
}

// retryEvery is how often a locked store is tried again.
const retryEvery = 20 * time.Millisecond

// politely opens the store, waiting its turn for as long as o.Wait.
func politely(path string, o Options, open func(time.Duration) (engine, error)) (engine, error) {
	e, err := open(retryEvery)
	if !isLocked(err) {
		return e, err
	}
	if o.ReadOnly {
		if ticket, err := os.OpenFile(waitingFile(path), os.O_CREATE|os.O_RDONLY, 0o644); err == nil {
			defer ticket.Close() // closing gives up the lock
			lockShared(ticket)
		}
	}
	began, said := time.Now(), o.Waiting == nil
	for {
		e, err = open(retryEvery)
		waited := time.Since(began)
		switch {
		case !isLocked(err):
			return e, err
		case waited > o.Wait:
			return nil, &LockedError{Path: path, Holder: holderOf(lockFile(path))}
		case waited > sayAfter && !said:
			said = true
			o.Waiting(holderOf(lockFile(path)))
		}
		time.Sleep(retryEvery)
	}
}

// sayAfter is how long a wait is not worth a word: a loader lets readers in
// sooner.
const sayAfter = 500 * time.Millisecond

func waitingFile(path string) string { return filepath.Clean(path) + ".waiting" }

// lockFile is the file the engine locks: bbolt's own, pebble's LOCK.
func lockFile(path string) string {
	if info, err := os.Stat(path); err == nil && info.IsDir() {
		return filepath.Join(path, "LOCK")
	}
	return path
}

// awaited reports whether a reader waits for the store.
func awaited(path string) bool {
	f, err := os.Open(waitingFile(path))
	if err != nil {
		return false // nobody ever waited
	}
	defer f.Close()
	return isShared(f)
}

// admit waits until every waiting reader has opened the store, or a second.
func admit(path string) {
	for deadline := time.Now().Add(time.Second); awaited(path) && time.Now().Before(deadline); {
		time.Sleep(retryEvery / 4)
	}
}

// holderOf says who has a file locked, as far as the kernel tells.
func holderOf(path string) string {
	inode, ok := inodeOf(path)
	if !ok {
		return ""
	}
	locks, err := os.Open("/proc/locks")
	if err != nil {
		return "" // not Linux
	}
	defer locks.Close()
	suffix := fmt.Sprintf(":%d", inode)
	for lines := bufio.NewScanner(locks); lines.Scan(); {
		// 1: FLOCK  ADVISORY  WRITE 4711 08:01:131 0 EOF
		f := strings.Fields(lines.Text())
		if len(f) < 6 || f[1] == "->" || !strings.HasSuffix(f[5], suffix) || f[4] == fmt.Sprint(os.Getpid()) {
			continue
		}
		command, err := os.ReadFile("/proc/" + f[4] + "/cmdline")
		if err != nil || len(command) == 0 {
			return "process " + f[4]
		}
		words := strings.ReplaceAll(strings.TrimRight(string(command), "\x00"), "\x00", " ")
		return fmt.Sprintf("%q (process %s)", words, f[4])
	}
	return ""
}
