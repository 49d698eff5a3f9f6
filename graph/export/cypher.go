package export

import (
	"bufio"
	"context"
	"encoding/csv"
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/entente-kg/entente/schema"
)

// writeCypher writes statements that can be run again without doubling anything:
// every node and edge is merged by its ID. Relation names become relationship
// types (spoke-with → SPOKE_WITH).
func writeCypher(ctx context.Context, src Source, files map[string]io.Writer) error {
	w := bufio.NewWriter(files["graph.cypher"])
	w.WriteString("CREATE CONSTRAINT actor_id IF NOT EXISTS FOR (a:Actor) REQUIRE a.id IS UNIQUE;\n")
	nodeCols, edgeCols := nodeColumns(), edgeColumns()
	for a, err := range src.Actors(ctx) {
		if err != nil {
			return err
		}
		fmt.Fprintf(w, "MERGE (a:Actor {id: %s}) SET a:%s, a.name = %s", quoted(a.ID), cypherLabel(a.Kind), quoted(a.Name))
		cypherSet(w, "a", nodeCols, a)
		w.WriteString(";\n")
	}
	for e, err := range edges(ctx, src) {
		if err != nil {
			return err
		}
		fmt.Fprintf(w, "MATCH (s:Actor {id: %s}), (t:Actor {id: %s}) MERGE (s)-[r:%s {id: %s}]->(t) SET r.weight = 1",
			quoted(e.Source), quoted(e.Target), cypherType(e.Event.Relation), quoted(e.ID))
		cypherSet(w, "r", edgeCols, e)
		w.WriteString(";\n")
	}
	return w.Flush()
}

func cypherSet[T any](w *bufio.Writer, variable string, cols []column[T], of T) {
	for _, c := range cols {
		v := c.value(of)
		if v == "" {
			continue
		}
		if c.typ == "string" {
			v = quoted(v)
		}
		fmt.Fprintf(w, ", %s.%s = %s", variable, c.name, v)
	}
}

func cypherLabel(k schema.Kind) string {
	if k == "" {
		return "Unknown"
	}
	return strings.ToUpper(string(k[:1])) + string(k[1:])
}

func cypherType(relation string) string {
	return strings.ToUpper(strings.ReplaceAll(relation, "-", "_"))
}

// writeNeo4j writes the tables that `neo4j-admin database import full` takes:
//
//	neo4j-admin database import full --nodes=actors.csv --nodes=articles.csv --nodes=events.csv \
//	    --relationships=participants.csv --relationships=edges.csv
func writeNeo4j(ctx context.Context, src Source, files map[string]io.Writer) error {
	if err := neo4jActors(ctx, src, files["actors.csv"]); err != nil {
		return err
	}
	if err := neo4jArticles(ctx, src, files["articles.csv"]); err != nil {
		return err
	}
	if err := neo4jEvents(ctx, src, files["events.csv"], files["participants.csv"]); err != nil {
		return err
	}
	w, cols := csv.NewWriter(files["edges.csv"]), edgeColumns()
	w.Write(append([]string{":START_ID", ":END_ID", ":TYPE", "id"}, header(cols)...))
	for e, err := range edges(ctx, src) {
		if err != nil {
			return err
		}
		w.Write(append([]string{e.Source, e.Target, cypherType(e.Event.Relation), e.ID}, cleaned(cols, e)...))
	}
	return flush(w)
}

func neo4jActors(ctx context.Context, src Source, out io.Writer) error {
	w, cols := csv.NewWriter(out), nodeColumns()
	w.Write(append([]string{"id:ID", "name", ":LABEL"}, header(cols)...))
	for a, err := range src.Actors(ctx) {
		if err != nil {
			return err
		}
		w.Write(append([]string{a.ID, clean(a.Name), "Actor;" + cypherLabel(a.Kind)}, cleaned(cols, a)...))
	}
	return flush(w)
}

func neo4jArticles(ctx context.Context, src Source, out io.Writer) error {
	w := csv.NewWriter(out)
	w.Write([]string{"id:ID", "title", "url", "publisher", "published", ":LABEL"})
	for a, err := range src.Articles(ctx) {
		if err != nil {
			return err
		}
		w.Write([]string{"article:" + clean(a.ID), clean(a.Title), clean(a.URL), clean(a.Publisher), clean(a.Published), "Article"})
	}
	return flush(w)
}

func neo4jEvents(ctx context.Context, src Source, out, links io.Writer) error {
	w, l := csv.NewWriter(out), csv.NewWriter(links)
	w.Write([]string{"id:ID", "relation", "event", "status", "from", "to", "confidence:double", "sentence", ":LABEL"})
	l.Write([]string{":START_ID", ":END_ID", ":TYPE"})
	for e, err := range src.Events(ctx) {
		if err != nil {
			return err
		}
		w.Write([]string{e.ID, e.Relation, e.Root, string(e.Status), e.From, e.To, strconv.FormatFloat(e.Confidence, 'f', -1, 64), clean(e.Evidence.Text), "Event"})
		l.Write([]string{e.ID, "article:" + clean(e.Article.ID), "REPORTED_IN"})
		for _, p := range e.Actors {
			l.Write([]string{p.ID, e.ID, "ACTS_IN"})
		}
		for _, p := range e.Recipients {
			l.Write([]string{e.ID, p.ID, "ACTS_ON"})
		}
		if e.Place != nil {
			l.Write([]string{e.ID, e.Place.ID, "HAPPENED_IN"})
		}
	}
	return flush(w, l)
}

// cleaned is like cells without the guard against formulas, which a database would keep as data.
func cleaned[T any](cols []column[T], of T) []string {
	values := make([]string, len(cols))
	for i, c := range cols {
		values[i] = clean(c.value(of))
	}
	return values
}
