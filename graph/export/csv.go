package export

import (
	"context"
	"encoding/csv"
	"io"

	"github.com/entente-kg/entente/schema"
)

// writeCSV writes two tables: nodes with Gephi's Id and Label, edges with
// Source, Target and Type, which NetworkX's from_pandas_edgelist reads too.
func writeCSV(ctx context.Context, src Source, files map[string]io.Writer) error {
	nodeCols, edgeCols := nodeColumns(), edgeColumns()
	var row []string
	nodes := csv.NewWriter(files["nodes.csv"])
	nodes.Write(append([]string{"Id", "Label"}, header(nodeCols)...))
	for a, err := range src.Actors(ctx) {
		if err != nil {
			return err
		}
		row = cells(append(row[:0], cell(a.ID), cell(a.Name)), nodeCols, a)
		nodes.Write(row)
	}
	edgeRows := csv.NewWriter(files["edges.csv"])
	edgeRows.Write(append([]string{"Source", "Target", "Type", "Id", "Label", "Weight"}, header(edgeCols)...))
	for e, err := range edges(ctx, src) {
		if err != nil {
			return err
		}
		row = cells(append(row[:0], cell(e.Source), cell(e.Target), edgeType(e.Event.Relation), cell(e.ID), cell(e.Event.Relation), "1"), edgeCols, e)
		edgeRows.Write(row)
	}
	return flush(nodes, edgeRows)
}

func edgeType(relation string) string {
	if r := schema.RelationNamed(relation); r != nil && r.Symmetric {
		return "Undirected"
	}
	return "Directed"
}

func header[T any](cols []column[T]) []string {
	names := make([]string, len(cols))
	for i, c := range cols {
		names[i] = c.name
	}
	return names
}

// cells appends the columns' values, guarded against formulas. Numbers of our
// own making never begin with a sign.
func cells[T any](row []string, cols []column[T], of T) []string {
	for _, c := range cols {
		row = append(row, cell(c.value(of)))
	}
	return row
}

func flush(ws ...*csv.Writer) error {
	for _, w := range ws {
		w.Flush()
		if err := w.Error(); err != nil {
			return err
		}
	}
	return nil
}
