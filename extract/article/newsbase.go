package article

import (
	"bytes"
	"regexp"
	"strings"
)

// News databases export many articles into one file. Three layouts are read:
//
//   - Nexis Uni: a heading block, "Body", the text, "Load-Date:", "End of Document";
//   - LexisNexis (older): "3 of 25 DOCUMENTS", "HEADLINE:", "BODY:", "LOAD-DATE:";
//   - Factiva: headline, by-line, "512 words", a date, the source, and after the
//     text "Document RTRS000020220118ei1i0004x".

// splitExport cuts a text that a news database exported, or returns nil where
// the text is none.
func splitExport(text string) []*Article {
	p := &exportPatterns
	switch {
	case p.nexisEnd.MatchString(text) && p.nexisBody.MatchString(text):
		return eachPart(p.nexisEnd.Split(text, -1), nexisArticle)
	case p.lexisStart.MatchString(text):
		return eachPart(p.lexisStart.Split(text, -1), lexisArticle)
	case p.factivaEnd.MatchString(text) && p.wordCount.MatchString(text):
		return factivaArticles(text)
	}
	return nil
}

var exportPatterns = struct{ nexisEnd, nexisBody, lexisStart, factivaEnd, wordCount, header, dateLine *regexp.Regexp }{
	nexisEnd:   regexp.MustCompile(`(?m)^[ \t]*End of Document[ \t]*$`),
	nexisBody:  regexp.MustCompile(`(?m)^[ \t]*Body[ \t]*$`),
	lexisStart: regexp.MustCompile(`(?m)^[ \t]*\d{1,5} of \d{1,5} DOCUMENTS?[ \t]*$`),
	factivaEnd: regexp.MustCompile(`(?m)^[ \t]*Document ([A-Za-z0-9]{20,40})[ \t]*$`),
	wordCount:  regexp.MustCompile(`(?m)^[ \t]*[\d,]{1,7} words[ \t]*$`),
	header:     regexp.MustCompile(`^([A-Z][A-Za-z-]{2,24}):\s*(.*)$`),
	dateLine:   regexp.MustCompile(`\b(?:(?:19|20)\d\d)\b`),
}

// mayBeExport tells cheaply whether it is worth to look for an export in a web page.
func mayBeExport(page []byte) bool {
	return bytes.Contains(page, []byte("End of Document")) || bytes.Contains(page, []byte("DOCUMENTS")) ||
		bytes.Contains(page, []byte("Document ")) && bytes.Contains(page, []byte(" words"))
}

func eachPart(parts []string, read func(lines []string) *Article) (articles []*Article) {
	for _, part := range parts {
		if a := read(strings.Split(part, "\n")); a != nil {
			articles = append(articles, a)
		}
	}
	return articles
}

// nexisArticle reads title, source and date above "Body", the text below.
func nexisArticle(lines []string) *Article {
	body := lineIs(lines, "Body")
	if body < 0 {
		return nil
	}
	a := &Article{}
	for _, line := range lines[:body] {
		line = strings.TrimSpace(line)
		switch field, value := exportHeader(line); {
		case field != "":
			a.set(field, value)
		case line == "" || strings.HasPrefix(line, "Copyright") || exportKey(line):
		case a.Title == "":
			a.Title = line
		case a.Publisher == "":
			a.Publisher = line
		case a.Published == "":
			a.Published = exportDay(line)
		}
	}
	a.Text = exportBody(a, lines[body+1:])
	return a
}

// lexisArticle reads the older layout, where every field but source and date is named.
func lexisArticle(lines []string) *Article {
	a := &Article{}
	for i, line := range lines {
		line = strings.TrimSpace(line)
		key, value, _ := strings.Cut(line, ":")
		switch {
		case key == "BODY":
			a.Text = exportBody(a, append([]string{value}, lines[i+1:]...))
			return a
		case key == "HEADLINE":
			a.Title = strings.TrimSpace(value)
		case key == "BYLINE":
			a.Author = strings.TrimSpace(value)
		case line == "" || exportKey(line):
		case a.Publisher == "":
			a.Publisher = line
		case a.Published == "":
			a.Published = exportDay(line)
		}
	}
	// Short items have no BODY: what follows the last field is the text.
	return nil
}

