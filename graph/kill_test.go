package graph

import (
	"bufio"
	"context"
	"flag"
	"fmt"
	"io"
	"maps"
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/cayleygraph/quad"
	"github.com/entente-kg/entente/graph/synth"
)

var kills = flag.Int("kills", 1, "how often each kind of work is killed at a random moment")

// Whenever a process is killed, the store opens, is sound, holds whole articles
// only and all that was acknowledged, and the same work done again gives what
// undisturbed work gives.
func TestKilledAtAnyMoment(t *testing.T) {
	for job, prepare := range map[string]func(*testing.T, *Store){
		"load":    func(*testing.T, *Store) {},
		"remove":  wholeWorld,
		"merge":   anotherHalf,
		"restore": func(*testing.T, *Store) {},
		"curate":  inTwoSpellings,
		"compact": func(t *testing.T, s *Store) { wholeWorld(t, s); passersBy(t, s) },
	} {
		t.Run(job, func(t *testing.T) {
			t.Parallel()
			onDisk(t, func(t *testing.T, url string) {
				k := newKilling(t, job, url, prepare)
				for i := range *kills {
					k.once(t, i)
				}
			})
		})
	}
}

func wholeWorld(t *testing.T, s *Store) {
	t.Helper()
	if err := loadWorld(context.Background(), s, func(int) {}); err != nil {
		t.Fatal(err)
	}
}

// inTwoSpellings adds the world with two IDs for whom nobody knows.
func inTwoSpellings(t *testing.T, s *Store) {
	t.Helper()
	add(t, s, spelt(slices.Collect(world().Articles(worldSize)))...)
}

// anotherHalf adds every second article of the world, some with another text.
func anotherHalf(t *testing.T, s *Store) {
	t.Helper()
	for i, x := range slices.Collect(world().Articles(worldSize)) {
		if i%4 == 0 {
			x.Article.Hash, x.Article.Title = strings.Repeat("0", 32), "An older title"
		}
		if i%2 == 0 {
			add(t, s, x)
		}
	}
}

// passersBy adds articles and removes them again.
func passersBy(t *testing.T, s *Store) {
	t.Helper()
	xs := slices.Collect(synth.World{Seed: 6, Actors: 300}.Articles(worldSize))
	add(t, s, xs...)
	removeAll(t, s, xs)
}

// killing kills one kind of work on one kind of store.
type killing struct {
	job, url string
	template string            // a store as it is before the work
	takes    time.Duration     // how long the work takes undisturbed
	before   map[string]string // label → quads
	after    map[string]string // the same, when the work is done
	articles []string          // labels of the world's articles
}

func newKilling(t *testing.T, job, url string, prepare func(*testing.T, *Store)) *killing {
	k := &killing{job: job, url: url, template: url + ".template"}
	for x := range world().Articles(worldSize) {
		k.articles = append(k.articles, string(node(inArticle+x.Article.ID)))
	}
	for url, fill := range map[string]func(*testing.T, *Store){k.template: prepare, url + ".other": wholeWorld} {
		s := reopened(t, url)
		fill(t, s)
		s.Close()
	}
	k.reset(t)
	k.before = k.contents(t)
	began := time.Now()
	if _, done := k.run(t, patience); !done {
		t.Fatal("the work fails without being killed")
	}
	k.takes = time.Since(began)
	k.after = k.contents(t)
	return k
}

// reset makes the store a copy of the template.
func (k *killing) reset(t *testing.T) {
	t.Helper()
	from, to := strings.TrimPrefix(k.template, "pebble:"), strings.TrimPrefix(k.url, "pebble:")
	err := os.RemoveAll(to)
	if info, statErr := os.Stat(from); statErr == nil && info.IsDir() {
		err = os.CopyFS(to, os.DirFS(from))
	} else if data, readErr := os.ReadFile(from); readErr == nil {
		err = os.WriteFile(to, data, 0o644)
	}
	if err != nil {
		t.Fatal(err)
	}
}

func (k *killing) once(t *testing.T, i int) {
	k.reset(t)
	after := time.Duration(rand.Int64N(int64(k.takes)))
	acknowledged, _ := k.run(t, after)
	now := k.contents(t)
	for label, quads := range now {
		if quads != k.before[label] && quads != k.after[label] {
			t.Errorf("kill %d after %s: half of %s is there", i, after, label)
		}
	}
	for _, label := range k.articles[:acknowledged] {
		if now[label] != k.after[label] {
			t.Errorf("kill %d after %s: %d articles were acknowledged, and %s is not as it was left", i, after, acknowledged, label)
		}
	}
	if _, done := k.run(t, patience); !done || !maps.Equal(k.contents(t), k.after) {
		t.Errorf("kill %d after %s: doing the work again gives another store", i, after)
	}
}

// contents opens the store, checks it and reads it by label.
func (k *killing) contents(t *testing.T) map[string]string {
	t.Helper()
	s := reopened(t, k.url)
	defer s.Close()
	sound(t, s)
	blocks := map[string]string{}
	err := s.EachLabel(context.Background(), func(label quad.Value, quads []quad.Quad) error {
		blocks[quad.StringOf(label)] = asText(quads)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return blocks
}

// run starts the work in another process and kills that after a while. It
// returns how many articles were acknowledged, and whether the work was done.
func (k *killing) run(t *testing.T, after time.Duration) (acknowledged int, done bool) {
	t.Helper()
	cmd := another(t.Context(), k.job, k.url)
	out, err := cmd.StdoutPipe()
	if err == nil {
		err = cmd.Start()
	}
	if err != nil {
		t.Fatal(err)
	}
	timer := time.AfterFunc(after, func() { _ = cmd.Process.Signal(syscall.SIGKILL) })
	defer timer.Stop()
	acknowledged = heard(t, out)
	return acknowledged, cmd.Wait() == nil
}

// heard returns the last number that work said is done.
func heard(t *testing.T, out io.Reader) (n int) {
	t.Helper()
	for lines := bufio.NewScanner(out); lines.Scan(); {
		if strings.HasPrefix(lines.Text(), "error:") {
			t.Error(lines.Text())
		}
		var what string
		_, _ = fmt.Sscan(lines.Text(), &what, &n)
	}
	return n
}
