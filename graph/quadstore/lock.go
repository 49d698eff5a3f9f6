package quadstore

import (
	"bufio"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"
)

// A store on disk is open for writing in one process, or for reading in
// several. The engines lock their files; what is added here is manners:
//
// A writer locks the writer file beside the store for as long as it runs, so
// that no other comes in while it lets readers in.
//
// A reader that finds the store locked holds a shared lock on the waiting file
// beside it while it waits. A writer looks there after every update: if
// somebody waits it closes the store, lets the readers in, and opens it again
// when they have read. So a question asked during a long load is answered
// after the commit in progress, and never sees half of it.
//
// A writer that finds the store locked by readers holds the turn file beside it
// while it waits. Who comes to read then gives way for a while, so that readers
// who come and go without end, each before the last is gone, keep no writer out.

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
	if o.ReadOnly {
		giveWay(path)
	}
	e, err := open(retryEvery)
	if !isLocked(err) {
		return e, err
	}
	if o.ReadOnly {
		defer hold(waitingFile(path), lockShared)()
	} else {
		defer hold(turnFile(path), lockTurn)()
	}
	err = o.await(path, lockFile(path), sayAfter, func() (bool, error) {
		e, err = open(retryEvery)
		return !isLocked(err), err
	})
	return e, err
}

// hold locks a file beside the store, made where it can be, and returns what
// gives the lock up.
func hold(file string, lock func(*os.File)) (release func()) {
	f, err := os.OpenFile(file, os.O_CREATE|os.O_RDONLY, 0o644)
	if err != nil {
		return func() {} // a folder that is only read: no manners there
	}
	lock(f)
	return func() { _ = f.Close() }
}

// lockTurn takes the turn of a writer. Readers look at the file for a moment
// only.
func lockTurn(f *os.File) {
	for deadline := time.Now().Add(wayGiven); !lockExclusive(f) && time.Now().Before(deadline); {
		time.Sleep(retryEvery / 20)
	}
}

// wayGiven is how long who comes to read lets a waiting writer go first: longer
// than most questions take, so that those before it are answered by then.
const wayGiven = time.Second

// giveWay waits while a writer waits for its turn, for as long as wayGiven.
func giveWay(path string) {
	for deadline := time.Now().Add(wayGiven); isWanted(path) && time.Now().Before(deadline); {
		time.Sleep(retryEvery / 4)
	}
}

// isWanted reports whether a writer waits for its turn.
func isWanted(path string) bool {
	f, err := os.Open(turnFile(path))
	if err != nil {
		return false // no writer ever waited
	}
	defer f.Close()
	return isExclusive(f)
}

// sayAfter is how long a wait is not worth a word: a loader lets readers in
// sooner.
const sayAfter = 2 * time.Second

// await tries until it is done or o.Wait is over. After a while it says who has
// the file of the lock.
func (o Options) await(path, file string, silence time.Duration, try func() (done bool, err error)) error {
	began, said := time.Now(), o.Waiting == nil
	for {
		if done, err := try(); done {
			return err
		}
		switch waited := time.Since(began); {
		case waited >= o.Wait:
			return &LockedError{Path: path, Holder: holderOf(file)}
		case waited >= silence && !said:
			said = true
			o.Waiting(holderOf(file))
		}
		time.Sleep(retryEvery)
	}
}

func writerFile(path string) string { return filepath.Clean(path) + ".writer" }

// beWriter takes the writer's lock of a store, or waits for it. Where the file
// of the lock cannot be made there is none, and the engine's own lock decides.
func beWriter(path string, o Options) (lock *os.File, err error) {
	file := writerFile(path)
	err = o.await(path, file, 0, func() (bool, error) {
		f, err := os.OpenFile(file, os.O_CREATE|os.O_RDWR, 0o644)
		if err != nil {
			return true, nil
		}
		if !lockExclusive(f) {
			return false, f.Close()
		}
		mine, err := f.Stat()
		if now, gone := os.Stat(file); err != nil || gone != nil || !os.SameFile(mine, now) {
			return false, f.Close() // the one that had it removed it meanwhile
		}
		lock = f
		return true, nil
	})
	return lock, err
}

// resign gives the writer's lock up and clears away what was beside the store.
func resign(path string, lock *os.File) error {
	if lock == nil {
		return nil
	}
	if !awaited(path) {
		_ = os.Remove(waitingFile(path)) // mostly there is none
	}
	_ = os.Remove(turnFile(path)) // the turns were those of this writer
	return errors.Join(os.Remove(lock.Name()), lock.Close())
}

func waitingFile(path string) string { return filepath.Clean(path) + ".waiting" }

func turnFile(path string) string { return filepath.Clean(path) + ".turn" }

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
		if f[4] == "-1" {
			continue // the lock of an open file, see readerFS: of whose, the kernel does not tell
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
