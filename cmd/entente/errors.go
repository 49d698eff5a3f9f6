package main

import (
	"context"
	"errors"
	"fmt"

	"github.com/urfave/cli/v2"
)

// The exit codes, as DESIGN promises them to scripts.
const (
	exitOK          = 0
	exitEmpty       = 1
	exitUsage       = 2
	exitPartial     = 3
	exitBadData     = 4
	exitInterrupted = 130
)

// exitError is an error that knows its exit code.
type exitError struct {
	code int
	err  error
}

func (e *exitError) Error() string { return e.err.Error() }
func (e *exitError) Unwrap() error { return e.err }

func usageError(err error) error           { return &exitError{exitUsage, err} }
func usagef(format string, a ...any) error { return usageError(fmt.Errorf(format, a...)) }
func badDataf(format string, a ...any) error {
	return &exitError{exitBadData, fmt.Errorf(format, a...)}
}

// errEmpty ends a command that found nothing and was told to fail then.
var errEmpty = &exitError{exitEmpty, errors.New("nothing found")}

// report prints the error a command ended with and returns the exit code.
func report(ctx context.Context, app *cli.App, err error) int {
	if err == nil {
		return exitOK
	}
	code := exitBadData
	var known *exitError
	interrupted := errors.Is(err, context.Canceled) && ctx.Err() != nil
	switch isKnown := errors.As(err, &known); {
	case interrupted && isKnown:
		code, err = exitInterrupted, fmt.Errorf("interrupted; %w", known)
	case interrupted:
		code, err = exitInterrupted, errors.New("interrupted")
	case isKnown:
		code = known.code
	}
	if code != exitEmpty {
		fmt.Fprintln(app.ErrWriter, "entente:", err)
	}
	return code
}
