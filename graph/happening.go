package graph

import (
	"cmp"
	"slices"
	"time"

	"github.com/entente-kg/entente/graph/identity"
	"github.com/entente-kg/entente/schema"
)

// What several articles report may be one happening. Two rows are reports of
// the same one when they pair the same actors in the same relation, agree in
// kind of status (a plan is not its fulfilment), when one of their places is
// unknown or both are the same, and when their days overlap; a report without
// a date may be of anything in the days before it, see reportLag.
//
// Rows are taken by first day, then last day, then event ID, and each joins
// the latest happening it is compatible with. The order of loading plays no
// part. Taken in this order two happenings that one report fits both never
// overlap, so that few are open at a time and grouping takes about as long as
// sorting; see diary.

// reportLag is how many days a happening lies back at most when an article
// tells it without a date: the news of a weekly.
const reportLag = 7

// happenings groups reports.
func happenings(rows []Row, sketchOf sketcher) ([]Row, error) {
	diaries := map[groupKey]*diary{}
	all := make([]*happening, 0, len(rows))
	for _, row := range sorted(rows) {
		key := row.groupKey()
		d := diaries[key]
		if d == nil {
			d = &diary{}
			diaries[key] = d
		}
		s := row.span()
		h := d.find(row, s)
		if h == nil {
			h = &happening{span: s, number: len(all)}
			all = append(all, h)
		}
		d.add(h, row, s)
	}
	out := make([]Row, 0, len(all))
	for _, h := range all {
		row, err := h.row(sketchOf)
		if err != nil {
			return nil, err
		}
		out = append(out, row)
	}
	slices.SortFunc(out, func(a, b Row) int { return compareRows(&a, &b) })
	return out, nil
}

// sorted lists the rows of an answer in their order; rows are large to move about.
func sorted(rows []Row) []*Row {
	list := make([]*Row, len(rows))
	for i := range rows {
		list[i] = &rows[i]
	}
	slices.SortFunc(list, func(a, b *Row) int { return compareRows(a, b) })
	return list
}

// compareRows orders rows by day, then by what else tells them apart.
func compareRows(a, b *Row) int {
	return cmp.Or(
		cmp.Compare(a.When(), b.When()), cmp.Compare(cmp.Or(a.To, a.When()), cmp.Or(b.To, b.When())),
		cmp.Compare(a.EventID, b.EventID),
		cmp.Compare(a.Source.ID, b.Source.ID), cmp.Compare(a.Target.ID, b.Target.ID),
	)
}

// groupKey is what reports of one happening share.
type groupKey struct {
	relation       string
	status         schema.Status
	source, target string
}

func (r *Row) groupKey() groupKey {
	key := groupKey{r.Relation, r.Status, r.Source.ID, r.Target.ID}
	if key.status == schema.Ongoing {
		key.status = schema.Occurred
	}
	if key.target != "" && key.target < key.source && symmetric(r.Relation) {
		key.source, key.target = key.target, key.source
	}
	return key
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
	return span{daysBefore(r.Reported, reportLag), r.Reported}
}

// daysBefore is the day n days before another; what is no day stays.
func daysBefore(s string, n int) string {
	day, err := time.Parse(time.DateOnly, s)
	if err != nil {
		return s
	}
	return day.AddDate(0, 0, -n).Format(time.DateOnly)
}

type happening struct {
	span    span
	number  int // in the order in which happenings began
	place   Who
	reports []*Row
}

func (h *happening) takes(r *Row, s span) bool {
	return h.span.overlaps(s) && (h.place.ID == "" || r.Place.ID == "" || h.place.ID == r.Place.ID)
}

// diary holds the happenings of one pair of actors that a further report may
// still be of. Reports come by first day: a happening that was over reportLag
// before the day of the last report is not asked for again.
type diary struct {
	places map[string][]*happening // by place, "" where none is known
	// For reports that name no place: what goes on at the day of the last
	// report, the latest on top, and by its last day what was over before. One
	// whose last day changes is entered again; the old entry is then void.
	open  []*happening
	ended map[string][]*happening
}

// find returns the latest happening a report is compatible with, or nil.
func (d *diary) find(r *Row, s span) (found *happening) {
	later := func(h *happening) {
		if h != nil && h.takes(r, s) && (found == nil || h.number > found.number) {
			found = h
		}
	}
	if d.places == nil {
		return nil
	}
	if r.Place.ID != "" {
		over := daysBefore(r.When(), reportLag)
		for _, place := range []string{r.Place.ID, ""} {
			d.forget(place, over)
			for _, h := range d.places[place] {
				later(h)
			}
		}
		return found
	}
	now := r.When()
	later(top(&d.open, func(h *happening) bool { return h.span.last >= now }))
	for day := s.first; day < now; {
		stack := d.ended[day]
		later(top(&stack, func(h *happening) bool { return h.span.last == day }))
		d.ended[day] = stack
		if day = daysBefore(day, -1); day == s.first {
			break // no day
		}
	}
	return found
}

