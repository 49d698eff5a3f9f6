// Package synth makes up articles for benchmarks and tests of large graphs.
//
// The world has a fixed number of actors whose fame follows Zipf's law, as it
// does in the news: a handful are in every tenth article, most in one. An
// article tells a few events of its day between them. The same seed gives the
// same articles; they need no text to be extracted.
package synth

import (
	"fmt"
	"iter"
	"math/rand/v2"
	"slices"
	"strings"
	"time"

	"github.com/entente-kg/entente/schema"
)

// World describes what is made up.
type World struct {
	Seed   uint64
	Actors int // default 20,000
	Days   int // default 1,000, from 2020-01-01
}

// QuadsPerArticle is about how many quads one article of a World becomes; a
// quarter of them are profiles that other articles give too.
const QuadsPerArticle = 128

// Articles yields n articles.
func (w World) Articles(n int) iter.Seq[schema.Extraction] {
	if w.Actors == 0 {
		w.Actors = 20_000
	}
	if w.Days == 0 {
		w.Days = 1_000
	}
	return func(yield func(schema.Extraction) bool) {
		for i := range n {
			if !yield(w.article(i, n)) {
				return
			}
		}
	}
}

// teller makes up one article.
type teller struct {
	World
	*rand.Rand
	zipf *rand.Zipf
}

func (w World) article(i, n int) schema.Extraction {
	r := rand.New(rand.NewPCG(w.Seed, uint64(i)))
	t := &teller{World: w, Rand: r, zipf: rand.NewZipf(r, 1.1, 8, uint64(w.Actors-1))}
	day := time.Date(2020, 1, 1, 0, 0, 0, 0, time.UTC).AddDate(0, 0, i*w.Days/max(n, 1)).Format(time.DateOnly)
	ref := schema.ArticleRef{
		ID: fmt.Sprintf("synth-%d-%d", w.Seed, i), Title: t.sentence(6), Publisher: fmt.Sprint("Paper ", t.IntN(40)),
		Published: day, Hash: fmt.Sprintf("%032x", uint64(i)*0x9e3779b97f4a7c15+w.Seed),
	}
	ref.URL = "https://news.example/" + ref.ID
	x := schema.Extraction{Article: ref}
	cast := map[string]schema.Actor{}
	for n := range 2 + t.IntN(4) {
		x.Events = append(x.Events, t.event(ref, n, cast))
	}
	for _, a := range cast {
		x.Actors = append(x.Actors, a)
	}
	slices.SortFunc(x.Actors, func(a, b schema.Actor) int { return strings.Compare(a.ID, b.ID) })
	return x
}

// Actor returns the actor of a rank; 0 is the most famous.
func (w World) Actor(rank int) schema.Actor {
	name := Name(rank)
	a := schema.Actor{ID: "actor:" + schema.Slug(name), Name: name, Kind: schema.Person, Known: rank%3 == 0}
	a.Country = fmt.Sprintf("C%02d", rank%60)
	a.Sectors = []string{"GOV", "MIL", "OPP", "BUS"}[rank%4 : rank%4+1]
	a.Aliases = []string{name[strings.LastIndexByte(name, ' ')+1:]}
	if a.Known {
		a.Wikidata = fmt.Sprint("Q", 1000+rank)
	}
	return a
}

func (t *teller) participant(cast map[string]schema.Actor, sentence string) schema.Participant {
	a := t.Actor(int(t.zipf.Uint64()))
	cast[a.ID] = a
	return schema.Participant{Actor: a, Mentions: []schema.Text{{Span: schema.Span{End: len(a.Name)}, Text: a.Name}}}
}

func (t *teller) event(ref schema.ArticleRef, n int, cast map[string]schema.Actor) schema.Event {
	relations := schema.Relations()
	rel := relations[int(rand.NewZipf(t.Rand, 1.2, 3, uint64(len(relations)-8)).Uint64())]
	sentence := t.sentence(14)
	a, b := t.participant(cast, sentence), t.participant(cast, sentence)
	ev := schema.Event{
		Schema: schema.Version, ID: fmt.Sprintf("%s-%d", ref.ID, n), Relation: rel.Name, Root: rel.Root, Mode: rel.Mode,
		CAMEO: rel.CAMEO, Status: schema.Statuses[min(t.IntN(20), 5)*t.IntN(2)], Article: ref,
		Confidence: float64(50+t.IntN(50)) / 100,
		Evidence: schema.Evidence{
			Sentence: n, Span: schema.Span{Start: 200 * n, End: 200*n + len(sentence)}, Text: sentence, Rule: "synth",
			Trigger: schema.Text{Span: schema.Span{Start: 200*n + 20, End: 200*n + 25}, Text: sentence[20:25]},
		},
	}
	if rel.Symmetric {
		ev.Actors = []schema.Participant{a, b}
	} else {
		ev.Actors, ev.Recipients = []schema.Participant{a}, []schema.Participant{b}
	}
	if t.IntN(3) > 0 {
		ev.From, ev.To = ref.Published, ref.Published
	}
	if t.IntN(3) == 0 {
		p := t.place()
		cast[p.ID] = p
		ev.Place = &schema.Participant{Actor: p}
	}
	return ev
}

func (t *teller) place() schema.Actor {
	n := t.IntN(400)
	name := syllables(n+7, 2) + "ville"
	return schema.Actor{ID: fmt.Sprint("place:", strings.ToLower(name), "-", n), Name: name, Kind: schema.Place, Country: fmt.Sprintf("C%02d", n%60)}
}

func (t *teller) sentence(words int) string {
	var b strings.Builder
	for range words {
		b.WriteString(strings.ToLower(syllables(t.IntN(4000), 2)))
		b.WriteByte(' ')
	}
	return b.String() + "."
}

// Name returns a name for a number, like "Kadoro Velimi"; different numbers
// below 20,000 have different names.
func Name(n int) string { return syllables(n%1000, 3) + " " + syllables(n/1000*37+n%37, 3) }

func syllables(n, count int) string {
	const consonants, vowels = "bdfgklmnprstvz", "aeiou"
	var b strings.Builder
	for i := range count {
		c := consonants[n%len(consonants)]
		n /= len(consonants)
		if i == 0 {
			c -= 'a' - 'A'
		}
		b.WriteByte(c)
		b.WriteByte(vowels[n%len(vowels)])
		n = n/len(vowels) + n*7 + i
	}
	return b.String()
}
