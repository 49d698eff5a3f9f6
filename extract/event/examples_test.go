package event_test

import (
	"testing"

	"github.com/entente-kg/entente/extract"
)

// TestRuleExamples runs the examples of every rule, cue and discard through the
// whole pipeline: every one holds.
func TestRuleExamples(t *testing.T) {
	x, err := extract.New(extract.Options{})
	if err != nil {
		t.Fatal(err)
	}
	run, failed := x.CheckExamples("")
	for _, f := range failed {
		t.Error(f.Error())
	}
	t.Logf("%d of %d examples fail", len(failed), run)
}
