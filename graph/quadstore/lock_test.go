package quadstore

import (
	"path/filepath"
	"testing"
	"time"
)

// opener opens a store at a path.
type opener func(path string, o Options) (Store, error)

func onDisk(t *testing.T, test func(t *testing.T, open opener, path string)) {
	for name, open := range map[string]opener{"bolt": OpenBolt, "pebble": OpenPebble} {
		t.Run(name, func(t *testing.T) { test(t, open, filepath.Join(t.TempDir(), "x")) })
	}
}

// A writer gets its turn although the store is never left alone: whoever reads
// does so until the next reader is there, or as long as a question takes.
func TestWriterAmongReadersWithoutEnd(t *testing.T) {
	const question, patience = wayGiven / 2, 2 * time.Minute
	onDisk(t, func(t *testing.T, open opener, path string) {
		opened := func(readOnly bool) <-chan Store {
			ready := make(chan Store, 1)
			go func() {
				s, _ := open(path, Options{ReadOnly: readOnly, Wait: patience})
				ready <- s // nil where there was no turn
			}()
			return ready
		}
		shut(<-opened(false))
		here, writer := <-opened(true), opened(false)
		for n := 1; ; n++ {
			next := opened(true)
			select {
			case after := <-next:
				shut(here)
				here = after
			case s := <-writer:
				t.Errorf("the writer had no turn among %d readers, or came while one was there", n)
				shut(s)
				return
			case <-time.After(question):
				shut(here)
				select {
				case here = <-next:
				case s := <-writer:
					shut(s)
					shut(<-next)
					return
				}
			}
		}
	})
}

// shut closes a store that could be opened.
func shut(s Store) {
	if s != nil {
		s.Close()
	}
}
