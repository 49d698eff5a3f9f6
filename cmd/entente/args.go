package main

import (
	"strings"

	"github.com/urfave/cli/v2"
)

// reorder moves flags in front of the arguments of their command, wherever they
// were typed: the flag parser stops at the first argument, people do not.
//
//	entente met Blinken --since 2022-01-01  →  entente met --since 2022-01-01 Blinken
//	entente --store x.db met Blinken        →  entente met --store x.db Blinken
func reorder(app *cli.App, args []string) []string {
	if len(args) == 0 {
		return args
	}
	values := valueFlags(app.Commands, map[string]bool{})
	path, flags, rest := args[:1:1], []string{}, []string{}
	known := app.Commands
	for i := 1; i < len(args); i++ {
		arg := args[i]
		switch sub := named(known, arg); {
		case arg == "--":
			rest = append(rest, args[i+1:]...)
			i = len(args)
		case isFlag(arg):
			flags = append(flags, arg)
			if values[flagName(arg)] && !strings.Contains(arg, "=") && i+1 < len(args) {
				i++
				flags = append(flags, args[i])
			}
		case sub != nil && len(rest) == 0:
			path, known = append(path, arg), sub.Subcommands
		default:
			rest = append(rest, arg)
		}
	}
	return join(path, flags, rest)
}

func join(path, flags, rest []string) []string {
	out := append(path, flags...)
	for _, arg := range rest {
		if isFlag(arg) { // an argument that was behind "--"
			out = append(out, "--")
			break
		}
	}
	return append(out, rest...)
}

func isFlag(arg string) bool { return len(arg) > 1 && arg[0] == '-' }

func flagName(arg string) string {
	name, _, _ := strings.Cut(strings.TrimLeft(arg, "-"), "=")
	return name
}

func named(commands []*cli.Command, name string) *cli.Command {
	for _, c := range commands {
		if c.HasName(name) {
			return c
		}
	}
	return nil
}

// valueFlags collects the names of all flags that take a value. A name means
// the same in every command.
func valueFlags(commands []*cli.Command, into map[string]bool) map[string]bool {
	for _, c := range commands {
		for _, f := range c.Flags {
			if _, isBool := f.(*cli.BoolFlag); isBool {
				continue
			}
			for _, name := range f.Names() {
				into[name] = true
			}
		}
		valueFlags(c.Subcommands, into)
	}
	return into
}
