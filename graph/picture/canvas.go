package picture

import "math"

// Canvas is a drawing: shapes in paint order on a page of Width × Height
// pixels, origin at the top left.
type Canvas struct {
	Width, Height float64
	Title         string // for screen readers
	Theme         Theme
	shapes        []shape
}

type shape interface{ isShape() }

// Ink is one of a theme's colours.
type Ink int

// The inks of a theme.
const (
	Background Ink = iota
	Text
	Faint // captions, dates
	PersonInk
	StateInk
	OrganisationInk
	GroupInk
	PlaceInk
	Line
	Accent // denied, cancelled
)

// Theme gives every ink a colour, as #rrggbb.
type Theme [Accent + 1]string

// Light and dark theme. The colours of the kinds are Okabe and Ito's, which
// colour-blind readers can tell apart, darkened for the light page and lightened
// for the dark one until words in them can be read (WCAG 2.2, contrast 4.5:1).
var (
	Light = Theme{"#ffffff", "#1a1a1a", "#666666", "#0072b2", "#b94f00", "#007a59", "#a8497f", "#806400", "#878787", "#c1121f"}
	Dark  = Theme{"#15181c", "#eceff1", "#a3adb5", "#56b4e9", "#ff8f3f", "#2fc79b", "#e79ac4", "#e6c84a", "#86919a", "#ff7b7b"}
)

type point struct{ x, y float64 }

// polyline is a stroked path; dashed when what it stands for is only planned.
type polyline struct {
	points []point
	ink    Ink
	width  float64
	dashed bool
	faded  bool
}

// polygon is a filled shape.
type polygon struct {
	points []point
	ink    Ink
	shade  float64 // opacity, 0–1
}

type circle struct {
	at     point
	radius float64
	ink    Ink
}

// plate is a rectangle with round corners.
type plate struct {
	x, y, width, height, corner float64
	ink                         Ink
}

type anchor int

const (
	start anchor = iota
	middle
	end
)

// label is one line of words. Its y is the baseline.
type label struct {
	at     point
	text   string
	size   float64
	ink    Ink
	anchor anchor
	bold   bool
	turned bool // reads upwards, at is where it starts
}

func (polyline) isShape() {}
func (polygon) isShape()  {}
func (circle) isShape()   {}
func (plate) isShape()    {}
func (label) isShape()    {}

func (c *Canvas) add(s ...shape) { c.shapes = append(c.shapes, s...) }

// widen makes the page at least so wide that x and a margin fit.
func (c *Canvas) widen(x float64) { c.Width = math.Max(c.Width, math.Ceil(x+margin)) }

func rectangle(x, y, w, h float64, ink Ink, shade float64) polygon {
	return polygon{[]point{{x, y}, {x + w, y}, {x + w, y + h}, {x, y + h}}, ink, shade}
}

// cross strikes a line through at its middle: it did not happen. A rim of the
// page's colour lifts it off whatever is below.
func cross(at point, size float64) (shapes []shape) {
	stroke := func(ink Ink, width float64) {
		shapes = append(shapes,
			polyline{points: []point{{at.x - size, at.y - size}, {at.x + size, at.y + size}}, ink: ink, width: width},
			polyline{points: []point{{at.x - size, at.y + size}, {at.x + size, at.y - size}}, ink: ink, width: width})
	}
	stroke(Background, 5)
	stroke(Accent, 2.2)
	return shapes
}

// run sets words of several looks one after the other, and returns where they end.
func (c *Canvas) run(x, y float64, words ...label) float64 {
	for _, w := range words {
		if w.text == "" {
			continue
		}
		w.at = point{x, y}
		c.add(w)
		x += width(w.text, w.size, w.bold) + w.size*0.35
	}
	c.widen(x)
	return x
}
