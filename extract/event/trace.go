package event

import (
	"strings"

	"github.com/entente-kg/entente/extract/actor"
	"github.com/entente-kg/entente/extract/article"
	"github.com/entente-kg/entente/extract/text"
	"github.com/entente-kg/entente/schema"
)

// Stage is how far a reading got.
type Stage string

// The stages, early to late.
const (
	NoTrigger Stage = "no trigger" // no word of any rule
	NoRoles   Stage = "roles"      // a trigger, but its slots did not fill
	Discarded Stage = "discarded"  // a match that a discard rule threw out
	Told      Stage = "told"       // an event
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

// Question is what why-not asks: who did what with whom. Any part may be empty.
type Question struct{ Actor, Verb, Recipient string }

// ParseQuestion reads "Blinken met Putin" or "Blinken met-with Putin".
func (r *Reader) ParseQuestion(s string) Question {
	doc := text.Split(s)
	var words []string
	for i := range doc.Sentences {
		for _, tk := range doc.Sentences[i].Tokens {
			words = append(words, tk.Form)
		}
	}
	for i, w := range words {
		if i > 0 && (schema.RelationNamed(w) != nil || strings.ToLower(w) == w && !linkWord(w)) {
			rest := words[i+1:]
			for len(rest) > 0 && linkWord(rest[0]) {
				rest = rest[1:]
			}
			return Question{strings.Join(words[:i], " "), w, strings.TrimRight(strings.Join(rest, " "), " .?")}
		}
	}
	return Question{Actor: s}
}

// linkWord reports whether a word may stand inside a name or before it.
func linkWord(w string) bool {
	switch strings.ToLower(w) {
	case "with", "to", "of", "the", "and", "on", "at", "for", "against", "bin", "al", "de", "van", "von", "der", "da", "el", "in":
		return true
	}
	return false
}

// Answer is one sentence's answer to a question.
type Answer struct {
	Trace
	Text  string // the sentence
	Named int    // how many of the question's two names it holds
}

// WhyNot looks for the sentences nearest to the question and says what became
// of each: the best sentence first, at most limit.
func (r *Reader) WhyNot(doc *text.Document, res *actor.Resolution, art *article.Article, q Question, limit int) []Answer {
	var near []Answer
	for rank := 2; rank >= 1 && len(near) == 0; rank-- {
		for _, tr := range r.Trace(doc, res, art) {
			s := &doc.Sentences[tr.Sentence]
			if q.named(s, res.Mentions[tr.Sentence], doc.Text) != rank {
				continue
			}
			near = append(near, Answer{q.judge(tr), doc.Text[s.Start:s.End], rank})
		}
	}
	if len(near) > limit {
		near = near[:limit]
	}
	return near
}

// judge says of an event why it is, or is not, what was asked for.
func (q Question) judge(tr Trace) Trace {
	if tr.Stage != Told {
		return tr
	}
	e := tr.Event
	switch {
	case !e.Status.Direct():
		tr.Why = "read as " + e.Relation + ", but " + string(e.Status)
		if e.Evidence.Cue != "" {
			tr.Why += " (“" + e.Evidence.Cue + "”)"
		}
	default:
		tr.Why = "read as " + e.Relation
	}
	return tr
}

// named counts how many of the question's two names the sentence holds, as
// mentions or as bare words.
func (q Question) named(s *text.Sentence, mentions []actor.Mention, whole string) int {
	n := 0
	for _, name := range []string{q.Actor, q.Recipient} {
		if name != "" && (mentionsName(mentions, name) || strings.Contains(schema.NameKey(whole[s.Start:s.End]), schema.NameKey(name))) {
			n++
		}
	}
	if q.Recipient == "" && n == 1 {
		n = 2
	}
	return n
}

// mentionsName reports whether one of the mentions stands for that name.
func mentionsName(mentions []actor.Mention, name string) bool {
	key := schema.NameKey(name)
	for i := range mentions {
		for _, a := range mentions[i].Actors {
			if answersTo(a, key) {
				return true
			}
		}
	}
	return false
}

// answersTo reports whether the actor has that name, or a name that ends in it.
func answersTo(a *schema.Actor, key string) bool {
	for _, n := range append([]string{a.Name}, a.Aliases...) {
		if k := schema.NameKey(n); k == key || strings.HasSuffix(k, " "+key) {
			return true
		}
	}
	return false
}
