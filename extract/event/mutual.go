package event

import (
	"slices"
	"strings"

	"github.com/entente-kg/entente/schema"
)

// callsSo reports whether verb v says what its object is called: "called the president deranged", "called Lind a friend".
func (t *tree) callsSo(v int) bool {
	if x := t.child(v, "xcomp"); x >= 0 && !t.infinitive(x) {
		return true
	}
	o := t.obj(v)
	m := t.mention(o)
	if m == nil || m.Last >= len(t.Tokens) {
		return false
	}
	switch strings.ToLower(t.Tokens[m.Last].Form) {
	case "a", "an", "the", "one", "\"":
		return true
	}
	return false
}

// partner is the other of two after whom a "who" does something mutual: "between Lind and Berg, who
// last met in Riga".
func (t *tree) partner(m *match) []role {
	s := t.child(m.verb, "nsubj")
	if m.noun == m.verb || s < 0 || t.lemma(s) != "who" {
		return nil
	}
	last := m.actors[0].mention
	first := t.head(last.Head)
	if !t.is(last.Head, "conj") || first > last.Head || last.Last > s || !t.alike(last, t.mention(first)) {
		return nil
	}
	return t.roles(m, t.parties(first, asActor), asActor, m.actors)
}

// companions do with the subject what the verb says: "visited Riga alongside
// Vasile". In a mutual deed they are the other side.
func (t *tree) companions(m *match) []role {
	rel := schema.RelationNamed(m.rule.Relation)
	if len(m.actors) == 0 || m.noun >= 0 || rel.Symmetric || rel.Name != "travels-to" && rel.Root != "ASSAULT" {
		return nil
	}
	var found []party
	for _, k := range t.allAfter(m.verb, "alongside", nearReach+1) {
		found = append(found, t.parties(k, asActor)...)
	}
	return t.roles(m, distinct(found), asActor, m.actors)
}

// oppose sets the parties of a mutual deed against each other where the
// relation is told of one side and the other: "clashes between A and B".
func (t *tree) oppose(m *match) {
	if len(m.actors) == 2 && m.noun < 0 && (len(m.recipients) == 0 && t.eachOther(m.verb) || t.eachOthers(t.obj(m.verb))) {
		m.actors, m.recipients, m.mutually = m.actors[:1], m.actors[1:], true
		return
	}
	mutual := schema.RelationNamed(m.rule.Relation).Symmetric && !m.rule.Directed
	if m.rule.Frame != "reciprocal" || mutual || len(m.recipients) > 0 || len(m.actors) < 2 {
		return
	}
	m.mutually = len(m.actors) == 2 && !m.rule.Directed // in "clashes between A and B" neither comes first
	m.actors, m.recipients = m.actors[:1], m.actors[1:]
}

// eachOthers reports whether noun n is that of the subjects, of each the other's: "expelled each other's envoys".
func (t *tree) eachOthers(n int) bool {
	return n >= 0 && slices.ContainsFunc(t.children(n, "nmod"), func(k int) bool {
		return t.lemma(k) == "other" && k > 0 && t.lemma(k-1) == "each" || t.lemma(k) == "another" && k > 0 && t.lemma(k-1) == "one"
	})
}

// eachOther reports whether the object of verb v is its own subjects.
func (t *tree) eachOther(v int) bool {
	for _, k := range t.children(v, "obj", "iobj") {
		if w := strings.ToLower(t.Tokens[k].Form); k+1 < len(t.Tokens) && (w == "each" && t.lemma(k+1) == "other" || w == "one" && t.lemma(k+1) == "another") {
			return true
		}
		if t.lemma(k) == "other" && t.lemma(k-1) == "each" || t.lemma(k) == "another" && k > 0 && t.lemma(k-1) == "one" {
			return true
		}
	}
	return false
}
