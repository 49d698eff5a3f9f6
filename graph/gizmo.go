package graph

import (
	"context"
	_ "embed"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
	"sync"
	"time"

	cayley "github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/cayley/graph/iterator"
	"github.com/cayleygraph/cayley/query"
	"github.com/cayleygraph/cayley/query/gizmo"
	"github.com/cayleygraph/cayley/query/shape"
	"github.com/cayleygraph/quad"
	"github.com/entente-kg/entente/graph/quadstore"
	"github.com/entente-kg/entente/schema"
)

// QueryOptions bound a query.
type QueryOptions struct {
	Limit   int           // rows; 0 for all
	Timeout time.Duration // 0 for none
	IRIs    bool          // show nodes as full IRIs instead of names
	Params  map[string]string
}

// QueryError is a query that failed: bad syntax, an unknown name or method.
type QueryError struct{ Err error }

func (e *QueryError) Error() string { return e.Err.Error() }
func (e *QueryError) Unwrap() error { return e.Err }

// LimitError says that a query was stopped.
type LimitError struct{ What string }

func (e *LimitError) Error() string { return "the query was stopped: " + e.What }

// Result is one row of a query: columns to values. Values are strings,
// numbers, booleans, or what the script emitted. The column of the path's own
// result is called "id", as in cayley.
type Result map[string]any

// Query runs a Gizmo script and calls row with every result. The script may
// use names wherever cayley wants the IRI of a node or a predicate; see
// gizmo/names.js for the rule. It cannot write.
func (s *Store) Query(ctx context.Context, script string, o QueryOptions, row func(Result) error) error {
	if o.Timeout > 0 {
		var cancel context.CancelFunc
		ctx, cancel = context.WithTimeoutCause(ctx, o.Timeout, &LimitError{What: fmt.Sprintf("it ran longer than %s", o.Timeout)})
		defer cancel()
	}
	return s.view(ctx, func(v quadstore.View) error {
		return s.query(ctx, newReader(ctx, v), script, o, row)
	})
}

func (s *Store) query(ctx context.Context, r *reader, script string, o QueryOptions, row func(Result) error) error {
	cayleys, err := s.quads.Cayley()
	if err != nil {
		return err
	}
	qs := &namedStore{QuadStore: cayleys, names: r}
	session := gizmo.NewSession(qs)
	prelude, err := preludeFor(o.Params)
	if err != nil {
		return err
	}
	if err := qs.run(ctx, session, prelude, -1, nil); err != nil {
		return fmt.Errorf("preparing the query: %w", err)
	}
	limit := o.Limit
	if limit == 0 {
		limit = -1
	}
	err = qs.run(ctx, session, script, limit, func(r *gizmo.Result) error {
		result, err := qs.result(r, o.IRIs)
		if err != nil || result == nil {
			return err
		}
		return row(result)
	})
	if cause := context.Cause(ctx); err != nil && cause != nil && errors.Is(err, ctx.Err()) {
		return cause
	}
	return err
}

//go:embed gizmo/names.js
var namesJS string

// preludeFor is what runs before a script: names.js and the parameters.
func preludeFor(params map[string]string) (string, error) {
	literals, err := json.Marshal(literalProperties())
	if err != nil {
		return "", err
	}
	values, err := json.Marshal(params)
	if err != nil {
		return "", err
	}
	if params == nil {
		values = []byte("{}")
	}
	return "var LITERALS = " + string(literals) + "; var params = " + string(values) + ";\n" + namesJS, nil
}

// literalProperties lists the properties that lead to literals.
func literalProperties() []string {
	var names []string
	for _, p := range []quad.IRI{
		pStatus, pFrom, pTo, pReported, pRule, pTrigger, pCue, pDateText, pConfidence, pMode, pCAMEO, pQuadClass, pDetail, pRole,
		pText, pStart, pEnd, pTitle, pURL, pPublisher, pPublished, pHash,
		pName, pAlias, pKind, pCountry, pSector, pSectors, pWikidata, pKnown,
	} {
		names = append(names, short(p), string(p))
	}
	return names
}

// run executes one script in a session. Every deadline and error of ours is
// checked: cayley reports a bad query only at the end of its results.
func (qs *namedStore) run(ctx context.Context, session *gizmo.Session, script string, limit int, row func(*gizmo.Result) error) error {
	it, err := session.Execute(ctx, script, query.Options{Collation: query.Raw, Limit: limit})
	if err != nil {
		return &QueryError{err}
	}
	for it.Next(ctx) {
		r, ok := it.Result().(*gizmo.Result)
		if !ok || r == nil || row == nil || r.Meta {
			continue
		}
		if err := row(r); err != nil {
			return errors.Join(err, it.Close())
		}
	}
	// Not closed: that would interrupt the session's next script.
	switch err := it.Err(); {
	case qs.failed != nil:
		return &QueryError{qs.failed}
	case err != nil && ctx.Err() != nil:
		return ctx.Err()
	case err != nil:
		return &QueryError{err}
	}
	return nil
}

// namedStore is cayley's view of the store in which the nodes <name:…> and
// <predicate:…> stand for what they resolve to. It is for one query.
type namedStore struct {
	cayley.QuadStore
	mu     sync.Mutex // the script runs in a goroutine of its own
	names  *reader
	failed error // the first name that did not resolve
}

var _ shape.Optimizer = (*namedStore)(nil)

// Unwrap returns the store whose refs these are.
func (qs *namedStore) Unwrap() cayley.QuadStore { return qs.QuadStore }

