package main

import (
	"bytes"
	"context"
	"errors"
	"flag"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"
)

// go test ./cmd/entente -run 'TestReadme|TestExamples' -update writes what the
// commands print now into README.md, examples/golden and examples/pictures.
var update = flag.Bool("update", false, "write the output of the commands into README.md and examples/golden")

// TestReadme runs every command of the README's console blocks, in order and in
// one folder, and holds what it prints against what the README shows.
func TestReadme(t *testing.T) {
	const readme = "../../README.md"
	text, err := os.ReadFile(readme)
	if err != nil {
		t.Fatal(err)
	}
	dir := exampleFolder(t)
	got := regexp.MustCompile("(?s)```console\n.*?```").ReplaceAllStringFunc(string(text), func(block string) string {
		var b strings.Builder
		b.WriteString("```console\n")
		for _, line := range strings.Split(block, "\n") {
			if command, found := strings.CutPrefix(line, "$ "); found {
				b.WriteString(line + "\n" + shell(t, dir, command))
			}
		}
		return b.String() + "```"
	})
	compare(t, readme, string(text), got)
}

// TestExamples runs what stands in examples and holds it against examples/golden.
func TestExamples(t *testing.T) {
	dir := exampleFolder(t)
	shell(t, dir, "entente load examples/articles")
	commands := map[string]string{
		"met.txt":    "entente met",
		"stats.txt":  "entente stats",
		"export.txt": "examples/scheduled-export.sh examples/articles out && cat out/dyads.csv && test -s out/graph.nq && wc -l < out/last-load.jsonl",
	}
	queries, err := filepath.Glob("../../examples/queries/*.gizmo")
	if err != nil || len(queries) == 0 {
		t.Fatalf("no queries: %v", err)
	}
	for _, q := range queries {
		name := filepath.Base(q)
		commands[strings.TrimSuffix(name, ".gizmo")+".txt"] = "entente query --file examples/queries/" + name
	}
	for name, command := range examplePictures() {
		t.Run(name, func(t *testing.T) {
			path := filepath.Join("../../examples/pictures", name)
			want, err := os.ReadFile(path)
			if err != nil && !*update {
				t.Fatal(err)
			}
			compare(t, path, string(want), shell(t, dir, command))
		})
	}
	for golden, command := range commands {
		t.Run(golden, func(t *testing.T) {
			path := filepath.Join("../../examples/golden", golden)
			want, err := os.ReadFile(path)
			if err != nil && !*update {
				t.Fatal(err)
			}
			compare(t, path, string(want), "$ "+command+"\n"+shell(t, dir, command))
		})
	}
}

// examplePictures are the commands that draw examples/pictures, by file.
func examplePictures() map[string]string {
	commands := map[string]string{}
	for name, arguments := range map[string]string{
		"ego": `ego "Antony Blinken"`, "timeline": `timeline "Donald Trump" "Kim Jong-un" "Moon Jae-in"`,
		"matrix": "matrix --most 24", "travel": `travel "Donald Trump"`,
	} {
		commands[name+".svg"] = "entente picture " + arguments
		commands[name+"-dark.svg"] = "entente picture --dark " + arguments
	}
	return commands
}

// exampleFolder is an empty folder in which examples/ can be reached.
func exampleFolder(t *testing.T) string {
	t.Helper()
	if _, err := exec.LookPath("sh"); err != nil {
		t.Skip("no shell to run the examples in")
	}
	examples, err := filepath.Abs("../../examples")
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	if err := os.Symlink(examples, filepath.Join(dir, "examples")); err != nil {
		t.Skipf("no symbolic links here: %v", err)
	}
	return dir
}

// patience is how long a test waits for another process, or for what it does:
// far longer than it takes on a slow machine that is busy, and short enough that
// one that hangs is told by the name of its test.
const patience = 4 * time.Minute

// patiently is a context that ends when patience does, or the test.
func patiently(t testing.TB) context.Context {
	ctx, cancel := context.WithTimeoutCause(context.Background(), patience, errors.New("it hangs"))
	t.Cleanup(cancel)
	return ctx
}

// eventually waits until something is so.
func eventually(t *testing.T, what string, so func() bool) {
	t.Helper()
	for deadline := time.Now().Add(patience); !so(); time.Sleep(20 * time.Millisecond) {
		if time.Now().After(deadline) {
			t.Fatalf("%s: not so after %s", what, patience)
		}
	}
}

// shell runs a command line and returns what a user would see of it.
func shell(t *testing.T, dir, command string) string {
	t.Helper()
	ctx := patiently(t)
	cmd := exec.CommandContext(ctx, "sh", "-c", command)
	cmd.Dir, cmd.WaitDelay = dir, time.Second
	cmd.Env = append(os.Environ(), "NO_COLOR=1", "LC_ALL=C.UTF-8")
	var out bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &out
	// What fails is part of what is shown.
	_ = cmd.Run()
	if ctx.Err() != nil {
		t.Fatalf("%s: %v after %s\n%s", command, context.Cause(ctx), patience, out.String())
	}
	return out.String()
}

// took matches the one part of an output that differs from run to run.
var took = regexp.MustCompile(`in (?:[0-9]+[hm])*[0-9.]+ ?m?s:`)

func compare(t *testing.T, path, want, got string) {
	t.Helper()
	if took.ReplaceAllString(got, "in 1s:") == took.ReplaceAllString(want, "in 1s:") {
		return
	}
	if !*update {
		t.Errorf("%s is out of date: run go test ./cmd/entente -run 'TestReadme|TestExamples' -update and read the difference\n%s", path, firstDifference(want, got))
		return
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
		t.Fatal(err)
	}
}

func firstDifference(want, got string) string {
	w, g := strings.Split(want, "\n"), strings.Split(got, "\n")
	for i := range min(len(w), len(g)) {
		if w[i] != g[i] {
			return "-" + w[i] + "\n+" + g[i]
		}
	}
	return "one is longer than the other"
}
