package export

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"github.com/cayleygraph/quad"
	"github.com/cayleygraph/quad/pquads"
	"github.com/entente-kg/entente/schema"
)

// XML Schema's names for the types cayley stores natively.
const (
	xsdInteger  = "http://www.w3.org/2001/XMLSchema#integer"
	xsdDouble   = "http://www.w3.org/2001/XMLSchema#double"
	xsdBoolean  = "http://www.w3.org/2001/XMLSchema#boolean"
	xsdDateTime = "http://www.w3.org/2001/XMLSchema#dateTime"
)

// term is a node of RDF 1.1: an IRI, a blank node or a literal.
type term struct {
	value, datatype, lang string
	iri, blank            bool
}

func termOf(v quad.Value) term {
	switch v := v.(type) {
	case nil:
		return term{}
	case quad.IRI:
		return term{value: string(v), iri: true}
	case quad.BNode:
		return term{value: string(v), blank: true}
	case quad.String:
		return term{value: string(v)}
	case quad.LangString:
		return term{value: string(v.Value), lang: v.Lang}
	case quad.TypedString:
		return term{value: string(v.Value), datatype: string(v.Type.Full())}
	case quad.Int:
		return term{value: strconv.FormatInt(int64(v), 10), datatype: xsdInteger}
	case quad.Float:
		return term{value: decimal(float64(v)), datatype: xsdDouble}
	case quad.Bool:
		return term{value: fmt.Sprint(bool(v)), datatype: xsdBoolean}
	case quad.Time:
		return term{value: string(v.TypedString().Value), datatype: xsdDateTime}
	}
	return term{value: quad.StringOf(v)}
}

// String is the term as N-Triples, and so Turtle, writes it.
func (t term) String() string {
	switch {
	case t.iri:
		return "<" + escapeIRI(t.value) + ">"
	case t.blank:
		return "_:" + t.value
	case t.lang != "":
		return escapeLiteral(t.value) + "@" + t.lang
	case t.datatype != "":
		return escapeLiteral(t.value) + "^^<" + escapeIRI(t.datatype) + ">"
	}
	return escapeLiteral(t.value)
}

// escapeIRI writes what IRIREF forbids as \u escapes.
func escapeIRI(s string) string {
	forbidden := func(r rune) bool { return r <= ' ' || strings.ContainsRune("<>\"{}|^`\\", r) }
	if !strings.ContainsFunc(s, forbidden) {
		return s
	}
	var b strings.Builder
	for _, r := range s {
		if forbidden(r) {
			fmt.Fprintf(&b, `\u%04X`, r)
		} else {
			b.WriteRune(r)
		}
	}
	return b.String()
}

// escapeLiteral quotes a literal; unlike other formats RDF can carry every
// character, so nothing is lost, and control characters leave as escapes.
func escapeLiteral(s string) string {
	var b strings.Builder
	b.Grow(len(s) + 2)
	b.WriteByte('"')
	for _, r := range s {
		switch {
		case r == '"' || r == '\\':
			b.WriteByte('\\')
			b.WriteRune(r)
		case r == '\n':
			b.WriteString(`\n`)
		case r == '\r':
			b.WriteString(`\r`)
		case r == '\t':
			b.WriteString(`\t`)
		case r < ' ' || r == 0x7f:
			fmt.Fprintf(&b, `\u%04X`, r)
		default:
			b.WriteRune(r)
		}
	}
	b.WriteByte('"')
	return b.String()
}

func writeNQuads(ctx context.Context, src Source, files map[string]io.Writer) error {
	w := bufio.NewWriter(files["graph.nq"])
	for q, err := range src.Quads(ctx) {
		if err != nil {
			return err
		}
		for _, v := range [...]quad.Value{q.Subject, q.Predicate, q.Object, q.Label} {
			if v != nil {
				w.WriteString(termOf(v).String())
				w.WriteByte(' ')
			}
		}
		w.WriteString(".\n")
	}
	return w.Flush()
}

func writePQuads(ctx context.Context, src Source, files map[string]io.Writer) error {
	w := pquads.NewWriter(files["graph.pq"], &pquads.Options{Full: true})
	for q, err := range src.Quads(ctx) {
		if err != nil {
			return err
		}
		if err := w.WriteQuad(q); err != nil {
			return err
		}
	}
	return w.Close()
}

