package graph

import (
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/cayleygraph/quad"
	"github.com/entente-kg/entente/graph/quadstore"
	"github.com/entente-kg/entente/schema"
)

// Extraction is the inverse of [Quads]: it reads the quads of one article, and
// of the profiles it gives, back into what the article yielded. Quads that
// belong to no article are ignored.
func Extraction(quads []quad.Quad) (schema.Extraction, error) {
	things := things{}
	for _, q := range quads {
		things.add(q)
	}
	var x schema.Extraction
	for id, t := range things {
		if t.is(cArticle) {
			x.Article = t.article(id)
		}
	}
	if x.Article.ID == "" {
		return x, errors.New("no article among the quads")
	}
	d := &decoder{things: things, article: x.Article}
	return d.extraction()
}

// thing is a node with its properties.
type thing map[quad.IRI][]quad.Value

// things is every node by IRI.
type things map[quad.IRI]thing

func (ts things) add(q quad.Quad) {
	s, ok1 := q.Subject.(quad.IRI)
	p, ok2 := q.Predicate.(quad.IRI)
	if !ok1 || !ok2 {
		return
	}
	t := ts[s]
	if t == nil {
		t = thing{}
		ts[s] = t
	}
	if !slices.Contains(t[p], q.Object) {
		t[p] = append(t[p], q.Object)
	}
}

func (t thing) is(class quad.IRI) bool { return slices.Contains(t[rdfType], quad.Value(class)) }

func (t thing) value(p quad.IRI) quad.Value {
	if vs := t[p]; len(vs) > 0 {
		return vs[0]
	}
	return nil
}

func (t thing) text(p quad.IRI) string { return plain(t.value(p)) }

func (t thing) texts(p quad.IRI) (texts []string) {
	for _, v := range t[p] {
		texts = append(texts, plain(v))
	}
	slices.Sort(texts)
	return texts
}

func (t thing) int(p quad.IRI) int {
	n, _ := t.value(p).(quad.Int)
	return int(n)
}

func (t thing) article(id quad.IRI) schema.ArticleRef {
	return schema.ArticleRef{
		ID:  strings.TrimPrefix(short(id), inArticle),
		URL: t.text(pURL), Title: t.text(pTitle), Publisher: t.text(pPublisher),
		Published: t.text(pPublished), Hash: t.text(pHash), Sketch: t.text(pSketch),
	}
}

// actor reads the properties of an actor as one profile gives them.
func (t thing) actor(id quad.IRI) schema.Actor {
	a := schema.Actor{
		ID: short(id), Name: t.text(pName), Kind: schema.Kind(t.text(pKind)), Country: t.text(pCountry),
		Sectors: t.texts(pSector), Aliases: t.texts(pAlias), Wikidata: t.text(pWikidata), Known: t.value(pKnown) != nil,
	}
	if order := t.text(pSectors); order != "" {
		a.Sectors = strings.Fields(order)
	}
	return a
}

type decoder struct {
	things  things
	article schema.ArticleRef
	actors  map[string]schema.Actor
}

func (d *decoder) extraction() (schema.Extraction, error) {
	x := schema.Extraction{Article: d.article}
	d.actors = map[string]schema.Actor{}
	for _, v := range d.things[node(inArticle+d.article.ID)][pMentions] {
		id, _ := v.(quad.IRI)
		a := d.things[id].actor(id)
		d.actors[a.ID] = a
		x.Actors = append(x.Actors, a)
	}
	slices.SortFunc(x.Actors, func(a, b schema.Actor) int { return cmp.Compare(a.ID, b.ID) })
	order := map[string]int{}
	var facts []orderedFact
	for id, t := range d.things {
		name := short(id)
		switch {
		case strings.HasPrefix(name, inEvent):
			ev, n, err := d.event(strings.TrimPrefix(name, inEvent), t)
			if err != nil {
				return x, err
			}
			order[ev.ID] = n
			x.Events = append(x.Events, ev)
		case t.is(cFact):
			f, n, err := d.fact(t)
			if err != nil {
				return x, err
			}
			facts = append(facts, orderedFact{n, f})
		}
	}
	slices.SortFunc(x.Events, func(a, b schema.Event) int { return cmp.Compare(order[a.ID], order[b.ID]) })
	slices.SortFunc(facts, func(a, b orderedFact) int { return cmp.Compare(a.order, b.order) })
	for _, f := range facts {
		x.Facts = append(x.Facts, f.Fact)
	}
	return x, nil
}

