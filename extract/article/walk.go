package article

import (
	"bufio"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// path reads what one argument names: standard input, an address, a file, a
// folder or a glob.
func (r *reader) path(path string) {
	if path == "-" {
		r.stream(r.opts.Stdin, "-", 0)
		return
	}
	if isAddress(path) {
		r.fetch(path, 0)
		return
	}
	info, err := os.Stat(path)
	switch {
	case err == nil && info.IsDir():
		r.folder(path)
	case err == nil:
		r.file(path)
	case strings.ContainsAny(path, "*?["):
		r.glob(path)
	default:
		r.missing(path, err)
	}
}

func (r *reader) missing(path string, err error) {
	reason := "no such file or folder"
	if !errors.Is(err, fs.ErrNotExist) {
		reason = "cannot be opened: " + cause(err)
	}
	r.failWith(path, reason, err)
}

func (r *reader) glob(pattern string) {
	paths, err := filepath.Glob(pattern)
	if err != nil {
		r.failWith(pattern, "not a glob pattern: "+err.Error(), err)
		return
	}
	if len(paths) == 0 {
		r.fail(pattern, "no file matches")
	}
	for _, path := range paths {
		if r.done() {
			return
		}
		r.path(path)
	}
}

// folder reads every file below dir in the order of their names. What starts
// with a dot is left alone.
func (r *reader) folder(dir string) {
	files := 0
	err := filepath.WalkDir(dir, func(path string, entry fs.DirEntry, err error) error {
		switch hidden := path != dir && strings.HasPrefix(entry.Name(), "."); {
		case r.done():
			return fs.SkipAll
		case err != nil:
			r.missing(path, err)
		case hidden && entry.IsDir():
			return fs.SkipDir
		case hidden || entry.IsDir():
		default:
			files++
			r.file(path)
		}
		return nil
	})
	if err != nil {
		r.missing(dir, err)
	}
	if files == 0 && !r.watching && !r.done() {
		r.fail(dir, "the folder holds no file")
	}
}

func (r *reader) file(path string) {
	info, err := os.Stat(path)
	if err != nil {
		r.missing(path, err)
		return
	}
	if !info.Mode().IsRegular() && info.Mode()&fs.ModeNamedPipe == 0 {
		r.fail(path, "neither a file nor a folder")
		return
	}
	f, err := os.Open(path)
	if err != nil {
		r.missing(path, err)
		return
	}
	defer f.Close()
	defer r.opts.Progress.reading(f, info.Size())()
	r.stream(f, path, 0)
}

// stream finds out what a stream of bytes is and reads it.
func (r *reader) stream(src io.Reader, name string, depth int) { r.streamWithin(src, name, depth, nil) }

// streamWithin is stream for what comes out of an archive.
func (r *reader) streamWithin(src io.Reader, name string, depth int, q *quota) {
	in := newInput(src, name, depth, q)
	head, err := in.Peek(sniffLen)
	switch {
	case err != nil && !errors.Is(err, io.EOF):
		r.failWith(name, readError(err), err)
	case len(head) == 0:
		r.fail(name, "empty file")
	default:
		r.formatOf(head, name).read(r, in)
	}
}

func newInput(src io.Reader, name string, depth int, q *quota) *input {
	return &input{Reader: bufio.NewReaderSize(src, sniffLen), file: regular(src), name: name, day: dayInName(name), depth: depth, quota: q}
}

// cause is the reason inside an error of the file system, which repeats the path.
func cause(err error) string {
	var p *fs.PathError
	if errors.As(err, &p) {
		return p.Err.Error()
	}
	return err.Error()
}
