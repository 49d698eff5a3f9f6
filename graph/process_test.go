package graph

import (
	"bufio"
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/entente-kg/entente/graph/synth"
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
	flag.Parse()
	if checks := flag.Lookup("rapid.checks"); checks.Value.String() == checks.DefValue {
		_ = checks.Value.Set("20") // fewer than rapid would: each opens stores
	}
	os.Exit(m.Run())
}

func another(ctx context.Context, job, url string) *exec.Cmd {
	cmd := exec.CommandContext(ctx, os.Args[0])
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
		limit := syscall.Rlimit{Cur: 2 << 20, Max: 2 << 20}
		if err := syscall.Setrlimit(syscall.RLIMIT_FSIZE, &limit); err != nil {
			return err
		}
		job = "load"
	}
	if job == "read" {
		return readAndAgain(ctx, url)
	}
	s, err := Open(url, Options{Wait: 10 * time.Second})
	if err != nil {
		return err
	}
	defer s.Close()
	say("begun", 0)
	switch job {
	case "hold":
		time.Sleep(time.Minute)
	case "load":
		return loadWorld(ctx, s, func(done int) { say("stored", done) })
	case "remove":
		return removeWorld(ctx, s, func(done int) { say("removed", done) })
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

// readAndAgain opens a store for reading again and again until the writer is
// gone, and fails when it sees half a commit of loadWorld.
func readAndAgain(ctx context.Context, url string) error {
	for between := 0; ; {
		s, err := Open(url, Options{ReadOnly: true, Wait: 20 * time.Second})
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
			say("between", between)
			return nil
		case st.Articles > 0:
			between++
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
	s, err := Open(url, Options{Wait: 5 * time.Second})
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
		cmd := another(t.Context(), "hold", url)
		out, _ := cmd.StdoutPipe()
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		defer cmd.Wait()
		defer cmd.Process.Kill()
		bufio.NewReader(out).ReadString('\n')
		for _, readOnly := range []bool{false, true} {
			start := time.Now()
			_, err := Open(url, Options{ReadOnly: readOnly})
			var locked *LockedError
			if !errors.As(err, &locked) || !strings.Contains(err.Error(), fmt.Sprint(cmd.Process.Pid)) {
				t.Errorf("%v, want a LockedError naming process %d", err, cmd.Process.Pid)
			}
			if took := time.Since(start); took > 2*time.Second {
				t.Errorf("it took %s to say so", took)
			}
		}
	})
}

// Readers in other processes get their turn while a loader writes, and never
// see half an article.
func TestReadersDuringALoad(t *testing.T) {
	onDisk(t, func(t *testing.T, url string) {
		reopened(t, url).Close()
		var readers []*exec.Cmd
		var said [3]strings.Builder
		ctx, cancel := context.WithTimeout(t.Context(), 5*time.Minute) // readers without a loader go on for ever
		defer cancel()
		for i := range said {
			cmd := another(ctx, "read", url)
			cmd.Stdout = &said[i]
			if err := cmd.Start(); err != nil {
				t.Fatal(err)
			}
			readers = append(readers, cmd)
		}
		if out, err := another(ctx, "load", url).CombinedOutput(); err != nil {
			t.Errorf("the loader: %v, %s", err, out)
			cancel()
		}
		total := 0
		for i, cmd := range readers {
			err := cmd.Wait()
			var between int
			fmt.Sscanf(said[i].String(), "between %d", &between)
			if total += between; err != nil {
				t.Errorf("reader %d: %v, %s", i, err, said[i].String())
			}
		}
		if total == 0 {
			t.Error("no reader came in while the loader wrote")
		}
	})
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
