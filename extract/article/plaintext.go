package article

import (
	"bytes"
	"fmt"
	"regexp"
	"strings"
	"unicode/utf8"
)

// plainText reads a file that is one article. Lines at its top that say title,
// date, source or author are read and blanked out; everything else stays where
// it is, so that offsets are offsets into the file.
func (r *reader) plainText(in *input) {
	if data, ok := r.readText(in); ok {
		r.texts(in, data)
	}
}

// readText reads a whole file as UTF-8, or reports why it cannot be read so.
func (r *reader) readText(in *input) (data []byte, ok bool) {
	data, ok = r.readAll(in)
	if !ok {
		return nil, false
	}
	data, reason := toUTF8(data)
	if reason != "" {
		r.fail(in.name, reason)
	}
	return data, reason == ""
}

// texts emits the articles in a text: one, or as many as a news database put
// into one file.
func (r *reader) texts(in *input, data []byte) {
	if cut := splitExport(string(data)); cut != nil {
		r.exported(in, cut, in.name)
		return
	}
	r.emit(in, textArticle(data, in.name))
}

// exported emits the articles of a news database's file.
func (r *reader) exported(in *input, articles []*Article, origin string) {
	for i, a := range articles {
		a.Origin = fmt.Sprintf("%s#%d", origin, i+1)
		r.emit(in, a)
	}
}

// textArticle makes an article of valid UTF-8. It may overwrite data.
func textArticle(data []byte, origin string) *Article {
	a := &Article{Origin: origin}
	if bytes.HasPrefix(data, utf8BOM) {
		blank(data[:len(utf8BOM)])
	}
	for i, b := range data {
		if b == '\r' || b == '\f' || b == 0 {
			data[i] = ' '
		}
	}
	readTop(a, data, "")
	a.Text = string(data)
	if a.Published == "" {
		a.Published = datelineDay(a.Text)
	}
	return a
}

// At the top of a text, maxTop lines are looked at for title, date and by-line;
// a date line or by-line has at most maxHeading bytes.
const (
	maxTop     = 12
	maxHeading = 90
)

// readTop reads and blanks out the lines above the first paragraph. title is
// what the title is known to be, if it is.
func readTop(a *Article, data []byte, title string) {
	lines := topLines(data)
	for i, l := range lines {
		text := string(bytes.TrimSpace(l.line))
		switch field, value := headerField(text); {
		case field != "":
			a.set(field, value)
		case text == "":
			continue
		case text == title:
		case byline(text) != "":
			a.Author = byline(text)
		case isDateLine(text):
			a.Published = dateLine(text)
		case title == "" && a.Title == "" && isTitle(text) && i+1 < len(lines) && nextIsBreak(lines[i+1]):
			a.Title = text
		default:
			return
		}
		blank(l.line)
	}
}

// topLine is one of the first lines of a text, inside the text's own bytes.
type topLine struct{ line []byte }

func topLines(data []byte) (lines []topLine) {
	for len(lines) < maxTop && len(data) > 0 {
		end := bytes.IndexByte(data, '\n')
		if end < 0 {
			// The last line is never a heading: something must follow one.
			return append(lines, topLine{data})
		}
		lines = append(lines, topLine{data[:end]})
		data = data[end+1:]
	}
	return lines
}

// nextIsBreak holds for a line that ends a heading: empty, or itself a header, date or by-line.
func nextIsBreak(l topLine) bool {
	text := string(bytes.TrimSpace(l.line))
	field, _ := headerField(text)
	return text == "" || field != "" || isDateLine(text) || byline(text) != ""
}

// headerField reads "Title: …" lines. The field is "" when the line is none.
func headerField(line string) (field, value string) {
	key, value, found := strings.Cut(line, ":")
	if !found || len(key) > 20 {
		return "", ""
	}
	return fieldNamed(strings.ToLower(strings.TrimSpace(key))), strings.TrimSpace(value)
}

// fieldNamed maps the names people give a header to ours.
func fieldNamed(key string) string {
	switch key {
	case "title", "headline", "subject":
		return "title"
	case "date", "published", "publication date", "load-date", "posted":
		return "published"
	case "publisher", "source", "newspaper", "publication", "agency":
		return "publisher"
	case "author", "byline", "by":
		return "author"
	case "url", "link":
		return "url"
	case "id":
		return "id"
	}
	return ""
}

func (a *Article) set(field, value string) {
	switch field {
	case "title":
		a.Title = value
	case "published":
		a.Published = value
	case "publisher":
		a.Publisher = value
	case "author":
		a.Author = value
	case "url":
		a.URL = value
	case "id":
		a.ID = value
	case "text":
		a.Text = value
	}
}

// isTitle holds for a short line that does not end like a sentence.
func isTitle(line string) bool {
	if len(line) < 8 || utf8.RuneCountInString(line) > 160 || !strings.Contains(line, " ") {
		return false
	}
	return !strings.ContainsAny(line[len(line)-1:], `.!?":;,)`) && !strings.HasSuffix(line, "”")
}

// textPatterns are the compiled patterns of this file.
var textPatterns = struct{ published, byline, dateline *regexp.Regexp }{
	published: regexp.MustCompile(`(?i)^(?:published|updated|posted|last updated|first published)(?: on| at)?:? `),
	byline:    regexp.MustCompile(`^(?:By|BY) (\p{Lu}[\p{L}.'’-]*(?: (?:\p{Lu}|de|van|von|der|al-|and|,)[\p{L}.'’-]*){1,7})(?:,? [\p{L} ]+)?$`),
	dateline:  regexp.MustCompile(`^\s*\p{Lu}[\p{Lu}\p{L} ,.'’()/-]{1,60}?,? ((?:\p{Lu}\p{Ll}{2,8}\.? \d{1,2},? |\d{1,2} \p{Lu}\p{Ll}{2,8}\.? )(?:19|20)\d\d)(?: ?\([^)\n]{1,40}\))? ?(?:--|[-–—:]) `),
}

func isDateLine(line string) bool { return dateLine(line) != "" }

func dateLine(line string) string {
	if len(line) > maxHeading {
		return ""
	}
	day, _ := ParseDay(textPatterns.published.ReplaceAllString(line, ""))
	return day
}

func byline(line string) string {
	if len(line) > maxHeading {
		return ""
	}
	if m := textPatterns.byline.FindStringSubmatch(line); m != nil {
		return m[1]
	}
	return ""
}

// datelineDay reads the day of "GENEVA, Jan. 10, 2022 (Reuters) - ". The words
// stay in the text: the place in them belongs to the events below.
func datelineDay(text string) string {
	text = strings.TrimLeft(text, " \n\t")
	if len(text) > 200 {
		text = text[:200]
	}
	if m := textPatterns.dateline.FindStringSubmatch(text); m != nil {
		day, _ := ParseDay(m[1])
		return day
	}
	return ""
}

// blank overwrites a line with spaces, so that what stands behind it keeps its place.
func blank(line []byte) {
	for i := range line {
		line[i] = ' '
	}
}
