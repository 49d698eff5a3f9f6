package article

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"mime"
	"mime/multipart"
	"net/mail"
	"net/textproto"
	"strings"
)

// MHTML (RFC 2557) is what a browser makes of a page that is saved as a single
// file: a mail whose first HTML part is the page.

func isMHTML(head []byte, _ string) bool {
	if !mailStart.Match(head) {
		return false
	}
	top, _, _ := bytes.Cut(bytes.ReplaceAll(head, []byte("\r\n"), []byte("\n")), []byte("\n\n"))
	lines := "\n" + string(top)
	return strings.Contains(lines, "\nSnapshot-Content-Location: ") ||
		strings.Contains(lines, "\nContent-Type: multipart/related") && strings.Contains(lines, "text/html") && !strings.Contains(lines, "\nTo: ")
}

// savedPage is the page in an MHTML file.
type savedPage struct {
	data          []byte
	kind, address string
}

func (r *reader) mhtml(in *input) {
	data, ok := r.readAll(in)
	if !ok {
		return
	}
	msg, reason := r.openMail(data)
	if reason != "" {
		r.fail(in.name, reason)
		return
	}
	page, err := pagePart(textproto.MIMEHeader(msg.Header), msg.Body, r.mailDepth())
	switch {
	case err != nil:
		r.failWith(in.name, "damaged saved page: "+err.Error(), err)
	case page == nil:
		r.fail(in.name, "no page in the saved page")
	default:
		address := firstOf(msg.Header.Get("Snapshot-Content-Location"), page.address)
		if !isAddress(address) {
			address = ""
		}
		r.page(in, page.data, in.name, page.kind, address)
	}
}

// pagePart is the first part that is HTML, nil when there is none.
func pagePart(header textproto.MIMEHeader, body io.Reader, depth int) (*savedPage, error) {
	kind, params, err := mime.ParseMediaType(header.Get("Content-Type"))
	switch {
	case err != nil:
		return nil, fmt.Errorf("its Content-Type: %w", err)
	case kind == "text/html":
		data, err := io.ReadAll(decoded(body, header.Get("Content-Transfer-Encoding")))
		return &savedPage{data, header.Get("Content-Type"), header.Get("Content-Location")}, err
	case !strings.HasPrefix(kind, "multipart/"):
		return nil, nil
	case depth == 0:
		return nil, errMailDepth
	}
	for parts := multipart.NewReader(body, params["boundary"]); ; {
		part, err := parts.NextRawPart()
		if errors.Is(err, io.EOF) {
			return nil, nil
		}
		if err != nil {
			return nil, err
		}
		if page, err := pagePart(part.Header, part, depth-1); page != nil || errors.Is(err, errMailDepth) {
			return page, err
		}
	}
}

// maxMailHeader bounds the header of a mail: past it, it is none.
const maxMailHeader = 1 << 20

// openMail reads the header of a mail, or says why there is none.
func (r *reader) openMail(data []byte) (msg *mail.Message, reason string) {
	head := data[:min(len(data), maxMailHeader)]
	if len(head) < len(data) && !bytes.Contains(head, []byte("\n\n")) && !bytes.Contains(head, []byte("\n\r\n")) {
		return nil, fmt.Sprintf("not a mail: its header is longer than the limit of %d MiB", maxMailHeader>>20)
	}
	msg, err := mail.ReadMessage(bytes.NewReader(data))
	if err != nil {
		return nil, "not a mail: " + err.Error()
	}
	return msg, ""
}
