package main

import (
	"errors"
	"fmt"
	"strings"

	"github.com/entente-kg/entente/extract/article"
	"github.com/entente-kg/entente/extract/event"
	"github.com/urfave/cli/v2"
)

func whyNotCommand() *cli.Command {
	return command(cli.Command{
		Name:      "why-not",
		Usage:     "why an event was not read: the nearest sentences and what refused them",
		ArgsUsage: "'A VERB B' PATH...",
		Description: `  entente why-not "Blinken met Putin" articles/
  entente why-not "Santos met Uribe" article.txt --date 2016-11-24 --limit 3`,
		Flags: append(inputFlags(), formatFlag("table", rowFormats()...), failEmptyFlag(),
			&cli.IntFlag{Name: "limit", Aliases: []string{"n"}, Value: 5, Usage: "at most `N` sentences of an article"}),
		Action: runWhyNot,
	})
}

// refusal is one sentence and what became of it.
type refusal struct {
	Sentence string `json:"sentence"`
	Stage    string `json:"stage"`
	Why      string `json:"why"`
	Rule     string `json:"rule,omitempty"`
	Trigger  string `json:"trigger,omitempty"`
	Article  string `json:"article"`
}

func runWhyNot(c *cli.Context) error {
	if c.Args().Len() < 2 {
		return usagef(`a question and the articles: entente why-not "Blinken met Putin" articles/`)
	}
	question := c.Args().First()
	x, err := newExtractor(c)
	if err != nil {
		return err
	}
	r, err := newReading(c, c.Args().Tail())
	if err != nil {
		return err
	}
	var found []refusal
	best := 0
	err = r.each(func(a *article.Article) error {
		for _, answer := range x.WhyNot(a, question, c.Int("limit")) {
			if answer.Named > best { // what names both makes what names one worthless
				best, found = answer.Named, nil
			}
			if answer.Named == best {
				found = append(found, refusalOf(answer, sourceOf(a.ArticleRef)))
			}
		}
		return nil
	})
	if err != nil {
		return err
	}
	if err := printRows(c, refusalColumns(), found); err != nil {
		return err
	}
	if len(found) == 0 {
		fmt.Fprintln(c.App.ErrWriter, "no sentence names them")
	}
	return errors.Join(r.log.close(), emptyIs(c, len(found)))
}

func refusalOf(a event.Answer, source string) refusal {
	r := refusal{Sentence: a.Text, Stage: string(a.Stage), Why: a.Why, Rule: a.Rule, Trigger: a.Trigger.Text, Article: source}
	if a.Event != nil {
		r.Why = strings.TrimSpace(headline(a.Event) + ": " + r.Why)
	}
	return r
}

func refusalColumns() []column[refusal] {
	return []column[refusal]{
		{name: "stage", value: func(r refusal) string { return r.Stage }},
		{name: "trigger", value: func(r refusal) string { return r.Trigger }},
		{name: "rule", value: func(r refusal) string { return r.Rule }},
		{name: "why", value: func(r refusal) string { return r.Why }},
		{name: "sentence", where: below, value: func(r refusal) string { return r.Sentence }},
		{name: "article", where: below, value: func(r refusal) string { return r.Article }},
	}
}
