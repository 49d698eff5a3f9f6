package article

import (
	"bytes"
	"fmt"

	"github.com/mmcdole/gofeed"
)

func isFeed(head []byte, _ string) bool {
	start := xmlStart(head)
	return bytes.Contains(start, []byte("<rss")) || bytes.Contains(start, []byte("<feed")) || bytes.Contains(start, []byte("<rdf:RDF"))
}

// xmlStart is the beginning of an XML document, nil when it is none.
func xmlStart(head []byte) []byte {
	head = bytes.TrimLeft(bytes.TrimPrefix(head, utf8BOM), " \t\r\n")
	if len(head) == 0 || head[0] != '<' {
		return nil
	}
	return head[:min(len(head), 2048)]
}

// feed reads the entries of an RSS or Atom feed. An entry with nothing but a
// headline is passed over: there is no text to read.
func (r *reader) feed(in *input) {
	data, ok := r.readAll(in)
	if !ok {
		return
	}
	if err := checkXML(data); err != nil {
		r.failWith(in.name, "the feed is refused: "+err.Error(), err)
		return
	}
	feed, err := gofeed.NewParser().Parse(bytes.NewReader(data))
	if err != nil {
		r.failWith(in.name, "damaged feed: "+err.Error(), err)
		return
	}
	for i, entry := range feed.Items {
		if r.done() {
			return
		}
		origin := fmt.Sprintf("%s#%d", in.name, i+1)
		a := entryArticle(entry)
		a.Origin, a.Publisher = origin, oneLine(feed.Title)
		if isBlank(a.Text) {
			r.fail(origin, "the entry has a headline but no text")
			continue
		}
		r.emit(in, a)
	}
}

func entryArticle(entry *gofeed.Item) *Article {
	a := &Article{}
	a.ID, a.URL, a.Title = entry.GUID, entry.Link, fragmentText(entry.Title)
	a.Text = fragmentText(firstOf(entry.Content, entry.Description))
	switch {
	case entry.PublishedParsed != nil:
		a.Published = firstDay(entry.Published, entry.PublishedParsed.Format(Day))
	case entry.UpdatedParsed != nil:
		a.Published = firstDay(entry.Updated, entry.UpdatedParsed.Format(Day))
	}
	if len(entry.Authors) > 0 && entry.Authors[0] != nil {
		a.Author = entry.Authors[0].Name
	}
	return a
}
