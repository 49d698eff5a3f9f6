package graph

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"sync"

	cayley "github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/cayley/graph/iterator"
	"github.com/cayleygraph/cayley/graph/kv"
	"github.com/cayleygraph/cayley/query/gizmo"
	"github.com/cayleygraph/cayley/query/shape"
	"github.com/cayleygraph/quad"
	"github.com/entente-kg/entente/graph/quadstore"
	"github.com/entente-kg/entente/schema"
)

// namedStore is cayley's view of the store in which the nodes <name:…> and
// <predicate:…> stand for what they resolve to. It is for one query.
type namedStore struct {
	cayley.QuadStore
	mu     sync.Mutex // the script runs in a goroutine of its own
	names  *reader
	failed error // the first name that did not resolve
	// explain is told what a name became and which index a step reads; may be nil.
	explain func(string)
	said    map[string]bool
}

// say explains a step, once.
func (qs *namedStore) say(format string, args ...any) {
	if qs.explain == nil {
		return
	}
	step := fmt.Sprintf(format, args...)
	if qs.said == nil {
		qs.said = map[string]bool{}
	}
	if !qs.said[step] {
		qs.said[step] = true
		qs.explain(step)
	}
}

var _ shape.Optimizer = (*namedStore)(nil)

// Unwrap returns the store whose refs these are.
func (qs *namedStore) Unwrap() cayley.QuadStore { return qs.QuadStore }

// OptimizeShape hands on to the planner.
func (qs *namedStore) OptimizeShape(ctx context.Context, s shape.Shape) (shape.Shape, bool) {
	if lookup, ok := s.(shape.Lookup); ok {
		return qs.lookup(lookup)
	}
	o, ok := qs.QuadStore.(shape.Optimizer)
	if !ok || !quadstore.Planned(qs.QuadStore) {
		return s, false
	}
	better, changed := o.OptimizeShape(ctx, s)
	if changed && qs.explain != nil {
		for _, scan := range quadstore.Scans(better) {
			qs.say("scan %s", qs.describe(scan))
		}
	}
	return better, changed
}

// QuadIterator says which single direction is scanned.
func (qs *namedStore) QuadIterator(d quad.Direction, ref cayley.Ref) iterator.Shape {
	if qs.explain != nil {
		v, err := qs.NameOf(ref)
		if err == nil {
			qs.say("scan all quads with %s %s", d, short(v))
		}
	}
	return qs.QuadStore.QuadIterator(d, ref)
}

// describe says which index a scan reads and under what.
func (qs *namedStore) describe(scan quadstore.Scan) string {
	var under []string
	for i, name := range []string{"subject", "predicate", "object", "label"} {
		if scan.Bound[i] == 0 {
			continue
		}
		value := "?"
		if v, err := qs.NameOf(kv.Int64Value(scan.Bound[i])); err == nil && v != nil {
			if value = short(v); value == "" {
				value = v.String()
			}
		}
		under = append(under, name+" "+value)
	}
	if scan.Each != "" {
		under = append(under, "each "+scan.Each+" found")
	}
	return fmt.Sprintf("index %s under %s", scan.Index, strings.Join(under, ", "))
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

func (qs *namedStore) resolve(iri string) (quad.Value, error) {
	if name, ok := strings.CutPrefix(iri, "name:"); ok {
		return qs.resolveName(name)
	}
	if name, ok := strings.CutPrefix(iri, "predicate:"); ok {
		p, err := predicateNamed(name)
		return p, err
	}
	if name, ok := strings.CutPrefix(iri, "class:"); ok {
		if _, root := schema.RootNamed(strings.ToUpper(name)); root {
			return plover + quad.IRI(strings.ToUpper(name)), nil
		}
		return quad.IRI(schema.Expand(name)), nil
	}
	return qs.resolveBare(iri)
}

// resolveName reads a plain string: the name of an actor, or, where nobody is
// called so, a text of the store.
func (qs *namedStore) resolveName(name string) (quad.Value, error) {
	r, err := qs.names.resolve(name)
	var unknown *UnknownNameError
	if errors.As(err, &unknown) {
		if ref, failed := qs.names.Ref(text(name)); failed != nil || ref != 0 {
			return text(name), failed
		}
	}
	if err != nil {
		return nil, err
	}
	qs.say("%q is %s, by %s", name, r.ID, r.By)
	return node(r.ID), nil
}

// resolveBare reads what stood in angle brackets: a short or full IRI, the
// name of a predicate, or, where it is neither, the name of an actor.
func (qs *namedStore) resolveBare(iri string) (quad.Value, error) {
	full := quad.IRI(schema.Expand(iri))
	for _, exact := range []quad.IRI{full, quad.IRI(iri)} { // an IRI that was imported is not one of ours
		if ref, err := qs.names.Ref(exact); err != nil || ref != 0 {
			return exact, err
		}
	}
	if strings.Contains(iri, ":") || slices.Contains(Predicates(), iri) {
		return full, nil
	}
	if r, err := qs.names.resolve(iri); err == nil {
		qs.say("<%s> is %s, by %s", iri, r.ID, r.By)
		return node(r.ID), nil
	}
	return full, nil
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
