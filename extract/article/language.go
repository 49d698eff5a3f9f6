package article

import (
	"fmt"
	"strings"

	"github.com/abadojack/whatlanggo"
)

// languageSample is how much of a text is looked at, and shortSample how much
// there must be: of a sentence or two the guess is not sure enough to refuse.
const (
	languageSample = 2000
	shortSample    = 200
)

// foreign returns the language of a text that is surely not English, by its
// English name, and "" otherwise.
func foreign(text string) string {
	text = strings.TrimSpace(text)
	if len(text) < shortSample || commonWords(text) {
		return ""
	}
	info := whatlanggo.Detect(strings.ToValidUTF8(text[:min(len(text), languageSample)], ""))
	if info.Lang == whatlanggo.Eng || !info.IsReliable() {
		return ""
	}
	return info.Lang.String()
}

// commonWords holds for a text with as many of the commonest English words as
// English has; names can mislead the letters, not these. It is also a hundred
// times cheaper than the guess by letters.
func commonWords(text string) bool {
	common, all := 0, 0
	for _, word := range strings.Fields(strings.ToLower(text[:min(len(text), languageSample)])) {
		all++
		switch word {
		case "the", "of", "and", "to", "in", "that", "with", "was", "is", "for", "on", "by", "said":
			common++
		}
	}
	return common*8 > all
}

func notEnglish(language string) string {
	return fmt.Sprintf("the text is %s, not English (--any-language reads it all the same)", language)
}
