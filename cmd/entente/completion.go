package main

import (
	_ "embed"
	"fmt"
	"os"
	"strings"

	"github.com/entente-kg/entente/graph"
	"github.com/urfave/cli/v2"
)

//go:embed completion/bash.sh
var bashCompletion string

//go:embed completion/zsh.sh
var zshCompletion string

func completionCommand() *cli.Command {
	return command(cli.Command{
		Name:      "completion",
		Usage:     "print the completion script of a shell",
		ArgsUsage: "bash|zsh|fish",
		Description: `  source <(entente completion bash)
  entente completion zsh > "${fpath[1]}/_entente"
  entente completion fish > ~/.config/fish/completions/entente.fish`,
		Action: runCompletion,
	})
}

func runCompletion(c *cli.Context) error {
	script := ""
	switch shell := c.Args().First(); shell {
	case "bash":
		script = bashCompletion
	case "zsh":
		script = zshCompletion
	case "fish":
		fish, err := c.App.ToFishCompletion()
		if err != nil {
			return err
		}
		script = fish
	default:
		return usagef("there is no completion for %q: it is bash, zsh or fish", shell)
	}
	_, err := fmt.Fprint(c.App.Writer, script)
	return err
}

// completeActors offers the names in the graph, or the flags of the command
// where a hyphen was typed.
func completeActors(c *cli.Context) {
	typed := os.Args[len(os.Args)-2] // before the flag by which the shell asks
	if strings.HasPrefix(typed, "-") {
		cli.DefaultCompleteWithFlags(c.Command)(c)
		return
	}
	store, err := graph.Open(c.String("store"), graph.Options{ReadOnly: true})
	if err != nil {
		return // nothing to offer, and a shell that completes wants no message
	}
	defer store.Close()
	if typed == c.Command.Name {
		typed = ""
	}
	names, err := store.Names(c.Context, typed, 50)
	if err != nil {
		return
	}
	for _, name := range names {
		fmt.Fprintln(c.App.Writer, name)
	}
}
