package extract_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/entente-kg/entente/extract"
	"github.com/entente-kg/entente/extract/article"
	"github.com/entente-kg/entente/schema"
)

// edges lists the pairs of an article as "A relation B [status]", mutual
// relations with the names in alphabetical order.
func edges(t *testing.T, x *extract.Extractor, words string) []string {
	t.Helper()
	return edgesAt(t, x, words, -1)
}

// edgesAt are those edges that the word at a byte of the text tells; of all words for -1.
func edgesAt(t *testing.T, x *extract.Extractor, words string, at int) []string {
	t.Helper()
	art := &article.Article{ArticleRef: schema.ArticleRef{ID: "a", Published: "2022-01-19"}, Text: words}
	var out []string
	for _, e := range x.Extract(art).Events {
		if tr := e.Evidence.Trigger.Span; at >= 0 && (at < tr.Start || at >= tr.End) {
			continue
		}
		for _, d := range e.Dyads() {
			if d.Target == nil {
				continue
			}
			a, b := d.Source.Name, d.Target.Name
			if schema.RelationNamed(e.Relation).Symmetric && a > b {
				a, b = b, a
			}
			out = append(out, a+" "+e.Relation+" "+b+" ["+string(e.Status)+"]")
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

func newExtractor(t *testing.T) *extract.Extractor {
	t.Helper()
	x, err := extract.New(extract.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return x
}

// TestSameEvents tells one thing in several ways.
func TestSameEvents(t *testing.T) {
	x := newExtractor(t)
	groups := map[string][]string{
		"voice": {
			"President Emmanuel Macron praised Chancellor Angela Merkel.",
			"Chancellor Angela Merkel was praised by President Emmanuel Macron.",
		},
		"voice of conflict": {
			"Ukraine accused Russia of shelling villages.",
			"Russia was accused of shelling villages by Ukraine.",
		},
		"apposition": {
			"Antony Blinken met Sergey Lavrov in Geneva.",
			"Antony Blinken, the American secretary of state, met Sergey Lavrov in Geneva.",
			"Antony Blinken met Sergey Lavrov, the Russian foreign minister, in Geneva.",
		},
		"order of a list": {
			"France, Germany and Italy condemned Iran.",
			"Italy, France and Germany condemned Iran.",
			"Germany, Italy and France condemned Iran.",
		},
		"order of partners": {
			"Antony Blinken met Sergey Lavrov.",
			"Sergey Lavrov met Antony Blinken.",
			"Antony Blinken and Sergey Lavrov met.",
			"Antony Blinken held talks with Sergey Lavrov.",
		},
		"name": {
			"The United States imposed sanctions on Iran.",
			"The U.S. imposed sanctions on Iran.",
			"Washington imposed sanctions on Tehran.",
		},
		"words around": {
			"Turkey condemned Syria.",
			"On Monday, Turkey condemned Syria.",
			"Turkey on Monday strongly condemned Syria.",
		},
		"relative clause": {
			"Angela Merkel visited France.",
			"Angela Merkel, who visited France, was tired.",
		},
	}
	for name, texts := range groups {
		t.Run(name, func(t *testing.T) {
			want := edges(t, x, texts[0])
			if len(want) == 0 {
				t.Fatalf("nothing read from %q", texts[0])
			}
			for _, other := range texts[1:] {
				if got := edges(t, x, other); !slices.Equal(got, want) {
					t.Errorf("%q:\n got %v\nwant %v", other, got, want)
				}
			}
		})
	}
}

// TestOnlyTheStatusChanges puts one event in several lights.
func TestOnlyTheStatusChanges(t *testing.T) {
	x := newExtractor(t)
	tests := []struct{ words, want string }{
		{"Antony Blinken met Sergey Lavrov.", "occurred"},
		{"Antony Blinken is meeting Sergey Lavrov.", "ongoing"},
		{"Antony Blinken will meet Sergey Lavrov.", "planned"},
		{"Antony Blinken is due to meet Sergey Lavrov.", "planned"},
		{"Antony Blinken agreed to meet Sergey Lavrov.", "planned"},
		{"Antony Blinken plans to meet Sergey Lavrov.", "planned"},
		{"Antony Blinken did not meet Sergey Lavrov.", "denied"},
		{"Antony Blinken never met Sergey Lavrov.", "denied"},
		{"Antony Blinken refused to meet Sergey Lavrov.", "denied"},
		{"Antony Blinken denied meeting Sergey Lavrov.", "denied"},
		{"Antony Blinken denied that he met Sergey Lavrov.", "denied"},
		{"Antony Blinken said he would not meet Sergey Lavrov.", "denied"},
		{"Antony Blinken cancelled a meeting with Sergey Lavrov.", "cancelled"},
		{"Antony Blinken called off talks with Sergey Lavrov.", "cancelled"},
		{"Antony Blinken could meet Sergey Lavrov.", "hypothetical"},
		{"Antony Blinken offered to meet Sergey Lavrov.", "hypothetical"},
		{"If Antony Blinken meets Sergey Lavrov, prices will fall.", "hypothetical"},
	}
	for _, tt := range tests {
		got := edges(t, x, tt.words)
		want := "Antony Blinken met-with Sergey Lavrov [" + tt.want + "]"
		if !slices.Contains(got, want) {
			t.Errorf("%s: got %v, want %s", tt.words, got, want)
		}
		for _, e := range got {
			if strings.Contains(e, "met-with") && e != want {
				t.Errorf("%s: also got %s", tt.words, e)
			}
		}
	}
}

// TestDeterministic reads one article twice and at the same time.
func TestDeterministic(t *testing.T) {
	x := newExtractor(t)
	want := edges(t, x, lead)
	done := make(chan []string)
	for range 4 {
		go func() { done <- edges(t, x, lead) }()
	}
	for range 4 {
		if got := <-done; !slices.Equal(got, want) {
			t.Errorf("got %v, want %v", got, want)
		}
	}
}