// forget drops from a place what was over before a day, or has moved to another place.
func (d *diary) forget(place, day string) {
	d.places[place] = slices.DeleteFunc(d.places[place], func(h *happening) bool {
		return h.span.last < day || h.place.ID != place
	})
}

// top returns the last entry of a stack that is valid and drops those above it.
func top(stack *[]*happening, valid func(*happening) bool) *happening {
	for n := len(*stack); n > 0; n = len(*stack) {
		if h := (*stack)[n-1]; valid(h) {
			return h
		}
		*stack = (*stack)[:n-1]
	}
	return nil
}

// add makes a row one of the reports of a happening.
func (d *diary) add(h *happening, r *Row, s span) {
	if d.places == nil {
		d.places, d.ended = map[string][]*happening{}, map[string][]*happening{}
	}
	isNew := len(h.reports) == 0
	span, place := h.span.narrowed(s), h.place.ID
	if place == "" {
		h.place = r.Place
	}
	if isNew {
		d.open = append(d.open, h)
	}
	if isNew || h.place.ID != place {
		d.places[h.place.ID] = append(d.places[h.place.ID], h)
	}
	if isNew || span.last != h.span.last {
		d.ended[span.last] = enter(d.ended[span.last], h)
	}
	h.span = span
	h.reports = append(h.reports, r)
}

// enter puts a happening into a list in the order in which they began.
func enter(list []*happening, h *happening) []*happening {
	at, _ := slices.BinarySearchFunc(list, h, func(a, b *happening) int { return cmp.Compare(a.number, b.number) })
	return slices.Insert(list, at, h)
}

// row shows the happening by its best report: a dated one before an undated,
// then the earliest.
func (h *happening) row(sketchOf sketcher) (row Row, err error) {
	slices.SortFunc(h.reports, func(a, b *Row) int {
		return cmp.Or(
			identity.TrueFirst(a.From != "", b.From != ""), cmp.Compare(a.Article.Published, b.Article.Published),
			cmp.Compare(a.Article.ID, b.Article.ID), cmp.Compare(a.EventID, b.EventID),
		)
	})
	row = *h.reports[0]
	if row.From != "" {
		row.From, row.To = h.span.first, h.span.last
	}
	row.Place = h.place
	row.Reports = make([]Report, 0, len(h.reports))
	for _, r := range h.reports {
		row.Reports = append(row.Reports, r.report())
	}
	row.Sources, err = independent(row.Reports, sketchOf)
	return row, err
}

func (r *Row) report() Report {
	return Report{EventID: r.EventID, Article: r.Article, Quote: r.Quote, Speaker: r.Speaker}
}

// finish groups, sorts and cuts the rows of an answer.
func (r *reader) finish(f *Filter, rows []Row) ([]Row, error) {
	if f.Reports && f.MinSources < 2 {
		return cut(alone(rows), f.Limit), nil
	}
	grouped, err := happenings(rows, r.sketch)
	if err != nil {
		return nil, err
	}
	grouped = slices.DeleteFunc(grouped, func(r Row) bool { return r.Sources < f.MinSources })
	if f.Reports {
		grouped = alone(reportsOf(grouped, rows))
	}
	return cut(grouped, f.Limit), nil
}

// alone makes of every row a happening with itself as the only report.
func alone(rows []Row) []Row {
	out := make([]Row, len(rows))
	for i, r := range sorted(rows) {
		out[i] = *r
		out[i].Reports, out[i].Sources = []Report{r.report()}, 1
	}
	return out
}

// reportsOf returns those rows that are reports of the happenings.
func reportsOf(happenings, rows []Row) []Row {
	type report struct {
		groupKey
		event string
	}
	wanted := map[report]bool{}
	for i := range happenings {
		for _, r := range happenings[i].Reports {
			wanted[report{happenings[i].groupKey(), r.EventID}] = true
		}
	}
	return slices.DeleteFunc(rows, func(r Row) bool { return !wanted[report{r.groupKey(), r.EventID}] })
}

// cut returns the first of a list, all when limit is 0.
func cut[T any](list []T, limit int) []T {
	if limit > 0 && len(list) > limit {
		return list[:limit]
	}
	return list
}
