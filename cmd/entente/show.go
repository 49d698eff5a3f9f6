package main

import (
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"

	"github.com/entente-kg/entente/graph"
	"github.com/entente-kg/entente/schema"
	"github.com/urfave/cli/v2"
)

func showCommand() *cli.Command {
	flags := slices.DeleteFunc(filterFlags(), func(f cli.Flag) bool { return f.Names()[0] == "reports" })
	return command(cli.Command{
		Name:      "show",
		Usage:     "all about one actor: roles, spellings, counterparts, places",
		ArgsUsage: "ACTOR",
		Description: `  entente show "Antony Blinken"
  entente show Iran --since 2021 --limit 5
  entente show Blinken --format json`,
		Flags:  append(flags, storeFlag(), formatFlag("table", "table", "json")),
		Action: asking(runShow),
	})
}

func runShow(c *cli.Context, store *graph.Store) error {
	who, err := oneName(c, `"Antony Blinken"`)
	if err != nil {
		return err
	}
	filter := filterOf(c)
	if filter.Limit == 0 {
		filter.Limit = 10
	}
	p, err := store.Show(c.Context, who, filter)
	if err != nil {
		return err
	}
	if c.String("format") == "json" {
		enc := jsonEncoder(c.App.Writer)
		enc.SetIndent("", "  ")
		return enc.Encode(p)
	}
	if err := writePortrait(c.App.Writer, p); err != nil || len(p.Relations) > 0 {
		return err
	}
	return whyNothing(c, store, filter, 0, eventsOf(c, store, who), who)
}

func writePortrait(w io.Writer, p graph.Portrait) error {
	s := screenOf(w)
	var b strings.Builder
	fmt.Fprintf(&b, "%s  %s\n", s.bold(visible(p.Name)), s.faint(p.ID))
	fmt.Fprintf(&b, "%s\n", visible(commas(string(p.Kind), codeOf(p), p.Wikidata)))
	if len(p.Spellings) > 0 {
		fmt.Fprintf(&b, "also written %s\n", visible(strings.Join(p.Spellings, ", ")))
	}
	if p.Articles > 0 {
		fmt.Fprintf(&b, "in %s%s\n", count(p.Articles, "article"), eventSpan(p))
	}
	section(&b, s, "ROLES", standingLines(p))
	section(&b, s, "WITH", countedLines(p.Counterparts))
	section(&b, s, "PLACES", countedLines(p.Places))
	section(&b, s, "EVENTS", relationLines(p.Relations))
	_, err := io.WriteString(w, b.String())
	return err
}

func eventSpan(p graph.Portrait) string {
	if p.First == "" {
		return ""
	}
	return fmt.Sprintf(", events from %s to %s", p.First, firstWord(p.Last, p.First))
}

func codeOf(p graph.Portrait) string {
	return strings.TrimSpace(p.Country + " " + strings.Join(p.Sectors, " "))
}

func section(b *strings.Builder, s screen, head string, lines []string) {
	if len(lines) == 0 {
		return
	}
	fmt.Fprintf(b, "\n%s\n", s.bold(head))
	for _, l := range lines {
		fmt.Fprintf(b, "  %s\n", visible(l))
	}
}

func standingLines(p graph.Portrait) (lines []string) {
	for _, st := range p.Standing {
		what := firstWord(st.Role, st.Relation)
		if st.Object.Name != "" {
			what += ", " + st.Object.Name
		}
		lines = append(lines, fmt.Sprintf("%s (%s, %s)", what, span(st.First, st.Last), count(st.Articles, "article")))
	}
	return lines
}

func countedLines(list []graph.Counted) (lines []string) {
	for _, c := range list {
		where := slices.DeleteFunc(slices.Clone(c.Places), func(place string) bool { return place == c.Name })
		line := fmt.Sprintf("%d× %s, %s", c.Count, c.Name, span(c.First, c.Last))
		if len(where) > 0 {
			line += ", in " + strings.Join(where, ", ")
		}
		lines = append(lines, line)
	}
	return lines
}

func relationLines(relations map[string]int) (lines []string) {
	names := slices.Sorted(maps.Keys(relations))
	slices.SortStableFunc(names, func(a, b string) int { return relations[b] - relations[a] })
	for _, name := range names {
		lines = append(lines, fmt.Sprintf("%d× %s", relations[name], name))
	}
	return lines
}

// span writes the first and last day something was seen.
func span(first, last string) string { return firstWord(schema.Period(first, last), "no date") }
