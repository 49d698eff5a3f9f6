package export

import (
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// TestDossierInABrowser opens a dossier in Chromium: it is laid out, and its own
// policy refuses nothing of it. The checks of the project (.ci/run) ask that
// there is a browser; elsewhere the test is skipped without one.
func TestDossierInABrowser(t *testing.T) {
	browser, err := exec.LookPath("chromium")
	if err != nil {
		if os.Getenv("ENTENTE_REQUIRE_ALL") != "" {
			t.Fatal(err)
		}
		t.Skip("no chromium")
	}
	dir := t.TempDir()
	page := filepath.Join(dir, "dossier.html")
	f, err := os.Create(page)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	g := sample(hostile)
	if err := WriteDossier(f, Dossier{Actor: g.actors[0], Events: g.events, Caption: "all events"}); err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithTimeout(context.Background(), 2*time.Minute)
	defer cancel()
	shot := filepath.Join(dir, "page.png")
	cmd := exec.CommandContext(ctx, browser, "--headless=new", "--no-sandbox", "--disable-gpu", "--enable-logging=stderr",
		"--user-data-dir="+filepath.Join(dir, "profile"), "--screenshot="+shot, "file://"+page)
	log, err := cmd.CombinedOutput()
	if err != nil {
		t.Fatalf("%v\n%s", err, log)
	}
	for _, complaint := range []string{"Content Security Policy", "CONSOLE"} {
		if strings.Contains(string(log), complaint) {
			t.Errorf("the browser says\n%s", log)
		}
	}
	if info, err := os.Stat(shot); err != nil || info.Size() < 10_000 {
		t.Errorf("nothing is painted: %v", err)
	}
}
