package graph

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"
	"unicode"

	"github.com/cayleygraph/quad"
	"github.com/entente-kg/entente/graph/quadstore"
	"github.com/entente-kg/entente/schema"
	"github.com/xrash/smetrics"
)

// Candidate is an actor a name may stand for.
type Candidate struct {
	ID   string
	Name string
	Kind schema.Kind
}

// Resolution is the actor a name stands for and how it was found.
type Resolution struct {
	Candidate
	By string // "id", "name", "alias" or "last name"
}

// UnknownNameError says that no actor of the store has that name.
type UnknownNameError struct {
	Name    string
	Nearest []Candidate // most similar first, at most five
}

func (e *UnknownNameError) Error() string {
	if len(e.Nearest) == 0 {
		return fmt.Sprintf("nobody in the store is called %q", e.Name)
	}
	return fmt.Sprintf("nobody in the store is called %q; did you mean %s?", e.Name, candidateList(e.Nearest, " or "))
}

// AmbiguousNameError says that several actors have that name.
type AmbiguousNameError struct {
	Name       string
	Candidates []Candidate // by name
}

func (e *AmbiguousNameError) Error() string {
	return fmt.Sprintf("%q may be %s: use the full name or the id", e.Name, candidateList(e.Candidates, " or "))
}

func candidateList(cs []Candidate, last string) string {
	var b strings.Builder
	for i, c := range cs {
		switch {
		case i == 0:
		case i == len(cs)-1:
			b.WriteString(last)
		default:
			b.WriteString(", ")
		}
		fmt.Fprintf(&b, "%s (%s)", c.Name, c.ID)
	}
	return b.String()
}

// Resolve finds the actor a name stands for. An ID ("actor:hanna-lind") or a
// full IRI, with or without angle brackets, stands for itself. Otherwise names
// go before aliases, aliases before last names, and actors before places;
// case, accents, punctuation and a leading "the" do not matter. The error is
// an *UnknownNameError or an *AmbiguousNameError when the name is at fault.
func (s *Store) Resolve(ctx context.Context, name string) (Resolution, error) {
	names, err := s.nameIndex(ctx)
	if err != nil {
		return Resolution{}, err
	}
	return names.resolve(name)
}

// unknown is the error for an id that is not there.
func (s *Store) unknown(ctx context.Context, name string) error {
	names, err := s.nameIndex(ctx)
	if err != nil {
		return err
	}
	return &UnknownNameError{Name: name, Nearest: names.nearest(name)}
}

// nameIndex is every name of every actor, folded.
type nameIndex struct {
	actors map[string]Candidate // by ID
	tiers  [3]map[string][]string
}

// tierNames says what the tiers of a nameIndex are.
func tierNames() [3]string { return [3]string{"name", "alias", "last name"} }

func (s *Store) nameIndex(ctx context.Context) (*nameIndex, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.names != nil {
		return s.names, nil
	}
	names := &nameIndex{actors: map[string]Candidate{}}
	for i := range names.tiers {
		names.tiers[i] = map[string][]string{}
	}
	if err := s.read(ctx, names.load); err != nil {
		return nil, err
	}
	s.names = names
	return names, nil
}

func (n *nameIndex) load(r *reader) error {
	pred, err := r.Ref(pName)
	if err != nil || pred == 0 {
		return err
	}
	for l, err := range r.Triples(quadstore.Pattern{quadstore.Predicate: pred}) {
		if err != nil {
			return err
		}
		if err := n.loadActor(r, l[quadstore.Subject]); err != nil {
			return err
		}
	}
	for _, tier := range n.tiers {
		for key, ids := range tier {
			slices.Sort(ids)
			tier[key] = slices.Compact(ids)
		}
	}
	return nil
}

