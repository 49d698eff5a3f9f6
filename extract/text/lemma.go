package text

import (
	"bufio"
	"bytes"
	"compress/gzip"
	_ "embed"
	"fmt"
	"strconv"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

//go:embed lemmas.tsv.gz
var lemmasGZ []byte

// LemmaRule turns a word form into its lemma: cut so many bytes off its end,
// append the rest.
type LemmaRule struct {
	Cut    int
	Append string
}

// Lemmatizer finds the dictionary form of a word by its tag and its longest
// known ending. A key is a tag, a blank and an ending, or the whole word with
// "^" before it; the longest key that fits decides. Package train learns the table
// from treebanks, keeping only keys that say something else than the next shorter one.
type Lemmatizer struct {
	tags  map[string]byte
	rules map[string]LemmaRule // by tag byte and ending
}

// MaxEnding is the length in bytes of the longest ending in a table of lemma rules.
const MaxEnding = 7

// NewLemmatizer makes a lemmatizer of keys and rules.
func NewLemmatizer(rules map[string]LemmaRule) *Lemmatizer {
	l := &Lemmatizer{tags: map[string]byte{}, rules: make(map[string]LemmaRule, len(rules))}
	for key := range rules {
		tag, _, _ := strings.Cut(key, " ")
		l.tags[tag] = 0
	}
	n := byte(1)
	for _, tag := range sortedKeys(l.tags) {
		l.tags[tag] = n
		n++
	}
	for key, rule := range rules {
		tag, ending, _ := strings.Cut(key, " ")
		l.rules[string(l.tags[tag])+ending] = rule
	}
	return l
}

// readLemmas reads the table as train writes it: key, bytes to cut, what to append.
func readLemmas(gz []byte) (*Lemmatizer, error) {
	z, err := gzip.NewReader(bytes.NewReader(gz))
	if err != nil {
		return nil, fmt.Errorf("lemma table: %w", err)
	}
	rules := map[string]LemmaRule{}
	sc := bufio.NewScanner(z)
	for sc.Scan() {
		cols := strings.Split(sc.Text(), "\t")
		if strings.HasPrefix(cols[0], "#") || len(cols) != 3 {
			continue
		}
		cut, err := strconv.Atoi(cols[1])
		if err != nil {
			return nil, fmt.Errorf("lemma table: key %q: %w", cols[0], err)
		}
		rules[cols[0]] = LemmaRule{cut, cols[2]}
	}
	return NewLemmatizer(rules), sc.Err()
}

// lemmas is the embedded table.
var lemmas = sync.OnceValue(func() *Lemmatizer {
	l, err := readLemmas(lemmasGZ)
	if err != nil {
		return NewLemmatizer(nil) // the file is embedded: a test reads it
	}
	return l
})

// Lemmas returns the lemmatizer learnt from the treebanks.
func Lemmas() *Lemmatizer { return lemmas() }

// Lemma returns the dictionary form of a word that has the Penn Treebank tag
// xpos: lower case, except that proper nouns keep their capitals.
func (l *Lemmatizer) Lemma(form, xpos string) string {
	word := form
	if !strings.HasPrefix(xpos, "NNP") {
		word = strings.ToLower(form)
	}
	rule, ok := l.find(word, xpos)
	if !ok || rule.Cut == 0 && rule.Append == "" || rule.Cut > len(word) || rule.Cut == len(word) && rule.Append == "" {
		return word
	}
	return word[:len(word)-rule.Cut] + rule.Append
}

// lemmatize gives every token its lemma by its tag.
func (s *Sentence) lemmatize() {
	table := lemmas()
	for i := range s.Tokens {
		t := &s.Tokens[i]
		t.Lemma = table.Lemma(t.Form, t.XPOS)
		if len(t.Form) > 6 && strings.HasPrefix(t.XPOS, "VB") && strings.HasSuffix(t.Lemma, "all") && !endsInAll(t.Lemma) {
			t.Lemma = t.Lemma[:len(t.Lemma)-1] // "initialled", "signalling"
		}
	}
}

// endsInAll holds for verbs that end in "all"; those in "al" double it in British spelling.
func endsInAll(lemma string) bool {
	switch lemma {
	case "call", "recall", "fall", "befall", "stall", "install", "reinstall", "forestall", "wall", "haul", "appall", "enthrall", "squall", "brawl", "ball", "mall", "maul", "all":
		return true
	}
	return strings.HasSuffix(lemma, "call")
}

// find looks up the longest ending.
func (l *Lemmatizer) find(word, xpos string) (LemmaRule, bool) {
	tag, ok := l.tags[xpos]
	if !ok || len(word) > 60 {
		return LemmaRule{}, false
	}
	var buf [64]byte
	buf[0], buf[1] = tag, '^'
	n := 2 + copy(buf[2:], word)
	for i := 2; i < n; i++ {
		if c := buf[i]; c >= 'A' && c <= 'Z' {
			buf[i] |= 0x20
		}
	}
	if rule, ok := l.rules[string(buf[:n])]; ok {
		return rule, true
	}
	for i := max(2, n-MaxEnding); i <= n; i++ {
		buf[i-1] = tag
		if rule, ok := l.rules[string(buf[i-1:n])]; ok {
			return rule, true
		}
	}
	return LemmaRule{}, false
}

// RuleFor returns the rule that makes lemma of form, both compared without
// regard to case.
func RuleFor(form, lemma string) LemmaRule {
	i := 0
	for i < len(form) && i < len(lemma) {
		a, n := utf8.DecodeRuneInString(form[i:])
		b, m := utf8.DecodeRuneInString(lemma[i:])
		if n != m || unicode.ToLower(a) != unicode.ToLower(b) {
			break
		}
		i += n
	}
	return LemmaRule{len(form) - i, lemma[i:]}
}
