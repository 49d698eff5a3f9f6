package article

import "github.com/entente-kg/entente/schema"

// Article is one news article: what the readers in this package produce and
// the extractor consumes. All spans of an extraction point into Text.
type Article struct {
	schema.ArticleRef
	Author   string
	Language string // ISO 639-1, "" when not checked
	Text     string // valid UTF-8; paragraphs separated by a blank line or a newline
	Origin   string // where it was read from, for messages: "news.jsonl:17"
}
