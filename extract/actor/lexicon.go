package actor

import (
	"slices"
	"strings"

	"github.com/entente-kg/entente/extract/actor/ref"
	"github.com/entente-kg/entente/schema"
)

// class says what sort of thing a known name is.
type class uint8

const (
	noClass class = iota
	stateClass
	demonymClass // adjective or people: "Russian", "Russians"
	placeClass
	metonymClass // a building for its master: "Kremlin"
	orgClass
	personClass
)

// entry is one reading of a known name.
type entry struct {
	class  class
	actor  *schema.Actor // who acts under the name: the state for "Moscow"; nil for a mere place
	place  *schema.Actor // where it is: the city for "Moscow"; nil for people
	plural bool          // "Russians"
	rival  *schema.Actor // place of the same name in another country, for a capital: Victoria
}

// office is a post that one person holds: "foreign minister".
type office struct {
	ref.Office
	words  string // as written, in the singular: "chancellor" is another office in another country
	plural bool   // "foreign ministers"
	coming bool   // "prime minister-designate": not the holder yet
	lemma  string
}

// agent is a noun for people or a body, with what it says of them.
type agent struct {
	lemma   string
	sectors []string
	kind    schema.Kind // person, group for people in number, organisation for a body
	plural  bool
	vehicle bool // a thing that acts for its owner: gunboat, drone
	state   bool // with a nationality it stands for the state itself: "Russian officials", "the Syrian government"
}

// lexicon asks the reference tables what words mean. It does not change once
// made and is shared by goroutines.
type lexicon struct {
	table   *ref.Table
	offices phraseTrie[ref.Office]
	nouns   phraseTrie[ref.Agent]
	persons map[string]*schema.Actor // by folded full name; nil where two share it
	bodies  map[string]*schema.Actor // see bodies
	houses  map[string]string        // by folded family name, the country all its bearers share; "" where they share none
}

func newLexicon(t *ref.Table) *lexicon {
	x := &lexicon{table: t, offices: phraseTrie[ref.Office]{}, nouns: phraseTrie[ref.Agent]{}}
	where := officeBodies(t)
	for _, o := range t.Offices() {
		for _, p := range o.Phrases {
			o.Bodies = where[p.Words]
			x.offices.add(p.Words, o, false)
			x.offices.add(plural(p.Words), o, true)
		}
	}
	for _, a := range slices.Concat(t.Agents(), statesInGeneral[:], peoplesWithoutState[:]) {
		if a.Words == "summit" {
			continue // people meet at it; it does nothing itself
		}
		x.nouns.add(a.Words, a, false)
		x.nouns.add(a.Plural, a, true)
	}
	x.persons = personsByName(t.Actors())
	x.bodies = bodies(t)
	x.houses = houses(t)
	return x
}

// officeBodies lists for each phrase the bodies that use it, whatever they mean by
// it; nil where any may: "chancellor" is a minister in GBR and a premier in DEU.
func officeBodies(t *ref.Table) map[string][]string {
	out, everywhere := map[string][]string{}, map[string]bool{}
	for _, o := range t.Offices() {
		for _, p := range o.Phrases {
			everywhere[p.Words] = everywhere[p.Words] || p.Bodies == nil
			out[p.Words] = append(out[p.Words], p.Bodies...)
		}
	}
	for words := range everywhere {
		if everywhere[words] {
			out[words] = nil
		}
	}
	return out
}

// personsByName files the known persons under the folded form of each full name.
func personsByName(actors []*schema.Actor) map[string]*schema.Actor {
	by := map[string]*schema.Actor{}
	for _, a := range actors {
		if a.Kind != schema.Person {
			continue
		}
		file := func(name string) {
			key := schema.NameKey(name)
			if old, taken := by[key]; taken && old != a {
				by[key] = nil
			} else if strings.Contains(key, " ") {
				by[key] = a
			}
		}
		file(a.Name)
		if short := withoutInitial(a.Name); short != a.Name {
			file(short)
		}
		for _, alias := range a.Aliases {
			file(alias)
		}
	}
	return by
}

// statesInGeneral are nouns that point back to states. With a number or an
// adjective they are a group of their own: "European countries".
var statesInGeneral = [...]ref.Agent{
	{Words: "country", Plural: "countries", Kind: "state"},
	{Words: "nation", Plural: "nations", Kind: "state"},
	{Words: "side", Plural: "sides", Kind: "state"},
	{Words: "kingdom", Plural: "kingdoms", Kind: "state"},
}

// peoplesWithoutState are nouns for peoples that are a party to conflicts and have
// no state of their name. Each is one group in all articles.
var peoplesWithoutState = [...]ref.Agent{
	{Words: "kurd", Plural: "kurds", Kind: "person"},
	{Words: "tamil", Plural: "tamils", Kind: "person"},
	{Words: "uighur", Plural: "uighurs", Kind: "person"},
	{Words: "uyghur", Plural: "uyghurs", Kind: "person"},
	{Words: "chechen", Plural: "chechens", Kind: "person"},
	{Words: "hutu", Plural: "hutus", Kind: "person"},
	{Words: "tutsi", Plural: "tutsis", Kind: "person"},
	{Words: "rohingya", Plural: "rohingyas", Kind: "person"},
	{Words: "kashmiri", Plural: "kashmiris", Kind: "person"},
	{Words: "tibetan", Plural: "tibetans", Kind: "person"},
	{Words: "pashtun", Plural: "pashtuns", Kind: "person"},
	{Words: "hazara", Plural: "hazaras", Kind: "person"},
	{Words: "yazidi", Plural: "yazidis", Kind: "person"},
	{Words: "druze", Plural: "druze", Kind: "person"},
	{Words: "alawite", Plural: "alawites", Kind: "person"},
}

