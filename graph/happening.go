package graph

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"github.com/entente-kg/entente/schema"
)

// What several articles report may be one happening. Two rows are reports of
// the same one when they pair the same actors in the same relation, agree in
// kind of status (a plan is not its fulfilment), when one of their places is
// unknown or both are the same, and when their days overlap; a report without
// a date may be of anything in the days before it, see reportLag.
//
// Rows are taken by first day, then last day, then event ID, and each joins
// the earliest happening it is compatible with. The order of loading plays no part.

// reportLag is how many days a happening lies back at most when an article
// tells it without a date: the news of a weekly.
const reportLag = 7

// happenings groups reports.
func happenings(rows []Row) []Row {
	slices.SortFunc(rows, compareRows)
	groups := map[string][]*happening{}
	var all []*happening
	for i := range rows {
		row := &rows[i]
		key := row.groupKey()
		span := row.span()
		var home *happening
		for _, h := range groups[key] {
			if h.takes(row, span) {
				home = h
				break
			}
		}
		if home == nil {
			home = &happening{span: span}
			groups[key] = append(groups[key], home)
			all = append(all, home)
		}
		home.add(row, span)
	}
	out := make([]Row, 0, len(all))
	for _, h := range all {
		out = append(out, h.row())
	}
	slices.SortFunc(out, compareRows)
	return out
}

// compareRows orders rows by day, then by what else tells them apart.
func compareRows(a, b Row) int {
	return cmp.Or(
		cmp.Compare(a.When(), b.When()), cmp.Compare(cmp.Or(a.To, a.When()), cmp.Or(b.To, b.When())),
		cmp.Compare(a.EventID, b.EventID),
		cmp.Compare(a.Source.ID, b.Source.ID), cmp.Compare(a.Target.ID, b.Target.ID),
	)
}

// groupKey is what reports of one happening share.
func (r *Row) groupKey() string {
	status := r.Status
	if status == schema.Ongoing {
		status = schema.Occurred
	}
	a, b := r.Source.ID, r.Target.ID
	if rel := schema.RelationNamed(r.Relation); rel != nil && rel.Symmetric && b != "" && b < a {
		a, b = b, a
	}
	return strings.Join([]string{r.Relation, string(status), a, b}, " ")
}

// span is an interval of days.
type span struct{ first, last string }

func (s span) overlaps(t span) bool { return s.first <= t.last && t.first <= s.last }

func (s span) narrowed(t span) span { return span{max(s.first, t.first), min(s.last, t.last)} }

// span is when the row can have happened.
func (r *Row) span() span {
	if first := cmp.Or(r.From, r.To); first != "" {
		return span{first, max(first, r.To)}
	}
	day, err := time.Parse(time.DateOnly, r.Reported)
	if err != nil {
		return span{r.Reported, r.Reported}
	}
	return span{day.AddDate(0, 0, -reportLag).Format(time.DateOnly), r.Reported}
}

type happening struct {
	span    span
	place   Who
	reports []*Row
}

func (h *happening) takes(r *Row, s span) bool {
	return h.span.overlaps(s) && (h.place.ID == "" || r.Place.ID == "" || h.place.ID == r.Place.ID)
}

func (h *happening) add(r *Row, s span) {
	h.span = h.span.narrowed(s)
	if h.place.ID == "" {
		h.place = r.Place
	}
	h.reports = append(h.reports, r)
}

// row shows the happening by its best report: a dated one before an undated,
// then the earliest.
func (h *happening) row() Row {
	slices.SortFunc(h.reports, func(a, b *Row) int {
		return cmp.Or(
			-compareBool(a.From != "", b.From != ""), cmp.Compare(a.Article.Published, b.Article.Published),
			cmp.Compare(a.Article.ID, b.Article.ID), cmp.Compare(a.EventID, b.EventID),
		)
	})
	row := *h.reports[0]
	if row.From != "" {
		row.From, row.To = h.span.first, h.span.last
	}
	row.Place = h.place
	row.Reports = nil
	for _, r := range h.reports {
		row.Reports = append(row.Reports, Report{EventID: r.EventID, Article: r.Article, Quote: r.Quote, Speaker: r.Speaker})
	}
	row.Sources = independent(row.Reports)
	return row
}

// independent counts sources: articles of one publisher are one, and so are
// near-identical sentences, which come from one agency whoever prints them.
func independent(reports []Report) int {
	words := make([]map[string]bool, len(reports))
	group := make([]int, len(reports))
	for i, r := range reports {
		group[i], words[i] = i, wordSet(r.Quote)
		for j := range i {
			if sameSource(&reports[j], &r, words[j], words[i]) {
				merge(group, group[i], group[j])
			}
		}
	}
	slices.Sort(group)
	return len(slices.Compact(group))
}

func merge(group []int, from, to int) {
	for i := range group {
		if group[i] == from {
			group[i] = to
		}
	}
}

func sameSource(a, b *Report, wordsA, wordsB map[string]bool) bool {
	if a.Article.ID == b.Article.ID || a.Article.Publisher != "" && fold(a.Article.Publisher) == fold(b.Article.Publisher) {
		return true
	}
	return overlap(wordsA, wordsB) >= nearIdentical
}

// nearIdentical is the share of common words from which two sentences are
// copies: an agency's sentence with one word in ten changed.
const nearIdentical = 0.8

func wordSet(s string) map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Split(schema.Slug(s), "-") {
		set[w] = true
	}
	return set
}

// overlap is the Jaccard index of two sets.
func overlap(a, b map[string]bool) float64 {
	both := 0
	for w := range a {
		if b[w] {
			both++
		}
	}
	return float64(both) / float64(max(len(a)+len(b)-both, 1))
}

// finish groups, sorts and cuts the rows of an answer.
func (f *Filter) finish(rows []Row) []Row {
	if f.Reports {
		slices.SortFunc(rows, compareRows)
		for i := range rows {
			r := &rows[i]
			r.Reports = []Report{{EventID: r.EventID, Article: r.Article, Quote: r.Quote, Speaker: r.Speaker}}
			r.Sources = 1
		}
	} else {
		rows = happenings(rows)
	}
	if f.Limit > 0 && len(rows) > f.Limit {
		rows = rows[:f.Limit]
	}
	return rows
}
