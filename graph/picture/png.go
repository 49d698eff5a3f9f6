package picture

import (
	"image"
	"image/color"
	"image/draw"
	"image/png"
	"io"
	"math"
	"strconv"

	"github.com/go-text/typesetting/font/opentype"
	"golang.org/x/image/vector"
)

// scale is how many pixels of a PNG one unit of the canvas takes: enough for print.
const scale = 2

// WritePNG paints the drawing, with the fonts that are part of the program, so
// that the same drawing gives the same bytes on every machine. A letter that
// none of them has is a box; the SVG shows it in the viewer's fonts.
func (c *Canvas) WritePNG(out io.Writer) error {
	img := image.NewRGBA(image.Rect(0, 0, int(math.Ceil(c.Width*scale)), int(math.Ceil(c.Height*scale))))
	draw.Draw(img, img.Bounds(), image.NewUniform(c.colour(Background, 1)), image.Point{}, draw.Src)
	for _, s := range c.shapes {
		c.paint(img, s)
	}
	return (&png.Encoder{CompressionLevel: png.DefaultCompression}).Encode(out, img)
}

func (c *Canvas) paint(img *image.RGBA, s shape) {
	switch s := s.(type) {
	case polyline:
		opacity := 1.0
		if s.faded {
			opacity = 0.35
		}
		for _, segment := range segments(s) {
			fill(img, stroke(segment[0], segment[1], s.width), c.colour(s.ink, opacity))
		}
	case polygon:
		fill(img, s.points, c.colour(s.ink, s.shade))
	case circle:
		fill(img, ring(s.at, s.radius), c.colour(s.ink, 1))
	case plate:
		fill(img, rounded(s), c.colour(s.ink, 1))
	case label:
		c.letter(img, s)
	}
}

func (c *Canvas) colour(ink Ink, opacity float64) color.NRGBA {
	v, _ := strconv.ParseUint(c.Theme[ink][1:], 16, 32)
	return color.NRGBA{uint8(v >> 16), uint8(v >> 8), uint8(v), uint8(math.Round(opacity * 255))}
}

// fill paints a polygon, in a raster no larger than its bounding box.
func fill(img *image.RGBA, ps []point, c color.Color) {
	box := bounds(ps).Intersect(img.Bounds())
	if box.Empty() {
		return
	}
	r := vector.NewRasterizer(box.Dx(), box.Dy())
	for i, p := range ps {
		x, y := float32(p.x*scale-float64(box.Min.X)), float32(p.y*scale-float64(box.Min.Y))
		if i == 0 {
			r.MoveTo(x, y)
		} else {
			r.LineTo(x, y)
		}
	}
	r.ClosePath()
	r.Draw(img, box, image.NewUniform(c), image.Point{})
}

func bounds(ps []point) (box image.Rectangle) {
	for i, p := range ps {
		at := image.Rect(int(math.Floor(p.x*scale)), int(math.Floor(p.y*scale)), int(math.Ceil(p.x*scale))+1, int(math.Ceil(p.y*scale))+1)
		if i == 0 {
			box = at
		} else {
			box = box.Union(at)
		}
	}
	return box
}

// segments cuts a polyline into straight pieces, and those into dashes.
func segments(l polyline) (out [][2]point) {
	const dash, gap = 6.0, 5.0
	for i := 1; i < len(l.points); i++ {
		a, b := l.points[i-1], l.points[i]
		if !l.dashed {
			out = append(out, [2]point{a, b})
			continue
		}
		length := math.Hypot(b.x-a.x, b.y-a.y)
		for at := 0.0; at < length; at += dash + gap {
			out = append(out, [2]point{between(a, b, at/length), between(a, b, math.Min(at+dash, length)/length)})
		}
	}
	return out
}

func between(a, b point, t float64) point {
	return point{a.x + float64((b.x-a.x)*t), a.y + float64((b.y-a.y)*t)}
}

// stroke is the rectangle of a line of that width.
func stroke(a, b point, width float64) []point {
	length := math.Hypot(b.x-a.x, b.y-a.y)
	if length == 0 {
		return ring(a, width/2)
	}
	dx, dy := (b.y-a.y)/length*width/2, -(b.x-a.x)/length*width/2
	return []point{{a.x + dx, a.y + dy}, {b.x + dx, b.y + dy}, {b.x - dx, b.y - dy}, {a.x - dx, a.y - dy}}
}

func ring(at point, radius float64) []point {
	const sides = 48
	ps := make([]point, sides)
	for i := range ps {
		sin, cos := math.Sincos(2 * math.Pi * float64(i) / sides)
		ps[i] = point{at.x + float64(radius*cos), at.y + float64(radius*sin)}
	}
	return ps
}

// rounded is the outline of a plate.
func rounded(p plate) (ps []point) {
	const steps = 12
	r := math.Min(p.corner, math.Min(p.width, p.height)/2)
	for i, at := range [...]point{{p.x + p.width - r, p.y + r}, {p.x + p.width - r, p.y + p.height - r}, {p.x + r, p.y + p.height - r}, {p.x + r, p.y + r}} {
		for j := range steps + 1 {
			sin, cos := math.Sincos((float64(i) - 1 + float64(j)/steps) * math.Pi / 2)
			ps = append(ps, point{at.x + float64(r*cos), at.y + float64(r*sin)})
		}
	}
	return ps
}

// letter paints a label from the outlines of its glyphs.
func (c *Canvas) letter(img *image.RGBA, l label) {
	set := setLine(l.text, l.size, l.bold)
	x := -set.width * float64(l.anchor) / 2
	place := func(p point) point { return point{l.at.x + x + p.x, l.at.y + p.y} }
	if l.turned {
		place = func(p point) point { return point{l.at.x + p.y, l.at.y - x - p.x} }
	}
	for _, outline := range set.outlines {
		c.glyph(img, outline, place, l.ink)
	}
}

func (c *Canvas) glyph(img *image.RGBA, outline []stroked, place func(point) point, ink Ink) {
	var corners []point
	for i := range outline {
		for j := range outline[i].points {
			outline[i].points[j] = place(outline[i].points[j])
		}
		corners = append(corners, outline[i].points[:argumentsOf(outline[i].op)]...)
	}
	box := bounds(corners).Intersect(img.Bounds())
	if box.Empty() {
		return
	}
	r := vector.NewRasterizer(box.Dx(), box.Dy())
	for _, s := range outline {
		trace(r, s, box.Min)
	}
	r.ClosePath()
	r.Draw(img, box, image.NewUniform(c.colour(ink, 1)), image.Point{})
}

func argumentsOf(op opentype.SegmentOp) int {
	switch op {
	case opentype.SegmentOpQuadTo:
		return 2
	case opentype.SegmentOpCubeTo:
		return 3
	}
	return 1
}

// trace adds one piece of an outline to a raster whose corner is at origin.
func trace(r *vector.Rasterizer, s stroked, origin image.Point) {
	var x, y [3]float32
	for i, p := range s.points {
		x[i], y[i] = float32(p.x*scale-float64(origin.X)), float32(p.y*scale-float64(origin.Y))
	}
	switch s.op {
	case opentype.SegmentOpMoveTo:
		r.ClosePath()
		r.MoveTo(x[0], y[0])
	case opentype.SegmentOpLineTo:
		r.LineTo(x[0], y[0])
	case opentype.SegmentOpQuadTo:
		r.QuadTo(x[0], y[0], x[1], y[1])
	case opentype.SegmentOpCubeTo:
		r.CubeTo(x[0], y[0], x[1], y[1], x[2], y[2])
	}
}
