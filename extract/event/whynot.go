package event

import (
	"cmp"
	"slices"
	"strings"

	"github.com/entente-kg/entente/extract/actor"
	"github.com/entente-kg/entente/extract/article"
	"github.com/entente-kg/entente/extract/text"
	"github.com/entente-kg/entente/schema"
)

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
// of each: sentences that name both before those that name one, at most limit
// of them. Of the readings of a sentence it gives those that got furthest.
func (r *Reader) WhyNot(doc *text.Document, res *actor.Resolution, art *article.Article, q Question, limit int) []Answer {
	traces := r.Trace(doc, res, art)
	for rank := 2; rank >= 1; rank-- {
		var near []Answer
		for len(traces) > 0 {
			n := 1
			for n < len(traces) && traces[n].Sentence == traces[0].Sentence {
				n++
			}
			i := traces[0].Sentence
			s := &doc.Sentences[i]
			if q.named(s, res.Mentions[i], doc.Text) == rank {
				for _, tr := range furthest(traces[:n]) {
					a := Answer{q.judge(tr, res.Mentions[i], doc.Text[s.Start:s.End]), doc.Text[s.Start:s.End], rank}
					near = append(near, a)
					if a.Stage == Unresolved {
						break // once a sentence is enough, whatever else would have begun there
					}
				}
			}
			traces = traces[n:]
		}
		slices.SortStableFunc(near, func(a, b Answer) int { return cmp.Compare(q.aside(a), q.aside(b)) })
		if len(near) > 0 {
			return near[:min(limit, len(near))]
		}
		traces = r.Trace(doc, res, art)
	}
	return nil
}

// aside is 1 for an event of another relation than asked for, else 0.
func (q Question) aside(a Answer) int {
	if a.Stage == Told && !q.sameWord(a.Event) {
		return 1
	}
	return 0
}

// furthest keeps the readings of one sentence that got as far as any of them.
// Rules that only lack a word of theirs say little beside others that failed later.
func furthest(list []Trace) []Trace {
	far := 0
	for _, tr := range list {
		far = max(far, tr.depth())
	}
	return slices.DeleteFunc(slices.Clone(list), func(tr Trace) bool { return tr.depth() < far })
}

// depth orders readings by how far they got.
func (tr Trace) depth() int {
	switch tr.Stage {
	case Told:
		return 4
	case Discarded:
		return 3
	case NoRoles:
		if strings.HasPrefix(tr.Why, lacksWord) {
			return 1
		}
		return 2
	}
	return 0
}

// judge says of a reading why it is, or is not, what was asked for.
func (q Question) judge(tr Trace, mentions []actor.Mention, sentence string) Trace {
	if tr.Stage == NoRoles || tr.Stage == NoTrigger {
		switch name := q.unresolved(mentions); {
		case name == "":
		case spells(sentence, name):
			tr.Stage = Unresolved
			tr.Why = "“" + name + "” stands for nobody here: no known name, title or description"
		default:
			tr.Stage, tr.Why = Unresolved, "“"+name+"” is not named here, and no “he” or “they” stands for it"
		}
		return tr
	}
	if tr.Stage != Told {
		return tr
	}
	e := tr.Event
	tr.Why = "read as " + e.Relation
	switch {
	case !q.between(e):
		tr.Why += ", but of others than asked for"
	case !e.Status.Direct():
		tr.Why += ", but " + string(e.Status)
		if e.Evidence.Cue != "" {
			tr.Why += " (“" + e.Evidence.Cue + "”)"
		}
	case !q.sameWord(e):
		tr.Why += ", which is another relation than “" + q.Verb + "”"
	case e.Status != schema.Occurred:
		tr.Why += ", " + string(e.Status)
	}
	return tr
}

// unresolved is the first of the question's names that no mention stands for.
func (q Question) unresolved(mentions []actor.Mention) string {
	for _, name := range []string{q.Actor, q.Recipient} {
		if name != "" && !mentionsName(mentions, name) {
			return name
		}
	}
	return ""
}

// between reports whether the event is one of those asked for.
func (q Question) between(e *schema.Event) bool {
	for _, name := range []string{q.Actor, q.Recipient} {
		holds := func(p schema.Participant) bool { return answersTo(&p.Actor, schema.NameKey(name)) }
		if name != "" && !slices.ContainsFunc(e.Actors, holds) && !slices.ContainsFunc(e.Recipients, holds) {
			return false
		}
	}
	return true
}

// sameWord reports whether the verb asked for is that of the event's relation
// or trigger, or of its PLOVER root; compared by how they begin.
func (q Question) sameWord(e *schema.Event) bool {
	const stem = 3
	verb := strings.ToLower(q.Verb)
	if verb == "" {
		return true
	}
	verb = verb[:min(stem, len(verb))]
	for _, word := range append(strings.Fields(strings.ToLower(e.Evidence.Trigger.Text)), e.Relation, strings.ToLower(e.Root)) {
		if strings.HasPrefix(word, verb) {
			return true
		}
	}
	return false
}

// named counts how many of the question's two names the sentence holds, as
// mentions or as bare words.
func (q Question) named(s *text.Sentence, mentions []actor.Mention, whole string) int {
	n := 0
	for _, name := range []string{q.Actor, q.Recipient} {
		if name != "" && (mentionsName(mentions, name) || spells(whole[s.Start:s.End], name)) {
			n++
		}
	}
	if q.Recipient == "" && n == 1 {
		n = 2
	}
	return n
}

// spells reports whether the text holds the words of the name: "Putin" is not in
// "putting".
func spells(text, name string) bool {
	return strings.Contains(" "+schema.NameKey(text)+" ", " "+schema.NameKey(name)+" ")
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
