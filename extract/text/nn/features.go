package nn

import (
	"math"
	"unicode"
	"unicode/utf8"
)

// Numbers of rows of the hashed embedding tables.
const (
	GramRows  = 16384
	AffixRows = 4096
	ShapeRows = 512
)

// Features holds what the network sees of the words of one sentence: rows of
// the embedding tables, token by token.
type Features struct {
	Word, Prefix, Suffix, Shape []int32
	Grams                       []int32 // rows of all words, one after another
	GramEnd                     []int32 // the rows of word i end here

	lower []rune
	key   []byte
}

// Reset empties f for a new sentence.
func (f *Features) Reset() {
	f.Word, f.Prefix, f.Suffix, f.Shape = f.Word[:0], f.Prefix[:0], f.Suffix[:0], f.Shape[:0]
	f.Grams, f.GramEnd = f.Grams[:0], f.GramEnd[:0]
}

// Add appends the features of word. IDs gives the row of a normal form.
func (f *Features) Add(word string, ids map[string]int32) {
	f.fold(word)
	f.Word = append(f.Word, ids[string(f.key)])
	n := len(f.lower)
	f.Prefix = append(f.Prefix, hashRunes('<', f.lower[:min(3, n)])%AffixRows)
	f.Suffix = append(f.Suffix, hashRunes('>', f.lower[max(0, n-3):])%AffixRows)
	f.Shape = append(f.Shape, shape(word)%ShapeRows)
	f.grams()
	f.GramEnd = append(f.GramEnd, int32(len(f.Grams)))
}

// NormalForm returns the form under which a vocabulary holds word: lower case,
// every digit 0.
func NormalForm(word string) string {
	var f Features
	f.fold(word)
	return string(f.key)
}

// fold sets lower and key to the normal form of word, cut after 40 letters.
func (f *Features) fold(word string) {
	f.lower, f.key = f.lower[:0], f.key[:0]
	for _, r := range word {
		if len(f.lower) == 40 {
			break
		}
		r = unicode.ToLower(r)
		if unicode.IsDigit(r) {
			r = '0'
		}
		f.lower = append(f.lower, r)
		f.key = utf8.AppendRune(f.key, r)
	}
}

// grams appends the prefixes and suffixes of 1 to 5 letters and all runs of 3
// and 4 letters of the word between its boundary marks.
func (f *Features) grams() {
	w := f.lower
	for n := 1; n <= min(5, len(w)); n++ {
		f.Grams = append(f.Grams, hashRunes('^', w[:n])%GramRows, hashRunes('$', w[len(w)-n:])%GramRows)
	}
	for n := 3; n <= 4; n++ {
		for i := 0; i+n <= len(w); i++ {
			f.Grams = append(f.Grams, hashRunes('-', w[i:i+n])%GramRows)
		}
	}
}

// hashRunes is FNV-1a over a kind and some letters, mixed once more, never negative.
func hashRunes(kind byte, runes []rune) int32 {
	h := (uint32(2166136261) ^ uint32(kind)) * 16777619
	for _, r := range runes {
		h = (h ^ uint32(r)) * 16777619
	}
	h ^= h >> 15
	h *= 0x85ebca6b
	h ^= h >> 13
	return int32(h & math.MaxInt32)
}

// shape hashes the word with letters replaced by their class; a run of more
// than three of a class counts as three.
func shape(word string) int32 {
	var buf [16]rune
	out := buf[:0]
	for _, r := range word {
		c := class(r)
		if n := len(out); n >= 3 && out[n-1] == c && out[n-2] == c && out[n-3] == c {
			continue
		}
		if len(out) == cap(buf[:]) {
			break
		}
		out = append(out, c)
	}
	return hashRunes('#', out)
}

func class(r rune) rune {
	switch {
	case unicode.IsUpper(r):
		return 'X'
	case unicode.IsLetter(r):
		return 'x'
	case unicode.IsDigit(r):
		return '0'
	}
	return r
}
