package identity

import (
	"cmp"
	"slices"
	"strings"

	"github.com/entente-kg/entente/schema"
)

// Describe gives the Identity the descriptions of actors under whose ID others
// stand, so that Apply can write their names. Call it before the first Apply. Of
// several descriptions of one that from reference data is taken, or the first in
// the alphabet: the order in which they come cannot matter.
func (x *Identity) Describe(actors []schema.Actor) {
	for _, a := range actors {
		if old, ok := x.kept[a.ID]; !ok || describes(a, old) {
			x.kept[a.ID] = a
		}
	}
}

// describes reports whether an actor is described by a rather than by b.
func describes(a, b schema.Actor) bool {
	return cmp.Or(
		TrueFirst(a.Known, b.Known), cmp.Compare(a.Name, b.Name), cmp.Compare(a.Kind, b.Kind), cmp.Compare(a.Country, b.Country),
		slices.Compare(a.Sectors, b.Sectors), cmp.Compare(a.Wikidata, b.Wikidata), slices.Compare(a.Aliases, b.Aliases),
	) < 0
}

// Touches reports whether Apply would change the extraction.
func (x *Identity) Touches(e schema.Extraction) bool {
	return slices.ContainsFunc(e.Actors, func(a schema.Actor) bool {
		return x.Canonical(a.ID) != a.ID || x.Rejected(a.ID) || len(x.aliases[a.ID]) > 0
	})
}

// Apply rewrites an extraction by what was decided: joined actors stand under
// the ID they are kept under, rejected ones are taken out, and an event left
// without actors goes with them. Applying it twice changes nothing more.
func (x *Identity) Apply(e schema.Extraction) schema.Extraction {
	e.Actors = x.actors(e.Actors)
	var events []schema.Event
	for _, ev := range e.Events {
		ev.Actors, ev.Recipients = x.participants(ev.Actors), x.participants(ev.Recipients)
		ev.Place, ev.Speaker = x.participant(ev.Place), x.participant(ev.Speaker)
		if len(ev.Actors) > 0 {
			events = append(events, ev)
		}
	}
	var facts []schema.Fact
	for _, f := range e.Facts {
		if !x.Rejected(f.Subject) && (f.Object == "" || !x.Rejected(f.Object)) {
			f.Subject, f.Object = x.Canonical(f.Subject), x.Canonical(f.Object)
			facts = append(facts, f)
		}
	}
	e.Events, e.Facts = events, facts
	return e
}

// actors joins the descriptions of joined actors; the kept one's goes first.
func (x *Identity) actors(list []schema.Actor) []schema.Actor {
	byID := map[string]schema.Actor{}
	var ids []string
	for _, kept := range [...]bool{true, false} {
		for _, a := range list {
			id := x.Canonical(a.ID)
			if (a.ID == id) != kept || x.Rejected(a.ID) {
				continue
			}
			if old, ok := byID[id]; ok {
				byID[id] = merged(old, a)
				continue
			}
			a = x.under(a, id)
			byID[id] = merged(a, schema.Actor{Aliases: x.Aliases(id)})
			ids = append(ids, id)
		}
	}
	slices.Sort(ids)
	out := make([]schema.Actor, len(ids))
	for i, id := range ids {
		out[i] = byID[id]
	}
	return out
}

// under describes a by the ID it is kept under.
func (x *Identity) under(a schema.Actor, id string) schema.Actor {
	if a.ID == id {
		return a
	}
	if kept, ok := x.kept[id]; ok && kept.Name != a.Name {
		kept.Aliases = nil
		return merged(kept, a)
	}
	a.ID = id
	return a
}

// merged adds to a what b has more: spellings, and what a lacks.
func merged(a, b schema.Actor) schema.Actor {
	names := slices.Concat(a.Aliases, b.Aliases)
	if b.Name != "" {
		names = append(names, b.Name)
	}
	slices.Sort(names)
	a.Aliases = slices.DeleteFunc(slices.Compact(names), func(s string) bool { return s == a.Name || strings.TrimSpace(s) == "" })
	if len(a.Aliases) == 0 {
		a.Aliases = nil
	}
	if a.Country == "" {
		a.Country = b.Country
	}
	if len(a.Sectors) == 0 {
		a.Sectors = b.Sectors
	}
	if a.Wikidata == "" {
		a.Wikidata = b.Wikidata
	}
	a.Known = a.Known || b.Known
	return a
}

// participants rewrites one side of an event; two that are one share their mentions.
func (x *Identity) participants(list []schema.Participant) []schema.Participant {
	var out []schema.Participant
	for _, p := range list {
		q := x.participant(&p)
		if q == nil {
			continue
		}
		at := slices.IndexFunc(out, func(have schema.Participant) bool { return have.ID == q.ID })
		if at < 0 {
			out = append(out, *q)
			continue
		}
		out[at].Actor = merged(out[at].Actor, q.Actor)
		out[at].Mentions = slices.Concat(out[at].Mentions, q.Mentions)
	}
	return out
}

func (x *Identity) participant(p *schema.Participant) *schema.Participant {
	if p == nil || x.Rejected(p.ID) {
		return nil
	}
	q := *p
	q.Actor = x.under(p.Actor, x.Canonical(p.ID))
	return &q
}
