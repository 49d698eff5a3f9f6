package ref

import "github.com/entente-kg/entente/schema"

// Source is a set of reference data: the embedded tables, or what a user imports.
type Source struct {
	Countries   []Country
	Actors      []schema.Actor
	Names       []Name
	Tenures     []Tenure
	Codings     []DatedCode
	Agents      []Agent
	Offices     []Office
	Memberships []Membership
	Persons     map[string]Person // by actor ID: what schema.Actor does not say of a person

	places map[string]bool // IDs of places filed, while the embedded tables are read
}

// Name is one way of writing an actor in a text.
type Name struct {
	Text    string
	ActorID string // who acts; empty for a name that is only a place
	PlaceID string // where, for names that are also a place
	Reading Reading
	Weak    bool // an everyday word too ("Shell"): not read at the start of a sentence

	// From and To limit the days of the texts in which the name means this actor:
	// "US-led coalition" is another one in 2003 and in 2016. Empty: any day.
	From, To string
}

// Reading says what kind of name the words are.
type Reading string

// The readings of a name.
const (
	FullName     Reading = "name"
	Abbreviation Reading = "abbreviation"
	Adjective    Reading = "adjective" // Russian, French; also the noun for one of its people where there is no other
	People       Reading = "people"    // Russians, Frenchmen
	Citizen      Reading = "citizen"   // Spaniard, Dane
	Capital      Reading = "capital"   // Actor is the state, Place the city
	City         Reading = "city"      // Actor nil
	Region       Reading = "region"    // Actor nil
	Metonym      Reading = "metonym"   // the Kremlin: Actor is the state, Place the building
)

// Country is a state or territory.
type Country struct {
	Code      string // ISO 3166 alpha-3, KOS for Kosovo
	Alpha2    string
	Name      string
	Standing  string // state, dependency or partial (recognised by some)
	Adjective string // "Russian"; empty where none is used
	CapitalID string
}

// Person is what is known of a person beside names and codes.
type Person struct {
	Gender string // m, f or empty
	Short  string // the name used alone: "Blinken", "Xi", "van der Bellen"
}

// Tenure is one stay of a person in an office.
type Tenure struct {
	PersonID string
	Body     string // alpha-3 code, or the actor ID of an organisation
	Office   string // key of an Office
	From, To string // first and last day; To empty: still running as far as is known
}

// DatedCode is a country and sectors that hold for an actor in a period, as
// event-data dictionaries give them.
type DatedCode struct {
	ActorID  string
	Country  string
	Sectors  []string
	From, To string
}

// Covers reports whether the tenure includes the day. An empty date is any day.
func (t Tenure) Covers(date string) bool { return within(t.From, t.To, date) }

// within compares dates of different precision as prefixes: "2014" covers
// every day of that year at both ends.
func within(from, to, date string) bool {
	if date == "" {
		return true
	}
	return comparePrefix(date, from) >= 0 && (to == "" || comparePrefix(date, to) <= 0)
}

// comparePrefix compares two dates up to the shorter one's precision.
func comparePrefix(a, b string) int {
	n := min(len(a), len(b))
	switch {
	case a[:n] < b[:n]:
		return -1
	case a[:n] > b[:n]:
		return 1
	}
	return 0
}
