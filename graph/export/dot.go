package export

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"strings"

	"github.com/entente-kg/entente/schema"
)

// writeDOT writes Graphviz: people are ellipses, bodies boxes, places plain
// text; what happened is solid, what is planned dashed.
func writeDOT(ctx context.Context, src Source, files map[string]io.Writer) error {
	w := bufio.NewWriter(files["graph.dot"])
	w.WriteString("digraph entente {\n")
	for a, err := range src.Actors(ctx) {
		if err != nil {
			return err
		}
		fmt.Fprintf(w, "  %s [label=%s, shape=%s, color=%s];\n", dotQuoted(a.ID), dotQuoted(a.Name), dotShape(a.Kind), dotQuoted(kindColour(a.Kind)))
	}
	for e, err := range edges(ctx, src) {
		if err != nil {
			return err
		}
		fmt.Fprintf(w, "  %s -> %s [label=%s, style=%s%s];\n", dotQuoted(e.Source), dotQuoted(e.Target),
			dotQuoted(e.Event.Relation), dotStyle(e.Event.Status), dotDirection(e.Event.Relation))
	}
	w.WriteString("}\n")
	return w.Flush()
}

// dotQuoted is quoted with a plain mark for what was cleaned away, which not
// every reader of DOT takes.
func dotQuoted(s string) string { return strings.ReplaceAll(quoted(s), "\ufffd", "?") }

func dotShape(k schema.Kind) string {
	switch k {
	case schema.Person:
		return "ellipse"
	case schema.Place:
		return "plaintext"
	}
	return "box"
}

func dotStyle(s schema.Status) string {
	switch s {
	case schema.Planned:
		return "dashed"
	case schema.Denied, schema.Cancelled, schema.Hypothetical:
		return "dotted"
	}
	return "solid"
}

func dotDirection(relation string) string {
	if r := schema.RelationNamed(relation); r != nil && r.Symmetric {
		return ", dir=none"
	}
	return ""
}
