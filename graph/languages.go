package graph

import (
	"context"
	"fmt"
	"strings"

	"github.com/cayleygraph/cayley/query"
	_ "github.com/cayleygraph/cayley/query/graphql" // registers itself with query
	_ "github.com/cayleygraph/cayley/query/mql"
	"github.com/cayleygraph/quad"
	"github.com/entente-kg/entente/schema"
)

// Languages lists the query languages.
func Languages() []string { return []string{"gizmo", "graphql", "mql"} }

// runOther executes a query in another language than Gizmo.
func (qs *namedStore) runOther(ctx context.Context, script string, o QueryOptions, row func(Result) error) error {
	session := query.NewSession(qs, o.Lang)
	if session == nil {
		return &QueryError{fmt.Errorf("there is no query language %q; there are %s", o.Lang, strings.Join(Languages(), ", "))}
	}
	it, err := session.Execute(ctx, script, query.Options{Collation: query.JSON, Limit: o.Limit})
	if err != nil {
		return &QueryError{err}
	}
	defer it.Close()
	for n := 0; it.Next(ctx) && (o.Limit <= 0 || n < o.Limit); n++ {
		shown, err := qs.showAny(it.Result(), o.IRIs)
		if err != nil {
			return err
		}
		result, ok := shown.(map[string]any)
		if !ok {
			result = Result{"value": shown}
		}
		if err := row(result); err != nil {
			return err
		}
	}
	switch err := it.Err(); {
	case qs.failed != nil:
		return &QueryError{qs.failed}
	case ctx.Err() != nil:
		return stopped(ctx, ctx.Err())
	case err != nil:
		return &QueryError{err}
	}
	return nil
}

// showAny gives every value inside a JSON result the form of a result.
func (qs *namedStore) showAny(v any, iris bool) (any, error) {
	switch v := v.(type) {
	case quad.Value:
		return qs.show(v, iris)
	case string:
		if iri := strings.Trim(v, "<>"); strings.HasPrefix(iri, schema.Base) {
			return qs.show(quad.IRI(iri), iris)
		}
		return v, nil
	case map[string]any:
		out := make(map[string]any, len(v))
		for key, value := range v {
			shown, err := qs.showAny(value, iris)
			if err != nil {
				return nil, err
			}
			out[schema.Shorten(strings.Trim(key, "<>"))] = shown
		}
		return out, nil
	case []map[string]any:
		return showEach(qs, v, iris)
	case []any:
		return showEach(qs, v, iris)
	}
	return v, nil
}

func showEach[T any](qs *namedStore, values []T, iris bool) ([]any, error) {
	out := make([]any, len(values))
	for i, value := range values {
		shown, err := qs.showAny(value, iris)
		if err != nil {
			return nil, err
		}
		out[i] = shown
	}
	return out, nil
}
