package article_test

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/entente-kg/entente/extract/article"
)

// Files that are small and would cost much. Each must be refused with a reason
// that names the limit, and the article after it be read.
func bombs(t *testing.T) map[string]struct{ content, reason string } {
	many := strings.Repeat("a", 64<<20)
	bz2, err := os.ReadFile("testdata/bombs/64-mib-of-a.bz2")
	if err != nil {
		t.Fatal(err)
	}
	nested := "Lind met Vasile."
	for range 5 {
		nested = zipped(t, "in.zip", nested)
	}
	entities := `<!DOCTYPE x [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;">]>`
	return map[string]struct{ content, reason string }{
		"gzip":               {gz(t, many), "unpacks to more than the limit of 500 times its size"},
		"zstd":               {zst(t, many), "unpacks to more than the limit of 500 times its size"},
		"bzip2":              {string(bz2), "unpacks to more than the limit of 500 times its size"},
		"zip":                {zipped(t, "a.txt", many), "unpacks to more than the limit of 500 times its size"},
		"json lines in gzip": {gz(t, `{"text":"`+many), "unpacks to more than the limit of 500 times its size"},
		"docx":               {zipped(t, "word/document.xml", "<w:document><w:t>"+many+"</w:t></w:document>"), "limit of"},
		"zips in zips":       {nested, "packed deeper than the limit of 3 times"},
		"a text":             {strings.Repeat("Lind met Vasile. ", 5<<20/17), "a text longer than the limit of 512 KiB"},
		"a file":             {strings.Repeat("Lind met Vasile. ", 33<<20/17), "longer than the limit of 32 MiB for one article"},
		"divs in divs":       {"<html>" + strings.Repeat("<div>", 10_000), "elements nested deeper than the limit of 512"},
		"many divs in divs":  {"<html>" + strings.Repeat("<div>", 1_000_000), "limit of"},
		"paragraphs":         {"<html>" + strings.Repeat("<p>a</p>", 1_000_000), "more than the limit of 200000 elements"},
		"attributes":         {"<html><p" + strings.Repeat(" a", 3_000_000) + ">", "a tag or script longer than the limit of 4 MiB"},
		"json in json":       {strings.Repeat(`{"a":`, 100_000), "depth"},
		"a list in json":     {`{"text":[` + strings.Repeat("0,", 1_000_000) + "0]}", "more than the limit of 500000 values"},
		"keys in json":       {"{\n" + strings.Repeat("\"a\":0,\n", 1_000_000) + "\"b\":0}", "more than the limit of 500000 values"},
		"a json document":    {"[\n{\"text\":\"" + strings.Repeat("a", 33<<20) + "\"}]", "longer than the limit of 32 MiB"},
		"a cell in csv":      {"id,text\n1,\"" + strings.Repeat("a\n", 17<<20), "longer than the limit of 32 MiB"},
		"entities in a feed": {entities + `<rss version="2.0"><channel><item><description>&c;</description></item></channel></rss>`, "defines entities"},
		"entities in a dump": {entities + "<mediawiki><page><ns>0</ns><revision><text>&c;</text></revision></page></mediawiki>", "defines entities"},
		"entities in a docx": {zipped(t, "word/document.xml", entities+"<w:document><w:p><w:t>&c;</w:t></w:p></w:document>"), "defines entities"},
		"a feed in a feed":   {`<rss version="2.0"><channel><item>` + strings.Repeat("<a>", 1_000_000), "elements nested deeper than the limit of 512"},
		"entries of a feed":  {`<rss version="2.0"><channel>` + strings.Repeat("<item/>", 1_000_000), "more than the limit of 200000 elements"},
		"a page of a dump":   {"<mediawiki><page><ns>0</ns><revision><text>" + strings.Repeat("a", 9<<20), "longer than the limit of 8 MiB"},
		"a record's header":  {"WARC/1.0\r\nWARC-Type: " + strings.Repeat("a", 2<<20), "a header longer than the limit of 1 MiB"},
		"a record's length":  {"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://a.example/\r\nContent-Length: 1152921504606846976\r\n\r\nHTTP/1.1 200 OK\r\n", "damaged HTTP response"},
		"a mail's header":    {"From: a@b.example\nDate: Tue, 18 Jan 2022 09:00:00 +0000\nMIME-Version: 1.0\n" + strings.Repeat("X-A: b\n", 200_000), "its header is longer than the limit of 1 MiB"},
		"parts of a mail":    {nestedMail(20), "nested deeper than the limit"},
		"a stream of a pdf":  {"%PDF-1.4\n1 0 obj\n<</Filter/FlateDecode>>\nstream\n" + deflated(t, many) + "\nendstream\n", "a stream unpacks to more than the limit of 32 MiB"},
		"a pdf packed twice": {"%PDF-1.4\n1 0 obj\n<</Filter[/FlateDecode /FlateDecode]>>\nstream\nendstream\n", "packed twice"},
		"letters in a row":   {"Lind met " + strings.Repeat("x", 3<<20) + ".", ""},
		"brackets in a dump": {"<mediawiki><page><title>a</title><ns>0</ns><revision><text>" + strings.Repeat("{{[[", 1<<17) + " Lind met Vasile.</text></revision></page></mediawiki>", ""},
		"marks in markdown":  {"---\ntitle: a\n---\n" + strings.Repeat("![", 1<<18) + " Lind met Vasile.", ""},
		"aliases in yaml":    {"---\na: &a [x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b]\nd: &d [*c,*c,*c,*c,*c,*c,*c,*c]\ntitle: *d\n---\nLind met Vasile.\n", ""},
	}
}

