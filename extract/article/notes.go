package article

import (
	"regexp"
	"strings"
	"unicode"
)

// notePatterns match whole lines that belong to the making of an article, not
// to what it tells.
var notePatterns = regexp.MustCompile(`(?i)^\s*(?:` + strings.Join([]string{
	`\((?:additional |further )?(?:reporting|writing|editing|compiled|translated|edited|written|report) by [^\n]*\)\.?`,
	`(?:additional |further )?(?:reporting|editing|writing) by (?-i:\p{Lu})[^\n.]{3,160}(?:;[^\n]{3,160})?\.?`,
	`\(?(?:this (?:story|article|report) (?:has been|was) (?:updated|corrected|amended|refiled|first published))[^\n]*`,
	`(?:correction|corrections|editor'?s note|editors’? note|editor’s note|clarification)\s*[:(][^\n]*`,
	`(?:read (?:more|also|next)|see also|related(?: articles?| stories)?|more on this story|recommended|watch|listen)\s*:[^\n]*`,
	`(?:advertisement|share this(?: article)?|sign up for [^\n]{0,120}newsletter[^\n]*|click here[^\n]*|subscribe (?:now|to)[^\n]*)`,
	`(?:copyright )?(?:©|\(c\)) ?(?:copyright )?(?:19|20)\d\d[^\n]*|copyright (?:19|20)\d\d[^\n]*|[^\n]{0,80}\ball rights reserved\.?`,
	`our standards: [^\n]*`,
	`(?:photo(?:graph)?|image|picture|caption|file photo)\s*:[^\n]*`,
}, "|") + `)\s*$`)

// cutOff is what a news API writes where it ends a text early: "… [+1742 chars]".
var cutOff = regexp.MustCompile(` ?\[\+\d+ chars\]\s*$`)

// maskNotes blanks out the lines of a text that are notes of the editors. What
// stands behind them keeps its place.
func maskNotes(text string) string {
	var masked []byte
	if cut := cutOff.FindStringIndex(text[max(0, len(text)-40):]); cut != nil {
		masked = []byte(text)
		blank(masked[max(0, len(text)-40)+cut[0]:])
	}
	for start := 0; start < len(text); {
		end := start + strings.IndexByte(text[start:], '\n')
		if end < start {
			end = len(text)
		}
		if isNote(text[start:end]) {
			if masked == nil {
				masked = []byte(text)
			}
			blank(masked[start:end])
		}
		start = end + 1
	}
	if masked == nil || isBlank(string(masked)) {
		return text
	}
	return string(masked)
}

// isNote asks the pattern only about lines that can match it: by their first
// word, which is a hundred times cheaper.
func isNote(line string) bool {
	line = strings.TrimSpace(line)
	return len(line) >= 7 && len(line) < 600 && mayBeNote(line) && notePatterns.MatchString(line)
}

func mayBeNote(line string) bool {
	if line[0] == '(' || strings.HasPrefix(line, "©") {
		return true
	}
	end := strings.IndexFunc(line, func(r rune) bool { return !unicode.IsLetter(r) })
	if end < 0 {
		end = len(line)
	}
	switch strings.ToLower(line[:end]) {
	case "additional", "further", "reporting", "editing", "writing", "this", "correction", "corrections", "editor", "editors", "clarification",
		"read", "see", "related", "more", "recommended", "watch", "listen", "advertisement", "share", "sign", "click", "subscribe", "copyright",
		"all", "our", "photo", "photograph", "image", "picture", "caption", "file":
		return true
	}
	tail := line[max(0, len(line)-20):]
	return strings.Contains(tail, "reserved") || strings.Contains(tail, "Reserved") || strings.Contains(tail, "RESERVED")
}
