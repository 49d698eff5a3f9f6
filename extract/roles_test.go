package extract_test

import (
	"bufio"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/entente-kg/entente/extract"
	"github.com/entente-kg/entente/extract/article"
	"github.com/entente-kg/entente/schema"
)

// TestSentences reads the sentences of testdata, each with all that must come
// out of it; the head of roles.txt says how they are written.
func TestSentences(t *testing.T) {
	x := newExtractor(t)
	files, err := filepath.Glob("testdata/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatal("no sentences", err)
	}
	for _, file := range files {
		eachSentence(t, file, func(line int, sentence string, want []string) {
			got := told(x, sentence, want)
			if !slices.Equal(got, want) {
				t.Errorf("%s:%d: %s\n got %s\nwant %s", file, line, sentence, strings.Join(got, "; "), strings.Join(want, "; "))
			}
		})
	}
}

// eachSentence calls f with every sentence of a file and its edges, sorted.
func eachSentence(t *testing.T, file string, f func(line int, sentence string, want []string)) {
	t.Helper()
	in, err := os.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	defer in.Close()
	lines := bufio.NewScanner(in)
	for n := 1; lines.Scan(); n++ {
		text := strings.TrimSpace(lines.Text())
		if text == "" || strings.HasPrefix(text, "#") {
			continue
		}
		sentence, right, found := strings.Cut(text, " ### ")
		if !found {
			t.Fatalf("%s:%d: want SENTENCE ### EDGE; … or ### nothing", file, n)
		}
		var want []string
		if right != "nothing" {
			want = strings.Split(right, "; ")
			slices.Sort(want)
		}
		f(n, sentence, want)
	}
	if err := lines.Err(); err != nil {
		t.Fatal(err)
	}
}

// told lists the edges read from a sentence, each written out as far as the
// expected edge with the same participants asks for.
func told(x *extract.Extractor, sentence string, want []string) []string {
	art := &article.Article{ArticleRef: schema.ArticleRef{ID: "a", Published: "2022-01-19"}, Text: sentence}
	var out []string
	events := x.Extract(art).Events
	for i := range events {
		for _, d := range events[i].Dyads() {
			out = append(out, edge(&events[i], d, want))
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// edge writes one pair of an event; of a mutual relation in the order in which
// it is expected.
func edge(e *schema.Event, d schema.Dyad, want []string) string {
	a, b := d.Source.Name, ""
	if d.Target != nil {
		b = d.Target.Name
	}
	asked := func(s string) int {
		return slices.IndexFunc(want, func(w string) bool { return w == s || strings.HasPrefix(w, s+" [") || hasPart(w, s) })
	}
	core := strings.TrimSpace(a + " " + e.Relation + " " + b)
	if swapped := b + " " + e.Relation + " " + a; b != "" && schema.RelationNamed(e.Relation).Symmetric && asked(core) < 0 && asked(swapped) >= 0 {
		core = swapped
	}
	if e.Status != schema.Occurred {
		core += " [" + string(e.Status) + "]"
	}
	parts := ""
	if i := asked(strings.TrimSuffix(core, " ["+string(e.Status)+"]")); i >= 0 {
		parts = want[i]
	}
	if strings.Contains(parts, " @ ") {
		core += " @ " + orElse(e.Place, "nowhere")
	}
	if strings.Contains(parts, " on ") {
		core += " on " + days(e)
	}
	if strings.Contains(parts, " says ") {
		core += " says " + orElse(e.Speaker, "nobody")
	}
	return core
}

// hasPart reports whether w is edge s with a place, a day or a speaker.
func hasPart(w, s string) bool {
	return strings.HasPrefix(w, s+" @ ") || strings.HasPrefix(w, s+" on ") || strings.HasPrefix(w, s+" says ")
}

func orElse(p *schema.Participant, none string) string {
	if p == nil {
		return none
	}
	return p.Name
}

// days writes when an event was: "2022-01-17", "2022-01-10..2022-01-16", "no day".
func days(e *schema.Event) string {
	switch {
	case e.From == "" && e.To == "":
		return "no day"
	case e.From == e.To:
		return e.From
	}
	return fmt.Sprintf("%s..%s", e.From, e.To)
}
