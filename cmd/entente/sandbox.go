package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"os/signal"
	"runtime/debug"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/entente-kg/entente/graph"
	"github.com/urfave/cli/v2"
)

// A script can loop inside a regular expression, a native function or a huge
// string, where nothing inside its process can interrupt it. So a script runs
// in a child process, on the store opened for reading, and the child is what
// is stopped: by itself when time or memory run out, by its parent when output
// does or it should fail to, and on Linux by the kernel at last. The child is this
// program again; it reads one request from standard input and writes frames,
// one JSON value a line, to standard output.

// request is what the child is asked to run.
type request struct {
	Store   string
	Script  string
	Limits  limits
	Opts    graph.QueryOptions
	Explain bool
	Wait    time.Duration // for a store in use
}

// limits bound a script; 0 is no limit.
type limits struct {
	Time   time.Duration
	Memory int // MiB the child may hold
	Output int // MiB of results
}

// frame is one thing the child says.
type frame struct {
	Row   graph.Result `json:"row,omitempty"`
	Step  string       `json:"step,omitempty"` // of an explanation
	Error string       `json:"error,omitempty"`
	Code  int          `json:"code,omitempty"` // exit code of the error
	Done  bool         `json:"done,omitempty"`
}

// graceTime is how long a script that was told to stop may take to do so.
const graceTime = 500 * time.Millisecond

// runSandboxed runs a script in a child and returns its rows.
func runSandboxed(ctx context.Context, talk io.Writer, r request) ([]graph.Result, error) {
	self, err := os.Executable()
	if err != nil {
		return nil, fmt.Errorf("starting a process for the query: %w", err)
	}
	input, err := json.Marshal(r)
	if err != nil {
		return nil, err
	}
	deadline := time.Duration(1<<63 - 1)
	if r.Limits.Time > 0 {
		deadline = r.Wait + r.Limits.Time + graceTime
	}
	timed, cancel := context.WithTimeoutCause(ctx, deadline, &graph.LimitError{What: overtime(r.Limits.Time)})
	defer cancel()
	child := exec.CommandContext(timed, self, sandboxName)
	child.Args[0] = os.Args[0]
	child.Env = slices.DeleteFunc(append(os.Environ(), "GOTRACEBACK=none"), func(v string) bool {
		return !strings.HasPrefix(v, "GOTRACEBACK=") && !strings.HasPrefix(v, "PG") && !strings.HasPrefix(v, "HOME=") // a PostgreSQL store wants these
	})
	stderr := &tail{}
	child.Stderr = stderr
	hold, err := child.StdinPipe() // held open: the child ends when its parent is gone
	if err != nil {
		return nil, err
	}
	out, err := child.StdoutPipe()
	if err != nil {
		return nil, err
	}
	if err := child.Start(); err != nil {
		return nil, fmt.Errorf("starting a process for the query: %w", err)
	}
	go hold.Write(append(input, '\n'))
	rows, err := readFrames(&bounded{Reader: out, left: r.Limits.Output << 20, none: r.Limits.Output == 0}, talk)
	if errors.Is(err, errOutput) {
		_ = child.Process.Kill() // it may have ended by itself
	}
	_ = hold.Close()
	ended := child.Wait()
	return rows, verdict(timed, r.Limits, err, ended, stderr.String())
}

var (
	errOutput = errors.New("too much output")
	errSilent = errors.New("the child ended without a word")
)

// verdict says why a script ended as it did.
func verdict(ctx context.Context, l limits, said, ended error, stderr string) error {
	var limit *graph.LimitError
	var exit *exec.ExitError
	switch {
	case said == nil:
		return nil
	case errors.Is(said, errOutput):
		return &exitError{exitBadData, &graph.LimitError{What: fmt.Sprintf("its results are more than %d MiB (--output)", l.Output)}}
	case errors.As(context.Cause(ctx), &limit):
		return &exitError{exitBadData, limit}
	case ctx.Err() != nil:
		return ctx.Err()
	case !errors.Is(said, errSilent):
		return said
	case strings.Contains(stderr, "stack exceeds") || strings.Contains(stderr, "stack overflow"):
		return &exitError{exitBadData, &graph.LimitError{What: fmt.Sprintf("it called itself too deep: its stack took more than %d MiB, a quarter of its memory (--memory)", stackMiB(l))}}
	case errors.As(ended, &exit) && exit.ExitCode() == exitTime:
		return &exitError{exitBadData, &graph.LimitError{What: overtime(l.Time)}}
	case errors.As(ended, &exit) && exit.ExitCode() == exitMemory, memoryEnded(stderr), strings.Contains(fmt.Sprint(ended), "killed"):
		return &exitError{exitBadData, &graph.LimitError{What: overfull(l.Memory)}}
	}
	first, _, _ := strings.Cut(strings.TrimSpace(stderr), "\n")
	return badDataf("the query's process ended: %v %s", ended, first)
}

