package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"

	"github.com/entente-kg/entente/extract/article"
	"github.com/urfave/cli/v2"
)

// maxShown is how many failed articles are named before only counting; --report
// names them all.
const maxShown = 100

// journal keeps count of what became of the articles: it names each failed one
// on standard error as it comes, writes the report, and knows the exit code.
type journal struct {
	talk                 io.Writer
	report               *json.Encoder
	file                 *os.File
	done, failed, events int
	undated              int
	progress             *meter
}

// entry is one line of the report.
type entry struct {
	ID           string `json:"id,omitempty"`
	Origin       string `json:"origin"`
	Status       string `json:"status"` // read, failed
	Reason       string `json:"reason,omitempty"`
	Warning      string `json:"warning,omitempty"`
	Events       int    `json:"events"`
	Milliseconds int64  `json:"milliseconds"`
}

func newJournal(c *cli.Context) (*journal, error) {
	j := &journal{talk: c.App.ErrWriter, progress: newMeter(c.App.ErrWriter)}
	path := c.String("report")
	if path == "" {
		return j, nil
	}
	f, err := os.Create(path)
	if err != nil {
		return nil, badDataf("the report cannot be written: %w", err)
	}
	j.file, j.report = f, jsonEncoder(f)
	return j, nil
}

// add notes one outcome.
func (j *journal) add(o outcome) error {
	j.progress.step()
	e := entry{Status: "read", Events: len(o.extraction.Events), Milliseconds: o.took.Milliseconds()}
	if o.article != nil {
		e.ID, e.Origin = o.article.ID, o.article.Origin
	}
	if o.err != nil {
		j.fail(&e, o.err)
	} else {
		j.done++
		j.events += e.Events
		if o.article.Published == "" {
			j.undated++
			e.Warning = "no publication date: relative dates stay open"
		}
	}
	if j.report == nil {
		return nil
	}
	return j.report.Encode(e)
}

func (j *journal) fail(e *entry, err error) {
	e.Status, e.Reason = "failed", err.Error()
	var bad *article.Error
	if errors.As(err, &bad) {
		e.Origin, e.Reason = bad.Origin, bad.Reason
	}
	if j.failed++; j.failed > maxShown {
		return
	}
	j.progress.clear()
	fmt.Fprintf(j.talk, "skipped %s: %s\n", visible(e.Origin), visible(e.Reason))
}

// close ends the report and the progress line, and turns failed articles into
// an error with the exit code for "partly done".
func (j *journal) close() error {
	j.progress.clear()
	if j.failed > maxShown {
		fmt.Fprintf(j.talk, "skipped %d more (--report FILE names them all)\n", j.failed-maxShown)
	}
	if j.undated > 0 {
		fmt.Fprintf(j.talk, "%s without a publication date: give one with --date\n", count(j.undated, "article"))
	}
	if j.file != nil {
		if err := j.file.Close(); err != nil {
			return badDataf("the report cannot be written: %w", err)
		}
	}
	if j.failed > 0 {
		return &exitError{exitPartial, fmt.Errorf("%s failed of %d; the rest is done", count(j.failed, "article"), j.failed+j.done)}
	}
	return nil
}

// count says a number with its noun: "1 article", "12 articles".
func count(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}
