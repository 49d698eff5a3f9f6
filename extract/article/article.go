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

// Error says which article could not be read and why.
type Error struct {
	Origin string // file, with line or entry where there is one: "news.jsonl:17"
	Reason string // "empty file", "invalid UTF-8 at byte 12"
	Err    error  // the cause, when there is one beneath
}

func (e *Error) Error() string { return e.Origin + ": " + e.Reason }

func (e *Error) Unwrap() error { return e.Err }
