package export

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"encoding/xml"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/cayleygraph/quad"
	"github.com/cayleygraph/quad/nquads"
	"github.com/entente-kg/entente/graph"
	"github.com/entente-kg/entente/graph/picture"
	"github.com/entente-kg/entente/schema"
	"golang.org/x/net/html"
	"gonum.org/v1/gonum/graph/formats/dot"
	"gonum.org/v1/gonum/graph/formats/dot/ast"
)

// hostileNames are names and titles as nobody is called and some web page will write.
var hostileNames = map[string]string{
	"quotes":            `"O'Brien" said “no” and 'yes'`,
	"backslash at end":  `Peru\`,
	"line breaks":       "one\ntwo\r\nthree\u2028four\u0085five",
	"tabs":              "a\tb\vc",
	"NUL":               "a\x00b",
	"terminal escape":   "\x1b[31mred\x1b[0m\x1b]0;title\a",
	"C1 escape":         "\u009b31mred",
	"script":            `<script>alert(1)</script>`,
	"end of CDATA":      `]]><!-- --><![CDATA[`,
	"entity":            `&lt;&amp;&#x41;&unknown;`,
	"attribute":         `" onload="alert(1)`,
	"formula =":         `=cmd|' /C calc'!A0`,
	"formula +":         `+1+cmd()`,
	"formula -":         `-2+3`,
	"formula @":         `@SUM(1+1)*cmd`,
	"formula after tab": "\t=1+1",
	"full-width =":      "＝1+1",
	"right to left":     "abc\u202egnp.exe",
	"isolates":          "\u2066a\u2069\u200f\u200eb\u061c",
	"Cypher":            `"}) DETACH DELETE (n); //`,
	"RDF":               `" . <a> <b> "c" . # `,
	"IRI":               "<>\"{}|^`\\ ",
	"invalid UTF-8":     "a\xffb\xc3",
	"noncharacters":     "a\ufffeb\uffff\ufdd0",
	"beyond the plane":  "😀 𝒳",
	"separators":        "a;b,c|d",
	"empty":             "",
	"blank":             "   ",
	"long":              strings.Repeat("long ", 2000),
}

func TestHostileNamesInEveryFormat(t *testing.T) {
	for what, name := range hostileNames {
		for _, f := range Formats() {
			t.Run(f.Name+"/"+what, func(t *testing.T) { checkHostile(t, f.Name, name) })
		}
	}
}

// FuzzWriters holds every writer to the same with names that nobody thought of.
//
//	go test ./graph/export -run XXX -fuzz FuzzWriters -fuzztime 10m
func FuzzWriters(f *testing.F) {
	for _, name := range hostileNames {
		f.Add(name)
	}
	f.Fuzz(func(t *testing.T, name string) {
		for _, format := range Formats() {
			if format.Name != "parquet" { // binary, and slow: the table has it
				checkHostile(t, format.Name, name)
			}
		}
		checkDossier(t, name)
	})
}

// checkHostile writes a graph that is full of a name and reads it back: nothing
// that a terminal or an eye obeys may stand in the file, its parts must be as
// many as with any other name, and the name must be what is written, cleaned.
func checkHostile(t *testing.T, format, name string) {
	t.Helper()
	g := full(name)
	for file, data := range write(t, format, g) {
		switch format {
		case "parquet", "pquads":
			continue
		}
		if !utf8.Valid(data) {
			t.Errorf("%s is not UTF-8", file)
		}
		text := strings.NewReplacer("\n", "", "\t", "").Replace(string(data))
		if i := strings.IndexFunc(text, deceives); i >= 0 {
			t.Errorf("%s passes on %q", file, text[i:min(i+8, len(text))])
		}
		if check := formatChecks()[format+"/"+file]; check != nil {
			check(t, data, clean(name))
		}
	}
	if format == "nquads" {
		checkSameQuads(t, g)
	}
}

// full is the sample graph with the name wherever the news may put words.
func full(name string) fixture {
	g := sample(name)
	for i := range g.articles {
		g.articles[i].Publisher, g.articles[i].ID, g.articles[i].URL = name, "a"+name, "https://example.org/"+name
	}
	for i := range g.events {
		e := &g.events[i]
		e.Article = g.articles[0]
		e.Evidence.Text, e.Evidence.Trigger.Text = name, name
		if e.Place != nil {
			e.Place.Name = name
		}
	}
	g.quads = graph.Quads(schema.Extraction{Article: g.articles[0], Actors: g.actors, Events: g.events})
	return g
}

// formatChecks read a file of the sample graph, by format and file.
func formatChecks() map[string]func(t *testing.T, data []byte, name string) {
	return map[string]func(*testing.T, []byte, string){
		"graphml/graph.graphml": checkXML, "gexf/graph.gexf": checkXML, "dot/graph.dot": checkDOT,
		"csv/nodes.csv": checkTable(',', 5, true), "csv/edges.csv": checkTable(',', 5, true), "dyads/dyads.csv": checkTable(',', 5, true), "cameo/events.tsv": checkTable('\t', 5, true),
		"neo4j/actors.csv": checkTable(',', 5, false), "neo4j/articles.csv": checkTable(',', 2, false), "neo4j/events.csv": checkTable(',', 3, false), "neo4j/edges.csv": checkTable(',', 5, false),
		"plover/events.plover.jsonl": checkLines(2), "ftm/entities.ftm.json": checkLines(7),
	}
}

func checkXML(t *testing.T, data []byte, name string) {
	dec, elements := xml.NewDecoder(bytes.NewReader(data)), 0
	found := name == ""
	for {
		token, err := dec.Token()
		if token == nil {
			break
		}
		if err != nil {
			t.Fatal(err)
		}
		switch token := token.(type) {
		case xml.StartElement:
			if token.Name.Local == "node" || token.Name.Local == "edge" {
				elements++
			}
			for _, a := range token.Attr {
				found = found || a.Value == name
			}
		case xml.CharData:
			found = found || string(token) == name
		case xml.Comment, xml.Directive:
			t.Errorf("a name became markup: %v", token)
		}
	}
	if elements != 8 || !found {
		t.Errorf("%d nodes and edges, want 8; the name is there: %v", elements, found)
	}
}

func checkDOT(t *testing.T, data []byte, name string) {
	file, err := dot.ParseBytes(data)
	if err != nil {
		t.Fatal(err)
	}
	if n := len(file.Graphs[0].Stmts); n != 8 {
		t.Errorf("%d statements, want 8", n)
	}
	label := file.Graphs[0].Stmts[0].(*ast.NodeStmt).Attrs[0].Val
	if want := dotQuoted(name); label != want {
		t.Errorf("label %s, want %s", label, want)
	}
}

func checkTable(comma rune, rows int, guarded bool) func(*testing.T, []byte, string) {
	return func(t *testing.T, data []byte, name string) {
		r := csv.NewReader(bytes.NewReader(data))
		r.Comma = comma
		all, err := r.ReadAll()
		if err != nil {
			t.Fatal(err)
		}
		if len(all) != rows {
			t.Errorf("%d rows, want %d", len(all), rows)
		}
		for _, row := range all {
			for _, cell := range row {
				if guarded && cell != "" && strings.ContainsRune("=+-@", rune(cell[0])) {
					t.Errorf("a spreadsheet would run %q", cell)
				}
			}
		}
	}
}

func checkLines(lines int) func(*testing.T, []byte, string) {
	return func(t *testing.T, data []byte, name string) {
		rows := bytes.Split(bytes.TrimSpace(data), []byte("\n"))
		if len(rows) != lines {
			t.Errorf("%d lines, want %d", len(rows), lines)
		}
		for _, row := range rows {
			if !json.Valid(row) {
				t.Errorf("not JSON: %s", row)
			}
		}
	}
}

// checkSameQuads reads N-Quads back to the same quads: RDF loses no character.
func checkSameQuads(t *testing.T, g fixture) {
	data := write(t, "nquads", g)["graph.nq"]
	got, err := quad.ReadAll(nquads.NewReader(bytes.NewReader(data), false))
	if err != nil {
		t.Fatal(err)
	}
	if len(got) != len(g.quads) {
		t.Fatalf("%d quads, want %d", len(got), len(g.quads))
	}
	for i := range got {
		if graph.Line(got[i]) != graph.Line(g.quads[i]) {
			t.Errorf("%s became %s", graph.Line(g.quads[i]), graph.Line(got[i]))
		}
	}
}

func TestHostileNamesInPicturesAndDossier(t *testing.T) {
	for what, name := range hostileNames {
		t.Run(what, func(t *testing.T) {
			checkDossier(t, name)
			g := full(name)
			for _, c := range []*picture.Canvas{
				picture.Ego(g.actors[0], g.events, picture.Options{Theme: picture.Light, Caption: name}), picture.Matrix(g.events, picture.Options{Theme: picture.Light, Caption: name}),
				picture.Timeline(g.actors, g.events, picture.Options{Theme: picture.Dark, Caption: name}), picture.Travel(g.actors[1], g.events, picture.Options{Theme: picture.Dark, Caption: name}),
			} {
				var b bytes.Buffer
				if err := c.WriteSVG(&b); err != nil {
					t.Fatal(err)
				}
				checkMarkup(t, b.String())
				if err := xml.Unmarshal(b.Bytes(), new(struct{})); err != nil {
					t.Error(err)
				}
			}
		})
	}
}

func checkDossier(t *testing.T, name string) {
	t.Helper()
	g := full(name)
	var b strings.Builder
	if err := WriteDossier(&b, Dossier{Actor: g.actors[0], Events: g.events, Caption: name}); err != nil {
		t.Fatal(err)
	}
	checkMarkup(t, b.String())
}

// checkMarkup reads a page as browsers do: nothing of a name may have become
// markup, and no mark that turns or hides words is passed on.
func checkMarkup(t *testing.T, page string) {
	t.Helper()
	tokens := html.NewTokenizer(strings.NewReader(page))
	for {
		switch tokens.Next() {
		case html.ErrorToken:
			text := strings.ReplaceAll(page, "\n", "")
			if i := strings.IndexFunc(text, deceives); i >= 0 {
				t.Errorf("the page passes on %q", text[i:min(i+8, len(text))])
			}
			return
		case html.CommentToken:
			t.Error("a name became a comment")
		case html.StartTagToken, html.SelfClosingTagToken:
			token := tokens.Token()
			if slices.Contains([]string{"script", "iframe", "object", "embed", "link", "img", "image", "use", "base", "form"}, token.Data) {
				t.Errorf("the page holds <%s>", token.Data)
			}
			for _, a := range token.Attr {
				if strings.HasPrefix(a.Key, "on") || a.Key == "href" && !strings.HasPrefix(a.Val, "#") || strings.Contains(a.Val, "javascript:") {
					t.Errorf("<%s> has %s=%q", token.Data, a.Key, a.Val)
				}
			}
		}
	}
}
