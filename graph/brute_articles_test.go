package graph

import (
	"fmt"

	"github.com/entente-kg/entente/schema"
	"pgregory.net/rapid"
)

func smallArticle(rt *rapid.T, n int) schema.Extraction {
	actor := func() schema.Participant {
		i := rapid.IntRange(0, 5).Draw(rt, "actor")
		kind := []schema.Kind{schema.Person, schema.Person, schema.Person, schema.State, schema.Organisation, schema.Place}[i]
		return schema.Participant{Actor: schema.Actor{ID: fmt.Sprint("actor:a", i), Name: fmt.Sprint("Actor ", i), Kind: kind, Country: []string{"PER", "CHL", ""}[i%3]}}
	}
	day := func(label string) string {
		return fmt.Sprintf("2022-%02d-%02d", rapid.IntRange(1, 3).Draw(rt, label), rapid.IntRange(1, 28).Draw(rt, label))
	}
	x := schema.Extraction{Article: schema.ArticleRef{ID: fmt.Sprint("b", n), Published: day("published"), Publisher: fmt.Sprint("Paper ", n%3)}}
	for i := range rapid.IntRange(0, 3).Draw(rt, "events") {
		rel := rapid.SampledFrom([]string{"met-with", "spoke-with", "hosted", "accused", "travels-to"}).Draw(rt, "relation")
		ev := schema.Event{
			ID: fmt.Sprintf("b%d-%d", n, i), Relation: rel, Root: schema.RelationNamed(rel).Root, Article: x.Article,
			Status:   rapid.SampledFrom(schema.Statuses[:]).Draw(rt, "status"),
			Evidence: schema.Evidence{Sentence: i, Text: rapid.SampledFrom([]string{"They met at noon in the hall.", "Talks were held.", "A said B did."}).Draw(rt, "text")},
		}
		for range rapid.IntRange(1, 3).Draw(rt, "actors") {
			ev.Actors = append(ev.Actors, actor())
		}
		for range rapid.IntRange(0, 2).Draw(rt, "recipients") {
			ev.Recipients = append(ev.Recipients, actor())
		}
		if rapid.Bool().Draw(rt, "dated") {
			ev.From = day("from")
			ev.To = max(ev.From, day("to"))
		}
		if rapid.IntRange(0, 2).Draw(rt, "placed") == 0 {
			p := schema.Participant{Actor: schema.Actor{ID: "place:lima", Name: "Lima", Kind: schema.Place}}
			ev.Place = &p
		}
		x.Events = append(x.Events, ev)
	}
	return x
}

func someFilter(rt *rapid.T) Filter {
	var f Filter
	pick := func(label string) bool { return rapid.IntRange(0, 3).Draw(rt, label) == 0 }
	if pick("since") {
		f.Since = rapid.SampledFrom([]string{"2022-01-15", "2022-02", "2022"}).Draw(rt, "since")
	}
	if pick("until") {
		f.Until = rapid.SampledFrom([]string{"2022-02-15", "2022-02", "2022"}).Draw(rt, "until")
	}
	if pick("status") {
		f.Status = []schema.Status{rapid.SampledFrom(schema.Statuses[:]).Draw(rt, "status")}
	}
	if pick("relation") {
		f.Relation = []string{rapid.SampledFrom([]string{"met-with", "CONSULT", "accused"}).Draw(rt, "relation")}
	}
	if pick("place") {
		f.Place = rapid.SampledFrom([]string{"Lima", "place:lima", "Quito"}).Draw(rt, "place")
	}
	if pick("min sources") {
		f.MinSources = rapid.IntRange(1, 3).Draw(rt, "min sources")
	}
	if pick("source") {
		f.Source = rapid.SampledFrom([]string{"paper 1", "b0"}).Draw(rt, "source")
	}
	return f
}
