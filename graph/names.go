package graph

import (
	"cmp"
	"context"
	"fmt"
	"maps"
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
	By string // "id", "name", "alias", "last name" or "spelling"
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

// SameActorError says that a question about several actors names one twice.
type SameActorError struct{ ID, A, B string }

func (e *SameActorError) Error() string {
	return fmt.Sprintf("%q and %q are one and the same (%s): name another", e.A, e.B, e.ID)
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
// case, accents, punctuation and a leading "the" do not matter. A name that is
// none of these may be a person's in another spelling. The error is
// an *UnknownNameError or an *AmbiguousNameError when the name is at fault.
func (s *Store) Resolve(ctx context.Context, name string) (res Resolution, err error) {
	err = s.read(ctx, func(r *reader) error {
		res, err = r.resolve(name)
		return err
	})
	return res, err
}

// The tiers of names, in the order in which they count. A key of the store's
// key bucket is the letter of its tier and the folded name.
const tierLetters = "nal"

func tierName(letter byte) string {
	return map[byte]string{'n': "name", 'a': "alias", 'l': "last name"}[letter]
}

// nameKeys files the subject of a name or alias under it.
func nameKeys(q quad.Quad) []string {
	switch q.Predicate {
	case quad.Value(pAlias):
		return tierKeys('a', plain(q.Object))
	case quad.Value(pName):
		name := plain(q.Object)
		keys := tierKeys('n', name)
		if words := strings.Fields(name); len(words) > 1 {
			keys = append(keys, tierKeys('l', words[len(words)-1])...)
		}
		return keys
	}
	return nil
}

func tierKeys(letter byte, name string) []string {
	if key := fold(name); key != "" {
		return []string{string(letter) + key}
	}
	return nil
}

// fold reduces a name to what is compared: lower case letters and digits of
// the Latin alphabet where there are such, words separated by one hyphen.
func fold(name string) string {
	return strings.TrimPrefix(schema.Slug(name), "the-")
}

func (r *reader) resolve(name string) (Resolution, error) {
	if c, ok, err := r.byID(name); err != nil || ok {
		return Resolution{Candidate: c, By: "id"}, err
	}
	key := fold(name)
	for i := range len(tierLetters) {
		tier := tierLetters[i]
		candidates, err := r.filed(string(tier)+key+"\x00", tier == 'l')
		if err != nil {
			return Resolution{}, err
		}
		candidates = preferActors(candidates)
		switch len(candidates) {
		case 0:
		case 1:
			return Resolution{Candidate: candidates[0], By: tierName(tier)}, nil
		default:
			return Resolution{}, &AmbiguousNameError{Name: name, Candidates: candidates}
		}
	}
	switch candidates, err := r.bySpelling(name); {
	case err != nil:
		return Resolution{}, err
	case len(candidates) == 1:
		return Resolution{Candidate: candidates[0], By: "spelling"}, nil
	case len(candidates) > 1:
		return Resolution{}, &AmbiguousNameError{Name: name, Candidates: candidates}
	}
	return Resolution{}, r.unknown(name)
}

// filed lists the actors under a key, by name.
func (r *reader) filed(key string, personsOnly bool) (list []Candidate, err error) {
	for entry, err := range r.Keyed(key) {
		if err != nil {
			return nil, err
		}
		c, err := r.candidate(entry.Ref)
		if err != nil {
			return nil, err
		}
		if !personsOnly || c.Kind == schema.Person {
			list = append(list, c)
		}
	}
	slices.SortFunc(list, byName)
	return slices.Compact(list), nil
}

func byName(a, b Candidate) int {
	return cmp.Or(cmp.Compare(a.Name, b.Name), cmp.Compare(a.ID, b.ID))
}

func (r *reader) candidate(ref quadstore.Ref) (Candidate, error) {
	a, err := r.actor(ref)
	if err != nil {
		return Candidate{}, err
	}
	return Candidate{ID: a.ID, Name: a.Name, Kind: a.Kind}, nil
}

// byID finds an actor by its ID or IRI. Only what has a name is an actor.
func (r *reader) byID(name string) (c Candidate, ok bool, err error) {
	id := strings.TrimSuffix(strings.TrimPrefix(name, "<"), ">")
	for _, iri := range []quad.IRI{node(id), quad.IRI(id)} {
		ref, err := r.Ref(iri)
		if err != nil {
			return c, false, err
		}
		if ref == 0 || !strings.Contains(id, ":") {
			continue
		}
		names, err := r.objects(ref, pName)
		if err != nil {
			return c, false, err
		}
		if len(names) > 0 {
			c, err = r.candidate(ref)
			return c, err == nil, err
		}
	}
	return c, false, nil
}

// preferActors drops places where there are actors of the same name.
func preferActors(list []Candidate) []Candidate {
	var actors []Candidate
	for _, c := range list {
		if c.Kind != schema.Place {
			actors = append(actors, c)
		}
	}
	if len(actors) > 0 {
		return actors
	}
	return list
}

// unknown is the error for a name that is not there. The nearest are those
// whose names are most like it, by Jaro-Winkler similarity of the folded names
// (boost from 0.7, prefix 4, as Winkler published them).
func (r *reader) unknown(name string) error {
	const enough, otherwise, most = 0.82, 0.88, 5 // otherwise: where the first letters differ
	e := &UnknownNameError{Name: name}
	wanted := fold(name[strings.IndexByte(name, ':')+1:])
	best := map[quadstore.Ref]float64{}
	for entry, err := range r.Keyed("") {
		if err != nil {
			return err
		}
		key := entry.Key[1:]
		score := similarity(wanted, key)
		if core := coreOf(key); core != key {
			score = max(score, similarity(coreOf(wanted), core))
		}
		if score >= otherwise || score >= enough && sameStart(wanted, key) {
			best[entry.Ref] = max(best[entry.Ref], score)
		}
	}
	type scored struct {
		Candidate
		score float64
	}
	refs := slices.SortedFunc(maps.Keys(best), func(a, b quadstore.Ref) int { return -cmp.Compare(best[a], best[b]) })
	var list []scored
	for _, ref := range refs[:min(len(refs), 4*most)] { // equals beyond the most are sorted by ID below
		c, err := r.candidate(ref)
		if err != nil {
			return err
		}
		list = append(list, scored{c, best[ref]})
	}
	slices.SortFunc(list, func(a, b scored) int {
		return cmp.Or(-cmp.Compare(a.score, b.score), cmp.Compare(a.ID, b.ID))
	})
	for _, s := range list[:min(len(list), most)] {
		e.Nearest = append(e.Nearest, s.Candidate)
	}
	return e
}

// Names lists the names, then the aliases and last names, that begin with
// prefix, as typed in any case, at most limit of them: what a shell completes.
func (s *Store) Names(ctx context.Context, prefix string, limit int) (names []string, err error) {
	err = s.read(ctx, func(r *reader) error {
		for i := range len(tierLetters) {
			found, err := r.spelled(tierLetters[i], prefix, limit-len(names))
			if err != nil {
				return err
			}
			for _, name := range found {
				if !slices.Contains(names, name) {
					names = append(names, name)
				}
			}
		}
		return nil
	})
	return names, err
}

// spelled lists the spellings of a tier that begin so, sorted.
func (r *reader) spelled(tier byte, prefix string, limit int) (found []string, err error) {
	for entry, err := range r.Keyed(string(tier) + fold(prefix)) {
		if err != nil || len(found) >= limit {
			return found, err
		}
		a, err := r.actor(entry.Ref)
		if err != nil {
			return nil, err
		}
		spelling := spellingOf(a, tier, entry.Key[1:])
		if spelling != "" && !slices.Contains(found, spelling) {
			found = append(found, spelling)
		}
	}
	slices.Sort(found)
	return found, nil
}

// spellingOf finds what was folded to a key; "" where it does not stand for the actor.
func spellingOf(a *schema.Actor, tier byte, key string) string {
	switch tier {
	case 'n':
		return a.Name
	case 'l':
		if a.Kind != schema.Person {
			return ""
		}
		words := strings.Fields(a.Name)
		return words[len(words)-1]
	}
	for _, alias := range a.Aliases {
		if fold(alias) == key {
			return alias
		}
	}
	return ""
}

// sameStart reports whether two names begin with the same letter, or their cores do.
func sameStart(a, b string) bool { return a[0] == b[0] || coreOf(a)[0] == coreOf(b)[0] }

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
