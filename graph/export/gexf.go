package export

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"strconv"

	"github.com/entente-kg/entente/schema"
)

// writeGEXF writes https://gexf.net/1.3: a dynamic graph whose edges carry the
// days of their event, inclusive, so that Gephi's timeline shows who met when.
// Node colours tell the kinds apart.
func writeGEXF(ctx context.Context, src Source, files map[string]io.Writer) error {
	w := xmlWriter{bufio.NewWriterSize(files["graph.gexf"], 1<<16)}
	nodeCols, edgeCols := nodeColumns(), edgeColumns()
	w.WriteString(`<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3">
<graph mode="dynamic" timerepresentation="interval" timeformat="date" defaultedgetype="directed">
`)
	gexfAttributes(w, "node", nodeCols)
	gexfAttributes(w, "edge", edgeCols)
	w.WriteString("<nodes>\n")
	for a, err := range src.Actors(ctx) {
		if err != nil {
			return err
		}
		w.put(`<node id="`, a.ID, `" label="`, a.Name, `">`)
		gexfValues(w, nodeCols, a)
		w.WriteString(gexfColour(a.Kind))
		w.WriteString("</node>\n")
	}
	w.WriteString("</nodes>\n<edges>\n")
	for e, err := range edges(ctx, src) {
		if err != nil {
			return err
		}
		gexfEdge(w, edgeCols, e)
	}
	w.WriteString("</edges>\n</graph>\n</gexf>\n")
	return w.Flush()
}

func gexfEdge(w xmlWriter, cols []column[edge], e edge) {
	w.put(`<edge id="`, e.ID, `" source="`, e.Source, `" target="`, e.Target, `" kind="`, e.Event.Relation, `" label="`, e.Event.Relation, `" weight="1"`)
	if e.Event.From != "" {
		w.put(` start="`, e.Event.From, `"`)
	}
	if e.Event.To != "" {
		w.put(` end="`, e.Event.To, `"`)
	}
	w.WriteString(">")
	gexfValues(w, cols, e)
	w.WriteString("</edge>\n")
}

func gexfAttributes[T any](w xmlWriter, class string, cols []column[T]) {
	typ := map[string]string{"string": "string", "double": "double", "int": "integer"}
	fmt.Fprintf(w, "<attributes class=\"%s\">\n", class)
	for i, c := range cols {
		fmt.Fprintf(w, "<attribute id=\"%d\" title=\"%s\" type=\"%s\"/>\n", i, c.name, typ[c.typ])
	}
	w.WriteString("</attributes>\n")
}

func gexfValues[T any](w xmlWriter, cols []column[T], of T) {
	w.WriteString("<attvalues>")
	for i, c := range cols {
		if v := c.value(of); v != "" {
			w.put(`<attvalue for="`, strconv.Itoa(i), `" value="`, v, `"/>`)
		}
	}
	w.WriteString("</attvalues>")
}

// gexfColour writes the colour as GEXF readers of all versions take it.
func gexfColour(k schema.Kind) string {
	rgb, _ := strconv.ParseUint(kindColour(k)[1:], 16, 32)
	return fmt.Sprintf(`<viz:color r="%d" g="%d" b="%d"/>`, rgb>>16, rgb>>8&0xff, rgb&0xff)
}

// kindColour tells kinds of actors apart; from the Okabe–Ito palette, which
// stays apart for colour-blind readers.
func kindColour(k schema.Kind) string {
	switch k {
	case schema.Person:
		return "#0072b2"
	case schema.State:
		return "#d55e00"
	case schema.Organisation:
		return "#009e73"
	case schema.Group:
		return "#cc79a7"
	}
	return "#999999"
}
