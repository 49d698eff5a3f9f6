package actor

import (
	"slices"
	"strings"

	"github.com/entente-kg/entente/schema"
)

// entity is one actor of the article while it is being read.
type entity struct {
	actor   *schema.Actor // a copy of this article's own
	forms   []form        // names used for it here or known of it
	gender  gender
	called  []string // short names it was called by
	roles   []role
	plural  bool
	generic bool     // known by a noun only
	last    position // its latest mention so far
	ledOn   bool     // its latest mention is the "his" of a sentence whose subject it was before
	born    position // its first
	told    int      // sentence in which it last spoke, -1
	body    *entity  // the body a person is of: "Lind of the Nordic Council"
	weight  int      // how much the article is about it: see prominence
}

// position is a place in the document.
type position struct {
	sent, word int
	subject    bool
}

func (p position) before(q position) bool {
	return p.sent < q.sent || p.sent == q.sent && p.word < q.word
}

// role is an office an entity is said, or known, to hold.
type role struct {
	office  *office
	agent   agent
	text    string
	country string
	of      *entity // state or body it is held in
	former  bool
	plain   bool // the lead gave it without a country, as that country's own press does
}

// form is a name cut into folded words.
type form []string

// formOf folds a name for comparison: case, marks, hyphens and the usual
// spellings of one sound fall together.
func formOf(name string) form {
	return strings.Fields(schema.NameKey(name))
}

// shortFor says how well f stands for the longer name g: 3 as its last words,
// 2 as its first (family names first), 1 in the middle, 0 not at all.
func (f form) shortFor(g form) int {
	f, g = f.bare(), g.bare()
	n := len(g) - len(f)
	switch {
	case len(f) == 0 || n < 0:
		return 0
	case slices.Equal(f, g[n:]):
		return 3
	case slices.Equal(f, g[:len(f)]):
		return 2
	}
	for i := 1; i < n; i++ {
		if slices.Equal(f, g[i:i+len(f)]) {
			return 1
		}
	}
	return 0
}

// bare drops the articles of Arabic names, which come and go.
func (f form) bare() form {
	if !slices.ContainsFunc(f, arabicArticle) {
		return f
	}
	out := make(form, 0, len(f))
	for _, w := range f {
		if !arabicArticle(w) {
			out = append(out, w)
		}
	}
	return out
}

func arabicArticle(w string) bool {
	return w == "al" || w == "el" || w == "ul" || w == "ad" || w == "as"
}

// hasName reports whether f is a full name of e.
func (e *entity) hasName(f form) bool {
	return slices.ContainsFunc(e.forms, func(g form) bool { return slices.Equal(f.bare(), g.bare()) })
}

// short returns how well f stands for one of e's names. A body is called by
// several words of its name or by the first alone, never by its last word.
func (e *entity) short(f form) int {
	best := 0
	for _, g := range e.forms {
		if len(g) < len(f) {
			continue
		}
		s := f.shortFor(g)
		if !e.person() && len(f) == 1 && len(g) > 1 && (s != 2 || nationality(f[0]) && (!e.company() || continental(f[0])) || commonHead(f[0])) {
			continue
		}
		best = max(best, s)
	}
	return best
}

// continental reports whether a word is of a part of the world: "African" is short
// for no bank.
func continental(w string) bool {
	switch w {
	case "african", "asian", "european", "american", "latin", "arab", "pan", "caribbean", "nordic", "scandinavian", "balkan", "andean":
		return true
	}
	return false
}

// company reports whether e is a business: "Mahan" is Mahan Air, though "African"
// is not the African Union.
func (e *entity) company() bool { return slices.Contains(e.actor.Sectors, "BUS") }

// commonHead reports whether the word is one that many bodies share: "House".
func commonHead(w string) bool { return loadHeads().orgKeys[w] }

// nationality reports whether a word looks like an adjective of place, which
// alone is no name of a body: "African" of the African Union.
func nationality(w string) bool {
	for _, end := range [...]string{"an", "ish", "ese", "ic", "i", "rn"} {
		if strings.HasSuffix(w, end) {
			return true
		}
	}
	return false
}

// holds returns the role of e that answers the title in that country, "" for
// any; nil when there is none.
func (e *entity) holds(t *title, country string) *role {
	for i := range e.roles {
		r := &e.roles[i]
		if !r.former && r.answers(t) && (country == "" || r.country == "" || r.country == country) {
			return r
		}
	}
	return nil
}

// answers reports whether the role is what the title calls it: the same
// office, or one whose last noun is the title's ("minister" for "foreign minister").
func (r *role) answers(t *title) bool {
	switch {
	case r.text == t.text:
		return true
	case t.office != nil && r.office != nil && t.office.Key == r.office.Key:
		return t.office.calledSoIn(r.country)
	case t.office != nil && r.office != nil && t.office.lemma == "envoy" && strings.HasSuffix(r.text, "envoy"):
		return true // "the peace envoy" after "special envoy"
	case t.last-t.first > 1:
		before, ends := strings.CutSuffix(r.text, " "+t.text)
		return ends && !lesser(before) // "the majority leader" after "Senate majority leader"
	case strings.HasPrefix(r.text, t.text+" of "):
		return true // "the secretary" after "secretary of state"
	case t.office != nil:
		return strings.HasSuffix(r.text, " "+t.office.lemma)
	}
	return t.agent.lemma != "" && strings.HasSuffix(r.text, t.agent.lemma)
}

// calledSoIn reports whether the office goes by these words in a country: a
// "foreign secretary" is Britain's foreign minister, never America's.
func (o *office) calledSoIn(country string) bool {
	return len(o.Bodies) == 0 || country == "" || slices.Contains(o.Bodies, country)
}

func (e *entity) person() bool { return e.actor.Kind == schema.Person }
