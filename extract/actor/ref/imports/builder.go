package imports

import (
	"cmp"
	"regexp"
	"slices"
	"strings"

	"github.com/entente-kg/entente/extract/actor/ref"
	"github.com/entente-kg/entente/schema"
)

// builder gathers what the files say into one source.
type builder struct {
	opts    Options
	known   *ref.Table
	source  *ref.Source
	rep     *Report
	country string // of the file being read

	at      map[string]int    // actor ID → place in source.Actors
	items   map[string]string // Wikidata item → actor ID
	names   map[nameKey]bool  // names filed
	tenures map[heldAs]int
	offices map[string]string // keys of new offices → sector
}

type nameKey struct{ text, id string }

// heldAs tells two rows of one office apart by its words: ambassador to here and to there.
type heldAs struct {
	ref.Tenure
	words string
}

func newBuilder(opts Options) *builder {
	known := opts.Known
	if known == nil {
		known = ref.Load()
	}
	b := &builder{
		opts: opts, known: known,
		source: &ref.Source{Persons: map[string]ref.Person{}},
		at:     map[string]int{}, items: map[string]string{}, names: map[nameKey]bool{},
		tenures: map[heldAs]int{}, offices: map[string]string{},
	}
	for _, a := range known.Actors() {
		if a.Wikidata != "" {
			b.items[a.Wikidata] = a.ID
		}
	}
	return b
}

// actor files an actor, or finds the known one that is the same: by Wikidata
// item, else by name where kind and country agree. It returns its ID.
func (b *builder) actor(a schema.Actor) string {
	if id, ok := b.items[a.Wikidata]; ok && a.Wikidata != "" {
		b.name(a.Name, id)
		return id
	}
	base := "actor:" + schema.Slug(a.Name)
	if a.Kind == schema.Place {
		base = "place:" + schema.Slug(a.Name)
	}
	for _, id := range [...]string{base, base + "-" + strings.ToLower(a.Country), base + "-" + strings.ToLower(a.Wikidata)} {
		have := b.find(id)
		if have == nil {
			a.ID = id
			b.add(a)
			return id
		}
		if same(have, &a) {
			b.join(have, &a)
			return id
		}
	}
	a.ID = base + "-2"
	b.add(a)
	return a.ID
}

// find returns the actor of an ID, imported or known.
func (b *builder) find(id string) *schema.Actor {
	if i, ok := b.at[id]; ok {
		return &b.source.Actors[i]
	}
	return b.known.Actor(id)
}

// same reports whether two actors of one name are one: neither country nor
// Wikidata item speaks against it.
func same(a, c *schema.Actor) bool {
	return (a.Country == c.Country || a.Country == "" || c.Country == "") &&
		(a.Wikidata == c.Wikidata || a.Wikidata == "" || c.Wikidata == "") &&
		(a.Kind == c.Kind || a.Kind == schema.Organisation || c.Kind == schema.Organisation)
}

func (b *builder) add(a schema.Actor) {
	b.at[a.ID] = len(b.source.Actors)
	if a.Wikidata != "" {
		b.items[a.Wikidata] = a.ID
	}
	b.source.Actors = append(b.source.Actors, a)
	if a.Kind == schema.Person {
		b.source.Persons[a.ID] = ref.Person{
			Gender: b.known.GivenGender(strings.Fields(a.Name)[0]), Short: ref.ShortName(a.Name, a.Country),
		}
	}
	b.name(a.Name, a.ID)
	for _, alias := range a.Aliases {
		b.name(alias, a.ID)
	}
}

// join adds to an actor of this import what a later line says of it. The
// actors of the known table are left alone.
func (b *builder) join(have, more *schema.Actor) {
	i, ok := b.at[have.ID]
	if ok {
		a := &b.source.Actors[i]
		a.Country = cmp.Or(a.Country, more.Country)
		a.Wikidata = cmp.Or(a.Wikidata, more.Wikidata)
		for _, s := range more.Sectors {
			if !slices.Contains(a.Sectors, s) {
				a.Sectors = append(a.Sectors, s)
			}
		}
	}
	for _, alias := range more.Aliases {
		b.name(alias, have.ID)
	}
}

