package picture

import (
	"bytes"
	_ "embed"
	"math"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/go-fonts/dejavu/dejavusans"
	"github.com/go-fonts/dejavu/dejavusansbold"
	"github.com/go-text/typesetting/di"
	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/font/opentype"
	"github.com/go-text/typesetting/shaping"
	"golang.org/x/image/font/gofont/gobold"
	"golang.org/x/image/font/gofont/goregular"
	"golang.org/x/image/math/fixed"
)

// Droid Sans Fallback, Apache License 2.0: Chinese, Japanese and Korean.
//
//go:embed fonts/DroidSansFallback.ttf
var droidSansFallback []byte

// parsed is a font that is parsed when a text first needs it.
func parsed(ttf []byte) func() *font.Font {
	return sync.OnceValue(func() *font.Font {
		face, err := font.ParseTTF(bytes.NewReader(ttf))
		if err != nil {
			panic("picture: an embedded font does not parse: " + err.Error()) // they are part of the program
		}
		return face.Font
	})
}

// The fonts in the order they are asked for a letter: Go for most of Latin,
// Greek and Cyrillic; DejaVu for the rest of these, Vietnamese among it, and
// for Arabic, Hebrew, Armenian and Georgian; Droid for Chinese, Japanese and Korean.
var (
	regularFonts = [...]func() *font.Font{parsed(goregular.TTF), parsed(dejavusans.TTF), parsed(droidSansFallback)}
	boldFonts    = [...]func() *font.Font{parsed(gobold.TTF), parsed(dejavusansbold.TTF), regularFonts[2]}
)

// faces finds for each letter the first font that has it; a letter that none
// has is a box of the first. It serves one text and then goes.
type faces struct {
	bold bool
	made [len(regularFonts)]*font.Face
}

// ResolveFace implements [shaping.Fontmap].
func (f *faces) ResolveFace(r rune) *font.Face {
	for i := range f.made {
		if f.made[i] == nil {
			load := regularFonts[i]
			if f.bold {
				load = boldFonts[i]
			}
			f.made[i] = font.NewFace(load())
		}
		if _, ok := f.made[i].NominalGlyph(r); ok {
			return f.made[i]
		}
	}
	return f.made[0]
}

// setText is a text set in type: its glyphs as outlines, in units of the
// canvas, with the origin at the start of the baseline and y growing downwards.
type setText struct {
	width    float64
	outlines [][]stroked
}

// stroked is one piece of an outline; its kind says how many points count.
type stroked struct {
	op     opentype.SegmentOp
	points [3]point
}

// setLine shapes a line of text: joins Arabic letters, orders runs that read
// from the right, and takes each letter from the first font that has it.
func setLine(text string, size float64, bold bool) (set setText) {
	runes := []rune(text)
	if len(runes) == 0 {
		return set
	}
	input := shaping.Input{Text: runes, RunEnd: len(runes), Direction: di.DirectionLTR, Size: fixed.Int26_6(size * 64)}
	runs := (&shaping.Segmenter{}).Split(input, &faces{bold: bold})
	turnRuns(runs)
	shaper := &shaping.HarfbuzzShaper{}
	for _, run := range runs {
		set.add(shaper.Shape(run))
	}
	return set
}

// turnRuns puts neighbouring runs that read from the right, and the numbers
// among them, into the order they are seen in on a line that reads from the left.
func turnRuns(runs []shaping.Input) {
	fromRight := func(in shaping.Input) bool { return in.Direction.Progression() == di.TowardTopLeft }
	for i := 0; i < len(runs); {
		j := i + 1
		for fromRight(runs[i]) && j < len(runs) && (fromRight(runs[j]) || isNumber(runs[j])) {
			j++
		}
		slices.Reverse(runs[i:j])
		i = j
	}
}

func isNumber(in shaping.Input) bool {
	return !slices.ContainsFunc(in.Text[in.RunStart:in.RunEnd], func(r rune) bool { return !unicode.IsDigit(r) && !strings.ContainsRune(".,:/-", r) })
}

func (set *setText) add(run shaping.Output) {
	unit := pixels(run.Size) / float64(run.Face.Upem())
	for _, g := range run.Glyphs {
		at := point{set.width + pixels(g.XOffset), -pixels(g.YOffset)}
		if outline, ok := run.Face.GlyphData(g.GlyphID).(font.GlyphOutline); ok {
			set.outlines = append(set.outlines, placed(outline, at, unit))
		}
		set.width += pixels(g.Advance)
	}
}

func pixels(v fixed.Int26_6) float64 { return float64(v) / 64 }

func placed(outline font.GlyphOutline, at point, unit float64) []stroked {
	out := make([]stroked, len(outline.Segments))
	for i, s := range outline.Segments {
		out[i].op = s.Op
		for j, p := range s.Args {
			out[i].points[j] = point{at.x + float64(float64(p.X)*unit), at.y - float64(float64(p.Y)*unit)}
		}
	}
	return out
}

// width measures a text in the fonts it is painted in.
func width(text string, size float64, bold bool) float64 {
	return math.Ceil(setLine(text, size, bold).width*10) / 10
}

// shorten cuts a label to n runes, with an ellipsis, and cleans it of what no
// picture should show: control characters and turned writing directions.
func shorten(text string, n int) string {
	text = strings.Map(func(r rune) rune {
		switch {
		case r == '\n' || r == '\t' || r == '\r':
			return ' '
		case unicode.IsControl(r), unicode.Is(unicode.Bidi_Control, r), r == utf8.RuneError, r == '\u2028', r == '\u2029', r >= 0xfdd0 && r <= 0xfdef, r&0xfffe == 0xfffe:
			return -1
		}
		return r
	}, text)
	if utf8.RuneCountInString(text) <= n {
		return text
	}
	return strings.TrimSpace(string([]rune(text)[:n-1])) + "…"
}
