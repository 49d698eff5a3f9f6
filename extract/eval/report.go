package main

import (
	"fmt"
	"io"
	"slices"

	"github.com/entente-kg/entente/schema"
)

// write prints the report: the same for the same events, byte for byte.
func (b *board) write(w io.Writer) error {
	p := &printer{w: w}
	p.printf("gold articles %d, sentences %d\n\n", b.articles, b.sentences)
	p.header("relation")
	for _, name := range b.relationNames() {
		p.line(name, *b.byRelation[name])
	}
	p.line("all", b.total)
	p.printf("\nactors and root right, relation another: %d\n", b.rootOnly)
	p.printf("sentences without an edge: %d, edges extracted there: %d\n\n", b.quiet, b.noise)
	p.header("status")
	for _, s := range schema.Statuses {
		if c := b.byStatus[s]; c != nil {
			p.line(string(s), *c)
		}
	}
	p.printf("\nof annotated edges whose root is found in their sentence\n")
	p.share("actors", b.actors)
	p.printf("\nof edges with the right actors and relation, where annotated\n")
	p.share("status", b.status)
	p.share("date", b.date)
	p.share("place", b.place)
	p.share("speaker", b.speaker)
	p.printf("\nconfidence   edges  right  precision\n")
	for i, c := range b.byConfidence {
		if c.found > 0 {
			p.printf("%.1f to %.1f  %6d %6d  %9.2f\n", float64(i)/10, float64(i+1)/10, c.found, c.right, c.precision())
		}
	}
	return p.err
}

// relationNames lists the relations seen, in the order of relations.yaml.
func (b *board) relationNames() []string {
	var names []string
	for _, r := range schema.Relations() {
		if b.byRelation[r.Name] != nil {
			names = append(names, r.Name)
		}
	}
	return slices.Clip(names)
}

// printer keeps the first error of many writes.
type printer struct {
	w   io.Writer
	err error
}

func (p *printer) printf(format string, args ...any) {
	if p.err == nil {
		_, p.err = fmt.Fprintf(p.w, format, args...)
	}
}

func (p *printer) header(what string) {
	p.printf("%-24s %5s %6s %6s  %9s %7s %6s\n", what, "gold", "found", "right", "precision", "recall", "F1")
}

func (p *printer) line(name string, c count) {
	p.printf("%-24s %5d %6d %6d  %9.2f %7.2f %6.2f\n", name, c.gold, c.found, c.right, c.precision(), c.recall(), c.f1())
}

func (p *printer) share(name string, c count) {
	p.printf("  %-8s %4d of %4d  %.2f\n", name, c.right, c.gold, c.recall())
}
