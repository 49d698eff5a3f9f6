package actor

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/entente-kg/entente/extract/text"
)

// word is what the scanner knows of one token.
type word struct {
	form  string
	low   string
	tag   string // universal part of speech, "" in a sentence that was not parsed
	cap   bool   // begins with a capital
	upper bool   // two letters or more, all capitals
	glued bool   // nothing between it and the token before
	ex    bool   // written with "ex-" before it
	start bool   // first word of the sentence or of a quotation: its capital proves nothing
}

// words appends the words of a sentence to buf.
func words(s *text.Sentence, buf []word) []word {
	start := true
	for i := range s.Tokens {
		t := &s.Tokens[i]
		w := word{form: t.Form, low: lower(t.Form), tag: t.UPOS, start: start}
		if rest, ok := strings.CutPrefix(w.low, "ex-"); ok && len(rest) > 3 {
			w.low, w.ex = rest, true
		}
		if long := unabbreviated(t.Form); long != "" {
			w.low = long
		} else if long := unabbreviated(t.Form + "."); long != "" && i+1 < len(s.Tokens) && t.UPOS == "PROPN" && s.Tokens[i+1].Form != strings.ToLower(s.Tokens[i+1].Form) {
			w.low = long // "Gen Lind", as some papers write
		}
		r, _ := utf8.DecodeRuneInString(t.Form)
		w.cap = unicode.IsUpper(r)
		w.upper = w.cap && allUpper(t.Form)
		w.glued = i > 0 && s.Tokens[i-1].End == t.Start
		start = start && !wordy(r) || opensClause(t.Form)
		buf = append(buf, w)
	}
	return buf
}

// unabbreviated spells out a rank or title before a name: "Gen." is "general".
func unabbreviated(form string) string {
	if n := len(form); n < 3 || n > 5 || form[n-1] != '.' {
		return ""
	}
	switch form {
	case "Gen.":
		return "general"
	case "Col.":
		return "colonel"
	case "Lt.":
		return "lieutenant"
	case "Maj.":
		return "major"
	case "Capt.":
		return "captain"
	case "Adm.":
		return "admiral"
	case "Sgt.":
		return "sergeant"
	case "Brig.":
		return "brigadier"
	case "Sen.":
		return "senator"
	case "Rep.":
		return "representative"
	case "Gov.":
		return "governor"
	}
	return ""
}

// lower is strings.ToLower without the call for the words that need none.
func lower(s string) string {
	for i := 0; i < len(s); i++ {
		if c := s[i]; c >= utf8.RuneSelf || 'A' <= c && c <= 'Z' {
			return strings.ToLower(s)
		}
	}
	return s
}

func wordy(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

func opensClause(form string) bool {
	switch form {
	case "\"", "“", ":", "--", "—", "–", "•", "(":
		return true
	}
	return false
}

func allUpper(s string) bool {
	n := 0
	for _, r := range s {
		if unicode.IsLower(r) {
			return false
		}
		if unicode.IsUpper(r) {
			n++
		}
	}
	return n > 1
}

// possessive reports whether the word is the mark of a genitive.
func (w *word) possessive() bool { return w.low == "'s" || w.low == "'" || w.low == "s'" }

func (w *word) comma() bool { return w.form == "," }

// and reports whether the word joins two things of a list.
func (w *word) and() bool { return w.low == "and" || w.low == "&" }

// determiner says how a noun phrase begins.
type determiner uint8

const (
	bare determiner = iota
	definite
	indefinite
	quantified
	owned // his, her, their, its
)

func (w *word) determiner() determiner {
	switch w.low {
	case "the", "both", "all":
		return definite
	case "this", "that", "these", "those":
		if w.tag == "DET" {
			return definite
		}
		return bare
	case "a", "an", "another", "one":
		return indefinite
	case "his", "her", "their", "its", "our", "my", "your":
		return owned
	case "some", "many", "several", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "fifteen", "twenty", "thirty", "forty", "fifty", "dozen",
		"few", "most", "more", "other", "various", "every", "each", "any", "no", "scores", "hundreds", "thousands", "tens":
		return quantified
	}
	if r := w.form[0]; '0' <= r && r <= '9' {
		return quantified
	}
	return bare
}

// status words say how an office is held; they belong to the phrase, and
// "former" and its kin to the role.
func (w *word) status() bool {
	switch w.low {
	case "former", "ex", "acting", "interim", "caretaker", "deputy", "vice", "then", "outgoing", "incoming", "late",
		"senior", "junior", "top", "chief", "first", "second", "lead", "leading", "prominent", "veteran", "newly", "elected",
		"appointed", "new", "current", "longtime", "long-time", "assistant", "associate", "principal", "permanent",
		"special", "joint", "self-proclaimed", "de", "facto", "disgraced", "ousted", "jailed", "imprisoned", "exiled",
		"retired", "designate", "elect", "shadow", "federal", "regional", "local", "national", "state", "provincial",
		"ruling", "main", "fellow", "right-hand", "high-ranking", "high", "ranking", "visiting", "alleged", "suspected":
		return true
	}
	return false
}

// former reports whether a status word ends the tenure.
func former(low string) bool {
	switch low {
	case "former", "ex", "ex-", "late", "onetime", "one-time", "ousted", "retired", "then", "erstwhile":
		return true
	}
	return false
}

// particle reports whether a lower-case word may stand inside a personal name.
func particle(low string) bool {
	switch low {
	case "van", "der", "den", "de", "la", "las", "los", "le", "du", "da", "das", "do", "dos", "del", "della", "di",
		"dela", "delas", "delos", "dal", "dalla", "von", "zu", "ten", "ter", "bin", "ibn", "bint", "al", "el", "ul", "ud", "ur", "y", "e", "af", "av", "abu", "ould", "ag":
		return true
	}
	return strings.HasPrefix(low, "al-") || strings.HasPrefix(low, "el-") || strings.HasPrefix(low, "ez-") || strings.HasPrefix(low, "d'")
}

// honorific reports whether the word is a form of address, and whose.
func honorific(low string) (gender, bool) {
	switch low {
	case "mr", "mr.", "sir", "lord", "monsieur", "herr", "señor":
		return male, true
	case "mrs", "mrs.", "ms", "ms.", "miss", "lady", "dame", "madame", "madam", "frau":
		return female, true
	case "dr", "dr.", "prof", "prof.", "rev", "rev.", "hon", "hon.":
		return unknownGender, true
	}
	return unknownGender, false
}

type gender uint8

const (
	unknownGender gender = iota
	male
	female
)

// agrees reports whether two genders can belong to one person.
func (g gender) agrees(h gender) bool { return g == unknownGender || h == unknownGender || g == h }
