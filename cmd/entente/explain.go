package main

import (
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/entente-kg/entente/extract/actor"
	"github.com/entente-kg/entente/extract/article"
	"github.com/entente-kg/entente/extract/event"
	"github.com/entente-kg/entente/extract/text"
	"github.com/entente-kg/entente/graph"
	"github.com/entente-kg/entente/schema"
	"github.com/urfave/cli/v2"
)

func explainCommand() *cli.Command {
	return command(cli.Command{
		Name:      "explain",
		Usage:     "what an event rests on: sentence, rule, tree, actors",
		ArgsUsage: "EVENT [PATH...]",
		Description: `  entente explain 9a2bd3b11a2351e0
  entente explain 9a2bd3b11a2351e0 articles/

EVENT is the ID at the end of a row of any answer. The graph does not keep the
articles: given their files, explain reads the event's own once more and says
why each actor was taken for what it is, and where the rule stands.`,
		Flags:  append(inputFlags(), storeFlag(), formatFlag("table", "table", "json")),
		Action: asking(runExplain),
	})
}

func runExplain(c *cli.Context, store *graph.Store) error {
	if c.Args().Len() < 1 {
		return usagef("which event? the ID at the end of a row, as in: entente explain 9a2bd3b11a2351e0")
	}
	e, err := store.Event(c.Context, c.Args().First())
	var none *graph.NoEventError
	if errors.As(err, &none) {
		return usagef("%w: take the ID at the end of a row of 'entente events'", err)
	}
	if err != nil {
		return err
	}
	if c.String("format") == "json" {
		enc := jsonEncoder(c.App.Writer)
		enc.SetIndent("", "  ")
		return enc.Encode(wholeEvent(e))
	}
	why, err := reread(c, &e)
	if err != nil {
		return err
	}
	_, err = io.WriteString(c.App.Writer, explanation(screenOf(c.App.Writer), &e, why))
	return err
}

// reread explains the event from its article, when that is among the paths
// given; nil without paths.
func reread(c *cli.Context, e *schema.Event) (*event.Explanation, error) {
	paths := c.Args().Tail()
	if len(paths) == 0 && c.String("files-from") == "" {
		return nil, nil
	}
	x, err := newExtractor(c)
	if err != nil {
		return nil, err
	}
	r, err := newReading(c, paths)
	if err != nil {
		return nil, err
	}
	var found *event.Explanation
	err = r.each(func(a *article.Article) error {
		if a.ID == e.Article.ID && found == nil {
			found = x.Explain(a, e.ID)
		}
		return nil
	})
	if err == nil && found == nil {
		err = usagef("none of these articles tells event %s: it is of %s", e.ID, sourceOf(e.Article))
	}
	return found, errors.Join(err, r.log.close())
}

// resolved says for each mention of p why it stands for p.
func resolved(why *event.Explanation, p *schema.Participant) []string {
	var out []string
	for _, m := range p.Mentions {
		i := slices.IndexFunc(why.Mentions, func(x actor.Mention) bool { return x.Span == m.Span })
		if i >= 0 && why.Mentions[i].Why != "" {
			out = append(out, fmt.Sprintf("“%s”: %s", m.Text, why.Mentions[i].Why))
		}
	}
	return out
}

