package article

import (
	"bytes"
	"fmt"
	"net/url"
	"strings"

	"codeberg.org/readeck/go-readability/v2"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
	"golang.org/x/net/html/charset"
)

// maxElements bounds the elements of a page: past it a page is no article.
const maxElements = 200_000

// isHTML holds for a web page, also one that begins with comments or an XML declaration.
func isHTML(head []byte, _ string) bool {
	head = bytes.TrimLeft(bytes.TrimPrefix(head, utf8BOM), " \t\r\n")
	if len(head) == 0 || head[0] != '<' {
		return false
	}
	start := bytes.ToLower(head[:min(len(head), 4096)])
	for _, sign := range []string{"<!doctype html", "<html", "<head", "<body", "<article", "<div", "<p>", "<meta"} {
		if bytes.Contains(start, []byte(sign)) {
			return true
		}
	}
	return false
}

func (r *reader) htmlPage(in *input) {
	if data, ok := r.readAll(in); ok {
		r.page(in, data, in.name, "", "")
	}
}

// page finds the article in a web page. contentType and address are what the
// server said, where a server was.
func (r *reader) page(in *input, data []byte, origin, contentType, address string) {
	decoded, err := charset.NewReader(bytes.NewReader(data), contentType)
	if err != nil {
		r.failWith(origin, "unknown character set: "+err.Error(), err)
		return
	}
	doc, err := html.Parse(decoded)
	if err != nil {
		r.failWith(origin, "not a web page: "+err.Error(), err)
		return
	}
	a, err := pageArticle(doc, address)
	if err != nil {
		r.failWith(origin, "no article found in the page: "+err.Error(), err)
		return
	}
	a.Origin = origin
	if isBlank(a.Text) {
		r.fail(origin, "no article found in the page")
		return
	}
	r.emit(in, a)
}

func pageArticle(doc *html.Node, address string) (*Article, error) {
	head := metadata(doc)
	a := &Article{}
	a.URL = firstOf(head["canonical"], head["og:url"], address)
	a.Published = firstDay(head["article:published_time"], head["date"], head["pubdate"], head["publishdate"], head["dc.date"],
		head["dc.date.issued"], head["parsely-pub-date"], head["sailthru.date"], head["datepublished"])
	base, err := url.Parse(a.URL)
	if err != nil || !base.IsAbs() {
		base = nil
	}
	parser := readability.NewParser()
	parser.MaxElemsToParse = maxElements
	found, err := parser.ParseAndMutate(doc, base)
	if err != nil {
		return nil, err
	}
	a.Title, a.Author, a.Publisher = found.Title(), oneLine(found.Byline()), found.SiteName()
	if t, err := found.PublishedTime(); err == nil && a.Published == "" {
		a.Published = t.Format(Day)
	}
	a.Published = firstDay(a.Published, head["time"])
	if found.Node == nil {
		return nil, fmt.Errorf("nothing in it reads like one")
	}
	a.Text = plainOf(found.Node)
	return a, nil
}

// metadata collects what a page says of itself, by lower-case name: <meta>
// tags, the canonical link, the first <time>.
func metadata(doc *html.Node) map[string]string {
	head := map[string]string{}
	note := func(key, value string) {
		key = strings.ToLower(strings.TrimSpace(key))
		if key != "" && head[key] == "" {
			head[key] = strings.TrimSpace(value)
		}
	}
	for n := range doc.Descendants() {
		switch n.DataAtom {
		case atom.Meta:
			key := firstOf(attr(n, "property"), attr(n, "name"), attr(n, "itemprop"))
			note(key, attr(n, "content"))
		case atom.Link:
			if strings.EqualFold(attr(n, "rel"), "canonical") {
				note("canonical", attr(n, "href"))
			}
		case atom.Time:
			note("time", attr(n, "datetime"))
			note(attr(n, "itemprop"), attr(n, "datetime"))
		}
	}
	return head
}

func attr(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

func firstOf(values ...string) string {
	for _, v := range values {
		if v = strings.TrimSpace(v); v != "" {
			return v
		}
	}
	return ""
}

// firstDay is the first of several dates that can be read.
func firstDay(values ...string) string {
	for _, v := range values {
		if day, ok := ParseDay(v); ok {
			return day
		}
	}
	return ""
}
