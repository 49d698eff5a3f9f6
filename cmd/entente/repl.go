package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
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

Names are completed with the tab key. A query may go over several lines: it ends
with its last bracket.`,
		Flags: []cli.Flag{
			storeFlag(),
			&cli.IntFlag{Name: "limit", Aliases: []string{"n"}, Value: 100, Usage: "at most `N` rows; 0 for all"},
			&cli.DurationFlag{Name: "timeout", Value: 30 * time.Second, Usage: "stop a query after `TIME`"},
			&cli.IntFlag{Name: "memory", Value: 1024, Usage: "stop at `MiB` of memory"},
			rowsFlag(),
		},
		Action: asking(runREPL),
	})
}

const replHelp = `.help             this
.names BLIN       names that begin so
.quit             leave (or Ctrl-D)
g.V("Name").Out("met-with").All()       whom
g.V("Name").Both("met-with").All()      in either direction
g.V().Has("status", "planned").All()    events
`

// prompt reads lines; the terminal's with history and completion, or plain ones.
type prompt interface {
	Prompt(string) (string, error)
	AppendHistory(string)
	Close() error
}

func runREPL(c *cli.Context, store *graph.Store) error {
	in, save := newPrompt(c, store)
	defer save()
	for {
		query, err := readQuery(in)
		switch {
		case errors.Is(err, liner.ErrPromptAborted):
			continue
		case errors.Is(err, io.EOF):
			return nil
		case err != nil:
			return err
		}
		if query == ".quit" {
			return nil
		}
		if query != "" {
			in.AppendHistory(query)
			replOne(c, store, query)
		}
	}
}

// replOne answers one line; what is wrong with it is said, and the next may follow.
func replOne(c *cli.Context, store *graph.Store, query string) {
	began := time.Now()
	err := func() error {
		switch command, rest, _ := strings.Cut(query, " "); command {
		case ".help":
			_, err := io.WriteString(c.App.Writer, replHelp)
			return err
		case ".names":
			names, err := store.Names(c.Context, strings.TrimSpace(rest), 20)
			fmt.Fprintln(c.App.Writer, strings.Join(names, "\n"))
			return err
		}
		stop := guard(c.App.ErrWriter, c.Duration("timeout")+graceTime, c.Int("memory"))
		defer stop()
		results, err := collect(c, store, query, nil)
		if err != nil {
			return err
		}
		return printRows(c, resultColumns(results), results)
	}()
	if err != nil {
		fmt.Fprintln(c.App.ErrWriter, err)
	}
	fmt.Fprintf(c.App.ErrWriter, "%s\n", time.Since(began).Round(100*time.Microsecond))
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
		if balanced(query) && !strings.HasSuffix(query, ".") {
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

// newPrompt gives the terminal a line editor; a pipe is read line by line.
func newPrompt(c *cli.Context, store *graph.Store) (in prompt, save func()) {
	if c.App.Reader != os.Stdin || !liner.TerminalSupported() || !isTerminal(os.Stdin) {
		return newPipe(c.App.Reader), func() {}
	}
	editor := liner.NewLiner()
	editor.SetCtrlCAborts(true)
	editor.SetMultiLineMode(true)
	editor.SetWordCompleter(func(line string, at int) (string, []string, string) {
		return completeName(c.Context, store, line, at)
	})
	history := historyFile()
	if f, err := os.Open(history); err == nil {
		_, _ = editor.ReadHistory(f) // a damaged history is only a history
		f.Close()
	}
	return editor, func() {
		if f, err := os.Create(history); err == nil {
			_, _ = editor.WriteHistory(f)
			f.Close()
		}
		editor.Close()
	}
}

func historyFile() string {
	dir, err := os.UserCacheDir()
	if err != nil {
		dir = os.TempDir()
	}
	return filepath.Join(dir, "entente-history")
}

// completeName completes what stands behind the last quotation mark: a name of
// the graph or a predicate.
func completeName(ctx context.Context, store *graph.Store, line string, at int) (head string, names []string, tail string) {
	start := strings.LastIndexAny(line[:at], `"'`) + 1
	if start == 0 || start == at {
		return line[:at], nil, line[at:]
	}
	prefix := line[start:at]
	for _, p := range graph.Predicates() {
		if strings.HasPrefix(p, prefix) {
			names = append(names, p)
		}
	}
	more, err := store.Names(ctx, prefix, 20)
	if err == nil {
		names = append(names, more...)
	}
	return line[:start], names, line[at:]
}
