package export

import (
	"bytes"
	"context"
	"encoding/csv"
	"encoding/json"
	"encoding/xml"
	"io"
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/cayleygraph/quad"
	"github.com/cayleygraph/quad/jsonld"
	"github.com/cayleygraph/quad/nquads"
	"github.com/cayleygraph/quad/pquads"
	"github.com/entente-kg/entente/graph"
	"github.com/entente-kg/entente/schema"
	"github.com/parquet-go/parquet-go"
)

// fixture is a graph of slices.
type fixture struct {
	articles []schema.ArticleRef
	actors   []schema.Actor
	events   []schema.Event
	quads    []quad.Quad
}

func stream[T any](vs []T) iter.Seq2[T, error] {
	return func(yield func(T, error) bool) {
		for _, v := range vs {
			if !yield(v, nil) {
				return
			}
		}
	}
}

func (f fixture) Articles(context.Context) iter.Seq2[schema.ArticleRef, error] {
	return stream(f.articles)
}
func (f fixture) Actors(context.Context) iter.Seq2[schema.Actor, error] { return stream(f.actors) }
func (f fixture) Events(context.Context) iter.Seq2[schema.Event, error] { return stream(f.events) }
func (f fixture) Quads(context.Context) iter.Seq2[quad.Quad, error]     { return stream(f.quads) }

// hostile is a name as no newsroom would write it and some web page will.
const hostile = "=cmd()|'\"<script>alert(1)</script>&\\\x1b[31m\u202egnp.exe\r\n\tO\u0000K"

// sample is three actors, a meeting of all three and a planned trip.
func sample(name string) fixture {
	lind := schema.Actor{ID: "actor:hanna-lind", Name: name, Kind: schema.Person, Country: "PER", Sectors: []string{"GOV"}, Aliases: []string{"Lind", name}}
	vasile := schema.Actor{ID: "actor:petru-vasile", Name: "Petru Vasile", Kind: schema.Person, Country: "CHL", Sectors: []string{"GOV"}}
	un := schema.Actor{ID: "actor:united-nations", Name: "United Nations", Kind: schema.Organisation, Country: "UNO"}
	lima := schema.Actor{ID: "place:lima", Name: "Lima", Kind: schema.Place, Country: "PER"}
	as := func(a schema.Actor) schema.Participant {
		return schema.Participant{Actor: a, Mentions: []schema.Text{{Span: schema.Span{Start: 1, End: 5}, Text: name}}}
	}
	article := schema.ArticleRef{ID: "a1", URL: "https://example.org/?a=1&b=<2>", Title: name, Publisher: "The Daily", Published: "2024-05-02", Hash: "00ff"}
	evidence := schema.Evidence{Text: name + " met them.", Rule: "meet"}
	place := as(lima)
	return fixture{
		articles: []schema.ArticleRef{article},
		actors:   []schema.Actor{lind, vasile, un, lima},
		events: []schema.Event{
			{
				ID: "e1", Relation: "met-with", Root: "CONSULT", CAMEO: "04", QuadClass: 1, Status: schema.Occurred, Article: article, Evidence: evidence,
				Actors: []schema.Participant{as(lind), as(vasile), as(un)}, Place: &place, From: "2024-05-01", To: "2024-05-02", Confidence: 0.9,
			},
			{
				ID: "e2", Relation: "travels-to", Root: "CONSULT", CAMEO: "04", QuadClass: 1, Status: schema.Planned, Article: article, Evidence: evidence,
				Actors: []schema.Participant{as(vasile)}, Recipients: []schema.Participant{as(lima)}, From: "2024-06-01", To: "2024-06-01", Confidence: 0.5,
			},
		},
		quads: []quad.Quad{
			{Subject: quad.IRI("https://w3id.org/entente/actor/hanna-lind"), Predicate: quad.IRI("https://w3id.org/entente/schema/met-with"), Object: quad.IRI("https://w3id.org/entente/actor/petru-vasile"), Label: quad.IRI("https://w3id.org/entente/article/a1")},
			{Subject: quad.IRI("https://w3id.org/entente/actor/hanna-lind"), Predicate: quad.IRI("https://w3id.org/entente/schema/name"), Object: quad.String(name), Label: quad.IRI("https://w3id.org/entente/article/a1")},
			{Subject: quad.IRI("https://w3id.org/entente/actor/hanna-lind"), Predicate: quad.IRI("https://w3id.org/entente/schema/name"), Object: quad.String("Hanna Lind"), Label: quad.IRI("https://w3id.org/entente/article/a1")},
			{Subject: quad.IRI("https://w3id.org/entente/event/e1"), Predicate: quad.IRI("https://w3id.org/entente/schema/confidence"), Object: quad.Float(0.9), Label: quad.IRI("https://w3id.org/entente/article/a2")},
			{Subject: quad.IRI("https://w3id.org/entente/event/e1"), Predicate: quad.IRI("https://w3id.org/entente/schema/from"), Object: quad.Time(time.Date(2024, 5, 1, 0, 0, 0, 0, time.UTC)), Label: quad.IRI("https://w3id.org/entente/article/a2")},
			{Subject: quad.IRI("https://w3id.org/entente/event/e1"), Predicate: quad.IRI("https://w3id.org/entente/schema/start"), Object: quad.Int(7), Label: quad.IRI("https://w3id.org/entente/article/a2")},
		},
	}
}

