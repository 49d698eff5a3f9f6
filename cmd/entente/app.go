package main

import (
	"slices"

	"github.com/urfave/cli/v2"
)

// commands lists every command in the order of the help.
func commands() []*cli.Command {
	return []*cli.Command{
		loadCommand(),
		metCommand(),
		eventsCommand(),
		timelineCommand(),
		travelCommand(),
		showCommand(),
		pathCommand(),
		compareCommand(),
		topCommand(),
		dyadsCommand(),
		queryCommand(),
		replCommand(),
		exportCommand(),
		importCommand(),
		pictureCommand(),
		explainCommand(),
		whyNotCommand(),
		actorsCommand(),
		articlesCommand(),
		statsCommand(),
		verifyCommand(),
		backupCommand(),
		restoreCommand(),
		mergeCommand(),
		compactCommand(),
		extractCommand(),
		rulesCommand(),
		schemaCommand(),
		completionCommand(),
		manCommand(),
		sandboxCommand(),
		versionCommand(),
	}
}

func newApp() *cli.App {
	return &cli.App{
		Name:                   "entente",
		Usage:                  "who did what with whom, from news articles, with the sentence that says so",
		HideVersion:            true,
		HideHelpCommand:        true,
		UseShortOptionHandling: false,
		Suggest:                true,
		Commands:               commands(),
		CustomAppHelpTemplate:  appHelp,
		Action:                 unknownCommand,
		OnUsageError:           func(_ *cli.Context, err error, _ bool) error { return usageError(err) },
		ExitErrHandler:         func(*cli.Context, error) {}, // report does it
	}
}

// unknownCommand runs when the first word is no command.
func unknownCommand(c *cli.Context) error {
	if !c.Args().Present() {
		return cli.ShowAppHelp(c)
	}
	name := c.Args().First()
	hint := "'entente --help' lists them"
	if near := cli.SuggestCommand(c.App.Commands, name); near != "" {
		hint = near
	}
	return usagef("there is no command %q. %s", name, hint)
}

const appHelp = `entente: {{.Usage}}

  entente load articles/            read articles into a graph
  entente met "Antony Blinken"      whom he met, when, where, and the sentence that says so
  entente query 'g.V("Antony Blinken").Out("spoke-with").All()'

COMMANDS
{{range .VisibleCommands}}  {{join .Names ", " | printf "%-12s"}} {{.Usage}}
{{end}}
'entente COMMAND --help' shows examples. The graph lives in entente.db unless --store
or ENTENTE_STORE name another. Data goes to standard output, everything else to
standard error. Exit codes: 0 done, 1 nothing found (with --fail-empty), 2 usage,
3 some articles failed, 4 bad data, 130 interrupted.
`

const commandHelp = `entente {{.Name}}: {{.Usage}}
{{if .Description}}
{{.Description}}
{{end}}
USAGE
  entente {{.Name}} {{if .Subcommands}}COMMAND {{end}}{{.ArgsUsage}} [options]
{{if .Subcommands}}
COMMANDS
{{range .VisibleCommands}}  {{printf "%-12s" .Name}} {{.Usage}}
{{end}}{{end}}
OPTIONS
{{range .VisibleFlags}}  {{.}}
{{end}}`

// command fills in what all commands share: help that begins with examples,
// usage errors with exit code 2, --wait where there is --store.
func command(c cli.Command) *cli.Command {
	c.CustomHelpTemplate = commandHelp
	c.HideHelpCommand = true
	if slices.ContainsFunc(c.Flags, func(f cli.Flag) bool { return f.Names()[0] == "store" }) {
		c.Flags = append(c.Flags, waitFlag())
	}
	c.OnUsageError = func(_ *cli.Context, err error, _ bool) error { return usageError(err) }
	return &c
}
