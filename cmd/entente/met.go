package main

import (
	"slices"
	"strings"

	"github.com/entente-kg/entente/graph"
	"github.com/entente-kg/entente/schema"
	"github.com/urfave/cli/v2"
)

func metCommand() *cli.Command {
	return command(cli.Command{
		Name:      "met",
		Usage:     "who met, called, hosted or negotiated with whom",
		ArgsUsage: "[ACTOR]",
		Description: `  entente met "Antony Blinken"                         whom, when, where, and the sentence
  entente met Blinken --with Lavrov                    only the two of them
  entente met Blinken --since 2022-01-01 --until 2022-01-31
  entente met Blinken --status planned                 what is announced
  entente met                                          everybody with everybody
  entente met Blinken --format csv > meetings.csv

Happened, ongoing and planned meetings are shown, the planned ones marked;
--status asks for others.`,
		Flags:  rowFlags(&cli.StringFlag{Name: "with", Usage: "only meetings with `ACTOR`"}),
		Action: asking(runMet),
	})
}

func runMet(c *cli.Context, store *graph.Store) error {
	rows, err := store.Met(c.Context, joined(c.Args().Slice()), filterOf(c))
	if err != nil {
		return err
	}
	if err := printRows(c, metColumns(), rows); err != nil {
		return err
	}
	return emptyIs(c, len(rows))
}

func metColumns() []column[graph.Row] {
	return []column[graph.Row]{
		{name: "date", value: func(r graph.Row) string { return days(r.From, r.To) }},
		{name: "who", value: func(r graph.Row) string { return r.Source.Name }},
		{name: "relation", value: func(r graph.Row) string { return r.Relation }},
		{name: "whom", value: func(r graph.Row) string { return r.Target.Name }},
		{name: "place", value: func(r graph.Row) string { return r.Place.Name }},
		{name: "status", value: func(r graph.Row) string { return string(r.Status) }},
		{name: "quote", value: func(r graph.Row) string { return r.Quote }, below: true},
		{name: "source", value: func(r graph.Row) string { return sourceOf(r.Article) }, below: true},
		{name: "event", value: func(r graph.Row) string { return shortID(r.EventID) }, below: true},
	}
}

// days writes an interval: one day once.
func days(from, to string) string {
	switch {
	case from == "" && to == "":
		return ""
	case from == to || to == "":
		return from
	}
	return from + "/" + to // ISO 8601 interval
}

// sourceOf names an article as a footnote does.
func sourceOf(a schema.ArticleRef) string {
	return listed(a.Publisher, firstWord(a.Title, a.URL, a.ID), a.Published)
}

// shortID is an event ID as people type it: without its prefix.
func shortID(id string) string { return strings.TrimPrefix(id, "event:") }

func joined(words []string) string { return strings.TrimSpace(strings.Join(words, " ")) }

// listed puts commas between the words that are there.
func listed(words ...string) string {
	return strings.Join(slices.DeleteFunc(words, func(s string) bool { return s == "" }), ", ")
}

func firstWord(candidates ...string) string {
	for _, s := range candidates {
		if s != "" {
			return s
		}
	}
	return ""
}
