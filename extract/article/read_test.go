package article_test

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/entente-kg/entente/extract/article"
)

// read collects what Read yields: articles, and errors as text.
func read(t *testing.T, opts article.Options, paths ...string) (articles []*article.Article, failures []string) {
	t.Helper()
	for a, err := range article.Read(context.Background(), paths, opts) {
		var bad *article.Error
		switch {
		case err == nil:
			articles = append(articles, a)
		case errors.As(err, &bad):
			failures = append(failures, bad.Error())
		default:
			t.Fatalf("an error of another type: %v", err)
		}
	}
	return articles, failures
}

func write(t *testing.T, dir, name, content string) string {
	t.Helper()
	path := filepath.Join(dir, name)
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(content), 0o644); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestPlainText(t *testing.T) {
	for _, c := range []struct {
		name, file, content, date         string
		title, published, author, leading string
	}{
		{
			name: "nothing but text", file: "a.txt", content: "Lind met Vasile in Lima.\n",
			leading: "Lind met Vasile",
		},
		{
			name: "header lines", file: "a.txt",
			content: "Title: Lind in Lima\nDate: 18 January 2022\n\nLind met Vasile in Lima.\n",
			title:   "Lind in Lima", published: "2022-01-18", leading: "Lind met",
		},
		{
			name: "title, by-line and date line", file: "a.txt",
			content: "Lind in Lima for talks\n\nBy Maria Costa and Jon Berg\nJan. 18, 2022\n\nLind met Vasile.\n\nThey spoke.\n",
			title:   "Lind in Lima for talks", published: "2022-01-18", author: "Maria Costa and Jon Berg", leading: "Lind met",
		},
		{
			name: "dateline with a year", file: "a.txt", content: "LIMA, Jan. 18, 2022 (Agency) - Lind met Vasile.\n",
			published: "2022-01-18", leading: "LIMA, Jan.",
		},
		{
			name: "dateline without a year gives no day", file: "a.txt", content: "LIMA, Jan. 18 (Agency) - Lind met Vasile.\n",
			leading: "LIMA, Jan.",
		},
		{
			name: "day in the file name", file: "lind-2022-01-18.txt", content: "Lind met Vasile.\n",
			published: "2022-01-18", leading: "Lind met",
		},
		{
			name: "the caller's day before the file name's", file: "lind-2022-01-18.txt", content: "Lind met Vasile.\n", date: "2022-01-20",
			published: "2022-01-20", leading: "Lind met",
		},
		{
			name: "the text's day before the caller's", file: "a.txt", content: "Date: 2022-01-18\n\nLind met Vasile.\n", date: "2022-01-20",
			published: "2022-01-18", leading: "Lind met",
		},
		{
			name: "one line without a full stop is text, not a title", file: "a.txt", content: "Lind met Vasile in Lima",
			leading: "Lind met",
		},
		{
			name: "a first sentence is no title", file: "a.txt", content: "Lind met Vasile.\n\nThey spoke.\n",
			leading: "Lind met",
		},
		{
			name: "byte order mark and carriage returns", file: "a.txt", content: "\ufeffLind met Vasile.\r\n\r\nThey spoke.\r\n",
			leading: "Lind met",
		},
		{
			name: "a sentence with a colon is no header", file: "a.txt", content: "Lind: we met Vasile.\n\nThey spoke.\n",
			leading: "Lind: we met",
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			path := write(t, t.TempDir(), c.file, c.content)
			articles, failures := read(t, article.Options{Date: c.date}, path)
			if len(articles) != 1 || failures != nil {
				t.Fatalf("%d articles, failures %q", len(articles), failures)
			}
			a := articles[0]
			if a.Title != c.title || a.Published != c.published || a.Author != c.author {
				t.Errorf("title %q day %q author %q, want %q %q %q", a.Title, a.Published, a.Author, c.title, c.published, c.author)
			}
			if !strings.HasPrefix(strings.TrimSpace(a.Text), c.leading) {
				t.Errorf("text begins %q, want %q", a.Text, c.leading)
			}
			checkSpans(t, c.content, a.Text)
		})
	}
}

