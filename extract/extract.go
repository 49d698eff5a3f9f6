package extract

import (
	"fmt"
	"maps"
	"slices"

	"github.com/entente-kg/entente/extract/actor"
	"github.com/entente-kg/entente/extract/article"
	"github.com/entente-kg/entente/extract/event"
	"github.com/entente-kg/entente/extract/text"
	"github.com/entente-kg/entente/schema"
	"github.com/entente-kg/entente/schema/sketch"
)

// Options configure an Extractor.
type Options struct {
	Actors actor.Options
	Events event.Options
}

// Extractor reads articles. It is safe for concurrent use.
type Extractor struct {
	actors *actor.Resolver
	events *event.Reader
}

// New prepares an extractor: reference data, rules. The text model is loaded
// with the first article.
func New(opts Options) (*Extractor, error) {
	actors, err := actor.New(opts.Actors)
	if err != nil {
		return nil, fmt.Errorf("loading actors: %w", err)
	}
	events, err := event.New(opts.Events)
	if err != nil {
		return nil, fmt.Errorf("loading rules: %w", err)
	}
	return &Extractor{actors, events}, nil
}

// Extract reads one article.
func (x *Extractor) Extract(a *article.Article) schema.Extraction {
	doc, res := x.analyze(a)
	events, _ := x.events.Read(doc, res, a)
	ref := a.ArticleRef
	ref.Sketch = sketch.Of(a.Text).String()
	return schema.Extraction{Article: ref, Actors: mentioned(events, res), Events: events, Facts: res.Facts}
}

// analyze is the part that explanations share: text, trees, actors.
func (x *Extractor) analyze(a *article.Article) (*text.Document, *actor.Resolution) {
	doc := text.Analyze(a.Text)
	return doc, x.actors.Resolve(doc, a)
}

// mentioned lists every actor of an event or a fact, sorted by ID.
func mentioned(events []schema.Event, res *actor.Resolution) []schema.Actor {
	byID := map[string]schema.Actor{}
	for i := range events {
		e := &events[i]
		for _, p := range slices.Concat(e.Actors, e.Recipients) {
			byID[p.ID] = p.Actor
		}
		for _, p := range []*schema.Participant{e.Place, e.Speaker} {
			if p != nil {
				byID[p.ID] = p.Actor
			}
		}
	}
	known := map[string]*schema.Actor{}
	for _, a := range res.Actors {
		known[a.ID] = a
	}
	for _, f := range res.Facts {
		for _, id := range []string{f.Subject, f.Object} {
			if a := known[id]; a != nil {
				byID[id] = *a
			}
		}
	}
	out := make([]schema.Actor, 0, len(byID))
	for _, id := range slices.Sorted(maps.Keys(byID)) {
		out = append(out, byID[id])
	}
	return out
}

// Explain finds the event of that ID in the article and says what it rests on;
// nil when the article does not tell it.
func (x *Extractor) Explain(a *article.Article, id string) *event.Explanation {
	doc, res := x.analyze(a)
	return x.events.Explain(doc, res, a, id)
}

// WhyNot says what became of the sentences nearest to a question such as
// "Blinken met Putin".
func (x *Extractor) WhyNot(a *article.Article, question string, limit int) []event.Answer {
	doc, res := x.analyze(a)
	return x.events.WhyNot(doc, res, a, x.events.ParseQuestion(question), limit)
}
