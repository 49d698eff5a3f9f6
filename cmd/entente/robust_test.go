package main

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"
)

// TestKilledLoad: a load that is killed in the middle harms nothing, and the
// next one makes the graph that an undisturbed load makes.
func TestKilledLoad(t *testing.T) {
	dir := exampleFolder(t)
	shell(t, dir, "entente load --store whole.db examples/articles")
	want := shell(t, dir, "entente export nquads --store whole.db")
	for _, delay := range []time.Duration{50 * time.Millisecond, 250 * time.Millisecond, 600 * time.Millisecond} {
		load := background(t, dir, "load", "--store", "killed.db", "--jobs", "1", "examples/articles")
		time.Sleep(delay)
		_ = load.Process.Kill() // it may be done already
		_ = load.Wait()
	}
	shell(t, dir, "entente load --store killed.db examples/articles")
	if got := shell(t, dir, "entente export nquads --store killed.db"); got != want {
		t.Errorf("after kills %d bytes, undisturbed %d", len(got), len(want))
	}
}

// TestAnyOrderSameBytes: the order of the articles, the number of jobs and of
// loads leave no trace in the graph.
func TestAnyOrderSameBytes(t *testing.T) {
	dir := exampleFolder(t)
	want := ""
	for i, load := range []string{
		"entente load --store s.db examples/articles",
		"entente load --store s.db --jobs 4 $(ls -r examples/articles/*)",
		"entente load --store s.db --jobs 1 examples/articles/2018* && entente load --store s.db examples/articles && entente load --store s.db examples/articles",
	} {
		shell(t, dir, "rm -f s.db*; "+load)
		got := shell(t, dir, "entente export nquads --store s.db")
		if i == 0 {
			want = got
		}
		if got != want || strings.Count(got, "\n") < 1000 {
			t.Errorf("%s: %d bytes, want %d", load, len(got), len(want))
		}
	}
}

// TestWatchLoads: what arrives in a watched folder is in the graph soon, and an
// interrupt ends the watch with what was loaded.
func TestWatchLoads(t *testing.T) {
	dir := exampleFolder(t)
	incoming := filepath.Join(dir, "incoming")
	if err := os.Mkdir(incoming, 0o755); err != nil {
		t.Fatal(err)
	}
	load := background(t, dir, "load", "--watch", "--store", "w.db", "incoming", "examples/articles/2015-02-12-minsk.txt")
	eventually(t, "the article that was there is in the graph", func() bool { return stored(t, dir, "w.db") == 1 })
	shell(t, dir, "cp examples/articles/2018-06-12-singapore.txt incoming/")
	eventually(t, "the article that arrived is in the graph", func() bool { return stored(t, dir, "w.db") == 2 })
	_ = load.Process.Signal(syscall.SIGINT)
	_ = load.Wait()
	if code := load.ProcessState.ExitCode(); code != exitInterrupted {
		t.Errorf("exit code %d, want %d\n%s", code, exitInterrupted, load.talk)
	}
	if got := stored(t, dir, "w.db"); got != 2 {
		t.Errorf("%d articles after the watch\n%s", got, load.talk)
	}
}

// stored is how many articles are in a store, 0 when there is none yet.
func stored(t *testing.T, dir, store string) int {
	t.Helper()
	listed := shell(t, dir, "entente articles list --wait 2m --format csv --store "+store)
	_, rows, _ := strings.Cut(listed, "published,title,publisher,events,actors,id\n")
	return strings.Count(rows, "\n")
}

// another is entente in a process of its own.
type another struct {
	*exec.Cmd
	talk *talk
}

// talk is what a process has said so far.
type talk struct {
	mu   sync.Mutex
	said bytes.Buffer
}

func (t *talk) Write(p []byte) (int, error) {
	t.mu.Lock()
	defer t.mu.Unlock()
	return t.said.Write(p)
}

func (t *talk) String() string {
	t.mu.Lock()
	defer t.mu.Unlock()
	return t.said.String()
}

