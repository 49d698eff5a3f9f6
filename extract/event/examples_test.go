package event_test

import (
	"testing"

	"github.com/entente-kg/entente/extract"
)

// unread is how many examples may fail. The text model misreads some short
// sentences; the number only goes down.
const unread = 30

// TestRuleExamples runs the examples of every rule, cue and discard through the
// whole pipeline. See what fails with -v.
func TestRuleExamples(t *testing.T) {
	x, err := extract.New(extract.Options{})
	if err != nil {
		t.Fatal(err)
	}
	run, failed := x.CheckExamples("")
	for _, f := range failed {
		t.Log(f.Error())
	}
	if t.Logf("%d of %d examples fail", len(failed), run); len(failed) > unread {
		t.Errorf("%d of %d examples fail, allowed are %d", len(failed), run, unread)
	}
}
