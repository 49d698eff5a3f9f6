package schema

import "testing"

func TestDyads(t *testing.T) {
	people := func(ids ...string) (ps []Participant) {
		for _, id := range ids {
			ps = append(ps, Participant{Actor: Actor{ID: id}})
		}
		return ps
	}
	for _, c := range []struct {
		name  string
		event Event
		want  []string
	}{
		{"a meeting of three", Event{Relation: "met-with", Actors: people("a", "b", "c")}, []string{"a-b", "a-c", "b-c"}},
		{"host and guests", Event{Relation: "hosted", Actors: people("a"), Recipients: people("b", "c")}, []string{"a-b", "a-c"}},
		{"nobody with himself", Event{Relation: "met-with", Actors: people("a", "a", "b")}, []string{"a-b", "a-b"}},
		{"one side only", Event{Relation: "mobilized-against", Actors: people("a")}, []string{"a-"}},
		{"two who did the same", Event{Relation: "criticized", Actors: people("a", "b")}, []string{"a-", "b-"}},
		{"nobody", Event{Relation: "met-with"}, nil},
	} {
		var got []string
		for _, d := range c.event.Dyads() {
			id := d.Source.ID + "-"
			if d.Target != nil {
				id += d.Target.ID
			}
			got = append(got, id)
		}
		if len(got) != len(c.want) {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
			continue
		}
		for i := range got {
			if got[i] != c.want[i] {
				t.Errorf("%s: %v, want %v", c.name, got, c.want)
			}
		}
	}
}
