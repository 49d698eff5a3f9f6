package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

const ownNames = "1\tAnna\tB-PER\n2\tKovac\tI-PER\n3\tleft\tO\n4\tOslo\tB-LOC\n\n1\tNATO\tB-ORG\n2\tmet\tO\n\n"

// write puts files into a new folder and returns its path.
func write(t *testing.T, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, content := range files {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func tinyOptions(t *testing.T) (opts options, dir string) {
	dir = write(t, map[string]string{
		"own-train.conllu": strings.Repeat(treebank, 40), "own-dev.conllu": treebank, "own-test.conllu": "closed",
		"own.iob2": strings.Repeat(ownNames, 5), "own-test.iob2": "closed",
		"people.csv": "person,office\nMila Okoro,envoy\n",
	})
	opts = options{config: tiny(), treebank: dir, names: dir, people: dir, out: filepath.Join(dir, "one.bin"), checkpoint: filepath.Join(dir, "one.state")}
	opts.config.Epochs = 1
	return opts, dir
}

func mustRun(t *testing.T, opts options) string {
	t.Helper()
	var log bytes.Buffer
	if err := run(&log, opts); err != nil {
		t.Fatal(err)
	}
	return log.String()
}

// TestRun goes the whole way of MODEL.md on own data: a course, a second one from its
// state, the mean of both. Test files stay closed: theirs do not read.
func TestRun(t *testing.T) {
	opts, dir := tinyOptions(t)
	if log := mustRun(t, opts); !strings.Contains(log, "dev after epoch 1: UPOS=") || !strings.Contains(log, "lemmas: ") {
		t.Errorf("log %q", log)
	}
	second := opts
	second.init, second.checkpoint, second.out = opts.checkpoint, filepath.Join(dir, "two.state"), filepath.Join(dir, "two.bin")
	second.config.Seed = 2
	mustRun(t, second)
	mean := opts
	mean.out = filepath.Join(dir, "mean.bin")
	for states, same := range map[string]bool{"one.state": true, "one.state,two.state": false, "one.state,one.state": true} {
		mean.average = dir + "/" + strings.ReplaceAll(states, ",", ","+dir+"/")
		mustRun(t, mean)
		if got := bytes.Equal(read(t, mean.out), read(t, opts.out)); got != same {
			t.Errorf("mean of %s: the bytes of the first course: %v, want %v", states, got, same)
		}
	}
}

func read(t *testing.T, path string) []byte {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// TestRunErrors wants every mistake to be named with what to do.
func TestRunErrors(t *testing.T) {
	for _, c := range []struct {
		want   string
		change func(*options, string)
	}{
		{"nothing to do", func(o *options, dir string) { o.treebank = "" }},
		{"with -treebank", func(o *options, dir string) { o.treebank = t.TempDir() }},
		{"with -names", func(o *options, dir string) { o.names = t.TempDir() }},
		{"with -people", func(o *options, dir string) { o.people = t.TempDir() }},
		{"earlier training", func(o *options, dir string) { o.init = filepath.Join(dir, "none") }},
		{"earlier training", func(o *options, dir string) { o.average = filepath.Join(dir, "none") }},
		{"people.csv", func(o *options, dir string) { o.average = filepath.Join(dir, "people.csv") }},
		{"own-test.conllu", func(o *options, dir string) { o.eval = filepath.Join(dir, "own-test.conllu") }},
	} {
		opts, dir := tinyOptions(t)
		c.change(&opts, dir)
		if err := run(&bytes.Buffer{}, opts); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("error %v, want one with %q", err, c.want)
		}
	}
}

// TestReports wants the last line of each report to have the figures it is read for.
func TestReports(t *testing.T) {
	dir := write(t, map[string]string{"a.conllu": treebank, "a.iob2": ownNames, "a.txt": "Envoys met in Oslo."})
	for _, c := range []struct {
		opts options
		want []string
	}{
		{options{eval: dir + "/a.conllu"}, []string{"UPOS=", "XPOS=", "UAS=", "LAS=", "LASnp=", "LEMMA=", "nsubj=", "obj=", "obl=", "conj="}},
		{options{eval: dir + "/a.iob2"}, []string{"NER=", "NERuntyped="}},
		{options{raw: dir + "/a.conllu", verbose: true}, []string{"TOKEN=100.00", "SENTENCE=100.00"}},
		{options{evalLemmas: dir + "/a.conllu"}, []string{"LEMMAgoldtags=100.00"}},
		{options{show: dir + "/a.txt"}, []string{"Oslo", "LOC"}},
	} {
		lines := strings.Split(strings.TrimSpace(mustRun(t, c.opts)), "\n")
		text := lines[len(lines)-1]
		if c.opts.show != "" {
			text = strings.Join(lines, "\n")
		}
		for _, want := range c.want {
			if !strings.Contains(text, want) {
				t.Errorf("%+v: %q lacks %s", c.opts, text, want)
			}
		}
	}
}
