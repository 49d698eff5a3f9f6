package export

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/cayleygraph/quad"
	"github.com/cayleygraph/quad/pquads"
	"github.com/entente-kg/entente/graph"
	"github.com/entente-kg/entente/schema"
)

func writeNQuads(ctx context.Context, src Source, files map[string]io.Writer) error {
	w := bufio.NewWriter(files["graph.nq"])
	if s, ok := src.(*selected); ok { // it has the lines already: it sorts by them
		for q, err := range s.lines(ctx) {
			if err != nil {
				return err
			}
			w.WriteString(q.line)
			w.WriteByte('\n')
		}
		return w.Flush()
	}
	for q, err := range src.Quads(ctx) {
		if err != nil {
			return err
		}
		w.Write(append(graph.AppendLine(w.AvailableBuffer(), q), '\n'))
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
	t := graph.TermOf(v)
	if !t.IRI {
		return t.String()
	}
	for _, p := range schema.Prefixes {
		if rest, ok := strings.CutPrefix(t.Value, p.Full); ok && plainLocal(rest) {
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
		w.Write(escapeJSON(data))
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
		key := graph.TermOf(q.Predicate).Value
		values, _ := node[key].([]any)
		node[key] = append(slices.Clip(values), jsonLDValue(q.Object))
	}
	if run[0].Label == nil {
		return node
	}
	return map[string]any{"@id": jsonLDID(run[0].Label), "@graph": []any{node}}
}

func jsonLDID(v quad.Value) string {
	t := graph.TermOf(v)
	if t.Blank {
		return "_:" + t.Value
	}
	return t.Value
}

func jsonLDValue(v quad.Value) map[string]any {
	t := graph.TermOf(v)
	switch {
	case t.IRI || t.Blank:
		return map[string]any{"@id": jsonLDID(v)}
	case t.Lang != "":
		return map[string]any{"@value": t.Value, "@language": t.Lang}
	case t.Datatype != "":
		return map[string]any{"@value": t.Value, "@type": t.Datatype}
	}
	return map[string]any{"@value": t.Value}
}
