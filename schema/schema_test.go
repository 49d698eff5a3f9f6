package schema

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"
)

func TestRelationsAreSound(t *testing.T) {
	seen := map[string]bool{}
	for _, r := range Relations() {
		if seen[r.Name] {
			t.Errorf("%s: listed twice", r.Name)
		}
		seen[r.Name] = true
		if r.Example == "" {
			t.Errorf("%s: no example sentence", r.Name)
		}
		root, ok := RootNamed(r.Root)
		switch {
		case r.Root == "" && r.Why == "":
			t.Errorf("%s: neither a PLOVER root nor a reason for none", r.Name)
		case r.Root != "" && !ok:
			t.Errorf("%s: %q is no PLOVER root", r.Name, r.Root)
		case r.Root != "" && len(r.CAMEO) != 2:
			t.Errorf("%s: CAMEO root %q is not two digits", r.Name, r.CAMEO)
		case r.Mode != "" && !slices.Contains(root.Modes, r.Mode):
			t.Errorf("%s: mode %q is not one of %s: %v", r.Name, r.Mode, r.Root, root.Modes)
		}
		if r.Symmetric && r.Inverse != "" {
			t.Errorf("%s: symmetric relations have no inverse", r.Name)
		}
	}
}

func TestEveryRootHasARelation(t *testing.T) {
	for _, root := range Roots {
		if !slices.ContainsFunc(Relations(), func(r Relation) bool { return r.Root == root.Name }) {
			t.Errorf("no relation maps to %s", root.Name)
		}
	}
}

func TestExpandShorten(t *testing.T) {
	for short, full := range map[string]string{
		"spoke-with":           Base + "schema/spoke-with",
		"actor:antony-blinken": Base + "actor/antony-blinken",
		"wikidata:Q7821917":    "http://www.wikidata.org/entity/Q7821917",
		"https://example.org/": "https://example.org/",
	} {
		if got := Expand(short); got != full {
			t.Errorf("Expand(%q) = %q, want %q", short, got, full)
		}
		if got := Shorten(full); got != short {
			t.Errorf("Shorten(%q) = %q, want %q", full, got, short)
		}
	}
}

func TestSlug(t *testing.T) {
	for name, want := range map[string]string{
		"Antony Blinken":         "antony-blinken",
		"Recep Tayyip Erdoğan":   "recep-tayyip-erdogan",
		"Lech Wałęsa":            "lech-walesa",
		"Cote d’Ivoire":          "cote-divoire",
		"  U.N. ":                "u-n",
		"!!":                     "",
		"習近平":                    "習近平",
		"Mohammed bin Salman II": "mohammed-bin-salman-ii",
	} {
		if got := Slug(name); got != want {
			t.Errorf("Slug(%q) = %q, want %q", name, got, want)
		}
	}
}

func TestVocabularyNamesEveryRelation(t *testing.T) {
	var turtle, js strings.Builder
	if err := WriteTurtle(&turtle); err != nil {
		t.Fatal(err)
	}
	if err := WriteJSON(&js); err != nil {
		t.Fatal(err)
	}
	for _, r := range Relations() {
		if !strings.Contains(turtle.String(), "\nentente:"+r.Name+" a ") || !strings.Contains(js.String(), `"`+r.Name+`"`) {
			t.Errorf("%s is missing", r.Name)
		}
	}
	if !json.Valid([]byte(js.String())) {
		t.Error("not JSON")
	}
}
