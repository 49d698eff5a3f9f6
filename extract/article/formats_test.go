package article_test

import (
	"archive/zip"
	"bytes"
	"compress/gzip"
	"fmt"
	"strings"
	"testing"

	"github.com/entente-kg/entente/extract/article"
	"github.com/klauspost/compress/zstd"
)

// The same two sentences in every format; a fixture is right when they come out
// and nothing of what stands around them.
const body = "Lind met Vasile in Lima on Monday to talk about fishing rights and the border. " +
	"They agreed to meet again in Oslo, a spokesman for Lind said, and to ask the envoys of both countries for a plan."

func page(extra string) string {
	paragraphs := ""
	for range 4 {
		paragraphs += "<p>" + body + "</p>\n"
	}
	return `<!DOCTYPE html><html lang="en"><head><title>Lind in Lima | Example News</title>
<meta property="og:title" content="Lind in Lima"><meta property="og:site_name" content="Example News">
<meta property="article:published_time" content="2022-01-18T09:00:00Z"><link rel="canonical" href="https://example.org/lima">
</head><body><nav><a href="/">Home</a> <a href="/world">World</a></nav>
<div class="cookie-banner">We use cookies. Accept all?</div>
<article><h1>Lind in Lima</h1>` + extra + paragraphs + `<figure><img src="a.jpg"><figcaption>Vasile at the airport</figcaption></figure></article>
<aside class="related"><h3>Related</h3><a href="/x">Costa resigns</a></aside><footer>Copyright 2022 Example News. All rights reserved.</footer></body></html>`
}

