package text

import "testing"

func TestDateline(t *testing.T) {
	for words, want := range map[string]string{
		"TIRANA, Albania (AP) -- Albania's parliament met.":    "--",
		"PARIS (Reuters) - Fighters arrested a general.":       "-",
		"MOSCOW -- A Russian court charged a banker.":          "--",
		"Paris, March 8 (Xinhua) — France met Italy.":          "--",
		"KHARTOUM, March 16 (Xinhua) Sudan received an envoy.": ")",
		"Lind met Vasile.":                           "",
		"Lind, the minister, met Vasile - and left.": "",
		"The National Front (NF) has met in Paris.":  "",
		"NATO (the alliance) met.":                   "",
		"Peru - which won - and Chile met.":          "",
	} {
		s := &Split(words).Sentences[0]
		got := ""
		if n := s.dateline(); n > 0 {
			got = s.Tokens[n-1].Form
		}
		if got != want {
			t.Errorf("%s: dateline ends at %q, want %q", words, got, want)
		}
	}
}

func TestDatelineIsParsedApart(t *testing.T) {
	doc := Analyze("TIRANA, Albania (AP) -- Albania's parliament criticized President Ilir Meta.")
	s := &doc.Sentences[0]
	roots := 0
	for i, tok := range s.Tokens {
		if tok.Head < 0 {
			roots++
		}
		if tok.Head >= len(s.Tokens) || tok.Head == i {
			t.Errorf("token %d hangs on %d", i, tok.Head)
		}
		if tok.Form == "parliament" && s.Tokens[tok.Head].Form != "criticized" {
			t.Errorf("parliament hangs on %s", s.Tokens[tok.Head].Form)
		}
	}
	if roots != 1 {
		t.Errorf("%d roots", roots)
	}
}
