package article

import (
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// plainOf renders the text of an HTML tree: a blank line between blocks, one
// space between words, nothing of scripts, captions, forms and labels.
func plainOf(node *html.Node) string {
	if text := render(node, false); text != "" {
		return text
	}
	return render(node, true) // a headline of its own is no label
}

// render is plainOf; with labels also those, as a news database's export is
// made of them.
func render(node *html.Node, labels bool) string {
	t := textOf{root: node, labels: labels}
	t.walk(node)
	t.end()
	return strings.TrimSpace(string(t.b))
}

// fragmentText renders a piece of HTML as found in feeds and mails.
func fragmentText(fragment string) string {
	if !strings.ContainsAny(fragment, "<&") {
		return strings.TrimSpace(fragment)
	}
	doc, err := parsePage([]byte(fragment))
	if err != nil {
		return ""
	}
	return plainOf(doc)
}

// textOf writes block after block. A block is looked at when it ends: a few
// words that end like no sentence are a label of the page.
type textOf struct {
	b       []byte
	root    *html.Node
	labels  bool // are kept
	start   int  // of the block at hand
	links   int  // links in it
	heading bool // it is one
	space   bool // a space is due before the next word
}

func (t *textOf) walk(n *html.Node) {
	switch n.Type {
	case html.TextNode:
		t.write(n.Data)
		return
	case html.ElementNode:
		if skipped(n) || !t.labels && n != t.root && (furniture(n) || onlyLinks(n)) {
			return
		}
		switch n.DataAtom {
		case atom.Br:
			t.space = true
			if next := nextElement(n); next != nil && next.DataAtom == atom.Br {
				t.end()
			}
		case atom.A:
			t.links++
		}
	}
	block := n.Type == html.ElementNode && isBlock(n.DataAtom)
	if block {
		t.end()
		t.heading = isHeading(n.DataAtom)
	}
	for child := n.FirstChild; child != nil; child = child.NextSibling {
		t.walk(child)
	}
	if block {
		t.end()
	}
}

// nextElement is the element that follows with nothing but space between.
func nextElement(n *html.Node) *html.Node {
	for n = n.NextSibling; n != nil && n.Type == html.TextNode && strings.TrimSpace(n.Data) == ""; n = n.NextSibling {
	}
	return n
}

func (t *textOf) write(data string) {
	for i, word := range strings.Fields(data) {
		if i > 0 || strings.IndexAny(data[:1], " \t\r\n\u00a0") == 0 {
			t.space = true
		}
		switch {
		case len(t.b) == t.start && t.start > 0:
			t.b = append(t.b, "\n\n"...)
		case t.space && len(t.b) > 0:
			t.b = append(t.b, ' ')
		}
		t.space = false
		t.b = append(t.b, word...)
	}
	if data != "" && strings.ContainsAny(data[len(data)-1:], " \t\r\n") {
		t.space = true
	}
}

// end closes a block, and takes it away where it is a label.
func (t *textOf) end() {
	block := strings.TrimSpace(string(t.b[t.start:]))
	if !t.labels && isLabel(block, t.links, t.heading) && !(t.start < topText && (byline(block) != "" || isDateLine(block))) {
		t.b = t.b[:t.start]
	}
	t.start, t.links, t.heading, t.space = len(t.b), 0, false, false
}

// A block of few words that ends like no sentence is a label: "Advertisement",
// "6 min read", "17.05". With a link in it it may have more words, a heading
// any number.
const (
	labelWords = 6
	linkWords  = 12
)

// topText is how far down a text by-lines and date lines are kept, for trimTop to read.
const topText = 500

func isLabel(block string, links int, heading bool) bool {
	if block == "" || strings.ContainsAny(block[len(block)-1:], `.!?:;"')`) || strings.HasSuffix(block, "”") || strings.HasSuffix(block, "’") || strings.HasSuffix(block, "…") {
		return false
	}
	words := len(strings.Fields(block))
	return heading || words <= labelWords || links > 0 && words <= linkWords
}

func isHeading(a atom.Atom) bool {
	switch a {
	case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		return true
	}
	return false
}

// furniture holds for elements that say themselves that they are no part of
// the article, by their role or a word of their class.
func furniture(n *html.Node) bool {
	switch attr(n, "role") {
	case "navigation", "complementary", "contentinfo", "banner", "dialog", "search":
		return true
	}
	if _, hidden := attrGiven(n, "hidden"); hidden {
		return true
	}
	words := strings.FieldsFunc(strings.ToLower(attr(n, "class")), func(r rune) bool { return r == ' ' || r == '-' || r == '_' })
	return slices.ContainsFunc(words, func(word string) bool { return slices.Contains(furnitureWords[:], word) })
}

// furnitureWords are the words of classes that name what stands around and
// inside articles.
var furnitureWords = [...]string{
	"ad", "ads", "advert", "advertisement", "caption", "colophon", "comments", "copyright", "credit", "imprint", "newsletter",
	"outbrain", "paywall", "promo", "pullquote", "related", "share", "shares", "sharing", "social", "sponsored", "taboola",
}

// onlyLinks holds for an element of several links and not a word besides: a menu,
// a row of buttons, a list of other stories.
func onlyLinks(n *html.Node) bool {
	links := 0
	for child := range n.Descendants() {
		switch {
		case child.Type == html.ElementNode && child.DataAtom == atom.A:
			links++
		case child.Type == html.TextNode && !isSeparator(child.Data) && !inLink(child, n):
			return false
		}
	}
	return links > 1
}

// isSeparator holds for what stands between links: nothing, bars, dots.
func isSeparator(s string) bool { return strings.Trim(s, " \t\r\n\u00a0|·•/,–-") == "" }

// inLink reports whether a node stands inside a link that is inside block.
func inLink(n, block *html.Node) bool {
	for ; n != nil && n != block; n = n.Parent {
		if n.DataAtom == atom.A {
			return true
		}
	}
	return false
}

// skipped holds for elements whose words are not the article's.
func skipped(n *html.Node) bool {
	switch n.DataAtom {
	case atom.Script, atom.Style, atom.Noscript, atom.Template, atom.Head, atom.Figcaption, atom.Figure, atom.Button,
		atom.Form, atom.Select, atom.Textarea, atom.Iframe, atom.Svg, atom.Nav, atom.Aside, atom.Footer, atom.Title:
		return true
	}
	return false
}

func isBlock(a atom.Atom) bool {
	switch a {
	case atom.P, atom.Div, atom.Section, atom.Article, atom.Header, atom.Main, atom.Ul, atom.Ol, atom.Li, atom.Table, atom.Tr, atom.Td,
		atom.Blockquote, atom.Pre, atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6, atom.Hr, atom.Dl, atom.Dd, atom.Dt:
		return true
	}
	return false
}
