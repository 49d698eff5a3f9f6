package main

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
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
		load := exec.Command("entente", "load", "--store", "killed.db", "--jobs", "1", "examples/articles")
		load.Dir = dir
		if err := load.Start(); err != nil {
			t.Fatal(err)
		}
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
	var talk bytes.Buffer
	load := exec.Command("entente", "load", "--watch", "--store", "w.db", "incoming", "examples/articles/2015-02-12-minsk.txt")
	load.Dir, load.Stderr = dir, &talk
	if err := load.Start(); err != nil {
		t.Fatal(err)
	}
	time.Sleep(time.Second)
	shell(t, dir, "cp examples/articles/2018-06-12-singapore.txt incoming/")
	time.Sleep(3 * time.Second)
	_ = load.Process.Signal(syscall.SIGINT)
	_ = load.Wait()
	if code := load.ProcessState.ExitCode(); code != exitInterrupted {
		t.Errorf("exit code %d, want %d\n%s", code, exitInterrupted, talk.String())
	}
	if got := shell(t, dir, "entente articles list --store w.db --format csv"); strings.Count(got, "\n") != 3 {
		t.Errorf("articles after the watch:\n%s\n%s", got, talk.String())
	}
}
