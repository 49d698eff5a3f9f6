package nn

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

var benchText = flag.String("text", "", "run the benchmarks on the words of this `file` instead of the example articles")

// running returns the sentences of the benchmarks: a line a sentence, cut at
// blanks and before marks.
func running(b *testing.B) [][]string {
	files, _ := filepath.Glob("../../../examples/articles/*.txt")
	if *benchText != "" {
		files = []string{*benchText}
	}
	var out [][]string
	marks := strings.NewReplacer(",", " ,", "\"", " \" ", "'s", " 's", "(", "( ", ")", " )", ". ", " .\n", ".\n", " .\n")
	for _, f := range files {
		data, err := os.ReadFile(f)
		if err != nil {
			b.Fatal(err)
		}
		for line := range strings.Lines(marks.Replace(string(data))) {
			if words := strings.Fields(line); len(words) > 0 {
				out = append(out, words[:min(len(words), MaxWords)])
			}
		}
	}
	return out
}

// forms runs f with the matrices in the form of block16, where the processor has it, and the portable one.
func forms(b *testing.B, f func(*testing.B, *Model)) {
	data, err := os.ReadFile("../weights.bin")
	if err != nil {
		b.Fatal(err)
	}
	w, err := Decode(data)
	if err != nil {
		b.Fatal(err)
	}
	for _, blocks := range []bool{true, false} {
		if blocks && !hasBlocks() {
			continue
		}
		m, err := newModel(w, blocks)
		if err != nil {
			b.Fatal(err)
		}
		b.Run(map[bool]string{true: "assembly", false: "portable"}[blocks], func(b *testing.B) { f(b, m) })
	}
}

// BenchmarkAnnotate reports words a second on one core; cold forgets after
// every sentence what the input layer made of its words.
func BenchmarkAnnotate(b *testing.B) {
	all := running(b)
	forms(b, func(b *testing.B, m *Model) {
		for _, cold := range []bool{false, true} {
			b.Run(fmt.Sprintf("cold=%v", cold), func(b *testing.B) {
				var a Annotation
				words := 0
				b.ReportAllocs()
				for b.Loop() {
					for _, s := range all {
						m.Annotate(s, &a)
						words += len(s)
						if cold {
							m.forget()
						}
					}
				}
				b.ReportMetric(float64(words)/b.Elapsed().Seconds(), "words/s")
			})
		}
	})
}

// forget empties the cache of the next scratch.
func (m *Model) forget() {
	s := m.scratch.Get().(*scratch)
	clear(s.cache.keys)
	m.scratch.Put(s)
}

// BenchmarkStages reports the time of each stage in nanoseconds a word.
func BenchmarkStages(b *testing.B) {
	all := running(b)
	forms(b, func(b *testing.B, m *Model) {
		var a Annotation
		var spent [5]time.Duration
		words := 0
		for b.Loop() {
			for _, s := range all {
				m.stages(s, &a, &spent)
				words += len(s)
			}
		}
		for i, name := range []string{"input", "encoder", "heads", "tree", "names"} {
			b.ReportMetric(float64(spent[i].Nanoseconds())/float64(words), name+"-ns/word")
		}
	})
}

// stages is piece with a clock.
func (m *Model) stages(words []string, out *Annotation, spent *[5]time.Duration) {
	s := m.scratch.Get().(*scratch)
	defer m.scratch.Put(s)
	out.XPOS, out.UPOS, out.Rel = out.XPOS[:0], out.UPOS[:0], out.Rel[:0]
	out.Head, out.Names = out.Head[:0], out.Names[:0]
	for i, stage := range []func(){
		func() { m.inputs(s, words) },
		func() { m.encode(s, len(words)) },
		func() { m.tag(s, len(words), out) },
		func() { m.parse(s, len(words), out) },
		func() {
			out.Names = m.viterbi.decode(&s.names, s.heads[len(m.xpos):], len(words), m.heads.out, m.names, 0, out.Names)
		},
	} {
		began := time.Now()
		stage()
		spent[i] += time.Since(began)
	}
}

func BenchmarkLoad(b *testing.B) {
	data, err := os.ReadFile("../weights.bin")
	if err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Load(data); err != nil {
			b.Fatal(err)
		}
	}
}
