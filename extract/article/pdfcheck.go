package article

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"io"
	"regexp"
)

// The streams of a PDF are packed, and the parser unpacks one whole. So they
// are unpacked once before it sees them, and only counted.
const (
	maxPDFStream = 32 << 20 // bytes of one stream, unpacked
	maxPDF       = 96 << 20 // of all
)

// pdfPatterns find the streams, and filters that stand one behind the other.
var pdfPatterns = struct{ stream, twice *regexp.Regexp }{
	stream: regexp.MustCompile(`stream\r?\n`),
	twice:  regexp.MustCompile(`/Filter\s*\[[^\]]*/(?:FlateDecode|Fl|LZWDecode)[^\]]*/(?:FlateDecode|Fl|LZWDecode)`),
}

// checkPDF refuses a file whose streams unpack to more than the limits.
func checkPDF(data []byte) error {
	if pdfPatterns.twice.Match(data) {
		return fmt.Errorf("a stream packed twice")
	}
	total := int64(0)
	for _, at := range pdfPatterns.stream.FindAllIndex(data, -1) {
		unpacked, err := zlib.NewReader(bytes.NewReader(data[at[1]:]))
		if err != nil {
			continue // not packed so, or no stream
		}
		n, _ := io.CopyN(io.Discard, unpacked, maxPDFStream+1) // damage is for the parser to find
		if total += n; n > maxPDFStream {
			return &limitError{fmt.Sprintf("a stream unpacks to more than the limit of %s", size(maxPDFStream))}
		}
		if total > maxPDF {
			return &limitError{fmt.Sprintf("unpacks to more than the limit of %s", size(maxPDF))}
		}
	}
	return nil
}
