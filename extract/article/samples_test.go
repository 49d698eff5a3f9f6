package article_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/entente-kg/entente/extract/article"
)

var update = flag.Bool("update", false, "write what is read from testdata/samples as what is expected")

// TestSamples reads files that real programs made, and fixtures of the formats
// that no program here makes (the READMEs beside them say more), and compares
// with the expectation beside each: NAME.want.
func TestSamples(t *testing.T) {
	seen := 0
	for _, dir := range []string{"testdata/samples/", "testdata/formats/"} {
		files, err := filepath.Glob(dir + "*")
		if err != nil {
			t.Fatal(err)
		}
		for _, file := range files {
			if isSample(file) {
				seen++
				t.Run(filepath.Base(file), func(t *testing.T) { checkSample(t, dir, file) })
			}
		}
	}
	if seen < 40 {
		t.Errorf("only %d samples", seen)
	}
}

func checkSample(t *testing.T, dir, file string) {
	opts := article.Options{}
	if strings.HasSuffix(file, "mapped.jsonl") {
		opts.Fields = map[string]string{"id": "uid", "published": "when", "publisher": "who.paper", "title": "kop", "text": "corpus.full"}
	}
	articles, failures := read(t, opts, file)
	got := strings.ReplaceAll(report(articles, failures), dir, "")
	if *update {
		write(t, dir, filepath.Base(file)+".want", got)
	}
	want, err := os.ReadFile(file + ".want")
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

// isSample leaves out what samples are made of.
func isSample(file string) bool {
	switch filepath.Ext(file) {
	case ".want", ".sh", ".go", ".src", "":
		return false
	}
	return !strings.HasSuffix(file, "README.md")
}

var blanks = regexp.MustCompile(`[ \t]*\n(?:[ \t]*\n)+`)

// report writes articles as a reader of the expectation wants to see them: what
// is known of each, then its text without what was blanked out.
func report(articles []*article.Article, failures []string) string {
	var b strings.Builder
	for _, a := range articles {
		for _, field := range [][2]string{
			{"id", a.ID}, {"url", a.URL}, {"title", a.Title}, {"publisher", a.Publisher}, {"published", a.Published}, {"author", a.Author}, {"origin", a.Origin},
		} {
			if field[1] != "" {
				fmt.Fprintf(&b, "%s: %s\n", field[0], field[1])
			}
		}
		fmt.Fprintf(&b, "\n%s\n\n====\n", strings.TrimSpace(blanks.ReplaceAllString(a.Text, "\n\n")))
	}
	for _, f := range failures {
		fmt.Fprintf(&b, "failure: %s\n", f)
	}
	return b.String()
}
