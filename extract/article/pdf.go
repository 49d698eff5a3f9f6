package article

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"
	"time"

	"github.com/ledongthuc/pdf"
)

// pdfTime bounds the reading of one PDF: a damaged one can send the parser in circles.
const pdfTime = 20 * time.Second

func isPDF(head []byte, _ string) bool { return bytes.HasPrefix(head, []byte("%PDF-")) }

func (r *reader) pdf(in *input) {
	data, ok := r.readAll(in)
	if !ok {
		return
	}
	type result struct {
		text string
		err  error
	}
	done := make(chan result, 1)
	go func() {
		text, err := pdfText(data, r.opts.Limits.Article)
		done <- result{text, err}
	}()
	select {
	case res := <-done:
		switch {
		case res.err != nil:
			r.failWith(in.name, "damaged PDF: "+oneLine(res.err.Error()), res.err)
		case isBlank(res.text):
			r.fail(in.name, "no text in the PDF: it may hold pictures of pages only")
		default:
			r.texts(in, []byte(res.text))
		}
	case <-time.After(pdfTime):
		r.fail(in.name, fmt.Sprintf("damaged PDF: not read after %s", pdfTime))
	case <-r.ctx.Done():
	}
}

// pdfText returns the text of all pages. The parser panics on some damaged files.
func pdfText(data []byte, limit int64) (text string, err error) {
	defer func() {
		if fault := recover(); fault != nil {
			err = fmt.Errorf("%v", fault)
		}
	}()
	doc, err := pdf.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return "", err
	}
	src, err := doc.GetPlainText()
	if err != nil {
		return "", err
	}
	raw, err := io.ReadAll(io.LimitReader(src, limit+1))
	if err != nil {
		return "", err
	}
	if int64(len(raw)) > limit {
		return "", errors.New(tooLong(limit))
	}
	return joinLines(strings.ToValidUTF8(string(raw), "\ufffd")), nil
}

// joinLines makes paragraphs of the lines of a page: a line that ends a
// sentence ends a paragraph, a word divided at the line's end becomes whole.
func joinLines(text string) string {
	var b strings.Builder
	for _, line := range strings.Split(text, "\n") {
		line = oneLine(line)
		switch {
		case line == "":
			continue
		case strings.HasSuffix(line, "-") && len(line) > 2 && line[len(line)-2] >= 'a':
			b.WriteString(strings.TrimSuffix(line, "-"))
		case strings.ContainsAny(line[len(line)-1:], ".!?\"") || strings.HasSuffix(line, "”"):
			b.WriteString(line + "\n\n")
		default:
			b.WriteString(line + " ")
		}
	}
	return strings.TrimSpace(b.String())
}
