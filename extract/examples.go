package extract

import (
	"fmt"
	"slices"
	"strings"

	"github.com/entente-kg/entente/extract/article"
	"github.com/entente-kg/entente/extract/event"
	"github.com/entente-kg/entente/schema"
)

// exampleDay is the day on which the examples of rules are published.
const exampleDay = "2022-01-19" // a Wednesday

// Failure is an example of a rule file that does not come out as it says.
type Failure struct {
	Case event.Case
	Got  []string // what came out, in the notation of examples
	Why  string
}

func (f Failure) Error() string {
	got := "nothing"
	if len(f.Got) > 0 {
		got = strings.Join(f.Got, "; ")
	}
	return fmt.Sprintf("%s: %s: %s\n\t%s\n\tgot %s", f.Case.At, f.Case.ID, f.Why, f.Case.Example, got)
}

// CheckExamples runs the examples of the loaded rule files through the whole
// pipeline; file "" means all of them. It returns how many were run and which failed.
func (x *Extractor) CheckExamples(file string) (run int, failed []Failure) {
	for _, c := range x.events.Cases(file) {
		run++
		if f := x.check(c); f != nil {
			failed = append(failed, *f)
		}
	}
	return run, failed
}

// check runs one example.
func (x *Extractor) check(c event.Case) *Failure {
	words, want, err := c.Example.Parse()
	if err != nil {
		return &Failure{c, nil, err.Error()}
	}
	art := &article.Article{ArticleRef: schema.ArticleRef{ID: "example", Published: exampleDay}, Text: words}
	var got []schema.Event
	for _, e := range x.Extract(art).Events {
		if c.Root == "" || e.Root == c.Root {
			got = append(got, e)
		}
	}
	if why := compare(want, got); why != "" {
		return &Failure{c, notation(got), why}
	}
	return nil
}

// compare matches the expected events against the pairs read; "" when all is as it should be.
func compare(want []event.Expected, got []schema.Event) string {
	hit := make([]bool, len(got))
	for _, w := range want {
		i := slices.IndexFunc(got, func(e schema.Event) bool { return tells(&e, w) })
		if i < 0 {
			return fmt.Sprintf("missing: %s %s %s [%s]", w.Actor, w.Relation, w.Recipient, w.Status)
		}
		for k := range got {
			hit[k] = hit[k] || tells(&got[k], w)
		}
	}
	if i := slices.Index(hit, false); i >= 0 {
		return "not asked for: " + notation(got[i : i+1])[0]
	}
	return ""
}

// tells reports whether one of the event's pairs is the expected one.
func tells(e *schema.Event, w event.Expected) bool {
	if e.Relation != w.Relation || e.Status != w.Status || w.Mode != "" && e.Mode != w.Mode {
		return false
	}
	if w.Place != "" && (e.Place == nil || !named(e.Place, w.Place)) {
		return false
	}
	rel := schema.RelationNamed(w.Relation)
	for _, d := range e.Dyads() {
		if pair(d, w.Actor, w.Recipient) || rel.Symmetric && pair(d, w.Recipient, w.Actor) {
			return true
		}
	}
	return false
}

func pair(d schema.Dyad, actor, recipient string) bool {
	switch {
	case actor == "" || !named(d.Source, actor):
		return false
	case recipient == "":
		return true
	}
	return d.Target != nil && named(d.Target, recipient)
}

// named reports whether the participant goes by that name. Groups have none of
// their own, so for them the words of the text do.
func named(p *schema.Participant, name string) bool {
	key := schema.NameKey(name)
	same := func(s string) bool { return schema.NameKey(s) == key }
	if same(p.Name) || slices.ContainsFunc(p.Aliases, same) {
		return true
	}
	return p.Kind == schema.Group && slices.ContainsFunc(p.Mentions, func(m schema.Text) bool {
		return strings.Contains(" "+schema.NameKey(m.Text)+" ", " "+key+" ")
	})
}

// notation writes events the way examples do.
func notation(events []schema.Event) []string {
	var out []string
	for i := range events {
		e := &events[i]
		for _, d := range e.Dyads() {
			s := d.Source.Name + " " + e.Relation
			if d.Target != nil {
				s += " " + d.Target.Name
			}
			if e.Mode != "" {
				s += " (" + e.Mode + ")"
			}
			s += " [" + string(e.Status) + "]"
			if e.Place != nil {
				s += " @ " + e.Place.Name
			}
			out = append(out, s)
		}
	}
	return out
}
