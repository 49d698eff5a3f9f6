package main

import (
	"strings"
	"testing"
)

// TestExplainFromArticle asks for the reasons that only the article gives.
func TestExplainFromArticle(t *testing.T) {
	dir := exampleFolder(t)
	shell(t, dir, "entente load --store s.db examples/articles")
	last := `entente events Trump --with "Kim Jong-un" --store s.db --format csv | tail -n 1 | sed 's/.*,//'`
	id := strings.TrimSpace(shell(t, dir, last))
	got := shell(t, dir, "entente explain --store s.db "+id+" examples/articles")
	for _, want := range []string{".yaml:", "Kim"} {
		if !strings.Contains(got, want) {
			t.Errorf("no %q in\n%s", want, got)
		}
	}
	short := shell(t, dir, "entente explain --store s.db "+id)
	if strings.Contains(short, ".yaml:") || len(short) >= len(got) {
		t.Errorf("without the article it says\n%s\nwith it\n%s", short, got)
	}
	if got := shell(t, dir, "echo Nobody met anybody. > other.txt; entente explain --store s.db --date 2020-01-01 "+id+" other.txt"); !strings.Contains(got, "none of these articles tells event") {
		t.Errorf("of another article: %s", got)
	}
}
