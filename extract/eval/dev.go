package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"os"
	"slices"
	"strings"

	"github.com/entente-kg/entente/extract/article"
	"github.com/entente-kg/entente/schema"
)

// dyad is one line of a development set: a sentence, two of its phrases, and
// the PLOVER root that relates them. YIELD stands for CONCEDE and RETREAT.
type dyad struct {
	ID     string `json:"id"`
	Text   string `json:"text"`
	Source string `json:"source"`
	Target string `json:"target"`
	Root   string `json:"root"`
}

// devDate stands in for the publication day, which the sets do not give.
const devDate = "2018-06-15"

// runRelations scores the roots read between the given phrases, a fold of five
// at a time when fold is 1 to 5.
func runRelations(w io.Writer, x extractor, file string, fold int, verbose bool) error {
	dyads, err := readDyads(file)
	if err != nil {
		return err
	}
	tally := map[string]*count{}
	pairs := count{}
	for i, d := range dyads {
		if fold > 0 && i%5 != fold-1 {
			continue
		}
		a := &article.Article{Text: d.Text}
		a.ID, a.Published = d.ID, devDate
		got := d.roots(x(a).Events)
		pairs.gold++
		d.score(tally, &pairs, got)
		if verbose && !slices.Contains(got, d.Root) {
			fmt.Fprintf(w, "%s %s got %v | %s -> %s | %s\n", d.ID, d.Root, got, d.Source, d.Target, d.Text)
		}
	}
	return writeRoots(w, tally, pairs)
}

func readDyads(file string) (out []dyad, err error) {
	f, err := os.Open(file)
	if err != nil {
		return nil, fmt.Errorf("development set: %w", err)
	}
	defer f.Close()
	in := bufio.NewScanner(f)
	in.Buffer(nil, 1<<20)
	for line := 1; in.Scan(); line++ {
		var d dyad
		if err := json.Unmarshal(in.Bytes(), &d); err != nil {
			return nil, fmt.Errorf("%s:%d: %w", file, line, err)
		}
		out = append(out, d)
	}
	return out, in.Err()
}

// roots returns the first two roots of the events between source and target.
func (d dyad) roots(events []schema.Event) []string {
	source, target := d.span(d.Source), d.span(d.Target)
	var out []string
	for i := range events {
		for _, pair := range events[i].Dyads() {
			r := schema.RelationNamed(events[i].Relation)
			hit := touches(pair.Source, source) && touches(pair.Target, target)
			mirrored := r.Symmetric && touches(pair.Source, target) && touches(pair.Target, source)
			if root := yield(events[i].Root); (hit || mirrored) && !slices.Contains(out, root) {
				out = append(out, root)
			}
		}
	}
	return out[:min(2, len(out))]
}

func yield(root string) string {
	if root == "CONCEDE" || root == "RETREAT" {
		return "YIELD"
	}
	return root
}

func (d dyad) span(phrase string) schema.Span {
	phrase = strings.TrimSpace(phrase)
	at := strings.Index(d.Text, phrase)
	return schema.Span{Start: at, End: at + len(phrase)}
}

func touches(p *schema.Participant, span schema.Span) bool {
	return p != nil && slices.ContainsFunc(p.Mentions, func(m schema.Text) bool { return m.Overlaps(span) })
}

// score counts one dyad: the right root if it was read, else the first one read.
func (d dyad) score(tally map[string]*count, pairs *count, got []string) {
	of := func(root string) *count {
		if tally[root] == nil {
			tally[root] = &count{}
		}
		return tally[root]
	}
	of(d.Root).gold++
	if len(got) == 0 {
		return
	}
	pairs.found++
	if slices.Contains(got, d.Root) {
		pairs.right++
		of(d.Root).found++
		of(d.Root).right++
		return
	}
	of(got[0]).found++
}

func writeRoots(w io.Writer, tally map[string]*count, pairs count) error {
	p := &printer{w: w}
	p.header("root")
	sum := 0.0
	n := 0
	for _, root := range slices.Sorted(maps.Keys(tally)) {
		p.line(root, *tally[root])
		if tally[root].gold > 0 {
			sum += tally[root].f1()
			n++
		}
	}
	p.printf("\nmacro F1 %.3f, pairs found %d of %d, root right of those %.3f\n", sum/float64(max(n, 1)), pairs.found, pairs.gold, pairs.precision())
	return p.err
}
