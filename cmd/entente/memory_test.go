package main

import (
	"archive/zip"
	"bytes"
	"compress/gzip"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

var gigabyte = flag.Bool("gigabyte", false, "send a gigabyte of <div> through TestBombsInLittleMemory")

// bombMemory is what reading anything may take, in MiB: the program with its
// model and tables takes about half of it.
const bombMemory = 300

// repeated yields a text n times, then a tail, without holding it.
func repeated(text string, n int, tail string) io.Reader {
	block := strings.Repeat(text, 1+64<<10/len(text))
	return io.MultiReader(io.LimitReader(&loop{block: block}, int64(n)*int64(len(text))), strings.NewReader(tail))
}

type loop struct {
	block string
	at    int
}

func (l *loop) Read(p []byte) (int, error) {
	n := copy(p, l.block[l.at:])
	l.at = (l.at + n) % len(l.block)
	return n, nil
}

// TestBombsInLittleMemory: what is too much is refused with a reason, what just
// is not is read, either way in bounded memory and time, and the next article comes out.
func TestBombsInLittleMemory(t *testing.T) {
	if testing.Short() {
		t.Skip("takes a minute")
	}
	dir := t.TempDir()
	good := filepath.Join(dir, "good.txt")
	must(t, os.WriteFile(good, []byte("Date: 2022-01-18\n\nSecretary of State Antony Blinken spoke to Russian Foreign Minister Sergey Lavrov on Tuesday.\n"), 0o600))
	const said = "Joe Biden met Angela Merkel in Lima on Monday. "
	for name, c := range map[string]struct {
		input  io.Reader
		reason string
	}{
		"a gigabyte of div":  {repeated("<div>", gigabytes(1<<30/5), ""), "limit of 32 MiB"},
		"a gigabyte packed":  {packedStream("<div>", gigabytes(1<<30/5)), "limit of 500 times its size"},
		"flat page":          {repeated("<p>a</p>", 199_000, ""), ""},
		"long page":          {io.MultiReader(strings.NewReader("<html><body><article>"), repeated("<p>"+said+"</p>", 9_000, "</article>")), ""},
		"long text":          {repeated(said, 512<<10/len(said), ""), ""},
		"long record":        {io.MultiReader(strings.NewReader(`{"text":"`), repeated(said, 31<<20/len(said), `"}`)), "text longer than the limit of 512 KiB"},
		"values of a record": {io.MultiReader(strings.NewReader(`{"text":"Lind met Vasile.","x":[`), repeated("0,", 499_000, "0]}")), ""},
		"keys of a record":   {io.MultiReader(strings.NewReader(`{"text":"Lind met Vasile."`), repeated(`,"a":{"b":""}`, 249_000, "}")), ""},
		"a cell":             {io.MultiReader(strings.NewReader("id,text\n1,\""), repeated("a\n", 15<<20, "\"\n")), "text longer than the limit of 512 KiB"},
		"entries of a feed":  {io.MultiReader(strings.NewReader(`<rss version="2.0"><channel>`), repeated("<item><description>a</description></item>", 99_000, "</channel></rss>")), ""},
		"entries of a zip":   {zipOf(t, 99_000), ""},
		"attributes":         {io.MultiReader(strings.NewReader("<html><p"), repeated(" a", 2<<20-100, ">a</p>")), "no article"},
	} {
		t.Run(name, func(t *testing.T) {
			stderr, rss := extractMeasured(t, c.input, good)
			t.Logf("%d MiB", rss)
			if rss > bombMemory {
				t.Errorf("%d MiB, more than %d", rss, bombMemory)
			}
			if !strings.Contains(stderr, c.reason) {
				t.Errorf("stderr %.300q, want %q", stderr, c.reason)
			}
		})
	}
}

// gigabytes is n with the flag, and a twentieth of it without.
func gigabytes(n int) int {
	if *gigabyte {
		return n
	}
	return n / 20
}

// extractMeasured runs entente on standard input and then a good article, whose
// event must come out, and returns what it said and the most memory it took, in MiB.
func extractMeasured(t *testing.T, input io.Reader, good string) (stderr string, rss int64) {
	t.Helper()
	run := exec.CommandContext(patiently(t), "entente", "extract", "--jobs", "1", "-", good)
	var out, talk bytes.Buffer
	run.Stdin, run.Stdout, run.Stderr = input, &out, &talk
	run.WaitDelay = time.Second
	_ = run.Run() // exit code 3 where something was refused; the rest of the input is not taken then
	if !strings.Contains(out.String(), "Sergey Lavrov") {
		t.Errorf("the good article was not read: %.300q", talk.String())
	}
	rss, known := mostMemory(run.ProcessState)
	if !known {
		t.Skip("memory is not measured here")
	}
	return talk.String(), rss
}

func packedStream(text string, n int) io.Reader {
	r, w := io.Pipe()
	go func() {
		packed := gzip.NewWriter(w)
		_, err := io.Copy(packed, repeated(text, n, ""))
		w.CloseWithError(errors.Join(err, packed.Close()))
	}()
	return r
}

func zipOf(t *testing.T, entries int) io.Reader {
	t.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for i := range entries {
		_, err := w.Create(fmt.Sprintf("%d.txt", i))
		must(t, err)
	}
	must(t, w.Close())
	return &b
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}
