package graph

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/entente-kg/entente/graph/identity"
	"github.com/entente-kg/entente/graph/synth"
	"github.com/entente-kg/entente/schema"
)

// TestMain lets the tests start themselves again as another process that does
// one job on a store.
func TestMain(m *testing.M) {
	if job := os.Getenv("ENTENTE_TEST_JOB"); job != "" {
		if err := work(job, os.Getenv("ENTENTE_TEST_STORE")); err != nil {
			fmt.Println("error:", err)
			os.Exit(1)
		}
		os.Exit(0)
	}
	_ = flag.Set("rapid.checks", "20") // fewer than rapid would: each opens stores
	_ = flag.Set("rapid.seed", "1")    // the same ones every time; -rapid.seed 0 draws others
	os.Exit(m.Run())
}

// patience is how long a test waits for another process: far longer than any
// takes on a slow machine that is busy, and short enough that one that hangs is
// told by the name of its test.
const patience = 4 * time.Minute

func another(ctx context.Context, job, url string) *exec.Cmd {
	cmd := exec.CommandContext(ctx, os.Args[0])
	cmd.WaitDelay = time.Second
	cmd.Env = append(os.Environ(), "ENTENTE_TEST_JOB="+job, "ENTENTE_TEST_STORE="+url)
	return cmd
}

func world() synth.World { return synth.World{Seed: 5, Actors: 300} }

const worldSize = 120

// work is what the other process does on a store. It says on its output when it
// begins, and after every commit how many articles are done.
func work(job, url string) error {
	ctx := context.Background()
	if job == "cramped" { // no file may grow beyond 2 MB
		if err := limitFiles(2 << 20); err != nil {
			return err
		}
		job = "load"
	}
	if job == "read" {
		return readAndAgain(ctx, url)
	}
	s, err := Open(url, Options{Wait: patience})
	if err != nil {
		return err
	}
	defer s.Close()
	say("begun", 0)
	switch job {
	case "hold":
		time.Sleep(2 * patience)
	case "load":
		return loadWorld(ctx, s, func(done int) { say("stored", done) })
	case "remove":
		return removeWorld(ctx, s, func(done int) { say("removed", done) })
	case "curate":
		_, err = s.Curate(ctx, &identity.Journal{})
	case "merge", "restore": // restoring is merging into what is empty
		return mergeFrom(ctx, s, url+".other")
	case "compact":
		_, _, err = s.Compact(ctx)
	}
	return err
}

func say(what string, n int) { fmt.Println(what, n) }

// loadWorld adds the world ten articles at a time.
func loadWorld(ctx context.Context, s *Store, stored func(done int)) error {
	done := 0
	for part := range slices.Chunk(slices.Collect(world().Articles(worldSize)), 10) {
		if _, err := s.Add(ctx, part); err != nil {
			return err
		}
		done += len(part)
		stored(done)
	}
	return nil
}

// removeWorld removes the world three articles at a time.
func removeWorld(ctx context.Context, s *Store, removed func(done int)) error {
	done := 0
	for part := range slices.Chunk(slices.Collect(world().Articles(worldSize)), 3) {
		var ids []string
		for _, x := range part {
			ids = append(ids, x.Article.ID)
		}
		var gone *NoArticleError // by an earlier run that was killed
		if _, err := s.Remove(ctx, ids...); err != nil && !errors.As(err, &gone) {
			return err
		}
		done += len(part)
		removed(done)
	}
	return nil
}

func mergeFrom(ctx context.Context, s *Store, url string) error {
	other, err := Open(url, Options{ReadOnly: true})
	if err != nil {
		return err
	}
	defer other.Close()
	_, err = s.Merge(ctx, other)
	return err
}

// readAndAgain opens a store for reading again and again until the world is in
// it, and fails when it sees half a commit of loadWorld. It says when it first
// comes in between two commits.
func readAndAgain(ctx context.Context, url string) error {
	for between := false; ; {
		s, err := Open(url, Options{ReadOnly: true, Wait: patience})
		if err != nil {
			return err
		}
		st, err := s.Stats(ctx)
		if err := errors.Join(err, s.Close()); err != nil {
			return err
		}
		switch {
		case st.Articles%10 != 0:
			return fmt.Errorf("a reader saw %d articles", st.Articles)
		case st.Articles == worldSize:
			return nil
		case st.Articles > 0 && !between:
			between = true
			say("between", st.Articles)
		}
		time.Sleep(5 * time.Millisecond)
	}
}

func onDisk(t *testing.T, test func(t *testing.T, url string)) {
	t.Run("bolt", func(t *testing.T) { test(t, filepath.Join(t.TempDir(), "x.db")) })
	t.Run("pebble", func(t *testing.T) { test(t, "pebble:"+filepath.Join(t.TempDir(), "x")) })
}

