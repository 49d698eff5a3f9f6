package ref

import (
	"cmp"
	"slices"
	"strings"
	"sync"

	"github.com/entente-kg/entente/schema"
)

// Table answers questions about known actors. It does not change once built
// and may be used by many goroutines.
type Table struct {
	actors    []*schema.Actor // sorted by ID
	byID      map[string]*schema.Actor
	countries map[string]*Country
	names     index
	offices   offices
	tenures   tenures
	persons   map[string]Person
	codings   map[string][]DatedCode
	surnames  map[string][]*schema.Actor
	agents    agents
	given     map[string]string
	words     vocabulary
	members   map[string][]Membership // by organisation's actor ID
}

// Load returns the table of the embedded data, built on the first call.
func Load() *Table { return loadTable() }

var loadTable = sync.OnceValue(func() *Table {
	src, err := Embedded()
	if err != nil {
		panic("ref: " + err.Error()) // the tables are part of the program and linted by its tests
	}
	return Build(src)
})

// Build makes a table of the sources. Where two sources say something of the
// same actor ID, the actor is the first one's and names, tenures and codes add up.
func Build(sources ...*Source) *Table {
	t := &Table{
		byID:      map[string]*schema.Actor{},
		countries: map[string]*Country{},
		names:     index{nodes: map[uint64]int32{}},
		persons:   map[string]Person{},
		codings:   map[string][]DatedCode{},
		given:     givenNames(),
		members:   map[string][]Membership{},
	}
	if err := t.words.read(); err != nil {
		panic("ref: " + err.Error()) // part of the program, linted by its tests
	}
	for _, s := range sources {
		t.addActors(s)
	}
	t.actors = make([]*schema.Actor, 0, len(t.byID))
	for _, a := range t.byID {
		t.actors = append(t.actors, a)
	}
	slices.SortFunc(t.actors, func(a, b *schema.Actor) int { return cmp.Compare(a.ID, b.ID) })
	for _, s := range sources {
		t.addNames(s)
		t.offices.add(s.Offices)
		t.tenures.add(s.Tenures)
		t.agents.add(s.Agents)
		for _, c := range s.Codings {
			t.codings[c.ActorID] = append(t.codings[c.ActorID], c)
		}
		for _, m := range s.Memberships {
			t.members[m.Organisation] = append(t.members[m.Organisation], m)
		}
	}
	t.tenures.sort()
	t.fileSurnames()
	return t
}

func (t *Table) addActors(s *Source) {
	for i := range s.Countries {
		if c := &s.Countries[i]; t.countries[c.Code] == nil {
			t.countries[c.Code] = c
		}
	}
	for i := range s.Actors {
		a := s.Actors[i]
		if have := t.byID[a.ID]; have != nil {
			have.Aliases = union(have.Aliases, a.Aliases)
			have.Wikidata = cmp.Or(have.Wikidata, a.Wikidata)
			continue
		}
		a.Known = true
		t.byID[a.ID] = &a
	}
	for id, p := range s.Persons {
		if _, ok := t.persons[id]; !ok {
			t.persons[id] = p
		}
	}
}

// union merges two sorted lists of spellings.
func union(a, b []string) []string {
	all := slices.Concat(a, b)
	slices.Sort(all)
	return slices.Compact(all)
}

func (t *Table) addNames(s *Source) {
	for _, n := range s.Names {
		hit := Hit{Actor: t.byID[n.ActorID], Place: t.byID[n.PlaceID], Reading: n.Reading}
		if n.From != "" || n.To != "" {
			hit.Span = &Span{n.From, n.To}
		}
		t.names.add(n.Text, n.Weak, hit)
		if short, ok := strings.CutSuffix(n.Text, " Party"); ok {
			t.names.add(short+" party", n.Weak, hit) // as many papers write it
		}
	}
}

// Actors lists every known actor, sorted by ID. The actors are shared: do not change them.
func (t *Table) Actors() []*schema.Actor { return t.actors }

// Actor returns the actor of that ID, or nil.
func (t *Table) Actor(id string) *schema.Actor { return t.byID[id] }

