package article_test

import (
	"bytes"
	"context"
	"fmt"
	"strings"
	"testing"

	"github.com/entente-kg/entente/extract/article"
)

// BenchmarkRead reads one format after the other; bytes are those on disk.
func BenchmarkRead(b *testing.B) {
	text := strings.Join(sentences(12), "\n\n")
	page := "<!DOCTYPE html><html><head><title>x</title></head><body><article><p>" + strings.ReplaceAll(text, "\n\n", "</p><p>") + "</p></article></body></html>"
	for name, data := range map[string]string{
		"text":  text,
		"jsonl": strings.Repeat(fmt.Sprintf("{\"text\":%q}\n", text), 100),
		"csv":   "id,text\n" + strings.Repeat(fmt.Sprintf("1,%q\n", text), 100),
		"html":  page,
		"warc":  strings.Repeat(warcRecord("response", "https://example.org/", httpPage("text/html", page)), 20),
	} {
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(data)))
			for b.Loop() {
				for _, err := range article.Read(context.Background(), []string{"-"}, article.Options{Stdin: bytes.NewReader([]byte(data))}) {
					if err != nil {
						b.Fatal(err)
					}
				}
			}
		})
	}
}
