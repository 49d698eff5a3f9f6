package article

import (
	"archive/zip"
	"bytes"
	"compress/bzip2"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"math"
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
	packed := &counted{src: in}
	unpacked, err := gzip.NewReader(packed)
	if err != nil {
		r.failWith(in.name, "damaged gzip file: "+err.Error(), err)
		return
	}
	defer unpacked.Close()
	r.unpacked(in, unpacked, packed, ".gz")
}

func (r *reader) bzip2(in *input) {
	packed := &counted{src: in}
	r.unpacked(in, bzip2.NewReader(packed), packed, ".bz2")
}

func (r *reader) zstd(in *input) {
	packed := &counted{src: in}
	unpacked, err := newZstd(packed)
	if err != nil {
		r.failWith(in.name, "damaged zstd file: "+err.Error(), err)
		return
	}
	defer unpacked.Close()
	r.unpacked(in, unpacked, packed, ".zst")
}

func newZstd(src io.Reader) (*zstd.Decoder, error) {
	return zstd.NewReader(src, zstd.WithDecoderConcurrency(1), zstd.WithDecoderMaxMemory(64<<20))
}

// unpacked reads what came out of a packed stream, within the limits. packed
// is what the stream is made of.
func (r *reader) unpacked(in *input, src io.Reader, packed *counted, suffix string) {
	if in.depth >= r.opts.Limits.Depth {
		r.fail(in.name, tooDeep(r.opts.Limits.Depth))
		return
	}
	q := r.quotaOf(in)
	b := &bounded{src: src, quota: q, ratio: r.opts.Limits.Ratio, packed: func() int64 { return packed.n }}
	r.streamWithin(b, strings.TrimSuffix(in.name, suffix), in.depth+1, q)
}

func tooDeep(limit int) string { return fmt.Sprintf("packed deeper than the limit of %d times", limit) }

// maxZipInMemory bounds a zip archive that does not come from a file of its own.
const maxZipInMemory = 64 << 20

func (r *reader) zip(in *input) {
	if in.depth >= r.opts.Limits.Depth {
		r.fail(in.name, tooDeep(r.opts.Limits.Depth))
		return
	}
	archive, err := openZip(in, r.opts.Limits.Entries)
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
	for q, i := r.quotaOf(in), 0; i < len(archive.File) && !r.done(); i++ {
		r.zipped(in, archive.File[i], q)
	}
}

func (r *reader) zipped(in *input, f *zip.File, q *quota) {
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
	b := &bounded{src: src, quota: q, ratio: r.opts.Limits.Ratio, packed: func() int64 { return int64(f.CompressedSize64) }}
	r.streamWithin(b, name, in.depth+1, q)
}

// openZip reads the directory of an archive, which stands at its end, and no
// more of it than that many entries take.
func openZip(in *input, entries int) (*zip.Reader, error) {
	directory := func(src io.ReaderAt) *directoryReader { return &directoryReader{src, int64(entries+64) * 512} }
	if in.file != nil {
		info, err := in.file.Stat()
		if err != nil {
			return nil, err
		}
		return openArchive(directory(in.file), info.Size())
	}
	data, err := io.ReadAll(io.LimitReader(in, maxZipInMemory+1))
	if err != nil {
		return nil, err
	}
	if len(data) > maxZipInMemory {
		return nil, &limitError{fmt.Sprintf("longer than the limit of %s for a zip archive inside another file", size(maxZipInMemory))}
	}
	return openArchive(directory(bytes.NewReader(data)), int64(len(data)))
}

func openArchive(src *directoryReader, size int64) (*zip.Reader, error) {
	archive, err := zip.NewReader(src, size)
	src.left = math.MaxInt64 // the directory is read: what comes now are entries
	return archive, err
}

// directoryReader bounds what is read of an archive's directory.
type directoryReader struct {
	src  io.ReaderAt
	left int64
}

func (d *directoryReader) ReadAt(p []byte, off int64) (int, error) {
	if d.left <= 0 {
		return 0, &limitError{"more entries than the limit"}
	}
	n, err := d.src.ReadAt(p, off)
	if d.left != math.MaxInt64 {
		d.left -= int64(n)
	}
	return n, err
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
