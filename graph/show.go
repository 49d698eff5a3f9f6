package graph

import (
	"cmp"
	"context"
	"slices"

	"github.com/cayleygraph/quad"
	"github.com/entente-kg/entente/graph/quadstore"
	"github.com/entente-kg/entente/schema"
)

// Counted is an actor or place and how often, first and last.
type Counted struct {
	Who
	Count  int      `json:"count"`
	First  string   `json:"first,omitempty"`
	Last   string   `json:"last,omitempty"`
	Places []string `json:"places,omitempty"` // where, by name
}

// Standing is a fact about an actor, with what says so.
type Standing struct {
	Relation string            `json:"relation"`
	Role     string            `json:"role,omitempty"`
	Object   Who               `json:"object"`
	From     string            `json:"from,omitempty"`
	To       string            `json:"to,omitempty"`
	Articles int               `json:"articles"` // that say so
	First    string            `json:"first,omitempty"`
	Last     string            `json:"last,omitempty"` // published
	Article  schema.ArticleRef `json:"article"`        // the first of them
	Quote    string            `json:"quote"`
}

// Portrait is all that is known of an actor at a glance.
type Portrait struct {
	schema.Actor
	Spellings    []string       `json:"spellings"`
	Standing     []Standing     `json:"standing"`
	Counterparts []Counted      `json:"counterparts"` // most frequent first
	Places       []Counted      `json:"places"`
	Relations    map[string]int `json:"relations"` // happenings by relation
	Articles     int            `json:"articles"`
	First        string         `json:"first,omitempty"`
	Last         string         `json:"last,omitempty"`
}

// Show portrays an actor; f narrows the events it is drawn from, f.Limit the
// lists of counterparts and places.
func (s *Store) Show(ctx context.Context, who string, f Filter) (p Portrait, err error) {
	actor, err := s.Resolve(ctx, who)
	if err != nil {
		return p, err
	}
	limit := f.Limit
	f.Limit = 0
	rows, err := s.about(ctx, []string{actor.ID}, f, false)
	if err != nil {
		return p, err
	}
	err = s.read(ctx, func(r *reader) error {
		ref, err := r.Ref(node(actor.ID))
		if err != nil {
			return err
		}
		a, err := r.actor(ref)
		if err != nil {
			return err
		}
		p.Actor, p.Spellings = *a, a.Aliases
		articles, err := r.subjects(pMentions, ref)
		if err != nil {
			return err
		}
		p.Articles = len(articles)
		p.Standing, err = r.standing(ref)
		return err
	})
	p.Counterparts = cut(company(rows, actor.ID), limit)
	p.Places = cut(places(rows), limit)
	p.Relations = map[string]int{}
	for _, row := range rows {
		p.Relations[row.Relation]++
	}
	if len(rows) > 0 {
		p.First, p.Last = rows[0].When(), rows[len(rows)-1].When()
	}
	return p, err
}

// company is [Counterparts] but for where the actor went: a destination is a
// place of his, not somebody he dealt with.
func company(rows []Row, id string) []Counted {
	return Counterparts(slices.DeleteFunc(slices.Clone(rows), func(r Row) bool {
		return r.Relation == "travels-to" && r.Source.ID == id
	}), id)
}

// Counterparts counts who else is in the rows of an actor: how often, first
// and last, where. The most frequent come first, then the alphabet decides.
func Counterparts(rows []Row, id string) []Counted {
	return count(rows, func(r *Row) Who {
		if r.Source.ID == id {
			return r.Target
		}
		return r.Source
	})
}

func places(rows []Row) []Counted {
	return count(rows, func(r *Row) Who {
		if r.Relation == "travels-to" && r.Place.ID == "" {
			return r.Target
		}
		return r.Place
	})
}

func count(rows []Row, who func(*Row) Who) []Counted {
	byID := map[string]*Counted{}
	for i := range rows {
		row := &rows[i]
		w := who(row)
		if w.ID == "" {
			continue
		}
		c := byID[w.ID]
		if c == nil {
			c = &Counted{Who: w, First: row.When()}
			byID[w.ID] = c
		}
		c.Count++
		c.First, c.Last = min(c.First, row.When()), max(c.Last, row.When())
		if name := row.Place.Name; name != "" && !slices.Contains(c.Places, name) {
			c.Places = append(c.Places, name)
		}
	}
	list := make([]Counted, 0, len(byID))
	for _, c := range byID {
		slices.Sort(c.Places)
		list = append(list, *c)
	}
	slices.SortFunc(list, func(a, b Counted) int {
		return cmp.Or(-cmp.Compare(a.Count, b.Count), cmp.Compare(a.Name, b.Name), cmp.Compare(a.ID, b.ID))
	})
	return list
}

