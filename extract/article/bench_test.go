package article_test

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/entente-kg/entente/extract/article"
)

// BenchmarkRead reads one format after the other. MB are those on disk,
// articles are of some 430 words where the file is made here, and of 210 where
// it is one of the samples.
func BenchmarkRead(b *testing.B) {
	text := strings.Join(sentences(10), "\n\n")
	page := "<!DOCTYPE html><html><head><title>x</title></head><body><article><p>" + strings.ReplaceAll(text, "\n\n", "</p><p>") + "</p></article></body></html>"
	record, err := json.Marshal(map[string]string{"id": "a", "title": "Talks", "published": "2022-01-18", "text": text})
	if err != nil {
		b.Fatal(err)
	}
	lines := strings.Repeat(string(record)+"\n", 100)
	export := strings.Repeat("Talks\nThe Daily\nMay 2, 2022\nBody\n"+text+"\nLoad-Date: May 3, 2022\nEnd of Document\n", 50)
	mail := "From: a@b.example\nTo: c@d.example\nDate: Tue, 18 Jan 2022 09:00:00 +0000\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n\n" + text + "\n"
	for _, c := range []struct{ name, data string }{
		{"text", text},
		{"markdown", "---\ntitle: x\n---\n" + text},
		{"jsonl", lines},
		{"json", "[\n" + strings.ReplaceAll(strings.TrimSpace(lines), "\n", ",\n") + "]"},
		{"csv", "id,text\n" + strings.Repeat(fmt.Sprintf("1,%q\n", strings.ReplaceAll(text, "\n\n", " ")), 100)},
		{"rss", `<rss version="2.0"><channel><title>x</title>` + strings.Repeat("<item><title>y</title><description>"+text+"</description></item>", 50) + "</channel></rss>"},
		{"wikinews", "<mediawiki>" + strings.Repeat("<page><title>x</title><ns>0</ns><revision><text>"+text+"</text></revision></page>", 50) + "</mediawiki>"},
		{"nexis", export},
		{"eml", mail},
		{"mbox", strings.Repeat("From a@b Tue Jan 18 09:00:00 2022\n"+mail, 50)},
		{"html", page},
		{"html-sample", sample(b, "chromium-dom.html")},
		{"mhtml-sample", sample(b, "chromium.mhtml")},
		{"warc", strings.Repeat(warcRecord("response", "https://example.org/", httpPage("text/html", page)), 20)},
		{"warc.gz-sample", sample(b, "wget.warc.gz")},
		{"docx-sample", sample(b, "libreoffice.docx")},
		{"pdf-chromium", sample(b, "chromium.pdf")},
		{"pdf-latex", sample(b, "latex.pdf")},
		{"jsonl.gz", packedWith(b, "gzip", lines)},
		{"jsonl.zst", packedWith(b, "zstd", lines)},
		{"jsonl.zip", packedWith(b, "zip", lines)},
		{"text.bz2-sample", sample(b, "article.txt.bz2")},
	} {
		b.Run(c.name, func(b *testing.B) { benchmarkRead(b, c.data) })
	}
}

func benchmarkRead(b *testing.B, data string) {
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	articles := 0
	for b.Loop() {
		for a := range article.Read(context.Background(), []string{"-"}, article.Options{Stdin: bytes.NewReader([]byte(data))}) {
			if a != nil {
				articles++
			}
		}
	}
	if articles == 0 {
		b.Fatal("no article was read")
	}
	b.ReportMetric(float64(articles)/b.Elapsed().Seconds(), "articles/s")
}

func sample(b *testing.B, name string) string {
	b.Helper()
	data, err := os.ReadFile("testdata/samples/" + name)
	if err != nil {
		b.Fatal(err)
	}
	return string(data)
}

func packedWith(b *testing.B, packer, data string) string {
	b.Helper()
	switch packer {
	case "gzip":
		return gz(b, data)
	case "zstd":
		return zst(b, data)
	}
	return zipped(b, "a.jsonl", data)
}
