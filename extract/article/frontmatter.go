package article

import (
	"bytes"
	"regexp"

	"github.com/goccy/go-yaml"
)

// isFrontMatter holds for Markdown that begins with a YAML header between two
// lines of three hyphens.
func isFrontMatter(head []byte, _ string) bool {
	rest, found := bytes.CutPrefix(bytes.TrimPrefix(head, utf8BOM), []byte("---"))
	return found && bytes.Contains(rest, []byte("\n---")) && (bytes.HasPrefix(rest, []byte("\n")) || bytes.HasPrefix(rest, []byte("\r\n")))
}

// frontMatter reads the header and blanks it out with the marks of Markdown, so
// that offsets stay offsets into the file.
func (r *reader) frontMatter(in *input) {
	data, ok := r.readText(in)
	if !ok {
		return
	}
	open := bytes.Index(data, []byte("---"))
	length := bytes.Index(data[max(open, 0):], []byte("\n---")) - len("---")
	if open < 0 || length < 0 {
		r.fail(in.name, "damaged header: it has no end")
		return
	}
	fields := map[string]any{}
	header := data[open+3 : open+3+length]
	if err := yaml.Unmarshal(header, &fields); err != nil {
		r.failWith(in.name, "damaged header: "+oneLine(err.Error()), err)
		return
	}
	given := r.fromFields(textual(fields))
	end := open + 3 + length + len("\n---")
	blankKeepingLines(data[:end])
	unmark(data[end:])
	a := textArticle(data, in.name)
	text, published, author := a.Text, firstOf(given.Published, a.Published), firstOf(given.Author, a.Author)
	title := firstOf(given.Title, a.Title)
	*a = *given
	a.Origin, a.Text, a.Published, a.Author, a.Title = in.name, text, published, author, title
	r.emit(in, a)
}

// textual drops what is no text, number, list or object: YAML reads 2022-01-18
// as text here, but a bare year as a number.
func textual(fields map[string]any) map[string]any {
	for key, value := range fields {
		switch v := value.(type) {
		case uint64:
			fields[key] = float64(v)
		case int64:
			fields[key] = float64(v)
		}
	}
	delete(fields, "text") // the text is the body
	return fields
}

var markdownMarks = regexp.MustCompile(`(?m)^ {0,3}(?:#{1,6} |> ?|[-*+] )|\]\([^)\n]*\)|!?\[|\*\*|__|` + "`")

// unmark blanks out headings' and lists' marks, emphasis and link targets.
func unmark(data []byte) {
	for _, m := range markdownMarks.FindAllIndex(data, -1) {
		blank(data[m[0]:m[1]])
	}
}

func blankKeepingLines(data []byte) {
	for i, b := range data {
		if b != '\n' {
			data[i] = ' '
		}
	}
}