// background starts entente in dir. It is killed when it hangs.
func background(t *testing.T, dir string, args ...string) another {
	t.Helper()
	cmd := another{exec.CommandContext(patiently(t), "entente", args...), &talk{}}
	cmd.Dir, cmd.Stderr, cmd.WaitDelay = dir, cmd.talk, time.Second
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	return cmd
}

// TestInterruptedLoad: Ctrl-C commits the articles that were read, says how to
// go on, and going on reads no article twice.
func TestInterruptedLoad(t *testing.T) {
	dir := exampleFolder(t)
	var lines strings.Builder
	for n := range 2000 {
		fmt.Fprintf(&lines, `{"id":"%d","published":"2022-01-18","text":"Number %d. Lind met Vasile in Lima on Monday. They spoke to Peruvian President Pedro Castillo."}`+"\n", n, n)
	}
	if err := os.WriteFile(filepath.Join(dir, "many.jsonl"), []byte(lines.String()), 0o644); err != nil {
		t.Fatal(err)
	}
	load := background(t, dir, "load", "--store", "s.db", "--jobs", "1", "many.jsonl")
	eventually(t, "a group of articles is in the graph", func() bool { return stored(t, dir, "s.db") > 0 })
	_ = load.Process.Signal(syscall.SIGINT)
	_ = load.Wait()
	if code := load.ProcessState.ExitCode(); code != exitInterrupted {
		t.Fatalf("exit code %d, want %d\n%s", code, exitInterrupted, load.talk)
	}
	if !strings.Contains(load.talk.String(), "to go on, run it again:\n  entente load --store s.db --jobs 1 many.jsonl\n") {
		t.Errorf("the way to go on is not said:\n%s", load.talk)
	}
	stored := stored(t, dir, "s.db")
	if stored <= 0 || stored >= 2000 {
		t.Fatalf("%d articles were stored: the test proves nothing\n%s", stored, load.talk)
	}
	want := regexp.MustCompile(fmt.Sprintf(`loaded 2000 articles into s.db in .*: %d new, 0 replaced, %d skipped, 0 failed`, 2000-stored, stored))
	if got := shell(t, dir, "entente load --store s.db many.jsonl"); !want.MatchString(got) {
		t.Errorf("%s\nwant %s", got, want)
	}
}

// TestOneWriterManyReaders: while one process has the graph open for loading
// others may ask, and a second loader waits or stops, as --wait says.
func TestOneWriterManyReaders(t *testing.T) {
	for _, store := range []string{"w.db", "pebble:w"} {
		t.Run(store, func(t *testing.T) { oneWriter(t, exampleFolder(t), store) })
	}
}

func oneWriter(t *testing.T, dir, store string) {
	shell(t, dir, "mkdir incoming; cp examples/articles/2015-02-12-minsk.txt incoming/")
	first := background(t, dir, "load", "--watch", "--store", store, "incoming")
	eventually(t, "the first loader has begun", func() bool { return stored(t, dir, store) == 1 })
	for range 3 {
		if got := shell(t, dir, "entente met Merkel --wait 2m --store "+store); !strings.Contains(got, "Angela Merkel") {
			t.Fatalf("a reader beside the loader got\n%s", got)
		}
	}
	pid := fmt.Sprintf("(process %d)", first.Process.Pid)
	got := shell(t, dir, "entente load --wait 0 examples/articles --store "+store+"; echo exit $?")
	if !strings.Contains(got, pid) || !strings.Contains(got, "--wait") || !strings.Contains(got, "exit 4") {
		t.Errorf("a second loader that does not wait got\n%s", got)
	}
	second := background(t, dir, "load", "--wait", "10m", "--store", store, "examples/articles")
	eventually(t, "the second loader waits", func() bool { return strings.Contains(second.talk.String(), "waiting up to 10m0s") })
	_ = first.Process.Signal(syscall.SIGINT)
	if err := second.Wait(); err != nil || !strings.Contains(second.talk.String(), pid) {
		t.Errorf("a second loader that waits: %v\n%s", err, second.talk)
	}
	_ = first.Wait()
	if got := shell(t, dir, "entente verify --store "+store); !strings.Contains(got, "is sound") {
		t.Error(got)
	}
}
