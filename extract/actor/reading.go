package actor

import (
	"github.com/entente-kg/entente/extract/article"
	"github.com/entente-kg/entente/extract/text"
	"github.com/entente-kg/entente/schema"
)

// clause is one sentence while it is being read.
type clause struct {
	at       int // index of the sentence
	s        *text.Sentence
	ws       []word
	forms    []string // the same words, as the tables want them
	looks    []look   // what the lexicon knows of each
	inQuote  bool     // begins inside a quotation
	headline bool     // most words have a capital, so that capitals prove nothing
	pieces   []piece
	phrases  []phrase // inner ones before those they are part of
	top      []int    // the outermost phrases, in text order
}

// reading is one document being read. It belongs to one goroutine.
type reading struct {
	lex         *lexicon
	heads       *heads
	doc         *text.Document
	art         *article.Article
	capitals    map[string]bool // words with a capital where it means something
	placed      map[string]bool // unknown names that stand where only places do, in lower case
	things      map[string]bool // names of ships, storms and operations, in lower case
	surnames    map[string]bool // last words of personal names, as the tagger sees them
	*clause                     // the sentence being looked at
	clauses     []clause
	byID        map[string]*entity
	index       index
	places      map[string]*schema.Actor // provisional ones, by ID
	entitled    map[string]*entity       // who is named with an office, by its words; nil where two are
	subjectOf   []*entity                // the main subject of the sentence before, if it is an actor
	subjectMany bool                     // that subject was a plural
	speaker     *entity                  // who spoke last
	plurals     []together               // what "they" and "the two" may mean, in text order
	defined     map[string]*entity       // bodies by the acronym that the text puts in brackets after their name
	regime      *entity                  // the state last spoken of as a regime
	mission     *entity                  // the state whose embassy was last spoken of
	publisher   string                   // code of the country whose government publishes the article, else ""
	facts       factSet
	mark        string         // see articleMark
	day         string         // by which offices are read: the article's, or the latest month its text names
	claimed     map[string]int // in how many sentences each country is spoken of, by code
	lands       []string       // codes of the one or two countries it speaks of most
	home        string         // code of the country the article is about, "" when unclear
}

func (r *reading) read() {
	r.day = r.art.Published
	if r.day == "" {
		r.day = latestYear(r.doc)
	}
	r.prepare()
	r.findThings()
	for i := range r.clauses {
		r.clause = &r.clauses[i]
		r.scan()
		r.assemble()
	}
	r.findHome()
	r.findPlaces()
	r.quoted()
	r.declare()
	r.findEntitled()
	r.weigh()
	for i := range r.clauses {
		r.clause = &r.clauses[i]
		r.link()
	}
}

// prepare sets every sentence out in words and notes which capitals mean something.
func (r *reading) prepare() {
	n := 0
	for i := range r.doc.Sentences {
		n += len(r.doc.Sentences[i].Tokens)
	}
	all, forms, looks := make([]word, 0, n), make([]string, 0, n), make([]look, n)
	r.clauses = make([]clause, len(r.doc.Sentences))
	r.capitals, r.surnames = map[string]bool{}, map[string]bool{}
	for i := range r.doc.Sentences {
		from := len(all)
		all = words(&r.doc.Sentences[i], all)
		for _, w := range all[from:] {
			forms = append(forms, w.form)
		}
		c := &r.clauses[i]
		*c = clause{at: i, s: &r.doc.Sentences[i], ws: all[from:len(all):len(all)], forms: forms[from:len(all):len(all)], looks: looks[from:len(all):len(all)]}
		c.headline = titleCase(c.ws)
		for _, n := range c.s.Names {
			if n.Type == text.PER && n.Last-n.First > 1 {
				r.surnames[c.ws[n.Last-1].low] = true
			}
		}
		for j := range c.ws {
			if w := &c.ws[j]; w.cap && !w.start && !c.headline {
				r.capitals[w.low] = true
				r.capitals[schema.NameKey(w.low)] = true
			}
		}
	}
}

// titleCase reports whether nearly every longer word begins with a capital.
func titleCase(ws []word) bool {
	caps, n := 0, 0
	for i := range ws {
		if w := &ws[i]; len(w.low) > 3 && wordy(rune(w.low[0])) {
			n++
			if w.cap {
				caps++
			}
		}
	}
	return n >= 4 && caps*10 >= n*8 && ws[len(ws)-1].form != "."
}

// entityOf returns the entity of a known actor, making it on first sight.
func (r *reading) entityOf(a *schema.Actor) *entity {
	if e := r.byID[a.ID]; e != nil {
		return e
	}
	c := *a
	e := &entity{actor: &c, born: position{sent: -1}, last: position{sent: -1}, told: -1}
	e.forms = append(e.forms, formOf(c.Name))
	for _, alias := range c.Aliases {
		e.forms = append(e.forms, formOf(alias))
	}
	if c.Kind == schema.Person {
		c.Country, c.Sectors, _ = r.lex.table.CodeAt(a, r.day)
	}
	e.gender = r.lex.sex(&c)
	e.roles = r.lex.roles(&c, r.day)
	r.add(e)
	return e
}

// latestYear returns the latest year that stands after a month in the text: an
// article without a date is hardly older. It is "" when there is none.
func latestYear(doc *text.Document) string {
	latest := ""
	for i := range doc.Sentences {
		ts := doc.Sentences[i].Tokens
		for j := 1; j < len(ts); j++ {
			y := ts[j].Form
			if len(y) == 4 && (y[:2] == "19" || y[:2] == "20") && monthName(ts[j-1].Form) {
				latest = max(latest, y)
			}
		}
	}
	return latest
}

func monthName(form string) bool {
	switch form {
	case "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December":
		return true
	}
	return false
}
