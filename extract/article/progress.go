package article

import (
	"context"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync"
)

// Progress tells how far a Read has come, in bytes of files. The zero value is
// ready for [Options]; its methods may be called at any time from anywhere.
type Progress struct {
	mu       sync.Mutex
	total    int64 // 0 until Measure has counted
	finished int64 // of files that were read to the end
	current  *os.File
}

// Measure counts the bytes of the files below paths. It leaves the total
// unknown where one of them is standard input or an address.
func (p *Progress) Measure(ctx context.Context, paths []string) {
	var total int64
	for _, path := range paths {
		n, known := measure(ctx, path)
		if !known {
			return
		}
		total += n
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	p.total = total
}

func measure(ctx context.Context, path string) (total int64, known bool) {
	if path == "-" || isAddress(path) {
		return 0, false
	}
	if _, err := os.Stat(path); err != nil && strings.ContainsAny(path, "*?[") {
		matches, _ := filepath.Glob(path)
		for _, match := range matches {
			n, _ := measure(ctx, match)
			total += n
		}
		return total, ctx.Err() == nil
	}
	_ = filepath.WalkDir(path, func(_ string, entry fs.DirEntry, err error) error {
		if ctx.Err() != nil {
			return fs.SkipAll
		}
		if err != nil || !entry.Type().IsRegular() {
			return nil // what cannot be read, reading says
		}
		if info, err := entry.Info(); err == nil {
			total += info.Size()
		}
		return nil
	})
	return total, ctx.Err() == nil
}

// Bytes returns how many bytes have been read, and of how many; 0 when that is
// not known.
func (p *Progress) Bytes() (done, total int64) {
	p.mu.Lock()
	defer p.mu.Unlock()
	done = p.finished
	if p.current != nil {
		if at, err := p.current.Seek(0, io.SeekCurrent); err == nil {
			done += at
		}
	}
	return min(done, max(p.total, p.finished)), p.total
}

// reading notes that a file is being read; the function it returns, that it
// has been.
func (p *Progress) reading(f *os.File, size int64) (finished func()) {
	if p == nil {
		return func() {}
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	p.current = f
	return func() {
		p.mu.Lock()
		defer p.mu.Unlock()
		p.current = nil
		p.finished += size
	}
}
