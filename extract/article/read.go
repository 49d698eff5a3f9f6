package article

import (
	"bufio"
	"context"
	"io"
	"iter"
	"os"
)

// Options says how to read.
type Options struct {
	// Date is the publication day, 2022-01-18, of articles whose source tells none.
	Date string
	// Stdin is what the path "-" reads.
	Stdin io.Reader
	// Fields renames record fields: Fields["text"] = "body" reads the text of a
	// JSON record from its "body". Keys are id, url, title, publisher,
	// published, author and text.
	Fields map[string]string
	// Limits bounds what one input may cost. The zero value is [DefaultLimits].
	Limits Limits
	// AnyLanguage keeps articles that are not in English.
	AnyLanguage bool
	// AllowPrivate lets addresses of the private network be fetched.
	AllowPrivate bool
	// Progress, when set, is told how far the reading is.
	Progress *Progress
}

// Read yields the articles found under the paths, and an [*Error] for each
// that cannot be read. It ends early when ctx is cancelled.
func Read(ctx context.Context, paths []string, opts Options) iter.Seq2[*Article, error] {
	if opts.Limits == (Limits{}) {
		opts.Limits = DefaultLimits
	}
	return func(yield func(*Article, error) bool) {
		r := &reader{ctx: ctx, opts: opts, yield: yield}
		for _, path := range paths {
			if r.done() {
				return
			}
			r.path(path)
		}
	}
}

// reader carries one call of Read through folders, files and formats.
type reader struct {
	ctx     context.Context
	opts    Options
	yield   func(*Article, error) bool
	stopped bool // the consumer wants no more
	fetcher *fetcher

	watching bool // an empty folder is no mistake: something may come
}

// input is one stream of bytes that holds one or several articles.
type input struct {
	*bufio.Reader
	file  *os.File // the file behind it, when it can be read at any place
	name  string   // for messages: "news.zip/2022/a.html"
	day   string   // publication day its name tells, or ""
	depth int      // archives around it
	quota *quota   // what may still come out of the archive it lies in, nil in none
}

func (r *reader) done() bool { return r.stopped || r.ctx.Err() != nil }

// emit hands over a finished article, or the reason it is none.
func (r *reader) emit(in *input, a *Article) {
	if a.Published == "" && r.opts.Date == "" {
		a.Published = in.day
	}
	if reason := r.finish(a); reason != "" {
		r.fail(a.Origin, reason)
		return
	}
	if !r.done() && !r.yield(a, nil) {
		r.stopped = true
	}
}

func (r *reader) fail(origin, reason string) { r.failWith(origin, reason, nil) }

func (r *reader) failWith(origin, reason string, cause error) {
	if !r.done() && !r.yield(nil, &Error{Origin: origin, Reason: reason, Err: cause}) {
		r.stopped = true
	}
}

// readAll reads the rest of an input that holds a single article.
func (r *reader) readAll(in *input) ([]byte, bool) {
	limit := r.opts.Limits.Article
	data, err := io.ReadAll(io.LimitReader(in, limit+1))
	switch {
	case err != nil:
		r.failWith(in.name, readError(err), err)
	case int64(len(data)) > limit:
		r.fail(in.name, tooLong(limit))
	default:
		return data, true
	}
	return nil, false
}
