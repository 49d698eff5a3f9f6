package graph

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/entente-kg/entente/schema"
)

// Why says in one sentence why a question found nothing: what there would be
// without its filters, one after the other. ask repeats the question with
// another filter.
func (s *Store) Why(ctx context.Context, f Filter, ask func(Filter) ([]Row, error)) (string, error) {
	f.Limit = 0
	looser := f
	looser.Status = slices.Clone(schema.Statuses[:])
	rows, err := ask(looser)
	if err != nil {
		return "", err
	}
	if len(rows) > 0 {
		return "nothing with status " + joined(f.statuses()) + ", only " + statusCounts(rows), nil
	}
	steps := []struct {
		set    bool
		loosen func()
		say    func([]Row) string
	}{
		{f.Source != "", func() { looser.Source = "" }, func(rows []Row) string {
			return fmt.Sprintf("nothing from %s; %s without that", f.Source, events(rows))
		}},
		{f.Place != "", func() { looser.Place = "" }, func(rows []Row) string {
			return fmt.Sprintf("nothing in %s; %s elsewhere or nowhere in particular", f.Place, events(rows))
		}},
		{f.Since != "" || f.Until != "", func() { looser.Since, looser.Until = "", "" }, func(rows []Row) string {
			return fmt.Sprintf("nothing in that time; %s between %s and %s", events(rows), rows[0].When(), rows[len(rows)-1].When())
		}},
		{len(f.Relation) > 0, func() { looser.Relation = nil }, func(rows []Row) string {
			return fmt.Sprintf("nothing of the kind %s; %s of other kinds", strings.Join(f.Relation, ", "), events(rows))
		}},
		{f.With != "", func() { looser.With = "" }, func(rows []Row) string { return fmt.Sprintf("nothing with %s; %s with others", f.With, events(rows)) }},
	}
	for _, step := range steps {
		if !step.set {
			continue
		}
		step.loosen()
		if rows, err = ask(looser); err != nil {
			return "", err
		}
		if len(rows) > 0 {
			return step.say(rows), nil
		}
	}
	return "the store holds no event of the kind", nil
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
