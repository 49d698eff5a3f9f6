package main

import (
	"errors"
	"os"
	"os/exec"
	"slices"
	"strconv"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"
	"github.com/urfave/cli/v2"
)

// The scripts under testdata/script run this very program: each file is a user
// at a terminal, with what he types and what he sees.
func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"entente": func() { os.Exit(Main()) }})
}

func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:      "testdata/script",
		Deadline: time.Now().Add(2 * patience), // a script that hangs is told by its name
		Setup: func(env *testscript.Env) error {
			root, err := os.Getwd()
			env.Setenv("EXAMPLES", root+"/../../examples")
			env.Setenv("NO_COLOR", "1")
			return err
		},
		Cmds:          map[string]func(*testscript.TestScript, bool, []string){"exits": exits},
		UpdateScripts: os.Getenv("UPDATE_SCRIPTS") != "",
	})
}

// exits runs a command and holds it to its exit code: exits 3 entente load …
func exits(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: exits CODE COMMAND ARGS...")
	}
	code := 0
	if err := ts.Exec(args[1], args[2:]...); err != nil {
		var exit *exec.ExitError
		if !errors.As(err, &exit) {
			ts.Fatalf("%v", err)
		}
		code = exit.ExitCode()
	}
	if want := args[0]; strconv.Itoa(code) != want {
		ts.Fatalf("exit code %d, want %s", code, want)
	}
}

func TestReorder(t *testing.T) {
	app := newApp()
	for _, c := range []struct{ typed, want []string }{
		{[]string{"met", "Blinken", "--since", "2022-01-01"}, []string{"met", "--since", "2022-01-01", "Blinken"}},
		{[]string{"met", "Blinken", "--since=2022-01-01"}, []string{"met", "--since=2022-01-01", "Blinken"}},
		{[]string{"--store", "x.db", "met", "Blinken"}, []string{"met", "--store", "x.db", "Blinken"}},
		{[]string{"query", "-", "--format", "json"}, []string{"query", "--format", "json", "-"}},
		{[]string{"met", "a", "--fail-empty", "b"}, []string{"met", "--fail-empty", "a", "b"}},
		{[]string{"met", "--", "-odd-name"}, []string{"met", "--", "-odd-name"}},
		{[]string{"export", "nquads", "-o", "x.nq"}, []string{"export", "-o", "x.nq", "nquads"}},
		{[]string{"query", "met"}, []string{"query", "met"}},
		{[]string{}, []string{}},
	} {
		got := reorder(app, append([]string{"entente"}, c.typed...))
		if want := append([]string{"entente"}, c.want...); !slices.Equal(got, want) {
			t.Errorf("%q became %q, want %q", c.typed, got, want)
		}
	}
}

// A flag means the same in every command, so that flags may stand before it.
func TestFlagsAgree(t *testing.T) {
	takes := map[string]bool{}
	walk(commands(), func(c *cli.Command) {
		for _, f := range c.Flags {
			_, isBool := f.(*cli.BoolFlag)
			for _, name := range f.Names() {
				if was, seen := takes[name]; seen && was == isBool {
					t.Errorf("--%s takes a value in one command and none in another (%s)", name, c.Name)
				}
				takes[name] = !isBool
			}
		}
	})
}

func TestEveryCommandShowsAnExample(t *testing.T) {
	walk(commands(), func(c *cli.Command) {
		if c.Usage == "" || len(c.Subcommands) == 0 && c.Description == "" {
			t.Errorf("%s: help without an example", c.Name)
		}
	})
}

func walk(commands []*cli.Command, visit func(*cli.Command)) {
	for _, c := range commands {
		visit(c)
		walk(c.Subcommands, visit)
	}
}