func reopened(t *testing.T, url string) *Store {
	t.Helper()
	s, err := Open(url, Options{Wait: patience})
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func TestLockedStoreSaysByWhom(t *testing.T) {
	if runtime.GOOS != "linux" {
		t.Skip("who holds a lock is read from /proc")
	}
	onDisk(t, func(t *testing.T, url string) {
		ctx, cancel := context.WithTimeout(t.Context(), patience)
		defer cancel()
		cmd := another(ctx, "hold", url)
		out, _ := cmd.StdoutPipe()
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		defer cmd.Wait()
		defer cmd.Process.Kill()
		bufio.NewReader(out).ReadString('\n')
		for _, readOnly := range []bool{false, true} {
			_, err := Open(url, Options{ReadOnly: readOnly})
			var locked *LockedError
			if !errors.As(err, &locked) || !strings.Contains(err.Error(), fmt.Sprint(cmd.Process.Pid)) {
				t.Errorf("%v, want a LockedError naming process %d", err, cmd.Process.Pid)
			}
		}
	})
}

// Readers in other processes get their turn while a loader writes, and never
// see half an article. The loader writes, at the end the same ten articles again
// and again, until each of them has been in between two commits.
func TestReadersDuringALoad(t *testing.T) {
	onDisk(t, func(t *testing.T, url string) {
		ctx, cancel := context.WithTimeout(t.Context(), patience)
		defer cancel()
		s := reopened(t, url)
		defer s.Close()
		readers := startReaders(ctx, t, url, 3)
		xs := slices.Collect(world().Articles(worldSize))
		last := xs[worldSize-10:]
		for part := range slices.Chunk(xs[:worldSize-10], 10) {
			add(t, s, part...)
		}
		for ctx.Err() == nil && readers.between.Load() < 3 {
			removeAll(t, s, xs[:10])
			add(t, s, xs[:10]...)
		}
		add(t, s, last...)
		s.Close()
		readers.wait(t)
		if got := readers.between.Load(); got < 3 {
			t.Errorf("%d of 3 readers came in while the loader wrote", got)
		}
	})
}

// readers are processes that do readAndAgain.
type readers struct {
	processes []*exec.Cmd
	said      []*bytes.Buffer
	between   atomic.Int32 // how many have been in between two commits
}

func startReaders(ctx context.Context, t *testing.T, url string, n int) *readers {
	t.Helper()
	r := &readers{}
	for range n {
		cmd, said := another(ctx, "read", url), &bytes.Buffer{}
		cmd.Stdout = io.MultiWriter(said, lineCounter{&r.between})
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		r.processes, r.said = append(r.processes, cmd), append(r.said, said)
	}
	return r
}

func (r *readers) wait(t *testing.T) {
	t.Helper()
	for i, cmd := range r.processes {
		if err := cmd.Wait(); err != nil {
			t.Errorf("reader %d: %v, %s", i, err, r.said[i])
		}
	}
}

// lineCounter counts what processes say.
type lineCounter struct{ lines *atomic.Int32 }

func (c lineCounter) Write(p []byte) (int, error) {
	c.lines.Add(int32(bytes.Count(p, []byte("\n"))))
	return len(p), nil
}

func removeAll(t *testing.T, s *Store, xs []schema.Extraction) {
	t.Helper()
	var ids []string
	for _, x := range xs {
		ids = append(ids, x.Article.ID)
	}
	if _, err := s.Remove(context.Background(), ids...); err != nil {
		t.Fatal(err)
	}
}

func TestWhatIsNoStore(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, "letter.txt")
	if err := os.WriteFile(file, []byte(strings.Repeat("Dear Minister, ", 1000)), 0o644); err != nil {
		t.Fatal(err)
	}
	for url, want := range map[string]any{
		file:                  new(*NotAStoreError),
		dir:                   new(*NotAStoreError),
		"pebble:" + file:      new(*NotAStoreError),
		"/proc/version/x.db":  new(*NotAStoreError),
		"/proc/no/where/x.db": nil,
	} {
		_, err := Open(url, Options{})
		if err == nil || want != nil && !errors.As(err, want) {
			t.Errorf("%s: %v, want %T", url, err, want)
		}
	}
	if _, err := Open(filepath.Join(dir, "none.db"), Options{ReadOnly: true}); !errors.Is(err, ErrNoStore) {
		t.Errorf("%v, want ErrNoStore", err)
	}
	if _, err := os.Stat(filepath.Join(dir, "none.db")); err == nil {
		t.Error("opening for reading made a store")
	}
}

func TestReadOnlyFile(t *testing.T) {
	url := filepath.Join(t.TempDir(), "x.db")
	s := reopened(t, url)
	add(t, s, extractions()...)
	s.Close()
	if err := os.Chmod(url, 0o444); err != nil {
		t.Fatal(err)
	}
	r, err := Open(url, Options{ReadOnly: true})
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	if rows, err := r.Met(context.Background(), "Hanna Lind", Filter{}); err != nil || len(rows) != 2 {
		t.Errorf("%d rows, %v", len(rows), err)
	}
	if _, err := r.Add(context.Background(), extractions()); !errors.Is(err, ErrReadOnly) {
		t.Errorf("writing: %v, want ErrReadOnly", err)
	}
}
