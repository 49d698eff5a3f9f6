package graph

import (
	"bufio"
	"context"
	"errors"
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/entente-kg/entente/graph/synth"
	"github.com/entente-kg/entente/schema"
)

var kills = flag.Int("kills", 1, "how often each kind of work is killed at a random moment")

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
	os.Exit(m.Run())
}

func another(job, url string) *exec.Cmd {
	cmd := exec.Command(os.Args[0])
	cmd.Env = append(os.Environ(), "ENTENTE_TEST_JOB="+job, "ENTENTE_TEST_STORE="+url)
	return cmd
}

func world() synth.World { return synth.World{Seed: 5, Actors: 300} }

const worldSize = 120

// work is what the other process does. It says on its output what is durable.
func work(job, url string) error {
	ctx := context.Background()
	if job == "cramped" { // no file may grow beyond 2 MB
		limit := syscall.Rlimit{Cur: 2 << 20, Max: 2 << 20}
		if err := syscall.Setrlimit(syscall.RLIMIT_FSIZE, &limit); err != nil {
			return err
		}
		job = "load"
	}
	s, err := Open(url, Options{Wait: 10 * time.Second})
	if err != nil {
		return err
	}
	defer s.Close()
	switch job {
	case "hold":
		fmt.Println("holding")
		time.Sleep(time.Minute)
	case "load":
		return loadWorld(ctx, s, func(done int) { fmt.Println("stored", done) })
	case "remove":
		for x := range world().Articles(worldSize) {
			if _, err := s.Remove(ctx, x.Article.ID); err != nil {
				return err
			}
		}
	case "compact":
		for {
			if _, _, err := s.Compact(ctx); err != nil {
				return err
			}
		}
	}
	return nil
}

// loadWorld adds the world ten articles at a time.
func loadWorld(ctx context.Context, s *Store, stored func(done int)) error {
	var xs []schema.Extraction
	done := 0
	for x := range world().Articles(worldSize) {
		if xs = append(xs, x); len(xs) < 10 {
			continue
		}
		if _, err := s.Add(ctx, xs); err != nil {
			return err
		}
		done += len(xs)
		stored(done)
		xs = xs[:0]
	}
	return nil
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

// Whenever a process is killed, the store opens, is sound, holds what was
// acknowledged, and the same work done again gives the same store.
func TestKilledAtAnyMoment(t *testing.T) {
	want := openStore(t, "memory:")
	if err := loadWorld(context.Background(), want, func(int) {}); err != nil {
		t.Fatal(err)
	}
	whole := exported(t, want)
	for _, job := range []string{"load", "remove", "compact"} {
		t.Run(job, func(t *testing.T) {
			onDisk(t, func(t *testing.T, url string) {
				for i := range *kills {
					s := reopened(t, url)
					if job != "load" {
						if err := loadWorld(context.Background(), s, func(int) {}); err != nil {
							t.Fatal(err)
						}
					}
					s.Close()
					acknowledged := killed(t, another(job, url), time.Duration(20+rand.IntN(300))*time.Millisecond)
					s = reopened(t, url)
					sound(t, s)
					articles, err := s.Articles(context.Background())
					if err != nil || len(articles) < acknowledged || job == "compact" && len(articles) != worldSize {
						t.Errorf("kill %d: %d articles after %d were acknowledged, %v", i, len(articles), acknowledged, err)
					}
					if err := loadWorld(context.Background(), s, func(int) {}); err != nil {
						t.Fatal(err)
					}
					if exported(t, s) != whole {
						t.Errorf("kill %d: loading again gives another store", i)
					}
					s.Close()
				}
			})
		})
	}
}

// killed runs a process, kills it after a while and returns the last number it said.
func killed(t *testing.T, cmd *exec.Cmd, after time.Duration) (said int) {
	t.Helper()
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	timer := time.AfterFunc(after, func() { cmd.Process.Signal(syscall.SIGKILL) })
	defer timer.Stop()
	for lines := bufio.NewScanner(out); lines.Scan(); {
		if strings.HasPrefix(lines.Text(), "error:") {
			t.Error(lines.Text())
		}
		fmt.Sscanf(lines.Text(), "stored %d", &said)
	}
	cmd.Wait()
	return said
}

func TestLockedStoreSaysByWhom(t *testing.T) {
	if runtime.GOOS != "linux" {
		t.Skip("who holds a lock is read from /proc")
	}
	onDisk(t, func(t *testing.T, url string) {
		cmd := another("hold", url)
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
		cmd := another("load", url)
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		ended := make(chan error, 1)
		go func() { ended <- cmd.Wait() }()
		between := 0
		for {
			s, err := Open(url, Options{ReadOnly: true, Wait: 20 * time.Second})
			if err != nil {
				t.Fatal(err)
			}
			st, err := s.Stats(context.Background())
			if err != nil || st.Articles%10 != 0 {
				t.Fatalf("a reader saw %d articles, %v", st.Articles, err)
			}
			if st.Articles > 0 && st.Articles < worldSize {
				between++
			}
			if err := s.Close(); err != nil {
				t.Fatal(err)
			}
			select {
			case err := <-ended:
				if err != nil {
					t.Errorf("the loader: %v", err)
				}
				if between == 0 {
					t.Error("no reader came in while the loader wrote")
				}
				return
			case <-time.After(10 * time.Millisecond):
			}
		}
	})
}

func TestFullDisk(t *testing.T) {
	url := filepath.Join(t.TempDir(), "x.db")
	out, err := another("cramped", url).Output()
	if err == nil || !strings.Contains(string(out), "no space left") {
		t.Fatalf("%v: %s, want an error about space", err, out)
	}
	var stored int
	for _, line := range strings.Split(string(out), "\n") {
		fmt.Sscanf(line, "stored %d", &stored)
	}
	s := reopened(t, url)
	defer s.Close()
	sound(t, s)
	articles, err := s.Articles(context.Background())
	if err != nil || len(articles) != stored || stored == 0 {
		t.Errorf("%d articles, %v; %d were acknowledged", len(articles), err, stored)
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