type orderedFact struct {
	order int
	schema.Fact
}

func (d *decoder) event(id string, t thing) (schema.Event, int, error) {
	ev := schema.Event{
		Schema: schema.Version, ID: id,
		Relation: t.text(pRelation), Mode: t.text(pMode), CAMEO: t.text(pCAMEO),
		QuadClass: t.int(pQuadClass), Status: schema.Status(t.text(pStatus)),
		From: t.text(pFrom), To: t.text(pTo), Article: d.article,
	}
	if class, _ := t.value(rdfType).(quad.IRI); class != cEvent {
		ev.Root = strings.TrimPrefix(short(class), "plover:")
	}
	if c, ok := t.value(pConfidence).(quad.Float); ok {
		ev.Confidence = float64(c)
	}
	det, err := t.detail()
	if err != nil {
		return ev, 0, fmt.Errorf("event %s: %w", id, err)
	}
	ev.Actors, ev.Recipients = d.participants(det.Actors), d.participants(det.Recipients)
	ev.Place, ev.Speaker = d.participant(det.Place), d.participant(det.Speaker)
	ev.Evidence, err = d.evidence(t, det)
	return ev, det.Order, err
}

func (t thing) detail() (det detail, err error) {
	literal, _ := t.value(pDetail).(quad.TypedString)
	err = json.Unmarshal([]byte(literal.Value), &det)
	if err != nil {
		err = fmt.Errorf("reading its detail: %w", err)
	}
	return det, err
}

func (d *decoder) participants(ls []located) (ps []schema.Participant) {
	for i := range ls {
		ps = append(ps, *d.participant(&ls[i]))
	}
	return ps
}

func (d *decoder) participant(l *located) *schema.Participant {
	if l == nil {
		return nil
	}
	a, ok := d.actors[l.ID]
	if !ok {
		a = schema.Actor{ID: l.ID}
	}
	return &schema.Participant{Actor: a, Mentions: l.Mentions}
}

func (d *decoder) evidence(t thing, det detail) (schema.Evidence, error) {
	id, _ := t.value(pEvidence).(quad.IRI)
	name := short(id)
	n, err := strconv.Atoi(name[strings.LastIndexByte(name, '/')+1:])
	if err != nil {
		return schema.Evidence{}, fmt.Errorf("sentence %q has no number", name)
	}
	s := d.things[id]
	return schema.Evidence{
		Sentence: n, Span: schema.Span{Start: s.int(pStart), End: s.int(pEnd)}, Text: s.text(pText),
		Trigger: schema.Text{Span: det.Trigger, Text: t.text(pTrigger)},
		Rule:    t.text(pRule), Cue: t.text(pCue), DateText: t.text(pDateText),
	}, nil
}

func (d *decoder) fact(t thing) (schema.Fact, int, error) {
	f := schema.Fact{
		Relation: t.text(pRelation), Subject: t.text(pSubject), Object: t.text(pObject),
		Role: t.text(pRole), From: t.text(pFrom), To: t.text(pTo),
	}
	det, err := t.detail()
	if err != nil {
		return f, 0, err
	}
	f.Evidence, err = d.evidence(t, det)
	return f, det.Order, err
}

// quadsUnder reads every quad labelled so.
func quadsUnder(v quadstore.View, label quad.Value) ([]quad.Quad, error) {
	ref, err := v.Ref(label)
	if err != nil || ref == 0 {
		return nil, err
	}
	var quads []quad.Quad
	for l, err := range v.Links(quadstore.Pattern{quadstore.Label: ref}) {
		if err != nil {
			return nil, err
		}
		q, err := quadstore.QuadOf(v, l)
		if err != nil {
			return nil, err
		}
		quads = append(quads, q)
	}
	return quads, nil
}
