package main

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"golang.org/x/sys/unix"
)

// TestREPLOutlivesItsQueries: on a terminal Ctrl-C and the time limit end a query
// that nothing inside its process could stop, and the session goes on; the next
// one finds its history.
func TestREPLOutlivesItsQueries(t *testing.T) {
	dir := exampleFolder(t)
	shell(t, dir, "entente load --store s.db examples/articles")
	const deaf = `/^((a+)+)\1b$/.test("` + "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!" + `")`
	hopes := `g.V("Blinken").Out("met-with").All()`

	first := openTerminal(t, dir, "repl", "--store", "s.db", "--timeout", "1h", "--memory", "300")
	first.expect("> ")
	first.enter(deaf)
	first.interrupt("the query was interrupted")
	first.enter(hopes)
	first.expect("Sergey Lavrov")
	first.enter(`var s = "x"; while (true) s = s + s`)
	first.expect("more than 300 MiB of memory (--memory)")
	first.enter("\x03") // at the prompt it drops what is typed
	first.enter(".format csv")
	first.enter(hopes)
	first.expect("id\r\n")
	first.enter("\x04")
	if err := first.ends(); err != nil {
		t.Errorf("left with Ctrl-D: %v", err)
	}

	second := openTerminal(t, dir, "repl", "--store", "s.db", "--timeout", "5s") // which the good query has as well
	second.expect("> ")
	second.enter(deaf)
	second.expect("it ran longer than 5s (--timeout)")
	second.enter("\x1b[A\x1b[A") // back beyond it: what the first session asked last
	second.expect("Sergey Lavrov")
	if out := shell(t, dir, "entente load --wait 0s --store s.db examples/articles"); !strings.Contains(out, "loaded 16 articles") {
		t.Errorf("a session that waits is in the way of a load: %s", out)
	}
	second.enter(`.qu` + "\t")
	if err := second.ends(); err != nil {
		t.Errorf("left with .quit, completed: %v", err)
	}
}

// session is a program on a terminal of its own.
type session struct {
	t    *testing.T
	cmd  *exec.Cmd
	tty  *os.File
	mu   sync.Mutex
	seen bytes.Buffer // what it has shown since the last expect
}

func openTerminal(t *testing.T, dir string, args ...string) *session {
	tty, other := newTTY(t)
	cmd := exec.Command("entente", args...)
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), "TERM=xterm", "NO_COLOR=1", "XDG_CACHE_HOME="+filepath.Join(dir, "cache"))
	cmd.Stdin, cmd.Stdout, cmd.Stderr = other, other, other
	cmd.SysProcAttr = &syscall.SysProcAttr{Setsid: true, Setctty: true}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	other.Close()
	s := &session{t: t, cmd: cmd, tty: tty}
	t.Cleanup(func() { _ = cmd.Process.Kill() })
	go func() {
		buf := make([]byte, 4096)
		for {
			n, err := tty.Read(buf)
			s.mu.Lock()
			s.seen.Write(buf[:n])
			s.mu.Unlock()
			if err != nil {
				return
			}
		}
	}()
	return s
}

// newTTY opens a pseudo-terminal of 24 lines of 100 columns.
func newTTY(t *testing.T) (ours, its *os.File) {
	ours, err := os.OpenFile("/dev/ptmx", os.O_RDWR, 0)
	if err != nil {
		t.Skip("no pseudo-terminals here: ", err)
	}
	t.Cleanup(func() { ours.Close() })
	fd := int(ours.Fd())
	n, err := unix.IoctlGetInt(fd, unix.TIOCGPTN)
	if err == nil {
		err = unix.IoctlSetPointerInt(fd, unix.TIOCSPTLCK, 0)
	}
	if err == nil {
		err = unix.IoctlSetWinsize(fd, unix.TIOCSWINSZ, &unix.Winsize{Row: 24, Col: 100})
	}
	if err != nil {
		t.Skip("no pseudo-terminals here: ", err)
	}
	its, err = os.OpenFile(fmt.Sprint("/dev/pts/", n), os.O_RDWR|syscall.O_NOCTTY, 0)
	if err != nil {
		t.Skip("no pseudo-terminals here: ", err)
	}
	return ours, its
}

// enter types a line, or a control character.
func (s *session) enter(line string) {
	if line != "\x03" && line != "\x04" {
		line += "\r"
	}
	if _, err := s.tty.WriteString(line); err != nil {
		s.t.Fatal(err)
	}
}

// expect waits until the program shows something, and then forgets what it has shown.
func (s *session) expect(text string) {
	s.t.Helper()
	if !s.shows(text, patience) {
		s.t.Fatalf("no %q on the terminal but %q", text, s.seen.String())
	}
}

// interrupt types Ctrl-C until the program shows something: what is to be
// interrupted may not be under way yet.
func (s *session) interrupt(text string) {
	s.t.Helper()
	time.Sleep(300 * time.Millisecond)
	for range int(patience / (5 * time.Second)) {
		s.enter("\x03")
		if s.shows(text, 5*time.Second) {
			return
		}
	}
	s.t.Fatalf("no %q on the terminal but %q", text, s.seen.String())
}

// shows waits so long for the program to show something.
func (s *session) shows(text string, wait time.Duration) bool {
	for deadline := time.Now().Add(wait); time.Now().Before(deadline); time.Sleep(10 * time.Millisecond) {
		s.mu.Lock()
		seen := s.seen.String()
		at := strings.Index(seen, text)
		if at >= 0 {
			s.seen.Reset()
			s.seen.WriteString(seen[at+len(text):])
		}
		s.mu.Unlock()
		if at >= 0 {
			return true
		}
	}
	return false
}

func (s *session) ends() error {
	done := make(chan error, 1)
	go func() { done <- s.cmd.Wait() }()
	select {
	case err := <-done:
		return err
	case <-time.After(patience):
		return fmt.Errorf("still there, showing %q", s.seen.String())
	}
}
