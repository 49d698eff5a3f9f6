package actor

import (
	"bufio"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"

	"github.com/entente-kg/entente/extract/actor/ref"
	"github.com/entente-kg/entente/extract/article"
	"github.com/entente-kg/entente/extract/text"
	"github.com/entente-kg/entente/schema"
)

// TestCases reads testdata/*.txt. A case is a short article and, after ###,
// what its phrases stand for:
//
//	Lind met Vasile. ### Lind = Hanna Lind; He#2 = Petru Vasile (SYV); in Lima @ Lima; !treaty
//
// "phrase = names" asks for a mention of exactly those words with just those
// actors, joined by " + "; "#2" means the second place where the words stand; a
// country in brackets is checked too; "@" asks for the place, "= nobody" for no
// actor at the phrase's words, "!word" for no mention around the word at all.
// "# date: 2022-01-18" sets the day of the articles that follow.
func TestCases(t *testing.T) {
	files, _ := filepath.Glob("testdata/*.txt")
	r := testResolver(t)
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txt"), func(t *testing.T) {
			for _, c := range readCases(t, file) {
				for _, msg := range c.check(r) {
					t.Errorf("%s:%d: %s\n\t%s", file, c.line, msg, c.text)
				}
			}
		})
	}
}

// A fact case asks for the facts of an article: "Lind: foreign minister of Sylvania".
type testCase struct {
	line int
	date string
	text string
	want []string
}

func readCases(t testing.TB, file string) []testCase {
	t.Helper()
	f, err := os.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var cases []testCase
	date := "2019-06-15"
	sc := bufio.NewScanner(f)
	for line := 1; sc.Scan(); line++ {
		s := strings.TrimSpace(sc.Text())
		if d, ok := strings.CutPrefix(s, "# date:"); ok {
			date = strings.TrimSpace(d)
		}
		if s == "" || s[0] == '#' {
			continue
		}
		text, want, ok := strings.Cut(s, "###")
		if !ok {
			t.Fatalf("%s:%d: no ###", file, line)
		}
		cases = append(cases, testCase{line, date, strings.ReplaceAll(strings.TrimSpace(text), "|", "\n\n"), strings.Split(want, ";")})
	}
	return cases
}

func (c *testCase) check(r *Resolver) (msgs []string) {
	doc := text.Analyze(c.text)
	art := &article.Article{ArticleRef: schema.ArticleRef{ID: "test", Published: c.date}, Text: c.text}
	res := r.Resolve(doc, art)
	for _, want := range c.want {
		if msg := c.one(res, strings.TrimSpace(want)); msg != "" {
			msgs = append(msgs, msg)
		}
	}
	return msgs
}

func (c *testCase) one(res *Resolution, want string) string {
	if word, ok := strings.CutPrefix(want, "!"); ok {
		span := c.find(word)
		for _, m := range c.over(res, span) {
			return fmt.Sprintf("%q is a mention of %s", c.text[m.Start:m.End], names(m.Actors))
		}
		return ""
	}
	if phrase, fact, ok := strings.Cut(want, ": "); ok {
		return c.fact(res, phrase, fact)
	}
	if phrase, place, ok := strings.Cut(want, " @ "); ok {
		for _, m := range c.over(res, c.find(phrase)) {
			if m.Place != nil && m.Place.Name == place {
				return ""
			}
		}
		return fmt.Sprintf("%q: no place %s", phrase, place)
	}
	phrase, who, _ := strings.Cut(want, " = ")
	span := c.find(phrase)
	if who == "nobody" {
		for _, m := range c.over(res, span) {
			if len(m.Actors) > 0 && !m.Modifier {
				return fmt.Sprintf("%q stands for %s", c.text[m.Start:m.End], names(m.Actors))
			}
		}
		return ""
	}
	return c.stands(res, span, phrase, who)
}

