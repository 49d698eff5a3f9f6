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
	limit := r.opts.Limits.Article
	text, err := docxText(&bounded{src: src, left: limit, limit: limit})
	if err != nil {
		r.failWith(in.name, "damaged document: "+readError(err), err)
		return
	}
	r.texts(in, []byte(text))
}

// docxText collects the words of a document part, a blank line between paragraphs.
func docxText(src io.Reader) (string, error) {
	var b strings.Builder
	decoder := xml.NewDecoder(src)
	words := false // inside <w:t>
	for {
		token, err := decoder.Token()
		if errors.Is(err, io.EOF) {
			return b.String(), nil
		}
		if err != nil {
			return "", err
		}
		switch t := token.(type) {
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
