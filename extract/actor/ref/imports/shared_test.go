package imports

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/entente-kg/entente/extract/actor/ref"
)

// The community's real files import whole: every line is blank, imported or
// refused. They do not come with the project; ENTENTE_SHARED says where they are.
func TestRealFilesAreAccountedFor(t *testing.T) {
	root := os.Getenv("ENTENTE_SHARED")
	if root == "" {
		t.Skip("ENTENTE_SHARED is not set")
	}
	var paths []string
	for _, glob := range []string{"dictionaries/*.txt", "officeholders/*.csv", "officeholders/extra/*.csv"} {
		found, err := filepath.Glob(filepath.Join(root, glob))
		if err != nil || len(found) == 0 {
			t.Fatalf("no files like %s: %v", glob, err)
		}
		paths = append(paths, found...)
	}
	res, err := Files(paths, Options{})
	if err != nil {
		t.Fatal(err)
	}
	lines, blank, imported := map[Format]int{}, map[Format]int{}, map[Format]int{}
	refused := map[Format][]Refusal{}
	for _, r := range res.Reports {
		if r.Lines != r.Blank+r.Imported+len(r.Refused) {
			t.Errorf("%s: %d lines, %d blank + %d imported + %d refused", r.File, r.Lines, r.Blank, r.Imported, len(r.Refused))
		}
		lines[r.Format] += r.Lines
		blank[r.Format] += r.Blank
		imported[r.Format] += r.Imported
		refused[r.Format] = append(refused[r.Format], r.Refused...)
	}
	for f := range lines {
		t.Logf("%s: %d lines, %d blank, %d imported, %d refused", f, lines[f], blank[f], imported[f], len(refused[f]))
		for i, x := range refused[f] {
			if i < 8 && f != NotActors {
				t.Log("  ", x)
			}
		}
	}
	s := res.Source
	t.Logf("%d actors, %d names, %d tenures, %d codes, %d agents", len(s.Actors), len(s.Names), len(s.Tenures), len(s.Codings), len(s.Agents))
	embedded, err := ref.Embedded()
	if err != nil {
		t.Fatal(err)
	}
	ref.Build(embedded, s)
}
