package main

import (
	"slices"
	"strings"

	"github.com/entente-kg/entente/schema"
)

// found is a pairwise edge of an extracted event.
type found struct {
	event *schema.Event
	dyad  schema.Dyad
}

// pair is the IDs of both sides, in order where the relation is symmetric.
func (f found) pair() [2]string {
	ids := [2]string{f.dyad.Source.ID}
	if f.dyad.Target != nil {
		ids[1] = f.dyad.Target.ID
	}
	if r := schema.RelationNamed(f.event.Relation); r != nil && r.Symmetric && ids[1] < ids[0] {
		ids[0], ids[1] = ids[1], ids[0]
	}
	return ids
}

// edgesIn returns the pairwise edges of the events whose evidence begins in the
// span. An event with one participant has none.
func edgesIn(events []schema.Event, span schema.Span) []found {
	var out []found
	for i := range events {
		e := &events[i]
		if at := e.Evidence.Trigger.Start; at < span.Start || at >= span.End {
			continue
		}
		for _, d := range e.Dyads() {
			if d.Target != nil {
				out = append(out, found{e, d})
			}
		}
	}
	return out
}

// level says how much of an edge agrees with a statement.
type level int

const (
	nothing   level = iota
	sameRoot        // both actors, and the PLOVER root
	sameWords       // both actors and the relation
	right           // the status too
)

// compare tells how well an extracted edge agrees with a statement.
func (st Statement) compare(f found) level {
	if !st.sameActors(f) {
		return nothing
	}
	switch {
	case slices.Contains(st.Relations, f.event.Relation) && st.Status == f.event.Status:
		return right
	case slices.Contains(st.Relations, f.event.Relation):
		return sameWords
	case slices.ContainsFunc(st.Relations, func(r string) bool { return schema.RelationNamed(r).Root == f.event.Root }):
		return sameRoot
	}
	return nothing
}

// sameActors compares both sides; a symmetric relation may be read either way.
func (st Statement) sameActors(f found) bool {
	if names(f.dyad.Source, st.Actor) && names(f.dyad.Target, st.Recipient) {
		return true
	}
	return schema.RelationNamed(st.Relations[0]).Symmetric && names(f.dyad.Source, st.Recipient) && names(f.dyad.Target, st.Actor)
}

// names reports whether name is what the participant is called: by its display
// name, an alias, its ID, or, for people without a name of their own, words of
// a mention ("three opposition leaders from Mali").
func names(p *schema.Participant, name string) bool {
	want := schema.Slug(name)
	if p == nil || want == "" {
		return p == nil && want == ""
	}
	_, id, _ := strings.Cut(p.ID, ":")
	if schema.Slug(p.Name) == want || id == want {
		return true
	}
	for _, a := range p.Aliases {
		if schema.Slug(a) == want {
			return true
		}
	}
	if p.Kind != schema.Group && p.Wikidata != "" {
		return false
	}
	for _, m := range p.Mentions {
		if slug := "-" + schema.Slug(m.Text) + "-"; strings.Contains(slug, "-"+want+"-") {
			return true
		}
	}
	return false
}

// samePlace reports whether the event took place where the statement says.
func (st Statement) samePlace(e *schema.Event) bool {
	return e.Place != nil && names(e.Place, st.Place)
}

// sameDays reports whether the event took place when the statement says.
func (st Statement) sameDays(e *schema.Event) bool { return e.From == st.From && e.To == st.To }

// sameSpeaker reports whether the event is told by whom the statement says.
func (st Statement) sameSpeaker(e *schema.Event) bool {
	return e.Speaker != nil && names(e.Speaker, st.Speaker)
}
