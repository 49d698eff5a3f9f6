package main

import (
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/entente-kg/entente/extract"
)

// The report is a golden file: a change of rules, models or tables that moves
// it is made visible with: go run ./extract/eval -update
func TestReportIsUpToDate(t *testing.T) {
	if testing.Short() {
		t.Skip("reads every gold article")
	}
	x, err := extract.New(extract.Options{})
	if err != nil {
		t.Fatal(err)
	}
	var got strings.Builder
	if err := run(x.Extract, goldArticles(t)).write(&got); err != nil {
		t.Fatal(err)
	}
	want, err := os.ReadFile("testdata/report.txt")
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got.String()); diff != "" {
		t.Errorf("testdata/report.txt is out of date; see the gain or loss and run: go run ./extract/eval -update\n%s", diff)
	}
}
