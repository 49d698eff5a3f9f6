package actor

import (
	"path/filepath"
	"strings"
	"testing"

	"github.com/entente-kg/entente/extract/article"
	"github.com/entente-kg/entente/extract/text"
	"github.com/entente-kg/entente/schema"
)

// BenchmarkResolve reads the articles of the test cases as one, parsed before.
func BenchmarkResolve(b *testing.B) {
	r := testResolver(b)
	files, _ := filepath.Glob("testdata/*.txt")
	var all []*text.Document
	tokens := 0
	for _, file := range files {
		var body []string
		for _, c := range readCases(b, file) {
			body = append(body, c.text)
		}
		doc := text.Analyze(strings.Join(body[:min(40, len(body))], "\n\n"))
		for i := range doc.Sentences {
			tokens += len(doc.Sentences[i].Tokens)
		}
		all = append(all, doc)
	}
	art := &article.Article{ArticleRef: schema.ArticleRef{ID: "bench", Published: "2019-06-15"}}
	b.ReportAllocs()
	for b.Loop() {
		for _, doc := range all {
			r.Resolve(doc, art)
		}
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(tokens)/1000, "µs/token")
}
