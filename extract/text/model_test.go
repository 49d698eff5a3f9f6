package text

import (
	"strings"
	"testing"
)

func TestEmbeddedWeightsLoad(t *testing.T) {
	if model() == nil {
		t.Fatal("weights.bin does not load: rebuild it with go run ./extract/text/train")
	}
}

// TestAnalyze spells tree and names of short sentences: word/relation<head.
func TestAnalyze(t *testing.T) {
	for in, want := range map[string]string{
		"The minister met Anna Kovac.": "The/det<minister minister/nsubj<met met/root<ROOT Anna/obj<met Kovac/flat<Anna ./punct<met # Anna Kovac PER",
		"She flew to Norway.":          "She/nsubj<flew flew/root<ROOT to/case<Norway Norway/obl<flew ./punct<flew # Norway LOC",
		"Talks failed.":                "Talks/nsubj<failed failed/root<ROOT ./punct<failed",
	} {
		doc := Analyze(in)
		if got := spell(&doc.Sentences[0]); got != want {
			t.Errorf("%s\n got %s\nwant %s", in, got, want)
		}
	}
}

func spell(s *Sentence) string {
	var out []string
	for _, t := range s.Tokens {
		head := "ROOT"
		if t.Head >= 0 {
			head = s.Tokens[t.Head].Form
		}
		out = append(out, t.Form+"/"+t.Rel+"<"+head)
	}
	for _, n := range s.Names {
		out = append(out, "#")
		for _, t := range s.Tokens[n.First:n.Last] {
			out = append(out, t.Form)
		}
		out = append(out, string(n.Type))
	}
	return strings.Join(out, " ")
}
