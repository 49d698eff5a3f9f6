package article

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"

	"golang.org/x/net/html"
)

// Limits bounds what one input may cost to read.
type Limits struct {
	Article  int64 // bytes of one article as it lies on disk, unpacked
	Text     int64 // bytes of one article's text: the default is that of a book of 300 pages
	Unpacked int64 // bytes that come out of one file, with all that is packed inside it
	Ratio    int64 // bytes that come out of one that goes in, once out of the first MiB
	Entries  int   // entries of one archive
	Depth    int   // archives inside archives
}

// DefaultLimits holds for everything a newsroom or a scraper writes.
var DefaultLimits = Limits{Article: 32 << 20, Text: 512 << 10, Unpacked: 64 << 30, Ratio: 500, Entries: 100_000, Depth: 3}

// limitError ends the reading of what is larger than the limits, and names the one.
type limitError struct{ reason string }

func (e *limitError) Error() string { return e.reason }

func tooLong(limit int64) string {
	return fmt.Sprintf("longer than the limit of %s for one article", size(limit))
}

// size writes a number of bytes in the largest unit that divides it.
func size(n int64) string {
	switch {
	case n%(1<<20) == 0:
		return fmt.Sprintf("%d MiB", n>>20)
	case n%(1<<10) == 0:
		return fmt.Sprintf("%d KiB", n>>10)
	}
	return fmt.Sprintf("%d bytes", n)
}

// quota is what may come out of one file on disk, archives inside it included.
type quota struct{ left, limit int64 }

// quotaOf is the quota that holds for an input: that of the file it came out
// of, or a new one.
func (r *reader) quotaOf(in *input) *quota {
	if in.quota == nil {
		return &quota{r.opts.Limits.Unpacked, r.opts.Limits.Unpacked}
	}
	return in.quota
}

// freeRatio is how much may come out before the ratio counts: short things
// that repeat themselves do no harm.
const freeRatio = 1 << 20

// bounded fails when more comes out of a packed stream than the limits allow.
type bounded struct {
	src    io.Reader
	quota  *quota
	ratio  int64
	out    int64
	packed func() int64 // bytes that went in
}

func (b *bounded) Read(p []byte) (int, error) {
	if b.quota.left <= 0 {
		return 0, &limitError{fmt.Sprintf("unpacks to more than the limit of %s", size(b.quota.limit))}
	}
	if b.out > freeRatio && b.out > b.ratio*b.packed() {
		return 0, &limitError{fmt.Sprintf("unpacks to more than the limit of %d times its size", b.ratio)}
	}
	n, err := b.src.Read(p[:min(int64(len(p)), b.quota.left)])
	b.quota.left -= int64(n)
	b.out += int64(n)
	return n, err
}

// counted counts what is read of a stream.
type counted struct {
	src io.Reader
	n   int64
}

func (c *counted) Read(p []byte) (int, error) {
	n, err := c.src.Read(p)
	c.n += int64(n)
	return n, err
}

// allowance bounds each of the records in a stream whose length shows only
// once it is read: a row, a JSON value, an XML element.
type allowance struct {
	src         io.Reader
	left, limit int64
}

func newAllowance(src io.Reader, limit int64) *allowance { return &allowance{src, limit, limit} }

// renew begins the next record.
func (a *allowance) renew() { a.left = a.limit }

func (a *allowance) Read(p []byte) (int, error) {
	if a.left <= 0 {
		return 0, &limitError{tooLong(a.limit)}
	}
	n, err := a.src.Read(p[:min(int64(len(p)), a.left)])
	a.left -= int64(n)
	return n, err
}

// What a document of many small parts may hold; each part costs a hundred
// times the bytes it is written in. Shorter ones need no check.
const (
	maxElements = 200_000 // of a page or a feed
	maxNesting  = 512     // elements inside elements
	maxValues   = 500_000 // of a JSON record
	maxTag      = 4 << 20 // bytes of one tag or script
	freeSize    = 1 << 20
)

// parsePage parses a page, or a piece of one, that is not too much for memory.
func parsePage(data []byte) (*html.Node, error) {
	if len(data) > freeSize {
		if err := checkPage(data); err != nil {
			return nil, err
		}
	}
	doc, err := html.Parse(bytes.NewReader(data))
	if err != nil && strings.Contains(err.Error(), "open stack") {
		return nil, &limitError{fmt.Sprintf("elements nested deeper than the limit of %d", maxNesting)}
	}
	return doc, err
}

func checkPage(data []byte) error {
	tokens := html.NewTokenizer(bytes.NewReader(data))
	tokens.SetMaxBuf(maxTag)
	for elements := 0; elements <= maxElements; {
		switch tokens.Next() {
		case html.StartTagToken, html.SelfClosingTagToken:
			elements++
		case html.ErrorToken:
			if errors.Is(tokens.Err(), html.ErrBufferExceeded) {
				return &limitError{fmt.Sprintf("a tag or script longer than the limit of %s", size(maxTag))}
			}
			return nil
		}
	}
	return &limitError{fmt.Sprintf("more than the limit of %d elements", maxElements)}
}

// checkXML looks at the shape of a feed before it is parsed into a tree.
func checkXML(data []byte) error {
	decoder := xml.NewDecoder(bytes.NewReader(data))
	decoder.Strict = false
	depth := 0
	for elements := 0; elements <= maxElements; {
		token, err := decoder.RawToken()
		if err != nil {
			return nil // damage is for the parser to find
		}
		switch t := token.(type) {
		case xml.Directive:
			if err := checkDirective(t); err != nil {
				return err
			}
		case xml.StartElement:
			elements++
			if depth++; depth > maxNesting {
				return &limitError{fmt.Sprintf("elements nested deeper than the limit of %d", maxNesting)}
			}
		case xml.EndElement:
			depth--
		}
	}
	return &limitError{fmt.Sprintf("more than the limit of %d elements", maxElements)}
}

// checkDirective refuses a document that defines entities: they are how a
// small file grows large, and nothing that is read here needs them.
func checkDirective(directive []byte) error {
	if bytes.Contains(directive, []byte("<!ENTITY")) {
		return &limitError{"the document defines entities, of which the limit is none"}
	}
	return nil
}

// checkJSON counts the values of a record.
func checkJSON(data []byte) error {
	values, inside := 0, false
	for i := 0; i < len(data); i++ {
		switch c := data[i]; {
		case inside && c == '\\':
			i++
		case c == '"':
			inside = !inside
		case !inside && (c == ',' || c == ':' || c == '[' || c == '{'):
			values++
		}
	}
	if values > maxValues {
		return &limitError{fmt.Sprintf("a JSON record of more than the limit of %d values", maxValues)}
	}
	return nil
}