// name files a spelling. A single word is weak: it may be an everyday word too.
func (b *builder) name(text, id string) {
	key := nameKey{text, id}
	if text == "" || b.names[key] {
		return
	}
	b.names[key] = true
	if b.isKnownName(text, id) {
		return
	}
	n := ref.Name{Text: text, ActorID: id, Reading: ref.FullName, Weak: !strings.ContainsAny(text, " -")}
	if a := b.find(id); a != nil && a.Kind == schema.State {
		n.PlaceID = id
	}
	b.source.Names = append(b.source.Names, n)
	if i, ok := b.at[id]; ok {
		if a := &b.source.Actors[i]; text != a.Name && !slices.Contains(a.Aliases, text) {
			a.Aliases = append(a.Aliases, text)
			slices.Sort(a.Aliases)
		}
	}
}

// isKnownName reports whether the table reads the words as this actor already,
// or as a place of this state: a dictionary that codes Moscow as RUS says less
// than the table knows.
func (b *builder) isKnownName(text, id string) bool {
	a := b.known.Actor(id)
	if a == nil {
		return false
	}
	for _, h := range b.known.Named(text) {
		if h.Actor == a || h.Place != nil && a.Kind == schema.State && h.Place.Country == a.Country {
			return true
		}
	}
	return false
}

// tenure files a stay in office; line is remembered to name a repetition.
func (b *builder) tenure(t ref.Tenure, words string, line int) (first int, again bool) {
	if first, again = b.tenures[heldAs{t, words}]; again {
		return first, true
	}
	b.tenures[heldAs{t, words}] = line
	b.source.Tenures = append(b.source.Tenures, t)
	return line, false
}

// office returns the key of an office named in words, a new one where it is
// not known.
func (b *builder) office(words, body string) string {
	core, _, _ := strings.Cut(words, " of the Republic of ")
	for _, phrase := range [...]string{words, core, withoutCountry(b.known, words)} {
		if o, ok := b.known.Office(phrase, body); ok {
			return o.Key
		}
	}
	if head, _, found := strings.Cut(words, " to "); found && strings.HasPrefix(strings.ToLower(head), "ambassador") {
		return "ambassador"
	}
	key := schema.Slug(words)
	if b.offices[key] == "" {
		sectors := b.known.Code(words, "", "").Sectors
		o := ref.Office{Key: key, Title: words, Sector: "GOV", Phrases: []ref.Phrase{{Words: words}}}
		if len(sectors) > 0 {
			o.Sector = sectors[0]
		}
		b.offices[key] = o.Sector
		b.source.Offices = append(b.source.Offices, o)
	}
	return key
}

// withoutCountry takes " of Albania" off "President of Albania".
func withoutCountry(known *ref.Table, words string) string {
	i := strings.LastIndex(words, " of ")
	if i < 0 {
		return words
	}
	of := strings.TrimPrefix(words[i+4:], "the ")
	for _, h := range known.Named(of) {
		if h.Actor != nil && h.Actor.Kind != schema.Person {
			return words[:i]
		}
	}
	return words
}

var wikidataItem = regexp.MustCompile(`^Q[0-9]+$`)

// item takes the item out of a cell: Q42, or the end of an entity's address.
func item(cell string) string {
	cell = cell[strings.LastIndexByte(cell, '/')+1:]
	if wikidataItem.MatchString(cell) {
		return cell
	}
	return ""
}

var day = regexp.MustCompile(`^\+?([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?(?:T[0-9:.]*Z?)?$`)

// date reads 2014, 2014-05, 2014-05-20 and the query service's timestamps. An
// empty cell is no date; ok is false for what is none.
func date(cell string) (out string, ok bool) {
	cell = strings.TrimSpace(cell)
	if cell == "" || strings.HasPrefix(cell, "_:") || strings.Contains(cell, "/.well-known/genid/") {
		return "", true // Wikidata's "unknown value"
	}
	m := day.FindStringSubmatch(cell)
	if m == nil || m[2] > "12" || m[3] > "31" {
		return "", false
	}
	out = m[1]
	if m[2] != "" && m[2] != "00" {
		out += "-" + m[2]
		if m[3] != "" && m[3] != "00" {
			out += "-" + m[3]
		}
	}
	return out, true
}

// endsFirst reports whether a period ends before it begins.
func endsFirst(from, to string) bool {
	n := min(len(from), len(to))
	return n > 0 && to[:n] < from[:n]
}
