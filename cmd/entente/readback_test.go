package main

import (
	"bufio"
	"bytes"
	"context"
	"encoding/csv"
	"encoding/json"
	"encoding/xml"
	"io"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/cayleygraph/quad"
	"github.com/cayleygraph/quad/jsonld"
	"github.com/cayleygraph/quad/nquads"
	"github.com/cayleygraph/quad/pquads"
	"github.com/entente-kg/entente/graph"
	"github.com/entente-kg/entente/graph/export"
	"github.com/entente-kg/entente/schema"
	knakk "github.com/knakk/rdf"
	"github.com/parquet-go/parquet-go"
	"gonum.org/v1/gonum/graph/formats/dot"
	"gonum.org/v1/gonum/graph/formats/dot/ast"
	"gonum.org/v1/gonum/graph/formats/rdf"
)

// counts is what a reader finds in a file.
type counts map[string]int

// TestExportsReadBack loads the example articles and hands every export of
// their graph to a reader that is not of this project. What it counts must be
// what the store holds.
func TestExportsReadBack(t *testing.T) {
	dir := exampleFolder(t)
	shell(t, dir, "entente load examples/articles")
	want := storeCounts(t, filepath.Join(dir, "entente.db"))
	readers := readers()
	for _, f := range export.Formats() {
		t.Run(f.Name, func(t *testing.T) {
			path := filepath.Join(dir, f.Name)
			if out := shell(t, dir, "entente export "+f.Name+" -o "+f.Name); out != "" {
				t.Fatal(out)
			}
			read, ok := readers[f.Name]
			if !ok {
				t.Fatal("no reader reads it back")
			}
			for what, n := range read(t, path) {
				if n != want[what] || n == 0 {
					t.Errorf("%d %s, the store holds %d", n, what, want[what])
				}
			}
		})
	}
}

// storeCounts counts from the records of the store what each export should hold.
func storeCounts(t *testing.T, path string) counts {
	t.Helper()
	store, err := graph.Open(path, graph.Options{ReadOnly: true})
	if err != nil {
		t.Fatal(err)
	}
	defer store.Close()
	ctx, src, n := context.Background(), export.Select(store, export.Selection{}), counts{}
	for a, err := range src.Actors(ctx) {
		if err != nil {
			t.Fatal(err)
		}
		n["nodes"]++
		n["node attributes"] += filled(a.Name, string(a.Kind), a.Country, strings.Join(a.Sectors, ""), strings.Join(a.Aliases, ""), a.Wikidata)
	}
	for _, err := range src.Articles(ctx) {
		if err != nil {
			t.Fatal(err)
		}
		n["articles"]++
	}
	for e, err := range src.Events(ctx) {
		if err != nil {
			t.Fatal(err)
		}
		n.event(&e)
	}
	for _, err := range src.Quads(ctx) {
		if err != nil {
			t.Fatal(err)
		}
		n["quads"]++
	}
	n["entities"] = n["nodes"] + n["articles"] + n["events"]
	n["statements"] = 1 + n["nodes"] + n["edges"] // the constraint before them
	return n
}

func (n counts) event(e *schema.Event) {
	n["events"]++
	n["participants"] += len(e.Actors) + len(e.Recipients) + 1 // and the article
	if e.Place != nil {
		n["participants"]++
	}
	for _, p := range slices.Concat(e.Actors, e.Recipients, one(e.Place), one(e.Speaker)) {
		n["mentions"] += len(p.Mentions)
	}
	for _, d := range e.Dyads() {
		n["rows"]++
		if d.Target == nil {
			continue
		}
		n["edges"]++
		n["edge attributes"] += 1 + filled(e.Relation, e.Root, e.Mode, e.CAMEO, string(e.Status), e.From, e.To, nameIn(e.Place), nameIn(e.Speaker), e.ID,
			e.Article.ID, e.Article.URL, e.Article.Published, e.Evidence.Text) + 2 // weight; quad class and confidence are numbers, and always there
		if d.Source.Country != "" && d.Target.Country != "" && e.Root != "" {
			n["events between countries"]++
		}
	}
}