func write(t *testing.T, name string, f fixture) map[string][]byte {
	t.Helper()
	format, err := FormatNamed(name)
	if err != nil {
		t.Fatal(err)
	}
	if format.fill != nil {
		dir := t.TempDir()
		if err := format.ToPath(context.Background(), dir, f); err != nil {
			t.Fatal(err)
		}
		return filesIn(t, dir)
	}
	bufs, ws := map[string]*bytes.Buffer{}, map[string]io.Writer{}
	for _, file := range format.Files {
		bufs[file] = &bytes.Buffer{}
		ws[file] = bufs[file]
	}
	if err := format.write(context.Background(), f, ws); err != nil {
		t.Fatal(err)
	}
	out := map[string][]byte{}
	for file, b := range bufs {
		out[file] = b.Bytes()
	}
	return out
}

// filesIn reads every file below a folder, by its path there.
func filesIn(t *testing.T, dir string) map[string][]byte {
	t.Helper()
	out := map[string][]byte{}
	err := fs.WalkDir(os.DirFS(dir), ".", func(name string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			out[name], err = os.ReadFile(filepath.Join(dir, name))
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func TestEveryFormatIsStableAndSafe(t *testing.T) {
	for _, format := range Formats() {
		first, second := write(t, format.Name, sample(hostile)), write(t, format.Name, sample(hostile))
		for file, data := range first {
			if !bytes.Equal(data, second[file]) {
				t.Errorf("%s: %s differs between two runs", format.Name, file)
			}
			if format.Name != "parquet" && format.Name != "pquads" && bytes.ContainsAny(data, "\x1b\x00") {
				t.Errorf("%s: %s passes control characters on", format.Name, file)
			}
		}
	}
}

func TestGraphMLReadsBack(t *testing.T) {
	var doc struct {
		Nodes []struct {
			ID   string `xml:"id,attr"`
			Data []struct {
				Key  string `xml:"key,attr"`
				Text string `xml:",chardata"`
			} `xml:"data"`
		} `xml:"graph>node"`
		Edges []struct {
			Source string `xml:"source,attr"`
		} `xml:"graph>edge"`
	}
	if err := xml.Unmarshal(write(t, "graphml", sample("A & <B>"))["graph.graphml"], &doc); err != nil {
		t.Fatal(err)
	}
	if len(doc.Nodes) != 4 || len(doc.Edges) != 4 {
		t.Fatalf("%d nodes and %d edges, want 4 and 4 (a triangle and a trip)", len(doc.Nodes), len(doc.Edges))
	}
	if got := doc.Nodes[0].Data[0].Text; got != "A & <B>" {
		t.Errorf("label %q", got)
	}
	if err := xml.Unmarshal(write(t, "graphml", sample(hostile))["graph.graphml"], &doc); err != nil {
		t.Errorf("hostile names: %v", err)
	}
}

func TestGEXFReadsBack(t *testing.T) {
	var doc struct {
		Nodes []struct {
			Label string `xml:"label,attr"`
		} `xml:"graph>nodes>node"`
		Edges []struct {
			Start string `xml:"start,attr"`
			End   string `xml:"end,attr"`
		} `xml:"graph>edges>edge"`
	}
	if err := xml.Unmarshal(write(t, "gexf", sample(hostile))["graph.gexf"], &doc); err != nil {
		t.Fatal(err)
	}
	if n, m := len(doc.Nodes), len(doc.Edges); n != 4 || m != 4 {
		t.Fatalf("%d nodes and %d edges, want 4 and 4", n, m)
	}
	if e := doc.Edges[0]; e.Start != "2024-05-01" || e.End != "2024-05-02" {
		t.Errorf("interval %q – %q", e.Start, e.End)
	}
}

func TestCSVGuardsFormulas(t *testing.T) {
	files := write(t, "csv", sample("=1+1, \"quoted\"\nline"))
	rows, err := csv.NewReader(bytes.NewReader(files["nodes.csv"])).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	if got, want := rows[1][1], `'=1+1, "quoted" line`; got != want {
		t.Errorf("label cell %q, want %q", got, want)
	}
	rows, err = csv.NewReader(bytes.NewReader(files["edges.csv"])).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	if len(rows) != 5 || rows[1][2] != "Undirected" || rows[4][2] != "Directed" {
		t.Errorf("edges: %v", rows)
	}
}

func TestDyadsCount(t *testing.T) {
	got := string(write(t, "dyads", sample("x"))["dyads.csv"])
	want := "month,source,source_sector,target,target_sector,event,quad_class,status,events\n" +
		"2024-05,CHL,GOV,UNO,,CONSULT,1,occurred,1\n" +
		"2024-05,PER,GOV,CHL,GOV,CONSULT,1,occurred,1\n" +
		"2024-05,PER,GOV,UNO,,CONSULT,1,occurred,1\n" +
		"2024-06,CHL,GOV,PER,,CONSULT,1,planned,1\n"
	if got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestJSONLinesParse(t *testing.T) {
	for name, lines := range map[string]int{"plover": 2, "ftm": 7} {
		format, _ := FormatNamed(name)
		data := write(t, name, sample(hostile))[format.Files[0]]
		rows := strings.Split(strings.TrimSpace(string(data)), "\n")
		if len(rows) != lines {
			t.Errorf("%s: %d lines, want %d", name, len(rows), lines)
		}
		for _, row := range rows {
			if !json.Valid([]byte(row)) {
				t.Errorf("%s: not JSON: %s", name, row)
			}
		}
	}
	if got := string(write(t, "plover", sample("x"))["events.plover.jsonl"]); !strings.Contains(got, `"event":["AGREE"]`) {
		t.Errorf("a planned visit is not filed under AGREE:\n%s", got)
	}
}

func TestQuadsReadBack(t *testing.T) {
	f := sample(hostile)
	readers := map[string]func([]byte) quad.Reader{
		"nquads": func(b []byte) quad.Reader { return nquads.NewReader(bytes.NewReader(b), false) },
		"jsonld": func(b []byte) quad.Reader { return jsonld.NewReader(bytes.NewReader(b)) },
		"pquads": func(b []byte) quad.Reader { return pquads.NewReader(bytes.NewReader(b), 0) },
	}
	for name, open := range readers {
		format, _ := FormatNamed(name)
		got, err := quad.ReadAll(open(write(t, name, f)[format.Files[0]]))
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		want := map[string]bool{}
		for _, q := range f.quads {
			want[key(q)] = true
		}
		for _, q := range got {
			if !want[key(q)] {
				t.Errorf("%s: read back %v", name, q)
			}
			delete(want, key(q))
		}
		for q := range want {
			t.Errorf("%s: lost %s", name, q)
		}
	}
}

func key(q quad.Quad) string {
	return graph.Line(q)
}

func TestTriG(t *testing.T) {
	got := string(write(t, "turtle", sample("x"))["graph.trig"])
	_, body, _ := strings.Cut(got, "XMLSchema#> .\n")
	want := `article:a1 {
actor:hanna-lind
  entente:met-with actor:petru-vasile ;
  entente:name "x" ,
    "Hanna Lind" .
}
article:a2 {
event:e1
  entente:confidence "0.9"^^<http://www.w3.org/2001/XMLSchema#double> ;
  entente:from "2024-05-01T00:00:00Z"^^<http://www.w3.org/2001/XMLSchema#dateTime> ;
  entente:start "7"^^<http://www.w3.org/2001/XMLSchema#integer> .
}
`
	if body != want {
		t.Errorf("got\n%s\nwant\n%s", body, want)
	}
}

func TestParquetReadsBack(t *testing.T) {
	files := write(t, "parquet", sample(hostile))
	data := files["events/month=2024-05/part-0.parquet"]
	events, err := parquet.Read[parquetEvent](bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	if len(events) != 1 || len(events[0].Actors) != 3 {
		t.Errorf("events of May: %+v", events)
	}
	data = files["mentions/month=2024-05/part-0.parquet"]
	mentions, err := parquet.Read[parquetMention](bytes.NewReader(data), int64(len(data)))
	if err != nil || len(mentions) != 4 {
		t.Errorf("%d mentions, %v", len(mentions), err)
	}
}

func TestToPathIsAllOrNothing(t *testing.T) {
	dir := t.TempDir()
	format, _ := FormatNamed("csv")
	out := filepath.Join(dir, "out")
	if err := format.ToPath(context.Background(), out, sample("x")); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(filepath.Join(out, "edges.csv")); err != nil {
		t.Error(err)
	}
	broken := fixture{actors: nil}
	failing := failingSource{broken}
	graphML, _ := FormatNamed("graphml")
	path := filepath.Join(dir, "graph.graphml")
	if err := graphML.ToPath(context.Background(), path, failing); err == nil {
		t.Error("a failing source gave no error")
	}
	if entries, _ := os.ReadDir(dir); len(entries) != 1 {
		t.Errorf("left behind: %v", entries)
	}
}

type failingSource struct{ fixture }

func (failingSource) Actors(context.Context) iter.Seq2[schema.Actor, error] {
	return func(yield func(schema.Actor, error) bool) { yield(schema.Actor{}, io.ErrUnexpectedEOF) }
}

func readLine(line string) (quad.Quad, error) {
	return nquads.NewReader(strings.NewReader(line+"\n"), false).ReadQuad()
}
