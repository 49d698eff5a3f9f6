package graph

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"github.com/cayleygraph/quad"
	"github.com/entente-kg/entente/graph/identity"
	"github.com/entente-kg/entente/graph/quadstore"
	"github.com/entente-kg/entente/schema"
	"github.com/entente-kg/entente/schema/sketch"
)

// reader reads a snapshot in the terms of this package. It remembers actors
// and articles: the same few come again and again.
type reader struct {
	quadstore.View
	ctx      context.Context
	actors   map[quadstore.Ref]*schema.Actor
	articles map[quadstore.Ref]*schema.ArticleRef
	words    map[quadstore.Ref]string // dates, relations, names and the like as they are shown
	told     map[told]quadstore.Ref   // what all articles say alike of an actor
	sketches map[string]sketch.Sketch // by article ID
	ofEvents *fields                  // nil until an event is read
	ofPapers *fields                  // and an article
	ofActors *fields                  // and an actor
}

// told is a property of an actor.
type told struct {
	actor quadstore.Ref
	p     quad.IRI
}

func newReader(ctx context.Context, v quadstore.View) *reader {
	return &reader{
		View: v, ctx: ctx,
		actors:   map[quadstore.Ref]*schema.Actor{},
		articles: map[quadstore.Ref]*schema.ArticleRef{},
		words:    map[quadstore.Ref]string{},
		sketches: map[string]sketch.Sketch{},
		told:     map[told]quadstore.Ref{},
	}
}

// read runs f on a reader of a snapshot of the store.
func (s *Store) read(ctx context.Context, f func(*reader) error) error {
	return s.view(ctx, func(v quadstore.View) error {
		return f(newReader(ctx, v))
	})
}

// objects lists what a node has for a property, with the label of each.
func (r *reader) objects(subject quadstore.Ref, p quad.IRI) (links []quadstore.Link, err error) {
	pred, err := r.Ref(p)
	if err != nil || pred == 0 || subject == 0 {
		return nil, err
	}
	for l, err := range r.Links(quadstore.Pattern{subject, pred}) {
		if err != nil {
			return nil, err
		}
		links = append(links, l)
	}
	return links, nil
}

// text reads one literal property, "" when there is none.
func (r *reader) text(subject quadstore.Ref, p quad.IRI) (string, error) {
	links, err := r.objects(subject, p)
	if err != nil || len(links) == 0 {
		return "", err
	}
	v, err := r.Value(links[0][quadstore.Object])
	return plain(v), err
}

// subjects lists the nodes that have an object for a property.
func (r *reader) subjects(p quad.IRI, object quadstore.Ref) (refs []quadstore.Ref, err error) {
	pred, err := r.Ref(p)
	if err != nil || pred == 0 || object == 0 {
		return nil, err
	}
	for l, err := range r.Triples(quadstore.Pattern{0, pred, object}) {
		if err != nil {
			return nil, err
		}
		refs = append(refs, l[quadstore.Subject])
	}
	return refs, nil
}

// word reads a value that comes again and again: a date, a relation, a name.
func (r *reader) word(ref quadstore.Ref) (string, error) {
	if w, ok := r.words[ref]; ok {
		return w, nil
	}
	v, err := r.Value(ref)
	if err != nil {
		return "", err
	}
	w := plain(v)
	r.words[ref] = w
	return w, nil
}

func (r *reader) article(ref quadstore.Ref) (*schema.ArticleRef, error) {
	if a := r.articles[ref]; a != nil {
		return a, nil
	}
	if r.ofPapers == nil {
		f, err := r.fieldsOf(pURL, pTitle, pPublisher, pPublished, pHash)
		if err != nil {
			return nil, err
		}
		r.ofPapers = f
	}
	id, err := r.Value(ref)
	if err != nil {
		return nil, err
	}
	t := thing{}
	for l, err := range quadstore.Properties(r.View, ref, r.ofPapers.wanted) {
		if err != nil {
			return nil, err
		}
		v, err := r.Value(l[quadstore.Object])
		if err != nil {
			return nil, err
		}
		p := r.ofPapers.named[l[quadstore.Predicate]]
		t[p] = append(t[p], v)
	}
	iri, _ := id.(quad.IRI)
	a := t.article(iri)
	r.articles[ref] = &a
	return &a, nil
}

// actor reads an actor as all articles together describe it.
func (r *reader) actor(ref quadstore.Ref) (*schema.Actor, error) {
	if a := r.actors[ref]; a != nil {
		return a, nil
	}
	id, err := r.Value(ref)
	if err != nil {
		return nil, err
	}
	iri, _ := id.(quad.IRI)
	profiles, err := r.profiles(ref, iri)
	if err != nil {
		return nil, err
	}
	a := mergeProfiles(short(iri), profiles)
	r.actors[ref] = &a
	return &a, nil
}

// name is the name an actor is shown by.
func (r *reader) name(ref quadstore.Ref) (string, error) {
	return r.alike(ref, pName, func(a *schema.Actor) string { return a.Name })
}

func (r *reader) kind(ref quadstore.Ref) (schema.Kind, error) {
	k, err := r.alike(ref, pKind, func(a *schema.Actor) string { return string(a.Kind) })
	return schema.Kind(k), err
}

