package article

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
)

// isJSONDocument holds for one JSON value over many lines, or a list: what an
// API answers, or somebody made readable.
func isJSONDocument(head []byte, name string) bool {
	if !isJSON(head, name) {
		return false
	}
	head = bytes.TrimLeft(bytes.TrimPrefix(head, utf8BOM), " \t\r\n")
	line, _, more := bytes.Cut(head, []byte("\n"))
	line = bytes.TrimSpace(line)
	return head[0] == '[' && !isList(line) || more && bytes.IndexByte([]byte("{[,"), line[len(line)-1]) >= 0
}

// isList holds for a line that is a JSON list of its own that is not records.
func isList(line []byte) bool {
	return len(line) > 1 && line[1] != '{' && line[len(line)-1] == ']' && len(line) > 2
}

// jsonDocument reads the records of a JSON document: the elements of a list,
// or one object, which may wrap a list ("articles" of NewsAPI and the like).
func (r *reader) jsonDocument(in *input) {
	if head, _ := in.Peek(len(utf8BOM)); bytes.Equal(head, utf8BOM) {
		_, _ = in.Discard(len(utf8BOM)) // buffered: cannot fail
	}
	src := newAllowance(in, r.opts.Limits.Article)
	decoder := json.NewDecoder(src)
	list := false
	if head, _ := in.Peek(sniffLen); bytes.HasPrefix(bytes.TrimLeft(head, " \t\r\n"), []byte("[")) {
		_, _ = decoder.Token() // the bracket just seen
		list = true
	}
	for n := 1; decoder.More() && !r.done(); n++ {
		origin := fmt.Sprintf("%s#%d", in.name, n)
		src.renew()
		var value json.RawMessage
		if err := decoder.Decode(&value); err != nil {
			r.failWith(origin, notJSON(int(decoder.InputOffset()), err), err)
			return
		}
		r.record(in, value, origin)
	}
	if _, err := decoder.Token(); list && err != nil && !r.done() {
		if errors.Is(err, io.EOF) {
			err = io.ErrUnexpectedEOF
		}
		r.failWith(in.name, notJSON(int(decoder.InputOffset()), err), err)
	}
}

// wrapped returns the records inside an API's answer, nil when it is a record itself.
func wrapped(fields map[string]any) []map[string]any {
	for _, name := range []string{"articles", "stories", "results", "items", "documents", "docs", "data", "value", "response"} {
		switch inner := fields[name].(type) {
		case []any:
			var records []map[string]any
			for _, v := range inner {
				if record, ok := v.(map[string]any); ok {
					records = append(records, record)
				}
			}
			if records != nil {
				return records
			}
		case map[string]any:
			if records := wrapped(inner); records != nil {
				return records
			}
		}
	}
	return nil
}
