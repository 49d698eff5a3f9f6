package graph

import (
	"slices"
	"strings"

	"github.com/cayleygraph/quad"
	"github.com/entente-kg/entente/graph/quadstore"
	"github.com/entente-kg/entente/schema"
)

// plan collects the change that some articles make to a store.
type plan struct {
	view   quadstore.View
	result AddResult
	add    []quad.Quad
	remove []quad.Quad
	notes  []quadstore.Note
	gained map[quad.Value]int  // profile → how many more articles of this plan give it
	actors map[quad.Value]bool // met for the first time
	stored map[quad.Value]bool // profiles looked for, and whether they are there
}

func newPlan(v quadstore.View) *plan {
	return &plan{view: v, gained: map[quad.Value]int{}, actors: map[quad.Value]bool{}, stored: map[quad.Value]bool{}}
}

// became counts what becomes of an article.
func (p *plan) became(fate Fate) Fate {
	switch fate {
	case New:
		p.result.Added++
	case Replaced:
		p.result.Replaced++
	case Skipped:
		p.result.Skipped++
	}
	return fate
}

// replace plans to store the quads of x in place of what its article has in the store.
func (p *plan) replace(x schema.Extraction, quads []quad.Quad, force bool) (Fate, error) {
	label := node(inArticle + x.Article.ID)
	if !force && x.Article.Hash != "" {
		has, err := p.has(label, x.Article.Hash)
		if err != nil {
			return "", err
		}
		if has {
			return p.became(Skipped), nil
		}
	}
	old, err := quadsUnder(p.view, label)
	if err != nil {
		return "", err
	}
	fate, err := p.exchange(label, old, quads)
	if err != nil || fate == Skipped && !force {
		return fate, err
	}
	return fate, p.noteChanged(x.Article.ID, old)
}

// has reports whether the store holds an article with a hash.
func (p *plan) has(article quad.IRI, hash string) (bool, error) {
	pattern := quadstore.Pattern{}
	for i, v := range []quad.Value{article, pHash, text(hash)} {
		ref, err := p.view.Ref(v)
		if err != nil || ref == 0 {
			return false, err
		}
		pattern[i] = ref
	}
	for _, err := range p.view.Triples(pattern) {
		return err == nil, err
	}
	return false, nil
}

// exchange plans to put quads, of an article and the profiles it gives, in the
// place of the old ones of that article.
func (p *plan) exchange(label quad.IRI, old, quads []quad.Quad) (Fate, error) {
	var own, profiles []quad.Quad
	for _, q := range quads {
		if q.Label == quad.Value(label) {
			own = append(own, q)
		} else {
			profiles = append(profiles, q)
		}
	}
	gone, come := difference(old, own), difference(own, old)
	if len(gone)+len(come) == 0 {
		return p.became(Skipped), nil
	}
	for _, q := range own {
		if q.Predicate == quad.Value(pStatus) {
			p.result.Events++
		}
	}
	p.take(come, gone)
	for _, q := range profiles {
		stored, err := p.hasProfile(q.Label)
		if err != nil {
			return "", err
		}
		if !stored {
			p.add = append(p.add, q)
		}
	}
	fate := Replaced
	if len(old) == 0 {
		fate = New
	}
	return p.became(fate), p.meet(come)
}

// hasProfile reports whether a profile is in the store already: its label is
// the hash of what it says, so one that is there is there whole.
func (p *plan) hasProfile(label quad.Value) (bool, error) {
	if stored, asked := p.stored[label]; asked {
		return stored, nil
	}
	ref, err := p.view.Ref(label)
	if err != nil {
		return false, err
	}
	p.stored[label] = false
	if ref == 0 {
		return false, nil
	}
	for _, err := range p.view.Links(quadstore.Pattern{quadstore.Label: ref}) {
		p.stored[label] = err == nil
		return err == nil, err
	}
	return false, nil
}

// drop plans to remove an article; found is false when there is none.
func (p *plan) drop(id string) (found bool, err error) {
	old, err := quadsUnder(p.view, node(inArticle+id))
	if err != nil || len(old) == 0 {
		return false, err
	}
	p.result.Removed++
	p.take(nil, old)
	return true, p.noteChanged(id, old)
}

func (p *plan) take(come, gone []quad.Quad) {
	p.add = append(p.add, come...)
	p.remove = append(p.remove, gone...)
	for _, q := range come {
		if q.Predicate == quad.Value(pProfile) {
			p.gained[q.Object]++
		}
	}
	for _, q := range gone {
		if q.Predicate == quad.Value(pProfile) {
			p.gained[q.Object]--
		}
	}
}

// meet counts the actors that neither the store nor the plan mentioned before.
func (p *plan) meet(come []quad.Quad) error {
	for _, q := range come {
		if q.Predicate != quad.Value(pMentions) || p.actors[q.Object] {
			continue
		}
		ref, err := p.view.Ref(q.Object)
		if err != nil {
			return err
		}
		if ref == 0 {
			p.actors[q.Object] = true
			p.result.Actors++
		}
	}
	return nil
}

// change completes the plan: a profile goes with the last article that gives it.
func (p *plan) change() (quadstore.Change, error) {
	for _, profile := range sortedKeys(p.gained) {
		if p.gained[profile] >= 0 {
			continue
		}
		given, err := p.articlesGiving(profile)
		if err != nil {
			return quadstore.Change{}, err
		}
		if given+p.gained[profile] > 0 {
			continue
		}
		quads, err := quadsUnder(p.view, profile)
		if err != nil {
			return quadstore.Change{}, err
		}
		p.remove = append(p.remove, quads...)
	}
	return quadstore.Change{Add: p.add, Remove: p.remove, Notes: p.notes}, nil
}

func (p *plan) articlesGiving(profile quad.Value) (n int, err error) {
	pattern := quadstore.Pattern{}
	if pattern[quadstore.Object], err = p.view.Ref(profile); err != nil {
		return 0, err
	}
	if pattern[quadstore.Predicate], err = p.view.Ref(pProfile); err != nil {
		return 0, err
	}
	for _, err := range p.view.Triples(pattern) {
		if err != nil {
			return 0, err
		}
		n++
	}
	return n, nil
}

func sortedKeys(m map[quad.Value]int) []quad.Value {
	keys := make([]quad.Value, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	slices.SortFunc(keys, func(a, b quad.Value) int { return strings.Compare(a.String(), b.String()) })
	return keys
}

// hashIn returns the hash of the article whose quads these are.
func hashIn(quads []quad.Quad) string {
	for _, q := range quads {
		if q.Predicate == quad.Value(pHash) {
			return plain(q.Object)
		}
	}
	return ""
}

// difference returns the quads of a that are not in b.
func difference(a, b []quad.Quad) (only []quad.Quad) {
	if len(b) == 0 {
		return a
	}
	in := make(map[quad.Quad]bool, len(b))
	for _, q := range b {
		in[q] = true
	}
	for _, q := range a {
		if !in[q] {
			only = append(only, q)
		}
	}
	return only
}
