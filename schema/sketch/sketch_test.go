package sketch

import (
	"flag"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

// story makes sentences of made-up words, some as common as those of a language
// are, that share few runs with those of another seed.
func story(seed, sentences int) []string {
	r := rand.New(rand.NewPCG(uint64(seed), 1))
	words := rand.NewZipf(r, 1.1, 8, 20_000)
	out := make([]string, sentences)
	for i := range out {
		for range 10 {
			out[i] += fmt.Sprintf("w%d ", words.Uint64())
		}
	}
	return out
}

func of(sentences ...[]string) Sketch {
	return Of(strings.Join(slices.Concat(sentences...), " "))
}

func TestCopies(t *testing.T) {
	one := story(1, 30)
	lead := []string{"A new first sentence came in later that day."}
	for _, c := range []struct {
		name string
		a, b Sketch
		want bool
	}{
		{"the same", of(one), of(one), true},
		{"other case, other quotes", Of("“Lind met Vasile,” he said."), Of("LIND MET VASILE, HE SAID"), true},
		{"a new lead, the end cut off", of(one), of(lead, one[:28]), true},
		{"a fifth cut off", of(one), of(one[:24]), true},
		{"an update that goes on twice as long", of(one), of(one, story(2, 30)), true},
		{"an update with a new lead that goes on twice as long", of(one[:29]), of(lead, one, story(2, 25)), true},
		{"a short item inside a long read", of(one[:8]), of(one, story(2, 60)), false},
		{"one sentence quoted", of(one[:1]), of(one[:1], story(2, 4)), false},
		{"half of it another story", of(one[:15], story(2, 15)), of(one), false},
		{"other stories", of(one), of(story(3, 30)), false},
		{"no text", Of(""), Of(""), false},
		{"no text and some", Of(" … "), of(one), false},
		{"a long text and its copy", of(story(1, 400)), of(lead, story(1, 390)), true},
		{"two long texts", of(story(1, 400)), of(story(2, 400)), false},
	} {
		if c.a.Copies(c.b) != c.want || c.b.Copies(c.a) != c.want {
			t.Errorf("%s: copies %v, want %v (in common %.2f of %d and %d)", c.name, !c.want, c.want, c.a.Resemblance(c.b), c.a.total, c.b.total)
		}
	}
}

// The estimate from the kept runs is near the truth for texts of any length.
func TestResemblanceOfLongTexts(t *testing.T) {
	for _, shared := range []int{0, 100, 250, 400, 500} {
		a := strings.Join(story(1, 500), " ")
		b := strings.Join(append(story(1, shared), story(2, 500-shared)...), " ")
		runsA, runsB := len(runsOf(a)), len(runsOf(b))
		either := len(runsOf(a + " " + b))
		truth := float64(runsA+runsB-either) / float64(either)
		if got := Of(a).Resemblance(Of(b)); got < truth-0.05 || got > truth+0.05 {
			t.Errorf("%d of 500 sentences shared: resemblance %.3f, truth about %.3f", shared, got, truth)
		}
	}
}

func TestWrittenForm(t *testing.T) {
	for n := range 60 {
		s := of(story(n, n*8))
		read, err := Parse(s.String())
		if err != nil || s.compare(read) != 0 {
			t.Fatalf("%d sentences: %v read as %v, %v", n*8, s.total, read.total, err)
		}
	}
	if got := len(of(story(1, 30)).String()); got > 1200 {
		t.Errorf("a sketch of 300 words takes %d bytes", got)
	}
	for _, bad := range []string{"x", "AQ", "AgEB", "AQP///////////8B", strings.Repeat("A", 100)} {
		if _, err := Parse(bad); err == nil {
			t.Errorf("%q was read as a sketch", bad)
		}
	}
}

func FuzzParse(f *testing.F) {
	f.Add(of(story(1, 3)).String())
	f.Add("")
	f.Add("AQEB")
	f.Fuzz(func(t *testing.T, written string) {
		s, err := Parse(written)
		if err != nil {
			return
		}
		if again, err := Parse(s.String()); err != nil || s.compare(again) != 0 {
			t.Errorf("%q: %v", written, err)
		}
		s.Copies(of(story(1, 3)))
	})
}

func TestGroups(t *testing.T) {
	one := story(1, 30)
	articles := []Named{
		{"one", of(one)}, {"one-again", of(one)}, {"one-update", of([]string{"A new first sentence came in."}, one[:28])}, {"one-cut", of(one[:24])},
		{"one-later", of(one, story(7, 28))}, {"two", of(story(2, 30))}, {"three", of(story(3, 30))}, {"half", of(one[:12], story(4, 20))},
		{"one", of(one)}, {"empty", Of("")}, {"empty-too", Of("")},
	}
	want := "one one-again one-cut one-later one-update"
	for range 20 {
		got := Groups(articles)
		if len(got) != 1 || strings.Join(got[0].IDs, " ") != want {
			t.Fatalf("groups %+v, want %s", got, want)
		}
		rand.Shuffle(len(articles), func(i, j int) { articles[i], articles[j] = articles[j], articles[i] })
	}
}

// What the bands propose must miss no copy: every tenth article has one.
func TestGroupsMissNothing(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	var articles []Named
	for i := range 300 {
		text := story(i, 30)
		articles = append(articles, Named{fmt.Sprintf("%03d", i), of(text)})
		articles = append(articles, Named{fmt.Sprintf("%03d-copy", i), of(text[:24+r.IntN(6)], story(i+1000, r.IntN(7)))})
		articles = append(articles, Named{fmt.Sprintf("%03d-later", i), of(text, story(i+2000, 15+r.IntN(14)))})
	}
	pairs := 0
	for i := range 300 {
		for j := 3 * i; j < 3*i+3; j++ {
			for k := 3 * i; k < j; k++ {
				if articles[j].Sketch.Copies(articles[k].Sketch) {
					pairs++
				}
			}
		}
	}
	groups := Groups(articles)
	if len(groups) != 300 || pairs < 500 {
		t.Errorf("%d groups of 300, %d pairs", len(groups), pairs)
	}
	for _, g := range groups {
		if len(g.IDs) != 3 {
			t.Errorf("group %v", g)
		}
	}
}

var articles = flag.Int("articles", 2000, "articles that BenchmarkGroups compares")

// BenchmarkGroups compares articles of 300 words, one in ten of them with a copy.
func BenchmarkGroups(b *testing.B) {
	named := make([]Named, *articles)
	for i := range named {
		text := story(i-i%10/9, 30)
		named[i] = Named{fmt.Sprint(i), of(text[i%10/9*3:])}
	}
	for b.Loop() {
		if n := len(Groups(named)); n != len(named)/10 {
			b.Fatalf("%d groups", n)
		}
	}
}

func BenchmarkOf(b *testing.B) {
	text := strings.Join(story(1, 30), " ")
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		Of(text)
	}
}
