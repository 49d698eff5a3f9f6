package article

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"math"
	"net/http"
	"net/textproto"
	"strconv"
	"strings"
)

// WARC (ISO 28500) is a run of records: a version line, header fields, a block
// of Content-Length bytes, two empty lines. Only responses that hold a web page
// are articles; one record is held at a time.

func isWARC(head []byte, _ string) bool { return bytes.HasPrefix(head, []byte("WARC/")) }

func (r *reader) warc(in *input) {
	for n := 1; !r.done(); n++ {
		header, err := warcHeader(in)
		if errors.Is(err, io.EOF) {
			return
		}
		origin := fmt.Sprintf("%s#%d", in.name, n)
		if err != nil {
			r.failWith(origin, "damaged WARC record: "+readError(err), err)
			return
		}
		size, err := strconv.ParseInt(header.Get("Content-Length"), 10, 64)
		if err != nil || size < 0 {
			r.fail(origin, "WARC record without a length")
			return
		}
		block := &io.LimitedReader{R: in, N: size}
		if strings.EqualFold(header.Get("WARC-Type"), "response") {
			r.warcResponse(in, header, block, origin)
		}
		if _, err := io.Copy(io.Discard, block); err != nil || block.N > 0 {
			r.fail(origin, "cut off: the WARC record ends early")
			return
		}
	}
}

// warcHeader reads the version line and the fields of the next record; io.EOF
// when there is none.
func warcHeader(in *input) (textproto.MIMEHeader, error) {
	for {
		b, err := in.Peek(1)
		if err != nil {
			return nil, err
		}
		if b[0] != '\r' && b[0] != '\n' {
			break
		}
		if _, err := in.Discard(1); err != nil {
			return nil, err
		}
	}
	block, err := headerBlock(in)
	if err != nil {
		return nil, err
	}
	fields := textproto.NewReader(bufio.NewReader(bytes.NewReader(block)))
	version, err := fields.ReadLine()
	if err != nil {
		return nil, err
	}
	if !strings.HasPrefix(version, "WARC/") {
		return nil, fmt.Errorf("%.20q where a record should begin", version)
	}
	return fields.ReadMIMEHeader()
}

// maxHeader bounds the header of a record, and that of the response in it.
const maxHeader = 1 << 20

// headerBlock reads up to the empty line that ends a header, and no byte of
// what follows.
func headerBlock(in *input) (block []byte, err error) {
	for start := 0; ; {
		part, err := in.ReadSlice('\n')
		block = append(block, part...)
		switch {
		case len(block) > maxHeader:
			return nil, &limitError{fmt.Sprintf("a header longer than the limit of %s", size(maxHeader))}
		case errors.Is(err, bufio.ErrBufferFull):
			continue
		case errors.Is(err, io.EOF):
			return nil, io.ErrUnexpectedEOF
		case err != nil:
			return nil, err
		case len(bytes.TrimSpace(block[start:])) == 0:
			return block, nil
		}
		start = len(block)
	}
}

// warcResponse reads the page a server sent. Redirects, pictures and the like
// are passed over in silence.
func (r *reader) warcResponse(in *input, header textproto.MIMEHeader, block io.Reader, origin string) {
	address := strings.Trim(header.Get("WARC-Target-URI"), "<>")
	if !strings.HasPrefix(address, "http") {
		return
	}
	head := &io.LimitedReader{R: block, N: maxHeader}
	res, err := http.ReadResponse(bufio.NewReader(head), nil)
	if head.N = math.MaxInt64; err != nil {
		r.failWith(origin, "damaged HTTP response: "+err.Error(), err)
		return
	}
	defer res.Body.Close()
	kind := res.Header.Get("Content-Type")
	if res.StatusCode != http.StatusOK || !strings.Contains(kind, "html") {
		return
	}
	data, reason := r.body(res)
	if reason != "" {
		r.fail(origin, reason)
		return
	}
	r.page(in, data, origin+" "+address, kind, address)
}

// body reads an HTTP body within the limit of one article.
func (r *reader) body(res *http.Response) (data []byte, reason string) {
	body := bufio.NewReader(res.Body)
	head, _ := body.Peek(4)
	encoding := strings.TrimSpace(res.Header.Get("Content-Encoding"))
	var src io.Reader = body
	switch {
	case isGzip(head, ""):
		unpacked, err := gzip.NewReader(body)
		if err != nil {
			return nil, "damaged gzip page: " + err.Error()
		}
		src = unpacked
	case isZstd(head, ""):
		unpacked, err := newZstd(body)
		if err != nil {
			return nil, "damaged zstd page: " + err.Error()
		}
		defer unpacked.Close()
		src = unpacked
	case encoding != "" && isBinary(head, ""): // some crawlers unpack the page and leave the header
		return nil, fmt.Sprintf("the page is packed as %q, which is not read here", encoding)
	}
	limit := r.opts.Limits.Article
	data, err := io.ReadAll(io.LimitReader(src, limit+1))
	switch {
	case err != nil:
		return nil, readError(err)
	case int64(len(data)) > limit:
		return nil, tooLong(limit)
	}
	return data, ""
}
