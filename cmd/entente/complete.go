package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"

	"github.com/entente-kg/entente/graph"
	"github.com/entente-kg/entente/graph/export"
	"github.com/entente-kg/entente/schema"
	"github.com/urfave/cli/v2"
)

// askCompletion is how a shell asks for completions: always the last argument,
// the word to complete before it. The answer is a candidate a line.
const askCompletion = "--generate-bash-completion"

// describeCompletion is set by shells that show a description beside a
// candidate; it follows behind a tab.
const describeCompletion = "ENTENTE_DESCRIBE"

// completer knows what was typed so far.
type completer struct {
	command *cli.Command // nil at the top
	known   []*cli.Command
	flag    string // whose value is typed, "" for none
	word    string // to complete
	store   string
}

// candidate is a word that may stand there.
type candidate struct{ word, about string }

// complete writes what may stand where the last word of args is typed.
func complete(ctx context.Context, w io.Writer, app *cli.App, args []string) {
	c := typed(app, args)
	describe := os.Getenv(describeCompletion) != ""
	for _, found := range c.candidates(ctx) {
		if describe && found.about != "" {
			found.word += "\t" + found.about
		}
		fmt.Fprintln(w, found.word)
	}
}

// typed reads the words of a command line.
func typed(app *cli.App, args []string) *completer {
	c := &completer{known: app.VisibleCommands(), store: "entente.db"}
	if s := os.Getenv("ENTENTE_STORE"); s != "" {
		c.store = s
	}
	if len(args) == 0 {
		return c
	}
	values := valueFlags(app.Commands, map[string]bool{})
	for _, word := range args[:len(args)-1] {
		switch sub := named(c.known, word); {
		case c.flag != "":
			if c.flag == "store" {
				c.store = word
			}
			c.flag = ""
		case isFlag(word):
			if values[flagName(word)] && !strings.Contains(word, "=") {
				c.flag = flagName(word)
			}
		case sub != nil:
			c.command, c.known = sub, sub.Subcommands
		}
	}
	c.word = args[len(args)-1]
	if sub := named(c.known, c.word); sub != nil && c.flag == "" && !strings.HasPrefix(c.word, "-") {
		c.command, c.known, c.word = sub, sub.Subcommands, "" // a command typed whole
	}
	return c
}

func (c *completer) candidates(ctx context.Context) []candidate {
	switch {
	case c.flag != "":
		return c.beginning(c.ofFlag(ctx))
	case strings.HasPrefix(c.word, "-"):
		return c.beginning(c.flags())
	case len(c.known) > 0:
		var subs []candidate
		for _, sub := range c.known {
			if !sub.Hidden {
				subs = append(subs, candidate{sub.Name, sub.Usage})
			}
		}
		return c.beginning(subs)
	case c.command == nil:
		return nil
	case strings.Contains(c.command.ArgsUsage, "ACTOR"):
		return append(c.beginning(choices(c.command.ArgsUsage)), c.names(ctx)...)
	case c.command.Name == "export":
		var formats []candidate
		for _, f := range export.Formats() {
			formats = append(formats, candidate{word: f.Name})
		}
		return c.beginning(formats)
	}
	return c.beginning(choices(c.command.ArgsUsage))
}

// choices reads alternatives out of a usage like "bash|zsh|fish".
func choices(usage string) []candidate {
	list, _, _ := strings.Cut(usage, " ")
	if !strings.Contains(list, "|") || strings.ToLower(list) != list {
		return nil
	}
	return words(strings.Split(list, "|")...)
}

func words(list ...string) (found []candidate) {
	for _, w := range list {
		found = append(found, candidate{word: w})
	}
	return found
}

func (c *completer) beginning(all []candidate) []candidate {
	return slices.DeleteFunc(all, func(found candidate) bool {
		return len(found.word) < len(c.word) || !strings.EqualFold(found.word[:len(c.word)], c.word)
	})
}

func (c *completer) flags() (found []candidate) {
	if c.command == nil {
		return []candidate{{"--help", "show help"}}
	}
	for _, f := range c.command.VisibleFlags() {
		about := ""
		if doc, ok := f.(cli.DocGenerationFlag); ok {
			about = strings.ReplaceAll(doc.GetUsage(), "`", "")
		}
		found = append(found, candidate{"--" + f.Names()[0], about})
	}
	return found
}

// ofFlag lists the values a flag can have, nil where the shell knows better: files.
func (c *completer) ofFlag(ctx context.Context) []candidate {
	switch c.flag {
	case "with", "actor", "place":
		return c.names(ctx)
	case "status":
		var statuses []string
		for _, s := range schema.Statuses {
			statuses = append(statuses, string(s))
		}
		return words(statuses...)
	case "relation":
		return relationsAndRoots()
	case "lang":
		return words(graph.Languages()...)
	case "by":
		return words(strings.Split(measures(), ", ")...)
	case "format", "f":
		return words(c.formats()...)
	}
	return nil
}

func relationsAndRoots() (found []candidate) {
	roots := map[string]bool{}
	for _, r := range schema.Relations() {
		if !r.Standing {
			found = append(found, candidate{r.Name, r.Root})
		}
		if r.Root != "" && !roots[r.Root] {
			roots[r.Root] = true
			found = append(found, candidate{r.Root, "PLOVER root"})
		}
	}
	return found
}

// formats reads the formats of a command from the usage of its flag.
func (c *completer) formats() []string {
	for _, f := range c.command.Flags {
		if doc, ok := f.(cli.DocGenerationFlag); ok && f.Names()[0] == "format" {
			_, list, _ := strings.Cut(doc.GetUsage(), ": ")
			return strings.Split(list, ", ")
		}
	}
	return nil
}

// names lists the names in the graph; without a graph there are none.
func (c *completer) names(ctx context.Context) []candidate {
	store, err := graph.Open(c.store, graph.Options{ReadOnly: true})
	if err != nil {
		return nil // a shell that completes wants no message
	}
	defer store.Close()
	names, err := store.Names(ctx, c.word, 50)
	if err != nil {
		return nil
	}
	return c.beginning(words(names...))
}