func explanation(s screen, e *schema.Event, why *event.Explanation) string {
	var b strings.Builder
	ev := e.Evidence
	fmt.Fprintf(&b, "%s\n\n", s.bold(visible(headline(e))))
	fmt.Fprintf(&b, "  “%s”\n", visible(marked(e)))
	fmt.Fprintf(&b, "  — %s, sentence %d\n\n", visible(sourceOf(e.Article)), ev.Sentence+1)
	fact := func(name, value string) {
		if value != "" {
			fmt.Fprintf(&b, "  %-11s %s\n", name, visible(value))
		}
	}
	rule := ev.Rule
	if why != nil && why.Rule != nil {
		rule += " (" + why.At.String() + ")"
	}
	fact("rule", rule)
	fact("says it", ev.Trigger.Text)
	fact("status", because(string(e.Status), ev.Cue))
	fact("date", because(schema.Period(e.From, e.To), ev.DateText))
	fact("code", commas(e.Root, e.Mode, "CAMEO "+e.CAMEO))
	fact("place", participants(e.Place))
	fact("according to", participants(e.Speaker))
	fact("confidence", fmt.Sprintf("%.2f", e.Confidence))
	b.WriteString("\n")
	for _, p := range slices.Concat(e.Actors, e.Recipients) {
		fact(side(e, p.ID), fmt.Sprintf("%s (%s, %s) read from “%s”", p.Name, p.ID, commas(string(p.Kind), p.Country), mentioned(p)))
		if why == nil {
			continue
		}
		for _, reason := range resolved(why, &p) {
			fact("", reason)
		}
	}
	b.WriteString("\n" + treeOf(ev.Text))
	return b.String()
}

// headline says the event in one line: "Antony Blinken spoke-with Sergey Lavrov".
func headline(e *schema.Event) string {
	line := nameList(e.Actors)
	switch {
	case len(e.Recipients) > 0:
		line += " " + e.Relation + " " + nameList(e.Recipients)
	case len(e.Actors) > 1:
		line = e.Actors[0].Name + " " + e.Relation + " " + nameList(e.Actors[1:])
	default:
		line += " " + e.Relation
	}
	return line
}

func nameList(ps []schema.Participant) string {
	list := make([]string, len(ps))
	for i, p := range ps {
		list[i] = p.Name
	}
	return strings.Join(list, ", ")
}

// marked is the sentence with its trigger in stars and its participants in brackets.
func marked(e *schema.Event) string {
	type mark struct {
		at  int
		put string
	}
	var marks []mark
	around := func(t schema.Text, before, after string) {
		if e.Evidence.Contains(t.Span) {
			marks = append(marks, mark{t.End - e.Evidence.Start, after}, mark{t.Start - e.Evidence.Start, before})
		}
	}
	around(e.Evidence.Trigger, "*", "*")
	seen := map[schema.Span]bool{} // "their" may stand for two
	for _, p := range slices.Concat(e.Actors, e.Recipients) {
		for _, m := range p.Mentions {
			if !seen[m.Span] {
				around(m, "[", "]")
			}
			seen[m.Span] = true
		}
	}
	slices.SortStableFunc(marks, func(a, b mark) int { return b.at - a.at })
	sentence := e.Evidence.Text
	for _, m := range marks {
		if m.at >= 0 && m.at <= len(sentence) {
			sentence = sentence[:m.at] + m.put + sentence[m.at:]
		}
	}
	return sentence
}

func because(what, cue string) string {
	if what == "" || cue == "" {
		return what
	}
	return what + ", from “" + cue + "”"
}

func participants(p *schema.Participant) string {
	if p == nil {
		return ""
	}
	return fmt.Sprintf("%s (%s)", p.Name, p.ID)
}

func side(e *schema.Event, id string) string {
	for _, p := range e.Recipients {
		if p.ID == id {
			return "recipient"
		}
	}
	return "actor"
}

func mentioned(p schema.Participant) string {
	var words []string
	for _, m := range p.Mentions {
		words = append(words, m.Text)
	}
	return strings.Join(words, "”, “")
}

// treeOf draws the dependency tree of a sentence, one word a line.
func treeOf(sentence string) string {
	doc := text.Analyze(sentence)
	var b strings.Builder
	for i := range doc.Sentences {
		s := &doc.Sentences[i]
		for j, t := range s.Tokens {
			governor := "—"
			if t.Head >= 0 && t.Head < len(s.Tokens) {
				governor = s.Tokens[t.Head].Form
			}
			fmt.Fprintf(&b, "  %3d  %-18s %-6s %-12s %s\n", j+1, visible(t.Form), t.XPOS, t.Rel, visible(governor))
		}
	}
	return b.String()
}
