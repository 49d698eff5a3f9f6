package graph

import (
	"fmt"
	"strconv"
	"unicode/utf8"

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
func (t Term) String() string { return string(t.append(nil)) }

func (t Term) append(dst []byte) []byte {
	switch {
	case t.IRI:
		return appendIRI(dst, t.Value)
	case t.Blank:
		return append(append(dst, "_:"...), t.Value...)
	}
	dst = appendLiteral(dst, t.Value)
	switch {
	case t.Lang != "":
		dst = append(append(dst, '@'), t.Lang...)
	case t.Datatype != "":
		dst = appendIRI(append(dst, "^^"...), t.Datatype)
	}
	return dst
}

// appendIRI writes what IRIREF forbids as \u escapes; IRIs of ours hold none of
// it, see escape.
func appendIRI(dst []byte, s string) []byte {
	dst = append(dst, '<')
	done := 0
	for i := range len(s) {
		if c := s[i]; forbiddenInIRI(c) {
			dst = appendEscaped(append(dst, s[done:i]...), rune(c))
			done = i + 1
		}
	}
	return append(append(dst, s[done:]...), '>')
}

// deceives reports a character that changes what is seen around it: a control
// character that terminals obey, a line break that few expect, a mark that turns
// the direction of writing. RDF can carry it as an escape.
func deceives(r rune) bool {
	switch {
	case r < 0x7f:
		return r < ' '
	case r <= 0x9f, r == 0x61c, r == 0x200e, r == 0x200f, r >= 0x2028 && r <= 0x202e, r >= 0x2066 && r <= 0x2069:
		return true
	}
	return false
}

func forbiddenInIRI(c byte) bool {
	switch c {
	case '<', '>', '"', '{', '}', '|', '^', '`', '\\':
		return true
	}
	return c <= ' '
}

// appendLiteral quotes a literal. RDF can carry every character, so nothing is
// lost; what deceives the eye or a terminal leaves as an escape.
func appendLiteral(dst []byte, s string) []byte {
	dst = append(dst, '"')
	for i := 0; i < len(s); {
		c := s[i]
		if c >= utf8.RuneSelf {
			r, size := utf8.DecodeRuneInString(s[i:])
			if deceives(r) {
				dst = appendEscaped(dst, r)
			} else {
				dst = utf8.AppendRune(dst, r)
			}
			i += size
			continue
		}
		i++
		switch {
		case c == '"' || c == '\\':
			dst = append(dst, '\\', c)
		case c == '\n':
			dst = append(dst, `\n`...)
		case c == '\r':
			dst = append(dst, `\r`...)
		case c == '\t':
			dst = append(dst, `\t`...)
		case deceives(rune(c)):
			dst = appendEscaped(dst, rune(c))
		default:
			dst = append(dst, c)
		}
	}
	return append(dst, '"')
}

// appendEscaped writes a character of the basic plane.
func appendEscaped(dst []byte, r rune) []byte {
	const hex = "0123456789ABCDEF"
	return append(dst, '\\', 'u', hex[r>>12&15], hex[r>>8&15], hex[r>>4&15], hex[r&15])
}

// Line is a quad as N-Quads writes it, without the line break. It differs from
// the quad package's own in that control characters and what an IRI may not
// hold are escaped.
func Line(q quad.Quad) string { return string(AppendLine(nil, q)) }

// AppendLine is Line, appended to dst.
func AppendLine(dst []byte, q quad.Quad) []byte {
	for _, v := range [...]quad.Value{q.Subject, q.Predicate, q.Object, q.Label} {
		if v != nil {
			dst = append(TermOf(v).append(dst), ' ')
		}
	}
	return append(dst, '.')
}
