package text

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// ender finds where sentences end among the tokens of one paragraph.
type ender struct {
	text   string
	tokens []Token
	from   int // where the sentence begins that is looked at
}

// ends reports whether a sentence ends after token i, which is not the last.
func (e *ender) ends(i int) bool {
	if e.closes(i+1) || e.closing(i+1) || e.citation(i+1) > 0 || e.footnote(i+1) || e.lifeDate(i) {
		return false
	}
	k, quoted := e.terminal(i)
	if k < 0 {
		return i > e.from && e.footnote(i) || e.caption(i) || e.endsAside(i) || e.heading(i) || e.dateLine(i)
	}
	next, opened := e.nextWord(i + 1)
	if next < 0 {
		return e.spaced(i)
	}
	form := e.tokens[next].Form
	head, _ := utf8.DecodeRuneInString(form)
	switch end := e.tokens[k].Form; {
	case !e.spaced(i) && !unicode.IsUpper(head):
		return false
	case unicode.IsLower(head):
		return end == "." && !quoted && (!opened || e.aside(i+1)) && e.plainWord(k-1) && !e.inBrackets(i)
	case quoted && end != "." && e.speech(next):
		return false
	case isStopped(end):
		return e.abbreviationEnds(k, next)
	}
	return true
}

// spaced reports whether white space follows token i.
func (e *ender) spaced(i int) bool { return e.tokens[i+1].Start > e.tokens[i].End }

// closes reports whether token i is a closing quotation mark or bracket that
// belongs to what is before it.
func (e *ender) closes(i int) bool {
	switch e.tokens[i].Form {
	case ")", "]", "}", ":)", ":-)", ";)", ";-)", ":(", ":-(", ":D", ":P", "=)":
		return true
	case "\"", "'", "''":
		if i == 0 || e.spaced(i-1) {
			return false
		}
		return i+1 == len(e.tokens) || e.spaced(i) || !isWord(e.head(i+1))
	}
	return false
}

// closing reports whether token i is a mark that no sentence begins with.
func (e *ender) closing(i int) bool {
	switch e.tokens[i].Form {
	case ".", ",", ";", ":", "!", "?":
		return true
	}
	return false
}

// caption reports whether token i numbers a figure at the head of a line or after
// a full stop, and a sentence begins after it: "Figure 1.5 The Fall of the city".
func (e *ender) caption(i int) bool {
	if i == 0 || !isDigit(e.tokens[i].Form[0]) || i > 1 && !isTerminal(e.tokens[i-2].Form) || !unicode.IsUpper(e.head(i+1)) {
		return false
	}
	switch e.tokens[i-1].Form {
	case "Figure", "Fig.", "Table", "Chart", "Map", "Box", "Example", "Exhibit":
		return true
	}
	return false
}

// footnote reports whether token i is the number of a note to the sentence before it, which
// ends the paragraph or the next sentence begins after it: "… have rights. 4 Even those …".
func (e *ender) footnote(i int) bool {
	if form := e.tokens[i].Form; len(form) > 2 || !isDigit(form[0]) || i == 0 {
		return false
	}
	if i+1 == len(e.tokens) {
		return true
	}
	end := e.tokens[i-1].Form
	return !isStopped(e.tokens[i].Form) && e.spaced(i) && e.spaced(i-1) && (end == "." || end == ")" || end == "\"") && headsSentence(e.tokens[i+1].Form)
}

// lifeDate reports whether token i is the stop after a word of up to three small letters that
// a bracket or a semicolon in it begins with: "(b. March 1990; d. 2001)".
func (e *ender) lifeDate(i int) bool {
	word := strings.TrimSuffix(e.tokens[i].Form, ".")
	if word == "" {
		if i--; i < 0 {
			return false
		}
		word = e.tokens[i].Form
	}
	if i == 0 || len(word) > 3 || !unicode.IsLower(firstRune(word)) {
		return false
	}
	before := e.tokens[i-1].Form
	return before == "(" || before == ";" && e.inBrackets(i-1)
}

// endsAside reports whether a bracket closes at i that opened after the end of a
// sentence, and another sentence begins: "… as charged. (Edited by Berg) The court …".
func (e *ender) endsAside(i int) bool {
	if e.tokens[i].Form != ")" || !unicode.IsUpper(e.head(i+1)) {
		return false
	}
	for j := i - 1; j > 0 && j > i-40; j-- {
		switch e.tokens[j].Form {
		case ")":
			return false
		case "(":
			end := e.tokens[j-1].Form
			return end == "." || end == "!" || end == "?"
		}
	}
	return false
}

