package picture

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"golang.org/x/image/font"
	"golang.org/x/image/font/gofont/gobold"
	"golang.org/x/image/font/gofont/goregular"
	"golang.org/x/image/font/opentype"
)

// typefaces are the Go fonts, which cover Latin, Greek and Cyrillic.
type typefaces struct{ regular, bold *opentype.Font }

var loadFonts = sync.OnceValue(func() typefaces {
	regular, err := opentype.Parse(goregular.TTF)
	bold, err2 := opentype.Parse(gobold.TTF)
	if err != nil || err2 != nil {
		panic("picture: the embedded fonts do not parse") // they are part of the program
	}
	return typefaces{regular, bold}
})

// face is a font at a size. Faces keep caches and must not be shared by goroutines.
func face(size float64, bold bool) font.Face {
	f := loadFonts().regular
	if bold {
		f = loadFonts().bold
	}
	made, err := opentype.NewFace(f, &opentype.FaceOptions{Size: size, DPI: 72, Hinting: font.HintingNone})
	if err != nil {
		panic("picture: " + err.Error()) // NewFace fails on nil options only
	}
	return made
}

// width measures a label. What the font lacks — Arabic, Chinese — is taken as
// wide as its widest common glyphs, so that the SVG, which a viewer draws with
// fonts of its own, has room.
func width(text string, size float64, bold bool) float64 {
	f := face(size, bold)
	defer f.Close()
	total := 0.0
	for _, r := range text {
		if advance, ok := f.GlyphAdvance(r); ok && hasGlyph(r) {
			total += float64(advance) / 64
		} else if !unicode.Is(unicode.Mn, r) {
			total += size
		}
	}
	return total
}

func hasGlyph(r rune) bool {
	return unicode.In(r, unicode.Latin, unicode.Greek, unicode.Cyrillic, unicode.Common)
}

// shorten cuts a label to n runes, with an ellipsis, and cleans it of what no
// picture should show: control characters and turned writing directions.
func shorten(text string, n int) string {
	text = strings.Map(func(r rune) rune {
		if unicode.IsControl(r) || r >= '\u202a' && r <= '\u202e' || r >= '\u2066' && r <= '\u2069' || r == utf8.RuneError {
			return -1
		}
		return r
	}, text)
	if utf8.RuneCountInString(text) <= n {
		return text
	}
	return strings.TrimSpace(string([]rune(text)[:n-1])) + "…"
}
