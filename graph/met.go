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

// Met answers who met, called, hosted, visited or negotiated with an actor:
// one row a happening and counterpart, by date. Unless f.Status says otherwise
// planned meetings are among them, marked as such.
func (s *Store) Met(ctx context.Context, who string, f Filter) ([]Row, error) {
	if len(f.Status) == 0 {
		f.Status = []schema.Status{schema.Occurred, schema.Ongoing, schema.Planned}
	}
	if len(f.Relation) == 0 {
		f.Relation = []string{"CONSULT"}
	}
	return s.about(ctx, []string{who}, f, true)
}

// Events answers what actors did or underwent: those in which all the named
// took part, of the whole graph when none is named. A row is a happening: the
// reports of it in several articles are one row (see happening.go), with the
// number of independent sources; with f.Reports every report is a row.
func (s *Store) Events(ctx context.Context, who []string, f Filter) ([]Row, error) {
	return s.about(ctx, who, f, false)
}

// Timeline is Events of any of the actors instead of all.
func (s *Store) Timeline(ctx context.Context, who []string, f Filter) ([]Row, error) {
	limit := f.Limit
	f.Limit = 0
	var all []Row
	type report struct {
		groupKey
		event string
	}
	seen := map[report]bool{}
	for _, name := range who {
		rows, err := s.about(ctx, []string{name}, f, false)
		if err != nil {
			return nil, err
		}
		for _, row := range rows {
			if key := (report{row.groupKey(), row.EventID}); !seen[key] {
				seen[key] = true
				all = append(all, row)
			}
		}
	}
	slices.SortFunc(all, func(a, b Row) int { return compareRows(&a, &b) })
	return cut(all, limit), nil
}

// about collects the rows of events in which all of who take part. With
// persons a target that is a place is no counterpart.
func (s *Store) about(ctx context.Context, who []string, f Filter, people bool) (rows []Row, err error) {
	if err := f.check(); err != nil {
		return nil, err
	}
	if f.With != "" {
		who = append(slices.Clone(who), f.With)
	}
	actors, err := s.resolveAll(ctx, who)
	if err != nil {
		return nil, err
	}
	if err := differ(actors, who); err != nil {
		return nil, err
	}
	err = s.read(ctx, func(r *reader) error {
		refs, err := r.refs(actors)
		if err != nil {
			return err
		}
		candidates, err := r.candidates(refs, &f)
		if err != nil {
			return err
		}
		for _, c := range candidates {
			more, err := r.matching(c, refs, &f, people)
			if err != nil {
				return err
			}
			rows = append(rows, more...)
		}
		rows, err = r.finish(&f, rows)
		return err
	})
	return rows, err
}

// differ refuses two names of one actor: the question is not the one it seems.
func differ(ids, names []string) error {
	for i, id := range ids {
		if j := slices.Index(ids, id); j < i {
			return &SameActorError{ID: id, A: names[j], B: names[i]}
		}
	}
	return nil
}

// resolveAll turns names into IDs.
func (s *Store) resolveAll(ctx context.Context, names []string) (ids []string, err error) {
	for _, name := range names {
		r, err := s.Resolve(ctx, name)
		if err != nil {
			return nil, err
		}
		ids = append(ids, r.ID)
	}
	return ids, nil
}

func (r *reader) refs(ids []string) (refs []quadstore.Ref, err error) {
	for _, id := range ids {
		ref, err := r.Ref(node(id))
		if err != nil {
			return nil, err
		}
		refs = append(refs, ref)
	}
	return refs, nil
}

// candidates lists the events that may answer: those of all actors, or, when
// there is none, those that the filter can find by an index.
func (r *reader) candidates(actors []quadstore.Ref, f *Filter) (events []quadstore.Ref, err error) {
	if len(actors) == 0 {
		return r.search(f)
	}
	for i, a := range actors {
		of, err := r.involving(a)
		if err != nil {
			return nil, err
		}
		if i == 0 {
			events = of
		} else {
			events = intersection(events, of)
		}
	}
	return r.ofKind(events, f)
}

// manyEvents is from how many events on it is cheaper to look their relation
// up in an index than to read them.
const manyEvents = 64

// ofKind drops, of many events, those whose relation the filter does not want.
func (r *reader) ofKind(events []quadstore.Ref, f *Filter) (kept []quadstore.Ref, err error) {
	if len(f.Relation) == 0 || len(events) < manyEvents {
		return events, nil
	}
	for _, p := range []quad.IRI{pRelation, rdfType} {
		pred, objects, err := r.values(p, func(s string) bool {
			return slices.Contains(f.Relation, strings.TrimPrefix(s, "plover:"))
		})
		if err != nil {
			return nil, err
		}
		for _, object := range objects {
			some, err := quadstore.Among(r.View, pred, object, events)
			if err != nil {
				return nil, err
			}
			kept = append(kept, some...)
		}
	}
	slices.Sort(kept)
	return slices.Compact(kept), nil
}

