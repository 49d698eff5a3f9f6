package graph

import (
	"cmp"
	"slices"
	"strings"

	"github.com/entente-kg/entente/schema"
	"github.com/entente-kg/entente/schema/sketch"
)

// How many independent sources a happening has: articles of one publisher are
// one source, an article and its copies are one (package sketch tells them),
// and so are near-identical sentences, which come from one agency whoever
// prints them.

// nearIdentical is the share of common words from which two sentences are
// copies: an agency's sentence with one word in ten changed.
const nearIdentical = 0.8

// sketcher reads the sketch of an article by its ID.
type sketcher func(article string) (sketch.Sketch, error)

// independent counts the sources of reports.
func independent(reports []Report, sketchOf sketcher) (int, error) {
	if len(reports) < 2 {
		return len(reports), nil
	}
	g := newUnion(len(reports))
	first := map[string]int{}
	same := func(i int, key string) {
		if j, seen := first[key]; seen {
			g.join(i, j)
		} else {
			first[key] = i
		}
	}
	for i := range reports {
		a := &reports[i].Article
		same(i, "article "+a.ID)
		if name := fold(a.Publisher); name != "" {
			same(i, "publisher "+name)
		}
	}
	if g.sets > 1 {
		joinQuotes(reports, g)
	}
	if g.sets > 1 && sketchOf != nil {
		if err := joinArticles(reports, g, sketchOf); err != nil {
			return 0, err
		}
	}
	return g.sets, nil
}

// fewArticles is up to how many articles are compared each with each: preparing
// them for more than that costs more.
const fewArticles = 32

// joinArticles joins reports of articles that are copies of each other.
func joinArticles(reports []Report, g *union, sketchOf sketcher) error {
	var articles []sketch.Named
	first := map[string]int{}
	for i := range reports {
		id := reports[i].Article.ID
		if _, seen := first[id]; seen {
			continue
		}
		first[id] = i
		s, err := sketchOf(id)
		if err != nil {
			return err
		}
		articles = append(articles, sketch.Named{ID: id, Sketch: s})
	}
	if len(articles) > fewArticles {
		for _, group := range sketch.Groups(articles) {
			for _, id := range group.IDs {
				g.join(first[group.IDs[0]], first[id])
			}
		}
		return nil
	}
	for i, a := range articles {
		for _, b := range articles[:i] {
			if x, y := first[a.ID], first[b.ID]; g.root(x) != g.root(y) && a.Sketch.Copies(b.Sketch) {
				g.join(x, y)
			}
		}
	}
	return nil
}

// joinQuotes joins reports whose sentences are near-identical. Of two such
// sentences one shares a word with the other even among its rarest words, one
// in five and one more: sentences are looked for under these only (the prefix
// filter of Bayardo, Ma and Srikant, Scaling up all pairs similarity search,
// 2007).
func joinQuotes(reports []Report, g *union) {
	texts := make([][]string, len(reports))
	frequency := map[string]int{}
	for i := range reports {
		texts[i] = wordsOf(reports[i].Quote)
		for _, w := range texts[i] {
			frequency[w]++
		}
	}
	under := map[string][]int{}
	for i, words := range texts {
		slices.SortFunc(words, func(a, b string) int {
			return cmp.Or(cmp.Compare(frequency[a], frequency[b]), cmp.Compare(a, b))
		})
		prefix := words[:min(len(words), len(words)/5+1)]
		for _, w := range prefix {
			for _, j := range under[w] {
				if g.root(i) != g.root(j) && overlap(texts[i], texts[j], frequency) >= nearIdentical {
					g.join(i, j)
				}
			}
			if list := under[w]; len(list) < mostCompared {
				under[w] = append(list, i)
			}
		}
	}
}

// mostCompared bounds with how many sentences of a rare word one is compared:
// beyond it they share a formula, and a copy of one is near many.
const mostCompared = 64

// wordsOf lists the words of a sentence, each once.
func wordsOf(s string) []string {
	words := strings.Split(schema.Slug(s), "-")
	slices.Sort(words)
	return slices.Compact(words)
}

// overlap is the Jaccard index of two sets, both sorted by frequency, then alphabet.
func overlap(a, b []string, frequency map[string]int) float64 {
	both, all := 0, len(a)+len(b)
	for len(a) > 0 && len(b) > 0 {
		switch c := cmp.Or(cmp.Compare(frequency[a[0]], frequency[b[0]]), cmp.Compare(a[0], b[0])); {
		case c == 0:
			both++
			a, b = a[1:], b[1:]
		case c < 0:
			a = a[1:]
		default:
			b = b[1:]
		}
	}
	return float64(both) / float64(max(all-both, 1))
}

// union is a set of numbers in disjoint sets (Tarjan's union-find).
type union struct {
	parent []int
	sets   int
}

func newUnion(n int) *union {
	u := &union{parent: make([]int, n), sets: n}
	for i := range u.parent {
		u.parent[i] = i
	}
	return u
}

func (u *union) root(i int) int {
	for u.parent[i] != i {
		u.parent[i] = u.parent[u.parent[i]]
		i = u.parent[i]
	}
	return i
}

func (u *union) join(i, j int) {
	if i, j = u.root(i), u.root(j); i != j {
		u.parent[max(i, j)] = min(i, j)
		u.sets--
	}
}
