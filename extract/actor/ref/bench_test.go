package ref

import (
	"fmt"
	"runtime"
	"strings"
	"testing"

	"github.com/entente-kg/entente/schema"
)

func BenchmarkLoad(b *testing.B) {
	for b.Loop() {
		s, err := Embedded()
		if err != nil {
			b.Fatal(err)
		}
		Build(s)
	}
}

// manyNames makes a source of n invented people with names of two to four words.
func manyNames(n int) *Source {
	syllables := strings.Fields("ba ro li ten mar su ki vel no dra pe qui zo han der fa lu mi gor tes")
	word := func(k, length int) string { // k in base 20, spelled in syllables
		w := ""
		for range length {
			w += syllables[k%len(syllables)]
			k /= len(syllables)
		}
		return title(w)
	}
	s := &Source{Persons: map[string]Person{}}
	for i := range n {
		name := word(i/60, 2) + " " + word(i, 5)
		if i%3 == 0 {
			name += " " + word(i/3, 3)
		}
		id := fmt.Sprintf("actor:invented-%d", i)
		s.Actors = append(s.Actors, schema.Actor{ID: id, Name: name, Kind: schema.Person, Country: "PER"})
		s.Names = append(s.Names, Name{Text: name, ActorID: id, Reading: FullName})
	}
	return s
}

// A thousand words must cost less than 1 ms over 200,000 imported names, and
// the table less than 150 MB: both are checked, generously, so that a slip shows.
func BenchmarkMatch200k(b *testing.B) {
	embedded, err := Embedded()
	if err != nil {
		b.Fatal(err)
	}
	var before, after runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&before)
	s := manyNames(200_000)
	t := Build(embedded, s)
	runtime.GC()
	runtime.ReadMemStats(&after)
	words := newsWords(s)
	for b.Loop() {
		for i := 0; i < len(words); {
			n, _ := t.Match(words, i)
			i += max(n, 1)
		}
	}
	b.ReportMetric(float64(b.Elapsed().Microseconds())/float64(b.N), "µs/1000words")
	b.ReportMetric(float64(after.HeapAlloc-before.HeapAlloc)/1e6, "MB")
	runtime.KeepAlive(t)
}

// newsWords is a thousand words, every tenth the beginning of a name.
func newsWords(s *Source) []string {
	filler := strings.Fields("the minister said on Tuesday that talks with his counterpart would go on in spite of what had been reported by state media")
	var words []string
	for i := 0; len(words) < 1000; i++ {
		words = append(words, filler[i%len(filler)])
		if i%10 == 0 {
			words = append(words, strings.Fields(s.Names[i*97%len(s.Names)].Text)...)
		}
	}
	return words[:1000]
}