func gz(t testing.TB, s string) string {
	t.Helper()
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	if _, err := w.Write([]byte(s)); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func zst(t testing.TB, s string) string {
	t.Helper()
	w, err := zstd.NewWriter(nil)
	if err != nil {
		t.Fatal(err)
	}
	return string(w.EncodeAll([]byte(s), nil))
}

// zipped makes an archive of names and contents in turn.
func zipped(t testing.TB, entries ...string) string {
	t.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for i := 0; i < len(entries); i += 2 {
		f, err := w.Create(entries[i])
		if err != nil {
			t.Fatal(err)
		}
		if _, err := f.Write([]byte(entries[i+1])); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func warcRecord(kind, address, block string) string {
	return fmt.Sprintf("WARC/1.0\r\nWARC-Type: %s\r\nWARC-Target-URI: %s\r\nContent-Length: %d\r\n\r\n%s\r\n\r\n", kind, address, len(block), block)
}

func httpPage(kind, page string) string {
	return fmt.Sprintf("HTTP/1.1 200 OK\r\nContent-Type: %s\r\nContent-Length: %d\r\n\r\n%s", kind, len(page), page)
}

const eml = "From: Example News <desk@example.org>\r\nTo: you@example.org\r\nSubject: =?utf-8?q?Lind_in_Lima?=\r\nDate: Tue, 18 Jan 2022 09:00:00 +0000\r\n" +
	"Message-ID: <1@example.org>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/alternative; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain; charset=utf-8\r\n" +
	"Content-Transfer-Encoding: quoted-printable\r\n\r\n" +
	"Lind met Vasile in Lima on Monday to talk about fishing rights and the bord=\r\ner. They agreed to meet again in Oslo, a spokesman for Lind said, and to\r\nask the envoys of both countries for a plan.\r\n" +
	"--b\r\nContent-Type: text/html\r\n\r\n<p>HTML part</p>\r\n--b--\r\n"

func TestFormats(t *testing.T) {
	csv := fmt.Sprintf("id,Title,Date,Text\n1,Lind in Lima,2022-01-18,%q\n2,More,2022-01-19,%q\n", body, body)
	for _, c := range []struct {
		name, content          string
		articles               int
		title, published, from string
		failures               []string
	}{
		{name: "gzip", content: gz(t, body), articles: 1},
		{name: "zstd", content: zst(t, body), articles: 1},
		{name: "gzip in gzip", content: gz(t, gz(t, body)), articles: 1},
		{name: "gzip too deep", content: gz(t, gz(t, gz(t, gz(t, body)))), failures: []string{"packed deeper than the limit of 3 times"}},
		{name: "cut gzip", content: gz(t, strings.Repeat(body, 50))[:80], failures: []string{"cut off"}},
		{name: "zip", content: zipped(t, "a.txt", body, "b/c.jsonl", `{"text":"Lind met Berg."}`, "../../etc/d.txt", "Lind met Costa.", ".x", ""), articles: 3},
		{name: "zip with a bad entry", content: zipped(t, "a.txt", "", "b.txt", body), articles: 1, failures: []string{"/a.txt: empty file"}},
		{name: "cut zip", content: zipped(t, "a.txt", body)[:60], failures: []string{"damaged zip archive"}},
		{name: "html", content: page(""), articles: 1, title: "Lind in Lima", published: "2022-01-18", from: "Example News"},
		{name: "html in Windows-1252", content: strings.Replace(page("<p>Pe\xf1a met Lind, and then Pe\xf1a met Vasile in the same hotel in Lima, he said.</p>"), "<head>", `<head><meta charset="windows-1252">`, 1), articles: 1, title: "Lind in Lima", published: "2022-01-18", from: "Example News"},
		{name: "empty html", content: "<!DOCTYPE html><html><body></body></html>", failures: []string{"no article found in the page"}},
		{name: "json list", content: "[\n " + `{"text":"Lind met Berg."},` + "\n 7,\n" + `{"title":"x","text":"Lind met Costa."}` + "\n]", articles: 2, failures: []string{"#2: not a JSON record"}},
		{name: "json of a news API", content: `{"status":"ok","articles":[{"source":{"name":"Example News"},"title":"Lind in Lima","publishedAt":"2022-01-18T09:00:00Z","content":"Lind met Berg."},{"content":"Lind met Costa."}]}`, articles: 2, title: "Lind in Lima", published: "2022-01-18", from: "Example News"},
		{name: "json made readable", content: "{\n  \"articles\": [\n    {\"text\": \"Lind met Berg.\"}\n  ]\n}\n", articles: 1},
		{name: "cut json list", content: "[\n" + `{"text":"Lind met Berg."},` + "\n" + `{"text":"Lin`, articles: 1, failures: []string{"#2: the JSON record is cut off"}},
		{name: "csv", content: csv, articles: 2, title: "Lind in Lima", published: "2022-01-18"},
		{name: "tsv", content: "date\ttext\n2022-01-18\tLind met \"Berg\".\n", articles: 1, published: "2022-01-18"},
		{name: "csv with a bad row", content: "id,text\n1,Lind met Berg.\n2,\"Lind\" met Costa.\n3,Lind met Vasile.\n", articles: 2, failures: []string{":3: damaged row"}},
		{name: "rss", content: `<?xml version="1.0"?><rss version="2.0"><channel><title>Example News</title><item><title>Lind in Lima</title><link>https://example.org/1</link><pubDate>Tue, 18 Jan 2022 09:00:00 GMT</pubDate><description>&lt;p&gt;Lind met &lt;b&gt;Berg&lt;/b&gt;.&lt;/p&gt;</description></item><item><title>Nothing</title></item></channel></rss>`, articles: 1, title: "Lind in Lima", published: "2022-01-18", from: "Example News", failures: []string{"#2: the entry has a headline but no text"}},
		{name: "atom", content: `<feed xmlns="http://www.w3.org/2005/Atom"><title>Example News</title><entry><id>urn:1</id><title>Lind in Lima</title><published>2022-01-18T09:00:00Z</published><content type="html">Lind met Berg.</content></entry></feed>`, articles: 1, title: "Lind in Lima", published: "2022-01-18", from: "Example News"},
		{name: "warc", content: warcRecord("warcinfo", "", "software: x") + warcRecord("response", "https://example.org/lima", httpPage("text/html", page(""))) + warcRecord("response", "https://example.org/a.jpg", httpPage("image/jpeg", "\xff\xd8")), articles: 1, title: "Lind in Lima", published: "2022-01-18", from: "Example News"},
		{name: "warc.gz", content: gz(t, warcRecord("response", "https://example.org/lima", httpPage("text/html", page("")))) + gz(t, warcRecord("response", "https://example.org/b", httpPage("text/html", page("")))), articles: 2, title: "Lind in Lima", published: "2022-01-18", from: "Example News"},
		{name: "cut warc", content: warcRecord("response", "https://example.org/lima", httpPage("text/html", page(""))) + warcRecord("response", "https://example.org/b", httpPage("text/html", page("")))[:400], articles: 1, title: "Lind in Lima", published: "2022-01-18", from: "Example News", failures: []string{"#2: ", "#2: cut off"}},
		{name: "eml", content: eml, articles: 1, title: "Lind in Lima", published: "2022-01-18", from: "Example News"},
		{name: "mbox", content: "From a@b Tue Jan 18 09:00:00 2022\n" + eml + "\nFrom a@b Tue Jan 18 09:01:00 2022\n" + strings.Replace(eml, "<1@", "<2@", 1), articles: 2, title: "Lind in Lima", published: "2022-01-18", from: "Example News"},
		{name: "markdown", content: "---\ntitle: Lind in Lima\ndate: 2022-01-18\npublisher: Example News\n---\n\n# Lind in Lima\n\n" + body + " [More](https://example.org).\n", articles: 1, title: "Lind in Lima", published: "2022-01-18", from: "Example News"},
		{name: "docx", content: zipped(t, "word/document.xml", `<w:document xmlns:w="w"><w:body><w:p><w:r><w:t>Lind in Lima for talks</w:t></w:r></w:p><w:p><w:r><w:t>18 January 2022</w:t></w:r></w:p><w:p><w:r><w:t xml:space="preserve">Lind met </w:t></w:r><w:r><w:t>Berg.</w:t></w:r></w:p></w:body></w:document>`), articles: 1, title: "Lind in Lima for talks", published: "2022-01-18"},
		{name: "wiki dump", content: `<mediawiki xmlns="http://www.mediawiki.org/xml/export-0.11/"><page><title>Lind in Lima</title><ns>0</ns><revision><text>{{date|January 18, 2022}}` + "\n[[Image:a.jpg|thumb|Lind in [[Oslo]]]]\n'''Lind''' met {{w|Jon Berg|Berg}} in [[Lima]].<ref>x</ref>\n\n== Sources ==\n*{{source}}" + `</text></revision></page><page><title>Talk:Lind</title><ns>1</ns><revision><text>x</text></revision></page></mediawiki>`, articles: 1, title: "Lind in Lima", published: "2022-01-18", from: "Wikinews"},
		{name: "UTF-16", content: "\xff\xfeL\x00i\x00n\x00d\x00 \x00m\x00e\x00t\x00 \x00B\x00e\x00r\x00g\x00.\x00", articles: 1},
		{name: "Windows-1252 text", content: "Lind met Pe\xf1a in Lima, \x93quietly\x94.", articles: 1},
		{name: "damaged pdf", content: "%PDF-1.4\nnothing", failures: []string{"damaged PDF"}},
		{name: "Spanish", content: strings.Repeat("La ministra se reunió en Lima con el presidente para hablar de la pesca y de la frontera. ", 5), failures: []string{"the text is Spanish, not English"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			path := write(t, t.TempDir(), "in", c.content)
			articles, failures := read(t, article.Options{}, path)
			if len(articles) != c.articles {
				t.Fatalf("%d articles, want %d; failures %q", len(articles), c.articles, failures)
			}
			wantFailures(t, failures, c.failures...)
			for i, a := range articles {
				if !strings.Contains(a.Text, "Lind met ") || strings.ContainsAny(a.Text, "<>{}") {
					t.Errorf("text %q", a.Text)
				}
				if i == 0 && (a.Title != c.title || a.Published != c.published || a.Publisher != c.from) {
					t.Errorf("title %q day %q publisher %q, want %q %q %q", a.Title, a.Published, a.Publisher, c.title, c.published, c.from)
				}
			}
		})
	}
}

func TestPageKeepsTheArticleOnly(t *testing.T) {
	articles, failures := read(t, article.Options{}, write(t, t.TempDir(), "a.html", page("")))
	if len(articles) != 1 {
		t.Fatal(failures)
	}
	a := articles[0]
	if want := strings.TrimSpace(strings.Repeat(body+"\n\n", 4)); strings.TrimPrefix(a.Text, "Lind in Lima\n\n") != want {
		t.Errorf("text\n%s\nwant\n%s", a.Text, want)
	}
	if a.URL != "https://example.org/lima" || a.ID != a.URL {
		t.Errorf("URL %q, ID %q", a.URL, a.ID)
	}
}
