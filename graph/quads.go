package graph

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"github.com/cayleygraph/quad"
	"github.com/entente-kg/entente/schema"
)

// Quads turns all that one article yields into quads. The result is sorted by
// nothing in particular and holds no quad twice.
func Quads(x schema.Extraction) []quad.Quad {
	e := &encoder{
		label: node(inArticle + x.Article.ID), article: x.Article.ID, published: x.Article.Published,
		seen: map[quad.Quad]bool{},
	}
	e.ofArticle(x.Article)
	for _, a := range actorsOf(x) {
		e.ofActor(a)
	}
	seen := map[string]bool{}
	for i := range x.Events {
		if ev := &x.Events[i]; !seen[ev.ID] {
			seen[ev.ID] = true
			e.ofEvent(i, ev)
		}
	}
	for i := range x.Facts {
		e.ofFact(i, &x.Facts[i])
	}
	return e.quads
}

// encoder collects the quads of one article.
type encoder struct {
	article   string
	published string
	label     quad.IRI
	quads     []quad.Quad
	seen      map[quad.Quad]bool
}

func (e *encoder) put(s, p quad.IRI, o quad.Value) { e.putUnder(e.label, s, p, o) }

func (e *encoder) putUnder(label, s, p quad.IRI, o quad.Value) {
	q := quad.Quad{Subject: s, Predicate: p, Object: o, Label: label}
	if !e.seen[q] {
		e.seen[q] = true
		e.quads = append(e.quads, q)
	}
}

// putText writes a literal where there is one.
func (e *encoder) putText(s, p quad.IRI, value string) {
	if value != "" {
		e.put(s, p, text(value))
	}
}

func (e *encoder) putDay(s, p quad.IRI, value string) {
	if value != "" {
		e.put(s, p, day(value))
	}
}

func (e *encoder) putNode(s, p quad.IRI, id string) {
	if id != "" {
		e.put(s, p, node(id))
	}
}

func (e *encoder) ofArticle(a schema.ArticleRef) {
	e.put(e.label, rdfType, cArticle)
	e.putText(e.label, pURL, a.URL)
	e.putText(e.label, pTitle, a.Title)
	e.putText(e.label, pPublisher, a.Publisher)
	e.putDay(e.label, pPublished, a.Published)
	e.putText(e.label, pHash, a.Hash)
	e.putText(e.label, pSketch, a.Sketch)
}

// actorsOf lists the actors of an extraction, those only its events name included.
func actorsOf(x schema.Extraction) []schema.Actor {
	actors := slices.Clone(x.Actors)
	known := map[string]bool{}
	for _, a := range actors {
		known[a.ID] = true
	}
	add := func(p *schema.Participant) {
		if p != nil && !known[p.ID] {
			known[p.ID] = true
			actors = append(actors, p.Actor)
		}
	}
	for i := range x.Events {
		ev := &x.Events[i]
		for j := range ev.Actors {
			add(&ev.Actors[j])
		}
		for j := range ev.Recipients {
			add(&ev.Recipients[j])
		}
		add(ev.Place)
		add(ev.Speaker)
	}
	return actors
}

// ofActor writes what the article says of an actor: that it mentions it, and
// its profile, which is shared with every article that says the same.
func (e *encoder) ofActor(a schema.Actor) {
	id, profile := node(a.ID), profileOf(a)
	e.put(e.label, pMentions, id)
	e.put(e.label, pProfile, profile)
	put := func(p quad.IRI, value string) {
		if value != "" {
			e.putUnder(profile, id, p, text(value))
		}
	}
	put(pName, a.Name)
	put(pKind, string(a.Kind))
	put(pCountry, a.Country)
	for _, s := range a.Sectors {
		put(pSector, s)
	}
	if len(a.Sectors) > 1 {
		put(pSectors, strings.Join(a.Sectors, " "))
	}
	for _, alias := range a.Aliases {
		put(pAlias, alias)
	}
	put(pWikidata, a.Wikidata)
	if a.Wikidata != "" {
		e.putUnder(profile, id, pSameAs, node(inWikidata+a.Wikidata))
	}
	if a.Known {
		e.putUnder(profile, id, pKnown, quad.Bool(true))
	}
}

// profileOf names what is said of an actor after the saying itself.
func profileOf(a schema.Actor) quad.IRI {
	said := fmt.Sprintf("%q %q %q %q %q %q %q %t", a.ID, a.Name, a.Kind, a.Country, a.Sectors, a.Aliases, a.Wikidata, a.Known)
	sum := sha256.Sum256([]byte(said))
	_, name, _ := strings.Cut(a.ID, ":")
	return node(inProfile + name + "/" + hex.EncodeToString(sum[:8]))
}

// detail is what only a reader of the single event wants: the order of things
// and where in the text they stand. It is one literal, shaped like the record
// that `entente extract` prints.
type detail struct {
	Order      int         `json:"n"`
	Actors     []located   `json:"actors,omitempty"`
	Recipients []located   `json:"recipients,omitempty"`
	Place      *located    `json:"place,omitempty"`
	Speaker    *located    `json:"speaker,omitempty"`
	Trigger    schema.Span `json:"trigger"`
}

