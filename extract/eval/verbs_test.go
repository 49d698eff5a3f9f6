package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// A small dictionary in the format of PETRARCH: a synonym set, a block with a code, one without.
const dictionary = `
&PEOPLE
+CROWD

---  CONDEMN   [111]  ---
CONDEMN  # a comment
YODEL {YODELS YODELLED YODELLING }
PRAISE [051]
SAY [010]
- * PRISONER   [1122]  # CONDEMN

---  MURMUR   [---]  ---
MURMUR
GRUMBLE [111]
`

func TestCompareVerbs(t *testing.T) {
	path := filepath.Join(t.TempDir(), "verbs.txt")
	if err := os.WriteFile(path, []byte(dictionary), 0o600); err != nil {
		t.Fatal(err)
	}
	var out strings.Builder
	if err := compareVerbs(&out, path); err != nil {
		t.Fatal(err)
	}
	want := "05  1 of 1; not \n11  2 of 3; not yodel\nall 3 of 4\n"
	if out.String() != want {
		t.Errorf("got:\n%s\nwant:\n%s", out.String(), want)
	}
	if err := compareVerbs(&out, path+".none"); err == nil {
		t.Error("a file that is not there: no error")
	}
}
