package main

import (
	"fmt"
	"io"
	"maps"
	"os"
	"slices"
	"strings"
	"time"

	"github.com/entente-kg/entente/graph"
	"github.com/urfave/cli/v2"
)

func queryCommand() *cli.Command {
	return command(cli.Command{
		Name:      "query",
		Usage:     "ask the graph in Gizmo, GraphQL or MQL, by names",
		ArgsUsage: "'SCRIPT'",
		Description: `  entente query 'g.V("Antony Blinken").Out("spoke-with").All()'
  entente query 'g.V("Blinken").Both("met-with").Unique().All()' --format json
  entente query --file examples/queries/planned.gizmo
  entente query 'g.V(params.who).Out("met-with").All()' --param who=Blinken
  entente query --lang graphql '{ nodes(id: <actor:antony-blinken>) { <name>, <spoke-with> { <name> } } }'
  entente query --explain 'g.V("Blinken").Out("met-with").All()'    what names became, which index is read
  echo 'g.V("Germany").Out("met-with").All()' | entente query -

Names, aliases and IDs (actor:antony-blinken) can stand wherever Gizmo expects a
node or a predicate; in GraphQL and MQL, IDs and predicates in angle brackets. Functions that
Gizmo lacks (--helpers lists them) can be called by a script. A script cannot write,
and is stopped at the limits below; it has at most 1 MiB of text, and a quarter of its
memory for calling itself.`,
		Flags: append([]cli.Flag{
			&cli.StringFlag{Name: "file", Usage: "read the script from `FILE`"},
			&cli.StringSliceFlag{Name: "param", Usage: "a value for the script: `NAME=VALUE`"},
			&cli.StringFlag{Name: "lang", Value: "gizmo", Usage: "the `LANGUAGE`: gizmo, graphql or mql"},
			&cli.BoolFlag{Name: "explain", Usage: "say on standard error what names became and which index each step reads"},
			&cli.BoolFlag{Name: "helpers", Usage: "print the functions a Gizmo script can call"},
			&cli.BoolFlag{Name: "iri", Usage: "show IRIs instead of names"},
			&cli.IntFlag{Name: "limit", Aliases: []string{"n"}, Value: 1000, Usage: "at most `N` rows; 0 for all"},
			storeFlag(), rowsFlag(), failEmptyFlag(),
		}, limitFlags()...),
		Action: runQuery,
	})
}

// limitFlags bound what a script may take.
func limitFlags() []cli.Flag {
	return []cli.Flag{
		&cli.DurationFlag{Name: "timeout", Value: 30 * time.Second, Usage: "stop a script after `TIME`"},
		&cli.IntFlag{Name: "memory", Value: 1024, Usage: "stop a script at `MiB` of memory"},
		&cli.IntFlag{Name: "output", Value: 64, Usage: "stop a script at `MiB` of results"},
	}
}

func runQuery(c *cli.Context) error {
	if c.Bool("helpers") {
		_, err := io.WriteString(c.App.Writer, graph.Helpers())
		return err
	}
	script, err := scriptOf(c)
	if err != nil {
		return err
	}
	params, err := paramsOf(c.StringSlice("param"))
	if err != nil {
		return err
	}
	results, err := runSandboxed(c.Context, c.App.ErrWriter, requestOf(c, script, params))
	if err != nil {
		return err
	}
	if err := printRows(c, resultColumns(results), results); err != nil {
		return err
	}
	if n := c.Int("limit"); n > 0 && len(results) == n {
		fmt.Fprintf(c.App.ErrWriter, "the first %d rows; --limit 0 shows all\n", n)
	}
	return emptyIs(c, len(results))
}

// requestOf is a script with what the command line says of it.
func requestOf(c *cli.Context, script string, params map[string]string) request {
	return request{
		Store: c.String("store"), Script: script, Explain: c.Bool("explain"), Wait: c.Duration("wait"),
		Limits: limits{Time: c.Duration("timeout"), Memory: c.Int("memory"), Output: c.Int("output")},
		Opts:   graph.QueryOptions{Limit: c.Int("limit"), IRIs: c.Bool("iri"), Params: params, Lang: c.String("lang")},
	}
}

// scriptMiB is how long a script may be: a thousand times what people write.
const scriptMiB = 1

// scriptOf is the script: the argument, a file, or standard input.
func scriptOf(c *cli.Context) (string, error) {
	switch file := c.String("file"); {
	case file != "":
		f, err := os.Open(file)
		if err != nil {
			return "", usageError(err)
		}
		defer f.Close()
		return readScript(f)
	case c.Args().Len() == 1 && c.Args().First() == "-":
		return readScript(c.App.Reader)
	case c.Args().Len() == 1:
		return c.Args().First(), nil
	}
	return "", usagef(`one script, in quotes: entente query 'g.V("Antony Blinken").Out("spoke-with").All()'`)
}

func readScript(r io.Reader) (string, error) {
	text, err := io.ReadAll(io.LimitReader(r, scriptMiB<<20+1))
	switch {
	case err != nil:
		return "", usageError(err)
	case len(text) > scriptMiB<<20:
		return "", usagef("the script is longer than %d MiB, and is not run", scriptMiB)
	}
	return string(text), nil
}

func paramsOf(given []string) (map[string]string, error) {
	params := map[string]string{}
	for _, p := range given {
		name, value, found := strings.Cut(p, "=")
		if !found || name == "" {
			return nil, usagef("--param %q: write NAME=VALUE", p)
		}
		params[name] = value
	}
	return params, nil
}

// resultColumns are the tags of a script's results; the path's own comes first.
func resultColumns(results []graph.Result) []column[graph.Result] {
	seen := map[string]bool{}
	for _, r := range results {
		for name := range r {
			seen[name] = true
		}
	}
	names := slices.Sorted(maps.Keys(seen))
	if i := slices.Index(names, "id"); i > 0 {
		names = slices.Insert(slices.Delete(names, i, i+1), 0, "id")
	}
	columns := make([]column[graph.Result], 0, len(names))
	for _, name := range names {
		columns = append(columns, column[graph.Result]{name: name, value: func(r graph.Result) string { return cellOf(r[name]) }})
	}
	return columns
}

func cellOf(value any) string {
	switch v := value.(type) {
	case nil:
		return ""
	case string:
		return v
	case map[string]any, []any:
		var nested strings.Builder
		if err := jsonEncoder(&nested).Encode(v); err == nil {
			return strings.TrimSpace(nested.String())
		}
	}
	return fmt.Sprint(value)
}