func (n *nameIndex) loadActor(r *reader, ref quadstore.Ref) error {
	a, err := r.actor(ref)
	if err != nil {
		return err
	}
	if _, done := n.actors[a.ID]; done {
		return nil
	}
	n.actors[a.ID] = Candidate{ID: a.ID, Name: a.Name, Kind: a.Kind}
	n.enter(0, a.Name, a.ID)
	for _, alias := range a.Aliases {
		n.enter(1, alias, a.ID)
	}
	if words := strings.Fields(a.Name); a.Kind == schema.Person && len(words) > 1 {
		n.enter(2, words[len(words)-1], a.ID)
	}
	return nil
}

func (n *nameIndex) enter(tier int, name, id string) {
	if key := fold(name); key != "" {
		n.tiers[tier][key] = append(n.tiers[tier][key], id)
	}
}

// fold reduces a name to what is compared: lower case letters and digits of
// the Latin alphabet where there are such, words separated by one hyphen.
func fold(name string) string {
	return strings.TrimPrefix(schema.Slug(name), "the-")
}

func (n *nameIndex) resolve(name string) (Resolution, error) {
	if c, ok := n.byID(name); ok {
		return Resolution{Candidate: c, By: "id"}, nil
	}
	key := fold(name)
	for i, tier := range n.tiers {
		ids := n.preferActors(tier[key])
		switch len(ids) {
		case 0:
			continue
		case 1:
			return Resolution{Candidate: n.actors[ids[0]], By: tierNames()[i]}, nil
		}
		e := &AmbiguousNameError{Name: name}
		for _, id := range ids {
			e.Candidates = append(e.Candidates, n.actors[id])
		}
		slices.SortFunc(e.Candidates, func(a, b Candidate) int {
			return cmp.Or(cmp.Compare(a.Name, b.Name), cmp.Compare(a.ID, b.ID))
		})
		return Resolution{}, e
	}
	return Resolution{}, &UnknownNameError{Name: name, Nearest: n.nearest(name)}
}

func (n *nameIndex) byID(name string) (Candidate, bool) {
	id := strings.TrimSuffix(strings.TrimPrefix(name, "<"), ">")
	if c, ok := n.actors[id]; ok {
		return c, true
	}
	c, ok := n.actors[short(quad.IRI(id))]
	return c, ok
}

// preferActors drops places where there are actors of the same name.
func (n *nameIndex) preferActors(ids []string) []string {
	var actors []string
	for _, id := range ids {
		if n.actors[id].Kind != schema.Place {
			actors = append(actors, id)
		}
	}
	if len(actors) > 0 {
		return actors
	}
	return ids
}

// nearest lists the actors whose names are most like name, by Jaro-Winkler
// similarity of the folded names (boost 0.7, prefix 4, as Winkler published them).
func (n *nameIndex) nearest(name string) []Candidate {
	const enough, most = 0.82, 5
	type scored struct {
		Candidate
		score float64
	}
	key := fold(name[strings.IndexByte(name, ':')+1:])
	best := map[string]float64{}
	for _, tier := range n.tiers {
		for other, ids := range tier {
			score := similarity(key, other)
			if score < enough {
				continue
			}
			for _, id := range ids {
				best[id] = max(best[id], score)
			}
		}
	}
	var list []scored
	for id, score := range best {
		list = append(list, scored{n.actors[id], score})
	}
	slices.SortFunc(list, func(a, b scored) int {
		return cmp.Or(-cmp.Compare(a.score, b.score), cmp.Compare(a.ID, b.ID))
	})
	var nearest []Candidate
	for _, s := range list[:min(len(list), most)] {
		nearest = append(nearest, s.Candidate)
	}
	return nearest
}

// similarity is 0 where a length or first letter rules a likeness out.
func similarity(a, b string) float64 {
	if a == "" || b == "" || len(a) > 2*len(b) || len(b) > 2*len(a) {
		return 0
	}
	if strings.IndexFunc(a+b, func(r rune) bool { return r > unicode.MaxASCII }) >= 0 && a[0] != b[0] {
		return 0
	}
	return smetrics.JaroWinkler(a, b, 0.7, 4)
}