// checkSpans holds a text to its source: same length, and every byte that is
// not blanked out stands where it stood.
func checkSpans(t *testing.T, source, text string) {
	t.Helper()
	if len(source) != len(text) {
		t.Fatalf("the text has %d bytes, its source %d", len(text), len(source))
	}
	for i := range len(text) {
		if text[i] != source[i] && text[i] != ' ' {
			t.Fatalf("byte %d is %q, in the source %q", i, text[i], source[i])
		}
	}
}

func TestNotesAreBlanked(t *testing.T) {
	for _, c := range []struct {
		line string
		note bool
	}{
		{"(Reporting by Maria Costa in Lima; Editing by Jon Berg)", true},
		{"Additional reporting by Jon Berg in Oslo", true},
		{"Correction: an earlier version of this story misspelt Vasile’s name.", true},
		{"This story has been updated with a comment from Lind.", true},
		{"READ MORE: Lind meets Vasile", true},
		{"© 2022 Example News", true},
		{"Photo: Lind and Vasile shake hands", true},
		{"Reporting by the inspectors showed that Lind met Vasile.", false},
		{"Lind read more than Vasile did.", false},
		{"Watch out, Lind told Vasile.", false},
		{"The correction came after Lind met Vasile.", false},
	} {
		text := "Lind met Vasile.\n\n" + c.line + "\n\nThey spoke."
		path := write(t, t.TempDir(), "a.txt", text)
		articles, _ := read(t, article.Options{}, path)
		checkSpans(t, text, articles[0].Text)
		if gone := !strings.Contains(articles[0].Text, c.line); gone != c.note {
			t.Errorf("%q: blanked out %v, want %v", c.line, gone, c.note)
		}
	}
}

func TestJSONLines(t *testing.T) {
	const file = `{"id":"a1","title":"Lind in Lima","published":"2022-01-18","publisher":"Example","text":"Lind met Vasile."}

{"url":"https://example.org/2021/03/04/talks","event_text":"They spoke.","date":"2021-03-05T10:00:00Z"}
{"url":"https://example.org/2021/03/04/more","text":"They spoke."}
{"id":7,"text":"They spoke again."}
{"id":"cut","text":"They sp
{"id":"none","title":"nothing"}
[1,2]
`
	path := write(t, t.TempDir(), "news.jsonl", file)
	articles, failures := read(t, article.Options{}, path)
	var got []string
	for _, a := range articles {
		got = append(got, strings.TrimPrefix(a.Origin, path)+" "+a.ID+" "+a.Published+" "+a.Text)
	}
	want := []string{
		":1 a1 2022-01-18 Lind met Vasile.",
		":3 https://example.org/2021/03/04/talks 2021-03-05 They spoke.",
		":4 https://example.org/2021/03/04/more 2021-03-04 They spoke.",
		":5 7  They spoke again.",
	}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	wantFailures(t, failures, ":6: ", ":7: no text", ":8: not a JSON record")
}

func wantFailures(t *testing.T, failures []string, want ...string) {
	t.Helper()
	if len(failures) != len(want) {
		t.Fatalf("failures %q, want %q", failures, want)
	}
	for i := range want {
		if !strings.Contains(failures[i], want[i]) {
			t.Errorf("failure %q, want %q in it", failures[i], want[i])
		}
	}
}

func TestBadFilesDoNotStopTheRest(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, "1-empty.txt", "")
	write(t, dir, "2-blank.txt", " \n\n ")
	write(t, dir, "3-random.bin", "\x9d\x00\x01\x02\x03\xff\xfe\x00\x10")
	write(t, dir, "4-latin.txt", "Lind met Vasile \xff\xc3\x28 in Lima.")
	write(t, dir, "5-cut.jsonl", `{"id":"x","text":"Lind met Vas`)
	write(t, dir, "6-long.txt", strings.Repeat("Lind met Vasile in Lima. ", 2<<20/25))
	write(t, dir, "7-good.txt", "Lind met Vasile.")
	write(t, dir, ".hidden", "")
	articles, failures := read(t, article.Options{}, dir, filepath.Join(dir, "none.txt"), filepath.Join(dir, "*.xyz"))
	if len(articles) != 1 {
		t.Errorf("%d articles, want 1", len(articles))
	}
	wantFailures(t, failures,
		"1-empty.txt: empty file", "2-blank.txt: no text", "3-random.bin: binary data", "4-latin.txt: invalid UTF-8 at byte 16",
		"5-cut.jsonl:1: the JSON record is cut off after 30 bytes", "6-long.txt: a text longer than the limit of 512 KiB", "none.txt: no such file", "*.xyz: no file matches")
}

