package graph

import (
	"slices"
	"strings"

	"github.com/cayleygraph/quad"
	"github.com/entente-kg/entente/schema"
)

// The answers are checked against an evaluation that knows nothing of indexes:
// it reads the exported N-Quads into a list and walks it for every event.

// brute is the exported graph as a list.
type brute struct {
	quads []quad.Quad
	words [][3]string // the same as text: subject, predicate, object
}

func (b *brute) all(s, p string) (out []string) {
	if b.words == nil {
		for _, q := range b.quads {
			b.words = append(b.words, [3]string{short(q.Subject), short(q.Predicate), plain(q.Object)})
		}
	}
	for _, w := range b.words {
		if w[0] == s && w[1] == p {
			out = append(out, w[2])
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

func (b *brute) one(s, p string) string {
	if all := b.all(s, p); len(all) > 0 {
		return all[0]
	}
	return ""
}

// pairs evaluates a filter for every event and lists "event source target".
func (b *brute) pairs(who []string, f Filter, met bool) (out []string) {
	for _, q := range b.quads {
		if short(q.Predicate) != "status" {
			continue
		}
		ev := short(q.Subject)
		if !b.admits(ev, short(q.Label), f) {
			continue
		}
		for _, p := range b.dyads(ev) {
			if b.wanted(ev, p, who, met) {
				out = append(out, strings.Join([]string{ev, p[0], p[1]}, " "))
			}
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

func (b *brute) dyads(ev string) (out [][2]string) {
	actors, recipients := b.all(ev, "actor"), b.all(ev, "recipient")
	mutual := symmetric(b.one(ev, "relation")) && len(recipients) == 0 && len(actors) > 1
	for i, x := range actors {
		switch {
		case len(recipients) > 0:
			for _, y := range recipients {
				p := [2]string{x, y}
				if symmetric(b.one(ev, "relation")) {
					slices.Sort(p[:])
				}
				if x != y && !slices.Contains(out, p) {
					out = append(out, p)
				}
			}
		case mutual:
			for _, y := range actors[i+1:] {
				out = append(out, [2]string{x, y})
			}
		default:
			out = append(out, [2]string{x, ""})
		}
	}
	return out
}

func (b *brute) wanted(ev string, p [2]string, who []string, met bool) bool {
	for _, w := range who {
		if !slices.Contains(b.all(ev, "actor"), w) && !slices.Contains(b.all(ev, "recipient"), w) {
			return false
		}
	}
	has := 0
	for _, w := range who {
		if w == p[0] || w == p[1] {
			has++
		}
	}
	if has < min(len(who), 2) {
		return false
	}
	if !met {
		return true
	}
	other := p[0]
	if other == who[0] {
		other = p[1]
	}
	kind := b.one(other, "type")
	return other != "" && kind != "place" && !(kind == "state" && b.one(ev, "relation") == "travels-to")
}

func (b *brute) admits(ev, article string, f Filter) bool {
	from, to := b.one(ev, "from"), b.one(ev, "to")
	if from == "" {
		from = b.one(article, "published")
		to = from
	}
	statuses := f.Status
	if len(statuses) == 0 {
		statuses = []schema.Status{"occurred", "ongoing"}
	}
	place := b.one(ev, "place")
	root := strings.TrimPrefix(b.one(ev, "rdf:type"), "plover:")
	return slices.Contains(statuses, schema.Status(b.one(ev, "status"))) &&
		(len(f.Relation) == 0 || slices.Contains(f.Relation, b.one(ev, "relation")) || slices.Contains(f.Relation, root)) &&
		(f.Since == "" || to >= f.Since) &&
		(f.Until == "" || from[:min(len(from), len(f.Until))] <= f.Until) &&
		(f.Place == "" || f.Place == place || place != "" && f.Place == b.one(place, "name")) &&
		(f.Source == "" || "article:"+f.Source == article || strings.EqualFold(f.Source, b.one(article, "publisher")))
}

// rows makes rows of what pairs lists, knowing only the exported quads.
func (b *brute) rows(who []string, f Filter, met bool) (rows []Row) {
	articles := map[string]string{}
	for _, q := range b.quads {
		if short(q.Predicate) == "status" {
			articles[short(q.Subject)] = short(q.Label)
		}
	}
	name := func(id string) Who {
		if id == "" {
			return Who{}
		}
		return Who{id, b.one(id, "name")}
	}
	for _, line := range b.pairs(who, f, met) {
		p := strings.Split(line, " ")
		ev, article := p[0], articles[p[0]]
		rows = append(rows, Row{
			EventID: strings.TrimPrefix(ev, "event:"), From: b.one(ev, "from"), To: b.one(ev, "to"), Reported: b.one(article, "published"),
			Relation: b.one(ev, "relation"), Root: strings.TrimPrefix(b.one(ev, "rdf:type"), "plover:"),
			Status: schema.Status(b.one(ev, "status")), Source: name(p[1]), Target: name(p[2]), Place: name(b.one(ev, "place")),
			Quote:   b.one(b.one(ev, "evidence"), "text"),
			Article: schema.ArticleRef{ID: strings.TrimPrefix(article, "article:"), Publisher: b.one(article, "publisher"), Published: b.one(article, "published")},
		})
	}
	return rows
}

// happenings groups rows with nothing but comparisons of each with each.
func (b *brute) happenings(who []string, f Filter, met bool) (out []Row) {
	for _, h := range plainly(b.rows(who, f, met)) {
		row := *h.reports[0]
		row.Reports = nil
		dated := false
		for _, r := range h.reports {
			dated = dated || r.From != ""
			row.Reports = append(row.Reports, Report{EventID: r.EventID, Article: r.Article, Quote: r.Quote})
		}
		row.From, row.To, row.Place = "", "", h.place
		if dated {
			row.From, row.To = h.span.first, h.span.last
		}
		if row.Sources = countSources(row.Reports); row.Sources >= f.MinSources {
			out = append(out, row)
		}
	}
	return out
}

func countSources(reports []Report) int {
	u := newUnion(len(reports))
	for i, a := range reports {
		for j, b := range reports[:i] {
			words := func(s string) []string { return strings.Split(schema.Slug(s), "-") }
			both, all := 0, words(a.Quote)
			for _, w := range words(b.Quote) {
				if slices.Contains(all, w) {
					both++
				} else {
					all = append(all, w)
				}
			}
			if a.Article.Publisher == b.Article.Publisher || float64(both) >= 0.8*float64(len(all)) {
				u.join(i, j)
			}
		}
	}
	return u.sets
}

// distance is the number of hops between two actors by the pairs a filter
// admits, -1 when there is no path. Places connect nobody.
func (b *brute) distance(from, to string, f Filter) int {
	near := map[string][]string{}
	for _, r := range b.happenings(nil, f, false) {
		if r.Target.ID != "" {
			near[r.Source.ID] = append(near[r.Source.ID], r.Target.ID)
			near[r.Target.ID] = append(near[r.Target.ID], r.Source.ID)
		}
	}
	dist := map[string]int{from: 0}
	for queue := []string{from}; len(queue) > 0; queue = queue[1:] {
		for _, n := range near[queue[0]] {
			if _, seen := dist[n]; !seen && b.one(n, "type") != "place" {
				dist[n] = dist[queue[0]] + 1
				queue = append(queue, n)
			}
		}
	}
	if d, ok := dist[to]; ok {
		return d
	}
	return -1
}
