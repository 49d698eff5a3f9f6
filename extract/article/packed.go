package article

import (
	"archive/zip"
	"bytes"
	"compress/bzip2"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"os"
	"path"
	"strings"

	"github.com/klauspost/compress/zstd"
)

// Packed files are read as what they hold. The names inside an archive are used
// in messages only: nothing is ever unpacked onto the disk.

func isGzip(head []byte, _ string) bool { return bytes.HasPrefix(head, []byte{0x1f, 0x8b, 8}) }
func isBzip2(head []byte, _ string) bool {
	return bytes.HasPrefix(head, []byte("BZh")) && len(head) > 4 && head[4] == 0x31
}
func isZstd(head []byte, _ string) bool { return bytes.HasPrefix(head, []byte{0x28, 0xb5, 0x2f, 0xfd}) }
func isZip(head []byte, _ string) bool  { return bytes.HasPrefix(head, []byte("PK\x03\x04")) }

func (r *reader) gzip(in *input) {
	unpacked, err := gzip.NewReader(in)
	if err != nil {
		r.failWith(in.name, "damaged gzip file: "+err.Error(), err)
		return
	}
	defer unpacked.Close()
	r.unpacked(in, unpacked, ".gz")
}

func (r *reader) bzip2(in *input) { r.unpacked(in, bzip2.NewReader(in), ".bz2") }

func (r *reader) zstd(in *input) {
	unpacked, err := zstd.NewReader(in, zstd.WithDecoderConcurrency(1), zstd.WithDecoderMaxMemory(128<<20))
	if err != nil {
		r.failWith(in.name, "damaged zstd file: "+err.Error(), err)
		return
	}
	defer unpacked.Close()
	r.unpacked(in, unpacked, ".zst")
}

// unpacked reads what came out of a packed stream, within the limits.
func (r *reader) unpacked(in *input, src io.Reader, suffix string) {
	if in.depth >= r.opts.Limits.Depth {
		r.fail(in.name, fmt.Sprintf("packed more than %d times", r.opts.Limits.Depth))
		return
	}
	r.stream(&bounded{src: src, left: r.opts.Limits.Unpacked, limit: r.opts.Limits.Unpacked}, strings.TrimSuffix(in.name, suffix), in.depth+1)
}

// bounded fails when more comes out of a packed stream than the limit allows.
type bounded struct {
	src         io.Reader
	left, limit int64
}

func (b *bounded) Read(p []byte) (int, error) {
	if b.left <= 0 {
		return 0, &limitError{b.limit}
	}
	n, err := b.src.Read(p[:min(int64(len(p)), b.left)])
	b.left -= int64(n)
	return n, err
}

// limitError ends the reading of what is larger than the limits.
type limitError struct{ limit int64 }

func (e *limitError) Error() string {
	return fmt.Sprintf("unpacks to more than the limit of %d MiB", e.limit>>20)
}

// maxZipInMemory bounds a zip archive that does not come from a file of its own.
const maxZipInMemory = 256 << 20

func (r *reader) zip(in *input) {
	if in.depth >= r.opts.Limits.Depth {
		r.fail(in.name, fmt.Sprintf("packed more than %d times", r.opts.Limits.Depth))
		return
	}
	archive, err := openZip(in)
	if err != nil {
		r.failWith(in.name, "damaged zip archive: "+err.Error(), err)
		return
	}
	if document := zipEntry(archive, "word/document.xml"); document != nil {
		r.docx(in, document)
		return
	}
	if len(archive.File) > r.opts.Limits.Entries {
		r.fail(in.name, fmt.Sprintf("%d entries, more than the limit of %d", len(archive.File), r.opts.Limits.Entries))
		return
	}
	for _, f := range archive.File {
		if r.done() {
			return
		}
		r.zipped(in, f)
	}
}

func (r *reader) zipped(in *input, f *zip.File) {
	base := path.Base(strings.ReplaceAll(f.Name, `\`, "/"))
	if f.FileInfo().IsDir() || strings.HasPrefix(base, ".") || strings.HasPrefix(f.Name, "__MACOSX/") {
		return
	}
	name := in.name + "/" + oneLine(f.Name)
	src, err := f.Open()
	if err != nil {
		r.failWith(name, "cannot be unpacked: "+err.Error(), err)
		return
	}
	defer src.Close()
	r.stream(&bounded{src: src, left: r.opts.Limits.Unpacked, limit: r.opts.Limits.Unpacked}, name, in.depth+1)
}

// openZip reads the directory of an archive, which stands at its end.
func openZip(in *input) (*zip.Reader, error) {
	if in.file != nil {
		info, err := in.file.Stat()
		if err != nil {
			return nil, err
		}
		return zip.NewReader(in.file, info.Size())
	}
	data, err := io.ReadAll(io.LimitReader(in, maxZipInMemory+1))
	if err != nil {
		return nil, err
	}
	if len(data) > maxZipInMemory {
		return nil, &limitError{maxZipInMemory}
	}
	return zip.NewReader(bytes.NewReader(data), int64(len(data)))
}

func zipEntry(archive *zip.Reader, name string) *zip.File {
	for _, f := range archive.File {
		if f.Name == name {
			return f
		}
	}
	return nil
}

// regular returns the file behind a stream when it can be read at any place.
func regular(src io.Reader) *os.File {
	f, ok := src.(*os.File)
	if !ok {
		return nil
	}
	if info, err := f.Stat(); err != nil || !info.Mode().IsRegular() {
		return nil
	}
	return f
}

// readError says why the bytes of an input ended early.
func readError(err error) string {
	var limit *limitError
	switch {
	case errors.As(err, &limit):
		return limit.Error()
	case errors.Is(err, io.ErrUnexpectedEOF):
		return "cut off: the packed file ends early"
	}
	return "cannot be read: " + cause(err)
}
