package event

import (
	"github.com/entente-kg/entente/extract/actor"
	"github.com/entente-kg/entente/extract/article"
	"github.com/entente-kg/entente/extract/text"
	"github.com/entente-kg/entente/schema"
)

// Stage is how far a reading got.
type Stage string

// The stages, early to late.
const (
	NoTrigger  Stage = "no trigger"       // no word of any rule
	Unresolved Stage = "unresolved actor" // a name of the question that stands for nobody
	NoRoles    Stage = "roles"            // a trigger, but its slots did not fill
	Discarded  Stage = "discarded"        // a match that a discard rule threw out
	Told       Stage = "told"             // an event
)

// Trace is one reading of one sentence, carried through or given up.
type Trace struct {
	Sentence int
	Stage    Stage
	Rule     string        // of the match, or of the discard
	Trigger  schema.Text   // the words it began at
	Why      string        // why it was given up
	Event    *schema.Event // of the stages Discarded and Told
}

// Trace reads the document and reports every reading, those given up too, by sentence.
func (r *Reader) Trace(doc *text.Document, res *actor.Resolution, art *article.Article) []Trace {
	p := r.page(doc, res, art)
	var out []Trace
	for i := range doc.Sentences {
		t := p.tree(i)
		if t == nil {
			continue
		}
		n := len(out)
		events, discards := p.sentence(t, func(m *match, why string) {
			out = append(out, Trace{i, NoRoles, m.rule.ID, p.evidence(t, m, reading{}).Trigger, why, nil})
		})
		for _, d := range discards {
			out = append(out, Trace{i, Discarded, d.Rule, d.Event.Evidence.Trigger, d.Why, &d.Event})
		}
		for k := range events {
			out = append(out, Trace{i, Told, events[k].Evidence.Rule, events[k].Evidence.Trigger, "", &events[k]})
		}
		if len(out) == n {
			out = append(out, Trace{Sentence: i, Stage: NoTrigger, Why: "no word of it starts a rule"})
		}
	}
	return out
}

// Explanation is all that stands behind one event.
type Explanation struct {
	Event    schema.Event
	Rule     *Rule
	At       Position // of the rule
	Tree     []Node
	Mentions []actor.Mention // of the sentence, with how and why they resolved
}

// Node is one token of the tree, for display.
type Node struct {
	Form, Tag, Rel string
	Head           int    // index of the governor, -1 for the root
	Mark           string // "trigger", "actor", "recipient", "place", "speaker"
}

// Explain finds the event of that ID in the document and says what it rests
// on; nil when the document does not tell it.
func (r *Reader) Explain(doc *text.Document, res *actor.Resolution, art *article.Article, id string) *Explanation {
	p := r.page(doc, res, art)
	for i := range doc.Sentences {
		t := p.tree(i)
		if t == nil {
			continue
		}
		events, _ := p.sentence(t, func(*match, string) {})
		for k := range events {
			if events[k].ID == id {
				return r.explanation(t, &events[k])
			}
		}
	}
	return nil
}

func (r *Reader) explanation(t *tree, e *schema.Event) *Explanation {
	x := &Explanation{Event: *e, Mentions: t.mentions}
	for _, rule := range r.book.Rules {
		if rule.ID == e.Evidence.Rule {
			x.Rule, x.At = rule, rule.at
		}
	}
	for i := range t.Tokens {
		tk := &t.Tokens[i]
		x.Tree = append(x.Tree, Node{tk.Form, tk.XPOS, tk.Rel, tk.Head, markOf(e, tk.Span)})
	}
	return x
}

// markOf names the part a token plays in the event.
func markOf(e *schema.Event, s schema.Span) string {
	if e.Evidence.Trigger.Contains(s) {
		return "trigger"
	}
	in := func(ps ...schema.Participant) bool {
		for _, p := range ps {
			for _, m := range p.Mentions {
				if m.Contains(s) {
					return true
				}
			}
		}
		return false
	}
	switch {
	case in(e.Actors...):
		return "actor"
	case in(e.Recipients...):
		return "recipient"
	case e.Place != nil && in(*e.Place):
		return "place"
	case e.Speaker != nil && in(*e.Speaker):
		return "speaker"
	}
	return ""
}
