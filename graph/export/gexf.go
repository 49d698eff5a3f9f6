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
	w := bufio.NewWriter(files["graph.gexf"])
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
		fmt.Fprintf(w, "<node id=\"%s\" label=\"%s\">", xmlText(a.ID), xmlText(a.Name))
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

func gexfEdge(w *bufio.Writer, cols []column[edge], e edge) {
	fmt.Fprintf(w, "<edge id=\"%s\" source=\"%s\" target=\"%s\" kind=\"%s\" label=\"%s\" weight=\"1\"",
		xmlText(e.ID), xmlText(e.Source), xmlText(e.Target), xmlText(e.Event.Relation), xmlText(e.Event.Relation))
	if e.Event.From != "" {
		fmt.Fprintf(w, " start=\"%s\"", xmlText(e.Event.From))
	}
	if e.Event.To != "" {
		fmt.Fprintf(w, " end=\"%s\"", xmlText(e.Event.To))
	}
	w.WriteString(">")
	gexfValues(w, cols, e)
	w.WriteString("</edge>\n")
}

func gexfAttributes[T any](w *bufio.Writer, class string, cols []column[T]) {
	typ := map[string]string{"string": "string", "double": "double", "int": "integer"}
	fmt.Fprintf(w, "<attributes class=\"%s\">\n", class)
	for i, c := range cols {
		fmt.Fprintf(w, "<attribute id=\"%d\" title=\"%s\" type=\"%s\"/>\n", i, c.name, typ[c.typ])
	}
	w.WriteString("</attributes>\n")
}

func gexfValues[T any](w *bufio.Writer, cols []column[T], of T) {
	w.WriteString("<attvalues>")
	for i, c := range cols {
		if v := c.value(of); v != "" {
			for _, s := range [...]string{`<attvalue for="`, strconv.Itoa(i), `" value="`, xmlText(v), `"/>`} {
				w.WriteString(s)
			}
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
