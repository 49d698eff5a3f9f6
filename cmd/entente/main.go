// Command entente reads news articles into a graph of who did what with whom,
// and answers questions of it.
//
// One file holds one command; app.go lists them. This is the only package that
// sees both the extractor and the graph. A command turns flags into one call,
// writes data to standard output and talk to standard error, and returns an
// error that says what happened, where, and what to do next; main turns the
// error into the exit code of errors.go.
package main

import (
	"context"
	"os"
	"os/signal"
	"syscall"
)

func main() { os.Exit(Main()) }

// Main runs the command line of this process and returns its exit code.
func Main() int {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	// The second interrupt kills: whoever presses twice means it.
	context.AfterFunc(ctx, stop)
	defer stop()
	return run(ctx, os.Args)
}

func run(ctx context.Context, args []string) int {
	app := newApp()
	if n := len(args); n > 1 && args[n-1] == askCompletion {
		complete(ctx, os.Stdout, app, args[1:n-1])
		return exitOK
	}
	err := app.RunContext(ctx, reorder(app, args))
	return report(ctx, app, err)
}