func (c *testCase) stands(res *Resolution, span schema.Span, phrase, who string) string {
	got := "none"
	for _, m := range c.over(res, span) {
		if m.Span == span {
			if got = names(m.Actors); schema.NameKey(got) == schema.NameKey(who) || countries(m.Actors) == who {
				return ""
			}
		} else if got == "none" {
			got = "only " + strconv.Quote(c.text[m.Start:m.End]) + " " + names(m.Actors)
		}
	}
	return fmt.Sprintf("%q: got %s, want %s", phrase, got, who)
}

func (c *testCase) fact(res *Resolution, name, want string) string {
	var got []string
	for _, f := range res.Facts {
		s := f.Relation + " " + f.Role
		if f.Relation == "holds-role" {
			s = f.Role
		}
		if f.Object != "" {
			s += " of " + nameOf(res, f.Object)
		}
		if nameOf(res, f.Subject) == name {
			got = append(got, strings.Join(strings.Fields(s), " "))
		}
	}
	if slices.Contains(got, want) {
		return ""
	}
	return fmt.Sprintf("%s: facts %q, want %q", name, got, want)
}

func nameOf(res *Resolution, id string) string {
	for _, a := range res.Actors {
		if a.ID == id {
			return a.Name
		}
	}
	return id
}

// find returns where the phrase stands; "He#2" is its second place.
func (c *testCase) find(phrase string) schema.Span {
	phrase, nth, _ := strings.Cut(phrase, "#")
	n, _ := strconv.Atoi(nth)
	from := 0
	for {
		i := strings.Index(c.text[from:], phrase)
		if i < 0 {
			return schema.Span{Start: -1, End: -1}
		}
		from += i
		if n--; n <= 0 {
			return schema.Span{Start: from, End: from + len(phrase)}
		}
		from++
	}
}

func (c *testCase) over(res *Resolution, s schema.Span) (out []Mention) {
	for _, ms := range res.Mentions {
		for _, m := range ms {
			if m.Overlaps(s) {
				out = append(out, m)
			}
		}
	}
	return out
}

func names(as []*schema.Actor) string {
	var out []string
	for _, a := range as {
		out = append(out, a.Name)
	}
	return strings.Join(out, " + ")
}

func countries(as []*schema.Actor) string {
	var out []string
	for _, a := range as {
		out = append(out, a.Name+" ("+a.Country+")")
	}
	return strings.Join(out, " + ")
}

// testResolver knows three countries more than the world has.
func testResolver(t testing.TB) *Resolver {
	t.Helper()
	r, err := invented()
	if err != nil {
		t.Fatal(err)
	}
	return r
}

var invented = sync.OnceValues(func() (*Resolver, error) {
	s := &ref.Source{}
	for _, c := range [][5]string{
		{"SYV", "Sylvania", "Sylvanian", "Sylvanians", "Vetrograd"},
		{"NRD", "Nordavia", "Nordavian", "Nordavians", "Halmsund"},
		{"TMB", "Tambora", "Tamboran", "Tamborans", "Port Tambor"},
	} {
		land, city := "actor:"+schema.Slug(c[1]), "place:"+schema.Slug(c[4])
		s.Countries = append(s.Countries, ref.Country{Code: c[0], Name: c[1], Adjective: c[2], Standing: "state"})
		s.Actors = append(s.Actors,
			schema.Actor{ID: land, Name: c[1], Kind: schema.State, Country: c[0]},
			schema.Actor{ID: city, Name: c[4], Kind: schema.Place, Country: c[0]})
		s.Names = append(s.Names,
			ref.Name{Text: c[1], ActorID: land, PlaceID: land, Reading: ref.FullName},
			ref.Name{Text: c[2], ActorID: land, Reading: ref.Adjective},
			ref.Name{Text: c[3], ActorID: land, Reading: ref.People},
			ref.Name{Text: c[4], ActorID: land, PlaceID: city, Reading: ref.Capital})
	}
	return New(Options{Extra: []*ref.Source{s}})
})
