package article

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
)

// jsonLines reads one JSON record a line, or one list of records. A line that
// is none is an error about that line.
func (r *reader) jsonLines(in *input) {
	for line := 1; !r.done(); line++ {
		data, err := r.readLine(in)
		origin := fmt.Sprintf("%s:%d", in.name, line)
		switch {
		case errors.Is(err, errTooLong):
			r.fail(origin, tooLong(r.opts.Limits.Article))
		case err != nil && err != io.EOF:
			r.failWith(origin, readError(err), err)
			return
		default:
			r.record(in, bytes.TrimSpace(bytes.TrimPrefix(data, utf8BOM)), origin)
		}
		if err == io.EOF {
			return
		}
	}
}

var errTooLong = errors.New("line too long")

// readLine returns the next line without holding more than one article of it.
func (r *reader) readLine(in *input) (line []byte, err error) {
	long := false
	for {
		part, err := in.ReadSlice('\n')
		if int64(len(line)+len(part)) > r.opts.Limits.Article {
			line, long = line[:0], true
		}
		if !long {
			line = append(line, part...)
		}
		switch {
		case errors.Is(err, io.EOF) && long && len(part) == 0:
			return nil, io.EOF
		case errors.Is(err, bufio.ErrBufferFull):
		case long:
			return nil, errTooLong
		default:
			return line, err
		}
	}
}

func (r *reader) record(in *input, line []byte, origin string) {
	if len(line) == 0 {
		return
	}
	if at := invalidAt(line); at >= 0 {
		r.fail(origin, invalidUTF8(at))
		return
	}
	if len(line) > freeSize {
		if err := checkJSON(line); err != nil {
			r.failWith(origin, err.Error(), err)
			return
		}
	}
	fields := map[string]any{}
	decoder := json.NewDecoder(bytes.NewReader(line))
	decoder.UseNumber()
	if err := decoder.Decode(&fields); err != nil {
		r.failWith(origin, notJSON(len(line), err), err)
		return
	}
	r.fields(in, fields, origin)
}

// fields makes an article of a record, or several of one that wraps them.
func (r *reader) fields(in *input, fields map[string]any, origin string) {
	a := r.fromFields(fields)
	if a.Text != "" {
		a.Origin = origin
		r.emit(in, a)
		return
	}
	records := wrapped(fields)
	for i, record := range records {
		a := r.fromFields(record)
		a.Origin = fmt.Sprintf("%s#%d", origin, i+1)
		r.emitRecord(in, a)
	}
	if records == nil {
		a.Origin = origin
		r.emitRecord(in, a)
	}
}

func (r *reader) emitRecord(in *input, a *Article) {
	switch {
	case a.Text == "" && a.Title != "" && a.URL != "":
		r.fail(a.Origin, "no text: the record has a headline and an address only ('entente load "+a.URL+"' fetches the page, --map text=title reads the headline)")
		return
	case a.Text == "":
		r.fail(a.Origin, "no text: the record has no field text or event_text (name another with --map text=FIELD)")
		return
	}
	r.emit(in, a)
}

// notJSON says how a line fails to be JSON, and tells a cut line from a wrong one.
func notJSON(size int, err error) string {
	var limit *limitError
	var wrong *json.UnmarshalTypeError
	switch {
	case errors.As(err, &limit):
		return limit.Error()
	case errors.As(err, &wrong):
		return "not a JSON record but a " + wrong.Value
	case errors.Is(err, io.ErrUnexpectedEOF):
		return fmt.Sprintf("the JSON record is cut off after %d bytes", size)
	}
	return "not a JSON record: " + strings.TrimPrefix(err.Error(), "json: ")
}

// fieldNames lists, for each of our fields, the record fields that are looked
// at, best first: ours, then those of event-data sets and news APIs.
func fieldNames() [][]string {
	return [][]string{
		{"id", "id", "article_id", "stories_id", "story_id"},
		{"url", "url", "link", "webUrl", "web_url"},
		{"title", "title", "headline", "webTitle", "headline.main"},
		{"publisher", "publisher", "source", "media_name", "publication", "pub", "source_domain", "domain"},
		{"published", "published", "date", "published_date", "publish_date", "publishedAt", "published_at", "pub_date", "pubDate",
			"date_publish", "datePublished", "webPublicationDate", "publication_date", "seendate"},
		{"author", "author", "authors", "byline"},
		{"text", "text", "event_text", "body", "content", "maintext", "story_text", "articleBody", "bodyText", "fields.bodyText", "full_text"},
	}
}

// fromFields fills an article from a record's fields.
func (r *reader) fromFields(fields map[string]any) *Article {
	a := &Article{}
	for _, names := range fieldNames() {
		field, candidates := names[0], names[1:]
		if given, ok := r.opts.Fields[field]; ok {
			candidates = []string{given}
		}
		for _, name := range candidates {
			if value := words(lookup(fields, name)); !isBlank(value) {
				a.set(field, value)
				break
			}
		}
	}
	return a
}

// lookup finds a field; "source.name" looks inside an object.
func lookup(fields map[string]any, name string) any {
	if value, ok := fields[name]; ok {
		return value
	}
	outer, inner, found := strings.Cut(name, ".")
	if !found {
		return lookupFold(fields, name)
	}
	below, _ := fields[outer].(map[string]any)
	return lookup(below, inner)
}

// lookupFold finds a field whatever its case. Where several differ only in
// case, the first by name counts.
func lookupFold(fields map[string]any, name string) any {
	best := ""
	for key := range fields {
		if strings.EqualFold(key, name) && (best == "" || key < best) {
			best = key
		}
	}
	return fields[best]
}

// words is a JSON value as text: a list is joined, of an object its name is taken.
func words(value any) string {
	switch v := value.(type) {
	case string:
		return v
	case json.Number:
		return v.String()
	case float64:
		return strconv.FormatFloat(v, 'f', -1, 64)
	case []any:
		parts := make([]string, 0, len(v))
		for _, part := range v {
			if s := words(part); s != "" {
				parts = append(parts, s)
			}
		}
		return strings.Join(parts, ", ")
	case map[string]any:
		return words(v["name"])
	}
	return ""
}

// FieldNames lists the fields of an article that [Options.Fields] can rename.
func FieldNames() []string {
	var ours []string
	for _, names := range fieldNames() {
		ours = append(ours, names[0])
	}
	return ours
}
