package export

import (
	"crypto/sha256"
	"encoding/base64"
	"html"
	"strings"
	"testing"

	"github.com/entente-kg/entente/schema"
)

func TestDossier(t *testing.T) {
	f := sample("Hanna Lind")
	e := &f.events[0]
	e.Evidence = schema.Evidence{Text: "Lind met Vasile.", Span: schema.Span{Start: 10, End: 26}, Trigger: schema.Text{Span: schema.Span{Start: 15, End: 18}, Text: "met"}}
	e.Actors[0].Mentions[0].Span = schema.Span{Start: 10, End: 14}
	var b strings.Builder
	if err := WriteDossier(&b, Dossier{Actor: f.actors[0], Events: f.events, Caption: "all events"}); err != nil {
		t.Fatal(err)
	}
	page := b.String()
	for _, want := range []string{
		`<mark class="actor">Lind</mark> <mark class="trigger">met</mark> Vasile.`, "default-src 'none'", `<li id="note-1">Hanna Lind. The Daily. 2024-05-02`, "<svg ",
	} {
		if !strings.Contains(page, want) {
			t.Errorf("the page lacks %q", want)
		}
	}
}

func TestDossierOfHostileNames(t *testing.T) {
	f := sample(hostile)
	var b strings.Builder
	if err := WriteDossier(&b, Dossier{Actor: f.actors[0], Events: f.events, Caption: hostile}); err != nil {
		t.Fatal(err)
	}
	if page := b.String(); strings.Contains(page, "<script") || strings.ContainsAny(page, "\x1b\x00\u202e") {
		t.Error("hostile text reaches the page")
	}
	for _, outside := range []string{"src=", "@import", "url(", "<link"} {
		if strings.Contains(b.String(), outside) {
			t.Errorf("the page reaches outside with %q", outside)
		}
	}
}

// TestDossierPolicyLetsItsStyleApply reads the page as a browser does: the only
// style that its policy allows is the one it brings.
func TestDossierPolicyLetsItsStyleApply(t *testing.T) {
	var b strings.Builder
	if err := WriteDossier(&b, Dossier{Actor: sample("Lind").actors[0], Caption: "none"}); err != nil {
		t.Fatal(err)
	}
	_, rest, _ := strings.Cut(b.String(), "<style>")
	style, _, _ := strings.Cut(rest, "</style>")
	sum := sha256.Sum256([]byte(style))
	want := "style-src 'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"
	if page := html.UnescapeString(b.String()); !strings.Contains(page, want) {
		t.Errorf("the policy lacks %s", want)
	}
	if !strings.Contains(style, "prefers-color-scheme: dark") || strings.Count(style, "{") != strings.Count(style, "}") {
		t.Error("the style is not whole")
	}
	if strings.Contains(b.String(), " style=") {
		t.Error("an attribute carries style, which the policy forbids")
	}
}
