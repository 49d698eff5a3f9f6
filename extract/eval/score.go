package main

import (
	"fmt"
	"slices"

	"github.com/entente-kg/entente/extract/article"
	"github.com/entente-kg/entente/schema"
)

// extractor is the pipeline under test.
type extractor func(*article.Article) schema.Extraction

// count is one line of the report.
type count struct {
	gold  int // annotated, optional ones not counted
	found int // extracted, those that match an optional edge not counted
	right int
}

func (c count) precision() float64 { return ratio(c.right, c.found) }
func (c count) recall() float64    { return ratio(c.right, c.gold) }

func (c count) f1() float64 {
	p, r := c.precision(), c.recall()
	if p+r == 0 {
		return 0
	}
	return 2 * p * r / (p + r)
}

func ratio(a, b int) float64 {
	if b == 0 {
		return 0
	}
	return float64(a) / float64(b)
}

// board is the result of a run.
type board struct {
	articles, sentences int
	total               count
	byRelation          map[string]*count
	byStatus            map[schema.Status]*count
	actors              count // over annotated edges whose root is found in their sentence
	status, date        count // over edges whose actors and relation are found
	place, speaker      count
	rootOnly            int // actors right, root right, relation wrong
	byConfidence        [10]count
	quiet, noise        int // sentences without edges: how many, and with how many extracted edges
	notes               []string
}

func newBoard() *board {
	return &board{byRelation: map[string]*count{}, byStatus: map[schema.Status]*count{}}
}

// run scores the extractor on every gold article.
func run(x extractor, golds []Gold) *board {
	b := newBoard()
	for i := range golds {
		g := &golds[i]
		events := x(&g.Article).Events
		b.articles++
		for _, s := range g.Sentences {
			b.sentences++
			b.sentence(g, s, edgesIn(events, s.Span))
		}
	}
	return b
}

// sentence scores the extracted edges of one sentence. Each annotated edge
// takes the extracted edge that agrees best; what is left over is wrong.
func (b *board) sentence(g *Gold, s Sentence, edges []found) {
	if len(s.Edges) == 0 {
		b.quiet++
		b.noise += len(edges)
	}
	used := make([]bool, len(edges))
	for _, e := range s.Edges {
		if !e.Optional {
			b.edge(g, s, e, edges, used)
		}
	}
	for _, e := range s.Edges {
		if e.Optional {
			e.allow(edges, used)
		}
	}
	for i, f := range edges {
		if used[i] || repeats(edges, i) {
			continue
		}
		b.extracted(f.event.Relation, f, false)
		b.note("EXTRA %s | %s\n        %s", g.Article.ID, describe(f), g.Article.Text[s.Start:s.End])
	}
}

// repeats reports whether an earlier edge says the same: one fact told by two
// words of a sentence counts once.
func repeats(edges []found, i int) bool {
	for _, f := range edges[:i] {
		if f.event.Relation == edges[i].event.Relation && f.event.Status == edges[i].event.Status && f.pair() == edges[i].pair() {
			return true
		}
	}
	return false
}

// allow marks every extracted edge an optional edge speaks of, in any relation
// of its root and any status.
func (e Edge) allow(edges []found, used []bool) {
	for i, f := range edges {
		for _, reading := range e.Readings {
			used[i] = used[i] || reading.compare(f) >= sameRoot
		}
	}
}

// edge scores one annotated edge.
func (b *board) edge(g *Gold, s Sentence, e Edge, edges []found, used []bool) {
	at, st, lv := best(e, edges, used)
	name := e.Readings[0].Relations[0]
	if e.rootAmong(edges) {
		tally(&b.actors, lv != nothing)
	}
	b.relation(name).gold++
	b.ofStatus(e.Readings[0].Status).gold++
	b.total.gold++
	switch lv {
	case right, sameWords:
		used[at] = true
		b.details(st, edges[at].event, lv)
		b.extracted(name, edges[at], lv == right)
	case sameRoot:
		b.rootOnly++
	}
	if lv != right {
		b.note("MISS  %s | %s %s %s [%s], %s\n        %s", g.Article.ID, st.Actor, name, st.Recipient, st.Status, because(lv), g.Article.Text[s.Start:s.End])
	}
}

// rootAmong reports whether the sentence gave any edge of the root that e is of.
func (e Edge) rootAmong(edges []found) bool {
	root := schema.RelationNamed(e.Readings[0].Relations[0]).Root
	return slices.ContainsFunc(edges, func(f found) bool { return f.event.Root == root })
}

// best finds the unused extracted edge that agrees best with a reading of e.
func best(e Edge, edges []found, used []bool) (at int, st Statement, lv level) {
	st = e.Readings[0]
	for _, reading := range e.Readings {
		for i, f := range edges {
			if l := reading.compare(f); !used[i] && l > lv {
				at, st, lv = i, reading, l
			}
		}
	}
	return at, st, lv
}

// details scores status, date, place and speaker of an edge whose actors and relation are right.
func (b *board) details(st Statement, e *schema.Event, lv level) {
	tally(&b.status, lv == right)
	if st.From != "" || st.To != "" {
		tally(&b.date, st.sameDays(e))
		if !st.sameDays(e) {
			b.note("DATE  %s..%s, want %s..%s | %s", e.From, e.To, st.From, st.To, e.Evidence.Text)
		}
	}
	if st.Place != "" {
		tally(&b.place, st.samePlace(e))
		if !st.samePlace(e) {
			b.note("PLACE want %s | %s", st.Place, e.Evidence.Text)
		}
	}
	if st.Speaker != "" {
		tally(&b.speaker, st.sameSpeaker(e))
		if !st.sameSpeaker(e) {
			b.note("SPEAKER want %s | %s", st.Speaker, e.Evidence.Text)
		}
	}
}

func tally(c *count, ok bool) {
	c.gold++
	c.found++
	if ok {
		c.right++
	}
}

// extracted counts an edge that came out, right or wrong, under a relation: its
// own, or the one it stands for in the annotation.
func (b *board) extracted(relation string, f found, ok bool) {
	n := 0
	if ok {
		n = 1
	}
	bin := min(max(int(f.event.Confidence*10), 0), 9)
	for _, c := range []*count{&b.total, b.relation(relation), b.ofStatus(f.event.Status), &b.byConfidence[bin]} {
		c.found++
		c.right += n
	}
}

func (b *board) relation(name string) *count {
	if b.byRelation[name] == nil {
		b.byRelation[name] = &count{}
	}
	return b.byRelation[name]
}

func (b *board) ofStatus(s schema.Status) *count {
	if b.byStatus[s] == nil {
		b.byStatus[s] = &count{}
	}
	return b.byStatus[s]
}

func (b *board) note(format string, args ...any) {
	b.notes = append(b.notes, fmt.Sprintf(format, args...))
}

func because(lv level) string {
	switch lv {
	case sameWords:
		return "wrong status"
	case sameRoot:
		return "another relation of the root"
	}
	return "not found"
}

func describe(f found) string {
	target := ""
	if f.dyad.Target != nil {
		target = f.dyad.Target.Name
	}
	return fmt.Sprintf("%s %s %s [%s] by %s", f.dyad.Source.Name, f.event.Relation, target, f.event.Status, f.event.Evidence.Rule)
}
