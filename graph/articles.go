package graph

import (
	"context"
	"iter"
	"strings"

	"github.com/cayleygraph/quad"
	"github.com/entente-kg/entente/graph/quadstore"
	"github.com/entente-kg/entente/schema"
)

// ArticleInfo is an article of the store and how much it says.
type ArticleInfo struct {
	schema.ArticleRef
	Events int `json:"events"`
	Actors int `json:"actors"`
}

// Articles lists the articles of the store by ID.
func (s *Store) Articles(ctx context.Context) (list []ArticleInfo, err error) {
	err = s.read(ctx, func(r *reader) error {
		labels, err := r.articleLabels()
		if err != nil {
			return err
		}
		for _, label := range labels {
			ref, err := r.Ref(label)
			if err != nil {
				return err
			}
			info, err := r.articleInfo(ref)
			if err != nil {
				return err
			}
			list = append(list, info)
		}
		return nil
	})
	return list, err
}

func (r *reader) articleInfo(ref quadstore.Ref) (info ArticleInfo, err error) {
	article, err := r.article(ref)
	if err != nil {
		return info, err
	}
	info.ArticleRef = *article
	mentions, err := r.objects(ref, pMentions)
	if err != nil {
		return info, err
	}
	info.Actors = len(mentions)
	relation, err := r.Ref(pStatus)
	if err != nil || relation == 0 {
		return info, err
	}
	for _, err := range r.Links(quadstore.Pattern{0, relation, 0, ref}) {
		if err != nil {
			return info, err
		}
		info.Events++
	}
	return info, nil
}

// articleLabels lists the labels that are articles, sorted.
func (r *reader) articleLabels() (labels []quad.Value, err error) {
	all, err := sortedLabels(r)
	if err != nil {
		return nil, err
	}
	for _, label := range all {
		if strings.HasPrefix(short(label), inArticle) {
			labels = append(labels, label)
		}
	}
	return labels, nil
}

// Article reads back all that one article yielded.
func (s *Store) Article(ctx context.Context, id string) (x schema.Extraction, err error) {
	err = s.view(ctx, func(v quadstore.View) error {
		x, err = extractionOf(v, node(inArticle+id))
		return err
	})
	return x, err
}

// Extractions reads back every article of the store, by ID: the input of
// everything that wants events rather than quads.
func (s *Store) Extractions(ctx context.Context) iter.Seq2[schema.Extraction, error] {
	return s.eachArticle(ctx, extractionOf)
}

// Extracted reads back every article as it was before [Store.Curate] rewrote it.
func (s *Store) Extracted(ctx context.Context) iter.Seq2[schema.Extraction, error] {
	return s.eachArticle(ctx, func(v quadstore.View, label quad.Value) (schema.Extraction, error) {
		x, _, err := extracted(v, label)
		return x, err
	})
}

func (s *Store) eachArticle(ctx context.Context, read func(quadstore.View, quad.Value) (schema.Extraction, error)) iter.Seq2[schema.Extraction, error] {
	return func(yield func(schema.Extraction, error) bool) {
		stopped := false
		err := s.read(ctx, func(r *reader) error {
			labels, err := r.articleLabels()
			if err != nil {
				return err
			}
			for _, label := range labels {
				x, err := read(r, label)
				if err != nil {
					return err
				}
				if !yield(x, nil) {
					stopped = true
					return nil
				}
			}
			return nil
		})
		if err != nil && !stopped {
			yield(schema.Extraction{}, err)
		}
	}
}

func extractionOf(v quadstore.View, label quad.Value) (schema.Extraction, error) {
	quads, err := articleQuads(v, label)
	if err != nil {
		return schema.Extraction{}, err
	}
	if len(quads) == 0 {
		return schema.Extraction{}, &NoArticleError{IDs: []string{strings.TrimPrefix(short(label), inArticle)}}
	}
	return Extraction(quads)
}

// articleQuads reads the quads of an article and of the profiles that it gives.
func articleQuads(v quadstore.View, label quad.Value) ([]quad.Quad, error) {
	quads, err := quadsUnder(v, label)
	for _, q := range quads {
		if q.Predicate != quad.Value(pProfile) {
			continue
		}
		profile, err := quadsUnder(v, q.Object)
		if err != nil {
			return nil, err
		}
		quads = append(quads, profile...)
	}
	return quads, err
}

// Stats counts what is in the store.
type Stats struct {
	Quads     int64          `json:"quads"`
	Articles  int            `json:"articles"`
	Actors    int            `json:"actors"`
	Events    int            `json:"events"`
	Relations map[string]int `json:"relations"` // events by relation
	Statuses  map[string]int `json:"statuses"`  // events by status
	Kinds     map[string]int `json:"kinds"`     // actors by kind
}

// Stats counts what is in the store.
func (s *Store) Stats(ctx context.Context) (st Stats, err error) {
	err = s.read(ctx, func(r *reader) error {
		if st.Quads, err = r.Size(); err != nil {
			return err
		}
		articles, err := r.subjectsOf(rdfType, cArticle)
		if err != nil {
			return err
		}
		st.Articles = len(articles)
		if st.Statuses, err = r.tally(pStatus); err != nil {
			return err
		}
		for _, n := range st.Statuses {
			st.Events += n
		}
		if st.Kinds, err = r.tally(pKind); err != nil {
			return err
		}
		for _, n := range st.Kinds {
			st.Actors += n
		}
		st.Relations, err = r.tally(pRelation)
		return err
	})
	return st, err
}

// tally counts the nodes that have a property, by its value.
func (r *reader) tally(p quad.IRI) (map[string]int, error) {
	counts := map[string]int{}
	pred, err := r.Ref(p)
	if err != nil || pred == 0 {
		return counts, err
	}
	for object, err := range r.Objects(pred) {
		if err != nil {
			return nil, err
		}
		v, err := r.Value(object)
		if err != nil {
			return nil, err
		}
		subjects, err := r.subjects(p, object)
		if err != nil {
			return nil, err
		}
		counts[plain(v)] = len(subjects)
	}
	return counts, nil
}

func (r *reader) subjectsOf(p quad.IRI, object quad.Value) ([]quadstore.Ref, error) {
	ref, err := r.Ref(object)
	if err != nil {
		return nil, err
	}
	return r.subjects(p, ref)
}
