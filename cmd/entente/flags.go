package main

import (
	"strings"
	"time"

	"github.com/entente-kg/entente/extract/article"
	"github.com/urfave/cli/v2"
)

// The flags that several commands share. A name means the same everywhere.

func storeFlag() cli.Flag {
	return &cli.StringFlag{
		Name: "store", Value: "entente.db", EnvVars: []string{"ENTENTE_STORE"},
		Usage: "the graph: `PATH` of a bbolt file, pebble:PATH, postgres://…",
	}
}

// waitFlag goes with storeFlag; see command. A loader lets readers in a few
// times a second, so that the standard is for writers and for long commits.
func waitFlag() cli.Flag {
	return &cli.DurationFlag{
		Name: "wait", Value: 10 * time.Second, EnvVars: []string{"ENTENTE_WAIT"},
		Usage: "how long to wait for a graph that another process has in use: a `TIME` like 30s, 5m, 0",
	}
}

func formatFlag(standard string, formats ...string) cli.Flag {
	return &cli.StringFlag{
		Name: "format", Aliases: []string{"f"}, Value: standard, Usage: "output as `FORMAT`: " + strings.Join(formats, ", "),
		Action: func(_ *cli.Context, given string) error {
			for _, f := range formats {
				if f == given {
					return nil
				}
			}
			return usagef("there is no format %q: it is one of %s", given, strings.Join(formats, ", "))
		},
	}
}

// rowsFlag is the format flag of the commands that answer with rows.
func rowsFlag() cli.Flag { return formatFlag("table", rowFormats()...) }

func failEmptyFlag() cli.Flag {
	return &cli.BoolFlag{Name: "fail-empty", Usage: "exit with 1 when nothing is found"}
}

// inputFlags say how articles are read.
func inputFlags() []cli.Flag {
	return []cli.Flag{
		&cli.StringFlag{Name: "date", Usage: "publication `DAY` of articles that tell none: 2022-01-18", Action: checkDay("date")},
		&cli.StringSliceFlag{Name: "map", Usage: "read a record's text from another field: `text=body,published=date`"},
		&cli.StringFlag{Name: "files-from", Usage: "read the paths, one a line, from `FILE` ('-' for standard input)"},
		&cli.IntFlag{Name: "jobs", Aliases: []string{"j"}, Usage: "articles read at once (`N`; 0 is one a core)"},
		&cli.StringSliceFlag{Name: "rules", Usage: "add the event rules of `FILE`"},
		&cli.StringSliceFlag{Name: "actors", Usage: "add the actors of `FILE`"},
		&cli.StringFlag{Name: "report", Usage: "write what became of each article to `FILE`, as JSON lines"},
		&cli.BoolFlag{Name: "allow-private", Usage: "fetch addresses of the private network as well"},
		&cli.BoolFlag{Name: "any-language", Usage: "do not skip articles that are not in English"},
	}
}

func checkDay(flag string) func(*cli.Context, string) error {
	return func(_ *cli.Context, s string) error {
		if _, err := time.Parse(article.Day, s); err != nil {
			return usagef("--%s %q is not a day: write it like 2022-01-18", flag, s)
		}
		return nil
	}
}

// checkTime is checkDay that lets pass a month or a year.
func checkTime(flag string) func(*cli.Context, string) error {
	return func(_ *cli.Context, s string) error {
		for _, layout := range []string{article.Day, "2006-01", "2006"} {
			if _, err := time.Parse(layout, s); err == nil {
				return nil
			}
		}
		return usagef("--%s %q is not a day, month or year: write it like 2022-01-18, 2022-01 or 2022", flag, s)
	}
}
