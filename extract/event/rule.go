package event

import (
	"fmt"
	"slices"
	"strings"

	"github.com/entente-kg/entente/schema"
)

// File is one rule file. Every section is optional, so that a user's file of
// three rules and the built-in ones have the same shape.
type File struct {
	Classes  map[string]Words `yaml:"classes"`
	Frames   []*Frame         `yaml:"frames"`
	Rules    []*Rule          `yaml:"rules"`
	Cues     []*Cue           `yaml:"cues"`
	Discards []*DiscardRule   `yaml:"discards"`
}

// Rule says which words tell of a relation and where its participants stand.
type Rule struct {
	ID       string `yaml:"id"`
	Relation string `yaml:"relation"`
	Mode     string `yaml:"mode"`  // PLOVER mode, when the words show one
	CAMEO    string `yaml:"cameo"` // finer code than the relation's

	Verbs   Words `yaml:"verbs"`   // lemmas, with a particle where needed: "lash out"
	Nouns   Words `yaml:"nouns"`   // lemmas
	Phrases Words `yaml:"phrases"` // verb and noun: "hold|have <talks>", "enter into <talks>"

	Frame         string `yaml:"frame"` // named argument pattern; default "transitive"
	Actor         Slots  `yaml:"actor"`
	Recipient     Slots  `yaml:"recipient"`
	NounActor     Slots  `yaml:"noun-actor"`
	NounRecipient Slots  `yaml:"noun-recipient"`

	Needs            Words         `yaml:"needs"` // which of actor, recipient must be found; default both
	ActorKinds       []schema.Kind `yaml:"actor-kinds"`
	RecipientKinds   []schema.Kind `yaml:"recipient-kinds"`
	ActorWords       Words         `yaml:"actor-words"`       // one of these lemmas must stand in the actor's phrase
	RecipientWords   Words         `yaml:"recipient-words"`   // the same of the recipient's
	ActorSectors     Words         `yaml:"actor-sectors"`     // the actor is in one of these sectors: REB
	RecipientSectors Words         `yaml:"recipient-sectors"` // the same of the recipient's
	Only             Words         `yaml:"only"`              // one of these lemmas must stand below the trigger
	Unless           Words         `yaml:"unless"`            // none of these may
	Each             bool          `yaml:"each"`              // one event for every recipient
	Directed         bool          `yaml:"directed"`          // keep the sides apart though the relation is symmetric
	Status           schema.Status `yaml:"status"`            // what the words themselves imply; default occurred
	Prior            float64       `yaml:"prior"`             // share of right matches to expect; default 0.8
	Also             bool          `yaml:"also"`              // read beside the rule that wins the trigger
	SelfTold         bool          `yaml:"self-told"`         // holds only where the actor himself says so
	When             schema.Status `yaml:"when"`              // holds only where the deed has this status
	AsState          bool          `yaml:"as-state"`          // what is done to an envoy is done to who sent him
	Earlier          bool          `yaml:"earlier"`           // its recipients are those who met in the meeting told before

	Examples Examples `yaml:"examples"`

	at Position
}

// readsClause reports whether the rule looks for its recipient in a clause.
func (r *Rule) readsClause() bool {
	for _, step := range r.Recipient {
		for _, slot := range step {
			if strings.HasPrefix(slot, "comp") {
				return true
			}
		}
	}
	return false
}

// Frame is an argument pattern that rules share.
type Frame struct {
	Name          string `yaml:"name"`
	Says          string `yaml:"says"` // sentences with A and B, for the reader
	Actor         Slots  `yaml:"actor"`
	Recipient     Slots  `yaml:"recipient"`
	NounActor     Slots  `yaml:"noun-actor"`
	NounRecipient Slots  `yaml:"noun-recipient"`

	at Position
}

// Cue is a class of words that changes the status of the event below them.
type Cue struct {
	Status     schema.Status `yaml:"status"`
	Verbs      Words         `yaml:"verbs"`      // governing verb: "refused to meet"
	Nouns      Words         `yaml:"nouns"`      // governing noun: "plans to meet"
	Adjectives Words         `yaml:"adjectives"` // governing adjective: "due to meet"
	Aux        Words         `yaml:"aux"`        // auxiliary: "will meet"
	Modifiers  Words         `yaml:"modifiers"`  // of a nominal trigger: "upcoming talks"
	Marks      Words         `yaml:"marks"`      // conjunction or preposition: "if", "ahead of"
	Examples   Examples      `yaml:"examples"`

	at Position
}

// DiscardRule names what looks like an event and is none.
type DiscardRule struct {
	ID       string   `yaml:"id"`
	Why      string   `yaml:"why"`
	Only     Words    `yaml:"only"`    // roots or relations it applies to; default all
	Words    Words    `yaml:"words"`   // lemmas that give it away
	Within   string   `yaml:"within"`  // trigger (its dependents), object, sentence, article; default trigger
	Sectors  Words    `yaml:"sectors"` // sectors that give it away when all of one side are in one: JRN
	Unless   Words    `yaml:"unless"`  // lemmas that make it an event after all, in the same range
	Examples Examples `yaml:"examples"`

	at Position
}

