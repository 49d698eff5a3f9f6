package main

import (
	"fmt"
	"runtime/debug"

	"github.com/urfave/cli/v2"
)

func versionCommand() *cli.Command {
	return command(cli.Command{
		Name:        "version",
		Usage:       "print the version and what it was built with",
		Description: "  entente version",
		Action: func(c *cli.Context) error {
			_, err := fmt.Fprintln(c.App.Writer, versionLine())
			return err
		},
	})
}

func versionLine() string {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return "entente (no build information)"
	}
	version := info.Main.Version
	if version == "" {
		version = "(devel)"
	}
	return fmt.Sprintf("entente %s %s", version, info.GoVersion)
}