// aPeople reports whether the noun is for such a people.
func aPeople(lemma string) bool {
	return slices.ContainsFunc(peoplesWithoutState[:], func(a ref.Agent) bool { return a.Words == lemma })
}

// withoutInitial leaves out the initial of a middle name: "Gerald R. Ford".
func withoutInitial(name string) string {
	words := strings.Fields(name)
	if len(words) == 3 && len(words[1]) == 2 && words[1][1] == '.' && len(words[0]) > 2 {
		return words[0] + " " + words[2]
	}
	return name
}

// match returns the best reading of the longest known name at word i.
func (x *lexicon) match(forms []string, i int, date string) (entry, int) {
	n, hits := x.table.Match(forms, i)
	var best entry
	var town *schema.Actor
	rank := 0
	for _, h := range hits {
		if !h.On(date) {
			continue
		}
		e := entry{class: classOf(&h), actor: h.Actor, place: h.Place, plural: h.Reading == ref.People}
		if e.class == stateClass {
			e.place = h.Actor
		}
		if e.class == placeClass && e.actor == nil {
			town = e.place
		}
		if k := x.rank(&e, date); k > rank {
			best, rank = e, k
		}
	}
	if best.class == placeClass && best.actor != nil {
		best.rival = town
	}
	if rank == 0 {
		return best, 0 // a name of other days
	}
	return best, n
}

// rank orders the readings of one name: what is meant most often comes first,
// and of two people the one in office on the day.
func (x *lexicon) rank(e *entry, date string) int {
	switch e.class {
	case stateClass:
		return 9
	case orgClass:
		return 8
	case metonymClass:
		return 7
	case demonymClass:
		return 6
	case personClass:
		if x.active(e.actor.ID, date, 0) {
			return 5
		}
		return 4
	case placeClass:
		if e.actor != nil {
			return 7
		}
		return 3
	}
	return 0
}

func classOf(h *ref.Hit) class {
	switch h.Reading {
	case ref.Adjective, ref.People, ref.Citizen:
		return demonymClass
	case ref.Capital, ref.City, ref.Region:
		return placeClass
	case ref.Metonym:
		return metonymClass
	}
	switch {
	case h.Actor == nil:
		return placeClass
	case h.Actor.Kind == schema.Person:
		return personClass
	case h.Actor.Kind == schema.State:
		return stateClass
	case h.Actor.Kind == schema.Place:
		return placeClass
	}
	return orgClass
}

// active reports whether a person held an office on the day, or within so many
// years of it.
func (x *lexicon) active(id, date string, years int) bool {
	if len(date) < 4 {
		return len(x.table.Tenures(id)) > 0
	}
	for _, t := range x.table.Tenures(id) {
		if t.Covers(date) || years > 0 && near(t, date, years) {
			return true
		}
	}
	return false
}

func near(t ref.Tenure, date string, years int) bool {
	y := year(date)
	return len(t.From) >= 4 && year(t.From) <= y+years && (len(t.To) < 4 || year(t.To) >= y-years)
}

func year(date string) int {
	y := 0
	for i := 0; i < 4; i++ {
		y = y*10 + int(date[i]-'0')
	}
	return y
}

// surname lists the known persons called by that name alone who held an office
// within three years of the day; without a day, all.
func (x *lexicon) surname(name, date string) []*schema.Actor {
	all := x.table.Surname(name)
	if len(all) == 0 {
		all = slices.Concat(x.table.Surname("al-"+name), x.table.Surname("el-"+name))
	}
	out := make([]*schema.Actor, 0, len(all))
	for _, a := range all {
		if x.active(a.ID, date, 3) {
			out = append(out, a)
		}
	}
	return out
}

// roles lists the offices a known person held on the day.
func (x *lexicon) roles(a *schema.Actor, date string) []role {
	var out []role
	for _, t := range x.table.Tenures(a.ID) {
		o, ok := x.table.OfficeByKey(t.Office)
		if !ok || len(date) >= 4 && !t.Covers(date) {
			continue
		}
		held := role{office: &office{Office: o}, text: o.Title}
		if _, ok := x.table.Country(t.Body); ok {
			held.country = t.Body
		}
		out = append(out, held)
	}
	return out
}

// holderByKey is holder for an office of the tables.
func (x *lexicon) holderByKey(body, key, date string) *schema.Actor {
	o, ok := x.table.OfficeByKey(key)
	if !ok {
		return nil
	}
	return x.holder(body, o.Title, date)
}

// holder returns the one holder of an office of a body on a day, or nil.
func (x *lexicon) holder(body, phrase, date string) *schema.Actor {
	o, ok := x.table.Office(phrase, body)
	if !ok || len(date) < 4 {
		return nil
	}
	rows := x.table.Holder(body, o.Key, date)
	if len(rows) == 0 || !o.Single {
		return nil
	}
	id := rows[len(rows)-1].PersonID
	if len(date) < 10 && slices.ContainsFunc(rows, func(t ref.Tenure) bool { return t.PersonID != id }) {
		return nil
	}
	return x.table.Actor(id)
}

// given returns the gender a given name suggests.
func (x *lexicon) given(name string) gender { return genderOf(x.table.GivenGender(name)) }

// sex returns the gender of a person: as the tables know it, or by the given name.
func (x *lexicon) sex(a *schema.Actor) gender {
	if a.Kind != schema.Person {
		return unknownGender
	}
	if p, ok := x.table.Person(a.ID); ok && p.Gender != "" {
		return genderOf(p.Gender)
	}
	first, _, _ := strings.Cut(a.Name, " ")
	return x.given(first)
}

func genderOf(s string) gender {
	switch s {
	case "m":
		return male
	case "f":
		return female
	}
	return unknownGender
}
