package article

import (
	"math"

	"github.com/ledongthuc/pdf"
)

// glyph is a mark on a page that stands for one or more letters.
type glyph struct {
	letters           string
	x, y, width, size float64
}

// pdfPen follows the text operators of a page (ISO 32000-1, 9.4) and notes
// where each glyph falls. Only what moves text is followed: matrices, spacing,
// fonts.
type pdfPen struct {
	page   pdf.Page
	fonts  map[string]*pdfFont
	state  penState
	saved  []penState
	matrix matrix // of the text
	line   matrix // of the start of the line
	glyphs []glyph
	left   int // glyphs that may still come
}

// penState is what "q" saves and "Q" brings back.
type penState struct {
	font                                           *pdfFont
	size, charSpace, wordSpace, scale, lead, raise float64
	page                                           matrix
}

// matrix maps a point (x, y) to (a·x + c·y + e, b·x + d·y + f).
type matrix struct{ a, b, c, d, e, f float64 }

func (m matrix) times(n matrix) matrix {
	return matrix{
		m.a*n.a + m.b*n.c, m.a*n.b + m.b*n.d, m.c*n.a + m.d*n.c, m.c*n.b + m.d*n.d,
		m.e*n.a + m.f*n.c + n.e, m.e*n.b + m.f*n.d + n.f,
	}
}

func shift(x, y float64) matrix { return matrix{1, 0, 0, 1, x, y} }

// pdfGlyphs lists the glyphs of a page in the order they are drawn, at most as
// many as limit says.
func pdfGlyphs(page pdf.Page, fonts map[string]*pdfFont, limit int) []glyph {
	contents := page.V.Key("Contents")
	if page.V.IsNull() || contents.IsNull() {
		return nil
	}
	p := &pdfPen{page: page, fonts: fonts, left: limit}
	p.state.scale, p.state.page = 1, shift(0, 0)
	pdf.Interpret(contents, func(stack *pdf.Stack, op string) {
		args := make([]pdf.Value, stack.Len())
		for i := len(args) - 1; i >= 0; i-- {
			args[i] = stack.Pop()
		}
		p.do(op, args)
	})
	return p.glyphs
}

// numbers are the operands of an operator; missing ones are 0.
func numbers(args []pdf.Value) (n [6]float64) {
	for i := range min(len(args), len(n)) {
		if n[i] = args[i].Float64(); math.IsNaN(n[i]) || math.IsInf(n[i], 0) {
			n[i] = 0
		}
	}
	return n
}

func (p *pdfPen) do(op string, args []pdf.Value) {
	n := numbers(args)
	switch op {
	case "q":
		if len(p.saved) < 64 {
			p.saved = append(p.saved, p.state)
		}
	case "Q":
		if last := len(p.saved) - 1; last >= 0 {
			p.state, p.saved = p.saved[last], p.saved[:last]
		}
	case "cm":
		p.state.page = matrix{n[0], n[1], n[2], n[3], n[4], n[5]}.times(p.state.page)
	case "BT":
		p.line = shift(0, 0)
		p.matrix = p.line
	case "Tm":
		p.line = matrix{n[0], n[1], n[2], n[3], n[4], n[5]}
		p.matrix = p.line
	case "Tc":
		p.state.charSpace = n[0]
	case "Tw":
		p.state.wordSpace = n[0]
	case "Tz":
		p.state.scale = n[0] / 100
	case "TL":
		p.state.lead = n[0]
	case "Ts":
		p.state.raise = n[0]
	case "Tf":
		p.font(args)
	default:
		p.text(op, args, n)
	}
}

// text follows the operators that go to a line or show text.
func (p *pdfPen) text(op string, args []pdf.Value, n [6]float64) {
	switch op {
	case "TD":
		p.state.lead = -n[1]
		p.next(n[0], n[1])
	case "Td":
		p.next(n[0], n[1])
	case "T*":
		p.next(0, -p.state.lead)
	case `"`:
		p.state.wordSpace, p.state.charSpace = n[0], n[1]
		p.next(0, -p.state.lead)
		p.show(args[len(args)-1:])
	case "'":
		p.next(0, -p.state.lead)
		p.show(args)
	case "Tj":
		p.show(args)
	case "TJ":
		if len(args) == 1 {
			pieces := make([]pdf.Value, args[0].Len())
			for i := range pieces {
				pieces[i] = args[0].Index(i)
			}
			p.show(pieces)
		}
	}
}

