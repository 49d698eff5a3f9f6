package main

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/entente-kg/entente/graph"
	"github.com/entente-kg/entente/schema"
	"github.com/urfave/cli/v2"
)

// ask is a question whose answer is rows of events.
type ask func(graph.Filter) ([]graph.Row, error)

// answer asks about some actors, prints the rows, and says why when there are none.
func answer(c *cli.Context, store *graph.Store, question ask, who ...string) error {
	filter := filterOf(c)
	rows, err := question(filter)
	if err != nil {
		return err
	}
	if err := printRows(c, rowColumns(), rows); err != nil {
		return err
	}
	return whyNothing(c, store, filter, len(rows), question, who...)
}

// whyNothing says why an answer of n rows is empty, where it is; question finds
// the events the answer is made of.
func whyNothing(c *cli.Context, store *graph.Store, f graph.Filter, n int, question ask, who ...string) error {
	if n == 0 {
		why, err := store.Why(c.Context, f, who, question)
		switch {
		case err != nil:
			return err
		case c.Command.Name == "path" && len(why.Actors) == 2:
			return emptyIs(c, n) // that no path leads from one to the other is said
		}
		fmt.Fprintln(c.App.ErrWriter, "nothing found:", visible(why.Why+instead(why, f, who)))
	}
	return emptyIs(c, n)
}

// instead says what to ask in the place of what found nothing.
func instead(why graph.Absence, f graph.Filter, who []string) string {
	switch {
	case why.Status != "":
		return fmt.Sprintf(" (try --status %s)", why.Status)
	case why.Place != "":
		return fmt.Sprintf(" (try 'entente events --place %s')", quotedWords(why.Place))
	case why.Field == "with" && len(who) == 1:
		return fmt.Sprintf(" (try 'entente path %s %s')", quotedWords(who[0]), quotedWords(f.With))
	case len(why.Actors) > 0:
		return fmt.Sprintf(" (try 'entente events %s')", quotedWords(why.Actors[0]))
	}
	return ""
}

// quotedWords puts a name of several words in quotation marks, as a shell wants it.
func quotedWords(name string) string {
	if strings.ContainsAny(name, " '\"") {
		return strconv.Quote(name)
	}
	return name
}

// eventsOf asks for the events of actors, of everybody when none is named.
func eventsOf(c *cli.Context, store *graph.Store, who ...string) ask {
	return func(f graph.Filter) ([]graph.Row, error) { return store.Events(c.Context, who, f) }
}

// rowColumns are the columns of an answer. A table shows one date, for the eye;
// files keep the first day, the last and the day of the report apart.
func rowColumns() []column[graph.Row] {
	return []column[graph.Row]{
		{name: "date", where: inTable, value: dateOf},
		{name: "from", where: inFiles, value: func(r graph.Row) string { return r.From }},
		{name: "to", where: inFiles, value: func(r graph.Row) string { return r.To }},
		{name: "reported", where: inFiles, value: func(r graph.Row) string { return r.Reported }},
		{name: "who", value: func(r graph.Row) string { return r.Source.Name }},
		{name: "who_id", where: inFiles, value: func(r graph.Row) string { return r.Source.ID }},
		{name: "relation", value: func(r graph.Row) string { return r.Relation }},
		{name: "whom", value: func(r graph.Row) string { return r.Target.Name }},
		{name: "whom_id", where: inFiles, value: func(r graph.Row) string { return r.Target.ID }},
		{name: "place", value: func(r graph.Row) string { return r.Place.Name }},
		{name: "status", value: func(r graph.Row) string { return string(r.Status) }, colour: statusColour},
		{name: "sources", value: func(r graph.Row) string { return strconv.Itoa(r.Sources) }},
		{name: "quote", where: below, value: func(r graph.Row) string { return r.Quote }},
		{name: "according to", where: belowOnly, value: accordingTo},
		{name: "speaker", where: inFiles, value: func(r graph.Row) string { return r.Speaker.Name }},
		{name: "source", where: below, value: func(r graph.Row) string { return sourceOf(r.Article) }},
		{name: "article", where: inFiles, value: func(r graph.Row) string { return r.Article.ID }},
		{name: "event", where: below, value: func(r graph.Row) string { return shortID(r.EventID) }},
	}
}

// statusColour sets apart what did not happen, or has not yet. The word stands
// in the cell, colour or not.
func statusColour(r graph.Row) string {
	switch r.Status {
	case schema.Planned:
		return "36" // cyan
	case schema.Denied, schema.Cancelled:
		return "31" // red
	case schema.Hypothetical:
		return "33" // yellow
	case schema.Occurred, schema.Ongoing:
	}
	return ""
}

// dateOf is the day of a happening, its interval, or in brackets the
// day of the report when no report dates it.
func dateOf(r graph.Row) string {
	if known := schema.Period(r.From, r.To); known != "" || r.Reported == "" {
		return known
	}
	return "(" + r.Reported + ")"
}

func accordingTo(r graph.Row) string {
	if r.Speaker.Name == "" {
		return ""
	}
	return "according to " + r.Speaker.Name
}

// sourceOf names an article as a footnote does.
func sourceOf(a schema.ArticleRef) string {
	return commas(a.Publisher, firstWord(a.Title, a.URL, a.ID), a.Published)
}

// commas puts commas between the words that are there.
func commas(words ...string) string {
	return strings.Join(slices.DeleteFunc(words, func(s string) bool { return s == "" }), ", ")
}

// shortID is an event ID as people type it: without its prefix.
func shortID(id string) string { return strings.TrimPrefix(id, "event:") }

func joined(words []string) string { return strings.TrimSpace(strings.Join(words, " ")) }

func firstWord(candidates ...string) string {
	for _, s := range candidates {
		if s != "" {
			return s
		}
	}
	return ""
}
