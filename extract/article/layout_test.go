package article_test

import (
	"fmt"
	"os"
	"strconv"
	"strings"
	"testing"

	"github.com/entente-kg/entente/extract/article"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
	"golang.org/x/tools/txtar"
)

// TestLayouts reads forty pages, none built like another: of the article's
// words 95 in 100 must come out, of all others that a browser shows 5 at most.
func TestLayouts(t *testing.T) {
	paragraphs := lines(t, "testdata/layouts/article.txt")
	pages, err := txtar.ParseFile("testdata/layouts/pages.txtar")
	if err != nil {
		t.Fatal(err)
	}
	if len(pages.Files) != 40 {
		t.Errorf("%d layouts", len(pages.Files))
	}
	for _, page := range pages.Files {
		t.Run(page.Name, func(t *testing.T) {
			whole, ours := string(page.Data), ""
			for i := len(paragraphs); i > 0; i-- {
				mark := "{{" + strconv.Itoa(i) + "}}"
				if strings.Contains(whole, mark) {
					whole = strings.ReplaceAll(whole, mark, paragraphs[i-1])
					ours = paragraphs[i-1] + " " + ours
				}
			}
			articles, failures := read(t, article.Options{}, write(t, t.TempDir(), "a.html", whole))
			if len(articles) != 1 {
				t.Fatalf("failures %q", failures)
			}
			kept, rest := judge(t, whole, ours, articles[0].Text)
			if t.Logf("%.1f %% of the article, %.1f %% of the rest", 100*kept, 100*rest); kept < 0.95 || rest > 0.05 {
				t.Errorf("%.1f %% of the article kept, %.1f %% of the rest\n%s", 100*kept, 100*rest, articles[0].Text)
			}
		})
	}
}

func lines(t *testing.T, file string) []string {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return strings.Split(strings.TrimSpace(string(data)), "\n")
}

// judge returns the share of the article's words that are in text, and of the
// page's other words. The title counts for neither: it is known by itself.
func judge(t *testing.T, page, ours, text string) (kept, rest float64) {
	t.Helper()
	doc, err := html.Parse(strings.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	article, out := count(ours), count(text)
	others := count(shown(doc))
	total, found := 0, 0
	for word, n := range article {
		total += n
		found += min(n, out[word])
		out[word] -= min(n, out[word])
		others[word] -= n
	}
	noise, seen := 0, 0
	for word, n := range others {
		noise += max(n, 0)
		seen += min(max(n, 0), out[word])
	}
	return float64(found) / float64(total), float64(seen) / float64(max(noise, 1))
}

func count(text string) map[string]int {
	words := map[string]int{}
	for _, w := range strings.Fields(text) {
		words[w]++
	}
	return words
}

// shown is all the text of a page that a browser shows but headings of the first order.
func shown(n *html.Node) string {
	switch {
	case n.Type == html.TextNode:
		return n.Data + " "
	case n.Type == html.ElementNode && (n.DataAtom == atom.Script || n.DataAtom == atom.Style || n.DataAtom == atom.Head || n.DataAtom == atom.H1):
		return ""
	}
	var b strings.Builder
	for child := n.FirstChild; child != nil; child = child.NextSibling {
		b.WriteString(shown(child))
	}
	return b.String()
}

// sentences makes paragraphs of an article of any length.
func sentences(n int) (paragraphs []string) {
	for i := range n {
		paragraphs = append(paragraphs, fmt.Sprintf("Paragraph%d says that Hanna Lind met Petru Vasile in Lima on Monday, that they talked about fishing rights, "+
			"and that a spokesman for the ministry called round%d of the talks useful. Envoys of both countries will meet again in Oslo.", i, i))
	}
	return paragraphs
}
