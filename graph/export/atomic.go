package export

import (
	"bufio"
	"io"
	"os"
	"path/filepath"
)

// pending is a set of files that will appear together.
type pending map[string]*pendingFile

type pendingFile struct {
	tmp  *os.File
	buf  *bufio.Writer
	path string
}

func createAll(paths map[string]string) (pending, error) {
	files := pending{}
	for name, path := range paths {
		tmp, err := os.CreateTemp(filepath.Dir(path), ".entente-*")
		if err != nil {
			return files, err
		}
		files[name] = &pendingFile{tmp, bufio.NewWriterSize(tmp, 1<<18), path}
	}
	return files, nil
}

func (p pending) writers() map[string]io.Writer {
	ws := make(map[string]io.Writer, len(p))
	for name, f := range p {
		ws[name] = f.buf
	}
	return ws
}

// commit makes every file durable, then moves each to its place.
func (p pending) commit() error {
	for _, f := range p {
		if err := f.close(); err != nil {
			return err
		}
	}
	for name, f := range p {
		if err := os.Rename(f.tmp.Name(), f.path); err != nil {
			return err
		}
		delete(p, name)
	}
	return nil
}

// close makes what was written durable.
func (f *pendingFile) close() error {
	if err := f.buf.Flush(); err != nil {
		return err
	}
	if err := f.tmp.Chmod(0o644); err != nil {
		return err
	}
	if err := f.tmp.Sync(); err != nil {
		return err
	}
	return f.tmp.Close()
}

// discard removes what was not committed.
func (p pending) discard() {
	for _, f := range p {
		f.tmp.Close()
		os.Remove(f.tmp.Name())
	}
}