type located struct {
	ID       string        `json:"id"`
	Mentions []schema.Text `json:"mentions,omitempty"`
}

func locate(p *schema.Participant) *located {
	if p == nil {
		return nil
	}
	return &located{ID: p.ID, Mentions: p.Mentions}
}

func locateAll(ps []schema.Participant) (ls []located) {
	for i := range ps {
		ls = append(ls, *locate(&ps[i]))
	}
	return ls
}

func (d *detail) value() quad.Value {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(d); err != nil {
		return nil // numbers and strings always encode
	}
	return quad.TypedString{Value: quad.String(strings.TrimSpace(b.String())), Type: jsonType}
}

func (e *encoder) ofEvent(order int, ev *schema.Event) {
	id := node(inEvent + ev.ID)
	if ev.Root != "" {
		e.put(id, rdfType, plover+quad.IRI(escape(ev.Root)))
	} else {
		e.put(id, rdfType, cEvent)
	}
	e.put(id, pRelation, node(ev.Relation))
	e.putText(id, pStatus, string(ev.Status))
	e.putText(id, pMode, ev.Mode)
	e.putText(id, pCAMEO, ev.CAMEO)
	if ev.QuadClass != 0 {
		e.put(id, pQuadClass, quad.Int(ev.QuadClass))
	}
	e.putDay(id, pFrom, ev.From)
	e.putDay(id, pTo, ev.To)
	if ev.From == "" && ev.To == "" {
		e.putDay(id, pReported, e.published)
	}
	e.put(id, pConfidence, quad.Float(ev.Confidence))
	e.ofParticipants(id, ev)
	e.ofEvidence(id, &ev.Evidence)
	d := detail{
		Order: order, Actors: locateAll(ev.Actors), Recipients: locateAll(ev.Recipients),
		Place: locate(ev.Place), Speaker: locate(ev.Speaker), Trigger: ev.Evidence.Trigger.Span,
	}
	e.put(id, pDetail, d.value())
	if ev.Status.Direct() {
		e.direct(ev)
	}
}

func (e *encoder) ofParticipants(id quad.IRI, ev *schema.Event) {
	for _, a := range ev.Actors {
		e.put(id, pActor, node(a.ID))
	}
	for _, r := range ev.Recipients {
		e.put(id, pRecipient, node(r.ID))
	}
	if ev.Place != nil {
		e.put(id, pPlace, node(ev.Place.ID))
	}
	if ev.Speaker != nil {
		e.put(id, pSpeaker, node(ev.Speaker.ID))
	}
}

// direct writes the pairwise edges. A symmetric relation is written both ways,
// so that a query need not know who stood first in the sentence.
func (e *encoder) direct(ev *schema.Event) {
	rel := schema.RelationNamed(ev.Relation)
	for _, d := range ev.Dyads() {
		if d.Target == nil {
			continue
		}
		source, target := node(d.Source.ID), node(d.Target.ID)
		e.put(source, node(ev.Relation), target)
		if rel != nil && rel.Symmetric {
			e.put(target, node(ev.Relation), source)
		}
	}
}

// ofEvidence links an event or a fact to its sentence, which it shares with others.
func (e *encoder) ofEvidence(id quad.IRI, ev *schema.Evidence) {
	sentence := node(fmt.Sprintf("%s%s/%d", inSentence, e.article, ev.Sentence))
	e.put(id, pEvidence, sentence)
	e.putText(id, pTrigger, ev.Trigger.Text)
	e.putText(id, pRule, ev.Rule)
	e.putText(id, pCue, ev.Cue)
	e.putText(id, pDateText, ev.DateText)
	e.put(sentence, pText, text(ev.Text))
	e.put(sentence, pStart, quad.Int(ev.Start))
	e.put(sentence, pEnd, quad.Int(ev.End))
}

// ofFact writes a standing fact: its node, and the edge or property it amounts to.
func (e *encoder) ofFact(order int, f *schema.Fact) {
	sum := sha256.Sum256(fmt.Appendf(nil, "%q %d %q %q %q %q", e.article, order, f.Relation, f.Subject, f.Object, f.Role))
	id := node(inFact + hex.EncodeToString(sum[:8]))
	e.put(id, rdfType, cFact)
	e.put(id, pRelation, node(f.Relation))
	e.putNode(id, pSubject, f.Subject)
	e.putNode(id, pObject, f.Object)
	e.putText(id, pRole, f.Role)
	e.putDay(id, pFrom, f.From)
	e.putDay(id, pTo, f.To)
	e.ofEvidence(id, &f.Evidence)
	d := detail{Order: order, Trigger: f.Evidence.Trigger.Span}
	e.put(id, pDetail, d.value())
	switch subject, relation := node(f.Subject), node(f.Relation); {
	case f.Object != "" && f.Relation != sameAsRel:
		e.put(subject, relation, node(f.Object))
	case f.Object == "" && f.Role != "":
		e.put(subject, relation, text(f.Role))
	}
}