// OptimizeShape hands on to the planner.
func (qs *namedStore) OptimizeShape(ctx context.Context, s shape.Shape) (shape.Shape, bool) {
	if lookup, ok := s.(shape.Lookup); ok {
		return qs.lookup(lookup)
	}
	if o, ok := qs.QuadStore.(shape.Optimizer); ok {
		return o.OptimizeShape(ctx, s)
	}
	return s, false
}

func (qs *namedStore) lookup(vals shape.Lookup) (shape.Shape, bool) {
	var refs shape.Fixed
	for _, v := range vals {
		ref, err := qs.ValueOf(v)
		if err != nil {
			return failing{err}, true
		}
		if ref != nil {
			refs.Add(ref)
		}
	}
	if len(refs) == 0 {
		return shape.Null{}, true
	}
	return refs, true
}

// failing is a shape whose iterator is an error.
type failing struct{ err error }

func (f failing) BuildIterator(cayley.QuadStore) iterator.Shape                 { return iterator.NewError(f.err) }
func (f failing) Optimize(context.Context, shape.Optimizer) (shape.Shape, bool) { return f, false }

// ValueOf resolves names, predicates and short IRIs.
func (qs *namedStore) ValueOf(v quad.Value) (cayley.Ref, error) {
	iri, ok := v.(quad.IRI)
	if !ok {
		return qs.QuadStore.ValueOf(v)
	}
	qs.mu.Lock()
	full, err := qs.resolve(string(iri))
	defer qs.mu.Unlock()
	if err != nil {
		if qs.failed == nil {
			qs.failed = err
		}
		return nil, err
	}
	return qs.QuadStore.ValueOf(full)
}

func (qs *namedStore) resolve(iri string) (quad.IRI, error) {
	if name, ok := strings.CutPrefix(iri, "name:"); ok {
		r, err := qs.names.resolve(name)
		return node(r.ID), err
	}
	if name, ok := strings.CutPrefix(iri, "predicate:"); ok {
		return predicateNamed(name)
	}
	if name, ok := strings.CutPrefix(iri, "class:"); ok {
		if _, root := schema.RootNamed(strings.ToUpper(name)); root {
			return plover + quad.IRI(strings.ToUpper(name)), nil
		}
		return quad.IRI(schema.Expand(name)), nil
	}
	return quad.IRI(schema.Expand(iri)), nil
}

// UnknownPredicateError says that a word is neither a relation nor a property.
type UnknownPredicateError struct {
	Name    string
	Nearest []string
}

func (e *UnknownPredicateError) Error() string {
	if len(e.Nearest) == 0 {
		return fmt.Sprintf("there is no predicate %q", e.Name)
	}
	return fmt.Sprintf("there is no predicate %q; did you mean %s?", e.Name, strings.Join(e.Nearest, " or "))
}

// predicateNamed finds a predicate by its short name; "spoke with" and
// "spoke_with" are spoke-with.
func predicateNamed(name string) (quad.IRI, error) {
	if strings.Contains(name, ":") {
		return quad.IRI(schema.Expand(name)), nil
	}
	wanted := strings.NewReplacer(" ", "-", "_", "-").Replace(strings.ToLower(name))
	e := &UnknownPredicateError{Name: name}
	for _, p := range Predicates() {
		if p == wanted {
			return quad.IRI(schema.Expand(p)), nil
		}
		if similarity(wanted, p) > 0.85 {
			e.Nearest = append(e.Nearest, p)
		}
	}
	return "", e
}

// Predicates lists every predicate by its short name, sorted: the relations
// and the properties of events, articles and actors.
func Predicates() []string {
	names := []string{"rdf:type"}
	for _, r := range schema.Relations() {
		names = append(names, r.Name)
	}
	for _, p := range []quad.IRI{
		pRelation, pActor, pRecipient, pPlace, pSpeaker, pEvidence, pSubject, pObject, pMentions, pProfile, pSameAs,
	} {
		names = append(names, short(p))
	}
	for _, p := range literalProperties() {
		if !strings.Contains(p, "://") {
			names = append(names, p)
		}
	}
	slices.Sort(names)
	return slices.Compact(names)
}

// result turns refs into what is shown.
func (qs *namedStore) result(r *gizmo.Result, iris bool) (Result, error) {
	if r.Tags == nil {
		return Result{"value": r.Val}, nil
	}
	out := Result{}
	for tag, ref := range r.Tags {
		v, err := qs.NameOf(ref)
		if err != nil {
			return nil, err
		}
		if v != nil {
			out[tag], err = qs.show(v, iris)
			if err != nil {
				return nil, err
			}
		}
	}
	return out, nil
}

// show gives a value the form of a result: names for actors, short IRIs for
// other nodes, days for times at midnight.
func (qs *namedStore) show(v quad.Value, iris bool) (any, error) {
	switch v := v.(type) {
	case quad.IRI:
		if iris {
			return string(v), nil
		}
		return qs.nameOf(v)
	case quad.Int, quad.Float, quad.Bool:
		return v.Native(), nil
	case quad.BNode:
		return v.String(), nil
	}
	return plain(v), nil
}

// nameOf returns the name of an actor, the short IRI of another node.
func (qs *namedStore) nameOf(iri quad.IRI) (string, error) {
	id := short(iri)
	if !strings.HasPrefix(id, "actor:") && !strings.HasPrefix(id, "place:") {
		return id, nil
	}
	qs.mu.Lock()
	defer qs.mu.Unlock()
	ref, err := qs.names.Ref(iri)
	if err != nil || ref == 0 {
		return id, err
	}
	return qs.names.name(ref)
}
