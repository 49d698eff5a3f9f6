package article

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"regexp"
	"strings"
)

func isWiki(head []byte, _ string) bool { return bytes.Contains(xmlStart(head), []byte("<mediawiki")) }

// maxWikiPage is four times what MediaWiki itself takes for a page.
const maxWikiPage = 8 << 20

// wikiPage is one page of a MediaWiki export, as Wikinews publishes them.
type wikiPage struct {
	Title     string    `xml:"title"`
	Namespace string    `xml:"ns"`
	Redirect  *struct{} `xml:"redirect"`
	Text      string    `xml:"revision>text"`
}

// wiki reads the articles of a MediaWiki dump one page at a time. Pages that
// are no articles (templates, redirects, talk) are passed over.
func (r *reader) wiki(in *input) {
	page := newAllowance(in, min(maxWikiPage, r.opts.Limits.Article))
	decoder := xml.NewDecoder(page)
	for n := 0; !r.done(); {
		page.renew()
		token, err := decoder.Token()
		if errors.Is(err, io.EOF) {
			return
		}
		if err != nil {
			r.failWith(in.name, "damaged XML: "+readError(err), err)
			return
		}
		if directive, ok := token.(xml.Directive); ok {
			if err := checkDirective(directive); err != nil {
				r.failWith(in.name, err.Error(), err)
				return
			}
		}
		start, ok := token.(xml.StartElement)
		if !ok || start.Name.Local != "page" {
			continue
		}
		n++
		var page wikiPage
		if err := decoder.DecodeElement(&page, &start); err != nil {
			r.failWith(fmt.Sprintf("%s#%d", in.name, n), "damaged page: "+readError(err), err)
			return
		}
		if page.Namespace == "0" && page.Redirect == nil {
			r.emit(in, page.article(fmt.Sprintf("%s#%d", in.name, n)))
		}
	}
}

func (p *wikiPage) article(origin string) *Article {
	a := &Article{Origin: origin}
	a.Title = p.Title
	a.URL = "https://en.wikinews.org/wiki/" + strings.ReplaceAll(p.Title, " ", "_")
	a.Publisher = "Wikinews"
	if m := wikiPatterns.date.FindStringSubmatch(p.Text); m != nil {
		a.Published = strings.TrimSpace(m[1])
	}
	a.Text = wikiText(p.Text)
	return a
}

var wikiPatterns = struct{ date, end, template, file, link, outside, ref, tag, marks, gaps *regexp.Regexp }{
	date:     regexp.MustCompile(`(?i)\{\{date\s*\|([^}|]+)`),
	end:      regexp.MustCompile(`(?mi)^==+\s*(?:sources?|related news|external links?|sister links?|references?|see also|notes)\s*==+`),
	template: regexp.MustCompile(`\{\{[^{}]*\}\}`),
	file:     regexp.MustCompile(`(?i)\[\[(?:file|image|category):[^\[\]]*(?:\[\[[^\[\]]*\]\][^\[\]]*)*\]\]`),
	link:     regexp.MustCompile(`\[\[(?:[^\[\]|]*\|)?([^\[\]|]*)\]\]`),
	outside:  regexp.MustCompile(`\[https?://\S+\s+([^\]]*)\]`),
	ref:      regexp.MustCompile(`(?s)<ref[^>/]*>.*?</ref>|<ref[^>]*/>|<!--.*?-->`),
	tag:      regexp.MustCompile(`</?[a-zA-Z][^>]*>`),
	marks:    regexp.MustCompile(`'{2,5}|(?m)^[=*#:;]+|=+\s*$`),
	gaps:     regexp.MustCompile(`\n{3,}`),
}

// wTemplate matches the templates that stand for the words in them: {{w|Lima}}, {{w|Lima, Peru|Lima}}.
var wTemplate = regexp.MustCompile(`(?i)\{\{w\|(?:[^{}|]*\|)?([^{}|]*)(?:\|[^{}]*)?\}\}`)

// wikiText takes the mark-up out of an article.
func wikiText(s string) string {
	if at := wikiPatterns.end.FindStringIndex(s); at != nil {
		s = s[:at[0]]
	}
	s = wikiPatterns.ref.ReplaceAllString(s, "")
	s = wTemplate.ReplaceAllString(s, "$1")
	for range 5 { // templates stand inside templates
		s = wikiPatterns.template.ReplaceAllString(s, "")
	}
	s = wikiPatterns.file.ReplaceAllString(s, "")
	s = wikiPatterns.link.ReplaceAllString(s, "$1")
	s = wikiPatterns.outside.ReplaceAllString(s, "$1")
	s = wikiPatterns.tag.ReplaceAllString(s, "")
	s = wikiPatterns.marks.ReplaceAllString(s, "")
	return strings.TrimSpace(wikiPatterns.gaps.ReplaceAllString(s, "\n\n"))
}