func one(p *schema.Participant) []schema.Participant {
	if p == nil {
		return nil
	}
	return []schema.Participant{*p}
}

func nameIn(p *schema.Participant) string {
	if p == nil {
		return ""
	}
	return p.Name
}

func filled(values ...string) (n int) {
	for _, v := range values {
		if v != "" {
			n++
		}
	}
	return n
}

// readers are how each format is read back.
func readers() map[string]func(*testing.T, string) counts {
	return map[string]func(*testing.T, string) counts{
		"nquads": func(t *testing.T, path string) counts {
			if n, m := readQuads(t, nquads.NewReader(open(t, path), false)), gonumStatements(t, path); n != m {
				t.Errorf("quad reads %d quads, gonum %d", n, m)
			}
			return counts{"quads": gonumStatements(t, path)}
		},
		"pquads": func(t *testing.T, path string) counts {
			return counts{"quads": readQuads(t, pquads.NewReader(open(t, path), 0))}
		},
		"jsonld": func(t *testing.T, path string) counts {
			return counts{"quads": readQuads(t, jsonld.NewReader(open(t, path)))}
		},
		"turtle":  func(t *testing.T, path string) counts { return counts{"quads": turtleTriples(t, content(t, path))} },
		"graphml": readGraphML, "gexf": readGEXF, "dot": readDOT, "cypher": readCypher, "parquet": readParquet,
		"csv": func(t *testing.T, path string) counts {
			return counts{"nodes": len(table(t, path+"/nodes.csv", ',')), "edges": len(table(t, path+"/edges.csv", ','))}
		},
		"neo4j": func(t *testing.T, path string) counts {
			return counts{
				"nodes": len(table(t, path+"/actors.csv", ',')), "articles": len(table(t, path+"/articles.csv", ',')), "events": len(table(t, path+"/events.csv", ',')),
				"participants": len(table(t, path+"/participants.csv", ',')), "edges": len(table(t, path+"/edges.csv", ',')),
			}
		},
		"cameo": func(t *testing.T, path string) counts { return counts{"rows": len(table(t, path, '\t'))} },
		"dyads": func(t *testing.T, path string) counts { return counts{"events between countries": sum(t, path)} },
		"plover": func(t *testing.T, path string) counts {
			return counts{"events": jsonLines(t, path, "id", "date", "actor", "event")}
		},
		"ftm": func(t *testing.T, path string) counts {
			return counts{"entities": jsonLines(t, path, "id", "schema", "properties")}
		},
	}
}

