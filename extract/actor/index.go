package actor

import (
	"slices"
	"strings"

	"github.com/entente-kg/entente/schema"
)

// index finds entities by a word of their names, by their roles and by being
// spoken of lately, so that a long text costs no more a word than a short one.
type index struct {
	byWord map[string][]*entity
	byInit map[string][]*entity // bodies by the initials of a name
	byRole map[string][]*entity // by the last word of a role, and by the key of its office
	recent []*entity            // in order of mention; one may stand there more than once
}

// add files a new entity under its names and roles.
func (r *reading) add(e *entity) {
	r.byID[e.actor.ID] = e
	for _, f := range e.forms {
		r.index.name(e, f)
	}
	if e.actor.Kind == schema.Organisation && !e.generic {
		if key := initialsOf(e.actor.Name); len(key) > 2 {
			r.index.byInit[key] = put(r.index.byInit[key], e)
		}
	}
	if e.generic {
		r.index.name(e, formOf(e.actor.Name))
	}
	for i := range e.roles {
		r.index.role(e, &e.roles[i])
	}
}

// called gives an entity one more name.
func (r *reading) called(e *entity, f form) {
	e.forms = append(e.forms, f)
	r.index.name(e, f)
}

func (x *index) name(e *entity, f form) {
	for _, w := range f {
		x.byWord[w] = put(x.byWord[w], e)
	}
}

func (x *index) role(e *entity, held *role) {
	last := held.text[strings.LastIndexByte(held.text, ' ')+1:]
	x.byRole[last] = put(x.byRole[last], e)
	if head, _, of := strings.Cut(held.text, " of "); of { // "the secretary" of state
		x.byRole[head] = put(x.byRole[head], e)
	}
	if held.office != nil {
		x.byRole[held.office.Key] = put(x.byRole[held.office.Key], e)
	}
}

// initialsOf returns the first letters of a name's words, "of" and its like left out.
func initialsOf(name string) string {
	var b strings.Builder
	for w := range strings.FieldsSeq(lower(name)) {
		if w != "of" && w != "the" && w != "and" && w != "for" && w != "on" {
			b.WriteByte(w[0])
		}
	}
	return b.String()
}

func put(list []*entity, e *entity) []*entity {
	if slices.Contains(list, e) {
		return list
	}
	return append(list, e)
}

// named lists the entities that have the last word of f in a name.
func (x *index) named(f form) []*entity {
	if len(f) == 0 {
		return nil
	}
	return x.byWord[f[len(f)-1]]
}

// holders lists the entities whose roles may answer the title.
func (x *index) holders(t *title) []*entity {
	last := t.text[strings.LastIndexByte(t.text, ' ')+1:]
	out := x.byRole[last]
	keys := []string{t.agent.lemma}
	if t.office != nil {
		keys = []string{t.office.Key, t.office.lemma}
	}
	for _, key := range keys {
		for _, e := range x.byRole[key] {
			if !slices.Contains(out, e) {
				out = append(slices.Clip(out), e)
			}
		}
	}
	return out
}

// seen notes a mention, and forgets those out of reach of any pronoun.
func (x *index) seen(e *entity, sent int) {
	if n := len(x.recent); n > 256 && x.recent[0].last.sent < sent-farthestSpeak {
		x.recent = slices.DeleteFunc(x.recent, func(e *entity) bool { return e.last.sent < sent-farthestSpeak })
	}
	if e.last.sent != sent {
		x.recent = append(x.recent, e)
	}
}

// lately lists the entities mentioned in this sentence or a few before, each once.
func (x *index) lately(sent int) []*entity {
	out := make([]*entity, 0, 16)
	for _, e := range slices.Backward(x.recent) {
		if sent-e.last.sent <= farthestSpeak {
			out = put(out, e)
		} else if len(out) > 64 {
			break
		}
	}
	return out
}