// intersection returns what two sorted lists share.
func intersection(a, b []quadstore.Ref) (both []quadstore.Ref) {
	for len(a) > 0 && len(b) > 0 {
		switch {
		case a[0] < b[0]:
			a = a[1:]
		case a[0] > b[0]:
			b = b[1:]
		default:
			both = append(both, a[0])
			a, b = a[1:], b[1:]
		}
	}
	return both
}

// matching returns the rows of one event that the question wants. Of one
// actor those that pair him with somebody; of two those that pair the two; of
// more, all that pair two of them.
func (r *reader) matching(ref quadstore.Ref, actors []quadstore.Ref, f *Filter, people bool) ([]Row, error) {
	e, err := r.event(ref, f)
	if err != nil || e == nil {
		return nil, err
	}
	if len(actors) == 0 {
		return r.rows(e, f, nil)
	}
	return r.rows(e, f, func(p pair) (pair, bool, error) {
		if symmetric(e.relation) && slices.Index(actors, p.target) >= 0 &&
			(slices.Index(actors, p.source) < 0 || slices.Index(actors, p.target) < slices.Index(actors, p.source)) {
			p.source, p.target = p.target, p.source
		}
		has := 0
		for _, a := range actors {
			if a == p.source || a == p.target {
				has++
			}
		}
		if has != min(len(actors), 2) || !people {
			return p, has == min(len(actors), 2), nil
		}
		ok, err := r.counterpart(e, p, actors[0])
		return p, ok, err
	})
}

// counterpart reports whether an actor is paired with somebody, and not with
// nobody or the place he went to.
func (r *reader) counterpart(e *event, p pair, actor quadstore.Ref) (bool, error) {
	other := p.target
	if other == actor {
		other = p.source
	}
	if other == 0 {
		return false, nil
	}
	kind, err := r.kind(other)
	return kind != schema.Place && !(e.relation == "travels-to" && kind == schema.State), err
}

// search finds candidates in the whole graph by the most selective index.
func (r *reader) search(f *Filter) ([]quadstore.Ref, error) {
	switch {
	case f.Place != "":
		return r.searchPlace(f.Place)
	case f.Since != "" || f.Until != "":
		return r.searchDays(f.Since, cmp.Or(f.Until, "9999-12-31"))
	case len(f.Relation) > 0:
		return r.searchValues(pRelation, func(s string) bool {
			rel := schema.RelationNamed(s)
			return rel != nil && (slices.Contains(f.Relation, rel.Name) || slices.Contains(f.Relation, rel.Root))
		})
	}
	return r.searchValues(pStatus, func(s string) bool { return slices.Contains(f.statuses(), schema.Status(s)) })
}

// searchValues lists the nodes that have a property with an admitted value.
func (r *reader) searchValues(p quad.IRI, admit func(string) bool) (found []quadstore.Ref, err error) {
	_, objects, err := r.values(p, admit)
	if err != nil {
		return nil, err
	}
	for _, object := range objects {
		subjects, err := r.subjects(p, object)
		if err != nil {
			return nil, err
		}
		found = append(found, subjects...)
	}
	slices.Sort(found)
	return slices.Compact(found), nil
}

// values lists the admitted values of a property.
func (r *reader) values(p quad.IRI, admit func(string) bool) (pred quadstore.Ref, admitted []quadstore.Ref, err error) {
	if pred, err = r.Ref(p); err != nil || pred == 0 {
		return 0, nil, err
	}
	for object, err := range r.Objects(pred) {
		if err != nil {
			return 0, nil, err
		}
		v, err := r.Value(object)
		if err != nil {
			return 0, nil, err
		}
		if admit(plain(v)) {
			admitted = append(admitted, object)
		}
	}
	return pred, admitted, nil
}

// searchDays lists the events whose days overlap a window: those that begin
// before its end and end after its beginning, and those reported in it.
func (r *reader) searchDays(since, until string) ([]quadstore.Ref, error) {
	begun, err := r.searchValues(pFrom, func(day string) bool { return day <= until })
	if err != nil {
		return nil, err
	}
	ended, err := r.searchValues(pTo, func(day string) bool { return day >= since })
	if err != nil {
		return nil, err
	}
	inside := func(day string) bool { return since <= day && day <= until }
	found := intersection(begun, ended)
	for _, p := range []quad.IRI{pFrom, pTo, pReported} { // with only one of the days, too
		more, err := r.searchValues(p, inside)
		if err != nil {
			return nil, err
		}
		found = append(found, more...)
	}
	slices.Sort(found)
	return slices.Compact(found), nil
}

// searchPlace lists the events at places of a name.
func (r *reader) searchPlace(place string) (found []quadstore.Ref, err error) {
	pred, err := r.Ref(pPlace)
	if err != nil || pred == 0 {
		return nil, err
	}
	for object, err := range r.Objects(pred) {
		if err != nil {
			return nil, err
		}
		a, err := r.actor(object)
		if err != nil {
			return nil, err
		}
		if a.ID != place && fold(a.Name) != fold(place) {
			continue
		}
		events, err := r.subjects(pPlace, object)
		if err != nil {
			return nil, err
		}
		found = append(found, events...)
	}
	slices.Sort(found)
	return slices.Compact(found), nil
}
