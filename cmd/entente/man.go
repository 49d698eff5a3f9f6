package main

import (
	"fmt"
	"io"
	"strings"

	"github.com/urfave/cli/v2"
)

func manCommand() *cli.Command {
	return command(cli.Command{
		Name: "man", Usage: "print the manual page",
		Description: `  entente man | man -l -
  entente man > /usr/local/share/man/man1/entente.1`,
		Action: func(c *cli.Context) error {
			_, err := io.WriteString(c.App.Writer, manPage(c.App))
			return err
		},
	})
}

// manPage writes the manual in roff's man macros, from the help of the commands.
// urfave/cli's own has neither their examples nor what surrounds them.
func manPage(app *cli.App) string {
	var b strings.Builder
	fmt.Fprintf(&b, ".TH ENTENTE 1 \"\" \"entente\" \"User Commands\"\n.SH NAME\nentente \\- %s\n", roff(app.Usage))
	b.WriteString(".SH SYNOPSIS\n.B entente\n.I COMMAND\n[\n.I OPTIONS\n] [\n.I ARGUMENTS\n]\n")
	b.WriteString(".SH DESCRIPTION\n" + roff(manAbout))
	b.WriteString(".SH COMMANDS\n")
	for _, c := range app.VisibleCommands() {
		manCommandEntry(&b, "entente", c)
	}
	b.WriteString(manEnd)
	return b.String()
}

const manAbout = `entente reads news articles and builds a graph of who did what with whom: who met, called, visited, threatened, sanctioned
or helped whom, when, where and according to whom. Every edge keeps the exact sentence it came from. Data goes to standard
output, everything else to standard error. Options may stand before or behind arguments.
`

const manEnd = `.SH ENVIRONMENT
.TP
.B ENTENTE_STORE
the graph, where \-\-store names none
.TP
.B ENTENTE_WAIT
how long to wait for a graph in use, where \-\-wait does not say
.TP
.B NO_COLOR
when set, nothing is coloured
.SH FILES
.TP
.B entente.db
the graph, in the current folder
.SH EXIT STATUS
.TP
.B 0
done
.TP
.B 1
nothing found, with \-\-fail\-empty
.TP
.B 2
wrong usage, an unknown name, a query with a mistake
.TP
.B 3
some articles failed
.TP
.B 4
bad data, or a query stopped at its limits
.TP
.B 130
interrupted
`

// manCommandEntry writes a command and those below it.
func manCommandEntry(b *strings.Builder, parent string, c *cli.Command) {
	name := parent + " " + c.Name
	fmt.Fprintf(b, ".SS \"%s\"\n%s.\n", roff(joined([]string{name, c.ArgsUsage})), roff(c.Usage))
	if c.Description != "" {
		b.WriteString(".PP\n.nf\n" + roff(strings.TrimRight(c.Description, "\n")) + "\n.fi\n")
	}
	for _, f := range c.VisibleFlags() {
		flag, usage, _ := strings.Cut(fmt.Sprint(f), "\t")
		fmt.Fprintf(b, ".TP\n.B %s\n%s\n", roff(flag), roff(usage))
	}
	for _, sub := range c.Subcommands {
		if !sub.Hidden {
			manCommandEntry(b, name, sub)
		}
	}
}

// roff escapes what the macros would take for their own.
func roff(s string) string {
	s = strings.NewReplacer(`\`, `\e`, "-", `\-`, "'", `\(aq`, "`", `\(ga`, "^", `\(ha`, "~", `\(ti`).Replace(s)
	lines := strings.Split(s, "\n")
	for i, l := range lines {
		if strings.HasPrefix(l, ".") {
			lines[i] = `\&` + l
		}
	}
	return strings.Join(lines, "\n")
}
