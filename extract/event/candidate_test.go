package event

import (
	"flag"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/entente-kg/entente/extract/actor"
	"github.com/entente-kg/entente/extract/article"
	"github.com/entente-kg/entente/extract/text"
	"github.com/entente-kg/entente/schema"
)

// Every sentence is parsed. These tests and benchmarks say what it would save to parse
// candidates only: sentences with a word that may trigger a rule.

var benchText = flag.String("text", "", "run the benchmarks on this `file` instead of the example articles")

// mayTell reports whether a sentence that is only split has a word that triggers a
// rule under some tag.
func (x *lexicon) mayTell(s *text.Sentence) bool {
	for i := range s.Tokens {
		for _, tag := range []string{"VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "NN", "NNS", "NNP", "JJ"} {
			if x.triggers(text.Lemmas().Lemma(s.Tokens[i].Form, tag)) {
				return true
			}
		}
	}
	return false
}

func (x *lexicon) triggers(lemma string) bool {
	return len(x.verbs[lemma]) > 0 || len(x.nouns[lemma]) > 0 || len(x.phrases[lemma]) > 0
}

// tells reports whether a parsed sentence has a word that triggers a rule under the tag it has.
func (x *lexicon) tells(s *text.Sentence) bool {
	return slices.ContainsFunc(s.Tokens, func(t text.Token) bool {
		verb := strings.HasPrefix(t.XPOS, "VB") || t.UPOS == "ADJ"
		return verb && len(x.verbs[t.Lemma])+len(x.phrases[t.Lemma]) > 0 || t.UPOS == "NOUN" && len(x.nouns[t.Lemma]) > 0
	})
}

// articles are the example articles and the gold articles of package eval.
func articles(t testing.TB) []string {
	var out []string
	for _, pattern := range []string{"../../examples/articles/*.txt", "../eval/testdata/gold/*.txt"} {
		files, _ := filepath.Glob(pattern)
		for _, f := range files {
			data, err := os.ReadFile(f)
			if err != nil {
				t.Fatal(err)
			}
			_, body, _ := strings.Cut(string(data), "\n\n")
			var b strings.Builder
			for line := range strings.Lines(body) {
				line, _, _ = strings.Cut(line, "###")
				b.WriteString(strings.TrimSpace(line) + "\n")
			}
			out = append(out, b.String())
		}
	}
	return out
}

// TestCandidates reads the articles with all sentences parsed and with the candidates
// only: the events must be the same.
func TestCandidates(t *testing.T) {
	r, err := New(Options{})
	if err != nil {
		t.Fatal(err)
	}
	actors, err := actor.New(actor.Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, in := range articles(t) {
		art := &article.Article{ArticleRef: schema.ArticleRef{ID: "a", Published: "2022-01-19"}, Text: in}
		doc, part := text.Analyze(in), text.Split(in)
		for i := range part.Sentences {
			if r.lex.mayTell(&part.Sentences[i]) {
				part.Parse(i)
			}
		}
		all, _ := r.Read(doc, actors.Resolve(doc, art), art)
		some, _ := r.Read(part, actors.Resolve(part, art), art)
		if !reflect.DeepEqual(some, all) {
			t.Errorf("events of candidates differ in %.60q: %d, want %d", in, len(some), len(all))
		}
	}
}

// BenchmarkCandidates times the choice of candidates and reports the share of tokens
// in sentences that are none: before anything is known of them, and by their tags.
func BenchmarkCandidates(b *testing.B) {
	r, err := New(Options{})
	if err != nil {
		b.Fatal(err)
	}
	in := strings.Join(articles(b), "\n")
	if *benchText != "" {
		data, err := os.ReadFile(*benchText)
		if err != nil {
			b.Fatal(err)
		}
		in = string(data)
	}
	doc := text.Analyze(in)
	var tokens, before, tagged int
	for i := range doc.Sentences {
		s := &doc.Sentences[i]
		tokens += len(s.Tokens)
		if !r.lex.mayTell(s) {
			before += len(s.Tokens)
		}
		if !r.lex.tells(s) {
			tagged += len(s.Tokens)
		}
	}
	for b.Loop() {
		for i := range doc.Sentences {
			r.lex.mayTell(&doc.Sentences[i])
		}
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*tokens), "ns/token")
	b.ReportMetric(100*float64(before)/float64(tokens), "%untriggered")
	b.ReportMetric(100*float64(tagged)/float64(tokens), "%untriggered-by-tag")
}
