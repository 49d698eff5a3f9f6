package graph

import (
	"context"
	"encoding/json"
	"slices"
	"testing"

	"github.com/entente-kg/entente/schema"
	"pgregory.net/rapid"
)

// Every answer is the same bytes whatever the order of loading and the store.
func TestAnswersDoNotDependOnOrder(t *testing.T) {
	ctx := context.Background()
	answers := func(s *Store) string {
		var all []any
		keep := func(v any, err error) {
			if err != nil {
				all = append(all, err.Error())
			}
			all = append(all, v)
		}
		rows, err := s.Events(ctx, nil, Filter{})
		keep(rows, err)
		rows, err = s.Met(ctx, "actor:a0", Filter{})
		keep(rows, err)
		rows, err = s.Path(ctx, "actor:a0", "actor:a1", Filter{})
		keep(rows, err)
		p, err := s.Show(ctx, "actor:a0", Filter{})
		keep(p, err)
		c, err := s.Compare(ctx, "actor:a0", "actor:a1", Filter{})
		keep(c, err)
		d, err := s.Dyads(ctx, Filter{})
		keep(d, err)
		for _, m := range Measures() {
			ranked, err := s.Top(ctx, m, Filter{})
			keep(ranked, err)
		}
		out, err := json.Marshal(all)
		if err != nil {
			t.Fatal(err)
		}
		return string(out)
	}
	rapid.Check(t, func(rt *rapid.T) {
		var xs []schema.Extraction
		for i := range rapid.IntRange(1, 6).Draw(rt, "articles") {
			xs = append(xs, smallArticle(rt, i))
		}
		one, two := openStore(t, "memory:"), openStore(t, "memory:")
		defer one.Close()
		defer two.Close()
		add(t, one, xs...)
		for _, i := range rapid.Permutation(slices.Collect(seq(len(xs)))).Draw(rt, "order") {
			add(t, two, xs[i])
		}
		if a, b := answers(one), answers(two); a != b {
			rt.Fatalf("in order\n%s\nshuffled\n%s", a, b)
		}
	})
}

func seq(n int) func(func(int) bool) {
	return func(yield func(int) bool) {
		for i := range n {
			if !yield(i) {
				return
			}
		}
	}
}
