package article

import (
	"bytes"
	"fmt"
	"io"
	"net/url"
	"regexp"
	"strings"

	"codeberg.org/readeck/go-readability/v2"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
	"golang.org/x/net/html/charset"
)

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
	whole, err := io.ReadAll(decoded)
	if err != nil {
		r.failWith(origin, readError(err), err)
		return
	}
	doc, err := parsePage(whole)
	if err != nil {
		r.failWith(origin, "not a web page: "+err.Error(), err)
		return
	}
	if mayBeExport(data) {
		if articles := splitExport(render(doc, true)); articles != nil {
			r.exported(in, articles, origin)
			return
		}
	}
	a, err := pageArticle(doc, address)
	if err != nil {
		r.failWith(origin, "no article found in the page: "+err.Error(), err)
		return
	}
	a.Origin = origin
	if !hasSentence(a.Text) {
		r.fail(origin, "no article found in the page")
		return
	}
	r.emit(in, a)
}

// hasSentence keeps out pages that only lead to articles: of headlines, none ends.
func hasSentence(text string) bool {
	for line := range strings.Lines(text) {
		line = strings.TrimRight(line, " \n\t\"'”’)»")
		if strings.Contains(line, " ") && strings.HasSuffix(line, ".") || strings.HasSuffix(line, "!") || strings.HasSuffix(line, "?") {
			return true
		}
	}
	return false
}

func pageArticle(doc *html.Node, address string) (*Article, error) {
	head := metadata(doc)
	a := &Article{}
	a.URL = firstOf(head["canonical"], head["og:url"], address, head["saved from"])
	a.Published = firstDay(head["article:published_time"], head["date"], head["pubdate"], head["publishdate"], head["dc.date"],
		head["dc.date.issued"], head["parsely-pub-date"], head["sailthru.date"], head["datepublished"])
	base, err := url.Parse(a.URL)
	if err != nil || !base.IsAbs() {
		base = nil
	}
	parser := readability.NewParser()
	parser.MaxElemsToParse, parser.KeepClasses = maxElements, true
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
	a.Author = strings.TrimPrefix(strings.TrimPrefix(a.Author, "By "), "by ")
	a.Publisher = firstOf(a.Publisher, head["publisher"], titleTail(head["title"], a.Title), host(a.URL))
	a.trimTop()
	return a, nil
}

// titleTail is what a page's title says after that of the article: "Talks in
// Lima – The Gazette".
func titleTail(whole, title string) string {
	rest, found := strings.CutPrefix(oneLine(whole), oneLine(title))
	tail := strings.TrimLeft(rest, " -–—|·:»")
	if title == "" || !found || tail == rest || len(tail) > 60 {
		return ""
	}
	return tail
}

// host is the site a page comes from: its publisher, where it names none.
func host(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return ""
	}
	return strings.TrimPrefix(u.Hostname(), "www.")
}

// trimTop takes title, by-line and date line off the top of a text that was
// made of mark-up, and keeps what they tell where nothing better told it.
func (a *Article) trimTop() {
	top := Article{}
	data := []byte(a.Text)
	readTop(&top, data, a.Title)
	if text := strings.TrimSpace(string(data)); text != "" {
		a.Text = text
	}
	a.Author, a.Published = firstOf(a.Author, top.Author), firstOf(a.Published, top.Published)
	a.Title = firstOf(a.Title, top.Title)
}

// savedFrom is the comment that browsers put into a page they save.
var savedFrom = regexp.MustCompile(`^\s*saved from url=\(\d+\)(https?://\S+)\s*$`)

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
		if m := savedFrom.FindStringSubmatch(n.Data); n.Type == html.CommentNode && m != nil {
			note("saved from", m[1])
		}
		switch n.DataAtom {
		case atom.Meta:
			key := firstOf(attr(n, "property"), attr(n, "name"), attr(n, "itemprop"))
			note(key, attr(n, "content"))
		case atom.Title:
			if n.FirstChild != nil {
				note("title", n.FirstChild.Data)
			}
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
	value, _ := attrGiven(n, name)
	return value
}

func attrGiven(n *html.Node, name string) (value string, given bool) {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val, true
		}
	}
	return "", false
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
