package graph

import (
	"fmt"
	"strings"

	"github.com/entente-kg/entente/graph/quadstore"
)

// location is a store URL taken apart.
type location struct {
	scheme string // "bolt", "pebble", "memory", "postgres"
	rest   string // path, or the whole URL for postgres
}

// UnknownStoreError says that a store URL names no kind of store that is offered.
type UnknownStoreError struct {
	URL, Why string
}

func (e *UnknownStoreError) Error() string {
	return fmt.Sprintf("store %q: %s; use PATH or bolt:PATH, pebble:PATH, memory: or postgres://…", e.URL, e.Why)
}

// parseURL reads "PATH", "bolt:PATH", "pebble:PATH", "memory:" or "postgres://…".
func parseURL(url string) (location, error) {
	scheme, rest, found := strings.Cut(url, ":")
	if !found || len(scheme) < 2 || strings.ContainsAny(scheme, "/.\\") {
		scheme, rest = "bolt", url // a plain path, or one with a drive letter
	}
	refuse := func(why string) (location, error) { return location{}, &UnknownStoreError{URL: url, Why: why} }
	switch scheme {
	case "bolt", "bbolt":
		scheme = "bolt"
	case "pebble":
	case "memory", "mem":
		return location{scheme: "memory"}, nil
	case "postgres", "postgresql":
		return location{scheme: "postgres", rest: url}, nil
	case "sqlite", "mysql", "cockroach", "cockroachdb":
		return refuse("cayley's " + scheme + " schema keeps one label a triple, so it loses which articles say a thing")
	default:
		return refuse("there is no kind of store named " + scheme)
	}
	if rest == "" {
		return refuse("the path is missing")
	}
	return location{scheme: scheme, rest: rest}, nil
}

func openQuads(url string, o Options) (quadstore.Store, error) {
	loc, err := parseURL(url)
	if err != nil {
		return nil, err
	}
	qo := quadstore.Options{ReadOnly: o.ReadOnly, Wait: o.Wait, Waiting: o.Waiting, Keys: nameKeys}
	switch loc.scheme {
	case "bolt":
		return quadstore.OpenBolt(loc.rest, qo)
	case "pebble":
		return quadstore.OpenPebble(loc.rest, qo)
	case "memory":
		return quadstore.OpenMemory(qo)
	}
	return quadstore.OpenPostgres(loc.rest, qo)
}
