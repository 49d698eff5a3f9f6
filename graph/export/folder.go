package export

import (
	"bufio"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
)

// folder is where a format puts files whose number is not known before: a
// temporary folder inside the one the user named, whose tables are moved out
// when all are written.
type folder struct {
	path, tmp string
}

func newFolder(path string) (*folder, error) {
	if err := os.MkdirAll(path, 0o755); err != nil {
		return nil, err
	}
	tmp, err := os.MkdirTemp(path, ".entente-*")
	return &folder{path, tmp}, err
}

// create opens a file at a path below the folder, which the caller closes.
func (f *folder) create(name string) (*pendingFile, error) {
	path := filepath.Join(f.tmp, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return nil, err
	}
	file, err := os.Create(path)
	if err != nil {
		return nil, err
	}
	return &pendingFile{file, bufio.NewWriterSize(file, 1<<16), path}, nil
}

// commit moves every table to its place. One that is there already, of an
// earlier export, goes: a month it had would be read with the new ones.
func (f *folder) commit() error {
	tables, err := os.ReadDir(f.tmp)
	if err != nil {
		return err
	}
	for _, t := range tables {
		if err := onlyTables(filepath.Join(f.path, t.Name())); err != nil {
			return err
		}
	}
	for _, t := range tables {
		place, old := filepath.Join(f.path, t.Name()), filepath.Join(f.tmp, "old-"+t.Name())
		if err := os.Rename(place, old); err != nil && !os.IsNotExist(err) {
			return err
		}
		if err := os.Rename(filepath.Join(f.tmp, t.Name()), place); err != nil {
			return err
		}
	}
	return nil
}

// discard removes what was not committed, and what commit replaced.
func (f *folder) discard() { os.RemoveAll(f.tmp) }

// ours matches what an export leaves in a folder of tables.
var ours = regexp.MustCompile(`^(\.|month=[^/]+(/part-\d+\.parquet)?)$`)

// onlyTables makes sure that nothing but an earlier export would be replaced.
func onlyTables(path string) error {
	if info, err := os.Stat(path); err != nil || !info.IsDir() {
		return nil
	}
	return fs.WalkDir(os.DirFS(path), ".", func(name string, _ fs.DirEntry, err error) error {
		if err == nil && !ours.MatchString(name) {
			return fmt.Errorf("%s holds %s, which no export made: name another folder, or move it away", path, name)
		}
		return err
	})
}