// Position is a place in a rule file.
type Position struct {
	File string
	Line int
}

func (p Position) String() string { return fmt.Sprintf("%s:%d", p.File, p.Line) }

// RuleError says what is wrong with a rule file, and where.
type RuleError struct {
	Position
	ID  string // of the rule, when known
	Msg string
}

func (e *RuleError) Error() string {
	if e.ID == "" {
		return fmt.Sprintf("%s: %s", e.Position, e.Msg)
	}
	return fmt.Sprintf("%s: rule %s: %s", e.Position, e.ID, e.Msg)
}

// Words is a list of words or phrases: "meet, sit down, <talks>", or the same
// as a YAML list. <name> stands for the words of a class.
type Words []string

// UnmarshalYAML reads either form.
func (w *Words) UnmarshalYAML(decode func(any) error) error {
	items, err := listOrString(decode)
	*w = items
	return err
}

// Slots are the places to look for a participant, best first; each step may
// join several with "+".
type Slots [][]string

// UnmarshalYAML reads "subj, poss+of".
func (s *Slots) UnmarshalYAML(decode func(any) error) error {
	items, err := listOrString(decode)
	for _, item := range items {
		*s = append(*s, strings.Split(strings.ReplaceAll(item, " ", ""), "+"))
	}
	return err
}

// listOrString reads a YAML list of strings or one comma-separated string.
func listOrString(decode func(any) error) ([]string, error) {
	var list []string
	if decode(&list) == nil {
		return list, nil
	}
	var one string
	if err := decode(&one); err != nil {
		return nil, err
	}
	for item := range strings.SplitSeq(one, ",") {
		if item = strings.Join(strings.Fields(item), " "); item != "" {
			list = append(list, item)
		}
	}
	return list, nil
}

// Example is a text and what must come out of it:
//
//	Peru urged Chad to free the men. ### Peru urged Chad
//	Peru did not call Chad.          ### Peru spoke-with Chad [denied]
//	Peru phoned Chad.                ### Peru spoke-with Chad (phone)
//	Peru fell to third place.        ### nothing
type Example string

// Examples are written one a line, in a YAML block: a "#" inside a plain YAML
// value would begin a comment.
type Examples []Example

// UnmarshalYAML reads the block, or a list of strings.
func (x *Examples) UnmarshalYAML(decode func(any) error) error {
	var list []Example
	if decode(&list) == nil {
		*x = list
		return nil
	}
	var block string
	if err := decode(&block); err != nil {
		return err
	}
	for line := range strings.Lines(block) {
		if line = strings.TrimSpace(line); line != "" {
			*x = append(*x, Example(line))
		}
	}
	return nil
}

// Expected is one event an example asks for. Empty fields are not compared.
type Expected struct {
	Actor, Relation, Recipient string
	Status                     schema.Status
	Mode                       string
	Place                      string
}

// Parse splits the example into its text and the expected events; none means
// that no event of the rule's PLOVER root may come out.
func (e Example) Parse() (text string, want []Expected, err error) {
	text, right, found := strings.Cut(string(e), "###")
	text, right = strings.TrimSpace(text), strings.TrimSpace(right)
	if !found || text == "" || right == "" {
		return "", nil, fmt.Errorf("example %q: want TEXT ### ACTOR relation RECIPIENT (mode) [status] @ PLACE; … or ### nothing", string(e))
	}
	if right == "nothing" {
		return text, nil, nil
	}
	for part := range strings.SplitSeq(right, ";") {
		x, err := parseExpected(strings.TrimSpace(part))
		if err != nil {
			return "", nil, fmt.Errorf("example %q: %w", string(e), err)
		}
		want = append(want, x)
	}
	return text, want, nil
}

// parseExpected reads "A relation B (mode) [status] @ place".
func parseExpected(s string) (Expected, error) {
	x := Expected{Status: schema.Occurred}
	if left, place, found := strings.Cut(s, " @ "); found {
		x.Place, s = strings.TrimSpace(place), strings.TrimSpace(left)
	}
	if left, status, found := strings.Cut(s, "["); found {
		x.Status, s = schema.Status(strings.Trim(status, "] ")), strings.TrimSpace(left)
	}
	if !slices.Contains(schema.Statuses[:], x.Status) {
		return x, fmt.Errorf("%q is no status; want one of %v", x.Status, schema.Statuses)
	}
	if left, mode, found := strings.Cut(s, "("); found {
		x.Mode, s = strings.Trim(mode, ") "), left
	}
	words := strings.Fields(s)
	at := slices.IndexFunc(words, func(w string) bool { return schema.RelationNamed(w) != nil })
	if at < 1 {
		return x, fmt.Errorf("no relation of relations.yaml in %q", s)
	}
	x.Actor = strings.Join(words[:at], " ")
	x.Relation = words[at]
	x.Recipient = strings.Join(words[at+1:], " ")
	return x, nil
}