// exportBody is the text up to the fields that follow it, which are read.
func exportBody(a *Article, lines []string) string {
	end := len(lines)
	for i := len(lines) - 1; i >= 0; i-- {
		line := strings.TrimSpace(lines[i])
		if line != "" && !exportKey(line) && !strings.HasPrefix(line, "Copyright") {
			break
		}
		if field, value := exportHeader(line); field == "published" && a.Published == "" {
			a.Published = exportDay(value)
		}
		end = i
	}
	return strings.TrimSpace(strings.Join(lines[:end], "\n"))
}

// exportKey holds for a line that is a named field: "Length: 512 words".
func exportKey(line string) bool {
	m := exportPatterns.header.FindStringSubmatch(line)
	if m == nil {
		return false
	}
	switch strings.ToLower(m[1]) {
	case "length", "section", "byline", "dateline", "highlight", "load-date", "language", "publication-type", "journal-code", "subject", "industry",
		"geographic", "organization", "person", "classification", "graphic", "type", "correction-date", "series", "copyright", "notes", "link":
		return true
	}
	return false
}

func exportHeader(line string) (field, value string) {
	m := exportPatterns.header.FindStringSubmatch(line)
	if m == nil {
		return "", ""
	}
	switch strings.ToLower(m[1]) {
	case "byline":
		return "author", m[2]
	case "load-date":
		return "published", exportDay(m[2])
	case "link":
		return "url", m[2]
	}
	return "", ""
}

// exportDay reads "January 18, 2022 Tuesday 10:14 AM GMT" by its first words.
func exportDay(line string) string {
	if !exportPatterns.dateLine.MatchString(line) {
		return ""
	}
	words := strings.Fields(line)
	for n := min(len(words), 5); n >= 1; n-- {
		if day, ok := ParseDay(strings.Join(words[:n], " ")); ok {
			return day
		}
	}
	return ""
}

func lineIs(lines []string, want string) int {
	for i, line := range lines {
		if strings.TrimSpace(line) == want {
			return i
		}
	}
	return -1
}

// factivaArticles cuts at the document numbers that close each article.
func factivaArticles(text string) (articles []*Article) {
	start := 0
	for _, at := range exportPatterns.factivaEnd.FindAllStringSubmatchIndex(text, -1) {
		if a := factivaArticle(strings.Split(text[start:at[0]], "\n")); a != nil {
			a.ID = text[at[2]:at[3]]
			articles = append(articles, a)
		}
		start = at[1]
	}
	return articles
}

// factivaArticle reads the lines around the word count: headline and by-line
// above; date, time, source, code, language and copyright below, then the text.
func factivaArticle(lines []string) *Article {
	count := -1
	for i, line := range lines {
		if exportPatterns.wordCount.MatchString(line) {
			count = i
			break
		}
	}
	if count < 0 {
		return nil
	}
	a := &Article{}
	for _, line := range lines[:count] {
		line = strings.TrimSpace(line)
		switch {
		case line == "":
		case byline(line) != "":
			a.Author = byline(line)
		default:
			a.Title = line // section names stand above the headline
		}
	}
	i := count + 1
	for ; i < len(lines) && factivaField(a, strings.TrimSpace(lines[i])); i++ {
	}
	a.Text = strings.TrimSpace(strings.Join(lines[min(i, len(lines)):], "\n"))
	return a
}

// factivaField reads one line below the word count; false ends them.
func factivaField(a *Article, line string) bool {
	switch {
	case line == "":
		return true
	case a.Published == "":
		a.Published = exportDay(line)
		return true
	case len(line) <= 5 && strings.Contains(line, ":"): // 10:14
		return true
	case a.Publisher == "":
		a.Publisher = line
		return true
	case strings.HasPrefix(line, "Copyright") || strings.HasPrefix(line, "(c)") || strings.HasPrefix(line, "©"):
		return true
	case len(line) <= 20 && !strings.Contains(line, ". ") && len(strings.Fields(line)) <= 2: // code, page, language
		return true
	}
	return false
}
