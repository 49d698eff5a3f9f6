package actor

import (
	"github.com/entente-kg/entente/extract/actor/ref"
	"github.com/entente-kg/entente/extract/article"
	"github.com/entente-kg/entente/extract/text"
	"github.com/entente-kg/entente/schema"
)

// Options change what a resolver knows.
type Options struct {
	Extra []*ref.Source // imported actors and dictionaries; on one name they come after the tables
}

// Resolver finds the actors of documents. It may be used by many goroutines.
type Resolver struct {
	lex   *lexicon
	heads *heads
}

// New returns a resolver over the reference tables and what the options add.
func New(opts Options) (*Resolver, error) {
	table := ref.Load()
	if len(opts.Extra) > 0 {
		src, err := ref.Embedded()
		if err != nil {
			return nil, err
		}
		table = ref.Build(append([]*ref.Source{src}, opts.Extra...)...)
	}
	return &Resolver{lex: newLexicon(table), heads: loadHeads()}, nil
}

// Resolve finds the actors of a document. The article gives the day by which
// offices are read and the ID that keeps nameless actors of articles apart. A
// sentence that was not parsed is read by its words and capitals alone.
func (x *Resolver) Resolve(doc *text.Document, art *article.Article) *Resolution {
	r := reading{lex: x.lex, heads: x.heads, doc: doc, art: art, byID: map[string]*entity{}, places: map[string]*schema.Actor{},
		index: index{byWord: map[string][]*entity{}, byInit: map[string][]*entity{}, byRole: map[string][]*entity{}}}
	r.read()
	return r.resolution()
}
