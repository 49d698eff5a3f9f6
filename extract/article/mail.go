package article

import (
	"bytes"
	"encoding/base64"
	"errors"
	"fmt"
	"io"
	"mime"
	"mime/multipart"
	"mime/quotedprintable"
	"net/mail"
	"net/textproto"
	"regexp"
	"strings"

	"golang.org/x/net/html/charset"
)

// mailStart matches the first header line of a mail as it lies on disk.
var mailStart = regexp.MustCompile(`^(?:Return-Path|Received|Delivered-To|From|To|Subject|Date|Message-ID|Message-Id|MIME-Version|X-[A-Za-z-]+|Content-Type): `)

// isMail holds where header lines open the file and say who wrote when.
func isMail(head []byte, _ string) bool {
	if !mailStart.Match(head) {
		return false
	}
	head = bytes.ReplaceAll(head, []byte("\r\n"), []byte("\n"))
	top, _, _ := bytes.Cut(head, []byte("\n\n"))
	lines := "\n" + string(top)
	return strings.Contains(lines, "\nFrom: ") && strings.Contains(lines, "\nDate: ") &&
		(strings.Contains(lines, "\nMessage-I") || strings.Contains(lines, "\nMIME-Version: ") || strings.Contains(lines, "\nTo: "))
}

func isMailbox(head []byte, _ string) bool {
	rest, found := bytes.CutPrefix(head, []byte("From "))
	if !found {
		return false
	}
	_, rest, _ = bytes.Cut(rest, []byte("\n"))
	return mailStart.Match(rest)
}

func (r *reader) mail(in *input) {
	if data, ok := r.readAll(in); ok {
		r.message(in, data, in.name)
	}
}

// mailbox reads the mails of an mbox file (RFC 4155) one at a time.
func (r *reader) mailbox(in *input) {
	var message []byte
	n := 0
	flush := func() {
		if n > 0 && !r.done() {
			r.message(in, message, fmt.Sprintf("%s#%d", in.name, n))
		}
		message, n = message[:0], n+1
	}
	for {
		line, err := r.readLine(in)
		switch {
		case bytes.HasPrefix(line, []byte("From ")):
			flush()
		case int64(len(message)+len(line)) <= r.opts.Limits.Article:
			message = append(message, unquoted(line)...)
		}
		if err != nil && !errors.Is(err, errTooLong) || r.done() {
			break
		}
	}
	flush()
}

// unquoted takes away the ">" that mbox puts before a "From " inside a mail.
func unquoted(line []byte) []byte {
	if bytes.HasPrefix(line, []byte(">From ")) {
		return line[1:]
	}
	return line
}

func (r *reader) message(in *input, data []byte, origin string) {
	msg, reason := r.openMail(data)
	if reason != "" {
		r.fail(origin, reason)
		return
	}
	text, err := mailText(textproto.MIMEHeader(msg.Header), msg.Body, r.mailDepth())
	if err != nil {
		r.failWith(origin, "the mail cannot be decoded: "+err.Error(), err)
		return
	}
	words := mime.WordDecoder{CharsetReader: charset.NewReaderLabel}
	header := func(name string) string {
		value, err := words.DecodeHeader(msg.Header.Get(name))
		if err != nil {
			value = msg.Header.Get(name)
		}
		return oneLine(value)
	}
	a := &Article{Origin: origin, Text: strings.ToValidUTF8(text, "\ufffd")}
	a.Title, a.Published = header("Subject"), header("Date")
	a.trimTop()
	if t, err := msg.Header.Date(); err == nil {
		a.Published = t.Format(Day)
	}
	if id := strings.Trim(header("Message-ID"), "<> "); id != "" {
		a.ID = "mid:" + id // RFC 2392
	}
	if from, err := mail.ParseAddress(header("From")); err == nil {
		a.Publisher = firstOf(from.Name, from.Address)
	}
	r.emit(in, a)
}

// mailDepth is how deep the parts of a mail may nest: a forwarded mail inside a
// signed one inside an archive takes four.
func (r *reader) mailDepth() int { return r.opts.Limits.Depth + 4 }

var errMailDepth = errors.New("parts inside parts, nested deeper than the limit")

// mailText is the text of a mail: its plain part, else its HTML part.
func mailText(header textproto.MIMEHeader, body io.Reader, depth int) (string, error) {
	kind, params, err := mime.ParseMediaType(firstOf(header.Get("Content-Type"), "text/plain"))
	if err != nil {
		kind = "text/plain"
	}
	switch {
	case strings.HasPrefix(kind, "multipart/") && depth == 0:
		return "", errMailDepth
	case strings.HasPrefix(kind, "multipart/"):
		return bestPart(multipart.NewReader(body, params["boundary"]), depth-1)
	case kind != "text/plain" && kind != "text/html":
		return "", nil
	}
	data, err := io.ReadAll(decoded(body, header.Get("Content-Transfer-Encoding")))
	if err != nil {
		return "", err
	}
	text := string(data)
	if label := params["charset"]; label != "" {
		if conv, err := charset.NewReaderLabel(label, bytes.NewReader(data)); err == nil {
			if data, err = io.ReadAll(conv); err == nil {
				text = string(data)
			}
		}
	}
	if kind == "text/html" {
		return fragmentText(text), nil
	}
	return unwrapped(text), nil
}

// bestPart takes the first part that has text; plain text before HTML comes
// first in a mail by RFC 2046.
func bestPart(parts *multipart.Reader, depth int) (string, error) {
	for {
		part, err := parts.NextRawPart()
		if errors.Is(err, io.EOF) {
			return "", nil
		}
		if err != nil {
			return "", err
		}
		if strings.HasPrefix(part.Header.Get("Content-Disposition"), "attachment") {
			continue
		}
		text, err := mailText(part.Header, part, depth)
		if err != nil || !isBlank(text) {
			return text, err
		}
	}
}

func decoded(body io.Reader, encoding string) io.Reader {
	switch strings.ToLower(strings.TrimSpace(encoding)) {
	case "base64":
		return base64.NewDecoder(base64.StdEncoding, body)
	case "quoted-printable":
		return quotedprintable.NewReader(body)
	}
	return body
}

// unwrapped joins the lines of a paragraph that a mailer broke at some 72 columns.
func unwrapped(text string) string {
	paragraphs := strings.Split(strings.ReplaceAll(text, "\r\n", "\n"), "\n\n")
	for i, p := range paragraphs {
		paragraphs[i] = oneLine(p)
	}
	return strings.Join(paragraphs, "\n\n")
}
