package graph

import (
	"context"
	_ "embed"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/cayleygraph/cayley/query"
	"github.com/cayleygraph/cayley/query/gizmo"
	"github.com/entente-kg/entente/graph/quadstore"
	"github.com/entente-kg/entente/schema"
)

// QueryOptions bound a query.
type QueryOptions struct {
	Limit   int           // rows; 0 for all
	Timeout time.Duration // 0 for none
	IRIs    bool          // show nodes as full IRIs instead of names
	Params  map[string]string
	Lang    string            // "gizmo" (or empty), "graphql" or "mql"
	Explain func(step string) `json:"-"` // called with what a name became and which index a step reads
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

// Query runs a script and calls row with every result. A Gizmo script may use
// names wherever cayley wants the IRI of a node or a predicate; see
// gizmo/names.js for the rule, and gizmo/helpers.js for functions it can call.
// In GraphQL and MQL a name stands in angle brackets: <Antony Blinken>,
// <spoke-with>. No script can write, read files or reach the network.
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
	qs := &namedStore{QuadStore: cayleys, names: r, explain: o.Explain}
	if o.Lang != "" && o.Lang != gizmo.Name {
		return qs.runOther(ctx, script, o, row)
	}
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
	rows := 0
	err = qs.run(ctx, session, script, limit, func(r *gizmo.Result) error {
		result, err := qs.result(r, o.IRIs)
		if err != nil || result == nil {
			return err
		}
		if err := row(result); err != nil {
			return err
		}
		if rows++; rows == o.Limit { // cayley does not count what a script emits
			return errEnough
		}
		return nil
	})
	if errors.Is(err, errEnough) {
		return nil
	}
	return stopped(ctx, err)
}

// errEnough ends a query that has given as many rows as were asked for.
var errEnough = errors.New("enough rows")

// stopped puts the reason in the place of "context deadline exceeded".
func stopped(ctx context.Context, err error) error {
	if cause := context.Cause(ctx); err != nil && cause != nil && errors.Is(err, ctx.Err()) {
		return cause
	}
	return err
}

var (
	//go:embed gizmo/names.js
	namesJS string
	//go:embed gizmo/helpers.js
	helpersJS string
)

// Helpers returns the functions a Gizmo query can call, as documented JavaScript.
func Helpers() string { return helpersJS }

// preludeFor is what runs before a script: the names, the helpers and the parameters.
func preludeFor(params map[string]string) (string, error) {
	var relations []string
	for _, r := range schema.Relations() {
		if !r.Standing {
			relations = append(relations, r.Name)
		}
	}
	if params == nil {
		params = map[string]string{}
	}
	var b strings.Builder
	for _, v := range []struct {
		name  string
		value any
	}{{"LITERALS", literalProperties()}, {"RELATIONS", relations}, {"params", params}} {
		data, err := json.Marshal(v.value)
		if err != nil {
			return "", err
		}
		fmt.Fprintf(&b, "var %s = %s;\n", v.name, data)
	}
	return b.String() + namesJS + helpersJS, nil
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
