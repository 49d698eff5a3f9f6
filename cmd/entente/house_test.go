package main

import (
	"os/exec"
	"strings"
	"testing"
)

// TestImportRule holds the one way that data flows: schema knows nobody, the
// extractor and the graph know schema and not each other, and only this package
// knows both.
func TestImportRule(t *testing.T) {
	const module = "github.com/entente-kg/entente/"
	out, err := exec.CommandContext(patiently(t), "go", "list", "-f", "{{.ImportPath}}{{range .Imports}} {{.}}{{end}}", module+"...").Output()
	if err != nil {
		t.Skipf("cannot list the packages: %v", err)
	}
	forbidden := map[string][]string{
		"schema":  {"extract", "graph", "cmd"},
		"extract": {"graph", "cmd"},
		"graph":   {"extract", "cmd"},
	}
	seen := 0
	for _, line := range strings.Split(strings.TrimSpace(string(out)), "\n") {
		paths := strings.Fields(line)
		room := roomOf(paths[0], module)
		for _, imported := range paths[1:] {
			seen++
			for _, other := range forbidden[room] {
				if roomOf(imported, module) == other {
					t.Errorf("%s imports %s", paths[0], imported)
				}
			}
		}
	}
	if seen < 100 {
		t.Errorf("only %d imports seen", seen)
	}
}

// roomOf is the top folder of a package of this module, "" for another's.
func roomOf(path, module string) string {
	rest, ours := strings.CutPrefix(path, module)
	if !ours {
		return ""
	}
	room, _, _ := strings.Cut(rest, "/")
	return room
}
