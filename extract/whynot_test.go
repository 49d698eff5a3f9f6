package extract_test

import (
	"strings"
	"testing"

	"github.com/entente-kg/entente/extract/article"
	"github.com/entente-kg/entente/extract/event"
	"github.com/entente-kg/entente/schema"
)

// TestWhyNot asks for every stage at which a reading can end.
func TestWhyNot(t *testing.T) {
	tests := []struct {
		question, words string
		stage           event.Stage
		why             string // part of the reason
	}{
		{"Blinken met Putin", "Antony Blinken heard Vladimir Putin play chess.", event.NoTrigger, "no word"},
		{"Blinken met Quuxly", "Antony Blinken saw quuxly play chess.", event.Unresolved, "“Quuxly” stands for nobody"},
		{"Vance met Blinken", "Antony Blinken advanced through Peru.", event.Unresolved, "“Vance” is not named here"},
		{"Blinken warned Peru", "Antony Blinken warned them, and Peru slept.", event.NoRoles, "no recipient"},
		{"Chile helped Peru", "Chile helped itself, and Peru slept.", event.NoRoles, "no recipient"},
		{"Smith met Jones", "Tom Smith met Jane Jones.", event.Discarded, "known to public life"},
		{"Blinken met Lavrov", "Antony Blinken met Sergey Lavrov.", event.Told, "read as met-with"},
		{"Blinken met Lavrov", "Antony Blinken did not meet Sergey Lavrov.", event.Told, "denied (“not”)"},
		{"Blinken met Lavrov", "Antony Blinken cancelled a meeting with Sergey Lavrov.", event.Told, "cancelled (“cancelled”)"},
		{"Blinken met Lavrov", "Antony Blinken could meet Sergey Lavrov.", event.Told, "hypothetical (“could”)"},
		{"Blinken met Lavrov", "Antony Blinken refused to meet Sergey Lavrov.", event.Told, "denied (“refused”)"},
		{"Blinken met Lavrov", "Antony Blinken will meet Sergey Lavrov.", event.Told, "read as met-with, planned"},
		{"Blinken met Lavrov", "Antony Blinken is meeting Sergey Lavrov.", event.Told, "read as met-with, ongoing"},
		{"Blinken attacked Lavrov", "Antony Blinken met Sergey Lavrov.", event.Told, "another relation than “attacked”"},
		{"Blinken met Lavrov", "Antony Blinken met Vladimir Putin, as Sergey Lavrov slept.", event.Told, "of others"},
		{"Chile sanctioned Peru", "Chile imposed sanctions on Peru.", event.Told, "read as sanctioned"},
	}
	x := newExtractor(t)
	for _, tt := range tests {
		art := &article.Article{ArticleRef: schema.ArticleRef{ID: "a", Published: "2022-01-19"}, Text: tt.words}
		answers := x.WhyNot(art, tt.question, 5)
		if len(answers) == 0 {
			t.Errorf("%s: %s: no answer", tt.question, tt.words)
			continue
		}
		if got := answers[0]; got.Stage != tt.stage || !strings.Contains(got.Why, tt.why) {
			t.Errorf("%s: %s\n got %s: %s\nwant %s: %s", tt.question, tt.words, got.Stage, got.Why, tt.stage, tt.why)
		}
	}
}

// TestWhyNotOfNobody asks after people the text does not name.
func TestWhyNotOfNobody(t *testing.T) {
	x := newExtractor(t)
	art := &article.Article{ArticleRef: schema.ArticleRef{ID: "a"}, Text: "Antony Blinken met Sergey Lavrov."}
	if got := x.WhyNot(art, "Macron met Merkel", 5); len(got) != 0 {
		t.Errorf("got %v", got)
	}
}
