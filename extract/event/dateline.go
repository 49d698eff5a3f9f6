package event

import (
	"strings"
	"unicode"

	"github.com/entente-kg/entente/extract/actor"
)

// maxDateline bounds a dateline in tokens: "SOUTH BEND, Ind., March 8 (Reuters) --".
const maxDateline = 14

// cutDateline takes "JERUSALEM (AP) --" out of the tree, where it would pass
// for a subject.
func (t *tree) cutDateline() {
	t.lead = t.datelineEnd()
	for i := range t.heads {
		switch {
		case i < t.lead:
			t.heads[i], t.rels[i] = -1, "dateline"
		case t.heads[i] >= 0 && t.heads[i] < t.lead:
			t.heads[i], t.rels[i] = -1, "root"
		}
	}
}

// datelineEnd is the token after the dateline, 0 when there is none. A dateline
// is a run of names, numbers and marks closed by a dash or by an agency in
// brackets; before a dash it must show a comma, a bracket or capitals.
func (t *tree) datelineEnd() int {
	shown := false
	for i := 0; i < len(t.Tokens) && i < maxDateline; i++ {
		form := t.Tokens[i].Form
		switch {
		case form == "--" || form == "—" || form == "–" || form == "-" && i > 0 && t.Tokens[i].Start > t.Tokens[i-1].End:
			if shown && i > 0 {
				return i + 1
			}
			return 0
		case form == ")":
			if i > 2 && t.agency(i) {
				return i + 1
			}
		case form == "," || form == "(" || form == "/" || form == "." || form == ":":
			shown = shown || i > 0
		case capitals(form):
			shown = shown || i == 0
		case !unicode.IsUpper([]rune(form)[0]) && !unicode.IsDigit([]rune(form)[0]):
			return 0
		}
	}
	return 0
}

// agency reports whether the bracket that closes at i holds a news agency, in
// capitals or by name.
func (t *tree) agency(i int) bool {
	word := t.Tokens[i-1].Form
	if t.Tokens[i-2].Form != "(" || i+1 >= len(t.Tokens) {
		return false
	}
	if next := t.Tokens[i+1]; next.UPOS != "PUNCT" && !unicode.IsUpper([]rune(next.Form)[0]) {
		return false // "the National Front (NF) has" is the sentence itself
	}
	return capitals(word) || strings.EqualFold(word, "Reuters") || strings.EqualFold(word, "Xinhua")
}

// capitals reports whether a word is written in capitals throughout.
func capitals(s string) bool {
	return len(s) > 2 && strings.ToUpper(s) == s && strings.ToLower(s) != s && !strings.Contains(s, ".") || s == "AP"
}

// datelinePlace is the place the dateline names, or nil.
func (t *tree) datelinePlace() *actor.Mention {
	for i := 0; i < t.lead; i++ {
		if m := t.mention(i); m != nil && m.Place != nil {
			return m
		}
	}
	return nil
}
