package identity

import (
	"cmp"
	"slices"
	"strings"

	"github.com/entente-kg/entente/schema"
)

// Identity is the answer to which actor an ID stands for. It does not change
// once made.
type Identity struct {
	parent   map[string]string // ID → ID it was joined to
	why      map[string]string // joined ID → decision or rule
	rejected map[string]bool
	aliases  map[string][]string
	kept     map[string]schema.Actor // see Describe
	from     *joiner                 // what it was made from
}

// Candidate is a pair that may be one actor. A person decides.
type Candidate struct {
	A   string `json:"keep"` // actor IDs, A the one that would be kept
	B   string `json:"merge"`
	Why string `json:"why"`
}

// Canonical returns the ID under which the actor is kept: its own if nothing
// was joined.
func (x *Identity) Canonical(id string) string {
	for {
		up, ok := x.parent[id]
		if !ok {
			return id
		}
		id = up
	}
}

// Joined lists the IDs that stand for another, sorted.
func (x *Identity) Joined() []string {
	out := make([]string, 0, len(x.parent))
	for id := range x.parent {
		out = append(out, id)
	}
	slices.Sort(out)
	return out
}

// Why says what joined the ID to the one it is kept under: "decision 3" or
// "rule same-name".
func (x *Identity) Why(id string) string { return x.why[id] }

// Rejected reports whether people said that this is no actor.
func (x *Identity) Rejected(id string) bool { return x.rejected[x.Canonical(id)] || x.rejected[id] }

// Aliases lists the names people gave the actor, sorted.
func (x *Identity) Aliases(id string) []string { return x.aliases[x.Canonical(id)] }

// Candidates lists the pairs a person should look at, sorted.
func (x *Identity) Candidates() []Candidate { return x.from.look() }

// Resolution is what becomes of an actor.
type Resolution struct {
	To       string        // the ID under which it is kept
	Rejected bool          // people said that it is no actor
	Aliases  []string      // names that people gave it
	Kept     *schema.Actor // who is kept under that ID, where it is another's
}

// Resolve says what becomes of an actor; false when it stays as it is.
func (x *Identity) Resolve(id string) (Resolution, bool) {
	r := Resolution{To: x.Canonical(id), Rejected: x.Rejected(id), Aliases: x.Aliases(id)}
	if kept, known := x.kept[r.To]; known && r.To != id {
		kept.Aliases = nil
		r.Kept = &kept
	}
	return r, r.To != id || r.Rejected || len(r.Aliases) > 0
}

// Resolved is the Identity of actors of which it is known what becomes of each,
// as Resolve said it.
func Resolved(actors map[string]Resolution) *Identity {
	x := newIdentity()
	for id, r := range actors {
		if r.To != id {
			x.parent[id] = r.To
		}
		if r.Rejected {
			x.rejected[id] = true
		}
		if len(r.Aliases) > 0 {
			x.aliases[r.To] = r.Aliases
		}
		if r.Kept != nil {
			x.kept[r.To] = *r.Kept
		}
	}
	return x
}

func newIdentity() *Identity {
	return &Identity{
		parent: map[string]string{}, why: map[string]string{}, rejected: map[string]bool{}, aliases: map[string][]string{},
		kept: map[string]schema.Actor{},
	}
}

// Join decides which of the actors are one. Facts are the roles that articles
// state. The result depends on the sets of actors and facts and on the journal,
// not on the order of the first two.
func Join(actors []schema.Actor, facts []schema.Fact, j *Journal) *Identity {
	b := newJoiner(actors, facts)
	b.decide(j)
	b.rules()
	b.finish(j)
	return b.out
}

// joiner builds an Identity.
type joiner struct {
	out    *Identity
	actors []*profile
	byID   map[string]*profile
	apart  map[[2]string]bool
}

// profile is what is known of one actor.
type profile struct {
	schema.Actor
	keys  [][]string // folded words of each name
	roles map[string]bool
	torn  bool // articles give it different countries: nothing is sure of it
}

func newJoiner(actors []schema.Actor, facts []schema.Fact) *joiner {
	b := &joiner{
		out:   newIdentity(),
		byID:  map[string]*profile{},
		apart: map[[2]string]bool{},
	}
	for i := range actors {
		b.file(&actors[i])
	}
	slices.SortFunc(b.actors, func(x, y *profile) int { return cmp.Compare(x.ID, y.ID) })
	for _, p := range b.actors {
		if p.torn {
			p.Country = ""
		}
		for _, name := range append([]string{p.Name}, p.Aliases...) {
			p.keys = append(p.keys, strings.Fields(schema.NameKey(name)))
		}
	}
	for _, f := range facts {
		if p := b.byID[f.Subject]; p != nil && f.Relation == "holds-role" {
			p.roles[f.Role+"@"+f.Object] = true
		}
	}
	return b
}

// file adds one article's description of an actor to what others say of it. Of
// two names the first in the alphabet is kept, and where they differ in the
// country there is none: both do not depend on the order of the articles.
func (b *joiner) file(a *schema.Actor) {
	p := b.byID[a.ID]
	if p == nil {
		p = &profile{Actor: *a, roles: map[string]bool{}}
		b.byID[a.ID] = p
		b.actors = append(b.actors, p)
		return
	}
	if a.Country != p.Country && a.Country != "" && p.Country != "" {
		p.torn = true
	}
	p.Country = cmp.Or(p.Country, a.Country)
	names := slices.Concat(p.Aliases, a.Aliases, []string{p.Name, a.Name})
	slices.Sort(names)
	p.Name = min(p.Name, a.Name)
	p.Aliases = slices.DeleteFunc(slices.Compact(names), func(s string) bool { return s == p.Name })
	p.Known = p.Known || a.Known
}

// decide applies the standing decisions of people, oldest first.
func (b *joiner) decide(j *Journal) {
	if j == nil {
		return
	}
	standing := j.Standing()
	for _, d := range standing {
		if d.Verb == Split {
			b.apart[pair(d.Actor, d.Other)] = true
		}
	}
	for _, d := range standing {
		switch d.Verb {
		case Merge:
			b.join(d.Actor, d.Other, "decision "+itoa(d.Number))
		case Reject:
			b.out.rejected[d.Actor] = true
		}
	}
}

// join makes a stand for b, unless they are one already or kept apart.
func (b *joiner) join(from, to, why string) {
	from, to = b.out.Canonical(from), b.out.Canonical(to)
	if from == to || b.keptApart(from, to) {
		return
	}
	b.out.parent[from] = to
	b.out.why[from] = why
}

// keptApart reports whether people keep any two apart that the join would put together.
func (b *joiner) keptApart(x, y string) bool {
	for p := range b.apart {
		c, d := b.out.Canonical(p[0]), b.out.Canonical(p[1])
		if c == x && d == y || c == y && d == x {
			return true
		}
	}
	return false
}

func (b *joiner) finish(j *Journal) {
	if j != nil {
		for _, d := range j.Standing() {
			if d.Verb == Alias {
				id := b.out.Canonical(d.Actor)
				b.out.aliases[id] = append(b.out.aliases[id], d.Name)
			}
		}
	}
	for id, names := range b.out.aliases {
		slices.Sort(names)
		b.out.aliases[id] = slices.Compact(names)
	}
	b.out.from = b
}

func pair(x, y string) [2]string {
	if x > y {
		x, y = y, x
	}
	return [2]string{x, y}
}