func TestIdentity(t *testing.T) {
	dir := t.TempDir()
	one := write(t, dir, "a/one.txt", "Lind met Vasile.")
	two := write(t, dir, "b/two.txt", "Lind met Vasile.")
	other := write(t, dir, "b/other.txt", "Lind met Costa.")
	articles, _ := read(t, article.Options{}, one, two, other)
	if articles[0].ID != articles[1].ID {
		t.Errorf("one text, two IDs: %s, %s", articles[0].ID, articles[1].ID)
	}
	if articles[0].ID == articles[2].ID {
		t.Errorf("two texts, one ID: %s", articles[0].ID)
	}
	if !strings.HasPrefix(articles[0].ID, "sha256-") || len(articles[0].Hash) != 64 {
		t.Errorf("ID %q, hash %q", articles[0].ID, articles[0].Hash)
	}
}

func TestStandardInputAndGlob(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, "b.txt", "Lind met Costa.")
	write(t, dir, "a.txt", "Lind met Berg.")
	articles, failures := read(t, article.Options{Stdin: strings.NewReader("Lind met Vasile.")}, "-", filepath.Join(dir, "*.txt"))
	var got []string
	for _, a := range articles {
		got = append(got, a.Text)
	}
	if want := "Lind met Vasile.|Lind met Berg.|Lind met Costa."; strings.Join(got, "|") != want || failures != nil {
		t.Errorf("got %q, failures %q", got, failures)
	}
}

func TestStopsWhenAsked(t *testing.T) {
	file := strings.Repeat(`{"text":"Lind met Vasile."}`+"\n", 100)
	path := write(t, t.TempDir(), "news.jsonl", file)
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	seen := 0
	for range article.Read(ctx, []string{path}, article.Options{}) {
		if seen++; seen == 3 {
			cancel()
		}
	}
	if seen != 3 {
		t.Errorf("%d articles after cancelling at 3", seen)
	}
	for range article.Read(context.Background(), []string{path}, article.Options{}) {
		break // must not go on yielding
	}
}

func TestLimits(t *testing.T) {
	limits := article.DefaultLimits
	limits.Article = 100
	long := strings.Repeat("Lind met Vasile. ", 20)
	dir := t.TempDir()
	write(t, dir, "long.jsonl", fmt.Sprintf("{\"text\":%q}\n{\"text\":\"Lind met Vasile.\"}\n{\"text\":%q}", long, long))
	write(t, dir, "long.txt", long)
	articles, failures := read(t, article.Options{Limits: limits}, dir)
	if len(articles) != 1 {
		t.Errorf("%d articles, want 1", len(articles))
	}
	wantFailures(t, failures, "long.jsonl:1: longer than the limit", "long.jsonl:3: longer than the limit", "long.txt: longer than the limit")
}

func TestParseDay(t *testing.T) {
	for s, want := range map[string]string{
		"2022-01-18":                      "2022-01-18",
		"2022-01-18T23:30:00-05:00":       "2022-01-18",
		"2022-01-18T10:00:00.000Z":        "2022-01-18",
		"Tue, 18 Jan 2022 10:00:00 GMT":   "2022-01-18",
		"Tue, 18 Jan 2022 10:00:00 +0000": "2022-01-18",
		"January 18, 2022":                "2022-01-18",
		"Jan. 18, 2022":                   "2022-01-18",
		"Sept. 1, 2021":                   "2021-09-01",
		"18 January 2022":                 "2022-01-18",
		"18th January 2022":               "2022-01-18",
		"Tuesday, January 18, 2022":       "2022-01-18",
		"January 18, 2022 Tuesday":        "2022-01-18",
		"20220118":                        "2022-01-18",
		"20220118T101500Z":                "2022-01-18",
		"2022-13-40":                      "",
		"yesterday":                       "",
		"12345678":                        "",
		"January 2022":                    "",
		"":                                "",
	} {
		if got, _ := article.ParseDay(s); got != want {
			t.Errorf("ParseDay(%q) = %q, want %q", s, got, want)
		}
	}
}