func (r *reader) country(ref quadstore.Ref) (string, error) {
	return r.alike(ref, pCountry, func(a *schema.Actor) string { return a.Country })
}

// alike reads one property of an actor: where all that give it say the same it
// is cheaper than the actor as a whole.
func (r *reader) alike(ref quadstore.Ref, p quad.IRI, of func(*schema.Actor) string) (string, error) {
	if a := r.actors[ref]; a != nil {
		return of(a), nil
	}
	value, known := r.told[told{ref, p}]
	if !known {
		if err := r.tell(ref); err != nil {
			return "", err
		}
		value = r.told[told{ref, p}]
	}
	if value != 0 {
		return r.word(value)
	}
	a, err := r.actor(ref)
	if err != nil {
		return "", err
	}
	return of(a), nil
}

// tell notes what all descriptions of an actor say alike, 0 where they differ
// or say nothing.
func (r *reader) tell(ref quadstore.Ref) (err error) {
	if r.ofActors == nil {
		if r.ofActors, err = r.fieldsOf(pName, pKind, pCountry); err != nil {
			return err
		}
	}
	for _, p := range [...]quad.IRI{pName, pKind, pCountry} {
		r.told[told{ref, p}] = 0
	}
	differ := map[quad.IRI]bool{}
	for l, err := range quadstore.Properties(r.View, ref, r.ofActors.wanted) {
		if err != nil {
			return err
		}
		p, value := r.ofActors.named[l[quadstore.Predicate]], l[quadstore.Object]
		if was := r.told[told{ref, p}]; was != 0 && was != value {
			differ[p] = true
		}
		r.told[told{ref, p}] = value
	}
	for p := range differ {
		r.told[told{ref, p}] = 0
	}
	return nil
}

// weighed is a description of an actor and how many articles give it.
type weighed struct {
	schema.Actor
	articles int
}

// profiles reads the descriptions of an actor.
func (r *reader) profiles(ref quadstore.Ref, id quad.IRI) ([]weighed, error) {
	byLabel := map[quadstore.Ref]thing{}
	for _, p := range []quad.IRI{pName, pKind, pCountry, pSector, pSectors, pAlias, pWikidata, pKnown} {
		links, err := r.objects(ref, p)
		if err != nil {
			return nil, err
		}
		for _, l := range links {
			v, err := r.Value(l[quadstore.Object])
			if err != nil {
				return nil, err
			}
			t := byLabel[l[quadstore.Label]]
			if t == nil {
				t = thing{}
				byLabel[l[quadstore.Label]] = t
			}
			t[p] = append(t[p], v)
		}
	}
	var profiles []weighed
	for label, t := range byLabel {
		w := weighed{Actor: t.actor(id)}
		if len(byLabel) > 1 {
			articles, err := r.subjects(pProfile, label)
			if err != nil {
				return nil, err
			}
			w.articles = len(articles)
		}
		profiles = append(profiles, w)
	}
	return profiles, nil
}

// mergeProfiles joins descriptions of one actor. What is known from reference
// data goes before what was found in text, what more articles say before what
// fewer say; the alphabet decides the rest, so that the order in which
// articles were loaded cannot.
func mergeProfiles(id string, profiles []weighed) schema.Actor {
	slices.SortFunc(profiles, func(a, b weighed) int {
		return cmp.Or(
			identity.TrueFirst(a.Known, b.Known),
			-cmp.Compare(a.articles, b.articles),
			cmp.Compare(a.Name, b.Name),
			cmp.Compare(a.Kind, b.Kind),
			cmp.Compare(a.Country, b.Country),
			slices.Compare(a.Sectors, b.Sectors),
			cmp.Compare(a.Wikidata, b.Wikidata),
		)
	})
	merged := schema.Actor{ID: id}
	spellings := map[string]bool{}
	for _, p := range profiles {
		merged.Name = cmp.Or(merged.Name, p.Name)
		merged.Kind = cmp.Or(merged.Kind, p.Kind)
		merged.Country = cmp.Or(merged.Country, p.Country)
		merged.Wikidata = cmp.Or(merged.Wikidata, p.Wikidata)
		merged.Known = merged.Known || p.Known
		if merged.Sectors == nil {
			merged.Sectors = p.Sectors
		}
		spellings[p.Name] = true
		for _, alias := range p.Aliases {
			spellings[alias] = true
		}
	}
	if merged.Name == "" {
		_, merged.Name, _ = strings.Cut(id, ":") // a node that only edges know
	}
	for s := range spellings {
		if s != merged.Name && s != "" {
			merged.Aliases = append(merged.Aliases, s)
		}
	}
	slices.Sort(merged.Aliases)
	return merged
}

// Actor reads an actor by its ID, as all articles together describe it.
func (s *Store) Actor(ctx context.Context, id string) (a schema.Actor, err error) {
	err = s.read(ctx, func(r *reader) error {
		ref, err := r.Ref(node(id))
		if err != nil {
			return err
		}
		if ref == 0 {
			return r.unknown(id)
		}
		found, err := r.actor(ref)
		if err == nil {
			a = *found
		}
		return err
	})
	return a, err
}