// Match returns the longest run of tokens beginning at i that names something
// known, its length and everything it may name; 0 and nil when there is none.
// A leading article is not part of a name unless the name is written with it.
func (t *Table) Match(tokens []string, i int) (n int, hits []Hit) { return t.names.match(tokens, i) }

// Named returns everything a whole name may stand for.
func (t *Table) Named(name string) []Hit {
	tokens := strings.Fields("x " + name) // not at the start of a sentence
	if n, hits := t.Match(tokens, 1); n == len(tokens)-1 {
		return hits
	}
	return nil
}

// Country returns the state or territory of an alpha-3 code.
func (t *Table) Country(code string) (Country, bool) {
	c, ok := t.countries[code]
	if !ok {
		return Country{}, false
	}
	return *c, true
}

// State returns the actor of a country code, or nil.
func (t *Table) State(code string) *schema.Actor {
	c, ok := t.countries[code]
	if !ok {
		return nil
	}
	return t.byID["actor:"+schema.Slug(c.Name)]
}

// Person returns gender and short name of a person; ok is false for other actors.
func (t *Table) Person(actorID string) (p Person, ok bool) {
	p, ok = t.persons[actorID]
	return p, ok
}

// Surname returns the known persons that are called by this name alone, sorted
// by ID: "Blinken", "Xi", "Park".
func (t *Table) Surname(name string) []*schema.Actor { return t.surnames[surnameKey(name)] }

// bearers returns the persons of a family name, only those in office on the
// day where there are any.
func (t *Table) bearers(name, date string) []*schema.Actor {
	all := t.Surname(name)
	if date == "" || len(all) < 2 {
		return all
	}
	var serving []*schema.Actor
	for _, a := range all {
		if t.serves(a.ID, date) {
			serving = append(serving, a)
		}
	}
	if serving != nil {
		return serving
	}
	return all
}

// serves reports whether a person is in an office on the day.
func (t *Table) serves(id, date string) bool {
	return slices.ContainsFunc(t.Tenures(id), func(x Tenure) bool { return x.Covers(date) })
}

// onlyBearer returns the one person of a family name, or nil.
func (t *Table) onlyBearer(name, date string) *schema.Actor {
	if found := t.bearers(name, date); len(found) == 1 && title(name) == name {
		return found[0]
	}
	return nil
}

// surnameCode returns the code that all bearers of a family name share, and
// one of them; empty where they differ or the word is not capitalised.
func (t *Table) surnameCode(name, date string) (country string, sectors []string, who string) {
	found := t.bearers(name, date)
	if len(found) == 0 || title(name) != name {
		return "", nil, ""
	}
	for i, a := range found {
		c, s, _ := t.CodeAt(a, date)
		switch {
		case i == 0:
			country, sectors = c, s
		case c != country:
			return "", nil, ""
		case !slices.Equal(s, sectors):
			sectors = nil
		}
	}
	return country, sectors, found[0].Name
}

// held reports whether a person held the office by the day, or ever without one.
func (t *Table) held(id, office, date string) bool {
	return slices.ContainsFunc(t.Tenures(id), func(x Tenure) bool {
		return x.Office == office && (date == "" || comparePrefix(x.From, date) <= 0)
	})
}

func surnameKey(name string) string {
	var key strings.Builder
	for _, p := range pieces(nil, name) {
		key.WriteString(p.text)
		key.WriteByte(' ')
	}
	return key.String()
}

func (t *Table) fileSurnames() {
	t.surnames = map[string][]*schema.Actor{}
	for _, a := range t.actors {
		if p, ok := t.persons[a.ID]; ok && p.Short != "" {
			t.fileSurname(p.Short, a)
		}
	}
}

// fileSurname files a short name, and without the Arabic article too: news
// writes both al-Bashir and Bashir.
func (t *Table) fileSurname(short string, a *schema.Actor) {
	keys := []string{surnameKey(short)}
	for _, article := range [...]string{"al-", "el-", "Al-", "El-"} {
		if bare, ok := strings.CutPrefix(short, article); ok {
			keys = append(keys, surnameKey(bare))
		}
	}
	for _, key := range keys {
		t.surnames[key] = append(t.surnames[key], a)
	}
}

// GivenGender returns m or f for a common given name, else "".
func (t *Table) GivenGender(name string) string { return t.given[fold(name)] }
