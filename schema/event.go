package schema

// Span is a half-open interval of byte offsets into an article's text.
type Span struct {
	Start int `json:"start"`
	End   int `json:"end"`
}

// Overlaps reports whether the two spans share a byte.
func (s Span) Overlaps(t Span) bool { return s.Start < t.End && t.Start < s.End }

// Contains reports whether t lies inside s.
func (s Span) Contains(t Span) bool { return s.Start <= t.Start && t.End <= s.End }

// Status says how an event stands to the world at the time of the article.
type Status string

// The six statuses. Only the first three are written as direct edges.
const (
	Occurred     Status = "occurred"
	Ongoing      Status = "ongoing"
	Planned      Status = "planned"
	Cancelled    Status = "cancelled"
	Denied       Status = "denied"
	Hypothetical Status = "hypothetical"
)

// Statuses lists every status in the order they are reported.
var Statuses = [...]Status{Occurred, Ongoing, Planned, Cancelled, Denied, Hypothetical}

// Direct reports whether an event of this status is also written as a plain
// edge between its participants. What was denied, cancelled or only imagined
// never is.
func (s Status) Direct() bool { return s == Occurred || s == Ongoing || s == Planned }

// Text is a span together with the words it covers, as they stand in the article.
type Text struct {
	Span
	Text string `json:"text"`
}

// Participant is an actor in an event, with the places in the text that name it there.
type Participant struct {
	Actor
	Mentions []Text `json:"mentions"`
}

// Evidence is what an event rests on.
type Evidence struct {
	Sentence int    `json:"sentence"` // index of the sentence in the article, from 0
	Span            // the sentence
	Text     string `json:"text"`    // the sentence's words
	Trigger  Text   `json:"trigger"` // the word or phrase that says it
	Rule     string `json:"rule"`    // ID of the rule that read it
	Cue      string `json:"cue,omitempty"`
	DateText string `json:"date_text,omitempty"` // the phrase From and To were read from
}

// Event is one thing that happened, was planned or was denied, as one sentence tells it.
//
// A meeting of five people is one event with five Actors; the edges between
// them are derived from it (see [Event.Dyads]).
type Event struct {
	Schema     int           `json:"schema"` // version of this record's shape: [Version]
	ID         string        `json:"id"`     // hash of article, sentence, rule and participants
	Relation   string        `json:"relation"`
	Root       string        `json:"event"` // PLOVER root, "CONSULT"; empty for standing facts
	Mode       string        `json:"mode,omitempty"`
	CAMEO      string        `json:"cameo,omitempty"`
	QuadClass  int           `json:"quad_class,omitempty"` // 1–4, see plover's quad classes
	Status     Status        `json:"status"`
	Actors     []Participant `json:"actors"`
	Recipients []Participant `json:"recipients"`
	Place      *Participant  `json:"place,omitempty"`
	From       string        `json:"from,omitempty"` // first day, 2022-01-18; empty when not known
	To         string        `json:"to,omitempty"`   // last day, inclusive
	Speaker    *Participant  `json:"speaker,omitempty"`
	Article    ArticleRef    `json:"article"`
	Evidence   Evidence      `json:"evidence"`
	Confidence float64       `json:"confidence"` // 0–1, calibrated on the development set
}

// Version is the version of the JSON record of an event.
const Version = 1

// Fact is a standing relation of an actor that an article states: a role held,
// a body represented. Object is an actor ID; Role is the office in words.
type Fact struct {
	Relation string   `json:"relation"` // holds-role, represents, member-of, located-in, citizen-of, same-as
	Subject  string   `json:"subject"`  // actor ID
	Object   string   `json:"object,omitempty"`
	Role     string   `json:"role,omitempty"`
	From     string   `json:"from,omitempty"`
	To       string   `json:"to,omitempty"`
	Evidence Evidence `json:"evidence"`
}

// ArticleRef names the article an event came from.
type ArticleRef struct {
	ID        string `json:"id"`
	URL       string `json:"url,omitempty"`
	Title     string `json:"title,omitempty"`
	Publisher string `json:"publisher,omitempty"`
	Published string `json:"published,omitempty"` // day, 2022-01-18
	Hash      string `json:"-"`                   // sha256 of day, URL, title, publisher and text, hex
	Sketch    string `json:"-"`                   // of the text, to find copies by; see package sketch
}

// Extraction is all that one article yields: the unit that is stored, replaced and removed.
type Extraction struct {
	Article ArticleRef
	Actors  []Actor // every actor the article mentions in an event or a fact, sorted by ID
	Events  []Event // in text order
	Facts   []Fact  // in text order
}
