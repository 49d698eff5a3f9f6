package export

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"io"
	"slices"
	"strings"

	"github.com/entente-kg/entente/schema"
	"golang.org/x/text/language"
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
	e := ftmEntity{ftmID("article:" + a.ID), "Article", map[string][]string{}}
	e.set("title", a.Title)
	e.set("sourceUrl", a.URL)
	e.set("publisher", a.Publisher)
	e.set("publishedAt", a.Published)
	return e
}

func ftmActor(a schema.Actor) ftmEntity {
	e := ftmEntity{ftmID(a.ID), ftmSchema(a.Kind), map[string][]string{}}
	e.set("name", a.Name)
	if a.Kind == schema.Place {
		e.set("full", a.Name)
	}
	e.set("alias", a.Aliases...)
	e.set("country", ftmCountry(a.Country))
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
	e := ftmEntity{ftmID("event:" + ev.ID), "Event", map[string][]string{}}
	e.set("name", strings.TrimSuffix(ev.Relation+": "+joinNames(ev.Actors)+" – "+joinNames(ev.Recipients), " – "))
	e.set("keywords", ev.Relation, ev.Root)
	e.set("summary", string(ev.Status))
	e.set("description", ev.Evidence.Text)
	e.set("startDate", ev.From)
	e.set("endDate", ev.To)
	for _, p := range slices.Concat(ev.Actors, ev.Recipients) {
		if p.Kind == schema.Place { // an address is nobody who could be involved
			e.set("addressEntity", ftmID(p.ID))
		} else {
			e.set("involved", ftmID(p.ID))
		}
	}
	if ev.Place != nil {
		e.set("location", ev.Place.Name)
		if ev.Place.Kind == schema.Place {
			e.set("addressEntity", ftmID(ev.Place.ID))
		}
	}
	e.set("proof", ftmID("article:"+ev.Article.ID))
	e.set("sourceUrl", ev.Article.URL)
	return e
}

// ftmID is an ID as FollowTheMoney takes them, of letters, digits, hyphens and
// full stops; one that holds anything else is told by its hash.
func ftmID(id string) string {
	kind, rest, _ := strings.Cut(id, ":")
	allowed := func(r rune) bool {
		return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' || r == '-' || r == '.'
	}
	if strings.IndexFunc(rest, func(r rune) bool { return !allowed(r) }) >= 0 || rest == "" || strings.HasSuffix(rest, "-") || strings.HasSuffix(rest, ".") {
		sum := sha256.Sum256([]byte(rest))
		rest = hex.EncodeToString(sum[:10])
	}
	return kind + "-" + rest
}

// ftmCountry is the two-letter code that FollowTheMoney takes. PLOVER's codes
// for bodies that are no country's are left out.
func ftmCountry(code string) string {
	switch code {
	case "IGO", "UNO", "NGO", "MNC", "IMG", "ISM":
		return ""
	case "EUR":
		return "eu"
	case "KOS":
		return "xk"
	}
	region, err := language.ParseRegion(code)
	if err != nil || !region.IsCountry() {
		return ""
	}
	return strings.ToLower(region.String())
}