func content(t *testing.T, path string) []byte {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func open(t *testing.T, path string) io.Reader { return bytes.NewReader(content(t, path)) }

func readQuads(t *testing.T, r quad.Reader) int {
	t.Helper()
	quads, err := quad.ReadAll(r)
	if err != nil {
		t.Fatal(err)
	}
	return len(quads)
}

func gonumStatements(t *testing.T, path string) (n int) {
	t.Helper()
	dec := rdf.NewDecoder(open(t, path))
	for {
		switch _, err := dec.Unmarshal(); err {
		case nil:
			n++
		case io.EOF:
			return n
		default:
			t.Fatal(err)
		}
	}
}

// turtleTriples reads each graph of a TriG file as a Turtle file of its own.
func turtleTriples(t *testing.T, trig []byte) (n int) {
	t.Helper()
	prefixes, body, _ := strings.Cut(string(trig), "\n\n")
	if body == "" { // the prefixes end where the first graph begins
		i := strings.LastIndex(prefixes, "@prefix")
		i += strings.IndexByte(prefixes[i:], '\n') + 1
		prefixes, body = prefixes[:i], prefixes[i:]
	}
	for _, block := range strings.Split(strings.TrimSuffix(body, "}\n"), "\n}\n") {
		_, triples, _ := strings.Cut(block, "{\n")
		dec := knakk.NewTripleDecoder(strings.NewReader(prefixes+triples), knakk.Turtle)
		all, err := dec.DecodeAll()
		if err != nil {
			t.Fatalf("%v in\n%s", err, triples)
		}
		n += len(all)
	}
	return n
}

func readGraphML(t *testing.T, path string) counts {
	type element struct {
		Data []struct{} `xml:"data"`
	}
	var doc struct {
		Nodes []element `xml:"graph>node"`
		Edges []element `xml:"graph>edge"`
	}
	if err := xml.Unmarshal(content(t, path), &doc); err != nil {
		t.Fatal(err)
	}
	n := counts{"nodes": len(doc.Nodes), "edges": len(doc.Edges)}
	for _, e := range doc.Nodes {
		n["node attributes"] += len(e.Data)
	}
	for _, e := range doc.Edges {
		n["edge attributes"] += len(e.Data)
	}
	return n
}

func readGEXF(t *testing.T, path string) counts {
	type element struct {
		Label      string     `xml:"label,attr"`
		Weight     string     `xml:"weight,attr"`
		Attributes []struct{} `xml:"attvalues>attvalue"`
	}
	var doc struct {
		Nodes []element `xml:"graph>nodes>node"`
		Edges []element `xml:"graph>edges>edge"`
	}
	if err := xml.Unmarshal(content(t, path), &doc); err != nil {
		t.Fatal(err)
	}
	n := counts{"nodes": len(doc.Nodes), "edges": len(doc.Edges)}
	for _, e := range doc.Nodes {
		n["node attributes"] += filled(e.Label) + len(e.Attributes)
	}
	for _, e := range doc.Edges {
		n["edge attributes"] += filled(e.Weight) + len(e.Attributes)
	}
	return n
}

func readDOT(t *testing.T, path string) counts {
	file, err := dot.Parse(open(t, path))
	if err != nil {
		t.Fatal(err)
	}
	n := counts{}
	for _, s := range file.Graphs[0].Stmts {
		switch s.(type) {
		case *ast.NodeStmt:
			n["nodes"]++
		case *ast.EdgeStmt:
			n["edges"]++
		}
	}
	return n
}

// readCypher counts statements: lines that end outside a string with a semicolon.
func readCypher(t *testing.T, path string) counts {
	n := counts{}
	for line := range strings.Lines(string(content(t, path))) {
		inString, escaped := false, false
		for _, r := range line {
			switch {
			case escaped:
				escaped = false
			case r == '\\':
				escaped = true
			case r == '"':
				inString = !inString
			case r == ';' && !inString:
				n["statements"]++
			}
		}
		if inString {
			t.Errorf("a string does not end: %s", line)
		}
	}
	return n
}

func readParquet(t *testing.T, path string) counts {
	n := counts{}
	for table, what := range map[string]string{"actors.parquet": "nodes", "articles/*/*.parquet": "articles", "events/*/*.parquet": "events", "mentions/*/*.parquet": "mentions"} {
		files, err := filepath.Glob(filepath.Join(path, table))
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range files {
			data := content(t, f)
			file, err := parquet.OpenFile(bytes.NewReader(data), int64(len(data)))
			if err != nil {
				t.Fatalf("%s: %v", f, err)
			}
			n[what] += int(file.NumRows())
		}
	}
	return n
}

// table reads the rows below the header of a table, all of one length.
func table(t *testing.T, path string, comma rune) [][]string {
	t.Helper()
	r := csv.NewReader(open(t, path))
	r.Comma = comma
	rows, err := r.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	return rows[1:]
}

// sum adds up the last column.
func sum(t *testing.T, path string) (total int) {
	t.Helper()
	for _, row := range table(t, path, ',') {
		n := 0
		if err := json.Unmarshal([]byte(row[len(row)-1]), &n); err != nil {
			t.Fatal(err)
		}
		total += n
	}
	return total
}

// jsonLines counts the objects of a file, each of which needs these keys.
func jsonLines(t *testing.T, path string, keys ...string) (n int) {
	t.Helper()
	lines := bufio.NewScanner(open(t, path))
	lines.Buffer(nil, 1<<20)
	for ; lines.Scan(); n++ {
		var object map[string]any
		if err := json.Unmarshal(lines.Bytes(), &object); err != nil {
			t.Fatal(err)
		}
		for _, key := range keys {
			if _, ok := object[key]; !ok {
				t.Errorf("line %d has %v, no %s", n+1, slices.Sorted(maps.Keys(object)), key)
			}
		}
	}
	return n
}
