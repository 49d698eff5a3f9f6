package actor

import "github.com/entente-kg/entente/schema"

// Mention is a noun phrase or pronoun of a sentence, read as the actors it stands for.
//
// A mention is not an actor: "Blinken", "the secretary of state" and "he" are
// three mentions of one. A plural ("the two leaders", "they", "both countries")
// stands for several.
type Mention struct {
	schema.Span     // the whole phrase, title included
	Sentence    int // index into Document.Sentences
	First, Last int // token range [First, Last) in that sentence
	Head        int // token that carries the phrase in the tree: rules anchor here

	// Actors are who the phrase stands for when it does something: the
	// government for "Moscow", the people for "the two leaders". Empty when the
	// phrase can only be a place.
	Actors []*schema.Actor
	// Place is what the phrase stands for when something happens there or
	// somebody goes there: "Moscow" the city, "Ukraine" the country. Nil for people.
	Place *schema.Actor

	How    How    // what resolved it
	Why    string // one line for `explain`: "last name of actor:antony-blinken, sentence 0"
	Role   string // office in words when the phrase gives one: "foreign minister"
	Plural bool

	// Modifier is set when the phrase only qualifies another noun: "Russian" in
	// "Russian gas", "State Department" in "State Department spokesman Ned Price".
	Modifier bool
}

// Resolution is what a resolver found in a document.
type Resolution struct {
	Mentions [][]Mention     // by sentence, in order of First, the longer phrase first
	Facts    []schema.Fact   // roles and what they represent, in text order
	Actors   []*schema.Actor // every actor and place mentioned, by ID
}

// At returns the mention that word i of a sentence belongs to: the one it is
// the head of, else the shortest around it; nil when it is in none.
func (r *Resolution) At(sentence, i int) *Mention {
	var best *Mention
	for k := range r.Mentions[sentence] {
		m := &r.Mentions[sentence][k]
		switch {
		case i < m.First || i >= m.Last:
		case m.Head == i && !m.Modifier:
			return m
		case best == nil || m.Last-m.First < best.Last-best.First:
			best = m
		}
	}
	return best
}

// How names the step that resolved a mention.
type How string

// The ways a mention is resolved.
const (
	ByName        How = "name"        // known or discovered full name
	ByTitle       How = "title"       // title with a name: "President Volodymyr Zelensky"
	ByOffice      How = "office"      // office without a name: "the secretary of state"
	ByShortName   How = "short-name"  // last name, acronym, nickname inside the article
	ByPronoun     How = "pronoun"     // he, she, they, it
	ByNationality How = "nationality" // "Russian officials", "the Russians"
	ByMetonym     How = "metonym"     // "the Kremlin", "Moscow" as government
	ByGroup       How = "group"       // "protesters", "militants"
)
