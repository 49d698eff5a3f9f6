package main

import (
	"flag"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// Scripts that mean harm, and what stops each; | where it may be one thing or another.
var hostile = []struct{ name, script, lang, stopped string }{
	{name: "loop", script: `while (true) {}`, stopped: "ran longer than 200ms (--timeout)"},
	{name: "loop in eval", script: `eval("while (true) {}")`, stopped: "ran longer than 200ms (--timeout)"},
	{name: "loop in a made function", script: `new Function("while (true) {}")()`, stopped: "ran longer than 200ms (--timeout)"},
	{name: "loop that catches", script: `while (true) { try { while (true) {} } catch (e) {} finally { continue } }`, stopped: "ran longer than 200ms (--timeout)"},
	{name: "loop in a callback", script: `g.V("Blinken").ForEach(function (d) { while (true) {} })`, stopped: "ran longer than 200ms (--timeout)"},
	{name: "loop in a getter", script: `var o = {}; Object.defineProperty(o, "a", {get: function () { while (true) {} }, enumerable: true}); g.Emit(o)`, stopped: "ran longer than 200ms (--timeout)"},
	{name: "loop in what is thrown", script: `throw {toString: function () { while (true) {} }}`, stopped: "ran longer than 200ms (--timeout)"},
	{name: "loop in a promise", script: `new Promise(function (done) { done() }).then(function () { while (true) {} })`, stopped: "ran longer than 200ms (--timeout)"},
	{name: "loop that makes paths", script: `var m = g.M(); while (true) m = m.Out("met-with")`, stopped: "200ms (--timeout)|200 MiB of memory (--memory)"},
	{name: "backtracking expression", script: `/^((a+)+)\1b$/.test("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!")`, stopped: "ran longer than 200ms (--timeout)"},
	{name: "nested repeats of a filter", script: `g.V().Filter(regex("(((a{1,999}){1,999}){1,999})")).All()`, stopped: "invalid repeat count"},
	{name: "recursion in map", script: `function f() { return [1, 2].map(f) }; f()`, stopped: "200ms (--timeout)|200 MiB of memory (--memory)|too deep"},
	{name: "morphism doubled", script: `var m = g.M().Both("met-with"); for (var i = 0; i < 24; i++) m = g.M().Follow(m).Follow(m); g.V("Blinken").Follow(m).All()`, stopped: "200ms (--timeout)|200 MiB of memory (--memory)"},
	{name: "array of everything", script: `new Array(4294967295).fill(1)`, stopped: "200ms (--timeout)|200 MiB of memory (--memory)"},
	{name: "string doubling", script: `var s = "x"; while (true) s = s + s`, stopped: "200ms (--timeout)|200 MiB of memory (--memory)"},
	{name: "buffer of a terabyte", script: `new ArrayBuffer(1e12)`, stopped: "200ms (--timeout)|200 MiB of memory (--memory)"},
	{name: "circle emitted", script: `var o = {}; o.o = o; g.Emit(o)`, stopped: "200ms (--timeout)|stack took more than 50 MiB"},
	{name: "brackets", script: `eval(Array(1000000).join("["))`, stopped: "200ms (--timeout)|stack took more than 50 MiB"},
	{name: "unknown method", script: `g.V("Blinken").Drop()`, stopped: "there is no method Drop"},
	{name: "syntax error", script: `g.V(`, stopped: "SyntaxError"},
	{name: "script of a megabyte", script: `"` + strings.Repeat("a", 1<<20) + `"`, stopped: "longer than 1 MiB"},
	{name: "deep graphql", lang: "graphql", script: `{ nodes ` + strings.Repeat(`{ <actor> @rev { <actor> `, 9) + `{ <name> }` + strings.Repeat("}}", 9) + `}`, stopped: "200ms (--timeout)|200 MiB of memory (--memory)"},
	{name: "deep mql", lang: "mql", script: strings.Repeat("[", 100_000), stopped: "max depth"},
}

var slack = flag.Duration("slack", time.Minute, "how much longer than its limit a hostile script may take: a second on a machine that does nothing else")

// TestHostileScriptsEnd: each ends within its limit and the slack, says which
// limit it was, and never takes much more memory than it may. Where time is not
// what stops it there is enough of that on a slow machine, too.
//
//	go test ./cmd/entente -run Hostile -slack 1s
func TestHostileScriptsEnd(t *testing.T) {
	dir := exampleFolder(t)
	shell(t, dir, "entente load --store s.db examples/articles")
	for _, h := range hostile {
		t.Run(h.name, func(t *testing.T) {
			if err := os.WriteFile(filepath.Join(dir, "script"), []byte(h.script), 0o644); err != nil {
				t.Fatal(err)
			}
			timeout := "2m"
			if strings.Contains(h.stopped, "200ms") {
				timeout = "200ms"
			}
			args := []string{"query", "--store", "s.db", "--timeout", timeout, "--memory", "200", "--file", "script"}
			if h.lang != "" {
				args = append(args, "--lang", h.lang)
			}
			said := ranWithin(t, dir, 200*time.Millisecond+*slack, args)
			ok := false
			for _, stopped := range strings.Split(h.stopped, "|") {
				ok = ok || strings.Contains(said, stopped)
			}
			if !ok {
				t.Errorf("it said %q, want %q", said, h.stopped)
			}
		})
	}
}

// ranWithin runs the program until it takes no longer than it may, three times
// at most: a machine that is busy with other things now and then is no fault of
// the program. Nor is what a query without harm takes on it.
func ranWithin(t *testing.T, dir string, limit time.Duration, args []string) (said string) {
	t.Helper()
	const mebibytes = 200 + 200 // of the script; of the program, and of what a collector has not yet seen
	var took []time.Duration
	for range 3 {
		usual := clocked(t, dir, "query", "--store", "s.db", "g.Emit(1)").took
		r := clocked(t, dir, args...)
		if r.mebibytes > mebibytes {
			t.Errorf("it took %d MiB of memory", r.mebibytes)
		}
		if took = append(took, r.took-usual); r.took-usual <= limit {
			return r.said
		}
	}
	t.Errorf("it took %v beyond what a query takes, at most %v are allowed", took, limit)
	return ""
}

type clocking struct {
	said      string
	took      time.Duration
	mebibytes int64 // of the largest of its processes
}

func clocked(t *testing.T, dir string, args ...string) clocking {
	t.Helper()
	cmd := exec.CommandContext(patiently(t), "entente", args...)
	cmd.Dir, cmd.WaitDelay = dir, time.Second
	began := time.Now()
	said, _ := cmd.CombinedOutput() // it is to fail
	took := time.Since(began)
	rss, _ := mostMemory(cmd.ProcessState)
	return clocking{string(said), took, rss}
}
