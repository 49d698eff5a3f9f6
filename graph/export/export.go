package export

import (
	"context"
	"fmt"
	"io"
	"iter"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/cayleygraph/quad"
	"github.com/entente-kg/entente/schema"
)

// Source is a graph, filtered already, as streams in a stable order.
type Source interface {
	// Articles streams the articles by ID.
	Articles(context.Context) iter.Seq2[schema.ArticleRef, error]
	// Actors streams the actors and places by ID.
	Actors(context.Context) iter.Seq2[schema.Actor, error]
	// Events streams the events by ID.
	Events(context.Context) iter.Seq2[schema.Event, error]
	// Quads streams the graph as it is stored, by subject, predicate, object, label.
	Quads(context.Context) iter.Seq2[quad.Quad, error]
}

// Format is one way to write a graph.
type Format struct {
	Name    string
	Doc     string   // one line for help
	Files   []string // names of the files it makes; one name means it can go to a stream
	Loses   string   // what the format cannot carry; "" when it is faithful
	comment string   // how the format writes a line of comment, as for Sprintf; "" where it has none
	write   func(context.Context, Source, map[string]io.Writer) error
	fill    func(context.Context, Source, *folder) error // instead of write, where the number of files is not known before
}

// Formats lists every format by name.
func Formats() []Format {
	return []Format{
		{Name: "cameo", Doc: "tab-separated events with CAMEO codes, GDELT's column names", Files: []string{"events.tsv"}, Loses: "facts, aliases, spans; events of one participant keep an empty second actor", write: writeCAMEO},
		{Name: "csv", Doc: "nodes and edges as CSV, headers as Gephi and NetworkX expect them", Files: []string{"nodes.csv", "edges.csv"}, Loses: "facts, spans; an event of many is many edges with one event ID", write: writeCSV},
		{Name: "cypher", Doc: "a Cypher script for Neo4j and Memgraph", Files: []string{"graph.cypher"}, Loses: "facts, spans", comment: "// %s", write: writeCypher},
		{Name: "dot", Doc: "Graphviz", Files: []string{"graph.dot"}, Loses: "facts, spans, articles", comment: "// %s", write: writeDOT},
		{Name: "dyads", Doc: "counts by month, dyad of countries and PLOVER root, as event-data users load into R", Files: []string{"dyads.csv"}, Loses: "everything but the counts", write: writeDyads},
		{Name: "ftm", Doc: "FollowTheMoney entities as JSON lines", Files: []string{"entities.ftm.json"}, Loses: "facts, spans, confidence", write: writeFTM},
		{Name: "gexf", Doc: "GEXF 1.3 with dates as intervals, for Gephi's timeline", Files: []string{"graph.gexf"}, Loses: "facts, spans", comment: "<!-- %s -->", write: writeGEXF},
		{Name: "graphml", Doc: "GraphML with typed attributes", Files: []string{"graph.graphml"}, Loses: "facts, spans", comment: "<!-- %s -->", write: writeGraphML},
		{Name: "jsonld", Doc: "JSON-LD, one named graph an article", Files: []string{"graph.jsonld"}, write: writeJSONLD},
		{Name: "neo4j", Doc: "CSV files for neo4j-admin database import", Files: []string{"actors.csv", "articles.csv", "events.csv", "participants.csv", "edges.csv"}, Loses: "facts, spans", write: writeNeo4j},
		{Name: "nquads", Doc: "N-Quads, sorted", Files: []string{"graph.nq"}, comment: "# %s", write: writeNQuads},
		{Name: "parquet", Doc: "Parquet tables of actors and, by month, articles, events and mentions", Files: []string{"actors.parquet", "articles/month=…/part-0.parquet", "events/month=…/…", "mentions/month=…/…"}, Loses: "facts", fill: writeParquet},
		{Name: "plover", Doc: "PLOVER records as JSON lines", Files: []string{"events.plover.jsonl"}, Loses: "facts, spans, aliases; status is folded into PLOVER's own", write: writePLOVER},
		{Name: "pquads", Doc: "cayley's binary quads: the backup format", Files: []string{"graph.pq"}, write: writePQuads},
		{Name: "turtle", Doc: "TriG: Turtle with one named graph an article", Files: []string{"graph.trig"}, comment: "# %s", write: writeTriG},
	}
}

// FormatNamed finds a format.
func FormatNamed(name string) (Format, error) {
	formats := Formats()
	i := slices.IndexFunc(formats, func(f Format) bool { return f.Name == name })
	if i < 0 {
		return Format{}, fmt.Errorf("no export format %q; there are %s", name, strings.Join(names(formats), ", "))
	}
	return formats[i], nil
}

// Stamped is the format with one line more at the end of the file: when it was
// made. Formats without comments cannot carry one.
func (f Format) Stamped(at time.Time) (Format, error) {
	if f.comment == "" {
		can := slices.DeleteFunc(Formats(), func(f Format) bool { return f.comment == "" })
		return f, fmt.Errorf("%s has no place for a time stamp; %s have one", f.Name, strings.Join(names(can), ", "))
	}
	write, line := f.write, fmt.Sprintf(f.comment, "made "+at.UTC().Format(time.RFC3339))
	f.write = func(ctx context.Context, src Source, files map[string]io.Writer) error {
		if err := write(ctx, src, files); err != nil {
			return err
		}
		_, err := fmt.Fprintln(files[f.Files[0]], line)
		return err
	}
	return f, nil
}

func names(formats []Format) []string {
	names := make([]string, len(formats))
	for i, f := range formats {
		names[i] = f.Name
	}
	return names
}

// To writes a format of one file to w.
func (f Format) To(ctx context.Context, w io.Writer, src Source) error {
	if len(f.Files) != 1 {
		return fmt.Errorf("%s is %d files (%s): name a folder with -o", f.Name, len(f.Files), strings.Join(f.Files, ", "))
	}
	return f.write(ctx, src, map[string]io.Writer{f.Files[0]: w})
}

// ToPath writes the format to path: a file, or a folder where the format has
// several files. Files appear whole or not at all: each is written beside its
// place under a temporary name and moved there when all are done.
func (f Format) ToPath(ctx context.Context, path string, src Source) (err error) {
	if f.fill != nil {
		return f.toFolder(ctx, path, src)
	}
	paths := map[string]string{f.Files[0]: path}
	if len(f.Files) > 1 {
		if err := os.MkdirAll(path, 0o755); err != nil {
			return fmt.Errorf("export %s: %w", f.Name, err)
		}
		for _, name := range f.Files {
			paths[name] = filepath.Join(path, name)
		}
	}
	files, err := createAll(paths)
	defer files.discard()
	if err != nil {
		return fmt.Errorf("export %s: %w", f.Name, err)
	}
	if err := f.write(ctx, src, files.writers()); err != nil {
		return fmt.Errorf("export %s: %w", f.Name, err)
	}
	return files.commit()
}

func (f Format) toFolder(ctx context.Context, path string, src Source) error {
	to, err := newFolder(path)
	if err != nil {
		return fmt.Errorf("export %s: %w", f.Name, err)
	}
	defer to.discard()
	if err := f.fill(ctx, src, to); err != nil {
		return fmt.Errorf("export %s: %w", f.Name, err)
	}
	return to.commit()
}
