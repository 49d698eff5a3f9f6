package export

import (
	"context"
	"encoding/json"
	"io"

	"github.com/entente-kg/entente/schema"
)

// ftmEntity is one entity of https://followthemoney.tech: every property is a list.
type ftmEntity struct {
	ID         string              `json:"id"`
	Schema     string              `json:"schema"`
	Properties map[string][]string `json:"properties"`
}

// set adds a property; empty values are left out, as the format wants.
func (e ftmEntity) set(name string, values ...string) {
	for _, v := range values {
		if v != "" {
			e.Properties[name] = append(e.Properties[name], clean(v))
		}
	}
}

func writeFTM(ctx context.Context, src Source, files map[string]io.Writer) error {
	enc := json.NewEncoder(files["entities.ftm.json"])
	enc.SetEscapeHTML(false)
	for a, err := range src.Articles(ctx) {
		if err != nil {
			return err
		}
		if err := enc.Encode(ftmArticle(a)); err != nil {
			return err
		}
	}
	for a, err := range src.Actors(ctx) {
		if err != nil {
			return err
		}
		if err := enc.Encode(ftmActor(a)); err != nil {
			return err
		}
	}
	for e, err := range src.Events(ctx) {
		if err != nil {
			return err
		}
		if err := enc.Encode(ftmEvent(&e)); err != nil {
			return err
		}
	}
	return nil
}

func ftmArticle(a schema.ArticleRef) ftmEntity {
	e := ftmEntity{clean("article:" + a.ID), "Article", map[string][]string{}}
	e.set("title", a.Title)
	e.set("sourceUrl", a.URL)
	e.set("publisher", a.Publisher)
	e.set("publishedAt", a.Published)
	return e
}

func ftmActor(a schema.Actor) ftmEntity {
	e := ftmEntity{a.ID, ftmSchema(a.Kind), map[string][]string{}}
	e.set("name", a.Name)
	e.set("alias", a.Aliases...)
	e.set("country", a.Country)
	e.set("wikidataId", a.Wikidata)
	return e
}

func ftmSchema(k schema.Kind) string {
	switch k {
	case schema.Person:
		return "Person"
	case schema.State:
		return "PublicBody"
	case schema.Organisation:
		return "Organization"
	case schema.Place:
		return "Address"
	}
	return "LegalEntity"
}

func ftmEvent(ev *schema.Event) ftmEntity {
	e := ftmEntity{"event:" + ev.ID, "Event", map[string][]string{}}
	e.set("name", ev.Relation)
	e.set("summary", string(ev.Status))
	e.set("description", ev.Evidence.Text)
	e.set("startDate", ev.From)
	e.set("endDate", ev.To)
	for _, p := range ev.Actors {
		e.set("involved", p.ID)
	}
	for _, p := range ev.Recipients {
		e.set("involved", p.ID)
	}
	e.set("location", nameOf(ev.Place))
	e.set("proof", "article:"+ev.Article.ID)
	e.set("sourceUrl", ev.Article.URL)
	return e
}
