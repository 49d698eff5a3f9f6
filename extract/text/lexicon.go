package text

import (
	_ "embed"
	"strings"
	"sync"
)

//go:embed data/abbreviations.txt
var abbreviationsTXT string

// abbreviation says what a full stop after a word means; see data/abbreviations.txt.
type abbreviation uint8

const (
	notAbbreviated abbreviation = iota
	titleAbbreviation
	innerAbbreviation
	numberAbbreviation
	monthAbbreviation
	finalAbbreviation
)

// abbreviations returns the table of abbreviations, keyed as data/abbreviations.txt writes them.
var abbreviations = sync.OnceValue(func() map[string]abbreviation {
	classes := map[string]abbreviation{
		"title": titleAbbreviation, "inner": innerAbbreviation, "number": numberAbbreviation,
		"month": monthAbbreviation, "final": finalAbbreviation,
	}
	table := map[string]abbreviation{}
	for line := range strings.Lines(abbreviationsTXT) {
		fields := strings.Fields(line)
		if len(fields) == 0 || classes[fields[0]] == notAbbreviated {
			continue
		}
		for _, w := range fields[1:] {
			table[w] = classes[fields[0]]
		}
	}
	return table
})

// lower writes the lower-case form of a short ASCII word into buf. It returns
// "" for words that are longer or not ASCII: no table here has such.
func lower(word string, buf *[16]byte) []byte {
	if len(word) > len(buf) {
		return nil
	}
	for i := 0; i < len(word); i++ {
		c := word[i]
		if c >= 0x80 {
			return nil
		}
		if c >= 'A' && c <= 'Z' {
			c |= 0x20
		}
		buf[i] = c
	}
	return buf[:len(word)]
}

// abbreviationOf classes a word that a full stop follows.
func abbreviationOf(word string) abbreviation {
	var buf [16]byte
	table := abbreviations()
	if class := table[string(lower(word, &buf))]; class != notAbbreviated {
		return class
	}
	return table[word]
}

// contraction returns where a word written without apostrophe is cut in two,
// as UD English cuts it ("can|not", "gon|na", "do|nt"), or 0.
func contraction(word string) int {
	var buf [16]byte
	switch w := lower(word, &buf); string(w) {
	case "cannot", "gonna", "wanna", "gotta", "gimme", "lemme":
		return 3
	case "dont", "cant":
		return 2
	case "didnt", "wasnt", "hasnt", "arent", "havent", "werent", "doesnt", "couldnt", "wouldnt", "shouldnt", "isnt", "hadnt":
		return len(word) - 2
	case "thats", "whats", "theres":
		return len(word) - 1
	case "youre", "theyre", "youve", "theyve", "weve":
		return len(word) - 2
	case "im":
		if word[0] == 'i' {
			return 1
		}
	}
	return 0
}

// hyphenPrefix reports whether a word before a hyphen is a prefix that UD
// English leaves joined to what follows ("anti-government", "e-mail",
// "mid-January"); other hyphens stand alone ("US - led"), and a word in
// capitals is no prefix ("UN - backed").
func hyphenPrefix(word string) bool {
	if len(word) > 1 && word[1] < 'a' {
		return false
	}
	var buf [16]byte
	switch string(lower(word, &buf)) {
	case "e", "non", "mid", "pre", "anti", "re", "post", "co", "over", "pro", "multi", "ex", "semi", "neo",
		"psycho", "cross", "inter", "intra", "sub", "mini", "counter", "socio", "un", "arch", "micro", "macro", "pan",
		"ultra", "trans", "super", "hyper", "bi", "tri", "quasi", "pseudo", "extra", "infra", "under", "mega",
		"meta", "proto", "para", "geo", "de", "uni", "nano", "bio", "electro", "hydro", "cyber", "crypto":
		return true
	}
	return false
}

// koreanSyllable reports whether a word is the second half of a Korean given
// name as newspapers write it.
func koreanSyllable(word string) bool {
	switch word {
	case "un", "il", "in", "hye", "hwan", "sik", "hyun", "jin", "soo", "su", "woo", "yon", "yeon", "jong", "ho", "min", "hee",
		"hui", "kyung", "ki", "seok", "suk", "young", "yong", "mi", "ju", "joo", "eun", "hwa", "joon", "jun", "geun", "keun", "sung",
		"chul", "chol", "won", "ryol", "hae", "nam", "gun", "tae", "ok", "yeol", "pyo", "shik", "kwan", "song", "chan", "guk",
		"kuk", "rim", "se", "kyu", "rae", "myung", "sook", "gil", "hwi", "seo", "ran", "wook", "kyun", "hoon", "bok", "dae":
		return true
	}
	return false
}

// unit reports whether letters right after a number are a unit, which stands
// apart ("5 | km", "10 | am"), and not part of it ("20th", "1990s", "3D").
func unit(word string) bool {
	switch word {
	case "am", "pm", "AM", "PM", "a.m", "p.m", "km", "kg", "mm", "MM", "cm", "m", "ft", "lb", "lbs", "k", "bn", "mn", "tn",
		"mph", "kph", "hp", "GB", "MB", "TB", "gb", "mb", "tb", "kb", "K", "MW", "GW", "kW", "mg", "ml", "min", "hrs", "hr", "hh", "nm", "mi", "oz", "sq",
		"pc", "pct", "million", "billion", "trillion", "Hz", "kHz", "MHz", "GHz", "KB", "Mbps", "yo", "yrs", "yr":
		return true
	}
	return false
}

// fileEnding reports whether a dotted part ends the name of a site or a file,
// so that the dots before it belong to the name.
func fileEnding(word string) bool {
	var buf [16]byte
	switch string(lower(word, &buf)) {
	case "com", "org", "net", "gov", "edu", "mil", "int", "info", "biz", "eu", "uk", "ru", "ua", "de", "fr", "cn", "us",
		"ca", "au", "nz", "jp", "il", "ir", "tv", "io", "ai", "me", "co", "ly", "app", "news", "html", "htm", "php", "pdf",
		"doc", "docx", "xls", "xlsx", "txt", "csv", "jpg", "png", "gif", "exe", "zip", "mp3", "mp4", "url", "aspx", "js":
		return true
	}
	return false
}
