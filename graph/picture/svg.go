package picture

import (
	"bufio"
	"fmt"
	"io"
	"strconv"
	"strings"
)

// WriteSVG writes the drawing as SVG 1.1 without scripts, links or outside fonts.
func (c *Canvas) WriteSVG(out io.Writer) error {
	w := bufio.NewWriter(out)
	fmt.Fprintf(w, "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%[1]s\" height=\"%[2]s\" viewBox=\"0 0 %[1]s %[2]s\" font-family=\"Go, 'Noto Sans', 'Open Sans', Helvetica, Arial, sans-serif\" role=\"img\">\n",
		num(c.Width), num(c.Height))
	fmt.Fprintf(w, "<title>%s</title>\n<rect width=\"100%%\" height=\"100%%\" fill=\"%s\"/>\n", svgText(c.Title), c.Theme[Background])
	for _, s := range c.shapes {
		c.svgShape(w, s)
	}
	w.WriteString("</svg>\n")
	return w.Flush()
}

func (c *Canvas) svgShape(w *bufio.Writer, s shape) {
	switch s := s.(type) {
	case polyline:
		fmt.Fprintf(w, "<polyline points=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"%s\" stroke-linecap=\"round\"", svgPoints(s.points), c.Theme[s.ink], num(s.width))
		if s.dashed {
			w.WriteString(" stroke-dasharray=\"6 5\"")
		}
		if s.faded {
			w.WriteString(" stroke-opacity=\"0.35\"")
		}
		w.WriteString("/>\n")
	case polygon:
		fmt.Fprintf(w, "<polygon points=\"%s\" fill=\"%s\" fill-opacity=\"%s\"/>\n", svgPoints(s.points), c.Theme[s.ink], strconv.FormatFloat(s.shade, 'f', 2, 64))
	case circle:
		fmt.Fprintf(w, "<circle cx=\"%s\" cy=\"%s\" r=\"%s\" fill=\"%s\"/>\n", num(s.at.x), num(s.at.y), num(s.radius), c.Theme[s.ink])
	case plate:
		fmt.Fprintf(w, "<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" rx=\"%s\" fill=\"%s\"/>\n", num(s.x), num(s.y), num(s.width), num(s.height), num(s.corner), c.Theme[s.ink])
	case label:
		c.svgLabel(w, s)
	}
}

func (c *Canvas) svgLabel(w *bufio.Writer, l label) {
	fmt.Fprintf(w, "<text x=\"%s\" y=\"%s\" font-size=\"%s\" fill=\"%s\" text-anchor=\"%s\"", num(l.at.x), num(l.at.y), num(l.size), c.Theme[l.ink], [...]string{"start", "middle", "end"}[l.anchor])
	if l.bold {
		w.WriteString(" font-weight=\"bold\"")
	}
	if l.turned {
		fmt.Fprintf(w, " transform=\"rotate(-90 %s %s)\"", num(l.at.x), num(l.at.y))
	}
	// The measured length is binding: a viewer with a wider font squeezes it in.
	fmt.Fprintf(w, " textLength=\"%s\" lengthAdjust=\"spacingAndGlyphs\">%s</text>\n", num(width(l.text, l.size, l.bold)), svgText(l.text))
}

func svgPoints(ps []point) string {
	parts := make([]string, len(ps))
	for i, p := range ps {
		parts[i] = num(p.x) + "," + num(p.y)
	}
	return strings.Join(parts, " ")
}

// num writes a coordinate to a tenth of a pixel, the same on every platform.
func num(f float64) string {
	s := strconv.FormatFloat(f, 'f', 1, 64)
	s = strings.TrimSuffix(s, ".0")
	if s == "-0" {
		return "0"
	}
	return s
}

func svgText(s string) string {
	return svgEscapes.Replace(shorten(s, 1<<16))
}

var svgEscapes = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;")

// DarkRules are style rules that turn a drawing of the [Light] theme on a web
// page into one of the [Dark] theme.
func DarkRules() string {
	var b strings.Builder
	for ink, light := range Light {
		fmt.Fprintf(&b, "svg [fill=\"%[1]s\"] { fill: %[2]s } svg [stroke=\"%[1]s\"] { stroke: %[2]s }\n", light, Dark[ink])
	}
	return b.String()
}
