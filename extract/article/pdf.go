package article

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"strings"
	"time"

	"github.com/ledongthuc/pdf"
)

// pdfTime bounds the reading of one PDF: a damaged one can send the parser in circles.
const pdfTime = 20 * time.Second

// maxGlyphs bounds the letters of one PDF: a thousand full pages.
const maxGlyphs = 2_000_000

func isPDF(head []byte, _ string) bool { return bytes.HasPrefix(head, []byte("%PDF-")) }

func (r *reader) pdf(in *input) {
	data, ok := r.readAll(in)
	if !ok {
		return
	}
	if err := checkPDF(data); err != nil {
		r.failWith(in.name, "the PDF is refused: "+err.Error(), err)
		return
	}
	ctx, cancel := context.WithTimeout(r.ctx, pdfTime)
	defer cancel()
	done := make(chan pdfResult, 1)
	go func() { done <- pdfText(ctx, data) }()
	select {
	case res := <-done:
		r.pdfArticle(in, res)
	case <-ctx.Done():
		if r.ctx.Err() == nil {
			r.fail(in.name, fmt.Sprintf("damaged PDF: not read after the limit of %s", pdfTime))
		}
	}
}

// pdfResult is the text of a PDF, or why there is none.
type pdfResult struct {
	title, text string
	err         error
}

func (r *reader) pdfArticle(in *input, res pdfResult) {
	switch {
	case res.err != nil:
		r.failWith(in.name, "damaged PDF: "+oneLine(res.err.Error()), res.err)
	case isBlank(res.text):
		r.fail(in.name, "no text in the PDF: it may hold pictures of pages only")
	default:
		if cut := splitExport(res.text); cut != nil {
			r.exported(in, cut, in.name)
			return
		}
		a := textArticle([]byte(res.text), in.name)
		a.Title = firstOf(res.title, a.Title)
		r.emit(in, a)
	}
}

// pdfText returns the text of all pages. The parser panics on some damaged files.
func pdfText(ctx context.Context, data []byte) (res pdfResult) {
	defer func() {
		if fault := recover(); fault != nil {
			res = pdfResult{err: fmt.Errorf("%v", fault)}
		}
	}()
	doc, err := pdf.NewReader(&untilDone{ctx, bytes.NewReader(data)}, int64(len(data)))
	if err != nil {
		return pdfResult{err: err}
	}
	var pages [][]*pdfLine
	fonts := map[string]*pdfFont{}
	for i, left := 1, maxGlyphs; i <= doc.NumPage(); i++ {
		if err := ctx.Err(); err != nil {
			return pdfResult{err: err}
		}
		glyphs := pdfGlyphs(doc.Page(i), fonts, left)
		if left -= len(glyphs); left <= 0 {
			return pdfResult{err: fmt.Errorf("more than the limit of %d letters", maxGlyphs)}
		}
		pages = append(pages, pdfLines(glyphs))
	}
	title, paragraphs := pdfParagraphs(pages)
	return pdfResult{title: plainGlyphs(title), text: plainGlyphs(strings.ToValidUTF8(strings.Join(paragraphs, "\n\n"), "\ufffd"))}
}

// untilDone ends the reading when ctx is done, so that a parser that goes in
// circles stops with the next byte it wants.
type untilDone struct {
	ctx context.Context
	src io.ReaderAt
}

func (u *untilDone) ReadAt(p []byte, off int64) (int, error) {
	if err := u.ctx.Err(); err != nil {
		return 0, err
	}
	return u.src.ReadAt(p, off)
}