// writeTriG opens a graph block whenever the label changes, so it needs no more
// memory than one quad; a graph may be opened more than once.
func writeTriG(ctx context.Context, src Source, files map[string]io.Writer) error {
	w := bufio.NewWriter(files["graph.trig"])
	for _, p := range schema.Prefixes {
		fmt.Fprintf(w, "@prefix %s: <%s> .\n", p.Short, p.Full)
	}
	var last quad.Quad
	for q, err := range src.Quads(ctx) {
		if err != nil {
			return err
		}
		trigQuad(w, last, q)
		last = q
	}
	if last.Subject != nil {
		w.WriteString(" .\n}\n")
	}
	return w.Flush()
}

// trigQuad writes what q adds to last: a new object, predicate, subject or graph.
func trigQuad(w *bufio.Writer, last, q quad.Quad) {
	sameGraph := last.Subject != nil && last.Label == q.Label
	switch {
	case sameGraph && last.Subject == q.Subject && last.Predicate == q.Predicate:
		w.WriteString(" ,\n    ")
	case sameGraph && last.Subject == q.Subject:
		w.WriteString(" ;\n  " + turtle(q.Predicate) + " ")
	case sameGraph:
		w.WriteString(" .\n" + turtle(q.Subject) + "\n  " + turtle(q.Predicate) + " ")
	default:
		if last.Subject != nil {
			w.WriteString(" .\n}\n")
		}
		if q.Label != nil {
			w.WriteString(turtle(q.Label) + " ")
		}
		w.WriteString("{\n" + turtle(q.Subject) + "\n  " + turtle(q.Predicate) + " ")
	}
	w.WriteString(turtle(q.Object))
}

// turtle shortens an IRI by our prefixes where its rest is a plain local name.
func turtle(v quad.Value) string {
	t := termOf(v)
	if !t.iri {
		return t.String()
	}
	for _, p := range schema.Prefixes {
		if rest, ok := strings.CutPrefix(t.value, p.Full); ok && plainLocal(rest) {
			return p.Short + ":" + rest
		}
	}
	return t.String()
}

func plainLocal(s string) bool {
	for i := range len(s) {
		c := s[i]
		letter := 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9'
		if !letter && (i == 0 || c != '-' && c != '_') {
			return false
		}
	}
	return s != ""
}

// writeJSONLD streams one object for each run of quads of one subject in one
// graph. Readers join objects of one @id, so the file is the whole graph.
func writeJSONLD(ctx context.Context, src Source, files map[string]io.Writer) error {
	w := bufio.NewWriter(files["graph.jsonld"])
	w.WriteString("[")
	var run []quad.Quad
	first := true
	emit := func() error {
		if len(run) == 0 {
			return nil
		}
		if !first {
			w.WriteByte(',')
		}
		first = false
		data, err := json.Marshal(jsonLDObject(run))
		w.WriteByte('\n')
		w.Write(data)
		run = run[:0]
		return err
	}
	for q, err := range src.Quads(ctx) {
		if err != nil {
			return err
		}
		if len(run) > 0 && (run[0].Subject != q.Subject || run[0].Label != q.Label) {
			if err := emit(); err != nil {
				return err
			}
		}
		run = append(run, q)
	}
	if err := emit(); err != nil {
		return err
	}
	w.WriteString("\n]\n")
	return w.Flush()
}

// jsonLDObject is one subject with its properties, in expanded form; json
// orders the keys.
func jsonLDObject(run []quad.Quad) map[string]any {
	node := map[string]any{"@id": jsonLDID(run[0].Subject)}
	for _, q := range run {
		key := termOf(q.Predicate).value
		values, _ := node[key].([]any)
		node[key] = append(slices.Clip(values), jsonLDValue(q.Object))
	}
	if run[0].Label == nil {
		return node
	}
	return map[string]any{"@id": jsonLDID(run[0].Label), "@graph": []any{node}}
}

func jsonLDID(v quad.Value) string {
	t := termOf(v)
	if t.blank {
		return "_:" + t.value
	}
	return t.value
}

func jsonLDValue(v quad.Value) map[string]any {
	t := termOf(v)
	switch {
	case t.iri || t.blank:
		return map[string]any{"@id": jsonLDID(v)}
	case t.lang != "":
		return map[string]any{"@value": t.value, "@language": t.lang}
	case t.datatype != "":
		return map[string]any{"@value": t.value, "@type": t.datatype}
	}
	return map[string]any{"@value": t.value}
}
