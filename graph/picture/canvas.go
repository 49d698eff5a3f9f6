package picture

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
	Faint // captions, grid
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
// colour-blind readers can tell apart, lightened for the dark page.
var (
	Light = Theme{"#ffffff", "#1a1a1a", "#767676", "#0072b2", "#d55e00", "#009e73", "#b0568b", "#8a6d00", "#8c8c8c", "#c1121f"}
	Dark  = Theme{"#15181c", "#eceff1", "#9aa4ad", "#56b4e9", "#ff8f3f", "#2fc79b", "#e79ac4", "#e6c84a", "#7d8790", "#ff6b6b"}
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
func (label) isShape()    {}

func (c *Canvas) add(s ...shape) { c.shapes = append(c.shapes, s...) }

func rectangle(x, y, w, h float64, ink Ink, shade float64) polygon {
	return polygon{[]point{{x, y}, {x + w, y}, {x + w, y + h}, {x, y + h}}, ink, shade}
}

// cross strikes a line through at its middle: it did not happen.
func cross(at point, size float64) []shape {
	return []shape{
		polyline{points: []point{{at.x - size, at.y - size}, {at.x + size, at.y + size}}, ink: Accent, width: 2},
		polyline{points: []point{{at.x - size, at.y + size}, {at.x + size, at.y - size}}, ink: Accent, width: 2},
	}
}
