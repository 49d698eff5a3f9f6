package graph

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/entente-kg/entente/schema"
)

// Absence says why a question found nothing.
type Absence struct {
	Why    string   // one sentence, without its stop
	Field  string   // the field of the filter that was in the way, as a FilterError calls it; "" where none was
	Status string   // of most of what there is, where the status was in the way
	Place  string   // a place that was taken for an actor
	Actors []string // the names of actors of whom there is something, but of another kind
}

// Why says why a question about some actors found nothing: what there would be
// without its filters, taken away one after the other until something is
// found. ask repeats the question with another filter.
func (s *Store) Why(ctx context.Context, f Filter, who []string, ask func(Filter) ([]Row, error)) (Absence, error) {
	f.Limit = 0
	looser := f
	for _, step := range s.loosenings(ctx, f, &looser) {
		if !step.set {
			continue
		}
		step.loosen()
		rows, err := ask(looser)
		if err != nil {
			return Absence{}, err
		}
		if len(rows) > 0 {
			why := Absence{Why: step.say(rows), Field: step.field}
			if step.field == "status" {
				why.Status = mostFrequent(rows, func(r *Row) string { return string(r.Status) })[0]
			}
			return why, nil
		}
	}
	return s.whyNever(ctx, who)
}

// loosening takes one filter away.
type loosening struct {
	field  string
	set    bool // whether there is something to take away
	loosen func()
	say    func([]Row) string
}

func (s *Store) loosenings(ctx context.Context, f Filter, looser *Filter) []loosening {
	return []loosening{
		{"status", true, func() { looser.Status = slices.Clone(schema.Statuses[:]) }, func(rows []Row) string {
			return "nothing of the status asked for, only " + statusCounts(rows)
		}},
		{"min-sources", f.MinSources > 1, func() { looser.MinSources = 0 }, func(rows []Row) string {
			return fmt.Sprintf("nothing that %d independent sources report; %s that fewer do", f.MinSources, events(rows))
		}},
		{"source", f.Source != "", func() { looser.Source = "" }, func(rows []Row) string {
			return fmt.Sprintf("nothing from %s; %s from %s", f.Source, events(rows), publishers(rows))
		}},
		{"place", f.Place != "", func() { looser.Place = "" }, func(rows []Row) string {
			elsewhere := "elsewhere"
			if places := mostFrequent(rows, func(r *Row) string { return r.Place.Name }); len(places) > 0 {
				elsewhere += " (" + strings.Join(places, ", ") + ")"
			}
			return fmt.Sprintf("nothing in %s%s; %s %s or nowhere in particular", f.Place, s.nearestPlace(ctx, f.Place), events(rows), elsewhere)
		}},
		{"since", f.Since != "" || f.Until != "", func() { looser.Since, looser.Until = "", "" }, func(rows []Row) string {
			first, last := spanOf(rows)
			return fmt.Sprintf("nothing in that time; %s between %s and %s", events(rows), first, last)
		}},
		{"relation", len(f.Relation) > 0, func() { looser.Relation = nil }, func(rows []Row) string {
			return fmt.Sprintf("nothing of the kind %s; %s of other kinds (%s)", strings.Join(f.Relation, ", "), events(rows),
				strings.Join(mostFrequent(rows, func(r *Row) string { return r.Relation }), ", "))
		}},
		{"with", f.With != "", func() { looser.With = "" }, func(rows []Row) string {
			return fmt.Sprintf("nothing with %s; %s with others", f.With, events(rows))
		}},
	}
}

// whyNever says what there is of the actors when no filter was in the way.
func (s *Store) whyNever(ctx context.Context, who []string) (none Absence, err error) {
	none.Why = "the store holds no event of the kind"
	for _, name := range who {
		found, err := s.Resolve(ctx, name)
		if err != nil {
			return none, err
		}
		rows, err := s.Events(ctx, []string{found.ID}, Filter{Status: schema.Statuses[:]})
		switch {
		case err != nil:
			return none, err
		case len(rows) > 0:
			none.Actors = append(none.Actors, found.Name)
		case found.Kind == schema.Place:
			return Absence{Why: fmt.Sprintf("%s is a place, and nobody's counterpart", found.Name), Place: found.Name}, nil
		default:
			return Absence{Why: fmt.Sprintf("%s is mentioned, but takes part in no event", found.Name)}, nil
		}
	}
	switch len(none.Actors) {
	case 0:
	case 1:
		none.Why += ", but others of " + none.Actors[0]
	default:
		none.Why += ", but others of each of " + strings.Join(none.Actors, ", ")
	}
	return none, nil
}

// spanOf returns the first and the last day of rows that are in order.
func spanOf(rows []Row) (first, last string) {
	for i := range rows {
		last = max(last, rows[i].When(), rows[i].To)
	}
	return rows[0].When(), last
}

// mostFrequent lists up to three values of rows, most frequent first.
func mostFrequent(rows []Row, value func(*Row) string) []string {
	const most = 3
	counts := map[string]int{}
	for i := range rows {
		counts[value(&rows[i])]++
	}
	delete(counts, "")
	values := slices.SortedFunc(maps.Keys(counts), func(a, b string) int {
		return cmp.Or(-cmp.Compare(counts[a], counts[b]), cmp.Compare(a, b))
	})
	return cut(values, most)
}

// nearestPlace says which places have a name like one that no place has.
func (s *Store) nearestPlace(ctx context.Context, name string) string {
	_, err := s.Resolve(ctx, name)
	var unknown *UnknownNameError
	if !errors.As(err, &unknown) {
		return ""
	}
	places := slices.DeleteFunc(unknown.Nearest, func(c Candidate) bool { return c.Kind != schema.Place && c.Kind != schema.State })
	if len(places) == 0 {
		return ""
	}
	return " (did you mean " + candidateList(places, " or ") + "?)"
}

// publishers names the most frequent sources of rows.
func publishers(rows []Row) string {
	const most = 3
	counts := map[string]int{}
	for i := range rows {
		for _, r := range rows[i].Reports {
			counts[cmp.Or(r.Article.Publisher, r.Article.ID)]++
		}
	}
	names := slices.SortedFunc(maps.Keys(counts), func(a, b string) int {
		return cmp.Or(-cmp.Compare(counts[a], counts[b]), cmp.Compare(a, b))
	})
	if len(names) > most {
		return strings.Join(names[:most], ", ") + " and others"
	}
	return strings.Join(names, ", ")
}

func events(rows []Row) string {
	if len(rows) == 1 {
		return "1 event"
	}
	return fmt.Sprintf("%d events", len(rows))
}

func statusCounts(rows []Row) string {
	counts := map[schema.Status]int{}
	for _, r := range rows {
		counts[r.Status]++
	}
	var parts []string
	for _, st := range schema.Statuses {
		if counts[st] > 0 {
			parts = append(parts, fmt.Sprintf("%d %s", counts[st], st))
		}
	}
	return strings.Join(parts, ", ")
}
