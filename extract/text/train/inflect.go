package main

import (
	_ "embed"
	"maps"
	"slices"
	"strings"

	"github.com/entente-kg/entente/extract/text"
)

//go:embed data/verbs.txt
var verbsTXT string

// inflections adds the forms of verbs that were not seen: the regular ones of
// every verb lemma of the treebanks and those of data/verbs.txt, which stand
// against a slip of the treebanks too. Of a verb whose irregular past was seen no other past is made.
func inflections(rules map[wordForm]text.LemmaRule) {
	verbs, pasts := seenVerbs(rules)
	for _, lemma := range slices.Sorted(maps.Keys(verbs)) {
		forms := regular(lemma)
		if pasts[lemma] {
			delete(forms, "VBD")
			delete(forms, "VBN")
		}
		for tag, form := range forms {
			if _, seen := rules[wordForm{tag, form}]; !seen {
				rules[wordForm{tag, form}] = text.RuleFor(form, lemma)
			}
		}
	}
	for line := range strings.Lines(verbsTXT) {
		words := strings.Fields(line)
		if len(words) == 0 || words[0] == "#" {
			continue
		}
		forms := regular(words[0])
		if len(words) == 3 {
			forms["VBD"], forms["VBN"] = words[1], words[2]
		}
		for tag, form := range forms {
			rules[wordForm{tag, form}] = text.RuleFor(form, words[0])
		}
	}
}

// regular returns the regular forms of a verb by tag.
func regular(lemma string) map[string]string {
	return map[string]string{"VBG": present(lemma), "VBZ": third(lemma), "VBD": past(lemma), "VBN": past(lemma)}
}

// seenVerbs returns the lemmas of verbs, and those of which a past was seen that is not the regular one.
func seenVerbs(rules map[wordForm]text.LemmaRule) (verbs, pasts map[string]bool) {
	verbs, pasts = map[string]bool{}, map[string]bool{}
	for word, rule := range rules {
		lemma := word.form[:len(word.form)-rule.Cut] + rule.Append
		if !strings.HasPrefix(word.tag, "VB") || len(lemma) < 3 || !letters(lemma) || strings.Contains(word.form, "'") {
			continue
		}
		verbs[lemma] = true
		if (word.tag == "VBD" || word.tag == "VBN") && word.form != past(lemma) {
			pasts[lemma] = true
		}
	}
	return verbs, pasts
}

func letters(s string) bool {
	return strings.Trim(s, "abcdefghijklmnopqrstuvwxyz") == ""
}

// present returns the present participle of a verb.
func present(lemma string) string {
	switch {
	case strings.HasSuffix(lemma, "ie"):
		return lemma[:len(lemma)-2] + "ying"
	case strings.HasSuffix(lemma, "e") && !strings.HasSuffix(lemma, "ee") && !strings.HasSuffix(lemma, "oe"):
		return lemma[:len(lemma)-1] + "ing"
	}
	return doubled(lemma) + "ing"
}

// past returns the regular past of a verb.
func past(lemma string) string {
	switch {
	case strings.HasSuffix(lemma, "e"):
		return lemma + "d"
	case strings.HasSuffix(lemma, "y") && !isVowel(lemma[len(lemma)-2]):
		return lemma[:len(lemma)-1] + "ied"
	}
	return doubled(lemma) + "ed"
}

// third returns the third person singular of a verb.
func third(lemma string) string {
	switch {
	case strings.HasSuffix(lemma, "y") && !isVowel(lemma[len(lemma)-2]):
		return lemma[:len(lemma)-1] + "ies"
	case strings.HasSuffix(lemma, "s"), strings.HasSuffix(lemma, "x"), strings.HasSuffix(lemma, "z"),
		strings.HasSuffix(lemma, "sh"), strings.HasSuffix(lemma, "ch"), strings.HasSuffix(lemma, "o"):
		return lemma + "es"
	}
	return lemma + "s"
}

// doubled doubles the last consonant where the spelling does: after a single
// stressed vowel, taken to be the only one, or that of a last syllable of
// -fer, -mit, -pel, -trol and the like.
func doubled(lemma string) string {
	n := len(lemma)
	last := lemma[n-1]
	if n < 3 || isVowel(last) || strings.IndexByte("wxyhkc", last) >= 0 || !isVowel(lemma[n-2]) || isVowel(lemma[n-3]) {
		return lemma
	}
	for _, end := range []string{"fer", "mit", "pel", "trol", "cur", "bel", "cel", "vel", "nap", "bid", "quip", "quit", "gin", "set", "get", "drop", "rebut", "nul"} {
		if strings.HasSuffix(lemma, end) {
			return lemma + string(last)
		}
	}
	if strings.ContainsAny(lemma[:n-2], "aeiouy") && !strings.HasPrefix(lemma, "qu") {
		return lemma
	}
	return lemma + string(last)
}

func isVowel(c byte) bool { return strings.IndexByte("aeiou", c) >= 0 }
