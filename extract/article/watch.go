package article

import (
	"context"
	"io/fs"
	"iter"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/fsnotify/fsnotify"
)

// A file that arrives is read when nothing was written to it for settleTime:
// a copy in progress is no article yet.
const (
	settleTime = 500 * time.Millisecond
	lookTime   = 100 * time.Millisecond
)

// Watch yields what [Read] does and then, until ctx is done, the articles of the
// files that arrive in the folders among the paths, or change there.
func Watch(ctx context.Context, paths []string, opts Options) iter.Seq2[*Article, error] {
	if opts.Limits == (Limits{}) {
		opts.Limits = DefaultLimits
	}
	return func(yield func(*Article, error) bool) {
		r := &reader{ctx: ctx, opts: opts, yield: yield, watching: true}
		w, err := fsnotify.NewWatcher()
		if err != nil {
			r.failWith(strings.Join(paths, ", "), "cannot be watched: "+err.Error(), err)
			return
		}
		defer w.Close()
		for _, path := range paths {
			r.watchFolder(w, path)
		}
		for _, path := range paths {
			r.path(path)
		}
		r.arrivals(w)
	}
}

// watchFolder watches a folder and those inside it, before anything in it is
// read, so that nothing falls between the two.
func (r *reader) watchFolder(w *fsnotify.Watcher, folder string) {
	err := filepath.WalkDir(folder, func(path string, entry fs.DirEntry, err error) error {
		if err != nil || !entry.IsDir() {
			return nil // what is not there, reading says
		}
		return w.Add(path)
	})
	if err != nil {
		r.failWith(folder, "cannot be watched: "+cause(err), err)
	}
}

// arrivals collects what the watcher tells and reads each file once it rests.
func (r *reader) arrivals(w *fsnotify.Watcher) {
	changed := map[string]time.Time{}
	look := time.NewTicker(lookTime)
	defer look.Stop()
	for !r.done() {
		select {
		case <-r.ctx.Done():
			return
		case err, open := <-w.Errors:
			if !open {
				return
			}
			r.failWith("watch", err.Error(), err)
		case event, open := <-w.Events:
			if !open {
				return
			}
			if event.Has(fsnotify.Create) || event.Has(fsnotify.Write) {
				changed[event.Name] = time.Now()
			}
		case now := <-look.C:
			for _, path := range slices.Sorted(maps.Keys(changed)) {
				if now.Sub(changed[path]) >= settleTime {
					delete(changed, path)
					r.arrived(w, path)
				}
			}
		}
	}
}

func (r *reader) arrived(w *fsnotify.Watcher, path string) {
	info, err := os.Stat(path)
	switch {
	case err != nil || strings.HasPrefix(filepath.Base(path), "."): // gone again, or a temporary name
	case info.IsDir():
		r.watchFolder(w, path)
		r.folder(path)
	default:
		r.file(path)
	}
}