// aside reports whether a bracket opens at i that closes before the next
// sentence or the end: "… as charged. (one more was let go) The court …".
func (e *ender) aside(i int) bool {
	if e.tokens[i].Form != "(" {
		return false
	}
	for j := i + 1; j < len(e.tokens) && j < i+40; j++ {
		if e.tokens[j].Form == ")" {
			return j+1 == len(e.tokens) || isTerminal(e.tokens[j+1].Form) || unicode.IsUpper(e.head(j+1))
		}
	}
	return false
}

// head returns the first character of a token.
func (e *ender) head(i int) rune {
	r, _ := utf8.DecodeRuneInString(e.tokens[i].Form)
	return r
}

// terminal returns the token that ends the sentence at i: i itself or, when i
// closes a quotation, a bracket or a citation, the one before. It returns -1
// if there is none.
func (e *ender) terminal(i int) (k int, quoted bool) {
	for n := 0; n < 6 && i >= 0; n++ {
		form := e.tokens[i].Form
		switch {
		case isTerminal(form):
			return i, quoted
		case form == "]" && e.citationBefore(i) >= 0:
			i = e.citationBefore(i)
			continue
		case !e.closes(i):
			return -1, false
		}
		quoted = quoted || form[0] == '"' || form[0] == '\''
		i--
	}
	return -1, false
}

// isTerminal holds for marks and words that may end a sentence.
func isTerminal(form string) bool {
	switch form[0] {
	case '.', '!', '?':
		return true
	case 0xE3, 0xEF:
		return form == "。" || form == "！" || form == "？"
	}
	return isStopped(form)
}

// isStopped holds for words that carry a full stop.
func isStopped(form string) bool {
	return len(form) > 1 && form[len(form)-1] == '.' && form[0] != '.'
}

// citation returns the length of a bracketed reference that begins at i ("[12]",
// "[citation needed]"), 0 if there is none.
func (e *ender) citation(i int) int {
	if e.tokens[i].Form != "[" {
		return 0
	}
	for j := i + 1; j < len(e.tokens) && j < i+8; j++ {
		switch form := e.tokens[j].Form; {
		case form == "]":
			return j - i + 1
		case !isDigit(form[0]) && form != "," && form != "-" && form != "citation" && form != "needed" && len(form) > 1:
			return 0
		}
	}
	return 0
}

// citationBefore returns the token before the citation that ends at i, or -1.
func (e *ender) citationBefore(i int) int {
	for j := i - 1; j > 0 && j > i-8; j-- {
		if e.tokens[j].Form == "[" && e.citation(j) == i-j+1 {
			return j - 1
		}
	}
	return -1
}

// nextWord returns the first token from i on that is a word or a number, past
// opening quotation marks, brackets and bullets, -1 if none is near.
func (e *ender) nextWord(i int) (word int, opened bool) {
	for j := i; j < len(e.tokens) && j < i+4; j++ {
		form := e.tokens[j].Form
		if r := e.head(j); isWord(r) || len(form) > 1 && form[0] == '\'' {
			return j, opened
		}
		if form == "," || form == ";" {
			return j, opened
		}
		opened = true
	}
	return -1, opened
}

// plainWord reports whether token i is a word of lower-case letters that no
// one would abbreviate, so that a full stop after it ends a sentence whatever follows.
func (e *ender) plainWord(i int) bool {
	if i < 0 || e.spaced(i) {
		return false
	}
	form := e.tokens[i].Form
	switch form {
	case "it", "him", "her", "me", "us", "you", "in", "on", "up", "out", "off", "too", "so", "now", "day", "one", "all":
		return true
	}
	if len(form) < 4 {
		return false
	}
	for _, r := range form {
		if !unicode.IsLower(r) {
			return false
		}
	}
	return true
}

// inBrackets reports whether a bracket was opened in the last few tokens and not closed.
func (e *ender) inBrackets(i int) bool {
	for j := i; j >= 0 && j > i-40; j-- {
		switch e.tokens[j].Form {
		case ")", "]":
			return false
		case "(", "[":
			return true
		}
	}
	return false
}

