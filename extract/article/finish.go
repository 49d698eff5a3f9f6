package article

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"strings"
	"unicode/utf8"
)

// finish fills in what every article has, whatever it came from: identity,
// day, a clean text. It returns why the article is none, or "".
func (r *reader) finish(a *Article) (reason string) {
	if isBlank(a.Text) {
		return "no text"
	}
	if limit := r.opts.Limits.Text; int64(len(a.Text)) > limit {
		return fmt.Sprintf("a text longer than the limit of %s", size(limit))
	}
	if !utf8.ValidString(a.Text) {
		return "the text is not valid UTF-8"
	}
	if language := foreign(a.Text); language != "" && !r.opts.AnyLanguage {
		return notEnglish(language)
	}
	a.Text = maskNotes(a.Text)
	a.Published = r.day(a)
	a.URL, a.Title = strings.TrimSpace(a.URL), oneLine(a.Title)
	a.ID = identity(a)
	a.Hash = hash(a.Published, a.URL, a.Title, a.Publisher, a.Text)
	return ""
}

// hash changes when anything changes that an extraction depends on or carries.
func hash(parts ...string) string {
	sum := sha256.Sum256([]byte(strings.Join(parts, "\x00")))
	return hex.EncodeToString(sum[:])
}

// identity is the given ID, else the URL, else a name made of the content, so
// that the same article has the same ID wherever it is read from.
func identity(a *Article) string {
	switch {
	case strings.TrimSpace(a.ID) != "":
		return strings.TrimSpace(a.ID)
	case a.URL != "":
		return a.URL
	}
	return "sha256-" + hash(a.Text)[:20]
}

// day is the publication day: what the source says, else what the caller says,
// else what the URL says.
func (r *reader) day(a *Article) string {
	if day, ok := ParseDay(a.Published); ok {
		return day
	}
	if r.opts.Date != "" {
		return r.opts.Date
	}
	return dayInName(a.URL)
}

func oneLine(s string) string {
	return strings.Join(strings.Fields(strings.ToValidUTF8(s, "\ufffd")), " ")
}