// standing reads the facts about an actor; the same fact in several articles is one.
func (r *reader) standing(actor quadstore.Ref) ([]Standing, error) {
	nodes, err := r.subjects(pSubject, actor)
	if err != nil {
		return nil, err
	}
	type key struct{ relation, role, object string }
	byKey := map[key][]Standing{}
	for _, n := range nodes {
		st, err := r.fact(n)
		if err != nil {
			return nil, err
		}
		k := key{st.Relation, fold(st.Role), st.Object.ID}
		byKey[k] = append(byKey[k], st)
	}
	list := make([]Standing, 0, len(byKey))
	for _, same := range byKey {
		list = append(list, joinStanding(same))
	}
	slices.SortFunc(list, func(a, b Standing) int {
		return cmp.Or(
			cmp.Compare(a.First, b.First), cmp.Compare(a.Relation, b.Relation),
			cmp.Compare(a.Role, b.Role), cmp.Compare(a.Object.ID, b.Object.ID),
		)
	})
	return list, nil
}

func joinStanding(same []Standing) Standing {
	slices.SortFunc(same, func(a, b Standing) int {
		return cmp.Or(cmp.Compare(a.First, b.First), cmp.Compare(a.Article.ID, b.Article.ID), cmp.Compare(a.Quote, b.Quote))
	})
	st := same[0]
	articles := map[string]bool{}
	for _, other := range same {
		articles[other.Article.ID] = true
		st.Last = max(st.Last, other.Last)
		st.From = cmp.Or(st.From, other.From)
		st.To = cmp.Or(st.To, other.To)
	}
	st.Articles = len(articles)
	return st
}

func (r *reader) fact(ref quadstore.Ref) (st Standing, err error) {
	t := thing{}
	var label quadstore.Ref
	for l, err := range r.Links(quadstore.Pattern{ref}) {
		if err != nil {
			return st, err
		}
		label = l[quadstore.Label]
		p, err := r.Value(l[quadstore.Predicate])
		if err != nil {
			return st, err
		}
		o, err := r.Value(l[quadstore.Object])
		if err != nil {
			return st, err
		}
		if iri, ok := p.(quad.IRI); ok {
			t[iri] = append(t[iri], o)
		}
	}
	st = Standing{Relation: t.text(pRelation), Role: t.text(pRole), From: t.text(pFrom), To: t.text(pTo), Articles: 1}
	object, err := r.Ref(t.value(pObject))
	if err != nil {
		return st, err
	}
	if st.Object, err = r.who(object); err != nil {
		return st, err
	}
	article, err := r.article(label)
	if err != nil {
		return st, err
	}
	st.Article, st.First, st.Last = *article, article.Published, article.Published
	sentence, err := r.Ref(t.value(pEvidence))
	if err != nil {
		return st, err
	}
	st.Quote, err = r.text(sentence, pText)
	return st, err
}

// Shared is a counterpart that two actors have in common.
type Shared struct {
	Who
	A, B Counted // with each of the two
}

// Compare lists the counterparts two actors share, those both met most often first.
func (s *Store) Compare(ctx context.Context, a, b string, f Filter) (shared []Shared, err error) {
	ids, err := s.resolveAll(ctx, []string{a, b})
	if err != nil {
		return nil, err
	}
	if err := differ(ids, []string{a, b}); err != nil {
		return nil, err
	}
	limit := f.Limit
	f.Limit = 0
	var lists [2]map[string]Counted
	for i, id := range ids {
		rows, err := s.about(ctx, []string{id}, f, false)
		if err != nil {
			return nil, err
		}
		lists[i] = map[string]Counted{}
		for _, c := range company(rows, id) {
			lists[i][c.ID] = c
		}
	}
	for id, with := range lists[0] {
		if other, ok := lists[1][id]; ok && id != ids[0] && id != ids[1] {
			shared = append(shared, Shared{Who: with.Who, A: with, B: other})
		}
	}
	slices.SortFunc(shared, func(x, y Shared) int {
		return cmp.Or(
			-cmp.Compare(min(x.A.Count, x.B.Count), min(y.A.Count, y.B.Count)),
			-cmp.Compare(x.A.Count+x.B.Count, y.A.Count+y.B.Count), cmp.Compare(x.ID, y.ID),
		)
	})
	return cut(shared, limit), nil
}

// Travel lists where an actor went or is going: the destination is the target.
func (s *Store) Travel(ctx context.Context, who string, f Filter) ([]Row, error) {
	if len(f.Status) == 0 {
		f.Status = []schema.Status{schema.Occurred, schema.Ongoing, schema.Planned}
	}
	if len(f.Relation) == 0 {
		f.Relation = []string{"travels-to"}
	}
	actor, err := s.Resolve(ctx, who)
	if err != nil {
		return nil, err
	}
	limit := f.Limit
	f.Limit = 0
	rows, err := s.about(ctx, []string{actor.ID}, f, false)
	rows = slices.DeleteFunc(rows, func(r Row) bool { return r.Source.ID != actor.ID })
	return cut(rows, limit), err
}
