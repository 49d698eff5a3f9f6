package article

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// plainOf renders the text of an HTML tree: a blank line between blocks, one
// space between words, nothing of scripts, captions and forms.
func plainOf(node *html.Node) string {
	var t textOf
	t.walk(node)
	return strings.TrimSpace(t.b.String())
}

// fragmentText renders a piece of HTML as found in feeds and mails.
func fragmentText(fragment string) string {
	if !strings.ContainsAny(fragment, "<&") {
		return strings.TrimSpace(fragment)
	}
	doc, err := html.Parse(strings.NewReader(fragment))
	if err != nil {
		return ""
	}
	return plainOf(doc)
}

type textOf struct {
	b     strings.Builder
	space bool // a space is due before the next word
	block bool // a paragraph break is due before the next word
}

func (t *textOf) walk(n *html.Node) {
	switch n.Type {
	case html.TextNode:
		t.write(n.Data)
		return
	case html.ElementNode:
		if skipped(n) || onlyLinks(n) {
			return
		}
		if n.DataAtom == atom.Br {
			t.space = true
		}
	}
	block := n.Type == html.ElementNode && isBlock(n.DataAtom)
	t.block = t.block || block
	for child := n.FirstChild; child != nil; child = child.NextSibling {
		t.walk(child)
	}
	t.block = t.block || block
}

func (t *textOf) write(data string) {
	for i, word := range strings.Fields(data) {
		if i > 0 || strings.IndexAny(data[:1], " \t\r\n\u00a0") == 0 {
			t.space = true
		}
		switch {
		case t.b.Len() == 0:
		case t.block:
			t.b.WriteString("\n\n")
		case t.space:
			t.b.WriteByte(' ')
		}
		t.space, t.block = false, false
		t.b.WriteString(word)
	}
	if data != "" && strings.ContainsAny(data[len(data)-1:], " \t\r\n") {
		t.space = true
	}
}

// onlyLinks holds for a block of several links and not a word besides: a menu,
// a row of buttons, a list of other stories.
func onlyLinks(n *html.Node) bool {
	switch n.DataAtom {
	case atom.Div, atom.P, atom.Ul, atom.Ol, atom.Section, atom.Header:
	default:
		return false
	}
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
