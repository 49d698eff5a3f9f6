package graph

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/cayleygraph/quad"
	"github.com/cayleygraph/quad/nquads"
	"github.com/entente-kg/entente/schema"
	gocmp "github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

func sortActors(as []schema.Actor) {
	slices.SortFunc(as, func(a, b schema.Actor) int { return cmp.Compare(a.ID, b.ID) })
}

// Words of all shapes: plain, odd, with quotes, control characters and other scripts.
func words_() *rapid.Generator[string] {
	return rapid.OneOf(rapid.StringMatching(`[a-zA-Z ]{1,12}`), rapid.StringN(1, 12, -1), rapid.SampledFrom([]string{`"`, `\`, "a\nb", "Ћирилица", "50 % <x>", "https://example.org/a?b=c&d=%20"}))
}

func someText(rt *rapid.T, label string) schema.Text {
	start := rapid.IntRange(0, 5000).Draw(rt, label+" start")
	words := words_().Draw(rt, label)
	return schema.Text{Span: schema.Span{Start: start, End: start + len(words)}, Text: words}
}

func someDay(rt *rapid.T, label string) string {
	if rapid.IntRange(0, 3).Draw(rt, label+" none") == 0 {
		return ""
	}
	return fmt.Sprintf("%04d-%02d-%02d", rapid.IntRange(1, 9999).Draw(rt, label), rapid.IntRange(1, 12).Draw(rt, label), rapid.IntRange(1, 28).Draw(rt, label))
}

func maybe(rt *rapid.T, label string) string {
	return rapid.OneOf(rapid.Just(""), words_()).Draw(rt, label)
}

func someActor(rt *rapid.T, n int) schema.Actor {
	a := schema.Actor{
		ID:      fmt.Sprintf("%s:%d %s", rapid.SampledFrom([]string{"actor", "place"}).Draw(rt, "prefix"), n, words_().Draw(rt, "id")),
		Name:    maybe(rt, "name"),
		Kind:    rapid.SampledFrom([]schema.Kind{schema.Person, schema.State, schema.Place}).Draw(rt, "kind"),
		Country: rapid.SampledFrom([]string{"", "PER", "CHL"}).Draw(rt, "country"),
		Known:   rapid.Bool().Draw(rt, "known"),
	}
	a.Sectors = rapid.SliceOfNDistinct(rapid.SampledFrom([]string{"GOV", "MIL", "OPP", "BUS"}), 0, 3, rapid.ID).Draw(rt, "sectors")
	a.Aliases = rapid.SliceOfNDistinct(words_(), 0, 3, rapid.ID).Draw(rt, "aliases")
	slices.Sort(a.Aliases)
	if rapid.Bool().Draw(rt, "in wikidata") {
		a.Wikidata = fmt.Sprint("Q", n)
	}
	return tidy(a)
}

// tidy makes empty slices nil: quads cannot tell the two apart.
func tidy(a schema.Actor) schema.Actor {
	if len(a.Sectors) == 0 {
		a.Sectors = nil
	}
	if len(a.Aliases) == 0 {
		a.Aliases = nil
	}
	return a
}

func someParticipants(rt *rapid.T, actors []schema.Actor, label string) (ps []schema.Participant) {
	for i := range rapid.IntRange(0, 3).Draw(rt, label) {
		p := schema.Participant{Actor: rapid.SampledFrom(actors).Draw(rt, label)}
		for range rapid.IntRange(0, 2).Draw(rt, "mentions") {
			p.Mentions = append(p.Mentions, someText(rt, fmt.Sprint(label, i)))
		}
		ps = append(ps, p)
	}
	return ps
}

func someEvidence(rt *rapid.T, sentences []schema.Text) schema.Evidence {
	n := rapid.IntRange(0, len(sentences)-1).Draw(rt, "sentence")
	return schema.Evidence{
		Sentence: n, Span: sentences[n].Span, Text: sentences[n].Text, Trigger: someText(rt, "trigger"),
		Rule: maybe(rt, "rule"), Cue: maybe(rt, "cue"), DateText: maybe(rt, "date text"),
	}
}

func someExtraction(rt *rapid.T) schema.Extraction {
	x := schema.Extraction{Article: schema.ArticleRef{
		ID: words_().Draw(rt, "article"), URL: maybe(rt, "url"), Title: maybe(rt, "title"), Publisher: maybe(rt, "publisher"),
		Published: rapid.OneOf(rapid.Just("2022-01-18"), rapid.Just("2022-01-18T10:00:00Z"), words_()).Draw(rt, "published"),
		Hash:      maybe(rt, "hash"), Sketch: maybe(rt, "sketch"),
	}}
	for i := range rapid.IntRange(1, 4).Draw(rt, "actors") {
		x.Actors = append(x.Actors, someActor(rt, i))
	}
	sortActors(x.Actors)
	var sentences []schema.Text
	for i := range 3 {
		sentences = append(sentences, someText(rt, fmt.Sprint("sentence ", i)))
	}
	relations := schema.Relations()
	for i := range rapid.IntRange(0, 4).Draw(rt, "events") {
		rel := rapid.SampledFrom(relations).Draw(rt, "relation")
		ev := schema.Event{
			Schema: schema.Version, ID: fmt.Sprint("e", i), Relation: rel.Name, Root: rel.Root, Mode: maybe(rt, "mode"), CAMEO: rel.CAMEO,
			QuadClass: rapid.IntRange(0, 4).Draw(rt, "class"), Status: rapid.SampledFrom(schema.Statuses[:]).Draw(rt, "status"),
			Actors: someParticipants(rt, x.Actors, "actors"), Recipients: someParticipants(rt, x.Actors, "recipients"),
			From: someDay(rt, "from"), To: someDay(rt, "to"), Article: x.Article, Evidence: someEvidence(rt, sentences),
			Confidence: rapid.Float64Range(0, 1).Draw(rt, "confidence"),
		}
		for _, p := range []**schema.Participant{&ev.Place, &ev.Speaker} {
			if ps := someParticipants(rt, x.Actors, "other"); len(ps) > 0 {
				*p = &ps[0]
			}
		}
		x.Events = append(x.Events, ev)
	}
	for range rapid.IntRange(0, 2).Draw(rt, "facts") {
		x.Facts = append(x.Facts, schema.Fact{
			Relation: rapid.SampledFrom([]string{"holds-role", "represents", "same-as"}).Draw(rt, "fact"),
			Subject:  rapid.SampledFrom(x.Actors).Draw(rt, "subject").ID,
			Object:   rapid.SampledFrom([]string{"", x.Actors[0].ID}).Draw(rt, "object"),
			Role:     maybe(rt, "role"), From: someDay(rt, "since"), Evidence: someEvidence(rt, sentences),
		})
	}
	return x
}

// What goes in comes out: Extraction is the inverse of Quads.
func TestQuadsRoundTrip(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		want := someExtraction(rt)
		quads := Quads(want)
		slices.Reverse(quads) // the order of quads says nothing
		got, err := Extraction(quads)
		if err != nil {
			rt.Fatal(err)
		}
		if diff := gocmp.Diff(want, got); diff != "" {
			rt.Fatalf("-stored +read\n%s", diff)
		}
	})
}

// Quads are written as N-Quads and read again without a change.
func TestQuadsAsNQuads(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		for _, q := range Quads(someExtraction(rt)) {
			line := q.NQuad()
			got, err := nquads.Parse(line)
			if err != nil {
				rt.Fatalf("%s\n%v", line, err)
			}
			if got != q {
				rt.Fatalf("wrote %#v\n%s\nread  %#v", q, line, got)
			}
			if strings.Contains(line, "\n") {
				rt.Fatalf("line break in %q", line)
			}
		}
	})
}

func TestNodesOfOddNames(t *testing.T) {
	for name, want := range map[string]quad.IRI{
		"actor:hanna-lind":     schema.Base + "actor/hanna-lind",
		"article:a b":          schema.Base + "article/a%20b",
		"article:100%":         schema.Base + "article/100%25",
		"actor:習近平":            schema.Base + "actor/習近平",
		"article:https://x.y/": schema.Base + "article/https://x.y/",
		"article:\xff":         schema.Base + "article/%FF",
		"spoke-with":           schema.Base + "schema/spoke-with",
	} {
		got := node(name)
		if got != want {
			t.Errorf("node(%q) = %s, want %s", name, got, want)
		}
		if back := short(got); back != name {
			t.Errorf("short(node(%q)) = %q", name, back)
		}
	}
}

// A sign of several bytes that may not stand in an IRI is encoded whole.
func TestIRIsOfDeceivingSigns(t *testing.T) {
	for _, id := range []string{"actor:a\u061cb", "actor:\u202eevil", "actor:50% off", "actor:\xff"} {
		if got := short(node(id)); got != id {
			t.Errorf("%q comes back as %q", id, got)
		}
	}
}