// speech reports whether the words from i on attribute the quotation before
// them: `"Why now?" Mr. Adeyemi asked.`
func (e *ender) speech(i int) bool {
	for j := i; j < len(e.tokens) && j < i+6; j++ {
		form := e.tokens[j].Form
		if isSpeechVerb(form) { // but not: `"Why now?" He added: "…"`
			return j+1 == len(e.tokens) || e.tokens[j+1].Form != ":"
		}
		if !isWord(e.head(j)) || !isStopped(form) && len(form) > 1 && j > i && !unicode.IsUpper(e.head(j)) && j > i+3 {
			return false
		}
	}
	return false
}

func isSpeechVerb(form string) bool {
	switch form {
	case "said", "says", "asked", "asks", "told", "added", "wrote", "replied", "tweeted", "shouted", "exclaimed",
		"wondered", "declared", "insisted", "warned", "posted", "quipped", "demanded", "continued", "concluded":
		return true
	}
	return false
}

// abbreviationEnds reports whether a sentence ends after the abbreviation k
// that has the capitalised word or number next after it.
func (e *ender) abbreviationEnds(k, next int) bool {
	form := strings.TrimSuffix(e.tokens[k].Form, ".")
	if isDigit(form[0]) { // an item's number
		return false
	}
	if initial(form) {
		return plainStarter(e.tokens[next].Form)
	}
	switch abbreviationOf(form) {
	case titleAbbreviation, innerAbbreviation, numberAbbreviation:
		return false
	}
	switch strings.ToLower(form) {
	case "etc":
		return isASCIILetter(e.tokens[next].Form[0])
	case "a.m", "p.m":
		return isASCIILetter(e.tokens[next].Form[0]) && !timeWord(e.tokens[next].Form)
	}
	return e.starter(next)
}

// plainStarter holds for words that begin a sentence and are nobody's name, so
// that even an initial before them ends one: "… by Malcolm X. He …".
func plainStarter(form string) bool {
	switch form {
	case "The", "He", "She", "They", "It", "But", "However", "This", "These", "When", "After":
		return true
	}
	return false
}

// timeWord holds for what may follow "a.m." in the same sentence: a weekday, a
// month or a time zone.
func timeWord(form string) bool {
	switch abbreviationOf(strings.TrimSuffix(form, ".")) {
	case monthAbbreviation, numberAbbreviation:
		return true
	}
	if strings.HasSuffix(form, "day") || len(form) > 1 && len(form) <= 4 && strings.ToUpper(form) == form {
		return true
	}
	switch form {
	case "Eastern", "Central", "Mountain", "Pacific", "Greenwich", "Moscow", "Beijing", "January", "February", "March",
		"April", "May", "June", "July", "August", "September", "October", "November", "December":
		return true
	}
	return false
}

// starter reports whether token i is a capitalised word that usually begins a
// sentence and seldom a name.
func (e *ender) starter(i int) bool {
	switch e.tokens[i].Form {
	case "The", "A", "An", "This", "That", "These", "Those", "There", "Here", "It", "Its", "He", "She", "They", "We", "I",
		"You", "His", "Her", "Their", "Our", "My", "In", "On", "At", "By", "For", "From", "With", "Without", "After",
		"Before", "Since", "Until", "While", "When", "Where", "Why", "How", "What", "Who", "Which", "If", "As", "Although",
		"Though", "Because", "But", "And", "Or", "So", "Yet", "However", "Meanwhile", "Moreover", "Also", "Both", "Some",
		"Many", "Most", "Several", "All", "No", "Not", "One", "Two", "Three", "Earlier", "Later", "Now", "Then", "Last",
		"Next", "According", "During", "Under", "Despite", "Once", "To", "Of", "Such", "Other", "Another", "Each", "Even",
		"Is", "Are", "Was", "Were", "Do", "Does", "Did", "Can", "Will", "Would", "Could", "Should", "Has", "Have", "Had":
		return true
	}
	return false
}

// cutPoint returns where to cut the overlong run of tokens [from, to): after
// its last semicolon, dash or comma in the second half, else at to.
func (e *ender) cutPoint(from, to int) int {
	for _, marks := range []string{";", "--|-|:", ","} {
		for j := to - 1; j > (from+to)/2; j-- {
			form := e.tokens[j].Form
			if len(form) <= 2 && strings.Contains("|"+marks+"|", "|"+form+"|") {
				return j + 1
			}
		}
	}
	return to
}
