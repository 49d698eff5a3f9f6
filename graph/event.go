package graph

import (
	"cmp"
	"slices"
	"strings"

	"github.com/cayleygraph/quad"
	"github.com/entente-kg/entente/graph/quadstore"
	"github.com/entente-kg/entente/schema"
)

// event is an event as the questions need it: who, what and when as values,
// what only a row shows as refs, read when the row is made.
type event struct {
	ref                              quadstore.Ref
	relation, root                   string
	typed                            bool // root is known
	status                           schema.Status
	from, to, reported               string
	actors, recipients               []quadstore.Ref
	place, speaker, sentence, source quadstore.Ref // source is the article
}

// fields says which quads of an event are read, and what they fill.
type fields struct {
	named  map[quadstore.Ref]quad.IRI // by predicate
	wanted map[quadstore.Ref]bool
}

func (r *reader) fieldsOf(predicates ...quad.IRI) (*fields, error) {
	f := &fields{map[quadstore.Ref]quad.IRI{}, map[quadstore.Ref]bool{}}
	for _, p := range predicates {
		ref, err := r.Ref(p)
		if err != nil {
			return nil, err
		}
		if ref != 0 {
			f.named[ref], f.wanted[ref] = p, true
		}
	}
	return f, nil
}

// event reads one event; nil where the filter does not admit it. Most events of
// an actor are refused by their relation or status, which stand first.
func (r *reader) event(ref quadstore.Ref, f *Filter) (*event, error) {
	if r.ofEvents == nil {
		f, err := r.fieldsOf(rdfType, pRelation, pStatus, pActor, pRecipient, pPlace, pFrom, pTo, pReported, pSpeaker, pEvidence)
		if err != nil {
			return nil, err
		}
		r.ofEvents = f
	}
	e := &event{ref: ref}
	for l, err := range quadstore.Properties(r.View, ref, r.ofEvents.wanted) {
		if err != nil {
			return nil, err
		}
		e.source = l[quadstore.Label]
		if err := e.set(r, r.ofEvents.named[l[quadstore.Predicate]], l[quadstore.Object]); err != nil {
			return nil, err
		}
		if f.refuses(e) {
			return nil, nil
		}
	}
	if !f.admits(e) {
		return nil, nil
	}
	slices.Sort(e.actors)
	slices.Sort(e.recipients)
	return e, nil
}

func (e *event) set(r *reader, p quad.IRI, object quadstore.Ref) error {
	switch p {
	case pActor:
		e.actors = append(e.actors, object)
		return nil
	case pRecipient:
		e.recipients = append(e.recipients, object)
		return nil
	case pPlace:
		e.place = object
		return nil
	case pSpeaker:
		e.speaker = object
		return nil
	case pEvidence:
		e.sentence = object
		return nil
	}
	s, err := r.word(object)
	if err != nil {
		return err
	}
	switch p {
	case rdfType:
		e.typed = true
		e.root, _ = strings.CutPrefix(s, "plover:")
		if s == classEvent {
			e.root = ""
		}
	case pRelation:
		e.relation = s
	case pStatus:
		e.status = schema.Status(s)
	case pFrom:
		e.from = s
	case pTo:
		e.to = s
	case pReported:
		e.reported = s
	}
	return nil
}

// pair is one dyad of an event; target is 0 where an actor acts alone.
type pair struct{ source, target quadstore.Ref }

// pairs derives the dyads of an event; see [schema.Event.Dyads].
func (e *event) pairs() (pairs []pair) {
	mutual := e.mutual()
	turned := func(a, b quadstore.Ref) bool { // the same pair, where it is the same both ways
		return len(e.actors) > 1 && slices.Contains(pairs, pair{b, a}) && symmetric(e.relation)
	}
	for i, a := range e.actors {
		switch {
		case len(e.recipients) > 0:
			for _, b := range e.recipients {
				if a != b && !turned(a, b) {
					pairs = append(pairs, pair{a, b})
				}
			}
		case mutual:
			for _, b := range e.actors[i+1:] {
				pairs = append(pairs, pair{a, b})
			}
		default:
			pairs = append(pairs, pair{a, 0})
		}
	}
	return pairs
}

// mutual reports whether the actors did it with each other.
func (e *event) mutual() bool {
	rel := schema.RelationNamed(e.relation)
	return rel != nil && rel.Symmetric && len(e.recipients) == 0 && len(e.actors) > 1
}

// bothWays reports whether the event gives a pair in either order, so that
// neither is the order of the article.
func (e *event) bothWays(p pair) bool {
	if p.target == 0 || e.mutual() {
		return p.target != 0
	}
	has := func(all []quadstore.Ref) bool {
		return slices.Contains(all, p.source) && slices.Contains(all, p.target)
	}
	return symmetric(e.relation) && has(e.actors) && has(e.recipients)
}

