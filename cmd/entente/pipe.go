package main

import (
	"bufio"
	"io"
	"os"
	"strings"

	"golang.org/x/term"
)

// pipe is a prompt for input that is no terminal.
type pipe struct{ lines *bufio.Reader }

func newPipe(r io.Reader) *pipe { return &pipe{bufio.NewReader(r)} }

func (p *pipe) Prompt(string) (string, error) {
	line, err := p.lines.ReadString('\n')
	if err == io.EOF && line != "" {
		err = nil
	}
	return strings.TrimRight(line, "\r\n"), err
}

func (p *pipe) AppendHistory(string) {}
func (p *pipe) Close() error         { return nil }

func isTerminal(f *os.File) bool { return term.IsTerminal(int(f.Fd())) }
