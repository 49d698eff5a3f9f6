package graph

import (
	"cmp"
	"context"
	"slices"
)

// DyadCount is how often one country did something to another in a month: the
// table that event-data users load. Months without such an event have no line.
type DyadCount struct {
	Month  string `json:"month"` // 2022-01
	Source string `json:"source"`
	Target string `json:"target"`
	Root   string `json:"event"`
	Count  int    `json:"count"` // happenings
}

// Dyads counts happenings by month, pair of countries and PLOVER root. An
// actor counts for its country; actors without one, and pairs within one
// country, are left out. Symmetric relations count once each way, as event
// data does.
func (s *Store) Dyads(ctx context.Context, f Filter) ([]DyadCount, error) {
	limit := f.Limit
	f.Limit = 0
	rows, err := s.about(ctx, nil, f, false)
	if err != nil {
		return nil, err
	}
	counts := map[DyadCount]int{}
	err = s.read(ctx, func(r *reader) error {
		for i := range rows {
			row := &rows[i]
			source, err := r.countryOf(row.Source.ID)
			if err != nil {
				return err
			}
			target, err := r.countryOf(row.Target.ID)
			if err != nil {
				return err
			}
			if source == "" || target == "" || source == target || len(row.When()) < len("2022-01") || row.Root == "" {
				continue
			}
			key := DyadCount{Month: row.When()[:len("2022-01")], Source: source, Target: target, Root: row.Root}
			counts[key]++
			if symmetric(row.Relation) {
				key.Source, key.Target = target, source
				counts[key]++
			}
		}
		return nil
	})
	table := make([]DyadCount, 0, len(counts))
	for key, n := range counts {
		key.Count = n
		table = append(table, key)
	}
	slices.SortFunc(table, func(a, b DyadCount) int {
		return cmp.Or(
			cmp.Compare(a.Month, b.Month), cmp.Compare(a.Source, b.Source),
			cmp.Compare(a.Target, b.Target), cmp.Compare(a.Root, b.Root),
		)
	})
	if limit > 0 && len(table) > limit {
		table = table[:limit]
	}
	return table, err
}

func (r *reader) countryOf(id string) (string, error) {
	if id == "" {
		return "", nil
	}
	ref, err := r.Ref(node(id))
	if err != nil || ref == 0 {
		return "", err
	}
	return r.country(ref)
}
