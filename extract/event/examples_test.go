package event_test

import (
	"testing"

	"github.com/entente-kg/entente/extract"
)

func TestRuleExamples(t *testing.T) {
	x, err := extract.New(extract.Options{})
	if err != nil {
		t.Fatal(err)
	}
	run, failed := x.CheckExamples("")
	t.Logf("%d examples", run)
	for _, f := range failed {
		t.Error(f.Error())
	}
}