func nestedMail(depth int) string {
	var b strings.Builder
	b.WriteString("From: a@b.example\nTo: c@d.example\nDate: Tue, 18 Jan 2022 09:00:00 +0000\nMIME-Version: 1.0\n")
	for i := range depth {
		fmt.Fprintf(&b, "Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n", i, i)
	}
	b.WriteString("Content-Type: text/plain\n\nLind met Vasile.\n")
	return b.String()
}

func deflated(t *testing.T, s string) string {
	t.Helper()
	var b bytes.Buffer
	w := zlib.NewWriter(&b)
	if _, err := w.Write([]byte(s)); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestBombs(t *testing.T) {
	for name, c := range bombs(t) {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			articles, failures := read(t, article.Options{}, write(t, dir, "bomb", c.content), write(t, dir, "good.txt", "Lind met Berg."))
			if len(articles) == 0 || articles[len(articles)-1].Text != "Lind met Berg." {
				t.Fatalf("%d articles; failures %.300q", len(articles), failures)
			}
			if c.reason != "" && (len(articles) != 1 || len(failures) == 0 || !strings.Contains(failures[0], c.reason)) {
				t.Errorf("%d articles; failures %.300q, want %q", len(articles), failures, c.reason)
			}
		})
	}
}

// What comes out of one file counts together, however it is packed.
func TestQuotaOfAnArchive(t *testing.T) {
	limits := article.DefaultLimits
	limits.Unpacked, limits.Entries = 64<<10, 8
	text := func(n int) string { return strings.Repeat(fmt.Sprintf("Lind met Vasile on day %d. ", n), 1000) }
	inner := zipped(t, "c.txt", text(3), "d.txt", text(4))
	archive := zipped(t, "a.txt", text(1), "b.txt", text(2), "in.zip", inner, "e.txt", text(5))
	articles, failures := read(t, article.Options{Limits: limits}, write(t, t.TempDir(), "a.zip", archive))
	if len(articles) != 2 || len(failures) == 0 || !strings.Contains(failures[0], "unpacks to more than the limit of 64 KiB") {
		t.Errorf("%d articles, failures %q", len(articles), failures)
	}
	var many []string
	for i := range 9 {
		many = append(many, fmt.Sprint(i), "Lind met Vasile.")
	}
	_, failures = read(t, article.Options{Limits: limits}, write(t, t.TempDir(), "a.zip", zipped(t, many...)))
	wantFailures(t, failures, "9 entries, more than the limit of 8")
}

// Names inside archives are words in messages: none is ever opened or made.
func TestNamesInArchives(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, "here/secret.txt", "Berg met Costa.")
	names := []string{"../secret.txt", "../../outside.txt", "/etc/passwd", `..\..\win.txt`, "C:/x.txt", "a/../../../b.txt", "new\nline.txt", "-", "*.txt", "https://example.org/a"}
	var entries []string
	for _, name := range names {
		entries = append(entries, name, "Lind met Vasile.")
	}
	path := write(t, dir, "here/a.zip", zipped(t, entries...))
	t.Chdir(filepath.Join(dir, "here"))
	articles, failures := read(t, article.Options{}, path)
	if len(articles) != len(names) || failures != nil {
		t.Errorf("%d articles of %d, failures %q", len(articles), len(names), failures)
	}
	for _, a := range articles {
		if a.Text != "Lind met Vasile." || !strings.HasPrefix(a.Origin, path+"/") || strings.Contains(a.Origin, "\n") {
			t.Errorf("%q from %q", a.Text, a.Origin)
		}
	}
	var found []string
	if err := filepath.WalkDir(dir, func(path string, d os.DirEntry, err error) error { found = append(found, d.Name()); return err }); err != nil {
		t.Fatal(err)
	}
	if len(found) != 4 { // the folder, here, a.zip, secret.txt
		t.Errorf("files after reading: %q", found)
	}
}
