package schema

// Kind is the kind of thing an actor is.
type Kind string

// The kinds. A state can be an actor and a place at once; a place is only ever
// where something happens or where somebody goes.
const (
	Person       Kind = "person"
	State        Kind = "state"
	Organisation Kind = "organisation"
	Group        Kind = "group" // people without an organisation: "protesters", "Russian officials"
	Place        Kind = "place"
)

// Actor is one node of the graph: somebody, or some body, who does things.
type Actor struct {
	ID       string   `json:"id"`   // "actor:antony-blinken", stable across articles and runs
	Name     string   `json:"name"` // display name
	Kind     Kind     `json:"kind"`
	Country  string   `json:"country,omitempty"` // ISO 3166 alpha-3, XKX→KOS, or IGO, UNO, EUR, NGO, MNC, IMG, ISM
	Sectors  []string `json:"sectors,omitempty"` // PLOVER sectors, most specific first
	Aliases  []string `json:"aliases,omitempty"` // spellings seen or known, sorted, without Name
	Wikidata string   `json:"wikidata,omitempty"`
	Known    bool     `json:"-"` // from reference data; false for one discovered in text
}
