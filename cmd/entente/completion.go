package main

import (
	_ "embed"
	"fmt"

	"github.com/urfave/cli/v2"
)

//go:embed completion/bash.sh
var bashCompletion string

//go:embed completion/zsh.sh
var zshCompletion string

//go:embed completion/fish.fish
var fishCompletion string

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
		script = fishCompletion
	default:
		return usagef("there is no completion for %q: it is bash, zsh or fish", shell)
	}
	_, err := fmt.Fprint(c.App.Writer, script)
	return err
}
