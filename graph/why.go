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

// Why says in one sentence why a question found nothing: what there would be
// without its filters, taken away one after the other until something is
// found. ask repeats the question with another filter.
func (s *Store) Why(ctx context.Context, f Filter, ask func(Filter) ([]Row, error)) (string, error) {
	f.Limit = 0
	looser := f
	looser.Status = slices.Clone(schema.Statuses[:])
	for _, step := range []struct {
		set    bool
		loosen func()
		say    func([]Row) string
	}{
		{true, func() {}, func(rows []Row) string { return "nothing of the status asked for, only " + statusCounts(rows) }},
		{f.MinSources > 1, func() { looser.MinSources = 0 }, func(rows []Row) string {
			return fmt.Sprintf("nothing that %d independent sources report; %s that fewer do", f.MinSources, events(rows))
		}},
		{f.Source != "", func() { looser.Source = "" }, func(rows []Row) string {
			return fmt.Sprintf("nothing from %s; %s from %s", f.Source, events(rows), publishers(rows))
		}},
		{f.Place != "", func() { looser.Place = "" }, func(rows []Row) string {
			return fmt.Sprintf("nothing in %s%s; %s elsewhere or nowhere in particular", f.Place, s.nearest(ctx, f.Place), events(rows))
		}},
		{f.Since != "" || f.Until != "", func() { looser.Since, looser.Until = "", "" }, func(rows []Row) string {
			return fmt.Sprintf("nothing in that time; %s between %s and %s", events(rows), rows[0].When(), rows[len(rows)-1].When())
		}},
		{len(f.Relation) > 0, func() { looser.Relation = nil }, func(rows []Row) string {
			return fmt.Sprintf("nothing of the kind %s; %s of other kinds", strings.Join(f.Relation, ", "), events(rows))
		}},
		{f.With != "", func() { looser.With = "" }, func(rows []Row) string { return fmt.Sprintf("nothing with %s; %s with others", f.With, events(rows)) }},
	} {
		if !step.set {
			continue
		}
		step.loosen()
		rows, err := ask(looser)
		if err != nil {
			return "", err
		}
		if len(rows) > 0 {
			return step.say(rows), nil
		}
	}
	return "the store holds no event of the kind", nil
}

// nearest says which names are like one that nobody and no place has.
func (s *Store) nearest(ctx context.Context, name string) string {
	_, err := s.Resolve(ctx, name)
	var unknown *UnknownNameError
	if !errors.As(err, &unknown) || len(unknown.Nearest) == 0 {
		return ""
	}
	return " (did you mean " + candidateList(unknown.Nearest, " or ") + "?)"
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
