package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"strings"
	"time"

	"github.com/entente-kg/entente/graph"
	"github.com/peterh/liner"
	"github.com/urfave/cli/v2"
)

func replCommand() *cli.Command {
	return command(cli.Command{
		Name:  "repl",
		Usage: "ask in Gizmo, one query after the other",
		Description: `  entente repl
  > g.V("Antony Blinken").Out("met-with").All()
  > .help

Names, predicates, methods and helpers are completed with the tab key. A query may go
over several lines: it ends with its last bracket. Ctrl-C, and the limits below, end a
query and nothing else: each runs in a process of its own, as those of 'entente query' do.
With --safe=false it runs in this one, some hundredths of a second faster; then a query
that does not stop at its limits when told to takes the repl with it.`,
		Flags: append([]cli.Flag{
			storeFlag(),
			&cli.BoolFlag{Name: "iri", Usage: "show IRIs instead of names"},
			&cli.BoolFlag{Name: "safe", Value: true, Usage: "run each query in a process of its own"},
			&cli.IntFlag{Name: "limit", Aliases: []string{"n"}, Value: 100, Usage: "at most `N` rows; 0 for all"},
			rowsFlag(),
		}, limitFlags()...),
		Action: runREPL,
	})
}

const replHelp = `.help                  this
.helpers               functions a query can call
.helper NAME           what one of them does
.names BEGINNING       names that begin so
.predicates            every relation and property
.limit N               show at most N rows (0 for all)
.format FORMAT         table, json, jsonl, csv, tsv or md
.iri                   show IRIs instead of names, or names again
.quit                  leave (or Ctrl-D)

g.V("Name").Out("met-with").All()       whom
g.V("Name").Both("met-with").All()      in either direction
g.V().Has("status", "planned").All()    events
show(eventsOf("Name"))                  with date, status and sentence

An open bracket, or a dot at its end, goes on in the next line. Ctrl-C drops what is typed,
or ends the query that runs.
`

// runREPL opens the graph for each query anew: a load need not wait until somebody
// leaves his repl.
func runREPL(c *cli.Context) error {
	if err := withStore(c, func(*graph.Store) error { return nil }); err != nil {
		return err
	}
	in, leave := newPrompt(c)
	defer leave()
	for c.Context.Err() == nil {
		query, err := readQuery(in)
		switch {
		case errors.Is(err, liner.ErrPromptAborted):
			continue
		case errors.Is(err, io.EOF) || query == ".quit":
			return nil
		case err != nil:
			return err
		}
		if query != "" {
			in.AppendHistory(query)
			replOne(c, query)
		}
	}
	return c.Context.Err()
}

func withStore(c *cli.Context, use func(*graph.Store) error) error {
	return asking(func(_ *cli.Context, store *graph.Store) error { return use(store) })(c)
}

// replOne answers one line; what is wrong with it is said, and the next may follow.
func replOne(c *cli.Context, query string) {
	began := time.Now()
	ctx, stop := signal.NotifyContext(c.Context, os.Interrupt)
	defer stop()
	err := func() error {
		if strings.HasPrefix(query, ".") {
			return replCommandLine(c, query)
		}
		results, err := collect(ctx, c, query)
		if err != nil {
			return err
		}
		if err := printRows(c, resultColumns(results), results); err != nil {
			return err
		}
		fmt.Fprintf(c.App.ErrWriter, "%s, ", count(len(results), "row"))
		return nil
	}()
	switch {
	case err != nil && ctx.Err() != nil:
		fmt.Fprintln(c.App.ErrWriter, "entente: the query was interrupted")
	case err != nil:
		fmt.Fprintln(c.App.ErrWriter, "entente:", err)
	}
	fmt.Fprintf(c.App.ErrWriter, "%s\n", time.Since(began).Round(100*time.Microsecond))
}

// collect runs a query, in a process of its own unless that was refused.
func collect(ctx context.Context, c *cli.Context, query string) (results []graph.Result, err error) {
	r := requestOf(c, query, nil)
	if c.Bool("safe") {
		return runSandboxed(ctx, c.App.ErrWriter, r)
	}
	r.Opts.Timeout = r.Limits.Time
	defer watch(r.Limits, endRun)()
	err = withStore(c, func(store *graph.Store) error {
		return store.Query(ctx, query, r.Opts, func(r graph.Result) error {
			results = append(results, r)
			return nil
		})
	})
	return results, err
}

// replCommandLine does what a line that begins with a dot asks for.
func replCommandLine(c *cli.Context, line string) error {
	w := c.App.Writer
	command, rest, _ := strings.Cut(line, " ")
	rest = strings.TrimSpace(rest)
	switch command {
	case ".help":
		_, err := io.WriteString(w, replHelp)
		return err
	case ".helpers":
		_, err := fmt.Fprintln(w, strings.Join(helperNames(), "\n"))
		return err
	case ".helper":
		_, err := io.WriteString(w, helperDoc(rest))
		return err
	case ".names":
		return withStore(c, func(store *graph.Store) error {
			names, err := store.Names(c.Context, rest, 20)
			fmt.Fprintln(w, strings.Join(names, "\n"))
			return err
		})
	case ".predicates":
		_, err := fmt.Fprintln(w, strings.Join(graph.Predicates(), "\n"))
		return err
	case ".limit", ".format":
		return c.Set(command[1:], rest)
	case ".iri":
		return c.Set("iri", fmt.Sprint(!c.Bool("iri")))
	}
	return fmt.Errorf("there is no command %s; .help lists them", command)
}

// readQuery reads lines until every bracket is closed and no dot waits for its method.
func readQuery(in prompt) (string, error) {
	query, sign := "", "> "
	for {
		line, err := in.Prompt(sign)
		if err != nil {
			return "", err
		}
		query = strings.TrimSpace(query + "\n" + line)
		if strings.HasPrefix(query, ".") || balanced(query) && !strings.HasSuffix(query, ".") {
			return query, nil
		}
		sign = "… "
	}
}

// balanced counts brackets outside of strings.
func balanced(s string) bool {
	depth, quote := 0, rune(0)
	escaped := false
	for _, r := range s {
		switch {
		case escaped:
			escaped = false
		case quote != 0 && r == '\\':
			escaped = true
		case quote != 0:
			if r == quote || r == '\n' && quote != '`' {
				quote = 0
			}
		case r == '"' || r == '\'' || r == '`':
			quote = r
		case r == '(' || r == '[' || r == '{':
			depth++
		case r == ')' || r == ']' || r == '}':
			depth--
		}
	}
	return depth <= 0
}
