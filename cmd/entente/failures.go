package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"sync"
	"time"

	"github.com/entente-kg/entente/extract"
	"github.com/entente-kg/entente/extract/article"
	"github.com/urfave/cli/v2"
)

// maxShown is how many failed articles are named before only counting; --report
// names them all.
const maxShown = 100

// journal keeps count of what became of the articles: it names each failed one
// on standard error as it comes, writes the report, and knows the exit code.
// An article is skipped by the goroutine that reads, all else comes from that
// which takes the outcomes.
type journal struct {
	talk     io.Writer
	progress *meter
	began    time.Time

	mu                            sync.Mutex // guards what follows
	report                        *json.Encoder
	file                          *os.File
	done, skipped, failed, events int
	undated                       int
}

// entry is one line of the report.
type entry struct {
	ID           string `json:"id,omitempty"`
	Origin       string `json:"origin"`
	Status       string `json:"status"` // read, skipped, failed
	Reason       string `json:"reason,omitempty"`
	Warning      string `json:"warning,omitempty"`
	Events       int    `json:"events"`
	Milliseconds int64  `json:"milliseconds"`
}

func newJournal(c *cli.Context) (*journal, error) {
	j := &journal{talk: c.App.ErrWriter, progress: newMeter(c.App.ErrWriter), began: time.Now()}
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

// skip notes an article that is not read, because the graph has it.
func (j *journal) skip(a *article.Article) {
	j.progress.skip()
	j.mu.Lock()
	defer j.mu.Unlock()
	j.skipped++
	if j.report != nil {
		_ = j.report.Encode(entry{ID: a.ID, Origin: a.Origin, Status: "skipped", Reason: "in the graph already"}) // the next one fails too
	}
}

// add notes one outcome.
func (j *journal) add(o extract.Outcome) error {
	j.progress.step(len(o.Extraction.Events))
	j.mu.Lock()
	defer j.mu.Unlock()
	e := entry{Status: "read", Events: len(o.Extraction.Events), Milliseconds: o.Took.Milliseconds()}
	if o.Article != nil {
		e.ID, e.Origin = o.Article.ID, o.Article.Origin
	}
	if o.Err != nil {
		j.fail(&e, o.Err)
	} else {
		j.done++
		j.events += e.Events
		if o.Article.Published == "" {
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
	j.mu.Lock()
	defer j.mu.Unlock()
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