// memoryEnded reports whether the kernel refused a process memory, for data or
// for one more thread, going by what its runtime said last.
func memoryEnded(stderr string) bool {
	return slices.ContainsFunc([]string{"out of memory", "cannot allocate memory", "pthread_create failed", "newosproc", "failed to create new OS thread"}, func(s string) bool {
		return strings.Contains(stderr, s)
	})
}

// readFrames collects the rows until the child is done.
func readFrames(from io.Reader, talk io.Writer) (rows []graph.Result, err error) {
	in := json.NewDecoder(from)
	in.UseNumber()
	for {
		var f frame
		if err := in.Decode(&f); errors.Is(err, errOutput) {
			return rows, err
		} else if err != nil {
			return rows, errSilent
		}
		switch {
		case f.Error != "":
			return rows, &exitError{f.Code, errors.New(f.Error)}
		case f.Done:
			return rows, nil
		case f.Step != "":
			fmt.Fprintln(talk, visible(f.Step))
		default:
			rows = append(rows, f.Row)
		}
	}
}

// bounded fails when more is read than there may be.
type bounded struct {
	io.Reader
	left int
	none bool
}

func (b *bounded) Read(p []byte) (int, error) {
	n, err := b.Reader.Read(p)
	if b.left -= n; b.left < 0 && !b.none {
		return 0, errOutput
	}
	return n, err
}

// tail keeps the beginning of what a child says when it crashes.
type tail struct {
	mu sync.Mutex
	bytes.Buffer
}

func (t *tail) Write(p []byte) (int, error) {
	t.mu.Lock()
	defer t.mu.Unlock()
	if room := 4096 - t.Len(); room > 0 {
		t.Buffer.Write(p[:min(room, len(p))])
	}
	return len(p), nil
}

// The child.

const (
	sandboxName = "sandbox"
	exitMemory  = 90 // how the child says that it ran out of memory
	exitTime    = 91 // or out of time, where it cannot say so in words
)

// stackMiB is how much of its memory a script may use to call itself. A stack
// that grows is copied: for a moment there are two.
func stackMiB(l limits) int {
	if l.Memory == 0 {
		return 256
	}
	return max(l.Memory/4, 8)
}

func sandboxCommand() *cli.Command {
	return command(cli.Command{
		Name: sandboxName, Usage: "run one query for another entente", Hidden: true,
		Description: `  entente query starts it; it is of no use by hand`,
		Action:      func(c *cli.Context) error { return serveSandbox(c.Context, os.Stdin, c.App.Writer) },
	})
}

// serveSandbox runs the request that its input holds.
func serveSandbox(ctx context.Context, in io.Reader, out io.Writer) error {
	signal.Ignore(os.Interrupt) // a terminal sends it to both processes; the parent decides
	var r request
	requests := json.NewDecoder(in)
	if err := requests.Decode(&r); err != nil {
		return badDataf("reading the request: %w", err)
	}
	go func() {
		_, _ = io.Copy(io.Discard, in)
		os.Exit(exitInterrupted) // the parent is gone
	}()
	debug.SetMaxStack(stackMiB(r.Limits) << 20)
	confine(r.Limits)
	defer watch(limits{Memory: r.Limits.Memory}, func(string) { os.Exit(exitMemory) })()
	frames := jsonEncoder(out)
	err := queryFor(ctx, r, func(f frame) error { return frames.Encode(f) })
	if err == nil {
		return frames.Encode(frame{Done: true})
	}
	code := exitBadData
	var known *exitError
	if err = nameError(err); errors.As(err, &known) {
		code = known.code
	}
	if limit := new(graph.LimitError); errors.As(err, &limit) {
		err = &graph.LimitError{What: overtime(r.Limits.Time)}
	}
	return frames.Encode(frame{Error: shortened(err.Error()), Code: code})
}

// shortened cuts what a script throws to what somebody may want to read.
func shortened(s string) string {
	const most = 2000
	if len(s) <= most {
		return s
	}
	return strings.ToValidUTF8(s[:most], "") + " …"
}

// queryFor opens the store and runs the script. A panic inside a query
// language is the query's failure.
func queryFor(ctx context.Context, r request, say func(frame) error) (err error) {
	defer func() {
		if p := recover(); p != nil {
			err = badDataf("the query failed inside its language: %v", p)
		}
	}()
	store, err := openToRead(r.Store, graph.Options{Wait: r.Wait, Waiting: func(holder string) {
		_ = say(frame{Step: inUse(r.Store, holder, r.Wait)})
	}})
	if err != nil {
		return err
	}
	// The store is not closed: a query that was cut off may hold a reader of it,
	// which closing would wait for. The process ends next.
	if r.Explain {
		r.Opts.Explain = func(step string) { _ = say(frame{Step: step}) } // a parent that is gone is seen at the next row
	}
	// From here on, for the store was waited for, and to the end of the process:
	// what a script throws can run code when it is made words of.
	watch(limits{Time: r.Limits.Time}, func(string) { os.Exit(exitTime) })
	r.Opts.Timeout = r.Limits.Time
	return store.Query(ctx, r.Script, r.Opts, func(row graph.Result) error { return say(frame{Row: row}) })
}
