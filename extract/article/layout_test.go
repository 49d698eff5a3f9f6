package article_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/entente-kg/entente/extract/article"
)

// Forty made-up page layouts: eight ways to wrap an article, five kinds of
// things around and inside it. Of the article's words 95 in 100 must come out,
// of the others at most 5 in 100.

func sentences(n int) (paragraphs []string) {
	for i := range n {
		paragraphs = append(paragraphs, fmt.Sprintf("Paragraph%d says that Hanna Lind met Petru Vasile in Lima on Monday, that they talked about fishing rights, "+
			"and that a spokesman for the ministry called round%d of the talks useful. Envoys of both countries will meet again in Oslo.", i, i))
	}
	return paragraphs
}

func wraps() map[string]func(body string) string {
	in := func(open, close string) func(string) string {
		return func(body string) string { return open + body + close }
	}
	return map[string]func(string) string{
		"article":      in("<article>", "</article>"),
		"main":         in("<main><div class=\"content\">", "</div></main>"),
		"div":          in("<div id=\"story-body\">", "</div>"),
		"deep divs":    in(strings.Repeat("<div>", 12)+"<div class=\"article-text\">", strings.Repeat("</div>", 13)),
		"table":        in("<table><tr><td class=\"left\">&nbsp;</td><td>", "</td></tr></table>"),
		"section":      in("<section itemprop=\"articleBody\">", "</section>"),
		"old page":     in("<center><font face=\"Arial\"><div>", "</div></font></center>"),
		"many classes": in("<div class=\"l-grid l-grid--main\"><div class=\"c-entry-content js-reading\">", "</div></div>"),
	}
}

func clutters() map[string][3]string { // before, in the middle, after
	links := func(n int) string {
		var b strings.Builder
		for i := range n {
			fmt.Fprintf(&b, "<li><a href=\"/%d\">noise headline number%d about sports</a></li>", i, i)
		}
		return "<ul>" + b.String() + "</ul>"
	}
	return map[string][3]string{
		"menus":       {"<nav>" + links(25) + "</nav><header><div class=\"menu\">" + links(8) + "</div></header>", "", "<footer>" + links(20) + "<p>noise copyright imprint terms</p></footer>"},
		"cookie wall": {"<div class=\"cookie-consent\" role=\"dialog\"><p>noise we value your privacy and use cookies</p><button>noise accept</button></div>", "", "<div class=\"newsletter-signup\"><form><p>noise sign up for our newsletter</p><input></form></div>"},
		"related":     {"", "<aside class=\"related\"><h3>noise related stories</h3>" + links(5) + "</aside>", "<div class=\"recommended\"><h2>noise more from us</h2>" + links(12) + "</div>"},
		"scroll":      {"", "<div class=\"ad advertisement\"><p>noise advertisement</p></div>", "<div class=\"infinite-scroll next-articles\">" + links(30) + "</div><div class=\"comments\"><p><a href=\"#\">noise reader</a> noise first</p><p>noise second</p></div>"},
		"captions":    {"<figure><img src=\"a.jpg\"><figcaption>noise caption of a photo</figcaption></figure>", "<figure><img src=\"b.jpg\"><figcaption>noise second caption</figcaption></figure>", "<div class=\"share social\"><a href=\"#\">noise share</a> <a href=\"#\">noise tweet</a></div>"},
	}
}

func TestFortyLayouts(t *testing.T) {
	text := sentences(8)
	for wrapName, wrap := range wraps() {
		for clutterName, c := range clutters() {
			t.Run(wrapName+" with "+clutterName, func(t *testing.T) {
				body := "<p>" + strings.Join(text[:4], "</p>\n<p>") + "</p>" + c[1] + "<p>" + strings.Join(text[4:], "</p>\n<p>") + "</p>"
				page := "<!DOCTYPE html><html><head><title>Lind in Lima</title></head><body>" + c[0] + wrap(body) + c[2] + "</body></html>"
				articles, failures := read(t, article.Options{}, write(t, t.TempDir(), "a.html", page))
				if len(articles) != 1 {
					t.Fatalf("failures %q", failures)
				}
				kept := share(strings.Fields(strings.Join(text, " ")), articles[0].Text)
				noise := float64(strings.Count(articles[0].Text, "noise")) / float64(max(1, strings.Count(page, "noise")))
				if kept < 0.95 || noise > 0.05 {
					t.Errorf("%.0f %% of the article kept, %.0f %% of the rest\n%s", 100*kept, 100*noise, articles[0].Text)
				}
			})
		}
	}
}

// share is the share of words that a text holds as often as it should.
func share(words []string, text string) float64 {
	left := map[string]int{}
	for _, w := range strings.Fields(text) {
		left[w]++
	}
	found := 0
	for _, w := range words {
		if left[w] > 0 {
			left[w]--
			found++
		}
	}
	return float64(found) / float64(len(words))
}
