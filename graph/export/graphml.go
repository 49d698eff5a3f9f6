package export

import (
	"bufio"
	"context"
	"fmt"
	"io"
)

// writeGraphML writes http://graphml.graphdrawing.org/specification.html: a
// directed multigraph, attributes typed by keys.
func writeGraphML(ctx context.Context, src Source, files map[string]io.Writer) error {
	w := xmlWriter{bufio.NewWriterSize(files["graph.graphml"], 1<<16)}
	w.WriteString(`<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">
`)
	nodeCols, edgeCols := nodeColumns(), edgeColumns()
	graphMLKey(w, "label", "node", "string")
	for _, c := range nodeCols {
		graphMLKey(w, c.name, "node", c.typ)
	}
	graphMLKey(w, "weight", "edge", "double")
	for _, c := range edgeCols {
		graphMLKey(w, c.name, "edge", c.typ)
	}
	w.WriteString("<graph id=\"entente\" edgedefault=\"directed\">\n")
	for a, err := range src.Actors(ctx) {
		if err != nil {
			return err
		}
		w.put(`<node id="`, a.ID, `">`)
		graphMLData(w, "node", "label", a.Name)
		for _, c := range nodeCols {
			graphMLData(w, "node", c.name, c.value(a))
		}
		w.WriteString("</node>\n")
	}
	for e, err := range edges(ctx, src) {
		if err != nil {
			return err
		}
		w.put(`<edge id="`, e.ID, `" source="`, e.Source, `" target="`, e.Target, `">`)
		graphMLData(w, "edge", "weight", "1")
		for _, c := range edgeCols {
			graphMLData(w, "edge", c.name, c.value(e))
		}
		w.WriteString("</edge>\n")
	}
	w.WriteString("</graph>\n</graphml>\n")
	return w.Flush()
}

func graphMLKey(w xmlWriter, name, domain, typ string) {
	fmt.Fprintf(w, "<key id=\"%s_%s\" for=\"%s\" attr.name=\"%s\" attr.type=\"%s\"/>\n", domain, name, domain, name, typ)
}

// graphMLData writes one attribute; an empty one is left out.
func graphMLData(w xmlWriter, domain, name, value string) {
	if value != "" {
		w.put(`<data key="`, domain, "_", name, `">`, value, `</data>`)
	}
}
