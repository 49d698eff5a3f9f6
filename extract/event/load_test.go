package event

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestBuiltInRulesLoad(t *testing.T) {
	b, err := LoadRules()
	if err != nil {
		t.Fatal(err)
	}
	if len(b.Rules) == 0 || len(b.Cues) == 0 || len(b.Discards) == 0 {
		t.Errorf("rules %d, cues %d, discards %d: none may be empty", len(b.Rules), len(b.Cues), len(b.Discards))
	}
}

func TestRuleErrorsNameTheLine(t *testing.T) {
	tests := []struct{ name, file, want string }{
		{"unknown relation", "rules:\n  - id: x\n    relation: hugged\n    verbs: hug\n", `:2: rule x: no relation "hugged"`},
		{"unknown key", "rules:\n  - id: x\n    relatoin: praised\n", `:3: unknown field "relatoin"`},
		{"unknown class", "rules:\n  - {id: a, relation: praised, verbs: laud, examples: ['A. ### nothing']}\n  - id: x\n    relation: praised\n    verbs: <lauding>\n", ":3: rule x: no class <lauding>"},
		{"no examples", "\n\nrules:\n  - id: x\n    relation: praised\n    verbs: laud\n", ":4: rule x: no examples"},
		{"bad mode", "rules:\n  - {id: x, relation: attacked, mode: drones, verbs: hit, examples: ['A. ### nothing']}\n", `:2: rule x: mode "drones" is not one of ASSAULT`},
		{"bad example", "rules:\n  - {id: x, relation: praised, verbs: hit, examples: ['Peru lauded Chile.']}\n", `:2: rule x: example "Peru lauded Chile."`},
		{"bad status", "rules:\n  - {id: x, relation: praised, verbs: hit, examples: ['A. ### A praised B [maybe]']}\n", `"maybe" is no status`},
		{"unknown frame", "rules:\n  - {id: x, relation: praised, frame: sideways, verbs: hit, examples: ['A. ### nothing']}\n", `no frame "sideways"`},
		{"same id twice", "rules:\n  - {id: x, relation: praised, verbs: hit, examples: ['A. ### nothing']}\n  - {id: x, relation: praised, verbs: hit, examples: ['A. ### nothing']}\n", ":3: rule x: same id as the rule at"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "own.yaml")
			if err := os.WriteFile(path, []byte(tt.file), 0o600); err != nil {
				t.Fatal(err)
			}
			_, err := LoadRules(path)
			if err == nil || !strings.Contains(err.Error(), "own.yaml"+tt.want) && !strings.Contains(err.Error(), tt.want) {
				t.Errorf("got %v, want %s", err, tt.want)
			}
		})
	}
}

func TestExampleParse(t *testing.T) {
	text, want, err := Example("Peru urged Chad to stop. ### Peru urged Chad (assist) [planned] @ Lima; Peru met-with Chile").Parse()
	if err != nil || text != "Peru urged Chad to stop." || len(want) != 2 {
		t.Fatalf("got %q, %v, %v", text, want, err)
	}
	if w := (Expected{Actor: "Peru", Relation: "urged", Recipient: "Chad", Status: "planned", Mode: "assist", Place: "Lima"}); want[0] != w {
		t.Errorf("got %v, want %v", want[0], w)
	}
}
