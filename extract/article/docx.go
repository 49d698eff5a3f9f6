package article

import (
	"archive/zip"
	"encoding/xml"
	"errors"
	"io"
	"strings"
)

// docx reads a Word document: the paragraphs of its main part (ISO 29500).
func (r *reader) docx(in *input, document *zip.File) {
	src, err := document.Open()
	if err != nil {
		r.failWith(in.name, "damaged document: "+err.Error(), err)
		return
	}
	defer src.Close()
	b := &bounded{src: src, quota: &quota{r.opts.Limits.Article, r.opts.Limits.Article}, ratio: r.opts.Limits.Ratio, packed: func() int64 { return int64(document.CompressedSize64) }}
	text, err := docxText(b)
	if err != nil {
		r.failWith(in.name, "damaged document: "+readError(err), err)
		return
	}
	r.texts(in, []byte(text))
}

// docxText collects the words of a document part, a blank line between paragraphs.
func docxText(src io.Reader) (string, error) {
	var b strings.Builder
	part := newAllowance(src, maxTag)
	decoder := xml.NewDecoder(part)
	words := false // inside <w:t>
	for {
		part.renew()
		token, err := decoder.Token()
		if errors.Is(err, io.EOF) {
			return b.String(), nil
		}
		if err != nil {
			return "", err
		}
		switch t := token.(type) {
		case xml.Directive:
			if err := checkDirective(t); err != nil {
				return "", err
			}
		case xml.StartElement:
			words = t.Name.Local == "t"
			switch t.Name.Local {
			case "tab":
				b.WriteByte(' ')
			case "br", "cr":
				b.WriteByte('\n')
			}
		case xml.EndElement:
			words = false
			if t.Name.Local == "p" {
				b.WriteString("\n\n")
			}
		case xml.CharData:
			if words {
				b.Write(t)
			}
		}
	}
}
