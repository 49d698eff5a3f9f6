package article

import (
	"bytes"
	"context"
	"os"
	"testing"
	"time"
	"unicode/utf8"
)

// Every input is held to the same promise: articles with valid text and an ID,
// errors with a place and a reason, never a panic, an end within slow.
const slow = 10 * time.Second

func check(t *testing.T, data []byte, read func(r *reader)) {
	t.Helper()
	began := cpu()
	limits := DefaultLimits
	limits.Article, limits.Unpacked = 1<<20, 8<<20
	r := &reader{ctx: context.Background(), opts: Options{Limits: limits}}
	r.yield = func(a *Article, err error) bool {
		switch e, bad := err.(*Error); {
		case err != nil && (!bad || e.Reason == "" || e.Origin == ""):
			t.Errorf("an error without a reason or a place: %#v", err)
		case err == nil && (!utf8.ValidString(a.Text) || isBlank(a.Text) || a.ID == "" || len(a.Hash) != 64):
			t.Errorf("a half-made article: %#v", a)
		}
		return true
	}
	read(r)
	if took := cpu() - began; took > slow {
		t.Errorf("%d bytes took %s", len(data), took)
	}
}

// fuzzFormat fuzzes one reader whatever the bytes look like. Seeds are texts,
// or names of files under testdata/samples.
func fuzzFormat(f *testing.F, name string, seeds ...string) {
	for _, seed := range seeds {
		if data, err := os.ReadFile("testdata/samples/" + seed); err == nil && seed != "" {
			f.Add(data)
			continue
		}
		f.Add([]byte(seed))
	}
	for _, kind := range formats() {
		if kind.name == name {
			f.Fuzz(func(t *testing.T, data []byte) {
				check(t, data, func(r *reader) {
					kind.read(r, newInput(bytes.NewReader(data), "f", 0, nil))
				})
			})
			return
		}
	}
	f.Fatalf("there is no format %s", name)
}

// FuzzRead fuzzes the choice of the reader with the readers.
func FuzzRead(f *testing.F) {
	for _, seed := range []string{"Lind met Vasile.", "{}", "\xff\xfe", "", "LIMA, Jan. 18, 2022 (Agency) - Lind met Vasile.\n(Reporting by Jon Berg)"} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		check(t, data, func(r *reader) { r.stream(bytes.NewReader(data), "f", 0) })
	})
}

func FuzzText(f *testing.F) {
	fuzzFormat(f, "text", "Title: x\n\nLind met Vasile.", "article.txt", "By Jon Berg\n2022-01-18\n\nText.", "windows-1252.txt",
		"Talks\nThe Daily\nMay 2, 2022\nBody\nLind met Vasile.\nLoad-Date: May 3, 2022\nEnd of Document\n",
		"Talks\n9 words\n18 January 2022\nThe Daily\nDLY\nLind met Vasile.\nDocument DAILY0000020220118ei1i0004x\n",
		"1 of 2 DOCUMENTS\nThe Daily\nHEADLINE: Talks\nBODY:\nLind met Vasile.\nLOAD-DATE: May 3, 2022\n")
}

func FuzzMarkdown(f *testing.F) {
	fuzzFormat(f, "markdown", "---\ntitle: Talks\ndate: 2022-01-18\n---\n# Talks\n\n[Lind](x) met **Vasile**.", "---\na: &a [*a]\n---\nx")
}

func FuzzUTF16(f *testing.F) { fuzzFormat(f, "utf16", "utf-16.txt") }

func FuzzHTML(f *testing.F) {
	fuzzFormat(f, "html", "chromium-dom.html", "iso-8859-15.html", "<table><tr><td>Lind met Vasile.<br><br>They spoke.", "<article><p>Lind<svg><math><p>met</template>")
}

func FuzzMHTML(f *testing.F) { fuzzFormat(f, "mhtml", "chromium.mhtml") }

func FuzzJSONLines(f *testing.F) {
	fuzzFormat(f, "jsonl", `{"text":"Lind met Vasile.","source":{"name":"x"}}`, "{\"text\":\"a\"}\n{\"text\":", `{"articles":[{"body":["a","b"],"id":7}]}`)
}

func FuzzJSONDocument(f *testing.F) {
	fuzzFormat(f, "json", "[\n{\"text\":\"Lind met Vasile.\"},\n7]", "{\n\"response\":{\"docs\":[{\"content\":\"Lind met Vasile.\"}]}}")
}