// involving lists the events an actor takes part in, by ref.
func (r *reader) involving(actor quadstore.Ref) ([]quadstore.Ref, error) {
	acting, err := r.subjects(pActor, actor)
	if err != nil {
		return nil, err
	}
	receiving, err := r.subjects(pRecipient, actor)
	if err != nil {
		return nil, err
	}
	all := append(acting, receiving...)
	slices.Sort(all)
	return slices.Compact(all), nil
}

// Who is an actor in a row.
type Who struct {
	ID   string `json:"id"`
	Name string `json:"name"`
}

// Report is a happening as one sentence of one article tells it.
type Report struct {
	EventID string            `json:"id"`
	Article schema.ArticleRef `json:"article"`
	Quote   string            `json:"quote"`
	Speaker Who               `json:"speaker"`
}

// Row is one line of an answer: what one actor did with another. Source did it
// and Target underwent it; where the relation is symmetric the actor that was
// asked about stands first. What stands once in a row of several reports
// (status, speaker, article, quote, event) is the first report's.
type Row struct {
	From     string            `json:"from,omitempty"` // first day; empty when no report dates it
	To       string            `json:"to,omitempty"`   // last day
	Reported string            `json:"reported,omitempty"`
	Source   Who               `json:"source"`
	Relation string            `json:"relation"`
	Root     string            `json:"event,omitempty"`
	Target   Who               `json:"target"` // empty where the source acted alone
	Place    Who               `json:"place"`
	Status   schema.Status     `json:"status"`
	Speaker  Who               `json:"speaker"`
	Article  schema.ArticleRef `json:"article"`
	Quote    string            `json:"quote"`
	EventID  string            `json:"id"`
	Reports  []Report          `json:"reports"` // the first one included, by article
	Sources  int               `json:"sources"` // independent ones; see [Store.Events]
}

// When is the day a row is sorted by: the first day of the happening, or the
// day it was reported.
func (r *Row) When() string { return cmp.Or(r.From, r.To, r.Reported) }

// rows makes a row of every pair of an event that want admits; want may turn a
// symmetric pair around. With a nil want all pairs are rows, those that stand
// both ways in the order of their IDs.
func (r *reader) rows(e *event, f *Filter, want func(pair) (pair, bool, error)) (rows []Row, err error) {
	var shared *Row
	for _, p := range e.pairs() {
		if want != nil {
			var ok bool
			if p, ok, err = want(p); err != nil {
				return nil, err
			} else if !ok {
				continue
			}
		}
		if shared == nil {
			if shared, err = r.shared(e); err != nil {
				return nil, err
			}
			if !f.admitsRow(shared) {
				return nil, nil
			}
		}
		row := *shared
		if row.Source, err = r.who(p.source); err != nil {
			return nil, err
		}
		if row.Target, err = r.who(p.target); err != nil {
			return nil, err
		}
		if want == nil && e.bothWays(p) && row.Source.ID > row.Target.ID {
			row.Source, row.Target = row.Target, row.Source
		}
		rows = append(rows, row)
	}
	return rows, nil
}

// admitsEvent reports whether an event that the filter admits passes it whole.
func (r *reader) admitsEvent(e *event, f *Filter) (bool, error) {
	if f.Place == "" && f.Source == "" {
		return true, nil
	}
	row, err := r.shared(e)
	return err == nil && f.admitsRow(row), err
}

// shared reads what all rows of an event have in common.
func (r *reader) shared(e *event) (*Row, error) {
	row := &Row{From: e.from, To: e.to, Reported: e.reported, Relation: e.relation, Root: e.root, Status: e.status}
	id, err := r.Value(e.ref)
	if err != nil {
		return nil, err
	}
	row.EventID = strings.TrimPrefix(short(id), inEvent)
	if row.Place, err = r.who(e.place); err != nil {
		return nil, err
	}
	if row.Speaker, err = r.who(e.speaker); err != nil {
		return nil, err
	}
	article, err := r.article(e.source)
	if err != nil {
		return nil, err
	}
	row.Article = *article
	if row.Reported == "" {
		row.Reported = article.Published
	}
	row.Quote, err = r.text(e.sentence, pText)
	return row, err
}

func (r *reader) who(ref quadstore.Ref) (Who, error) {
	if ref == 0 {
		return Who{}, nil
	}
	id, err := r.Value(ref)
	if err != nil {
		return Who{}, err
	}
	name, err := r.name(ref)
	return Who{ID: short(id), Name: name}, err
}
