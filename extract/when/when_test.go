package when

import (
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/entente-kg/entente/extract/text"
	"github.com/entente-kg/entente/schema"
)

func TestRead(t *testing.T) {
	for _, c := range cases(t) {
		s := sentence(c.sentence)
		if got := report(s, Read(s, c.published, Options{})); got != c.want {
			t.Errorf("%s | %s\n got %s\nwant %s", c.published, c.sentence, got, c.want)
		}
	}
}

func TestReadAnchored(t *testing.T) {
	for _, c := range []struct{ sentence, want string }{
		{"The next day the embassy closed.", "The next day = 2022-01-13 day"},
		{"The embassy closed the same day.", "the same day = 2022-01-12 day"},
		{"The embassy closed that day.", "that day = 2022-01-12 day"},
		{"The embassy closed the day before.", "the day before = 2022-01-11 day"},
		{"Two weeks later the embassy closed.", "Two weeks later = 2022-01-24..2022-01-30 week"},
		{"The following month the embassy closed.", "The following month = 2022-02-01..2022-02-28 month"},
		{"The embassy closed three days earlier.", "three days earlier = 2022-01-09 day"},
	} {
		s := sentence(c.sentence)
		if got := report(s, Read(s, "2022-01-18", Options{Anchor: "2022-01-12"})); got != c.want {
			t.Errorf("%s\n got %s\nwant %s", c.sentence, got, c.want)
		}
	}
}

func TestTimestampIsCutToItsDay(t *testing.T) {
	s := sentence("Lind met Vasile yesterday.")
	if got := report(s, Read(s, "2022-01-18T09:30:00Z", Options{})); got != "yesterday = 2022-01-17 day" {
		t.Error(got)
	}
}

type timeCase struct{ published, sentence, want string }

func cases(t *testing.T) []timeCase {
	t.Helper()
	data, err := os.ReadFile("testdata/when.txt")
	if err != nil {
		t.Fatal(err)
	}
	var cs []timeCase
	for line := range strings.Lines(string(data)) {
		line = strings.TrimRight(line, "\n")
		if line == "" || line[0] == '#' {
			continue
		}
		in, want, ok := strings.Cut(line, " ### ")
		published, sentence, ok2 := strings.Cut(in, "|")
		if !ok || !ok2 {
			t.Fatalf("testdata/when.txt: %q is not: published | sentence ### expectation", line)
		}
		cs = append(cs, timeCase{strings.TrimSpace(published), strings.TrimSpace(sentence), strings.TrimSpace(want)})
	}
	return cs
}

// report writes expressions the way testdata/when.txt does.
func report(s *text.Sentence, es []Expression) string {
	var out []string
	for _, e := range es {
		out = append(out, phraseText(s, e)+" = "+days(e))
	}
	if out == nil {
		return "nothing"
	}
	return strings.Join(out, "; ")
}

func phraseText(s *text.Sentence, e Expression) string {
	var b strings.Builder
	for i := e.First; i < e.Last; i++ {
		if i > e.First && s.Tokens[i].Start > s.Tokens[i-1].End {
			b.WriteByte(' ')
		}
		b.WriteString(s.Tokens[i].Form)
	}
	return b.String()
}

func days(e Expression) string {
	switch {
	case e.Shape != Date:
		return string(e.Shape)
	case e.Open():
		return "open"
	case e.From == e.To:
		return e.From + " " + string(e.Granularity)
	}
	return e.From + ".." + e.To + " " + string(e.Granularity)
}

var tokenPattern = regexp.MustCompile(`\d+[./]\d+[./]\d{4}|(?:Mon|Jan|Feb|Sept|Nov|Dec)\.|'s\b|[\p{L}\d]+|\S`)

// sentence cuts plain test sentences into tokens, unparsed.
func sentence(words string) *text.Sentence {
	s := &text.Sentence{Span: schema.Span{End: len(words)}}
	for _, at := range tokenPattern.FindAllStringIndex(words, -1) {
		s.Tokens = append(s.Tokens, text.Token{Span: schema.Span{Start: at[0], End: at[1]}, Form: words[at[0]:at[1]], Head: -1})
	}
	return s
}

func FuzzRead(f *testing.F) {
	for _, c := range []string{"met on March 3-5, 2019", "from Friday to Monday", "early last year", "31/02/2022", "a few weeks ago"} {
		f.Add(c, "2022-01-18")
	}
	f.Add("two centuries ago", "1000-01-01")
	f.Fuzz(func(t *testing.T, words, published string) {
		s := sentence(words)
		last := 0
		for _, e := range Read(s, published, Options{Anchor: published}) {
			if e.First < last || e.Last <= e.First || e.Last > len(s.Tokens) {
				t.Fatalf("%q: tokens [%d, %d) after %d of %d", words, e.First, e.Last, last, len(s.Tokens))
			}
			if e.From != "" && e.To != "" && e.From > e.To {
				t.Fatalf("%q on %q: %s..%s", words, published, e.From, e.To)
			}
			last = e.Last
		}
	})
}
