package article_test

import (
	"context"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/entente-kg/entente/extract/article"
)

func TestWatch(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, "there-before.txt", "Lind met Berg.")
	ctx, cancel := context.WithTimeout(context.Background(), 20*time.Second)
	defer cancel()
	time.AfterFunc(300*time.Millisecond, func() {
		if err := os.WriteFile(filepath.Join(dir, "new.txt"), []byte("Lind met Vasile."), 0o644); err != nil {
			t.Error(err)
		}
	})
	want := "Lind met Berg."
	for a, err := range article.Watch(ctx, []string{dir}, article.Options{}) {
		if err != nil {
			t.Fatal(err)
		}
		if a.Text != want {
			t.Errorf("text %q, want %q", a.Text, want)
		}
		if want == "Lind met Vasile." {
			return
		}
		want = "Lind met Vasile."
	}
	t.Error("nothing arrived")
}
