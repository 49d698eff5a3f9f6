package text

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

var benchText = flag.String("text", "", "run the benchmarks on this `file` instead of the example articles")

// running returns the text of the benchmarks and its number of tokens.
func running(b *testing.B) (text string, tokens int) {
	files, _ := filepath.Glob("../../examples/articles/*.txt")
	if *benchText != "" {
		files = []string{*benchText}
	}
	var all strings.Builder
	for _, f := range files {
		data, err := os.ReadFile(f)
		if err != nil {
			b.Fatal(err)
		}
		all.Write(data)
		all.WriteByte('\n')
	}
	for _, s := range Split(all.String()).Sentences {
		tokens += len(s.Tokens)
	}
	return all.String(), tokens
}

// speed reports the time of one of n tokens, and the tokens a second.
func speed(b *testing.B, n int) {
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*n), "ns/token")
	b.ReportMetric(float64(n*b.N)/b.Elapsed().Seconds(), "tokens/s")
}

// BenchmarkTokens cuts tokens without looking for sentences.
func BenchmarkTokens(b *testing.B) {
	in, n := running(b)
	b.ReportAllocs()
	for b.Loop() {
		sc := scanner{text: in, at: -1, tokens: make([]Token, 0, len(in)/5+8)}
		sc.scan(0, len(in))
	}
	speed(b, n)
}

// BenchmarkSplit cuts tokens and sentences.
func BenchmarkSplit(b *testing.B) {
	in, n := running(b)
	b.ReportAllocs()
	for b.Loop() {
		Split(in)
	}
	speed(b, n)
}

// BenchmarkNetwork tags, parses and finds names; see package nn for its stages.
func BenchmarkNetwork(b *testing.B) {
	in, n := running(b)
	doc := Split(in)
	m, ok := model().(*network)
	if !ok {
		b.Fatal("no model")
	}
	var buf buffer
	b.ReportAllocs()
	for b.Loop() {
		for i := range doc.Sentences {
			m.read(doc, &doc.Sentences[i], &buf)
		}
	}
	speed(b, n)
}

// BenchmarkRepair runs the rules over trees as the network gives them.
func BenchmarkRepair(b *testing.B) {
	in, n := running(b)
	doc := Analyze(in)
	b.ReportAllocs()
	for b.Loop() {
		for i := range doc.Sentences {
			s := &doc.Sentences[i]
			doc.retagProper(s)
			s.retag()
			s.repair()
		}
	}
	speed(b, n)
}

func BenchmarkLemma(b *testing.B) {
	in, n := running(b)
	doc := Analyze(in)
	b.ReportAllocs()
	for b.Loop() {
		for i := range doc.Sentences {
			doc.Sentences[i].lemmatize()
		}
	}
	speed(b, n)
}

// BenchmarkAnalyze goes from raw text to trees on one core.
func BenchmarkAnalyze(b *testing.B) {
	in, n := running(b)
	Analyze(in)
	b.ReportAllocs()
	for b.Loop() {
		Analyze(in)
	}
	speed(b, n)
}

// BenchmarkAnalyzeParallel does so on all cores, a text each.
func BenchmarkAnalyzeParallel(b *testing.B) {
	in, n := running(b)
	Analyze(in)
	b.RunParallel(func(pb *testing.PB) {
		for pb.Next() {
			Analyze(in)
		}
	})
	speed(b, n)
}
