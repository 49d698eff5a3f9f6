package picture

import (
	"image"
	"image/color"
	"image/draw"
	"image/png"
	"io"
	"math"
	"strconv"

	"golang.org/x/image/font"
	"golang.org/x/image/math/fixed"
	"golang.org/x/image/vector"
)

// scale is how many pixels of a PNG one unit of the canvas takes: enough for print.
const scale = 2

// WritePNG paints the drawing. Letters the embedded font lacks are drawn as
// boxes; the SVG shows them in the viewer's fonts.
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

func (c *Canvas) letter(img *image.RGBA, l label) {
	f := face(l.size*scale, l.bold)
	defer f.Close()
	x := l.at.x
	switch l.anchor {
	case middle:
		x -= width(l.text, l.size, l.bold) / 2
	case end:
		x -= width(l.text, l.size, l.bold)
	}
	if l.turned {
		c.turned(img, l, f)
		return
	}
	d := font.Drawer{Dst: img, Src: image.NewUniform(c.colour(l.ink, 1)), Face: f, Dot: fixed.P(int(x*scale), int(l.at.y*scale))}
	d.DrawString(l.text)
}

// turned paints a label that reads upwards: flat first, then turned pixel by pixel.
func (c *Canvas) turned(img *image.RGBA, l label, f font.Face) {
	w, h := int(width(l.text, l.size, l.bold)*scale)+scale, int(l.size*scale*3/2)
	flat := image.NewRGBA(image.Rect(0, 0, w, h))
	base := int(l.size * scale)
	d := font.Drawer{Dst: flat, Src: image.NewUniform(c.colour(l.ink, 1)), Face: f, Dot: fixed.P(0, base)}
	d.DrawString(l.text)
	up := image.NewRGBA(image.Rect(0, 0, h, w))
	for y := range h {
		for x := range w {
			up.SetRGBA(y, w-1-x, flat.RGBAAt(x, y))
		}
	}
	at := image.Pt(int(l.at.x*scale)-base, int(l.at.y*scale)-w)
	draw.Draw(img, up.Bounds().Add(at), up, image.Point{}, draw.Over)
}