func FuzzCSV(f *testing.F) {
	fuzzFormat(f, "csv", "id,text\n1,\"Lind met Vasile.\"\n", "date\ttext\n2022-01-18\tLind met \"Vasile\".\n", "text;a\n\"")
}

func FuzzFeed(f *testing.F) {
	fuzzFormat(f, "feed", `<rss version="2.0"><channel><title>News</title><item><title>x</title><description>&lt;p&gt;Lind met Vasile.</description></item></channel></rss>`,
		`<feed xmlns="http://www.w3.org/2005/Atom"><entry><id>1</id><content type="html">Lind met Vasile.</content></entry></feed>`, `<!DOCTYPE x [<!ENTITY a "b">]><rss/>`)
}

func FuzzWikiDump(f *testing.F) {
	fuzzFormat(f, "mediawiki", "<mediawiki><page><title>x</title><ns>0</ns><revision><text>{{date|January 18, 2022}} '''Lind''' met [[a|Vasile]].{{w|a|b}}<ref>c</ref>[[File:a|b [[c]]]]</text></revision></page></mediawiki>")
}

func FuzzWARC(f *testing.F) { fuzzFormat(f, "warc", "wget.warc") }

func FuzzMail(f *testing.F) { fuzzFormat(f, "eml", "swaks.eml") }

func FuzzMailbox(f *testing.F) { fuzzFormat(f, "mbox", "s-nail.mbox", "From a\n\n>From b\nFrom c\n") }

func FuzzPDF(f *testing.F) {
	fuzzFormat(f, "pdf", "latex.pdf", "ghostscript.pdf", "libreoffice.pdf", "chromium.pdf")
}

func FuzzZip(f *testing.F) {
	fuzzFormat(f, "zip", "packed.zip", "libreoffice.docx", "pandoc.docx", "nexis-libreoffice.docx")
}

func FuzzGzip(f *testing.F) { fuzzFormat(f, "gzip", "article.txt.gz", "wget.warc.gz") }

func FuzzBzip2(f *testing.F) { fuzzFormat(f, "bzip2", "article.txt.bz2") }

func FuzzZstd(f *testing.F) { fuzzFormat(f, "zstd", "article.txt.zst") }

// FuzzDocumentPart fuzzes the XML inside a Word document, which random changes
// to the packed one rarely reach.
func FuzzDocumentPart(f *testing.F) {
	f.Add([]byte(`<w:document xmlns:w="w"><w:body><w:p><w:r><w:t>Lind met</w:t><w:tab/><w:br/></w:r></w:p></w:body></w:document>`))
	f.Fuzz(func(t *testing.T, data []byte) {
		if text, err := docxText(bytes.NewReader(data)); err == nil && len(text) > 2*len(data)+2 {
			t.Errorf("%d bytes became %d", len(data), len(text))
		}
	})
}

// FuzzWeb fuzzes what a server sends beside pages: rules and sitemaps.
func FuzzWeb(f *testing.F) {
	f.Add([]byte("User-agent: *\nDisallow: /a*b$\nAllow: /\n"))
	f.Add([]byte("<urlset><url><loc>https://example.org/</loc></url></urlset>"))
	f.Fuzz(func(t *testing.T, data []byte) {
		parseRobots(data).allow("/a/b?c")
		sitemapPages(data)
	})
}

// FuzzParseDay: what is read as a day is one, and reads as itself.
func FuzzParseDay(f *testing.F) {
	for _, seed := range []string{"2022-01-18", "Tue, 18 Jan 2022 10:00:00 GMT", "Sept. 1, 2021", "20220118T101500Z"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, s string) {
		day, ok := ParseDay(s)
		if again, _ := ParseDay(day); ok && again != day {
			t.Errorf("%q is %q is %q", s, day, again)
		}
		dayInName(s)
	})
}

// FuzzPlainTextKeepsPlaces: reading a text moves no byte of it.
func FuzzPlainTextKeepsPlaces(f *testing.F) {
	f.Add([]byte("Title: x\nDate: 2022-01-18\n\nLind met Vasile.\n(Reporting by Jon Berg)\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		if !utf8.Valid(data) {
			t.Skip()
		}
		source := string(data)
		text := maskNotes(textArticle(data, "f").Text)
		if len(text) != len(source) {
			t.Fatalf("%d bytes became %d", len(source), len(text))
		}
		for i := range len(text) {
			if text[i] != source[i] && text[i] != ' ' {
				t.Fatalf("byte %d: %q became %q", i, source[i], text[i])
			}
		}
	})
}
