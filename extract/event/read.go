package event

import (
	"slices"
	"strconv"

	"github.com/entente-kg/entente/extract/actor"
	"github.com/entente-kg/entente/extract/article"
	"github.com/entente-kg/entente/extract/text"
	"github.com/entente-kg/entente/extract/when"
	"github.com/entente-kg/entente/schema"
)

// Options configure a Reader.
type Options struct {
	Rules []string // rule files to read after the built-in ones
}

// Reader reads events by a set of rules. It is safe for concurrent use.
type Reader struct {
	book *Book
	lex  *lexicon
}

// New loads the built-in rules and those of the options.
func New(opts Options) (*Reader, error) {
	book, err := LoadRules(opts.Rules...)
	if err != nil {
		return nil, err
	}
	lex, err := compile(book)
	if err != nil {
		return nil, err
	}
	return &Reader{book, lex}, nil
}

// page is one article being read.
type page struct {
	lex      *lexicon
	doc      *text.Document
	art      *article.Article
	mentions [][]actor.Mention
	timesOf  map[int][]when.Expression
	sent     map[string]*schema.Actor // by the ID of an envoy, who sent him
	voices   []voice
	met      meeting // the last told of
	told     []telling
}

// Read gives the events of a document in text order, and the matches that
// discard rules threw out. Sentences that are not parsed are passed over.
func (r *Reader) Read(doc *text.Document, res *actor.Resolution, art *article.Article) ([]schema.Event, []Discard) {
	p := r.page(doc, res, art)
	var events []schema.Event
	var discards []Discard
	for i := range doc.Sentences {
		if t := p.tree(i); t != nil {
			found, thrown := p.sentence(t, func(*match, string) {})
			events = append(events, found...)
			discards = append(discards, thrown...)
		}
	}
	return events, discards
}

func (r *Reader) page(doc *text.Document, res *actor.Resolution, art *article.Article) *page {
	p := &page{lex: r.lex, doc: doc, art: art, mentions: res.Mentions, timesOf: map[int][]when.Expression{}}
	for _, f := range res.Facts {
		if f.Relation != "represents" {
			continue
		}
		if i := slices.IndexFunc(res.Actors, func(a *schema.Actor) bool { return a.ID == f.Object }); i >= 0 {
			if p.sent == nil {
				p.sent = map[string]*schema.Actor{}
			}
			p.sent[f.Subject] = res.Actors[i]
		}
	}
	p.voices = p.hear()
	return p
}

// tree is sentence i ready for matching; nil when it is not parsed or names nobody.
func (p *page) tree(i int) *tree {
	s := &p.doc.Sentences[i]
	if !s.Parsed || i >= len(p.mentions) || len(p.mentions[i]) == 0 {
		return nil
	}
	t := newTree(s, p.firstPersons(i), p.lex)
	t.met, t.sent, t.told = p.met, p.sent, p.told
	return t
}

// sentence reads one sentence.
func (p *page) sentence(t *tree, refused func(*match, string)) ([]schema.Event, []Discard) {
	var events []schema.Event
	var discards []Discard
	matches := t.matches(refused)
	for _, m := range matches {
		st := t.status(m)
		for _, e := range p.build(t, m, st) {
			if id, why := p.thrown(t, m, &e); id != "" {
				discards = append(discards, Discard{e, id, why})
				continue
			}
			if e.Root != "CONSULT" && imagined(st, matches) {
				discards = append(discards, Discard{e, "told-by-governor", "only what “" + st.cue + "” is about, and that is an event of its own"})
				continue
			}
			events = append(events, e)
		}
	}
	events = onceEach(events)
	p.remember(t.Index, events)
	p.keepTold(t.Index, events)
	return events, discards
}

// imagined reports whether a hypothetical event is no more than the content of
// another: what B was urged to do, what A threatened.
func imagined(st reading, matches []*match) bool {
	if st.status != schema.Hypothetical || st.by == 0 {
		return false
	}
	return slices.ContainsFunc(matches, func(m *match) bool { return slices.Contains(m.tokens(), st.by-1) })
}

// floor is the confidence below which a reading is not worth an edge. Of the
// events below it on the development articles more were wrong than right.
const floor = 0.6

// thrown names the reason why a match is no event after all; "" keeps it.
func (p *page) thrown(t *tree, m *match, e *schema.Event) (id, why string) {
	if d := p.discard(t, m); d != nil {
		return d.ID, d.Why
	}
	switch {
	case t.scareQuoted(m):
		return "scare-quotes", "the word is quoted as a figure of speech"
	case e.Confidence < floor:
		return "unlikely", "the reading leans on too much: confidence below " + strconv.FormatFloat(floor, 'g', -1, 64)
	case p.private(e):
		return "private", "nobody in it is known to public life: no office, country or sector"
	case p.everyday(e):
		return "everyday", "nobody in it has a name that is known, a country or an office, and people do this every day"
	}
	return "", ""
}

// times are the time expressions of a sentence, read once.
func (p *page) times(t *tree) []when.Expression {
	if x, ok := p.timesOf[t.Index]; ok {
		return x
	}
	x := when.Read(t.Sentence, p.art.Published, when.Options{})
	if slices.ContainsFunc(x, counts) {
		x = when.Read(t.Sentence, p.art.Published, when.Options{Anchor: p.anchor(t.Index, x)})
	}
	p.timesOf[t.Index] = x
	return x
}

// counts reports whether a time is counted from a day the text has named: "the
// next day", "a week later".
func counts(e when.Expression) bool { return e.Shape == when.Date && e.Open() }

// anchorReach is how many sentences back a day named is remembered.
const anchorReach = 2

// anchor is the day named last before the times that count from one: in the
// sentence itself or in those just before it.
func (p *page) anchor(i int, own []when.Expression) string {
	for back := 0; back <= anchorReach && back <= i; back++ {
		x := own
		if back > 0 {
			x = when.Read(&p.doc.Sentences[i-back], p.art.Published, when.Options{})
		}
		for _, e := range slices.Backward(x) {
			if e.Shape == when.Date && e.Granularity == when.Day && e.From != "" && e.From == e.To {
				return e.From
			}
		}
	}
	return ""
}

// onceEach drops what a sentence tells twice: the same relation between the
// same actors with the same status, and for meetings, visits and calls the
// vaguer of two relations.
func onceEach(events []schema.Event) []schema.Event {
	var out []schema.Event
	for i := range events {
		if slices.ContainsFunc(out, func(o schema.Event) bool { return retells(&o, &events[i]) }) {
			continue
		}
		out = append(out, events[i])
	}
	return out
}

// retells reports whether b says nothing that a has not said.
func retells(a, b *schema.Event) bool {
	if a.Status != b.Status || a.Root != b.Root || a.Relation != b.Relation && (a.Root != "CONSULT" || a.Relation == "travels-to" || b.Relation == "travels-to") {
		return false
	}
	if a.Relation == b.Relation && !schema.RelationNamed(a.Relation).Symmetric && len(a.Actors) == 1 && len(b.Actors) == 1 && a.Actors[0].ID != b.Actors[0].ID {
		return false // each accused the other
	}
	return slices.Equal(ids(a), ids(b))
}

// ids are the participants of an event, sorted.
func ids(e *schema.Event) []string {
	var out []string
	for _, side := range [][]schema.Participant{e.Actors, e.Recipients} {
		for i := range side {
			out = append(out, side[i].ID)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}
