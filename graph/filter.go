package graph

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/entente-kg/entente/schema"
)

// Filter narrows an answer. The zero Filter asks for what happened: statuses
// occurred and ongoing.
type Filter struct {
	// Since and Until are days, months ("2022-01") or years, inclusive. An event
	// counts when its days overlap; one without a date, when it was reported.
	Since, Until string
	Status       []schema.Status // empty for occurred and ongoing
	Relation     []string        // relations or PLOVER roots; empty for all
	With         string          // the other actor, a name or ID
	Place        string          // name or ID of the place
	Source       string          // publisher, or article ID
	Limit        int             // rows; 0 for all
	Reports      bool            // a row for every report, not every happening
	MinSources   int             // only happenings with as many independent sources
}

// FilterError says what in a filter cannot be.
type FilterError struct{ Field, Value, Why string }

func (e *FilterError) Error() string { return fmt.Sprintf("%s %q: %s", e.Field, e.Value, e.Why) }

// check normalises a filter and refuses what would silently find nothing.
func (f *Filter) check() error {
	var err error
	if f.Since, err = bound("since", f.Since, ""); err != nil {
		return err
	}
	if f.Until, err = bound("until", f.Until, "9999-12-31"); err != nil {
		return err
	}
	if f.Since != "" && f.Until != "" && f.Since > f.Until {
		return &FilterError{"since", f.Since, "is after until " + f.Until}
	}
	for _, s := range f.Status {
		if !slices.Contains(schema.Statuses[:], s) {
			return &FilterError{"status", string(s), "is none of " + joined(schema.Statuses[:])}
		}
	}
	relations := make([]string, len(f.Relation))
	for i, r := range f.Relation {
		name, err := relationOrRoot(r)
		if err != nil {
			return err
		}
		relations[i] = name
	}
	f.Relation = relations
	f.Status = f.statuses()
	return nil
}

func joined(statuses []schema.Status) string {
	var words []string
	for _, s := range statuses {
		words = append(words, string(s))
	}
	return strings.Join(words, ", ")
}

// bound checks a day and completes a month or year: to its last possible day
// when last is given.
func bound(field, s, last string) (string, error) {
	if s == "" {
		return "", nil
	}
	for _, layout := range []string{"2006", "2006-01", time.DateOnly} {
		if _, err := time.Parse(layout, s); err == nil {
			if last != "" {
				s += last[len(s):] // "2022-02-31" is no day, but sorts behind all of February
			}
			return s, nil
		}
	}
	return "", &FilterError{field, s, "is no day (2022-01-18), month (2022-01) or year"}
}

func relationOrRoot(name string) (string, error) {
	if root, ok := schema.RootNamed(strings.ToUpper(name)); ok {
		return root.Name, nil
	}
	iri, err := predicateNamed(name)
	if err != nil {
		return "", err
	}
	if word := short(iri); schema.RelationNamed(word) != nil {
		return word, nil
	}
	return "", &FilterError{"relation", name, "is a property, not a relation between actors"}
}

// admits reports whether an event passes the filter, as far as it can be told
// without its place and article.
func (f *Filter) admits(e *event) bool {
	first, last := e.days()
	switch {
	case !slices.Contains(f.statuses(), e.status),
		len(f.Relation) > 0 && !slices.Contains(f.Relation, e.relation) && !slices.Contains(f.Relation, e.root),
		f.Since != "" && (last == "" || last < f.Since),
		f.Until != "" && (first == "" || first > f.Until):
		return false
	}
	return true
}

// refuses reports whether what is known of an event so far rules it out.
func (f *Filter) refuses(e *event) bool {
	return e.status != "" && !slices.Contains(f.statuses(), e.status) ||
		len(f.Relation) > 0 && e.typed && e.relation != "" &&
			!slices.Contains(f.Relation, e.relation) && !slices.Contains(f.Relation, e.root)
}

// admitsRow checks what admits cannot.
func (f *Filter) admitsRow(row *Row) bool {
	switch {
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

// days returns the first and last day of an event; of one without a date, the
// day it was reported.
func (e *event) days() (first, last string) {
	return cmp.Or(e.from, e.to, e.reported), cmp.Or(e.to, e.from, e.reported)
}
