package identity

import (
	"testing"

	"github.com/entente-kg/entente/schema"
	"github.com/google/go-cmp/cmp"
)

func part(a schema.Actor, text string) schema.Participant {
	return schema.Participant{Actor: a, Mentions: []schema.Text{{Text: text}}}
}

func TestApply(t *testing.T) {
	vasile, petru, monday := people[3], people[2], person("monday", "Monday", "", false)
	x := schema.Extraction{
		Actors: []schema.Actor{monday, petru, vasile},
		Events: []schema.Event{
			{ID: "1", Actors: []schema.Participant{part(vasile, "Vasile"), part(petru, "Petru Vasile"), part(monday, "Monday")}},
			{ID: "2", Actors: []schema.Participant{part(monday, "Monday")}, Speaker: &schema.Participant{Actor: vasile}},
		},
		Facts: []schema.Fact{{Relation: "holds-role", Subject: vasile.ID, Role: "minister"}, {Relation: "holds-role", Subject: monday.ID, Role: "day"}},
	}
	ids := Join(nil, nil, journal(t, "1 merge actor:vasile-syv actor:petru-vasile\n2 reject actor:monday"))
	got := ids.Apply(x)
	if diff := cmp.Diff(got, ids.Apply(got)); diff != "" {
		t.Errorf("a second time changes something:\n%s", diff)
	}
	if len(got.Events) != 1 || len(got.Events[0].Actors) != 1 || len(got.Events[0].Actors[0].Mentions) != 2 {
		t.Errorf("events: %+v", got.Events)
	}
	want := []schema.Actor{{ID: petru.ID, Name: "Petru Vasile", Kind: schema.Person, Country: "SYV", Aliases: []string{"Vasile"}}}
	if diff := cmp.Diff(want, got.Actors); diff != "" {
		t.Errorf("actors:\n%s", diff)
	}
	if len(got.Facts) != 1 || got.Facts[0].Subject != petru.ID {
		t.Errorf("facts: %+v", got.Facts)
	}
	if x.Events[0].Actors[0].ID != vasile.ID {
		t.Error("the extraction given was changed")
	}
}
