package graph

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"github.com/cayleygraph/quad"
	"github.com/entente-kg/entente/graph/quadstore"
	"github.com/entente-kg/entente/schema"
)

// Filter narrows an answer. The zero Filter asks for what happened: statuses
// occurred and ongoing.
type Filter struct {
	Since, Until string          // days, inclusive; an event counts when its days overlap
	Status       []schema.Status // empty for occurred and ongoing
	Relation     []string        // relations or PLOVER roots; empty for all
	Place        string          // a name or id
	Source       string          // publisher, or article id
	Limit        int             // rows; 0 for all
}

// Report is an event as one sentence of one article tells it.
type Report struct {
	Event schema.Event // Article and Evidence included
}

// Who is an actor in a row.
type Who struct {
	ID   string `json:"id"`
	Name string `json:"name"`
}

// Row is one line of an answer.
type Row struct {
	From     string            `json:"from,omitempty"` // the day, or the first of several
	To       string            `json:"to,omitempty"`
	Source   Who               `json:"source"`
	Relation string            `json:"relation"`
	Root     string            `json:"event,omitempty"`
	Target   Who               `json:"target"`
	Place    Who               `json:"place"`
	Status   schema.Status     `json:"status"`
	Speaker  Who               `json:"speaker"`
	Article  schema.ArticleRef `json:"article"`
	Quote    string            `json:"quote"`
	EventID  string            `json:"id"`
}

// Met answers who met, called, hosted or negotiated with an actor: one row an
// event and counterpart, by date. Planned meetings are part of the answer
// unless f.Status says otherwise.
func (s *Store) Met(ctx context.Context, who string, f Filter) (rows []Row, err error) {
	actor, err := s.Resolve(ctx, who)
	if err != nil {
		return nil, err
	}
	if f.Status == nil {
		f.Status = []schema.Status{schema.Occurred, schema.Ongoing, schema.Planned}
	}
	if f.Relation == nil {
		f.Relation = []string{"CONSULT"}
	}
	err = s.read(ctx, func(r *reader) error {
		ref, err := r.Ref(node(actor.ID))
		if err != nil {
			return err
		}
		for _, p := range []quad.IRI{pActor, pRecipient} {
			events, err := r.subjects(p, ref)
			if err != nil {
				return err
			}
			for _, ev := range events {
				if rows, err = r.meetings(rows, ref, ev, f); err != nil {
					return err
				}
			}
		}
		return nil
	})
	slices.SortFunc(rows, compareRows)
	rows = slices.Compact(rows)
	if f.Limit > 0 && len(rows) > f.Limit {
		rows = rows[:f.Limit]
	}
	return rows, err
}

func compareRows(a, b Row) int {
	return cmp.Or(
		cmp.Compare(a.From, b.From), cmp.Compare(a.Target.Name, b.Target.Name), cmp.Compare(a.Relation, b.Relation),
		cmp.Compare(a.EventID, b.EventID), cmp.Compare(a.Target.ID, b.Target.ID),
	)
}

// meetings appends the rows of one event: who pairs with the others in it.
func (r *reader) meetings(rows []Row, who, ref quadstore.Ref, f Filter) ([]Row, error) {
	row, t, err := r.row(ref)
	if err != nil || !f.admits(row) {
		return rows, err
	}
	me, err := r.who(who)
	if err != nil {
		return rows, err
	}
	row.Source = me
	for _, p := range []quad.IRI{pActor, pRecipient} {
		for _, v := range t[p] {
			if short(v) == me.ID {
				continue
			}
			other, err := r.Ref(v)
			if err != nil {
				return rows, err
			}
			a, err := r.actor(other)
			if err != nil {
				return rows, err
			}
			if a.Kind == schema.Place {
				continue
			}
			row.Target = Who{a.ID, a.Name}
			rows = append(rows, row)
		}
	}
	return rows, nil
}

func (r *reader) who(ref quadstore.Ref) (Who, error) {
	if ref == 0 {
		return Who{}, nil
	}
	a, err := r.actor(ref)
	if err != nil {
		return Who{}, err
	}
	return Who{a.ID, a.Name}, nil
}

// row reads an event without its participants, and its properties.
func (r *reader) row(ref quadstore.Ref) (Row, thing, error) {
	t := thing{}
	var label quadstore.Ref
	id, err := r.Value(ref)
	if err != nil {
		return Row{}, nil, err
	}
	for l, err := range r.Links(quadstore.Pattern{ref}) {
		if err != nil {
			return Row{}, nil, err
		}
		label = l[quadstore.Label]
		p, err := r.Value(l[quadstore.Predicate])
		if err != nil {
			return Row{}, nil, err
		}
		o, err := r.Value(l[quadstore.Object])
		if err != nil {
			return Row{}, nil, err
		}
		t[p.(quad.IRI)] = append(t[p.(quad.IRI)], o)
	}
	row := Row{
		From: t.text(pFrom), To: t.text(pTo), Relation: t.text(pRelation), Status: schema.Status(t.text(pStatus)),
		Root: strings.TrimPrefix(t.text(rdfType), "plover:"), EventID: strings.TrimPrefix(short(id), inEvent),
	}
	if row.Place, err = r.whoOf(t, pPlace); err != nil {
		return row, t, err
	}
	if row.Speaker, err = r.whoOf(t, pSpeaker); err != nil {
		return row, t, err
	}
	article, err := r.article(label)
	if err != nil {
		return row, t, err
	}
	row.Article = *article
	sentence, err := r.Ref(t.value(pEvidence))
	if err != nil {
		return row, t, err
	}
	row.Quote, err = r.text(sentence, pText)
	return row, t, err
}

func (r *reader) whoOf(t thing, p quad.IRI) (Who, error) {
	ref, err := r.Ref(t.value(p))
	if err != nil {
		return Who{}, err
	}
	return r.who(ref)
}

// admits reports whether a row passes the filter.
func (f *Filter) admits(row Row) bool {
	first, last := cmp.Or(row.From, row.Article.Published), cmp.Or(row.To, row.From, row.Article.Published)
	switch {
	case !slices.Contains(f.statuses(), row.Status):
		return false
	case len(f.Relation) > 0 && !slices.Contains(f.Relation, row.Relation) && !slices.Contains(f.Relation, row.Root):
		return false
	case f.Since != "" && last < f.Since, f.Until != "" && (first > f.Until || first == ""):
		return false
	case f.Place != "" && f.Place != row.Place.ID && fold(f.Place) != fold(row.Place.Name):
		return false
	case f.Source != "" && f.Source != row.Article.ID && fold(f.Source) != fold(row.Article.Publisher):
		return false
	}
	return true
}

func (f *Filter) statuses() []schema.Status {
	if len(f.Status) > 0 {
		return f.Status
	}
	return []schema.Status{schema.Occurred, schema.Ongoing}
}
