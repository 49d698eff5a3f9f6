package article

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestProgress(t *testing.T) {
	dir := t.TempDir()
	line := `{"text":"Lind met Vasile in Lima on Monday to talk about fishing rights and the border."}` + "\n"
	for _, name := range []string{"a.jsonl", "b.jsonl"} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(strings.Repeat(line, 5000)), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	size := int64(2 * 5000 * len(line))
	var p Progress
	if done, total := p.Bytes(); done != 0 || total != 0 {
		t.Errorf("before: %d of %d", done, total)
	}
	for _, paths := range [][]string{{dir}, {filepath.Join(dir, "*.jsonl")}, {filepath.Join(dir, "a.jsonl"), filepath.Join(dir, "b.jsonl")}} {
		p = Progress{}
		p.Measure(context.Background(), paths)
		n, last := 0, int64(0)
		for _, err := range Read(context.Background(), paths, Options{Progress: &p}) {
			if err != nil {
				t.Fatal(err)
			}
			done, total := p.Bytes()
			if n++; n == 5000 && (done < size/3 || done > 2*size/3) || done < last || total != size {
				t.Fatalf("%v: %d of %d after %d articles", paths, done, total, n)
			}
			last = done
		}
		if done, total := p.Bytes(); done != size || total != size {
			t.Errorf("%v: %d of %d in the end", paths, done, total)
		}
	}
	p = Progress{}
	if p.Measure(context.Background(), []string{dir, "-"}); p.total != 0 {
		t.Errorf("%d bytes of standard input", p.total)
	}
}
