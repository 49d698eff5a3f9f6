package graph

import (
	"context"
	"slices"
	"testing"

	"github.com/entente-kg/entente/schema"
)

func TestMet(t *testing.T) {
	s := loaded(t)
	for _, c := range []struct {
		who    string
		filter Filter
		want   []string
	}{
		{"Hanna Lind", Filter{}, []string{
			"2022-01-18 Hanna Lind spoke-with Radu Vasile occurred @ a1",
			"2022-02-01 Hanna Lind met-with Radu Vasile planned @Lima a2",
		}},
		{"Vasile", Filter{}, []string{
			"2022-01-18 Radu Vasile spoke-with Hanna Lind occurred @ a1",
			"2022-02-01 Radu Vasile met-with Hanna Lind planned @Lima a2",
		}},
		{"Vasile", Filter{Status: []schema.Status{schema.Denied}}, []string{
			"2022-03-04 Radu Vasile met-with Adam Lind denied @ a4",
		}},
		{"Vasile", Filter{Since: "2022-01-19"}, []string{"2022-02-01 Radu Vasile met-with Hanna Lind planned @Lima a2"}},
		{"Vasile", Filter{Until: "2022-01-19"}, []string{"2022-01-18 Radu Vasile spoke-with Hanna Lind occurred @ a1"}},
		{"Vasile", Filter{Place: "lima"}, []string{"2022-02-01 Radu Vasile met-with Hanna Lind planned @Lima a2"}},
		{"Vasile", Filter{Relation: []string{"spoke-with"}}, []string{"2022-01-18 Radu Vasile spoke-with Hanna Lind occurred @ a1"}},
		{"Vasile", Filter{Source: "Times"}, nil},
		{"Vasile", Filter{Limit: 1}, []string{"2022-01-18 Radu Vasile spoke-with Hanna Lind occurred @ a1"}},
		{"Peru", Filter{}, nil},
	} {
		rows, err := s.Met(context.Background(), c.who, c.filter)
		var got []string
		for _, r := range rows {
			got = append(got, rowLine(r))
		}
		if err != nil || !slices.Equal(got, c.want) {
			t.Errorf("%s %+v:\n got %q, %v\nwant %q", c.who, c.filter, got, err, c.want)
		}
	}
}
