package graph

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/entente-kg/entente/graph/synth"
)

// requireMounts names the variable that turns the skipping of a test that needs
// a file system of its own into a failure, where one can be mounted.
const requireMounts = "ENTENTE_REQUIRE_MOUNTS"

// smallDisk mounts a file system of so many megabytes; it goes with the test.
func smallDisk(t *testing.T, megabytes int) string {
	t.Helper()
	dir := t.TempDir()
	out, err := exec.Command("mount", "-t", "tmpfs", "-o", fmt.Sprintf("size=%dm", megabytes), "entente-test", dir).CombinedOutput()
	if err != nil && os.Getenv(requireMounts) != "" {
		t.Fatalf("%s is set, and mounting fails: %v, %s", requireMounts, err, out)
	}
	if err != nil {
		t.Skip("a small disk can be mounted by root only")
	}
	t.Cleanup(func() {
		if out, err := exec.Command("umount", dir).CombinedOutput(); err != nil {
			t.Errorf("unmounting: %v, %s", err, out)
		}
	})
	return dir
}

func remount(t *testing.T, dir, options string) {
	t.Helper()
	if out, err := exec.Command("mount", "-o", "remount,"+options, dir).CombinedOutput(); err != nil {
		t.Fatalf("%v, %s", err, out)
	}
}

// onSmallDisk gives each kind of store a disk that it fills with a few hundred
// articles: pebble stops while its memory can still be written out.
func onSmallDisk(t *testing.T, test func(t *testing.T, url, dir string)) {
	t.Run("bolt", func(t *testing.T) {
		dir := smallDisk(t, 6)
		test(t, filepath.Join(dir, "x.db"), dir)
	})
	t.Run("pebble", func(t *testing.T) {
		dir := smallDisk(t, 70)
		test(t, "pebble:"+filepath.Join(dir, "x"), dir)
	})
}

// fillDisk loads until the disk is full and returns how many articles are in.
func fillDisk(t *testing.T, s *Store) (stored int) {
	t.Helper()
	for part := range slices.Chunk(slices.Collect(synth.World{Seed: 5}.Articles(20_000)), 20) {
		_, err := s.Add(context.Background(), part)
		var full *SpaceError
		switch {
		case err == nil:
			stored += len(part)
			continue
		case !errors.As(err, &full) || !strings.Contains(err.Error(), "free some space and run again"):
			t.Fatalf("after %d articles: %v, want a SpaceError that says what to do", stored, err)
		}
		return stored
	}
	t.Fatal("the disk was never full")
	return 0
}

// A full disk is said to be full; what was acknowledged is there, the same
// process can go on asking, and goes on writing when there is space again.
func TestFullDisk(t *testing.T) {
	onSmallDisk(t, func(t *testing.T, url, dir string) {
		s := reopened(t, url)
		defer func() { s.Close() }()
		stored := fillDisk(t, s)
		holds := func() {
			t.Helper()
			articles, err := s.Articles(context.Background())
			if err != nil || len(articles) != stored || stored == 0 {
				t.Errorf("%d articles, %v; %d were acknowledged", len(articles), err, stored)
			}
			sound(t, s)
		}
		holds()
		for range 2 { // it fails again, and fails cleanly
			if _, err := s.Add(context.Background(), slices.Collect(synth.World{Seed: 9}.Articles(400))); err == nil {
				t.Fatal("there was space")
			}
		}
		holds()
		remount(t, dir, "size=300m")
		add(t, s, slices.Collect(synth.World{Seed: 9}.Articles(400))...)
		stored += 400
		holds()
		s.Close()
		s = reopened(t, url)
		holds()
	})
}

// Restoring and compacting need the space of a second store. Without it they
// say so, leave the store as it was, and leave nothing behind.
func TestFullDiskInBulk(t *testing.T) {
	source := openStore(t, "memory:")
	add(t, source, slices.Collect(synth.World{Seed: 5}.Articles(3000))...)
	onSmallDisk(t, func(t *testing.T, url, dir string) {
		s := reopened(t, url)
		defer s.Close()
		if strings.HasPrefix(url, "pebble:") {
			remount(t, dir, "size=3m")
		}
		var full *SpaceError
		if _, err := s.Merge(context.Background(), source); !errors.As(err, &full) {
			t.Errorf("merging: %v, want a SpaceError", err)
		}
		if size, err := s.Size(context.Background()); err != nil || size != 0 {
			t.Errorf("%d quads, %v, of a merge that failed", size, err)
		}
		sound(t, s)
		leftovers(t, dir)
		if strings.HasPrefix(url, "pebble:") {
			return // compacts table by table
		}
		stored := fillDisk(t, s)
		if _, _, err := s.Compact(context.Background()); !errors.As(err, &full) {
			t.Errorf("compacting: %v, want a SpaceError", err)
		}
		if articles, err := s.Articles(context.Background()); err != nil || len(articles) != stored {
			t.Errorf("%d articles, %v, want %d", len(articles), err, stored)
		}
		sound(t, s)
		leftovers(t, dir)
	})
}

func leftovers(t *testing.T, dir string) {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if strings.Contains(e.Name(), "filling") || strings.Contains(e.Name(), "compacting") {
			t.Errorf("%s is left", e.Name())
		}
	}
}

// On a disk that is read-only a store can be asked, and writing is refused with
// what to do.
func TestReadOnlyDisk(t *testing.T) {
	onSmallDisk(t, func(t *testing.T, url, dir string) {
		s := reopened(t, url)
		add(t, s, extractions()...)
		s.Close()
		remount(t, dir, "ro")
		defer remount(t, dir, "rw")
		refusesToWrite(t, url)
	})
}

// The same for a folder that the user may not write to.
func TestReadOnlyFolder(t *testing.T) {
	if os.Getuid() == 0 {
		t.Skip("root may write anywhere; TestReadOnlyDisk is for root")
	}
	onDisk(t, func(t *testing.T, url string) {
		s := reopened(t, url)
		add(t, s, extractions()...)
		s.Close()
		_, path, _ := strings.Cut(":"+url, ":")
		path = strings.TrimPrefix(path, "pebble:")
		err := filepath.WalkDir(filepath.Dir(path), func(p string, d os.DirEntry, err error) error {
			mode := os.FileMode(0o444)
			if d.IsDir() {
				mode = 0o555
			}
			return errors.Join(err, os.Chmod(p, mode))
		})
		if err != nil {
			t.Fatal(err)
		}
		defer os.Chmod(filepath.Dir(path), 0o755)
		refusesToWrite(t, url)
	})
}

func refusesToWrite(t *testing.T, url string) {
	t.Helper()
	ctx := context.Background()
	if s, err := Open(url, Options{Wait: time.Second}); err == nil {
		_, err = s.Add(ctx, worldArticles(3))
		s.Close()
		if err == nil {
			t.Fatal("it can be written")
		}
		t.Errorf("opening for writing was not refused, only writing: %v", err)
	} else {
		var denied *PermissionError
		if !errors.As(err, &denied) || !strings.Contains(err.Error(), "check its permissions, or whether the disk is read-only") {
			t.Errorf("%v, want a PermissionError that says what to do", err)
		}
	}
	r, err := Open(url, Options{ReadOnly: true})
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	if rows, err := r.Met(ctx, "Hanna Lind", Filter{}); err != nil || len(rows) != 2 {
		t.Errorf("%d rows, %v", len(rows), err)
	}
	sound(t, r)
}