func (p *pdfPen) next(x, y float64) {
	p.line = shift(x, y).times(p.line)
	p.matrix = p.line
}

func (p *pdfPen) font(args []pdf.Value) {
	if len(args) != 2 {
		return
	}
	p.state.size = args[1].Float64()
	name := args[0].Name()
	value := p.page.Font(name)
	key := name + value.BaseFont() + value.V.Key("ToUnicode").String()
	if p.fonts[key] == nil {
		p.fonts[key] = newPDFFont(value)
	}
	p.state.font = p.fonts[key]
}

// show draws strings; numbers between them move the pen back by thousandths.
func (p *pdfPen) show(pieces []pdf.Value) {
	s := &p.state
	for _, piece := range pieces {
		if piece.Kind() != pdf.String {
			p.matrix = shift(-piece.Float64()/1000*s.size*s.scale, 0).times(p.matrix)
			continue
		}
		raw := piece.RawString()
		for step := s.font.step(); len(raw) > 0 && p.left > 0; raw = raw[min(step, len(raw)):] {
			code := raw[:min(step, len(raw))]
			letters, width := s.font.glyph(code)
			at := matrix{s.size * s.scale, 0, 0, s.size, 0, s.raise}.times(p.matrix).times(s.page)
			p.glyphs = append(p.glyphs, glyph{letters, at.e, at.f, width * at.a, math.Hypot(at.c, at.d)})
			p.left--
			advance := width*s.size + s.charSpace
			if code == " " {
				advance += s.wordSpace
			}
			p.matrix = shift(advance*s.scale, 0).times(p.matrix)
		}
	}
}

// pdfFont knows the letters and the width of each code of a font.
type pdfFont struct {
	font   pdf.Font
	bytes  int // of a code: composite fonts have two
	wide   map[int]float64
	usual  float64 // width of the codes not in wide
	glyphs map[string]pdfGlyph
}

type pdfGlyph struct {
	letters string
	width   float64 // in sizes of the type
}

// maxCodes bounds the widths that are read of one font.
const maxCodes = 1 << 16

func newPDFFont(font pdf.Font) *pdfFont {
	f := &pdfFont{font: font, bytes: 1, wide: map[int]float64{}, glyphs: map[string]pdfGlyph{}}
	if font.V.Key("Subtype").Name() != "Type0" {
		f.usual = font.V.Key("FontDescriptor").Key("MissingWidth").Float64()
		for i, w := range font.Widths() {
			f.wide[font.FirstChar()+i] = w
		}
		return f
	}
	f.bytes = 2
	below := font.V.Key("DescendantFonts").Index(0)
	if f.usual = below.Key("DW").Float64(); below.Key("DW").IsNull() {
		f.usual = 1000
	}
	f.composite(below.Key("W"))
	return f
}

// composite reads widths written as "first [w w w]" or "first last w".
func (f *pdfFont) composite(widths pdf.Value) {
	for i := 0; i+1 < widths.Len() && len(f.wide) < maxCodes; {
		first, second := int(widths.Index(i).Int64()), widths.Index(i+1)
		if second.Kind() == pdf.Array {
			for j := range min(second.Len(), maxCodes) {
				f.wide[first+j] = second.Index(j).Float64()
			}
			i += 2
			continue
		}
		for code := first; code <= int(second.Int64()) && len(f.wide) < maxCodes; code++ {
			f.wide[code] = widths.Index(i + 2).Float64()
		}
		i += 3
	}
}

func (f *pdfFont) step() int {
	if f == nil {
		return 1
	}
	return f.bytes
}

func (f *pdfFont) glyph(code string) (letters string, width float64) {
	if f == nil {
		return code, 0
	}
	g, known := f.glyphs[code]
	if !known {
		number := 0
		for _, b := range []byte(code) {
			number = number<<8 | int(b)
		}
		w, given := f.wide[number]
		if !given {
			w = f.usual
		}
		g = pdfGlyph{f.font.Encoder().Decode(code), w / 1000}
		f.glyphs[code] = g
	}
	return g.letters, g.width
}
