package graph

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/cayleygraph/quad"
)

// XML Schema's names for the types cayley stores natively.
const (
	xsdInteger  = "http://www.w3.org/2001/XMLSchema#integer"
	xsdDouble   = "http://www.w3.org/2001/XMLSchema#double"
	xsdBoolean  = "http://www.w3.org/2001/XMLSchema#boolean"
	xsdDateTime = "http://www.w3.org/2001/XMLSchema#dateTime"
)

// Term is a node of RDF 1.1: an IRI, a blank node or a literal.
type Term struct {
	Value          string
	Datatype, Lang string // of a literal
	IRI, Blank     bool
}

// TermOf reads a value of the store as RDF knows it.
func TermOf(v quad.Value) Term {
	switch v := v.(type) {
	case nil:
		return Term{}
	case quad.IRI:
		return Term{Value: string(v), IRI: true}
	case quad.BNode:
		return Term{Value: string(v), Blank: true}
	case quad.String:
		return Term{Value: string(v)}
	case quad.LangString:
		return Term{Value: string(v.Value), Lang: v.Lang}
	case quad.TypedString:
		return Term{Value: string(v.Value), Datatype: string(v.Type.Full())}
	case quad.Int:
		return Term{Value: strconv.FormatInt(int64(v), 10), Datatype: xsdInteger}
	case quad.Float:
		return Term{Value: strconv.FormatFloat(float64(v), 'f', -1, 64), Datatype: xsdDouble}
	case quad.Bool:
		return Term{Value: fmt.Sprint(bool(v)), Datatype: xsdBoolean}
	case quad.Time:
		return Term{Value: string(v.TypedString().Value), Datatype: xsdDateTime}
	}
	return Term{Value: quad.StringOf(v)}
}

// String is the term as N-Triples, and so Turtle, writes it.
func (t Term) String() string {
	switch {
	case t.IRI:
		return "<" + escapeIRI(t.Value) + ">"
	case t.Blank:
		return "_:" + t.Value
	case t.Lang != "":
		return escapeLiteral(t.Value) + "@" + t.Lang
	case t.Datatype != "":
		return escapeLiteral(t.Value) + "^^<" + escapeIRI(t.Datatype) + ">"
	}
	return escapeLiteral(t.Value)
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

// escapeLiteral quotes a literal. RDF can carry every character, so nothing is
// lost; control characters leave as escapes, safe to show on a terminal.
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

// Line is a quad as N-Quads writes it, without the line break. It differs from
// the quad package's own in that control characters and what an IRI may not
// hold are escaped.
func Line(q quad.Quad) string {
	var b strings.Builder
	for _, v := range [...]quad.Value{q.Subject, q.Predicate, q.Object, q.Label} {
		if v != nil {
			b.WriteString(TermOf(v).String())
			b.WriteByte(' ')
		}
	}
	b.WriteByte('.')
	return b.String()
}
