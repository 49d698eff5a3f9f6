package main

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"os"
	"os/signal"
	"path/filepath"
	"strings"
	"syscall"

	"github.com/entente-kg/entente/graph"
	"github.com/peterh/liner"
	"github.com/urfave/cli/v2"
	"golang.org/x/term"
)

// prompt reads lines; the terminal's with history and completion, or plain ones.
type prompt interface {
	Prompt(string) (string, error)
	AppendHistory(string)
}

// newPrompt gives the terminal a line editor; a pipe is read line by line. On a
// terminal an interrupt is no end: from now on it concerns what runs, if anything.
func newPrompt(c *cli.Context) (in prompt, leave func()) {
	if c.App.Reader != os.Stdin || !liner.TerminalSupported() || !isTerminal(os.Stdin) {
		return &pipe{bufio.NewReader(c.App.Reader)}, func() {}
	}
	c.Context = context.WithoutCancel(c.Context)
	interrupts, ends := make(chan os.Signal, 1), make(chan os.Signal, 1)
	signal.Notify(interrupts, os.Interrupt) // never read: the query has its own, and between two there is nothing to interrupt
	signal.Notify(ends, syscall.SIGTERM, syscall.SIGHUP)
	t := newTerminal(func(line string, at int) (string, []string, string) {
		return completeQuery(func(prefix string) []string { return namesNow(c, prefix) }, line, at)
	})
	go func() {
		<-ends
		t.editor.Close()
		os.Exit(exitInterrupted)
	}()
	fmt.Fprintln(c.App.ErrWriter, ".help explains, Ctrl-D leaves")
	return t, func() { t.editor.Close() }
}

// namesNow are the names that begin so. Where the store is in use they are none:
// nobody waits for a completion.
func namesNow(c *cli.Context, prefix string) []string {
	store, err := openToRead(c.String("store"), graph.Options{})
	if err != nil {
		return nil // completion has nobody to tell
	}
	defer store.Close()
	names, err := store.Names(c.Context, prefix, 20)
	if err != nil {
		return nil
	}
	return names
}

// terminal is a line editor whose history outlives it.
type terminal struct {
	editor  *liner.State
	history string
}

func newTerminal(complete liner.WordCompleter) *terminal {
	t := &terminal{liner.NewLiner(), historyFile()}
	t.editor.SetCtrlCAborts(true)
	t.editor.SetMultiLineMode(true)
	t.editor.SetWordCompleter(complete)
	if f, err := os.Open(t.history); err == nil {
		_, _ = t.editor.ReadHistory(f) // a damaged history is only a history
		f.Close()
	}
	return t
}

func (t *terminal) Prompt(sign string) (string, error) { return t.editor.Prompt(sign) }

// AppendHistory writes the history at once: the query to come may be the last.
func (t *terminal) AppendHistory(query string) {
	t.editor.AppendHistory(strings.ReplaceAll(query, "\n", " "))
	if f, err := os.Create(t.history); err == nil {
		_, _ = t.editor.WriteHistory(f)
		f.Close()
	}
}

func historyFile() string {
	dir, err := os.UserCacheDir()
	if err != nil {
		dir = os.TempDir()
	}
	_ = os.MkdirAll(dir, 0o700) // without it there is no history, and all else works
	return filepath.Join(dir, "entente-history")
}

// pipe is a prompt for input that is no terminal.
type pipe struct{ lines *bufio.Reader }

func (p *pipe) Prompt(string) (string, error) {
	line, err := p.lines.ReadString('\n')
	if err == io.EOF && line != "" {
		err = nil
	}
	return strings.TrimRight(line, "\r\n"), err
}

func (p *pipe) AppendHistory(string) {}

func isTerminal(f *os.File) bool { return term.IsTerminal(int(f.Fd())) }
