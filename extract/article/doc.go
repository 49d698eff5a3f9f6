// Package article turns what researchers have on disk into articles.
//
// [Read] walks the paths it is given — files, folders, globs, "-" for standard
// input — and yields one [Article] or one [*Error] at a time, in the order of
// the paths and, inside a folder, by name. Nothing is held but the article at
// hand, so a folder of any size and a file of any length stream.
//
// What a file is, its first bytes say, not its name: each [format] has a test
// and a reader, and the first test that holds wins. A file that holds several
// articles (JSONL, an archive, a mailbox) yields them one by one.
//
// Spans are true: by-lines, captions and notes of the editors that stand
// inside a text are blanked out byte for byte instead of cut, so an offset into
// [Article.Text] of a plain text file or a JSONL record is an offset into what
// was given.
//
// A bad article is an error about that article alone. It says where it stood
// ("news.jsonl:17") and why it was refused, and reading goes on.
package article
